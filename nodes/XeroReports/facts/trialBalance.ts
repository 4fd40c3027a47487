// Xero's trial balance as balances by account: what every report of the ledger is held against.

import type { IDataObject } from 'n8n-workflow';
import { idsIn } from '../rows/attributes';
import { columnsOf } from '../rows/columns';
import type { Placed } from '../rows/tree';
import { branches, placed } from '../rows/tree';
import { minorOf, sum } from './money';

/** An account of the trial balance; minor units of the base currency. */
export interface TrialBalanceLine {
	readonly accountId: string;
	/** Debits of the month up to the day, above zero; Xero nets them against the credits. */
	readonly debit: bigint;
	readonly credit: bigint;
	/** What stands at the day, debit positive: since ever on the balance sheet, since the year's start for income and expenses. */
	readonly balance: bigint;
}

/** Xero's trial balance at the end of a day. */
export interface TrialBalance {
	readonly lines: ReadonlyMap<string, TrialBalanceLine>;
	/** What stands on rows that name no account, debit positive; Xero should have none. */
	readonly withoutAccount: bigint;
}

/** "1,250.09" and "(200.00)" as minor units. */
function minorIn(value: unknown, decimals: number): bigint {
	const text = String(value ?? '').trim();
	const minor = minorOf(text.replace(/[(),\s]/g, ''), decimals);
	return text.startsWith('(') ? -minor : minor;
}

function lineOf({ branch: { cells }, columns }: Placed, decimals: number): TrialBalanceLine {
	const under = (heading: string): bigint =>
		sum(cells.map(({ value }, index) => (columns.headings[index]?.toLowerCase() === heading ? minorIn(value, decimals) : 0n)));
	return {
		accountId: idsIn(cells).accountId ?? '',
		debit: under('debit'),
		credit: under('credit'),
		balance: under('ytd debit') - under('ytd credit'),
	};
}

const isTotal = ({ branch }: Placed): boolean => branch.type === 'SummaryRow';

/**
 * Reads the amounts by the headings of their columns: a report without year-to-date columns has no balances.
 * @param report the one report in the answer of GET /Reports/TrialBalance
 * @param decimals of the base currency
 */
export function trialBalanceOf(report: IDataObject, decimals: number): TrialBalance {
	const rows = [...placed(branches(report.Rows), [], columnsOf([]))].filter((row) => !isTotal(row));
	const lines = rows.map((row) => lineOf(row, decimals));
	return {
		lines: new Map(lines.filter(({ accountId }) => accountId !== '').map((line) => [line.accountId, line])),
		withoutAccount: sum(lines.filter(({ accountId }) => accountId === '').map(({ balance }) => balance)),
	};
}

/** What stands on an account, debit positive; nothing where the trial balance does not name it. */
export const balanceOf = ({ lines }: TrialBalance, accountId: string): bigint => lines.get(accountId)?.balance ?? 0n;
