import type { Step } from './scriptedCaller';
import { HARBOUR, KERERU, OK, READ, scripted, WRITE } from './scriptedCaller';
import { inVirtualTime, START } from './virtualTime';

const time = inVirtualTime();

const limited = (problem: string | undefined, retryAfter?: number, more: Readonly<Record<string, string>> = {}): Step => ({
	status: 429,
	headers: {
		...(problem === undefined ? {} : { 'x-rate-limit-problem': problem }),
		...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
		...more,
	},
});
const times = (calls: ReadonlyArray<{ at: number }>): number[] => calls.map(({ at }) => at - START);

describe('A 429 for the minute', () => {
	it.each(['minute', 'Minute', 'MinuteLimit', 'min'])('spelled %s is waited for as long as Retry-After says', async (problem) => {
		const { ask, calls } = await scripted({ steps: [limited(problem, 17, { 'x-minlimit-remaining': '0' }), OK] });
		await time().until(ask(READ));

		expect(times(calls)).toEqual([0, 17_000]);
	});

	it('makes every call of that organisation wait, and none of another', async () => {
		const { ask, calls } = await scripted({ steps: (_, index) => (index === 0 ? limited('minute', 30) : OK) });
		await time().until(
			Promise.all([
				ask(READ),
				(async () => {
					await time().sleep(1_000);
					await ask(READ);
				})(),
				(async () => {
					await time().sleep(2_000);
					await ask(READ, { organisation: KERERU });
				})(),
			]),
		);

		expect(calls.map(({ at, options }) => [options.headers!['Xero-Tenant-Id'], at - START])).toEqual([
			[HARBOUR, 0],
			[KERERU, 2_000],
			[HARBOUR, 30_000],
			[HARBOUR, 30_000],
		]);
	});

	it('holds those who wait for a place, though the refused call gives its place back', async () => {
		const { ask, calls } = await scripted({ steps: (_, index) => (index < 5 ? { ...limited('minute', 30), after: 100 } : OK) });
		await time().until(Promise.all(Array.from({ length: 8 }, async () => await ask(READ))));

		expect(
			times(calls)
				.slice(5)
				.every((at) => at >= 30_000),
		).toBe(true);
		expect(calls).toHaveLength(13);
	});

	it('is foreseen by those who wait when an answer says that nothing is left', async () => {
		const last: Step = { status: 200, headers: { 'x-minlimit-remaining': '0' }, after: 100 };
		const { ask, calls } = await scripted({ steps: (_, index) => (index < 1 ? last : OK) });
		await time().until(Promise.all(Array.from({ length: 3 }, async () => await ask(READ))));

		expect(times(calls)).toEqual([0, 60_100, 60_100]);
	});

	it('may come again and again until patience runs out, with no retry counted', async () => {
		const { ask, calls } = await scripted({ steps: (_, index) => (index < 7 ? limited('minute', 20) : OK) });
		await time().until(ask(WRITE));

		expect(calls).toHaveLength(8);
		expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
		expect(time().passed).toBe(140_000);
	});

	it('is given up when the wait would pass Longest Wait, saying when to try again', async () => {
		const { ask } = await scripted({ steps: () => limited('minute', 45), settings: { longestWait: 60_000 } });

		await expect(time().until(ask(WRITE, { items: [4] }))).rejects.toMatchObject({
			message: 'Xero allows 60 calls a minute; the queue was longer than the 1 minute of Longest Wait',
			description: expect.stringContaining('Nothing of this call was written.'),
			httpCode: '429',
			context: { xero: { items: [4], state: 'limited' } },
			failure: { cause: 'rate-limited', retryAfterMs: 45_000 },
		});
		expect(time().passed).toBe(45_000);
	});
});

describe("A 429 for the app's minute", () => {
	it.each(['appminute', 'AppMinute', 'app-minute'])('spelled %s makes the calls of every organisation wait', async (problem) => {
		const { ask, calls } = await scripted({ steps: (_, index) => (index === 0 ? limited(problem, 9) : OK) });
		const later = async (): Promise<unknown> => {
			await time().sleep(1_000);
			return await ask(READ, { organisation: KERERU });
		};
		await time().until(Promise.all([ask(READ), later()]));

		expect(times(calls)).toEqual([0, 9_000, 9_000]);
	});
});

