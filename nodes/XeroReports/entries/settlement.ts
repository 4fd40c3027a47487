// What settling a part of a document takes off the ledger: its value at the document's own rate, and shares of its lines.

import type { Document, DocumentList, DocumentType } from '../facts/documents';
import { absolute, shareOf, sum } from '../facts/money';
import { controlOf, directionOf, exchangeOf, openValueOf, postingsBesideControl } from './document';
import type { Exchange } from './lines';
import { foreignOf, toBase } from './lines';
import type { LedgerContext, Posting } from './postings';
import { balancing, posting, systemAccountId } from './postings';

/** What settling a document needs to know of it, so that the record itself can be dropped. Amounts in minor units of its currency. */
export interface SettledDocument {
	readonly list: DocumentList;
	readonly type: DocumentType;
	readonly id: string;
	readonly number: string;
	readonly contactId: string;
	readonly contactName: string;
	readonly currency: string;
	readonly decimals: number;
	readonly isForeign: boolean;
	/** Undefined where Xero did not say the rate. */
	readonly exchange: Exchange | undefined;
	/** What it was open for before anything settled it. */
	readonly value: bigint;
	/** Its postings against that value; null where Xero left its lines out, or they are not needed. */
	readonly postings: readonly Posting[] | null;
}

/** A payment, refund or allocation as what it takes off a document. */
export interface Settlement {
	readonly id: string;
	readonly date: string;
	/** Minor units of the document's currency. */
	readonly amount: bigint;
}

/** What a settlement leaves and takes, in minor units of the document's currency. */
export interface Part {
	/** Settled by everything before it. */
	readonly before: bigint;
	/** Settled with it. */
	readonly after: bigint;
}

/**
 * Whether the lines of a document are needed when it is settled: of a prepayment always, of invoices, bills and credit notes on the cash
 * basis. An overpayment is money on the control account on either basis.
 */
export const needsLines = ({ list }: Pick<Document, 'list'>, { basis }: LedgerContext): boolean =>
	list === 'Prepayments' || (basis === 'cash' && list !== 'Overpayments');

/** The slim fact of a document. */
export function settledDocumentOf(document: Document, context: LedgerContext): SettledDocument {
	const { list, type, id, number, contactId, contactName, currency, decimals, isForeign, hasLines } = document;
	const exchange = exchangeOf(document, context);
	const withLines = needsLines(document, context) && hasLines && exchange !== undefined;
	const head = { list, type, id, number, contactId, contactName, currency, decimals, isForeign };
	const postings = withLines ? postingsBesideControl(document, exchange, context) : null;
	return { ...head, exchange, value: openValueOf(document), postings };
}

const inOrder = (a: Settlement, b: Settlement): number =>
	a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Where a settlement stands among all of its document: earliest first, by ID on one day. Xero does not say in which order it rounds them.
 * @param all settlements of the document known, by their ID; one that is not among them comes last
 */
export function partOf(all: ReadonlyMap<string, Settlement> | undefined, one: Settlement): Part {
	const others = [...(all?.values() ?? [])].filter((other) => other.id !== one.id && inOrder(other, one) < 0);
	const before = sum(others.map(({ amount }) => amount));
	return { before, after: before + one.amount };
}

/** What of a value goes off with a part: cumulative, so that parts of all of it add up to all of it. In minor units of the base currency. */
const relieved = (value: bigint, { before, after }: Part, exchange: Exchange): bigint =>
	toBase(value - before, exchange) - toBase(value - after, exchange);

/** The place of the posting that takes what rounding the shares leaves: the line with the largest amount, the first of equals, never the tax. */
function largest(postings: readonly Posting[]): number {
	const hasLines = postings.some(({ tax }) => tax !== null);
	const sizes = postings.map(({ tax, amount }) => (hasLines && tax === null ? -1n : absolute(amount)));
	return sizes.indexOf(sizes.reduce((a, b) => (b > a ? b : a), -1n));
}

