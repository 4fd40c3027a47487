// The statement of cash flows as a page: the activities, then from the opening cash to the closing one.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { shortDay, spanText } from './dayText';
import { figureText } from './figureText';
import type { Part } from './markup';
import { markup } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, ofType, textIn } from './rowValues';
import { sourceText } from './ledgerTransactions';
import type { Column, Group, Row } from './table';
import { table } from './table';

/** What a page of the statement is made of. */
export interface CashFlowPage {
	readonly head: PageHead;
	/** Rows, totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

const ACTIVITIES = [
	['operating', 'Operating activities'],
	['investing', 'Investing activities'],
	['financing', 'Financing activities'],
] as const;

const TOTALS = [
	['exchangeEffect', 'Effect of exchange rates'],
	['notInApi', 'Not in Xero’s API'],
	['change', 'Change in cash'],
	['opening', 'Opening cash'],
	['closing', 'Closing cash'],
] as const;

/** Lines that are not there where nothing is in them. */
const ONLY_WITH_AMOUNT: ReadonlySet<string> = new Set(['exchangeEffect', 'notInApi']);

/** What is added up, as the rows of the activities are; the other totals are what that comes to. */
const ADDED_UP: ReadonlySet<string> = new Set(['exchangeEffect', 'notInApi', 'opening']);

/** What the indirect method does with an account, before its name. */
const PREFIXES: Readonly<Record<string, string>> = { addBack: 'Add back: ', change: 'Change in ' };

const nameOf = (row: IDataObject): string => `${PREFIXES[textIn(row, 'line')] ?? ''}${accountOf(row) || 'No account'}`;

/** Date, document and contact; only where rows are of documents. */
function documentCells(row: IDataObject, withDocuments: boolean): Part[] {
	if (!withDocuments) return [];
	const [number, source] = [textIn(row, 'number'), textIn(row, 'sourceType')];
	const document = source === '' ? '' : markup`${sourceText(row)}${number !== '' && markup`<small>${number}</small>`}`;
	return [shortDay(textIn(row, 'date')), document, textIn(row, 'contactName')];
}

/** The rows of an activity with what they come to, under its name. */
function groupOf(
	[activity, name]: readonly [string, string],
	given: readonly IDataObject[],
	cellsOf: (row: IDataObject) => Part[],
	totalCells: (key: string, name: string) => Row[],
): Group[] {
	const own = ofType(given, 'row').filter((row) => row.activity === activity);
	if (own.length === 0) return [];
	const rows = own.map((row): Row => ({ cells: cellsOf(row), level: 1 }));
	return [
		{ headings: [{ text: name, level: 0 }], rows: [...rows, ...totalCells(activity, `Net cash from ${name.toLowerCase()}`)] },
	];
}

function statement({ head: { baseCurrency }, rows }: CashFlowPage): Part {
	const decimals = decimalsOf(baseCurrency);
	const withDocuments = rows.some((row) => textIn(row, 'sourceId') !== '');
	const cellsOf = (row: IDataObject): Part[] => [
		nameOf(row),
		...documentCells(row, withDocuments),
		figureText(row.amount, decimals),
	];
	const totals = new Map(ofType(rows, 'total').map((row) => [textIn(row, 'total'), row]));
	const totalCells = (key: string, name: string): Row[] => {
		const row = totals.get(key);
		if (row === undefined || (ONLY_WITH_AMOUNT.has(key) && row.amount === 0)) return [];
		const cells = [name, ...(withDocuments ? ['', '', ''] : []), figureText(row.amount, decimals)];
		return [ADDED_UP.has(key) ? { cells, level: 1 } : { cells, kind: 'total' }];
	};
	const documents: Column[] = [
		{ heading: 'Date', kind: 'day' },
		{ heading: 'Document', kind: 'words' },
		{ heading: 'Contact', kind: 'words' },
	];
	return table({
		title: rows.some(({ method }) => method === 'indirect') ? 'Indirect method' : 'Direct method',
		remark: `${baseCurrency}, what went out below zero`,
		columns: [{ heading: 'Account', kind: 'words' }, ...(withDocuments ? documents : []), { heading: 'Amount', kind: 'figure' }],
		groups: [
			...ACTIVITIES.flatMap((activity) => groupOf(activity, rows, cellsOf, totalCells)),
			{ headings: [{ text: 'Cash', level: 0 }], rows: TOTALS.flatMap(([key, name]) => totalCells(key, name)) },
		].filter((group) => group.rows.length > 0),
	});
}

/**
 * The statement as one HTML text that loads nothing. It reads of a row: `method`, `activity`, `line`, `accountCode`, `accountName`,
 * `date`, `sourceType`, `sourceId`, `number`, `contactName`, `amount`; of a total: `total`, `amount`.
 */
export const cashFlowPage = (given: CashFlowPage): string => {
	const { head, rows } = given;
	const isEmpty = !ofType(rows, 'row', 'total').length;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		isEmpty ? emptyText(`Nothing moved cash, ${spanText(head.span)}.`) : statement(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
