import fc from 'fast-check';
import { RateLimiter, rateLimiterOf } from '../../nodes/shared/http/rateLimiter';
import { LIMITS, RateWindow } from '../../nodes/shared/http/rateWindow';
import { clock, GaveUp, pause } from '../../nodes/shared/http/clock';
import { inVirtualTime, VirtualTime } from './virtualTime';

const time = inVirtualTime();
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const limiter = (): RateLimiter => rateLimiterOf('app', 'harbour');

/** Enters, works for `ms`, leaves. @returns when it entered, in ms since the start */
async function call(of: RateLimiter, ms = 100, patience = DAY, cancelled?: AbortSignal): Promise<number> {
	const place = await of.enter(patience, cancelled);
	const entered = time().passed;
	await clock.sleep(ms);
	place.release();
	of.refundRetry();
	return entered;
}

const calls = (count: number, of = limiter(), ms = 100): Array<Promise<number>> =>
	Array.from({ length: count }, async () => await call(of, ms));

const reason = async (waiting: Promise<unknown>): Promise<string> => {
	const cause: unknown = await waiting.then(
		() => 'admitted',
		(thrown: unknown) => thrown,
	);
	return cause instanceof GaveUp ? cause.why : String(cause);
};

describe('The minute', () => {
	it('lets 60 calls go and makes the 61st wait until a minute after the first answer', async () => {
		const entered = await time().until(Promise.all(calls(61)));

		expect(entered[59]).toBe(1_300);
		expect(entered[60]).toBe(60_100);
	});

	it('needs 4 minutes for 300 calls', async () => {
		const entered = await time().until(Promise.all(calls(300)));

		expect(Math.max(...entered)).toBeGreaterThan(4 * MINUTE);
		expect(Math.max(...entered)).toBeLessThan(4 * MINUTE + 10 * SECOND);
	});

	it('counts a call that hangs for longer than a minute until a minute after its end', () => {
		const window = new RateWindow(1);
		window.start();
		expect(window.left()).toBe(0);
		expect(window.wait()).toBeUndefined();

		window.end();
		expect(window.wait()).toBe(MINUTE);
	});

	it('is never overdrawn as Xero counts it, whatever the delays on the way and wherever its minute begins', async () => {
		const delays = fc.record({
			asked: fc.nat(90_000),
			there: fc.oneof(fc.nat(100), fc.nat(5_000)),
			work: fc.nat(200),
			back: fc.oneof(fc.nat(100), fc.nat(3_000)),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(delays, { minLength: 80, maxLength: 160 }), fc.nat(MINUTE - 1), async (schedule, offset) => {
				const virtual = new VirtualTime();
				try {
					const of = rateLimiterOf('app', 'harbour');
					const arrivals: number[] = [];
					let atOnce = 0;
					let mostAtOnce = 0;
					await virtual.until(
						Promise.all(
							schedule.map(async ({ asked, there, work, back }) => {
								await clock.sleep(asked);
								const place = await of.enter(DAY);
								await clock.sleep(there);
								arrivals.push(virtual.passed);
								atOnce += 1;
								mostAtOnce = Math.max(mostAtOnce, atOnce);
								await clock.sleep(work);
								atOnce -= 1;
								await clock.sleep(back);
								place.release();
								of.refundRetry();
							}),
						),
					);
					const minutes = new Map<number, number>();
					for (const arrival of arrivals) {
						const minute = Math.floor((arrival + offset) / MINUTE);
						minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
					}
					expect(arrivals).toHaveLength(schedule.length);
					expect(Math.max(...minutes.values())).toBeLessThanOrEqual(60);
					expect(mostAtOnce).toBeLessThanOrEqual(5);
				} finally {
					virtual.end();
				}
			}),
			{ numRuns: 30, endOnFailure: true },
		);
	});
});

