// The statement of cash flows, direct: what each account that is not cash brought or took.

import type { Entry, Source } from '../entries/entry';
import { systemAccountId } from '../entries/postings';
import { sum } from '../facts/money';
import type { CashActivity, CashSettings } from './cashActivities';
import { activityOf, isStock } from './cashActivities';
import type { Amounts, Moved } from './cashMovements';
import { addedUp, withoutJournals } from './cashMovements';

/**
 * What a line is: `account`: the flow of an account. `stock`: inventory and cost of goods together. Of the indirect method alone:
 * `netProfit`; `addBack`: income or expenses that are no operating flow; `change`: of an operating asset or liability;
 * `nonCashJournals`; `unpaid`: invested, or financed, and not yet paid.
 */
export type CashLineKind = 'account' | 'stock' | 'netProfit' | 'addBack' | 'change' | 'nonCashJournals' | 'unpaid';

/** A line of the statement; minor units of the base currency, above zero where cash came in. */
export interface CashLine {
	readonly activity: CashActivity;
	readonly kind: CashLineKind;
	/** '' where it is of no single account. */
	readonly accountId: string;
	/** The document it is of; null where it is of all of them. */
	readonly source: Source | null;
	readonly amount: bigint;
}

/** Lines of a period, with the cash before and after it. */
export interface CashFlow {
	readonly lines: readonly CashLine[];
	readonly opening: bigint;
	readonly closing: bigint;
}

/** What the lines of an activity come to. */
export const totalOf = ({ lines }: Pick<CashFlow, 'lines'>, activity: CashActivity): bigint =>
	sum(lines.filter((line) => line.activity === activity).map(({ amount }) => amount));

/** The flow of each account that is not cash: what it moved without manual journals, the other way round. */
export function flowsOf(moved: Amounts, nonCash: Amounts, { cash }: CashSettings): Map<string, bigint> {
	const flows = new Map<string, bigint>();
	for (const id of new Set([...moved.keys(), ...nonCash.keys()]))
		if (!cash.has(id)) flows.set(id, (nonCash.get(id) ?? 0n) - (moved.get(id) ?? 0n));
	return flows;
}

const isInventory = (accountId: string, { accounts }: CashSettings): boolean =>
	accounts.byId.get(accountId)?.type === 'INVENTORY';

/** Flows as lines by account. Where inventory moved, it is one line with the cost of goods. */
function accountLines(flows: Amounts, settings: CashSettings): CashLine[] {
	const moving = [...flows].filter(([, amount]) => amount !== 0n);
	const joins = moving.some(([id]) => isInventory(id, settings));
	const ofStock = moving.filter(([id]) => joins && isStock(settings.accounts.byId.get(id)) && !settings.chosen.has(id));
	const stock: CashLine[] =
		ofStock.length === 0
			? []
			: [{ activity: 'operating', kind: 'stock', accountId: '', source: null, amount: sum(ofStock.map(([, flow]) => flow)) }];
	const own = moving
		.filter((one) => !ofStock.includes(one))
		.map(([accountId, amount]): CashLine => ({
			activity: activityOf(accountId, settings),
			kind: 'account',
			accountId,
			source: null,
			amount,
		}));
	return [...own, ...stock];
}

/**
 * Direct, from trial balances on the cash basis: as they balance, what an account that is not cash moved is what it brought or took.
 * @param journals entries of manual journals of the period that cash reports show; those without cash are no flow
 */
export function directFlow(moved: Moved, journals: readonly Entry[], settings: CashSettings): CashFlow {
	const nonCash = addedUp(withoutJournals(journals, settings.cash).nonCash);
	return {
		lines: accountLines(flowsOf(moved.amounts, nonCash, settings), settings),
		...moved.standing(settings.cash),
	};
}

/** How lines of documents are made. */
export interface DocumentLines {
	/** Whether tax goes with the accounts that it is of, and not to its own. */
	readonly taxInAccounts: boolean;
	/** Whether each document has lines of its own. */
	readonly byDocument: boolean;
}

/** The tax of each line goes with its account; what else stands on the tax account, such as what was paid to the tax office, stays. */
function withTax(entries: readonly Entry[], taxAccount: string): Array<Pick<Entry, 'accountId' | 'amount' | 'source'>> {
	return entries.flatMap((one) => {
		const tax = one.tax ?? 0n;
		if (tax === 0n) return [one];
		return [
			{ ...one, amount: one.amount + tax },
			{ ...one, accountId: taxAccount, amount: -tax },
		];
	});
}

type Posted = Pick<Entry, 'accountId' | 'amount' | 'source'>;

const bySource = (entries: readonly Posted[]): Map<string, Posted[]> => {
	const groups = new Map<string, Posted[]>();
	for (const one of entries) {
		const key = `${one.source.date} ${one.source.type} ${one.source.id}`;
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
};

/**
 * Direct, from the entries of a period on the cash basis. Revaluation is in no list of Xero, so that its effect is that of the trial
 * balances.
 */
export function flowOfEntries(
	entries: readonly Entry[],
	moved: Moved,
	settings: CashSettings,
	{ taxInAccounts, byDocument }: DocumentLines,
): CashFlow {
	const { flows, nonCash } = withoutJournals(entries, settings.cash);
	const isEffect = (id: string): boolean => activityOf(id, settings) === 'exchangeEffect';
	const posted: readonly Posted[] = (taxInAccounts ? withTax(flows, systemAccountId(settings.accounts, 'GST')) : flows).filter(
		({ accountId }) => !isEffect(accountId),
	);
	const linesOf = (some: readonly Posted[]): CashLine[] => accountLines(flowsOf(addedUp(some), new Map(), settings), settings);
	const lines = byDocument
		? [...bySource(posted).values()].flatMap((some) => linesOf(some).map((line) => ({ ...line, source: some[0]!.source })))
		: linesOf(posted);
	const all = flowsOf(moved.amounts, addedUp(nonCash), settings);
	const effect = new Map([...all].filter(([id]) => isEffect(id)));
	return { lines: [...lines, ...accountLines(effect, settings)], ...moved.standing(settings.cash) };
}
