// Balances by tracking option from Xero's own reports: section 4.3 of the design, calls included.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext } from '../../shared/model/context';
import { systemAccountId } from '../entries/postings';
import type { ProfitAndLoss } from '../facts/profitAndLoss';
import { profitOf } from '../facts/profitAndLoss';
import type { CategoryOption } from '../facts/trackingCategories';
import type { Balances, Categories, TrackedFigures } from '../folds/trackedBalances';
import { addAmount, addColumn, noFigures, pairOf } from '../folds/trackedBalances';
import { addDays, endOfMonth, startOfMonth } from '../rows/days';
import type { DayRange } from '../rows/financialYear';
import { yearEndOn, yearStart } from '../rows/financialYear';
import type { Books } from './books';
import type { CallsLimit } from './callsLimit';
import type { Basis } from './statements';
import { readBalanceSheet, readProfitAndLoss } from './statements';

type Asking = Pick<OperationContext, 'request' | 'recordsIn' | 'once'>;

/** What is asked for. */
export interface TrackedWanted {
	readonly books: Books;
	readonly categories: Categories;
	readonly asOf: string;
	readonly basis: Basis;
}

/** Xero's Tracking Transfers of an option or a pair: what balances its sheet, debit positive. */
export interface TrackingTransfers {
	readonly first: CategoryOption | undefined;
	readonly second: CategoryOption | undefined;
	readonly amount: bigint;
}

/** What the reports say. */
export interface TrackedReports {
	readonly figures: TrackedFigures;
	/** Of options and pairs, at the month's end that the sheets are of. */
	readonly transfers: readonly TrackingTransfers[];
	/** Net profit of all options together, above zero for a profit. */
	readonly profit: bigint;
	/** Headings that stand for none of the options, or for several of one name. */
	readonly unclear: readonly string[];
}

/** The month's end that balance sheets are of: the day itself, or the last one before it. */
export const sheetDay = (asOf: string): string => (asOf === endOfMonth(asOf) ? asOf : addDays(startOfMonth(asOf), -1));

