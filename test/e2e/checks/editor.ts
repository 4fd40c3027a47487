import assert from 'node:assert/strict';

import type { Check } from '../check';
import { byTestId, openPanel, openPicker, openWorkflow } from '../editor';
import { readExamples } from '../host/examples';
import type { WorkflowFile } from '../host/session';
import { shoot } from '../screenshot';
import { credentialType, madeCredential, type Stage } from '../stage';
import { manualWorkflow, XERO, type Parameters } from '../workflows';

const workflow = (stage: Stage, name: string, parameters: Parameters) =>
	manualWorkflow(stage, name, madeCredential(stage, 'code'), parameters);

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const byCode = (value: string) => ({ __rl: true, mode: 'code', value });
const fromList = { __rl: true, mode: 'list', value: '' };

const createInvoice = {
	resource: 'invoice',
	operation: 'create',
	input: 'fields',
	Contact: byName('Tūī Street Bakery'),
	DueDate: '2026-12-20',
	Reference: 'Order 1001',
	LineAmountTypes: 'Exclusive',
	LineItems: {
		line: [
			{ Description: 'Rye bread, sliced', Quantity: 24, UnitAmount: 7.5, AccountCode: fromList },
			{ Description: 'Delivery', Quantity: 1, UnitAmount: 12, AccountCode: byCode('200') },
		],
	},
};

export const editorChecks: readonly Check[] = [
	{
		sentence: 'The node stands on the canvas with its own icon, in light and in dark',
		async run(stage) {
			const sources: string[] = [];
			for (const theme of ['light', 'dark'] as const) {
				const page = await openWorkflow(stage, workflow(stage, `Canvas, ${theme}`, createInvoice), theme);
				const icon = byTestId(page, 'canvas-node').filter({ hasText: XERO }).locator('img').first();
				assert.ok(
					(await icon.evaluate(({ complete, naturalWidth }) => (complete ? naturalWidth : 0))) > 0,
					`no icon is drawn in ${theme}`,
				);
				sources.push((await icon.getAttribute('src')) ?? '');
				if (theme === 'dark') await shoot(page, 'canvas-dark');
			}
			assert.match(sources[0] ?? '', /\/xero\.svg$/);
			assert.match(sources[1] ?? '', /\/xero\.dark\.svg$/);
			return 'xero.svg, xero.dark.svg';
		},
	},
	{
		sentence: 'Someone who searches for Xero finds Xero Accounting first among the nodes of this pack, and its actions',
		async run(stage) {
			const page = await openWorkflow(stage, workflow(stage, 'Search', createInvoice));
			await byTestId(page, 'node-creator-plus-button').click();
			await byTestId(page, 'node-creator-search-bar').fill('xero');
			const entries = byTestId(page, 'item-iterator-item');
			const found = entries.filter({ hasText: 'Xero Accounting' }).first();
			await found.waitFor();
			const names = (await entries.allInnerTexts()).map((entry) => entry.split('\n')[0]!.trim());
			assert.equal(
				names.find((name) => name.startsWith('Xero ')),
				'Xero Accounting',
				names.join(', '),
			);
			await found.click();
			await page.getByText('Create an invoice').first().waitFor();
			await shoot(page, 'node-actions');
			return names.slice(0, 6).join(', ');
		},
	},
	{
		sentence: 'The account picker inside a line item offers accounts as Xero shows them, and keeps what is picked',
		async run(stage) {
			const page = await openWorkflow(stage, workflow(stage, 'Create an invoice', createInvoice));
			const panel = await openPanel(page);
			await shoot(page, 'create-invoice');
			const picker = byTestId(panel, 'resource-locator-AccountCode').first();
			const accounts = await openPicker(page, picker);
			await shoot(page, 'account-picker');
			const names = await accounts.allInnerTexts();
			await accounts.filter({ hasText: '200 · Sales' }).first().click();
			assert.match(await byTestId(picker, 'rlc-input').inputValue(), /^200 · Sales/);
			await byTestId(panel, 'parameter-input-UnitAmount').first().scrollIntoViewIfNeeded();
			await shoot(page, 'line-items');
			return names.slice(4, 7).join(' | ');
		},
	},
	{
		sentence: 'The contact picker searches in Xero as one types',
		async run(stage) {
			const page = await openWorkflow(stage, workflow(stage, 'Pick a contact', { ...createInvoice, Contact: fromList }));
			const panel = await openPanel(page);
			const contacts = await openPicker(page, byTestId(panel, 'resource-locator-Contact').first());
			const many = await contacts.count();
			await byTestId(page, 'rlc-search').filter({ visible: true }).fill('books');
			await contacts.filter({ hasText: 'Alder Bakery' }).first().waitFor({ state: 'detached' });
			await contacts.first().waitFor();
			await shoot(page, 'contact-picker');
			const names = await contacts.allInnerTexts();
			for (const name of names) assert.match(name, /books/i);
			return `${names.length} of ${many}: ${names.slice(0, 2).join(' | ')}`;
		},
	},
	{
		sentence: 'Get Many shows its filters, and its result when the step is executed in the editor',
		async run(stage) {
			const parameters = {
				resource: 'invoice',
				operation: 'getAll',
				returnAll: false,
				limit: 5,
				filters: { Statuses: ['AUTHORISED'] },
			};
			const page = await openWorkflow(stage, workflow(stage, 'List invoices', parameters));
			const panel = await openPanel(page);
			for (const label of ['Return All', 'Limit', 'Simplify', 'Filters', 'Statuses']) {
				await panel.getByText(label, { exact: true }).first().waitFor();
			}
			await byTestId(page, 'node-execute-button').click();
			const output = byTestId(page, 'output-panel');
			await output.getByText('5 items').first().waitFor();
			const hint = await output
				.getByText(/calls? to Xero/)
				.first()
				.innerText();
			await shoot(page, 'get-many');
			return hint;
		},
	},
	{
		sentence: "The example with a bad row shows that row with Xero's sentence on the error output",
		async run(stage) {
			const example = readExamples(credentialType, madeCredential(stage, 'custom')).find(
				({ file }) => file === 'rows-to-invoices.json',
			);
			assert.ok(example, 'there is no examples/rows-to-invoices.json');
			// Xero takes an invoice number once, and the examples ran already.
			const again = JSON.parse(JSON.stringify(example.workflow).replaceAll('"DEMO-', '"EDITOR-')) as WorkflowFile;
			const page = await openWorkflow(stage, again);
			await byTestId(page, 'execute-workflow-button').click();
			await page.getByText('Workflow executed successfully').first().waitFor();
			await shoot(page, 'example-executed');
			await openPanel(page, 'Create Invoices');
			const output = byTestId(page, 'output-panel');
			await output.getByText('Error Branch (1 item)').first().click();
			await byTestId(output, 'radio-button-json').click();
			await page.getByText('Workflow executed successfully').first().waitFor({ state: 'hidden' });
			await output
				.getByText(/Account code '999' is not a valid code for this document/)
				.first()
				.waitFor();
			await shoot(page, 'refused-row');
			return "Account code '999'";
		},
	},
];
