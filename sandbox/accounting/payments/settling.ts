/** What a payment or allocation changes in its documents. */
import type { Book } from '../book/book';
import { sum } from '../values/decimal';
import { type Credit, payableAmount, settledById } from './settled';
import { postSettlements } from './settlementEntries';
import { usesOf } from './uses';

/** Brings a document in line with its payments and allocations: amounts, PAID when nothing is open, AUTHORISED again when something is. */
export function settle(book: Book, id: string, change: string, details: string): void {
	const document = settledById(book, id);
	if (!document) return;
	book.note(id, change, details);
	const uses = usesOf(book, id);
	const last = uses
		.map((use) => use.date)
		.sort()
		.at(-1);
	const paid = sum(uses.filter((use) => use.by === 'payment').map((use) => use.amount));
	const allocated = sum(uses.filter((use) => use.by === 'allocation').map((use) => use.amount));
	const open = sum([payableAmount(document), -paid, -allocated]);
	const Status = open === 0 ? ('PAID' as const) : ('AUTHORISED' as const);
	const FullyPaidOnDate = open === 0 ? (last ?? document.row.Date) : undefined;
	const UpdatedDateUTC = book.stamp();
	if (document.name === 'Invoice') {
		const amounts = { AmountPaid: paid, AmountCredited: allocated, AmountDue: open };
		book.invoices.put({ ...document.row, ...amounts, Status, FullyPaidOnDate, UpdatedDateUTC });
	} else putCredit(book, document, { RemainingCredit: open, Status, FullyPaidOnDate, UpdatedDateUTC });
	postSettlements(book, id);
}

function putCredit(
	book: Book,
	credit: Credit,
	{
		FullyPaidOnDate,
		...change
	}: Pick<Credit['row'], 'RemainingCredit' | 'Status' | 'UpdatedDateUTC'> & { FullyPaidOnDate?: string },
): void {
	if (credit.name === 'CreditNote') book.creditNotes.put({ ...credit.row, ...change, FullyPaidOnDate });
	else if (credit.name === 'Prepayment') book.prepayments.put({ ...credit.row, ...change });
	else book.overpayments.put({ ...credit.row, ...change });
}