describe('Calls at once', () => {
	it('are one at first, one more for each good answer, and five at most', async () => {
		const entered = await time().until(Promise.all(calls(15, limiter(), 10 * SECOND)));

		expect(entered).toEqual([
			0,
			...[10_000, 10_000],
			...[20_000, 20_000, 20_000, 20_000],
			...[30_000, 30_000, 30_000, 30_000, 30_000],
			...[40_000, 40_000, 40_000],
		]);
	});

	it('are admitted in the order in which they asked', async () => {
		const order: number[] = [];
		const of = limiter();
		await time().until(
			Promise.all(
				Array.from({ length: 12 }, async (_, index) => {
					const place = await of.enter(DAY);
					order.push(index);
					await clock.sleep(1_000 - index * 50);
					place.release();
				}),
			),
		);

		expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
	});

	it('become half as many when Xero found them too many, and one more again every half minute', async () => {
		const of = limiter();
		await time().until(Promise.all(calls(5, of)));
		of.fewerAtOnce();
		await time().pass(SECOND);
		const start = time().passed;
		const during = await time().until(Promise.all(calls(14, of, 10 * SECOND)));

		expect(during.map((at) => (at - start) / SECOND)).toEqual([0, 0, 10, 10, 20, 20, 30, 30, 30, 40, 40, 40, 50, 50]);
	});

	it('wait longer each time that Xero finds them too many, until one goes well', async () => {
		const of = limiter();
		const waits = async (): Promise<number> => {
			of.fewerAtOnce();
			const before = time().passed;
			const place = await time().until(of.enter(DAY));
			place.release();
			return time().passed - before;
		};

		expect([await waits(), await waits(), await waits(), await waits(), await waits(), await waits()]).toEqual([
			750, 1_500, 3_000, 6_000, 6_000, 6_000,
		]);
		of.refundRetry();
		expect(await waits()).toBe(750);
	});

	it('are as many as the credential says', async () => {
		const of = limiter();
		of.callsAtOnce = 1;

		expect(await time().until(Promise.all(calls(3, of, 10 * SECOND)))).toEqual([0, 10_000, 20_000]);
	});

	it('never become fewer than one', async () => {
		const of = limiter();
		for (let times = 0; times < 9; times += 1) of.fewerAtOnce();
		await time().pass(10 * SECOND);

		expect(await time().until(Promise.all(calls(3, of)))).toEqual([10_000, 10_100, 10_200]);
	});

	it('do not lose a place when a call that waits is cancelled', async () => {
		const of = limiter();
		const cancel = new AbortController();
		const under = calls(1, of, 10 * SECOND);
		const cancelled = reason(call(of, 100, DAY, cancel.signal));
		const next = call(of);
		await time().pass(SECOND);
		cancel.abort();

		expect(await time().until(cancelled)).toBe('cancelled');
		expect(await time().until(next)).toBe(10_000);
		await time().until(Promise.all(under));
	});
});

