// Counts the calls of a minute, those of other processes as well.

import { clock, MINUTE } from './clock';

/** Xero's limits (xero-facts 2.7): calls of one organisation in any minute and at once, and of one app over all organisations. */
export const LIMITS = { minute: 60, atOnce: 5, appMinute: 10000 } as const;

/** What a window knew when a call started. */
export interface CallStart {
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
export class RateWindow {
	private ended: number[] = [];
	private underWay = 0;
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
		return this.underWay + this.ended.length;
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

	start(): CallStart {
		this.underWay += 1;
		this.started += 1;
		return { number: this.started, left: this.size - this.own() };
	}

	end(): void {
		this.underWay -= 1;
		this.ended.push(clock.now());
	}

	/**
	 * Believes Xero when it says that fewer calls are left than counted here: others share the limit. Xero counts when a call arrives,
	 * or when it answers; what is fewer than at both moments is not of this process.
	 */
	reconcile(remaining: number, { number, left }: CallStart): void {
		if (number < this.others.told) return;
		const calls = Math.max(0, Math.min(left, this.size - this.own()) - remaining);
		this.others = { calls, told: number, at: clock.now() };
		const own = this.size - left;
		if (calls === 0) return;
		// One more of theirs may be on its way.
		const share = own / (own + calls + 1);
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
