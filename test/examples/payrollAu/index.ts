import type { Examples } from '../example';
import { apiRequest } from '../payrollNz/settings';
import { employee } from './employee';
import { leaveApplication } from './leaveApplication';
import { leaveBalance } from './leaveBalance';
import { payrollCalendar } from './payrollCalendar';
import { settings } from './settings';
import { superFund, superFundProduct } from './superFund';
import { timesheet, timesheetLine } from './timesheet';
import { timesheetV1 } from './timesheetV1';

/** Examples of the node for Australia, by resource. */
export const examples: Readonly<Record<string, Examples>> = {
	apiRequest,
	employee,
	leaveApplication,
	leaveBalance,
	payrollCalendar,
	settings,
	superFund,
	superFundProduct,
	timesheet,
	timesheetLine,
	timesheetV1,
};
