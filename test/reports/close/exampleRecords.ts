import type { IDataObject } from 'n8n-workflow';
import { ACCOUNTS, BILLS, CREDITS, INVOICES, TRANSACTIONS } from './exampleTables';
import type { CreditRow, DocumentRow, TransactionRow } from './exampleTables';

/** The tables of the worked example as records of Xero's lists, dates as the node has them. */

export type Lists = Readonly<Record<string, readonly IDataObject[]>>;

const iso = (day: string): string => `${day}T00:00:00`;

const NORTH = { Name: 'Region', Option: 'North', TrackingCategoryID: 'region', TrackingOptionID: 'north' };
const SOUTH = { Name: 'Region', Option: 'South', TrackingCategoryID: 'region', TrackingOptionID: 'south' };
const BLUE = { Name: 'Team', Option: 'Blue', TrackingCategoryID: 'team', TrackingOptionID: 'blue' };

const line = (
	AccountCode: string,
	LineAmount: number,
	Tracking: readonly IDataObject[] = [NORTH],
	TaxAmount = 0,
): IDataObject => ({
	AccountCode,
	LineAmount,
	TaxAmount,
	Tracking: [...Tracking],
});

/** Lines where they are not the usual one. */
const LINES: Readonly<Record<string, readonly IDataObject[]>> = {
	'INV-5': [line('200', 200), line('200', 30, [])],
	'INV-15': [line('200', 50), line('200', 0, [])],
	'P-1': [line('400', 400, [BLUE], 60)],
	'ST-1': [line('710', 115, [])],
	'E-0': [line('400', 55, [])],
	'E-6': [line('400', 210, [])],
	'P-3': [line('400', 460, [])],
	'ST-5': [line('400', 88, [])],
	'D-5': [line('400', 80, [])],
};

/** When what was changed after the period was reported was changed. */
const CHANGED: Readonly<Record<string, string>> = {
	'INV-6': '2026-11-18T02:00:00Z',
	'ST-5': '2026-11-15T03:30:00Z',
	'E-2': '2026-11-10T00:00:01Z',
	'P-2': '2026-11-10T00:00:00Z',
	'MJ-1': '2026-11-12T21:00:00Z',
	'INV-10': '2026-11-20T01:00:00Z',
	'INV-8': '2026-11-24T00:30:00Z',
	'E-7': '2026-11-23T22:00:00Z',
	'INV-9': '2026-11-14T00:00:00Z',
};

const updated = (id: string): string => CHANGED[id] ?? '2026-10-31T20:00:00Z';

const contact = (Name: string): IDataObject => ({ ContactID: `contact-${Name}`, Name });

/** Payments that are not reconciled: all others are. */
const UNRECONCILED = new Set(['INV-7', 'D-1', 'H-2', 'INV-3', 'D-2']);

const invoice =
	(Type: 'ACCREC' | 'ACCPAY') =>
	([id, InvoiceNumber, who, date, Total, AmountDue, Status, more = {}]: DocumentRow): IDataObject => ({
		...{ InvoiceID: id, Type, InvoiceNumber, Status, Total, AmountDue },
		Contact: contact(who),
		Date: iso(date),
		CurrencyCode: more.currency ?? 'NZD',
		...(more.rate === undefined ? {} : { CurrencyRate: more.rate }),
		HasAttachments: more.attached === true,
		UpdatedDateUTC: updated(id),
		LineAmountTypes: 'Exclusive',
		LineItems: [...(LINES[id] ?? [line(Type === 'ACCREC' ? '200' : '400', Total)])],
		Payments: (more.paid ?? []).map(([on, Amount]) => ({ PaymentID: `payment of ${id}`, Date: iso(on), Amount })),
	});

const paymentsOf =
	(PaymentType: string) =>
	([id, InvoiceNumber, who, , , , , more = {}]: DocumentRow): IDataObject[] =>
		(more.paid ?? []).map(([on, Amount]) => ({
			PaymentID: `payment of ${id}`,
			Date: iso(on),
			Amount,
			BankAmount: more.currency === 'JPY' ? 45.45 : Amount,
			Status: 'AUTHORISED',
			PaymentType,
			...(more.rate === undefined ? {} : { CurrencyRate: more.rate }),
			Account: { AccountID: id === 'H-2' ? '970' : more.currency === 'USD' ? '095' : '090' },
			IsReconciled: !UNRECONCILED.has(id),
			Invoice: { InvoiceID: id, InvoiceNumber, CurrencyCode: more.currency ?? 'NZD', Contact: contact(who) },
		}));

const ID_OF: Readonly<Record<string, string>> = {
	CREDIT: 'CreditNoteID',
	OVERPAYMENT: 'OverpaymentID',
	PREPAYMENT: 'PrepaymentID',
};
const kindOf = (type: string): string => Object.keys(ID_OF).find((kind) => type.endsWith(kind))!;

const credit = ([id, Type, who, date, Total, RemainingCredit, Status, allocated = []]: CreditRow): IDataObject => ({
	...{ [ID_OF[kindOf(Type)]!]: id, Type, Status, Total, RemainingCredit },
	...(kindOf(Type) === 'CREDIT' ? { CreditNoteNumber: id } : {}),
	Contact: contact(who),
	Date: iso(date),
	CurrencyCode: 'NZD',
	UpdatedDateUTC: updated(id),
	LineAmountTypes: 'NoTax',
	LineItems: [line(Type.startsWith('ACCREC') || Type.startsWith('RECEIVE') ? '200' : '400', Total)],
	Allocations: allocated.map(([Amount, InvoiceID, on]) => ({
		Amount,
		Date: iso(on),
		Invoice: { InvoiceID, InvoiceNumber: InvoiceID },
	})),
});

