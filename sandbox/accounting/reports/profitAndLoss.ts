import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { TrackingCategoryRow } from '../book/rows';
import { notFound } from '../resource/replies';
import { trackingCategory } from '../settings/trackingCategories';
import { addMonths, columnDate, longDate, monthEnd, monthStart } from '../values/calendar';
import { type Block, computed, type Figures, figuresOf, fill } from './accountRows';
import { type Balances, balances, between, type Movement, movements } from './balances';
import { dayParameter, flagParameter, idParameter, timeframeParameter, unusable, wholeParameter } from './parameters';
import { endsOf, revalued } from './revaluation';
import { headings, type Part, report } from './rows';

const INCOME: Block = { title: 'Income', types: ['REVENUE', 'SALES'], summary: 'Total Income', sign: -1n };
const COSTS: Block = { title: 'Less Cost of Sales', types: ['DIRECTCOSTS'], summary: 'Total Cost of Sales', sign: 1n };
const OTHER: Block = { title: 'Plus Other Income', types: ['OTHERINCOME'], summary: 'Total Other Income', sign: -1n };
const EXPENSES: Block = {
	title: 'Less Operating Expenses',
	types: ['EXPENSE', 'OVERHEADS', 'DEPRECIATN'],
	summary: 'Total Operating Expenses',
	sign: 1n,
};
const CURRENCY_GAINS: readonly string[] = ['BANKCURRENCYGAIN', 'REALISEDCURRENCYGAIN', 'UNREALISEDCURRENCYGAIN'];

/** What was earned in each column. */
export interface Earnings {
	/** Income and what it cost; other income and expenses. */
	readonly upper: readonly Part[];
	readonly lower: readonly Part[];
	readonly income: readonly bigint[];
	readonly costs: readonly bigint[];
	readonly gross: readonly bigint[];
	readonly other: readonly bigint[];
	readonly expenses: readonly bigint[];
	readonly net: readonly bigint[];
}

/** The sections of a profit and loss, a column for each of the sums. */
export function earningsOf(book: Book, columns: readonly Balances[]): Earnings {
	const block = (one: Block, figures = figuresOf(book, columns, one)) => fill(one, figures, columns.length);
	const [income, costs, other] = [block(INCOME), block(COSTS), block(OTHER)];
	const expenses = block(EXPENSES, grouped(book, figuresOf(book, columns, EXPENSES)));
	const each = (of: (at: number) => bigint): bigint[] => columns.map((_, at) => of(at));
	const at = (amounts: readonly bigint[], column: number): bigint => amounts[column] ?? 0n;
	const gross = each((one) => at(income.totals, one) - at(costs.totals, one));
	const net = each((one) => at(gross, one) + at(other.totals, one) - at(expenses.totals, one));
	const shown = (one: typeof income): Part[] => (one.empty ? [] : [one.part]);
	return {
		upper: [...shown(income), ...shown(costs)],
		lower: [...shown(other), ...shown(expenses)],
		income: income.totals,
		costs: costs.totals,
		gross,
		other: other.totals,
		expenses: expenses.totals,
		net,
	};
}

