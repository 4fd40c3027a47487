import { relative } from 'node:path';
import ts from 'typescript';

/** What came of one compilation. */
export interface Build {
	/** Files that were written, relative to the folder they go to; none when there are errors. */
	readonly files: readonly string[];
	/** What the compiler has against the sources, a line each. */
	readonly errors: readonly string[];
}

/** Codes of TypeScript's own messages about watching: a compilation begins, and it is over. */
const BEGINS = new Set([6031, 6032]);
const OVER = new Set([6193, 6194]);

/**
 * Compiles a project into a folder, and what changes of it again as long as the process runs. Nothing is written while there are errors.
 * @param config the path of its tsconfig
 * @param built called after each compilation
 * @returns ends the watching
 */
export function watchBuild(config: string, outDir: string, built: (build: Build) => void): { close(): void } {
	let files: string[] = [];
	let errors: string[] = [];
	const root = ts.sys.resolvePath(`${config}/..`);
	const names: ts.FormatDiagnosticsHost = {
		getCurrentDirectory: () => root,
		getCanonicalFileName: (name) => name,
		getNewLine: () => '\n',
	};
	const status: ts.WatchStatusReporter = ({ code }) => {
		if (BEGINS.has(code)) [files, errors] = [[], []];
		if (OVER.has(code)) built({ files: errors.length ? [] : files, errors });
	};
	const system: ts.System = {
		...ts.sys,
		writeFile(path, text, mark) {
			files.push(relative(outDir, path));
			ts.sys.writeFile(path, text, mark);
		},
	};
	const host = ts.createWatchCompilerHost(
		config,
		{ outDir, noEmit: false, noEmitOnError: true },
		system,
		ts.createEmitAndSemanticDiagnosticsBuilderProgram,
		(diagnostic) => void errors.push(ts.formatDiagnostic(diagnostic, names).trimEnd()),
		status,
	);
	return ts.createWatchProgram(host);
}
