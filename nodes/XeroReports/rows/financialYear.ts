// Financial years and their quarters, counted from the organisation's year end. Days are `YYYY-MM-DD`.

import { addDays, addMonths, dayInMonth, partsOf } from './days';

/**
 * When an organisation's financial year ends: Xero's FinancialYearEndDay and FinancialYearEndMonth. A day that the month does not have is
 * its last (29 February, 31 April), and so is day 0.
 */
export interface YearEnd {
	/** 0 to 31. */
	readonly day: number;
	/** 1 to 12. */
	readonly month: number;
}

/** Days from the first to the last, both of them in it. */
export interface DayRange {
	readonly from: string;
	readonly to: string;
}

const yearEndIn = (year: number, { day, month }: YearEnd): string => dayInMonth(year, month, day);

/** The last day of the financial year that a day is in; a year end is in the year that ends with it. */
export function yearEndOn(day: string, yearEnd: YearEnd): string {
	const { year } = partsOf(day);
	const end = yearEndIn(year, yearEnd);
	return end >= day ? end : yearEndIn(year + 1, yearEnd);
}

/** The first day of the financial year that a day is in: the day after the latest year end before it. */
export const yearStart = (day: string, yearEnd: YearEnd): string =>
	addDays(yearEndIn(partsOf(yearEndOn(day, yearEnd)).year - 1, yearEnd), 1);

/** The financial year that a day is in. */
export const yearOf = (day: string, yearEnd: YearEnd): DayRange => ({
	from: yearStart(day, yearEnd),
	to: yearEndOn(day, yearEnd),
});

/** The quarter that a day is in: three months counted from the year start, the last one until the year's end. */
export function quarterOf(day: string, yearEnd: YearEnd): DayRange {
	const year = yearOf(day, yearEnd);
	const starts = [0, 3, 6, 9].map((months) => addMonths(year.from, months));
	const next = starts.findIndex((start) => start > day);
	return next < 0 ? { from: starts[3]!, to: year.to } : { from: starts[next - 1]!, to: addDays(starts[next]!, -1) };
}

/** The year ends at which days from `from` to `to` have to be parted: those on or after `from` and before `to`, earliest first. */
export function yearEndsWithin({ from, to }: DayRange, yearEnd: YearEnd): string[] {
	const ends: string[] = [];
	for (let end = yearEndOn(from, yearEnd); end < to; end = yearEndOn(addDays(end, 1), yearEnd)) ends.push(end);
	return ends;
}
