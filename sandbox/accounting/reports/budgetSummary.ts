import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { BudgetRow } from '../book/ledgerRows';
import { addMonths, columnMonth, longMonth, monthStart } from '../values/calendar';
import { units } from '../values/decimal';
import { computed } from './accountRows';
import { type Balances, classOfAccount } from './balances';
import { dayParameter, unusable, wholeParameter } from './parameters';
import { earningsOf } from './profitAndLoss';
import { headings, report } from './rows';

/** GET /Reports/BudgetSummary: the overall budget from the month of the date on, twelve periods of one month unless said otherwise. */
export function budgetSummary(book: Book, request: SandboxRequest): Reply {
	const start = monthStart(dayParameter(request, 'date') ?? book.today());
	const periods = wholeParameter(request, 'periods', 1, 12) ?? 12;
	const step = wholeParameter(request, 'timeframe', 1, 12) ?? 1;
	if (![1, 3, 12].includes(step)) throw unusable('timeframe', String(step), '1, 3 or 12 (months)');
	const overall = book.budgets.values().find((row) => row.Type === 'OVERALL');
	const columns = Array.from({ length: periods }, (_, at) => {
		const months = Array.from({ length: step }, (__, month) => addMonths(start, at * step + month).slice(0, 7));
		return { end: `${months.at(-1)}-01`, sums: budgeted(book, overall, months) };
	});
	const planned = earningsOf(
		book,
		columns.map(({ sums }) => sums),
	);
	const last = columns.at(-1)?.end ?? start;
	return report(
		book,
		'BudgetSummary',
		'Budget Summary',
		['Overall Budget', 'Budget Summary', book.organisation.Name, `${longMonth(start)} to ${longMonth(last)}`],
		[
			headings('Account', ...columns.map(({ end }) => columnMonth(end))),
			...planned.upper,
			computed('SummaryRow', 'Gross Profit', planned.gross),
			...planned.lower,
			computed('SummaryRow', 'Total Expenses', planned.expenses),
			computed('SummaryRow', 'Net Profit', planned.net),
		],
	);
}

/** What is budgeted for some months, by account as the ledger would have it: income below zero. */
function budgeted(book: Book, budget: BudgetRow | undefined, months: readonly string[]): Balances {
	const sums = new Map<string, bigint>();
	for (const line of budget?.BudgetLines ?? []) {
		const sign = classOfAccount(book, line.AccountID) === 'REVENUE' ? -1n : 1n;
		for (const { Period, Amount } of line.BudgetBalances) {
			if (!months.includes(Period)) continue;
			sums.set(line.AccountID, (sums.get(line.AccountID) ?? 0n) + sign * units(Amount, 2));
		}
	}
	return sums;
}
