// Xero's profit and loss as amounts by account, in one column or in several.

import type { IDataObject } from 'n8n-workflow';
import type { ReportLine } from '../rows/readReport';
import { readReport } from '../rows/readReport';
import type { Accounts } from './accounts';
import { minorOf, sum } from './money';

/** An account of a profit and loss, or all accounts of currency gains together, which Xero shows as one line. */
export interface ProfitAndLossLine {
	/** Null for currency gains. */
	readonly accountId: string | null;
	readonly section: string;
	readonly label: string;
	/** A column each, in minor units, as Xero shows them: income above zero, expenses above zero. */
	readonly amounts: readonly bigint[];
	/** What an amount does to the profit: 1 for income, -1 for expenses. */
	readonly sign: 1n | -1n;
}

/** A profit and loss, read. */
export interface ProfitAndLoss {
	readonly headings: readonly string[];
	readonly lines: readonly ProfitAndLossLine[];
	/** Xero's own net profit, a column each; undefined where the report has no such row. */
	readonly netProfit: readonly bigint[] | undefined;
}

const NET_PROFIT = /^(net (profit|loss|income)|profit \(loss\))/i;

const amountsOf = ({ values }: ReportLine, decimals: number): bigint[] => values.map((value) => minorOf(value, decimals));

/** Whether amounts of a line add to the profit: by the account where it is known, else by the section it stands in. */
function signOf({ accountId, path }: ReportLine, { byId }: Accounts): 1n | -1n {
	const of = byId.get(accountId ?? '')?.class;
	if (of === 'REVENUE') return 1n;
	if (of === 'EXPENSE') return -1n;
	return /^less/i.test(path[0] ?? '') ? -1n : 1n;
}

/**
 * @param report the one report in the answer of GET /Reports/ProfitAndLoss
 * @param decimals of the base currency
 */
export function profitAndLossOf(report: IDataObject, accounts: Accounts, decimals: number): ProfitAndLoss {
	const { lines } = readReport(report);
	const net = lines.filter(({ accountId, isGroup, label }) => accountId === null && !isGroup && NET_PROFIT.test(label ?? ''));
	return {
		headings: lines[0]?.headings ?? [],
		lines: lines
			.filter(({ accountId, isGroup }) => accountId !== null || isGroup)
			.map((line) => ({
				accountId: line.accountId,
				section: line.path.join(' / '),
				label: line.label ?? '',
				amounts: amountsOf(line, decimals),
				sign: signOf(line, accounts),
			})),
		netProfit: net.length > 0 ? amountsOf(net[net.length - 1]!, decimals) : undefined,
	};
}

/** What the lines of a column come to: above zero for a profit. */
export const profitOf = ({ lines }: ProfitAndLoss, column: number): bigint =>
	sum(lines.map(({ amounts, sign }) => sign * (amounts[column] ?? 0n)));
