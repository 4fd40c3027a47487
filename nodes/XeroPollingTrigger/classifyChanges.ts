import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';
import { fillPath, pathParametersOf } from '../shared/model/path';
import type { Change } from '../shared/polling/changes';
import { momentIn } from '../shared/polling/changes';
import type { KnownRecords } from './knownRecords';
import type { RecordsClient } from './pollParameters';

/** What a change is to the person who waits for it. */
export type ChangeType = 'new' | 'updated' | 'newOrUpdated' | 'paid' | 'overdue';

export interface ClassifiedChange {
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

/** What happened to a record; empty where Xero keeps nothing of it. */
async function historyOf(pollClient: RecordsClient, id: string): Promise<IDataObject[]> {
	const { path, envelope } = pollClient.parameters.triggerOn.resource.operations.getHistory!;
	const [hole] = pathParametersOf(path) as [string];
	return await pollClient.records(fillPath(path, { [hole]: id }), envelope);
}

/** When a record was made: its own word, or the oldest entry of its history. */
async function created(pollClient: RecordsClient, { id, record }: Change): Promise<number | undefined> {
	const { created: property } = pollClient.parameters.triggerOn;
	if (property !== undefined) return momentIn(record, property);
	const moments = momentsOf(await historyOf(pollClient, id));
	return moments.length ? Math.min(...moments) : undefined;
}

async function newOrUpdated(pollClient: RecordsClient, known: KnownRecords, change: Change): Promise<ClassifiedChange> {
	const { at = known.from } = change;
	const made = knowsAllRecords(pollClient) ? at : await created(pollClient, change);
	// Xero has no history of it: then it is what it looks like.
	if (made === undefined) return { type: at >= known.from ? 'new' : 'updated', since: at };
	return knowsAllRecords(pollClient) || made >= known.from ? { type: 'new', since: made } : { type: 'updated', since: 0 };
}

/** One paid before the trigger started was only touched now. */
async function paid(pollClient: RecordsClient, known: KnownRecords, { id, at = known.from }: Change): Promise<ClassifiedChange> {
	const moments = momentsOf((await historyOf(pollClient, id)).filter(isPayment));
	if (moments.length === 0) return { type: 'paid', since: at };
	const last = Math.max(...moments);
	return last < known.from ? { type: undefined, since: 0 } : { type: 'paid', since: last };
}

/** What can be said without a call. */
function classifiedLocally(
	{ parameters: parameters }: RecordsClient,
	known: KnownRecords,
	{ id, at = known.from }: Change,
): ClassifiedChange | undefined {
	if (parameters.triggerOn.by === 'paid') return known.has(id) ? { type: undefined, since: 0 } : undefined;
	if (!parameters.tellsNew) return { type: 'newOrUpdated', since: at };
	return known.has(id) ? { type: 'updated', since: at } : undefined;
}

/** Whether it may take a call to classify a change. */
export const needsCalls = ({ parameters: { triggerOn, tellsNew } }: RecordsClient): boolean =>
	tellsNew && triggerOn.created === undefined && triggerOn.resource.operations.getHistory !== undefined;

/** Where Xero keeps no history (accounts, users) every record there was is remembered: who is not among them is new. */
export const knowsAllRecords = ({ parameters: { triggerOn } }: RecordsClient): boolean =>
	triggerOn.created === undefined && triggerOn.resource.operations.getHistory === undefined;

/**
 * Classifies changes in their order, up to where time runs out; but always the first, so that every poll gets further.
 * @returns as many classifications as there was time for
 */
export async function classifyChanges(
	pollClient: RecordsClient,
	known: KnownRecords,
	changes: readonly Change[],
): Promise<ClassifiedChange[]> {
	const classify = pollClient.parameters.triggerOn.by === 'paid' ? paid : newOrUpdated;
	const gate = pLimit(AT_ONCE);
	let over = false;
	const classified = await Promise.all(
		changes.map(async (change, index) => {
			const local = classifiedLocally(pollClient, known, change);
			if (local) return local;
			return await gate(async () => {
				if (over) return undefined;
				const work = async (): Promise<ClassifiedChange> => await classify(pollClient, known, change);
				const found = index === 0 || !needsCalls(pollClient) ? await work() : await pollClient.further(work);
				if (found === undefined) over = true;
				return found;
			});
		}),
	).finally(() => gate.clearQueue());
	const end = classified.indexOf(undefined);
	return (end < 0 ? classified : classified.slice(0, end)) as ClassifiedChange[];
}
