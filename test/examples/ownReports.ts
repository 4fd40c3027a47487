import type { Example, Wire } from './example';
import { byCode, byId, byName, fromList } from './example';
import { BOOKS, get, repliesWith } from './reportCalls';

const CONTACT = 'd3e4f506-7182-493a-a4b5-c6d7e8f90a01';
const BANK = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';

const replies = repliesWith({
	Accounts: [
		{ AccountID: BANK, Code: '090', Name: 'Everyday', Type: 'BANK', Class: 'ASSET', Status: 'ACTIVE' },
		{ AccountID: CONTACT, Code: '610', Name: 'Receivable', Type: 'CURRENT', Class: 'ASSET', SystemAccount: 'DEBTORS' },
	],
	Contacts: [{ ContactID: CONTACT, Name: 'Ridgeway University', ContactStatus: 'ACTIVE' }],
	TrackingCategories: [{ TrackingCategoryID: '6a7b8c9d-0e1f-4203-8415-2637485960a1', Name: 'Region', Options: [] }],
});

const paged = (path: string, query: Readonly<Record<string, string>> = {}): Wire =>
	get(path, { ...query, page: '1', pageSize: '1000' });

const OF_CONTACT = `(Contact.ContactID==guid("${CONTACT}"))`;

/** Credits of a side. */
const credits = ([credit, over, pre]: readonly [string, string, string], ofContact = ''): Wire[] => [
	paged('/CreditNotes', { where: `Type=="${credit}" AND Status=="AUTHORISED"${ofContact}` }),
	paged('/CreditNotes', { where: `Type=="${credit}" AND Status=="PAID"${ofContact}` }),
	paged('/Overpayments', { where: `Type=="${over}"${ofContact}` }),
	paged('/Prepayments', { where: `Type=="${pre}"${ofContact}` }),
];
const RECEIVED = ['ACCRECCREDIT', 'RECEIVE-OVERPAYMENT', 'RECEIVE-PREPAYMENT'] as const;
const SPENT = ['ACCPAYCREDIT', 'SPEND-OVERPAYMENT', 'SPEND-PREPAYMENT'] as const;

/** What is read of all contacts of a side as of 31 March. */
const owing = (type: 'ACCREC' | 'ACCPAY', until = '2026,03,31'): Wire[] => [
	paged('/Invoices', { Statuses: 'AUTHORISED', where: `Type=="${type}" AND Date<=DateTime(${until})` }),
	paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: `Type=="${type}" AND Date>DateTime(${until})` }),
	...credits(type === 'ACCREC' ? RECEIVED : SPENT),
	paged('/Payments', { where: `Status=="AUTHORISED" AND Date>DateTime(${until})` }),
];
const BALANCE = get('/Reports/TrialBalance', { date: '2026-03-31' });
const AT_ITS_END = { asOf: 'custom', date: '2026-03-31' };
const MARCH = { period: 'custom', fromDate: '2026-03-01', toDate: '2026-03-31' };

const aged = (type: 'ACCREC' | 'ACCPAY'): Example[] => {
	const ofContact = ` AND ${OF_CONTACT}`;
	return [
		{ parameters: [{ ...AT_ITS_END, rows: 'both' }], replies, sends: [...BOOKS, ...owing(type), BALANCE] },
		{
			parameters: [
				{
					...AT_ITS_END,
					rows: 'contacts',
					options: {
						ageBy: 'date',
						alsoAsPage: true,
						bucketCount: 4,
						bucketLength: 2,
						bucketUnit: 'months',
						credits: 'ownColumn',
						currencyView: 'documentRate',
						includePrepayments: true,
						mostCalls: 50,
						onDifference: 'stop',
						rates: { rate: [{ currency: byCode('USD'), rate: 0.6, date: '2026-03-31' }] },
						reportDateIsCurrent: false,
						return: ['row', 'check'],
						tieOut: true,
						totals: 'none',
					},
				},
			],
			replies,
			sends: [...BOOKS, ...owing(type), BALANCE],
		},
		// Of chosen contacts all documents are read, and nothing is held against an account that has all of them.
		{
			parameters: [{ ...AT_ITS_END, rows: 'documents', options: { contacts: { contact: [{ contactId: fromList(CONTACT) }] } } }],
			replies,
			sends: [
				...BOOKS,
				paged('/Invoices', { Statuses: 'AUTHORISED,PAID', ContactIDs: CONTACT, where: `Type=="${type}"` }),
				...credits(type === 'ACCREC' ? RECEIVED : SPENT, ofContact),
				// It is asked for as no document names it.
				paged('/Contacts', { IDs: CONTACT, includeArchived: 'true' }),
			],
		},
	];
};

