// Live journals as a page: each with its lines, then what they come to by account.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { minorOf } from '../facts/money';
import { checksTable, differingNotice } from './checks';
import { shortDay, spanText } from './dayText';
import { figureText, minorText } from './figureText';
import { sourceText } from './ledgerTransactions';
import type { Part } from './markup';
import { markup } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, groupedBy, ofType, textIn } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** What a page of journals is made of. */
export interface LiveJournalsPage {
	readonly head: PageHead;
	/** Rows, totals and checks. */
	readonly rows: readonly IDataObject[];
}

const keyOf = (row: IDataObject): string =>
	textIn(row, 'journalId') || `${textIn(row, 'date')} ${textIn(row, 'sourceType')} ${textIn(row, 'sourceId')}`;

const partnerOf = (row: IDataObject): string => textIn(row, 'partner');

/** What is to be said of a journal besides its source. */
function remarkOf(row: IDataObject): string {
	const partner = partnerOf(row);
	if (row.status === 'reversed') return `, reversed by ${partner}`;
	if (row.status === 'reversal') return `, reversal of ${partner}`;
	if (row.anomaly === 'voided') return ', of a voided document';
	return row.anomaly === 'noJournal' ? ', without a journal' : '';
}

/** "Journal 103: Invoice INV-1, 1 Oct 2026, reversed by 104". */
function titleOfJournal(row: IDataObject): string {
	const number = textIn(row, 'journalNumber');
	const source = textIn(row, 'sourceType') === '' ? 'No source' : sourceText(row);
	const named = [source, textIn(row, 'number') || textIn(row, 'reference')].filter((part) => part !== '').join(' ');
	return `${number === '' ? '' : `Journal ${number}: `}${named}, ${shortDay(textIn(row, 'date'))}${remarkOf(row)}`;
}

const COLUMNS: readonly Column[] = [
	{ heading: 'Account', kind: 'words' },
	{ heading: 'Details', kind: 'words' },
	{ heading: 'Debit', kind: 'figure' },
	{ heading: 'Credit', kind: 'figure' },
];

/** A net amount in the column of its side. */
function sides(net: unknown, decimals: number): Part[] {
	const minor = minorOf(net, decimals);
	return [minor > 0n && minorText(minor, decimals), minor < 0n && minorText(-minor, decimals)];
}

function detailsOf(row: IDataObject): Part {
	const [contact, description] = [textIn(row, 'contactName'), textIn(row, 'description')];
	const below = contact && description;
	return markup`${contact || description}${below !== '' && markup`<small>${below}</small>`}`;
}

function journalsTable({ head: { baseCurrency }, rows }: LiveJournalsPage): Part {
	const decimals = decimalsOf(baseCurrency);
	const lineOf = (row: IDataObject): Row => ({
		cells: [accountOf(row) || 'No account', detailsOf(row), ...sides(row.net, decimals)],
	});
	return table({
		title: 'Journals',
		remark: baseCurrency,
		columns: COLUMNS,
		groups: groupedBy(ofType(rows, 'row'), keyOf).map(([, lines]) => ({
			headings: [{ text: titleOfJournal(lines[0]!), level: 0 }],
			rows: lines.filter(({ status }) => status !== 'missing').map(lineOf),
		})),
	});
}

function totalsTable({ head: { baseCurrency }, rows }: LiveJournalsPage): Part {
	const totals = ofType(rows, 'total');
	if (totals.length === 0) return null;
	const decimals = decimalsOf(baseCurrency);
	const figures = ['debit', 'credit', 'net'] as const;
	return table({
		title: 'In total',
		remark: `${baseCurrency}, credits below zero in the last column`,
		columns: [
			{ heading: 'Account', kind: 'words' },
			...['Debit', 'Credit', 'Net'].map((name): Column => ({ heading: name, kind: 'figure' })),
		],
		groups: [
			{
				rows: totals.map((row) => ({
					cells: [
						row.level === 'grand' ? 'Total' : accountOf(row) || 'No account',
						...figures.map((key) => figureText(row[key], decimals)),
					],
					kind: row.level === 'grand' ? 'total' : undefined,
				})),
			},
		],
	});
}

/**
 * Journals as one HTML text that loads nothing. It reads of a row: `journalId`, `journalNumber`, `date`, `sourceType`, `sourceId`,
 * `number`, `reference`, `contactName`, `status`, `partner`, `anomaly`, `accountCode`, `accountName`, `description`, `net`; of a total:
 * `level`, `debit`, `credit`, `net`.
 */
export const liveJournalsPage = (given: LiveJournalsPage): string => {
	const { head, rows } = given;
	return page(titleOf(head), [
		heading(head),
		differingNotice(rows, head.baseCurrency),
		ofType(rows, 'row').length ? journalsTable(given) : emptyText(`No journal stands, ${spanText(head.span)}.`),
		totalsTable(given),
		notInApiTable(rows, head.baseCurrency),
		checksTable(rows, head.baseCurrency),
		footer(head),
	]);
};
