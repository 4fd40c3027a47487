import assert from 'node:assert/strict';

import type { Check } from '../check';
import type { Locator, Page } from '../host/chromium';
import { shoot } from '../screenshot';
import { madeCredential, type Stage } from '../stage';
import { manualWorkflow, START, XERO, type Parameters } from '../workflows';

const byTestId = (within: Page | Locator, id: string): Locator => within.locator(`[data-test-id="${id}"]`);

/** Opens a new workflow with one Xero Accounting node in the editor. */
async function openWorkflow(stage: Stage, name: string, parameters: Parameters): Promise<Page> {
	const { browser, n8n, session } = stage;
	const id = await session.createWorkflow(manualWorkflow(stage, name, madeCredential(stage, 'code'), parameters));
	const page = await browser.newPage();
	page.setDefaultTimeout(20_000);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await byTestId(page, 'canvas-node').nth(1).waitFor();
	return page;
}

async function openPanel(page: Page): Promise<Locator> {
	await byTestId(page, 'canvas-node').filter({ hasText: XERO }).dblclick();
	const panel = byTestId(page, 'node-parameters');
	await byTestId(panel, 'parameter-input-resource').waitFor();
	return panel;
}

/** Opens a picker and gives the lines it offers. */
async function openPicker(page: Page, locator: Locator): Promise<string[]> {
	await locator.scrollIntoViewIfNeeded();
	await byTestId(locator, 'rlc-input').click();
	const lines = byTestId(page, 'rlc-item').filter({ visible: true });
	await lines.first().waitFor();
	return await lines.allInnerTexts();
}

const twoLines = {
	line: [
		{
			Description: 'Rye bread, sliced',
			Quantity: 24,
			UnitAmount: 7.5,
			AccountCode: { __rl: true, mode: 'list', value: '' },
		},
		{ Description: 'Delivery', Quantity: 1, UnitAmount: 12, AccountCode: { __rl: true, mode: 'list', value: '' } },
	],
};

export const editorChecks: readonly Check[] = [
	{
		sentence: 'The node stands on the canvas with its icon, and is found by its name',
		async run(stage) {
			const page = await openWorkflow(stage, 'Canvas', { resource: 'invoice', operation: 'create', Type: 'ACCREC' });
			const icon = byTestId(page, 'canvas-node').filter({ hasText: XERO }).locator('img').first();
			assert.ok((await icon.evaluate(({ complete, naturalWidth }) => (complete ? naturalWidth : 0))) > 0, 'the icon is not drawn');
			await shoot(page, 'canvas');
			await byTestId(page, 'node-creator-plus-button').click();
			await byTestId(page, 'node-creator-search-bar').fill('xero acc');
			await page.getByText('Xero Accounting', { exact: true }).last().waitFor();
			await shoot(page, 'node-search');
			await page.close();
			return START;
		},
	},
	{
		sentence: 'Create Invoice shows line items, and the account picker inside a line offers accounts as Xero shows them',
		async run(stage) {
			const page = await openWorkflow(stage, 'Create invoice', {
				resource: 'invoice',
				operation: 'create',
				input: 'fields',
				Type: 'ACCREC',
				LineItems: twoLines,
			});
			const panel = await openPanel(page);
			await shoot(page, 'create-invoice');
			const accounts = await openPicker(page, byTestId(panel, 'resource-locator-AccountCode').first());
			await shoot(page, 'account-picker');
			assert.ok(accounts.some((line) => /^200 · Sales/.test(line)), accounts.join(' | '));
			await page.close();
			return accounts.slice(0, 3).join(' | ');
		},
	},
	{
		sentence: 'The contact picker searches as one types',
		async run(stage) {
			const page = await openWorkflow(stage, 'Pick a contact', { resource: 'invoice', operation: 'create', Type: 'ACCREC' });
			const panel = await openPanel(page);
			const all = await openPicker(page, byTestId(panel, 'resource-locator-Contact').first());
			await shoot(page, 'contact-picker');
			await page.close();
			return all.slice(0, 3).join(' | ');
		},
	},
	{
		sentence: 'Get Many shows Return All, Limit and Filters, and its result in the editor',
		async run(stage) {
			const page = await openWorkflow(stage, 'List invoices', {
				resource: 'invoice',
				operation: 'getAll',
				returnAll: false,
				limit: 5,
				filters: { Statuses: ['AUTHORISED'] },
			});
			const panel = await openPanel(page);
			await shoot(page, 'get-many-invoices');
			await byTestId(page, 'node-execute-button').click();
			const output = byTestId(page, 'output-panel');
			await output.getByText('5 items').first().waitFor();
			await shoot(page, 'get-many-result');
			await page.close();
			return (await panel.count()) ? 'ok' : '';
		},
	},
];
