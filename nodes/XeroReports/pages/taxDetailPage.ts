// GST or VAT in detail as a page: the rates of sales and purchases, the lines behind them, what moved on the tax accounts.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { shortDay, spanText } from './dayText';
import { figureText, percentText } from './figureText';
import { detailsOf, sourceText } from './ledgerTransactions';
import type { Part } from './markup';
import { markup } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Group, Row } from './table';
import { table } from './table';

/** What a page of GST or VAT in detail is made of. */
export interface TaxDetailPage {
	readonly head: PageHead;
	/** Rates, lines or both, with tax accounts, totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

const words = (...headings: readonly string[]): Column[] => headings.map((one) => ({ heading: one, kind: 'words' }));
const figures = (...headings: readonly string[]): Column[] => headings.map((one) => ({ heading: one, kind: 'figure' }));

const figuresIn = (row: IDataObject, currency: string, ...keys: readonly string[]): string[] =>
	keys.map((key) => figureText(row[key], decimalsOf(currency)));

const ofLevel = (rows: readonly IDataObject[], level: string): IDataObject[] => rows.filter((row) => row.level === level);

const rateName = (row: IDataObject): string =>
	textIn(row, 'taxName') || textIn(row, 'taxType') || textIn(row, 'reportTaxType') || 'No tax rate';

/** What stands below the name of a rate: that its tax was typed over, or is declared alone. */
function remarkOf(row: IDataObject): Part {
	if (row.notional === true) return markup`<small>Reverse charge: no tax is posted</small>`;
	const edited = Number(row.taxEdited ?? 0);
	return edited > 0 && markup`<small>Tax typed over on ${edited === 1 ? '1 line' : `${edited} lines`}</small>`;
}

const rateRow = (row: IDataObject, currency: string): Row => ({
	cells: [
		markup`${rateName(row)}${remarkOf(row)}`,
		percentText(row.rate),
		...figuresIn(row, currency, 'net', 'tax', 'gross', 'expectedTax'),
	],
});

const totalName = (row: IDataObject): string =>
	row.level === 'group'
		? `Total ${textIn(row, 'side')}`
		: Number(row.tax) < 0
			? 'Net tax, to be refunded'
			: 'Net tax, to be paid';

const totalRow = (row: IDataObject, currency: string): Row => ({
	cells: [totalName(row), '', ...figuresIn(row, currency, 'net', 'tax', 'gross'), ''],
	kind: 'total',
});

function ratesTable({ head: { baseCurrency }, rows }: TaxDetailPage): Part {
	const rates = ofLevel(rows, 'rate');
	const totals = ofType(rows, 'total');
	if (rates.length + totals.length === 0) return null;
	const sides = groupedBy(rates, (row) => textIn(row, 'side')).map(([side, own]): Group => ({
		headings: [{ text: wordsOf(side), level: 0 }],
		rows: own.map((row) => rateRow(row, baseCurrency)),
	}));
	return table({
		title: 'Tax rates',
		remark: baseCurrency,
		columns: [...words('Rate'), ...figures('Percent', 'Net', 'Tax', 'Gross', 'By the rate')],
		groups: [...sides, { rows: totals.map((row) => totalRow(row, baseCurrency)) }],
	});
}

const DAY: Column = { heading: 'Date', kind: 'day' };

const sourceCells = (row: IDataObject): Part[] => {
	const number = textIn(row, 'number') || textIn(row, 'reference');
	return [
		shortDay(textIn(row, 'date')),
		markup`${sourceText(row)}${number !== '' && markup`<small>${number}</small>`}`,
		detailsOf(row),
	];
};

function linesTable({ head: { baseCurrency }, rows }: TaxDetailPage): Part {
	const lines = ofLevel(rows, 'transaction');
	if (!lines.length) return null;
	const keyOf = (row: IDataObject): string => `${wordsOf(textIn(row, 'side'))}: ${rateName(row)}`;
	const rowOf = (row: IDataObject): Row => ({
		cells: [...sourceCells(row), accountOf(row), ...figuresIn(row, baseCurrency, 'net', 'tax', 'gross')],
	});
	return table({
		title: 'Lines',
		remark: baseCurrency,
		columns: [DAY, ...words('Source', 'Details', 'Account'), ...figures('Net', 'Tax', 'Gross')],
		groups: groupedBy(lines, keyOf).map(([text, own]) => ({ headings: [{ text, level: 0 }], rows: own.map(rowOf) })),
	});
}

function accountsTable({ head: { baseCurrency }, rows }: TaxDetailPage): Part {
	const accounts = ofLevel(rows, 'taxAccount');
	if (!accounts.length) return null;
	return table({
		title: 'Tax accounts',
		remark: `${baseCurrency}, credits below zero`,
		columns: [...words('Account'), ...figures('Opening', 'Movement', 'Not in the API', 'Closing')],
		groups: [
			{
				rows: accounts.map((row) => ({
					cells: [accountOf(row), ...figuresIn(row, baseCurrency, 'opening', 'movement', 'notInApi', 'closing')],
				})),
			},
		],
	});
}

function ownTable({ head: { baseCurrency }, rows }: TaxDetailPage): Part {
	const lines = ofLevel(rows, 'taxAccountLine');
	if (!lines.length) return null;
	return table({
		title: 'On the tax accounts themselves',
		remark: `${baseCurrency}, credits below zero`,
		columns: [DAY, ...words('Source', 'Details'), ...figures('Amount')],
		groups: [{ rows: lines.map((row) => ({ cells: [...sourceCells(row), ...figuresIn(row, baseCurrency, 'amount')] })) }],
	});
}

/**
 * GST or VAT in detail as one HTML text that loads nothing. It reads of a row: `level`, `side`, `taxType`, `taxName`, `reportTaxType`, `rate`,
 * `net`, `tax`, `gross`, `expectedTax`, `taxEdited`, `notional`; of lines also what `transactionsTable` reads; of tax accounts `opening`,
 * `movement`, `notInApi`, `closing`.
 */
export const taxDetailPage = (given: TaxDetailPage): string => {
	const { head, rows } = given;
	const isEmpty = ofLevel(rows, 'rate').length + ofLevel(rows, 'transaction').length === 0;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		isEmpty && emptyText(`Nothing is taxed, ${spanText(head.span)}.`),
		ratesTable(given),
		accountsTable(given),
		ownTable(given),
		linesTable(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
