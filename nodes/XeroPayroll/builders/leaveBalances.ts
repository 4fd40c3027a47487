import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Field } from '../../shared/model/field';
import type { Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { pathSegment } from '../../shared/model/path';
import { objectsIn, toError } from '../../shared/model/values';
import { list } from '../../shared/operations/crud';
import { PAGES, UNCOUNTED_PAGES, WHOLE } from './conventions';
import { isEmployedOn } from './employees';
import { eachOf, endsAll, errorOf } from './inFull';
import { employee, leaveType, siftedBy } from './inputs';

const LEAVE_TYPE = siftedBy('leaveTypeID', leaveType);

const someone: Field<Picked> = {
	...employee,
	ui: { ...employee.ui, description: 'Empty for all who are employed today: that takes a call for each of them' },
	write: () => undefined,
};

/** A person whose balances are asked for, under the names that the rows have; `held` where they came with the person. */
interface Person {
	readonly employeeID: string;
	readonly firstName: unknown;
	readonly lastName: unknown;
	readonly held?: unknown;
}

/** Where a version of the API has people and their leave. */
export interface BalancePlaces {
	/** Xero's operations, that of the balances first. */
	readonly xero: readonly string[];
	/** Where the balances of one person are, as the row of the operation says it. */
	readonly path: string;
	/** Everybody who is employed today. */
	employed(call: OperationContext): Promise<readonly Person[]>;
	/** One person. */
	person(call: OperationContext, employeeID: string): Promise<Person | undefined>;
	/** The balances of a person, with `leaveTypeID`, `leaveType`, `balance` and `typeOfUnits`. */
	balances(call: OperationContext, person: Person): Promise<readonly IDataObject[]>;
}

/** One record of the answer at a path, asked for once in a run. */
async function readOnce(call: OperationContext, path: string, envelope: string): Promise<IDataObject | undefined> {
	const answer = await call.once(path, async () => await call.request({ path, envelope }));
	return call.recordsIn(answer, envelope)[0];
}

const personIn = ({ employeeID, firstName, lastName }: IDataObject): Person => ({
	employeeID: String(employeeID),
	...{ firstName, lastName },
});

/** Version 2.0: balances have a list of their own. */
export const LISTED_BALANCES: BalancePlaces = {
	xero: ['getEmployeeLeaveBalances', 'getEmployees', 'getEmployee'],
	path: 'Employees/{EmployeeID}/LeaveBalances',
	async employed(call) {
		const today = call.today();
		const all = await call.listOnce({ path: '/Employees' }, PAGES, 'employees', 'employeeID');
		return all.filter((one) => isEmployedOn(one, today)).map(personIn);
	},
	async person(call, employeeID) {
		const found = await readOnce(call, `/Employees/${pathSegment(employeeID)}`, 'employee');
		return found && personIn(found);
	},
	async balances(call, { employeeID }) {
		const path = `/Employees/${pathSegment(employeeID)}/LeaveBalances`;
		const found = await call.listAll({ path, envelope: 'leaveBalances' }, WHOLE, 'leaveBalances', undefined, 'leaveTypeID');
		return found.map(({ leaveTypeID, name, balance, typeOfUnits }) => ({ leaveTypeID, leaveType: name, balance, typeOfUnits }));
	},
};

const personInV1 = ({ EmployeeID, FirstName, LastName, LeaveBalances }: IDataObject): Person => ({
	employeeID: String(EmployeeID),
	...{ firstName: FirstName, lastName: LastName, held: LeaveBalances },
});

/** Version 1.0: balances stand in the employee, and not in the list of employees. */
export const BALANCES_OF_EMPLOYEES: BalancePlaces = {
	xero: ['getEmployee', 'getEmployees'],
	path: '1.0/Employees/{EmployeeID}',
	async employed(call) {
		const request = { path: '/1.0/Employees', query: { where: 'Status=="ACTIVE"' } };
		return (await call.listOnce(request, UNCOUNTED_PAGES, 'Employees', 'EmployeeID')).map(personInV1);
	},
	async person(call, employeeID) {
		const found = await readOnce(call, `/1.0/Employees/${pathSegment(employeeID)}`, 'Employees');
		return found && personInV1(found);
	},
	async balances(call, { employeeID, held }) {
		const own = held === undefined ? await BALANCES_OF_EMPLOYEES.person(call, employeeID) : { held };
		return objectsIn(own?.held).map(({ LeaveTypeID, LeaveName, NumberOfUnits, TypeOfUnits }) => ({
			...{ leaveTypeID: LeaveTypeID, leaveType: LeaveName, balance: NumberOfUnits, typeOfUnits: TypeOfUnits },
		}));
	},
};

/** The people who are asked for: the one that is picked, or all who are employed today. */
async function peopleOf(call: OperationContext, places: BalancePlaces): Promise<readonly Person[]> {
	const picked = call.input.employeeID as Picked | undefined;
	if (picked === undefined) return await places.employed(call);
	try {
		const found = await places.person(call, picked.value);
		return found ? [found] : [];
	} catch (cause) {
		throw endsAll(cause) ? toError(cause) : errorOf(call, 'Employee', picked.value, cause);
	}
}

/** The balances of one employee after the other, until there are as many rows as are asked for. */
async function balances(call: OperationContext, places: BalancePlaces): Promise<readonly OutputItem[]> {
	const { leaveTypeID } = call.options;
	const isMeant = leaveTypeID === undefined ? () => true : LEAVE_TYPE.matches!(leaveTypeID as Picked)!;
	const people = await peopleOf(call, places);
	return await eachOf(
		call,
		people.map((one) => ({ ...one }) as IDataObject),
		{ id: 'employeeID', label: 'Employee' },
		async (one) => {
			const person = one as unknown as Person;
			const { employeeID, firstName, lastName } = one;
			const found = await places.balances(call, person);
			return found.filter(isMeant).map((own) => ({ json: { employeeID, firstName, lastName, ...own } }));
		},
	);
}

/** What employees have left of each type of leave today. */
export const leaveBalance = (places: BalancePlaces = LISTED_BALANCES): Resource =>
	resource({
		key: 'leaveBalance',
		name: 'Leave Balance',
		plural: 'Leave Balances',
		description: 'What employees have left of each type of leave, as of today',
		path: places.path,
		id: 'leaveTypeID',
		scope: 'payroll.employees.read',
		fields: {},
		operations: (kind) => ({
			getAll: {
				...list(kind, places.xero, { leaveTypeID: LEAVE_TYPE }, WHOLE, {
					envelope: 'leaveBalances',
					panelOptional: { employeeID: someone },
					description: "Xero gives today's balances; another day cannot be asked for",
				}),
				run: async (call) => await balances(call, places),
			},
		}),
	});
