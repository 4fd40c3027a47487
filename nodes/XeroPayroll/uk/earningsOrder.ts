import { choice } from '../../shared/inputs/scalars';
import { inWords, siftedByCode } from '../builders/inputs';
import { named, settingsKind } from '../builders/settingsKind';

const CATEGORIES = [
	'AdditionalStudentLoan',
	'ChildSupport',
	'CourtFines',
	'Creditor',
	'FederalLevy',
	'InlandRevenueArrears',
	'KiwiSaver',
	'MsdRepayments',
	'NonPriorityOrder',
	'PriorityOrder',
	'StudentLoan',
	'TableBased',
	'USChildSupport',
	'VoluntaryStudentLoan',
];

export const earningsOrder = settingsKind({
	key: 'earningsOrder',
	name: 'Earnings Order',
	plural: 'Earnings Orders',
	description: 'What a court or the state takes off pay',
	path: 'EarningsOrders',
	id: 'id',
	envelopes: ['statutoryDeduction', 'statutoryDeductions'],
	fields: {},
	xero: { getAll: 'getEarningsOrders', get: 'getEarningsOrder' },
	filters: {
		category: siftedByCode(
			'statutoryDeductionCategory',
			choice(
				'Category',
				inWords(CATEGORIES, {
					KiwiSaver: 'KiwiSaver',
					MsdRepayments: 'MSD Repayments',
					USChildSupport: 'US Child Support',
				}),
			),
		),
	},
	listOptions: { earningsOrder: named('name', 'id') },
});
