// The general ledger as the items that a node gives.

import type { IDataObject } from 'n8n-workflow';
import type { Entry } from '../entries/entry';
import { amountOf, sum } from '../facts/money';
import type { DayRange } from '../rows/financialYear';
import type { GeneralLedger, MovementsLedger, ReasonedAccount } from './generalLedger';
import { withBalances } from './generalLedger';
import type { AccountMovement, Movement } from './ledgerAccounts';
import { movedBy } from './ledgerAccounts';
import { REASON_TEXT } from './notInApi';
import type { RowHead, RowType } from './rows';
import { checkRow } from './rows';
import { accountKeys, transactionRows } from './transactionRows';

/** What of the ledger is shown, and how. */
export interface LedgerView extends DayRange {
	readonly organisationId: string | null;
	readonly baseCurrency: string;
	/** Of the base currency. */
	readonly decimals: number;
	readonly rows: 'accounts' | 'transactions' | 'both';
	/** AccountIDs chosen; all accounts where it is left out. Checks are over all of them anyway. */
	readonly accounts?: ReadonlySet<string>;
	/** Accounts that nothing stands or moved on, too. */
	readonly includeZero: boolean;
	/** Whether transactions have the balance after them. */
	readonly runningBalance: boolean;
	readonly totals: 'none' | 'group' | 'grand';
	/** Kinds of rows wanted. */
	readonly return: ReadonlySet<RowType>;
}

const headOf = ({ organisationId }: LedgerView): RowHead => ({ report: 'generalLedger', organisationId });

type Row = ReasonedAccount | AccountMovement;

type Balances = Pick<ReasonedAccount, 'opening' | 'closes' | 'notInApi' | 'closing'>;

/** The figures of an account; those that need the trial balance are null where it was not read. */
function figures(movement: Movement, balances: Balances | undefined, { decimals, from, to }: LedgerView): IDataObject {
	const amount = (minor: bigint): number => amountOf(minor, decimals);
	const orNull = (figure: (of: Balances) => bigint): number | null => (balances ? amount(figure(balances)) : null);
	return {
		opening: orNull(({ opening }) => opening),
		debit: amount(movement.debit),
		credit: amount(movement.credit),
		movement: amount(movedBy(movement)),
		notInApi: orNull(({ notInApi }) => notInApi),
		yearEndClose: orNull(({ closes }) => sum(closes.map((close) => close.amount))),
		closing: orNull(({ closing }) => closing),
		from,
		to,
	};
}

const accountRow = (row: Row, view: LedgerView): IDataObject => ({
	report: 'generalLedger',
	rowType: 'row',
	organisationId: view.organisationId,
	level: 'account',
	...accountKeys(row.accountId, row.account),
	...figures(row.movement, withBalances(row), view),
});

/** The sums of balances; undefined as soon as one of them is not known. */
function balancesOf(rows: readonly Row[]): Balances | undefined {
	const known = rows.map(withBalances).filter((row) => row !== undefined);
	if (known.length < rows.length) return undefined;
	const of = (figure: (row: ReasonedAccount) => bigint): bigint => sum(known.map(figure));
	return {
		opening: of(({ opening }) => opening),
		closes: known.flatMap(({ closes }) => closes),
		notInApi: of(({ notInApi }) => notInApi),
		closing: of(({ closing }) => closing),
	};
}

function totalRow(group: string | null, rows: readonly Row[], view: LedgerView): IDataObject {
	const of = (figure: (movement: Movement) => bigint): bigint => sum(rows.map(({ movement }) => figure(movement)));
	const movement: Movement = { debit: of(({ debit }) => debit), credit: of(({ credit }) => credit), rounded: 0n };
	return {
		report: 'generalLedger',
		rowType: 'total',
		organisationId: view.organisationId,
		level: group === null ? 'grand' : 'group',
		accountClass: group,
		...figures(movement, balancesOf(rows), view),
	};
}

function notInApiRow({ accountId, account, notInApi, reason }: ReasonedAccount, view: LedgerView): IDataObject {
	return {
		report: 'generalLedger',
		rowType: 'notInApi',
		organisationId: view.organisationId,
		...accountKeys(accountId, account),
		amount: amountOf(notInApi, view.decimals),
		reason,
		note: reason === null ? null : REASON_TEXT[reason],
		from: view.from,
		to: view.to,
	};
}

function isZero(row: Row): boolean {
	const { debit, credit } = row.movement;
	const { opening = 0n, closing = 0n, notInApi = 0n, closes = [] } = withBalances(row) ?? {};
	return [opening, closing, debit, credit, notInApi, ...closes.map(({ amount }) => amount)].every((one) => one === 0n);
}

/** Classes in the order of Xero's trial balance; accounts of none come last. */
const CLASSES = ['REVENUE', 'EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY', ''];

function totalRows(rows: readonly Row[], view: LedgerView): IDataObject[] {
	if (view.totals === 'none') return [];
	const grand = totalRow(null, rows, view);
	if (view.totals === 'grand') return [grand];
	const groups = CLASSES.map((name) => ({ name, of: rows.filter(({ account }) => (account?.class ?? '') === name) }));
	return [...groups.filter(({ of }) => of.length > 0).map(({ name, of }) => totalRow(name, of, view)), grand];
}

/** Rows of an account: what it comes to, its transactions, or both, the account first. */
function rowsOf(row: Row, entries: readonly Entry[], view: LedgerView): IDataObject[] {
	return [
		...(view.rows === 'transactions' ? [] : [accountRow(row, view)]),
		...(view.rows === 'accounts' ? [] : transactionRows(row, entries, view)),
	];
}

function byAccount(entries: readonly Entry[]): Map<string, Entry[]> {
	const sorted = new Map<string, Entry[]>();
	for (const entry of entries) {
		const of = sorted.get(entry.accountId);
		if (of) of.push(entry);
		else sorted.set(entry.accountId, [entry]);
	}
	return sorted;
}

/**
 * The items of the general ledger: rows by account code, then totals, what is not in the API, and checks. Each item of a kind has the
 * same keys in every run. Amounts are numbers in the base currency, debit positive; `debit` and `credit` are above zero.
 * @param entries of the period; none are needed where only accounts are shown
 */
export function ledgerRows(ledger: GeneralLedger | MovementsLedger, entries: readonly Entry[], view: LedgerView): IDataObject[] {
	const accounts: readonly Row[] = ledger.accounts;
	const chosen = accounts.filter(({ accountId }) => view.accounts?.has(accountId) ?? true);
	const shown = chosen.filter((row) => view.includeZero || !isZero(row));
	const sorted = view.rows === 'accounts' ? new Map<string, Entry[]>() : byAccount(entries);
	const missing = shown.map(withBalances).filter((row) => row !== undefined && row.notInApi !== 0n) as ReasonedAccount[];
	const has = (type: RowType): boolean => view.return.has(type);
	const checks = ledger.checks.filter(({ accountId }) => accountId === undefined || (view.accounts?.has(accountId) ?? true));
	return [
		...(has('row') ? shown.flatMap((row) => rowsOf(row, sorted.get(row.accountId) ?? [], view)) : []),
		...(has('total') ? totalRows(shown, view) : []),
		...(has('notInApi') ? missing.map((row) => notInApiRow(row, view)) : []),
		...(has('check') ? checks.map((check) => checkRow(headOf(view), check, view.decimals)) : []),
	];
}
