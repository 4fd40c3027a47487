// Calendar days and times of a page as texts.

import { DateTime } from 'luxon';

const MONTHS = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
	...['August', 'September', 'October', 'November', 'December'],
];

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

function written(day: string, length?: number): string {
	const [, year, month, date] = DAY.exec(day) ?? [];
	const name = MONTHS[Number(month) - 1]?.slice(0, length);
	if (year === undefined || name === undefined) return day;
	return [...(date === undefined ? [] : [String(Number(date))]), name, year].join(' ');
}

/** 2026-10-31 → "31 October 2026", 2026-10 → "October 2026"; anything else stays as it is. */
export const dayText = (day: string): string => written(day);

/** 2026-10-31 → "31 Oct 2026", for columns. */
export const shortDay = (day: string): string => written(day, 3);

/** What a report is about: the days from and to, both in it, or the day as of which it is; YYYY-MM-DD. */
export type Span = { readonly from: string; readonly to: string } | { readonly asOf: string };

/** "1 October 2026 to 31 October 2026", "as of 31 October 2026": it stands inside a sentence. */
export const spanText = (span: Span): string =>
	'asOf' in span ? `as of ${dayText(span.asOf)}` : `${dayText(span.from)} to ${dayText(span.to)}`;

/** The last day a report is about. */
export const lastDayOf = (span: Span): string => ('asOf' in span ? span.asOf : span.to);

/**
 * The day of an instant in a zone: "24 November 2026".
 * @param instant ISO 8601
 * @param zone an IANA name; UTC where it is none
 */
export function madeOn(instant: string, zone: string): string {
	const local = DateTime.fromISO(instant, { zone });
	return dayText((local.isValid ? local : DateTime.fromISO(instant, { zone: 'utc' })).toFormat('yyyy-MM-dd'));
}
