// Budget and actual amounts as the items that a node gives, with their checks.

import type { IDataObject } from 'n8n-workflow';
import type { Budget } from '../facts/budget';
import { amountOf, sum } from '../facts/money';
import type { BudgetSpan } from './budgetSpans';
import type { BudgetFigures, BudgetLine, SpanFigures } from './budgetVsActual';
import { sectionTotal, sectionsOf, variancePercent } from './budgetVsActual';
import type { Check, RowHead } from './rows';
import { checkRow, statusOf } from './rows';

/** What of the report is shown, and how. */
export interface BudgetView {
	readonly organisationId: string | null;
	/** Of the base currency. */
	readonly decimals: number;
	readonly budget: Budget;
	readonly basis: 'accrual' | 'cash';
	readonly onlyBudgeted: boolean;
	readonly totals: 'none' | 'group' | 'grand';
}

/** A check of a span. */
export interface BudgetCheck extends Check {
	readonly span: BudgetSpan;
}

const spanKeys = ({ column, month, from, to }: BudgetSpan): IDataObject => ({ column, month, from, to });

function figures(of: BudgetFigures, { decimals }: BudgetView): IDataObject {
	const amount = (minor: bigint): number => amountOf(minor, decimals);
	const percent = variancePercent(of);
	return {
		actual: amount(of.actual),
		budget: amount(of.budget),
		forecast: of.forecast === null ? null : amount(of.forecast),
		variance: amount(of.variance),
		variancePercent: percent === null ? null : amountOf(percent, 2),
		impact: amount(of.impact),
		favourable: of.impact === 0n ? null : of.impact > 0n,
	};
}

const rowOf = (view: BudgetView, span: BudgetSpan, rowType: string, level: string, keys: IDataObject): IDataObject => ({
	report: 'budgetVsActual',
	rowType,
	organisationId: view.organisationId,
	level,
	...keys,
	...spanKeys(span),
	budgetId: view.budget.id,
	budgetName: view.budget.name,
	basis: view.basis,
});

const NO_ACCOUNT = { accountId: null, accountCode: null, accountName: null, accountGroup: null };

const accountRow = (line: BudgetLine, span: BudgetSpan, view: BudgetView): IDataObject =>
	rowOf(view, span, 'row', 'account', {
		accountId: line.accountId,
		accountCode: line.account?.code || null,
		accountName: line.account?.name ?? null,
		accountGroup: line.accountId === null ? 'currencyGains' : null,
		section: line.section,
		label: line.label,
		...figures(line, view),
	});

const totalRow = (level: string, label: string, section: string, of: BudgetFigures, span: BudgetSpan, view: BudgetView) =>
	rowOf(view, span, 'total', level, { ...NO_ACCOUNT, section, label, ...figures(of, view) });

/** Totals are of all accounts, shown or not, so that those of sections come to the net profit. */
function spanRows({ span, lines, netProfit }: SpanFigures, view: BudgetView): IDataObject[] {
	const sections = sectionsOf(lines).flatMap(([name, own]) => [
		...own.filter(({ isBudgeted }) => isBudgeted || !view.onlyBudgeted).map((line) => accountRow(line, span, view)),
		...(view.totals === 'group'
			? [totalRow('group', `Total ${name.replace(/^(Less|Plus) /, '')}`, name, sectionTotal(own, span), span, view)]
			: []),
	]);
	return view.totals === 'none' ? sections : [...sections, totalRow('netProfit', 'Net Profit', '', netProfit, span, view)];
}

/** The profit of each span beside Xero's own. A full year has the actual amounts of the year so far, which is a span of its own. */
export const profitChecks = (spans: readonly SpanFigures[]): BudgetCheck[] =>
	spans
		.filter(({ span }) => span.column !== 'fullYear')
		.map(({ span, netProfit: { actual: ours }, xerosProfit }) => ({
			check: 'netProfitActual',
			span,
			ours,
			xeros: xerosProfit,
			status: xerosProfit === null ? 'notChecked' : statusOf({ ours, xeros: xerosProfit }),
			note:
				xerosProfit === null
					? 'Xero’s profit and loss has no row of its net profit.'
					: 'The sum of the accounts, beside the net profit of Xero’s profit and loss.',
		}));

/**
 * The profit that is budgeted, beside Xero's budget summary.
 * @param spans those whose months the summary is of
 * @param xeros net profit of the summary, or why it is not known, as a sentence
 */
export function budgetCheck(spans: readonly SpanFigures[], xeros: bigint | string): BudgetCheck[] {
	const [first] = spans;
	if (first === undefined) return [];
	const ours = sum(spans.map(({ netProfit }) => netProfit.budget));
	const span = { ...first.span, month: null, to: spans[spans.length - 1]!.span.to };
	const known = typeof xeros === 'bigint';
	return [
		{
			check: 'netProfitBudget',
			span,
			ours,
			xeros: known ? xeros : null,
			status: known ? statusOf({ ours, xeros }) : 'notChecked',
			note: known ? 'The sum of the budget’s accounts, beside the net profit of Xero’s budget summary.' : xeros,
		},
	];
}

/**
 * The items of the report: span by span, accounts by section, then totals; checks at the end. Each item of a kind has the same keys in every
 * run. Amounts are in the base currency, income and expenses both above zero.
 */
export function budgetRows(spans: readonly SpanFigures[], checks: readonly BudgetCheck[], view: BudgetView): IDataObject[] {
	const head: RowHead = { report: 'budgetVsActual', organisationId: view.organisationId };
	return [
		...spans.flatMap((one) => spanRows(one, view)),
		...checks.map((check) => ({ ...checkRow(head, check, view.decimals), ...spanKeys(check.span) })),
	];
}
