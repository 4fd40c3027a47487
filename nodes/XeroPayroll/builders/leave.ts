import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import type { Picked } from '../../shared/inputs/locators';
import { date, text } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { Operation, Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { amount, daysInOrder, leaveType, ofEmployee, siftedBy, siftedFrom, siftedTo } from './inputs';
import { personal } from './personalData';
import { totalOf, travels, verbs, withEmployee } from './verbs';
import { WHOLE } from './conventions';

const fields = {
	leaveTypeID: leaveType,
	// Of sick leave it says what is nobody else's business.
	description: personal(text('Description', { min: 1, max: 50, placeholder: 'e.g. Easter' })),
	startDate: date('Start Date'),
	endDate: date('End Date'),
	periods: rows(
		'Periods',
		'Period',
		{ periodStartDate: date('Period Start'), periodEndDate: date('Period End'), numberOfUnits: amount('Number of Units') },
		{ description: 'Units by pay period, as Leave Period, Get Many has them. Without them Xero works the units out.' },
	),
};

/** The status that all periods of a leave share, and their units together. */
function leaveShape(record: IDataObject, input: Readonly<Record<string, unknown>>): IDataObject {
	const periods = objectsIn(record.periods);
	const statuses = [...new Set(periods.map(({ periodStatus }) => periodStatus))];
	const made = periods.length
		? { status: statuses.length === 1 ? (statuses[0] ?? null) : 'MIXED', numberOfUnits: totalOf(periods, 'numberOfUnits') }
		: {};
	return { employeeID: (input.EmployeeID as Picked).value, ...record, ...made };
}

/** Units of the days there were before say nothing of others: Xero works them out anew. */
function withoutOldPeriods(body: IDataObject, given: IDataObject, before: IDataObject): IDataObject {
	const isMoved = body.startDate !== before.startDate || body.endDate !== before.endDate;
	const { periods: _old, ...rest } = body;
	return isMoved && given.periods === undefined ? rest : body;
}

const APPROVED = 'Leave is approved as it is saved here. Requests of employees are answered in Xero.';

/** Leave of an employee. `get`: Xero's operation that reads one, where there is one; otherwise it is looked for in the list. */
export const employeeLeave = (get?: string): Resource =>
	resource({
		key: 'employeeLeave',
		name: 'Leave',
		plural: 'Leave',
		description: 'Days off of an employee',
		path: 'Employees/{EmployeeID}/Leave',
		id: 'leaveID',
		scope: 'payroll.employees',
		...travels('leave', 'leave'),
		simplified: ['leaveID', 'employeeID', 'leaveTypeID', 'startDate', 'endDate', 'status', 'numberOfUnits', 'updatedDateUTC'],
		fields,
		listOptions: {
			/** `Annual Leave · 2026-04-06 to 2026-04-10` */
			employeeLeave: ({ leaveTypeID, startDate, endDate, leaveID }, { nameOf } = {}) => [
				{
					name: [nameOf?.('leaveType', leaveTypeID), `${String(startDate)} to ${String(endDate)}`]
						.filter((part) => part !== undefined)
						.join(' · '),
					value: String(leaveID),
				},
			],
		},
		linesName: ['leaveType'],
		operations: (kind) => {
			const own = verbs(kind, { hole: 'LeaveID', inside: ofEmployee, noun: 'leave', shape: leaveShape });
			const validate: Operation['validate'] = daysInOrder('startDate', 'endDate', 'End Date');
			return {
				create: own.create('createEmployeeLeave', ['leaveTypeID', 'description', 'startDate', 'endDate'], {
					notice: APPROVED,
					validate,
				}),
				...(get === undefined ? {} : { get: own.get(get) }),
				getAll: own.getAll(
					'getEmployeeLeaves',
					{
						leaveTypeID: siftedBy('leaveTypeID', leaveType),
						from: siftedFrom('endDate', 'From'),
						to: siftedTo('startDate', 'To'),
					},
					WHOLE,
				),
				update: own.update(['updateEmployeeLeave', get ?? 'getEmployeeLeaves'], fields, {
					validate,
					written: withoutOldPeriods,
					description: 'What is not given keeps its value; other days without Periods have their units worked out by Xero',
					notice: APPROVED,
					...(get === undefined ? { before: { path: '/Employees/{EmployeeID}/Leave', envelope: 'leave', id: 'leaveID' } } : {}),
				}),
				delete: own.delete('deleteEmployeeLeave', {
					notice: 'Deleted leave cannot be brought back. What was paid in a pay run is not deleted by Xero.',
				}),
			};
		},
	});

/** The pay periods that leave falls into. */
export const leavePeriod = (): Resource =>
	resource({
		key: 'leavePeriod',
		name: 'Leave Period',
		plural: 'Leave Periods',
		description: 'A pay period that leave of an employee falls into',
		path: 'Employees/{EmployeeID}/LeavePeriods',
		id: 'periodStartDate',
		scope: 'payroll.employees.read',
		...travels('period', 'periods'),
		fields: {},
		operations: (kind) => ({
			getAll: verbs(kind, { inside: ofEmployee, shape: withEmployee }).getAll(
				'getEmployeeLeavePeriods',
				{ startDate: date('From'), endDate: date('To') },
				WHOLE,
			),
		}),
	});

/** The types of leave that an employee has; inputs as the country has them. */
export const employeeLeaveType = (
	countryFields: Fields & { scheduleOfAccrual: Fields[string] },
	simplified: readonly string[],
): Resource =>
	resource({
		key: 'employeeLeaveType',
		name: 'Employee Leave Type',
		plural: 'Employee Leave Types',
		description: 'A type of leave that an employee has, and how it accrues',
		path: 'Employees/{EmployeeID}/LeaveTypes',
		id: 'leaveTypeID',
		scope: 'payroll.employees',
		...travels('leaveType', 'leaveTypes'),
		simplified: ['employeeID', ...simplified],
		fields: { leaveTypeID: leaveType, ...countryFields },
		operations: (kind) => {
			const own = verbs(kind, { inside: ofEmployee, shape: withEmployee });
			return {
				create: own.create('createEmployeeLeaveType', ['leaveTypeID', 'scheduleOfAccrual']),
				getAll: own.getAll('getEmployeeLeaveTypes', {}, WHOLE),
			};
		},
	});
