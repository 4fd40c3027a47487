import type { IDataObject } from 'n8n-workflow';
import { choices, flag, ids, number, text, texts } from '../../shared/inputs/scalars';
import { views } from '../../shared/inputs/views';
import { asDateTime, bound, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import type { Fields } from '../../shared/model/field';
import type { Discriminator, ListOption, Operation, RecordType } from '../../shared/model/operation';
import type { RowOverrides } from '../../shared/operations/crud';
import { aNoun, create, list, setStatus, update } from '../../shared/operations/crud';
import {
	amountsAre,
	documentLine,
	documentRate,
	dueDate,
	issueDate,
	sourceUrl,
	subTotal,
	total,
	totalTax,
	wordsFor,
} from '../fields/document';
import { dated, ofContact } from '../fields/filters';
import { contact, currencyCode } from '../fields/pickers';
import { writtenStatus, STATUSES } from '../fields/statuses';
import { APPROVED, DELETED, VOIDED } from '../notices';
import { exclusiveWithout } from '../taxBasis';
import { attachments } from './attachments';
import { history } from './history';
import { pdf } from './pdf';
import { withFiles } from './withFiles';

/** Words of Xero's lists, where an approved invoice is one that waits for its payment. */
const WORDS = wordsFor(STATUSES, { AUTHORISED: 'Awaiting Payment' });

/** A line of From List, for sales invoices and bills. */
export const invoiceLine = (invoice: IDataObject): ListOption => documentLine(invoice, 'InvoiceID', 'InvoiceNumber', WORDS);

/** Which of Xero's invoices are sales invoices, and which are bills. */
export const SALES: Discriminator = {
	property: 'Type',
	value: 'ACCREC',
	others: { ACCPAY: { says: 'is a bill', todo: 'Use the resource Bill' } },
};
export const PURCHASES: Discriminator = {
	property: 'Type',
	value: 'ACCPAY',
	others: { ACCREC: { says: 'is a sales invoice', todo: 'Use the resource Invoice' } },
};

/** What narrows a search to one of them. */
export const onlyThose = ({ property, value }: Discriminator): IDataObject => ({ where: `${property}=="${value}"` });

/** What sales invoices and bills have in common, as inputs. */
export const invoiceFields: Fields = {
	Contact: contact(),
	CurrencyCode: currencyCode(),
	CurrencyRate: documentRate,
	Date: issueDate,
	DueDate: dueDate,
	EnteredTotal: number('Entered Total', { blank: '', description: 'Total as entered, before rounding; for drafts' }),
	LineAmountTypes: amountsAre,
	RoundingAmount: number('Rounding Amount', {
		blank: '',
		description: 'Counts only with Subtotal, Total Tax and Total',
		min: -0.1,
		max: 0.1,
	}),
	Status: writtenStatus,
	SubTotal: subTotal,
	Total: total,
	TotalTax: totalTax,
	Url: sourceUrl,
};

/** What Simplify keeps of either. */
export const invoiceColumns = [
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
] as const;

/** What of a list of either is asked for, in the words of Xero's screen. */
export const invoiceViews = views({
	all: { name: 'All' },
	draft: { name: 'Draft', query: { Statuses: 'DRAFT' } },
	submitted: { name: 'Awaiting Approval', query: { Statuses: 'SUBMITTED' } },
	unpaid: { name: 'Awaiting Payment', query: { Statuses: 'AUTHORISED' } },
	overdue: {
		name: 'Overdue',
		query: { Statuses: 'AUTHORISED' },
		where: (today) => `DueDate<${asDateTime(today)}`,
		matches: ({ AmountDue }) => Number(AmountDue) > 0,
	},
	paid: { name: 'Paid', query: { Statuses: 'PAID' } },
	voided: { name: 'Voided', query: { Statuses: 'VOIDED' } },
});

/** What either needs. */
export const NEEDED = ['Contact', 'LineAmountTypes', 'LineItems'] as const;

/** Xero's operations for a change of one and of several. */
const CHANGES = ['updateInvoice', 'updateOrCreateInvoices'];

/** Several of one change of state go in one request. */
const MANY = { batchPath: '/Invoices', batchSize: 50, perElement: true } as const;

export const allowBackorders: Fields = {
	allowBackorders: flag('Allow Backorders', 'Whether tracked items may be sold beyond what is on hand'),
};

/** What belongs to sales alone. */
const selling = ({ discriminator }: RecordType): RowOverrides => (discriminator === SALES ? { query: allowBackorders } : {});

/** What a new one of either goes with. */
export const NEW: RowOverrides = { ...exclusiveWithout, batchSize: 50, perElement: true };

/** A change of state of a kind, several of them in one request. */
export const become = (
	kind: RecordType,
	name: string,
	fixed: IDataObject,
	description: string,
	extra: RowOverrides = {},
): Operation => setStatus(kind, CHANGES, name, fixed, description, { ...MANY, ...extra });

/** Bills have no reference, which Xero would look for in vain. */
const filtersOf = ({ name, discriminator }: RecordType): Fields => ({
	...ofContact,
	ContactIDs: ids('Contact IDs'),
	createdByMyApp: flag('Created by My App', 'Whether to return only what the app of the credential created'),
	...dated,
	DueDateFrom: bound('Due Date From', 'DueDate', '>='),
	DueDateTo: bound('Due Date To', 'DueDate', '<='),
	IDs: ids(`${name} IDs`),
	includeArchived: flag('Include Archived', 'Whether to return archived invoices as well'),
	InvoiceNumbers: texts(`${name} Numbers`, { portion: 40, placeholder: 'e.g. INV-0001, INV-0002' }),
	...(discriminator === SALES ? { Reference: quoted('Reference', 'Reference') } : {}),
	searchTerm: text('Search Term', { description: 'Found in fields such as number and reference' }),
	Statuses: choices('Statuses', STATUSES),
	summaryOnly: flag('Summary Only', 'Whether to return fewer fields, faster: no lines, no payments'),
	...modifiedSince,
	...raw,
});

/**
 * The operations that sales invoices and bills have in common.
 * @param validate what is wrong with a body as a whole, besides what its inputs say
 */
export const invoiceOperations = (
	kind: RecordType,
	validate: Pick<RowOverrides, 'validate'> = {},
): Readonly<Record<string, Operation>> => ({
	create: withFiles(
		kind,
		create(kind, 'createInvoices', NEEDED, { ...NEW, ...validate, ...selling(kind) }),
		kind.discriminator === SALES,
	),
	getAll: list(kind, 'getInvoices', filtersOf(kind), { by: 'page', size: 1000 }),
	update: update(kind, CHANGES, { ...MANY, ...validate, ...selling(kind) }),
	submit: become(kind, 'Submit for Approval', { Status: 'SUBMITTED' }, '', {
		action: `Submit ${aNoun(kind)} for approval`,
	}),
	approve: become(kind, 'Approve', { Status: 'AUTHORISED' }, '', {
		notice: APPROVED,
	}),
	void: become(kind, 'Void', { Status: 'VOIDED' }, 'Void an approved document that has no payments', { notice: VOIDED }),
	delete: become(kind, 'Delete', { Status: 'DELETED' }, 'Delete a draft or submitted document', { notice: DELETED }),
	...pdf(kind, 'getInvoiceAsPdf'),
	...attachments(
		kind,
		{
			get: 'getInvoiceAttachments',
			byId: 'getInvoiceAttachmentById',
			byName: 'getInvoiceAttachmentByFileName',
			create: 'createInvoiceAttachmentByFileName',
			replace: 'updateInvoiceAttachmentByFileName',
		},
		true,
	),
	...history(kind, { get: 'getInvoiceHistory', create: 'createInvoiceHistory' }),
});
