import type { Body } from '../../accounting/resource/replies';
import { random } from '../../accounting/seed/random';
import { monthStart } from '../../accounting/values/calendar';
import { addDays } from '../../accounting/values/dates';
import type { TimesheetRow } from '../../payroll/rows';
import type { Office } from '../office';
import { workedOut } from '../leave/units';
import { draftPayRun, postPayRun } from '../pay/payRuns';
import type { CalendarRow, EmployeeRow, LeavePeriod } from '../rows';
import { periodIn } from '../time/calendars';
import { seedPayItems } from './payItems';
import { addPeople } from './people';

/** What the demo data of a payroll depends on. */
interface Given {
	tenantId: string;
	chart: readonly Body[];
	trackingCategories: readonly Body[];
	/** `YYYY-MM-DD` and `YYYY-MM-DDTHH:mm:ss`, in UTC. */
	today: string;
	now: string;
}

/**
 * Fills a fresh payroll: six made-up people, four calendars, and for the weekly one last week's posted pay run and this week's draft. An
 * empty one has the pay items that Xero makes.
 */
export function seedOffice(office: Office, size: 'demo' | 'small' | 'empty', given: Given): void {
	const { tenantId, today, now } = given;
	const chance = random(`${tenantId} payroll`);
	const newId = office.newId;
	office.newId = () => chance.uuid();
	seedPayItems(office, given.chart, given.trackingCategories, now);
	if (size !== 'empty') {
		seedSuperFunds(office, now);
		const [weekly, fortnightly, ...others] = seedCalendars(office, today, now);
		const people = addPeople(office, [weekly, fortnightly, ...others], today, now);
		seedTimesheets(office, people, weekly, fortnightly, now);
		seedLeave(office, people, weekly, now);
		postPayRun(office, draftPayRun(office, weekly, now), now);
		draftPayRun(office, office.calendars.get(weekly.PayrollCalendarID) ?? weekly, now);
	}
	office.newId = newId;
}

/** A regulated fund and a self-managed one, neither of which there is. */
function seedSuperFunds(office: Office, now: string): void {
	office.superFunds.put({
		...{ SuperFundID: office.newId(), Type: 'REGULATED', Name: 'Example Super', USI: 'EXM0001AU', ABN: '00000000000' },
		...{ EmployerNumber: '1', UpdatedDateUTC: now },
	});
	office.superFunds.put({
		...{ SuperFundID: office.newId(), Type: 'SMSF', Name: 'Made Up Family Super', ABN: '00000000001', BSB: '000-000' },
		...{ AccountNumber: '000000009', AccountName: 'Made Up Family Super', UpdatedDateUTC: now },
	});
}

/** Weekly from last week on, fortnightly from this week on, monthly and twice monthly from the first of the month on. */
function seedCalendars(office: Office, today: string, now: string): [CalendarRow, CalendarRow, CalendarRow, CalendarRow] {
	const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
	const calendar = (Name: string, CalendarType: string, StartDate: string): CalendarRow => {
		const row = { PayrollCalendarID: office.newId(), Name, CalendarType, StartDate, ReferenceDate: StartDate };
		const PaymentDate = addDays(periodIn({ ...row, PaymentDate: StartDate, UpdatedDateUTC: now }, StartDate).end, 2);
		return office.calendars.put({ ...row, PaymentDate, UpdatedDateUTC: now });
	};
	return [
		calendar('Weekly', 'WEEKLY', addDays(monday, -7)),
		calendar('Fortnightly', 'FORTNIGHTLY', monday),
		calendar('Monthly', 'MONTHLY', monthStart(today)),
		calendar('Twice Monthly', 'TWICEMONTHLY', monthStart(today)),
	];
}

/** Timesheets in every state: that of last week is paid by the pay run that is posted. */
function seedTimesheets(
	office: Office,
	[, hourly, byFortnight]: readonly EmployeeRow[],
	weekly: CalendarRow,
	fortnightly: CalendarRow,
	now: string,
): void {
	if (!hourly || !byFortnight) return;
	const week = [8, 8, 7.5, 8, 6];
	const [rate] = office.earningsRates.values();
	const sheet = (
		employee: EmployeeRow,
		calendar: CalendarRow,
		day: string,
		status: TimesheetRow['status'],
		hours: number[],
	): void => {
		const { start, end } = periodIn(calendar, day);
		const days = Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
		office.timesheets.put({
			...{ timesheetID: office.newId(), payrollCalendarID: calendar.PayrollCalendarID, employeeID: employee.EmployeeID },
			...{ startDate: start, endDate: end, status, updatedDateUTC: now },
			timesheetLines: Array.from({ length: days }, (_none, at) => ({
				...{ timesheetLineID: office.newId(), date: addDays(start, at), earningsRateID: rate?.EarningsRateID ?? '' },
				...{ numberOfUnits: hours[at] ?? 0, line: 0 },
			})),
		});
	};
	sheet(hourly, weekly, weekly.StartDate, 'Approved', week);
	sheet(hourly, weekly, addDays(weekly.StartDate, 7), 'Draft', week.slice(0, 3));
	sheet(hourly, weekly, addDays(weekly.StartDate, -7), 'Rejected', week);
	sheet(byFortnight, fortnightly, fortnightly.StartDate, 'Approved', week);
	sheet(byFortnight, fortnightly, addDays(fortnightly.StartDate, 14), 'Requested', week.slice(0, 2));
}

/** Leave in every state: that of last week is paid by the pay run that is posted. */
function seedLeave(office: Office, [salaried, hourly]: readonly EmployeeRow[], weekly: CalendarRow, now: string): void {
	if (!salaried || !hourly) return;
	const [annual, personal] = office.leaveTypes.values();
	const leave = (
		employee: EmployeeRow,
		Title: string,
		[from, days]: readonly [weeks: number, days: number],
		state: LeavePeriod['LeavePeriodStatus'],
		LeaveTypeID = annual?.LeaveTypeID ?? '',
	): void => {
		const StartDate = addDays(weekly.StartDate, from * 7 + 1);
		const EndDate = addDays(StartDate, days - 1);
		office.leave.put({
			...{ LeaveApplicationID: office.newId(), EmployeeID: employee.EmployeeID, LeaveTypeID, Title, StartDate, EndDate },
			...{ PayOutType: 'DEFAULT', UpdatedDateUTC: now },
			LeavePeriods: workedOut(employee, weekly, StartDate, EndDate, state),
			...(state === 'SCHEDULED' ? { requestID: office.newId() } : {}),
		});
	};
	leave(salaried, 'A day off', [0, 1], 'SCHEDULED', personal?.LeaveTypeID);
	leave(salaried, 'Holiday', [5, 8], 'SCHEDULED');
	leave(salaried, 'Long weekend', [8, 2], 'REQUESTED');
	leave(hourly, 'Wedding', [9, 3], 'REQUESTED');
	leave(hourly, 'Football', [10, 1], 'REJECTED');
}
