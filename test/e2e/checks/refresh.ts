import assert from 'node:assert/strict';

import type { Check } from '../check';
import { madeCredential, type Stage } from '../stage';
import { invoices, post, webhookWorkflow } from '../workflows';

/** Several calls are under way with the expired token before the first of them is refused, when answers take this long (ms). */
const SLOW = 3_000;

/** Calls about invoices that met the expired token: a polling trigger that an earlier check left active may ask, too. */
const meetings = ({ sandbox }: Stage) =>
	sandbox.calls.filter(({ status, url }) => status === 401 && /\/Invoices\b/.test(url)).length;

export const refreshChecks: readonly Check[] = [
	{
		sentence: 'An expired token is refreshed exactly once under 5 executions at the same time',
		async run(stage) {
			const { session, sandbox } = stage;
			const path = 'read-invoices';
			const parameters = { resource: 'invoice', operation: 'getAll', returnAll: false, limit: 3 };
			// An app of its own: of five at once a process takes its part only, and the checks themselves call by the other.
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'pkce'), parameters));
			await session.publish(id);
			// After two that went well three calls go at once.
			for (const row of [1, 2]) await post(stage, path, [{ row }]);
			const before = sandbox.tokenRequests.refresh_token ?? 0;
			sandbox.expireTokens();
			sandbox.forget();
			sandbox.latency = SLOW;
			const answers = await Promise.all([1, 2, 3, 4, 5].map((row) => post(stage, path, [{ row }])));
			for (const { status, answer } of answers) {
				assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
				assert.equal((answer as unknown[]).length, 3);
			}
			const met = meetings(stage);
			assert.ok(met >= 2, `${met} calls met the expired token, not several`);
			assert.equal((sandbox.tokenRequests.refresh_token ?? 0) - before, 1);
			return `${met} calls were refused, 1 refresh`;
		},
	},
	{
		sentence: 'An expired token is refreshed exactly once under 5 calls of one execution, and nothing is written twice',
		async run(stage) {
			const { session, sandbox } = stage;
			const path = 'write-after-expiry';
			const parameters = { resource: 'invoice', operation: 'create', input: 'json', body: '={{ JSON.stringify($json) }}' };
			const id = await session.createWorkflow(webhookWorkflow(stage, path, madeCredential(stage, 'pkce'), parameters));
			await session.publish(id);
			for (const number of ['BEFORE-1', 'BEFORE-2']) await post(stage, path, invoices(number, 1));
			const before = sandbox.tokenRequests.refresh_token ?? 0;
			sandbox.expireTokens();
			sandbox.forget();
			sandbox.latency = SLOW;
			const { status, answer } = await post(stage, path, invoices('EXP', 250));
			assert.equal(status, 200, JSON.stringify(answer).slice(0, 500));
			assert.equal((answer as unknown[]).length, 250);
			const met = meetings(stage);
			assert.ok(met >= 2, `${met} calls met the expired token, not several`);
			assert.equal((sandbox.tokenRequests.refresh_token ?? 0) - before, 1);
			const stored = sandbox
				.records(sandbox.organisations[0]?.tenantId ?? '', 'Invoices')
				.filter(({ InvoiceNumber }) => /^EXP-/.test(String(InvoiceNumber)));
			assert.equal(stored.length, 250);
			return `${met} calls were refused, 1 refresh, 250 invoices`;
		},
	},
];
