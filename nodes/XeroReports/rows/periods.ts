// What Period and As Of stand for, seen from a day. Days are `YYYY-MM-DD`; "today" is given.

import type { Finding } from '../../shared/model/findings';
import { formatFinding } from '../../shared/model/findings';
import { addDays, endOfMonth, startOfMonth } from './days';
import type { DayRange, YearEnd } from './financialYear';
import { quarterOf, yearOf } from './financialYear';

/** The values of Period. */
export const PERIODS = [
	'thisMonth',
	'lastMonth',
	'thisQuarter',
	'lastQuarter',
	'thisFinancialYear',
	'lastFinancialYear',
	'monthToDate',
	'yearToDate',
	'custom',
] as const;

/** A value of Period. */
export type Period = (typeof PERIODS)[number];

/** The values of As Of. */
export const AS_OF_DAYS = ['today', 'endOfLastMonth', 'endOfLastQuarter', 'endOfLastFinancialYear', 'custom'] as const;

/** A value of As Of. */
export type AsOf = (typeof AS_OF_DAYS)[number];

/** Ends the work on an item and says why; OperationContext.refuse is one. */
export type Refuse = (finding: Omit<Finding, 'items'>) => never;

const throwing: Refuse = (finding) => {
	throw new Error(formatFinding({ ...finding, items: [] }));
};

const missing = (label: string, choice: string): Omit<Finding, 'items'> => ({
	place: [label],
	says: 'is empty',
	todo: `Give a day such as 2026-03-31, or choose another ${choice} than Custom`,
});

function customRange({ from, to }: Partial<DayRange>, refuse: Refuse): DayRange {
	if (from === undefined || from === '') return refuse(missing('Date From', 'Period'));
	if (to === undefined || to === '') return refuse(missing('Date To', 'Period'));
	if (to < from)
		return refuse({
			place: ['Date To'],
			value: to,
			says: `is before Date From (“${from}”)`,
			todo: 'Give a Date To that is the same day or later',
		});
	return { from, to };
}

const before = ({ from }: DayRange): string => addDays(from, -1);

/**
 * The days that a value of Period stands for on a day; quarters are three months counted from the year start.
 * @param custom the days of Custom
 * @param refuse called where a day of Custom is missing or they are the wrong way round; throws an Error unless given
 */
export function periodOf(
	period: Period,
	today: string,
	yearEnd: YearEnd,
	custom: Partial<DayRange> = {},
	refuse: Refuse = throwing,
): DayRange {
	const monthStart = startOfMonth(today);
	const year = yearOf(today, yearEnd);
	const quarter = quarterOf(today, yearEnd);
	switch (period) {
		case 'thisMonth':
			return { from: monthStart, to: endOfMonth(today) };
		case 'lastMonth':
			return { from: startOfMonth(addDays(monthStart, -1)), to: addDays(monthStart, -1) };
		case 'thisQuarter':
			return quarter;
		case 'lastQuarter':
			return quarterOf(before(quarter), yearEnd);
		case 'thisFinancialYear':
			return year;
		case 'lastFinancialYear':
			return yearOf(before(year), yearEnd);
		case 'monthToDate':
			return { from: monthStart, to: today };
		case 'yearToDate':
			return { from: year.from, to: today };
		case 'custom':
			return customRange(custom, refuse);
	}
}

/**
 * The day that a value of As Of stands for on a day.
 * @param custom the day of Custom
 * @param refuse called where the day of Custom is missing; throws an Error unless given
 */
export function asOfDay(asOf: AsOf, today: string, yearEnd: YearEnd, custom?: string, refuse: Refuse = throwing): string {
	switch (asOf) {
		case 'today':
			return today;
		case 'endOfLastMonth':
			return addDays(startOfMonth(today), -1);
		case 'endOfLastQuarter':
			return before(quarterOf(today, yearEnd));
		case 'endOfLastFinancialYear':
			return before(yearOf(today, yearEnd));
		case 'custom':
			return custom === undefined || custom === '' ? refuse(missing('Date', 'As Of')) : custom;
	}
}
