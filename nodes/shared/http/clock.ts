// The time that everything waits by, and waiting.

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
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

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

/** Twice as long after each try, and spread, so that calls that failed together do not come again together; ms. */
export const backoff = (tries: number, longest: number): number =>
	Math.min(longest, 500 * 2 ** Math.min(tries, 10)) * (0.5 + clock.random() / 2);
