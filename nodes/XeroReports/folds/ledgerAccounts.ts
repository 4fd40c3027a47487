// The accounts of the general ledger: trial balance before a period + entries + year ends + what is not in the API = trial balance at its end.

import type { Entry } from '../entries/entry';
import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';
import type { Account } from '../facts/accounts';
import { sum } from '../facts/money';
import type { TrialBalance } from '../facts/trialBalance';
import { balanceOf } from '../facts/trialBalance';
import { addDays } from '../rows/days';
import type { DayRange, YearEnd } from '../rows/financialYear';
import { yearEndsWithin, yearStart } from '../rows/financialYear';

/** What entries move on an account; minor units of the base currency, both above zero. */
export interface Movement {
	readonly debit: bigint;
	readonly credit: bigint;
	/** How many of them Xero may have rounded by one minor unit another way. */
	readonly rounded: bigint;
}

/** Movements by account. */
export type Movements = Map<string, Movement>;

const STILL: Movement = { debit: 0n, credit: 0n, rounded: 0n };

/** Adds entries to movements: page by page, where the entries themselves are not shown. */
export function addEntries(movements: Movements, entries: Iterable<Entry>): Movements {
	for (const { accountId, amount, isRounded } of entries) {
		const { debit, credit, rounded } = movements.get(accountId) ?? STILL;
		movements.set(accountId, {
			debit: amount > 0n ? debit + amount : debit,
			credit: amount < 0n ? credit - amount : credit,
			rounded: isRounded ? rounded + 1n : rounded,
		});
	}
	return movements;
}

/** A year end inside the period: what income and expenses come to goes to Retained Earnings. */
export interface YearEndClose {
	/** The last day of the year for income and expenses, the day after it for Retained Earnings. */
	readonly date: string;
	readonly yearEnd: string;
	/** Debit positive. */
	readonly amount: bigint;
}

/** An account and what entries move on it. */
export interface AccountMovement {
	readonly accountId: string;
	/** Undefined where Xero's chart of accounts does not have it. */
	readonly account: Account | undefined;
	readonly movement: Movement;
}

/** An account in the period; minor units of the base currency, debit positive. */
export interface LedgerAccount extends AccountMovement {
	readonly opening: bigint;
	readonly closes: readonly YearEndClose[];
	readonly notInApi: bigint;
	readonly closing: bigint;
}

/** What the ledger is made of. The trial balances are of the basis of the entries (`paymentsOnly=true` for cash). */
export interface LedgerInput {
	readonly context: LedgerContext;
	/** At the ends of the days that `trialBalanceDays` names, by day. */
	readonly trialBalances: ReadonlyMap<string, TrialBalance>;
	readonly movements: Movements;
}

/** The days whose trial balance the ledger of a period needs: the day before it, year ends inside it, its last day. */
export const trialBalanceDays = (period: DayRange, yearEnd: YearEnd): string[] => [
	addDays(period.from, -1),
	...yearEndsWithin(period, yearEnd),
	period.to,
];

const isProfit = (account: Account | undefined): boolean => account?.class === 'REVENUE' || account?.class === 'EXPENSE';

/** @throws where it was not given */
export function trialBalanceAt({ trialBalances }: LedgerInput, day: string): TrialBalance {
	const found = trialBalances.get(day);
	if (found === undefined) throw new Error(`The trial balance at ${day} was not given.`);
	return found;
}

/** What income and expenses come to at a day, debit positive: a profit is below zero. */
const resultAt = (trialBalance: TrialBalance, { accounts }: LedgerContext): bigint =>
	sum([...trialBalance.lines].map(([id, { balance }]) => (isProfit(accounts.byId.get(id)) ? balance : 0n)));

/** Opening balances; where the period begins with a year, income and expenses begin at nothing and Retained Earnings with what they were. */
function openingOf(accountId: string, input: LedgerInput): bigint {
	const { context } = input;
	const before = trialBalanceAt(input, addDays(context.from, -1));
	const balance = balanceOf(before, accountId);
	if (yearStart(context.from, context.organisation.yearEnd) !== context.from) return balance;
	if (isProfit(context.accounts.byId.get(accountId))) return 0n;
	return accountId === systemAccountId(context.accounts, 'RETAINEDEARNINGS') ? balance + resultAt(before, context) : balance;
}

function closesOf(accountId: string, input: LedgerInput): YearEndClose[] {
	const { context } = input;
	const isRetained = accountId === systemAccountId(context.accounts, 'RETAINEDEARNINGS');
	if (!isRetained && !isProfit(context.accounts.byId.get(accountId))) return [];
	return yearEndsWithin(context, context.organisation.yearEnd)
		.map((yearEnd): YearEndClose => {
			const trialBalance = trialBalanceAt(input, yearEnd);
			return isRetained
				? { date: addDays(yearEnd, 1), yearEnd, amount: resultAt(trialBalance, context) }
				: { date: yearEnd, yearEnd, amount: -balanceOf(trialBalance, accountId) };
		})
		.filter(({ amount }) => amount !== 0n);
}

/** What entries move on an account, debit positive. */
export const movedBy = ({ debit, credit }: Movement): bigint => debit - credit;

function accountIn(accountId: string, input: LedgerInput): LedgerAccount {
	const { context, movements } = input;
	const movement = movements.get(accountId) ?? STILL;
	const [opening, closes] = [openingOf(accountId, input), closesOf(accountId, input)];
	const closing = balanceOf(trialBalanceAt(input, context.to), accountId);
	const notInApi = closing - opening - movedBy(movement) - sum(closes.map(({ amount }) => amount));
	return { accountId, account: context.accounts.byId.get(accountId), opening, movement, closes, notInApi, closing };
}

function idsIn({ context, trialBalances, movements }: LedgerInput): string[] {
	const inBalances = [...trialBalances.values()].flatMap(({ lines }) => [...lines.keys()]);
	const retained = systemAccountId(context.accounts, 'RETAINEDEARNINGS');
	return [...new Set([...context.accounts.all.map(({ id }) => id), ...inBalances, ...movements.keys(), retained])];
}

const byCode = ({ account: a, accountId: x }: AccountMovement, { account: b, accountId: y }: AccountMovement): number => {
	const [one, other] = [`${a?.code ?? '~'} ${a?.name ?? ''} ${x}`, `${b?.code ?? '~'} ${b?.name ?? ''} ${y}`];
	return one < other ? -1 : one > other ? 1 : 0;
};

/**
 * Every account of the chart, and whatever else has anything on it, by code.
 * @throws where the trial balance of a day that `trialBalanceDays` names is missing
 */
export const ledgerAccounts = (input: LedgerInput): LedgerAccount[] =>
	idsIn(input)
		.map((id) => accountIn(id, input))
		.sort(byCode);

/** Every account of the chart, and whatever else entries move, by code: for when no trial balance says what stands on them. */
export const movedAccounts = ({ accounts }: Pick<LedgerContext, 'accounts'>, movements: Movements): AccountMovement[] =>
	[...new Set([...accounts.all.map(({ id }) => id), ...movements.keys()])]
		.map((accountId) => ({
			accountId,
			account: accounts.byId.get(accountId),
			movement: movements.get(accountId) ?? STILL,
		}))
		.sort(byCode);
