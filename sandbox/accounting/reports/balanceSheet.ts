import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { systemAccount } from '../ledger/ledger';
import { addMonths, attributeDate, longDate, monthEnd, shortDate, yearStart } from '../values/calendar';
import { addDays } from '../values/dates';
import { type Block, byName, columnTotals, computed, type Figures, figuresOf, fill } from './accountRows';
import { type Balances, type Movement, movements, profitOf, standing, total } from './balances';
import { dayParameter, flagParameter, idParameter, timeframeParameter, wholeParameter } from './parameters';
import { revalued } from './revaluation';
import { headings, type Part, report, section } from './rows';

/** What Xero puts in place of an AccountID where no account is: the profit of the current year. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

const BANK: Block = { title: 'Bank', types: ['BANK'], summary: 'Total Bank', sign: 1n };
const CURRENT_ASSETS: Block = {
	title: 'Current Assets',
	types: ['CURRENT', 'INVENTORY', 'PREPAYMENT'],
	summary: 'Total Current Assets',
	sign: 1n,
};
const FIXED_ASSETS: Block = { title: 'Fixed Assets', types: ['FIXED'], summary: 'Total Fixed Assets', sign: 1n };
const OTHER_ASSETS: Block = {
	title: 'Non-current Assets',
	types: ['NONCURRENT'],
	summary: 'Total Non-current Assets',
	sign: 1n,
};
const CURRENT_LIABILITIES: Block = {
	title: 'Current Liabilities',
	types: ['CURRLIAB', 'PAYG'],
	summary: 'Total Current Liabilities',
	sign: -1n,
};
const OTHER_LIABILITIES: Block = {
	title: 'Non-Current Liabilities',
	types: ['LIABILITY', 'TERMLIAB'],
	summary: 'Total Non-Current Liabilities',
	sign: -1n,
};
const EQUITY: Block = { title: 'Equity', types: ['EQUITY'], summary: 'Total Equity', sign: -1n };

/** The figures of a balance sheet at the ends of some months. */
export interface Sheet {
	readonly parts: readonly Part[];
	readonly netAssets: readonly bigint[];
	readonly currentAssets: readonly bigint[];
	readonly currentLiabilities: readonly bigint[];
	readonly termAssets: readonly bigint[];
	readonly termLiabilities: readonly bigint[];
}

/** GET /Reports/BalanceSheet: always at the end of the month of the date, beside the same month a year before or earlier periods. */
export function balanceSheet(book: Book, request: SandboxRequest): Reply {
	const end = monthEnd(dayParameter(request, 'date') ?? book.today());
	const periods = wholeParameter(request, 'periods', 0, 11);
	flagParameter(request, 'standardLayout');
	const timeframe = timeframeParameter(request) ?? 1;
	const step = periods === undefined ? 12 : timeframe;
	const days = Array.from({ length: (periods ?? 1) + 1 }, (_, at) => monthEnd(addMonths(`${end.slice(0, 7)}-01`, -at * step)));
	const options = ['trackingOptionID1', 'trackingOptionID2'].flatMap((name) => idParameter(request, name) ?? []);
	const cash = flagParameter(request, 'paymentsOnly');
	const all = revalued(book, movements(book, cash), cash, standingDays(book, days));
	return report(
		book,
		'BalanceSheet',
		'Balance Sheet',
		['Balance Sheet', book.organisation.Name, `As at ${longDate(end)}`],
		[headings('', ...days.map(shortDate)), ...sheetOf(book, options.length ? tracked(book, all, options) : all, days).parts],
	);
}

/** The days that a balance sheet needs: its own, and those before the years in which they are. */
export function standingDays(book: Book, days: readonly string[]): string[] {
	return days.flatMap((day) => [day, addDays(yearStart(book, day), -1)]);
}

/**
 * Only what names every one of the options. What is left open by that, as banks, debtors and taxes name none, stands on the tracking
 * transfers account, so that the sheet still balances.
 */
function tracked(book: Book, all: readonly Movement[], options: readonly string[]): readonly Movement[] {
	const kept = all.filter(({ Tracking }) => options.every((id) => Tracking.some((one) => one.TrackingOptionID === id)));
	const AccountID = systemAccount(book, 'TRACKINGTRANSFERS');
	return kept.flatMap((one) => [one, { ...one, AccountID, cents: -one.cents }]);
}

/** The sections of a balance sheet at the ends of these days. */
export function sheetOf(book: Book, all: readonly Movement[], days: readonly string[]): Sheet {
	const columns = days.map((day) => standing(book, all, day));
	const block = (one: Block) => fill(one, figuresOf(book, columns, one), days.length);
	const assets = [BANK, CURRENT_ASSETS, FIXED_ASSETS, OTHER_ASSETS].map(block);
	const debts = [CURRENT_LIABILITIES, OTHER_LIABILITIES].map(block);
	const sumOf = (blocks: ReadonlyArray<{ totals: readonly bigint[] }>): bigint[] =>
		columnTotals(
			blocks.map(({ totals }) => totals),
			days.length,
		);
	const [totalAssets, totalDebts] = [sumOf(assets), sumOf(debts)];
	const netAssets = totalAssets.map((amount, at) => amount - (totalDebts[at] ?? 0n));
	const shown = (blocks: ReturnType<typeof block>[]): Part[] => blocks.filter(({ empty }) => !empty).map(({ part }) => part);
	return {
		parts: [
			section('Assets', []),
			...shown(assets),
			computed('SummaryRow', 'Total Assets', totalAssets),
			section('Liabilities', []),
			...shown(debts),
			computed('SummaryRow', 'Total Liabilities', totalDebts),
			computed('Row', 'Net Assets', netAssets),
			fill(EQUITY, equity(book, columns, days), days.length).part,
		],
		netAssets,
		currentAssets: sumOf(assets.slice(0, 2)),
		termAssets: sumOf(assets.slice(2)),
		currentLiabilities: sumOf(debts.slice(0, 1)),
		termLiabilities: sumOf(debts.slice(1)),
	};
}

/** Equity accounts, with what the current year earned so far among them. */
function equity(book: Book, columns: readonly Balances[], days: readonly string[]): Figures[] {
	const retained = systemAccount(book, 'RETAINEDEARNINGS');
	const period = (from: string, to: string) => [
		{ Value: from, Id: 'fromDate' },
		{ Value: to, Id: 'toDate' },
	];
	const rows = figuresOf(book, columns, EQUITY).map((row): Figures =>
		row.id === retained ? { ...row, more: (at) => period('', attributeDate(days[at] ?? '')) } : row,
	);
	const earned: Figures = {
		name: 'Current Year Earnings',
		id: NO_ACCOUNT,
		amounts: columns.map((sums) => profitOf(book, sums)),
		more: (at) => period(attributeDate(yearStart(book, days[at] ?? '')), attributeDate(days[at] ?? '')),
	};
	return [...rows, ...(total(earned.amounts.map((amount) => (amount === 0n ? 0n : 1n))) > 0n ? [earned] : [])].sort(byName);
}
