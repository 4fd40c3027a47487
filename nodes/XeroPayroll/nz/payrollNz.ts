import type { Api, Resource } from '../../shared/model/operation';
import { apiRequest } from '../../shared/operations/apiRequest';
import { pagesOf, payrollConventions } from '../builders/conventions';
import { employeeLeave, leavePeriod } from '../builders/leave';
import { leaveBalance } from '../builders/leaveBalances';
import type { PayrollCountry } from '../builders/otherCountry';
import { settings } from '../builders/parts';
import { payTemplate } from '../builders/payTemplate';
import { deduction } from './deduction';
import { earningsRate } from './earningsRate';
import { employee } from './employee';
import { employeeLeaveType } from './employeeLeaveType';
import { employeeTax } from './employeeTax';
import { employment } from './employment';
import { leaveSetup } from './leaveSetup';
import { leaveType } from './leaveType';
import { openingBalance } from './openingBalance';
import { paymentMethod } from './paymentMethod';
import { payRun } from './payRun';
import { payRunCalendar } from './payRunCalendar';
import { paySlip } from './paySlip';
import { reimbursement } from './reimbursement';
import { salaryAndWage } from './salaryAndWage';
import { statutoryDeduction } from './statutoryDeduction';
import { superannuation } from './superannuation';
import { timesheet, timesheetLine } from './timesheet';
import { workingPattern } from './workingPattern';

const resources: readonly Resource[] = [
	apiRequest(pagesOf),
	deduction,
	earningsRate,
	employee,
	employeeLeave(),
	employeeLeaveType,
	employeeTax,
	employment,
	leaveBalance(),
	leavePeriod(),
	leaveSetup,
	leaveType,
	openingBalance,
	paymentMethod,
	payRun,
	payRunCalendar,
	paySlip,
	payTemplate({ getAll: 'getEmployeePayTemplates', one: 'PayTemplates/Earnings', many: 'PayTemplateEarnings' }),
	reimbursement,
	salaryAndWage,
	settings('/Settings/TrackingCategories'),
	statutoryDeduction,
	superannuation,
	timesheet,
	timesheetLine,
	workingPattern,
];

/** As sentences name it. */
export const NEW_ZEALAND: PayrollCountry = { code: 'NZ', name: 'New Zealand' };

/** Xero's Payroll API of New Zealand, version 2.0. */
export const payrollNz: Api = {
	name: 'Payroll NZ',
	basePath: '/payroll.xro/2.0',
	largestPage: 100,
	preset: 'employee',
	conventions: payrollConventions(
		NEW_ZEALAND,
		[
			'annualLeaveAnniversaryDate',
			'AnnualLeaveAnniversaryDate',
			'kiwiSaverContributionHolidayEndDate',
			'kiwiSaverOptOutDate',
			'sickLeaveAnniversaryDate',
			'SickLeaveAnniversaryDate',
			'studentLoanAsAt',
		],
		() => resources,
	),
	resources,
};
