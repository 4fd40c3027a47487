import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import type { Host } from './install';
import { startN8n, type N8n, type N8nOptions } from './n8n';
import { freePort } from './port';

/** The processes of an n8n in queue mode: one with the editor and the polls, one that takes webhooks, and those that run executions. */
export const parts = ['main', 'webhook', 'worker-1', 'worker-2', 'worker-3'] as const;
export type Part = (typeof parts)[number];
export const workers = parts.filter((part) => part.startsWith('worker'));

/** Executions that one worker runs at once. */
export const CONCURRENCY = 5;

/**
 * How long a main process that died while it activated a trigger keeps the next one from it, in seconds; n8n's own is two minutes.
 */
export const ACTIVATION_LEASE = 30;

/** How soon n8n takes a worker for dead, in ms: a third of what it waits of itself, so that a test is not all waiting. */
export const LOST_WORKER = { lock: 20_000, renew: 5_000, look: 10_000 } as const;

const commandOf = (part: Part): NonNullable<N8nOptions['command']> =>
	part === 'main' ? ['start'] : part === 'webhook' ? ['webhook'] : ['worker', `--concurrency=${CONCURRENCY}`];

/** An n8n in queue mode, all of it on this machine: a home for each process, as in containers, with the same nodes and the same key. */
export class QueueMode {
	private readonly options = new Map<Part, N8nOptions>();
	private readonly running = new Map<Part, N8n>();

	/**
	 * @param home where the nodes are installed.
	 * @param settings where Postgres and Redis are.
	 * @param logs the folder for one log of each process.
	 */
	constructor(
		private readonly host: Host,
		private readonly home: string,
		private readonly settings: NodeJS.ProcessEnv,
		private readonly logs: string,
		private readonly signal: AbortSignal,
	) {}

	/** One process. @throws Error when it does not run. */
	get(part: Part): N8n {
		const found = this.running.get(part);
		if (!found) throw new Error(`The process "${part}" of n8n does not run`);
		return found;
	}

	/** Starts all of them: first main, which makes the tables, then the others at once. */
	async startAll(): Promise<void> {
		for (const part of parts) await this.prepare(part);
		await this.start('main');
		await Promise.all(parts.slice(1).map(async (part) => await this.start(part)));
	}

	/** Starts a process that does not run, where it ran before. */
	async start(part: Part): Promise<void> {
		this.running.set(part, await startN8n(this.host, this.options.get(part)!));
	}

	/** Ends a process in order. */
	async stop(part: Part): Promise<void> {
		const ending = this.get(part);
		this.running.delete(part);
		await ending.stop();
	}

	/** Ends a process as a crash does (kill -9). */
	async kill(part: Part): Promise<void> {
		const ending = this.get(part);
		this.running.delete(part);
		await ending.kill();
		// By this file n8n would know of the crash, and wait for ten seconds at its next start.
		rmSync(join(this.homeOf(part), '.n8n', 'crash.journal'), { force: true });
	}

	/** Ends what runs. */
	async stopAll(): Promise<void> {
		await Promise.all([...this.running.keys()].map(async (part) => await this.stop(part)));
	}

	/** Which worker has begun an execution, by what their logs say. */
	workerOf(execution: string): Part | undefined {
		return workers.find((worker) => this.begun(worker).some((line) => line.includes(`execution ${execution} `)));
	}

	/** How many executions of a workflow each worker has begun. */
	shares(workflowId: string): number[] {
		return workers.map((worker) => this.begun(worker).filter((line) => line.includes(`"${workflowId}"`)).length);
	}

	private begun(worker: Part): string[] {
		const path = this.logFile(worker);
		const log = existsSync(path) ? readFileSync(path, 'utf8') : '';
		return log.split('\n').filter((line) => line.includes('Worker started execution'));
	}

	private homeOf(part: Part): string {
		return part === 'main' ? this.home : join(this.home, part);
	}

	private logFile(part: Part): string {
		return join(this.logs, `${part}.log`);
	}

	private async prepare(part: Part): Promise<void> {
		if (part !== 'main') {
			mkdirSync(join(this.homeOf(part), '.n8n'), { recursive: true });
			symlinkSync(join(this.home, '.n8n', 'nodes'), join(this.homeOf(part), '.n8n', 'nodes'));
		}
		const port = await freePort();
		const mainPort = this.options.get('main')?.port ?? port;
		const worker = part.startsWith('worker');
		this.options.set(part, {
			home: this.homeOf(part),
			port,
			brokerPort: await freePort(),
			logFile: this.logFile(part),
			codeNodes: false,
			signal: this.signal,
			command: commandOf(part),
			settings: {
				...this.settings,
				EXECUTIONS_MODE: 'queue',
				OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
				N8N_ENCRYPTION_KEY: 'one key for all processes',
				N8N_EDITOR_BASE_URL: `http://localhost:${mainPort}/`,
				N8N_WEBHOOK_URL: `http://localhost:${mainPort}/`,
				N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: String(ACTIVATION_LEASE),
				QUEUE_WORKER_LOCK_DURATION: String(LOST_WORKER.lock),
				QUEUE_WORKER_LOCK_RENEW_TIME: String(LOST_WORKER.renew),
				QUEUE_WORKER_STALLED_INTERVAL: String(LOST_WORKER.look),
				...(worker && {
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(port),
					N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				}),
			},
		});
	}
}
