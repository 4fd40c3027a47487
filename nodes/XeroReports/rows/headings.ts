// The dates that the headings of a report's columns stand for.

import { DateTime } from 'luxon';

function read(text: string, formats: readonly string[]): DateTime | undefined {
	const dates = formats.map((format) => DateTime.fromFormat(text.trim(), format, { zone: 'utc', locale: 'en' }));
	return dates.find(({ isValid }) => isValid);
}

/** "31 Oct 26" and "31 Oct 2026" → 2026-10-31; null for anything else. */
export const dayOfHeading = (heading: string): string | null => read(heading, ['d MMM yy', 'd MMM yyyy'])?.toISODate() ?? null;

/** "Oct-26" and "Oct 2026" → 2026-10; null for anything else. */
export const monthOfHeading = (heading: string): string | null =>
	read(heading, ['MMM-yy', 'MMM yy', 'MMM-yyyy', 'MMM yyyy'])?.toFormat('yyyy-MM') ?? null;

/** "22 April 2019" and "22 Apr 2019" → 2019-04-22; null for anything else, a span of days too. */
export const dayOfTitle = (text: unknown): string | null =>
	typeof text === 'string' ? (read(text, ['d MMMM yyyy', 'd MMM yyyy'])?.toISODate() ?? null) : null;

/** "1 Jan 2025 to 31 Dec 2025" → its first and last day, each null where it is not written so. */
export function daysOfSpan(text: unknown): { readonly from: string | null; readonly to: string | null } {
	const [from, to] = typeof text === 'string' ? text.split(' to ') : [];
	return { from: dayOfTitle(from), to: dayOfTitle(to) };
}
