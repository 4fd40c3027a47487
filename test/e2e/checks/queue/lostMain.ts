import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Check } from '../../check';
import { pause } from '../../host/program';
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
	readonly after?: number;
}

const list = /\/Items$/;
/** The trigger asks it of each record that it has not met: the last call before it hands on. */
const history = /\/Items\/[^/]+\/History$/i;

const moments: readonly Moment[] = [
	{ call: list },
	{ call: history },
	{ call: history, after: 5 },
	{ call: history, after: 25 },
	{ call: history, after: 60 },
	{ call: history, after: 200 },
];

/** How often the trigger has told of each code, over all executions of a workflow. */
async function told({ session }: QueueStage, workflowId: string): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (const id of await session.executionIds(workflowId)) {
		const { nodes } = await session.execution(id);
		for (const { Code } of nodes[TRIGGER]?.outputs[0] ?? []) {
			counts.set(String(Code), (counts.get(String(Code)) ?? 0) + 1);
		}
	}
	return counts;
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

export const lostMainChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: `A main process killed ${moments.length} times around polls loses no change`,
		limit: 420_000,
		async run(stage) {
			const { session, queue } = stage;
			const id = await session.createWorkflow(polling(stage, { resource: 'item', event: 'new', pollTimes }));
			await session.publish(id);
			const codes: string[] = [];
			for (const moment of moments) {
				const code = `MAIN-${randomUUID().slice(0, 8)}`;
				codes.push(code);
				const killed = killAt(stage, moment);
				await write(stage, '/Items', { Items: [{ Code: code, Name: 'Folding Table' }] });
				await killed;
				await queue.start('main');
			}
			// Two polls more: what is lost by then is lost.
			await pause(22_000);
			const counts = await told(stage, id);
			const times = codes.map((code) => counts.get(code) ?? 0);
			const lost = times.filter((count) => count === 0).length;
			const doubles = times.filter((count) => count > 1).length;
			const figures = `${codes.length} changes, ${lost} lost, ${doubles} told twice (${times.join(', ')} times)`;
			assert.equal(lost, 0, figures);
			return figures;
		},
	},
];
