import { choice } from '../../shared/inputs/scalars';
import { inWords, siftedByCode } from '../builders/inputs';
import { named, settingsKind } from '../builders/settingsKind';

export const statutoryDeduction = settingsKind({
	key: 'statutoryDeduction',
	name: 'Statutory Deduction',
	plural: 'Statutory Deductions',
	description: 'What the law takes off pay: child support, student loans, KiwiSaver',
	path: 'StatutoryDeductions',
	id: 'id',
	envelopes: ['statutoryDeduction', 'statutoryDeductions'],
	fields: {},
	xero: { getAll: 'getStatutoryDeductions', get: 'getStatutoryDeduction' },
	filters: {
		category: siftedByCode(
			'statutoryDeductionCategory',
			choice(
				'Category',
				inWords(
					[
						'AdditionalStudentLoan',
						'ChildSupport',
						'CourtFines',
						'InlandRevenueArrears',
						'KiwiSaver',
						'MsdRepayments',
						'NonPriorityOrder',
						'PriorityOrder',
						'StudentLoan',
						'TableBased',
						'VoluntaryStudentLoan',
					],
					{ KiwiSaver: 'KiwiSaver', MsdRepayments: 'MSD Repayments' },
				),
			),
		),
	},
	listOptions: { statutoryDeduction: named('name', 'id') },
});
