import { choice, flag, text } from '../../shared/inputs/scalars';
import { account, activeOnly, amount, inWords, percentage } from '../builders/inputs';
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
			inWords(
				[
					'CapitalContributions',
					'ChildCareVoucher',
					'MakingGood',
					'PostgraduateLoanDeductions',
					'PrivateUsePayments',
					'SalarySacrifice',
					'StakeholderPension',
					'StakeholderPensionPostTax',
					'StudentLoanDeductions',
					'UkOther',
				],
				{ StakeholderPensionPostTax: 'Stakeholder Pension (Post Tax)', UkOther: 'Other' },
			),
			{ preset: 'UkOther' },
		),
		liabilityAccountId: account('Liability Account', 'liabilityAccount'),
		applyToPensionCalculations: flag('Apply to Pension Calculations', 'Whether pensions are worked out with it'),
		calculationType: choice(
			'Calculation Type',
			inWords(['FixedAmount', 'PercentageOfGross'], { PercentageOfGross: 'Percentage of Gross' }),
		),
		isCalculatingOnQualifyingEarnings: flag('Is Calculating on Qualifying Earnings', 'Whether qualifying earnings alone count'),
		isPension: flag('Is Pension', 'Whether it goes into a pension'),
		isReducedByBasicRate: flag('Is Reduced by Basic Rate', 'Whether the basic rate of tax is taken off it'),
		percentage: percentage('Percentage'),
		reducesSuperLiability: flag('Reduces Super Liability', 'Whether pension contributions are less by it'),
		reducesTaxLiability: flag('Reduces Tax Liability', 'Whether tax is less by it'),
		standardAmount: amount('Standard Amount'),
		subjectToNIC: flag('Subject to NIC', 'Whether national insurance is due on it'),
		subjectToTax: flag('Subject to Tax', 'Whether tax is due on it'),
	},
	xero: { getAll: 'getDeductions', get: 'getDeduction', create: 'createDeduction' },
	needed: ['deductionName', 'deductionCategory', 'liabilityAccountId'],
	filters: { activeOnly },
	listOptions: { deduction: namedActive('deductionName', 'deductionId') },
});
