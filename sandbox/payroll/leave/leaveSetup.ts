import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, employeeIn, type Office } from '../office';
import { wrapped } from '../wire/envelope';
import { plainDays } from '../wire/output';
import { forbidden } from '../wire/problems';

/** Gives an employee the leave types that every employee in New Zealand has, with the balances of the setup. */
export function setUpLeave(office: Office, employeeID: string, setup: Body): void {
	const amount = (name: string): number | undefined => (setup[name] === undefined ? undefined : Number(setup[name]));
	const { leaveTypesOf, leaveTypes } = office;
	const give = (name: string, more: { scheduleOfAccrual: string; [field: string]: unknown }): void => {
		const type = leaveTypes.values().find((one) => one.name === name);
		if (type && !leaveTypesOf.get(`${employeeID} ${type.leaveTypeID}`))
			leaveTypesOf.put({ employeeID, leaveTypeID: type.leaveTypeID, ...more });
	};
	give('Annual Leave', {
		scheduleOfAccrual: 'OnAnniversaryDate',
		unitsAccruedAnnually: 4,
		typeOfUnitsToAccrue: 'Weeks',
		openingBalance: amount('annualLeaveOpeningBalance') ?? 0,
		openingBalanceTypeOfUnits: 'Weeks',
		...{ showAnnualLeaveInAdvance: false, scheduleOfAccrualDate: setup.AnnualLeaveAnniversaryDate },
	});
	give('Sick Leave', {
		scheduleOfAccrual: String(setup.SickLeaveScheduleOfAccrual ?? 'AnnuallyAfter6Months'),
		unitsAccruedAnnually: amount('SickLeaveToAccrueAnnually') ?? 10,
		typeOfUnitsToAccrue: 'Days',
		maximumToAccrue: amount('SickLeaveMaximumToAccrue') ?? 20,
		openingBalance: amount('sickLeaveOpeningBalance') ?? 0,
		scheduleOfAccrualDate: setup.SickLeaveAnniversaryDate,
	});
	if (setup.includeHolidayPay === true || setup.holidayPayOpeningBalance !== undefined)
		give('Holiday Pay', {
			scheduleOfAccrual: 'PercentageOfGrossEarnings',
			percentageOfGrossEarnings: 8,
			includeHolidayPayEveryPay: setup.includeHolidayPay === true,
			openingBalance: amount('holidayPayOpeningBalance') ?? 0,
			openingBalanceTypeOfUnits: 'Dollars',
		});
}

/** Schedules as employees' leave types have them; the setup's own field is text. */
const SCHEDULES = /^(AnnuallyAfter6Months|OnAnniversaryDate|PercentageOfGrossEarnings|NoAccruals)$/;

/** Sets the leave of an employee up, once. It cannot be read back. @throws 400 */
function create(call: Call): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const reading = office.reading();
	const leaveSetup = reading.record<Body>('EmployeeLeaveSetup', request.body);
	const { SickLeaveScheduleOfAccrual: schedule } = leaveSetup;
	reading.expect(
		schedule === undefined || SCHEDULES.test(String(schedule)),
		'sickLeaveScheduleOfAccrual',
		'The schedule of accrual is not valid.',
	);
	reading.check();
	if (employee.employment === undefined) throw forbidden('The employee has no pay run calendar.');
	if (employee.leaveSetup !== undefined) throw forbidden('Leave is set up for the employee already.');
	office.employees.put({ ...employee, leaveSetup, updatedDateUTC: now });
	setUpLeave(office, employee.employeeID, leaveSetup);
	// The schema has some names with a capital, Xero's example of an answer has none.
	const shown = Object.entries(plainDays(office.shown('EmployeeLeaveSetup', leaveSetup)));
	return wrapped(request, {
		leaveSetup: Object.fromEntries(shown.map(([name, value]) => [name.replace(/^./, (letter) => letter.toLowerCase()), value])),
	});
}

export const leaveSetup: Readonly<Record<string, (call: Call) => Reply>> = { createEmployeeLeaveSetup: create };
