// Dates in Xero's answers, made ISO 8601.

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
	const moment = new Date(ms);
	if (Number.isNaN(moment.getTime())) return '';
	if (!calendar.has(key)) return ms % 1_000 === 0 ? `${moment.toISOString().slice(0, -5)}Z` : moment.toISOString();
	// Lock dates can be midnight in the organisation's own zone: east of UTC that is late on the day before.
	if (key.endsWith('LockDate') && moment.getUTCHours() >= 10) moment.setUTCDate(moment.getUTCDate() + 1);
	const text = moment.toISOString();
	return text.slice(0, text.indexOf('T'));
}
const isUtc = (key: string, { moments }: DateNames): boolean => /UTC(String)?$/i.test(key) || moments?.has(key) === true;

function isoText(key: string, value: string, names: DateNames): string {
	if (value.startsWith('/Date(')) {
		const ms = MS_DATE.exec(value);
		return ms ? msDate(key, Number(ms[1]), names.calendarDates) : value;
	}
	if (value[4] !== '-' || value[10] !== 'T') return value;
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

/**
 * Makes every date inside ISO 8601, where it is: a copy of a long list would take as much time and memory as the list itself.
 * @param ofList the name that a list has, and so each text in it
 */
export function makeDatesIso(container: object, names: DateNames, ofList?: string): void {
	const inside = container as IDataObject;
	// Of what JSON was read from, `in` finds the same names as Object.keys does, in two thirds of the time.
	for (const name in inside) {
		const value = inside[name];
		const key = ofList ?? name;
		if (typeof value === 'string') {
			const iso = isoText(key, value, names);
			if (iso !== value) inside[name] = iso;
		} else if (value !== null && typeof value === 'object') makeDatesIso(value, names, Array.isArray(value) ? key : undefined);
	}
}

/**
 * Makes the dates ISO that stand at these places of a record, and no others: most of a record is not looked at when a few of its fields
 * are read. In one that has nothing there, all of them.
 */
export function makeDatesIsoAt(record: IDataObject, paths: ReadonlyArray<readonly string[]>, names: DateNames): void {
	let isEmpty = true;
	for (const path of paths) {
		let holder: unknown = record;
		let value: unknown = record;
		for (const name of path) {
			holder = value;
			value = holder !== null && typeof holder === 'object' ? (holder as IDataObject)[name] : undefined;
		}
		if (value === undefined) continue;
		isEmpty = false;
		const key = path[path.length - 1]!;
		if (typeof value === 'string') (holder as IDataObject)[key] = isoText(key, value, names);
		else if (value !== null && typeof value === 'object') makeDatesIso(value, names, Array.isArray(value) ? key : undefined);
	}
	if (isEmpty) makeDatesIso(record, names);
}

/** Whether a value is a date in Xero's own writing, `/Date(1774915200000+0000)/`. */
export const isMsDate = (value: unknown): boolean => typeof value === 'string' && MS_DATE.test(value);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A body with its calendar dates in Xero's own writing: `YYYY-MM-DD` → `/Date(ms+0000)/`, midnight UTC of the day. What is not a day stays.
 * @param days names of the properties that hold a day
 */
export function withMsDates<T>(body: T, days: ReadonlySet<string>): T {
	if (Array.isArray(body)) return body.map((one: unknown) => withMsDates(one, days)) as T;
	if (body === null || typeof body !== 'object' || Buffer.isBuffer(body)) return body;
	return Object.fromEntries(
		Object.entries(body).map(([name, value]: [string, unknown]) => [
			name,
			days.has(name) && typeof value === 'string' && DAY.test(value)
				? `/Date(${Date.parse(value)}+0000)/`
				: withMsDates(value, days),
		]),
	) as T;
}
