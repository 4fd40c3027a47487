import { choice, flag, text } from '../../shared/inputs/scalars';
import { account, activeOnly, amount, inWords, percentage } from '../builders/inputs';
import { namedActive, settingsKind } from '../builders/settingsKind';

export const benefit = settingsKind({
	key: 'benefit',
	name: 'Benefit',
	plural: 'Benefits',
	description: 'What the employer pays besides wages, such as pensions',
	path: 'Benefits',
	id: 'id',
	envelopes: ['benefit', 'benefits'],
	fields: {
		name: text('Name', { min: 1 }),
		category: choice('Category', inWords(['StakeholderPension', 'Other'])),
		liabilityAccountId: account('Liability Account', 'liabilityAccount'),
		expenseAccountId: account('Expense Account', 'expenseAccount'),
		calculationType: choice(
			'Calculation Type',
			inWords(['FixedAmount', 'PercentageOfGross'], { PercentageOfGross: 'Percentage of Gross' }),
		),
		percentage: percentage('Percentage', { description: 'Xero wants one of a fixed amount as well: give 0' }),
		isCalculatingOnQualifyingEarnings: flag('Is Calculating on Qualifying Earnings', 'Whether qualifying earnings alone count'),
		showBalanceToEmployee: flag('Show Balance to Employee', 'Whether the employee sees the balance'),
		standardAmount: amount('Standard Amount'),
		subjectToNIC: flag('Subject to NIC', 'Whether national insurance is due on it'),
		subjectToPension: flag('Subject to Pension', 'Whether it counts for the pension'),
		subjectToTax: flag('Subject to Tax', 'Whether tax is due on it'),
	},
	xero: { getAll: 'getBenefits', get: 'getBenefit', create: 'createBenefit' },
	needed: ['name', 'category', 'liabilityAccountId', 'expenseAccountId', 'calculationType', 'percentage'],
	filters: { activeOnly },
	listOptions: { benefit: namedActive('name', 'id') },
});
