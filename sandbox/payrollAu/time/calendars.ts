import type { Body } from '../../accounting/resource/replies';
import { type Period, periodOf, periodsBetween } from '../../payroll/time/periods';
import type { Reply } from '../../route';
import type { Call } from '../office';
import type { CalendarRow } from '../rows';
import { inPath, type Kind, listed, whole } from '../wire/lists';
import { answer, written } from '../wire/replies';

/** Xero's types of calendars, by what the payroll of other countries calls them. */
const TYPES: Readonly<Record<string, string>> = {
	WEEKLY: 'Weekly',
	FORTNIGHTLY: 'Fortnightly',
	FOURWEEKLY: 'FourWeekly',
	MONTHLY: 'Monthly',
	TWICEMONTHLY: 'TwiceMonthly',
	QUARTERLY: 'Quarterly',
};

/** A calendar as pay periods are counted by. */
export function counted({ CalendarType, StartDate }: CalendarRow): { calendarType: string; periodStartDate: string } {
	return { calendarType: TYPES[CalendarType] ?? 'Weekly', periodStartDate: StartDate };
}

/** The pay period of a calendar that a day is in. */
export const periodIn = (calendar: CalendarRow, day: string): Period => periodOf(counted(calendar), day);

/** The pay periods of a calendar that touch the days from `from` to `to`. */
export const periodsIn = (calendar: CalendarRow, from: string, to: string): Period[] =>
	periodsBetween(counted(calendar), from, to);

const kind: Kind<CalendarRow> = { plural: 'PayrollCalendars', singular: 'PayrollCalendar', id: 'PayrollCalendarID' };

/** Adds a calendar. It has no end, which follows from its type, and is never changed or deleted. @throws 400 */
function create(call: Call, body: object): CalendarRow {
	const { office, now } = call;
	const reading = office.reading();
	const { Name, CalendarType, StartDate, PaymentDate, ReferenceDate } = reading.record<Partial<CalendarRow>>(
		'PayrollCalendar',
		body,
	);
	reading.expect(Name !== undefined, 'Name', 'The Name is required.');
	reading.expect(CalendarType !== undefined, 'CalendarType', 'The Calendar Type is required.');
	reading.expect(StartDate !== undefined, 'StartDate', 'The Start Date is required.');
	reading.expect(PaymentDate !== undefined, 'PaymentDate', 'The Payment Date is required.');
	const same = office.calendars.values().some((row) => row.Name.toLowerCase() === Name?.toLowerCase());
	reading.expect(!same, 'Name', 'The Name of the payroll calendar must be unique.');
	if (StartDate !== undefined && PaymentDate !== undefined)
		reading.expect(StartDate <= PaymentDate, 'PaymentDate', 'The Payment Date must be on or after the Start Date.');
	reading.check();
	return office.calendars.put({
		...{ PayrollCalendarID: office.newId(), Name: Name ?? '', CalendarType: CalendarType ?? '', UpdatedDateUTC: now },
		...{ StartDate: StartDate ?? '', PaymentDate: PaymentDate ?? '' },
		...(ReferenceDate === undefined ? {} : { ReferenceDate }),
	});
}

export const calendars: Readonly<Record<string, (call: Call) => Reply>> = {
	getPayrollCalendars: (call) => listed(call, kind, call.office.calendars.values()),
	getPayrollCalendar: (call) =>
		answer(call, kind.plural, [whole(call, kind, inPath(call, 'PayrollCalendarID', call.office.calendars))]),
	createPayrollCalendar: (call) => written(call, kind.plural, (sent) => whole(call, kind, create(call, sent))),
};

/** Every calendar, with ISO dates. */
export const calendarRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.calendars.values().map((row) => whole(call, kind, row, 'plain'));
