// Rows of the cash flow as the node gives them, for pages: made up.

import type { IDataObject } from 'n8n-workflow';
import { check } from './sampleRows';

const row = (activity: string, line: string, accountCode: string | null, accountName: string, amount: number): IDataObject => ({
	report: 'cashFlow',
	rowType: 'row',
	organisationId: 'ORG-1',
	method: 'direct',
	source: 'trialBalances',
	activity,
	line,
	accountId: accountCode === null ? null : `A-${accountCode}`,
	accountCode,
	accountName,
	date: null,
	sourceType: null,
	sourceId: null,
	number: null,
	contactId: null,
	contactName: null,
	amount,
});

const total = (of: string, amount: number): IDataObject => ({
	report: 'cashFlow',
	rowType: 'total',
	organisationId: 'ORG-1',
	method: 'direct',
	source: 'trialBalances',
	total: of,
	amount,
});

const END = [
	total('investing', -1000),
	total('financing', -500),
	total('exchangeEffect', 34.48),
	total('notInApi', 0),
	total('opening', 5000),
	total('change', -2983.02),
	total('closing', 2016.98),
	check('cashFlow', {
		check: 'cashCloses',
		ours: 2016.98,
		xeros: 2016.98,
		difference: 0,
		status: 'ties',
		note: 'They are the same.',
	}),
];

const OTHERS = [
	row('investing', 'account', '710', 'Equipment', -1000),
	row('financing', 'account', '900', 'Loan', -300),
	row('financing', 'account', '970', 'Owner Capital', -200),
	row('exchangeEffect', 'account', '497', 'Bank Revaluations', 34.48),
];

export const direct: IDataObject[] = [
	row('operating', 'account', '200', 'Sales', 602.22),
	row('operating', 'account', '478', 'Wages', -2119.72),
	row('operating', 'stock', null, 'Inventory and cost of goods', 0),
	...OTHERS,
	total('operating', -1517.5),
	...END,
];

export const indirect: IDataObject[] = [
	row('operating', 'netProfit', null, 'Net profit', -1690.52),
	row('operating', 'addBack', '416', 'Depreciation', 50),
	row('operating', 'change', '610', 'Accounts Receivable', 123.02),
	...OTHERS,
	total('operating', -1517.5),
	...END,
].map((one) => ({ ...one, method: 'indirect' }));

export const byDocument: IDataObject[] = [
	{
		...row('operating', 'account', '200', 'Sales', 600),
		date: '2026-10-12',
		sourceType: 'ACCRECPAYMENT',
		sourceId: 'P-1',
		number: 'INV-21',
		contactId: 'C-1',
		contactName: 'Alder Ltd',
	},
	row('exchangeEffect', 'account', '497', 'Bank Revaluations', 34.48),
	total('operating', 600),
	total('exchangeEffect', 34.48),
	total('notInApi', -1500),
	total('opening', 5000),
	total('change', -865.52),
	total('closing', 4134.48),
	{
		report: 'cashFlow',
		rowType: 'notInApi',
		organisationId: 'ORG-1',
		accountId: 'A-090',
		accountCode: '090',
		accountName: 'Business Account',
		amount: -1500,
		reason: 'payments',
		note: 'Likely payroll, claims or other payments that Xero’s API does not list.',
	},
];
