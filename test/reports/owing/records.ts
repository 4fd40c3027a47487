import type { IDataObject } from 'n8n-workflow';
import type { Decimal } from '../../../nodes/shared/model/decimal';
import { decimalOf } from '../../../nodes/shared/model/decimal';
import type { Document, DocumentList } from '../../../nodes/XeroReports/facts/documents';
import { documentOf, ID_OF } from '../../../nodes/XeroReports/facts/documents';
import type { Payment } from '../../../nodes/XeroReports/facts/payments';
import { paymentOf } from '../../../nodes/XeroReports/facts/payments';

/** A payment or refund: day, amount. */
export type Paid = readonly [date: string, amount: number];

/** An allocation: day, amount, number of what it goes to. */
export type Allocated = readonly [date: string, amount: number, to: string];

/** A document as a test writes it down; days of `year` are MM-DD or whole. */
export interface Written {
	readonly number: string;
	readonly contact: string;
	readonly date: string;
	readonly due?: string;
	readonly total: number;
	readonly open: number;
	readonly paid?: readonly Paid[];
	readonly allocated?: readonly Allocated[];
	readonly status?: string;
	readonly currency?: string;
	readonly rate?: number;
	readonly cis?: number;
	readonly type?: string;
	readonly reference?: string;
}

const day = (date: string): string => (date.length === 5 ? `2026-${date}` : date);
const iso = (date: string): string => `${day(date)}T00:00:00`;

/** IDs are made of numbers, so that tests can name them. */
export const idOf = (number: string): string => `id-${number}`;
export const contactIdOf = (contact: string): string => `contact-${contact}`;

const TYPE: Readonly<Record<DocumentList, string>> = {
	Invoices: 'ACCREC',
	CreditNotes: 'ACCRECCREDIT',
	Overpayments: 'RECEIVE-OVERPAYMENT',
	Prepayments: 'RECEIVE-PREPAYMENT',
};

const numbered = (list: DocumentList, number: string): IDataObject =>
	list === 'Invoices' ? { InvoiceNumber: number } : list === 'CreditNotes' ? { CreditNoteNumber: number } : {};

function recordOf(list: DocumentList, one: Written): IDataObject {
	const { number, contact, date, due, total, open, paid = [], allocated = [], status = 'AUTHORISED' } = one;
	return {
		...numbered(list, number),
		[ID_OF[list]]: idOf(number),
		Type: one.type ?? TYPE[list],
		Contact: { ContactID: contactIdOf(contact), Name: contact },
		Date: iso(date),
		...(due === undefined ? {} : { DueDate: iso(due) }),
		Status: status,
		CurrencyCode: one.currency ?? 'NZD',
		...(one.rate === undefined ? {} : { CurrencyRate: one.rate }),
		...(one.cis === undefined ? {} : { CISDeduction: one.cis }),
		Reference: one.reference ?? '',
		Total: total,
		[list === 'Invoices' ? 'AmountDue' : 'RemainingCredit']: open,
		LineItems: [],
		Payments: paid.map(([at, amount], index) => ({ PaymentID: `pay-${number}-${index + 1}`, Date: iso(at), Amount: amount })),
		Allocations: allocated.map(([at, amount, to], index) => ({
			AllocationID: `allocation-${number}-${index + 1}`,
			Date: iso(at),
			Amount: amount,
			Invoice: { InvoiceID: idOf(to), InvoiceNumber: to },
		})),
	};
}

const makerOf =
	(list: DocumentList) =>
	(one: Written): Document =>
		documentOf(list, recordOf(list, one), 'NZD');

export const invoice = makerOf('Invoices');
export const creditNote = makerOf('CreditNotes');
export const overpayment = makerOf('Overpayments');
export const prepayment = makerOf('Prepayments');

/** A payment of the list of payments. */
export const payment = (
	property: string,
	list: DocumentList,
	number: string,
	[date, amount]: Paid,
	type: string,
	currency = 'NZD',
	contact = 'Alder Ltd',
): Payment =>
	paymentOf(
		{
			PaymentID: `pay-${number}-listed`,
			Date: iso(date),
			Amount: amount,
			PaymentType: type,
			Status: 'AUTHORISED',
			[property]: {
				[ID_OF[list]]: idOf(number),
				InvoiceNumber: number,
				CurrencyCode: currency,
				Contact: { ContactID: contactIdOf(contact), Name: contact },
			},
		},
		'NZD',
	)!;

/** A payment of an invoice. */
export const invoicePayment = (number: string, paid: Paid): Payment =>
	payment('Invoice', 'Invoices', number, paid, 'ACCRECPAYMENT');

/** A rate of Xero, such as 0.52. */
export const rate = (value: number): Decimal => decimalOf(value)!;

/** Some keys of items, for a test that is about no others. */
export const picked = (rows: readonly IDataObject[], ...keys: readonly string[]): unknown[][] =>
	rows.map((row) => keys.map((key) => row[key]));