describe('A 429 for too many at once', () => {
	it.each([['concurrent'], ['Concurrent'], [undefined]])(
		'named %s has no Retry-After and waits about a second',
		async (problem) => {
			const { ask, calls } = await scripted({ steps: [limited(problem), OK] });
			await time().until(ask(READ));

			expect(times(calls)).toEqual([0, 750]);
		},
	);

	it('waits longer each time, to eight seconds at most, and spread, so that those refused together do not come back together', async () => {
		for (const [random, times] of [
			[0, [0, 500, 1_000, 2_000, 4_000, 4_000]],
			[0.999, [0, 1_000, 2_000, 4_000, 8_000, 8_000]],
		] as const) {
			time().random = random;
			const { ask, calls } = await scripted({ steps: (_, index) => (index < 5 ? limited('concurrent') : OK) });
			await time().until(ask(READ));
			const waits = calls.map(({ at }, index) => at - (calls[index - 1]?.at ?? at));
			waits.forEach((wait, index) => expect(Math.abs(wait - times[index]!)).toBeLessThan(10));
		}
	});

	it('leaves half of the places for a while', async () => {
		const { ask, calls } = await scripted({
			steps: (_, index) => (index === 0 ? limited('concurrent') : { ...OK, after: 5_000 }),
		});
		await time().until(ask(READ).then(async () => await Promise.all(Array.from({ length: 3 }, async () => await ask(READ)))));

		expect(times(calls)).toEqual([0, 750, 5_750, 10_750, 15_750]);
	});

	it('does not come where the credential allows one call at once', async () => {
		const { ask, calls } = await scripted({ steps: () => ({ ...OK, after: 100 }), credential: { callsAtOnce: '1' } });
		await time().until(Promise.all(Array.from({ length: 3 }, async () => await ask(READ))));

		expect(times(calls)).toEqual([0, 100, 200]);
	});
});

describe('A 429 for the day', () => {
	it.each(['day', 'Day', 'daily', 'DayLimit'])(
		'spelled %s ends the call at once, with the time at which the day resets',
		async (problem) => {
			const { ask, calls } = await scripted({ steps: [limited(problem, 7_200)] });

			await expect(time().until(ask(WRITE, { items: [0] }))).rejects.toMatchObject({
				message:
					'The organisation has no calls left today (Xero allows 5,000 a day, 1,000 on Starter). They work again from 2026-03-03 00:00 (Pacific/Auckland)',
				description: 'Nothing of this call was written.',
				httpCode: '429',
				failure: { cause: 'quota-exhausted', resetsAtEpochMs: START + 7_200_000 },
			});
			expect(calls).toHaveLength(1);
			expect(time().passed).toBe(0);
		},
	);

	it('spares Xero the calls that follow, of that organisation only', async () => {
		const { ask, send, calls } = await scripted({ steps: (_, index) => (index === 0 ? limited('day', 7_200) : OK) });
		await time().until(ask(READ).catch(() => undefined));

		await expect(time().until(send(READ))).rejects.toMatchObject({
			message:
				'The organisation has no calls left today (Xero allows 5,000 a day, 1,000 on Starter). They work again from 2026-03-03 00:00 (Pacific/Auckland)',
		});
		await time().until(ask(READ, { organisation: KERERU }));
		expect(calls).toHaveLength(2);
	});
});

describe('Xero that counts with a fixed minute', () => {
	/** Counts as Xero does: 60 in each clock minute, whoever calls. */
	const fixedMinute = () => {
		const minutes = new Map<number, number>();
		let refused = 0;
		return {
			step: (at: number): Step => {
				const minute = Math.floor((at + 23_000) / 60_000);
				const count = (minutes.get(minute) ?? 0) + 1;
				minutes.set(minute, count);
				if (count <= 60) return { status: 200, headers: { 'x-minlimit-remaining': String(60 - count) }, after: 150 };
				refused += 1;
				return limited('minute', Math.ceil(((minute + 1) * 60_000 - 23_000 - at) / 1_000), { 'x-minlimit-remaining': '0' });
			},
			refused: () => refused,
		};
	};

	it('never has to refuse one of 300 calls', async () => {
		const xero = fixedMinute();
		const { ask, calls } = await scripted({ steps: ({ at }) => xero.step(at), settings: { longestWait: 10 * 60_000 } });
		await time().until(Promise.all(Array.from({ length: 300 }, async () => await ask(READ))));

		expect(calls).toHaveLength(300);
		expect(xero.refused()).toBe(0);
	});
});