const creditsOf = (kind: string): IDataObject[] => CREDITS.filter(([, type]) => kindOf(type) === kind).map(credit);

function transaction([id, Type, account, who, date, Total, Status, IsReconciled, more = {}]: TransactionRow): IDataObject {
	const usual = line(more.line ?? (Type.startsWith('SPEND') ? '400' : '200'), Total, more.line ? [] : [NORTH]);
	return {
		...{ BankTransactionID: id, Type, Total, Status, IsReconciled },
		...(who === '' ? {} : { Contact: contact(who) }),
		...(more.of ? { [more.of[0]]: more.of[1] } : {}),
		BankAccount: { AccountID: account, Code: account },
		Date: iso(date),
		CurrencyCode: more.currency ?? 'NZD',
		...(more.rate === undefined ? {} : { CurrencyRate: more.rate }),
		HasAttachments: more.attached === true,
		UpdatedDateUTC: updated(id),
		LineAmountTypes: 'NoTax',
		LineItems: [...(LINES[id] ?? [usual])],
	};
}

const journal = (id: string, Narration: string, Status: string, lines: readonly IDataObject[]): IDataObject => ({
	...{ ManualJournalID: id, Narration, Status, Date: iso('2026-10-31'), LineAmountTypes: 'NoTax', UpdatedDateUTC: updated(id) },
	JournalLines: [...lines],
});

/** A claim with its receipt: day, total, due now, status, what was paid of it on a day. */
const claim = (
	id: string,
	FirstName: string,
	day: string,
	Total: number,
	AmountDue: number,
	Status: string,
	paid?: string,
): IDataObject => ({
	...{ ExpenseClaimID: id, User: { FirstName, LastName: '' }, ReportingDate: iso(day), Total, AmountDue, Status },
	Payments: paid === undefined ? [] : [{ PaymentID: `payment of ${id}`, Date: iso(paid), Amount: Total, Status: 'AUTHORISED' }],
	Receipts: [{ Date: iso(day), Total, LineAmountTypes: 'NoTax', LineItems: [line('400', Total, [SOUTH])] }],
});

/** Set A: everything. */
export const SET_A: Lists = {
	Invoices: [...INVOICES.map(invoice('ACCREC')), ...BILLS.map(invoice('ACCPAY'))],
	CreditNotes: creditsOf('CREDIT'),
	Overpayments: creditsOf('OVERPAYMENT'),
	Prepayments: creditsOf('PREPAYMENT'),
	Payments: [...INVOICES.flatMap(paymentsOf('ACCRECPAYMENT')), ...BILLS.flatMap(paymentsOf('ACCPAYPAYMENT'))],
	BankTransactions: TRANSACTIONS.map(transaction),
	BankTransfers: [
		{
			...{ BankTransferID: 'T-1', Amount: 1000, Date: iso('2026-10-23'), FromIsReconciled: true, ToIsReconciled: false },
			FromBankAccount: { AccountID: '090' },
			ToBankAccount: { AccountID: '091' },
			...{ FromBankTransactionID: 'BT-T-1a', ToBankTransactionID: 'BT-T-1b' },
		},
	],
	ManualJournals: [
		journal('MJ-1', 'Depreciation', 'POSTED', [line('416', 50, []), line('711', -50, [])]),
		journal('MJ-2', 'To be sorted out', 'DRAFT', [line('400', 500, []), line('855', -500, [])]),
	],
	ExpenseClaims: [
		claim('EC-1', 'Ana', '2026-10-09', 57.5, 57.5, 'AUTHORISED'),
		claim('EC-2', 'Ben', '2026-10-21', 42, 0, 'PAID', '2026-11-05'),
		claim('EC-3', 'Ana', '2026-11-03', 20, 20, 'AUTHORISED'),
		claim('EC-4', 'Ben', '2026-10-30', 31, 31, 'SUBMITTED'),
		claim('EC-5', 'Ana', '2026-10-02', 18, 0, 'PAID', '2026-10-15'),
	],
};

const some = (records: readonly IDataObject[] = [], key: string, ...ids: readonly string[]): IDataObject[] =>
	records.filter((record) => ids.includes(String(record[key])));

/** Set B: of all that three documents and a payment, in which nothing is to be found. */
export const SET_B: Lists = {
	Invoices: some(SET_A.Invoices, 'InvoiceID', 'INV-4', 'E-1'),
	Payments: some(SET_A.Payments, 'PaymentID', 'payment of E-1'),
	ExpenseClaims: some(SET_A.ExpenseClaims, 'ExpenseClaimID', 'EC-1'),
};

/** The chart of accounts; the IDs of accounts are their codes. */
export const CHART: readonly IDataObject[] = ACCOUNTS.map(
	([code, Name, Type, Class, SystemAccount, , BankAccountType, CurrencyCode]) => ({
		...{ AccountID: code, Code: code, Name, Type, Class, SystemAccount, Status: 'ACTIVE' },
		...(BankAccountType === undefined ? {} : { BankAccountType, CurrencyCode: CurrencyCode ?? 'NZD' }),
	}),
);

export const BALANCES_A: Readonly<Record<string, number>> = Object.fromEntries(ACCOUNTS.map((row) => [row[0], row[5]]));

export const BALANCES_B: Readonly<Record<string, number>> = {
	...{ '090': 500, '099': -10, '200': -1000, '400': 107.49, '498': -40, '610': 1040.01 },
	...{ '801': -57.5, '860': -1, '960': -539 },
};
