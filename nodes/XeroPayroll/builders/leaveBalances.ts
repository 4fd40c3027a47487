import type { IDataObject } from 'n8n-workflow';
import chunk from 'lodash/chunk';
import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { reasonOf, stateOf } from '../../shared/model/errorState';
import type { Field } from '../../shared/model/field';
import type { Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import { toError } from '../../shared/model/values';
import { PAGES, WHOLE } from './conventions';
import { isEmployedOn } from './employees';
import { employee, leaveType, siftedBy } from './inputs';
import { travels, verbs } from './verbs';

/** Employees asked for at the same time; the client decides how fast the calls go. */
const AT_ONCE = 5;

const LEAVE_TYPE = siftedBy('leaveTypeID', leaveType);

const someone: Field<Picked> = {
	...employee,
	ui: { ...employee.ui, description: 'Empty for all who are employed today: that takes a call for each of them' },
	write: () => undefined,
};

/** What would end the same way for every other employee as well. */
function endsAll(cause: unknown): boolean {
	const { state, lacks } = stateOf(cause) ?? {};
	return lacks !== undefined || state === 'limited' || state === 'canceled';
}

/** The same error, with whose balances could not be read. */
function of(call: OperationContext, employeeID: string, cause: unknown): Error {
	const { state = 'refused', sentences = [] } = stateOf(cause) ?? {};
	try {
		return call.refuse({ place: ['Employee'], value: employeeID, says: reasonOf(cause), state, sentences });
	} catch (named) {
		return toError(named);
	}
}

/** What an employee has left, a row for each type of leave. */
async function balancesOf(call: OperationContext, { employeeID, firstName, lastName }: IDataObject): Promise<OutputItem[]> {
	const path = `/Employees/${pathSegment(employeeID)}/LeaveBalances`;
	const { leaveTypeID } = call.options;
	const isMeant = leaveTypeID === undefined ? () => true : LEAVE_TYPE.matches!(leaveTypeID as Picked)!;
	const balances = await call.listAll({ path, envelope: 'leaveBalances' }, WHOLE, 'leaveBalances', undefined, 'leaveTypeID');
	return balances.filter(isMeant).map(({ leaveTypeID: id, name, balance, typeOfUnits }) => ({
		json: { employeeID, firstName, lastName, leaveTypeID: id, leaveType: name, balance, typeOfUnits },
	}));
}

/** The employees that are asked for: the one that is picked, or all who are employed today. */
async function employeesOf(call: OperationContext): Promise<IDataObject[]> {
	const picked = call.input.employeeID as Picked | undefined;
	if (picked === undefined) {
		const today = call.today();
		const all = await call.listOnce({ path: '/Employees' }, PAGES, 'employees', 'employeeID');
		return all.filter((one) => isEmployedOn(one, today));
	}
	const path = `/Employees/${pathSegment(picked.value)}`;
	try {
		const answer = await call.once(path, async () => await call.request({ path, envelope: 'employee' }));
		return call.recordsIn(answer, 'employee');
	} catch (cause) {
		throw endsAll(cause) ? toError(cause) : of(call, picked.value, cause);
	}
}

/** The balances of one employee after the other, until there are as many rows as are asked for. */
async function balances(call: OperationContext): Promise<readonly OutputItem[]> {
	const rows: OutputItem[] = [];
	for (const some of chunk(await employeesOf(call), AT_ONCE)) {
		if (rows.length >= call.limit) break;
		const read = some.map(async (one): Promise<OutputItem[]> => {
			const { employeeID } = one;
			try {
				return await balancesOf(call, one);
			} catch (cause) {
				if (endsAll(cause)) throw toError(cause);
				const error = of(call, String(employeeID), cause);
				if (call.stopsAtRefusals) throw error;
				return [{ json: { employeeID }, error }];
			}
		});
		rows.push(...(await Promise.all(read)).flat());
	}
	return rows.slice(0, call.limit);
}

/** What employees have left of each type of leave today. */
export const leaveBalance = (): Resource =>
	resource({
		key: 'leaveBalance',
		name: 'Leave Balance',
		plural: 'Leave Balances',
		description: 'What employees have left of each type of leave, as of today',
		path: 'Employees/{EmployeeID}/LeaveBalances',
		id: 'leaveTypeID',
		scope: 'payroll.employees.read',
		...travels('leaveBalance', 'leaveBalances'),
		fields: {},
		operations: (kind) => ({
			getAll: {
				...verbs(kind).getAll(['getEmployeeLeaveBalances', 'getEmployees', 'getEmployee'], { leaveTypeID: LEAVE_TYPE }, WHOLE, {
					panelOptional: { employeeID: someone },
					description: "Xero gives today's balances; another day cannot be asked for",
				}),
				run: balances,
			},
		}),
	});
