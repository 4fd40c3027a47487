import type { IDataObject } from 'n8n-workflow';
import { fillPath } from '../shared/model/path';
import { labelledSentencesOf } from '../shared/model/errorMessages';
import type { Api, Operation, RecordType, Resource } from '../shared/model/operation';
import { resource } from '../shared/model/operation';
import type { Paging } from '../shared/model/request';
import { objectsIn } from '../shared/model/values';
import { list } from '../shared/operations/crud';
import { withoutPersonalData } from '../XeroPayroll/builders/personalData';

/** Lists of version 1.0: a short or empty page ends them. */
const PAGES: Paging = { by: 'page', size: 100, fixed: true };

/** What a list of Australia's payroll is, as far as a trigger reads it. */
type Listed = Pick<RecordType, 'key' | 'name' | 'plural' | 'description' | 'path' | 'id' | 'scope' | 'simplified'>;

const listed = (kind: Listed, xero: string, more: Partial<Operation> = {}): Resource =>
	resource({
		...kind,
		fields: {},
		operations: (own) => ({ getAll: list(own, xero, {}, PAGES, { path: `/1.0/${kind.path}`, ...more }) }),
	});

/** Leave has a status for each pay period, and no sum: the status that all share, else MIXED, and the units together. */
function withStatus(record: IDataObject): IDataObject {
	const periods = objectsIn(record.LeavePeriods);
	const statuses = [...new Set(periods.map(({ LeavePeriodStatus }) => String(LeavePeriodStatus)))];
	const units = periods.reduce((sum, { NumberOfUnits }) => sum + Number(NumberOfUnits ?? 0), 0);
	return {
		...record,
		...(statuses.length === 0 ? {} : { Status: statuses.length === 1 ? statuses[0]! : 'MIXED' }),
		NumberOfUnits: Math.round(units * 1e6) / 1e6,
	};
}

const employee = listed(
	{
		key: 'employee',
		name: 'Employee',
		plural: 'Employees',
		description: 'A person on the payroll',
		path: 'Employees',
		id: 'EmployeeID',
		scope: 'payroll.employees',
		simplified: [
			'EmployeeID',
			'FirstName',
			'LastName',
			'Email',
			'Status',
			'JobTitle',
			'StartDate',
			'PayrollCalendarID',
			'OrdinaryEarningsRateID',
			'UpdatedDateUTC',
		],
	},
	'getEmployees',
);

/** The second version of the list has requests and rejected leave, too; it answers 500 when it is asked what changed. */
const leaveApplication = listed(
	{
		key: 'leaveApplication',
		name: 'Leave Application',
		plural: 'Leave Applications',
		description: 'Leave that is asked for, approved or rejected',
		path: 'LeaveApplications',
		id: 'LeaveApplicationID',
		scope: 'payroll.employees',
		simplified: [
			'LeaveApplicationID',
			'EmployeeID',
			'LeaveTypeID',
			'Title',
			'StartDate',
			'EndDate',
			'Status',
			'NumberOfUnits',
			'PayOutType',
			'UpdatedDateUTC',
		],
	},
	'getLeaveApplicationsV2',
	{ path: '/1.0/LeaveApplications/v2', envelope: 'LeaveApplications', shape: withStatus },
);

const payRun = listed(
	{
		key: 'payRun',
		name: 'Pay Run',
		plural: 'Pay Runs',
		description: 'The pay of all employees of a calendar for one period',
		path: 'PayRuns',
		id: 'PayRunID',
		scope: 'payroll.payruns',
		simplified: [
			'PayRunID',
			'PayrollCalendarID',
			'PayRunPeriodStartDate',
			'PayRunPeriodEndDate',
			'PaymentDate',
			'PayRunStatus',
			'UpdatedDateUTC',
		],
	},
	'getPayRuns',
);

/** Payslips have no list of their own: a pay run holds a summary of each. */
const payslip = listed(
	{
		key: 'payslip',
		name: 'Payslip',
		plural: 'Payslips',
		description: 'What an employee is paid in a pay run',
		path: 'PayRuns',
		id: 'PayslipID',
		scope: 'payroll.payruns',
		simplified: ['PayslipID', 'PayRunID', 'EmployeeID', 'FirstName', 'LastName', 'UpdatedDateUTC'],
	},
	'getPayRuns',
);

const timesheet = listed(
	{
		key: 'timesheetV1',
		name: 'Timesheet',
		plural: 'Timesheets',
		description: 'The hours of an employee in a pay period',
		path: 'Timesheets',
		id: 'TimesheetID',
		scope: 'payroll.timesheets',
		simplified: ['TimesheetID', 'EmployeeID', 'StartDate', 'EndDate', 'Status', 'Hours', 'UpdatedDateUTC'],
	},
	'getTimesheets',
);

/** What the trigger reads of Xero's Payroll API of Australia, version 1.0. */
export const australia: Api = {
	name: 'Payroll AU',
	basePath: '/payroll.xro',
	largestPage: 100,
	conventions: {
		calendarDates: new Set([
			'DateOfBirth',
			'StartDate',
			'EndDate',
			'TerminationDate',
			'PaymentDate',
			'PayRunPeriodStartDate',
			'PayRunPeriodEndDate',
			'PayPeriodStartDate',
			'PayPeriodEndDate',
		]),
		accessRequirements: (scope) =>
			scope.startsWith('payroll')
				? 'Payroll must be set up in Xero for this organisation, the demo company too, and the user who connected it must be a payroll administrator. Country must be that of the organisation.'
				: '',
		sentences: (body, sent, labelOf) => labelledSentencesOf(body, labelOf).map((sentence) => withoutPersonalData(sentence, sent)),
	},
	resources: [employee, leaveApplication, payRun, payslip, timesheet],
};

/** Where a pay run is with its payslips. */
export const payRunPath = (PayRunID: string): string => fillPath('/1.0/PayRuns/{PayRunID}', { PayRunID });
