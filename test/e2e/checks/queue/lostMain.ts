import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Check } from '../../check';
import { pause } from '../../host/program';
import { ACTIVATION_LEASE } from '../../host/queue';
import type { QueueStage } from '../../queueStage';
import { polling, TRIGGER } from '../polling';
import { write } from '../webhooks';

/** A poll every ten seconds: one time of a trigger may be a minute at least, but a trigger may have several. */
const pollTimes = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })),
};

/** When main is killed: at the answer to which call of a poll, and how many ms after it was made; undefined: the answer never arrives. */
interface Moment {
	readonly call: RegExp;
	/**
	 * Killed so soon after the last answer n8n may be between saving what the trigger remembers and saving the execution, which it does
	 * at about the same time (`trigger-execution-context.factory.js`): what is lost there is told, and not held against the trigger.
	 */
	readonly after?: number;
}

const list = /\/Items$/;
/** The trigger asks it of each record that it has not met: the last call before it hands on. */
const history = /\/Items\/[^/]+\/History$/i;

const moments: readonly Moment[] = [
	{ call: list },
	{ call: history },
	{ call: history, after: 10 },
	{ call: history, after: 50 },
	{ call: history, after: 200 },
];

/** How often the trigger has told of each code, over all executions of a workflow, and what became of executions without its data. */
async function told({ session }: QueueStage, workflowId: string): Promise<{ counts: Map<string, number>; silent: string[] }> {
	const counts = new Map<string, number>();
	const silent: string[] = [];
	for (const id of await session.executionIds(workflowId)) {
		const { status, nodes } = await session.execution(id);
		if (!nodes[TRIGGER]) silent.push(status);
		for (const { Code } of nodes[TRIGGER]?.outputs[0] ?? []) {
			counts.set(String(Code), (counts.get(String(Code)) ?? 0) + 1);
		}
	}
	return { counts, silent };
}

/** Kills main at its moment in the next poll. */
async function killAt({ sandbox, queue }: QueueStage, { call, after }: Moment): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const kill = () => queue.kill('main').then(resolve, reject);
		const change = (body: unknown) => {
			if (after === undefined) void kill();
			else setTimeout(() => void kill(), after);
			return body;
		};
		sandbox.fail({ match: { method: 'GET', path: call }, times: 1, what: { kind: 'answer', change } });
	});
}

/** Kills main while the first poll after its start is under way: n8n holds the activation for dead until its lease is over. */
async function killAtStart({ sandbox, queue }: QueueStage): Promise<void> {
	const slow = sandbox.fail({ match: { method: 'GET', path: list }, what: { kind: 'latency', ms: 10_000 } });
	await queue.start('main');
	await pause(2_000);
	await queue.kill('main');
	slow();
}

/** Waits until the trigger has told of a code, and gives up after `patience` ms. */
async function waitFor(stage: QueueStage, workflowId: string, code: string, patience: number): Promise<void> {
	const deadline = Date.now() + patience;
	while (!(await told(stage, workflowId)).counts.has(code) && Date.now() < deadline) await pause(500);
}

/** Another app makes an item. @returns its code. */
async function makeItem(stage: QueueStage): Promise<string> {
	const code = `MAIN-${randomUUID().slice(0, 8)}`;
	await write(stage, '/Items', { Items: [{ Code: code, Name: 'Folding Table' }] });
	return code;
}

export const lostMainChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: `A main process killed ${moments.length + 1} times around polls loses no change that n8n was not just handing on`,
		limit: 900_000,
		async run(stage) {
			const { session, queue } = stage;
			const id = await session.createWorkflow(polling(stage, { resource: 'item', event: 'new', pollTimes }));
			await session.publish(id);
			const codes: string[] = [];
			for (const moment of moments) {
				const killed = killAt(stage, moment);
				codes.push(await makeItem(stage));
				await killed;
				await queue.start('main');
				await waitFor(stage, id, codes.at(-1)!, 30_000);
			}
			await queue.stop('main');
			codes.push(await makeItem(stage));
			await killAtStart(stage);
			const restarted = Date.now();
			await queue.start('main');
			await waitFor(stage, id, codes.at(-1)!, 120_000);
			const again = Math.round((Date.now() - restarted) / 1000);
			// One poll more: it would show what is told twice.
			await pause(11_000);
			const { counts, silent } = await told(stage, id);
			const times = codes.map((code) => counts.get(code) ?? 0);
			const lost = times.filter((count, at) => count === 0 && moments[at]?.after === undefined).length;
			const between = times.filter((count) => count === 0).length - lost;
			const doubles = times.filter((count) => count > 1).length;
			const gap = moments.filter(({ after }) => after !== undefined).length;
			const before = `${codes.length - gap} kills before the last answer of a poll: ${lost} changes lost`;
			const which = `${before}; ${gap} just after it: ${between} lost`;
			const others = silent.length ? `; executions without data: ${silent.join(', ')}` : '';
			const figures = `${which}; told twice: ${doubles} (${times.join(', ')} times${others})`;
			assert.equal(lost, 0, figures);
			return `${figures}; killed in its first poll it polls again ${again} s after the next start (a lease of ${ACTIVATION_LEASE} s)`;
		},
	},
];
