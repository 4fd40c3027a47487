import type { IDeduplicationOutput, IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import type { Event } from './delivery';
import { eventKey } from './eventKey';
import { answered, nodeIn } from './receivedEvents';

/** Two values for each event, 1,000 events: 55 kB of n8n's database for each trigger. */
const STORE = { mode: 'entries', maxEntries: 2_000 } as const;

/** One after the other within a process: n8n reads the whole list and writes it back, so calls at once lose each other's values. */
const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(node: string, work: () => Promise<T>): Promise<T> {
	const mine = (turns.get(node) ?? Promise.resolve()).then(work, work);
	turns.set(node, mine);
	try {
		return await mine;
	} finally {
		if (turns.get(node) === mine) turns.delete(node);
	}
}

type Record = (values: readonly string[]) => Promise<IDeduplicationOutput>;

/** How long after values were recorded they are looked for once more, longer than n8n takes to write a list; ms. And how often. */
const AGAIN = 1_000;
const TIMES = 5;

/** Values that are to be looked for once more, with how often yet, and by whom. */
interface Unconfirmed {
	values: Map<string, number>;
	record: Record;
}

const unconfirmed = new Map<string, Unconfirmed>();

/** Records again what a process that wrote the list at the same moment has lost. At most one call a second for a node. */
async function confirm(node: string, values: readonly string[], record: Record): Promise<void> {
	const waiting = unconfirmed.get(node);
	const list = waiting ?? { values: new Map<string, number>(), record };
	for (const value of values) list.values.set(value, TIMES);
	list.record = record;
	if (waiting) return;
	unconfirmed.set(node, list);
	while (list.values.size > 0) {
		// Not all processes at the same moment.
		await sleep(AGAIN * (1 + clock.random()));
		const asked = list.values;
		list.values = new Map();
		const some = [...asked.keys()].slice(-STORE.maxEntries);
		const lost = await inTurn(node, async () => (await list.record(some)).new.map(String)).catch(() => some);
		for (const value of lost) {
			const left = asked.get(value)! - 1;
			if (left > 0 && !list.values.has(value)) list.values.set(value, left);
		}
	}
	if (unconfirmed.get(node) === list) unconfirmed.delete(node);
}

/** Forgets what this process has recorded: for tests of a restart. */
export const forgetRecorded = (): void => unconfirmed.clear();

/** Why something went wrong, for the log. */
const why = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Records events in n8n's own store for deduplication, which all its processes share, and tells which of them another
 * execution has recorded before: a redelivery that reached another process, or came after a restart.
 * Nothing is lost by it: an execution that runs again, or is tried again by a person, gets its events again, and where the
 * store cannot be asked, or two write to it at once, an event is passed on twice rather than not at all.
 * @returns whether to pass an event on; nothing is thrown
 */
export async function notProcessed(ctx: IExecuteFunctions, events: readonly Event[]): Promise<(event: Event) => boolean> {
	const all = (): boolean => true;
	if (ctx.getMode() !== 'webhook' || events.length === 0) return all;
	const node = nodeIn(ctx);
	const keys = [...new Set(events.map(eventKey))];
	// Until Xero is answered n8n may still be stopped without it, and the redelivery is to run: nothing is recorded before.
	await answered(node, keys);
	// The key comes first, so that it is also the first to be forgotten: its execution's own value never stands against it.
	const own = (key: string): string => `${ctx.getExecutionId()} ${key}`;
	const valuesOf = (some: readonly string[]): string[] => some.flatMap((key) => [key, own(key)]);
	const record: Record = async (values) => await ctx.helpers.checkProcessedAndRecord([...values], 'node', STORE);
	try {
		// The first of two executions that begin the list at once makes the other's insert go wrong.
		const again = async () => await record(valuesOf(keys));
		const repeated = await inTurn(node, async () => {
			const { processed } = await again().catch(again);
			const known = new Set(processed.map(String));
			const dropped = keys.filter((key) => known.has(key) && !known.has(own(key)));
			// What is dropped now is to be dropped as well when this execution runs again.
			if (dropped.length > 0) await ctx.helpers.removeProcessed(dropped.map(own), 'node', STORE).catch(() => {});
			return new Set(dropped);
		});
		const kept = keys.filter((key) => !repeated.has(key));
		if (kept.length > 0) void confirm(node, valuesOf(kept), record);
		return (event) => !repeated.has(eventKey(event));
	} catch (cause) {
		ctx.logger?.warn(
			`Xero Accounting Trigger: n8n's store for deduplication could not be asked, events are passed on: ${why(cause)}`,
		);
		return all;
	}
}
