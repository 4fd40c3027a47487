import assert from 'node:assert/strict';

import type { Check } from '../../check';
import { CONCURRENCY, workers } from '../../host/queue';
import type { QueueStage } from '../../queueStage';
import { madeCredential } from '../../stage';
import { post, webhookWorkflow } from '../../workflows';

const EXECUTIONS = CONCURRENCY * workers.length;

/** All calls are under way with the expired token before the first of them is refused, when answers take this long (ms). */
const SLOW = 3_000;

export const sharedRefreshChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: `An expired token ends none of ${EXECUTIONS} executions on ${workers.length} workers, and the credential goes on working`,
		async run(stage) {
			const { session, sandbox, queue } = stage;
			const path = 'read-invoices';
			const parameters = { resource: 'invoice', operation: 'getAll', returnAll: false, limit: 3 };
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'code'), parameters));
			await session.publish(id);
			const there = { ...stage, n8n: queue.get('webhook') };
			const refreshes = () => sandbox.tokenRequests.refresh_token ?? 0;
			const readAtOnce = async (count: number) => {
				const answers = await Promise.all(Array.from({ length: count }, async (_, row) => await post(there, path, [{ row }])));
				for (const { status, answer } of answers) {
					assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
					assert.equal((answer as unknown[]).length, 3);
				}
			};
			const before = refreshes();
			sandbox.expireTokens();
			sandbox.forget();
			sandbox.latency = SLOW;
			await readAtOnce(EXECUTIONS);
			const met = sandbox.calls.filter(({ status }) => status === 401).length;
			const asked = refreshes() - before;
			const shares = queue.shares(id);
			assert.ok(
				shares.every((share) => share > 0),
				`not on all workers: ${shares.join(', ')}`,
			);
			assert.ok(met >= workers.length, `only ${met} calls met the expired token`);
			assert.ok(asked >= 1 && asked <= workers.length, `${asked} refreshes`);
			// What was saved last must be a token that can be refreshed once more.
			sandbox.latency = 0;
			sandbox.expireTokens();
			await readAtOnce(1);
			assert.equal(refreshes() - before, asked + 1);
			return `${met} calls were refused, ${asked} ${asked === 1 ? 'refresh' : 'refreshes'}; workers ran ${shares.join(', ')}`;
		},
	},
];
