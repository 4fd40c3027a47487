import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../shared/polling/changes';
import {
	changesSince,
	clockOf,
	likelyStartSecond,
	nextSince,
	OVERLAP,
	readToStart,
	startSecond,
} from '../shared/polling/changes';
import type { PollOutcome } from '../shared/polling/poll';
import type { Marks, PollState } from '../shared/polling/state';
import { packed, unpacked } from '../shared/polling/state';
import { KnownRecords } from './knownRecords';
import type { RecordsClient } from './pollParameters';
import type { ChangeType, ClassifiedChange } from './classifyChanges';
import { knowsAllRecords, classifyChanges, needsCalls } from './classifyChanges';

/** One record to hand on. */
export interface TriggerItem {
	readonly type: ChangeType;
	readonly record: IDataObject;
}

/** What came of a poll. */
export type PollResult = PollOutcome<TriggerItem>;

/** More changes than this are not read ahead where each may take a call to judge: there is not the time for them in one poll. */
const ENOUGH = 500;

/** What the trigger remembers of changes. */
interface Memory {
	readonly key: string;
	/** Second to ask from. */
	readonly since: number;
	/** States of records handed on or passed over, from `since` on. */
	readonly seen: Marks;
	readonly known: KnownRecords;
}

/** Of records that are known by sight none may be forgotten. */
const knownTo = (pollClient: RecordsClient, marks: Map<string, number>, start: number): KnownRecords =>
	new KnownRecords(marks, start, knowsAllRecords(pollClient) ? Infinity : undefined);

const remembered = (pollClient: RecordsClient, kept: IDataObject, key: string): Memory => ({
	key,
	since: Number(kept.since),
	seen: unpacked(kept.seen),
	known: knownTo(pollClient, unpacked(kept.known), Number(kept.start)),
});

const kept = ({ key, since, seen, known }: Memory): PollState => ({
	key,
	since,
	start: known.from,
	// What is older will not come again.
	seen: packed(new Map([...seen].filter(([, second]) => second >= since))),
	known: packed(known.all),
});

/** The second in which a state of a record came to be, or was first seen. */
const secondOf = ({ at }: Change, now: number | undefined, since: number): number =>
	Math.floor((at ?? now ?? since * 1000) / 1000);

/** Starts with what Xero has now: nothing of it is handed on. */
async function startState(pollClient: RecordsClient, key: string): Promise<Memory> {
	const whole = knowsAllRecords(pollClient);
	const asked = whole ? 0 : likelyStartSecond();
	let reading = await readToStart(pollClient, asked);
	const now = clockOf(pollClient, reading.now);
	const since = startSecond(now);
	// The host's clock is ahead: the next poll would meet changes that were there before the start.
	if (asked > since) reading = await readToStart(pollClient, since);
	const known = knownTo(pollClient, new Map(), now - OVERLAP);
	for (const { id } of reading.changes) known.add(id, 0);
	return { key, since, known, seen: new Map(reading.changes.map((change) => [change.mark, secondOf(change, now, since)])) };
}

/** Starts from a moment in the past, or still to come: what changed since then is handed on. */
async function startStateFrom(pollClient: RecordsClient, key: string, moment: number): Promise<Memory> {
	const known = knownTo(pollClient, new Map(), moment);
	if (knowsAllRecords(pollClient)) for (const { id } of (await readToStart(pollClient, 0)).changes) known.add(id, 0);
	return { key, since: Math.floor(moment / 1000), seen: new Map(), known };
}

/** The latest state of each record that is to be judged, the oldest first. */
function candidates(pollClient: RecordsClient, known: KnownRecords, fresh: readonly Change[]): Change[] {
	const latest = new Map(fresh.map((change) => [change.id, change]));
	return fresh.filter((change) => {
		if (latest.get(change.id) !== change) return false;
		if (pollClient.parameters.passes(change.record)) return true;
		// Who waits for updates alone must not miss one because the record did not pass the filters when it was made.
		if (pollClient.parameters.event === 'updated') known.add(change.id, change.at ?? known.from);
		return false;
	});
}

const wanted = (pollClient: RecordsClient, { type }: ClassifiedChange): boolean =>
	type !== undefined &&
	(pollClient.parameters.event === 'newOrUpdated' ||
		pollClient.parameters.triggerOn.by === 'paid' ||
		type === pollClient.parameters.event);

async function polled(pollClient: RecordsClient, { key, since, seen: before, known }: Memory): Promise<PollResult> {
	const reading = await changesSince(pollClient, since, before, needsCalls(pollClient) ? ENOUGH : undefined);
	const fresh = reading.changes.filter(({ mark }) => !before.has(mark));
	const open = candidates(pollClient, known, fresh);
	const classified = await classifyChanges(pollClient, known, open);
	const left = open[classified.length];
	const items: TriggerItem[] = [];
	for (const [index, change] of classified.entries()) {
		const { id, record } = open[index]!;
		known.add(id, change.since);
		if (wanted(pollClient, change)) items.push({ type: change.type!, record });
	}
	// What comes after the first that there was no time for is met again by the next poll.
	const done = left === undefined ? reading.changes : reading.changes.slice(0, reading.changes.indexOf(left));
	const seen = new Map(before);
	for (const change of done) seen.set(change.mark, secondOf(change, reading.now, since));
	return { items, state: kept({ key, since: nextSince(since, reading, left), seen, known }) };
}

/**
 * One poll of what is followed by UpdatedDateUTC.
 * @param earlier what the last poll left; a first one has nothing
 */
export async function pollChanges(pollClient: RecordsClient, key: string, earlier: IDataObject | undefined): Promise<PollResult> {
	if (earlier) return await polled(pollClient, remembered(pollClient, earlier, key));
	const { startFrom } = pollClient.parameters;
	if (startFrom === undefined) return { items: [], state: kept(await startState(pollClient, key)) };
	return await polled(pollClient, await startStateFrom(pollClient, key, startFrom));
}
