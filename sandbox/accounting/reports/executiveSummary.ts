import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { systemAccount, toBase } from '../ledger/ledger';
import { addMonths, daysIn, longMonth, monthEnd, monthStart, shortMonth } from '../values/calendar';
import { addDays } from '../values/dates';
import { divide, units } from '../values/decimal';
import { sheetOf, standingDays } from './balanceSheet';
import { balances, between, type Movement, movements, standing, total } from './balances';
import { bankFlows } from './bankSummary';
import { dayParameter } from './parameters';
import { earningsOf } from './profitAndLoss';
import { percent, ratio } from './ratios';
import { revalued } from './revaluation';
import { headings, money, report, row, section } from './rows';

/** A fraction, so that this month and the one before compare without rounding. */
interface Figure {
	readonly text: string;
	readonly over: bigint;
	readonly under: bigint;
}

const amount = (cents: bigint): Figure => ({ text: money(cents), over: cents, under: 1n });
const count = (whole: bigint): Figure => ({ text: String(whole), over: whole, under: 1n });
const NOTHING: Figure = { text: '', over: 0n, under: 1n };

/** A share of something in percent, or `otherwise` where there is nothing to have a share of. */
const share = (over: bigint, under: bigint, otherwise: Figure): Figure =>
	under === 0n ? otherwise : { text: percent(over, under), over, under };

const exact = (over: bigint, under: bigint, factor: bigint, otherwise: string): Figure =>
	under === 0n ? { ...NOTHING, text: otherwise } : { text: ratio(over, under, factor), over: over * factor, under };

/** How much more than before, in percent of what it was before. */
function variance(now: Figure, before: Figure): string {
	const difference = now.over * before.under - before.over * now.under;
	const old = before.over * now.under;
	const [over, under] = now.under * before.under < 0n ? [-difference, -old] : [difference, old];
	return percent(over, under < 0n ? -under : under);
}

const LINES: ReadonlyArray<readonly [title: string, rows: readonly string[]]> = [
	['Cash', ['Cash received', 'Cash spent', 'Cash surplus (deficit)', 'Closing bank balance']],
	['Profitability', ['Income', 'Direct costs', 'Gross profit (loss)', 'Other Income', 'Expenses', 'Profit (loss)']],
	['Balance Sheet', ['Debtors', 'Creditors', 'Net assets']],
	['Income', ['Number of invoices issued', 'Average value of invoices']],
	['Performance', ['Gross profit margin', 'Net profit margin', 'Return on investment (p.a.)']],
	[
		'Position',
		[
			'Average debtors days',
			'Average creditors days',
			'Short term cash forecast',
			'Current assets to liabilities',
			'Term assets to liabilities',
		],
	],
];

/** GET /Reports/ExecutiveSummary: the month of the date beside the one before. */
export function executiveSummary(book: Book, request: SandboxRequest): Reply {
	const end = monthEnd(dayParameter(request, 'date') ?? book.today());
	const previous = monthEnd(addMonths(monthStart(end), -1));
	const ends = [end, previous, addDays(monthStart(previous), -1)];
	const all = revalued(book, movements(book), false, standingDays(book, ends));
	const [now, before] = [figures(book, all, end), figures(book, all, previous)];
	const sections = LINES.map(([title, names]) =>
		section(
			title,
			names.map((name) => {
				const [here, there] = [now.get(name) ?? NOTHING, before.get(name) ?? NOTHING];
				return row('Row', name, here.text, there.text, variance(here, there));
			}),
		),
	);
	return report(
		book,
		'ExecutiveSummary',
		'Executive Summary',
		['Executive Summary', book.organisation.Name, `For the month of ${longMonth(end)}`],
		[headings('', shortMonth(end), shortMonth(previous), 'Variance'), ...sections],
	);
}

function figures(book: Book, all: readonly Movement[], end: string): ReadonlyMap<string, Figure> {
	const start = monthStart(end);
	const flows = bankFlows(book, all, start, end);
	const [received, spent] = [total(flows.map((flow) => flow.received)), total(flows.map((flow) => flow.spent))];
	const earned = earningsOf(book, [balances(all, between(start, end))]);
	const [income = 0n] = earned.income;
	const [costs = 0n] = earned.costs;
	const [gross = 0n] = earned.gross;
	const [other = 0n] = earned.other;
	const [expenses = 0n] = earned.expenses;
	const [profit = 0n] = earned.net;
	const sums = standing(book, all, end);
	const debtors = sums.get(systemAccount(book, 'DEBTORS')) ?? 0n;
	const creditors = -(sums.get(systemAccount(book, 'CREDITORS')) ?? 0n);
	const sheet = sheetOf(book, all, [end]);
	const [assets = 0n] = sheet.netAssets;
	const [currentAssets = 0n] = sheet.currentAssets;
	const [currentDebts = 0n] = sheet.currentLiabilities;
	const [termAssets = 0n] = sheet.termAssets;
	const [termDebts = 0n] = sheet.termLiabilities;
	const issued = issuedBetween(book, start, end);
	const [year = 0, month = 1] = end.split('-').map(Number);
	const days = BigInt(daysIn(year, month));
	const none: Figure = { ...NOTHING, text: '0.0%' };
	return new Map<string, Figure>([
		['Cash received', amount(received)],
		['Cash spent', amount(spent)],
		['Cash surplus (deficit)', amount(received - spent)],
		['Closing bank balance', amount(total(flows.map((flow) => flow.closing)))],
		['Income', amount(income)],
		['Direct costs', amount(costs)],
		['Gross profit (loss)', amount(gross)],
		['Other Income', amount(other)],
		['Expenses', amount(expenses)],
		['Profit (loss)', amount(profit)],
		['Debtors', amount(debtors)],
		['Creditors', amount(creditors)],
		['Net assets', amount(assets)],
		['Number of invoices issued', count(BigInt(issued.length))],
		['Average value of invoices', amount(issued.length === 0 ? 0n : divide(total(issued), BigInt(issued.length)))],
		['Gross profit margin', share(gross, income, NOTHING)],
		['Net profit margin', share(profit, income, NOTHING)],
		['Return on investment (p.a.)', share(profit * 12n, assets, none)],
		['Average debtors days', exact(debtors, income, days, '0')],
		['Average creditors days', exact(creditors, costs + expenses, days, '0')],
		['Short term cash forecast', amount(debtors - creditors)],
		['Current assets to liabilities', exact(currentAssets, currentDebts, 1n, '')],
		['Term assets to liabilities', exact(termAssets, termDebts, 1n, '')],
	]);
}

/** Totals of the sales invoices of some days, in whole cents of the base currency. */
function issuedBetween(book: Book, from: string, to: string): bigint[] {
	return book.invoices
		.values()
		.filter((one) => one.Type === 'ACCREC' && (one.Status === 'AUTHORISED' || one.Status === 'PAID'))
		.filter((one) => one.Date >= from && one.Date <= to)
		.map((one) => units(toBase(one.Total, one.CurrencyRate), 2));
}
