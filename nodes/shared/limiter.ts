import { sleep } from 'n8n-workflow';

/** Time for everything that waits, in ms; replaced as a whole where a minute must pass in a second. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
	/** 0 ≤ x < 1, spreads retries. */
	random(): number;
}

/** The process's clock: the limiters and retries of the whole pack go by it. */
export const clock: Clock = { now: () => Date.now(), sleep, random: () => Math.random() };

/** Xero's limits (xero-facts 2.7): calls of one organisation in any minute and at once, and of one app over all organisations. */
export const LIMITS = { minute: 60, atOnce: 5, appMinute: 10_000 } as const;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A wait that was given up. `why` tells cancelling from patience running out from the day's calls being used up. */
export class GaveUp extends Error {
	constructor(
		readonly why: 'cancelled' | 'too long' | 'day',
		/** ms since the epoch when trying again makes sense; unknown when absent. */
		readonly resetsAt?: number,
	) {
		super(why);
		this.name = 'GaveUp';
	}
}

/** Waits `ms`, but not past a cancel. @throws GaveUp when cancelled. */
export async function pause(ms: number, cancelled?: AbortSignal): Promise<void> {
	if (cancelled?.aborted) throw new GaveUp('cancelled');
	if (!cancelled) return await clock.sleep(ms);
	let stop = (): void => {};
	const abort = new Promise<void>((resolve) => {
		stop = resolve;
		cancelled.addEventListener('abort', stop, { once: true });
	});
	await Promise.race([clock.sleep(ms), abort]);
	cancelled.removeEventListener('abort', stop);
	if (cancelled.aborted) throw new GaveUp('cancelled');
}

/** Counts calls in a sliding minute. A call counts from its start until a minute after its answer, so no window of Xero's can see more. */
export class Window {
	private ended: number[] = [];
	private under = 0;
	private heldUntil = 0;

	constructor(readonly size: number) {}

	private expire(): void {
		const since = clock.now() - MINUTE;
		let first = 0;
		while (first < this.ended.length && this.ended[first]! <= since) first += 1;
		if (first) this.ended.splice(0, first);
	}

	/** Calls that may start now. */
	left(): number {
		this.expire();
		return this.size - this.under - this.ended.length;
	}

	/** ms until one more may start; undefined when that depends on calls still under way. */
	wait(): number | undefined {
		const held = Math.max(0, this.heldUntil - clock.now());
		if (this.left() > 0) return held;
		const first = this.ended[this.ended.length + this.under - this.size];
		return first === undefined ? undefined : Math.max(1, held, first + MINUTE - clock.now());
	}

	/** Xero said that nothing may start for so long. */
	hold(ms: number): void {
		this.heldUntil = Math.max(this.heldUntil, clock.now() + ms);
	}

	start(): void {
		this.under += 1;
	}

	end(): void {
		this.under -= 1;
		this.ended.push(clock.now());
	}

	/** Believes Xero when it says that fewer calls are left than counted here: others share the limit. */
	believe(remaining: number): void {
		const unseen = this.left() - remaining;
		for (let call = 0; call < unseen; call += 1) this.ended.push(clock.now());
	}
}

/** One call that waits for its place; `asked` and `patience` in ms. */
interface Ticket {
	readonly asked: number;
	readonly patience: number;
	admit(waited: number): void;
	refuse(reason: GaveUp): void;
}

/** Tokens: what a retry costs, what a good answer and a second of time give back. */
const RETRIES = { capacity: 100, cost: 5, refund: 1, perSecond: 1 } as const;

/**
 * Who may call when, for one organisation of one app: 60 in any minute, 5 at once, and a share of the app's minute.
 * One per (app, organisation) in the process; what Xero says in its answers is believed when it is lower than the own count.
 */
export class Limiter {
	private readonly minute = new Window(LIMITS.minute);
	private under = 0;
	private atOnce: number = LIMITS.atOnce;
	private atOnceUntil = 0;
	private dayResetsAt = 0;
	private retries: number = RETRIES.capacity;
	private refilledAt = 0;
	private queue: Ticket[] = [];
	private pumping = false;
	/** Calls left today, as Xero last said. */
	dayLeft: number | undefined;

	constructor(private readonly app: Window) {}

	/** ms until the next call may start; undefined when it must wait for one under way to end. */
	private wait(): number | undefined {
		const now = clock.now();
		if (now >= this.atOnceUntil) this.atOnce = LIMITS.atOnce;
		if (this.under >= this.atOnce) return undefined;
		const waits = [this.minute.wait(), this.app.wait()];
		return waits.includes(undefined) ? undefined : Math.max(...(waits as number[]));
	}

