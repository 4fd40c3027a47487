import assert from 'node:assert/strict';

import type { Check } from '../check';
import { madeCredential } from '../stage';
import { invoices, post, webhookWorkflow, XERO } from '../workflows';

const create = { resource: 'invoice', operation: 'create', input: 'json', body: '={{ JSON.stringify($json) }}' };

interface Written {
	InvoiceID: string;
	InvoiceNumber: string;
}

export const writingChecks: readonly Check[] = [
	{
		sentence: 'A published workflow writes 120 invoices in 3 calls and answers with them in order',
		async run(stage) {
			const { session, sandbox } = stage;
			const path = 'write-invoices';
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'custom'), create));
			await session.publish(id);
			const rows = invoices('E2E', 120);
			sandbox.forget();
			const { status, answer } = await post(stage, path, rows);
			assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
			assert.ok(Array.isArray(answer), JSON.stringify(answer).slice(0, 500));
			const written = answer as Written[];
			assert.deepEqual(
				written.map(({ InvoiceNumber }) => InvoiceNumber),
				rows.map(({ InvoiceNumber }) => InvoiceNumber),
			);
			assert.equal(new Set(written.map(({ InvoiceID }) => InvoiceID)).size, 120);
			const calls = sandbox.calls.filter(({ url }) => url.startsWith('/api.xro/2.0/Invoices'));
			assert.deepEqual(
				calls.map(({ method, status }) => `${method} ${status}`),
				['PUT 200', 'PUT 200', 'PUT 200'],
			);
			assert.equal(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size, 3);
			const stored = sandbox
				.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices')
				.filter(({ InvoiceNumber }) => /^E2E-/.test(String(InvoiceNumber)));
			assert.equal(stored.length, 120);
			return `${sandbox.calls.length} calls in all`;
		},
	},
	{
		sentence: "An execution with one refused row saves the others and shows Xero's sentence in that row's data",
		async run(stage) {
			const { session, sandbox } = stage;
			const path = 'one-refused';
			const workflow = webhookWorkflow(stage, path, madeCredential(stage, 'custom'), create, {
				onError: 'continueRegularOutput',
			});
			const id = await session.createWorkflow(workflow);
			await session.publish(id);
			const rows = invoices('MIX', 5);
			rows[2] = { ...rows[2], LineItems: [{ Description: 'Rye bread', Quantity: 1, UnitAmount: 7.5, AccountCode: 'NOPE' }] };
			const { status } = await post(stage, path, rows);
			assert.equal(status, 200);
			const execution = await session.lastExecution(id);
			assert.equal(execution.status, 'success');
			const items = execution.nodes[XERO]?.outputs[0] ?? [];
			assert.equal(items.length, 5);
			assert.deepEqual(
				items.map((item) => ('error' in item ? 'refused' : item.InvoiceNumber)),
				['MIX-0001', 'MIX-0002', 'refused', 'MIX-0004', 'MIX-0005'],
			);
			const sentence = JSON.stringify(items[2]);
			assert.match(sentence, /Account code 'NOPE' is not a valid code for this document/);
			const stored = sandbox
				.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices')
				.filter(({ InvoiceNumber }) => /^MIX-/.test(String(InvoiceNumber)));
			assert.equal(stored.length, 4);
			return sentence.slice(0, 160);
		},
	},
	{
		sentence: 'The same refusal without Continue On Fail ends the execution with item, sentence and how many were saved',
		async run(stage) {
			const { session } = stage;
			const path = 'one-refused-stop';
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'custom'), create));
			await session.publish(id);
			const rows = invoices('STOP', 3);
			rows[1] = { ...rows[1], LineItems: [{ Description: 'Rye bread', Quantity: 1, UnitAmount: 7.5, AccountCode: 'NOPE' }] };
			const { status } = await post(stage, path, rows);
			assert.equal(status, 500);
			const execution = await session.lastExecution(id);
			assert.equal(execution.status, 'error');
			const { message = '', description = '' } = execution.nodes[XERO]?.error ?? {};
			assert.match(`${message} ${description}`, /Account code 'NOPE' is not a valid code for this document/);
			assert.match(`${message} ${description}`, /item 1|STOP-0002/);
			return `${message} / ${description}`;
		},
	},
];
