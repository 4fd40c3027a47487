import type { Clock, Limits, SandboxOptions } from './contract';

/** Which limit refused a call: the value of `X-Rate-Limit-Problem`. */
export type LimitProblem = 'minute' | 'day' | 'appminute' | 'concurrent';

/** A call refused by a limit. */
export interface Excess {
	problem: LimitProblem;
	/** Seconds until the window ends; absent for `concurrent`, as at Xero. */
	retryAfter?: number;
}

/** Calls counted over a length of time. */
interface Count {
	used(): number;
	add(): void;
	/** ms until calls that count now no longer do; undefined while none counts. */
	opensIn(): number | undefined;
}

/** The window opens with the first call after the last one ended. */
function fixedWindow(clock: Clock, length: number): Count {
	let start = -Infinity;
	let used = 0;
	const left = (): number => start + length - clock.now();
	return {
		used: () => (left() > 0 ? used : 0),
		add() {
			if (left() <= 0) [start, used] = [clock.now(), 0];
			used += 1;
		},
		opensIn: () => (left() > 0 ? left() : undefined),
	};
}

/** Every call counts for `length` from its arrival on. */
function slidingWindow(clock: Clock, length: number): Count {
	let arrivals: number[] = [];
	const counting = (): readonly number[] => {
		const since = clock.now() - length;
		if (arrivals[0] !== undefined && arrivals[0] <= since) arrivals = arrivals.filter((at) => at > since);
		return arrivals;
	};
	return {
		used: () => counting().length,
		add: () => void arrivals.push(clock.now()),
		opensIn() {
			const [oldest] = counting();
			return oldest === undefined ? undefined : oldest + length - clock.now();
		},
	};
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Xero's limits: per app and organisation a minute, a day and the calls under way; per app a minute over all organisations.
 * Windows are fixed: one opens with the first call after the last one ended, so each organisation's ends at its own time. Minutes may
 * slide instead. A refused call counts for nothing.
 */
export class Limiting {
	private readonly counts = new Map<string, Count>();
	private readonly underWay = new Map<string, number>();

	/** `limits` is asked at every call, so that a test can change them. */
	constructor(
		private readonly clock: Clock,
		private readonly limits: () => Limits,
		private readonly minutes: SandboxOptions['minutes'] = 'fixed',
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

	/** What a refusal for `problem` says now: seconds until calls no longer count, or a whole window when none does. */
	excess(problem: LimitProblem, clientId: string, tenantId: string): Excess {
		if (problem === 'concurrent') return { problem };
		const length = problem === 'day' ? DAY : MINUTE;
		const key = problem === 'appminute' ? `appminute ${clientId}` : `${problem} ${clientId} ${tenantId}`;
		const left = this.counted(key, length).opensIn() ?? length;
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

	private counted(key: string, length: number): Count {
		const window = length === MINUTE && this.minutes === 'sliding' ? slidingWindow : fixedWindow;
		const count = this.counts.get(key) ?? window(this.clock, length);
		this.counts.set(key, count);
		return count;
	}

	private used(key: string, length: number): number {
		return this.counted(key, length).used();
	}

	private count(key: string, length: number): void {
		this.counted(key, length).add();
	}
}
