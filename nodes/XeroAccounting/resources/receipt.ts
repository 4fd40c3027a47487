import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, update } from '../../shared/operations/crud';
import { belongsTo, is, modifiedSince, raw } from '../../shared/inputs/where';
import { amountsAre, amountText, issueDate, joined, reference, subTotal, total, totalTax, wordsFor } from '../fields/document';
import { spender } from '../fields/expenses';
import { dated, ofContact } from '../fields/filters';
import { lineItems } from '../fields/lineItems';
import { contact } from '../fields/pickers';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { exclusiveWithout } from '../taxBasis';

const STATUSES: readonly Choice[] = [
	['DRAFT', 'Draft'],
	['SUBMITTED', 'Awaiting Approval', 'SUBMITTED'],
	['AUTHORISED', 'Approved', 'AUTHORISED'],
	['DECLINED', 'Declined'],
	['VOIDED', 'Voided'],
];
const WORDS = wordsFor(STATUSES);

const line = ({ ReceiptID, Date, Contact, Reference, Total, Status }: IDataObject): ListOption => ({
	name: joined([Date, (Contact as IDataObject | undefined)?.Name, Reference, amountText(Total), WORDS[String(Status)] ?? Status]),
	value: String(ReceiptID),
});

export const receipt = resource({
	key: 'receipt',
	name: 'Receipt',
	plural: 'Receipts',
	description: 'A receipt of classic expenses, to be claimed in an expense claim',
	path: 'Receipts',
	id: 'ReceiptID',
	scope: 'accounting.classicexpenses',
	simplified: [
		'ReceiptID',
		'ReceiptNumber',
		'Status',
		'User.UserID',
		'User.EmailAddress',
		'Contact.Name',
		'Date',
		'Reference',
		'TotalTax',
		'Total',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'Reference',
	fields: {
		Contact: contact(),
		LineItems: lineItems,
		User: spender,
		Date: issueDate,
		LineAmountTypes: amountsAre,
		Reference: reference,
		SubTotal: subTotal,
		Total: total,
		TotalTax: totalTax,
	},
	listOptions: {
		receipt: (receipt) => [line(receipt)],
		// What is in a claim already cannot go into another one.
		draftReceipt: (receipt) => (receipt.Status === 'DRAFT' ? [line(receipt)] : []),
	},
	operations: (receipt) => ({
		create: create(receipt, 'createReceipt', ['Contact', 'LineAmountTypes', 'LineItems', 'User'], {
			...exclusiveWithout,
			description: 'Create a draft receipt, for an expense claim to submit',
		}),
		get: get(receipt, 'getReceipt'),
		getAll: list(
			receipt,
			'getReceipts',
			{
				...ofContact,
				...dated,
				Status: is('Status', 'Status', STATUSES),
				User: belongsTo('User', 'user', 'User.UserID'),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		update: update(receipt, 'updateReceipt'),
		...attachments(receipt, {
			get: 'getReceiptAttachments',
			byId: 'getReceiptAttachmentById',
			byName: 'getReceiptAttachmentByFileName',
			create: 'createReceiptAttachmentByFileName',
			replace: 'updateReceiptAttachmentByFileName',
		}),
		...history(receipt, { get: 'getReceiptHistory', create: 'createReceiptHistory' }),
	}),
});
