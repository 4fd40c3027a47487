// The days that an item asks a report for.

import type { OperationContext } from '../shared/model/context';
import type { DayRange, YearEnd } from './rows/financialYear';
import type { AsOf, Period } from './rows/periods';
import { asOfDay, periodOf } from './rows/periods';
import type { AddFinding } from './settings';
import { calendarOf } from './settings';

/** Counts in months, so that no year end is needed. */
const BY_MONTH: ReadonlySet<string> = new Set<Period | AsOf>([
	'thisMonth',
	'lastMonth',
	'monthToDate',
	'today',
	'endOfLastMonth',
	'custom',
]);

/** Any year end serves where none is needed. */
const ANY: YearEnd = { day: 31, month: 12 };

/** Today and the year end; Custom needs neither, so that nothing is read for it. */
async function calendarFor(
	call: OperationContext,
	chosen: string,
	addFinding: AddFinding,
): Promise<{ today: string; yearEnd: YearEnd }> {
	if (chosen === 'custom') return { today: call.today(), yearEnd: ANY };
	const { today, yearEnd } = await calendarOf(call, addFinding);
	if (yearEnd === undefined && !BY_MONTH.has(chosen))
		call.refuse({
			says: "the organisation's year end is not known, from which quarters and financial years are counted",
			todo: 'Give the credential the access Settings and connect again, or choose Custom and give the days',
		});
	return { today, yearEnd: yearEnd ?? ANY };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The days of Period. */
export async function periodAsked(call: OperationContext, addFinding: AddFinding): Promise<DayRange> {
	const chosen = call.input.period as Period;
	const { today, yearEnd } = await calendarFor(call, chosen, addFinding);
	const [from, to] = [text(call.input.fromDate), text(call.input.toDate)];
	const custom = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
	return periodOf(chosen, today, yearEnd, custom, (finding) => call.refuse(finding));
}

/** The day of As Of. */
export async function asOfAsked(call: OperationContext, addFinding: AddFinding): Promise<string> {
	const chosen = call.input.asOf as AsOf;
	const { today, yearEnd } = await calendarFor(call, chosen, addFinding);
	return asOfDay(chosen, today, yearEnd, text(call.input.date), (finding) => call.refuse(finding));
}
