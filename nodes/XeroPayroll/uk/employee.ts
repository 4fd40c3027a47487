import { group } from '../../shared/inputs/collections';
import { choice, date, email, flag, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { without } from '../../shared/operations/crud';
import { employedOn, employeeLine, employeeNames, GENDERS } from '../builders/employees';
import {
	countryName,
	filteredFlag,
	filteredText,
	modifiedSince,
	payrollCalendar,
	employee as pickedEmployee,
	siftedBy,
} from '../builders/inputs';
import { onboard } from '../builders/onboarding/onboard';
import { personal, secretNumber } from '../builders/personalData';
import { travels, verbs } from '../builders/verbs';
import { steps } from './onboarding';

const offPayroll = flag('Off-Payroll Worker', 'Whether the person works off payroll (IR35)');

const fields = {
	title: personal(text('Title', { min: 1, placeholder: 'e.g. Ms' })),
	firstName: text('First Name', { min: 1 }),
	lastName: text('Last Name', { min: 1 }),
	dateOfBirth: personal(date('Date of Birth')),
	gender: personal(choice('Gender', GENDERS)),
	address: personal(
		group('Address', {
			addressLine1: personal(text('Address Line 1')),
			addressLine2: personal(text('Address Line 2')),
			city: personal(text('City')),
			postCode: personal(text('Postcode')),
			countryName,
		}),
	),
	email: personal(email('Email')),
	isOffPayrollWorker: offPayroll,
	nationalInsuranceNumber: secretNumber(
		'National Insurance Number',
		/^[A-Z]{2}\d{6}[A-Z]$/,
		'is not two letters, six digits and a letter',
	),
	phoneNumber: personal(text('Phone Number')),
};

const NEEDED = ['title', 'firstName', 'lastName', 'dateOfBirth', 'gender', 'address'];

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
		'startDate',
		'endDate',
		'payrollCalendarID',
		'isOffPayrollWorker',
		'updatedDateUTC',
	],
	fields: { ...fields, endDate: date('End Date', { description: 'Last day of the employment' }) },
	listOptions: { employee: employeeLine },
	namesOf: employeeNames,
	operations: (employee) => {
		const own = verbs(employee, { hole: 'EmployeeID', pickedBy: pickedEmployee });
		const create = own.create('createEmployee', NEEDED, {
			optional: without(fields, NEEDED),
			notice: 'The pay calendar and start date are set by Employment. An employee cannot be deleted through the API.',
		});
		return {
			getAll: own.getAll('getEmployees', {
				firstName: filteredText('firstName', text('First Name')),
				lastName: filteredText('lastName', text('Last Name')),
				isOffPayrollWorker: filteredFlag('isOffPayrollWorker', offPayroll),
				employedOn,
				payrollCalendarID: siftedBy('payrollCalendarID', payrollCalendar),
				modifiedSince,
			}),
			get: own.get('getEmployee'),
			create,
			update: own.update(['updateEmployee', 'getEmployee'], employee.fields),
			onboard: onboard(
				create,
				steps,
				'Until all is set up the employee cannot be paid, and the pay calendar can make no pay run. An employee cannot be deleted through the API. Tax code and starter declaration are set in Xero: its API only reads them.',
			),
		};
	},
});
