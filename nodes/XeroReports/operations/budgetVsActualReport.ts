// Budget beside actual amounts: of a period, of its months, of the year so far, of what the year will be.

import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import { choice, flag } from '../../shared/inputs/scalars';
import type { Budget } from '../facts/budget';
import type { ProfitAndLoss } from '../facts/profitAndLoss';
import { period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { ownReport, tieOut, totals } from '../fields/ownReports';
import type { BudgetCheck } from '../folds/budgetRows';
import { budgetCheck, budgetRows, profitChecks } from '../folds/budgetRows';
import type { BudgetColumns, BudgetSpan } from '../folds/budgetSpans';
import { budgetSpans } from '../folds/budgetSpans';
import type { SpanFigures } from '../folds/budgetVsActual';
import { besidesProfit, budgetVsActual } from '../folds/budgetVsActual';
import type { Books } from '../load/books';
import { BOOKS_CALLS, readBooks } from '../load/books';
import { BUDGETS_SCOPE, MOST_SUMMARY_MONTHS, overallBudgetId, readBudget, readBudgetedProfit } from '../load/budgets';
import type { Basis } from '../load/statements';
import { readProfitAndLoss } from '../load/statements';
import { budgetVsActualPage } from '../pages/budgetVsActualPage';
import { partialFindings } from './budgetMonths';
import { periodAsked } from './daysAsked';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';

const columns = choice('Columns', [
	['period', 'Period'],
	['months', 'Months', 'Each month of the period'],
	['toDate', 'Period and Year to Date'],
	['fullYear', 'Period, Year to Date and Full Year', 'With what the year will be if the months to come go as planned'],
]);

const options: Fields = {
	budget: record('Budget', 'budget', ['id'], { description: 'The overall budget when left out' }),
	basis: choice('Basis', [
		['accrual', 'Accrual', 'What was invoiced'],
		['cash', 'Cash', 'What was paid and received'],
	]),
	onlyBudgeted: flag(
		'Only Budgeted Accounts',
		'Whether to leave out accounts that the budget does not have; net profit has them',
	),
	totals: totals('Section'),
	tieOut,
	...ownReport,
};

/** Parameters that narrow a profit and loss to the options of a budget. */
const trackingOf = ({ options: of }: Budget): IDataObject =>
	Object.fromEntries(
		of.slice(0, 2).flatMap(({ categoryId, optionId }, at): Array<[string, string]> => {
			const place = at === 0 ? '' : '2';
			return [
				[`trackingCategoryID${place}`, categoryId],
				[`trackingOptionID${place}`, optionId],
			];
		}),
	);

/** The column of the budget's options: the one that names them, else the first. */
function columnOf({ headings }: ProfitAndLoss, { options: of }: Budget): number {
	const found = headings.findIndex((heading) => of.length > 0 && of.every(({ option }) => heading.includes(option)));
	return Math.max(found, 0);
}

async function budgetAsked(call: OperationContext): Promise<string> {
	const chosen = call.options.budget as Picked | undefined;
	if (chosen) return chosen.value;
	return (
		(await overallBudgetId(call)) ??
		call.refuse({
			place: ['Budget'],
			says: 'is left out, and the organisation has no overall budget',
			todo: 'Choose a budget, or make the overall one in Xero',
			state: 'refused',
		})
	);
}

/** Without its options a budget would be held against all that the organisation earned. */
function refuseUnclear(call: OperationContext, { isOverall, name, options: of }: Budget): void {
	const isKnown = of.length > 0 && of.every(({ categoryId, optionId }) => categoryId !== '' && optionId !== '');
	if (isOverall || isKnown) return;
	call.refuse({
		place: ['Budget'],
		value: name,
		says: 'is of tracking options, and Xero does not say of which',
		todo: 'Choose another one',
		state: 'refused',
	});
}

/** Months from the first to the last of some spans. */
const monthsOf = (spans: readonly BudgetSpan[]): readonly [string, string] => {
	const months = spans.flatMap((span) => span.months).sort();
	return [months[0]!, months[months.length - 1]!];
};

/** The spans that the budget summary is asked for: the longest one, or all months. */
const summaryOf = (all: readonly SpanFigures[]): SpanFigures[] =>
	all.every(({ span }) => span.column === 'month') ? [...all] : all.slice(-1);

async function summaryCheck(
	call: OperationContext,
	books: Books,
	budget: Budget,
	all: readonly SpanFigures[],
): Promise<BudgetCheck[]> {
	const spans = summaryOf(all);
	const months = spans.flatMap(({ span }) => span.months);
	if (!budget.isOverall) return budgetCheck(spans, 'Xero’s budget summary is of the overall budget alone.');
	if (months.length > MOST_SUMMARY_MONTHS) return budgetCheck(spans, 'Xero’s budget summary has no more than 12 months.');
	return budgetCheck(spans, await readBudgetedProfit(call, books, months));
}

function findingsOf(spans: readonly BudgetSpan[], budget: Budget, { accounts }: Books): RowFinding[] {
	const besides = besidesProfit(budget, accounts).map((id) => accounts.byId.get(id)?.code || id);
	return [
		...partialFindings(spans),
		...(besides.length === 0
			? []
			: [
					{
						code: 'budgetBesidesProfit',
						says: `the budget has amounts on accounts that are no part of a profit and loss, which are left out: ${besides.join(', ')}`,
						details: { accounts: besides },
					},
				]),
	];
}

/** What would make it fewer calls: the number of days does so of months alone. */
const narrowOf = (asked: BudgetColumns, isTied: boolean): string =>
	[
		...(asked === 'period' ? [] : [asked === 'months' ? 'choose a shorter Period' : 'choose Columns: Period']),
		...(isTied ? ['switch off Tie-Out'] : []),
	].join(', or ');

async function budgetReport(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const books = await readBooks(call);
	const { organisation, accounts } = books;
	const basis: Basis = call.options.basis === 'cash' ? 'cash' : 'accrual';
	const asked = (call.input.columns ?? 'period') as BudgetColumns;
	const spans = budgetSpans(asked, days, organisation.yearEnd);
	const isTied = call.options.tieOut !== false;
	const reports = new Set(spans.map(({ actual }) => `${actual.from} ${actual.to}`)).size;
	const fixed = BOOKS_CALLS + 1 + (call.options.budget === undefined ? 1 : 0) + (isTied ? 1 : 0);
	const { read, findings: ofReading } = await withinMostCalls(call, [], fixed, narrowOf(asked, isTied), async (limit) => {
		limit.add('profit and loss', reports);
		const budget = await readBudget(call, books, await budgetAsked(call), monthsOf(spans));
		refuseUnclear(call, budget);
		const tracking = trackingOf(budget);
		const figures = await Promise.all(
			spans.map(async (span) => {
				const report = await readProfitAndLoss(call, books, span.actual, basis, tracking);
				return budgetVsActual(span, report, columnOf(report, budget), budget, accounts);
			}),
		);
		const checks = isTied ? [...profitChecks(figures), ...(await summaryCheck(call, books, budget, figures))] : [];
		return { budget, figures, checks };
	});
	const { budget, figures, checks } = read;
	const rows = budgetRows(figures, checks, {
		...{ organisationId: call.organisation, decimals: organisation.decimals, budget, basis },
		onlyBudgeted: call.options.onlyBudgeted === true,
		totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
	});
	return await withPage(
		call,
		itemsOf(call, rows, [...findings, ...findingsOf(spans, budget, books), ...ofReading]),
		organisation,
		{ report: 'Budget vs Actual', span: days, basis },
		(head) => budgetVsActualPage({ head, rows }),
	);
}

/** The operation. */
export const budgetVsActualReport: Operation = {
	xero: ['getBudgets', 'getBudget', 'getReportProfitAndLoss', 'getReportBudgetSummary', 'getOrganisations', 'getAccounts'],
	name: 'Get Budget vs Actual',
	action: 'Get budget vs actual',
	description: 'Income and expenses beside a budget: variances, what they do to the profit, and what the year will be',
	method: 'GET',
	path: '/Budgets',
	envelope: 'Budgets',
	required: noneSent({ period, columns }),
	panelOptional: periodDays,
	query: noneSent(options),
	scope: BUDGETS_SCOPE,
	run: async (call) => await budgetReport(call),
};
