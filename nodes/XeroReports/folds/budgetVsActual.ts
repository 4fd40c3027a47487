// Actual amounts beside those of a budget, account by account.

import type { Account, Accounts } from '../facts/accounts';
import type { Budget } from '../facts/budget';
import { absolute, dividedBy, sum } from '../facts/money';
import type { ProfitAndLoss } from '../facts/profitAndLoss';
import type { BudgetSpan } from './budgetSpans';

/** Amounts in minor units of the base currency; income and expenses both above zero, as Xero shows them. */
export interface BudgetFigures {
	readonly actual: bigint;
	readonly budget: bigint;
	/** What a full year will be: actual amounts so far and the budget of the months to come. Null of other spans. */
	readonly forecast: bigint | null;
	/** Actual (of a full year the forecast) less budget. */
	readonly variance: bigint;
	/** What the variance does to the profit: above zero is favourable. */
	readonly impact: bigint;
}

/** An account, or all of currency gains together, in a span. */
export interface BudgetLine extends BudgetFigures {
	/** Null of currency gains. */
	readonly accountId: string | null;
	readonly account: Account | undefined;
	readonly section: string;
	readonly label: string;
	/** What an amount does to the profit: 1 for income, -1 for expenses. */
	readonly sign: 1n | -1n;
	readonly isBudgeted: boolean;
}

/** All accounts of a span, and the profit they come to. */
export interface SpanFigures {
	readonly span: BudgetSpan;
	readonly lines: readonly BudgetLine[];
	readonly netProfit: BudgetFigures;
	/** Xero's own net profit of the span; null where the report has none. */
	readonly xerosProfit: bigint | null;
}

/** Sections of Xero's standard layout by type of account, in their order. */
const SECTIONS: ReadonlyArray<readonly [section: string, ...types: string[]]> = [
	['Income', 'REVENUE', 'SALES'],
	['Less Cost of Sales', 'DIRECTCOSTS'],
	['Plus Other Income', 'OTHERINCOME'],
	['Less Operating Expenses', 'EXPENSE', 'OVERHEADS', 'DEPRECIATN'],
];

const sectionOf = ({ type }: Account): string => SECTIONS.find(([, ...types]) => types.includes(type))?.[0] ?? '';

const isProfit = (account: Account | undefined): boolean => account?.class === 'REVENUE' || account?.class === 'EXPENSE';

const isCurrencyGain = ({ systemAccount }: Account): boolean => systemAccount.endsWith('CURRENCYGAIN');

/** Accounts of a budget that are no part of a profit and loss. */
export const besidesProfit = ({ amounts }: Budget, { byId }: Accounts): string[] =>
	[...amounts.keys()].filter((id) => !isProfit(byId.get(id)));

const budgetIn = (months: ReadonlyMap<string, bigint> | undefined, of: readonly string[]): bigint =>
	sum(of.map((month) => months?.get(month) ?? 0n));

function figuresOf(actual: bigint, budget: bigint, ahead: bigint, sign: 1n | -1n, { column }: BudgetSpan): BudgetFigures {
	const forecast = column === 'fullYear' ? actual + ahead : null;
	const variance = (forecast ?? actual) - budget;
	return { actual, budget, forecast, variance, impact: sign * variance };
}

/** What a line is made from before its figures. */
type Place = Pick<BudgetLine, 'accountId' | 'account' | 'section' | 'label' | 'sign'> & {
	readonly actual: bigint;
	/** Accounts whose budget is held against it. */
	readonly budgeted: readonly string[];
};

