import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { AccountClass, AccountRow } from '../book/rows';
import { attributeDate, longDate, monthStart, yearStart } from '../values/calendar';
import { addDays } from '../values/dates';
import { nameWithCode } from './accountRows';
import { balances, between, movements, standing, total } from './balances';
import { dayParameter, flagParameter } from './parameters';
import { revalued } from './revaluation';
import { account, type Attribute, cell, headings, money, type Part, report, row, type Row, section } from './rows';

const SECTIONS: ReadonlyArray<readonly [title: string, of: AccountClass]> = [
	['Revenue', 'REVENUE'],
	['Expenses', 'EXPENSE'],
	['Assets', 'ASSET'],
	['Liabilities', 'LIABILITY'],
	['Equity', 'EQUITY'],
];

interface Line {
	readonly account: AccountRow;
	readonly month: bigint;
	readonly year: bigint;
}

/** GET /Reports/TrialBalance: what moved this month up to the day, and what stands in the books. */
export function trialBalance(book: Book, request: SandboxRequest): Reply {
	const day = dayParameter(request, 'date') ?? book.today();
	const cash = flagParameter(request, 'paymentsOnly');
	const days = [day, addDays(monthStart(day), -1), addDays(yearStart(book, day), -1)];
	const all = revalued(book, movements(book, cash), cash, days);
	const [month, year] = [balances(all, between(monthStart(day), day)), standing(book, all, day)];
	const lines = book.accounts
		.values()
		.map((one): Line => ({ account: one, month: month.get(one.AccountID) ?? 0n, year: year.get(one.AccountID) ?? 0n }))
		.filter((line) => line.month !== 0n || line.year !== 0n)
		.sort((a, b) => a.account.Name.localeCompare(b.account.Name, 'en'));
	const retained: readonly Attribute[] = [
		{ Value: '', Id: 'fromDate' },
		{ Value: attributeDate(addDays(yearStart(book, day), -1)), Id: 'toDate' },
	];
	const sections = SECTIONS.flatMap(([title, of]): Part[] => {
		const rows = lines.filter((line) => line.account.Class === of).map((line) => write(line, retained));
		return rows.length === 0 ? [] : [section(title, rows)];
	});
	const sums = [lines.map((line) => line.month), lines.map((line) => line.year)].flatMap((amounts) => [
		total(amounts.filter((amount) => amount > 0n)),
		-total(amounts.filter((amount) => amount < 0n)),
	]);
	return report(
		book,
		'TrialBalance',
		'Trial Balance',
		['Trial Balance', book.organisation.Name, `As at ${longDate(day)}`],
		[
			headings('Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit'),
			...sections,
			section('', [row('SummaryRow', 'Total', ...sums.map(money))]),
		],
	);
}

function write({ account: one, month, year }: Line, retained: readonly Attribute[]): Row {
	const more = one.SystemAccount === 'RETAINEDEARNINGS' ? retained : [];
	const normal = one.Class === 'ASSET' || one.Class === 'EXPENSE' ? 1n : -1n;
	const sides = [month, year].flatMap((amount): [string, string] => {
		const debit = amount > 0n || (amount === 0n && normal === 1n);
		return debit ? [money(amount), ''] : ['', money(-amount)];
	});
	return {
		RowType: 'Row',
		Cells: [cell(nameWithCode(one), account(one.AccountID)), ...sides.map((side) => cell(side, account(one.AccountID), ...more))],
	};
}
