import type { Api, Resource } from '../../shared/model/operation';
import { apiRequest } from '../../shared/operations/apiRequest';
import { pagesOf, payrollConventions } from '../builders/conventions';
import { employeeLeave, leavePeriod } from '../builders/leave';
import { leaveBalance } from '../builders/leaveBalances';
import type { PayrollCountry } from '../builders/otherCountry';
import { settings } from '../builders/parts';
import { reimbursements } from '../builders/payItems';
import { payTemplate } from '../builders/payTemplate';
import { benefit } from './benefit';
import { deduction } from './deduction';
import { earningsOrder } from './earningsOrder';
import { earningsRate } from './earningsRate';
import { employee } from './employee';
import { employeeLeaveType } from './employeeLeaveType';
import { employeeTax } from './employeeTax';
import { employment } from './employment';
import { leaveType } from './leaveType';
import { openingBalance } from './openingBalance';
import { paymentMethod } from './paymentMethod';
import { payRun } from './payRun';
import { payRunCalendar } from './payRunCalendar';
import { paySlip } from './paySlip';
import { salaryAndWage } from './salaryAndWage';
import { statutoryLeave } from './statutoryLeave';
import { timesheet, timesheetLine } from './timesheet';

const resources: readonly Resource[] = [
	apiRequest(pagesOf),
	benefit,
	deduction,
	earningsOrder,
	earningsRate,
	employee,
	employeeLeave('getEmployeeLeave'),
	employeeLeaveType,
	employeeTax,
	employment,
	leaveBalance(),
	leavePeriod(),
	leaveType,
	openingBalance,
	paymentMethod,
	payRun,
	payRunCalendar,
	paySlip,
	payTemplate({ getAll: 'getEmployeePayTemplate', one: 'PayTemplates/earnings', many: 'paytemplateearnings' }),
	reimbursements(),
	salaryAndWage,
	settings('/Settings/trackingCategories'),
	statutoryLeave,
	timesheet,
	timesheetLine,
];

/** As sentences name it. */
export const UNITED_KINGDOM: PayrollCountry = { code: 'GB', name: 'the United Kingdom' };

/** Xero's Payroll API of the United Kingdom, version 2.0. */
export const payrollUk: Api = {
	name: 'Payroll UK',
	basePath: '/payroll.xro/2.0',
	largestPage: 100,
	preset: 'employee',
	conventions: payrollConventions(UNITED_KINGDOM, ['dateFirstEmployedAsCivilian', 'directorshipStartDate'], () => resources),
	resources,
};
