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

/** What a window knew when a call started. */
export interface Start {
	/** Its place among the calls of this process. */
	readonly number: number;
	/** Calls left by the own count, this one taken off. */
	readonly left: number;
}

/** Calls kept free for others that share the minute: theirs on the way cannot be seen. */
const MARGIN = 3;

/**
 * Counts calls in a sliding minute. A call counts from its start until a minute after its answer, so no window of Xero's can see more.
 * What others use of the minute is known by answers only: their part is what the latest one says, until a minute has passed.
 */
export class Window {
	private ended: number[] = [];
	private under = 0;
	private heldUntil = 0;
	private started = 0;
	private others = { calls: 0, told: 0, at: 0 };
	/** Its part when others were seen last. */
	private part = { share: 1, at: -Infinity };

	constructor(readonly size: number) {}

	private expire(): void {
		const since = clock.now() - MINUTE;
		let first = 0;
		while (first < this.ended.length && this.ended[first]! <= since) first += 1;
		if (first) this.ended.splice(0, first);
		if (this.others.at <= since) this.others.calls = 0;
	}

	private own(): number {
		this.expire();
		return this.under + this.ended.length;
	}

	private taken(): number {
		const { calls } = this.others;
		return calls > 0 ? calls + MARGIN : 0;
	}

	/** Calls that may start now. */
	left(): number {
		return this.size - this.own() - this.taken();
	}

	/** ms until one more may start; undefined when that depends on calls still under way. */
	wait(): number | undefined {
		const now = clock.now();
		const held = Math.max(0, this.heldUntil - now);
		const left = this.left();
		if (left > 0) return held;
		// The own calls end one by one, what others have taken is open again a minute after the last word of it.
		const own = this.ended[-left];
		const ends = [...(own === undefined ? [] : [own]), ...(this.others.calls > 0 ? [this.others.at] : [])];
		return ends.length === 0 ? undefined : Math.max(1, held, Math.min(...ends) + MINUTE - now);
	}

	/** Xero said that nothing may start for so long. */
	hold(ms: number): void {
		this.heldUntil = Math.max(this.heldUntil, clock.now() + ms);
	}

	start(): Start {
		this.under += 1;
		this.started += 1;
		return { number: this.started, left: this.size - this.own() };
	}

	end(): void {
		this.under -= 1;
		this.ended.push(clock.now());
	}

	/**
	 * Believes Xero when it says that fewer calls are left than counted here: others share the limit. Xero counts when a call arrives,
	 * or when it answers; what is fewer than at both moments is not of this process.
	 */
	believe(remaining: number, { number, left }: Start): void {
		if (number < this.others.told) return;
		const calls = Math.max(0, Math.min(left, this.size - this.own()) - remaining);
		this.others = { calls, told: number, at: clock.now() };
		const own = this.size - left;
		// One more of theirs may be on its way.
		const share = own / (own + calls + 1);
		if (calls === 0) return;
		const known = this.share();
		// After the turn of a minute more of those counted are its own: what is a little more than known before says the same.
		if (share <= known * 1.5) this.part = { share: Math.min(share, known), at: clock.now() };
	}

	/**
	 * The part of the minute's calls that is of this process, 0 to 1. At the turn of a minute the answers do not tell of others, so that
	 * what was known of them holds for two.
	 */
	share(): number {
		return this.part.at > clock.now() - 2 * MINUTE ? this.part.share : 1;
	}
}

/** One call's place at the limiter, to be given back. */
export interface Place {
	/** Takes in what the answer's headers say of the limits (names in lower case). How long a 429 holds, its Retry-After says: `holdFor`. */
	heed(status: number, headers: Readonly<Record<string, unknown>>): void;
	leave(): void;
}

/** One call that waits for its place; `asked` and `patience` in ms. */
interface Ticket {
	readonly asked: number;
	readonly patience: number;
	admit(place: Place): void;
	refuse(reason: GaveUp): void;
}

/** Tokens: what a retry costs, what a good answer and a second of time give back. */
const RETRIES = { capacity: 100, cost: 5, refund: 1, perSecond: 1 } as const;

/** Calls at once in the beginning, and after others were seen at work: its answer tells of them. Each good answer allows one more. */
const AT_FIRST = 1;
/** After too many at once: ms until one more is tried. */
const RAISE_AFTER = 30 * SECOND;

/** ms: longest wait after too many at once. */
const CROWDED = 8 * SECOND;

/** Twice as long after each try, and spread, so that calls that failed together do not come again together; ms. */
export const growing = (tries: number, longest: number): number =>
	Math.min(longest, 500 * 2 ** Math.min(tries, 10)) * (0.5 + clock.random() / 2);

/** A count in a header; undefined where it is none. */
const counted = (headers: Readonly<Record<string, unknown>>, name: string): number | undefined => {
	const value = headers[name];
	return value !== undefined && /^\d+$/.test(String(value)) ? Number(value) : undefined;
};

