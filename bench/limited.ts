import { builtInAsIs, type Contender, type Task, thisPack } from './contenders';
import { measure, type Setting } from './measure';
import { duration, quoted, type Table } from './table';
import { Xero } from './xero';

/** Xero's minute passes in three seconds. */
const factor = 20;
/** Real ms; 100 ms of Xero's time. */
const latency = 5;

const goesOn: Setting = { onError: 'continueRegularOutput' };
// The most n8n offers: five tries, five seconds between them. n8n waits in real time, so the five seconds are made shorter.
const retries: Setting = { retryOnFail: true, maxTries: 5, waitBetweenTries: 5_000 / factor };

const cases: ReadonlyArray<readonly [task: Task, count: number, contender: Contender, how: string, setting: Setting]> = [
	['create', 100, thisPack, '', {}],
	['create', 100, builtInAsIs, '', {}],
	['create', 100, builtInAsIs, ', Continue On Fail', goesOn],
	['create', 100, builtInAsIs, ', Retry On Fail', retries],
	['get', 100, thisPack, '', {}],
	['get', 100, builtInAsIs, '', {}],
	['get', 100, builtInAsIs, ', Continue On Fail', goesOn],
	['get', 300, thisPack, '', {}],
];

/** Work that meets the limit of 60 calls a minute. */
export async function limited(progress: (text: string) => void): Promise<Table> {
	const rows: Table['rows'][number][] = [];
	for (const [task, count, contender, how, setting] of cases) {
		progress(`${count} × ${task} under the minute limit, ${contender.name}${how}`);
		const circumstances = { limitedAt: factor, latency, holding: task === 'get' ? count : 0 };
		const run = await Xero.during(circumstances, async (xero) => await measure(contender, task, count, xero, setting));
		const done = task === 'create' ? run.written : run.given;
		rows.push([
			task === 'create' ? `create ${count}` : `get ${count} by ID`,
			`${contender.name}${how}`,
			run.calls,
			run.limited,
			duration(run.ms),
			done,
			count - done,
			run.duplicated,
			run.given,
			quoted(run.error),
		]);
	}
	return {
		title: 'Under 60 calls a minute',
		before: [
			`Xero's limits hold, on a clock that runs ${factor} times faster for the sandbox and for the pack's throttle; wall time is told in Xero's time. Answers take 100 ms of it. Creating goes in batches of 50 with the pack, reading one invoice by its ID is one call for either node. “Done” counts invoices in Xero for creating and invoices read for getting; “Came out” is what the workflow got to work on with.`,
			"Retry On Fail is set to the most n8n offers: five tries, five seconds of Xero's time between them; it begins again with the first item.",
		],
		head: ['Work', 'Node', 'Calls', '429', 'Wall time', 'Done', 'Lost', 'Duplicated', 'Came out', 'Ended with'],
		rows,
	};
}
