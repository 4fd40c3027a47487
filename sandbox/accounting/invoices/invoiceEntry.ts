import type { Book } from '../book/book';
import { documentPostings, type Entry, post, systemAccount } from '../ledger/ledger';
import type { InvoiceRow } from '../book/rows';
import { costPostings } from '../items/stock';

/** What an invoice or bill says in the books: nothing until it is approved, nothing once it is void; and what sold goods cost. */
export function invoiceEntry(book: Book, row: InvoiceRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' && row.Status !== 'PAID') return undefined;
	const sale = row.Type === 'ACCREC';
	const control = systemAccount(book, sale ? 'DEBTORS' : 'CREDITORS');
	const costs = sale ? costPostings(book, row.moves) : [];
	return {
		date: row.Date,
		reference: sale ? row.Reference : row.InvoiceNumber,
		postings: [...documentPostings(book, row, control, sale ? -1 : 1), ...costs],
	};
}

/** Makes the ledger hold what the document says now; gives the document back. */
export function postInvoice(book: Book, row: InvoiceRow): InvoiceRow {
	post(book, { SourceType: row.Type, SourceID: row.InvoiceID }, invoiceEntry(book, row));
	return row;
}
