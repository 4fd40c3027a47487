/** Documents that payments and allocations settle, whichever kind they are. */
import type { Book } from '../book/book';
import type { CreditNoteRow, OverpaymentRow, PaymentType, PrepaymentRow } from '../book/moneyRows';
import type { InvoiceRow } from '../book/rows';
import { sum } from '../values/decimal';

/** A credit note, prepayment or overpayment: what is allocated to invoices and refunded. */
export type Credit =
	| { readonly name: 'CreditNote'; readonly id: string; readonly row: CreditNoteRow }
	| { readonly name: 'Prepayment'; readonly id: string; readonly row: PrepaymentRow }
	| { readonly name: 'Overpayment'; readonly id: string; readonly row: OverpaymentRow };

/** A document that payments and allocations settle. */
export type Settled = { readonly name: 'Invoice'; readonly id: string; readonly row: InvoiceRow } | Credit;

/** The credit with an id, whichever of the three it is. */
export function creditById(book: Book, id: string): Credit | undefined {
	const note = book.creditNotes.get(id);
	if (note) return { name: 'CreditNote', id: note.CreditNoteID, row: note };
	const prepayment = book.prepayments.get(id);
	if (prepayment) return { name: 'Prepayment', id: prepayment.PrepaymentID, row: prepayment };
	const overpayment = book.overpayments.get(id);
	return overpayment && { name: 'Overpayment', id: overpayment.OverpaymentID, row: overpayment };
}

/** The document with an id. */
export function settledById(book: Book, id: string): Settled | undefined {
	const invoice = book.invoices.get(id);
	return invoice ? { name: 'Invoice', id: invoice.InvoiceID, row: invoice } : creditById(book, id);
}

const RECEIVABLE: ReadonlySet<string> = new Set(['ACCREC', 'ACCRECCREDIT', 'RECEIVE-PREPAYMENT', 'RECEIVE-OVERPAYMENT']);
const OWED_TO_US: ReadonlySet<string> = new Set(['ACCREC', 'ACCPAYCREDIT', 'SPEND-PREPAYMENT', 'SPEND-OVERPAYMENT']);

/** Whether a document is one with a customer ('AR') or with a supplier ('AP'). */
export function side({ row }: Settled): 'AR' | 'AP' {
	return RECEIVABLE.has(row.Type) ? 'AR' : 'AP';
}

/** 1 when money comes in to settle it (an invoice, a refund of a supplier), -1 when it goes out (a bill, a refund to a customer). */
export function direction({ row }: Settled): 1 | -1 {
	return OWED_TO_US.has(row.Type) ? 1 : -1;
}

/** What a payment of a document is called. */
export function paymentType(document: Settled): PaymentType {
	if (document.name === 'Invoice') return document.row.Type === 'ACCREC' ? 'ACCRECPAYMENT' : 'ACCPAYPAYMENT';
	const names = { CreditNote: 'CREDITPAYMENT', Prepayment: 'PREPAYMENTPAYMENT', Overpayment: 'OVERPAYMENTPAYMENT' } as const;
	return `${side(document)}${names[document.name]}`;
}

/** What payments and allocations settle of a document when nothing has yet: an invoice is due less what is kept back of it. */
export function payableAmount({ name, row }: Settled): number {
	return name === 'Invoice' ? sum([row.Total, -(row.CISDeduction ?? 0)]) : row.Total;
}

/** What is still open on a document: AmountDue or RemainingCredit. */
export function openAmount(document: Settled): number {
	return document.name === 'Invoice' ? document.row.AmountDue : document.row.RemainingCredit;
}

/** The number of a document; supplier documents and money on account may have none. */
export function numberOf(document: Settled): string {
	if (document.name === 'Invoice') return document.row.InvoiceNumber;
	if (document.name === 'CreditNote') return document.row.CreditNoteNumber;
	return document.name === 'Prepayment' ? (document.row.InvoiceNumber ?? '') : '';
}

/** The type of a document as a payment's Invoice names it. */
export function invoiceType(document: Settled): string {
	if (document.name === 'Invoice' || document.name === 'CreditNote') return document.row.Type;
	return `${side(document)}${document.name.toUpperCase()}`;
}
