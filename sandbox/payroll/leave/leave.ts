import type { Body } from '../../accounting/resource/replies';
import type { Reply } from '../../route';
import { type Call, employeeIn, type Office, partIn } from '../office';
import type { EmployeeRow, LeaveRow } from '../rows';
import { wrapped } from '../wire/envelope';
import { fresh } from '../wire/output';
import { forbidden } from '../wire/problems';
import { isPaid, periodBody, workedOut } from './leavePeriods';

/** Longest description of leave. */
const LONGEST = 50;

function body(office: Office, employee: EmployeeRow, row: LeaveRow): Body {
	const [before, after] = office.region.leaveStates;
	const periods = row.periods.map((period) =>
		periodBody(office, employee, period, isPaid(office, employee, period.periodStartDate) ? after : before),
	);
	return { ...office.shown('EmployeeLeave', { ...row, periods: [] }), periods };
}

/** Adds leave, or replaces it whole. Periods that are not the pay periods of its days are worked out by Xero. @throws 400 */
function write(call: Call, before?: LeaveRow): Reply {
	const { office, request, now } = call;
	const employee = employeeIn(call);
	const { employeeID } = employee;
	const reading = office.reading();
	const sent = reading.record<LeaveRow>('EmployeeLeave', request.body);
	reading.expect(
		(sent.description ?? '').length <= LONGEST,
		'description',
		`The description must be no more than ${LONGEST} characters long.`,
	);
	const { startDate = '', endDate = '' } = sent;
	if (startDate !== '' && endDate !== '')
		reading.expect(startDate <= endDate, 'startDate', 'The start date must be on or before the end date.');
	const held = office.leaveTypesOf.get(`${employeeID} ${sent.leaveTypeID}`);
	if (sent.leaveTypeID !== undefined)
		reading.expect(held !== undefined, 'leaveTypeID', 'The leave type is not assigned to the employee.');
	const statutory = office.leaveTypes.get(sent.leaveTypeID ?? '')?.isStatutoryLeave === true;
	reading.expect(!statutory, 'leaveTypeID', 'Statutory leave cannot be added here.');
	for (const [at, { numberOfUnits = 0 }] of (sent.periods ?? []).entries())
		reading.expect(numberOfUnits >= 0, `periods[${at}].numberOfUnits`, 'The number of units must not be less than 0.');
	reading.check();
	const { employment } = employee;
	if (employment !== undefined && startDate < employment.startDate)
		throw forbidden('The start date must be on or after the start date of the employee.', 'startDate');
	const own = workedOut(office, employee, startDate, endDate);
	const days = (periods: LeaveRow['periods']): string =>
		periods.map((one) => `${one.periodStartDate}/${one.periodEndDate}`).join();
	const given = sent.periods ?? [];
	const complete = given.every(({ numberOfUnits }) => numberOfUnits !== undefined);
	const periods = given.length > 0 && complete && days(given) === days(own) ? given : own;
	if (periods.some(({ periodStartDate }) => isPaid(office, employee, periodStartDate)))
		throw forbidden('Leave in a pay period that is posted cannot be added or changed.');
	const row = office.leave.put({
		...{ leaveTypeID: sent.leaveTypeID, description: sent.description, startDate, endDate },
		periods: periods.map(({ periodStartDate, periodEndDate, numberOfUnits }) => ({
			periodStartDate,
			periodEndDate,
			numberOfUnits,
		})),
		...{ employeeID, leaveID: before?.leaveID ?? office.newId(), updatedDateUTC: now },
	});
	return wrapped(request, { leave: fresh(body(office, employee, row)) });
}

/** The leave in the path, unless some of it was paid. @throws 400, 404 */
function changeable(call: Call): LeaveRow {
	const row = partIn(call, 'LeaveID', call.office.leave, 'leave');
	const employee = employeeIn(call);
	if (row.periods.some(({ periodStartDate }) => isPaid(call.office, employee, periodStartDate)))
		throw forbidden('Leave that is completed cannot be changed or deleted.');
	return row;
}

/** Leave counts as approved as soon as it is saved. */
export const leave: Readonly<Record<string, (call: Call) => Reply>> = {
	getEmployeeLeaves(call) {
		const employee = employeeIn(call);
		const rows = call.office.leave.all('employee', employee.employeeID);
		return wrapped(call.request, { leave: rows.map((row) => body(call.office, employee, row)) });
	},
	getEmployeeLeave(call) {
		const row = partIn(call, 'LeaveID', call.office.leave, 'leave');
		return wrapped(call.request, { leave: body(call.office, employeeIn(call), row) });
	},
	createEmployeeLeave: (call) => write(call),
	updateEmployeeLeave: (call) => write(call, changeable(call)),
	deleteEmployeeLeave(call) {
		call.office.leave.remove(changeable(call).leaveID);
		return wrapped(call.request);
	},
};
