import type { IDataObject } from 'n8n-workflow';
import { group, rows } from '../../shared/inputs/collections';
import { choice, date, flag, text } from '../../shared/inputs/scalars';
import type { Finding } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { inWords, ofEmployee, payrollCalendar, plainId } from '../builders/inputs';
import { personal } from '../builders/personalData';
import { travels, verbs, withEmployee } from '../builders/verbs';

/** Letters of freeports and investment zones: Xero wants to know where the work is. */
const OF_A_PLACE = ['F', 'I', 'L', 'S', 'N', 'E', 'D', 'K'];

/** The letter of veterans: Xero wants to know since when they work as civilians. */
const OF_VETERANS = 'V';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'S', 'V', 'X', 'Z'];

const details = group('Developmental Role Details', {
	startDate: date('Start Date'),
	endDate: date('End Date'),
	developmentalRole: text('Developmental Role'),
	publicKey: plainId('Public Key ID'),
});

const contract = {
	startDate: date('Start Date'),
	employmentStatus: choice('Employment Status', inWords(['Employee', 'Worker', 'Unspecified'])),
	contractType: choice('Contract Type', inWords(['FullTime', 'PartTime', 'ZeroHour', 'Unspecified'])),
	isFixedTerm: flag('Is Fixed Term', 'Whether the contract has an end'),
	fixedTermEndDate: date('Fixed Term End Date'),
	publicKey: plainId('Public Key ID', { description: 'Of a contract that is there already' }),
	developmentalRoleDetails: details,
};

const category = {
	niCategory: personal(
		choice(
			'NI Category',
			LETTERS.map((letter) => [letter, letter] as const),
		),
	),
	startDate: date('Start Date'),
	workplacePostcode: personal(text('Workplace Postcode', { description: `For the letters ${OF_A_PLACE.join(', ')}` })),
	dateFirstEmployedAsCivilian: personal(date('First Employed as Civilian', { description: `For the letter ${OF_VETERANS}` })),
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What a category or a contract lacks. */
function employmentFault({ niCategories, contracts }: IDataObject): Omit<Finding, 'items'> | undefined {
	for (const [index, one] of objectsIn(niCategories).entries()) {
		const place = `NI Category ${index + 1}`;
		if (OF_A_PLACE.includes(String(one.niCategory)) && isEmpty(one.workplacePostcode))
			return { place: [place, 'Workplace Postcode'], says: 'is missing', todo: 'This letter needs one' };
		if (one.niCategory === OF_VETERANS && isEmpty(one.dateFirstEmployedAsCivilian))
			return { place: [place, 'First Employed as Civilian'], says: 'is missing', todo: 'This letter needs it' };
	}
	const open = objectsIn(contracts).findIndex((one) => one.isFixedTerm === true && isEmpty(one.fixedTermEndDate));
	return open < 0
		? undefined
		: { place: [`Contract ${open + 1}`, 'Fixed Term End Date'], says: 'is missing', todo: 'A fixed term has an end' };
}

export const employment = resource({
	key: 'employment',
	name: 'Employment',
	plural: 'Employments',
	description: 'From when and on which pay calendar a person is employed, with NI categories',
	path: 'Employees/{EmployeeID}/Employment',
	id: 'payrollCalendarID',
	scope: 'payroll.employees',
	...travels('employment', 'employment'),
	// NI categories and contracts are the person's own.
	simplified: ['employeeID', 'payrollCalendarID', 'startDate', 'employeeNumber'],
	fields: {
		payrollCalendarID: payrollCalendar,
		startDate: date('Start Date'),
		employeeNumber: text('Employee Number', { min: 1, placeholder: 'e.g. 17' }),
		niCategories: rows('NI Categories', 'NI Category', category),
		contracts: rows('Contracts', 'Contract', contract),
	},
	operations: (employment) => {
		const own = verbs(employment, { inside: ofEmployee, shape: withEmployee });
		const { confirmedBy: _none, ...create } = own.create(
			'createEmployment',
			['payrollCalendarID', 'startDate', 'employeeNumber', 'niCategories'],
			{ validate: employmentFault },
		);
		return { create };
	},
});
