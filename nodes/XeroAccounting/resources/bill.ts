import { date, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { get } from '../../shared/operations/crud';
import { lineItems } from '../fields/lineItems';
import {
	invoiceColumns,
	invoiceFields,
	invoiceLine,
	invoiceOperations,
	invoiceViews,
	onlyThose,
	PURCHASES,
} from '../operations/invoices';
import { billFault } from '../validation';

/** Xero has bills among its invoices. No upsert: Xero looks for no number of a supplier's, so each one would be new. */
export const bill = resource({
	key: 'bill',
	name: 'Bill',
	plural: 'Bills',
	description: 'An invoice of a supplier',
	path: 'Invoices',
	id: 'InvoiceID',
	scope: 'accounting.invoices',
	discriminator: PURCHASES,
	simplified: invoiceColumns,
	linesField: 'LineItems',
	documentKeyDefault: 'InvoiceNumber',
	number: 'InvoiceNumber',
	fields: {
		...invoiceFields,
		LineItems: lineItems,
		InvoiceNumber: text('Bill Number', { max: 255, description: "The supplier's number" }),
		PlannedPaymentDate: date('Planned Date'),
	},
	panel: ['Contact', 'Date', 'DueDate', 'InvoiceNumber', 'LineAmountTypes', 'LineItems', 'Status'],
	show: invoiceViews,
	searchOrder: 'Date DESC',
	listOptions: { bill: (invoice) => (invoice.Type === 'ACCPAY' ? [invoiceLine(invoice)] : []) },
	searchQuery: { bill: onlyThose(PURCHASES) },
	operations: (bill) => ({
		...invoiceOperations(bill, { validate: billFault }),
		get: get(bill, 'getInvoice'),
	}),
});