/**
 * Who may call when, for one organisation of one app: 60 in any minute, 5 at once, and a share of the app's minute.
 * One per (app, organisation) in the process. Other processes (workers of n8n, other programs) show in Xero's answers only: what these
 * say is believed when it is lower than the own count, and of five at once a process takes no more than its part of the minute's calls.
 */
export class Limiter {
	private readonly minute = new Window(LIMITS.minute);
	private under = 0;
	private ramp: number = AT_FIRST;
	private lowered: number = LIMITS.atOnce;
	private raiseAt = 0;
	/** Refusals for too many at once since the last good answer, and until when nothing is sent for them. */
	private crowded = 0;
	private crowdedUntil = 0;
	private dayResetsAt = 0;
	private retries: number = RETRIES.capacity;
	private refilledAt = 0;
	private queue: Ticket[] = [];
	private pumping = false;
	/** Calls left today, as Xero last said. */
	dayLeft: number | undefined;
	/** Calls at once that the credential allows. */
	callsAtOnce: number = LIMITS.atOnce;

	constructor(private readonly app: Window) {}

	/** Calls that may be under way now. */
	private most(): number {
		const now = clock.now();
		while (this.lowered < LIMITS.atOnce && now >= this.raiseAt) {
			this.lowered += 1;
			this.raiseAt += RAISE_AFTER;
		}
		const share = this.minute.share();
		if (share < 1) this.ramp = AT_FIRST;
		const shared = share === 1 ? this.ramp : Math.max(1, Math.floor(LIMITS.atOnce * share));
		return Math.min(shared, this.lowered, this.callsAtOnce);
	}

	/** ms until the next call may start; undefined when it must wait for one under way to end. */
	private wait(): number | undefined {
		if (this.under >= this.most()) return undefined;
		const waits = [this.minute.wait(), this.app.wait(), Math.max(0, this.crowdedUntil - clock.now())];
		return waits.includes(undefined) ? undefined : Math.max(...(waits as number[]));
	}

	/**
	 * Takes a place for one call, in order of asking; it must be given back.
	 * @param patience longest wait in ms
	 * @throws GaveUp
	 */
	async enter(patience: number, cancelled?: AbortSignal): Promise<Place> {
		if (cancelled?.aborted) throw new GaveUp('cancelled');
		return await new Promise<Place>((resolve, reject) => {
			const ticket: Ticket = {
				asked: clock.now(),
				patience,
				admit: (place) => {
					cancelled?.removeEventListener('abort', cancel);
					resolve(place);
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
			// Nothing to wait for but a call under way: its end pumps again.
			if (wait === undefined) break;
			if (wait > 0) await clock.sleep(Math.min(wait, SECOND));
			else {
				const ticket = this.queue.shift();
				if (!ticket) break;
				ticket.admit(this.place());
			}
		}
		this.pumping = false;
	}

	private place(): Place {
		this.under += 1;
		const start = { minute: this.minute.start(), app: this.app.start() };
		return {
			heed: (status, headers) => {
				this.dayLeft = counted(headers, 'x-daylimit-remaining') ?? this.dayLeft;
				if (status === 429) return;
				const minute = counted(headers, 'x-minlimit-remaining');
				const app = counted(headers, 'x-appminlimit-remaining');
				if (minute !== undefined) this.minute.believe(minute, start.minute);
				if (app !== undefined) this.app.believe(app, start.app);
			},
			leave: () => {
				this.under -= 1;
				this.minute.end();
				this.app.end();
				void this.pump();
			},
		};
	}

	/** A 429 for the minute: all calls of the organisation wait, or of all organisations when the app's minute is used up. */
	holdFor(ms: number, whose: 'organisation' | 'app' = 'organisation'): void {
		if (whose === 'app') this.app.hold(ms);
		else this.minute.hold(ms);
	}

	/** A 429 for too many at once: half as many, after a wait that grows, and one more again every half minute. */
	fewerAtOnce(): void {
		this.lowered = Math.max(1, Math.floor(Math.min(this.lowered, this.most()) / 2));
		this.raiseAt = clock.now() + RAISE_AFTER;
		this.crowdedUntil = clock.now() + growing(this.crowded + 1, CROWDED);
		this.crowded += 1;
	}

	/** A 429 for the day: no call of this organisation makes sense until then. */
	dayUsedUp(resetsInMs: number): void {
		this.dayLeft = 0;
		this.dayResetsAt = clock.now() + resetsInMs;
	}

	/**
	 * Takes the tokens for one retry; good answers and time give them back slowly, so that a dying service is not hammered.
	 * @returns ms until the retry may go
	 */
	retryIn(): number {
		const now = clock.now();
		this.retries = Math.min(RETRIES.capacity, this.retries + ((now - this.refilledAt) / SECOND) * RETRIES.perSecond);
		this.refilledAt = now;
		this.retries -= RETRIES.cost;
		return Math.max(0, (-this.retries / RETRIES.perSecond) * SECOND);
	}

	/** A good answer came. */
	went(): void {
		this.retries = Math.min(RETRIES.capacity, this.retries + RETRIES.refund);
		this.ramp = Math.min(LIMITS.atOnce, this.ramp + 1);
		this.crowded = 0;
		void this.pump();
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
