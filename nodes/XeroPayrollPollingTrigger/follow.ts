import type { IDataObject } from 'n8n-workflow';
import type { Change, Reading } from '../shared/polling/changes';
import { changesSince, clockOf, momentIn, nextSince, OVERLAP, readToStart, startSecond } from '../shared/polling/changes';
import type { PollOutcome } from '../shared/polling/poll';
import { short } from '../shared/polling/state';
import type { Known } from './memory';
import { Memory } from './memory';
import type { Phase } from './phases';
import type { PayrollClient } from './pollParameters';
import { Predecessors } from './predecessors';

/** What a change is to the person who waits for it. */
export type ChangeType = 'new' | 'updated' | Exclude<Phase, 'open'>;

/** One record to hand on. */
export interface Told {
	readonly type: ChangeType;
	readonly record: IDataObject;
	/** The ID that the record had before, under the name for it. */
	readonly before?: IDataObject;
}

/** Records remembered besides those of the list, where the whole list is read; and where only its changes are. */
const MOST_GONE = 1_000;
const MOST_KNOWN = 10_000;

const DAY = 86_400_000;

/** A record as it was read. */
interface Seen extends Change {
	readonly phase: Phase;
}

/** What happened to a record since the last poll. */
interface Happening {
	readonly seen: Seen;
	readonly known: Known;
	/** What to tell of it; undefined when it is not for the one who waits. */
	readonly type: ChangeType | undefined;
	readonly before?: string;
}

/** The moment of a record's change may be missing: then its state is told by what is compared. It always is within one second. */
function seenOf({ parameters: { triggerOn } }: PayrollClient, change: Pick<Change, 'id' | 'record'>): Seen {
	const { updated, compared, phaseOf, resource } = triggerOn;
	const record = resource.operations.getAll!.shape?.(change.record, {}) ?? change.record;
	const at = momentIn(record, updated);
	const state = compared.map((name) => String(record[name] ?? ''));
	return { id: change.id, record, at, mark: short([change.id, at ?? '', ...state].join(' ')), phase: phaseOf(record) };
}

const byAge = (a: Seen, b: Seen): number => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1);

/** The watched list, or what changed in it since a second. */
async function readingOf(pollClient: PayrollClient, since: number | undefined): Promise<Reading> {
	const { modifiedSince, resource } = pollClient.parameters.triggerOn;
	if (modifiedSince) return await (since === undefined ? readToStart(pollClient, 0) : changesSince(pollClient, since));
	const { records, now } = await pollClient.all({});
	const changes = records.map((record) => ({ id: String(record[resource.id]).toLowerCase(), at: undefined, mark: '', record }));
	return { changes, now, stopped: undefined };
}

/** Whether a record changed at a moment or later. Where Xero gives a day in place of a moment, the whole of it counts. */
const isSince = (at: number | undefined, start: number): boolean =>
	at !== undefined && at >= (at % DAY === 0 ? start - (start % DAY) : start);

/** Whether a record that is not known was made since the trigger started, as far as Xero says so. */
function isNew({ parameters: { triggerOn } }: PayrollClient, { start }: Memory, { record }: Seen): boolean {
	const made = triggerOn.created === undefined ? undefined : momentIn(record, triggerOn.created);
	return made === undefined || made >= start;
}

/** What a change is called, if it is one that is waited for. */
function typeOf(
	{ parameters: { event, triggerOn } }: PayrollClient,
	{ phase, mark }: Seen,
	known: Known | undefined,
	isMadeNow: boolean,
): ChangeType | undefined {
	const entered = phase !== 'open' && phase !== known?.phase ? phase : undefined;
	if (triggerOn.events.length === 0) return entered;
	if (event === 'approved' || event === 'rejected') return entered === event ? entered : undefined;
	if (known?.mark === mark) return undefined;
	const type = known === undefined && isMadeNow ? 'new' : 'updated';
	return event === 'newOrUpdated' || event === type ? type : undefined;
}

