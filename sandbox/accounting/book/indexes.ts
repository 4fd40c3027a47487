import type { InvoiceRow, LineRow } from './rows';

/* How the tables of the books are ordered, and by what else than their id rows are found. */

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

/** What a line names: items and accounts by their codes, tracking by its ids. */
export const lineKeys: Readonly<Record<LineIndex, (line: LineRow) => readonly string[]>> = {
	item: (line) => (line.ItemCode ? [fold(line.ItemCode)] : []),
	account: (line) => (line.AccountCode ? [fold(line.AccountCode)] : []),
	option: (line) => trackedBy([line]),
};

const ofLines = (index: LineIndex) => (row: WithLines) =>
	row.Status === 'DELETED' ? [] : [...new Set(row.LineItems.flatMap(lineKeys[index]))];

/** What the lines of a document name, while it is not deleted. */
export const lineIndexes: Readonly<Record<LineIndex, (row: WithLines) => readonly string[]>> = {
	item: ofLines('item'),
	account: ofLines('account'),
	option: ofLines('option'),
};
