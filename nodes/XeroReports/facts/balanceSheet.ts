// Xero's balance sheet as balances by account.

import type { IDataObject } from 'n8n-workflow';
import type { ReportLine } from '../rows/readReport';
import { readReport } from '../rows/readReport';
import type { Accounts } from './accounts';
import { minorOf } from './money';

/** Whether a line shows debits: by the part of the sheet it stands in, as an overdraft stands among liabilities; else by its account. */
function showsDebits({ path, accountId }: ReportLine, { byId }: Accounts): boolean {
	const part = path.find((title) => /assets|liabilities|equity/i.test(title));
	if (part !== undefined) return /assets/i.test(part) && !/liabilities/i.test(part);
	return byId.get(accountId ?? '')?.class === 'ASSET';
}

/**
 * What stands on each account at the day of the sheet, debit positive, in minor units. Current Year Earnings is no account.
 * @param report the one report in the answer of GET /Reports/BalanceSheet
 * @param decimals of the base currency
 */
export function balanceSheetOf(report: IDataObject, accounts: Accounts, decimals: number): ReadonlyMap<string, bigint> {
	const lines = readReport(report).lines.filter(({ accountId }) => accountId !== null);
	return new Map(
		lines.map((line) => [line.accountId!, (showsDebits(line, accounts) ? 1n : -1n) * minorOf(line.values[0], decimals)]),
	);
}
