import type { Example } from './example';
import { BOOKS, get, repliesWith } from './reportCalls';

const replies = repliesWith();

const MARCH = { period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31' };
const dated = 'Date>=DateTime(2026,03,01) AND Date<=DateTime(2026,03,31)';
const page = { page: '1', pageSize: '1000' };
const journals = get('/Journals', { offset: '0' });

export const liveJournals: Example[] = [
	{
		parameters: [{ ...MARCH, source: 'documents' }],
		replies,
		sends: [
			...BOOKS,
			get('/Invoices', { Statuses: 'AUTHORISED,PAID', where: dated, ...page }),
			get('/BankTransactions', { where: `Status=="AUTHORISED" AND ${dated}`, ...page }),
			get('/Payments', { where: `Status=="AUTHORISED" AND ${dated}`, ...page }),
			get('/CreditNotes', { where: 'Status=="AUTHORISED"', ...page }),
			get('/CreditNotes', { where: 'Status=="PAID"', ...page }),
			get('/Overpayments', page),
			get('/Prepayments', page),
			get('/ManualJournals', { where: `Status=="POSTED" AND ${dated}`, ...page }),
			get('/BankTransfers', { where: dated.replace('Date<=DateTime(2026,03,31)', 'Date<DateTime(2026,04,01)') }),
			get('/ExpenseClaims'),
		],
	},
	// Journals are held against the documents of the period, voided and deleted ones among them.
	{
		parameters: [{ ...MARCH, source: 'journals', options: { pairs: 'mark', totals: 'group', tieOut: true } }],
		replies,
		sends: [
			...BOOKS,
			journals,
			get('/Invoices', { Statuses: 'AUTHORISED,PAID,VOIDED', where: dated, ...page }),
			get('/CreditNotes', { where: dated, ...page }),
			get('/BankTransactions', { where: dated, ...page }),
			get('/Payments', { where: dated, ...page }),
			get('/ManualJournals', { where: dated, ...page }),
		],
	},
	// As they stood at a moment they cannot be held against the documents of now.
	{
		parameters: [
			{
				...MARCH,
				source: 'journals',
				options: {
					alsoAsPage: true,
					knownAt: '2026-04-10T08:00:00Z',
					mostCalls: 50,
					onDifference: 'stop',
					return: ['row', 'check'],
				},
			},
		],
		replies,
		sends: [...BOOKS, journals],
	},
];
