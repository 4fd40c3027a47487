import { date, flag, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { amount, ofEmployee, pay } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

export const leaveSetup = resource({
	key: 'leaveSetup',
	name: 'Leave Setup',
	plural: 'Leave Setups',
	description: 'How leave of an employee begins; needed before any leave can be given',
	path: 'Employees/{EmployeeID}/LeaveSetup',
	id: 'employeeID',
	scope: 'payroll.employees',
	...travels('leaveSetup', 'leaveSetup'),
	fields: {
		includeHolidayPay: flag('Include Holiday Pay', 'Whether holiday pay is paid with every pay'),
		holidayPayOpeningBalance: pay('Holiday Pay Opening Balance'),
		annualLeaveOpeningBalance: amount('Annual Leave Opening Balance', { description: 'May be below zero', min: -10_000 }),
		negativeAnnualLeaveBalancePaidAmount: pay('Negative Annual Leave Balance Paid Amount'),
		SickLeaveToAccrueAnnually: amount('Sick Leave to Accrue Annually'),
		SickLeaveMaximumToAccrue: amount('Sick Leave Maximum to Accrue'),
		sickLeaveOpeningBalance: amount('Sick Leave Opening Balance', { min: -10_000 }),
		SickLeaveScheduleOfAccrual: text('Sick Leave Schedule of Accrual', { placeholder: 'e.g. OnAnniversaryDate' }),
		SickLeaveAnniversaryDate: date('Sick Leave Anniversary Date'),
		AnnualLeaveAnniversaryDate: date('Annual Leave Anniversary Date'),
	},
	operations: (leaveSetup) => {
		const own = verbs(leaveSetup, { inside: ofEmployee, shape: withEmployee });
		const { confirmedBy: _none, ...create } = own.create('createEmployeeLeaveSetup', [], {
			notice: 'Xero cannot be asked for a leave setup later on',
		});
		return { create };
	},
});
