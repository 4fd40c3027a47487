// Values of rows as pages show them.

import lowerCase from 'lodash/lowerCase';
import upperFirst from 'lodash/upperFirst';
import type { IDataObject } from 'n8n-workflow';

/** A text or number of a row; '' where it has none. */
export function textIn(row: IDataObject, key: string): string {
	const value = row[key];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The rows of a type, in their order. */
export const ofType = (rows: readonly IDataObject[], ...types: readonly string[]): IDataObject[] =>
	rows.filter(({ rowType }) => types.includes(String(rowType)));

/** Rows that have the same text, in the order in which the texts come first. */
export function groupedBy(
	rows: readonly IDataObject[],
	keyOf: (row: IDataObject) => string,
): ReadonlyArray<readonly [string, IDataObject[]]> {
	const groups = new Map<string, IDataObject[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups];
}

/** "820 GST"; '' for a row without an account. */
export const accountOf = (row: IDataObject): string =>
	[textIn(row, 'accountCode'), textIn(row, 'accountName')].filter((part) => part !== '').join(' ');

/** A key as words: creditNote → "Credit note". */
export const wordsOf = (key: string): string => upperFirst(lowerCase(key));
