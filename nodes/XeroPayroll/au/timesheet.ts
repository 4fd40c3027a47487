import { inWords } from '../builders/inputs';
import { timesheets } from '../builders/timesheets';
import { CONVENTIONS_V1, CONVENTIONS_V2 } from './conventions';
import { activeEmployee } from './inputs';
import { payrollCalendarPicker } from './payrollCalendar';
import { TimesheetsV1 } from './timesheetsV1';

/** Timesheets of version 2.0; the employees and calendars that they are about are those of version 1.0. */
export const [timesheet, timesheetLine] = timesheets({
	statuses: inWords(['Draft', 'Approved', 'Completed']),
	root: '2.0/',
	conventions: CONVENTIONS_V2,
	employee: activeEmployee,
	payrollCalendar: payrollCalendarPicker,
	employees: {
		path: '/1.0/Employees',
		envelope: 'Employees',
		calendar: 'PayrollCalendarID',
		todo: 'Give the employee one with Employee, Update, or choose Payroll Calendar',
	},
	addsLines: true,
	listsLines: true,
	rows: {
		xero: ['createTimesheet', 'updateTimesheet', 'getTimesheets', 'getEmployees', 'getPayrollCalendars'],
		path: '/1.0/Timesheets',
		conventions: CONVENTIONS_V1,
		storeOf: (call) => new TimesheetsV1(call),
	},
});
