import { burst } from './burst';
import { thisPack } from './contenders';
import { measure } from './measure';
import { duration, type Table } from './table';
import { COUNTINGS, counted, Xero } from './xero';

type Row = Table['rows'][number];
const MINUTE = 60_000;
const CALLS = 300;
const LATENCY = 100;
/** A part of the answers takes longer by so many ms. */
const SLOW = { share: 0.2, ms: 2_000, seed: 20_260 } as const;

/** 60 in any 60 s, five at once: what comes after the last full minute takes its answers, each as long as they take on average. */
const ideal = (average: number): number => (CALLS / 60 - 1) * MINUTE + (60 / 5) * average;

/** One process that has an organisation to itself. */
async function alone(progress: (text: string) => void): Promise<Table> {
	const rows: Row[] = [];
	for (const uneven of [false, true]) {
		for (const counting of COUNTINGS) {
			progress(`${CALLS} single calls${uneven ? ' with uneven answers' : ''}, minute ${counted(counting)}`);
			const circumstances = { limitedAt: 'leaps', latency: LATENCY, holding: CALLS, counting } as const;
			const run = await Xero.during(circumstances, async (xero) => {
				const { ms, ...which } = SLOW;
				if (uneven) xero.sandbox.fail({ ...which, what: { kind: 'latency', ms } });
				return await measure(thisPack, 'get', CALLS, xero);
			});
			const least = ideal(LATENCY + (uneven ? SLOW.share * SLOW.ms : 0));
			const answers = uneven ? 'a fifth slow' : 'all alike';
			const times = [duration(run.ms), duration(least), (run.ms / least).toFixed(3)];
			rows.push([answers, counted(counting), run.calls, run.limited, run.given, ...times]);
		}
	}
	return {
		title: 'Single calls under 60 a minute',
		before: [
			`${CALLS} invoices read by their IDs, one call each, by one process. Answers take ${LATENCY} ms; where a fifth is slow, those take ${SLOW.ms} ms more. The clock of the sandbox and of the pack goes at the machine's pace, but leaps over all waiting. The ideal is what 60 calls in any 60 seconds and five at once allow with answers that all take the average. Xero does not say whether its minute is a fixed window or slides, nor whether the calls left in an answer's headers are those of the call's arrival or of the answer: all four are tried.`,
		],
		head: ['Answers', 'Minute', 'Calls', '429', 'Read', 'Time', 'Ideal', '× ideal'],
		rows,
	};
}

/** What Xero's limits cost beyond the time that they take anyway. */
export const limits = async (progress: (text: string) => void): Promise<Table[]> => [
	await alone(progress),
	await burst(progress),
];
