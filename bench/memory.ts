import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { oneNode, type WorkflowFile } from '../test/n8n';
import { credentialFor, thisPack } from './contenders';
import { leastParameters } from './leastNode';
import { itemsFor } from './measure';
import { type Ask, inProcesses } from './processes';
import { duration, ratio, type Table } from './table';
import type { Watch } from './watched';
import type { Order, Report } from './worker';
import { Xero } from './xero';

type Row = Table['rows'][number];

const CREATED = 10_000;
const ROUNDS = 2;
const HELD = 20_000;
const LINES = 5;
const PARTS = 5;
const FAILED = 2_000;

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** Runs workflows in the process, one after another. */
async function report(
	ask: Ask,
	{ sandbox }: Xero,
	watch: Watch,
	workflows: readonly WorkflowFile[],
	how: Pick<Order, 'node'> = {},
): Promise<Report> {
	const [one] = await ask([{ workflows, atOnce: 1, credential: credentialFor(sandbox), watch, ...how }]);
	return one!;
}

const fromJson = ({ tenantId }: Xero): INodeParameters => ({
	...thisPack.parameters('readAll', tenantId),
	operation: 'create',
	input: 'json',
	body: '={{ JSON.stringify($json) }}',
});

/** An invoice as a shop would send it: five lines with words in them. */
const invoice = ({ contacts }: Xero, index: number): IDataObject => ({
	Type: 'ACCREC',
	Contact: { ContactID: contacts[index % contacts.length]! },
	Date: '2026-11-18',
	DueDate: '2026-12-18',
	Reference: `Order ${100_000 + index}, web shop`,
	LineAmountTypes: 'Exclusive',
	LineItems: Array.from({ length: 5 }, (_, line) => ({
		Description: `Article ${index}-${line}: oak board, planed and oiled, 2000 × 200 × 27 mm`,
		Quantity: line + 1,
		UnitAmount: '19.90',
		AccountCode: '200',
		TaxType: 'NONE',
	})),
});

/** How long a large input holds the event loop. */
async function loop(ask: Ask, progress: (text: string) => void): Promise<Table> {
	const rows: Row[] = [];
	for (const input of ['JSON', 'Fields'] as const) {
		const held: number[] = [];
		const worked: number[] = [];
		let given = 0;
		for (let round = 0; round < ROUNDS; round += 1) {
			progress(`${CREATED} items by ${input}, round ${round + 1} of ${ROUNDS}`);
			await Xero.during({}, async (xero) => {
				const json = input === 'JSON';
				const items = itemsFor('create', CREATED, xero).map((item, index) => (json ? invoice(xero, index) : item));
				const parameters = json ? fromJson(xero) : thisPack.parameters('create', xero.tenantId);
				const seen = await report(ask, xero, 'loop', [oneNode('measured', parameters, items)]);
				held.push(seen.loop!.held);
				worked.push(seen.loop!.worked);
				given = seen.given;
			});
		}
		const range = (times: readonly number[]): string => `${duration(Math.min(...times))} to ${duration(Math.max(...times))}`;
		rows.push([input, CREATED, given, range(held), range(worked), ROUNDS]);
	}
	return {
		title: 'How long the event loop is held',
		before: [
			`${CREATED.toLocaleString('en')} invoices created, by Input: JSON with five lines each, by fields with one. n8n answers editors and webhooks in the process that runs the node, so what counts is the longest time for which nothing else ran there: a timer of 5 ms tells it, from the node's start to its end. “Worked” is how much of such a time the process had a processor, the rest of it others had: it counts what other threads did at the same time. The sandbox runs in another process, with limits lifted. Least and most of ${ROUNDS} runs.`,
		],
		head: ['Input', 'Items', 'Came out', 'Longest hold', 'Worked', 'Rounds'],
		rows,
	};
}

