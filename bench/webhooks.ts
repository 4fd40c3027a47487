import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Agent, request } from 'undici';

import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { packNodes } from '../scripts/tarball';
import { installHost } from '../test/e2e/host/install';
import { startN8n, type N8n } from '../test/e2e/host/n8n';
import { installPack, readManifest } from '../test/e2e/host/pack';
import { freePort } from '../test/e2e/host/port';
import { Session, type WorkflowFile } from '../test/e2e/host/session';
import { duration, type Table } from './table';

const credentialType = 'xeroSuiteOAuth2Api';
/** Deliveries under way at the same time, and how many are sent so in a round. */
const CROWDS: ReadonlyArray<readonly [atOnce: number, count: number]> = [
	[1, 40],
	[20, 100],
	[200, 200],
];
const ROUNDS = 3;

/** What a client met: status of each answer, ms it took, whether a body came with it. */
interface Heard {
	readonly status: number;
	readonly took: number;
	readonly bytes: number;
}

const quantile = (numbers: readonly number[], part: number): number => {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? NaN;
};

/** Resident memory of a process in MB, as Linux tells it. */
const megabytes = ({ pid }: N8n): number => {
	try {
		return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
	} catch {
		return NaN;
	}
};

let sequence = 0;

/** Events as Xero sends them, each of another record. */
const eventsOf = (sandbox: Sandbox, count: number) =>
	Array.from({ length: count }, () => {
		const id = randomUUID();
		return {
			resourceUrl: `${sandbox.url}/api.xro/2.0/Invoices/${id}`,
			resourceId: id,
			tenantId: sandbox.organisations[0]!.tenantId,
			tenantType: 'ORGANISATION',
			eventCategory: 'INVOICE',
			eventType: 'UPDATE',
			eventDateUtc: new Date().toISOString().replace('Z', ''),
		};
	});

const bodyOf = (events: readonly unknown[]): string => {
	const first = sequence + 1;
	sequence += events.length;
	return JSON.stringify({
		events,
		firstEventSequence: first,
		lastEventSequence: sequence,
		entropy: randomBytes(10).toString('hex'),
	});
};

const signed = (body: string, key: string): string => createHmac('sha256', key).update(body).digest('base64');

/** Posts bodies, so many of them at the same time. */
async function volley(url: string, bodies: readonly string[], key: string, atOnce: number): Promise<Heard[]> {
	const dispatcher = new Agent({ connections: atOnce, pipelining: 1, bodyTimeout: 120_000, headersTimeout: 120_000 });
	const heard: Heard[] = [];
	let next = 0;
	const sender = async (): Promise<void> => {
		while (next < bodies.length) {
			const body = bodies[next++]!;
			const headers = { 'content-type': 'application/json', 'x-xero-signature': signed(body, key) };
			const began = performance.now();
			const answer = await request(url, { method: 'POST', headers, body, dispatcher });
			const bytes = (await answer.body.arrayBuffer()).byteLength;
			heard.push({ status: answer.statusCode, took: performance.now() - began, bytes });
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, bodies.length) }, sender));
	await dispatcher.close();
	return heard;
}

