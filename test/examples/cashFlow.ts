import type { Example, Wire } from './example';
import { BOOKS, get, repliesWith } from './reportCalls';
import { byId } from './example';

const LOAN = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a09';

const replies = repliesWith({
	Accounts: [{ AccountID: LOAN, Code: '900', Name: 'Loan', Type: 'CURRLIAB', Class: 'LIABILITY', Status: 'ACTIVE' }],
});

const MARCH = { period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31' };
const dated = 'Date>=DateTime(2026,03,01) AND Date<=DateTime(2026,03,31)';
const page = { page: '1', pageSize: '1000' };
const journals = get('/ManualJournals', { where: `Status=="POSTED" AND ${dated}`, ...page });
const balances = (more: Readonly<Record<string, string>>): Wire[] =>
	['2026-02-28', '2026-03-31'].map((date) => get('/Reports/TrialBalance', { date, ...more }));
const CASH = balances({ paymentsOnly: 'true' });
const bankSummary = get('/Reports/BankSummary', { fromDate: '2026-03-01', toDate: '2026-03-31' });

export const cashFlow: Example[] = [
	{
		parameters: [{ ...MARCH, method: 'direct' }],
		replies,
		sends: [...BOOKS, journals, ...CASH, ...balances({}), bankSummary],
	},
	{
		parameters: [
			{
				...MARCH,
				method: 'indirect',
				options: {
					activities: { activity: [{ account: byId(LOAN), activity: 'financing' }] },
					alsoAsPage: true,
					cashAccounts: 'all',
					detail: 'accounts',
					mostCalls: 50,
					onDifference: 'stop',
					return: ['row', 'total'],
					source: 'trialBalances',
					taxLine: 'own',
					tieOut: false,
					totals: 'none',
				},
			},
		],
		replies,
		sends: [...BOOKS, journals, ...CASH, ...balances({})],
	},
	{
		parameters: [
			{
				...MARCH,
				method: 'direct',
				options: { source: 'documents', detail: 'documents', taxLine: 'inAccounts', tieOut: false },
			},
		],
		replies,
		sends: [
			...BOOKS,
			get('/BankTransactions', { where: `Status=="AUTHORISED" AND ${dated}`, ...page }),
			get('/Payments', { where: `Status=="AUTHORISED" AND ${dated}`, ...page }),
			get('/CreditNotes', { where: 'Status=="AUTHORISED"', ...page }),
			get('/CreditNotes', { where: 'Status=="PAID"', ...page }),
			get('/Overpayments', page),
			get('/Prepayments', page),
			journals,
			get('/BankTransfers', { where: dated.replace('Date<=DateTime(2026,03,31)', 'Date<DateTime(2026,04,01)') }),
			get('/ExpenseClaims'),
			...CASH,
		],
	},
	// Journals are read by the last number until a page is empty.
	{
		parameters: [{ ...MARCH, method: 'direct', options: { source: 'journals' } }],
		replies,
		sends: [...BOOKS, get('/Journals', { offset: '0', paymentsOnly: 'true' }), ...CASH, bankSummary],
	},
];
