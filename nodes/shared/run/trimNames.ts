// Names without blanks at their ends.

import mapValues from 'lodash/mapValues';
import type { IDataObject } from 'n8n-workflow';

const trimmed = (value: string): string => value.trim() || value;

/** A part of a body with the blanks at the ends of names taken off: Xero answers 500 to such an option of tracking (xero-node#539). */
const inPart = (part: unknown, names: ReadonlySet<string>): unknown => {
	if (Array.isArray(part)) return part.map((one: unknown) => inPart(one, names));
	return part !== null && typeof part === 'object' && !(part instanceof Date)
		? withNamesTrimmed(part as IDataObject, names)
		: part;
};

/** A body as it is sent: those names without blanks at their ends, however they were given. */
export const withNamesTrimmed = (body: IDataObject, names: ReadonlySet<string>): IDataObject =>
	mapValues(
		body,
		(value, key) => (names.has(key) && typeof value === 'string' ? trimmed(value) : inPart(value, names)) as IDataObject,
	);
