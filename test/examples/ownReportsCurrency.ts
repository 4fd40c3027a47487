import type { IDataObject } from 'n8n-workflow';
import type { Example, Wire } from './example';
import { byCode, fromList } from './example';

const DOLLARS = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a02';
const YEN = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a03';

const bank = (AccountID: string, Code: string, Name: string, CurrencyCode: string): IDataObject => ({
	...{ AccountID, Code, Name, CurrencyCode, Type: 'BANK', Class: 'ASSET', Status: 'ACTIVE' },
});

/** What every call of the report is answered with: each takes what stands under the name that it asks for. */
const NOTHING: IDataObject = {
	Organisations: [{ Name: 'Kereru Bikes', BaseCurrency: 'NZD', Timezone: 'NEWZEALANDSTANDARDTIME' }],
	Accounts: [
		bank('5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01', '090', 'Everyday', 'NZD'),
		bank(DOLLARS, '093', 'Dollars', 'USD'),
		bank(YEN, '094', 'Yen', 'JPY'),
	],
	...{ Invoices: [], CreditNotes: [], Overpayments: [], Prepayments: [], Payments: [], BankTransactions: [], BankTransfers: [] },
	Reports: [{ ReportName: 'Trial Balance', Rows: [] }],
};
const replies = Array.from({ length: 20 }, () => ({ body: NOTHING }));

const get = (path: string, query?: Readonly<Record<string, string>>): Wire => ({
	method: 'GET',
	path,
	...(query ? { query } : {}),
});
const paged = (path: string, query: Readonly<Record<string, string>> = {}): Wire =>
	get(path, { ...query, page: '1', pageSize: '1000' });

const MARCH = { period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31' };
const BOOKS = [get('/Organisation'), get('/Accounts')];
const BALANCES = ['2026-02-28', '2026-03-31'].map((date) => get('/Reports/TrialBalance', { date }));
const UNTIL = 'Date<=DateTime(2026,03,31)';

const history = (id: string, since = ''): Wire[] => [
	paged('/BankTransactions', { where: `Status=="AUTHORISED" AND BankAccount.AccountID==guid("${id}")${since} AND ${UNTIL}` }),
	paged('/Payments', { where: `Status=="AUTHORISED" AND Account.AccountID==guid("${id}")${since} AND ${UNTIL}` }),
];

/** Rates of a currency at both ends of March. */
const given = (code: string, ...rates: readonly [before: number, after: number]): IDataObject[] =>
	['2026-02-28', '2026-03-31'].map((date, index) => ({ currency: byCode(code), rate: rates[index]!, date }));

/** The documents of both sides from the end of February on. */
const OWING: Wire[] = [
	paged('/Invoices', { Statuses: 'AUTHORISED', where: 'Date<=DateTime(2026,02,28)' }),
	paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: 'Date>DateTime(2026,02,28)' }),
	paged('/CreditNotes', { where: 'Status=="AUTHORISED"' }),
	paged('/CreditNotes', { where: 'Status=="PAID"' }),
	paged('/Overpayments'),
	paged('/Prepayments'),
	paged('/Payments', { where: 'Status=="AUTHORISED" AND Date>DateTime(2026,02,28)' }),
];

/** Examples of the revaluation of foreign money and documents. */
export const currencyRevaluation: Example[] = [
	// An account without an opening balance is read from its beginning.
	{
		parameters: [MARCH],
		replies,
		sends: [...BOOKS, ...BALANCES, ...history(DOLLARS), ...history(YEN), get('/BankTransfers', { where: UNTIL }), ...OWING],
	},
	{
		parameters: [
			{
				...MARCH,
				options: {
					alsoAsPage: true,
					mostCalls: 50,
					onDifference: 'return',
					openings: {
						openingBalance: [
							{ accountId: fromList(DOLLARS), date: '2025-12-31', foreign: 100, base: 160 },
							{ accountId: byCode('094'), date: '2025-03-31', foreign: -5000, base: -57.2 },
						],
					},
					rates: { rate: [...given('USD', 0.62, 0.6), ...given('JPY', 88, 91)] },
					return: ['row', 'total', 'check'],
					scope: ['bank'],
					tieOut: false,
					totals: 'group',
				},
			},
		],
		replies,
		sends: [
			...BOOKS,
			...history(DOLLARS, ' AND Date>DateTime(2025,12,31)'),
			...history(YEN, ' AND Date>DateTime(2025,03,31)'),
			get('/BankTransfers', { where: `Date>DateTime(2025,03,31) AND ${UNTIL}` }),
		],
	},
	// Receivables alone need no history of a bank account.
	{
		parameters: [{ ...MARCH, options: { scope: ['receivable'] } }],
		replies,
		sends: [
			...BOOKS,
			...BALANCES,
			paged('/Invoices', { Statuses: 'AUTHORISED', where: 'Type=="ACCREC" AND Date<=DateTime(2026,02,28)' }),
			paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: 'Type=="ACCREC" AND Date>DateTime(2026,02,28)' }),
			paged('/CreditNotes', { where: 'Type=="ACCRECCREDIT" AND Status=="AUTHORISED"' }),
			paged('/CreditNotes', { where: 'Type=="ACCRECCREDIT" AND Status=="PAID"' }),
			paged('/Overpayments', { where: 'Type=="RECEIVE-OVERPAYMENT"' }),
			paged('/Prepayments', { where: 'Type=="RECEIVE-PREPAYMENT"' }),
			paged('/Payments', { where: 'Status=="AUTHORISED" AND Date>DateTime(2026,02,28)' }),
		],
	},
];
