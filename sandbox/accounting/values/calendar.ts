import type { Book } from '../book/book';
import { addDays } from './dates';

/** Calendar arithmetic on `YYYY-MM-DD`, and the ways Xero's reports write dates. */

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

const two = (part: number): string => String(part).padStart(2, '0');

function parts(day: string): [year: number, month: number, day: number] {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return [year, month, date];
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day of the month of `day`. */
export function monthStart(day: string): string {
	return `${day.slice(0, 7)}-01`;
}

/** The last day of the month of `day`. */
export function monthEnd(day: string): string {
	const [year, month] = parts(day);
	return `${day.slice(0, 7)}-${two(daysIn(year, month))}`;
}

/** The same day `count` months later (earlier below zero); a day the month does not have becomes its last. */
export function addMonths(day: string, count: number): string {
	const [year, month, date] = parts(day);
	const at = year * 12 + (month - 1) + count;
	const [toYear, toMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
	return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(date, daysIn(toYear, toMonth)))}`;
}

/** The first day of the financial year that `day` is in. */
export function yearStart(book: Book, day: string): string {
	const { FinancialYearEndDay: date, FinancialYearEndMonth: month } = book.organisation;
	const endIn = (year: number): string => `${year}-${two(month)}-${two(Math.min(date, daysIn(year, month)))}`;
	const [year] = parts(day);
	return addDays(endIn(year) < day ? endIn(year) : endIn(year - 1), 1);
}

/** `2019-04-30` → `30 April 2019` */
export function longDate(day: string): string {
	const [year, month, date] = parts(day);
	return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `2019-04-30` → `30 Apr 2019` */
export function shortDate(day: string): string {
	const [year, month, date] = parts(day);
	return `${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** `2018-02-28` → `28 Feb 18` */
export function columnDate(day: string): string {
	const [year, month, date] = parts(day);
	return `${date} ${MONTHS[month - 1]?.slice(0, 3)} ${two(year % 100)}`;
}

/** `2019-04-30` → `4/30/2019`, as attributes of cells have it. */
export function attributeDate(day: string): string {
	const [year, month, date] = parts(day);
	return `${month}/${date}/${year}`;
}

/** `2019-11-30` → `November 2019` */
export function longMonth(day: string): string {
	const [year, month] = parts(day);
	return `${MONTHS[month - 1]} ${year}`;
}

/** `2019-11-30` → `Nov 2019` */
export function shortMonth(day: string): string {
	const [year, month] = parts(day);
	return `${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** `2019-11-30` → `Nov-19` */
export function columnMonth(day: string): string {
	const [year, month] = parts(day);
	return `${MONTHS[month - 1]?.slice(0, 3)}-${two(year % 100)}`;
}

/** Whole days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
