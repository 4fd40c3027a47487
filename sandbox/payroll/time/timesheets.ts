import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import { calendarDate } from '../../accounting/values/dates';
import { sum } from '../../accounting/values/decimal';
import type { Reply } from '../../route';
import type { Table } from '../../accounting/book/table';
import type { SandboxRequest } from '../../route';
import { conditions } from '../people/conditions';
import type { TimesheetLine, TimesheetRow } from '../rows';
import type { Description } from '../wire/description';
import { paged, wrapped } from '../wire/envelope';
import type { Reading } from '../wire/input';
import { fresh } from '../wire/output';
import { badQuery, forbidden, notFound } from '../wire/problems';
import { periodOf } from './periods';

/** What timesheets need of a payroll, whichever the country. */
export interface TimeOffice {
	readonly timesheets: Table<TimesheetRow, 'employee'>;
	readonly employees: { get(id: string): { employment?: { payrollCalendarID: string } } | undefined };
	readonly calendars: { get(id: string): { calendarType: string; periodStartDate: string } | undefined };
	readonly earningsRates: { get(id: string): object | undefined };
	readonly region: { readonly description: Description };
	readonly newId: () => string;
	/** A timesheet as this API tells it: as it is kept when absent. */
	told?(row: TimesheetRow): TimesheetRow;
	/** The answer to a deletion: the wrapper alone when absent. */
	deleted?: Reply;
	shown(schema: string, row: object): Body;
	reading(): Reading;
}

/** One call about timesheets. */
export interface TimeCall {
	readonly office: TimeOffice;
	readonly request: SandboxRequest;
	/** The moment in UTC, as rows have it. */
	readonly now: string;
}

/** A timesheet as answers show it; lists have no lines. */
function body(office: TimeOffice, kept: TimesheetRow, lines = true): Body {
	const row = office.told?.(kept) ?? kept;
	const totalHours = sum(row.timesheetLines.map(({ numberOfUnits }) => numberOfUnits));
	return office.shown('Timesheet', { ...row, totalHours, timesheetLines: lines ? row.timesheetLines : undefined });
}

function dayOf({ request }: TimeCall, name: string): string | undefined {
	const value = query(request, name);
	const day = value === undefined ? undefined : calendarDate(value);
	if (value !== undefined && day === undefined) throw badQuery(`The ${name} '${value}' is not valid`);
	return day;
}

function list(call: TimeCall): Reply {
	const { office, request } = call;
	const wanted = conditions(request, ['employeeId', 'payrollCalendarId']);
	const [status, from, to] = [query(request, 'status')?.toLowerCase(), dayOf(call, 'startDate'), dayOf(call, 'endDate')];
	const { enum: states = [] } = office.region.description.schema('Timesheet').properties?.status ?? {};
	if (status !== undefined && !states.some((state) => state.toLowerCase() === status))
		throw badQuery(`The status '${status}' is not valid`);
	const fits = (row: TimesheetRow): boolean =>
		wanted.every(([name, id]) => (name === 'employeeId' ? row.employeeID : row.payrollCalendarID).toLowerCase() === id) &&
		(status === undefined || (office.told?.(row) ?? row).status.toLowerCase() === status) &&
		(from === undefined || row.startDate >= from) &&
		(to === undefined || row.endDate <= to);
	const found = office.timesheets.values().filter(fits);
	const sort = query(request, 'sort')?.toLowerCase();
	if (sort !== undefined && sort !== 'startdate' && sort !== 'createddate') throw badQuery(`The sort '${sort}' is not valid`);
	const sorted = sort === 'startdate' ? [...found].sort((a, b) => b.startDate.localeCompare(a.startDate)) : found;
	return paged(request, 'timesheets', sorted, (row) => body(office, row, false));
}

/** Complains of a line that is not of the timesheet's days, has an unknown rate, or no hours. */
function checkLine(
	office: TimeOffice,
	reading: Reading,
	line: Partial<TimesheetLine>,
	{ startDate, endDate }: Pick<TimesheetRow, 'startDate' | 'endDate'>,
	at = '',
): void {
	const { date, earningsRateID, numberOfUnits } = line;
	if (date !== undefined)
		reading.expect(startDate <= date && date <= endDate, `${at}date`, 'The date must be within the timesheet period.');
	if (earningsRateID !== undefined)
		reading.expect(
			office.earningsRates.get(earningsRateID) !== undefined,
			`${at}earningsRateID`,
			'The earnings rate could not be found.',
		);
	if (numberOfUnits !== undefined)
		reading.expect(numberOfUnits > 0, `${at}numberOfUnits`, 'The number of units must be greater than 0.');
}

