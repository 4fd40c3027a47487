// What stands on accounts by tracking option, or by pairs of options of two categories.

import type { Entry } from '../entries/entry';
import type { Account, Accounts } from '../facts/accounts';
import { sum } from '../facts/money';
import type { ProfitAndLoss } from '../facts/profitAndLoss';
import type { CategoryOption, TrackingCategory } from '../facts/trackingCategories';
import type { TrialBalance } from '../facts/trialBalance';

/** Balances by AccountID, debit positive, in minor units of the base currency. */
export type Balances = Map<string, bigint>;

/** What an option has: undefined stands for what has none of its category. */
export interface OptionBalances {
	readonly first: CategoryOption | undefined;
	/** Undefined as well where one category alone is asked for. */
	readonly second: CategoryOption | undefined;
	readonly balances: Balances;
}

/** The categories that are asked for. */
export interface Categories {
	readonly first: TrackingCategory;
	readonly second?: TrackingCategory | undefined;
}

/** What reports and documents say: of each option by itself, and of pairs. */
export interface TrackedFigures {
	/** By ID of an option of the first category. */
	readonly first: ReadonlyMap<string, Balances>;
	/** By ID of an option of the second category. */
	readonly second: ReadonlyMap<string, Balances>;
	/** By `pairOf`. */
	readonly pairs: ReadonlyMap<string, Balances>;
}

/** The key of a pair of options. */
export const pairOf = (first: string, second: string): string => `${first} ${second}`;

/** Adds an amount to what stands on an account. */
export const addAmount = (balances: Balances, accountId: string, amount: bigint): Balances =>
	balances.set(accountId, (balances.get(accountId) ?? 0n) + amount);

const less = (whole: ReadonlyMap<string, bigint>, parts: ReadonlyArray<ReadonlyMap<string, bigint>>): Balances => {
	const rest: Balances = new Map(whole);
	for (const part of parts) for (const [id, amount] of part) addAmount(rest, id, -amount);
	return rest;
};

const NONE: ReadonlyMap<string, bigint> = new Map();

/**
 * Options in Xero's order, what has none last. What has no option of a category is what is left of the other, and of the trial balance:
 * it has what is never tracked, such as banks, control accounts and revaluation.
 */
export function byOption({ first, second }: Categories, figures: TrackedFigures, trialBalance: TrialBalance): OptionBalances[] {
	const whole = new Map([...trialBalance.lines].map(([id, { balance }]) => [id, balance]));
	const ofFirst = (one: CategoryOption): ReadonlyMap<string, bigint> => figures.first.get(one.id) ?? NONE;
	if (second === undefined) {
		const named = first.options.map((one) => ({ first: one, second: undefined, balances: new Map(ofFirst(one)) }));
		const rest = less(
			whole,
			named.map(({ balances }) => balances),
		);
		return [...named, { first: undefined, second: undefined, balances: rest }];
	}
	const pair = (one: CategoryOption, other: CategoryOption): Balances =>
		new Map(figures.pairs.get(pairOf(one.id, other.id)) ?? NONE);
	const named = first.options.flatMap((one): OptionBalances[] => {
		const pairs = second.options.map((other) => ({ first: one, second: other, balances: pair(one, other) }));
		const rest = less(
			ofFirst(one),
			pairs.map(({ balances }) => balances),
		);
		return [...pairs, { first: one, second: undefined, balances: rest }];
	});
	const withoutFirst = second.options.map((other): OptionBalances => {
		const pairs = named.filter((one) => one.second === other).map(({ balances }) => balances);
		return { first: undefined, second: other, balances: less(figures.second.get(other.id) ?? NONE, pairs) };
	});
	const all = [...named, ...withoutFirst];
	const rest = less(
		whole,
		all.map(({ balances }) => balances),
	);
	return [...all, { first: undefined, second: undefined, balances: rest }];
}

/**
 * The amounts of a column of a profit and loss, debit positive. Revaluation is never tracked, so that currency gains of an option are
 * realised ones.
 * @param realised the account with SystemAccount REALISEDCURRENCYGAIN
 */
export function addColumn(balances: Balances, { lines }: ProfitAndLoss, column: number, realised: string): Balances {
	for (const { accountId, amounts, sign } of lines) addAmount(balances, accountId ?? realised, -sign * (amounts[column] ?? 0n));
	return balances;
}

/** The balance of all accounts but one, turned: what other options stand for in the books of this one. */
export const balanceWithOthers = ({ balances }: OptionBalances): bigint => -sum([...balances.values()]);

/** Whether an account is part of the profit and loss. */
export const isProfit = (account: Account | undefined): boolean => account?.class === 'REVENUE' || account?.class === 'EXPENSE';

/** The option of a category that a line names. */
export const optionIn = (
	{ options }: Pick<Entry, 'options'>,
	category: TrackingCategory | undefined,
): CategoryOption | undefined => {
	if (category === undefined) return undefined;
	const ids = new Set(options.map(({ trackingOptionId }) => trackingOptionId?.toLowerCase()));
	return category.options.find(({ id }) => ids.has(id));
};

/** Adds entries on accounts of the balance sheet to the options that they name. */
export function addTracked(
	figures: TrackedFigures,
	entries: readonly Entry[],
	{ first, second }: Categories,
	{ byId }: Accounts,
): void {
	const add = (of: ReadonlyMap<string, Balances>, key: string, { accountId, amount }: Entry): void =>
		void addAmount(of.get(key) ?? new Map<string, bigint>(), accountId, amount);
	for (const entry of entries) {
		if (isProfit(byId.get(entry.accountId))) continue;
		const [one, other] = [optionIn(entry, first), optionIn(entry, second)];
		if (one) add(figures.first, one.id, entry);
		if (other) add(figures.second, other.id, entry);
		if (one && other) add(figures.pairs, pairOf(one.id, other.id), entry);
	}
}

/** Figures with nothing in them, for every option and pair. */
export const noFigures = ({ first, second }: Categories): TrackedFigures => ({
	first: new Map(first.options.map(({ id }) => [id, new Map()])),
	second: new Map((second?.options ?? []).map(({ id }) => [id, new Map()])),
	pairs: new Map(first.options.flatMap((one) => (second?.options ?? []).map((other) => [pairOf(one.id, other.id), new Map()]))),
});
