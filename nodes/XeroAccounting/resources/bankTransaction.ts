import type { IDataObject } from 'n8n-workflow';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, flag, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update, upsert, without } from '../../shared/operations/crud';
import { bankAccount, isTrue } from '../fields/bank';
import { amountText, amountsAre, documentRate, issueDate, joined, sourceUrl, wordsFor } from '../fields/document';
import { dated, ofContact } from '../fields/filters';
import { lineItems } from '../fields/lineItems';
import { contact, currencyCode, existing } from '../fields/pickers';
import { belongsTo, is, modifiedSince, quoted, raw } from '../../shared/inputs/where';
import { DELETED, IN_BOOKS, VOIDED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { exclusiveWithout } from '../taxBasis';

const TYPES: readonly Choice[] = [
	['SPEND', 'Spend Money'],
	['RECEIVE', 'Receive Money'],
	['SPEND-OVERPAYMENT', 'Spend Overpayment'],
	['RECEIVE-OVERPAYMENT', 'Receive Overpayment'],
	['SPEND-PREPAYMENT', 'Spend Prepayment'],
	['RECEIVE-PREPAYMENT', 'Receive Prepayment'],
];
/** Made by bank transfers: read as bank transactions, but not written as such. */
const TRANSFERS: readonly Choice[] = [
	['SPEND-TRANSFER', 'Transfer Out'],
	['RECEIVE-TRANSFER', 'Transfer In'],
];
const STATUSES: readonly Choice[] = [
	['AUTHORISED', 'Authorised'],
	['DELETED', 'Deleted'],
	['VOIDED', 'Voided'],
];
const WORDS = wordsFor([...TYPES, ...TRANSFERS, ...STATUSES]);

const line = ({ BankTransactionID, Date, Type, Contact, Total, CurrencyCode, Reference, Status }: IDataObject): ListOption => ({
	name: joined([
		Date,
		WORDS[String(Type)] ?? Type,
		(Contact as IDataObject | undefined)?.Name,
		`${amountText(Total)} ${String(CurrencyCode ?? '')}`.trim(),
		Reference,
		Status === 'AUTHORISED' ? '' : (WORDS[String(Status)] ?? Status),
	]),
	value: String(BankTransactionID),
});

/** Several bank transactions of one change go in one request. */
const many = { batchPath: '/BankTransactions', batchSize: 50, perElement: true } as const;
const CHANGES = ['updateBankTransaction', 'updateOrCreateBankTransactions'];
const OF = ['Type', 'BankAccount', 'Contact', 'LineAmountTypes', 'LineItems'];
const PANEL = ['Type', 'BankAccount', 'Contact', 'Date', 'Reference', 'LineAmountTypes', 'LineItems'];

export const bankTransaction = resource({
	key: 'bankTransaction',
	name: 'Bank Transaction',
	plural: 'Bank Transactions',
	description: 'Money spent or received, overpayments and prepayments included',
	path: 'BankTransactions',
	id: 'BankTransactionID',
	scope: 'accounting.banktransactions',
	simplified: [
		'BankTransactionID',
		'Type',
		'Status',
		'Contact.Name',
		'BankAccount.Name',
		'Date',
		'Reference',
		'CurrencyCode',
		'Total',
		'IsReconciled',
	],
	simplifiedBesides: ['OverpaymentID', 'PrepaymentID'],
	linesField: 'LineItems',
	documentKeyDefault: 'Reference',
	fields: {
		Type: choice('Type', TYPES),
		BankAccount: bankAccount(),
		Contact: contact(),
		LineItems: lineItems,
		CurrencyCode: currencyCode('Currency', 'For overpayments only: others are in the currency of their bank account'),
		CurrencyRate: documentRate,
		Date: issueDate,
		IsReconciled: flag('Is Reconciled', 'Whether it is marked as reconciled, without a bank statement line'),
		LineAmountTypes: amountsAre,
		Reference: text('Reference', { description: 'For Spend Money and Receive Money' }),
		Url: sourceUrl,
	},
	panel: PANEL,
	searchOrder: 'Date DESC',
	listOptions: { bankTransaction: (transaction) => [line(transaction)] },
	operations: (transaction) => ({
		create: create(transaction, 'createBankTransactions', OF, {
			...exclusiveWithout,
			batchSize: 50,
			perElement: true,
			notice: IN_BOOKS,
		}),
		upsert: upsert(transaction, 'updateOrCreateBankTransactions', OF, 'its ID only, and creates another without one', {
			...exclusiveWithout,
			identity: ['BankTransactionID'],
			optional: { BankTransactionID: existing('Bank Transaction ID'), ...without(transaction.fields, PANEL) },
			batchSize: 50,
			perElement: true,
		}),
		get: get(transaction, 'getBankTransaction'),
		getAll: list(
			transaction,
			'getBankTransactions',
			{
				BankAccount: belongsTo('Bank Account', 'bankAccount', 'BankAccount.AccountID'),
				...ofContact,
				...dated,
				IsReconciled: isTrue(
					'Is Reconciled',
					'IsReconciled',
					'Whether to return those that are reconciled, or those that are not',
				),
				Reference: quoted('Reference', 'Reference'),
				Status: is('Status', 'Status', STATUSES),
				Type: is('Type', 'Type', [...TYPES, ...TRANSFERS]),
				...modifiedSince,
				...raw,
			},
			{ by: 'page', size: 1000 },
		),
		update: update(transaction, CHANGES, { ...many, leave: ['Type', 'BankAccount'] }),
		delete: setStatus(transaction, CHANGES, 'Delete', { Status: 'DELETED' }, 'Delete money spent or received', {
			...many,
			notice: DELETED,
		}),
		void: setStatus(
			transaction,
			CHANGES,
			'Void',
			{ Status: 'VOIDED' },
			'Void an overpayment or prepayment that is not allocated',
			{
				...many,
				notice: VOIDED,
			},
		),
		...attachments(transaction, {
			get: 'getBankTransactionAttachments',
			byId: 'getBankTransactionAttachmentById',
			byName: 'getBankTransactionAttachmentByFileName',
			create: 'createBankTransactionAttachmentByFileName',
			replace: 'updateBankTransactionAttachmentByFileName',
		}),
		...history(transaction, { get: 'getBankTransactionsHistory', create: 'createBankTransactionHistoryRecord' }),
	}),
});
