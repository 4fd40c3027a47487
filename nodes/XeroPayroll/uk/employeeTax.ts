import { resource } from '../../shared/model/operation';
import { ofEmployee } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

export const employeeTax = resource({
	key: 'employeeTax',
	name: 'Tax',
	plural: 'Tax Details',
	description: 'Tax code and starter declaration of an employee; they are set in Xero',
	path: 'Employees/{EmployeeID}/Tax',
	id: 'employeeID',
	scope: 'payroll.employees.read',
	...travels('employeeTax', 'employeeTax'),
	// Tax code, earlier pay and loans are nobody else's business.
	simplified: ['employeeID', 'starterType', 'w1M1', 'isDirector'],
	fields: {},
	operations: (employeeTax) => {
		const own = verbs(employeeTax, { inside: ofEmployee, noun: 'tax details', shape: withEmployee });
		return { get: own.get('getEmployeeTax', { path: `/${employeeTax.path}`, required: ofEmployee }) };
	},
});
