// A currency revaluation as a page: bank accounts, then the documents of each side, then what all of them gained.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { shortDay, spanText } from './dayText';
import { amountWithCurrency, figureText } from './figureText';
import type { Part } from './markup';
import { markup } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** What a page of a revaluation is made of. */
export interface CurrencyRevaluationPage {
	readonly head: PageHead;
	/** Bank accounts and documents, with totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

const KINDS: Readonly<Record<string, string>> = { bank: 'Bank accounts', receivable: 'Receivables', payable: 'Payables' };

/** The figures in base currency, and whether their column is there only where one of them is not nothing. */
const FIGURES = [
	{ key: 'baseCost', heading: 'Cost', always: true },
	{ key: 'revalued', heading: 'At the rate of the day', always: true },
	{ key: 'cumulativeGain', heading: 'Gain so far', always: true },
	{ key: 'openingGain', heading: 'Gain before', always: true },
	{ key: 'periodGain', heading: 'Gain of the period', always: true },
	{ key: 'realised', heading: 'Realised', always: false },
] as const;

const SOURCES: Readonly<Record<string, string>> = {
	given: 'given',
	bankAccount: 'bank account',
	controlAccount: 'control account',
};

/** A rate with where it comes from, and what is to be known of it: "0.6", "bank account", "doubtful". */
function rateText(row: IDataObject): Part {
	if (typeof row.rate !== 'number') return '';
	const source = SOURCES[textIn(row, 'rateSource')] ?? '';
	const quality = textIn(row, 'rateQuality');
	const remarks = [source, ...(quality === 'exact' ? [] : [quality])].filter((text) => text !== '');
	return markup`${String(Math.round(row.rate * 1e6) / 1e6)}${remarks.map((text) => markup`<small>${text}</small>`)}`;
}

function nameOf(row: IDataObject): Part {
	if (row.kind === 'bank') return accountOf(row);
	const [number, contact] = [textIn(row, 'number') || wordsOf(textIn(row, 'documentType')), textIn(row, 'contactName')];
	const below = [contact, shortDay(textIn(row, 'date'))].filter((text) => text !== '').join(', ');
	return markup`${number}${below !== '' && markup`<small>${below}</small>`}`;
}

const shownFigures = (lines: readonly IDataObject[]) =>
	FIGURES.filter(({ key, always }) => always || lines.some((row) => Number(row[key] ?? 0) !== 0));

/** The lines of a kind, currency by currency. */
function linesTable(kind: string, { head: { baseCurrency }, rows }: CurrencyRevaluationPage): Part {
	const of = (type: string): IDataObject[] => ofType(rows, type).filter((row) => row.kind === kind);
	const [lines, totals] = [of('row'), of('total')];
	if (!lines.length) return null;
	const figures = shownFigures(lines);
	const inBase = (row: IDataObject): string[] => figures.map(({ key }) => figureText(row[key], decimalsOf(baseCurrency)));
	const lineOf = (row: IDataObject): Row => ({
		cells: [nameOf(row), amountWithCurrency(row.foreign, textIn(row, 'currency')), rateText(row), ...inBase(row)],
	});
	return table({
		title: KINDS[kind] ?? wordsOf(kind),
		remark: `${baseCurrency}, losses below zero`,
		columns: [
			{ heading: kind === 'bank' ? 'Account' : 'Document', kind: 'words' },
			{ heading: kind === 'bank' ? 'Held' : 'Open', kind: 'figure' },
			{ heading: 'Rate', kind: 'day' },
			...figures.map((figure): Column => ({ heading: figure.heading, kind: 'figure' })),
		],
		groups: [
			...groupedBy(lines, (row) => textIn(row, 'currency')).map(([currency, own]) => ({
				headings: [{ text: currency, level: 0 }],
				rows: own.map(lineOf),
			})),
			...totals.map((row) => ({ rows: [{ cells: ['Total', '', '', ...inBase(row)], kind: 'total' as const }] })),
		],
	});
}

function totalTable({ head: { baseCurrency }, rows }: CurrencyRevaluationPage): Part {
	const totals = ofType(rows, 'total').filter(({ level }) => level === 'report');
	if (!totals.length) return null;
	const figures = shownFigures(totals);
	return table({
		title: 'In total',
		remark: `${baseCurrency}, losses below zero`,
		columns: [
			{ heading: 'Revaluation', kind: 'words' },
			...figures.map((figure): Column => ({ heading: figure.heading, kind: 'figure' })),
		],
		groups: [
			{
				rows: totals.map((row) => ({
					cells: ['Total', ...figures.map(({ key }) => figureText(row[key], decimalsOf(baseCurrency)))],
					kind: 'total',
				})),
			},
		],
	});
}

function content(given: CurrencyRevaluationPage): Part {
	const { head, rows } = given;
	if (!ofType(rows, 'row').length) return emptyText(`Nothing was held or open in a foreign currency, ${spanText(head.span)}.`);
	return [Object.keys(KINDS).map((kind) => linesTable(kind, given)), totalTable(given)];
}

/**
 * A currency revaluation as one HTML text that loads nothing. It reads of a row: `kind`, `accountCode`, `accountName`, `documentType`,
 * `number`, `contactName`, `date`, `currency`, `foreign`, `rate`, `rateSource`, `rateQuality`, `baseCost`, `revalued`, `cumulativeGain`,
 * `openingGain`, `periodGain`, `realised`; of a total: `kind`, `level` and the same figures.
 */
export const currencyRevaluationPage = (given: CurrencyRevaluationPage): string => {
	const { head, rows } = given;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		content(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
