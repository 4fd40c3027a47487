/** When the invoices of a template come. */
import type { ScheduleRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { addMonths, daysBetween } from '../values/calendar';
import { addDays } from '../values/dates';

const TERMS = [
	'DAYSAFTERBILLDATE',
	'DAYSAFTERBILLMONTH',
	'DAYSAFTERINVOICEDATE',
	'DAYSAFTERINVOICEMONTH',
	'OFCURRENTMONTH',
	'OFFOLLOWINGMONTH',
] as const;

/** Reads the schedule of a new template. */
export function readSchedule(input: Input): ScheduleRow | undefined {
	const part = input.object('Schedule');
	if (!part) return void input.fail('The Schedule of a repeating invoice must be specified.');
	const period = part.number('Period', 4);
	const unit = part.choice('Unit', ['WEEKLY', 'MONTHLY']);
	const due = part.number('DueDate', 4);
	const terms = part.choice('DueDateType', TERMS);
	const [start, end] = [part.date('StartDate'), part.date('EndDate')];
	if (period === undefined || !Number.isInteger(period) || period < 1 || period > 999)
		part.fail('The Period field must be a whole number from 1 to 999.');
	if (unit === undefined && !part.given('Unit')) part.fail('The Unit field must be WEEKLY or MONTHLY.');
	if (terms === undefined && !part.given('DueDateType')) part.fail('The DueDateType field must be specified.');
	const [least, most] = terms?.startsWith('OF') ? [1, 31] : [0, 999];
	if (due === undefined || !Number.isInteger(due) || due < least || due > most)
		part.fail(`The DueDate field must be a whole number from ${least} to ${most}.`);
	if (start === undefined) part.fail('The StartDate field must be specified.');
	if (start !== undefined && end !== undefined && end < start)
		part.fail('The EndDate field must not be before the StartDate field.');
	if (input.findings.failed || period === undefined || due === undefined || !unit || !terms || !start) return undefined;
	return { Period: period, Unit: unit, DueDate: due, DueDateType: terms, StartDate: start, ...(end ? { EndDate: end } : {}) };
}

/**
 * The day of the next invoice of a schedule: the first one that is not before `today`. Months are counted from StartDate, so that a
 * schedule of the 31st falls on the last day of shorter months and on the 31st again afterwards. None after EndDate.
 */
export function nextScheduled({ Period, Unit, StartDate, EndDate }: ScheduleRow, today: string): string | undefined {
	const occurrence = (index: number): string =>
		Unit === 'WEEKLY' ? addDays(StartDate, index * Period * 7) : addMonths(StartDate, index * Period);
	const behind = Unit === 'WEEKLY' ? daysBetween(StartDate, today) / (Period * 7) : monthsBetween(StartDate, today) / Period;
	let index = Math.max(0, Math.floor(behind));
	while (occurrence(index) < today) index += 1;
	const next = occurrence(index);
	return EndDate !== undefined && next > EndDate ? undefined : next;
}

function monthsBetween(from: string, to: string): number {
	const [year, month] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), Number(to.slice(5, 7)) - Number(from.slice(5, 7))];
	return year * 12 + month;
}
