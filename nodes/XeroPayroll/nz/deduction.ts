import { choice, text } from '../../shared/inputs/scalars';
import { account, activeOnly, amount, inWords } from '../builders/inputs';
import { namedActive, settingsKind } from '../builders/settingsKind';

export const deduction = settingsKind({
	key: 'deduction',
	name: 'Deduction',
	plural: 'Deductions',
	description: 'What is taken off the pay of employees',
	path: 'Deductions',
	id: 'deductionId',
	nameIn: 'deductionName',
	envelopes: ['deduction', 'deductions'],
	fields: {
		deductionName: text('Name', { min: 1 }),
		deductionCategory: choice(
			'Category',
			inWords(['NzOther', 'PayrollGiving', 'KiwiSaverVoluntaryContributions', 'Superannuation'], {
				NzOther: 'Other',
				KiwiSaverVoluntaryContributions: 'KiwiSaver Voluntary Contributions',
			}),
		),
		liabilityAccountId: account('Liability Account', 'liabilityAccount'),
		standardAmount: amount('Standard Amount'),
	},
	xero: { getAll: 'getDeductions', get: 'getDeduction', create: 'createDeduction' },
	needed: ['deductionName', 'deductionCategory', 'liabilityAccountId'],
	filters: { activeOnly },
	listOptions: { deduction: namedActive('deductionName', 'deductionId') },
});
