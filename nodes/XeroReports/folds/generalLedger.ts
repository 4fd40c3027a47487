// The general ledger of a period: its accounts, why some moved by what is not in the API, and its checks.

import type { Omission } from '../entries/entry';
import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';
import { sum } from '../facts/money';
import { addDays } from '../rows/days';
import type { AccountMovement, LedgerAccount, LedgerInput, Movements } from './ledgerAccounts';
import { ledgerAccounts, movedAccounts, trialBalanceAt } from './ledgerAccounts';
import { ledgerChecks, movementChecks } from './ledgerChecks';
import { reasonOf } from './notInApi';
import type { Check, NotInApiReason } from './rows';

/** An account of the ledger with the reason for what is not in the API; null where there is none of it. */
export interface ReasonedAccount extends LedgerAccount {
	readonly reason: NotInApiReason | null;
}

/** The ledger of a period. */
export interface GeneralLedger {
	/** Every account of the chart, and whatever else has anything on it, by code. */
	readonly accounts: readonly ReasonedAccount[];
	readonly checks: readonly Check[];
}

/** What moved in a period where the trial balance could not be read: nothing says what stood on the accounts. */
export interface MovementsLedger {
	/** Every account of the chart, and whatever else moved, by code. */
	readonly accounts: readonly AccountMovement[];
	readonly checks: readonly Check[];
}

/** The account with its balances; undefined where they are not known. */
export const withBalances = (row: ReasonedAccount | AccountMovement): ReasonedAccount | undefined =>
	'opening' in row ? row : undefined;

/** Minor units that roundings may come to on each account; the accounts that take what is left take it of all. */
function allowancesOf({ context, movements }: LedgerInput): Map<string, bigint> {
	const allowances = new Map([...movements].map(([id, { rounded }]) => [id, rounded]));
	const all = sum([...allowances.values()]);
	const rest = ['ROUNDING', 'REALISEDCURRENCYGAIN'].map((name) => systemAccountId(context.accounts, name));
	for (const id of rest) allowances.set(id, all);
	return allowances;
}

/**
 * The ledger of a period, account by account, with its checks.
 * @param omissions records of the period that gave no entries
 * @param unread lists that could not be read, with their scopes
 * @throws where the trial balance of a day that `trialBalanceDays` names is missing
 */
export function generalLedger(
	input: LedgerInput,
	omissions: readonly Omission[] = [],
	unread: readonly string[] = [],
): GeneralLedger {
	const { context } = input;
	const rows = ledgerAccounts(input);
	const about = {
		accounts: context.accounts,
		amounts: new Map(rows.map(({ accountId, notInApi }) => [accountId, notInApi])),
		omissions,
		unread,
		allowances: allowancesOf(input),
		isFirst: [...trialBalanceAt(input, addDays(context.from, -1)).lines.values()].every(({ balance }) => balance === 0n),
	};
	const accounts = rows.map((row) => ({ ...row, reason: row.notInApi === 0n ? null : reasonOf(row.accountId, about) }));
	return { accounts, checks: ledgerChecks(accounts, input, unread) };
}

/**
 * What moved in a period, without the trial balance.
 * @param notRead why it could not be read, as a sentence
 */
export function movementsLedger(context: LedgerContext, movements: Movements, notRead: string): MovementsLedger {
	const accounts = movedAccounts(context, movements);
	return { accounts, checks: movementChecks(accounts, notRead) };
}
