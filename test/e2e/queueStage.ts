import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Sandbox } from '../../sandbox/contract';
import { startSandbox } from '../../sandbox/server';
import { findPostgres, startPostgres } from './host/postgres';
import { QueueMode } from './host/queue';
import { findRedis, startRedis } from './host/redis';
import { Session } from './host/session';
import { credentialData, credentialType, logFolder, owner, withPack, type Scene } from './stage';

/** An n8n in queue mode: main, a webhook process and three workers, over a Postgres and a Redis of their own. */
export interface QueueStage extends Scene {
	readonly queue: QueueMode;
}

/** Logs of the last run in queue mode, one of each process. */
export const queueLogFolder = join(logFolder, 'queue');

/** A Custom Connection that knows the key of its webhooks, and a Web app that someone has signed in to. */
async function makeCredentials(session: Session, sandbox: Sandbox): Promise<Scene['credentials']> {
	const { custom, web } = sandbox.apps;
	const make = async (name: string, data: Record<string, unknown>) => {
		return { id: await session.createCredential(name, credentialType, data), name };
	};
	return new Map([
		['custom', await make('Custom Connection', { ...credentialData(sandbox, custom), webhookSigningSecret: custom.webhooksKey })],
		['code', await make('Authorization Code', { ...credentialData(sandbox, web), oauthTokenData: sandbox.issue() })],
	]);
}

/** Sets up an n8n in queue mode, gives it to `play`, and ends everything, also when something goes wrong. */
export async function withQueueStage<T>(
	say: (line: string) => void,
	signal: AbortSignal,
	play: (stage: QueueStage) => Promise<T>,
): Promise<T> {
	rmSync(queueLogFolder, { recursive: true, force: true });
	mkdirSync(queueLogFolder, { recursive: true });
	const log = (name: string) => join(queueLogFolder, `${name}.log`);
	const programs = { postgres: await findPostgres(say), redis: await findRedis(say) };
	return await withPack(say, signal, queueLogFolder, async ({ host, home, ending }) => {
		say(`Starting the sandbox, Postgres, Redis and the five processes of n8n ${host.version}`);
		const sandbox = await startSandbox({ port: 0, seed: 'demo' });
		ending.push(() => sandbox.stop());
		const postgres = await startPostgres(programs.postgres, log('postgres'), signal);
		ending.push(() => postgres.stop());
		const redis = await startRedis(programs.redis, log('redis'), signal);
		ending.push(() => redis.stop());
		const queue = new QueueMode(host, home, { ...postgres.settings, ...redis.settings }, queueLogFolder, signal);
		ending.push(() => queue.stopAll());
		await queue.startAll();
		const main = queue.get('main');
		const session = await Session.open(host, main, owner);
		const credentials = await makeCredentials(session, sandbox);
		return await play({ n8n: main, session, sandbox, queue, credentials });
	});
}
