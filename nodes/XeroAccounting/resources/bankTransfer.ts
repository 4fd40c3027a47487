import type { IDataObject } from 'n8n-workflow';
import { flag, number, text } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus } from '../../shared/operations/crud';
import { modifiedSince, raw } from '../../shared/inputs/where';
import { bankAccount } from '../fields/bank';
import { amountText, issueDate, joined } from '../fields/document';
import { dated } from '../fields/filters';
import { trackingIds } from '../fields/tracking';
import { DELETED, IN_BOOKS } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';

const nameOf = (account: unknown): string => String((account as IDataObject | undefined)?.Name ?? '');

const line = ({ BankTransferID, Date, FromBankAccount, ToBankAccount, Amount, Reference, Status }: IDataObject): ListOption => ({
	name: joined([
		Date,
		`${nameOf(FromBankAccount)} → ${nameOf(ToBankAccount)}`,
		amountText(Amount),
		Reference,
		Status === 'DELETED' ? 'Deleted' : '',
	]),
	value: String(BankTransferID),
});

export const bankTransfer = resource({
	key: 'bankTransfer',
	name: 'Bank Transfer',
	plural: 'Bank Transfers',
	description: 'Money moved between two bank accounts of the organisation',
	path: 'BankTransfers',
	id: 'BankTransferID',
	scope: 'accounting.banktransactions',
	simplified: [
		'BankTransferID',
		'Date',
		'FromBankAccount.Name',
		'ToBankAccount.Name',
		'Amount',
		'CurrencyRate',
		'Reference',
		'Status',
		'FromIsReconciled',
		'ToIsReconciled',
	],
	simplifiedBesides: ['FromBankTransactionID', 'ToBankTransactionID'],
	fields: {
		FromBankAccount: bankAccount('From Bank Account'),
		ToBankAccount: bankAccount('To Bank Account'),
		Amount: number('Amount', { blank: '', placeholder: 'e.g. 115.00' }),
		Date: issueDate,
		FromIsReconciled: flag('From Is Reconciled', 'Whether it is reconciled in the account it comes from'),
		FromTracking: trackingIds('From Tracking'),
		Reference: text('Reference'),
		ToIsReconciled: flag('To Is Reconciled', 'Whether it is reconciled in the account it goes to'),
		ToTracking: trackingIds('To Tracking'),
	},
	listOptions: { bankTransfer: (transfer) => [line(transfer)] },
	operations: (transfer) => ({
		// Xero does not answer element by element here: what became of the others of a refused call would be open, so each goes alone.
		create: create(transfer, 'createBankTransfer', ['FromBankAccount', 'ToBankAccount', 'Amount'], { notice: IN_BOOKS }),
		get: get(transfer, 'getBankTransfer'),
		getAll: list(
			transfer,
			'getBankTransfers',
			{
				...dated,
				includeDeleted: flag('Include Deleted', 'Whether to return deleted bank transfers as well'),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		// One is deleted by a bare object at its own path, several by an array at the path of the list.
		delete: setStatus(
			transfer,
			['deleteBankTransfer', 'deleteBankTransfers'],
			'Delete',
			{ Status: 'DELETED' },
			'Delete a bank transfer in both accounts',
			{
				body: 'bare',
				batchPath: '/BankTransfers',
				batchSize: 50,
				perElement: true,
				notice: DELETED,
			},
		),
		...attachments(transfer, {
			get: 'getBankTransferAttachments',
			byId: 'getBankTransferAttachmentById',
			byName: 'getBankTransferAttachmentByFileName',
			create: 'createBankTransferAttachmentByFileName',
			replace: 'updateBankTransferAttachmentByFileName',
		}),
		...history(transfer, { get: 'getBankTransferHistory', create: 'createBankTransferHistoryRecord' }),
	}),
});
