import type { Body } from '../../accounting/resource/replies';
import { addDays } from '../../accounting/values/dates';
import { daysBetween } from '../../accounting/values/calendar';
import { sum } from '../../accounting/values/decimal';
import type { TimesheetLine, TimesheetRow } from '../../payroll/rows';
import type { Reading } from '../../payroll/wire/input';
import { forbidden } from '../../payroll/wire/problems';
import type { Reply } from '../../route';
import type { Call, Office } from '../office';
import { inPath, type Kind, listed, whole } from '../wire/lists';
import { answer, changed, written } from '../wire/replies';
import { periodIn } from './calendars';

/** Timesheets of version 1.0: whole days of a pay period in one line for each rate. Version 2.0 is another view of the same ones. */

/** What 1.0 calls the states that are kept. */
const STATES = {
	Draft: 'DRAFT',
	Approved: 'APPROVED',
	Completed: 'PROCESSED',
	Requested: 'REQUESTED',
	Rejected: 'REJECTED',
} as const;

/** One line as a body has it: hours of each day of the period. */
interface DaysLine {
	EarningsRateID?: string;
	TrackingItemID?: string;
	NumberOfUnits?: number[];
}
interface Sent {
	TimesheetID?: string;
	EmployeeID?: string;
	StartDate?: string;
	EndDate?: string;
	Status?: string;
	TimesheetLines?: DaysLine[];
}

/** What a client of 1.0 sees of a timesheet: lines that 2.0 made have one day with hours. */
function look(_call: unknown, row: TimesheetRow): Body {
	const { timesheetID, employeeID, startDate, endDate, status, timesheetLines, updatedDateUTC: UpdatedDateUTC } = row;
	const rows = new Map<unknown, TimesheetLine[]>();
	for (const one of timesheetLines) rows.set(one.line ?? one, [...(rows.get(one.line ?? one) ?? []), one]);
	const days = Array.from({ length: daysBetween(startDate, endDate) + 1 }, (_day, at) => addDays(startDate, at));
	return {
		...{ TimesheetID: timesheetID, EmployeeID: employeeID, StartDate: startDate, EndDate: endDate, Status: STATES[status] },
		Hours: sum(timesheetLines.map(({ numberOfUnits }) => numberOfUnits)),
		TimesheetLines: [...rows.values()].map((line) => ({
			...{ EarningsRateID: line[0]?.earningsRateID, TrackingItemID: line[0]?.trackingItemID, UpdatedDateUTC },
			NumberOfUnits: days.map((day) => line.find(({ date }) => date === day)?.numberOfUnits ?? 0),
		})),
		UpdatedDateUTC,
	};
}

/** Rows carry their own names of 1.0 in lists, so that ids and moments are found. */
type Seen = TimesheetRow & { TimesheetID: string; UpdatedDateUTC: string };
const seen = (row: TimesheetRow): Seen => ({ ...row, TimesheetID: row.timesheetID, UpdatedDateUTC: row.updatedDateUTC });
const kind: Kind<Seen> = { plural: 'Timesheets', singular: 'Timesheet', id: 'TimesheetID', look };

const body = (call: Call, row: TimesheetRow): Body => whole(call, kind, seen(row));

/** Complains of lines with an unknown rate or option, or with another number of days than the period has. */
function checkLines(call: Call, reading: Reading, lines: readonly DaysLine[], days: number): void {
	const { office, books } = call;
	const category = office.settings.TrackingCategories.TimesheetCategories?.TrackingCategoryID;
	const options = books('TrackingCategories')
		.filter(({ TrackingCategoryID }) => TrackingCategoryID === category)
		.flatMap(({ Options }) => Options as Body[]);
	for (const { EarningsRateID: rate, TrackingItemID: option, NumberOfUnits = [] } of lines) {
		reading.expect(
			rate !== undefined && office.earningsRates.get(rate) !== undefined,
			'EarningsRateID',
			'Earnings rate not found',
		);
		const known =
			option === undefined || options.some(({ TrackingOptionID }) => String(TrackingOptionID).toLowerCase() === option);
		reading.expect(known, 'TrackingItemID', 'The tracking item could not be found');
		reading.expect(
			NumberOfUnits.length === days,
			'NumberOfUnits',
			`The number of units must be given for each of the ${days} days of the timesheet period`,
		);
		reading.expect(
			NumberOfUnits.every((units) => units >= 0),
			'NumberOfUnits',
			'The number of units must not be less than 0',
		);
	}
}

