// Statements of customers as a page, each customer on a sheet of paper of their own.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import { checksTable, differingNotice } from './checks';
import { madeOn, shortDay, spanText } from './dayText';
import { amountWithCurrency, figureText, minorText } from './figureText';
import { minorOf } from '../facts/money';
import type { Html, Part } from './markup';
import { markup, isolated } from './markup';
import type { PageHead } from './page';
import { emptyText, heading, page, titleOf } from './page';
import { groupedBy, ofType, textIn, wordsOf } from './rowValues';
import type { Row, Table } from './table';
import { table } from './table';

/** What a page of statements is made of. */
export interface CustomerStatementPage {
	/** `span` is the period of what happened, or the day as of which something is open. */
	readonly head: PageHead;
	/** The statements of one contact or of several, each currency with its closing balance. */
	readonly rows: readonly IDataObject[];
	/** Whether the checks stand at the end. They are for the sender, not for a customer: left out unless asked for. */
	readonly withChecks?: boolean;
}

/** Names of events, and what joins them to the number of a document. */
const EVENTS: Readonly<Record<string, readonly [name: string, joint: string]>> = {
	opening: ['Opening balance', ''],
	closing: ['Closing balance', ''],
	payment: ['Payment', ' of'],
	refund: ['Refund', ' of'],
	prepaymentRefund: ['Refund of a prepayment', ''],
	creditNoteAllocation: ['Credit note applied', ' to'],
	overpaymentAllocation: ['Overpayment applied', ' to'],
	prepaymentAllocation: ['Prepayment applied', ' to'],
	earlyPayment: ['Payment ahead', ' of'],
};

/** A longer number may break at the end of a line. */
const KEPT = 20;

const numberOf = (number: string): Html => (number.length > KEPT ? isolated(number) : markup`<bdi class="kept">${number}</bdi>`);

/** What happened, to which document, with what else is known of it. */
function detailsOf(row: IDataObject, remarks: readonly string[]): Html {
	const [name, joint] = EVENTS[textIn(row, 'event')] ?? [wordsOf(textIn(row, 'event')), ''];
	const number = textIn(row, 'number');
	const below = remarks.filter((text) => text !== '').map((text, index) => markup`${index > 0 && ', '}${isolated(text)}`);
	const first = markup`${name}${number !== '' && [joint, ' ', numberOf(number)]}`;
	return markup`${first}${below.length > 0 && markup`<small>${below}</small>`}`;
}

const memoText = ({ memoAmount }: IDataObject, decimals: number): string =>
	typeof memoAmount === 'number' ? `${figureText(memoAmount, decimals)}, which does not change the balance` : '';

const dueText = (row: IDataObject): string => {
	const due = textIn(row, 'dueDate');
	return due !== '' ? `due ${shortDay(due)}` : '';
};

/** What happened in the period, with the balance after each event. */
function activityTable(currency: string, rows: readonly IDataObject[]): Table {
	const decimals = decimalsOf(currency);
	const rowOf = (row: IDataObject): Row => {
		const amount = minorOf(row.amount, decimals);
		return {
			cells: [
				shortDay(textIn(row, 'date')),
				detailsOf(row, [textIn(row, 'reference'), dueText(row), memoText(row, decimals)]),
				amount > 0n && minorText(amount, decimals),
				amount < 0n && minorText(-amount, decimals),
				figureText(row.balance, decimals),
			],
			kind: row.event === 'closing' ? 'total' : undefined,
		};
	};
	return {
		title: 'Activity',
		remark: currency,
		columns: [
			{ heading: 'Date', kind: 'day' },
			{ heading: 'Details', kind: 'words' },
			{ heading: 'Charges', kind: 'figure' },
			{ heading: 'Credits', kind: 'figure' },
			{ heading: 'Balance', kind: 'figure' },
		],
		groups: [{ rows: rows.map(rowOf) }],
	};
}

