// What goes through foreign bank accounts, in their own currency and at the rate of its day (section 4.5, step 1).

import type { IDataObject } from 'n8n-workflow';
import type { Account } from '../facts/accounts';
import { dayIn } from '../facts/documents';
import { minorOf } from '../facts/money';
import type { Payment } from '../facts/payments';
import { bankExchangeOf, isTransferSide } from './bankTransaction';
import { directionOf } from './document';
import { toBase } from './lines';
import { moneyOf, paidTypeOf } from './payment';
import type { LedgerContext } from './postings';
import { accountBy } from './postings';
import type { TransferSides } from './transfer';
import { accountIn, baseValueOf } from './transfer';

/** Money into a foreign bank account, or out of it where it is below zero. */
export interface BankMovement {
	readonly accountId: string;
	/** Of the bank transaction, payment or transfer. */
	readonly id: string;
	readonly date: string;
	/** Minor units of the account's currency; undefined where Xero did not say them. */
	readonly foreign: bigint | undefined;
	/** Minor units of the base currency, at the rate of its own day, which the ledger posted; undefined where Xero did not say the rate. */
	readonly base: bigint | undefined;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A record of GET /BankTransactions; none where it is not in the books, or is one side of a transfer, which says itself what it moves. */
export function bankTransactionMovements(record: IDataObject, context: LedgerContext): BankMovement[] {
	const account = accountIn(record.BankAccount, context);
	if (!account?.isForeign || text(record.Status) !== 'AUTHORISED' || isTransferSide(record)) return [];
	const exchange = bankExchangeOf(record, context);
	const sign = text(record.Type).startsWith('SPEND') ? -1n : 1n;
	const foreign = sign * minorOf(record.Total, account.decimals);
	const base = exchange && toBase(foreign, exchange);
	return [{ accountId: account.id, id: text(record.BankTransactionID), date: dayIn(record), foreign, base }];
}

/** A payment or refund; none where it did not go through a foreign bank account. */
export function paymentMovements(payment: Payment, context: LedgerContext): BankMovement[] {
	const account = accountBy(context.accounts, payment);
	if (account?.type !== 'BANK' || !account.isForeign) return [];
	const { id, date, bankAmount, currency, amount } = payment;
	const type = paidTypeOf(payment);
	const sign = type && directionOf({ type });
	const own = currency === account.currency ? amount : undefined;
	const foreign = bankAmount === undefined ? own : minorOf(bankAmount, account.decimals);
	const base = moneyOf(payment, account, context);
	const signed = (value: bigint | undefined): bigint | undefined =>
		sign === undefined || value === undefined ? undefined : sign * value;
	return [{ accountId: account.id, id, date, foreign: signed(foreign), base: signed(base) }];
}

const isForeignBank = (account: Account | undefined): account is Account => account?.isForeign === true;

/**
 * A record of GET /BankTransfers: out of one account, into the other, or both where both are foreign.
 * @param sides bank transactions of Type …-TRANSFER that were read
 */
export function transferMovements(record: IDataObject, sides: TransferSides, context: LedgerContext): BankMovement[] {
	if (text(record.Status) === 'DELETED') return [];
	const [from, to] = [accountIn(record.FromBankAccount, context), accountIn(record.ToBankAccount, context)];
	const [id, date, base] = [text(record.BankTransferID), dayIn(record), baseValueOf(record, sides, context)];
	const arrives = sides.get(text(record.ToBankTransactionID))?.amount;
	return [
		...(isForeignBank(from)
			? [
					{
						accountId: from.id,
						id,
						date,
						foreign: -minorOf(record.Amount, from.decimals),
						base: base === undefined ? base : -base,
					},
				]
			: []),
		...(isForeignBank(to) ? [{ accountId: to.id, id, date, foreign: arrives, base }] : []),
	];
}

/** The BankTransactionIDs of a transfer that have to be read still: of what arrives in a foreign account, and of what has no value without them. */
export function transferSidesNeeded(record: IDataObject, sides: TransferSides, context: LedgerContext): string[] {
	const [from, to] = [accountIn(record.FromBankAccount, context), accountIn(record.ToBankAccount, context)];
	if (text(record.Status) === 'DELETED' || !(isForeignBank(from) || isForeignBank(to))) return [];
	const [out, into] = [text(record.FromBankTransactionID), text(record.ToBankTransactionID)];
	const hasNoValue = baseValueOf(record, sides, context) === undefined;
	const wanted = [...(hasNoValue ? [out] : []), ...(isForeignBank(to) || hasNoValue ? [into] : [])];
	// A list may have a side and leave its rate out.
	const lacks = (id: string): boolean => !sides.has(id) || (hasNoValue && sides.get(id)?.base === undefined);
	return wanted.filter((id) => id !== '' && lacks(id));
}