/** One line for the three accounts of currency gains, but in the United States and in Australian demo companies. */
function grouped(book: Book, rows: readonly Figures[]): Figures[] {
	const { CountryCode, Class } = book.organisation;
	const gains = rows.filter(({ id }) => CURRENCY_GAINS.includes(book.accounts.get(id)?.SystemAccount ?? ''));
	if (gains.length === 0 || CountryCode === 'US' || (CountryCode === 'AU' && Class === 'DEMO')) return [...rows];
	const amounts = (gains[0]?.amounts ?? []).map((_, at) => gains.reduce((sum, gain) => sum + (gain.amounts[at] ?? 0n), 0n));
	const line: Figures = { name: 'Foreign Currency Gains and Losses', id: 'FXGROUPID', amounts };
	return [...rows.filter((one) => !gains.includes(one)), line].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

interface Column {
	readonly title: string;
	/** The day before it and its last one. */
	readonly days: readonly string[];
	counts(one: Movement): boolean;
}

/** GET /Reports/ProfitAndLoss: of a range of days, beside the same range in earlier periods or split by tracking options. */
export function profitAndLoss(book: Book, request: SandboxRequest): Reply {
	const today = book.today();
	const from = dayParameter(request, 'fromDate') ?? monthStart(today);
	const to = dayParameter(request, 'toDate') ?? monthEnd(today);
	if (from > to) throw unusable('fromDate', from, 'before toDate');
	const periods = wholeParameter(request, 'periods', 0, 11) ?? 0;
	const step = timeframeParameter(request) ?? 1;
	flagParameter(request, 'standardLayout');
	const columns = trackingColumns(book, request, from, to) ?? periodColumns(from, to, periods, step);
	const cash = flagParameter(request, 'paymentsOnly');
	const all = revalued(
		book,
		movements(book, cash),
		cash,
		columns.flatMap(({ days }) => days),
	);
	const earned = earningsOf(
		book,
		columns.map((column) => balances(all, (one) => column.counts(one))),
	);
	return report(
		book,
		'ProfitAndLoss',
		'Profit and Loss',
		['Profit & Loss', book.organisation.Name, `${longDate(from)} to ${longDate(to)}`],
		[
			headings('', ...columns.map(({ title }) => title)),
			...earned.upper,
			computed('Row', 'Gross Profit', earned.gross),
			...earned.lower,
			computed('Row', 'Net Profit', earned.net),
		],
	);
}

/** The range and the ones before it: each ends on the same day of its month, so that a range of 30 days never becomes one of 31. */
function periodColumns(from: string, to: string, periods: number, step: number): Column[] {
	return Array.from({ length: periods + 1 }, (_, at) => {
		const [start, end] = [addMonths(from, -at * step), addMonths(to, -at * step)];
		return { title: columnDate(end), days: endsOf(start, end), counts: between(start, end) };
	});
}

interface Choice {
	readonly title: string;
	takes(one: Movement): boolean;
}

/** A column for each option, for what has none, and for all of it; undefined without a tracking category. @throws 404 for an unknown one */
function trackingColumns(book: Book, request: SandboxRequest, from: string, to: string): Column[] | undefined {
	const first = choices(book, request, 'trackingCategoryID', 'trackingOptionID');
	const second = choices(book, request, 'trackingCategoryID2', 'trackingOptionID2');
	const [inRange, days] = [between(from, to), endsOf(from, to)];
	if (!first && !second) return undefined;
	const pairs = (first ?? second ?? []).flatMap((one): Choice[] =>
		first && second
			? second.map((other) => ({
					title: `${one.title}, ${other.title}`,
					takes: (movement) => one.takes(movement) && other.takes(movement),
				}))
			: [one],
	);
	const columns = pairs.map(({ title, takes }): Column => ({ title, days, counts: (one) => inRange(one) && takes(one) }));
	if (columns.length === 1) return columns;
	return [...columns, { title: 'Total', days, counts: (one) => columns.some((column) => column.counts(one)) }];
}

function choices(book: Book, request: SandboxRequest, category: string, option: string): Choice[] | undefined {
	const [id, only] = [idParameter(request, category), idParameter(request, option)];
	if (id === undefined) return undefined;
	const found = trackingCategory(book, id, undefined);
	if (!found || found.Status === 'DELETED') throw notFound();
	const options = optionsOf(found).filter((one) => only === undefined || one.TrackingOptionID === only);
	if (only !== undefined && options.length === 0) throw notFound();
	const chosen = ({ Tracking }: Movement): string | undefined =>
		Tracking.find((one) => one.TrackingCategoryID === found.TrackingCategoryID)?.TrackingOptionID;
	const each = options.map((one): Choice => ({
		title: one.Name,
		takes: (movement) => chosen(movement) === one.TrackingOptionID,
	}));
	return only === undefined ? [...each, { title: 'Unassigned', takes: (movement) => chosen(movement) === undefined }] : each;
}

const optionsOf = (row: TrackingCategoryRow): TrackingCategoryRow['Options'] =>
	row.Options.filter((one) => one.Status !== 'DELETED');
