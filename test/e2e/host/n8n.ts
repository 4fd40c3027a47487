import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Host } from './install';
import { pause, plainEnvironment, startServer, tail, type Server } from './program';

/** A running n8n, or one process of an n8n in queue mode. */
export interface N8n extends Server {
	/** e.g. http://localhost:5678: by name, because browsers and Xero alike take http only for localhost. */
	readonly url: string;
	readonly logFile: string;
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
	/** n8n's command with its flags; `start` when absent. A worker and a webhook process have no editor. */
	command?: readonly ['start'] | readonly ['webhook'] | readonly ['worker', string];
	/** Settings besides those that every n8n here has. */
	settings?: NodeJS.ProcessEnv;
}

function environment({ node }: Host, { home, port, brokerPort, codeNodes, settings }: N8nOptions): NodeJS.ProcessEnv {
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
		...settings,
	};
}

/** n8n answers every request with a page "starting up" until its routes exist; its settings come as JSON only then. */
async function isReady(url: string, hasEditor: boolean): Promise<boolean> {
	try {
		const health = await fetch(`${url}/healthz/readiness`);
		if (!health.ok || !hasEditor) return health.ok;
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
		alive: () => running.alive(),
		stop: async () => await running.stop(),
		kill: async () => await running.kill(),
		restart: async () => {
			await running.stop();
			running = await started(host, options);
		},
	};
}

/** One life of it. */
async function started(host: Host, options: N8nOptions): Promise<Server> {
	const { home, port, logFile, signal, command = ['start'] } = options;
	mkdirSync(home, { recursive: true });
	const args = [host.n8n, ...command];
	const server = startServer({ command: host.node, args, cwd: home, env: environment(host, options), logFile });
	const deadline = Date.now() + 120_000;
	while (server.alive() && !signal?.aborted && Date.now() < deadline) {
		if (await isReady(`http://127.0.0.1:${port}`, command[0] === 'start')) return server;
		await pause(250);
	}
	const why = signal?.aborted ? 'was stopped' : server.alive() ? 'was not ready after two minutes' : 'ended by itself';
	await server.stop();
	throw new Error(`n8n ${why}. Its last lines (all in ${logFile}):\n${tail(logFile)}`);
}
