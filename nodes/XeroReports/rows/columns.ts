/** The columns of a report, by what its header row says. */
export interface Columns {
	readonly headings: readonly string[];
	/** Aged reports begin with a date; what names a row stands in the second column. */
	readonly dated: boolean;
}

/** The columns that a header row names; blanks at the ends of headings do not count. */
export const columnsOf = (headings: readonly string[]): Columns => ({
	headings: headings.map((heading) => heading.trim()),
	dated: headings[0]?.trim().toLowerCase() === 'date',
});

/** Numbers of invoices and codes of accounts look like amounts and are none. */
export const holdsText = ({ dated, headings }: Columns, index: number): boolean =>
	(dated ? /^(number|reference)$/i : /^account code$/i).test(headings[index] ?? '');

/** Index of the first column that is not the label. */
export const firstColumn = ({ dated }: Columns): number => (dated ? 0 : 1);
