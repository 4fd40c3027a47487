const width = (text: string): number => [...text].length;

/**
 * Lays cells out in columns, two spaces apart, each as wide as its widest cell in `rows`; what stands last in a row is not padded.
 * @returns the line of a row, also of one that is not among `rows`
 */
export function columns(rows: ReadonlyArray<readonly string[]>): (row: readonly string[]) => string {
	const widths: number[] = [];
	for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, width(cell))));
	return (row) =>
		row
			.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
			.join('  ')
			.trimEnd();
}

/** A number with its noun: '1 item', '2 items', '4,997 calls'. */
export const counted = (number: number, noun: string): string =>
	`${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
