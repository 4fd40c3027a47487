import type { IDataObject } from 'n8n-workflow';
import type { Example, Examples } from './example';
import { byId, fromList } from './example';
import { apiRequest } from './apiRequest';
import { ownReports } from './ownReports';
import { cashFlow } from './cashFlow';
import { liveJournals } from './liveJournals';
import { budgetVsActual, taxDetail, trialBalanceByTracking } from './reportsOwn';
import { currencyRevaluation } from './ownReportsCurrency';

const CONTACT = 'd3e4f506-7182-493a-a4b5-c6d7e8f90a01';
const REGION = '6a7b8c9d-0e1f-4203-8415-2637485960a1';
const NORTH = '6a7b8c9d-0e1f-4203-8415-2637485960a2';
const TEAM = '6a7b8c9d-0e1f-4203-8415-2637485960b1';
const BLUE = '6a7b8c9d-0e1f-4203-8415-2637485960b2';
const PUBLISHED = '7b8c9d0e-1f20-4314-9526-374859606b01';
const BANK = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';

/** One call, handed on as it is; with days of one's own nothing else is asked for. */
const at = (path: string, parameters: IDataObject, query: Readonly<Record<string, string>> = {}): Example => ({
	parameters: [{ layout: 'raw', ...parameters }],
	sends: [{ method: 'GET', path: `/Reports/${path}`, ...(Object.keys(query).length ? { query } : {}) }],
});

/** The same with its page, which says whose report it is. */
const asPage = (path: string, parameters: IDataObject, query: Readonly<Record<string, string>>): Example => ({
	parameters: [{ layout: 'raw', ...parameters, options: { alsoAsPage: true } }],
	replies: [
		{ body: { Reports: [{ ReportName: path, Rows: [] }] } },
		{ body: { Organisations: [{ Name: 'Kereru Bikes', BaseCurrency: 'NZD', Timezone: 'NEWZEALANDSTANDARDTIME' }] } },
		{ body: { Accounts: [] } },
	],
	sends: [
		{ method: 'GET', path: `/Reports/${path}`, query },
		{ method: 'GET', path: '/Organisation' },
		{ method: 'GET', path: '/Accounts' },
	],
});

