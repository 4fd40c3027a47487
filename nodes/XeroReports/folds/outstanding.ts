// What was open of every document at the end of a day, rolled back from what is open now (section 4.1).

import type { Document } from '../facts/documents';
import { isCredit } from '../facts/documents';
import { inBase, sum } from '../facts/money';
import type { OwingRecords, Settlement, Settlements, Side } from './settlements';
import { allocationsIn, byDocument, isApproved, isOfSide, paymentsInside, paymentsListed } from './settlements';

/** What of a document stood open, in minor units of its currency: above zero for what is owed, below zero for a credit. */
export interface OpenDocument {
	readonly kind: 'document';
	readonly document: Document;
	/** AmountDue or RemainingCredit and what settled it after the day. */
	readonly amount: bigint;
	/** The same, counted on from the total: less what settled it until the day. */
	readonly byPayments: bigint;
	/** Whether the two differ: Xero's own figures of the document do not agree. */
	readonly mismatch: boolean;
	/** Whether more was settled than there was. */
	readonly overSettled: boolean;
	/** How many payments, refunds and allocations had taken a part off it. */
	readonly settlements: number;
}

/** What settled a document before its date: until then it stands on the control account without it (section 4.1, step 5). */
export interface EarlyPayment {
	readonly kind: 'earlyPayment';
	readonly document: Document;
	readonly settlement: Settlement;
	/** In minor units of the document's currency: below zero where a document that is owed was paid. */
	readonly amount: bigint;
	/** What was open of the document before and after it, as if it were dated already. */
	readonly before: bigint;
	readonly after: bigint;
}

/** What stands open at the end of a day. */
export type Outstanding = OpenDocument | EarlyPayment;

/** What all settlements of a load come to, by document. */
export interface SettledBy {
	/** From the list of payments, or from the documents themselves, and allocations: what counts after a day. */
	readonly later: Settlements;
	/** From the documents themselves, and allocations: what counts until a day. */
	readonly inside: Settlements;
}

/** Sorts the settlements of a load by document; made once for all days that are asked of it. */
export function settledBy({ documents, payments }: OwingRecords): SettledBy {
	const approved = documents.filter(isApproved);
	const allocations = allocationsIn(approved);
	const inside = byDocument([...paymentsInside(approved), ...allocations]);
	return { inside, later: payments === undefined ? inside : byDocument([...paymentsListed(payments), ...allocations]) };
}

/** What is owed of a document as it is dated: Xero takes the deduction of the construction industry scheme off AmountDue [M]. */
export const owedOf = ({ total, cisDeduction }: Document): bigint => total - cisDeduction;

const amounts = (settlements: readonly Settlement[]): bigint => sum(settlements.map(({ amount }) => amount));

function openDocument(document: Document, { later, inside }: SettledBy, asOf: string): OpenDocument[] {
	const until = (inside.get(document.id) ?? []).filter(({ date }) => date <= asOf);
	const after = (later.get(document.id) ?? []).filter(({ date }) => date > asOf);
	const open = document.open + amounts(after);
	const counted = owedOf(document) - amounts(until);
	if (open === 0n && counted === 0n) return [];
	const sign = isCredit(document) ? -1n : 1n;
	return [
		{
			kind: 'document',
			document,
			amount: sign * open,
			byPayments: sign * counted,
			mismatch: open !== counted,
			overSettled: document.total < 0n ? open > 0n : open < 0n,
			settlements: until.length,
		},
	];
}

function earlyPayments(document: Document, { inside }: SettledBy, asOf: string): EarlyPayment[] {
	const sign = isCredit(document) ? -1n : 1n;
	let before = sign * owedOf(document);
	return (inside.get(document.id) ?? [])
		.filter(({ date }) => date <= asOf)
		.map((settlement) => {
			const after = before - sign * settlement.amount;
			const early: EarlyPayment = { kind: 'earlyPayment', document, settlement, amount: after - before, before, after };
			before = after;
			return early;
		});
}

/**
 * What stands open at the end of a day of one side: documents dated until then that are not settled, and what settled later documents
 * before their date. A document with nothing open is left out, but for one whose own figures do not agree. Prepayments are in it.
 * @param asOf YYYY-MM-DD; what is dated on it counts
 * @param settled `settledBy` of the same records, where several days are asked for
 */
export function outstandingAt(
	records: OwingRecords,
	asOf: string,
	side: Side,
	settled: SettledBy = settledBy(records),
): Outstanding[] {
	return records.documents
		.filter((document) => isApproved(document) && isOfSide(document, side))
		.flatMap((document): Outstanding[] =>
			document.date > asOf ? earlyPayments(document, settled, asOf) : openDocument(document, settled, asOf),
		);
}

/** Whether it stands on the accounts of its lines, and not on a control account: a prepayment does (section 4.1, check lines). */
export const isPrepayment = ({ document: { list } }: Pick<Outstanding, 'document'>): boolean => list === 'Prepayments';

/**
 * The value at the document's own rate, which the ledger posted; undefined where Xero does not say the rate. What is left of a document
 * is its open amount at that rate, whatever settled the rest (section 2.2); an early payment relieves what it takes off.
 * @param baseDecimals of the organisation's base currency
 */
export function atDocumentRate(one: Outstanding, baseDecimals: number): bigint | undefined {
	const { rate, decimals } = one.document;
	if (rate === undefined) return undefined;
	const base = (amount: bigint): bigint => inBase(amount, rate, { foreign: decimals, base: baseDecimals });
	return one.kind === 'document' ? base(one.amount) : base(one.after) - base(one.before);
}
