// Period and As Of, with the days of Custom.

import { choice, date } from '../../shared/inputs/scalars';
import type { Choice } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import type { AsOf, Period } from '../rows/periods';

/** Said to this node, not to Xero. */
const notSent = <T>(field: Field<T>): Field<T> => ({ ...field, write: () => undefined });

const NAMES: ReadonlyArray<readonly [Period, string]> = [
	['thisMonth', 'This Month'],
	['lastMonth', 'Last Month'],
	['thisQuarter', 'This Quarter'],
	['lastQuarter', 'Last Quarter'],
	['thisFinancialYear', 'This Financial Year'],
	['lastFinancialYear', 'Last Financial Year'],
	['monthToDate', 'Month to Date'],
	['yearToDate', 'Year to Date'],
	['custom', 'Custom'],
];

const DAYS: ReadonlyArray<readonly [AsOf, string]> = [
	['today', 'Today'],
	['endOfLastMonth', 'End of Last Month'],
	['endOfLastQuarter', 'End of Last Quarter'],
	['endOfLastFinancialYear', 'End of Last Financial Year'],
	['custom', 'Custom'],
];

const choicesOf = (names: ReadonlyArray<readonly [string, string]>): Choice[] => names.map(([value, name]) => [value, name]);

const CALENDAR =
	"Counted in the organisation's time zone. Quarters are three months from its year start: the calendar's own where the year ends in March, June, September or December.";

const ofCustom = (by: string, field: Field<string>): Field<string> => ({ ...field, shownFor: { [by]: ['custom'] } });

/** The days that a report is about. */
export const period: Field<string> = notSent(choice('Period', choicesOf(NAMES), { preset: 'lastMonth', description: CALENDAR }));

/** The days of Period: Custom. */
export const periodDays: Fields = {
	fromDate: ofCustom('period', date('Date From')),
	toDate: ofCustom('period', date('Date To')),
};

/** The day that a report is as of; `more` is what this report makes of it. */
export const asOf = (preset: AsOf = 'endOfLastMonth', more = ''): Field<string> =>
	notSent(choice('As Of', choicesOf(DAYS), { preset, description: more === '' ? CALENDAR : `${more}. ${CALENDAR}` }));

/** The day of As Of: Custom. */
export const asOfDate: Fields = { date: ofCustom('asOf', date('Date')) };
