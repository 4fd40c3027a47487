// Names without blanks at their ends.

import type { IDataObject } from 'n8n-workflow';

/** Properties by which Xero looks something up: a contact, a tracking category, an option of it. */
const NAMES = new Set(['Name', 'Option', 'TrackingCategoryName', 'TrackingOptionName']);

const trimmed = (value: string): string => value.trim() || value;

/** A part of a body with the blanks at the ends of names taken off: Xero answers 500 to such an option of tracking (xero-node#539). */
const inPart = (part: unknown): unknown => {
	if (Array.isArray(part)) return part.map(inPart);
	return part !== null && typeof part === 'object' && !(part instanceof Date) ? withNamesTrimmed(part as IDataObject) : part;
};

/** A body as it is sent: names without blanks at their ends, however they were given. */
export const withNamesTrimmed = (body: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			(NAMES.has(key) && typeof value === 'string' ? trimmed(value) : inPart(value)) as IDataObject,
		]),
	);
