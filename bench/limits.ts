import { burst } from './burst';
import { thisPack } from './contenders';
import { measure } from './measure';
import { duration, type Table } from './table';
import { COUNTINGS, counted, Xero } from './xero';

type Row = Table['rows'][number];
const MINUTE = 60_000;
const SINGLE = { calls: 300, latency: 100 } as const;
/** 60 in any 60 s, five at once: what comes after the last full minute takes its answers. */
const IDEAL = (SINGLE.calls / 60 - 1) * MINUTE + (60 / 5) * SINGLE.latency;

/** One process that has an organisation to itself. */
async function alone(progress: (text: string) => void): Promise<Table> {
	const rows: Row[] = [];
	for (const counting of COUNTINGS) {
		progress(`${SINGLE.calls} single calls, minute ${counted(counting)}`);
		const { calls, latency } = SINGLE;
		const circumstances = { limitedAt: 'leaps', latency, holding: calls, counting } as const;
		const run = await Xero.during(circumstances, async (xero) => await measure(thisPack, 'get', calls, xero));
		rows.push([counted(counting), run.calls, run.limited, run.given, duration(run.ms), (run.ms / IDEAL).toFixed(3)]);
	}
	return {
		title: 'Single calls under 60 a minute',
		before: [
			`${SINGLE.calls} invoices read by their IDs, one call each, by one process. Answers take ${SINGLE.latency} ms. The clock of the sandbox and of the pack goes at the machine's pace, but leaps over all waiting. The ideal is what 60 calls in any 60 seconds and five at once allow: ${duration(IDEAL)}. Xero does not say whether its minute is a fixed window or slides, nor whether the calls left in an answer's headers are those of the call's arrival or of the answer: all four are tried.`,
		],
		head: ['Minute', 'Calls', '429', 'Read', 'Time', '× ideal'],
		rows,
	};
}

/** What Xero's limits cost beyond the time that they take anyway. */
export const limits = async (progress: (text: string) => void): Promise<Table[]> => [
	await alone(progress),
	await burst(progress),
];
