import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Host } from './install';
import { plainEnvironment, tail } from './program';

/** A running n8n. */
export interface N8n {
	/** e.g. http://localhost:5678: by name, because browsers and Xero alike take http only for localhost. */
	readonly url: string;
	readonly logFile: string;
	/** Of the main process. */
	readonly pid: number;
	/** Resolves when the process has ended, by whatever cause. */
	readonly ended: Promise<void>;
	/** Ends it and waits until it has ended (1 to 3 s). May be called twice. */
	stop(): Promise<void>;
	/** Ends it and starts it again, with the same data and at the same address; resolves when it answers. */
	restart(): Promise<void>;
}

export interface N8nOptions {
	/** n8n keeps its data in `<home>/.n8n`. */
	home: string;
	port: number;
	/** A second port, for n8n's task broker. */
	brokerPort: number;
	logFile: string;
	/** Whether Code nodes can run. They cost a second process and 2 s. */
	codeNodes: boolean;
	/** Gives the start up. */
	signal?: AbortSignal;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function environment({ node }: Host, { home, port, brokerPort, codeNodes }: N8nOptions): NodeJS.ProcessEnv {
	const loopback = 'localhost,127.0.0.1';
	const plain = plainEnvironment();
	return {
		...plain,
		PATH: `${join(node, '..')}${delimiter}${plain.PATH ?? ''}`,
		NO_PROXY: plain.NO_PROXY ? `${plain.NO_PROXY},${loopback}` : loopback,
		no_proxy: plain.no_proxy ? `${plain.no_proxy},${loopback}` : loopback,
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: 'UTC',
		N8N_USER_FOLDER: home,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: 'localhost',
		N8N_PROTOCOL: 'http',
		N8N_WEBHOOK_URL: `http://localhost:${port}/`,
		N8N_EDITOR_BASE_URL: `http://localhost:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_FORMAT: 'json',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// These would call out at start; a local n8n for trying one pack needs none of them.
		N8N_DISABLED_MODULES: 'agents,agent-evals,instance-ai,mcp,mcp-registry,chat-hub,workflow-builder',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		...(codeNodes ? { N8N_RUNNERS_MODE: 'internal' } : { N8N_RUNNERS_MODE: 'external', N8N_RUNNERS_AUTH_TOKEN: 'local' }),
	};
}

/** n8n answers every request with a page "starting up" until its routes exist; its settings come as JSON only then. */
async function isReady(url: string): Promise<boolean> {
	try {
		const health = await fetch(`${url}/healthz/readiness`);
		if (!health.ok) return false;
		const settings = await fetch(`${url}/rest/settings`);
		return settings.ok && (settings.headers.get('content-type') ?? '').includes('application/json');
	} catch {
		return false;
	}
}

/**
 * Starts n8n on loopback and waits until it answers: about 10 s with a new home, 6 s later.
 * @throws Error with the log's last lines when it ends by itself or is not ready after two minutes, or when the signal aborts.
 */
export async function startN8n(host: Host, options: N8nOptions): Promise<N8n> {
	let running = await started(host, options);
	return {
		url: `http://localhost:${options.port}`,
		logFile: options.logFile,
		get pid() {
			return running.pid;
		},
		get ended() {
			return running.ended;
		},
		stop: async () => await running.stop(),
		restart: async () => {
			await running.stop();
			running = await started(host, options);
		},
	};
}

/** One life of it. */
type Running = Pick<N8n, 'pid' | 'ended' | 'stop'>;

async function started(host: Host, options: N8nOptions): Promise<Running> {
	const { home, port, logFile, signal } = options;
	mkdirSync(home, { recursive: true });
	const log = openSync(logFile, 'a');
	// In its own process group, so that Ctrl-C in a terminal reaches only this process, which then ends n8n in order.
	const child = spawn(host.node, [host.n8n, 'start'], {
		cwd: home,
		env: environment(host, options),
		stdio: ['ignore', log, log],
		detached: true,
	});
	closeSync(log);
	const { pid } = child;
	if (pid === undefined) throw new Error(`${host.node} could not be started`);

	let alive = true;
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => {
			alive = false;
			resolve();
		});
	});
	const killGroup = () => {
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			alive = false; // The group is gone already.
		}
	};
	process.once('exit', killGroup);

	const n8n: Running = {
		pid,
		ended,
		async stop() {
			if (alive) {
				child.kill('SIGTERM');
				await Promise.race([ended, pause(10_000)]);
			}
			killGroup();
			process.off('exit', killGroup);
			await ended;
		},
	};
	const deadline = Date.now() + 120_000;
	while (alive && !signal?.aborted && Date.now() < deadline) {
		if (await isReady(`http://127.0.0.1:${port}`)) return n8n;
		await pause(250);
	}
	const why = signal?.aborted ? 'was stopped' : alive ? 'was not ready after two minutes' : 'ended by itself';
	await n8n.stop();
	throw new Error(`n8n ${why}. Its last lines (all in ${logFile}):\n${tail(logFile)}`);
}
