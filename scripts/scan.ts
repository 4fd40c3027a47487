import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '..');
const scanner = join(__dirname, 'scan');

/** What n8n itself provides to a pack that has no dependencies (its own direct dependencies, found through NODE_PATH). */
const provided = ['n8n-workflow', 'zod', 'luxon', 'lodash', 'p-limit'];

/** What may be in a packed pack, and nothing else. */
const shipped = [
	/^(package\.json|README\.md|LICENSE)$/,
	/^dist\/nodes\/.+\.js$/,
	/^dist\/nodes\/.+\.node\.json$/,
	/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
	/^dist\/credentials\/[^/]+\.js$/,
	/^dist\/icons\/[^/]+\.svg$/,
];

/** The two functions of n8n's scanner that work without the network. It has no type declarations. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(folder: string, patterns: string[]): Promise<{ passed: boolean; message?: string; details?: string }>;
}

/** Installs the scanner once for each state of its lock, outside the work tree: it wants a TypeScript of its own. */
function installScanner(): string {
	const lock = createHash('sha256')
		.update(readFileSync(join(scanner, 'package-lock.json')))
		.digest('hex');
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const folder = join(cache, 'n8n-nodes-xero-suite', `scan-${lock.slice(0, 16)}`);
	if (existsSync(folder)) return folder;
	console.log(`Installing n8n's scanner into ${folder} (190 MB, once)`);
	const unfinished = `${folder}.${process.pid}`;
	mkdirSync(unfinished, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) cpSync(join(scanner, file), join(unfinished, file));
	execFileSync('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], {
		cwd: unfinished,
		stdio: 'inherit',
	});
	renameSync(unfinished, folder);
	return folder;
}

/** Packs the pack as npm would publish it and unpacks it beside nothing but what n8n provides. Needs a finished build. */
function packAndUnpack(folder: string): string {
	const printed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
	const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
	const unpacked = join(folder, 'node_modules', 'n8n-nodes-xero-suite');
	mkdirSync(unpacked, { recursive: true });
	execFileSync('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', unpacked]);
	for (const name of provided) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
	return unpacked;
}

/** All files below a folder, relative to it, with forward slashes. */
const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** What is wrong with the packed files, one sentence each. */
function contents(unpacked: string): string[] {
	const {
		dependencies = {},
		peerDependencies = {},
		n8n,
	} = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as {
		dependencies?: object;
		peerDependencies?: object;
		n8n: { nodes: string[]; credentials: string[] };
	};
	const files = filesIn(unpacked);
	const missing = [
		'LICENSE',
		'README.md',
		...n8n.nodes,
		...n8n.credentials,
		...n8n.nodes.map((node) => node.replace(/\.js$/, '.json')),
	];
	return [
		...Object.keys(dependencies).map((name) => `${name} is a dependency: n8n takes packs without any`),
		...Object.keys(peerDependencies).flatMap((name) => (name === 'n8n-workflow' ? [] : [`${name} is a peer dependency`])),
		...missing.filter((file) => !files.includes(file)).map((file) => `${file} is not in the package`),
		...files
			.filter((file) => !shipped.some((pattern) => pattern.test(file)))
			.map((file) => `${file} does not belong into the package`),
	];
}

/** Loads the packed files with n8n's own loader in a process of its own. */
function loads(unpacked: string): string[] {
	try {
		const env = { ...process.env, NODE_PATH: '' };
		execFileSync(process.execPath, [join(scanner, 'load.cjs'), unpacked], {
			env,
			encoding: 'utf8',
			stdio: ['ignore', 'inherit', 'pipe'],
		});
		return [];
	} catch (error) {
		return [(error as { stderr?: string }).stderr?.trim() ?? String(error)];
	}
}

/** Prints the verdict on one part and gives back whether it is good. */
function report(part: string, findings: readonly string[]): boolean {
	console.log(`${findings.length === 0 ? 'ok  ' : 'NOT OK'} ${part}`);
	for (const finding of findings) console.log(finding.replace(/^/gm, '       '));
	return findings.length === 0;
}

async function main(): Promise<void> {
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(
		pathToFileURL(join(installScanner(), 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs')).href
	)) as Scanner;
	const lint = async (folder: string, patterns: string[]) => {
		const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
		// The scanner passes a folder in which it finds nothing to look at.
		return passed && message === '' ? [] : [`${message}\n${details}`.trim()];
	};
	const folder = mkdtempSync(join(tmpdir(), 'xero-suite-scan-'));
	try {
		const unpacked = packAndUnpack(folder);
		const verdicts = [
			report("n8n's scan of the sources", await lint(root, SOURCE_FILE_PATTERNS)),
			report("n8n's scan of the packed files", await lint(unpacked, ['**/*.js', 'package.json'])),
			report('contents and dependencies of the package', contents(unpacked)),
			report(`loading where only ${provided.join(', ')} resolve`, loads(unpacked)),
		];
		console.log(`${filesIn(unpacked).length} files packed; scan ${verdicts.every(Boolean) ? 'passed' : 'failed'}`);
		if (!verdicts.every(Boolean)) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

void main();