const customerStatement: Example[] = [
	{
		parameters: [{ contacts: 'one', contactId: byName('Ridgeway University'), type: 'activity', ...MARCH, rows: 'lines' }],
		replies,
		sends: [
			...BOOKS,
			paged('/Contacts', { where: 'Name=="Ridgeway University"', includeArchived: 'true' }),
			paged('/Invoices', { Statuses: 'AUTHORISED,PAID', ContactIDs: CONTACT, where: 'Type=="ACCREC"' }),
			...credits(RECEIVED, ` AND ${OF_CONTACT}`),
			paged('/Contacts', { IDs: CONTACT, includeArchived: 'true' }),
		],
	},
	{
		parameters: [
			{
				...{ contacts: 'all', type: 'outstanding', ...AT_ITS_END, rows: 'contacts' },
				options: { suppliers: true, return: ['row'], onDifference: 'return', mostCalls: 20, alsoAsPage: true },
			},
		],
		replies,
		sends: [...BOOKS, ...owing('ACCPAY')],
	},
];

const IN_MARCH = 'Date>=DateTime(2026,03,01) AND Date<=DateTime(2026,03,31)';
const balances = (more: Readonly<Record<string, string>> = {}): Wire[] => [
	get('/Reports/TrialBalance', { date: '2026-02-28', ...more }),
	get('/Reports/TrialBalance', { date: '2026-03-31', ...more }),
];

const generalLedger: Example[] = [
	{
		parameters: [
			{
				...{ ...MARCH, rows: 'both' },
				options: {
					accounts: { account: [{ accountId: byCode('090') }, { accountId: byId(CONTACT) }] },
					alsoAsPage: true,
					includeZero: true,
					mostCalls: 100,
					onDifference: 'return',
					return: ['row', 'total', 'notInApi', 'check'],
					runningBalance: false,
					totals: 'group',
				},
			},
		],
		replies,
		sends: [
			...BOOKS,
			paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: IN_MARCH }),
			paged('/BankTransactions', { where: `Status=="AUTHORISED" AND ${IN_MARCH}` }),
			paged('/Payments', { where: `Status=="AUTHORISED" AND ${IN_MARCH}` }),
			paged('/CreditNotes', { where: 'Status=="AUTHORISED"' }),
			paged('/CreditNotes', { where: 'Status=="PAID"' }),
			paged('/Overpayments'),
			paged('/Prepayments'),
			paged('/ManualJournals', { where: `Status=="POSTED" AND ${IN_MARCH}` }),
			get('/BankTransfers', { where: 'Date>=DateTime(2026,03,01) AND Date<DateTime(2026,04,01)' }),
			get('/ExpenseClaims'),
			...balances(),
		],
	},
	// Journals have no filter by date: all of them are read.
	{
		parameters: [{ ...MARCH, rows: 'accounts', options: { source: 'journals', basis: 'cash' } }],
		replies,
		sends: [...BOOKS, get('/Journals', { offset: '0', paymentsOnly: 'true' }), ...balances({ paymentsOnly: 'true' })],
	},
];

const REGION = '6a7b8c9d-0e1f-4203-8415-2637485960a1';

/** As of a day after any on which the tests run: what is dated in the future is asked for from the later of the two. */
const LATE = { asOf: 'custom', date: '2046-03-31' };
const UNTIL = 'Date<=DateTime(2046,03,31)';
const AFTER = 'Date>DateTime(2046,03,31)';
const OF_MONTH = 'Date>=DateTime(2046,03,01) AND Date<=DateTime(2046,03,31)';
const BEFORE = 'Date>=DateTime(2045,12,01) AND Date<=DateTime(2046,02,28)';
const since = (path: string, query: Readonly<Record<string, string>>): Wire => ({
	...paged(path, query),
	headers: { 'If-Modified-Since': '2046-04-10T00:00:00' },
});

