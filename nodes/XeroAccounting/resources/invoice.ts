import type { IDataObject } from 'n8n-workflow';
import { choice, choices, date, flag, ids, number, text, texts } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, readPart, setStatus, update, upsert, recordPicker } from '../../shared/operations/crud';
import { billFault } from '../validation';
import { invoiceAddresses } from '../fields/addresses';
import {
	amountsAre,
	documentLine,
	documentRate,
	dueDate,
	issueDate,
	sentToContact,
	sourceUrl,
	subTotal,
	total,
	totalTax,
	wordsFor,
} from '../fields/document';
import { dated, ofContact } from '../fields/filters';
import { discountedLines } from '../fields/lineItems';
import { brandingTheme, contact, currencyCode } from '../fields/pickers';
import { INVOICE_TYPES, STATUSES, writtenStatus } from '../fields/statuses';
import { bound, is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { APPROVED, DELETED, VOIDED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { pdf } from '../operations/pdf';
import { exclusiveWithout } from '../taxBasis';

/** Words of Xero's lists, where an approved invoice is one that waits for its payment. */
const WORDS = wordsFor(STATUSES, { AUTHORISED: 'Awaiting Payment' });

const line = (invoice: IDataObject): ListOption => documentLine(invoice, 'InvoiceID', 'InvoiceNumber', WORDS);

const allowBackorders: Fields = {
	allowBackorders: flag('Allow Backorders', 'Whether tracked items may be sold beyond what is on hand'),
};

/** Several invoices of one change of state go in one request. */
const many = { batchPath: '/Invoices', batchSize: 50, perElement: true } as const;
const CHANGES = ['updateInvoice', 'updateOrCreateInvoices'];
const OF = ['Type', 'Contact', 'LineAmountTypes', 'LineItems'];

export const invoice = resource({
	key: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	description: 'A sales invoice or a bill',
	path: 'Invoices',
	id: 'InvoiceID',
	scope: 'accounting.invoices',
	simplified: [
		'InvoiceID',
		'InvoiceNumber',
		'Type',
		'Status',
		'Contact.Name',
		'Date',
		'DueDate',
		'CurrencyCode',
		'Total',
		'AmountDue',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'InvoiceNumber',
	fields: {
		Type: choice('Type', INVOICE_TYPES),
		Contact: contact(),
		LineItems: discountedLines,
		BrandingThemeID: brandingTheme,
		CurrencyCode: currencyCode(),
		CurrencyRate: documentRate,
		Date: issueDate,
		DueDate: dueDate,
		EnteredTotal: number('Entered Total', { blank: '', description: 'Total as entered, before rounding; for drafts' }),
		ExpectedPaymentDate: date('Expected Date', { description: 'For sales invoices' }),
		InvoiceAddresses: invoiceAddresses,
		InvoiceNumber: text('Invoice Number', {
			max: 255,
			description: "Xero numbers sales invoices itself when left out; on bills it is the supplier's number",
			placeholder: 'e.g. INV-0001',
		}),
		LineAmountTypes: amountsAre,
		PlannedPaymentDate: date('Planned Date', { description: 'For bills' }),
		Reference: text('Reference', { max: 255, description: 'For sales invoices: bills keep none' }),
		RoundingAmount: number('Rounding Amount', {
			blank: '',
			description: 'Counts only with Subtotal, Total Tax and Total',
			min: -0.1,
			max: 0.1,
		}),
		SentToContact: sentToContact,
		Status: writtenStatus,
		SubTotal: subTotal,
		Total: total,
		TotalTax: totalTax,
		Url: sourceUrl,
	},
	searchOrder: 'Date DESC',
	listOptions: {
		invoice: (invoice) => [line(invoice)],
		unpaidInvoice: (invoice) => (invoice.Status === 'AUTHORISED' && Number(invoice.AmountDue) !== 0 ? [line(invoice)] : []),
		bill: (invoice) => (invoice.Type === 'ACCPAY' ? [line(invoice)] : []),
		salesInvoice: (invoice) => (invoice.Type === 'ACCREC' ? [line(invoice)] : []),
	},
	// Neither payments nor credits go on anything else.
	searchQuery: { unpaidInvoice: { where: 'Status=="AUTHORISED"' } },
	operations: (invoice) => ({
		create: create(invoice, 'createInvoices', OF, {
			...exclusiveWithout,
			validate: billFault,
			batchSize: 50,
			perElement: true,
			query: allowBackorders,
		}),
		upsert: upsert(invoice, 'updateOrCreateInvoices', OF, 'its number, on the sales side only', {
			...exclusiveWithout,
			validate: billFault,
			identity: ['InvoiceID', 'InvoiceNumber'],
			batchSize: 50,
			perElement: true,
			query: allowBackorders,
		}),
		get: get(invoice, 'getInvoice', { required: recordPicker(invoice, ['id', 'number']) }),
		getAll: list(
			invoice,
			'getInvoices',
			{
				...ofContact,
				ContactIDs: ids('Contact IDs'),
				createdByMyApp: flag('Created by My App', 'Whether to return only what the app of the credential created'),
				...dated,
				DueDateFrom: bound('Due Date From', 'DueDate', '>='),
				DueDateTo: bound('Due Date To', 'DueDate', '<='),
				IDs: ids('Invoice IDs'),
				includeArchived: flag('Include Archived', 'Whether to return archived invoices as well'),
				InvoiceNumbers: texts('Invoice Numbers', { portion: 40, placeholder: 'e.g. INV-0001, INV-0002' }),
				Reference: quoted('Reference', 'Reference'),
				searchTerm: text('Search Term', { description: 'Found in fields such as invoice number and reference' }),
				Statuses: choices('Statuses', STATUSES),
				summaryOnly: flag('Summary Only', 'Whether to return fewer fields, faster: no lines, no payments'),
				Type: is('Type', 'Type', INVOICE_TYPES),
				...modifiedSince,
				...raw,
			},
			{ by: 'page', size: 1000 },
		),
		update: update(invoice, CHANGES, { ...many, leave: ['Type'], validate: billFault, query: allowBackorders }),
		submit: setStatus(invoice, CHANGES, 'Submit for Approval', { Status: 'SUBMITTED' }, 'Set a draft to Awaiting Approval', {
			...many,
			action: 'Submit an invoice for approval',
		}),
		approve: setStatus(
			invoice,
			CHANGES,
			'Approve',
			{ Status: 'AUTHORISED' },
			'Set a draft or submitted invoice to Awaiting Payment',
			{
				...many,
				notice: APPROVED,
			},
		),
		markAsSent: setStatus(
			invoice,
			CHANGES,
			'Mark as Sent',
			{ SentToContact: true },
			'Mark an approved invoice as sent, without sending it',
			{
				...many,
				action: 'Mark an invoice as sent',
			},
		),
		void: setStatus(invoice, CHANGES, 'Void', { Status: 'VOIDED' }, 'Void an approved invoice that has no payments', {
			...many,
			notice: VOIDED,
		}),
		delete: setStatus(invoice, CHANGES, 'Delete', { Status: 'DELETED' }, 'Delete a draft or submitted invoice', {
			...many,
			notice: DELETED,
		}),
		sendEmail: {
			xero: 'emailInvoice',
			name: 'Send Email',
			action: 'Send an invoice by email',
			description: "Have Xero email an approved sales invoice to its contact, with Xero's own text",
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
		...pdf(invoice, 'getInvoiceAsPdf'),
		...attachments(
			invoice,
			{
				get: 'getInvoiceAttachments',
				byId: 'getInvoiceAttachmentById',
				byName: 'getInvoiceAttachmentByFileName',
				create: 'createInvoiceAttachmentByFileName',
				replace: 'updateInvoiceAttachmentByFileName',
			},
			true,
		),
		...history(invoice, { get: 'getInvoiceHistory', create: 'createInvoiceHistory' }),
	}),
});
