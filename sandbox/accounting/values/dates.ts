import { datesOf } from '../schema';

/**
 * Dates as the Accounting API writes and reads them. Inside the books a calendar date is `YYYY-MM-DD` and a moment is
 * an ISO string in UTC; on the wire both are `/Date(ms+0000)/`, some with an ISO twin (`DateString`).
 */

/** Keys of calendar dates, sent as midnight UTC, and of moments. The Period of a budget is marked as a date and is a month. */
const DATES = new Set([...datesOf('x-is-msdate'), ...datesOf('x-is-msdate-time')].filter((name) => name !== 'Period'));

/** A deep copy of `value` with every date in Xero's `/Date(ms+0000)/` form. */
export function wire(value: unknown, key = ''): unknown {
	if (typeof value === 'string') return DATES.has(key) ? ticks(value) : value;
	if (Array.isArray(value)) return value.map((entry) => wire(entry));
	if (typeof value !== 'object' || value === null) return value;
	const copy: Record<string, unknown> = {};
	for (const [name, entry] of Object.entries(value)) if (entry !== undefined) copy[name] = wire(entry, name);
	return copy;
}

/** Dates of a refused element go back as they were sent when they are none or already in Xero's form. */
function ticks(value: string): string {
	const time = Date.parse(value);
	return Number.isNaN(time) ? value : `/Date(${time}+0000)/`;
}

/**
 * The calendar date in `YYYY-MM-DD`, an ISO datetime (its date as written without an offset, else its UTC day) or `/Date(ms)/` (its UTC
 * day); undefined when it is none. So 19 July at midnight in Auckland, +12:00, is 18 July, as users of Xero have found.
 */
export function calendarDate(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const sent = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(value);
	if (sent) return new Date(Number(sent[1])).toISOString().slice(0, 10);
	const [, day, time, offset] =
		/^(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value) ?? [];
	if (day === undefined) return undefined;
	const parsed = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day)) return undefined;
	if (time === undefined || offset === undefined) return day;
	const moment = new Date(`${day}${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
	return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}

/** The moment (ms) of an If-Modified-Since header: Xero's zone-less UTC form, ISO, or an HTTP date; to the second. */
export function modifiedSince(header: string): number | undefined {
	const zoneless = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.test(header);
	const time = Date.parse(zoneless ? `${header.includes(':') ? header.replace(' ', 'T') : `${header}T00:00:00`}Z` : header);
	return Number.isNaN(time) ? undefined : Math.floor(time / 1000) * 1000;
}

/** `2018-10-20` → `2018-10-20T00:00:00`, the twin of a calendar date. */
export function dateString(day: string | undefined): string | undefined {
	return day === undefined ? undefined : `${day}T00:00:00`;
}

/** The ISO twins (`DateString`) of dates and moments, which Xero gives with those of some records. */
export function twinsOf<Name extends string>(
	row: { readonly [name in Name]?: string },
	...names: readonly Name[]
): Record<string, string | undefined> {
	const twin = (name: Name, value: string): string | undefined =>
		name.endsWith('UTC') ? momentString(value) : dateString(value);
	return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[`${name}String`, twin(name, row[name])]])));
}

/** `2018-11-02T16:31:30.160Z` → `2018-11-02T16:31:30Z`, the twin of a moment. */
export function momentString(moment: string): string {
	return `${moment.slice(0, 19)}Z`;
}

/** The calendar date `days` after `day`. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