describe("What Xero's answers say", () => {
	/** A call whose answer has these headers. */
	const told = async (of: RateLimiter, headers: Record<string, unknown>, status = 200): Promise<void> => {
		const place = await of.enter(DAY);
		place.updateFromHeaders(status, headers);
		place.release();
	};

	it('is believed when fewer calls are left than counted here, and three are kept free for the others', async () => {
		const of = limiter();
		await time().until(told(of, { 'x-minlimit-remaining': '6' }));
		const entered = await time().until(Promise.all(calls(4, of, 0)));

		expect(entered.slice(0, 3)).toEqual([0, 0, 0]);
		expect(entered[3]).toBeGreaterThanOrEqual(MINUTE);
	});

	it('does not raise the own count', async () => {
		const of = limiter();
		await time().until(Promise.all(calls(57, of, 0)));
		await time().until(told(of, { 'x-minlimit-remaining': '60' }));
		const entered = await time().until(Promise.all(calls(3, of, 0)));

		expect(entered.map((at) => at >= MINUTE)).toEqual([false, false, true]);
	});

	it('counts no call twice, whether Xero counts it when it arrives or when it answers', () => {
		for (const remaining of [
			[59, 58],
			[58, 58],
		]) {
			const window = new RateWindow(60);
			const starts = [window.start(), window.start()];
			starts.forEach((start, index) => window.reconcile(remaining[index]!, start));

			expect([window.left(), window.share()]).toEqual([58, 1]);
		}
	});

	it('counts the calls of others once, though several answers tell of them', () => {
		const window = new RateWindow(60);
		const starts = [window.start(), window.start()];
		for (const start of starts) window.reconcile(49, start);

		expect(window.left()).toBe(60 - 2 - 9 - 3);
	});

	it('takes no call that has left the minute since for one of others', async () => {
		const window = new RateWindow(60);
		window.start();
		window.end();
		await time().pass(59 * SECOND);
		const start = window.start();
		await time().pass(2 * SECOND);
		window.reconcile(58, start);

		expect([window.left(), window.share()]).toEqual([59, 1]);
	});

	it('tells the calls left today', async () => {
		const of = limiter();
		expect(of.dayLeft).toBeUndefined();
		await time().until(told(of, { 'x-daylimit-remaining': '4321' }));
		await time().until(told(of, {}));

		expect(of.dayLeft).toBe(4321);
	});

	it('is ignored where it is no number', async () => {
		const of = limiter();
		const headers = { 'x-minlimit-remaining': '', 'x-appminlimit-remaining': 'many', 'x-daylimit-remaining': undefined };
		await time().until(told(of, headers));

		expect(of.dayLeft).toBeUndefined();
		expect(await time().until(Promise.all(calls(5, of, 0)))).toEqual([0, 0, 0, 0, 0]);
	});

	it('in a 429 does not lengthen the wait that Retry-After asks for', async () => {
		const of = limiter();
		await time().until(told(of, { 'x-minlimit-remaining': '0', 'x-appminlimit-remaining': '0' }, 429));
		of.holdFor(12 * SECOND);

		expect(await time().until(call(of))).toBe(12_000);
	});

	it("holds the organisation's calls, the longest hold counting", async () => {
		const of = limiter();
		const other = rateLimiterOf('app', 'kereru');
		of.holdFor(20 * SECOND);
		of.holdFor(5 * SECOND);

		expect(await time().until(Promise.all([call(of), call(of), call(other)]))).toEqual([20_000, 20_100, 0]);
	});

	it("holds the calls of every organisation when it is the app's minute", async () => {
		limiter().holdFor(20 * SECOND, 'app');

		expect(
			await time().until(
				Promise.all([call(limiter()), call(rateLimiterOf('app', 'kereru')), call(rateLimiterOf('other app', 'harbour'))]),
			),
		).toEqual([20_000, 20_000, 0]);
	});
});

describe('The app', () => {
	it('may make 10,000 calls in a minute over all organisations', async () => {
		const organisations = Array.from({ length: 200 }, (_, index) => rateLimiterOf('app', `organisation ${index}`));
		const entered = await time().until(Promise.all(organisations.flatMap((of) => calls(51, of, 0))));

		expect(entered.filter((at) => at < MINUTE)).toHaveLength(LIMITS.appMinute);
		expect(entered.filter((at) => at >= MINUTE)).toHaveLength(200);
	});

	it('lets organisations go without regard to each other below that', async () => {
		const busy = calls(120, rateLimiterOf('app', 'harbour'));
		const quiet = call(rateLimiterOf('app', 'kereru'));

		expect(await time().until(quiet)).toBe(0);
		expect(Math.max(...(await time().until(Promise.all(busy))))).toBeGreaterThanOrEqual(MINUTE);
	});

	it('is one limiter per organisation, whoever asks for it', () => {
		expect(rateLimiterOf('app', 'harbour')).toBe(rateLimiterOf('app', 'harbour'));
		expect(rateLimiterOf('app', 'harbour')).not.toBe(rateLimiterOf('app', 'kereru'));
		expect(rateLimiterOf('app', 'harbour')).not.toBe(rateLimiterOf('other', 'harbour'));
	});

	it('shares the minute between executions that run side by side', async () => {
		const one = calls(40, rateLimiterOf('app', 'harbour'));
		const two = calls(40, rateLimiterOf('app', 'harbour'));
		const entered = await time().until(Promise.all([...one, ...two]));

		expect(entered.filter((at) => at < MINUTE)).toHaveLength(60);
		expect(entered.filter((at) => at >= MINUTE)).toHaveLength(20);
	});
});

