import type { Clock, Fault } from './contract';
import type { Reply } from './route';

/** What decides whether a fault fits a call. */
export interface FaultCall {
	method: string;
	/** Below the host, as it came. */
	path: string;
	/** The path with its query string. */
	url: string;
	/** A GET of many records: the only calls that `halfPage` and `samePage` fit. */
	list: boolean;
	/** An identity call: hit only by faults whose match names a path. */
	identity?: boolean;
}

interface Armed {
	fault: Fault;
	seen: number;
	used: number;
	/** Clock time (ms) at which it is over, once it has hit a call. */
	until: number;
	draw: () => number;
}

/** The things that go wrong on demand, in the order they were added. */
export class Faults {
	private armed: Armed[] = [];

	constructor(private readonly clock: Clock) {}

	/** Adds a fault; the function returned takes it away again. */
	add(fault: Fault): () => void {
		const entry: Armed = { fault, seen: 0, used: 0, until: Infinity, draw: randoms(fault.seed ?? 1) };
		this.armed.push(entry);
		return () => {
			this.armed = this.armed.filter((other) => other !== entry);
		};
	}

	clear(): void {
		this.armed = [];
	}

	/**
	 * What goes wrong with this call. A call that a fault lets pass (`after`, `share`) is offered to the next one;
	 * a call that is hit is not counted by those behind.
	 */
	next(call: FaultCall): Fault['what'] | undefined {
		for (const entry of this.armed) {
			const { fault } = entry;
			const over = entry.used >= (fault.times ?? Infinity) || this.clock.now() >= entry.until;
			if (over || !fits(fault, call)) continue;
			entry.seen += 1;
			if (entry.seen <= (fault.after ?? 0)) continue;
			if (fault.share !== undefined && entry.draw() >= fault.share) continue;
			if (entry.used === 0) entry.until = this.clock.now() + (fault.lasts ?? Infinity);
			entry.used += 1;
			return fault.what;
		}
		return undefined;
	}
}

function fits({ match, what }: Fault, call: FaultCall): boolean {
	if ((what.kind === 'halfPage' || what.kind === 'samePage') && !call.list) return false;
	if (call.identity === true && match?.path === undefined) return false;
	if (match?.method !== undefined && match.method.toUpperCase() !== call.method) return false;
	if (match?.path === undefined) return true;
	const { path } = match;
	if (typeof path === 'string') return call.url.includes(path);
	// A pattern made for the path alone may end in $, so the path is tried without and with its query.
	return [call.path, call.url].some((text) => new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(text));
}

/** Numbers from 0 to 1 that are the same for the same seed: a linear congruential generator (modulus 2^32). */
function randoms(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** A reply as a fault leaves it. What is not JSON, a file, stays as it is. */
export function changed(reply: Reply, what: Fault['what'] | undefined): Reply {
	if (what?.kind === 'halfPage') return { ...reply, body: halved(reply.body) };
	if (what?.kind !== 'answer' || reply.binary !== undefined) return reply;
	const copy: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
	return { ...reply, status: what.status ?? reply.status, body: what.change(copy) };
}

/** The reply of a list cut in the middle: its array keeps the first half, what it says about pages stays. */
function halved(body: unknown): unknown {
	if (Array.isArray(body)) return body.slice(0, Math.floor(body.length / 2));
	if (typeof body !== 'object' || body === null) return body;
	const entry = Object.entries(body).find(([key, value]) => Array.isArray(value) && key !== 'Warnings');
	return entry === undefined ? body : { ...body, [entry[0]]: halved(entry[1]) };
}
