import { Table, Undo } from '../accounting/book/table';
import type { Body } from '../accounting/resource/replies';
import { newIds } from '../newIds';
import type { SandboxRequest } from '../route';
import type { Region } from './regions';
import type {
	CalendarRow,
	EarningsRateRow,
	EmployeeLeaveTypeRow,
	EmployeeRow,
	ItemRow,
	LeaveRow,
	LeaveTypeRow,
	PatternRow,
	PayRunRow,
	PaySlipRow,
	SalaryRow,
	StatutoryLeaveRow,
	TemplateRow,
	TimesheetRow,
} from './rows';
import { Reading } from './wire/input';
import { shown } from './wire/output';
import { notFound } from './wire/problems';

/** The payroll of one organisation. */
export class Office {
	readonly undo = new Undo();
	readonly employees = new Table<EmployeeRow>(this.undo, (row) => row.employeeID, {});
	readonly salaries = new Table<SalaryRow, 'employee'>(this.undo, (row) => row.salaryAndWagesID, byEmployee);
	readonly patterns = new Table<PatternRow, 'employee'>(this.undo, (row) => row.payeeWorkingPatternID, byEmployee);
	readonly templates = new Table<TemplateRow, 'employee'>(this.undo, (row) => row.payTemplateEarningID, byEmployee);
	readonly leaveTypesOf = new Table<EmployeeLeaveTypeRow, 'employee'>(
		this.undo,
		(row) => `${row.employeeID} ${row.leaveTypeID}`,
		byEmployee,
	);
	readonly leave = new Table<LeaveRow, 'employee'>(this.undo, (row) => row.leaveID, byEmployee);
	readonly statutoryLeave = new Table<StatutoryLeaveRow, 'employee'>(this.undo, (row) => row.statutoryLeaveID, byEmployee);
	readonly calendars = new Table<CalendarRow>(this.undo, (row) => row.payrollCalendarID, {});
	readonly timesheets = new Table<TimesheetRow, 'employee'>(this.undo, (row) => row.timesheetID, byEmployee);
	readonly payRuns = new Table<PayRunRow, 'calendar'>(this.undo, (row) => row.payRunID, {
		calendar: (row) => row.payrollCalendarID,
	});
	readonly paySlips = new Table<PaySlipRow, 'run'>(this.undo, (row) => row.paySlipID, { run: (row) => row.payRunID });
	readonly earningsRates = new Table<EarningsRateRow>(this.undo, (row) => row.earningsRateID, {});
	readonly leaveTypes = new Table<LeaveTypeRow>(this.undo, (row) => row.leaveTypeID, {});
	readonly deductions = new Table<ItemRow>(this.undo, (row) => String(row.deductionId), {});
	readonly benefits = new Table<ItemRow>(this.undo, (row) => String(row.id), {});
	readonly statutoryDeductions = new Table<ItemRow>(this.undo, (row) => String(row.id), {});
	readonly reimbursements = new Table<ItemRow>(this.undo, (row) => String(row.reimbursementID), {});
	/** Accounts that payroll pays through, as its settings tell them. */
	accounts: readonly Body[] = [];
	trackingCategories: Body = {};
	/** Where ids come from: seeded while the demo data is written. */
	newId: () => string = newIds();

	constructor(readonly region: Region) {}

	/** What an answer shows of a row. */
	shown(schema: string, row: object): Body {
		return shown(this.region.description, schema, row);
	}

	/** A fresh reader of a body. */
	reading(): Reading {
		return new Reading(this.region.description, this.region.free);
	}
}

const byEmployee = { employee: (row: { employeeID: string }): string => row.employeeID.toLowerCase() };

/** One call: where its records are, what it asks for, and when it is. */
export interface Call {
	readonly office: Office;
	readonly request: SandboxRequest;
	/** The day and the moment in UTC, as rows have them. */
	readonly today: string;
	readonly now: string;
	/** The chart of accounts of the organisation's books. */
	readonly chart: () => readonly Body[];
}

/** The row that the path names. @throws 404 */
export function inPath<Row>({ request }: Call, hole: string, table: { get(id: string): Row | undefined }, what: string): Row {
	const row = table.get(request.params[hole] ?? '');
	if (!row) throw notFound(what);
	return row;
}

/** The employee in the path. @throws 404 */
export function employeeIn(call: Call): EmployeeRow {
	return inPath(call, 'EmployeeID', call.office.employees, 'employee');
}

/** A part of the employee in the path that the path names too. @throws 404 */
export function partIn<Row extends { employeeID: string }>(
	call: Call,
	hole: string,
	table: { get(id: string): Row | undefined },
	what: string,
): Row {
	const { employeeID } = employeeIn(call);
	const row = inPath(call, hole, table, what);
	if (row.employeeID !== employeeID) throw notFound(what);
	return row;
}
