import type { IDataObject } from 'n8n-workflow';
import type { Example, Examples } from '../example';
import { byId, fromList } from '../example';

const CONTACT = 'd3e4f506-7182-493a-a4b5-c6d7e8f90a01';
const REGION = '6a7b8c9d-0e1f-4203-8415-2637485960a1';
const NORTH = '6a7b8c9d-0e1f-4203-8415-2637485960a2';
const TEAM = '6a7b8c9d-0e1f-4203-8415-2637485960b1';
const BLUE = '6a7b8c9d-0e1f-4203-8415-2637485960b2';
const PUBLISHED = '7b8c9d0e-1f20-4314-9526-374859606b01';
const BANK = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';

const at = (path: string, parameters: IDataObject, query: Readonly<Record<string, string>> = {}): Example => ({
	parameters: [{ output: 'raw', ...parameters }],
	sends: [{ method: 'GET', path: `/Reports/${path}`, ...(Object.keys(query).length ? { query } : {}) }],
});

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
const shared = { reportName: 'Bank Summary', reportDate: '2026-05-04', period: 'From 1 April 2026 to 30 April 2026' };
const numbers = { values: [1000, -20.5], 'Opening Balance': 1000, 'Closing Balance': -20.5 };
const top = { section: '', sectionPath: [] };

const aged = (path: string): Example[] => [
	at(
		path,
		{ contactId: fromList(CONTACT), date: '2026-04-30', fromDate: '2026-01-01', toDate: '2026-03-31' },
		{ contactId: CONTACT, date: '2026-04-30', fromDate: '2026-01-01', toDate: '2026-03-31' },
	),
	at(path, { contactId: byId(CONTACT) }, { contactId: CONTACT }),
];

export const report: Examples = {
	balanceSheet: [
		at(
			'BalanceSheet',
			{
				date: '2026-03-31',
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
	],
	profitAndLoss: [
		at(
			'ProfitAndLoss',
			{
				fromDate: '2026-03-01',
				toDate: '2026-03-31',
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
			{ options: { trackingOptionID: fromList(`${REGION}/${NORTH}`) } },
			{ trackingCategoryID: REGION, trackingOptionID: NORTH },
		),
	],
	trialBalance: [
		at('TrialBalance', { date: '2026-03-31', options: { paymentsOnly: true } }, { date: '2026-03-31', paymentsOnly: 'true' }),
	],
	bankSummary: [
		{
			parameters: [{ output: 'rows', fromDate: '2026-04-01', toDate: '2026-04-30' }],
			replies: [{ body: { Reports: [SUMMARY] } }],
			sends: [{ method: 'GET', path: '/Reports/BankSummary', query: { fromDate: '2026-04-01', toDate: '2026-04-30' } }],
			gives: [
				{
					json: { ...shared, ...top, label: 'Everyday', accountId: BANK, rowType: 'Row', computed: false, ...numbers },
					pairedItem: { item: 0 },
				},
				{
					json: { ...shared, ...top, label: 'Total', accountId: null, rowType: 'SummaryRow', computed: true, ...numbers },
					pairedItem: { item: 0 },
				},
			],
		},
		{
			parameters: [{ output: 'raw' }],
			replies: [{ body: { Reports: [SUMMARY] } }],
			sends: [{ method: 'GET', path: '/Reports/BankSummary' }],
			gives: [{ json: SUMMARY, pairedItem: { item: 0 } }],
		},
	],
	budgetSummary: [
		at(
			'BudgetSummary',
			{ date: '2026-03-31', options: { periods: 12, timeframe: 'QUARTER' } },
			{ date: '2026-03-31', periods: '12', timeframe: '3' },
		),
	],
	executiveSummary: [at('ExecutiveSummary', { date: '2026-03-31' }, { date: '2026-03-31' })],
	agedReceivables: aged('AgedReceivablesByContact'),
	agedPayables: aged('AgedPayablesByContact'),
	tenNinetyNine: [at('TenNinetyNine', { reportYear: '2025' }, { reportYear: '2025' })],
	get: [at(PUBLISHED, { ReportID: fromList(PUBLISHED) })],
	getAll: [{ parameters: [{ returnAll: true }], sends: [{ method: 'GET', path: '/Reports' }] }],
};