/** Shares of a document's postings up to an amount settled: each rounded once, what is left on the largest line. */
function sharesUpTo(postings: readonly Posting[], settled: bigint, whole: bigint, base: bigint): bigint[] {
	const shares = postings.map(({ amount }) => shareOf(amount, settled, whole));
	const at = largest(postings);
	const rest = base - sum(shares);
	return shares.map((share, index) => (index === at ? share + rest : share));
}

/**
 * Shares of the tax of each line up to an amount settled. What rounding leaves goes to the line with the most tax, so that the taxes of
 * lines add up to what the tax account gets.
 */
function taxSharesUpTo(postings: readonly Posting[], settled: bigint, whole: bigint): bigint[] {
	const taxes = postings.map(({ tax }) => tax ?? 0n);
	const shares = taxes.map((tax) => shareOf(tax, settled, whole));
	const at = taxes.reduce((most, tax, index) => (absolute(tax) > absolute(taxes[most]!) ? index : most), 0);
	const rest = shareOf(sum(taxes), settled, whole) - sum(shares);
	return shares.map((share, index) => (index === at ? share + rest : share));
}

/**
 * Shares of a document's postings that a part of it stands for: what the parts up to it come to, less those before it.
 * @param sign 1 as the document posted them (cash basis), -1 the other way (a prepayment gives back)
 */
export function sharedPostings(
	document: Pick<SettledDocument, 'postings' | 'value' | 'exchange'>,
	part: Part,
	sign: 1n | -1n,
): Posting[] {
	const { postings, value, exchange } = document;
	if (!postings || !exchange) return [];
	const side = sum(postings.map(({ amount }) => amount)) < 0n ? -1n : 1n;
	const upTo = (settled: bigint): bigint[] =>
		sharesUpTo(postings, settled, value, side * relieved(value, { before: 0n, after: settled }, exchange));
	const [before, after] = [upTo(part.before), upTo(part.after)];
	const [taxBefore, taxAfter] = [part.before, part.after].map((settled) => taxSharesUpTo(postings, settled, value)) as [
		bigint[],
		bigint[],
	];
	return postings.map((one, index) => {
		const amount = sign * (after[index]! - before[index]!);
		const share = (whole: bigint | null): bigint | null =>
			whole && sign * (shareOf(whole, part.after, value) - shareOf(whole, part.before, value));
		const isWhole = part.before === 0n && part.after === value;
		const tax = one.tax === null ? null : sign * (taxAfter[index]! - taxBefore[index]!);
		return { ...one, amount, foreign: share(one.foreign), tax, isRounded: one.isRounded || !isWhole };
	});
}

/**
 * What settling a part of a document posts, at the document's own rate: on the accrual basis it takes the part off the control account; on
 * the cash basis it brings shares of the document's lines. A prepayment gives back shares of its lines and tax, which stand on the
 * accounts they name, on both. Undefined where the rate or the lines are not known.
 */
export function settlementPostings(document: SettledDocument, part: Part, context: LedgerContext): Posting[] | undefined {
	const { exchange, value } = document;
	if (exchange === undefined) return undefined;
	if (needsLines(document, context)) {
		const sign = document.list === 'Prepayments' ? -1n : 1n;
		return document.postings ? sharedPostings(document, part, sign) : undefined;
	}
	const sign = directionOf(document);
	const foreign = foreignOf(sign * (part.before - part.after), exchange);
	const amount = -sign * relieved(value, part, exchange);
	return [posting(controlOf(document, context), amount, { foreign, isRounded: exchange.isForeign })];
}

/** The same with what it leaves open as a realised gain or loss. */
export const withGain = (postings: readonly Posting[], { accounts }: LedgerContext): Posting[] => [
	...postings,
	...balancing(postings, systemAccountId(accounts, 'REALISEDCURRENCYGAIN'), { isRounded: true }),
];