	/**
	 * Takes a place for one call, in order of asking; `leave` must follow.
	 * @param patience longest wait in ms
	 * @returns ms waited
	 * @throws GaveUp
	 */
	async enter(patience: number, cancelled?: AbortSignal): Promise<number> {
		if (cancelled?.aborted) throw new GaveUp('cancelled');
		return await new Promise<number>((resolve, reject) => {
			const ticket: Ticket = {
				asked: clock.now(),
				patience,
				admit: (waited) => {
					cancelled?.removeEventListener('abort', cancel);
					resolve(waited);
				},
				refuse: (reason) => {
					cancelled?.removeEventListener('abort', cancel);
					reject(reason);
				},
			};
			const cancel = (): void => {
				this.queue = this.queue.filter((other) => other !== ticket);
				ticket.refuse(new GaveUp('cancelled'));
			};
			cancelled?.addEventListener('abort', cancel, { once: true });
			this.queue.push(ticket);
			void this.pump();
		});
	}

	/** Admits those who wait, in order, as places come free. */
	private async pump(): Promise<void> {
		if (this.pumping) return;
		this.pumping = true;
		while (this.queue.length) {
			const now = clock.now();
			const wait = this.wait();
			const dayIsOver = now < this.dayResetsAt;
			this.queue = this.queue.filter((ticket) => {
				const late = now - ticket.asked + (wait ?? 0) > ticket.patience;
				if (dayIsOver) ticket.refuse(new GaveUp('day', this.dayResetsAt));
				else if (late) ticket.refuse(new GaveUp('too long', wait === undefined ? undefined : now + wait));
				return !dayIsOver && !late;
			});
			// Nothing to wait for but a call under way: `leave` pumps again.
			if (wait === undefined) break;
			if (wait > 0) await clock.sleep(Math.min(wait, SECOND));
			else {
				const ticket = this.queue.shift();
				if (!ticket) break;
				this.under += 1;
				this.minute.start();
				this.app.start();
				ticket.admit(now - ticket.asked);
			}
		}
		this.pumping = false;
	}

	/** Gives the place back. */
	leave(): void {
		this.under -= 1;
		this.minute.end();
		this.app.end();
		void this.pump();
	}

	/** Takes in what an answer's headers say of the limits (names in lower case). How long a 429 holds, its Retry-After says: `holdFor`. */
	heed(status: number, headers: Readonly<Record<string, unknown>>): void {
		const count = (name: string): number | undefined => {
			const value = headers[name];
			return value !== undefined && /^\d+$/.test(String(value)) ? Number(value) : undefined;
		};
		const minute = count('x-minlimit-remaining');
		const app = count('x-appminlimit-remaining');
		this.dayLeft = count('x-daylimit-remaining') ?? this.dayLeft;
		if (status === 429) return;
		if (minute !== undefined) this.minute.believe(minute);
		if (app !== undefined) this.app.believe(app);
	}

	/** A 429 for the minute: all calls of the organisation wait, or of all organisations when the app's minute is used up. */
	holdFor(ms: number, whose: 'organisation' | 'app' = 'organisation'): void {
		if (whose === 'app') this.app.hold(ms);
		else this.minute.hold(ms);
	}

	/** A 429 for too many at once: one fewer at once for half a minute. */
	fewerAtOnce(): void {
		this.atOnce = Math.max(1, this.atOnce - 1);
		this.atOnceUntil = clock.now() + MINUTE / 2;
	}

	/** A 429 for the day: no call of this organisation makes sense until then. */
	dayUsedUp(resetsInMs: number): void {
		this.dayLeft = 0;
		this.dayResetsAt = clock.now() + resetsInMs;
	}

	/** A retry costs tokens that good answers and time give back slowly: a dying service is not hammered. */
	mayRetry(): boolean {
		const now = clock.now();
		this.retries = Math.min(RETRIES.capacity, this.retries + ((now - this.refilledAt) / SECOND) * RETRIES.perSecond);
		this.refilledAt = now;
		if (this.retries < RETRIES.cost) return false;
		this.retries -= RETRIES.cost;
		return true;
	}

	went(): void {
		this.retries = Math.min(RETRIES.capacity, this.retries + RETRIES.refund);
	}
}

const apps = new Map<string, Window>();
const limiters = new Map<string, Limiter>();

/** The limiter of one organisation of one app: the same for every node of the pack in this process. */
export function limiterOf(app: string, organisation: string): Limiter {
	const window = apps.get(app) ?? new Window(LIMITS.appMinute);
	apps.set(app, window);
	const key = `${app} ${organisation}`;
	const limiter = limiters.get(key) ?? new Limiter(window);
	limiters.set(key, limiter);
	return limiter;
}

/** Forgets every count: for a process that starts anew against another Xero. */
export function forgetLimits(): void {
	apps.clear();
	limiters.clear();
}
