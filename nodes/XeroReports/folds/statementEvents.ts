// What happens to what a contact owes: documents, payments, refunds and allocations as the events of a statement (section 4.9).

import type { Allocation, Document } from '../facts/documents';
import { isCredit } from '../facts/documents';
import type { OwingDocumentType } from './documentTypes';
import { documentTypeOf } from './documentTypes';
import { owedOf } from './outstanding';
import type { Settlement, Side } from './settlements';
import { isApproved, isOfSide } from './settlements';

/** What an event of a statement is. The allocation of a credit note or overpayment moves nothing between documents of one contact. */
export type StatementEventType =
	| OwingDocumentType
	| 'payment'
	| 'refund'
	| 'prepaymentRefund'
	| 'creditNoteAllocation'
	| 'overpaymentAllocation'
	| 'prepaymentAllocation'
	| 'earlyPayment';

/** An event, or what is open of a document; amounts in minor units of its currency. */
export interface StatementEvent {
	readonly contactId: string;
	readonly contactName: string;
	readonly currency: string;
	readonly decimals: number;
	readonly date: string;
	readonly event: StatementEventType;
	/** What it is about: the document itself, what a payment settles, what a credit is allocated to. */
	readonly documentId: string;
	/** '' where it has none, as over- and prepayments. */
	readonly number: string;
	readonly reference: string;
	/** The payment or allocation; null for a document. */
	readonly settlement: Pick<Settlement, 'kind' | 'id'> | null;
	/** Null for all but documents. */
	readonly dueDate: string | null;
	/** Null for all but documents. */
	readonly total: bigint | null;
	/** What it adds to the balance. */
	readonly amount: bigint;
	/** What it is about where it adds nothing, such as a prepayment that is not applied yet; null for all others. */
	readonly memo: bigint | null;
}

/** Invoices come before credits and these before payments on the same day. */
const CLASSES: Readonly<Record<StatementEventType, number>> = {
	invoice: 0,
	bill: 0,
	creditNote: 1,
	overpayment: 1,
	prepayment: 1,
	payment: 2,
	refund: 2,
	prepaymentRefund: 2,
	creditNoteAllocation: 2,
	overpaymentAllocation: 2,
	prepaymentAllocation: 2,
	earlyPayment: 2,
};

const keysOf = ({ date, event, number, settlement, documentId }: StatementEvent): string[] => [
	date,
	String(CLASSES[event]),
	number,
	settlement?.id ?? documentId,
];

/** The order of a statement: by date, invoices before credits before payments, then by number as a text. */
export function inOrder(a: StatementEvent, b: StatementEvent): number {
	const [left, right] = [keysOf(a), keysOf(b)];
	const at = left.findIndex((key, index) => key !== right[index]);
	return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

/** What an event of a document has of the document. */
export const aboutDocument = ({ contactId, contactName, currency, decimals, id, number, reference }: Document) => ({
	...{ contactId, contactName, currency, decimals },
	...{ documentId: id, number, reference },
	...{ settlement: null, dueDate: null, total: null, memo: null },
});

/** An amount that counts, or one that is only said. */
const counted = (amount: bigint) => ({ amount, memo: null });
const memo = (amount: bigint) => ({ amount: 0n, memo: amount });

function dated(document: Document): StatementEvent {
	const owed = owedOf(document);
	const moves = document.list === 'Prepayments' ? memo(owed) : counted(isCredit(document) ? -owed : owed);
	const { date, dueDate, total } = document;
	return { ...aboutDocument(document), date, dueDate, total, event: documentTypeOf(document), ...moves };
}

function paid(document: Document): StatementEvent[] {
	const about = aboutDocument(document);
	return document.payments.map(({ id, date, amount }): StatementEvent => {
		const payment = { ...about, date, settlement: { kind: 'payment' as const, id } };
		if (document.list === 'Prepayments') return { ...payment, event: 'prepaymentRefund', ...memo(amount) };
		if (isCredit(document)) return { ...payment, event: 'refund', ...counted(amount) };
		return { ...payment, event: 'payment', ...counted(-amount) };
	});
}

/**
 * The allocation of a credit. A prepayment counts from here on. A credit note or overpayment has counted already: between documents of two
 * contacts it moves what one of them owes to the other.
 * @param settled what it is allocated to; undefined where it was not read, as a document of another contact
 */
function allocated(credit: Document, allocation: Allocation, settled: Document | undefined): StatementEvent[] {
	const { date, amount, documentId, documentNumber } = allocation;
	const event = `${documentTypeOf(credit) as 'creditNote' | 'overpayment' | 'prepayment'}Allocation` as const;
	const of = (document: Document): Omit<StatementEvent, 'amount' | 'memo'> => ({
		...aboutDocument(document),
		...{ date, documentId, number: documentNumber || (settled?.number ?? ''), event },
		settlement: { kind: 'allocation', id: allocation.id ?? '' },
	});
	const across = settled !== undefined && settled.contactId !== credit.contactId;
	if (credit.list === 'Prepayments') {
		const applied = { ...of(settled ?? credit), ...counted(-amount) };
		return across ? [{ ...of(credit), ...memo(amount) }, applied] : [applied];
	}
	if (!across) return [{ ...of(credit), ...memo(amount) }];
	return [
		{ ...of(credit), ...counted(amount) },
		{ ...of(settled), ...counted(-amount) },
	];
}

/** All events of the documents of a side, in no order. Their payments are those inside them; allocations those of the credits. */
export function eventsOf(documents: readonly Document[], side: Side): StatementEvent[] {
	const standing = documents.filter((document) => isApproved(document) && isOfSide(document, side));
	const byId = new Map(standing.map((document) => [document.id, document]));
	return standing.flatMap((document) => [
		dated(document),
		...paid(document),
		...document.allocations.flatMap((allocation) => allocated(document, allocation, byId.get(allocation.documentId))),
	]);
}
