import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Event } from './delivery';

/** Events remembered by a process for one node, and with the workflow for all processes and restarts. Xero redelivers for a day. */
const IN_PROCESS = 5_000;
export const WITH_WORKFLOW = 1_000;
/** Nodes remembered by one process. */
const NODES = 100;

/** True once n8n took the event, a promise while that is not known yet. */
type State = true | Promise<boolean>;

/** What one node of one workflow has received. */
interface Memory {
	readonly events: Map<string, State>;
	/** Record → the latest moment an event of it told of. */
	readonly latest: Map<string, string>;
	/** The list in the workflow's static data that was taken in last. */
	read: string;
	/** The highest sequence number that came. */
	last: number;
}

const nodes = new Map<string, Memory>();

/** Forgets what this process has received: for tests of a restart. */
export const forgetSeen = (): void => nodes.clear();

/** Keys have a fixed form, `record(10) type(1) moment`, so that record and moment can be read out again. */
const RECORD = 10;

const hash = (...parts: readonly string[]): string =>
	createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, RECORD);

/** A moment as text that sorts as time does: seconds in base 36, then the fraction. Undefined for what is no moment. */
function momentOf(iso: string): string | undefined {
	const seconds = Math.floor(Date.parse(iso) / 1000);
	const fraction = /\.(\d+)/.exec(iso)?.[1]?.replace(/0+$/, '') ?? '';
	return Number.isFinite(seconds) ? `${Math.max(0, seconds).toString(36).padStart(7, '0')}${fraction}` : undefined;
}

/** What makes an event the same as another: record, type and moment. One that does not say them all is known by everything it says. */
function keyOf(event: Event): string {
	const { tenantId, eventCategory, resourceId, eventType, eventDateUtc } = event;
	const type = /^(CREATE|UPDATE)$/.test(eventType) ? eventType.charAt(0) : 'X';
	const moment = momentOf(eventDateUtc);
	if (moment === undefined || resourceId === '') return `${hash(JSON.stringify(event))}?`;
	return `${hash(tenantId.toLowerCase(), eventCategory, resourceId.toLowerCase(), type === 'X' ? eventType : '')}${type}${moment}`;
}

const recordIn = (key: string): string => key.slice(0, RECORD);
const momentIn = (key: string): string => key.slice(RECORD + 1);

/** Takes the oldest out until no more than `most` are left; what is still open stays. */
function evict<T>(map: Map<string, T>, most: number): void {
	for (const [oldest, was] of map) {
		if (map.size <= most) return;
		if (!(was instanceof Promise)) map.delete(oldest);
	}
}

function note({ events, latest }: Memory, key: string, state: State): void {
	events.delete(key);
	events.set(key, state);
	const record = recordIn(key);
	const before = latest.get(record) ?? '';
	latest.delete(record);
	latest.set(record, momentIn(key) > before ? momentIn(key) : before);
	evict(events, IN_PROCESS);
	evict(latest, IN_PROCESS);
}

/** What the workflow's static data holds of one node. */
const kept = (data: IDataObject): readonly string[] => (Array.isArray(data.events) ? (data.events as string[]) : []);

function memoryOf(node: string, data: IDataObject): Memory {
	const memory = nodes.get(node) ?? { events: new Map<string, State>(), latest: new Map<string, string>(), read: '', last: 0 };
	nodes.delete(node);
	nodes.set(node, memory);
	evict(nodes, NODES);
	const list = kept(data);
	const print = `${list.length} ${list[0] ?? ''} ${list[list.length - 1] ?? ''}`;
	if (print !== memory.read) {
		for (const key of list) if (!memory.events.has(key)) note(memory, key, true);
		memory.read = print;
	}
	if (memory.last === 0) memory.last = Number(data.sequence ?? 0) || 0;
	return memory;
}

/** Numbers that fall back so far are those of another app, or of a new registration. */
const FELL_BACK = 1_000;

/** Events that should have come before a delivery and have not, by Xero's numbers. */
function missingBefore(memory: Memory, first: number, last: number): number {
	if (first <= 0) return 0;
	const anew = memory.last === 0 || last < memory.last - FELL_BACK || first === 1;
	const missing = anew ? 0 : Math.max(0, first - memory.last - 1);
	memory.last = anew ? last : Math.max(memory.last, last);
	return missing;
}

/** What of a delivery is new. */
export interface Claim {
	/** Events that have not come before, marked where a later one of their record has. */
	readonly fresh: Event[];
	/** Events of the app that should have come before this delivery and have not, by Xero's numbers. */
	readonly missing: number;
	/** Writes them into the workflow's static data; n8n keeps that only when it took the delivery. */
	keep(): void;
	/** Tells whether n8n took them: only then does a redelivery count as one. */
	settle(taken: boolean): void;
}

/**
 * Sorts out what came before: the same record, type and moment. An event whose first delivery is still being taken is
 * waited for, as long as `patience` allows.
 * @param node names the node within this process: two triggers on one app do not take each other's events
 * @param data the node's static data
 * @param patience resolves when waiting must end, or soon after it is told that it is over; called anew for each wait
 * @returns undefined when it is still open by then
 */
export async function claim(
	node: string,
	data: IDataObject,
	events: readonly Event[],
	sequences: { readonly first: number; readonly last: number },
	patience: (isOver: () => boolean) => Promise<void>,
): Promise<Claim | undefined> {
	const memory = memoryOf(node, data);
	const keyed = events.map((event) => ({ event, key: keyOf(event) }));
	const open = keyed.flatMap(({ key }) => {
		const state = memory.events.get(key);
		return state instanceof Promise ? [state] : [];
	});
	if (open.length) {
		let over = false;
		const settled = Promise.all(open).then(() => (over = true));
		await Promise.race([settled, patience(() => over)]);
		// Another delivery may have taken them up meanwhile: then it is that one that is waited for.
		return over ? await claim(node, data, events, sequences, patience) : undefined;
	}
	let settle: (taken: boolean) => void = () => {};
	const settled = new Promise<boolean>((resolve) => (settle = resolve));
	const fresh: Event[] = [];
	const keys: string[] = [];
	for (const { event, key } of keyed) {
		if (memory.events.has(key)) continue;
		const latest = memory.latest.get(recordIn(key)) ?? '';
		fresh.push({ ...event, outOfOrder: momentIn(key) < latest });
		keys.push(key);
		note(memory, key, settled);
	}
	return {
		fresh,
		missing: missingBefore(memory, sequences.first, sequences.last),
		keep: () => {
			// All that this process knows to be taken: deliveries at the same time overwrite each other's list in n8n's database.
			const own = new Set(keys);
			const taken = [...memory.events].flatMap(([key, state]) => (state === true || own.has(key) ? [key] : []));
			data.events = taken.slice(-WITH_WORKFLOW);
			data.sequence = memory.last;
		},
		settle: (taken) => {
			for (const key of keys) {
				if (memory.events.get(key) !== settled) continue;
				if (taken) memory.events.set(key, true);
				else memory.events.delete(key);
			}
			settle(taken);
		},
	};
}
