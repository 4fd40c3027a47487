import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

import { npmCommand, plainEnvironment, runProgram } from '../test/e2e/host/program';

const projectFolder = join(__dirname, '..');

/** The oldest n8n that the pack is made for, and the versions of what it provides to a pack. */
export const oldest = JSON.parse(readFileSync(join(__dirname, 'scan/oldest/package.json'), 'utf8')) as {
	readonly n8n: string;
	readonly dependencies: Readonly<Record<string, string>>;
};

/** What n8n itself provides to a pack that has no dependencies (its own direct dependencies, found through NODE_PATH). */
export const provided: readonly string[] = Object.keys(oldest.dependencies);

/** What may be in a packed pack, and nothing else. */
const shipped = [
	/^(package\.json|README\.md|LICENSE)$/,
	/^dist\/nodes\/.+\.js$/,
	/^dist\/nodes\/.+\.node\.json$/,
	/^dist\/nodes\/.+\/properties\.json$/,
	/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
	/^dist\/credentials\/[^/]+\.js$/,
	/^dist\/icons\/[^/]+\.svg$/,
];

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly dependencies?: object;
	readonly peerDependencies?: object;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** All files below a folder, relative to it, with forward slashes. */
export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/**
 * Packs a checkout as npm would publish it, built anew.
 * @param folder where the tarball goes.
 * @returns the tarball's path.
 * @throws Error with the compiler's or npm's last lines.
 */
export async function packNodes(folder: string, logFile: string, checkout = projectFolder): Promise<string> {
	const { name, version } = manifestIn(checkout);
	mkdirSync(folder, { recursive: true });
	const tarball = join(folder, `${name}-${version}.tgz`);
	rmSync(tarball, { force: true });
	const pack = npmCommand(['run', 'pack', '--', '--pack-destination', folder]);
	await runProgram({ ...pack, cwd: checkout, env: plainEnvironment(), logFile });
	if (!existsSync(tarball)) throw new Error(`npm run pack made no ${tarball}: see ${logFile}`);
	return tarball;
}

/**
 * Unpacks a tarball into a new folder beside nothing but what n8n provides.
 * @param modules node_modules that has these.
 * @returns where the package lies.
 */
export function unpackAlone(tarball: string, folder: string, modules = join(projectFolder, 'node_modules')): string {
	const unpacked = join(folder, 'node_modules', 'n8n-nodes-xero-suite');
	mkdirSync(unpacked, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', unpacked]);
	for (const name of provided) symlinkSync(join(modules, name), join(folder, 'node_modules', name));
	return unpacked;
}

/** What is wrong with the packed files, one sentence each. */
export function contents(unpacked: string): string[] {
	const { dependencies = {}, peerDependencies = {}, n8n } = manifestIn(unpacked);
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

/**
 * Loads unpacked files with n8n's own loader in a process of its own.
 * @returns the names of the nodes and credentials.
 * @throws Error that says what did not load, and why.
 */
export function loadAlone(unpacked: string): string[] {
	try {
		const printed = execFileSync(process.execPath, [join(__dirname, 'scan/load.cjs'), unpacked], {
			env: { ...plainEnvironment(), NODE_PATH: '' },
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		return JSON.parse(printed) as string[];
	} catch (cause) {
		throw new Error((cause as { stderr?: string }).stderr?.trim() || String(cause), { cause });
	}
}
