import type { Contact, Document, Read } from './records';

/** Xero's ids and names for what has no contact (OpenAPI, at ContactDetail). */
const NOBODY: Contact = { ContactID: '86793108-198c-46d8-90a3-43c1d12686ce', Name: 'None Provided' };
const TRANSFER: Contact = { ContactID: '207322b3-6a58-4be7-80f1-430123914ad6', Name: 'Bank Transfer' };

/** What a journal comes from: whose it is, and how much of it is still open. */
export interface Source {
	readonly contact: Contact;
	readonly date: string;
	/** The whole of an invoice, a bill or a credit, and what of it is not settled; in its own currency. */
	readonly total: number;
	readonly open: number;
	readonly kind: 'invoice' | 'credit' | 'other';
	readonly isVoided: boolean;
}

/** Finds the source of a journal by its SourceID. */
export type FindSource = (sourceType: string, sourceId: string) => Source;

/** Reads the documents that journals come from. */
export function sourcesOf(read: Read): FindSource {
	const found = new Map<string, Source>();
	const add = (id: string | undefined, one: Document, kind: Source['kind']): void => {
		const open = one.AmountDue ?? one.RemainingCredit ?? 0;
		const isVoided = one.Status === 'VOIDED' || one.Status === 'DELETED';
		const source: Source = { contact: one.Contact, date: one.Date, total: one.Total, open, kind, isVoided };
		if (id !== undefined) found.set(id, source);
		for (const { AllocationID } of one.Allocations ?? []) found.set(AllocationID, { ...source, open: 0, kind: 'other' });
	};
	for (const one of read('Invoices')) add(one.InvoiceID, one, 'invoice');
	for (const one of read('CreditNotes')) add(one.CreditNoteID, one, 'credit');
	// What was paid on account is money that came or went: it is paid, whatever is left of it.
	for (const one of read('Prepayments')) add(one.PrepaymentID, one, 'other');
	for (const one of read('Overpayments')) add(one.OverpaymentID, one, 'other');
	for (const { PaymentID, Invoice } of read('Payments')) if (Invoice) found.set(PaymentID, none(Invoice.Contact, Invoice.Date));
	for (const { BankTransactionID, Contact: contact, Date: date } of read('BankTransactions'))
		found.set(BankTransactionID, none(contact ?? NOBODY, date));
	return (sourceType, sourceId) => found.get(sourceId) ?? none(sourceType === 'TRANSFER' ? TRANSFER : NOBODY, '');
}

const none = (contact: Contact, date: string): Source => ({ contact, date, total: 0, open: 0, kind: 'other', isVoided: false });