/** What is open of each document. */
function outstandingTable(currency: string, rows: readonly IDataObject[]): Table {
	const decimals = decimalsOf(currency);
	const isOverdue = (row: IDataObject): boolean =>
		textIn(row, 'dueDate') !== '' && textIn(row, 'dueDate') < textIn(row, 'to') && Number(row.amount) > 0;
	const rowOf = (row: IDataObject): Row =>
		row.event === 'closing'
			? { cells: ['Total', '', '', '', figureText(row.balance, decimals)], kind: 'total' }
			: {
					cells: [
						detailsOf(row, [textIn(row, 'reference')]),
						shortDay(textIn(row, 'date')),
						markup`${shortDay(textIn(row, 'dueDate'))}${isOverdue(row) && markup`<small>Overdue</small>`}`,
						figureText(row.total, decimals),
						figureText(row.amount, decimals),
					],
				};
	return {
		title: 'Open documents',
		remark: currency,
		columns: [
			{ heading: 'Document', kind: 'words' },
			{ heading: 'Date', kind: 'day' },
			{ heading: 'Due', kind: 'day' },
			{ heading: 'Total', kind: 'figure' },
			{ heading: 'Open', kind: 'figure' },
		],
		groups: [{ rows: rows.map(rowOf) }],
	};
}

/** What a contact owes, or is owed, in words and in figures; both sides of a supplier's account are balances. */
function dueOf(row: IDataObject, currency: string): Html {
	const balance = typeof row.balance === 'number' ? row.balance : 0;
	const isCredit = balance < 0 && row.statement !== 'supplier';
	const name = row.statement === 'supplier' ? 'Balance' : isCredit ? 'Credit balance' : 'Amount due';
	return markup`<dt>${name}</dt><dd>${amountWithCurrency(isCredit ? -balance : balance, currency)}</dd>\n`;
}

/** The balance of each currency, below the name of the contact. */
function amountsDue(currencies: ReadonlyArray<readonly [string, IDataObject[]]>): Part {
	const due = currencies.flatMap(([currency, rows]) =>
		rows.filter((row) => row.event === 'closing').map((row) => dueOf(row, currency)),
	);
	return due.length > 0 && markup`<dl class="due">\n${due}</dl>\n`;
}

/** The statement of one contact, a table for each currency. */
function statementOf({ head }: CustomerStatementPage, rows: readonly IDataObject[]): Html {
	const currencies = groupedBy(rows, (row) => textIn(row, 'currency') || head.baseCurrency);
	const tables = currencies.map(([currency, own]) =>
		table(own[0]!.type === 'outstanding' ? outstandingTable(currency, own) : activityTable(currency, own)),
	);
	const name = markup`<p class="contactName">${isolated(textIn(rows[0]!, 'contactName'))}</p>\n`;
	return markup`<section class="contact">
${heading(head, [name, amountsDue(currencies)])}${tables}</section>
`;
}

const emptyOf = ({ span }: PageHead): string =>
	'asOf' in span ? `Nothing is open ${spanText(span)}.` : `Nothing happened and nothing was open from ${spanText(span)}.`;

/** The checks, for the sender. */
const checks = ({ head, rows }: CustomerStatementPage): Part =>
	markup`<section class="contact">
${differingNotice(rows, head.baseCurrency)}${checksTable(rows, head.baseCurrency)}</section>
`;

/**
 * Statements as one HTML text that loads nothing, without IDs and, unless asked for, without checks. It reads of a row: `statement`, `type`,
 * `contactId`, `contactName`, `currency`, `date`, `dueDate`, `event`, `number`, `reference`, `total`, `amount`, `memoAmount`, `balance`, `to`.
 */
export const customerStatementPage = (given: CustomerStatementPage): string => {
	const { head, rows, withChecks = false } = given;
	const contacts = groupedBy(ofType(rows, 'row'), (row) => textIn(row, 'contactId') || textIn(row, 'contactName'));
	const [first] = contacts;
	const title = first && contacts.length === 1 ? `${titleOf(head)}: ${textIn(first[1][0]!, 'contactName')}` : titleOf(head);
	return page(title, [
		first ? contacts.map(([, own]) => statementOf(given, own)) : [heading(head), emptyText(emptyOf(head))],
		withChecks && checks(given),
		markup`<footer>Made on ${madeOn(head.madeAt, head.zone)}.</footer>\n`,
	]);
};
