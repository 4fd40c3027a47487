import { rows } from '../../shared/inputs/collections';
import { date } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { WHOLE } from '../builders/conventions';
import { amount, ofEmployee, pay } from '../builders/inputs';
import { travels, verbs, withEmployee } from '../builders/verbs';

const fields = {
	periodEndDate: date('Period End'),
	daysPaid: amount('Days Paid', { whole: true }),
	unpaidWeeks: amount('Unpaid Weeks', { whole: true }),
	grossEarnings: pay('Gross Earnings'),
};

export const openingBalance = resource({
	key: 'openingBalance',
	name: 'Opening Balance',
	plural: 'Opening Balances',
	description: 'What an employee earned in a period before payroll began in Xero',
	path: 'Employees/{EmployeeID}/OpeningBalances',
	id: 'periodEndDate',
	scope: 'payroll.employees',
	...travels('openingBalances', 'openingBalances'),
	simplified: ['employeeID', 'periodEndDate', 'daysPaid', 'unpaidWeeks'],
	fields,
	operations: (openingBalance) => {
		const own = verbs(openingBalance, { inside: ofEmployee, shape: withEmployee });
		const { envelope: _one, confirmedBy: _none, ...create } = own.create('createEmployeeOpeningBalances', []);
		return {
			getAll: own.getAll('getEmployeeOpeningBalances', {}, WHOLE),
			create: {
				...create,
				action: 'Create opening balances',
				required: { ...ofEmployee, periods: rows('Periods', 'Period', fields) },
				optional: {},
				run: async (call) => {
					const body = objectsIn(call.body.periods);
					const answer = await call.request({ method: 'POST', path: call.path, body });
					const found = call.recordsIn(answer, 'openingBalances');
					return found.length ? found.map((json) => ({ json })) : [{ json: { success: true } }];
				},
			},
		};
	},
});
