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
export async function runProgram({ command, args, cwd, env, logFile, progress }: Program): Promise<void> {
	const log = openSync(logFile, 'a');
	const words = [command, ...args].map((word) => basename(word)).join(' ');
	const started = Date.now();
	writeSync(log, `\n$ ${words}\n`);
	try {
		const code = await new Promise<number | string>((resolve, reject) => {
			const child = spawn(command, [...args], { cwd, env: env ?? process.env, stdio: ['ignore', log, log] });
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
