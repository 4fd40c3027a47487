import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import { calendarDate } from '../../accounting/values/dates';
import { rounded } from '../../accounting/values/decimal';
import type { Reply } from '../../route';
import { type Call, employeeIn, type Office } from '../office';
import type { CalendarRow, EmployeeRow, LeavePeriod } from '../rows';
import { periodsBetween } from '../time/periods';
import { wrapped } from '../wire/envelope';
import { badQuery, forbidden } from '../wire/problems';
import { hoursAWeek, hoursIn } from './hours';

/** Most days that can be asked for at once. */
const MOST_DAYS = 366 * 3;

/** The pay calendar of an employee. @throws 400 when there is none */
export function calendarOf(office: Office, { employment }: EmployeeRow): CalendarRow {
	const calendar = office.calendars.get(employment?.payrollCalendarID ?? '');
	if (!calendar) throw forbidden('The employee has no pay run calendar.');
	return calendar;
}

/** The pay periods from one day to another with the hours that are usually worked on those days. */
export function workedOut(office: Office, employee: EmployeeRow, from: string, to: string): LeavePeriod[] {
	return periodsBetween(calendarOf(office, employee), from, to).map((period) => ({
		periodStartDate: period.start,
		periodEndDate: period.end,
		numberOfUnits: hoursIn(office, employee.employeeID, period, from, to),
	}));
}

/** Whether a pay run of the employee's calendar that covers the day is posted. */
export function isPaid(office: Office, { employment }: EmployeeRow, day: string): boolean {
	return office.payRuns
		.all('calendar', employment?.payrollCalendarID ?? '')
		.some((run) => run.payRunStatus === 'Posted' && run.periodStartDate <= day && day <= run.periodEndDate);
}

/** A period of leave as answers show it; New Zealand tells what was taken in weeks too. */
export function periodBody(office: Office, employee: EmployeeRow, period: LeavePeriod, status?: string): Body {
	const weeks = rounded(period.numberOfUnits / hoursAWeek(office, employee.employeeID), 4);
	return office.shown('LeavePeriod', {
		...period,
		periodStatus: status,
		...{ typeOfUnits: 'Hours', numberOfUnitsTaken: weeks, typeOfUnitsTaken: 'Weeks' },
	});
}

function dayOf({ request }: Call, name: string): string | undefined {
	const value = query(request, name);
	const day = value === undefined ? undefined : calendarDate(value);
	if (value !== undefined && day === undefined) throw badQuery(`The ${name} '${value}' is not valid`);
	return day;
}

/** The pay periods of an employee; the calendar's own where no days are asked for. */
function list(call: Call): Reply {
	const { office, request } = call;
	const employee = employeeIn(call);
	const calendar = calendarOf(office, employee);
	const start = dayOf(call, 'startDate') ?? calendar.periodStartDate;
	const end = dayOf(call, 'endDate') ?? (start > calendar.periodEndDate ? start : calendar.periodEndDate);
	if (end < start) throw badQuery('The end date must be on or after the start date');
	if (Date.parse(end) - Date.parse(start) > MOST_DAYS * 86_400_000) throw badQuery('The dates are too far apart');
	const [status] = office.region.leaveStates;
	const periods = workedOut(office, employee, start, end).map((period) =>
		periodBody(office, employee, period, status === 'Estimated' ? status : undefined),
	);
	return wrapped(request, { periods });
}

export const leavePeriods: Readonly<Record<string, (call: Call) => Reply>> = { getEmployeeLeavePeriods: list };
