// What went through a bank account and is not reconciled: bank transactions, payments, sides of transfers.

import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../shared/model/values';
import { isTransferSide } from '../../entries/bankTransaction';
import { moneyThrough } from '../../entries/payment';
import type { LedgerContext } from '../../entries/postings';
import { accountBy } from '../../entries/postings';
import { transferEntries } from '../../entries/transfer';
import type { Account } from '../../facts/accounts';
import { bankTransactionRecord, isTrue, totalInBase } from '../../facts/bookRecord';
import { dayIn } from '../../facts/documents';
import { paymentOf } from '../../facts/payments';
import type { FoundRecord } from './findings';

/** One of them, in one bank account. */
export interface UnreconciledItem {
	readonly account: Account;
	readonly record: FoundRecord;
	/** In minor units of the base currency, money in above zero; null where a rate is missing. */
	readonly amount: bigint | null;
	readonly contactId: string | null;
	readonly contactName: string | null;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The bank account that a record names; undefined for an account of another type. */
function bankIn(named: unknown, { accounts }: LedgerContext): Account | undefined {
	const { AccountID, Code } = isObject(named) ? named : {};
	const account = accountBy(accounts, { accountId: text(AccountID), accountCode: text(Code) });
	return account?.type === 'BANK' ? account : undefined;
}

/** Whether it is reconciled; of a batch the batch may say it alone (Xero-OpenAPI#205), as a text. */
const isReconciled = ({ IsReconciled, BatchPayment }: IDataObject): boolean =>
	isTrue(IsReconciled) || (isObject(BatchPayment) && isTrue(BatchPayment.IsReconciled));

/** A record of GET /BankTransactions; the sides of a transfer are left to the transfer. */
export function unreconciledTransaction(record: IDataObject, context: LedgerContext): UnreconciledItem[] {
	const account = bankIn(record.BankAccount, context);
	const skipped = isTransferSide(record) || text(record.Status) !== 'AUTHORISED' || isReconciled(record);
	if (account === undefined || skipped) return [];
	const { baseCurrency, decimals } = context.organisation;
	const one = bankTransactionRecord(record, baseCurrency, account.currency);
	const base = totalInBase(one, decimals);
	const { contactId, contactName, kind, type, id, number, date, status } = one;
	return [
		{
			...{ account, contactId, contactName, record: { kind, type, id, number, date, status } },
			amount: base === undefined ? null : type.startsWith('SPEND') ? -base : base,
		},
	];
}

/** A record of GET /Payments; one through an account that is no bank account has nothing to be reconciled with. */
export function unreconciledPayment(record: IDataObject, context: LedgerContext): UnreconciledItem[] {
	const account = bankIn(record.Account, context);
	const payment = paymentOf(record, context.organisation.baseCurrency);
	const skipped = text(record.Status) !== 'AUTHORISED' || isReconciled(record);
	if (account === undefined || payment === undefined || skipped) return [];
	return [
		{
			account,
			record: {
				...{ kind: 'payment', type: payment.type, id: payment.id, date: payment.date },
				...{ number: payment.documentNumber, status: text(record.Status) },
			},
			amount: moneyThrough(payment, account, context) ?? null,
			contactId: payment.contactId || null,
			contactName: payment.contactName || null,
		},
	];
}

/** A record of GET /BankTransfers: each side by its own flag. */
export function unreconciledTransfer(record: IDataObject, context: LedgerContext): UnreconciledItem[] {
	if (text(record.Status) === 'DELETED') return [];
	const { entries } = transferEntries(record, new Map(), context);
	const sides = [
		[record.FromBankAccount, record.FromIsReconciled],
		[record.ToBankAccount, record.ToIsReconciled],
	];
	return sides.flatMap(([named, reconciled]): UnreconciledItem[] => {
		const account = bankIn(named, context);
		if (account === undefined || isTrue(reconciled)) return [];
		const found: FoundRecord = {
			...{ kind: 'bankTransfer', type: '', id: text(record.BankTransferID), number: '' },
			...{ date: dayIn(record), status: text(record.Status) },
		};
		const amount = entries.find(({ accountId }) => accountId === account.id)?.amount ?? null;
		return [{ account, record: found, amount, contactId: null, contactName: null }];
	});
}
