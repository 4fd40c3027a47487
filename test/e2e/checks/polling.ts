import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Check } from '../check';
import { byTestId, openWorkflow } from '../editor';
import { readExamples } from '../host/examples';
import type { WorkflowFile } from '../host/session';
import { shoot } from '../screenshot';
import { credentialType, madeCredential, packName, type Scene } from '../stage';
import { write } from './webhooks';

export const TRIGGER = 'Xero Polling Trigger';

/** A workflow that begins with a Xero Polling Trigger, or another one of the pack's that poll: the end of its type and its name. */
export function polling(
	stage: Scene,
	parameters: Record<string, unknown>,
	{ type, name } = { type: 'xeroPollingTrigger', name: TRIGGER },
): WorkflowFile {
	const [organisation] = stage.sandbox.organisations;
	return {
		name: 'e2e polling',
		nodes: [
			{
				id: randomUUID(),
				name,
				type: `${packName}.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: {
					pollTimes: { item: [{ mode: 'everyMinute' }] },
					organisation: { __rl: true, mode: 'list', value: organisation!.tenantId, cachedResultName: organisation!.name },
					...parameters,
				},
				credentials: { [credentialType]: madeCredential(stage, 'custom') },
			},
			{ id: randomUUID(), name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} },
		],
		connections: { [name]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** The workflow that is activated first and looked at last: n8n polls once a minute at most, and other checks fill the time. */
let activated: { id: string; code: string } | undefined;

export const pollingBeginning: readonly Check[] = [
	{
		sentence: 'A Xero Polling Trigger is activated with one call and tells of nothing that was there before',
		async run(stage) {
			const { session, sandbox } = stage;
			sandbox.forget();
			const id = await session.createWorkflow(polling(stage, { resource: 'item', event: 'new' }));
			await session.publish(id);
			const asked = sandbox.calls
				.filter(({ url }) => url.startsWith('/api.xro'))
				.map(({ method, url }) => `${method} ${url.split('?')[0]}`);
			assert.deepEqual(asked, ['GET /api.xro/2.0/Items']);
			assert.equal(await session.executionCount(id), 0);
			// No other check makes an item.
			const code = `POLL-${randomUUID().slice(0, 8)}`;
			await write(stage, '/Items', { Items: [{ Code: code, Name: 'Folding Table' }] });
			activated = { id, code };
			return asked.join();
		},
	},
];

export const pollingChecks: readonly Check[] = [
	{
		sentence: 'Within a minute the new record arrives as an execution, once',
		async run({ session }) {
			assert.ok(activated, 'the check that activates the trigger did not pass');
			const { id, code } = activated;
			const deadline = Date.now() + 75_000;
			while ((await session.executionCount(id)) === 0 && Date.now() < deadline)
				await new Promise((resolve) => setTimeout(resolve, 500));
			assert.equal(await session.executionCount(id), 1);
			const { status, nodes } = await session.lastExecution(id);
			const items = nodes[TRIGGER]!.outputs[0]!;
			assert.deepEqual([status, items.map((item) => [item.changeType, item.Code])], ['success', [['new', code]]]);
			return `${code}, new`;
		},
	},
	{
		sentence: 'The panel of the Xero Polling Trigger gives a sample when one asks for it',
		async run(stage) {
			const filters = { Status: ['AUTHORISED'], MinimumAmount: '500' };
			const page = await openWorkflow(stage, polling(stage, { resource: 'invoice', event: 'newOrUpdated', filters }));
			await byTestId(page, 'canvas-node').filter({ hasText: TRIGGER }).first().dblclick();
			const panel = byTestId(page, 'node-parameters');
			for (const label of ['Poll Times', 'Trigger On', 'Event', 'Simplify', 'Filters', 'Status', 'Minimum Amount'])
				await panel.getByText(label, { exact: true }).first().waitFor();
			await byTestId(page, 'node-execute-button').first().click();
			await byTestId(page, 'output-panel')
				.getByText(/^\d+ items?$/)
				.first()
				.waitFor();
			await shoot(page, 'panel-polling-trigger');
			return (
				await byTestId(page, 'output-panel')
					.getByText(/^\d+ items?$/)
					.first()
					.innerText()
			).trim();
		},
	},
	{
		sentence: 'The example that notes overdue invoices is activated as it stands',
		async run(stage) {
			const { session } = stage;
			const example = readExamples(credentialType, madeCredential(stage, 'custom')).find(
				({ file }) => file === 'overdue-invoices.json',
			)!;
			const id = await session.createWorkflow(example.workflow);
			await session.publish(id);
			assert.equal(await session.executionCount(id), 0);
			return example.workflow.name;
		},
	},
];
