import type { Book } from '../book/book';
import type { LinkedTransactionRow } from '../book/documentRows';
import type { LineRow } from '../book/rows';

/** A document whose lines can be billed on to a customer. */
export interface LinkedSource {
	type: LinkedTransactionRow['SourceTransactionTypeCode'];
	state: 'open' | 'approved' | 'gone';
	LineItems: readonly LineRow[];
}

const OPEN = ['DRAFT', 'SUBMITTED'];
const GONE = ['VOIDED', 'DELETED'];

/** How far a document has come, by its status. */
export function stateOf(status: string): LinkedSource['state'] {
	return GONE.includes(status) ? 'gone' : OPEN.includes(status) ? 'open' : 'approved';
}

/** A document of the type as a source, when it is one. */
function source(
	type: LinkedSource['type'],
	row: { Type: string; Status: string; LineItems: readonly LineRow[] } | undefined,
): LinkedSource | undefined {
	return row?.Type === type ? { type, state: stateOf(row.Status), LineItems: row.LineItems } : undefined;
}

/** Kinds of documents that expenses come from; each gives its document with the id. */
const SOURCES: ReadonlyArray<(book: Book, id: string) => LinkedSource | undefined> = [
	(book, id) => source('ACCPAY', book.invoices.get(id)),
	(book, id) => source('SPEND', book.bankTransactions.get(id)),
];

/** The bill or the spent money with this id. */
export function linkedSource(book: Book, id: string): LinkedSource | undefined {
	for (const find of SOURCES) {
		const found = find(book, id);
		if (found) return found;
	}
	return undefined;
}
