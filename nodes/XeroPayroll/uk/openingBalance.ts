import type { IDataObject } from 'n8n-workflow';
import { resource } from '../../shared/model/operation';
import { amount, ofEmployee, pay } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

const fields = {
	priorEmployeeNumber: amount('Prior Employee Number'),
	statutoryAdoptionPay: pay('Statutory Adoption Pay'),
	statutoryMaternityPay: pay('Statutory Maternity Pay'),
	statutoryPaternityPay: pay('Statutory Paternity Pay'),
	statutorySharedParentalPay: pay('Statutory Shared Parental Pay'),
	statutorySickPay: pay('Statutory Sick Pay'),
};

/** Xero tells this number as text, such as "10.0", and takes it as a number. */
const withNumber = (record: IDataObject): IDataObject =>
	typeof record.priorEmployeeNumber === 'string'
		? { ...record, priorEmployeeNumber: Number(record.priorEmployeeNumber) }
		: record;

export const openingBalance = resource({
	key: 'openingBalance',
	name: 'Opening Balance',
	plural: 'Opening Balances',
	description: 'What an employee was paid by law before payroll began in Xero',
	path: 'Employees/{EmployeeID}/ukopeningbalances',
	id: 'employeeID',
	scope: 'payroll.employees',
	...travels('openingBalances', 'openingBalances'),
	simplified: ['employeeID', 'priorEmployeeNumber'],
	fields,
	operations: (openingBalance) => {
		const own = verbs(openingBalance, {
			inside: ofEmployee,
			noun: 'opening balances',
			shape: (record, input) => withEmployee(withNumber(record), input),
		});
		const at = { path: `/${openingBalance.path}`, required: ofEmployee };
		const { envelope: _one, confirmedBy: _none, ...create } = own.create('createEmployeeOpeningBalances', []);
		return {
			// Who has none is answered with null.
			get: {
				...own.get('getEmployeeOpeningBalances', at),
				run: async (call) => {
					const [record = {}] = call.recordsIn(await call.request({ path: call.path }));
					return [{ json: record }];
				},
			},
			create: {
				...create,
				run: async (call) => {
					await call.request({ method: 'POST', path: call.path, body: call.body });
					return [{ json: { success: true } }];
				},
			},
			update: own.update(['updateEmployeeOpeningBalances', 'getEmployeeOpeningBalances'], fields, {
				...at,
				isSilent: true,
				written: withNumber,
			}),
		};
	},
});
