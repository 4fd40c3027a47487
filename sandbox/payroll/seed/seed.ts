import { random } from '../../accounting/seed/random';
import type { Body } from '../../accounting/resource/replies';
import { addDays } from '../../accounting/values/dates';
import { monthStart } from '../../accounting/values/calendar';
import { workedOut } from '../leave/leavePeriods';
import type { Office } from '../office';
import { draftPayRun, postPayRun } from '../pay/payRuns';
import type { CalendarRow, EmployeeRow, TimesheetRow } from '../rows';
import { periodOf } from '../time/periods';
import { addPerson, PEOPLE } from './people';
import { seedPayItems } from './payItems';

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
 * Fills a fresh payroll: six made-up people, three calendars, and for the weekly one last week's posted pay run and this week's draft. An
 * empty one has the pay items that Xero makes.
 */
export function seedOffice(office: Office, size: 'demo' | 'small' | 'empty', given: Given): void {
	const { tenantId, today, now } = given;
	const chance = random(`${tenantId} payroll`);
	const newId = office.newId;
	office.newId = () => chance.uuid();
	seedPayItems(office, given.chart, given.trackingCategories, now);
	if (size !== 'empty') {
		const [weekly, fortnightly, monthly] = seedCalendars(office, today, now);
		const people = PEOPLE[office.region.key].map((person, at) =>
			addPerson(office, person, at, [weekly, fortnightly, monthly], today, now),
		);
		seedTime(office, people, weekly, fortnightly, now);
		postPayRun(office, draftPayRun(office, weekly, now), now);
		draftPayRun(office, office.calendars.get(weekly.payrollCalendarID) ?? weekly, now);
	}
	office.newId = newId;
}

/** Weekly from last week on, fortnightly from this week on, monthly. */
function seedCalendars(office: Office, today: string, now: string): [CalendarRow, CalendarRow, CalendarRow] {
	const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
	const calendar = (calendarType: string, periodStartDate: string): CalendarRow => {
		const { end } = periodOf({ calendarType, periodStartDate }, periodStartDate);
		return office.calendars.put({
			...{ payrollCalendarID: office.newId(), name: calendarType, calendarType, periodStartDate },
			...{ periodEndDate: end, paymentDate: addDays(end, 2), updatedDateUTC: now },
		});
	};
	return [calendar('Weekly', addDays(monday, -7)), calendar('Fortnightly', monday), calendar('Monthly', monthStart(today))];
}

/** Leave and timesheets in every state: those of last week are paid by the pay run that is posted. */
function seedTime(
	office: Office,
	people: readonly EmployeeRow[],
	weekly: CalendarRow,
	fortnightly: CalendarRow,
	now: string,
): void {
	const [salaried, hourly, byFortnight] = people;
	if (!salaried || !hourly || !byFortnight) return;
	const { leaveTypeID = '' } = office.leaveTypesOf.all('employee', salaried.employeeID)[0] ?? {};
	const leave = (description: string, from: string, days: number): void => {
		const endDate = addDays(from, days - 1);
		office.leave.put({
			...{ leaveID: office.newId(), employeeID: salaried.employeeID, leaveTypeID, description, startDate: from, endDate },
			...{ periods: workedOut(office, salaried, from, endDate), updatedDateUTC: now },
		});
	};
	leave('A day off', addDays(weekly.periodStartDate, 4), 1);
	leave('Holiday', addDays(weekly.periodStartDate, 35), 5);
	const week = [8, 8, 7.5, 8, 6];
	const sheet = (
		employee: EmployeeRow,
		calendar: CalendarRow,
		day: string,
		status: TimesheetRow['status'],
		hours: number[],
	): void => {
		const { start, end } = periodOf(calendar, day);
		const [rate] = office.earningsRates.values();
		office.timesheets.put({
			...{ timesheetID: office.newId(), payrollCalendarID: calendar.payrollCalendarID, employeeID: employee.employeeID },
			...{ startDate: start, endDate: end, status, updatedDateUTC: now },
			timesheetLines: hours.map((numberOfUnits, at) => ({
				...{
					timesheetLineID: office.newId(),
					date: addDays(start, at),
					earningsRateID: rate?.earningsRateID ?? '',
					numberOfUnits,
				},
			})),
		});
	};
	sheet(hourly, weekly, weekly.periodStartDate, 'Approved', week);
	sheet(hourly, weekly, addDays(weekly.periodStartDate, 7), 'Draft', week.slice(0, 3));
	sheet(byFortnight, fortnightly, fortnightly.periodStartDate, 'Approved', week);
	const requested = office.region.key === 'nz' ? 'Requested' : 'Draft';
	sheet(byFortnight, fortnightly, addDays(fortnightly.periodStartDate, 14), requested, week.slice(0, 2));
}
