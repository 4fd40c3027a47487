import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { Asking } from './asking';
import type { Change } from './changes';
import { momentIn } from './changes';
import type { Known } from './known';

/** What a change is to the person who waits for it. */
export type ChangeType = 'new' | 'updated' | 'newOrUpdated' | 'paid' | 'overdue';

export interface Verdict {
	/** Absent: not for the one who waits. */
	readonly type: ChangeType | undefined;
	/** Moment (ms) since which it is so: of creation, or of payment. */
	readonly since: number;
}

/** Calls for histories under way at once: what Xero lets one organisation have. */
const AT_ONCE = 5;

/** A note that a person wrote may speak of anything. */
const isNote = ({ Changes }: IDataObject): boolean => /^note$/i.test(String(Changes ?? ''));
/** Words of Xero's history where money comes in, goes out or is credited; it has no list of them. */
const PAYMENT = /paid|payment|credit|applied|allocat/i;

const isPayment = (entry: IDataObject): boolean =>
	!isNote(entry) && PAYMENT.test(`${String(entry.Changes ?? '')} ${String(entry.Details ?? '')}`);

const momentsOf = (history: readonly IDataObject[]): number[] =>
	history.map((entry) => momentIn(entry, 'DateUTC')).filter((moment) => moment !== undefined);

/** When a record was made: its own word, or the oldest entry of its history. */
async function created(asking: Asking, { id, record }: Change): Promise<number | undefined> {
	const { created: property } = asking.wish.watched;
	if (property !== undefined) return momentIn(record, property);
	const moments = momentsOf(await asking.history(id));
	return moments.length ? Math.min(...moments) : undefined;
}

async function newOrUpdated(asking: Asking, known: Known, change: Change): Promise<Verdict> {
	const { at = known.from } = change;
	const made = bySight(asking) ? at : await created(asking, change);
	// Xero has no history of it: then it is what it looks like.
	if (made === undefined) return { type: at >= known.from ? 'new' : 'updated', since: at };
	return bySight(asking) || made >= known.from ? { type: 'new', since: made } : { type: 'updated', since: 0 };
}

/** One paid before the trigger started was only touched now. */
async function paid(asking: Asking, known: Known, { id, at = known.from }: Change): Promise<Verdict> {
	const moments = momentsOf((await asking.history(id)).filter(isPayment));
	if (moments.length === 0) return { type: 'paid', since: at };
	const last = Math.max(...moments);
	return last < known.from ? { type: undefined, since: 0 } : { type: 'paid', since: last };
}

/** What can be said without a call. */
function atOnce({ wish }: Asking, known: Known, { id, at = known.from }: Change): Verdict | undefined {
	if (wish.watched.by === 'paid') return known.has(id) ? { type: undefined, since: 0 } : undefined;
	if (!wish.tellsNew) return { type: 'newOrUpdated', since: at };
	return known.has(id) ? { type: 'updated', since: at } : undefined;
}

/** Whether a verdict may take a call. */
export const takesCalls = ({ wish: { watched, tellsNew } }: Asking): boolean =>
	tellsNew && watched.created === undefined && watched.resource.operations.getHistory !== undefined;

/** Where Xero keeps no history (accounts, users) every record there was is remembered: who is not among them is new. */
export const bySight = ({ wish: { watched } }: Asking): boolean =>
	watched.created === undefined && watched.resource.operations.getHistory === undefined;

/**
 * Judges changes in their order, up to where time runs out; but always the first, so that every poll gets further.
 * @returns as many verdicts as there was time for
 */
export async function judged(asking: Asking, known: Known, changes: readonly Change[]): Promise<Verdict[]> {
	const judge = asking.wish.watched.by === 'paid' ? paid : newOrUpdated;
	const gate = pLimit(AT_ONCE);
	let over = false;
	const verdicts = await Promise.all(
		changes.map(async (change, index) => {
			const verdict = atOnce(asking, known, change);
			if (verdict) return verdict;
			return await gate(async () => {
				if (over) return undefined;
				const work = async (): Promise<Verdict> => await judge(asking, known, change);
				const found = index === 0 || !takesCalls(asking) ? await work() : await asking.further(work);
				if (found === undefined) over = true;
				return found;
			});
		}),
	).finally(() => gate.clearQueue());
	const end = verdicts.indexOf(undefined);
	return (end < 0 ? verdicts : verdicts.slice(0, end)) as Verdict[];
}
