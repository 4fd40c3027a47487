// E6: transfers between bank accounts: one value in the base currency, out of one and into the other.

import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/model/values';
import type { Account } from '../facts/accounts';
import { dayIn, optionsIn } from '../facts/documents';
import { inBase, minorOf, rateOf } from '../facts/money';
import { bankExchangeOf } from './bankTransaction';
import type { Entries, Source } from './entry';
import { NOTHING } from './entry';
import { toBase } from './lines';
import type { LedgerContext } from './postings';
import { accountBy, entriesOf, omitted, posting } from './postings';

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** One side of a transfer, as its bank transaction has it. */
export interface TransferSide {
	/** Minor units of the bank account's currency. */
	readonly amount: bigint;
	/** Minor units of the base currency; undefined where Xero did not say the rate. */
	readonly base: bigint | undefined;
}

/** Sides of transfers by BankTransactionID. */
export type TransferSides = ReadonlyMap<string, TransferSide>;

/** @param record of GET /BankTransactions of Type SPEND-TRANSFER or RECEIVE-TRANSFER */
export function transferSideOf(record: IDataObject, context: LedgerContext): TransferSide {
	const exchange = bankExchangeOf(record, context);
	const account = accountIn(record.BankAccount, context);
	const amount = minorOf(record.Total, exchange?.decimals ?? account?.decimals ?? context.organisation.decimals);
	return { amount, base: exchange && toBase(amount, exchange) };
}

/** The account of the chart that a record names by its AccountID or Code. */
export function accountIn(named: unknown, { accounts }: LedgerContext): Account | undefined {
	const account = isObject(named) ? named : {};
	return accountBy(accounts, { accountId: text(account.AccountID), accountCode: text(account.Code) });
}

/**
 * The value of a transfer in the base currency: what is moved where either account is in it, else what left at the rate of its side.
 * Undefined where nothing read says it.
 */
export function baseValueOf(record: IDataObject, sides: TransferSides, context: LedgerContext): bigint | undefined {
	const [from, to] = [accountIn(record.FromBankAccount, context), accountIn(record.ToBankAccount, context)];
	const { decimals } = context.organisation;
	if (!from?.isForeign) return minorOf(record.Amount, decimals);
	const [out, into] = [sides.get(text(record.FromBankTransactionID)), sides.get(text(record.ToBankTransactionID))];
	if (!to?.isForeign && into) return into.amount;
	const rate = rateOf(record.CurrencyRate);
	// Between two foreign accounts the rate of a transfer is that of one to the other.
	const stated =
		rate && !to?.isForeign ? inBase(minorOf(record.Amount, from.decimals), rate, unitsOf(from, decimals)) : undefined;
	return out?.base ?? into?.base ?? stated;
}

const unitsOf = ({ decimals }: Account, base: number) => ({ foreign: decimals, base });

/** Whether the value of a transfer in the base currency cannot be told without the bank transactions of its two sides. */
export const needsSides = (record: IDataObject, sides: TransferSides, context: LedgerContext): boolean =>
	baseValueOf(record, sides, context) === undefined;

const sourceOf = (record: IDataObject, context: LedgerContext): Source => ({
	type: 'TRANSFER',
	id: text(record.BankTransferID),
	date: dayIn(record),
	number: '',
	reference: text(record.Reference),
	contactId: null,
	contactName: null,
	currency: accountIn(record.FromBankAccount, context)?.currency ?? context.organisation.baseCurrency,
	rate: null,
});

/**
 * A record of GET /BankTransfers as entries.
 * @param sides bank transactions of Type …-TRANSFER that were read: what they say of a transfer from a foreign account
 */
export function transferEntries(record: IDataObject, sides: TransferSides, context: LedgerContext): Entries {
	if (text(record.Status) === 'DELETED') return NOTHING;
	const [from, to] = [accountIn(record.FromBankAccount, context), accountIn(record.ToBankAccount, context)];
	const source = sourceOf(record, context);
	const base = baseValueOf(record, sides, context);
	if (base === undefined) return omitted('rateMissing', source, [from?.id ?? '', to?.id ?? '']);
	const amount = minorOf(record.Amount, from?.decimals ?? context.organisation.decimals);
	const arrives = sides.get(text(record.ToBankTransactionID))?.amount ?? null;
	const isRounded = from?.isForeign === true;
	const leaving = posting(from?.id ?? '', -base, {
		foreign: from?.isForeign ? -amount : null,
		options: optionsIn({ Tracking: record.FromTracking }),
		isRounded,
	});
	const arriving = posting(to?.id ?? '', base, {
		foreign: to?.isForeign ? arrives : null,
		options: optionsIn({ Tracking: record.ToTracking }),
		isRounded,
	});
	// Each side is in the currency of its own account.
	const into: Source = { ...source, currency: to?.currency ?? source.currency };
	return { entries: [...entriesOf(source, [leaving]).entries, ...entriesOf(into, [arriving]).entries], omissions: [] };
}
