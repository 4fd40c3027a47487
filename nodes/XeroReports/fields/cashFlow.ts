// Inputs of the statement of cash flows.

import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import { choice } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { filledIn, ownReport, tieOut } from './ownReports';

/** How the operating activities are shown. */
export const method = choice('Method', [
	['direct', 'Direct', 'What each account brought or took, by account or document'],
	['indirect', 'Indirect', 'From the net profit to the cash that it became; from trial balances'],
]);

/** What is asked for besides the days and the method. */
export const cashFlowOptions: Fields = {
	source: choice('Source', [
		['trialBalances', 'Trial Balances', 'Few calls, and all that moved cash, payroll among it'],
		['documents', 'Documents', 'Invoices, payments and all other records: every app may read them'],
		['journals', 'Journals', 'Only for apps on the Advanced tier of Xero; all journals since the beginning are read'],
	]),
	detail: choice(
		'Detail',
		[
			['accounts', 'Accounts'],
			['documents', 'Documents', 'Each document and payment by itself; with Source: Documents or Journals'],
		],
		{ description: 'What a row is of' },
	),
	cashAccounts: choice('Cash Accounts', [
		['bankAndPayPal', 'Bank and PayPal Accounts', 'Credit cards are debt'],
		['bank', 'Bank Accounts'],
		['all', 'Bank, PayPal and Credit Card Accounts'],
	]),
	activities: filledIn(
		rows(
			'Activities',
			'Activity',
			{
				account: record('Account', 'account', ['id', 'code']),
				activity: choice('Activity', [
					['operating', 'Operating'],
					['investing', 'Investing'],
					['financing', 'Financing'],
				]),
			},
			{
				description:
					'Accounts that belong elsewhere than by their type: fixed and non-current assets are investing, non-current liabilities and equity financing, all others operating',
			},
		),
		['account', 'activity'],
	),
	taxLine: choice('Tax', [
		['own', 'On a Line of Its Own'],
		['inAccounts', 'In the Accounts That It Is Of', 'With Source: Documents or Journals'],
	]),
	totals: choice('Totals', [
		['grand', 'Of Activities and of All'],
		['none', 'None'],
	]),
	tieOut: {
		...tieOut,
		ui: {
			...tieOut.ui,
			description:
				'Whether to hold the report against the other method, and against the bank summary of Xero; on unless it is added and switched off',
		},
	},
	...ownReport,
};
