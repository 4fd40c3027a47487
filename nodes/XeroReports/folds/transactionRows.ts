// The transactions of one account of the general ledger, with its balance after each.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { Entry } from '../entries/entry';
import type { Account } from '../facts/accounts';
import { amountOf } from '../facts/money';
import type { ReasonedAccount } from './generalLedger';
import { withBalances } from './generalLedger';
import type { AccountMovement, YearEndClose } from './ledgerAccounts';

/** How transactions are shown. */
export interface TransactionView {
	readonly organisationId: string | null;
	readonly baseCurrency: string;
	/** Of the base currency. */
	readonly decimals: number;
	readonly runningBalance: boolean;
}

/** How an account stands in every row about it. */
export const accountKeys = (accountId: string, account: Account | undefined): IDataObject => ({
	accountId: accountId || null,
	accountCode: account?.code || null,
	accountName: account?.name ?? null,
});

/** A transaction before its balance is known; `rank` sorts those of one day. */
interface Line {
	readonly date: string;
	readonly rank: string;
	readonly amount: bigint;
	readonly keys: IDataObject;
}

const foreignAmount = ({ foreign, source }: Entry): number | null =>
	foreign === null ? null : amountOf(foreign, decimalsOf(source.currency));

const entryLine = (entry: Entry): Line => {
	const { source, amount, description, taxType, options } = entry;
	return {
		date: source.date,
		rank: `1 ${source.type} ${source.id}`,
		amount,
		keys: {
			sourceType: source.type,
			sourceId: source.id,
			number: source.number || null,
			reference: source.reference || null,
			contactId: source.contactId,
			contactName: source.contactName,
			description: description || null,
			currency: source.currency,
			foreign: foreignAmount(entry),
			rate: source.rate,
			taxType,
			options: options.map((option) => ({ ...option })),
		},
	};
};

/** Retained Earnings gets the profit before all else of the first day of the year; income and expenses give it after all else of the last. */
function closeLine({ date, yearEnd, amount }: YearEndClose, { baseCurrency }: TransactionView): Line {
	return {
		date,
		rank: date > yearEnd ? '0' : '2',
		amount,
		keys: {
			sourceType: 'YEAREND',
			sourceId: null,
			number: null,
			reference: null,
			contactId: null,
			contactName: null,
			description: `Profit of the year to ${yearEnd}`,
			currency: baseCurrency,
			foreign: null,
			rate: 1,
			taxType: null,
			options: [],
		},
	};
}

const inOrder = (a: Line, b: Line): number =>
	a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.rank !== b.rank ? (a.rank < b.rank ? -1 : 1) : 0;

/**
 * The transactions of an account by date, then source, then ID; lines of one source in their order. `balance` is after each, from the
 * opening balance on; null where it is not wanted, or not known. What is not in the API has no date and is not among them.
 * @param entries those on the account
 */
export function transactionRows(
	row: ReasonedAccount | AccountMovement,
	entries: readonly Entry[],
	view: TransactionView,
): IDataObject[] {
	const { accountId, account } = row;
	const { opening, closes = [] } = withBalances(row) ?? {};
	// A line that is tax alone moves nothing on its own account.
	const moving = entries.filter(({ amount }) => amount !== 0n).map(entryLine);
	const lines = [...moving, ...closes.map((close) => closeLine(close, view))].sort(inOrder);
	const { decimals } = view;
	let balance = opening ?? 0n;
	return lines.map(({ date, amount, keys }) => {
		balance += amount;
		return {
			report: 'generalLedger',
			rowType: 'row',
			organisationId: view.organisationId,
			level: 'transaction',
			...accountKeys(accountId, account),
			date,
			...keys,
			debit: amount > 0n ? amountOf(amount, decimals) : null,
			credit: amount < 0n ? amountOf(-amount, decimals) : null,
			amount: amountOf(amount, decimals),
			balance: view.runningBalance && opening !== undefined ? amountOf(balance, decimals) : null,
		};
	});
}