/** The financial year that ended between the sheets and the day: its profit is part of Retained Earnings since. */
function closedYear(asOf: string, { organisation: { yearEnd } }: Books): DayRange | undefined {
	const sheet = sheetDay(asOf);
	const from = yearStart(sheet, yearEnd);
	return from === yearStart(asOf, yearEnd) ? undefined : { from, to: yearEndOn(sheet, yearEnd) };
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** A heading of a pair without the name of its second option: Xero names a pair by both. */
function withoutName(heading: string, name: string): string {
	const [before, after] = [`${name}, `, `, ${name}`];
	if (same(heading.slice(-after.length), after)) return heading.slice(0, -after.length);
	return same(heading.slice(0, before.length), before) ? heading.slice(before.length) : heading;
}

/** The option that each column stands for; `null` for what has none, undefined for the total and for what nobody knows. */
function columnsOf(
	{ headings }: ProfitAndLoss,
	options: readonly CategoryOption[],
	second: CategoryOption | undefined,
	unclear: Set<string>,
): Array<CategoryOption | null | undefined> {
	const plain = (heading: string): string => (second === undefined ? heading : withoutName(heading, second.name));
	const names = headings.map(plain);
	const total = names.length > 1 ? names.lastIndexOf('Total') : -1;
	const unassigned = names.lastIndexOf('Unassigned');
	return names.map((name, at) => {
		if (at === total) return undefined;
		if (at === unassigned) return null;
		const found = options.filter((option) => same(option.name, name));
		if (found.length !== 1) unclear.add(headings[at]!);
		return found.length === 1 ? found[0] : undefined;
	});
}

/** Where the columns of a profit and loss go; `rest` of those that have no option of the first category. */
interface Destination {
	of(option: CategoryOption): Balances | undefined;
	readonly rest: Balances | undefined;
	readonly second: CategoryOption | undefined;
}

/** How a profit and loss gets into balances: account by account, or for a closed year as a whole. */
type Put = (balances: Balances, report: ProfitAndLoss, column: number) => void;

class Reading {
	readonly figures: TrackedFigures;
	readonly unclear = new Set<string>();
	readonly transfers: TrackingTransfers[] = [];
	profit = 0n;

	constructor(
		private readonly call: Asking,
		private readonly wanted: TrackedWanted,
	) {
		this.figures = noFigures(wanted.categories);
	}

	/** The profit and loss of some days by option: once for the first category, once for each option of the second. */
	async earnings(days: DayRange, put: Put, isCurrent: boolean): Promise<void> {
		const { second } = this.wanted.categories;
		const ofFirst: Destination = { of: ({ id }) => this.figures.first.get(id), rest: undefined, second: undefined };
		const ofSecond = (other: CategoryOption): Destination => ({
			of: ({ id }) => this.figures.pairs.get(pairOf(id, other.id)),
			rest: this.figures.second.get(other.id),
			second: other,
		});
		const report = await this.split(days, {}, ofFirst, put);
		if (isCurrent) this.profit = profitOf(report, report.headings.length - 1);
		await Promise.all(
			(second?.options ?? []).map(
				async (other) =>
					await this.split(days, { trackingCategoryID2: second!.id, trackingOptionID2: other.id }, ofSecond(other), put),
			),
		);
	}

	private async split(days: DayRange, more: IDataObject, { of, rest, second }: Destination, put: Put): Promise<ProfitAndLoss> {
		const { books, categories, basis } = this.wanted;
		const report = await readProfitAndLoss(this.call, books, days, basis, { trackingCategoryID: categories.first.id, ...more });
		columnsOf(report, categories.first.options, second, this.unclear).forEach((option, column) => {
			const own = option ? of(option) : undefined;
			if (own) put(own, report, column);
			// What has an option of the second category and none of the first is part of the second, as its pairs are.
			if (rest && option !== undefined) put(rest, report, column);
		});
		return report;
	}

	/** The balance sheet of one option or of a pair. */
	async sheet(balances: Balances, first: CategoryOption | undefined, second: CategoryOption | undefined): Promise<void> {
		const { books, asOf, basis } = this.wanted;
		const ids = [first, second].flatMap((one) => one?.id ?? []);
		const transfers = systemAccountId(books.accounts, 'TRACKINGTRANSFERS');
		const sheet = await readBalanceSheet(this.call, books, sheetDay(asOf), basis, ids);
		for (const [id, amount] of sheet) if (id !== transfers) addAmount(balances, id, amount);
		this.transfers.push({ first, second, amount: sheet.get(transfers) ?? 0n });
	}

	/** The balance sheets of all options and pairs. */
	async sheets(): Promise<void> {
		const { first, second } = this.wanted.categories;
		const { figures } = this;
		const others = second?.options ?? [];
		await Promise.all([
			...first.options.map(async (one) => await this.sheet(figures.first.get(one.id)!, one, undefined)),
			...others.map(async (other) => await this.sheet(figures.second.get(other.id)!, undefined, other)),
			...first.options.flatMap((one) =>
				others.map(async (other) => await this.sheet(figures.pairs.get(pairOf(one.id, other.id))!, one, other)),
			),
		]);
	}
}

/** Adds the calls that `loadTrackedReports` will make. @throws TooManyCalls */
export function addTrackedCalls({ books, categories: { first, second }, asOf }: TrackedWanted, limit: CallsLimit): void {
	const [ones, others] = [first.options.length, second?.options.length ?? 0];
	const earnings = (1 + others) * (closedYear(asOf, books) === undefined ? 1 : 2);
	// All at once, so that the first number said is that of all of them.
	limit.add('profit and loss and balance sheets', earnings + ones + others + ones * others);
}

/**
 * Balances by option: income and expenses of the year until the day, everything else at the month's end that `sheetDay` says.
 * @throws NodeApiError where a report cannot be read
 */
export async function loadTrackedReports(call: Asking, wanted: TrackedWanted): Promise<TrackedReports> {
	const { books, asOf } = wanted;
	const { accounts, organisation } = books;
	const reading = new Reading(call, wanted);
	const realised = systemAccountId(accounts, 'REALISEDCURRENCYGAIN');
	const retained = systemAccountId(accounts, 'RETAINEDEARNINGS');
	const closed = closedYear(asOf, books);
	await Promise.all([
		reading.sheets(),
		reading.earnings(
			{ from: yearStart(asOf, organisation.yearEnd), to: asOf },
			(balances, report, column) => void addColumn(balances, report, column, realised),
			true,
		),
		...(closed === undefined
			? []
			: [
					reading.earnings(
						closed,
						(balances, report, column) => void addAmount(balances, retained, -profitOf(report, column)),
						false,
					),
				]),
	]);
	const { figures, transfers, profit, unclear } = reading;
	return { figures, transfers, profit, unclear: [...unclear] };
}
