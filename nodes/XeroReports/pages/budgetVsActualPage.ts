// Budget beside actual amounts as a page: a table for each span of days.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { dayText, spanText } from './dayText';
import { figureText, percentText } from './figureText';
import type { Html, Part } from './markup';
import { markup } from './markup';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, ofType, textIn } from './rowValues';
import type { Column, Group, Row } from './table';
import { table } from './table';

/** What a page of budget and actual amounts is made of. */
export interface BudgetVsActualPage {
	readonly head: PageHead;
	/** Accounts of each span, with totals and checks. */
	readonly rows: readonly IDataObject[];
}

/** Spans as tables name them. */
const SPANS: Readonly<Record<string, string>> = {
	period: 'Period',
	toDate: 'Year to date',
	fullYear: 'Full year',
};

/** The figures of a row; a forecast is there of a full year alone. */
const FIGURES = [
	{ key: 'actual', heading: 'Actual' },
	{ key: 'forecast', heading: 'Forecast' },
	{ key: 'budget', heading: 'Budget' },
	{ key: 'variance', heading: 'Variance' },
	{ key: 'variancePercent', heading: '%' },
] as const;

const favourText = ({ favourable }: IDataObject): string =>
	favourable === true ? 'Better' : favourable === false ? 'Worse' : '';

const nameOf = (row: IDataObject): string => accountOf(row) || textIn(row, 'label');

function spanTable(rows: readonly IDataObject[], baseCurrency: string): Part {
	const [first] = rows as readonly [IDataObject];
	const month = textIn(first, 'month');
	const figures = FIGURES.filter(({ key }) => key !== 'forecast' || typeof first.forecast === 'number');
	const figureOf = (row: IDataObject, key: string): string =>
		key === 'variancePercent' ? percentText(row[key]) : figureText(row[key], decimalsOf(baseCurrency));
	const rowOf = (row: IDataObject): Row => ({
		cells: [nameOf(row), ...figures.map(({ key }) => figureOf(row, key)), favourText(row)],
		kind: row.rowType === 'total' ? 'total' : undefined,
	});
	const groups = groupedBy(rows, (row) => textIn(row, 'section')).map(([section, own]): Group => ({
		...(section === '' ? {} : { headings: [{ text: section, level: 0 }] }),
		rows: own.map(rowOf),
	}));
	return table({
		title: month === '' ? (SPANS[textIn(first, 'column')] ?? '') : dayText(month),
		remark: `${baseCurrency}, ${spanText({ from: textIn(first, 'from'), to: textIn(first, 'to') })}`,
		columns: [
			{ heading: 'Account', kind: 'words' },
			...figures.map((figure): Column => ({ heading: figure.heading, kind: 'figure' })),
			{ heading: 'For the profit', kind: 'words' },
		],
		groups,
	});
}

const budgetName = (rows: readonly IDataObject[]): Html | undefined => {
	const name = rows.map((row) => textIn(row, 'budgetName')).find((text) => text !== '');
	return name === undefined ? undefined : markup`<p class="muted">${name}</p>\n`;
};

/**
 * Budget beside actual amounts as one HTML text that loads nothing. It reads of a row: `column`, `month`, `from`, `to`, `section`, `label`,
 * `accountCode`, `accountName`, `actual`, `forecast`, `budget`, `variance`, `variancePercent`, `favourable`, `budgetName`.
 */
export const budgetVsActualPage = (given: BudgetVsActualPage): string => {
	const { head, rows } = given;
	const lines = ofType(rows, 'row', 'total');
	const spans = groupedBy(lines, (row) => `${textIn(row, 'column')} ${textIn(row, 'month')}`);
	return page(titleOf(head), [
		heading(head, budgetName(rows)),
		differingNotice(rows, head.baseCurrency),
		lines.length === 0 && emptyText(`Nothing was budgeted or booked, ${spanText(head.span)}.`),
		...spans.map(([, own]) => spanTable(own, head.baseCurrency)),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
