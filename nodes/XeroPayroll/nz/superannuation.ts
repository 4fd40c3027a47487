import { choice, text } from '../../shared/inputs/scalars';
import { account, activeOnly, amount, inWords, percentage } from '../builders/inputs';
import { namedActive, settingsKind } from '../builders/settingsKind';

export const superannuation = settingsKind({
	key: 'superannuation',
	name: 'Superannuation',
	plural: 'Superannuations',
	description: 'What the employer pays into KiwiSaver and other funds',
	path: 'Superannuations',
	id: 'id',
	envelopes: ['benefit', 'benefits'],
	hole: 'SuperannuationID',
	fields: {
		name: text('Name', { min: 1 }),
		category: choice('Category', [
			['KiwiSaver', 'KiwiSaver'],
			['ComplyingFund', 'Complying Fund'],
			['Other', 'Other'],
		]),
		liabilityAccountId: account('Liability Account', 'liabilityAccount'),
		expenseAccountId: account('Expense Account', 'expenseAccount'),
		calculationTypeNZ: choice(
			'Calculation Type',
			inWords(['FixedAmount', 'PercentageOfTaxableEarnings'], {
				PercentageOfTaxableEarnings: 'Percentage of Taxable Earnings',
			}),
		),
		companyMax: amount('Company Maximum'),
		percentage: percentage('Percentage'),
		standardAmount: amount('Standard Amount'),
	},
	xero: { getAll: 'getSuperannuations', get: 'getSuperannuation', create: 'createSuperannuation' },
	needed: ['name', 'category', 'liabilityAccountId', 'expenseAccountId'],
	filters: { activeOnly },
	listOptions: { superannuation: namedActive('name', 'id') },
});
