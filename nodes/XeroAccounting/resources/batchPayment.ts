import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { locator } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { date, number, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus } from '../../shared/operations/crud';
import { is, modifiedSince, raw } from '../../shared/inputs/where';
import { bankAccount } from '../fields/bank';
import { amountText, joined, wordsFor } from '../fields/document';
import { dated } from '../fields/filters';
import { DELETED, IN_BOOKS } from '../notices';
import { history } from '../operations/history';

const TYPES: readonly Choice[] = [
	['PAYBATCH', 'Bill Payments'],
	['RECBATCH', 'Sales Invoice Payments'],
];
const WORDS = wordsFor(TYPES);

const line = ({ BatchPaymentID, Date, Type, TotalAmount, Reference, Status }: IDataObject): ListOption => ({
	name: joined([Date, WORDS[String(Type)] ?? Type, amountText(TotalAmount), Reference, Status === 'DELETED' ? 'Deleted' : '']),
	value: String(BatchPaymentID),
});

const NEW_ZEALAND = 'New Zealand only';
const newZealand = { max: 12, description: NEW_ZEALAND } as const;

export const batchPayment = resource({
	key: 'batchPayment',
	name: 'Batch Payment',
	plural: 'Batch Payments',
	description: 'Payments of several invoices or bills in one bank transaction',
	path: 'BatchPayments',
	id: 'BatchPaymentID',
	scope: 'accounting.payments',
	simplified: [
		'BatchPaymentID',
		'Type',
		'Status',
		'Date',
		'Account.AccountID',
		'Reference',
		'TotalAmount',
		'IsReconciled',
		'UpdatedDateUTC',
	],
	linesField: 'Payments',
	documentKeyDefault: 'Reference',
	fields: {
		Account: bankAccount(),
		Date: date('Date'),
		Payments: rows(
			'Payments',
			'Payment',
			{
				Invoice: locator('Invoice', 'unpaidInvoice', { id: 'InvoiceID', number: 'InvoiceNumber' }),
				Amount: number('Amount', { blank: '', description: 'At most what is outstanding' }),
			},
			{
				foldedName: 'Bank Details',
				folded: {
					BankAccountNumber: text('Bank Account Number', { description: "The supplier's" }),
					Details: text('Details', { description: "For the supplier's bank statement" }),
					Particulars: text('Particulars', { description: "For the supplier's bank statement" }),
					Reference: text('Reference', { description: 'Xero asks for it outside New Zealand' }),
				},
			},
		),
		Code: text('Code', newZealand),
		Details: text('Details', { max: 18, description: 'Sent to the bank as the reference; outside New Zealand' }),
		Narrative: text('Narrative', { max: 18, description: 'For the statement line in Xero; UK only' }),
		Particulars: text('Particulars', newZealand),
		Reference: text('Reference', { max: 255, description: NEW_ZEALAND }),
	},
	listOptions: { batchPayment: (batch) => [line(batch)] },
	operations: (batch) => ({
		create: create(batch, 'createBatchPayment', ['Account', 'Date', 'Payments'], {
			batchSize: 50,
			perElement: true,
			settles: 'Invoice',
			description: 'Record payments of approved invoices, or of bills, as one',
			notice: IN_BOOKS,
		}),
		get: get(batch, 'getBatchPayment'),
		getAll: list(
			batch,
			'getBatchPayments',
			{
				...dated,
				Status: is('Status', 'Status', [
					['AUTHORISED', 'Authorised'],
					['DELETED', 'Deleted'],
				]),
				Type: is('Type', 'Type', TYPES),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		// One bare object here, where Create sends an array.
		delete: setStatus(
			batch,
			['deleteBatchPaymentByUrlParam', 'deleteBatchPayment'],
			'Delete',
			{ Status: 'DELETED' },
			'Delete a batch payment; what it paid is outstanding again',
			{
				body: 'bare',
				notice: DELETED,
			},
		),
		...history(batch, { get: 'getBatchPaymentHistory', create: 'createBatchPaymentHistoryRecord' }),
	}),
});
