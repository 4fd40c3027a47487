// What there is of a step already, held against what is given for it.

import type { IDataObject } from 'n8n-workflow';

/**
 * What there is of it: nothing, the same, or something else, which is not overwritten.
 * `property`: by which it is something else. `before`: what is to be sent along with what is given.
 */
export type There =
	| { readonly is: 'nothing'; readonly before?: IDataObject }
	| { readonly is: 'same' }
	| { readonly is: 'other'; readonly property: string };

export const NOTHING: There = { is: 'nothing' };
export const SAME: There = { is: 'same' };

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Without what Xero may write otherwise: case, blanks and dashes of numbers. */
const plain = (value: unknown): string => String(value).replace(/[\s-]/g, '').toLowerCase();

/** Whether two values of one property mean the same; Xero tells some numbers as text, such as "10.0". */
export function isSame(given: unknown, came: unknown): boolean {
	if (typeof given === 'number') return !isBlank(came) && Number(came) === given;
	return plain(given) === plain(came);
}

/** The first of some properties that is given and has another value in a record; what a record does not tell is not held against it. */
export const differing = (given: IDataObject, record: IDataObject, names: readonly string[]): string | undefined =>
	names.find((name) => !isBlank(given[name]) && !isBlank(record[name]) && !isSame(given[name], record[name]));

/** The same record, unless one of some properties has another value there. */
export function sameUnless(given: IDataObject, record: IDataObject, names: readonly string[]): There {
	const property = differing(given, record, names);
	return property === undefined ? SAME : { is: 'other', property };
}
