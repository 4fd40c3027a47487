import { date, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { get, readPart, recordPicker, upsert } from '../../shared/operations/crud';
import { invoiceAddresses } from '../fields/addresses';
import { reference, sentToContact } from '../fields/document';
import { discountedLines } from '../fields/lineItems';
import { brandingTheme } from '../fields/pickers';
import {
	allowBackorders,
	become,
	invoiceColumns,
	invoiceFields,
	invoiceLine,
	invoiceOperations,
	invoiceViews,
	NEEDED,
	NEW,
	onlyThose,
	SALES,
} from '../operations/invoices';

export const invoice = resource({
	key: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	description: 'An invoice to a customer; those of suppliers are under Bill',
	path: 'Invoices',
	id: 'InvoiceID',
	scope: 'accounting.invoices',
	discriminator: SALES,
	simplified: invoiceColumns,
	linesField: 'LineItems',
	documentKeyDefault: 'InvoiceNumber',
	fields: {
		...invoiceFields,
		LineItems: discountedLines,
		BrandingThemeID: brandingTheme,
		ExpectedPaymentDate: date('Expected Date'),
		InvoiceAddresses: invoiceAddresses,
		InvoiceNumber: text('Invoice Number', {
			max: 255,
			description: 'Xero gives a new one its number',
			placeholder: 'e.g. INV-0001',
		}),
		Reference: reference,
		SentToContact: sentToContact,
	},
	panel: ['Contact', 'Date', 'DueDate', 'InvoiceNumber', 'Reference', 'LineAmountTypes', 'LineItems', 'Status'],
	show: invoiceViews,
	searchOrder: 'Date DESC',
	listOptions: {
		invoice: (invoice) => (invoice.Type === 'ACCREC' ? [invoiceLine(invoice)] : []),
		invoiceOrBill: (invoice) => [invoiceLine(invoice)],
		unpaidInvoice: (invoice) =>
			invoice.Status === 'AUTHORISED' && Number(invoice.AmountDue) !== 0 ? [invoiceLine(invoice)] : [],
	},
	// Neither payments nor credits go on anything else.
	searchQuery: { invoice: onlyThose(SALES), unpaidInvoice: { where: 'Status=="AUTHORISED"' } },
	operations: (invoice) => ({
		...invoiceOperations(invoice),
		upsert: upsert(invoice, 'updateOrCreateInvoices', NEEDED, 'its number', {
			...NEW,
			identity: ['InvoiceID', 'InvoiceNumber'],
			query: allowBackorders,
		}),
		get: get(invoice, 'getInvoice', { required: recordPicker(invoice, ['id', 'number']) }),
		markAsSent: become(invoice, 'Mark as Sent', { SentToContact: true }, 'Mark an approved invoice as sent, without sending it', {
			action: 'Mark an invoice as sent',
		}),
		sendEmail: {
			xero: 'emailInvoice',
			name: 'Send Email',
			action: 'Send an invoice by email',
			description: "Have Xero email an approved invoice to its contact, with Xero's own text",
			method: 'POST',
			path: '/Invoices/{InvoiceID}/Email',
			required: recordPicker(invoice),
			scope: invoice.scope,
			notice: 'Xero sends the email to the contact at once',
		},
		getOnlineInvoice: readPart(
			invoice,
			'getOnlineInvoice',
			'Get Online Invoice',
			'/Invoices/{InvoiceID}/OnlineInvoice',
			'OnlineInvoices',
			'Retrieve the link to the online invoice',
			{
				action: 'Get online link of an invoice',
			},
		),
	}),
});
