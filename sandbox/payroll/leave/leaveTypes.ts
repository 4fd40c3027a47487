import type { Body } from '../../accounting/resource/replies';
import { rounded, sum } from '../../accounting/values/decimal';
import type { Reply } from '../../route';
import { type Call, employeeIn, type Office } from '../office';
import type { EmployeeLeaveTypeRow, EmployeeRow } from '../rows';
import { unpaged, wrapped } from '../wire/envelope';
import { forbidden } from '../wire/problems';
import { hoursAWeek } from './hours';

const body = (office: Office, row: EmployeeLeaveTypeRow): Body => office.shown('EmployeeLeaveType', row);

/** Gives an employee a leave type. In New Zealand the leave is set up first. @throws 400 */
function create(call: Call): Reply {
	const { office, request } = call;
	const { employeeID, leaveSetup } = employeeIn(call);
	const reading = office.reading();
	const { rateAccruedHourly, ...sent } = reading.record<EmployeeLeaveTypeRow>('EmployeeLeaveType', request.body);
	const type = office.leaveTypes.get(sent.leaveTypeID ?? '');
	reading.expect(type !== undefined, 'leaveTypeID', 'The leave type could not be found.');
	reading.expect(sent.scheduleOfAccrual !== undefined, 'scheduleOfAccrual', 'The Schedule Of Accrual field is required.');
	reading.check();
	if (office.region.leaveSetup && leaveSetup === undefined) throw forbidden('Leave must be set up for the employee first.');
	if (office.leaveTypesOf.get(`${employeeID} ${sent.leaveTypeID}`))
		throw forbidden('The leave type is assigned to the employee already.', 'leaveTypeID');
	// New Zealand has no accrual by the hour worked.
	const hourly = office.region.key === 'uk' && rateAccruedHourly !== undefined ? { rateAccruedHourly } : {};
	const row = office.leaveTypesOf.put({ ...sent, ...hourly, employeeID } as EmployeeLeaveTypeRow);
	return wrapped(request, { leaveType: body(office, row) });
}

/** What is left of a leave type: its opening balance less the leave there is. It can be below zero. */
function balance(office: Office, { employeeID }: EmployeeRow, { leaveTypeID, openingBalance = 0 }: EmployeeLeaveTypeRow): Body {
	const type = office.leaveTypes.get(leaveTypeID);
	const typeOfUnits = type?.typeOfUnits ?? 'Hours';
	const taken = office.leave
		.all('employee', employeeID)
		.filter((one) => one.leaveTypeID === leaveTypeID)
		.flatMap(({ periods }) => periods.map(({ numberOfUnits }) => numberOfUnits));
	const hours = sum(taken);
	const used = typeOfUnits === 'Weeks' ? hours / hoursAWeek(office, employeeID) : hours;
	return office.shown('EmployeeLeaveBalance', {
		...{ name: type?.name, leaveTypeID, typeOfUnits },
		balance: rounded(openingBalance - used, 4),
	});
}

export const leaveTypes: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeLeaveTypes(call) {
		const rows = call.office.leaveTypesOf.all('employee', employeeIn(call).employeeID);
		return wrapped(call.request, { leaveTypes: rows.map((row) => body(call.office, row)) });
	},
	createEmployeeLeaveType: create,
	getEmployeeLeaveBalances(call) {
		const employee = employeeIn(call);
		const rows = call.office.leaveTypesOf.all('employee', employee.employeeID);
		const leaveBalances = rows.map((row) => balance(call.office, employee, row));
		return unpaged(call.request, rows.length, { leaveBalances });
	},
};
