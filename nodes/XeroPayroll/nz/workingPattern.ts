import { rows } from '../../shared/inputs/collections';
import { date } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import { resource } from '../../shared/model/operation';
import { WHOLE } from '../builders/conventions';
import { amount, ofEmployee } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const week: Fields = Object.fromEntries(
	DAYS.map((day) => [day, amount(`${day.charAt(0).toUpperCase()}${day.slice(1)}`, { max: 24 })]),
);

const weeks = rows('Working Weeks', 'Week', week, { description: 'Hours of each day; a day left empty has none' });

const fields = {
	effectiveFrom: date('Effective From'),
	workingWeeks: {
		...weeks,
		// Xero wants all seven days.
		write: (value: Parameters<NonNullable<typeof weeks.write>>[0]) =>
			value.map((one) => Object.fromEntries(DAYS.map((day) => [day, one[day] ?? 0]))),
	},
};

export const workingPattern = resource({
	key: 'workingPattern',
	name: 'Working Pattern',
	plural: 'Working Patterns',
	description: 'The hours that an employee works on each day of the week',
	path: 'Employees/{EmployeeID}/Working-Patterns',
	id: 'payeeWorkingPatternID',
	scope: 'payroll.employees',
	...travels('payeeWorkingPattern', 'payeeWorkingPatterns'),
	fields,
	listOptions: {
		workingPattern: ({ effectiveFrom, payeeWorkingPatternID }) => [
			{ name: `from ${String(effectiveFrom)}`, value: String(payeeWorkingPatternID) },
		],
	},
	operations: (workingPattern) => {
		const own = verbs(workingPattern, { hole: 'EmployeeWorkingPatternID', inside: ofEmployee, shape: withEmployee });
		return {
			create: own.create('createEmployeeWorkingPattern', ['effectiveFrom', 'workingWeeks']),
			get: own.get('getEmployeeWorkingPattern'),
			getAll: own.getAll('getEmployeeWorkingPatterns', {}, WHOLE, { description: 'Without their weeks: Get has those' }),
			delete: own.delete('deleteEmployeeWorkingPattern', { notice: 'A deleted working pattern cannot be brought back' }),
		};
	},
});
