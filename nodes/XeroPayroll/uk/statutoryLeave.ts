import type { IDataObject } from 'n8n-workflow';
import { record } from '../../shared/inputs/locators';
import { choice, choices, date, flag } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { readPart } from '../../shared/operations/crud';
import { WHOLE } from '../builders/conventions';
import { daysInOrder, employee, inWords, ofEmployee } from '../builders/inputs';
import { personal } from '../builders/personalData';
import { travels, verbs, withEmployee } from '../builders/verbs';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const fields = {
	employeeID: employee,
	leaveTypeID: record('Leave Type', 'statutoryLeaveType', ['id'], { description: 'The list holds statutory types' }),
	startDate: date('Start Date'),
	endDate: date('End Date'),
	workPattern: choices('Work Pattern', inWords(DAYS), { description: 'Days on which the employee works' }),
	isPregnancyRelated: personal(flag('Is Pregnancy Related', 'Whether the sickness is related to a pregnancy')),
	sufficientNotice: flag('Sufficient Notice', 'Whether the employee told of it in time'),
};

/** Saved leave may be unpaid: Xero says so in the record alone. */
const told = (record: IDataObject): IDataObject =>
	record.isEntitled === false
		? { ...record, note: 'Statutory sick pay is not due: Xero gives the reasons in entitlementFailureReasons (Simplify off)' }
		: record;

/** Whose leave the list of Statutory Leave holds; it is not sent. */
const listedEmployee: Fields = {
	EmployeeID: {
		...employee,
		ui: { ...employee.ui, description: 'Whose leave the list of Statutory Leave holds' },
		write: () => undefined,
	},
};

export const statutoryLeave = resource({
	key: 'statutoryLeave',
	name: 'Statutory Leave',
	plural: 'Statutory Leave',
	description: 'Leave that the law gives: sick, maternity, paternity, adoption, shared parental',
	path: 'StatutoryLeaves/Sick',
	id: 'statutoryLeaveID',
	scope: 'payroll.settings',
	...travels('statutorySickLeave', 'statutoryLeaves'),
	simplified: ['statutoryLeaveID', 'employeeID', 'type', 'startDate', 'endDate', 'isEntitled', 'status'],
	fields,
	listOptions: {
		statutoryLeave: ({ startDate, endDate, statutoryLeaveID }) => [
			{ name: `${String(startDate)} to ${String(endDate)}`, value: String(statutoryLeaveID) },
		],
	},
	operations: (statutoryLeave) => {
		const own = verbs(statutoryLeave, { hole: 'StatutorySickLeaveID', noun: 'statutory sick leave' });
		return {
			createSick: own.create('createEmployeeStatutorySickLeave', Object.keys(fields), {
				name: 'Create Sick Leave',
				shape: told,
				notice: 'Whether it is paid is in isEntitled of the output, the reasons in entitlementFailureReasons',
				validate: daysInOrder('startDate', 'endDate', 'End Date'),
			}),
			getSick: own.get('getEmployeeStatutorySickLeave', { name: 'Get Sick Leave', shape: told, panelOptional: listedEmployee }),
			getAll: own.getAll(
				'getStatutoryLeaveSummary',
				{ activeOnly: flag('Active Only', 'Whether to leave out leave that has ended', true) },
				WHOLE,
				{ path: '/StatutoryLeaves/Summary/{EmployeeID}', required: ofEmployee },
			),
			getBalance: readPart(
				statutoryLeave,
				'getEmployeeStatutoryLeaveBalances',
				'Get Balance',
				'/Employees/{EmployeeID}/StatutoryLeaveBalance',
				'leaveBalance',
				'What is left of one type of statutory leave on a day',
				{
					action: 'Get the statutory leave balance',
					required: {
						...ofEmployee,
						LeaveType: choice(
							'Leave Type',
							inWords(['Sick', 'Adoption', 'Maternity', 'Paternity', 'Sharedparental'], { Sharedparental: 'Shared Parental' }),
							{ preset: 'Sick' },
						),
						AsOfDate: date('As of Date'),
					},
					scope: 'payroll.employees.read',
					shape: withEmployee,
				},
			),
		};
	},
});
