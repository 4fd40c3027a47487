import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../sandbox/contract';
import type { Ran } from '../test/n8n';
import { thisPack } from './contenders';
import { found, itemsFor } from './measure';
import { runPack, type Work } from './packRun';
import { duration, quoted, type Table } from './table';
import { Xero } from './xero';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Where Timeout counts, which goes by the machine's clock, Xero's minute passes in six seconds. */
const FACTOR = 10;
const LATENCY = 100;
const DOWN: Fault['what'] = { kind: 'status', status: 503 };
const CUT: Fault['what'] = { kind: 'dropBefore' };
/** Real ms between the bytes of an answer that drips: two tenths of a second of Xero's time. */
const DRIP: Fault['what'] = { kind: 'drip', ms: 20 };
/** The least that the node takes, in s: ten seconds of Xero's time. */
const TIMEOUT = 1;

/** A failure that Xero remembers under the write's Idempotency-Key and gives again for six minutes. */
const remembered = (keepWrite: boolean): Fault['what'] => ({
	kind: 'answer',
	status: 500,
	keepWrite,
	change: () => ({ Title: 'InternalServerError', Status: 500, Detail: 'An error occurred in Xero.' }),
});

interface Case {
	readonly what: string;
	/** Invoices to be created; or so many items that each read all. */
	readonly create?: number;
	readonly readers?: number;
	/** Invoices there are to read. */
	readonly holding?: number;
	readonly fault: Fault;
	/** What else does not work, where the fault does not fit. */
	readonly also?: Fault;
	/** In s of the machine's clock. */
	readonly timeout?: number;
	/** A row for each item instead of an error. */
	readonly goesOn?: boolean;
	readonly more?: Pick<Work, 'canceledAfter' | 'bound'>;
}

const PAGES = { readers: 1, holding: 3_000 } as const;
const SLOW = { timeout: TIMEOUT } as const;

const cases: readonly Case[] = [
	{ what: '503 for 10 s', create: 100, fault: { what: DOWN, lasts: 10 * SECOND } },
	{ what: '503 for 10 s after the first page', ...PAGES, fault: { after: 1, what: DOWN, lasts: 10 * SECOND } },
	{ what: '503 for 60 s', create: 100, fault: { what: DOWN, lasts: MINUTE } },
	{ what: '503 for 60 s after the first page', ...PAGES, fault: { after: 1, what: DOWN, lasts: MINUTE } },
	{ what: 'connections cut for 10 s', create: 100, fault: { what: CUT, lasts: 10 * SECOND } },
	{ what: 'connections cut for 10 s after the first page', ...PAGES, fault: { after: 1, what: CUT, lasts: 10 * SECOND } },
	{
		what: 'written, but connections cut before the answers, for 10 s',
		create: 100,
		fault: { what: { kind: 'dropAfter' }, lasts: 10 * SECOND },
	},
	{ what: '503 for good', create: 100, fault: { what: DOWN } },
	{
		what: '503 for good, canceled after 3 s',
		create: 100,
		fault: { what: DOWN },
		more: { canceledAfter: 3 * SECOND },
	},
	{
		what: '503 for good, canceled after 3 s',
		...PAGES,
		fault: { what: DOWN },
		more: { canceledAfter: 3 * SECOND },
	},
	...[400, 403].map((status): Case => ({
		what: `${status} to one third page, others under way`,
		readers: 12,
		holding: 5_000,
		fault: { match: { path: /[?&]page=3\b/ }, times: 1, what: { kind: 'status', status } },
	})),
	{
		what: '400 to the third page, 503 to those beside it',
		readers: 1,
		holding: 5_000,
		fault: { match: { path: /[?&]page=3\b/ }, what: { kind: 'status', status: 400 } },
		also: { after: 1, what: DOWN },
	},
	{
		what: 'the first answer drips',
		create: 100,
		fault: { times: 1, what: DRIP },
		...SLOW,
		more: { bound: (2 * MINUTE) / FACTOR },
	},
	{ what: 'the first answer drips', ...PAGES, fault: { times: 1, what: DRIP }, ...SLOW, more: { bound: (2 * MINUTE) / FACTOR } },
	{ what: 'every answer drips', ...PAGES, fault: { what: DRIP }, ...SLOW, more: { bound: (6 * MINUTE) / FACTOR } },
	...[false, true].map((written): Case => ({
		what: `500, remembered under the key, ${written ? 'though it was written' : 'nothing written'}`,
		create: 50,
		fault: { match: { path: '/Invoices' }, times: 1, what: remembered(written) },
		goesOn: true,
	})),
];

