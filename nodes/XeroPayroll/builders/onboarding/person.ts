// Whose set-up it is: an employee that is there, or a new one.

import type { IDataObject } from 'n8n-workflow';
import { text } from '../../../shared/inputs/scalars';
import type { OperationContext } from '../../../shared/model/context';
import { pathSegment } from '../../../shared/model/path';
import { folded } from '../../../shared/model/sameValue';
import { PAGES } from '../conventions';
import { filteredText } from '../inputs';

const NAMES = { firstName: filteredText('firstName', text('First Name')), lastName: filteredText('lastName', text('Last Name')) };

/** Two people are told apart by these. */
const IDENTITY = ['firstName', 'lastName', 'dateOfBirth'];

/** An employee whose set-up is under way. */
export interface Employee {
	readonly id: string;
	readonly record: IDataObject;
	/** Made by this very run: nothing else can be there of it. */
	readonly isNew: boolean;
}

/** Whom an item is about, as one text. */
export const identityOf = (body: IDataObject): string => IDENTITY.map((name) => folded(body[name] ?? '')).join(' ');

const isThePerson = (body: IDataObject, record: IDataObject): boolean => identityOf(body) === identityOf(record);

/** The employees of the name and date of birth. A name that Xero's filter cannot hold is looked for among all. */
async function employeesLike(call: OperationContext): Promise<IDataObject[]> {
	const { firstName, lastName } = call.body;
	const conditions = [NAMES.firstName.filter!(String(firstName)), NAMES.lastName.filter!(String(lastName))];
	const query = conditions.includes(undefined) ? {} : { filter: conditions.join(',') };
	const found = await call.listAll(
		{ path: call.path, query, envelope: 'employees' },
		PAGES,
		'employees',
		undefined,
		'employeeID',
	);
	return found.filter((record) => isThePerson(call.body, record));
}

async function employeeBy(call: OperationContext, id: string): Promise<IDataObject> {
	const answer = await call.request({ path: `${call.path}/${pathSegment(id)}`, envelope: 'employee' });
	const [record = {}] = call.recordsIn(answer, 'employee');
	if (!isThePerson(call.body, record))
		call.refuse({
			place: ['Employee ID to Carry On With'],
			says: 'is of an employee with another name or date of birth',
			todo: 'Give them as Xero has them',
		});
	return record;
}

/**
 * The employee that is there: by the ID that is given, else by name and date of birth. Undefined when there is none.
 * @throws NodeOperationError when there are several, or one and there must be none
 */
export async function employeeThere(call: OperationContext): Promise<IDataObject | undefined> {
	const { carryOnWith, ifExists } = call.options;
	if (carryOnWith !== undefined) return await employeeBy(call, String(carryOnWith));
	const [first, ...others] = await employeesLike(call);
	if (others.length)
		call.refuse({
			says: 'several employees have this name and date of birth',
			todo: 'Give the ID of the right one in Employee ID to Carry On With',
		});
	if (first && ifExists === 'refuse')
		call.refuse({
			says: 'there is an employee with this name and date of birth already',
			todo: 'Set If the Employee Exists to Carry On, or take the item out',
		});
	return first;
}

/** Makes the employee. */
export async function makeEmployee(call: OperationContext, profile: IDataObject): Promise<IDataObject> {
	const answer = await call.request({ method: 'POST', path: call.path, body: profile, envelope: 'employee', step: 'employee' });
	return call.assertSaved(call.recordsIn(answer, 'employee'), 'employeeID')[0]!;
}
