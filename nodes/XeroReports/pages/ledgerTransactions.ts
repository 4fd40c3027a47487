// The transactions of the general ledger, account by account, from the opening balance to the closing one.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { shortDay } from './dayText';
import { amountWithCurrency, figureText, minorText } from './figureText';
import { minorOf } from '../facts/money';
import type { Part } from './markup';
import { markup } from './markup';
import { reasonText } from './notInApi';
import { accountOf, groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Column, Row } from './table';
import { table } from './table';

/** Xero's words for the source of a journal, as people say them. */
const SOURCES: Readonly<Record<string, string>> = {
	ACCREC: 'Invoice',
	ACCPAY: 'Bill',
	ACCRECCREDIT: 'Credit note',
	ACCPAYCREDIT: 'Supplier credit note',
	ACCRECPAYMENT: 'Payment received',
	ACCPAYPAYMENT: 'Payment made',
	ARCREDITPAYMENT: 'Credit note refund',
	APCREDITPAYMENT: 'Supplier credit note refund',
	CASHREC: 'Receive money',
	CASHPAID: 'Spend money',
	TRANSFER: 'Bank transfer',
	ARPREPAYMENT: 'Prepayment received',
	APPREPAYMENT: 'Prepayment made',
	ARPREPAYMENTPAYMENT: 'Prepayment refund',
	APPREPAYMENTPAYMENT: 'Supplier prepayment refund',
	AROVERPAYMENT: 'Overpayment received',
	APOVERPAYMENT: 'Overpayment made',
	AROVERPAYMENTPAYMENT: 'Overpayment refund',
	APOVERPAYMENTPAYMENT: 'Supplier overpayment refund',
	ARCREDITALLOCATION: 'Credit note applied',
	APCREDITALLOCATION: 'Supplier credit note applied',
	AROVERPAYMENTALLOCATION: 'Overpayment applied',
	APOVERPAYMENTALLOCATION: 'Supplier overpayment applied',
	ARPREPAYMENTALLOCATION: 'Prepayment applied',
	APPREPAYMENTALLOCATION: 'Supplier prepayment applied',
	EXPCLAIM: 'Expense claim',
	EXPPAYMENT: 'Expense claim payment',
	MANJOURNAL: 'Manual journal',
	YEAREND: 'Year end',
};

/** "USD 600.00 at 0.6", of a document in a foreign currency. */
function foreignText(row: IDataObject): string {
	if (typeof row.foreign !== 'number') return '';
	const rate = textIn(row, 'rate');
	return `${amountWithCurrency(row.foreign, textIn(row, 'currency'))}${rate && ` at ${rate}`}`;
}

/** Whom a line is about, and what; in a foreign currency how much. */
export function detailsOf(row: IDataObject): Part {
	const [contact, description] = [textIn(row, 'contactName'), textIn(row, 'description')];
	const below = [contact && description, foreignText(row)].filter((text) => text !== '');
	return markup`${contact || description}${below.map((text) => markup`<small>${text}</small>`)}`;
}

/** What a line comes from, in words; a text Xero does not know stays as it is. */
export const sourceText = (row: IDataObject): string => {
	const source = textIn(row, 'sourceType');
	return SOURCES[source] ?? wordsOf(source);
};

const keyOf = (row: IDataObject): string => textIn(row, 'accountId') || accountOf(row);

/** Makes the rows of the table, whose figures are in the base currency. */
function rowMaker(decimals: number) {
	const amounts = (amount: unknown): Part[] => {
		const minor = minorOf(amount, decimals);
		return [minor > 0n && minorText(minor, decimals), minor < 0n && minorText(-minor, decimals)];
	};
	return {
		transaction: (row: IDataObject): Row => ({
			cells: [
				shortDay(textIn(row, 'date')),
				markup`${sourceText(row)}${textIn(row, 'number') !== '' && markup`<small>${textIn(row, 'number')}</small>`}`,
				detailsOf(row),
				...amounts(row.amount),
				figureText(row.balance, decimals),
			],
		}),
		/** A line without a date: what the ledger has besides transactions. */
		besides: (name: string, amount: unknown): Row => ({ cells: ['', name, '', ...amounts(amount), ''] }),
		balance: (name: string, balance: unknown, kind?: 'total'): Row => ({
			cells: [name, '', '', '', '', figureText(balance, decimals)],
			kind,
		}),
	};
}

const COLUMNS: readonly Column[] = [
	{ heading: 'Date', kind: 'day' },
	{ heading: 'Source', kind: 'words' },
	{ heading: 'Details', kind: 'words' },
	{ heading: 'Debit', kind: 'figure' },
	{ heading: 'Credit', kind: 'figure' },
	{ heading: 'Balance', kind: 'figure' },
];

/**
 * The transactions, account by account; nothing where there is none. It reads of a row: `level`, `accountId`, `accountCode`, `accountName`,
 * `date`, `sourceType`, `number`, `contactName`, `description`, `amount`, `currency`, `foreign`, `rate`, `balance`.
 */
export function transactionsTable(rows: readonly IDataObject[], currency: string): Part {
	const transactions = ofType(rows, 'row').filter(({ level }) => level === 'transaction');
	if (!transactions.length) return null;
	const make = rowMaker(decimalsOf(currency));
	const accounts = new Map(
		ofType(rows, 'row')
			.filter(({ level }) => level === 'account')
			.map((row) => [keyOf(row), row]),
	);
	const missing = ofType(rows, 'notInApi');
	const rowsOf = (key: string, own: readonly IDataObject[]): Row[] => {
		const account = accounts.get(key);
		const besides = missing.filter((row) => keyOf(row) === key);
		return [
			...(account ? [make.balance('Opening', account.opening)] : []),
			...own.map(make.transaction),
			...besides.map((row) => make.besides(`Not in Xero’s API: ${reasonText(textIn(row, 'reason'))}`, row.amount)),
			...(account ? [make.balance('Closing', account.closing, 'total')] : []),
		];
	};
	return table({
		title: 'Transactions',
		remark: `${currency}, balances in credit below zero`,
		columns: COLUMNS,
		groups: groupedBy(transactions, keyOf).map(([key, own]) => ({
			headings: [{ text: accountOf(own[0]!), level: 0 }],
			rows: rowsOf(key, own),
		})),
	});
}