/** What the workflow is left with: how many rows of each kind, or the error it ended with. */
function outcome(ran: Ran | undefined, ms: number): string {
	if (!ran) return `not ended after ${duration(ms)}`;
	const { error } = ran;
	if (error) {
		const { state } = (error.context?.xero ?? {}) as { state?: string };
		return `${state ?? 'error'}: ${quoted(error.message)}`;
	}
	const errors = ran.json('Xero').flatMap((row) => (typeof row.error === 'string' ? [row.error] : []));
	if (errors.length === 0) return 'done';
	const open = errors.filter((text) => /\bopen whether\b/.test(text)).length;
	return `${errors.length - open} rows refused, ${open} open: ${quoted(errors[0])}`;
}

function workOf({ create, readers = 0, timeout, goesOn = false, more }: Case, xero: Xero): Work {
	const setting = goesOn ? ({ onError: 'continueRegularOutput' } as const) : {};
	const items: IDataObject[] =
		create === undefined ? Array.from({ length: readers }, () => ({})) : itemsFor('create', create, xero);
	const panel = thisPack.parameters(create === undefined ? 'readAll' : 'create', xero.tenantId);
	const numbered = { InvoiceNumber: '={{ $json.reference }}' };
	return {
		items,
		setting,
		parameters: { ...panel, ...(create === undefined ? {} : numbered), options: timeout === undefined ? {} : { timeout } },
		...more,
	};
}

async function rowOf(one: Case): Promise<Table['rows'][number]> {
	const { what, create, readers = 1, holding = 0, fault, timeout } = one;
	const timed =
		timeout === undefined
			? ({ limitedAt: 'leaps', latency: LATENCY } as const)
			: { limitedAt: FACTOR, latency: LATENCY / FACTOR };
	return await Xero.during({ ...timed, holding }, async (xero) => {
		xero.sandbox.fail(fault);
		if (one.also) xero.sandbox.fail(one.also);
		const { ran, ms, calls, limited, later } = await runPack(xero, workOf(one, xero));
		const { written, duplicated } = found(xero);
		const given = ran?.json('Xero').filter(({ error }) => error === undefined).length ?? 0;
		const pages = `read ${(readers * holding).toLocaleString('en')}`;
		return [
			what,
			create === undefined ? pages : `create ${create}`,
			calls,
			limited,
			later,
			duration(ms),
			given,
			create === undefined ? '–' : written,
			create === undefined ? '–' : duplicated,
			outcome(ran, ms),
		];
	});
}

/** What becomes of a workflow while Xero does not work as it should. */
export async function outages(progress: (text: string) => void): Promise<Table> {
	const rows: Table['rows'][number][] = [];
	for (const one of cases) {
		progress(`${one.what}, ${one.create === undefined ? 'Return All' : 'create'}`);
		rows.push(await rowOf(one));
	}
	return {
		title: 'When Xero does not work',
		before: [
			`Invoices created, or read with Return All in pages of 1,000, under Xero's limits and with Longest Wait as it is (5 minutes). Answers take ${LATENCY} ms. The clock of the sandbox and of the pack goes at the machine's pace, but leaps over all waiting. What lasts for a time begins with the first call that it meets. Where an answer drips (headers, then a blank every 0.2 s and no end) Timeout is 10 s, and the clock runs ${FACTOR} times faster instead, as does then what the machine takes.`,
			'“Came out” is what the workflow can go on with. “Later” counts calls that the node sent in the minute after it had ended. The state before an error is what the pack tells other code of it. Where a failure is remembered under the Idempotency-Key, as Xero says of its own, the invoices bear numbers and the node is set to go on.',
		],
		head: ['At Xero', 'Work', 'Calls', '429', 'Later', 'Ended after', 'Came out', 'Written', 'Duplicated', 'Outcome'],
		rows,
	};
}
