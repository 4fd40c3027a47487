/** The columns of a report, by what its header row says. */
export interface Columns {
	readonly headings: readonly string[];
	/** Aged reports begin with a date; what names a row stands in the second column. */
	readonly dated: boolean;
}

/** What a row has beside its columns: a column of such a name gets a number behind it. */
export const OWN = [
	'reportName',
	'reportDate',
	'period',
	'section',
	'sectionPath',
	'label',
	'accountId',
	'rowType',
	'computed',
	'attributes',
	'percentages',
	'values',
] as const;

export const columnsOf = (headings: readonly string[]): Columns => ({
	headings,
	dated: headings[0]?.trim().toLowerCase() === 'date',
});

/** Numbers of invoices and codes of accounts look like amounts and are none. */
export const holdsText = ({ dated, headings }: Columns, index: number): boolean =>
	(dated ? /^(number|reference)$/i : /^account code$/i).test(headings[index]?.trim() ?? '');

/** Index of the first column that is not the label. */
export const firstColumn = ({ dated }: Columns): number => (dated ? 0 : 1);

/**
 * Names for the columns of a row of `width` cells, each once: the heading, or the place where there is none.
 * @returns names by the index of the cell; the label column has the name `label`
 */
export function namesFor(columns: Columns, width: number): string[] {
	// An object cannot hold a property of the last name.
	const taken = new Set<string>([...OWN, '__proto__']);
	const names: string[] = [];
	for (let index = 0; index < width; index += 1) {
		if (index < firstColumn(columns)) {
			names.push('label');
			continue;
		}
		const heading = columns.headings[index]?.trim() ?? '';
		// Xero gives the days overdue no heading.
		const wanted = heading || (columns.dated && index < columns.headings.length ? 'Overdue' : `Column ${index + 1}`);
		let name = wanted;
		for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
		taken.add(name);
		names.push(name);
	}
	return names;
}
