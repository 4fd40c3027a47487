// Invoices, bills, credit notes, over- and prepayments of Xero as the facts that reports go by.

import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../shared/model/decimal';
import { isObject, objectsIn } from '../../shared/model/values';
import { keptDecimals, minorOf, rateOf } from './money';

/** What a document is, by Xero's own types. */
export type DocumentType =
	| 'ACCREC'
	| 'ACCPAY'
	| 'ACCRECCREDIT'
	| 'ACCPAYCREDIT'
	| 'RECEIVE-OVERPAYMENT'
	| 'SPEND-OVERPAYMENT'
	| 'RECEIVE-PREPAYMENT'
	| 'SPEND-PREPAYMENT';

/** The lists that have documents, by the property with their ID. */
export type DocumentList = 'Invoices' | 'CreditNotes' | 'Overpayments' | 'Prepayments';

/** Property with the ID of a record of each list. */
export const ID_OF: Readonly<Record<DocumentList, string>> = {
	Invoices: 'InvoiceID',
	CreditNotes: 'CreditNoteID',
	Overpayments: 'OverpaymentID',
	Prepayments: 'PrepaymentID',
};

/** An option of a tracking category on a line. */
export interface TrackingOption {
	readonly trackingCategoryId: string | null;
	readonly trackingOptionId: string | null;
	readonly option: string;
}

/** A line of a document, amounts in minor units of the document's currency, with Xero's own sign. */
export interface Line {
	/** AccountID, where Xero gives it; lines of some lists have the code alone. */
	readonly accountId: string | null;
	readonly accountCode: string | null;
	/** Without tax, after discount. */
	readonly net: bigint;
	readonly tax: bigint;
	readonly taxType: string | null;
	readonly description: string;
	readonly options: readonly TrackingOption[];
}

/** What a credit settled of another document; `amount` in the currency of both. */
export interface Allocation {
	readonly id: string | null;
	readonly date: string;
	readonly amount: bigint;
	readonly documentId: string;
	readonly documentNumber: string;
}

/** A payment or refund as it stands inside its document. */
export interface InnerPayment {
	readonly id: string;
	readonly date: string;
	readonly amount: bigint;
}

/** A document on a control account, or a prepayment; amounts in minor units of its currency, never negative but for typed-in ones. */
export interface Document {
	readonly list: DocumentList;
	readonly type: DocumentType;
	readonly id: string;
	readonly number: string;
	readonly reference: string;
	readonly contactId: string;
	readonly contactName: string;
	readonly status: string;
	readonly date: string;
	readonly dueDate: string | null;
	readonly currency: string;
	readonly decimals: number;
	/** Foreign units for one base unit; undefined where Xero did not say it of a foreign document. 1 in base currency. */
	readonly rate: Decimal | undefined;
	readonly isForeign: boolean;
	readonly total: bigint;
	/** AmountDue or RemainingCredit, as of now. */
	readonly open: bigint;
	readonly cisDeduction: bigint;
	readonly lines: readonly Line[];
	/** Whether Xero sent lines at all: some lists leave them out, which is not the same as none. */
	readonly hasLines: boolean;
	readonly payments: readonly InnerPayment[];
	/** Of a credit alone; the copies inside invoices have wrong dates (Xero-OpenAPI#266) and are never read. */
	readonly allocations: readonly Allocation[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The calendar day of a record: the first ten characters of its ISO twin, which may carry a time of day; '' where it has none. */
export const dayIn = (record: IDataObject, name = 'Date'): string =>
	(text(record[`${name}String`]) || text(record[name])).slice(0, 10);

/** The tracking options of a line. */
export const optionsIn = (line: IDataObject): TrackingOption[] =>
	objectsIn(line.Tracking).map(({ TrackingCategoryID, TrackingOptionID, Option }) => ({
		trackingCategoryId: text(TrackingCategoryID) || null,
		trackingOptionId: text(TrackingOptionID) || null,
		option: text(Option),
	}));

/**
 * The lines of a document. LineAmount is after discount; it holds the tax where the document's amounts include it.
 * @param decimals of the document's currency
 */
export function linesIn(record: IDataObject, decimals: number): Line[] {
	const inclusive = text(record.LineAmountTypes) === 'Inclusive';
	return objectsIn(record.LineItems).map((line) => {
		const tax = minorOf(line.TaxAmount, decimals);
		const amount = minorOf(line.LineAmount, decimals);
		return {
			accountId: text(line.AccountID ?? line.AccountId) || null,
			accountCode: text(line.AccountCode) || null,
			net: inclusive ? amount - tax : amount,
			tax,
			taxType: text(line.TaxType) || null,
			description: text(line.Description),
			options: optionsIn(line),
		};
	});
}

const paymentsIn = (record: IDataObject, decimals: number): InnerPayment[] =>
	objectsIn(record.Payments).map((payment) => ({
		id: text(payment.PaymentID),
		date: dayIn(payment),
		amount: minorOf(payment.Amount, decimals),
	}));

const allocationsIn = (record: IDataObject, decimals: number): Allocation[] =>
	objectsIn(record.Allocations)
		.filter(({ IsDeleted }) => IsDeleted !== true)
		.map((allocation) => {
			const document = isObject(allocation.Invoice) ? allocation.Invoice : {};
			return {
				id: text(allocation.AllocationID) || null,
				date: dayIn(allocation),
				amount: minorOf(allocation.Amount, decimals),
				documentId: text(document.InvoiceID),
				documentNumber: text(document.InvoiceNumber),
			};
		});

/** What a number is called in each list; over- and prepayments have none. */
const numberIn = (record: IDataObject): string => text(record.InvoiceNumber ?? record.CreditNoteNumber);

/**
 * A record of one of the four lists as a document.
 * @param record as the node reads it: dates are ISO
 * @param baseCurrency the organisation's
 */
export function documentOf(list: DocumentList, record: IDataObject, baseCurrency: string): Document {
	const currency = text(record.CurrencyCode) || baseCurrency;
	const isForeign = currency !== baseCurrency;
	const decimals = keptDecimals(currency, baseCurrency);
	const contact = isObject(record.Contact) ? record.Contact : {};
	return {
		list,
		type: text(record.Type) as DocumentType,
		id: text(record[ID_OF[list]]),
		number: numberIn(record),
		reference: text(record.Reference),
		contactId: text(contact.ContactID),
		contactName: text(contact.Name),
		status: text(record.Status),
		date: dayIn(record),
		dueDate: dayIn(record, 'DueDate') || null,
		currency,
		decimals,
		rate: isForeign ? rateOf(record.CurrencyRate) : { digits: 1n, decimals: 0 },
		isForeign,
		total: minorOf(record.Total, decimals),
		open: minorOf(list === 'Invoices' ? record.AmountDue : record.RemainingCredit, decimals),
		cisDeduction: minorOf(record.CISDeduction, decimals),
		lines: linesIn(record, decimals),
		hasLines: objectsIn(record.LineItems).length > 0,
		payments: paymentsIn(record, decimals),
		allocations: list === 'Invoices' ? [] : allocationsIn(record, decimals),
	};
}

/** Whether a document stands on the payables side: bills, and credits of suppliers. */
export const isPayable = ({ type }: Pick<Document, 'type'>): boolean => type.startsWith('ACCPAY') || type.startsWith('SPEND');

/** Whether a document lessens what is owed: everything but an invoice or bill. */
export const isCredit = ({ list }: Pick<Document, 'list'>): boolean => list !== 'Invoices';
