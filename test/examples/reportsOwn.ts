// Reports that are made of many calls: each call with its answer, in their order.

import type { IDataObject } from 'n8n-workflow';
import type { Example } from './example';
import { byId, fromList } from './example';

const REGION = '6a7b8c9d-0e1f-4203-8415-2637485960a1';
const NORTH = '6a7b8c9d-0e1f-4203-8415-2637485960a2';
const TEAM = '6a7b8c9d-0e1f-4203-8415-2637485960b1';
const BLUE = '6a7b8c9d-0e1f-4203-8415-2637485960b2';
const BUDGET = '8c9d0e1f-2031-4425-a637-485960718c01';
const OCTOBER = { period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' };

/** What every report of our own takes. */
const OWN = {
	totals: 'group',
	return: ['row', 'check'],
	onDifference: 'return',
	mostCalls: 100,
	alsoAsPage: true,
};

type Call = readonly [path: string, query?: Readonly<Record<string, string>>, answer?: IDataObject];

/** An answer with nothing in it. */
const empty = (path: string): IDataObject => {
	const name = path.split('/')[1]!;
	return { [name]: name === 'Reports' ? [{}] : [] };
};

const example = (parameters: IDataObject, calls: readonly Call[]): Example => ({
	parameters: [parameters],
	replies: calls.map(([path, , answer]) => ({ body: answer ?? empty(path) })),
	sends: calls.map(([path, query]) => ({ method: 'GET', path, ...(query ? { query } : {}) })),
});

const BOOKS: readonly Call[] = [
	[
		'/Organisation',
		undefined,
		{ Organisations: [{ BaseCurrency: 'NZD', FinancialYearEndDay: 31, FinancialYearEndMonth: 3, SalesTaxBasis: 'PAYMENTS' }] },
	],
	['/Accounts'],
];

const page = (where?: string, more: Readonly<Record<string, string>> = {}) => ({
	...more,
	...(where === undefined ? {} : { where }),
	page: '1',
	pageSize: '1000',
});

const IN_OCTOBER = 'Date>=DateTime(2026,10,01) AND Date<=DateTime(2026,10,31)';

/** The ledger of October on the cash basis. */
const LEDGER: readonly Call[] = [
	['/BankTransactions', page(`Status=="AUTHORISED" AND ${IN_OCTOBER}`)],
	['/Payments', page(`Status=="AUTHORISED" AND ${IN_OCTOBER}`)],
	['/CreditNotes', page('Status=="AUTHORISED"')],
	['/CreditNotes', page('Status=="PAID"')],
	['/Overpayments', page()],
	['/Prepayments', page()],
	['/ManualJournals', page(`Status=="POSTED" AND ${IN_OCTOBER}`)],
	['/BankTransfers', { where: IN_OCTOBER.replace('Date<=DateTime(2026,10,31)', 'Date<DateTime(2026,11,01)') }],
	['/ExpenseClaims'],
];

const trialBalance = (date: string, more: Readonly<Record<string, string>> = {}): Call => [
	'/Reports/TrialBalance',
	{ date, ...more },
];

/** What was open of one side at the end of October. */
const open = (invoice: string, money: string): Call[] => [
	['/Invoices', page(`Type=="${invoice}" AND Date<=DateTime(2026,10,31)`, { Statuses: 'AUTHORISED' })],
	['/Invoices', page(`Type=="${invoice}" AND Date>DateTime(2026,10,31)`, { Statuses: 'AUTHORISED,PAID' })],
	['/CreditNotes', page(`Type=="${invoice}CREDIT" AND Status=="AUTHORISED"`)],
	['/CreditNotes', page(`Type=="${invoice}CREDIT" AND Status=="PAID"`)],
	['/Overpayments', page(`Type=="${money}-OVERPAYMENT"`)],
	['/Prepayments', page(`Type=="${money}-PREPAYMENT"`)],
	['/Payments', page('Status=="AUTHORISED" AND Date>DateTime(2026,10,31)')],
];

const CASH = { paymentsOnly: 'true' };

/** Lines of tax, with the tax inside what is not paid. */
export const taxDetail: Example[] = [
	example(
		{
			...OCTOBER,
			rows: 'both',
			options: { ...OWN, basis: 'cash', groupBy: 'reportTaxType', untaxed: true, unpaidTax: true, tieOut: true },
		},
		[
			...BOOKS,
			['/TaxRates'],
			...LEDGER,
			trialBalance('2026-09-30', CASH),
			trialBalance('2026-10-31', CASH),
			...open('ACCREC', 'RECEIVE'),
			...open('ACCPAY', 'SPEND'),
			trialBalance('2026-10-31'),
		],
	),
	// Where Xero files by payments, so does the report; without Tie-Out no balance is read.
	example({ ...OCTOBER, rows: 'rates', options: { tieOut: false } }, [...BOOKS, ['/TaxRates'], ...LEDGER]),
];

const category = (TrackingCategoryID: string, Name: string, TrackingOptionID: string, option: string): IDataObject => ({
	...{ TrackingCategoryID, Name },
	Options: [{ TrackingOptionID, Name: option, Status: 'ACTIVE' }],
});
const CATEGORIES: Call = [
	'/TrackingCategories',
	{ includeArchived: 'true' },
	{ TrackingCategories: [category(REGION, 'Region', NORTH, 'North'), category(TEAM, 'Team', BLUE, 'Blue')] },
];

const STANDARD = { standardLayout: 'true' };

const sheet = (options: Readonly<Record<string, string>>): Call => [
	'/Reports/BalanceSheet',
	{ date: '2026-10-31', ...options, ...CASH, ...STANDARD },
];
const earnings = (more: Readonly<Record<string, string>>, fromDate = '2026-04-01'): Call => [
	'/Reports/ProfitAndLoss',
	{ fromDate, toDate: '2026-10-31', ...more, ...CASH, ...STANDARD },
];

/** Pairs of two categories. */
export const trialBalanceByTracking: Example[] = [
	example(
		{
			...{ trackingCategory: fromList(REGION), asOf: 'custom', date: '2026-10-31' },
			options: { ...OWN, secondTrackingCategory: byId(TEAM), source: 'reports', basis: 'cash' },
		},
		[
			...BOOKS,
			CATEGORIES,
			trialBalance('2026-10-31', CASH),
			sheet({ trackingOptionID1: NORTH }),
			sheet({ trackingOptionID1: BLUE }),
			sheet({ trackingOptionID1: NORTH, trackingOptionID2: BLUE }),
			earnings({ trackingCategoryID: REGION }),
			earnings({ trackingCategoryID: REGION, trackingCategoryID2: TEAM, trackingOptionID2: BLUE }),
		],
	),
];

/** A budget that is chosen, with the year. */
export const budgetVsActual: Example[] = [
	example(
		{
			...OCTOBER,
			columns: 'fullYear',
			options: { ...OWN, budget: fromList(BUDGET), basis: 'cash', onlyBudgeted: true, tieOut: true },
		},
		[
			...BOOKS,
			[
				`/Budgets/${BUDGET}`,
				{ DateFrom: '2026-04-01', DateTo: '2027-03-31' },
				{ Budgets: { BudgetID: BUDGET, Type: 'OVERALL', BudgetLines: [] } },
			],
			earnings({}, '2026-10-01'),
			earnings({}),
			['/Reports/BudgetSummary', { date: '2026-04-01', periods: '12', timeframe: '1' }],
		],
	),
];
