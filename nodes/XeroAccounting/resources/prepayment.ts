import { texts } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { allocationLines, allocations } from '../fields/allocations';
import { creditFilters, creditLine } from '../fields/credits';
import { history } from '../operations/history';

export const prepayment = resource({
	key: 'prepayment',
	name: 'Prepayment',
	plural: 'Prepayments',
	description: 'Money paid before there is an invoice or bill; a bank transaction makes it',
	path: 'Prepayments',
	id: 'PrepaymentID',
	scope: 'accounting.payments',
	simplified: [
		'PrepaymentID',
		'Type',
		'Status',
		'Contact.Name',
		'Date',
		'InvoiceNumber',
		'CurrencyCode',
		'Total',
		'AppliedAmount',
		'RemainingCredit',
	],
	fields: {},
	searchOrder: 'Date DESC',
	listOptions: {
		prepayment: (prepayment) => [creditLine(prepayment, 'PrepaymentID')],
		allocation: (prepayment) => allocationLines(prepayment, 'InvoiceNumber'),
	},
	operations: (prepayment) => ({
		get: get(prepayment, 'getPrepayment'),
		getAll: list(
			prepayment,
			'getPrepayments',
			creditFilters({ InvoiceNumbers: texts('Invoice Numbers', { portion: 40, placeholder: 'e.g. INV-0001, INV-0002' }) }),
			{ by: 'page', size: 1000 },
		),
		...allocations(prepayment, { create: 'createPrepaymentAllocations', remove: 'deletePrepaymentAllocations' }),
		...history(prepayment, { get: 'getPrepaymentHistory', create: 'createPrepaymentHistory' }),
	}),
});
