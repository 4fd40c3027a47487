import { Table, Undo } from '../accounting/book/table';
import type { Body } from '../accounting/resource/replies';
import { newIds } from '../newIds';
import { description } from '../payroll/wire/description';
import { Reading } from '../payroll/wire/input';
import type { TimesheetRow } from '../payroll/rows';
import type { SandboxRequest } from '../route';
import type {
	CalendarRow,
	DeductionTypeRow,
	EarningsRateRow,
	EmployeeRow,
	LeaveRow,
	LeaveTypeRow,
	PayRunRow,
	PayslipRow,
	ReimbursementTypeRow,
	SuperFundRow,
} from './rows';

/** What Xero says of the two versions. */
export const versions = { one: description('au'), two: description('au-v2') };

/** The payroll of one organisation in Australia. */
export class Office {
	readonly undo = new Undo();
	readonly employees = new Table<EmployeeRow>(this.undo, (row) => row.EmployeeID, {});
	readonly calendars = new Table<CalendarRow>(this.undo, (row) => row.PayrollCalendarID, {});
	readonly earningsRates = new Table<EarningsRateRow>(this.undo, (row) => row.EarningsRateID, {});
	readonly deductionTypes = new Table<DeductionTypeRow>(this.undo, (row) => row.DeductionTypeID, {});
	readonly leaveTypes = new Table<LeaveTypeRow>(this.undo, (row) => row.LeaveTypeID, {});
	readonly reimbursementTypes = new Table<ReimbursementTypeRow>(this.undo, (row) => row.ReimbursementTypeID, {});
	/** Of both versions, as 2.0 has them: a line of 1.0 is one for each day of the period. */
	readonly timesheets = new Table<TimesheetRow, 'employee'>(this.undo, (row) => row.timesheetID, {
		employee: (row) => row.employeeID.toLowerCase(),
	});
	readonly leave = new Table<LeaveRow, 'employee'>(this.undo, (row) => row.LeaveApplicationID, {
		employee: (row) => row.EmployeeID.toLowerCase(),
	});
	readonly payRuns = new Table<PayRunRow, 'calendar'>(this.undo, (row) => row.PayRunID, {
		calendar: (row) => row.PayrollCalendarID.toLowerCase(),
	});
	readonly payslips = new Table<PayslipRow, 'run'>(this.undo, (row) => row.PayslipID, {
		run: (row) => row.PayRunID.toLowerCase(),
	});
	readonly superFunds = new Table<SuperFundRow>(this.undo, (row) => row.SuperFundID, {});
	/** Accounts and tracking categories of payroll settings, as answers tell them. */
	settings: { Accounts: ReadonlyArray<Record<string, string>>; TrackingCategories: Record<string, Record<string, string>> } = {
		Accounts: [],
		TrackingCategories: {},
	};
	/** Where ids come from: seeded while the demo data is written. */
	newId: () => string = newIds();

	/** A fresh reader of a body; `free` names, by schema, what need not be sent although the schema requires it. */
	reading(free: Readonly<Record<string, readonly string[]>> = {}): Reading {
		return new Reading(versions.one, free);
	}
}

/** One call: where its records are, what it asks for, and when it is. */
export interface Call {
	readonly office: Office;
	readonly request: SandboxRequest;
	/** The day and the moment in UTC, as rows have them. */
	readonly today: string;
	readonly now: string;
	/** Records of the organisation's books under a plural name of Xero's. */
	readonly books: (plural: string) => readonly Body[];
}