const MARCH = { period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31' };
const AT_ITS_END = { asOf: 'custom', date: '2026-03-31' };

const account = { Attributes: [{ Value: BANK, Id: 'account' }] };
const SUMMARY = {
	ReportName: 'Bank Summary',
	ReportTitles: ['Bank Summary', 'Kereru Bikes', 'From 1 April 2026 to 30 April 2026'],
	ReportDate: '4 May 2026',
	Rows: [
		{ RowType: 'Header', Cells: [{ Value: 'Bank Accounts' }, { Value: 'Opening Balance' }, { Value: 'Closing Balance' }] },
		{
			RowType: 'Section',
			Title: '',
			Rows: [
				{ RowType: 'Row', Cells: [{ Value: 'Everyday', ...account }, { Value: '1,000.00' }, { Value: '-20.50', ...account }] },
				{ RowType: 'SummaryRow', Cells: [{ Value: 'Total' }, { Value: '1,000.00' }, { Value: '-20.50' }] },
			],
		},
	],
};
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const APRIL = { period: 'custom', fromDate: '2026-04-01', toDate: '2026-04-30' };
const SENDS = [
	{ method: 'GET', path: '/Reports/BankSummary', query: { fromDate: '2026-04-01', toDate: '2026-04-30' } },
	{ method: 'GET', path: '/Accounts' },
];
const REPLIES = [
	{ body: { Reports: [SUMMARY] } },
	{ body: { Accounts: [{ AccountID: BANK, Code: '090', Name: 'Everyday Account', Type: 'BANK', Class: 'ASSET' }] } },
];
const bank = {
	report: 'bankSummary',
	rowType: 'row',
	organisationId: ORGANISATION,
	section: '',
	sectionPath: [],
	label: 'Everyday',
	accountId: BANK,
	accountCode: '090',
	accountName: 'Everyday Account',
	accountType: 'BANK',
	accountClass: 'ASSET',
	accountGroup: null,
};
const end = {
	from: '2026-04-01',
	to: '2026-04-30',
	computed: false,
	xeroRowType: 'Row',
	reportDate: '2026-05-04',
	reportName: 'Bank Summary',
};

const aged = (path: string): Example[] => [
	at(
		path,
		{ contactId: fromList(CONTACT), ...AT_ITS_END, options: { fromDate: '2026-01-01', toDate: '2026-03-31' } },
		{ contactId: CONTACT, date: '2026-03-31', fromDate: '2026-01-01', toDate: '2026-03-31' },
	),
	at(path, { contactId: byId(CONTACT), ...AT_ITS_END }, { contactId: CONTACT, date: '2026-03-31' }),
];

const statement: Examples = {
	cashFlow,
	balanceSheet: [
		at(
			'BalanceSheet',
			{
				...AT_ITS_END,
				rows: 'all',
				options: {
					paymentsOnly: true,
					periods: 2,
					standardLayout: true,
					timeframe: 'QUARTER',
					trackingOptionID1: fromList(`${REGION}/${NORTH}`),
					trackingOptionID2: byId(BLUE),
				},
			},
			{
				date: '2026-03-31',
				paymentsOnly: 'true',
				periods: '2',
				standardLayout: 'true',
				timeframe: 'QUARTER',
				trackingOptionID1: NORTH,
				trackingOptionID2: BLUE,
			},
		),
		// Xero's standard layout, unless it is switched off.
		at('BalanceSheet', AT_ITS_END, { date: '2026-03-31', standardLayout: 'true' }),
		at('BalanceSheet', { ...AT_ITS_END, options: { standardLayout: false } }, { date: '2026-03-31', standardLayout: 'false' }),
	],
	profitAndLoss: [
		at(
			'ProfitAndLoss',
			{
				...MARCH,
				rows: 'all',
				options: {
					paymentsOnly: true,
					periods: 11,
					standardLayout: true,
					timeframe: 'MONTH',
					trackingCategoryID: fromList(REGION),
					trackingCategoryID2: byId(TEAM),
					trackingOptionID: fromList(`${REGION}/${NORTH}`),
					trackingOptionID2: byId(BLUE),
				},
			},
			{
				fromDate: '2026-03-01',
				toDate: '2026-03-31',
				paymentsOnly: 'true',
				periods: '11',
				standardLayout: 'true',
				timeframe: 'MONTH',
				trackingCategoryID: REGION,
				trackingCategoryID2: TEAM,
				trackingOptionID: NORTH,
				trackingOptionID2: BLUE,
			},
		),
		// An option from the list brings its category along.
		at(
			'ProfitAndLoss',
			{ ...MARCH, options: { trackingOptionID: fromList(`${REGION}/${NORTH}`) } },
			{
				fromDate: '2026-03-01',
				toDate: '2026-03-31',
				standardLayout: 'true',
				trackingCategoryID: REGION,
				trackingOptionID: NORTH,
			},
		),
	],
	trialBalance: [
		at(
			'TrialBalance',
			{ ...AT_ITS_END, rows: 'all', options: { paymentsOnly: true } },
			{ date: '2026-03-31', paymentsOnly: 'true' },
		),
		asPage('TrialBalance', AT_ITS_END, { date: '2026-03-31' }),
	],
	budgetSummary: [
		at(
			'BudgetSummary',
			{ ...AT_ITS_END, rows: 'all', options: { periods: 12, timeframe: 'QUARTER' } },
			{ date: '2026-03-31', periods: '12', timeframe: '3' },
		),
	],
	executiveSummary: [at('ExecutiveSummary', AT_ITS_END, { date: '2026-03-31' })],
	trialBalanceByTracking,
	budgetVsActual,
};

const currency: Examples = {
	currencyRevaluation,
	bankSummary: [
		asPage('BankSummary', APRIL, { fromDate: '2026-04-01', toDate: '2026-04-30' }),
		{
			parameters: [{ layout: 'rows', rows: 'all', ...APRIL }],
			replies: REPLIES,
			sends: SENDS,
			gives: [
				{
					json: { ...bank, opening: 1000, received: null, spent: null, closing: -20.5, amounts: [1000, -20.5], ...end },
					pairedItem: { item: 0 },
				},
				{
					json: {
						...bank,
						rowType: 'total',
						label: 'Total',
						accountId: null,
						accountCode: null,
						accountName: null,
						accountType: null,
						accountClass: null,
						opening: 1000,
						received: null,
						spent: null,
						closing: -20.5,
						amounts: [1000, -20.5],
						...end,
						computed: true,
						xeroRowType: 'SummaryRow',
					},
					pairedItem: { item: 0 },
				},
			],
		},
		{
			parameters: [{ layout: 'amounts', rows: 'accounts', ...APRIL }],
			replies: REPLIES,
			sends: SENDS,
			gives: [
				{ json: { ...bank, column: 1, columnLabel: 'Opening Balance', amount: 1000, ...end }, pairedItem: { item: 0 } },
				{ json: { ...bank, column: 2, columnLabel: 'Closing Balance', amount: -20.5, ...end }, pairedItem: { item: 0 } },
			],
		},
		{
			parameters: [{ layout: 'raw', ...APRIL }],
			replies: [{ body: { Reports: [SUMMARY] } }],
			sends: [SENDS[0]!],
			gives: [{ json: SUMMARY, pairedItem: { item: 0 } }],
		},
	],
};

export const examples: Readonly<Record<string, Examples>> = {
	apiRequest,
	currency,
	close: ownReports.close,
	ledger: { ...ownReports.ledger, liveJournals },
	owing: {
		...ownReports.owing,
		agedReceivablesByContact: aged('AgedReceivablesByContact'),
		agedPayablesByContact: aged('AgedPayablesByContact'),
	},
	statement,
	tax: {
		taxDetail,
		get: [at(PUBLISHED, { ReportID: fromList(PUBLISHED) })],
		getAll: [{ parameters: [{ returnAll: true }], sends: [{ method: 'GET', path: '/Reports' }] }],
		tenNinetyNine: [at('TenNinetyNine', { options: { reportYear: '2025' } }, { reportYear: '2025' })],
	},
};
