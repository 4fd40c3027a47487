// Which figures of a row of Xero's own reports stand in which columns of a page.

import range from 'lodash/range';
import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { objectsIn } from '../../shared/model/values';
import type { Span } from './dayText';
import { lastDayOf, shortDay } from './dayText';
import { figureText, percentText } from './figureText';
import { textIn } from './rowValues';

/** A column of figures: its heading, and what a row shows in it. */
export interface FigureColumn {
	readonly heading: string;
	figure(row: IDataObject): string;
}

/** What the columns are made for: the organisation's currency, and what the report is about. */
interface Of {
	readonly currency: string;
	readonly span: Span;
}

/** Columns by the keys of a row. */
const byKey = (headings: Readonly<Record<string, string>>, { currency }: Of): FigureColumn[] =>
	Object.entries(headings).map(([key, heading]) => ({
		heading,
		figure: (row) => figureText(row[key], decimalsOf(currency)),
	}));

/** Columns by place in a list of a row: an option, a month, a period before. Headings are those of the row with most of them. */
function byPlace(
	rows: readonly IDataObject[],
	key: string,
	headingOf: (one: IDataObject) => string,
	{ currency }: Of,
): FigureColumn[] {
	const lists = rows.map((row) => objectsIn(row[key]));
	const longest = lists.reduce((one, other) => (other.length > one.length ? other : one), []);
	return range(longest.length).map((place) => ({
		heading: headingOf(longest[place]!),
		figure: (row) => figureText(objectsIn(row[key])[place]?.amount, decimalsOf(currency)),
	}));
}

const dayOf = (comparative: IDataObject): string =>
	shortDay(textIn(comparative, 'to') || textIn(comparative, 'asOf')) || textIn(comparative, 'label');

function withComparatives(rows: readonly IDataObject[], of: Of): FigureColumn[] {
	const options = byPlace(rows, 'options', (one) => textIn(one, 'option'), of);
	const heading = options.length ? 'Total' : shortDay(lastDayOf(of.span));
	return [...options, ...byKey({ amount: heading }, of), ...byPlace(rows, 'comparatives', dayOf, of)];
}

/** Xero counts documents in the report that has amounts, shares and days as well. */
const COUNT = /^number of /i;

const executive = ({ currency, span }: Of): FigureColumn[] => {
	const valueOf = (row: IDataObject, key: string): string =>
		row.isPercent === true
			? percentText(row[key])
			: figureText(row[key], COUNT.test(textIn(row, 'label')) ? 0 : decimalsOf(currency));
	return [
		{ heading: shortDay(lastDayOf(span).slice(0, 7)), figure: (row) => valueOf(row, 'amount') },
		{ heading: 'Month before', figure: (row) => valueOf(row, 'previous') },
		{ heading: 'Change', figure: ({ variance }) => percentText(variance) },
	];
};

const TRIAL_BALANCE = { debit: 'Debit', credit: 'Credit', ytdDebit: 'YTD Debit', ytdCredit: 'YTD Credit' };
const BANK_SUMMARY = { opening: 'Opening', received: 'Received', spent: 'Spent', closing: 'Closing' };

/** The columns of figures of one of Xero's own reports, by its key. */
export function figureColumns(report: string, rows: readonly IDataObject[], of: Of): FigureColumn[] {
	if (report === 'trialBalance') return byKey(TRIAL_BALANCE, of);
	if (report === 'bankSummary') return byKey(BANK_SUMMARY, of);
	if (report === 'executiveSummary') return executive(of);
	if (report === 'budgetSummary') return byPlace(rows, 'months', (one) => shortDay(textIn(one, 'month')), of);
	return withComparatives(rows, of);
}
