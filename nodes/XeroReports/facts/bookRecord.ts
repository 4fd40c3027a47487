// Records of any list as the checks of a close go by: what they are, of whom, of when, over how much.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { Decimal } from '../../shared/model/decimal';
import { isObject, objectsIn } from '../../shared/model/values';
import type { InnerPayment, Line } from './documents';
import { dayIn, documentOf, linesIn } from './documents';
import { inBase, minorOf, rateOf, sum } from './money';

/** What a record is, in the words of Xero's screens. */
export type BookRecordKind = 'invoice' | 'bill' | 'creditNote' | 'bankTransaction' | 'manualJournal' | 'expenseClaim';

/** A record of the books, approved or not. */
export interface BookRecord {
	readonly kind: BookRecordKind;
	/** Xero's Type, such as ACCPAY or SPEND; '' where the list has none. */
	readonly type: string;
	readonly id: string;
	/** '' where it has none. */
	readonly number: string;
	readonly contactId: string | null;
	readonly contactName: string | null;
	/** Who claims, what a journal is for, the Reference of a bank transaction; '' for all other records. */
	readonly reference: string;
	readonly status: string;
	/** YYYY-MM-DD; '' where Xero says none. */
	readonly date: string;
	readonly currency: string;
	readonly decimals: number;
	/** Foreign units for one base unit; undefined where Xero did not say it of a foreign record. 1 in base currency. */
	readonly rate: Decimal | undefined;
	readonly isForeign: boolean;
	/** With tax, in minor units of its currency, with Xero's own sign; of a manual journal its debits. */
	readonly total: bigint;
	readonly lines: readonly Line[];
	/** Whether Xero sent lines at all: some lists leave them out, which is not the same as none. */
	readonly hasLines: boolean;
	readonly hasAttachments: boolean;
	/** UpdatedDateUTC, ISO 8601; '' where Xero says none. */
	readonly updated: string;
}

/** An expense claim with what was open of it, in minor units of the base currency. */
export interface ExpenseClaim extends BookRecord {
	/** AmountDue, as of now. */
	readonly due: bigint;
	readonly payments: readonly InnerPayment[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A flag of Xero, which some lists write as a text. */
export const isTrue = (value: unknown): boolean => value === true || text(value).toLowerCase() === 'true';

const UNIT: Decimal = { digits: 1n, decimals: 0 };

const marksOf = (record: IDataObject): Pick<BookRecord, 'hasAttachments' | 'updated' | 'status'> => ({
	hasAttachments: isTrue(record.HasAttachments),
	updated: text(record.UpdatedDateUTC),
	status: text(record.Status),
});

const KINDS: Readonly<Record<string, BookRecordKind>> = { ACCREC: 'invoice', ACCPAY: 'bill' };

/** A record of GET /Invoices or GET /CreditNotes. */
export function documentRecord(list: 'Invoices' | 'CreditNotes', record: IDataObject, baseCurrency: string): BookRecord {
	const { type, id, number, contactId, contactName, date, currency, decimals, rate, isForeign, total, lines, hasLines } =
		documentOf(list, record, baseCurrency);
	return {
		...{ type, id, number, date, currency, decimals, rate, isForeign, total, lines, hasLines },
		...marksOf(record),
		kind: KINDS[type] ?? 'creditNote',
		contactId: contactId || null,
		contactName: contactName || null,
		reference: '',
	};
}

/**
 * A record of GET /BankTransactions.
 * @param currency of its bank account, which counts where the record names none
 */
export function bankTransactionRecord(record: IDataObject, baseCurrency: string, currency: string): BookRecord {
	const contact = isObject(record.Contact) ? record.Contact : {};
	const own = text(record.CurrencyCode) || currency;
	const decimals = decimalsOf(own);
	return {
		...marksOf(record),
		kind: 'bankTransaction',
		type: text(record.Type),
		id: text(record.BankTransactionID),
		number: '',
		contactId: text(contact.ContactID) || null,
		contactName: text(contact.Name) || null,
		reference: text(record.Reference).trim(),
		date: dayIn(record),
		currency: own,
		decimals,
		rate: own === baseCurrency ? UNIT : rateOf(record.CurrencyRate),
		isForeign: own !== baseCurrency,
		total: minorOf(record.Total, decimals),
		lines: linesIn(record, decimals),
		hasLines: objectsIn(record.LineItems).length > 0,
	};
}

/** What records without a contact in the base currency have in common. */
function inBaseCurrency(record: IDataObject, baseCurrency: string) {
	return {
		...marksOf(record),
		...{ type: '', number: '', contactId: null, contactName: null, isForeign: false, rate: UNIT },
		currency: baseCurrency,
		decimals: decimalsOf(baseCurrency),
	};
}

/** A record of GET /ManualJournals: lines debit positive. */
export function manualJournalRecord(record: IDataObject, baseCurrency: string): BookRecord {
	const plain = inBaseCurrency(record, baseCurrency);
	const journalLines = objectsIn(record.JournalLines);
	const debits = journalLines.map(({ LineAmount }) => minorOf(LineAmount, plain.decimals)).filter((amount) => amount > 0n);
	return {
		...plain,
		kind: 'manualJournal',
		id: text(record.ManualJournalID),
		reference: text(record.Narration).trim(),
		date: dayIn(record),
		total: sum(debits),
		lines: linesIn({ LineAmountTypes: record.LineAmountTypes, LineItems: journalLines }, plain.decimals),
		hasLines: journalLines.length > 0,
	};
}

/** A record of GET /ExpenseClaims; its list has no receipts, so that only one read by its ID has lines. */
export function expenseClaimRecord(record: IDataObject, baseCurrency: string): ExpenseClaim {
	const plain = inBaseCurrency(record, baseCurrency);
	const { decimals } = plain;
	const user = isObject(record.User) ? record.User : {};
	const receipts = objectsIn(record.Receipts);
	const latest = receipts.map((receipt) => dayIn(receipt)).sort();
	const payments = objectsIn(record.Payments).filter(({ Status }) => text(Status) !== 'DELETED');
	const total = minorOf(record.Total, decimals);
	const lined = receipts.filter((receipt) => objectsIn(receipt.LineItems).length > 0);
	return {
		...plain,
		kind: 'expenseClaim',
		id: text(record.ExpenseClaimID),
		reference: [text(user.FirstName).trim(), text(user.LastName).trim()].filter((part) => part !== '').join(' '),
		date: dayIn(record, 'ReportingDate') || (latest.at(-1) ?? ''),
		total,
		lines: receipts.flatMap((receipt) => linesIn(receipt, decimals)),
		hasLines: lined.length > 0 && sum(lined.map(({ Total }) => minorOf(Total, decimals))) === total,
		due: minorOf(record.AmountDue, decimals),
		payments: payments.map((payment) => ({
			id: text(payment.PaymentID),
			date: dayIn(payment),
			amount: minorOf(payment.Amount, decimals),
		})),
	};
}

/**
 * An amount of a record in minor units of the base currency, below zero for a credit note; undefined where its rate is not known.
 * @param amount in minor units of the record's currency
 */
export function recordInBase(record: BookRecord, amount: bigint, baseDecimals: number): bigint | undefined {
	if (record.rate === undefined) return undefined;
	const base = inBase(amount, record.rate, { foreign: record.decimals, base: baseDecimals });
	return record.kind === 'creditNote' ? -base : base;
}

/** The total of a record in minor units of the base currency; see `recordInBase`. */
export const totalInBase = (record: BookRecord, baseDecimals: number): bigint | undefined =>
	recordInBase(record, record.total, baseDecimals);
