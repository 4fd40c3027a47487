import type { Clock, Limits } from './contract';

/** Which limit refused a call: the value of `X-Rate-Limit-Problem`. */
export type LimitProblem = 'minute' | 'day' | 'appminute' | 'concurrent';

/** A call refused by a limit. */
export interface Excess {
	problem: LimitProblem;
	/** Seconds until the window ends; absent for `concurrent`, as at Xero. */
	retryAfter?: number;
}

interface Window {
	start: number;
	used: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Xero's limits: per app and organisation a minute, a day and the calls under way; per app a minute over all organisations.
 * Windows are fixed: one opens with the first call after the last one ended, so each organisation's ends at its own time.
 * A refused call counts for nothing.
 */
export class Limiting {
	private readonly windows = new Map<string, Window>();
	private readonly underWay = new Map<string, number>();

	/** `limits` is asked at every call, so that a test can change them. */
	constructor(
		private readonly clock: Clock,
		private readonly limits: () => Limits,
	) {}

	/** Counts the call in, or says which limit it exceeds. Who was let in must `leave`. */
	enter(clientId: string, tenantId: string): Excess | undefined {
		const { minute, day, appMinute, concurrent } = this.limits();
		const own = `${clientId} ${tenantId}`;
		if (this.used(`day ${own}`, DAY) >= day) return this.excess('day', clientId, tenantId);
		if (this.used(`appminute ${clientId}`, MINUTE) >= appMinute) return this.excess('appminute', clientId, tenantId);
		if (this.used(`minute ${own}`, MINUTE) >= minute) return this.excess('minute', clientId, tenantId);
		if ((this.underWay.get(own) ?? 0) >= concurrent) return this.excess('concurrent', clientId, tenantId);
		this.count(`day ${own}`, DAY);
		this.count(`appminute ${clientId}`, MINUTE);
		this.count(`minute ${own}`, MINUTE);
		this.underWay.set(own, (this.underWay.get(own) ?? 0) + 1);
		return undefined;
	}

	/** Ends a call that `enter` let in. */
	leave(clientId: string, tenantId: string): void {
		const own = `${clientId} ${tenantId}`;
		this.underWay.set(own, Math.max(0, (this.underWay.get(own) ?? 0) - 1));
	}

	/** What a refusal for `problem` says now: seconds to the end of the open window, or a whole one when none is open. */
	excess(problem: LimitProblem, clientId: string, tenantId: string): Excess {
		if (problem === 'concurrent') return { problem };
		const length = problem === 'day' ? DAY : MINUTE;
		const window = this.open(problem === 'appminute' ? `appminute ${clientId}` : `${problem} ${clientId} ${tenantId}`, length);
		const left = window === undefined ? length : window.start + length - this.clock.now();
		return { problem, retryAfter: Math.max(1, Math.ceil(left / 1000)) };
	}

	/** The headers every answer for an organisation carries: calls left. */
	headers(clientId: string, tenantId: string): Record<string, string> {
		const { minute, day, appMinute } = this.limits();
		const own = `${clientId} ${tenantId}`;
		return {
			'X-DayLimit-Remaining': String(Math.max(0, day - this.used(`day ${own}`, DAY))),
			'X-MinLimit-Remaining': String(Math.max(0, minute - this.used(`minute ${own}`, MINUTE))),
			'X-AppMinLimit-Remaining': String(Math.max(0, appMinute - this.used(`appminute ${clientId}`, MINUTE))),
		};
	}

	private open(key: string, length: number): Window | undefined {
		const window = this.windows.get(key);
		return window !== undefined && this.clock.now() < window.start + length ? window : undefined;
	}

	private used(key: string, length: number): number {
		return this.open(key, length)?.used ?? 0;
	}

	private count(key: string, length: number): void {
		const window = this.open(key, length);
		if (window === undefined) this.windows.set(key, { start: this.clock.now(), used: 1 });
		else window.used += 1;
	}
}
