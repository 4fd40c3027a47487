import type { Examples } from '../example';
import { apiRequest } from '../payrollNz/settings';
import { employee } from './employee';
import { leaveApplication } from './leaveApplication';
import { leaveBalance } from './leaveBalance';
import { payRun, payslips } from './pay';
import { deductionType, earningsRate, leaveType, payItem, reimbursementType } from './payItems';
import { payrollCalendar } from './payrollCalendar';
import { settings } from './settings';
import { superFund, superFundProduct } from './superFund';
import { timesheet, timesheetLine } from './timesheet';
import { timesheetV1 } from './timesheetV1';

/** Examples of the node for Australia, by resource. */
export const examples: Readonly<Record<string, Examples>> = {
	apiRequest,
	deductionType,
	earningsRate,
	employee,
	leaveApplication,
	leaveBalance,
	leaveType,
	payItem,
	payRun,
	...payslips,
	payrollCalendar,
	reimbursementType,
	settings,
	superFund,
	superFundProduct,
	timesheet,
	timesheetLine,
	timesheetV1,
};
