import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { canInstall, installFromDebian } from './debian';
import { freePort } from './port';
import { pause, plainEnvironment, startServer, tail } from './program';

/** A running Redis that holds nothing yet. */
export interface Redis {
	/** How n8n is told of it. */
	readonly settings: NodeJS.ProcessEnv;
	/** Ends it. */
	stop(): Promise<void>;
}

const usual = '/usr/bin/redis-server';

/**
 * Path of Debian's Redis; on a Debian where this runs as root it is installed when it is not there.
 * @param say prints a line about an install.
 * @throws Error saying what to do when there is none and none can be installed.
 */
export async function findRedis(say: (line: string) => void): Promise<string> {
	if (existsSync(usual)) return usual;
	if (!canInstall()) throw new Error('No Redis found: install one (on Debian: apt-get install redis-server)');
	say('Installing Redis from Debian (about 2 MB to download, 8 MB on disk)');
	const logFile = await installFromDebian(['redis-server'], say);
	if (!existsSync(usual)) throw new Error(`apt-get installed no ${usual}: see ${logFile}`);
	return usual;
}

const listens = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('error', () => resolve(false));
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
	});

/**
 * Starts a Redis of its own on loopback, which keeps everything in memory.
 * @throws Error with the log's last lines when it does not take connections within half a minute.
 */
export async function startRedis(command: string, logFile: string, signal: AbortSignal): Promise<Redis> {
	const folder = mkdtempSync(join(tmpdir(), 'xero-suite-redis-'));
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
	const server = startServer({ command, args, cwd: folder, env: plainEnvironment(), logFile });
	const stop = async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	const deadline = Date.now() + 30_000;
	while (server.alive() && !signal.aborted && Date.now() < deadline) {
		if (await listens(port)) {
			return { settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) }, stop };
		}
		await pause(100);
	}
	await stop();
	throw new Error(`Redis did not start. Its last lines (all in ${logFile}):\n${tail(logFile)}`);
}
