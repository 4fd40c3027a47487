// The statement of cash flows as the items that a node gives.

import type { IDataObject } from 'n8n-workflow';
import type { Account, Accounts } from '../facts/accounts';
import { amountOf, sum } from '../facts/money';
import type { DayRange } from '../rows/financialYear';
import type { CashActivity } from './cashActivities';
import type { CashFlow, CashLine, CashLineKind } from './cashFlow';
import { totalOf } from './cashFlow';
import type { CashNotInApi } from './cashNotInApi';
import { REASON_TEXT } from './notInApi';
import type { Check } from './rows';
import { checkRow } from './rows';
import { accountKeys } from './transactionRows';

/** How the statement is shown. */
export interface CashFlowView extends DayRange {
	readonly organisationId: string | null;
	readonly method: 'direct' | 'indirect';
	readonly source: 'trialBalances' | 'documents' | 'journals';
	/** Of the base currency. */
	readonly decimals: number;
	readonly accounts: Accounts;
	/** Whether there are rows of sums. */
	readonly withTotals: boolean;
}

const ORDER: readonly CashActivity[] = ['operating', 'investing', 'financing', 'exchangeEffect'];
const KINDS: readonly CashLineKind[] = ['netProfit', 'addBack', 'account', 'change', 'stock', 'nonCashJournals', 'unpaid'];

/** Lines that are of no single account, in words. */
const NAMES: Partial<Record<CashLineKind, string>> = {
	stock: 'Inventory and cost of goods',
	netProfit: 'Net profit',
	nonCashJournals: 'Manual journals without cash',
	unpaid: 'Invested or financed, not yet paid',
};

const headOf = ({ organisationId, method, source }: CashFlowView, rowType: string): IDataObject => ({
	report: 'cashFlow',
	rowType,
	organisationId,
	method,
	source,
});

const accountOf = ({ accountId }: CashLine, { accounts }: CashFlowView): Account | undefined => accounts.byId.get(accountId);

function lineRow(line: CashLine, view: CashFlowView): IDataObject {
	const { activity, kind, accountId, source, amount } = line;
	const account = accountOf(line, view);
	const name = NAMES[kind];
	return {
		...headOf(view, 'row'),
		activity,
		line: kind,
		...accountKeys(accountId, account),
		...(name === undefined ? {} : { accountName: name }),
		accountType: account?.type ?? null,
		date: source?.date ?? null,
		sourceType: source?.type ?? null,
		sourceId: source?.id ?? null,
		number: source?.number || null,
		contactId: source?.contactId ?? null,
		contactName: source?.contactName ?? null,
		amount: amountOf(amount, view.decimals),
		from: view.from,
		to: view.to,
	};
}

/** By activity, then what it is, then account code, then date. */
function sortKey(line: CashLine, view: CashFlowView): string {
	const { activity, kind, source } = line;
	const account = accountOf(line, view);
	const places = [ORDER.indexOf(activity), KINDS.indexOf(kind)].map((place) => String.fromCharCode(97 + place));
	return [...places, account?.code || '~', account?.name ?? '', line.accountId, source?.date, source?.type, source?.id].join(
		'\t',
	);
}

function sorted(lines: readonly CashLine[], view: CashFlowView): CashLine[] {
	const keyed = lines.map((line) => ({ line, key: sortKey(line, view) }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}

function totalRows(flow: CashFlow, notInApi: readonly CashNotInApi[], view: CashFlowView): IDataObject[] {
	const missing = sum(notInApi.map(({ amount }) => amount));
	const totals: ReadonlyArray<readonly [string, bigint]> = [
		...ORDER.map((activity) => [activity, totalOf(flow, activity)] as const),
		['notInApi', missing],
		['opening', flow.opening],
		['change', flow.closing - flow.opening],
		['closing', flow.closing],
	];
	return totals.map(([total, amount]) => ({
		...headOf(view, 'total'),
		total,
		amount: amountOf(amount, view.decimals),
		from: view.from,
		to: view.to,
	}));
}

const notInApiRow = ({ accountId, amount, reason }: CashNotInApi, view: CashFlowView): IDataObject => ({
	...headOf(view, 'notInApi'),
	...accountKeys(accountId, view.accounts.byId.get(accountId)),
	...(accountId === '' ? { accountName: 'Accounts in foreign currencies' } : {}),
	amount: amountOf(amount, view.decimals),
	reason,
	note: REASON_TEXT[reason],
	from: view.from,
	to: view.to,
});

/**
 * The items of the statement: rows by activity and account, then totals, what is not in the API, and checks. Each item of a kind has the
 * same keys in every run. Amounts are numbers in the base currency, above zero where cash came in.
 */
export function cashFlowRows(
	flow: CashFlow,
	notInApi: readonly CashNotInApi[],
	checks: readonly Check[],
	view: CashFlowView,
): IDataObject[] {
	const head = { report: 'cashFlow', organisationId: view.organisationId };
	return [
		...sorted(flow.lines, view).map((line) => lineRow(line, view)),
		...(view.withTotals ? totalRows(flow, notInApi, view) : []),
		...notInApi.map((one) => notInApiRow(one, view)),
		...checks.map((check) => checkRow(head, check, view.decimals)),
	];
}
