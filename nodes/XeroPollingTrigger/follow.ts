import type { IDataObject } from 'n8n-workflow';
import { clock } from '../shared/http/clock';
import type { Asking } from './asking';
import type { Change, Reading } from './changes';
import { changesSince, secondBefore } from './changes';
import { Known } from './known';
import type { Kept, Marks } from './state';
import { packed, unpacked } from './state';
import type { ChangeType, Verdict } from './verdicts';
import { bySight, judged, takesCalls } from './verdicts';

/** One record to hand on. */
export interface Told {
	readonly type: ChangeType;
	readonly record: IDataObject;
}

/** What came of a poll: what to hand on, and what to remember for the next. */
export interface Polled {
	readonly told: readonly Told[];
	readonly kept: Kept;
}

/** Every poll reads again what changed in the last minute before its cursor, for what Xero shows late. In ms. */
const OVERLAP = 60_000;
/** Where nothing changes the cursor follows Xero's clock at this distance, so that a long quiet time is not read again. In ms. */
const LAG = 2 * 60_000;
/** How far the host's clock may be off before a first poll takes a second call. In ms. */
const SLACK = 60_000;

/** More changes than this are not read ahead where each may take a call to judge: there is not the time for them in one poll. */
const ENOUGH = 500;

/** What the trigger remembers of changes. */
interface Memory {
	readonly key: string;
	/** Second to ask from. */
	readonly since: number;
	/** States of records handed on or passed over, from `since` on. */
	readonly seen: Marks;
	readonly known: Known;
}

/** Of records that are known by sight none may be forgotten. */
const knownTo = (asking: Asking, marks: Map<string, number>, start: number): Known =>
	new Known(marks, start, bySight(asking) ? Infinity : undefined);

const remembered = (asking: Asking, kept: IDataObject, key: string): Memory => ({
	key,
	since: Number(kept.since),
	seen: unpacked(kept.seen),
	known: knownTo(asking, unpacked(kept.known), Number(kept.start)),
});

const kept = ({ key, since, seen, known }: Memory): Kept => ({
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

function clockOf(asking: Asking, { now }: Reading): number {
	if (now === undefined)
		throw asking.refuse('Xero did not say what time it is', 'The trigger starts from the time of Xero. Activate it again');
	return now;
}

/** The records there are, for a first poll. @throws NodeOperationError when they cannot be read in the time there is */
async function found(asking: Asking, since: number): Promise<Reading> {
	const reading = await changesSince(asking, since);
	if (reading.stopped !== undefined)
		throw asking.refuse('There was not enough time to start', 'Xero took too long to answer. Activate the workflow again');
	return reading;
}

/** Starts with what Xero has now: nothing of it is handed on. */
async function begun(asking: Asking, key: string): Promise<Memory> {
	const whole = bySight(asking);
	const asked = whole ? 0 : secondBefore(clock.now() - LAG - OVERLAP - SLACK);
	let reading = await found(asking, asked);
	const now = clockOf(asking, reading);
	const since = secondBefore(now - LAG - OVERLAP);
	// The host's clock is ahead: the next poll would meet changes that were there before the start.
	if (asked > since) reading = await found(asking, since);
	const known = knownTo(asking, new Map(), now - OVERLAP);
	for (const { id } of reading.changes) known.add(id, 0);
	return { key, since, known, seen: new Map(reading.changes.map((change) => [change.mark, secondOf(change, now, since)])) };
}

/** Starts from a moment in the past, or still to come: what changed since then is handed on. */
async function begunFrom(asking: Asking, key: string, moment: number): Promise<Memory> {
	const known = knownTo(asking, new Map(), moment);
	if (bySight(asking)) for (const { id } of (await found(asking, 0)).changes) known.add(id, 0);
	return { key, since: Math.floor(moment / 1000), seen: new Map(), known };
}

/** The latest state of each record that is to be judged, the oldest first. */
function candidates(asking: Asking, known: Known, fresh: readonly Change[]): Change[] {
	const latest = new Map(fresh.map((change) => [change.id, change]));
	return fresh.filter((change) => {
		if (latest.get(change.id) !== change) return false;
		if (asking.wish.passes(change.record)) return true;
		// Who waits for updates alone must not miss one because the record did not pass the filters when it was made.
		if (asking.wish.event === 'updated') known.add(change.id, change.at ?? known.from);
		return false;
	});
}

const wanted = (asking: Asking, { type }: Verdict): boolean =>
	type !== undefined && (asking.wish.event === 'newOrUpdated' || asking.wish.watched.by === 'paid' || type === asking.wish.event);

/** Where the next poll begins (seconds): never before this one did. */
function nextSince(since: number, { changes, now, stopped }: Reading, left: Change | undefined): number {
	const changed = changes.reduce((latest, { at }) => Math.max(latest, at ?? -Infinity), -Infinity);
	const latest = now === undefined ? changed : Math.min(now, Math.max(changed, now - LAG));
	const end = Math.min(stopped === undefined ? latest : stopped * 1000, left?.at ?? Infinity);
	return Number.isFinite(end) ? Math.max(since, secondBefore(end - OVERLAP)) : since;
}

async function polled(asking: Asking, { key, since, seen: before, known }: Memory): Promise<Polled> {
	const reading = await changesSince(asking, since, before, takesCalls(asking) ? ENOUGH : undefined);
	const fresh = reading.changes.filter(({ mark }) => !before.has(mark));
	const open = candidates(asking, known, fresh);
	const verdicts = await judged(asking, known, open);
	const left = open[verdicts.length];
	const told: Told[] = [];
	for (const [index, verdict] of verdicts.entries()) {
		const { id, record } = open[index]!;
		known.add(id, verdict.since);
		if (wanted(asking, verdict)) told.push({ type: verdict.type!, record });
	}
	// What comes after the first that there was no time for is met again by the next poll.
	const done = left === undefined ? reading.changes : reading.changes.slice(0, reading.changes.indexOf(left));
	const seen = new Map(before);
	for (const change of done) seen.set(change.mark, secondOf(change, reading.now, since));
	return { told, kept: kept({ key, since: nextSince(since, reading, left), seen, known }) };
}

/**
 * One poll of what is followed by UpdatedDateUTC.
 * @param earlier what the last poll left; a first one has nothing
 */
export async function follow(asking: Asking, key: string, earlier: IDataObject | undefined): Promise<Polled> {
	if (earlier) return await polled(asking, remembered(asking, earlier, key));
	const { startFrom } = asking.wish;
	if (startFrom === undefined) return { told: [], kept: kept(await begun(asking, key)) };
	return await polled(asking, await begunFrom(asking, key, startFrom));
}
