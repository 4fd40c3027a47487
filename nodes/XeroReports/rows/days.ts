// Arithmetic of calendar days, `YYYY-MM-DD`, which no time zone shifts.

const DAY_MS = 24 * 60 * 60_000;
const MS_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOfMs = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

/** The days that a month has. `month`: 1 to 12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day by its parts; one that the month does not have is the month's last, and so is day 0. `month`: 1 to 12. */
export function dayInMonth(year: number, month: number, day: number): string {
	const last = daysInMonth(year, month);
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day < 1 ? last : Math.min(day, last))}`;
}

/** Year, month (1 to 12) and day of the month of a day. */
export function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
	const [year, month, date] = day.split('-').map(Number);
	return { year: year!, month: month!, day: date! };
}

/** The day so many days later; earlier where `count` is negative. */
export const addDays = (day: string, count: number): string => dayOfMs(msOf(day) + count * DAY_MS);

/** The day so many months later; one that the month does not have is its last: 31 January and a month is 28 or 29 February. */
export function addMonths(day: string, count: number): string {
	const { year, month, day: date } = partsOf(day);
	const months = year * 12 + month - 1 + count;
	return dayInMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, date);
}

/** Whole days from one day to another: 1 from a day to the next, negative where `to` is before `from`. */
export const daysBetween = (from: string, to: string): number => (msOf(to) - msOf(from)) / DAY_MS;

/** The first day of a day's month. */
export const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of a day's month. */
export function endOfMonth(day: string): string {
	const { year, month } = partsOf(day);
	return dayInMonth(year, month, 0);
}

/** The day of one of Xero's calendar dates, `/Date(1774915200000+0000)/`: its day in UTC. Undefined for what is not written so. */
export function dayOfMsDate(value: unknown): string | undefined {
	const ms = Number(typeof value === 'string' ? MS_DATE.exec(value)?.[1] : undefined);
	// Beyond 8.64e15 ms JavaScript has no date.
	return Math.abs(ms) <= 8.64e15 ? dayOfMs(ms) : undefined;
}
