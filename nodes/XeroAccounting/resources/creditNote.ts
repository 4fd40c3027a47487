import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update, upsert, recordPicker } from '../../shared/operations/crud';
import { supplierCreditFault } from '../validation';
import { invoiceAddresses } from '../fields/addresses';
import { allocationLines, allocations } from '../fields/allocations';
import {
	amountsAre,
	documentLine,
	documentRate,
	dueDate,
	issueDate,
	subTotal,
	total,
	totalTax,
	wordsFor,
} from '../fields/document';
import { dated, ofContact } from '../fields/filters';
import { lineItems } from '../fields/lineItems';
import { brandingTheme, contact, currencyCode } from '../fields/pickers';
import { STATUSES, writtenStatus } from '../fields/statuses';
import { is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { APPROVED, DELETED, VOIDED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { pdf } from '../operations/pdf';
import { exclusiveWithout } from '../taxBasis';

const TYPES: readonly Choice[] = [
	['ACCRECCREDIT', 'Customer Credit Note', 'ACCRECCREDIT'],
	['ACCPAYCREDIT', 'Supplier Credit Note', 'ACCPAYCREDIT'],
];

/** Xero lists an approved credit note like an invoice that waits for its payment. */
const WORDS = wordsFor(STATUSES, { AUTHORISED: 'Awaiting Payment' });

const line = (note: IDataObject): ListOption => documentLine(note, 'CreditNoteID', 'CreditNoteNumber', WORDS);

/** Several credit notes of one change of state go in one request. */
const many = { batchPath: '/CreditNotes', batchSize: 50, perElement: true } as const;
const CHANGES = ['updateCreditNote', 'updateOrCreateCreditNotes'];
const OF = ['Type', 'Contact', 'LineAmountTypes', 'LineItems'];

export const creditNote = resource({
	key: 'creditNote',
	name: 'Credit Note',
	plural: 'Credit Notes',
	description: 'A credit for a customer or from a supplier',
	path: 'CreditNotes',
	id: 'CreditNoteID',
	scope: 'accounting.invoices',
	simplified: [
		'CreditNoteID',
		'CreditNoteNumber',
		'Type',
		'Status',
		'Contact.Name',
		'Date',
		'Reference',
		'CurrencyCode',
		'Total',
		'RemainingCredit',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'CreditNoteNumber',
	fields: {
		Type: choice('Type', TYPES),
		Contact: contact(),
		LineItems: lineItems,
		BrandingThemeID: brandingTheme,
		CreditNoteNumber: text('Credit Note Number', {
			description: "Xero gives customer credit notes one when left empty; on those of suppliers it is the supplier's number",
			placeholder: 'e.g. CN-0001',
		}),
		CurrencyCode: currencyCode(),
		CurrencyRate: documentRate,
		Date: issueDate,
		DueDate: dueDate,
		InvoiceAddresses: invoiceAddresses,
		LineAmountTypes: amountsAre,
		Reference: text('Reference', { max: 255, description: 'Supplier credit notes keep none' }),
		Status: writtenStatus,
		SubTotal: subTotal,
		Total: total,
		TotalTax: totalTax,
	},
	panel: ['Type', 'Contact', 'Date', 'CreditNoteNumber', 'Reference', 'LineAmountTypes', 'LineItems', 'Status'],
	searchOrder: 'Date DESC',
	listOptions: {
		creditNote: (note) => [line(note)],
		allocation: (note) => allocationLines(note, 'CreditNoteNumber'),
	},
	operations: (note) => ({
		create: create(note, 'createCreditNotes', OF, {
			...exclusiveWithout,
			validate: supplierCreditFault,
			batchSize: 50,
			perElement: true,
		}),
		upsert: upsert(note, 'updateOrCreateCreditNotes', OF, 'its number, on the sales side only', {
			...exclusiveWithout,
			validate: supplierCreditFault,
			identity: ['CreditNoteID', 'CreditNoteNumber'],
			batchSize: 50,
			perElement: true,
		}),
		get: get(note, 'getCreditNote', {
			required: recordPicker(note, ['id', 'number'], { modes: { number: { placeholder: 'e.g. CN-0001' } } }),
		}),
		getAll: list(
			note,
			'getCreditNotes',
			{
				...ofContact,
				...dated,
				Reference: quoted('Reference', 'Reference'),
				Status: is('Status', 'Status', STATUSES),
				Type: is('Type', 'Type', TYPES),
				...modifiedSince,
				...raw,
			},
			{ by: 'page', size: 1000 },
		),
		update: update(note, CHANGES, { ...many, leave: ['Type'], validate: supplierCreditFault }),
		submit: setStatus(note, CHANGES, 'Submit for Approval', { Status: 'SUBMITTED' }, '', {
			...many,
			action: 'Submit a credit note for approval',
		}),
		approve: setStatus(note, CHANGES, 'Approve', { Status: 'AUTHORISED' }, '', {
			...many,
			notice: APPROVED,
		}),
		void: setStatus(
			note,
			CHANGES,
			'Void',
			{ Status: 'VOIDED' },
			'Void an approved credit note that has no allocations or refunds',
			{
				...many,
				notice: VOIDED,
			},
		),
		delete: setStatus(note, CHANGES, 'Delete', { Status: 'DELETED' }, 'Delete a draft or submitted credit note', {
			...many,
			notice: DELETED,
		}),
		...allocations(note, { create: 'createCreditNoteAllocation', remove: 'deleteCreditNoteAllocations' }),
		...pdf(note, 'getCreditNoteAsPdf'),
		...attachments(
			note,
			{
				get: 'getCreditNoteAttachments',
				byId: 'getCreditNoteAttachmentById',
				byName: 'getCreditNoteAttachmentByFileName',
				create: 'createCreditNoteAttachmentByFileName',
				replace: 'updateCreditNoteAttachmentByFileName',
			},
			true,
		),
		...history(note, { get: 'getCreditNoteHistory', create: 'createCreditNoteHistory' }),
	}),
});
