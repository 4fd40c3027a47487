import type { Book } from '../book/book';
import type { JournalRow } from '../book/ledgerRows';
import type { AccountClass, LineRow } from '../book/rows';
import { cashJournals } from '../ledger/cashBasis';
import { systemAccount } from '../ledger/ledger';
import { yearStart } from '../values/calendar';
import { units } from '../values/decimal';

/** One line of the ledger, in whole cents of the base currency: debits above zero. */
export interface Movement {
	readonly AccountID: string;
	readonly date: string;
	readonly cents: bigint;
	readonly Tracking: LineRow['Tracking'];
	/** Revaluation has none. */
	readonly journal?: JournalRow;
}

/** Sums in whole cents by AccountID: debits above zero. */
export type Balances = ReadonlyMap<string, bigint>;

/** Everything that was ever posted, on the accrual basis or, with `cash`, on the cash basis. */
export function movements(book: Book, cash = false): readonly Movement[] {
	return (cash ? cashJournals(book) : book.journals.values()).flatMap((journal) =>
		journal.lines.map(({ AccountID, NetAmount, Tracking }) => ({
			AccountID,
			date: journal.JournalDate,
			cents: units(NetAmount, 2),
			Tracking,
			journal,
		})),
	);
}

/** Sums by account of the movements that `counts` lets through. */
export function balances(all: readonly Movement[], counts: (one: Movement) => boolean): Balances {
	const sums = new Map<string, bigint>();
	for (const one of all) if (counts(one)) sums.set(one.AccountID, (sums.get(one.AccountID) ?? 0n) + one.cents);
	return sums;
}

/** Movements from one day to another, both included. */
export function between(from: string, to: string): (one: Movement) => boolean {
	return ({ date }) => date >= from && date <= to;
}

/** Whether an account is part of the profit and loss. */
export function isProfit(of: AccountClass | undefined): boolean {
	return of === 'REVENUE' || of === 'EXPENSE';
}

export function classOfAccount(book: Book, AccountID: string): AccountClass | undefined {
	return book.accounts.get(AccountID)?.Class;
}

/**
 * What stands in the books at the end of `day`: every account of the balance sheet since ever, income and expenses since the start of
 * the financial year. What was earned in the years before is part of retained earnings.
 */
export function standing(book: Book, all: readonly Movement[], day: string): Balances {
	const start = yearStart(book, day);
	const retained = systemAccount(book, 'RETAINEDEARNINGS');
	const sums = new Map<string, bigint>();
	for (const one of all) {
		if (one.date > day) continue;
		const past = one.date < start && isProfit(classOfAccount(book, one.AccountID));
		const key = past ? retained : one.AccountID;
		sums.set(key, (sums.get(key) ?? 0n) + one.cents);
	}
	return sums;
}

/** The sum of whole cents. */
export function total(amounts: Iterable<bigint>): bigint {
	let all = 0n;
	for (const amount of amounts) all += amount;
	return all;
}

/** What income and expenses of `sums` earn: above zero for a profit. */
export function profitOf(book: Book, sums: Balances): bigint {
	return -total([...sums].filter(([id]) => isProfit(classOfAccount(book, id))).map(([, cents]) => cents));
}