describe('Waiting is given up', () => {
	it('when it would last longer than patience, without waiting first', async () => {
		const of = limiter();
		of.holdFor(40 * SECOND);
		const waiting = of.enter(30 * SECOND);

		await expect(waiting).rejects.toEqual(expect.objectContaining({ why: 'too long', resetsAt: clock.now() + 40 * SECOND }));
		expect(time().passed).toBe(0);
	});

	it('when patience runs out behind calls under way', async () => {
		const of = limiter();
		const under = calls(5, of, 20 * SECOND);
		const waiting = reason(of.enter(10 * SECOND));

		expect(await time().until(waiting)).toBe('too long');
		await time().until(Promise.all(under));
	});

	it('when the execution is cancelled, at once and leaving no listener behind', async () => {
		const of = limiter();
		of.holdFor(MINUTE);
		const cancel = new AbortController();
		const waiting = reason(of.enter(DAY, cancel.signal));
		await time().pass(5 * SECOND);
		cancel.abort();
		await time().settle();

		expect(await waiting).toBe('cancelled');
		expect(time().passed).toBe(5_000);
		await time().pass(2 * SECOND);
		expect(time().waiting).toBe(0);
	});

	it('before it begins when the execution is cancelled already', async () => {
		const signal = AbortSignal.abort();

		expect(await reason(limiter().enter(DAY, signal))).toBe('cancelled');
		expect(await reason(pause(SECOND, signal))).toBe('cancelled');
	});

	it('in the middle of a pause when the execution is cancelled', async () => {
		const cancel = new AbortController();
		const waiting = reason(pause(MINUTE, cancel.signal));
		await time().pass(SECOND);
		cancel.abort();

		expect(await waiting).toBe('cancelled');
		expect(time().passed).toBe(1_000);
	});

	it("by all who wait when the day's calls are used up, and by those who come later, until the day resets", async () => {
		const of = limiter();
		const under = calls(1, of, 2 * SECOND);
		const waiting = reason(of.enter(DAY));
		await time().settle();
		of.dayUsedUp(3 * 60 * MINUTE);
		await time().until(Promise.all(under));

		expect(await time().until(waiting)).toBe('day');
		await expect(of.enter(DAY)).rejects.toEqual(
			expect.objectContaining({ why: 'day', resetsAt: clock.now() - 2 * SECOND + 3 * 60 * MINUTE }),
		);
		expect(of.dayLeft).toBe(0);
		expect(await time().until(call(rateLimiterOf('app', 'kereru')))).toBe(2_000);

		await time().pass(3 * 60 * MINUTE);
		expect(await time().until(reason(call(of, 0)))).toBe('admitted');
	});
});

describe('The retry budget', () => {
	const retries = (of: RateLimiter, count: number): number[] => Array.from({ length: count }, () => of.retryIn());

	it('lets 20 retries go at once, then one every five seconds, and one more for every five good answers', () => {
		const of = limiter();
		expect(retries(of, 22).slice(19)).toEqual([0, 5 * SECOND, 10 * SECOND]);

		for (let answers = 0; answers < 15; answers += 1) of.refundRetry();
		expect(retries(of, 2)).toEqual([0, 5 * SECOND]);
	});

	it('is not saved up beyond that', async () => {
		const of = limiter();
		for (let answers = 0; answers < 1_000; answers += 1) of.refundRetry();
		await time().pass(DAY);

		expect(retries(of, 21).slice(19)).toEqual([0, 5 * SECOND]);
	});
});

