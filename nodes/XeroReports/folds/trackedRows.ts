// A trial balance by tracking option as the items that a node gives.

import type { IDataObject } from 'n8n-workflow';
import type { Accounts } from '../facts/accounts';
import { amountOf, sum } from '../facts/money';
import type { CategoryOption } from '../facts/trackingCategories';
import { REASON_TEXT } from './notInApi';
import type { RowHead } from './rows';
import { checkRow } from './rows';
import type { Categories, OptionBalances } from './trackedBalances';
import { balanceWithOthers } from './trackedBalances';
import type { TrackedCheck, Unexplained } from './trackedChecks';
import { accountKeys } from './transactionRows';

/** What of the report is shown, and how. */
export interface TrackedView {
	readonly organisationId: string | null;
	/** Of the base currency. */
	readonly decimals: number;
	readonly accounts: Accounts;
	readonly categories: Categories;
	readonly asOf: string;
	readonly basis: 'accrual' | 'cash';
	readonly totals: 'none' | 'group' | 'grand';
}

const UNASSIGNED = 'Unassigned';

interface Of {
	readonly first?: CategoryOption | undefined;
	readonly second?: CategoryOption | undefined;
}

const optionKeys = ({ first, second }: Of, { categories }: TrackedView): IDataObject => ({
	trackingCategoryId: categories.first.id,
	trackingOptionId: first?.id ?? null,
	option: first?.name ?? UNASSIGNED,
	secondTrackingCategoryId: categories.second?.id ?? null,
	secondTrackingOptionId: second?.id ?? null,
	secondOption: categories.second === undefined ? null : (second?.name ?? UNASSIGNED),
});

const sides = (balance: bigint, { decimals }: TrackedView): IDataObject => ({
	debit: balance > 0n ? amountOf(balance, decimals) : null,
	credit: balance < 0n ? amountOf(-balance, decimals) : null,
	balance: amountOf(balance, decimals),
});

const rowOf = (view: TrackedView, rowType: string, level: string, keys: IDataObject): IDataObject => ({
	report: 'trialBalanceByTracking',
	rowType,
	organisationId: view.organisationId,
	level,
	...keys,
	asOf: view.asOf,
	basis: view.basis,
});

const REVALUED: ReadonlySet<string> = new Set(['BANKCURRENCYGAIN', 'UNREALISEDCURRENCYGAIN']);

function accountRow(one: OptionBalances, accountId: string, balance: bigint, view: TrackedView): IDataObject {
	const account = view.accounts.byId.get(accountId);
	return rowOf(view, 'row', 'account', {
		...optionKeys(one, view),
		...accountKeys(accountId, account),
		accountClass: account?.class || null,
		...sides(balance, view),
		reason: REVALUED.has(account?.systemAccount ?? '') ? 'revaluation' : null,
	});
}

const othersRow = (one: OptionBalances, view: TrackedView): IDataObject =>
	rowOf(view, 'row', 'balanceWithOtherOptions', {
		...optionKeys(one, view),
		...{ accountId: null, accountCode: null, accountName: null, accountClass: null },
		...sides(balanceWithOthers(one), view),
		reason: null,
	});

const byCode =
	({ byId }: Accounts) =>
	([a]: readonly [string, bigint], [b]: readonly [string, bigint]): number => {
		const [one, other] = [a, b].map((id) => `${byId.get(id)?.code ?? '~'} ${byId.get(id)?.name ?? ''} ${id}`) as [string, string];
		return one < other ? -1 : Number(one > other);
	};

function optionRows(one: OptionBalances, view: TrackedView): IDataObject[] {
	const accounts = [...one.balances].filter(([, balance]) => balance !== 0n).sort(byCode(view.accounts));
	return accounts.length === 0
		? []
		: [...accounts.map(([id, balance]) => accountRow(one, id, balance, view)), othersRow(one, view)];
}

/** Debits and credits of an option; both are the same with its balance with the others. */
function sidesOf(options: readonly OptionBalances[]): bigint {
	const amounts = options.flatMap((one) => [...one.balances.values(), balanceWithOthers(one)]);
	return sum(amounts.filter((amount) => amount > 0n));
}

function totalRow(level: 'group' | 'grand', options: readonly OptionBalances[], view: TrackedView): IDataObject {
	const side = amountOf(sidesOf(options), view.decimals);
	const [only] = options;
	const keys = optionKeys(level === 'group' && only ? only : {}, view);
	const all = { trackingOptionId: null, option: null, secondTrackingOptionId: null, secondOption: null };
	return rowOf(view, 'total', level, { ...keys, ...(level === 'grand' ? all : {}), debit: side, credit: side, balance: 0 });
}

function totalRows(options: readonly OptionBalances[], view: TrackedView): IDataObject[] {
	if (view.totals === 'none') return [];
	const filled = options.filter(({ balances }) => [...balances.values()].some((amount) => amount !== 0n));
	const groups = view.totals === 'group' ? filled.map((one) => totalRow('group', [one], view)) : [];
	return [...groups, totalRow('grand', filled, view)];
}

const notInApiRow = ({ accountId, amount, reason }: Unexplained, view: TrackedView): IDataObject => ({
	report: 'trialBalanceByTracking',
	rowType: 'notInApi',
	organisationId: view.organisationId,
	...accountKeys(accountId, view.accounts.byId.get(accountId)),
	amount: amountOf(amount, view.decimals),
	reason,
	note: REASON_TEXT[reason],
	asOf: view.asOf,
	basis: view.basis,
});

function checkItem(check: TrackedCheck, view: TrackedView): IDataObject {
	const head: RowHead = { report: 'trialBalanceByTracking', organisationId: view.organisationId };
	const isCount = check.check.endsWith('Count');
	const isOfOption = check.first !== undefined || check.second !== undefined;
	const { option, secondOption } = optionKeys(check, view);
	return {
		...checkRow(head, check, isCount ? 0 : view.decimals),
		trackingOptionId: check.first?.id ?? null,
		option: isOfOption ? option : null,
		secondTrackingOptionId: check.second?.id ?? null,
		secondOption: isOfOption ? secondOption : null,
	};
}

/**
 * The items of the report: option by option in Xero's order, accounts by code, then what balances the option; totals, what is not in the
 * API, checks. Each item of a kind has the same keys in every run.
 */
export const trackedRows = (
	options: readonly OptionBalances[],
	unexplained: readonly Unexplained[],
	checks: readonly TrackedCheck[],
	view: TrackedView,
): IDataObject[] => [
	...options.flatMap((one) => optionRows(one, view)),
	...totalRows(options, view),
	...unexplained.map((one) => notInApiRow(one, view)),
	...checks.map((check) => checkItem(check, view)),
];
