import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Clock } from '../../nodes/shared/http/clock';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import { clock } from '../../nodes/shared/http/clock';

interface Timer {
	readonly at: number;
	ring(): void;
}

/** 2026-03-02T09:00:00Z, where virtual time starts. */
export const START = Date.UTC(2026, 2, 2, 9);

/**
 * Stands in for the process's clock: time passes only when everything waits, then it jumps to the next timer.
 * A minute of waiting takes no time, and the order of events is the same in every run.
 */
export class VirtualTime {
	private at = START;
	private timers: Timer[] = [];
	/** What `random` gives; in the middle unless a test says otherwise. */
	random = 0.5;
	private readonly real: Clock = { ...clock };

	constructor() {
		forgetLimits();
		Object.assign(clock, {
			now: () => this.at,
			sleep: async (ms: number) => await this.sleep(ms),
			random: () => this.random,
		} satisfies Clock);
	}

	/** ms since virtual time started. */
	get passed(): number {
		return this.at - START;
	}

	/** Timers not rung yet: waits that would keep going on. */
	get waiting(): number {
		return this.timers.length;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const timer: Timer = { at: this.at + Math.max(0, ms), ring: resolve };
			const place = this.timers.findIndex(({ at }) => at > timer.at);
			this.timers.splice(place < 0 ? this.timers.length : place, 0, timer);
		});
	}

	/** Lets everything that can happen now happen. */
	async settle(): Promise<void> {
		await turnOfTheLoop();
	}

	/** Lets `ms` pass. */
	async pass(ms: number): Promise<void> {
		const until = this.at + ms;
		await this.settle();
		while (this.timers[0] && this.timers[0].at <= until) {
			this.step();
			await this.settle();
		}
		this.at = until;
		await this.settle();
	}

	/** Lets as much time pass as the promise needs. @throws when it waits for something that never comes */
	async until<T>(promise: Promise<T>): Promise<T> {
		let settled = false;
		const done = (): void => void (settled = true);
		promise.then(done, done);
		await this.settle();
		while (!settled) {
			if (this.timers.length === 0) throw new Error(`Stands still after ${this.passed} ms`);
			this.step();
			await this.settle();
		}
		return await promise;
	}

	private step(): void {
		const timer = this.timers.shift()!;
		this.at = Math.max(this.at, timer.at);
		timer.ring();
	}

	/** Gives the process its own clock back. */
	end(): void {
		Object.assign(clock, this.real);
		forgetLimits();
	}
}

/** Each test of a file in virtual time: `time()` is the running test's. */
export function inVirtualTime(): () => VirtualTime {
	let time: VirtualTime;
	beforeEach(() => void (time = new VirtualTime()));
	afterEach(() => time.end());
	return () => time;
}
