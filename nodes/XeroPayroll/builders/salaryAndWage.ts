import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, chosen, date } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import type { Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { earningsRate, ofEmployee, pay, siftedByCode, units } from './inputs';
import { PAGES } from './conventions';
import { travels, verbs, withEmployee } from './verbs';

const STATUSES: readonly Choice[] = [
	['Active', 'Active'],
	['Pending', 'Pending'],
	['History', 'History'],
];

const TYPES: readonly Choice[] = [
	['Salary', 'Salary'],
	['Hourly', 'Hourly'],
];

const fields = {
	paymentType: chosen('Payment Type', TYPES),
	earningsRateID: earningsRate,
	effectiveFrom: date('Effective From'),
	numberOfUnitsPerWeek: units('Hours per Week'),
	numberOfUnitsPerDay: units('Hours per Day'),
	annualSalary: pay('Annual Salary', { description: 'Of a salary; of hourly pay it is 0' }),
	ratePerUnit: pay('Rate per Hour', { description: 'Of hourly pay' }),
	status: choice('Status', STATUSES),
};

/** Figures that contradict each other, which Xero refuses with "Please add a salary & wage." */
function contradiction(body: IDataObject): Omit<Finding, 'items'> | undefined {
	const { paymentType, annualSalary, ratePerUnit, numberOfUnitsPerDay: day, numberOfUnitsPerWeek: week } = body;
	const has = (value: unknown): boolean => typeof value === 'number' && value > 0;
	if (paymentType === 'Salary' && !has(annualSalary))
		return { place: ['Annual Salary'], says: 'a salary has one', todo: 'Give it, or choose Hourly' };
	if (paymentType === 'Hourly' && !has(ratePerUnit))
		return { place: ['Rate per Hour'], says: 'hourly pay has one', todo: 'Give it, or choose Salary' };
	if (paymentType === 'Hourly' && has(annualSalary))
		return { place: ['Annual Salary'], says: 'hourly pay has none', todo: 'Leave it empty, or choose Salary' };
	if (typeof day === 'number' && day > 24) return { place: ['Hours per Day'], says: 'are more than a day has' };
	return typeof day === 'number' && typeof week === 'number' && day > week
		? { place: ['Hours per Day'], says: 'are more than those of the week' }
		: undefined;
}

/** Only what is given is held against each other in a change. */
const contradictionInChange = (body: IDataObject): Omit<Finding, 'items'> | undefined =>
	body.paymentType !== undefined && body.annualSalary !== undefined && body.ratePerUnit !== undefined
		? contradiction(body)
		: undefined;

/** Xero wants an annual salary and a status always: hourly pay has 0, and what is new is active. */
export const complete = (body: IDataObject): IDataObject => ({
	...body,
	...(body.annualSalary === undefined ? { annualSalary: 0 } : {}),
	...(body.status === undefined ? { status: 'Active' } : {}),
});

/** The same after a change: the figure of the other type, as it was read, would contradict the one that is meant. */
function completeChange(body: IDataObject, given: IDataObject): IDataObject {
	const { ratePerUnit, annualSalary, ...rest } = body;
	const isHourly = body.paymentType === 'Hourly';
	return complete({
		...rest,
		...(isHourly || given.ratePerUnit !== undefined ? { ratePerUnit } : {}),
		...(!isHourly || given.annualSalary !== undefined ? { annualSalary } : {}),
	});
}

/** What an employee earns; `countryFields` are inputs that only a country has. */
export const salaryAndWage = (needed: readonly string[], countryFields: Fields, simplified: readonly string[]): Resource =>
	resource({
		key: 'salaryAndWage',
		name: 'Salary and Wage',
		plural: 'Salary and Wages',
		description: 'What an employee earns, and from when',
		path: 'Employees/{EmployeeID}/SalaryAndWages',
		id: 'salaryAndWagesID',
		scope: 'payroll.employees',
		...travels('salaryAndWages', 'salaryAndWages'),
		simplified: ['salaryAndWagesID', 'employeeID', 'earningsRateID', 'effectiveFrom', 'status', 'paymentType', ...simplified],
		fields: { ...fields, ...countryFields },
		listOptions: {
			// No amounts: whoever builds the workflow need not see them.
			salaryAndWage: ({ effectiveFrom, paymentType, status, salaryAndWagesID }) => [
				{
					name: [`from ${String(effectiveFrom)}`, paymentType, status].filter((part) => typeof part === 'string').join(' · '),
					value: String(salaryAndWagesID),
				},
			],
		},
		operations: (kind) => {
			const own = verbs(kind, { hole: 'SalaryAndWagesID', inside: ofEmployee, noun: 'salary and wages', shape: withEmployee });
			const { annualSalary, ratePerUnit } = kind.fields as Record<'annualSalary' | 'ratePerUnit', Fields[string]>;
			const create = own.create('createEmployeeSalaryAndWage', [...needed, 'annualSalary', 'ratePerUnit']);
			const { annualSalary: _salary, ratePerUnit: _rate, ...required } = create.required;
			return {
				create: {
					...create,
					required,
					panelOptional: { annualSalary: annualSalary, ratePerUnit: ratePerUnit },
					notice: 'Needs an employment first: who is on no pay calendar can hold no salary',
					validate: contradiction,
					run: async (call) => {
						const answer = await call.request({
							method: 'POST',
							path: call.path,
							body: complete(call.body),
							envelope: 'salaryAndWages',
						});
						return call.assertSaved(call.recordsIn(answer)).map((json) => ({ json }));
					},
				},
				get: own.get('getEmployeeSalaryAndWage'),
				getAll: own.getAll('getEmployeeSalaryAndWages', { status: siftedByCode('status', fields.status) }, PAGES),
				update: own.update(['updateEmployeeSalaryAndWage', 'getEmployeeSalaryAndWage'], kind.fields, {
					written: completeChange,
					validate: contradictionInChange,
				}),
				delete: own.delete('deleteEmployeeSalaryAndWage', { notice: 'Deleted salary and wages cannot be brought back' }),
			};
		},
	});
