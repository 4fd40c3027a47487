import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as prettier from 'prettier';
import type { Generated } from './generated';
import { checkedInText, differences, generated } from './generated';
import { checkedInSchemas, schemaFiles } from './outputSchemas/schemaFiles';

const root = resolve(__dirname, '..');
/** Lines of a file's changes that are printed; a diff has the others. */
const SHOWN = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A text as `npm run lint` wants it; as it is, when its file is not formatted. */
async function formatted(file: string, text: string): Promise<string> {
	const path = resolve(root, file);
	const { ignored, inferredParser } = await prettier.getFileInfo(path, { ignorePath: resolve(root, '.prettierignore') });
	if (ignored || inferredParser === null) return text;
	return await prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

/** Writes a file anew, when it has to be, and tells what changed in it. */
async function renew(one: Generated): Promise<void> {
	const changes = differences(one);
	const text = await formatted(one.file, one.text);
	const path = resolve(root, one.file);
	const before = checkedInText(one);
	if (before === text) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
	if (before === '') return say(`${one.file} is new`);
	say(`${one.file} renewed${changes.length ? ':' : ''}`);
	for (const line of changes.slice(0, SHOWN)) say(`  ${line}`);
	if (changes.length > SHOWN) say(`  and ${changes.length - SHOWN} more: git diff ${one.file}`);
	const gone = changes.filter((line) => line.startsWith('- ')).length;
	if (gone && one.file.startsWith('test/panel/')) say('  Workflows that hold a name with a minus no longer find it.');
}

/** Takes away the schemas of operations that are gone. */
function removeStale(schemas: readonly Generated[]): void {
	const current = new Set(schemas.map(({ file }) => file));
	for (const file of checkedInSchemas().filter((one) => !current.has(one))) {
		rmSync(resolve(root, file));
		say(`${file} taken away`);
	}
}

/** Files that are new or changed since the last commit; none outside of a git checkout. */
function changedFiles(): string[] {
	try {
		const listed = execFileSync('git', ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'], {
			cwd: root,
			encoding: 'utf8',
		});
		return listed
			.split('\0')
			.map((line) => line.slice(3))
			.filter((file) => /\.([cm]?[jt]s|json|md)$/.test(file) && existsSync(resolve(root, file)));
	} catch {
		return [];
	}
}

async function format(file: string): Promise<void> {
	const path = resolve(root, file);
	const before = readFileSync(path, 'utf8');
	const after = await formatted(file, before);
	if (after === before) return;
	writeFileSync(path, after);
	say(`${file} formatted`);
}

async function main(): Promise<void> {
	const schemas = schemaFiles();
	for (const one of [...(await generated()), ...schemas]) await renew(one);
	removeStale(schemas);
	for (const file of changedFiles()) await format(file);
	say('Names, docs, output schemas and formatting are as the tables say. Look at git diff before you commit.');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
