import { group } from '../../shared/inputs/collections';
import { choice, date, email, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { without } from '../../shared/operations/crud';
import { employedOn, employeeLine, employeeNames, GENDERS } from '../builders/employees';
import {
	countryName,
	employee as pickedEmployee,
	filteredText,
	modifiedSince,
	payrollCalendar,
	siftedBy,
} from '../builders/inputs';
import { onboard } from '../builders/onboarding/onboard';
import { personal } from '../builders/personalData';
import { travels, verbs } from '../builders/verbs';
import { steps } from './onboarding';

const fields = {
	firstName: text('First Name', { min: 1 }),
	lastName: text('Last Name', { min: 1 }),
	dateOfBirth: personal(date('Date of Birth')),
	address: personal(
		group('Address', {
			addressLine1: personal(text('Address Line 1')),
			addressLine2: personal(text('Address Line 2')),
			suburb: personal(text('Suburb')),
			city: personal(text('City')),
			postCode: personal(text('Post Code')),
			countryName,
		}),
	),
	email: personal(email('Email')),
	gender: personal(choice('Gender', GENDERS)),
	jobTitle: text('Job Title'),
	phoneNumber: personal(text('Phone Number')),
	title: text('Title', { placeholder: 'e.g. Ms' }),
};

export const employee = resource({
	key: 'employee',
	name: 'Employee',
	plural: 'Employees',
	description: 'A person on the payroll',
	path: 'Employees',
	id: 'employeeID',
	scope: 'payroll.employees',
	...travels('employee', 'employees'),
	simplified: [
		'employeeID',
		'firstName',
		'lastName',
		'email',
		'jobTitle',
		'engagementType',
		'startDate',
		'endDate',
		'payrollCalendarID',
		'updatedDateUTC',
	],
	fields: { ...fields, endDate: date('End Date', { description: 'Last day of the employment' }) },
	listOptions: { employee: employeeLine },
	namesOf: employeeNames,
	operations: (employee) => {
		const own = verbs(employee, { hole: 'EmployeeID', pickedBy: pickedEmployee });
		const create = own.create('createEmployee', ['firstName', 'lastName', 'dateOfBirth', 'address'], {
			optional: without(fields, ['firstName', 'lastName', 'dateOfBirth', 'address']),
			notice: 'The pay calendar and start date are set by Employment. An employee cannot be deleted through the API.',
		});
		return {
			getAll: own.getAll(
				'getEmployees',
				{
					firstName: filteredText('firstName', text('First Name')),
					lastName: filteredText('lastName', text('Last Name')),
					employedOn,
					payrollCalendarID: siftedBy('payrollCalendarID', payrollCalendar),
					modifiedSince,
				},
				undefined,
				{ description: 'Xero lists those who are still employed; others are read by their ID' },
			),
			get: own.get('getEmployee'),
			create,
			update: own.update(['updateEmployee', 'getEmployee'], employee.fields),
			onboard: onboard(
				create,
				steps,
				'Until all is set up the employee cannot be paid, and the pay calendar can make no pay run. An employee cannot be deleted through the API.',
			),
		};
	},
});
