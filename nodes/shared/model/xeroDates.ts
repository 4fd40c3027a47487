// Dates in Xero's answers, made ISO 8601.

import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

const MS_DATE = /^\/Date\((-?\d+)([+-]\d{4})?\)\/$/;
const LOCAL_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00:00$/;
/** A day told as its midnight: 1990-12-01T00:00:00, 2020-05-01T00:00:00.0000000Z. */
const DAY_AS_MOMENT = /^(\d{4}-\d{2}-\d{2})T00:00:00(\.0+)?Z?$/;
const ZONELESS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/**
 * `/Date(ms+zzzz)/` → ISO text: `YYYY-MM-DD` for a calendar date, UTC with Z for an instant.
 * The milliseconds are UTC and the offset is ignored; calendar dates are midnight UTC of their day.
 */
function msDate(key: string, ms: number, calendar: ReadonlySet<string>): string {
	const moment = DateTime.fromMillis(ms, { zone: 'utc' });
	if (!calendar.has(key)) return moment.toISO({ suppressMilliseconds: moment.millisecond === 0 }) ?? '';
	// Lock dates can be midnight in the organisation's own zone: east of UTC that is late on the day before.
	const dayBefore = key.endsWith('LockDate') && moment.hour >= 10;
	return (dayBefore ? moment.plus({ days: 1 }) : moment).toISODate() ?? '';
}
const isUtc = (key: string, { moments }: DateNames): boolean => /UTC(String)?$/i.test(key) || moments?.has(key) === true;

function isoText(key: string, value: string, names: DateNames): string {
	const ms = MS_DATE.exec(value);
	if (ms) return msDate(key, Number(ms[1]), names.calendarDates);
	if (names.calendarDates.has(key)) return DAY_AS_MOMENT.exec(value)?.[1] ?? value;
	// Moments may come without a zone, and to a ten-millionth of a second.
	if (isUtc(key, names) && ZONELESS.test(value)) return `${value.replace(/(\.\d{3})\d+$/, '$1').replace(/\.0+$/, '')}Z`;
	// The ISO twins of days come as midnight.
	if (key.endsWith('DateString')) return LOCAL_MIDNIGHT.exec(value)?.[1] ?? value;
	return value;
}

/** Which properties are days, and which are moments besides those that end with UTC. */
export interface DateNames {
	readonly calendarDates: ReadonlySet<string>;
	readonly moments?: ReadonlySet<string>;
}

/** A deep copy of Xero's JSON with every date as ISO 8601. */
export function isoDates<T>(value: T, names: DateNames, key = ''): T {
	if (typeof value === 'string') return isoText(key, value, names) as T;
	if (Array.isArray(value)) return value.map((element: unknown) => isoDates(element, names, key)) as T;
	if (value === null || typeof value !== 'object') return value;
	const copy: IDataObject = {};
	for (const [name, inner] of Object.entries(value)) copy[name] = isoDates(inner as IDataObject, names, name);
	return copy as T;
}

/** Whether a value is a date in Xero's own writing, `/Date(1774915200000+0000)/`. */
export const isMsDate = (value: unknown): boolean => typeof value === 'string' && MS_DATE.test(value);