/** Judges every record that was read, the oldest first. */
function happenings(
	pollClient: PayrollClient,
	memory: Memory,
	seen: readonly Seen[],
	isFirst: boolean,
	predecessors: ReadonlyMap<string, string>,
): Happening[] {
	const { startFrom } = pollClient.parameters;
	return seen.map((one) => {
		const before = predecessors.get(one.id);
		const known = memory.of(one.id) ?? (before === undefined ? undefined : memory.of(before));
		const isThere = isFirst && (startFrom === undefined || !isSince(one.at, startFrom));
		const type = isThere ? undefined : typeOf(pollClient, one, known, isNew(pollClient, memory, one));
		// A pay run is posted once, whatever becomes of it.
		const phase = known?.phase === 'posted' ? 'posted' : one.phase;
		return { seen: one, known: { mark: one.mark, phase }, type, ...(before === undefined ? {} : { before }) };
	});
}

/** What to hand on for a happening: the record, or the payslips of the pay run. */
async function tell(
	pollClient: PayrollClient,
	{ seen: { record, phase }, before }: Happening,
	type: ChangeType,
): Promise<Told[]> {
	const { payslips, beforeNames = {} } = pollClient.parameters.triggerOn;
	if (payslips) return (await payslips.of(pollClient, record)).map((payslip) => ({ type, record: payslip }));
	const name = beforeNames[phase] ?? beforeNames.updated;
	return [{ type, record, ...(before === undefined || name === undefined ? {} : { before: { [name]: before } }) }];
}

/** Hands on what is wanted, and remembers all but what there was no time for. */
async function handOn(pollClient: PayrollClient, memory: Memory, happened: readonly Happening[]) {
	const items: Told[] = [];
	let left: Change | undefined;
	let asked = 0;
	for (const one of happened) {
		const { type, seen, known } = one;
		if (type !== undefined) {
			const work = async (): Promise<Told[]> => await tell(pollClient, one, type);
			// Always the first, so that every poll gets further.
			const told = left ? undefined : asked === 0 ? await work() : await pollClient.further(work);
			asked += 1;
			if (told === undefined) {
				left ??= seen;
				continue;
			}
			items.push(...told);
		}
		memory.see(seen.id, known);
	}
	return { items, left };
}

/** The latest state of each record. */
function latest(pollClient: PayrollClient, { changes }: Reading): Seen[] {
	const byId = new Map(changes.map((change) => [change.id, seenOf(pollClient, change)]));
	return [...byId.values()].sort(byAge);
}

/**
 * One poll of a list of payroll, held against what was there before.
 * @param earlier what the last poll left; a first one has nothing, and tells only of what changed since Start From
 */
export async function follow(
	pollClient: PayrollClient,
	key: string,
	earlier: IDataObject | undefined,
): Promise<PollOutcome<Told>> {
	const { triggerOn, startFrom } = pollClient.parameters;
	const { modifiedSince, identity } = triggerOn;
	const since = earlier === undefined ? undefined : Number(earlier.since ?? 0);
	const reading = await readingOf(pollClient, since);
	const memory = earlier ? Memory.from(earlier) : new Memory(startFrom ?? clockOf(pollClient, reading.now) - OVERLAP);
	const seen = latest(pollClient, reading);
	const predecessors = identity && new Predecessors(identity, earlier?.before);
	const records = seen.map(({ id, record }) => [id, record] as const);
	const turned = seen.filter(({ id, phase }) => memory.of(id)?.phase !== phase).map(({ id, record }) => [id, record] as const);
	const before = predecessors?.of(turned, new Set(seen.map(({ id }) => id)));
	const { items, left } = await handOn(
		pollClient,
		memory,
		happenings(pollClient, memory, seen, earlier === undefined, before ?? new Map()),
	);
	predecessors?.see(records);
	memory.forget(seen.length, modifiedSince ? MOST_KNOWN : MOST_GONE);
	const next = since ?? startSecond(clockOf(pollClient, reading.now));
	return {
		items,
		state: memory.kept(key, {
			...(modifiedSince ? { since: nextSince(next, reading, left) } : {}),
			...(predecessors ? { before: predecessors.kept } : {}),
		}),
	};
}
