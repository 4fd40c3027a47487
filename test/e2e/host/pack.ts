import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { npmCommand, plainEnvironment, runProgram } from './program';

/** The root of this checkout. */
export const projectFolder = join(__dirname, '..', '..', '..');

interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
	[section: string]: unknown;
}

/** This package's package.json. */
export function readManifest(): Manifest {
	return JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Manifest;
}

/** A hash over all that goes into the packed nodes: it changes when they have to be built again. */
export function packFingerprint(): string {
	const hash = createHash('sha256');
	const add = (path: string) => {
		if (existsSync(path)) hash.update(relative(projectFolder, path)).update(readFileSync(path));
	};
	const addFolder = (folder: string) => {
		const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name));
		for (const entry of entries) (entry.isDirectory() ? addFolder : add)(join(folder, entry.name));
	};
	for (const file of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'gulpfile.js']) add(join(projectFolder, file));
	for (const folder of ['nodes', 'credentials', 'icons']) addFolder(join(projectFolder, folder));
	return hash.digest('hex');
}

/**
 * Puts a packed tarball into an n8n home by the steps of n8n's own installer (`community-packages.service.js` of 2.41.1): unpack,
 * drop the development, peer and optional dependencies, and let npm install what is left, scripts off.
 * @throws Error with tar's or npm's last lines.
 */
export async function installPack(tarball: string, home: string, logFile: string): Promise<string> {
	const { name } = readManifest();
	const folder = join(home, '.n8n', 'nodes', 'node_modules', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await runProgram({ command: 'tar', args: ['-xzf', tarball, '-C', folder, '--strip-components=1'], cwd: folder, logFile });
	const path = join(folder, 'package.json');
	const { devDependencies, peerDependencies, optionalDependencies, ...kept } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
	writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
	const flags = [
		'--audit=false',
		'--fund=false',
		'--bin-links=false',
		'--install-strategy=shallow',
		'--ignore-scripts=true',
		'--package-lock=false',
	];
	await runProgram({ ...npmCommand(['install', ...flags]), cwd: folder, env: plainEnvironment(), logFile });
	return folder;
}