describe('Several processes on one organisation', () => {
	const minutes = { length: 60, ms: MINUTE };

	/** Xero's side: 5 at once, and 60 in any minute or in windows that begin with a call; counts what it refuses. */
	class Counting {
		private taken: number[] = [];
		private under = 0;

		constructor(private readonly minute: 'sliding' | 'fixed') {}

		readonly refused = { 'at once': 0, minute: 0 };
		calls = 0;

		async answer(work: number): Promise<{ status: number; left: number; wait: number; limit?: 'at once' | 'minute' }> {
			const now = clock.now();
			this.calls += 1;
			if (this.minute === 'sliding') this.taken = this.taken.filter((at) => at > now - minutes.ms);
			else if (this.taken.length && this.taken[0]! <= now - minutes.ms) this.taken = [];
			const left = minutes.length - this.taken.length;
			const limit = this.under >= LIMITS.atOnce ? 'at once' : left <= 0 ? 'minute' : undefined;
			if (limit) {
				this.refused[limit] += 1;
				return { status: 429, left, wait: limit === 'minute' ? this.taken[0]! + MINUTE - now : 0, limit };
			}
			this.taken.push(now);
			this.under += 1;
			await clock.sleep(work);
			this.under -= 1;
			return { status: 200, left: left - 1, wait: 0 };
		}
	}

	/** Each process makes its calls as fast as its limiter lets it, and does after a 429 what the client does. */
	async function burst(
		processes: number,
		callsOfEach: number,
		seed: number,
		minute: 'sliding' | 'fixed',
		callsAtOnce = 5,
	): Promise<Counting> {
		let state = seed;
		const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
		const xero = new Counting(minute);
		const one = async (of: RateLimiter): Promise<void> => {
			for (;;) {
				const place = await of.enter(DAY);
				await clock.sleep(10 + 40 * random());
				const answer = await xero.answer(100 + 300 * random());
				place.updateFromHeaders(answer.status, { 'x-minlimit-remaining': String(answer.left) });
				if (answer.limit === 'at once') of.fewerAtOnce();
				if (answer.limit === 'minute') of.holdFor(Math.ceil(answer.wait / SECOND) * SECOND);
				place.release();
				if (answer.status === 200) return of.refundRetry();
				if (answer.limit === 'minute') await clock.sleep(answer.wait);
			}
		};
		await time().until(
			Promise.all(
				Array.from({ length: processes }, async () => {
					const of = new RateLimiter(new RateWindow(LIMITS.appMinute));
					of.callsAtOnce = callsAtOnce;
					await clock.sleep(50 * random());
					await Promise.all(Array.from({ length: callsOfEach }, async () => await one(of)));
				}),
			),
		);
		return xero;
	}

	const seeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
	const minutesOf = (['sliding', 'fixed'] as const).flatMap((minute) => seeds.map((seed) => [minute, seed] as const));

	it.each(minutesOf)('are refused less than 3 of 100 calls in a burst (minute %s, seed %i)', async (minute, seed) => {
		for (const [processes, each] of [
			[2, 60],
			[3, 40],
			[3, 100],
		] as const) {
			const { calls: all, refused } = await burst(processes, each, seed, minute);

			expect((refused['at once'] + refused.minute) / all).toBeLessThan(0.03);
			await time().pass(10 * MINUTE);
		}
	});

	it.each(minutesOf.filter(([, seed]) => seed < 14))(
		'are refused less than 1 of 100 with one call at once each (minute %s, seed %i)',
		async (minute, seed) => {
			const { calls: all, refused } = await burst(3, 100, seed, minute, 1);

			expect((refused['at once'] + refused.minute) / all).toBeLessThan(0.01);
		},
	);
});
