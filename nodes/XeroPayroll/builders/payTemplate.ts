import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { amount, earningsRate, ofEmployee, pay } from './inputs';
import { travels, verbs, withEmployee } from './verbs';
import { WHOLE } from './conventions';

const fields = {
	earningsRateID: earningsRate,
	fixedAmount: pay('Fixed Amount'),
	numberOfUnits: amount('Number of Units'),
	ratePerUnit: pay('Rate per Unit'),
};

/** Xero's operations and paths, where countries spell them in different ways. */
interface Spelling {
	readonly getAll: string;
	/** Steps below an employee under which lines are written one by one, and all at once. */
	readonly one: string;
	readonly many: string;
}

/** Sends the lines as they are, without a name around them. */
async function addLines(call: OperationContext): Promise<readonly OutputItem[]> {
	const body = objectsIn(call.body.lines);
	const answer = await call.request({ method: 'POST', path: call.path, body, envelope: 'earningTemplates' });
	const saved = call.assertSaved(call.recordsIn(answer, 'earningTemplates'), 'payTemplateEarningID');
	if (saved.length < body.length)
		call.refuse({
			says: `Xero answered with ${saved.length} lines for ${body.length}`,
			todo: 'Look in Xero before sending them again',
			state: 'unconfirmed',
		});
	return saved.map((json) => ({ json }));
}

/** A line is a fixed amount, or units at a rate: the one that is given takes the place of the other. */
function withOneFigure(
	body: IDataObject,
	{ fixedAmount: fixed, numberOfUnits: units, ratePerUnit: rate }: IDataObject,
): IDataObject {
	const { fixedAmount, numberOfUnits, ratePerUnit, ...rest } = body;
	const isFixed = fixed !== undefined;
	const isByUnits = units !== undefined || rate !== undefined;
	if (isFixed === isByUnits) return body;
	return isFixed ? { ...rest, fixedAmount } : { ...rest, numberOfUnits, ratePerUnit };
}

/** What an employee is paid in every pay run. */
export const payTemplate = ({ getAll, one, many }: Spelling): Resource =>
	resource({
		key: 'payTemplate',
		name: 'Pay Template',
		plural: 'Pay Templates',
		description: 'A line of what an employee is paid in every pay run',
		path: `Employees/{EmployeeID}/${one}`,
		id: 'payTemplateEarningID',
		scope: 'payroll.employees',
		...travels('earningTemplate', 'payTemplate.earningTemplates'),
		simplified: ['payTemplateEarningID', 'employeeID', 'earningsRateID', 'name', 'numberOfUnits'],
		fields,
		listOptions: {
			payTemplate: ({ name, payTemplateEarningID }) => [{ name: String(name), value: String(payTemplateEarningID) }],
		},
		operations: (kind) => {
			const own = verbs(kind, {
				hole: 'PayTemplateEarningID',
				inside: ofEmployee,
				noun: 'a pay template line',
				shape: withEmployee,
			});
			const path = '/Employees/{EmployeeID}/PayTemplates';
			return {
				getAll: own.getAll(getAll, {}, WHOLE, { path, action: 'Get many pay template lines' }),
				create: own.create('createEmployeeEarningsTemplate', ['earningsRateID']),
				createMany: {
					...own.create('createMultipleEmployeeEarningsTemplate', []),
					envelope: 'earningTemplates',
					name: 'Create Many',
					action: 'Create many pay template lines',
					path: `/Employees/{EmployeeID}/${many}`,
					required: { ...ofEmployee, lines: rows('Lines', 'Line', fields) },
					optional: {},
					run: addLines,
				},
				update: own.update(['updateEmployeeEarningsTemplate', getAll], fields, {
					before: { path, envelope: 'payTemplate.earningTemplates', id: 'payTemplateEarningID' },
					written: withOneFigure,
				}),
				delete: own.delete('deleteEmployeeEarningsTemplate', { notice: 'A deleted line cannot be brought back' }),
			};
		},
	});
