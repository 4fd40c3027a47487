import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { contents, filesIn, loadAlone, oldest, packNodes, provided, unpackAlone } from './tarball';

const root = resolve(__dirname, '..');
const scanner = join(__dirname, 'scan');

/** The two functions of n8n's scanner that work without the network. It has no type declarations. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(folder: string, patterns: string[]): Promise<{ passed: boolean; message?: string; details?: string }>;
}

/**
 * Installs what a lock beside this file names, once for each state of it, outside the work tree: where n8n's scanner finds a
 * TypeScript of its own, and the oldest n8n's modules lie apart from ours.
 */
function install(what: string, from: string, size: string): string {
	const lock = createHash('sha256')
		.update(readFileSync(join(from, 'package-lock.json')))
		.digest('hex');
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const folder = join(cache, 'n8n-nodes-xero-suite', `${basename(from)}-${lock.slice(0, 16)}`);
	if (existsSync(folder)) return folder;
	console.log(`Installing ${what} into ${folder} (${size}, once)`);
	const unfinished = `${folder}.${process.pid}`;
	mkdirSync(unfinished, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) cpSync(join(from, file), join(unfinished, file));
	execFileSync('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], {
		cwd: unfinished,
		stdio: 'inherit',
	});
	renameSync(unfinished, folder);
	return folder;
}

/** Loads the packed files; a sentence for what does not load. */
function loads(unpacked: string): string[] {
	try {
		console.log(`     loaded ${loadAlone(unpacked).join(', ')}`);
		return [];
	} catch (cause) {
		return [(cause as Error).message];
	}
}

/** Prints the verdict on one part and gives back whether it is good. */
function report(part: string, findings: readonly string[]): boolean {
	console.log(`${findings.length === 0 ? 'ok  ' : 'NOT OK'} ${part}`);
	for (const finding of findings) console.log(finding.replace(/^/gm, '       '));
	return findings.length === 0;
}

async function main(): Promise<void> {
	const installed = install("n8n's scanner", scanner, '190 MB');
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(
		pathToFileURL(join(installed, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs')).href
	)) as Scanner;
	const lint = async (folder: string, patterns: string[]) => {
		const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
		// The scanner passes a folder in which it finds nothing to look at.
		return passed && message === '' ? [] : [`${message}\n${details}`.trim()];
	};
	const oldModules = join(install(`the modules of n8n ${oldest.n8n}`, join(scanner, 'oldest'), '140 MB'), 'node_modules');
	const folder = mkdtempSync(join(tmpdir(), 'xero-suite-scan-'));
	try {
		const tarball = await packNodes(folder, join(folder, 'pack.log'));
		const unpacked = unpackAlone(tarball, join(folder, 'newest'));
		const verdicts = [
			report("n8n's scan of the sources", await lint(root, SOURCE_FILE_PATTERNS)),
			report("n8n's scan of the packed files", await lint(unpacked, ['**/*.js', 'package.json'])),
			report('contents and dependencies of the package', contents(unpacked)),
			report(`loading where only ${provided.join(', ')} resolve`, loads(unpacked)),
			report(
				`the same with their versions in n8n ${oldest.n8n}`,
				loads(unpackAlone(tarball, join(folder, 'oldest'), oldModules)),
			),
		];
		console.log(`${filesIn(unpacked).length} files packed; scan ${verdicts.every(Boolean) ? 'passed' : 'failed'}`);
		if (!verdicts.every(Boolean)) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

void main();
