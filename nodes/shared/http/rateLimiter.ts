// Who may call when: Xero's limits for each organisation and app.

import { clock, SECOND, GaveUp, backoff } from './clock';
import { RateWindow, LIMITS } from './rateWindow';

/** One call's place at the limiter, to be given back. */
export interface LimiterSlot {
	/** Takes in what the answer's headers say of the limits (names in lower case). How long a 429 holds, its Retry-After says: `holdFor`. */
	updateFromHeaders(status: number, headers: Readonly<Record<string, unknown>>): void;
	release(): void;
}

/** One call that waits for its place; `asked` and `longestWait` in ms. */
interface Ticket {
	readonly asked: number;
	readonly longestWait: number;
	admit(place: LimiterSlot): void;
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
export class RateLimiter {
	private readonly minute = new RateWindow(LIMITS.minute);
	private underWay = 0;
	private ramp: number = AT_FIRST;
	private lowered: number = LIMITS.atOnce;
	private raiseAt = 0;
	/** Refusals for too many at once since the last good answer, and until when nothing is sent for them. */
	private crowded = 0;
	private crowdedUntil = 0;
	private dayResetsAt = 0;
	private retryTokens: number = RETRIES.capacity;
	private refilledAt = 0;
	private queue: Ticket[] = [];
	private pumping = false;
	/** Calls left today, as Xero last said. */
	dayLeft: number | undefined;
	/** Calls at once that the credential allows. */
	callsAtOnce: number = LIMITS.atOnce;

	constructor(private readonly app: RateWindow) {}

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
		if (this.underWay >= this.most()) return undefined;
		const waits = [this.minute.wait(), this.app.wait(), Math.max(0, this.crowdedUntil - clock.now())];
		return waits.includes(undefined) ? undefined : Math.max(...(waits as number[]));
	}

	/**
	 * Takes a place for one call, in order of asking; it must be given back.
	 * @param longestWait of the call in ms
	 * @throws GaveUp
	 */
	async enter(longestWait: number, cancelled?: AbortSignal): Promise<LimiterSlot> {
		if (cancelled?.aborted) throw new GaveUp('cancelled');
		return await new Promise<LimiterSlot>((resolve, reject) => {
			const ticket: Ticket = {
				asked: clock.now(),
				longestWait,
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
				const late = now - ticket.asked + (wait ?? 0) > ticket.longestWait;
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

	private place(): LimiterSlot {
		this.underWay += 1;
		const start = { minute: this.minute.start(), app: this.app.start() };
		return {
			updateFromHeaders: (status, headers) => {
				this.dayLeft = counted(headers, 'x-daylimit-remaining') ?? this.dayLeft;
				if (status === 429) return;
				const minute = counted(headers, 'x-minlimit-remaining');
				const app = counted(headers, 'x-appminlimit-remaining');
				if (minute !== undefined) this.minute.reconcile(minute, start.minute);
				if (app !== undefined) this.app.reconcile(app, start.app);
			},
			release: () => {
				this.underWay -= 1;
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
		this.crowdedUntil = clock.now() + backoff(this.crowded + 1, CROWDED);
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
		this.retryTokens = Math.min(RETRIES.capacity, this.retryTokens + ((now - this.refilledAt) / SECOND) * RETRIES.perSecond);
		this.refilledAt = now;
		this.retryTokens -= RETRIES.cost;
		return Math.max(0, (-this.retryTokens / RETRIES.perSecond) * SECOND);
	}

	/** A good answer came. */
	refundRetry(): void {
		this.retryTokens = Math.min(RETRIES.capacity, this.retryTokens + RETRIES.refund);
		this.ramp = Math.min(LIMITS.atOnce, this.ramp + 1);
		this.crowded = 0;
		void this.pump();
	}
}

const apps = new Map<string, RateWindow>();
const limiters = new Map<string, RateLimiter>();

/** The limiter of one organisation of one app: the same for every node of the pack in this process. */
export function rateLimiterOf(app: string, organisation: string): RateLimiter {
	const window = apps.get(app) ?? new RateWindow(LIMITS.appMinute);
	apps.set(app, window);
	const key = `${app} ${organisation}`;
	const limiter = limiters.get(key) ?? new RateLimiter(window);
	limiters.set(key, limiter);
	return limiter;
}

/** Forgets every count: for a process that starts anew against another Xero. */
export function forgetLimits(): void {
	apps.clear();
	limiters.clear();
}
