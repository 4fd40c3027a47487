import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import { oneNode, runWorkflow, type WorkflowFile } from '../test/n8n';
import { credentialFor, loadedAgain, packLimits, thisPack } from './contenders';
import { found, itemsFor } from './measure';
import { inProcesses } from './processes';
import { duration, type Table } from './table';
import { type Circumstances, COUNTINGS, counted, type Counting, Xero } from './xero';

const EXECUTIONS = 120;
/** ms of Xero's time until an answer. */
const LATENCY = 400;
/** Executions of a process at the same time: what n8n gives a worker by itself. */
const AT_ONCE = 10;
/** Of real processes, whose clocks cannot leap together. */
const FACTOR = 12;
const ROUNDS = { copies: 4, processes: 2 } as const;
const [FIRST, ...OTHERS] = COUNTINGS as readonly [Counting, ...Counting[]];

/** Runs the workflows of each process, all at the same time, and gives the number that did not end well. */
type Run = (parts: ReadonlyArray<readonly WorkflowFile[]>, credential: ICredentialDataDecryptedObject) => Promise<number>;

interface Burst {
	readonly calls: number;
	readonly minute: number;
	readonly crowded: number;
	readonly ms: number;
	readonly failed: number;
	readonly written: number;
	readonly duplicated: number;
}

/** One execution with one item for each invoice, dealt out to so many processes. */
const burstOf = async (run: Run, processes: number, callsAtOnce: number, circumstances: Circumstances): Promise<Burst> =>
	await Xero.during(circumstances, async (xero) => {
		const { sandbox, tenantId } = xero;
		const parameters = thisPack.parameters('create', tenantId);
		const workflows = itemsFor('create', EXECUTIONS, xero).map((item) => oneNode('measured', parameters, [item]));
		const parts = Array.from({ length: processes }, (_, part) => workflows.filter((_one, at) => at % processes === part));
		sandbox.forget();
		const started = xero.now();
		const failed = await run(parts, { ...credentialFor(sandbox), callsAtOnce });
		const ms = xero.now() - started;
		const refusals = sandbox.calls.map(({ limit }) => limit);
		const minute = refusals.filter((limit) => limit === 'minute').length;
		const crowded = refusals.filter((limit) => limit === 'concurrent').length;
		return { calls: refusals.length, minute, crowded, ms, failed, ...found(xero) };
	});

const copies = ['first', 'second', 'third'].map(loadedAgain);

/** The pack loaded several times into this process, on one clock. */
const inCopies: Run = async (parts, credential) => {
	const ends = parts.map(async (workflows, index) => {
		const { limits, node } = copies[index]!;
		Object.assign(limits.clock, packLimits.clock);
		limits.forgetLimits();
		const gate = pLimit(AT_ONCE);
		const one = async (workflow: WorkflowFile): Promise<boolean> => {
			const run = { types: { measured: node }, credentials: { [thisPack.credential]: credential } };
			return (await runWorkflow(workflow, run)).error !== undefined;
		};
		return await Promise.all(workflows.map((workflow) => gate(one, workflow)));
	});
	return (await Promise.all(ends)).flat().filter((failed) => failed).length;
};

/** Executions that begin in the same moment in processes that cannot speak to each other. */
export async function burst(progress: (text: string) => void): Promise<Table> {
	const rows: Table['rows'][number][] = [];
	const rowOf = async (
		how: keyof typeof ROUNDS,
		run: Run,
		processes: number,
		callsAtOnce: number,
		counting: Counting,
	): Promise<void> => {
		const where = processes === 1 ? 'one copy' : `${processes} ${how}`;
		progress(`${EXECUTIONS} executions, ${where}, Calls at Once ${callsAtOnce}, minute ${counted(counting)}`);
		const timed =
			how === 'copies' ? ({ limitedAt: 'leaps', latency: LATENCY } as const) : { limitedAt: FACTOR, latency: LATENCY / FACTOR };
		const runs: Burst[] = [];
		while (runs.length < ROUNDS[how]) runs.push(await burstOf(run, processes, callsAtOnce, { ...timed, counting }));
		const sum = (key: keyof Burst): number => runs.reduce((total, one) => total + one[key], 0);
		const share = (100 * (sum('minute') + sum('crowded'))) / sum('calls');
		const counts = [sum('calls'), sum('minute'), sum('crowded'), `${share.toFixed(1)} %`, duration(sum('ms') / runs.length)];
		const ends = [sum('written'), sum('duplicated'), sum('failed')];
		rows.push([where, callsAtOnce, counted(counting), EXECUTIONS * runs.length, ...counts, ...ends]);
	};

	await rowOf('copies', inCopies, 1, 5, FIRST);
	for (const counting of [FIRST, ...OTHERS]) await rowOf('copies', inCopies, 3, 5, counting);
	for (const counting of [FIRST, ...OTHERS]) await rowOf('copies', inCopies, 3, 1, counting);
	progress('starting three processes');
	await inProcesses(3, async (ask) => {
		const run: Run = async (parts, credential) => {
			const reports = await ask(parts.map((workflows) => ({ workflows, atOnce: AT_ONCE, credential, factor: FACTOR })));
			return reports.reduce((failed, { errors }) => failed + errors.length, 0);
		};
		for (const callsAtOnce of [5, 1]) await rowOf('processes', run, 3, callsAtOnce, FIRST);
	});
	return {
		title: 'Processes that share an organisation',
		before: [
			`${EXECUTIONS} executions that begin in the same moment, each of which creates one invoice, dealt out to processes that share the credential and the organisation and cannot speak to each other; each runs ${AT_ONCE} at once, which is n8n's own number for a worker. Answers take ${LATENCY} ms of Xero's time. “Copies” are the built pack loaded so many times into this process, each with counts of its own, so that all can go by one clock that leaps over waiting. “Processes” are processes of Node.js with n8n's engine in each, on clocks that run ${FACTOR} times faster; what a busy machine needs for a call is ${FACTOR} times as long in Xero's time there.`,
			`“Calls at Once” is what the credential says. Counts are those of ${ROUNDS.copies} runs together (processes: ${ROUNDS.processes}), the time is that of one.`,
		],
		head: [
			...['Who', 'Calls at Once', 'Minute', 'Executions', 'Calls', '429, minute', '429, at once', 'Share', 'Time'],
			...['Written', 'Duplicated', 'Failed'],
		],
		rows,
	};
}