/** Adds a draft for a pay period of the employee's calendar. @throws 400 */
function create(call: TimeCall): TimesheetRow {
	const { office, request, now } = call;
	const reading = office.reading();
	const { timesheetLines = [], ...sent } = reading.record<TimesheetRow>('Timesheet', request.body);
	const { payrollCalendarID, employeeID, startDate, endDate } = sent;
	const employee = office.employees.get(employeeID ?? '');
	if (employeeID !== undefined) reading.expect(employee !== undefined, 'employeeID', 'The employee could not be found.');
	const calendar = office.calendars.get(payrollCalendarID ?? '');
	if (payrollCalendarID !== undefined)
		reading.expect(calendar !== undefined, 'payrollCalendarID', 'The pay run calendar could not be found.');
	for (const [at, line] of timesheetLines.entries())
		if (startDate !== undefined && endDate !== undefined) checkLine(office, reading, line, sent, `timesheetLines[${at}].`);
	reading.check();
	if (!employee || !calendar) throw notFound('employee');
	if (employee.employment?.payrollCalendarID !== payrollCalendarID)
		throw forbidden('The employee is not on this pay run calendar.', 'payrollCalendarID');
	const period = periodOf(calendar, startDate);
	if (period.start !== startDate || period.end !== endDate)
		throw forbidden("Provided period doesn't correspond with a pay period", 'startDate');
	const there = office.timesheets.all('employee', employeeID).some((other) => other.startDate === startDate);
	if (there) throw forbidden('A timesheet already exists for this employee and period.');
	return office.timesheets.put({
		...{ timesheetID: office.newId(), payrollCalendarID, employeeID, startDate, endDate },
		status: 'Draft',
		timesheetLines: timesheetLines.map((line) => ({ ...line, timesheetLineID: office.newId() })),
		updatedDateUTC: now,
	});
}

/** The timesheet in the path. @throws 404 */
function inCall({ office, request }: TimeCall): TimesheetRow {
	const row = office.timesheets.get(request.params['TimesheetID'] ?? '');
	if (!row) throw notFound('timesheet');
	return row;
}

/** The timesheet in the path, while it may be changed. @throws 400, 404 */
function draft(call: TimeCall): TimesheetRow {
	const row = inCall(call);
	if (row.status === 'Approved') throw forbidden('An approved timesheet cannot be changed. Revert it to draft first.');
	if (row.status === 'Completed') throw forbidden('A timesheet that was paid cannot be changed.');
	return row;
}

/** The line in the path. @throws 404 */
function lineIn({ request }: TimeCall, { timesheetLines }: TimesheetRow): TimesheetLine {
	const id = request.params['TimesheetLineID']?.toLowerCase();
	const line = timesheetLines.find(({ timesheetLineID }) => timesheetLineID.toLowerCase() === id);
	if (!line) throw notFound('timesheet line');
	return line;
}

/** Adds a line to a draft, or replaces one whole. @throws 400 */
function writeLine(call: TimeCall, change: boolean): Reply {
	const { office, request, now } = call;
	const row = draft(call);
	const before = change ? lineIn(call, row) : undefined;
	const reading = office.reading();
	const sent = reading.record<TimesheetLine>('TimesheetLine', request.body);
	checkLine(office, reading, sent, row);
	reading.check();
	const line = { ...sent, timesheetLineID: before?.timesheetLineID ?? office.newId() };
	const others = row.timesheetLines.map((one) => (one === before ? line : one));
	office.timesheets.put({ ...row, timesheetLines: before ? others : [...others, line], updatedDateUTC: now });
	return wrapped(request, { timesheetLine: office.shown('TimesheetLine', line) });
}

/** Moves a timesheet from one status to another. @throws 400 from any other */
function move(from: readonly string[], to: TimesheetRow['status'], sentence: string): (call: TimeCall) => Reply {
	return (call) => {
		const row = inCall(call);
		if (!from.includes(row.status)) throw forbidden(sentence);
		const moved = call.office.timesheets.put({ ...row, status: to, updatedDateUTC: call.now });
		return wrapped(call.request, { timesheet: fresh(body(call.office, moved)) });
	};
}

/** The answer to a deletion. */
const gone = ({ office, request }: TimeCall): Reply => office.deleted ?? wrapped(request);

export const timesheets: Readonly<Record<string, (call: TimeCall) => Reply>> = {
	getTimesheets: list,
	createTimesheet: (call) => wrapped(call.request, { timesheet: fresh(body(call.office, create(call))) }),
	getTimesheet: (call) => wrapped(call.request, { timesheet: body(call.office, inCall(call)) }),
	deleteTimesheet(call) {
		call.office.timesheets.remove(draft(call).timesheetID);
		return gone(call);
	},
	createTimesheetLine: (call) => writeLine(call, false),
	updateTimesheetLine: (call) => writeLine(call, true),
	deleteTimesheetLine(call) {
		const row = draft(call);
		const line = lineIn(call, row);
		const timesheetLines = row.timesheetLines.filter((one) => one !== line);
		call.office.timesheets.put({ ...row, timesheetLines, updatedDateUTC: call.now });
		return gone(call);
	},
	approveTimesheet: move(['Draft', 'Requested', 'Rejected'], 'Approved', 'Only a draft timesheet can be approved.'),
	revertTimesheet: move(['Approved'], 'Draft', 'Only an approved timesheet can be reverted to draft.'),
};

/** Every timesheet with its lines. */
export function timesheetBodies(office: TimeOffice): Body[] {
	return office.timesheets.values().map((row) => body(office, row));
}
