import assert from 'node:assert/strict';

import type { Check } from '../../check';
import { workers } from '../../host/queue';
import type { QueueStage } from '../../queueStage';
import { madeCredential } from '../../stage';
import { invoices, post, webhookWorkflow } from '../../workflows';

const ORDERS = 120;

export const burstChecks: ReadonlyArray<Check<QueueStage>> = [
	{
		sentence: `${ORDERS} executions at once on ${workers.length} workers write ${ORDERS} invoices, each once, within Xero's 60 calls a minute and 5 at once`,
		limit: 480_000,
		async run(stage) {
			const { session, sandbox, queue } = stage;
			const path = 'burst';
			// Xero refuses a second invoice with the same number: one that went twice would end its execution.
			const parameters = { resource: 'invoice', operation: 'create', input: 'json', body: '={{ JSON.stringify($json) }}' };
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'custom'), parameters));
			await session.publish(id);
			const rows = invoices('BURST', ORDERS);
			sandbox.forget();
			sandbox.latency = 400;
			const began = Date.now();
			const there = { ...stage, n8n: queue.get('webhook') };
			const answers = await Promise.all(rows.map(async (row) => await post(there, path, [row])));
			const took = Math.round((Date.now() - began) / 1000);
			const failed = answers.filter(({ status }) => status !== 200);
			assert.equal(failed.length, 0, `${failed.length} failed: ${JSON.stringify(failed).slice(0, 500)}`);
			const stored = sandbox
				.records(sandbox.organisations[0]!.tenantId, 'Invoices')
				.map(({ InvoiceNumber }) => String(InvoiceNumber))
				.filter((number) => number.startsWith('BURST-'));
			assert.deepEqual(stored.sort(), rows.map(({ InvoiceNumber }) => String(InvoiceNumber)).sort());
			const calls = sandbox.calls.filter(({ url }) => url.startsWith('/api.xro'));
			assert.equal(calls.filter(({ status }) => status === 200).length, ORDERS);
			const limited = calls.filter(({ status }) => status === 429).length;
			const shares = queue.shares(id);
			assert.ok(
				shares.every((share) => share > 0),
				`not on all workers: ${shares.join(', ')}`,
			);
			const percent = Math.round((100 * limited) / calls.length);
			return `${took} s; ${calls.length} calls, ${limited} of them answered 429 (${percent} %); workers ran ${shares.join(', ')}`;
		},
	},
];
