import { setTimeout as pause } from 'node:timers/promises';

import type { Clock } from './contract';

/** Time as the machine has it. */
export const realClock: Clock = {
	now: () => Date.now(),
	sleep: (ms) => pause(ms),
};

/**
 * A clock that runs `factor` times faster than the machine's, starting now: with 60 a minute of limits passes in a second.
 * `sleep(ms)` takes ms of the fast time, so it really waits ms / factor.
 */
export function scaledClock(factor: number): Clock {
	if (!(factor > 0)) throw new RangeError(`A clock's factor is above 0, not ${factor}`);
	const start = Date.now();
	const started = performance.now();
	return {
		now: () => Math.floor(start + (performance.now() - started) * factor),
		sleep: (ms) => pause(ms / factor),
	};
}

/** A clock that stands still until it is moved; `sleep` ends when it was moved far enough. For tests of minutes, hours and days. */
export interface StoppedClock extends Clock {
	/** Moves the clock by `ms` and wakes the sleepers whose time has come. */
	advance(ms: number): void;
}

/** A {@link StoppedClock} that shows `start` (ms since the epoch). */
export function stoppedClock(start: number = Date.UTC(2026, 9, 1)): StoppedClock {
	let time = start;
	let sleepers: Array<{ until: number; wake: () => void }> = [];
	return {
		now: () => time,
		sleep: (ms) => (ms <= 0 ? Promise.resolve() : new Promise((wake) => sleepers.push({ until: time + ms, wake }))),
		advance(ms) {
			time += ms;
			const due = sleepers.filter(({ until }) => until <= time).sort((a, b) => a.until - b.until);
			sleepers = sleepers.filter(({ until }) => until > time);
			for (const { wake } of due) wake();
		},
	};
}