/** The status that a body asks for: what it is, or a draft, or approved. */
function stateOf(reading: Reading, sent: string | undefined, before: TimesheetRow['status'] = 'Draft'): TimesheetRow['status'] {
	const asked = Object.entries(STATES).find(([, name]) => name === sent)?.[0] as TimesheetRow['status'] | undefined;
	if (asked === undefined || asked === before) return before;
	reading.expect(
		asked === 'Draft' || asked === 'Approved',
		'Status',
		`The status of a timesheet cannot be set to ${STATES[asked]}`,
	);
	return asked;
}

/** Each line of 1.0 as one of 2.0 a day. */
function dayLines(office: Office, startDate: string, lines: readonly DaysLine[]): TimesheetLine[] {
	return lines.flatMap(({ EarningsRateID = '', TrackingItemID, NumberOfUnits = [] }, line) =>
		NumberOfUnits.map((numberOfUnits, day) => ({
			...{ timesheetLineID: office.newId(), date: addDays(startDate, day), earningsRateID: EarningsRateID, numberOfUnits, line },
			...(TrackingItemID === undefined ? {} : { trackingItemID: TrackingItemID }),
		})),
	);
}

/** Adds a timesheet for a pay period of the employee's calendar. @throws 400 */
function create(call: Call, element: Body): TimesheetRow {
	const { office, now } = call;
	const reading = office.reading();
	const sent = reading.record<Sent>('Timesheet', element);
	const { EmployeeID = '', StartDate = '', EndDate = '', TimesheetLines = [] } = sent;
	const employee = office.employees.get(EmployeeID);
	if (sent.EmployeeID !== undefined) reading.expect(employee !== undefined, 'EmployeeID', 'The employee could not be found');
	const status = stateOf(reading, sent.Status);
	reading.check();
	const calendar = office.calendars.get(employee?.PayrollCalendarID ?? '');
	if (!calendar) throw forbidden('The employee is not assigned to a payroll calendar');
	const period = periodIn(calendar, StartDate);
	if (period.start !== StartDate || period.end !== EndDate)
		throw forbidden("Provided period doesn't correspond with a pay period");
	if (office.timesheets.all('employee', EmployeeID).some(({ startDate }) => startDate === StartDate))
		throw forbidden('This timesheet already exists, please provide the timesheet ID');
	checkLines(call, reading, TimesheetLines, daysBetween(StartDate, EndDate) + 1);
	reading.check();
	return office.timesheets.put({
		...{ timesheetID: office.newId(), payrollCalendarID: calendar.PayrollCalendarID, employeeID: EmployeeID },
		...{ startDate: StartDate, endDate: EndDate, status, updatedDateUTC: now },
		timesheetLines: dayLines(office, StartDate, TimesheetLines),
	});
}

/** Changes a timesheet that was not paid: lines that are sent replace all there are. @throws 400 */
function update(call: Call, before: TimesheetRow, element: Body): TimesheetRow {
	const { office, now } = call;
	const reading = office.reading({ Timesheet: ['EmployeeID', 'StartDate', 'EndDate'] });
	const { EmployeeID, StartDate, EndDate, TimesheetLines, Status } = reading.record<Sent>('Timesheet', element);
	if (before.status === 'Completed') throw forbidden('A processed timesheet cannot be updated');
	const { employeeID, startDate, endDate } = before;
	reading.expect((EmployeeID ?? employeeID) === employeeID, 'EmployeeID', 'The employee of a timesheet cannot be changed');
	const same = (StartDate ?? startDate) === startDate && (EndDate ?? endDate) === endDate;
	reading.expect(same, 'StartDate', 'The period of a timesheet cannot be changed');
	const status = stateOf(reading, Status, before.status);
	checkLines(call, reading, TimesheetLines ?? [], daysBetween(startDate, endDate) + 1);
	reading.check();
	const timesheetLines = TimesheetLines ? dayLines(office, startDate, TimesheetLines) : before.timesheetLines;
	return office.timesheets.put({ ...before, status, timesheetLines, updatedDateUTC: now });
}

const inCall = (call: Call): TimesheetRow => inPath(call, 'TimesheetID', call.office.timesheets);

export const timesheets: Readonly<Record<string, (call: Call) => Reply>> = {
	getTimesheets: (call) => listed(call, kind, call.office.timesheets.values().map(seen)),
	getTimesheet: (call) => answer(call, 'Timesheet', body(call, inCall(call))),
	createTimesheet: (call) =>
		written(call, kind.plural, (sent) => {
			const known = call.office.timesheets.get(String(sent.TimesheetID));
			return body(call, known ? update(call, known, sent) : create(call, sent));
		}),
	updateTimesheet(call) {
		const row = inCall(call);
		return changed(call, kind.plural, (sent) => body(call, update(call, row, sent)));
	},
};

/** Every timesheet, with ISO dates. */
export const timesheetRecords = (call: Pick<Call, 'office'>): Body[] =>
	call.office.timesheets.values().map((row) => whole(call, kind, seen(row), 'plain'));