/** What all checks but that of tax take. */
const closeAll = (more: readonly Wire[] = [], tracked: readonly Wire[] = []): Wire[] => [
	...BOOKS,
	...(more.length > 0 ? [get('/TrackingCategories', { includeArchived: 'true' })] : []),
	paged('/Invoices', { Statuses: 'AUTHORISED', where: UNTIL }),
	paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: AFTER }),
	paged('/Invoices', { Statuses: 'PAID', where: OF_MONTH }),
	paged('/Invoices', { Statuses: 'PAID', where: `Type=="ACCPAY" AND ${BEFORE}` }),
	paged('/Invoices', { Statuses: 'DRAFT,SUBMITTED', where: UNTIL }),
	paged('/CreditNotes', { where: 'Status=="AUTHORISED"' }),
	paged('/CreditNotes', { where: 'Status=="PAID"' }),
	paged('/Overpayments'),
	paged('/Prepayments'),
	paged('/CreditNotes', { where: `Status=="DRAFT" AND ${UNTIL}` }),
	paged('/CreditNotes', { where: `Status=="SUBMITTED" AND ${UNTIL}` }),
	paged('/Payments', { where: `Status=="AUTHORISED" AND ${AFTER}` }),
	paged('/Payments', { where: `Status=="AUTHORISED" AND ${UNTIL} AND IsReconciled==false` }),
	paged('/BankTransactions', { where: `Status=="AUTHORISED" AND ${OF_MONTH}` }),
	paged('/BankTransactions', { where: `Status=="AUTHORISED" AND ${AFTER}` }),
	paged('/BankTransactions', { where: `Status=="AUTHORISED" AND ${UNTIL} AND IsReconciled==false` }),
	get('/BankTransfers', { where: UNTIL }),
	...tracked,
	paged('/ManualJournals', { where: `Status=="DRAFT" AND ${UNTIL}` }),
	get('/ExpenseClaims'),
	...more,
	get('/Reports/TrialBalance', { date: '2046-03-31' }),
];

const closeChecks: Example[] = [
	{ parameters: [{ ...LATE, rows: 'both' }], replies: [...replies, ...replies], sends: closeAll() },
	{
		parameters: [
			{
				...{ ...LATE, rows: 'findings' },
				options: {
					...{ alsoAsPage: true, attachmentFrom: 100, duplicateDays: 14, mostCalls: 60, oldDays: 60 },
					changedSince: '2046-04-10T00:00:00Z',
					suspenseAccounts: { account: [{ accountId: byCode('090') }] },
					trackingCategory: byId(REGION),
				},
			},
		],
		replies: [...replies, ...replies],
		sends: closeAll(
			[
				since('/Invoices', { Statuses: 'AUTHORISED,PAID,VOIDED', where: UNTIL }),
				...['/CreditNotes', '/BankTransactions', '/ManualJournals'].map((path) => since(path, { where: UNTIL })),
			],
			[paged('/ManualJournals', { where: `Status=="POSTED" AND ${OF_MONTH}` })],
		),
	},
	// What no check needs is not read.
	{
		parameters: [{ ...AT_ITS_END, rows: 'checks', options: { checks: ['negativeBank', 'suspense'] } }],
		replies,
		sends: [...BOOKS, BALANCE],
	},
	{
		parameters: [{ ...AT_ITS_END, rows: 'checks', options: { checks: ['missingAttachments'] } }],
		replies,
		sends: [
			...BOOKS,
			paged('/Invoices', { Statuses: 'AUTHORISED,PAID', where: `Type=="ACCPAY" AND ${IN_MARCH}` }),
			paged('/BankTransactions', { where: `Status=="AUTHORISED" AND ${IN_MARCH}` }),
		],
	},
];

/** Examples of the reports that Xero's API does not give, by operation. */
export const ownReports = {
	owing: { agedReceivables: aged('ACCREC'), agedPayables: aged('ACCPAY'), customerStatement },
	ledger: { generalLedger },
	close: { closeChecks },
};
