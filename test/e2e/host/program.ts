import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';

/** One run of another program. Everything it prints goes to `logFile`. */
export interface Program {
	command: string;
	args: readonly string[];
	cwd: string;
	env?: NodeJS.ProcessEnv;
	logFile: string;
	/** Whose process it is; this one's user when absent. */
	user?: { uid: number; gid: number };
	/** Called every `everyMs` with the seconds gone, so that a long run is not silent. */
	progress?: { everyMs: number; say: (seconds: number) => void };
}

const running = new Set<number>();

/** How npm is started: the same npm that runs this script when one does, else the one on the PATH. `node` runs it. */
export function npmCommand(args: readonly string[], node = process.execPath): Pick<Program, 'command' | 'args'> {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? { command: node, args: [script, ...args] } : { command: 'npm', args };
}

/** This process's environment without what would steer an npm or n8n started from here: an outer `npm run`, tsx, another n8n. */
export function plainEnvironment(): NodeJS.ProcessEnv {
	const steering =
		/^(npm_(package|lifecycle|command|config_local_prefix)|N8N_|WEBHOOK_URL$|DB_|EXECUTIONS_|QUEUE_|NODE_ENV$|NODE_OPTIONS$|NODE_PATH$|TSX_)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steering.test(name)));
}

/** The last lines of a log, for a message. */
export function tail(logFile: string, lines = 12): string {
	try {
		return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	} catch {
		return '(no output)';
	}
}

/**
 * Runs a program to its end. npm installs and builds, which take seconds to minutes.
 * @throws Error naming the command, its exit code, its last lines and the log's path when it does not end with 0.
 */
export async function runProgram({ command, args, cwd, env, logFile, user, progress }: Program): Promise<void> {
	const log = openSync(logFile, 'a');
	const words = [command, ...args].map((word) => basename(word)).join(' ');
	const started = Date.now();
	writeSync(log, `\n$ ${words}\n`);
	try {
		const code = await new Promise<number | string>((resolve, reject) => {
			const child = spawn(command, [...args], { cwd, env: env ?? process.env, stdio: ['ignore', log, log], ...user });
			const ticking = progress && setInterval(() => progress.say(Math.round((Date.now() - started) / 1000)), progress.everyMs);
			if (child.pid) running.add(child.pid);
			child.once('error', reject);
			child.once('exit', (status, signal) => {
				if (child.pid) running.delete(child.pid);
				clearInterval(ticking);
				resolve(status ?? signal ?? 'unknown');
			});
		});
		if (code !== 0) throw new Error(`"${words}" ended with ${code}. Its last lines (all in ${logFile}):\n${tail(logFile)}`);
	} finally {
		closeSync(log);
	}
}

/** Ends the programs that are under way, by their pids: for Ctrl-C in the middle of an install. */
export function endPrograms(): void {
	for (const pid of running) {
		try {
			process.kill(pid, 'SIGTERM');
		} catch {
			running.delete(pid); // It ended by itself in between.
		}
	}
}

/** A program that goes on until it is ended. */
export interface Server {
	readonly pid: number;
	/** Resolves when the process has ended, by whatever cause. */
	readonly ended: Promise<void>;
	alive(): boolean;
	/** Asks it to end, waits for that, and kills what is left of it after ten seconds. May be called twice. */
	stop(): Promise<void>;
	/** Ends it as a crash does, without a chance to put anything in order. */
	kill(): Promise<void>;
}

/** How a server is started, and which signals make it end in order and at once. */
export interface ServerProgram extends Omit<Program, 'progress'> {
	/** SIGTERM when absent. */
	stopSignal?: NodeJS.Signals;
	/** SIGKILL when absent. */
	killSignal?: NodeJS.Signals;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Starts a program that goes on until it is ended, at the latest with this process.
 * In its own process group, so that Ctrl-C in a terminal reaches only this process, which then ends it in order.
 * @throws Error when it cannot be started.
 */
export function startServer({ command, args, cwd, env, logFile, user, stopSignal, killSignal }: ServerProgram): Server {
	const log = openSync(logFile, 'a');
	const child = spawn(command, [...args], { cwd, env: env ?? process.env, stdio: ['ignore', log, log], detached: true, ...user });
	closeSync(log);
	const { pid } = child;
	// Without a pid it was not started, and says so once more as an event.
	child.once('error', () => undefined);
	if (pid === undefined) throw new Error(`${command} could not be started`);

	let alive = true;
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => {
			alive = false;
			resolve();
		});
	});
	const killGroup = () => {
		try {
			process.kill(-pid, killSignal ?? 'SIGKILL');
		} catch {
			alive = false; // The group is gone already.
		}
	};
	process.once('exit', killGroup);
	const kill = async () => {
		killGroup();
		process.off('exit', killGroup);
		await ended;
	};
	return {
		pid,
		ended,
		alive: () => alive,
		kill,
		async stop() {
			if (alive) {
				child.kill(stopSignal ?? 'SIGTERM');
				await Promise.race([ended, pause(10_000)]);
			}
			await kill();
		},
	};
}
