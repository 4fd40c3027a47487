import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, flag, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus } from '../../shared/operations/crud';
import { is, raw } from '../../shared/inputs/where';
import { repeatingBillFault } from '../validation';
import { amountsAre, amountText, joined, subTotal, total, totalTax, wordsFor } from '../fields/document';
import { ofContact } from '../fields/filters';
import { discountedLines } from '../fields/lineItems';
import { brandingTheme, contact, currencyCode } from '../fields/pickers';
import { schedule } from '../fields/schedule';
import { INVOICE_TYPES } from '../fields/statuses';
import { DELETED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { exclusiveWithout } from '../taxBasis';

const STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft', 'Its invoices are saved as drafts'],
	['AUTHORISED', 'Approved', 'AUTHORISED: its invoices are approved'],
	['DELETED', 'Deleted'],
];
const WORDS = wordsFor(STATUSES);

/** 'Monthly', 'Every 2 weeks', as Xero's list says it. */
const rhythm = ({ Period, Unit }: IDataObject): string => {
	const [single, several] = Unit === 'WEEKLY' ? ['Weekly', 'weeks'] : ['Monthly', 'months'];
	return Number(Period ?? 1) === 1 ? single : `Every ${String(Period)} ${several}`;
};

const line = (invoice: IDataObject): ListOption => {
	const plan = (invoice.Schedule ?? {}) as IDataObject;
	return {
		name: joined([
			(invoice.Contact as IDataObject | undefined)?.Name,
			invoice.Reference,
			`${amountText(invoice.Total)} ${String(invoice.CurrencyCode ?? '')}`.trim(),
			rhythm(plan),
			plan.NextScheduledDate && `next ${String(plan.NextScheduledDate)}`,
			WORDS[String(invoice.Status)] ?? invoice.Status,
		]),
		value: String(invoice.RepeatingInvoiceID),
	};
};

export const repeatingInvoice = resource({
	key: 'repeatingInvoice',
	name: 'Repeating Invoice',
	plural: 'Repeating Invoices',
	description: 'A template from which Xero makes invoices or bills by a schedule',
	path: 'RepeatingInvoices',
	id: 'RepeatingInvoiceID',
	scope: 'accounting.invoices',
	simplified: [
		'RepeatingInvoiceID',
		'Type',
		'Status',
		'Contact.Name',
		'Reference',
		'CurrencyCode',
		'Total',
		'Schedule.Unit',
		'Schedule.NextScheduledDate',
		'ApprovedForSending',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'Reference',
	fields: {
		Type: choice('Type', INVOICE_TYPES),
		Contact: contact(),
		Schedule: schedule,
		LineItems: discountedLines,
		ApprovedForSending: flag(
			'Approved for Sending',
			'Whether Xero emails each invoice; for approved templates of sales invoices',
		),
		BrandingThemeID: brandingTheme,
		CurrencyCode: currencyCode(),
		IncludePDF: flag('Include PDF', 'Whether the email carries the invoice as a PDF file'),
		LineAmountTypes: amountsAre,
		MarkAsSent: flag('Mark as Sent', 'Whether each invoice is marked as sent'),
		Reference: text('Reference', { max: 255, description: 'For sales invoices: bills keep none' }),
		SendCopy: flag('Send Copy', 'Whether you get a copy of the email'),
		Status: choice('Status', STATUSES.slice(0, 2)),
		SubTotal: subTotal,
		Total: total,
		TotalTax: totalTax,
	},
	listOptions: { repeatingInvoice: (invoice) => [line(invoice)] },
	// Xero creates and deletes these templates, but changes none: any other status is refused for an existing one.
	operations: (repeating) => ({
		create: create(repeating, 'createRepeatingInvoices', ['Type', 'Contact', 'Schedule', 'LineAmountTypes', 'LineItems'], {
			...exclusiveWithout,
			validate: repeatingBillFault,
			batchSize: 50,
			perElement: true,
			notice: 'An approved template makes invoices by itself from its start date on',
		}),
		get: get(repeating, 'getRepeatingInvoice'),
		getAll: list(
			repeating,
			'getRepeatingInvoices',
			{
				...ofContact,
				Status: is('Status', 'Status', STATUSES),
				Type: is('Type', 'Type', INVOICE_TYPES),
				...raw,
			},
			{ by: 'nothing' },
		),
		delete: setStatus(
			repeating,
			['updateRepeatingInvoice', 'updateOrCreateRepeatingInvoices'],
			'Delete',
			{ Status: 'DELETED' },
			'Delete a repeating invoice; the invoices it made stay',
			{ batchPath: '/RepeatingInvoices', batchSize: 50, perElement: true, notice: DELETED },
		),
		...attachments(repeating, {
			get: 'getRepeatingInvoiceAttachments',
			byId: 'getRepeatingInvoiceAttachmentById',
			byName: 'getRepeatingInvoiceAttachmentByFileName',
			create: 'createRepeatingInvoiceAttachmentByFileName',
			replace: 'updateRepeatingInvoiceAttachmentByFileName',
		}),
		...history(repeating, { get: 'getRepeatingInvoiceHistory', create: 'createRepeatingInvoiceHistory' }),
	}),
});