/** A published workflow of one trigger and a node that does nothing. */
async function listening(
	session: Session,
	n8n: N8n,
	type: string,
	parameters: Record<string, unknown>,
	credential?: { id: string; name: string },
): Promise<{ id: string; url: string }> {
	const webhookId = randomUUID();
	const own = type.endsWith('.xeroAccountingTrigger');
	const workflow: WorkflowFile = {
		name: `bench ${webhookId.slice(0, 8)}`,
		nodes: [
			{
				...{ id: randomUUID(), name: 'Trigger', type, typeVersion: own ? 1 : 2.1, position: [0, 0], webhookId },
				parameters: own ? parameters : { ...parameters, path: webhookId },
				...(credential ? { credentials: { [credentialType]: credential } } : {}),
			},
			{ id: randomUUID(), name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} },
		],
		connections: { Trigger: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		// Stored executions are counted; n8n keeps them unless told otherwise.
		settings: { executionOrder: 'v1' },
	};
	const id = await session.createWorkflow(workflow);
	await session.publish(id);
	return { id, url: `${n8n.url.replace('localhost', '127.0.0.1')}/webhook/${own ? `${webhookId}/xero` : webhookId}` };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Executions of a workflow that n8n has stored, once their number stands still. */
async function stored(session: Session, id: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	let before = -1;
	for (;;) {
		// Under load n8n answers its editor with 503 for a while: asked again.
		const { count } = await session
			.ask<{ count: number }>('GET', `/rest/executions?limit=1&filter=${filter}`)
			.catch(() => ({ count: -2 }));
		if (count === before && count >= 0) return count;
		before = count;
		await pause(1_000);
	}
}

const answers = (heard: readonly Heard[]): string => {
	const counts = new Map<string, number>();
	for (const { status, bytes } of heard) {
		const what = `${status}${bytes ? ' with a body' : ''}`;
		counts.set(what, (counts.get(what) ?? 0) + 1);
	}
	return [...counts].map(([what, count]) => `${count.toLocaleString('en')} × ${what}`).join(', ');
};

const times = (heard: readonly Heard[]): string[] => {
	const took = heard.map((one) => one.took);
	return [quantile(took, 0.5), quantile(took, 0.99), Math.max(...took)].map(duration);
};

/** Deliveries to a real n8n server with the packed nodes in it. */
export async function webhooks(progress: (text: string) => void): Promise<Table> {
	const home = mkdtempSync(join(tmpdir(), 'xero-suite-bench-'));
	const ending: Array<() => Promise<void>> = [async () => rmSync(home, { recursive: true, force: true })];
	const rows: Table['rows'][number][] = [];
	try {
		const host = await installHost(progress);
		progress('packing the nodes and starting n8n');
		const log = join(home, 'pack.log');
		await installPack(await packNodes(join(home, 'packed'), log), home, log);
		const sandbox = await startSandbox({ port: 0, seed: 'small' });
		ending.push(() => sandbox.stop());
		const [port, brokerPort] = [await freePort(), await freePort()];
		const n8n = await startN8n(host, { home, port, brokerPort, logFile: join(home, 'n8n.log'), codeNodes: false });
		ending.push(() => n8n.stop());
		const session = await Session.open(host, n8n, { email: 'demo@example.com', password: 'Sandbox-demo-1' });
		const { custom } = sandbox.apps;
		const key = custom.webhooksKey;
		const credential = {
			id: await session.createCredential('Xero', credentialType, {
				grantType: 'clientCredentials',
				clientId: custom.clientId,
				clientSecret: custom.clientSecret,
				environment: 'sandbox',
				sandboxUrl: sandbox.url,
				access: [],
				webhookSigningSecret: key,
			}),
			name: 'Xero',
		};
		const own = `${readManifest().name}.xeroAccountingTrigger`;
		const triggers = [
			[
				'Xero Accounting Trigger, after the execution is stored',
				await listening(session, n8n, own, { fetchRecord: false }, credential),
			],
			[
				'Xero Accounting Trigger, at once',
				await listening(session, n8n, own, { fetchRecord: false, answer: 'atOnce' }, credential),
			],
			[
				"n8n's Webhook node, Respond Immediately",
				await listening(session, n8n, 'n8n-nodes-base.webhook', { httpMethod: 'POST', responseMode: 'onReceived', options: {} }),
			],
		] as const;
		const bodies = (count: number) => Array.from({ length: count }, () => bodyOf(eventsOf(sandbox, 1)));
		progress('warming up');
		for (const [, { url }] of triggers) await volley(url, bodies(50), key, 10);
		for (const [, { id }] of triggers) await stored(session, id);

		for (const [atOnce, count] of CROWDS) {
			const heard = new Map<string, Heard[]>(triggers.map(([name]) => [name, []]));
			const begun = new Map<string, number>();
			for (const [name, { id }] of triggers) begun.set(name, await stored(session, id));
			const forged: Heard[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				progress(`${atOnce} at once, round ${round + 1} of ${ROUNDS}`);
				for (const [name, { url, id }] of round % 2 ? [...triggers].reverse() : triggers) {
					heard.get(name)!.push(...(await volley(url, bodies(count), key, atOnce)));
					await stored(session, id);
				}
				forged.push(...(await volley(triggers[0][1].url, bodies(count), 'a forged key', atOnce)));
			}
			const sent = `${(count * ROUNDS).toLocaleString('en')} deliveries, ${atOnce} at once`;
			for (const [name, { id }] of triggers) {
				const all = heard.get(name)!;
				rows.push([sent, name, answers(all), ...times(all), (await stored(session, id)) - begun.get(name)!]);
			}
			rows.push([sent.replace('deliveries', 'forgeries'), triggers[0][0], answers(forged), ...times(forged), 0]);
		}

		progress('10,000 forgeries');
		const [, first] = triggers[0];
		const counted = await stored(session, first.id);
		const calm = megabytes(n8n);
		const many = await volley(first.url, bodies(10_000), 'a forged key', 20);
		rows.push([
			'10,000 forgeries, 20 at once',
			triggers[0][0],
			answers(many),
			...times(many),
			(await stored(session, first.id)) - counted,
		]);
		const afterForgeries = megabytes(n8n);

		progress('1,000 events in one delivery');
		const whole = await listening(session, n8n, own, { fetchRecord: true }, credential);
		const ids = sandbox.records(sandbox.organisations[0]!.tenantId, 'Invoices').map(({ InvoiceID }) => String(InvoiceID));
		const thousand = eventsOf(sandbox, 1_000).map((event, index) => ({
			...event,
			resourceId: ids[index % ids.length]!,
			eventDateUtc: new Date(Date.UTC(2026, 9, 1) + index).toISOString().replace('Z', ''),
		}));
		sandbox.forget();
		const one = await volley(whole.url, [bodyOf(thousand)], key, 1);
		const count = await stored(session, whole.id);
		const { status, nodes } = await session.lastExecution(whole.id);
		rows.push([
			`1,000 events in one delivery, with their records: ${nodes.Trigger?.outputs[0]?.length ?? 0} items (${status}) for ${sandbox.calls.filter(({ url }) => url.startsWith('/api')).length} call to Xero`,
			'Xero Accounting Trigger, after the execution is stored',
			answers(one),
			...times(one),
			count,
		]);

		progress('20,000 events in deliveries of 1,000');
		const flood = await volley(
			first.url,
			Array.from({ length: 20 }, () => bodyOf(eventsOf(sandbox, 1_000))),
			key,
			5,
		);
		rows.push(['20 deliveries of 1,000 events, 5 at once', triggers[0][0], answers(flood), ...times(flood), flood.length]);
		await stored(session, first.id);
		const afterFlood = megabytes(n8n);
		return {
			title: 'Webhooks',
			before: [
				`Signed deliveries and forgeries, sent with undici to a real n8n ${host.version} (SQLite, one process) with the packed nodes in it; client, sandbox and n8n share this machine. The Webhook node checks no signature and reads no event: it shows what n8n itself takes to store an execution and answer. Xero waits 5 seconds for an answer; by what is known of it, it sends an app's deliveries one after the other, so the first rows are the usual case. Fetch Record runs after the answer, as a part of the execution.`,
				`Memory of the n8n process (RSS): ${calm} MB before the 10,000 forgeries, ${afterForgeries} MB after them, ${afterFlood} MB after all of this.`,
			],
			head: ['Sent', 'Trigger', 'Answers', 'p50', 'p99', 'Slowest', 'Executions'],
			rows,
		};
	} finally {
		for (const end of ending.reverse()) await end();
	}
}
