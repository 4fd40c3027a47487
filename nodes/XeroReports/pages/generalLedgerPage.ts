// The general ledger as a page: the accounts with what moved in them, then the transactions of each.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { spanText } from './dayText';
import { figureText } from './figureText';
import { transactionsTable } from './ledgerTransactions';
import type { Part } from './markup';
import { notInApiTable } from './notInApi';
import type { PageHead } from './page';
import { emptyText, footer, heading, page, titleOf } from './page';
import { accountOf, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** What a page of the general ledger is made of. */
export interface GeneralLedgerPage {
	readonly head: PageHead;
	/** Accounts, transactions or both, with totals, `notInApi` and checks. */
	readonly rows: readonly IDataObject[];
}

/** The figures of an account, and whether their column is there only where one of them is not nothing. */
const FIGURES = [
	{ key: 'opening', heading: 'Opening', always: true },
	{ key: 'debit', heading: 'Debit', always: true },
	{ key: 'credit', heading: 'Credit', always: true },
	{ key: 'movement', heading: 'Movement', always: true },
	{ key: 'notInApi', heading: 'Not in the API', always: false },
	{ key: 'yearEndClose', heading: 'Year end', always: false },
	{ key: 'closing', heading: 'Closing', always: true },
] as const;

const nameOf = (row: IDataObject): string => {
	if (row.rowType !== 'total') return accountOf(row);
	const group = textIn(row, 'accountClass');
	return group === '' ? 'Total' : `Total ${wordsOf(group).toLowerCase()}`;
};

/** The accounts with what moved in them; nothing where there are only transactions and no total. */
function accountsTable({ head: { baseCurrency }, rows }: GeneralLedgerPage): Part {
	const lines = ofType(rows, 'row', 'total').filter(({ level }) => level !== 'transaction');
	if (!lines.length) return null;
	const figures = FIGURES.filter(({ key, always }) => always || lines.some((row) => Number(row[key] ?? 0) !== 0));
	const rowOf = (row: IDataObject): Row => ({
		cells: [nameOf(row), ...figures.map(({ key }) => figureText(row[key], decimalsOf(baseCurrency)))],
		kind: row.rowType === 'total' ? 'total' : undefined,
	});
	return table({
		title: lines.some(({ rowType }) => rowType === 'row') ? 'Accounts' : 'In total',
		remark: `${baseCurrency}, credits below zero`,
		columns: [
			{ heading: 'Account', kind: 'words' },
			...figures.map((figure): Column => ({ heading: figure.heading, kind: 'figure' })),
		],
		groups: [{ rows: lines.map(rowOf) }],
	});
}

function content(given: GeneralLedgerPage): Part {
	const { head, rows } = given;
	if (!ofType(rows, 'row').length) return emptyText(`No account has a balance or a movement, ${spanText(head.span)}.`);
	return [accountsTable(given), transactionsTable(rows, head.baseCurrency)];
}

/**
 * The general ledger as one HTML text that loads nothing. It reads of an account's row: `level`, `accountId`, `accountCode`, `accountName`,
 * `opening`, `debit`, `credit`, `movement`, `notInApi`, `yearEndClose`, `closing`; what it reads of a transaction's is at `transactionsTable`.
 */
export const generalLedgerPage = (given: GeneralLedgerPage): string => {
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
