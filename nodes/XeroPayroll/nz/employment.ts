import type { IDataObject } from 'n8n-workflow';
import { choice, date } from '../../shared/inputs/scalars';
import type { Finding } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { daysInOrder, ofEmployee, payrollCalendar } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

/** Xero's schema asks for one, and organisations were seen that refuse it: then it is left out. */
const NOT_GIVEN = 'notGiven';

const engagement = choice('Engagement Type', [
	['Permanent', 'Permanent'],
	['FixedTerm', 'Fixed Term'],
	['Casual', 'Casual'],
	[NOT_GIVEN, 'Not Given', 'For organisations where Xero refuses it'],
]);

const inOrder = daysInOrder('startDate', 'fixedTermEndDate', 'Fixed Term End Date');

function termFault(body: IDataObject): Omit<Finding, 'items'> | undefined {
	if (body.engagementType === 'FixedTerm' && body.fixedTermEndDate === undefined)
		return { place: ['Fixed Term End Date'], says: 'is missing', todo: 'A fixed term has an end' };
	return inOrder(body);
}

export const employment = resource({
	key: 'employment',
	name: 'Employment',
	plural: 'Employments',
	description: 'From when, how and on which pay calendar a person is employed',
	path: 'Employees/{EmployeeID}/Employment',
	id: 'payrollCalendarID',
	scope: 'payroll.employees',
	...travels('employment', 'employment'),
	fields: {
		payrollCalendarID: payrollCalendar,
		startDate: date('Start Date'),
		engagementType: { ...engagement, write: (value) => (value === NOT_GIVEN ? undefined : value) },
		fixedTermEndDate: date('Fixed Term End Date'),
	},
	operations: (employment) => {
		const own = verbs(employment, { inside: ofEmployee, shape: withEmployee });
		const { confirmedBy: _none, ...create } = own.create(
			'createEmployment',
			['payrollCalendarID', 'startDate', 'engagementType'],
			{ validate: termFault },
		);
		return { create };
	},
});
