import type { Reply } from '../route';
import { items } from './items/items';
import { leave } from './leave/leave';
import { leavePeriods } from './leave/leavePeriods';
import { leaveSetup } from './leave/leaveSetup';
import { leaveTypes } from './leave/leaveTypes';
import { statutoryLeave } from './leave/statutoryLeave';
import type { Call } from './office';
import { payRuns } from './pay/payRuns';
import { paySlips } from './pay/paySlips';
import { employees } from './people/employees';
import { employment } from './people/employment';
import { openingBalances } from './people/openingBalances';
import { paymentMethods } from './people/paymentMethods';
import { payTemplates } from './people/payTemplates';
import { salaries } from './people/salaries';
import { tax } from './people/tax';
import { workingPatterns } from './people/workingPatterns';
import { settings } from './settings';
import { calendars } from './time/calendars';
import { timesheets } from './time/timesheets';

/** What every operation of both countries does, by Xero's name for it. */
export const operations: Readonly<Record<string, (call: Call) => Reply>> = {
	...employees,
	...employment,
	...tax,
	...openingBalances,
	...paymentMethods,
	...payTemplates,
	...salaries,
	...workingPatterns,
	...leave,
	...leavePeriods,
	...leaveSetup,
	...leaveTypes,
	...statutoryLeave,
	...items,
	...calendars,
	...timesheets,
	...payRuns,
	...paySlips,
	...settings,
};
