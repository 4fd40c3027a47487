import type { Reply } from '../route';
import type { Call } from './office';
import { answer } from './wire/replies';

/** Payroll settings, in an object of its own; the days of the year are a text, as in Xero's example. */
export const settings: Readonly<Record<string, (call: Call) => Reply>> = {
	getSettings: (call) => answer(call, 'Settings', { ...call.office.settings, DaysInPayrollYear: '364', EmployeesAreSTP2: false }),
};
