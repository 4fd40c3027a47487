// The spans of days that a budget is held against.

import { addMonths, endOfMonth, startOfMonth } from '../rows/days';
import type { DayRange, YearEnd } from '../rows/financialYear';
import { yearOf } from '../rows/financialYear';

/** What is asked for: the period, each of its months, the year so far as well, or what the year will be as well. */
export type BudgetColumns = 'period' | 'months' | 'toDate' | 'fullYear';

/** Days with the months of the budget that they are held against. */
export interface BudgetSpan extends DayRange {
	readonly column: 'period' | 'month' | 'toDate' | 'fullYear';
	/** The days that actual amounts are of: of a full year those until the end of the period. */
	readonly actual: DayRange;
	/** YYYY-MM. */
	readonly months: readonly string[];
	/** Months of the year after the period, whose budget a forecast counts. */
	readonly ahead: readonly string[];
	/** The month, where it is of one alone. */
	readonly month: string | null;
}

/** The months that days are in, first to last. */
export function monthsIn({ from, to }: DayRange): string[] {
	const months: string[] = [];
	for (let day = startOfMonth(from); day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7));
	return months;
}

const spanOf = (column: BudgetSpan['column'], days: DayRange): BudgetSpan => ({
	...{ column, from: days.from, to: days.to, actual: days },
	...{ months: monthsIn(days), ahead: [], month: null },
});

function monthSpan(month: string, { from, to }: DayRange): BudgetSpan {
	const [first, last] = [`${month}-01`, endOfMonth(`${month}-01`)];
	const days = { from: first < from ? from : first, to: last > to ? to : last };
	return { ...spanOf('month', days), month };
}

/** The spans of a period; the financial year is the one that the period ends in. */
export function budgetSpans(columns: BudgetColumns, period: DayRange, yearEnd: YearEnd): BudgetSpan[] {
	if (columns === 'months') return monthsIn(period).map((month) => monthSpan(month, period));
	const whole = spanOf('period', period);
	if (columns === 'period') return [whole];
	const year = yearOf(period.to, yearEnd);
	const soFar = { from: year.from, to: period.to };
	const toDate = spanOf('toDate', soFar);
	if (columns === 'toDate') return [whole, toDate];
	const ahead = monthsIn(year).filter((month) => month > period.to.slice(0, 7));
	return [whole, toDate, { ...spanOf('fullYear', year), actual: soFar, ahead }];
}

/** Months of which the days have a part alone: their budget counts in full. */
export const partialMonths = ({ from, to }: DayRange): string[] => [
	...new Set([...(from === startOfMonth(from) ? [] : [from.slice(0, 7)]), ...(to === endOfMonth(to) ? [] : [to.slice(0, 7)])]),
];