/** How much heap a long list takes. */
async function reading(ask: Ask, progress: (text: string) => void): Promise<Table> {
	progress(`${HELD} invoices to read`);
	return await Xero.during({ holding: HELD, lines: LINES }, async (xero) => {
		const rows: Row[] = [];
		const readAll = thisPack.parameters('readAll', xero.tenantId);
		const contenders = [
			{ name: 'least node', how: { node: 'least' as const }, parameters: leastParameters('readAll', xero.tenantId) },
			{ name: 'this pack, Simplify off', how: {}, parameters: { ...readAll, simplify: false } },
			{ name: 'this pack, Simplify on', how: {}, parameters: { ...readAll, simplify: true } },
		];
		let least: Record<'peak' | 'held', number> | undefined;
		for (const { name, how, parameters } of contenders) {
			progress(`reading ${HELD}, ${name}`);
			const workflow = oneNode('measured', parameters, [{}]);
			const { most: peak = 0 } = await report(ask, xero, 'peak', [workflow], how);
			const { most: held = 0, given } = await report(ask, xero, 'held', [workflow], how);
			least ??= { peak, held };
			rows.push([name, given, megabytes(peak), ratio(peak, least.peak), megabytes(held), ratio(held, least.held)]);
		}
		progress(`reading ${HELD}, ${PARTS} times`);
		const parts = Array.from({ length: PARTS }, () => oneNode('measured', { ...readAll, simplify: false }, [{}]));
		const { most: peak = 0, given } = await report(ask, xero, 'peak', parts);
		const { most: held = 0 } = await report(ask, xero, 'held', parts);
		const name = `this pack, Simplify off, ${PARTS} executions one after another`;
		rows.push([name, given, megabytes(peak), ratio(peak, least!.peak), megabytes(held), ratio(held, least!.held)]);
		return {
			title: 'Memory of a long list',
			before: [
				`Return All of ${HELD.toLocaleString('en')} invoices with ${LINES} lines each, by the least node that n8n allows (bench/leastNode.ts) and by the built pack, in a process of their own; heap above what there was before. “Peak” is the heap as it is, with what is not collected yet; “in use” the most that was left when garbage was collected at each answer and at the node's end. Executions one after another stand for a long list in parts, each in a sub-workflow: what one has read is gone when the next begins.`,
			],
			head: ['Node', 'Read', 'Peak', 'Of the least', 'In use', 'Of the least'],
			rows,
		};
	});
}

/** What stays in memory for another try of a node that failed. */
async function left(ask: Ask, progress: (text: string) => void): Promise<Table> {
	const retry: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const cases: ReadonlyArray<readonly [how: string, fails: boolean, runs: number]> = [
		['all written', false, 1],
		['the last one refused', true, 1],
		['the last one refused', true, 5],
	];
	const rows: Row[] = [];
	await Xero.during({}, async (xero) => {
		const workflow = (count: number, fails: boolean): WorkflowFile => {
			const items = Array.from({ length: count }, (_, index) => invoice(xero, index));
			if (fails) items[count - 1]!.Contact = { ContactID: '99999999-9999-4999-8999-999999999999' };
			return oneNode('measured', fromJson(xero), items, retry);
		};
		await report(ask, xero, 'left', [workflow(500, true)]);
		for (const [how, fails, runs] of cases) {
			progress(`${runs} × ${FAILED} items, ${how}`);
			const workflows = Array.from({ length: runs }, () => workflow(FAILED, fails));
			const seen = await report(ask, xero, 'left', workflows);
			const each = `${(seen.left! / FAILED / runs / 1024).toFixed(2)} KB`;
			rows.push([how, FAILED, runs, seen.errors.length, megabytes(seen.left!), each]);
		}
	});
	return {
		title: 'What a failed run leaves in memory',
		before: [
			'Invoices with five lines created by a node with Retry On Fail (two tries); what was written in the first try must be known in the next. Heap in use after the executions ended, above that before them, in a process that has run 500 such items already.',
		],
		head: ['Run', 'Items', 'Executions', 'Failed', 'Left', 'For each item'],
		rows,
	};
}

/** What large work costs the process it runs in. */
export const memory = async (progress: (text: string) => void): Promise<Table[]> =>
	await inProcesses(1, async (ask) => [await loop(ask, progress), await reading(ask, progress), await left(ask, progress)]);
