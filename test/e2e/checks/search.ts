import assert from 'node:assert/strict';

import type { Check } from '../check';
import { byTestId, openWorkflow } from '../editor';
import { shoot } from '../screenshot';
import { madeCredential } from '../stage';
import { manualWorkflow } from '../workflows';

/** What people type, the node that must be found by it, and an action that its list must offer. */
const WORDS: ReadonlyArray<readonly [typed: string, node: string, action: string]> = [
	['create bill', 'Xero Accounting', 'Create a bill'],
	['create invoice', 'Xero Accounting', 'Create an invoice'],
	['xero invoice', 'Xero Accounting', 'Get many invoices'],
	['profit and loss', 'Xero Financial Reports', 'Get profit and loss'],
	['aged receivables', 'Xero Financial Reports', 'Get aged receivables'],
	['timesheet', 'Xero Payroll', 'timesheet'],
	['import bank statement', 'Xero Bank Feeds', 'statement'],
];

export const searchChecks: readonly Check[] = [
	{
		sentence: 'What people look for leads to the right node and its action',
		async run(stage) {
			const page = await openWorkflow(
				stage,
				manualWorkflow(stage, 'Search words', madeCredential(stage, 'code'), { resource: 'invoice', operation: 'getAll' }),
			);
			await byTestId(page, 'node-creator-plus-button').click();
			const places: string[] = [];
			for (const [typed, node, action] of WORDS) {
				const bar = byTestId(page, 'node-creator-search-bar');
				await bar.fill('');
				await bar.fill(typed);
				const entries = byTestId(page, 'item-iterator-item');
				const found = entries.filter({ hasText: node }).first();
				await found.waitFor();
				const names = (await entries.allInnerTexts()).map((entry) => entry.split('\n')[0]!.trim());
				const place = names.findIndex((name) => name.startsWith(node)) + 1;
				assert.ok(place >= 1 && place <= 5, `“${typed}”: ${names.slice(0, 8).join(', ')}`);
				if (typed === 'create bill') await shoot(page, 'search-create-bill');
				await found.click();
				await page.getByText(action, { exact: false }).first().waitFor();
				await byTestId(page, 'node-creator-back-button').or(page.locator('[class*="backButton"]')).first().click();
				places.push(`${typed}: ${node} ${place}`);
			}
			return places.join(' | ');
		},
	},
];
