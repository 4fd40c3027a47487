import { setImmediate as turnOfTheLoop, setTimeout as pause } from 'node:timers/promises';

import type { Clock } from './contract';

/** Time as the machine has it. */
export const realClock: Clock = {
	now: () => Date.now(),
	sleep: (ms) => pause(ms),
};

/** The machine's clock put to another moment: it shows `start` (ms since the epoch) now, and goes on at the machine's pace. */
export function clockFrom(start: number): Clock {
	const started = performance.now();
	return { now: () => Math.floor(start + performance.now() - started), sleep: realClock.sleep };
}

/**
 * A clock that runs `factor` times faster than the machine's, from `start` (ms since the epoch) on: with 60 a minute of limits passes in
 * a second. `sleep(ms)` takes ms of the fast time, so it really waits ms / factor.
 */
export function scaledClock(factor: number, start: number = Date.now()): Clock {
	if (!(factor > 0)) throw new RangeError(`A clock's factor is above 0, not ${factor}`);
	const started = performance.now();
	return {
		now: () => Math.floor(start + (performance.now() - started) * factor),
		sleep: (ms) => pause(ms / factor),
	};
}

/** Turns of the event loop in which nobody begins to sleep: calls on the loopback address that are under way end in fewer. */
const QUIET_TURNS = 60;

/**
 * A clock that goes at the machine's pace while something happens, and leaps to the next sleeper's time as soon as all that is left is
 * sleeping: an hour of waiting passes at once, in the right order, and a machine that is slow makes no minute of limits pass.
 * For a sandbox and its clients in one process, which have to share it.
 * @param pace what the clock shows between two leaps; one that stands still lets things happen within a second, however slow the machine is
 */
export function leapingClock(start: number = Date.now(), pace: Pick<Clock, 'now'> = clockFrom(start)): Clock {
	let leapt = 0;
	let leaping = false;
	let begun = 0;
	let sleepers: Array<{ until: number; wake: () => void }> = [];
	const now = (): number => pace.now() + leapt;

	/** Resolves when nobody has begun to sleep for {@link QUIET_TURNS}. */
	async function quiet(): Promise<void> {
		for (let turns = 0, seen = begun; turns < QUIET_TURNS; turns += 1) {
			await turnOfTheLoop();
			if (seen !== begun) [turns, seen] = [0, begun];
		}
	}

	async function leap(): Promise<void> {
		leaping = true;
		while (sleepers.length > 0) {
			await quiet();
			leapt += Math.max(0, Math.min(...sleepers.map(({ until }) => until)) - now());
			const due = sleepers.filter(({ until }) => until <= now()).sort((a, b) => a.until - b.until);
			sleepers = sleepers.filter((sleeper) => !due.includes(sleeper));
			for (const { wake } of due) wake();
		}
		leaping = false;
	}

	return {
		now,
		sleep: (ms) =>
			new Promise((wake) => {
				begun += 1;
				sleepers.push({ until: now() + ms, wake });
				if (!leaping) void leap();
			}),
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
