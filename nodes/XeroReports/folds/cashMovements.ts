// What moved on each account of a period, as the flow of cash that it is.

import type { Entry } from '../entries/entry';
import type { LedgerContext } from '../entries/postings';
import { sum } from '../facts/money';
import type { TrialBalance } from '../facts/trialBalance';
import type { LedgerAccount } from './ledgerAccounts';
import { ledgerAccounts } from './ledgerAccounts';

/** Amounts by AccountID; minor units of the base currency. */
export type Amounts = ReadonlyMap<string, bigint>;

/** The trial balances of a period, on the basis of the context; by day, those that `trialBalanceDays` names. */
export interface Balances {
	readonly context: LedgerContext;
	readonly trialBalances: ReadonlyMap<string, TrialBalance>;
}

/** What moved in a period by its trial balances, debit positive; year ends moved nothing. */
export interface Moved {
	readonly amounts: Amounts;
	/** What stood on some accounts before the period and at its end. */
	standing(accountIds: ReadonlySet<string>): { readonly opening: bigint; readonly closing: bigint };
}

/** @throws where the trial balance of a day that `trialBalanceDays` names is missing */
export function movedBetween(balances: Balances): Moved {
	// Without entries, all that is left between the balances is what moved.
	const rows = ledgerAccounts({ ...balances, movements: new Map() });
	const of = (ids: ReadonlySet<string>, figure: (row: LedgerAccount) => bigint): bigint =>
		sum(rows.filter(({ accountId }) => ids.has(accountId)).map(figure));
	return {
		amounts: new Map(rows.map(({ accountId, notInApi }) => [accountId, notInApi])),
		standing: (ids) => ({ opening: of(ids, ({ opening }) => opening), closing: of(ids, ({ closing }) => closing) }),
	};
}

/** What entries come to by account, debit positive. */
export function addedUp(entries: Iterable<Pick<Entry, 'accountId' | 'amount'>>): Map<string, bigint> {
	const amounts = new Map<string, bigint>();
	for (const { accountId, amount } of entries) amounts.set(accountId, (amounts.get(accountId) ?? 0n) + amount);
	return amounts;
}

const isJournal = ({ source }: Entry): boolean => source.type === 'MANJOURNAL';

/** Parts entries from manual journals that touch no cash account, which are no flow of money. */
export function withoutJournals(
	entries: readonly Entry[],
	cash: ReadonlySet<string>,
): { readonly flows: readonly Entry[]; readonly nonCash: readonly Entry[] } {
	const withCash = new Set(entries.filter((one) => isJournal(one) && cash.has(one.accountId)).map(({ source }) => source.id));
	const isFlow = (one: Entry): boolean => !isJournal(one) || withCash.has(one.source.id);
	return { flows: entries.filter(isFlow), nonCash: entries.filter((one) => !isFlow(one)) };
}
