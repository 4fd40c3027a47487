import type { InvoiceRow, LineRow } from './rows';

/* How the tables of the books are ordered, and by what else than their id rows are found. */

/** Xero's default order: UpdatedDateUTC ASC, then the id. */
export function byUpdate<Row extends { UpdatedDateUTC: string }>(id: (row: Row) => string): (a: Row, b: Row) => number {
	return (a, b) => compare(a.UpdatedDateUTC, b.UpdatedDateUTC) || compare(id(a), id(b));
}

/** The order of two texts by their characters. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Names and codes are matched without regard to case and surrounding blanks. */
export function fold(text: string): string {
	return text.trim().toLowerCase();
}

/** Ids of the tracking categories and options that lines name. */
export function trackedBy(lines: ReadonlyArray<Pick<LineRow, 'Tracking'>>): readonly string[] {
	return [...new Set(lines.flatMap((line) => line.Tracking.flatMap((one) => [one.TrackingCategoryID, one.TrackingOptionID])))];
}

/** Indexes over the lines of a document. */
export type LineIndex = 'item' | 'account' | 'option';
type WithLines = Pick<InvoiceRow, 'LineItems'> & { Status: string };

/** What the lines of a document name: items and accounts by their codes, tracking by its ids. */
export const lineIndexes: Record<LineIndex, (row: WithLines) => readonly string[]> = {
	item: (row) => distinct(row, (line) => [line.ItemCode && fold(line.ItemCode)]),
	account: (row) => distinct(row, (line) => [line.AccountCode && fold(line.AccountCode)]),
	option: (row) =>
		distinct(row, (line) => line.Tracking.flatMap((tracking) => [tracking.TrackingCategoryID, tracking.TrackingOptionID])),
};

function distinct(row: WithLines, of: (line: LineRow) => ReadonlyArray<string | undefined>): readonly string[] {
	if (row.Status === 'DELETED') return [];
	return [...new Set(row.LineItems.flatMap((line) => of(line).filter((key) => key !== undefined && key !== '') as string[]))];
}
