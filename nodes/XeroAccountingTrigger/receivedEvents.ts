import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Event } from './delivery';
import { eventKey } from './eventKey';

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
	/** Keys of the events that n8n took, the last 1,000 of them. A new list for each change. */
	taken: readonly string[];
}

const nodes = new Map<string, Memory>();

/** Forgets what this process has received: for tests of a restart. */
export const forgetReceived = (): void => nodes.clear();

/** Names a node among all that a process knows. */
export const nodeIn = (ctx: IExecuteFunctions | IWebhookFunctions): string => `${ctx.getWorkflow().id ?? ''} ${ctx.getNode().id}`;

/** Takes the oldest out until no more than `most` are left; what is still open stays. */
function evict<T>(map: Map<string, T>, most: number): void {
	for (const [oldest, was] of map) {
		if (map.size <= most) return;
		if (!(was instanceof Promise)) map.delete(oldest);
	}
}

/** Replaces whatever is known of these events. */
function note(memory: Memory, keys: readonly string[], state: State): void {
	for (const key of keys) {
		memory.events.delete(key);
		memory.events.set(key, state);
	}
	evict(memory.events, IN_PROCESS);
	if (state === true && keys.length) memory.taken = [...memory.taken, ...keys].slice(-WITH_WORKFLOW);
}

/** What the workflow's static data holds of one node: keys of events, by whichever process received them. */
const kept = (data: IDataObject): readonly string[] => (Array.isArray(data.events) ? (data.events as string[]) : []);

function memoryOf(node: string, data: IDataObject): Memory {
	const memory = nodes.get(node) ?? { events: new Map<string, State>(), taken: [] };
	nodes.delete(node);
	nodes.set(node, memory);
	evict(nodes, NODES);
	const others = kept(data).filter((key) => !memory.events.has(key));
	note(memory, others, true);
	return memory;
}

/** What is still being taken of these events. */
const openIn = ({ events }: Memory, keys: readonly string[]): Array<Promise<boolean>> =>
	keys.flatMap((key) => {
		const state = events.get(key);
		return state instanceof Promise ? [state] : [];
	});

/** What of a delivery is new. */
export interface Claim {
	/** Events that have not come before. */
	readonly fresh: readonly Event[];
	/**
	 * Writes them into the workflow's static data, with what this process knows to be taken by then: deliveries at the same time
	 * overwrite each other's list in n8n's database. n8n keeps it only when it took the delivery; may be called again and again.
	 */
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
	patience: (isOver: () => boolean) => Promise<void>,
): Promise<Claim | undefined> {
	const memory = memoryOf(node, data);
	const keyed = new Map<string, Event>();
	for (const event of events) {
		const key = eventKey(event);
		if (!keyed.has(key)) keyed.set(key, event);
	}
	const open = openIn(memory, [...keyed.keys()]);
	if (open.length) {
		let over = false;
		const settled = Promise.all(open).then(() => (over = true));
		await Promise.race([settled, patience(() => over)]);
		// Another delivery may have taken them up meanwhile: then it is that one that is waited for.
		return over ? await claim(node, data, events, patience) : undefined;
	}
	let settle: (taken: boolean) => void = () => {};
	const settled = new Promise<boolean>((resolve) => (settle = resolve));
	const keys = [...keyed.keys()].filter((key) => !memory.events.has(key));
	note(memory, keys, settled);
	let list: string[] = [];
	let before: readonly string[] | undefined;
	return {
		fresh: keys.map((key) => keyed.get(key)!),
		keep: () => {
			if (before !== memory.taken) list = [...memory.taken, ...keys].slice(-WITH_WORKFLOW);
			before = memory.taken;
			data.events = list;
		},
		settle: (taken) => {
			const own = keys.filter((key) => memory.events.get(key) === settled);
			if (taken) note(memory, own, true);
			else for (const key of own) memory.events.delete(key);
			settle(taken);
		},
	};
}

/** How long, and how often, an execution looks whether its delivery was answered; ms. */
const LOOK = 10;
const LOOKS = 500;

/**
 * Resolves when Xero was answered for these events, at once where this process did not receive them, after 5 s at the latest.
 * @param keys of the events, as `eventKey` makes them
 */
export async function answered(node: string, keys: readonly string[]): Promise<void> {
	const memory = nodes.get(node);
	for (let looks = 0; memory && looks < LOOKS && openIn(memory, keys).length > 0; looks += 1) await sleep(LOOK);
}
