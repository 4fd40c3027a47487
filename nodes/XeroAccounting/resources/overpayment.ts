import { texts } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { allocationLines, allocations } from '../fields/allocations';
import { creditFilters, creditLine } from '../fields/credits';
import { history } from '../operations/history';

export const overpayment = resource({
	key: 'overpayment',
	name: 'Overpayment',
	plural: 'Overpayments',
	description: 'Money paid beyond what was due; a bank transaction makes it',
	path: 'Overpayments',
	id: 'OverpaymentID',
	scope: 'accounting.payments',
	simplified: [
		'OverpaymentID',
		'Type',
		'Status',
		'Contact.Name',
		'Date',
		'Reference',
		'CurrencyCode',
		'Total',
		'AppliedAmount',
		'RemainingCredit',
	],
	fields: {},
	searchOrder: 'Date DESC',
	listOptions: {
		overpayment: (overpayment) => [creditLine(overpayment, 'OverpaymentID')],
		allocation: (overpayment) => allocationLines(overpayment, 'Reference'),
	},
	operations: (overpayment) => ({
		get: get(overpayment, 'getOverpayment'),
		getAll: list(
			overpayment,
			'getOverpayments',
			creditFilters({ References: texts('References', { portion: 40, placeholder: 'e.g. Card 12, Card 13' }) }),
			{ by: 'page', size: 1000 },
		),
		...allocations(overpayment, { create: 'createOverpaymentAllocations', remove: 'deleteOverpaymentAllocations' }),
		...history(overpayment, { get: 'getOverpaymentHistory', create: 'createOverpaymentHistory' }),
	}),
});
