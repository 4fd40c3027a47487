// What stands on accounts by tracking option, added up from all journals.

import type { Entry } from '../entries/entry';
import type { Accounts } from '../facts/accounts';
import type { CategoryOption } from '../facts/trackingCategories';
import type { Balances, Categories, OptionBalances } from './trackedBalances';
import { addAmount, isProfit, optionIn } from './trackedBalances';

/** Sums of journals by options; `''` stands for what has none. */
export type JournalSums = Map<string, OptionBalances>;

/** What the sums are made with. */
export interface JournalSumsOf {
	readonly categories: Categories;
	readonly accounts: Accounts;
	/** First day of the financial year: income and expenses before it are part of Retained Earnings. */
	readonly yearStart: string;
	readonly retainedEarnings: string;
}

function sumOf(sums: JournalSums, first: CategoryOption | undefined, second: CategoryOption | undefined): Balances {
	const key = `${first?.id ?? ''} ${second?.id ?? ''}`;
	const found = sums.get(key) ?? { first, second, balances: new Map() };
	sums.set(key, found);
	return found.balances;
}

/** Adds the entries of a page of journals, which can be dropped then. */
export function addJournals(sums: JournalSums, entries: readonly Entry[], of: JournalSumsOf): void {
	const { categories, accounts, yearStart, retainedEarnings } = of;
	for (const entry of entries) {
		const isPast = entry.source.date < yearStart && isProfit(accounts.byId.get(entry.accountId));
		const balances = sumOf(sums, optionIn(entry, categories.first), optionIn(entry, categories.second));
		addAmount(balances, isPast ? retainedEarnings : entry.accountId, entry.amount);
	}
}

/** The sums in the order of the categories' options, what has none last; options without anything are among them. */
export function inOptionOrder(sums: JournalSums, { first, second }: Categories): OptionBalances[] {
	const seconds = second === undefined ? [undefined] : [...second.options, undefined];
	return [...first.options, undefined].flatMap((one) =>
		seconds.map((other) => ({ first: one, second: other, balances: sumOf(sums, one, other) })),
	);
}