function placesOf(report: ProfitAndLoss, column: number, budget: Budget, accounts: Accounts): Place[] {
	const shown = new Set(report.lines.flatMap(({ accountId }) => accountId ?? []));
	const budgeted = [...budget.amounts.keys()].filter((id) => isProfit(accounts.byId.get(id)) && !shown.has(id));
	const hasGroup = report.lines.some(({ accountId }) => accountId === null);
	// Xero shows currency gains as one line: what is budgeted for them belongs there.
	const inGroup = budgeted.filter((id) => hasGroup && isCurrencyGain(accounts.byId.get(id)!));
	const actual = report.lines.map(({ accountId, section, label, amounts, sign }): Place => ({
		...{ accountId, section, label, sign, actual: amounts[column] ?? 0n },
		account: accounts.byId.get(accountId ?? ''),
		budgeted: accountId === null ? inGroup : [accountId],
	}));
	const planned = budgeted
		.filter((id) => !inGroup.includes(id))
		.map((id): Place => {
			const account = accounts.byId.get(id)!;
			const sign = account.class === 'REVENUE' ? 1n : -1n;
			return { accountId: id, account, section: sectionOf(account), label: account.name, sign, actual: 0n, budgeted: [id] };
		});
	return [...actual, ...planned];
}

function lineOf({ actual, budgeted, ...place }: Place, { amounts }: Budget, span: BudgetSpan): BudgetLine {
	const of = (months: readonly string[]): bigint => sum(budgeted.map((id) => budgetIn(amounts.get(id), months)));
	const figures = figuresOf(actual, of(span.months), of(span.ahead), place.sign, span);
	return { ...place, ...figures, isBudgeted: budgeted.some((id) => amounts.has(id)) };
}

const orderOf = ({ section, account }: BudgetLine): string => {
	const place = SECTIONS.findIndex(([name]) => name === section);
	return `${place < 0 ? SECTIONS.length : place} ${section} ${account?.code ?? '~'}`;
};

const inOrder = (a: BudgetLine, b: BudgetLine): number => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b)));

const isNothing = ({ actual, budget, forecast }: BudgetLine): boolean => actual === 0n && budget === 0n && !forecast;

/** What lines do to the profit, all together. */
export function profitOfLines(lines: readonly BudgetLine[], span: BudgetSpan): BudgetFigures {
	const of = (key: 'actual' | 'budget'): bigint => sum(lines.map((line) => line.sign * line[key]));
	const ahead = sum(lines.map(({ sign, forecast, actual }) => sign * ((forecast ?? actual) - actual)));
	return figuresOf(of('actual'), of('budget'), ahead, 1n, span);
}

/** Sums of lines of one section, whose amounts are of one sign. */
export function sectionTotal(lines: readonly BudgetLine[], span: BudgetSpan): BudgetFigures {
	const sign = lines[0]?.sign ?? 1n;
	const profit = profitOfLines(lines, span);
	return figuresOf(
		sign * profit.actual,
		sign * profit.budget,
		sign * ((profit.forecast ?? profit.actual) - profit.actual),
		sign,
		span,
	);
}

/** Lines by section, in Xero's order. */
export function sectionsOf(lines: readonly BudgetLine[]): ReadonlyArray<readonly [string, readonly BudgetLine[]]> {
	const names = [...new Set(lines.map(({ section }) => section))];
	return names.map((name) => [name, lines.filter(({ section }) => section === name)]);
}

/**
 * The accounts of a span, sections in Xero's order, each by code.
 * @param column of the profit and loss
 */
export function budgetVsActual(
	span: BudgetSpan,
	report: ProfitAndLoss,
	column: number,
	budget: Budget,
	accounts: Accounts,
): SpanFigures {
	const lines = placesOf(report, column, budget, accounts).map((place) => lineOf(place, budget, span));
	return {
		span,
		lines: lines.filter((line) => !isNothing(line)).sort(inOrder),
		netProfit: profitOfLines(lines, span),
		xerosProfit: report.netProfit?.[column] ?? null,
	};
}

/** The variance in percent of the budget, in hundredths; null where nothing was budgeted. */
export const variancePercent = ({ variance, budget }: BudgetFigures): bigint | null =>
	budget === 0n ? null : dividedBy(variance * 10_000n, absolute(budget));
