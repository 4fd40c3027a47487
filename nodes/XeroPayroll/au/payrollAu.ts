import type { Api, Resource } from '../../shared/model/operation';
import { apiRequest } from '../../shared/operations/apiRequest';
import { pagesOf, payrollV1Conventions } from '../builders/conventions';
import { BALANCES_OF_EMPLOYEES, leaveBalance } from '../builders/leaveBalances';
import { deductionType } from './deductionType';
import { earningsRate } from './earningsRate';
import { employee } from './employee';
import { leaveApplication } from './leaveApplication';
import { leaveType } from './leaveType';
import { payItem } from './payItem';
import { payRun } from './payRun';
import { payslip } from './payslip';
import { payrollCalendar } from './payrollCalendar';
import { reimbursementType } from './reimbursementType';
import { settings } from './settings';
import { superFund } from './superFund';
import { superFundProduct } from './superFundProduct';
import { timesheet, timesheetLine } from './timesheet';
import { timesheetV1 } from './timesheetV1';

const resources: readonly Resource[] = [
	// What a person writes is sent as it was written.
	{ ...apiRequest(pagesOf), conventions: { writesMsDates: false } },
	deductionType,
	earningsRate,
	employee,
	leaveApplication,
	leaveBalance(BALANCES_OF_EMPLOYEES),
	leaveType,
	payItem,
	payRun,
	payslip,
	payrollCalendar,
	reimbursementType,
	settings,
	superFund,
	superFundProduct,
	timesheet,
	timesheetLine,
	timesheetV1,
];

/** Xero's Payroll API of Australia: version 1.0, and version 2.0 of its timesheets. */
export const payrollAu: Api = {
	name: 'Payroll AU',
	basePath: '/payroll.xro',
	largestPage: 100,
	preset: 'employee',
	conventions: payrollV1Conventions('Australia', () => resources),
	resources,
};
