// Payments and refunds of Xero as the facts that reports go by.

import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../shared/model/decimal';
import { isObject } from '../../shared/model/values';
import type { DocumentList } from './documents';
import { ID_OF, dayIn } from './documents';
import { keptDecimals, minorOf, rateOf } from './money';

/** A payment of an invoice or bill, or a refund of a credit. */
export interface Payment {
	readonly id: string;
	readonly date: string;
	/** What it settles. */
	readonly list: DocumentList;
	readonly documentId: string;
	readonly documentNumber: string;
	readonly contactId: string;
	readonly contactName: string;
	/** In minor units of the document's currency. */
	readonly currency: string;
	readonly decimals: number;
	readonly amount: bigint;
	/** In the currency of the account it was paid from or to, as Xero wrote it: its decimals are the account's. Undefined where it is not said. */
	readonly bankAmount: number | undefined;
	/** Units of the document's currency for one base unit; undefined where Xero does not say it. */
	readonly rate: Decimal | undefined;
	/** The account it was paid from or to, a bank account or any other; null where Xero does not name it. */
	readonly accountId: string | null;
	readonly accountCode: string | null;
	readonly reference: string;
	/** Xero's PaymentType, such as ACCRECPAYMENT. */
	readonly type: string;
}

/** Property of a payment with the credit it refunds → the list it is of. */
const REFUNDED: ReadonlyArray<readonly [string, DocumentList]> = [
	['CreditNote', 'CreditNotes'],
	['Overpayment', 'Overpayments'],
	['Prepayment', 'Prepayments'],
];

/** What a PaymentType says of the list: Xero's own example has the refund of a credit note with Invoice alone, its ID the credit note's. */
const LIST_OF: Readonly<Record<string, DocumentList>> = {
	ACCRECPAYMENT: 'Invoices',
	ACCPAYPAYMENT: 'Invoices',
	ARCREDITPAYMENT: 'CreditNotes',
	APCREDITPAYMENT: 'CreditNotes',
	AROVERPAYMENTPAYMENT: 'Overpayments',
	APOVERPAYMENTPAYMENT: 'Overpayments',
	ARPREPAYMENTPAYMENT: 'Prepayments',
	APPREPAYMENTPAYMENT: 'Prepayments',
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/**
 * A record of GET /Payments; undefined where it names no document that reports know, as payments of expense claims and of payroll do.
 * @param record as the node reads it: dates are ISO
 */
export function paymentOf(record: IDataObject, baseCurrency: string): Payment | undefined {
	const invoice = isObject(record.Invoice) ? record.Invoice : {};
	const refunded = REFUNDED.find(([property]) => isObject(record[property]));
	const list = refunded?.[1] ?? LIST_OF[text(record.PaymentType)] ?? 'Invoices';
	const credit = refunded ? (record[refunded[0]] as IDataObject) : {};
	const id = text(credit[ID_OF[list]]) || text(invoice.InvoiceID);
	if (id === '') return undefined;
	const document = { ...invoice, ...credit };
	const contact = isObject(document.Contact) ? document.Contact : {};
	const account = isObject(record.Account) ? record.Account : {};
	const currency = text(document.CurrencyCode) || baseCurrency;
	const decimals = keptDecimals(currency, baseCurrency);
	const bankAmount = record.BankAmount;
	return {
		id: text(record.PaymentID),
		date: dayIn(record),
		list,
		documentId: id,
		documentNumber: text(document.InvoiceNumber ?? document.CreditNoteNumber),
		contactId: text(contact.ContactID),
		contactName: text(contact.Name),
		currency,
		decimals,
		amount: minorOf(record.Amount, decimals),
		bankAmount: typeof bankAmount === 'number' ? bankAmount : undefined,
		rate: rateOf(record.CurrencyRate),
		accountId: text(account.AccountID) || null,
		accountCode: text(account.Code) || null,
		reference: text(record.Reference),
		type: text(record.PaymentType),
	};
}
