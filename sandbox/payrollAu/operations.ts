import type { Reply } from '../route';
import { payItems } from './items/payItems';
import { leaveApplications } from './leave/leaveApplications';
import type { Call } from './office';
import { payRuns } from './pay/payRuns';
import { payslips } from './pay/payslips';
import { employees } from './people/employees';
import { settings } from './settings';
import { superFunds } from './super/superFunds';
import { calendars } from './time/calendars';
import { timesheets } from './time/timesheets';

/** What every operation of version 1.0 does, by Xero's name for it. */
export const operations: Readonly<Record<string, (call: Call) => Reply>> = {
	...employees,
	...payItems,
	...calendars,
	...timesheets,
	...leaveApplications,
	...payRuns,
	...payslips,
	...superFunds,
	...settings,
};
