// Dates as people and programs give them, made what Xero takes.

import { DateTime } from 'luxon';

const DAY = 24 * 60 * 60_000;
const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** ISO 8601 as people and programs write it: a blank for the T, an offset with or without colon, before it a blank or none. */
function parts(value: unknown): { day: string; time: string | undefined; offset: string | undefined } | undefined {
	const [, day, time, offset] = (typeof value === 'string' ? WRITTEN.exec(value.trim()) : undefined) ?? [];
	return day === undefined ? undefined : { day, time, offset: offset?.toUpperCase() };
}

/** A moment in `zone`; a text without an offset counts in it already. */
function momentIn(value: unknown, zone: string): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value.setZone(zone);
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	const text = parts(value);
	return text && DateTime.fromISO(`${text.day}T${text.time ?? '00:00'}${text.offset ?? ''}`, { zone });
}

/**
 * What a user or an expression gives for a calendar date → `YYYY-MM-DD`. One rule for every input: a moment (a Date or DateTime object, a
 * text with an offset) becomes the day it is in the workflow's zone; a text without an offset is the day it is written with. A moment
 * written in UTC that is midnight there stays its day, as dates leave databases so.
 * Something that is no date is handed on as it is, for the field's check to refuse.
 */
export function calendarDate(value: unknown, zone: string): unknown {
	const text = parts(value);
	const inUtc =
		value instanceof Date ||
		(DateTime.isDateTime(value) ? value.zoneName === 'UTC' : /^(Z|\+00(:?00)?)$/.test(text?.offset ?? ''));
	const moment = momentIn(value, text && text.offset === undefined ? 'utc' : zone);
	if (!moment?.isValid) return value;
	return (inUtc && moment.toMillis() % DAY === 0 ? moment.toUTC() : moment).toISODate();
}

/** What a user gives for a moment → `YYYY-MM-DDTHH:mm:ss` in UTC, Xero's form of If-Modified-Since. A text without a zone counts in `zone`. */
export function utcInstant(value: unknown, zone: string): unknown {
	const moment = momentIn(value, zone);
	return moment?.isValid ? moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss") : value;
}
