import type { Book } from '../book/book';
import type { AllocationRow, PaymentRow } from '../book/moneyRows';
import { againstTotal, balancing, type Entry, post, type Posting, systemAccount, toBase } from '../ledger/ledger';
import { remainderAt, withRemainder } from '../ledger/shares';
import { divide, fromUnits, sum, units } from '../values/decimal';
import { type Credit, creditById, direction, payableAmount, type Settled, settledById, side } from './settled';
import { usesOf } from './uses';

/*
 * Invoices, bills, credit notes and overpayments stand on debtors or creditors with what is open of them. A prepayment does not: its
 * lines stay on the accounts they name, tax included, until an allocation or a refund takes its share of them back (so aged
 * receivables have no prepayments, as at Xero). What settles a part of a document takes off the part's value at the document's own
 * rate; the difference between the two sides is a realised currency gain. What is left on the books of a document is always exactly
 * what is open of it at its own rate.
 */

/** Postings that take the use of a document off the books: the control account's, or a share of a prepayment's lines. */
function settlement(book: Book, document: Settled, useId: string): Posting[] {
	const { Total, CurrencyRate } = document.row;
	const uses = usesOf(book, document.id);
	const at = uses.findIndex((use) => use.id === useId);
	const [whole, amount] = [payableAmount(document), uses[at]?.amount ?? 0];
	const before = sum([whole, ...uses.slice(0, at).map((use) => -use.amount)]);
	const after = sum([before, -amount]);
	const sign = direction(document);
	const settles = { id: document.id, amount, of: whole };
	const net = sign * sum([toBase(after, CurrencyRate), -toBase(before, CurrencyRate)]);
	if (document.name !== 'Prepayment') return [{ AccountID: control(book, document), net, settles }];
	/** What goes off of a value that belongs to the whole document: its share of all that is used by now, less that of before. */
	const share = (value: number): number =>
		sum([part(value, sum([Total, -before]), Total), -part(value, sum([Total, -after]), Total)]);
	const lines = againstTotal(book, document.row, sign);
	const nets = withRemainder(
		lines.map((line) => units(share(line.net), 2)),
		units(net, 2),
		remainderAt(lines),
	);
	return lines.map((line, index): Posting => ({
		...line,
		settles,
		net: fromUnits(nets[index] ?? 0n, 2),
		...(line.tax === undefined ? {} : { tax: share(line.tax) }),
	}));
}

/** The share of `value` that belongs to `amount` out of `total`. */
function part(value: number, amount: number, total: number): number {
	return fromUnits(divide(units(value, 2) * units(amount, 2), units(total, 2)), 2);
}

function control(book: Book, document: Settled): string {
	return systemAccount(book, side(document) === 'AR' ? 'DEBTORS' : 'CREDITORS');
}

/** Adds what debits and credits differ by as a realised gain or loss. */
function withGain(book: Book, postings: readonly Posting[]): Posting[] {
	const gain = balancing(systemAccount(book, 'REALISEDCURRENCYGAIN'), postings);
	return gain.net === 0 ? [...postings] : [...postings, gain];
}

/** A payment or refund: the bank at the rate of the payment, the document at its own. */
function paymentEntry(book: Book, row: PaymentRow): Entry | undefined {
	const document = settledById(book, row.InvoiceID);
	if (!document || row.Status === 'DELETED') return undefined;
	const bank = book.accounts.get(row.AccountID)?.CurrencyCode ?? book.organisation.BaseCurrency;
	const banked = bank === book.organisation.BaseCurrency ? row.BankAmount : toBase(row.BankAmount, row.CurrencyRate);
	const money: Posting = { AccountID: row.AccountID, net: direction(document) * banked };
	return {
		date: row.Date,
		reference: row.Reference,
		postings: withGain(book, [money, ...settlement(book, document, row.PaymentID)]),
	};
}

/** An allocation: what it takes off both documents, with the gain that their rates realise. */
function allocationEntry(book: Book, row: AllocationRow): Entry | undefined {
	const credit = creditById(book, row.CreditID);
	const invoice = settledById(book, row.InvoiceID);
	if (!credit || !invoice) return undefined;
	const sides = [credit, invoice].flatMap((one) => settlement(book, one, row.AllocationID));
	return { date: row.Date, postings: withGain(book, sides) };
}

/** Xero has no source type of its own for refunds of prepayments and overpayments. */
function paymentSource(row: PaymentRow): string {
	return /^A[RP](PRE|OVER)/.test(row.PaymentType) ? `${row.PaymentType.slice(0, 2)}CREDITPAYMENT` : row.PaymentType;
}

/** The source type of a credit and of its allocations. */
function creditSource(credit: Credit): string {
	return credit.name === 'CreditNote' ? credit.row.Type : `${side(credit)}${credit.name.toUpperCase()}`;
}

/** Takes an allocation that is gone back out of the books. */
export function unpostAllocation(book: Book, row: AllocationRow): void {
	const credit = creditById(book, row.CreditID);
	if (credit) post(book, { SourceType: creditSource(credit), SourceID: row.AllocationID }, undefined);
}

/** Brings the journals of every payment and allocation of a document up to date. */
export function postSettlements(book: Book, id: string): void {
	for (const row of book.payments.all('invoice', id))
		post(book, { SourceType: paymentSource(row), SourceID: row.PaymentID }, paymentEntry(book, row));
	for (const row of [...book.allocations.all('credit', id), ...book.allocations.all('invoice', id)]) {
		const credit = creditById(book, row.CreditID);
		if (credit) post(book, { SourceType: creditSource(credit), SourceID: row.AllocationID }, allocationEntry(book, row));
	}
}
