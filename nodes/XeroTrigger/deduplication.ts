import type { IExecuteFunctions } from 'n8n-workflow';
import type { Event } from './delivery';
import { eventKey } from './eventKey';
import { answered, nodeIn } from './received';

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
	const values = keys.flatMap((key) => [key, own(key)]);
	const record = async () => await ctx.helpers.checkProcessedAndRecord(values, 'node', STORE);
	try {
		return await inTurn(node, async () => {
			// The first of two executions that begin the list at once makes the other's insert go wrong.
			const { processed } = await record().catch(record);
			const known = new Set(processed.map(String));
			const repeated = new Set(keys.filter((key) => known.has(key) && !known.has(own(key))));
			// What is dropped now is to be dropped as well when this execution runs again.
			if (repeated.size > 0) await ctx.helpers.removeProcessed([...repeated].map(own), 'node', STORE).catch(() => {});
			return (event) => !repeated.has(eventKey(event));
		});
	} catch (cause) {
		ctx.logger?.warn(`Xero Trigger: n8n's store for deduplication could not be asked, events are passed on: ${why(cause)}`);
		return all;
	}
}
