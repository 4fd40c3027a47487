import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { canInstall, installFromDebian } from './debian';
import { freePort } from './port';
import { pause, plainEnvironment, runProgram, startServer, tail } from './program';

/** A running Postgres with an empty database. */
export interface Postgres {
	/** How n8n is told of it. */
	readonly settings: NodeJS.ProcessEnv;
	/** Ends it and deletes its data. */
	stop(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

/** The folder of the newest Postgres that Debian's packages have put there. */
function installed(): string | undefined {
	const found = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
	return found.map((version) => join(versions, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * The folder with Debian's Postgres programs; on a Debian where this runs as root it is installed when it is not there.
 * @param say prints a line about an install.
 * @throws Error saying what to do when there is none and none can be installed.
 */
export async function findPostgres(say: (line: string) => void): Promise<string> {
	const there = installed();
	if (there) return there;
	if (!canInstall()) throw new Error('No Postgres found: install one (on Debian: apt-get install postgresql)');
	say('Installing Postgres from Debian (about 20 MB to download, 60 MB on disk)');
	const logFile = await installFromDebian(['postgresql'], say);
	const now = installed();
	if (!now) throw new Error(`apt-get installed no initdb below ${versions}: see ${logFile}`);
	return now;
}

/** Postgres refuses to run as root: then it runs as the user that its package makes. */
function otherUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a Postgres of its own on loopback, with a new data folder.
 * @param folder where its programs are.
 * @throws Error with the log's last lines when it does not take connections within half a minute.
 */
export async function startPostgres(folder: string, logFile: string, signal: AbortSignal): Promise<Postgres> {
	const user = otherUser();
	const data = mkdtempSync(join(tmpdir(), 'xero-suite-postgres-'));
	const password = randomUUID();
	const passwordFile = join(data, 'password');
	const cluster = join(data, 'cluster');
	const common = { cwd: data, env: { ...plainEnvironment(), LC_ALL: 'C.UTF-8' }, logFile, user };
	try {
		writeFileSync(passwordFile, password, { mode: 0o600 });
		if (user) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
		const how = ['--username=n8n', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync'];
		await runProgram({ ...common, command: join(folder, 'initdb'), args: ['-D', cluster, ...how] });
	} catch (error) {
		rmSync(data, { recursive: true, force: true });
		throw error;
	}
	const port = await freePort();
	// What it holds is thrown away: no need to wait for disks, nor for a socket in a folder of the system.
	const wishes = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: 200 };
	const args = ['-D', cluster, ...Object.entries(wishes).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
	// SIGINT ends it without waiting for its clients, SIGQUIT at once and with its helpers.
	const signals = { stopSignal: 'SIGINT', killSignal: 'SIGQUIT' } as const;
	const server = startServer({ ...common, ...signals, command: join(folder, 'postgres'), args });
	const stop = async () => {
		await server.stop();
		rmSync(data, { recursive: true, force: true });
	};
	const deadline = Date.now() + 30_000;
	while (server.alive() && !signal.aborted && Date.now() < deadline) {
		if (takesConnections(join(folder, 'pg_isready'), port)) {
			const settings = {
				DB_TYPE: 'postgresdb',
				DB_POSTGRESDB_HOST: '127.0.0.1',
				DB_POSTGRESDB_PORT: String(port),
				DB_POSTGRESDB_DATABASE: 'postgres',
				DB_POSTGRESDB_USER: 'n8n',
				DB_POSTGRESDB_PASSWORD: password,
			};
			return { settings, stop };
		}
		await pause(200);
	}
	await stop();
	throw new Error(`Postgres did not start. Its last lines (all in ${logFile}):\n${tail(logFile)}`);
}

function takesConnections(isReady: string, port: number): boolean {
	try {
		execFileSync(isReady, ['-h', '127.0.0.1', '-p', String(port), '-q'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
