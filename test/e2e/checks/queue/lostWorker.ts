import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Check } from '../../check';
import { pause } from '../../host/program';
import { LOST_WORKER } from '../../host/queue';
import type { WorkflowFile } from '../../host/session';
import type { QueueStage } from '../../queueStage';
import { madeCredential } from '../../stage';
import { invoices, post, restWorkflow, webhookWorkflow, XERO } from '../../workflows';

const ROWS = 1_000;
/** Calls of 50 rows that Xero has answered when the worker is killed. */
const ANSWERED = 6;

const create = { resource: 'bill', operation: 'create', input: 'json', body: '={{ JSON.stringify($json) }}' };

/** Bills: Xero takes the same number twice there, so that a second writing would be seen. */
const bills = invoices('LOST', ROWS).map((row) => ({ ...row, Type: 'ACCPAY' }));

const stored = ({ sandbox }: QueueStage): string[] =>
	sandbox
		.records(sandbox.organisations[0]!.tenantId, 'Invoices')
		.map(({ InvoiceNumber }) => String(InvoiceNumber))
		.filter((number) => number.startsWith('LOST-'));

const once = (numbers: readonly string[]) => assert.equal(new Set(numbers).size, numbers.length, 'some were written twice');

async function publish({ session }: QueueStage, workflow: WorkflowFile): Promise<string> {
	const id = await session.createWorkflow(workflow);
	await session.publish(id);
	return id;
}

export const lostWorkerChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: `A worker killed while it writes ${ROWS} bills leaves an execution that says so, and no bill twice`,
		limit: 480_000,
		async run(stage) {
			const { session, sandbox, queue } = stage;
			const path = `lost-worker-${randomUUID().slice(0, 8)}`;
			const id = await publish(stage, webhookWorkflow(stage, path, madeCredential(stage, 'custom'), create));
			sandbox.forget();
			sandbox.latency = 1_000;
			const answered = () => sandbox.calls.filter(({ method, status }) => method === 'PUT' && status === 200).length;
			const asked = post({ ...stage, n8n: queue.get('webhook') }, path, bills);
			while (answered() < ANSWERED) await pause(50);
			const [executionId = ''] = await session.executionIds(id);
			const worker = queue.workerOf(executionId);
			assert.ok(worker, `no worker has begun execution ${executionId}`);
			const killed = Date.now();
			await queue.kill(worker);
			// Calls that were under way are done by Xero all the same.
			await pause(3_000);
			const written = stored(stage);
			const { status, nodes, error } = await session.execution(executionId, 150_000);
			const after = Math.round((Date.now() - killed) / 1000);
			const { status: heard } = await asked;
			const later = stored(stage);
			assert.deepEqual(later, written, 'something was written after the kill');
			once(written);
			assert.ok(written.length >= ANSWERED * 50 && written.length < ROWS, `${written.length} were written`);
			assert.equal(written.length % 50, 0);
			assert.notEqual(status, 'success');
			assert.ok(error, 'the execution does not say why it ended');
			await queue.start(worker);
			const figures = `${written.length} of ${ROWS} written; ${after} s later (a lock of ${LOST_WORKER.lock / 1000} s) the execution is "${status}"`;
			const shown = `the caller gets ${heard}, ${Object.keys(nodes).length} nodes have data`;
			return `${figures}, ${shown}: ${error.message} ${error.description ?? ''}`;
		},
	},
	{
		sentence: `Reading back by number and writing the rest makes it ${ROWS}, each once`,
		limit: 480_000,
		async run(stage) {
			const { session, sandbox, queue } = stage;
			const path = `the-rest-${randomUUID().slice(0, 8)}`;
			const before = stored(stage).length;
			const id = await publish(stage, restWorkflow(stage, path, madeCredential(stage, 'custom'), create));
			sandbox.forget();
			const { status, answer } = await post({ ...stage, n8n: queue.get('webhook') }, path, bills);
			assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
			const [executionId = ''] = await session.executionIds(id);
			const { nodes } = await session.execution(executionId);
			const rest = nodes[XERO]?.outputs[0]?.length ?? 0;
			const numbers = stored(stage);
			once(numbers);
			assert.equal(numbers.length, ROWS);
			assert.equal(rest, ROWS - before);
			const reads = sandbox.calls.filter(({ method, status: was }) => method === 'GET' && was === 200).length;
			const writes = sandbox.calls.filter(({ method, status: was }) => method === 'PUT' && was === 200).length;
			return `${before} were found in ${reads} calls, ${rest} written in ${writes}`;
		},
	},
];
