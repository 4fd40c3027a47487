// What settles documents: payments, refunds, and the allocations of credits, by the document they take a part off.

import type { Document, DocumentList } from '../facts/documents';
import { isCredit, isPayable } from '../facts/documents';
import type { Payment } from '../facts/payments';

/** What customers owe, or what is owed to suppliers. */
export type Side = 'receivable' | 'payable';

/** What took a part off a document. */
export interface Settlement {
	/** A refund of a credit is a payment as well. */
	readonly kind: 'payment' | 'allocation';
	/** Of the payment or allocation; '' where Xero does not say it. */
	readonly id: string;
	/** The document it takes off. */
	readonly documentId: string;
	readonly date: string;
	/** In minor units of the document's currency, above zero. */
	readonly amount: bigint;
}

/** Settlements by the ID of the document they take off. */
export type Settlements = ReadonlyMap<string, readonly Settlement[]>;

/** What an organisation's lists say of its documents, as of now. */
export interface OwingRecords {
	/** Invoices, credit notes, over- and prepayments. Documents of both sides may be in it, and in any status. */
	readonly documents: readonly Document[];
	/**
	 * All payments and refunds dated after the day that is asked for, from the list of payments: those of documents that are not among
	 * `documents` are how these are found. Undefined where the documents hold all that matter, as those of one contact do.
	 */
	readonly payments?: readonly Payment[] | undefined;
}

/** A document that has to be read still. */
export interface DocumentReference {
	readonly list: DocumentList;
	readonly id: string;
	readonly number: string;
}

/** Whether a document stands in the books: voided, deleted and unapproved ones do not, at any day. */
export const isApproved = ({ status }: Pick<Document, 'status'>): boolean => status === 'AUTHORISED' || status === 'PAID';

export const isOfSide = (document: Pick<Document, 'type'>, side: Side): boolean => isPayable(document) === (side === 'payable');

/** Settlements by document, each document's by date and ID. */
export function byDocument(settlements: readonly Settlement[]): Settlements {
	const found = new Map<string, Settlement[]>();
	for (const settlement of settlements) {
		const list = found.get(settlement.documentId);
		if (list) list.push(settlement);
		else found.set(settlement.documentId, [settlement]);
	}
	for (const list of found.values()) list.sort(inOrder);
	return found;
}

const inOrder = (a: Settlement, b: Settlement): number =>
	a.date === b.date ? (a.id < b.id ? -1 : Number(a.id > b.id)) : a.date < b.date ? -1 : 1;

/** The payments and refunds inside documents. */
export const paymentsInside = (documents: readonly Document[]): Settlement[] =>
	documents.flatMap(({ id: documentId, payments }) =>
		payments.map(({ id, date, amount }): Settlement => ({ kind: 'payment', id, documentId, date, amount })),
	);

/** The payments and refunds of the list of payments. */
export const paymentsListed = (payments: readonly Payment[]): Settlement[] =>
	payments.map(({ id, documentId, date, amount }): Settlement => ({ kind: 'payment', id, documentId, date, amount }));

/** The allocations of credits, each twice: it takes a part off the credit, and off the document that it settles. */
export const allocationsIn = (documents: readonly Document[]): Settlement[] =>
	documents.filter(isCredit).flatMap((credit) =>
		credit.allocations.flatMap(({ id, date, amount, documentId }): Settlement[] => {
			const allocation = { kind: 'allocation', id: id ?? '', date, amount } as const;
			return [
				{ ...allocation, documentId: credit.id },
				{ ...allocation, documentId },
			];
		}),
	);

/** The side of a payment by Xero's PaymentType, such as ACCRECPAYMENT or APCREDITPAYMENT; undefined where it does not say. */
function sideOfPayment({ type }: Payment): Side | undefined {
	if (/^(ACCREC|AR)/.test(type)) return 'receivable';
	return /^(ACCPAY|AP)/.test(type) ? 'payable' : undefined;
}

/**
 * The documents that something dated after a day settles and that are not among those read: they were open on that day and are paid off
 * since. Documents dated after the day are named as well: read these first (section 4.1, steps 3 and 4).
 * @param contacts ContactIDs, where the report is for some alone
 */
export function documentsToRead(
	{ documents, payments = [] }: OwingRecords,
	asOf: string,
	side: Side,
	contacts: ReadonlySet<string> | null = null,
): DocumentReference[] {
	const isOfContacts = ({ contactId }: { readonly contactId: string }): boolean =>
		contacts === null || contactId === '' || contacts.has(contactId);
	const found = new Map<string, DocumentReference>();
	for (const payment of payments)
		if (payment.date > asOf && isOfContacts(payment) && (sideOfPayment(payment) ?? side) === side)
			found.set(payment.documentId, { list: payment.list, id: payment.documentId, number: payment.documentNumber });
	for (const credit of documents)
		if (isCredit(credit) && isOfContacts(credit) && isOfSide(credit, side) && isApproved(credit))
			for (const { date, documentId, documentNumber } of credit.allocations)
				if (date > asOf) found.set(documentId, { list: 'Invoices', id: documentId, number: documentNumber });
	for (const { id } of documents) found.delete(id);
	return [...found.values()];
}
