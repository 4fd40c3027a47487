import { clockFrom, leapingClock } from '../../../sandbox/clock';

const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;

describe('a clock that leaps', () => {
	it('wakes all who sleep in the order of their times, though an hour passes, and shows each its time', async () => {
		const clock = leapingClock(START);
		const woken: string[] = [];
		const sleeper = async (name: string, ms: number): Promise<void> => {
			await clock.sleep(ms);
			woken.push(`${name} ${Math.floor((clock.now() - START) / HOUR)}`);
		};
		await Promise.all([sleeper('third', 3 * HOUR), sleeper('first', HOUR), sleeper('second', 2 * HOUR)]);
		expect(woken).toEqual(['first 1', 'second 2', 'third 3']);
	});

	it('lets those who begin to sleep meanwhile wake in their turn', async () => {
		const clock = leapingClock(START);
		const woken: string[] = [];
		const early = clock.sleep(HOUR).then(async () => {
			woken.push('early');
			await clock.sleep(HOUR);
			woken.push('early again');
		});
		await Promise.all([early, clock.sleep(3 * HOUR).then(() => woken.push('late'))]);
		expect(woken).toEqual(['early', 'early again', 'late']);
	});

	it('stands still for nobody: without sleepers it goes at the machine’s pace', async () => {
		const clock = leapingClock(START);
		await new Promise((wake) => setImmediate(wake));
		expect(clock.now() - START).toBeLessThan(HOUR);
	});

	it('shows the same moment until somebody sleeps, where it is to stand still meanwhile', async () => {
		const clock = leapingClock(START, { now: () => START });
		await new Promise((wake) => setTimeout(wake, 5));
		expect(clock.now()).toBe(START);
		await clock.sleep(HOUR);
		expect(clock.now()).toBe(START + HOUR);
	});
});

it('a clock put to a moment goes on from there', () => {
	const clock = clockFrom(START);
	const [first, second] = [clock.now(), clock.now()];
	expect(first).toBeGreaterThanOrEqual(START);
	expect(second).toBeGreaterThanOrEqual(first);
	expect(second - START).toBeLessThan(HOUR);
});
