import type { IDataObject } from 'n8n-workflow';
import { is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { flag } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import { resource } from '../../shared/model/operation';
import { create, get, list, update, without } from '../../shared/operations/crud';
import { UNCOUNTED_PAGES } from '../builders/conventions';
import { employeeLine, employeeNames } from '../builders/employees';
import { employee as pickedEmployee, inWords } from '../builders/inputs';
import { eachInFull, toTheNode } from '../builders/inFull';
import { travelsV1 } from '../builders/verbsV1';
import { employeeFields, terminationFault } from './employeeFields';
import { whereIs } from './inputs';
import { payrollCalendarPicker } from './payrollCalendar';

const STATUSES = inWords(['ACTIVE', 'TERMINATED'], { ACTIVE: 'Active', TERMINATED: 'Terminated' });

/** The same names as in New Zealand and the United Kingdom. */
const asElsewhere = ({ EmployeeID, FirstName, LastName, Email, JobTitle, TerminationDate }: IDataObject): IDataObject => ({
	employeeID: EmployeeID,
	firstName: FirstName,
	lastName: LastName,
	email: Email,
	jobTitle: JobTitle,
	endDate: TerminationDate,
});

const line = (record: IDataObject) => employeeLine(asElsewhere(record));

const FULL = toTheNode(
	flag(
		'Full Details',
		'Whether to read each employee by itself, a call each: bank, tax, super, leave and pay template are not in the list',
	),
);

/** The list, or each employee of it as Get has it. */
async function employees(call: OperationContext): Promise<readonly OutputItem[]> {
	const request = { path: call.path, query: call.query, headers: call.headers, envelope: 'Employees' };
	const found = await call.listAll(request, UNCOUNTED_PAGES, 'Employees', call.limit);
	return call.options.fullDetails === true
		? await eachInFull(call, found, { path: call.path, id: 'EmployeeID', envelope: 'Employees', label: 'Employee' })
		: found.map((json) => ({ json }));
}

const REPLACES = 'Bank accounts, super memberships and lines of the pay template that are given replace all there are';

export const employee = resource({
	key: 'employee',
	name: 'Employee',
	plural: 'Employees',
	description: 'A person on the payroll',
	path: '1.0/Employees',
	id: 'EmployeeID',
	scope: 'payroll.employees',
	...travelsV1('Employees'),
	simplified: [
		'EmployeeID',
		'FirstName',
		'LastName',
		'Email',
		'Status',
		'JobTitle',
		'StartDate',
		'PayrollCalendarID',
		'OrdinaryEarningsRateID',
		'UpdatedDateUTC',
	],
	fields: employeeFields,
	listOptions: { employee: line, activeEmployee: line },
	searchQuery: { activeEmployee: { where: 'Status=="ACTIVE"' } },
	namesOf: (record) => employeeNames(asElsewhere(record)),
	operations: (kind) => ({
		create: create(kind, 'createEmployee', ['FirstName', 'LastName', 'DateOfBirth'], {
			optional: without(employeeFields, ['FirstName', 'LastName', 'DateOfBirth', 'TerminationDate', 'TerminationReason']),
			notice: 'Add super memberships and super lines with Update: Xero has failed where they came with a new employee',
		}),
		update: update(kind, 'updateEmployee', {
			required: { EmployeeID: pickedEmployee },
			description: `What is not given keeps its value. ${REPLACES}.`,
			notice: REPLACES,
			validate: terminationFault,
		}),
		get: get(kind, 'getEmployee', { required: { EmployeeID: pickedEmployee } }),
		getAll: {
			...list(
				kind,
				['getEmployees', 'getEmployee'],
				{
					Status: is('Status', 'Status', STATUSES),
					LastName: quoted('Last Name', 'LastName'),
					Email: quoted('Email', 'Email'),
					PayrollCalendarID: whereIs('PayrollCalendarID', payrollCalendarPicker),
					...modifiedSince,
					fullDetails: FULL,
					...raw,
				},
				UNCOUNTED_PAGES,
			),
			run: employees,
		},
	}),
});
