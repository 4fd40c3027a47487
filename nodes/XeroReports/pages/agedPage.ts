// Aged receivables and payables as a page: contacts by age, then the documents of each currency.

import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { shortDay, spanText } from './dayText';
import { figureText, minorText, sumIn } from './figureText';
import type { Part } from './markup';
import { markup } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** What a page of an aged report is made of. */
export interface AgedPage {
	/** `span` is the day as of which it is. */
	readonly head: PageHead;
	/** Contacts, documents or both, with totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Contacts by age, in base currency; nothing where there are only documents and no total. */
function contactsTable({ head: { baseCurrency }, rows }: AgedPage): Part {
	const contacts = ofType(rows, 'row').filter(({ level }) => level === 'contact');
	const totals = ofType(rows, 'total').filter(({ level }) => level === 'report');
	const lines = [...contacts, ...totals];
	if (!lines.length) return null;
	const labels = listOf(lines[0]!.bucketLabels).map(String);
	const withCredits = lines.some(({ credits }) => typeof credits === 'number' && credits !== 0);
	const figures = ['Current', ...labels, ...(withCredits ? ['Credits'] : []), 'Total'];
	const rowOf = (row: IDataObject): Row => {
		const isTotal = row.rowType === 'total';
		const buckets = labels.map((_, at) => listOf(row.buckets)[at]);
		const amounts = [row.current, ...buckets, ...(withCredits ? [row.credits] : []), row.total];
		const name = isTotal ? 'Total' : textIn(row, 'contactName');
		const incomplete = row.rateMissing === true && markup`<small>Without documents that have no rate</small>`;
		return {
			cells: [markup`${name}${incomplete}`, ...amounts.map((amount) => figureText(amount, decimalsOf(baseCurrency)))],
			kind: isTotal ? 'total' : undefined,
		};
	};
	return table({
		title: contacts.length ? 'By contact' : 'In total',
		remark: baseCurrency,
		columns: [{ heading: 'Contact', kind: 'words' }, ...figures.map((text): Column => ({ heading: text, kind: 'figure' }))],
		groups: [{ rows: lines.map(rowOf) }],
	});
}

const TYPES: Readonly<Record<string, string>> = { earlyPayment: 'Payment before its document' };

/** The number of a document, what it is where that is no invoice, and what is odd about it. */
function nameOf(row: IDataObject): Part {
	const type = TYPES[textIn(row, 'documentType')] ?? wordsOf(textIn(row, 'documentType'));
	const remarks = [
		textIn(row, 'number') !== '' && !['Invoice', 'Bill'].includes(type) && type,
		row.overSettled === true && 'Settled beyond its total',
		row.mismatch === true && 'Differs from its payments',
	].filter((text) => text !== false);
	return markup`${textIn(row, 'number') || type}${remarks.length > 0 && markup`<small>${remarks.join('; ')}</small>`}`;
}

const daysText = ({ days }: IDataObject): string => (typeof days === 'number' ? figureText(days, 0) : '');

const HEADINGS: readonly Column[] = [
	{ heading: 'Document', kind: 'words' },
	{ heading: 'Reference', kind: 'words' },
	{ heading: 'Date', kind: 'day' },
	{ heading: 'Due', kind: 'day' },
	{ heading: 'Days', kind: 'figure' },
	{ heading: 'Age', kind: 'day' },
	{ heading: 'Total', kind: 'figure' },
	{ heading: 'Open', kind: 'figure' },
];

/** The documents in one currency, contact by contact; those in a foreign one with their value in base currency. */
function documentsTable(currency: string, documents: readonly IDataObject[], baseCurrency: string): Part {
	const isForeign = currency !== baseCurrency;
	const [own, base] = [decimalsOf(currency), decimalsOf(baseCurrency)];
	const rowOf = (row: IDataObject): Row => ({
		cells: [
			nameOf(row),
			textIn(row, 'reference'),
			shortDay(textIn(row, 'date')),
			shortDay(textIn(row, 'dueDate')),
			daysText(row),
			textIn(row, 'bucketLabel'),
			figureText(row.total, own),
			figureText(row.outstanding, own),
			...(isForeign ? [figureText(row.amount, base)] : []),
		],
	});
	const totalOf = (name: string, rows: readonly IDataObject[]): Row => {
		const sums = [
			minorText(sumIn(rows, 'outstanding', own), own),
			...(isForeign ? [minorText(sumIn(rows, 'amount', base), base)] : []),
		];
		return { cells: [name, '', '', '', '', '', '', ...sums], kind: 'total' };
	};
	const contacts = groupedBy(documents, (row) => textIn(row, 'contactId') || textIn(row, 'contactName'));
	return table({
		title: `Documents in ${currency}`,
		columns: [...HEADINGS, ...(isForeign ? [{ heading: `In ${baseCurrency}`, kind: 'figure' as const }] : [])],
		groups: [
			...contacts.map(([, rows]) => ({
				headings: [{ text: textIn(rows[0]!, 'contactName'), level: 0 }],
				rows: [...rows.map(rowOf), ...(rows.length > 1 ? [totalOf('Total', rows)] : [])],
			})),
			{ rows: [totalOf(`Total in ${currency}`, documents)] },
		],
	});
}

function documentTables({ head: { baseCurrency }, rows }: AgedPage): Part[] {
	const documents = ofType(rows, 'row').filter(({ level }) => level === 'document');
	const currencies = groupedBy(documents, (row) => textIn(row, 'currency') || baseCurrency);
	const inOrder = sortBy(currencies, [([currency]) => (currency === baseCurrency ? '' : currency)]);
	return inOrder.map(([currency, own]) => documentsTable(currency, own, baseCurrency));
}

function content(given: AgedPage): Part {
	const { head, rows } = given;
	if (!ofType(rows, 'row').length) return emptyText(`Nothing is open ${spanText(head.span)}.`);
	return [contactsTable(given), documentTables(given)];
}

/**
 * Aged receivables or payables as one HTML text that loads nothing. It reads of a contact's row and of the total: `level`, `contactName`,
 * `current`, `buckets`, `bucketLabels`, `credits`, `total`, `rateMissing`; of a document's: `level`, `contactId`, `contactName`, `documentType`,
 * `number`, `reference`, `date`, `dueDate`, `days`, `bucketLabel`, `currency`, `total`, `outstanding`, `amount`, `overSettled`, `mismatch`.
 */
export const agedPage = (given: AgedPage): string => {
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
