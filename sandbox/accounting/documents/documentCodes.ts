import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { LineRow } from '../book/rows';

type Lines = readonly LineRow[];

/** Every paper beside invoices that has lines: its lines as long as they count, and how to save it with others. */
function papers(book: Book): Array<{ lines: Lines; save(lines: Lines): void }> {
	const of = <Row extends { LineItems: Lines; Status: string }>(table: {
		values(): readonly Row[];
		put(row: Row): Row;
	}): Array<{ lines: Lines; save(lines: Lines): void }> =>
		table
			.values()
			.filter((row) => row.Status !== 'DELETED' && row.Status !== 'VOIDED')
			.map((row) => ({ lines: row.LineItems, save: (LineItems) => void table.put({ ...row, LineItems }) }));
	return [...of(book.quotes), ...of(book.purchaseOrders), ...of(book.repeatingInvoices), ...of(book.receipts)];
}

/** Whether a line of a paper names an account or an item by this code, or a tracking category or option by this id. */
export function usedInPapers(book: Book, kind: 'account' | 'item' | 'tracking', key: string): boolean {
	const same = (code: string | undefined): boolean => code !== undefined && code !== '' && fold(code) === fold(key);
	const uses = (line: LineRow): boolean =>
		kind === 'account'
			? same(line.AccountCode)
			: kind === 'item'
				? same(line.ItemCode)
				: line.Tracking.some((one) => one.TrackingCategoryID === key || one.TrackingOptionID === key);
	return papers(book).some(({ lines }) => lines.some(uses));
}

/** When the code of an account or item changes, the lines of papers follow, and none of them counts as changed. */
export function renameInPapers(book: Book, field: 'AccountCode' | 'ItemCode', from: string, to: string): void {
	const named = (line: LineRow): boolean => line[field] !== undefined && fold(line[field]) === fold(from);
	for (const { lines, save } of papers(book))
		if (lines.some(named)) save(lines.map((line) => (named(line) ? { ...line, [field]: to } : line)));
}
