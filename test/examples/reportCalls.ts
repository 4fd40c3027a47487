import type { IDataObject } from 'n8n-workflow';
import type { Reply } from '../fakeContext';
import type { Wire } from './example';

/** What every call of a report is answered with: each takes what stands under the name that it asks for. */
const NOTHING: IDataObject = {
	Organisations: [{ Name: 'Kereru Bikes', BaseCurrency: 'NZD', Timezone: 'NEWZEALANDSTANDARDTIME' }],
	Accounts: [],
	Invoices: [],
	CreditNotes: [],
	Overpayments: [],
	Prepayments: [],
	Payments: [],
	BankTransactions: [],
	BankTransfers: [],
	ManualJournals: [],
	ExpenseClaims: [],
	Journals: [],
	Reports: [{ ReportName: 'Trial Balance', Rows: [] }],
};

/** Answers to the calls of a report of an organisation that has nothing but this. */
export const repliesWith = (records: IDataObject = {}): Reply[] =>
	Array.from({ length: 20 }, () => ({ body: { ...NOTHING, ...records } }));

export const get = (path: string, query: Readonly<Record<string, string>> = {}): Wire => ({
	method: 'GET',
	path,
	...(Object.keys(query).length ? { query } : {}),
});

/** The organisation and its chart of accounts, which every report of our own asks for. */
export const BOOKS = [get('/Organisation'), get('/Accounts')];
