import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Task, thisPack } from './contenders';
import { runPack } from './packRun';
import { duration, type Table } from './table';
import { type Organisation, Xero } from './xero';

const LATENCY = 100;
const HOLDING = 50;

/** What is done, items for organisation A and B, whether others have used up A's minute. */
const cases: ReadonlyArray<readonly [task: Exclude<Task, 'readAll'>, a: number, b: number, usedUp: boolean]> = [
	['create', 10, 10, true],
	['get', 10, 10, true],
	['get', 130, 10, false],
	['get', 130, 70, false],
];

const itemsOf = (count: number, { tenantId, contacts }: Organisation, ids: readonly string[]): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		tenantId,
		InvoiceID: ids[index % ids.length]!,
		contact: contacts[index % contacts.length]!,
		reference: `bench-${index}`,
		description: `Consulting ${index}`,
		amount: '100.00',
	}));

/** Calls of another program with the same app, until the organisation's minute is used up. */
async function useUp({ sandbox, tenantId }: Xero): Promise<void> {
	const authorization = `Bearer ${sandbox.issue().access_token}`;
	for (let calls = 0; calls < sandbox.limits.minute; calls += 1) {
		const answer = await fetch(`${sandbox.url}/api.xro/2.0/Organisation`, {
			headers: { authorization, accept: 'application/json', 'xero-tenant-id': tenantId },
		});
		await answer.arrayBuffer();
	}
}

interface Share {
	/** ms of Xero's time from the start until the answer to the last call for an organisation. */
	readonly ms: number;
	readonly done: number;
}

/** One node over the items of both organisations; A's come first. */
async function together(task: Exclude<Task, 'readAll'>, a: number, b: number, usedUp: boolean): Promise<{ a: Share; b: Share }> {
	const circumstances = { limitedAt: 'leaps', latency: LATENCY, holding: HOLDING, beside: HOLDING } as const;
	return await Xero.during(circumstances, async (xero) => {
		const { sandbox, second } = xero;
		if (usedUp) await useUp(xero);
		const items = [...itemsOf(a, xero, xero.ids()), ...itemsOf(b, second, xero.ids(second.tenantId))];
		const organisation = { __rl: true, mode: 'id', value: '={{ $json.tenantId }}' } as unknown as INodeParameters;
		const started = xero.now();
		const { ran } = await runPack(xero, { items, parameters: { ...thisPack.parameters(task, ''), organisation } });
		const rows = ran?.json('Xero') ?? [];
		const shareOf = ({ tenantId }: Organisation): Share => {
			const good = sandbox.calls.filter(({ tenant, status }) => tenant === tenantId && status === 200);
			const own = new Set(xero.ids(tenantId));
			const done = rows.filter(({ InvoiceID }) => own.has(String(InvoiceID))).length;
			return { ms: Math.max(...good.map(({ at }) => at)) + LATENCY - started, done };
		};
		return { a: shareOf(xero), b: shareOf(second) };
	});
}

/** Whether one organisation waits for another's minute. */
export async function organisations(progress: (text: string) => void): Promise<Table> {
	const rows: Table['rows'][number][] = [];
	for (const [task, a, b, usedUp] of cases) {
		progress(`${task} ${a} in A${usedUp ? ', whose minute is used up,' : ''} and ${b} in B`);
		const alone = await together(task, 0, b, usedUp);
		const both = await together(task, a, b, usedUp);
		rows.push([
			task === 'create' ? 'create' : 'get by ID',
			a,
			usedUp ? 'used up by others' : 'free',
			b,
			duration(alone.b.ms),
			duration(both.b.ms),
			(both.b.ms / alone.b.ms).toFixed(1),
			duration(both.a.ms),
			`${both.a.done + both.b.done} of ${a + b}`,
		]);
	}
	return {
		title: 'Two organisations in one node',
		before: [
			`One node with items for organisation A, and behind them items for organisation B, under Xero's limits, which hold for each organisation by itself; A's minute is free at the start, or others have just used it up. The time of B is from the start until the last answer for B, with B's items alone in the node and with A's before them. Answers take ${LATENCY} ms. The clock of the sandbox and of the pack goes at the machine's pace, but leaps over all waiting.`,
		],
		head: ['Work', 'Items for A', "A's minute", 'Items for B', 'B alone', 'B behind A', '× alone', 'A', 'Done'],
		rows,
	};
}
