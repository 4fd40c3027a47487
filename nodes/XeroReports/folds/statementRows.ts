// The items of statements: opening balance, events, closing balance, and checks (sections 2.5 and 4.9).

import type { IDataObject } from 'n8n-workflow';
import { amountOf } from '../facts/money';
import type { Check, RowHead } from './rows';
import { checkRow, statusOf } from './rows';
import type { Side } from './settlements';
import type { Statement, StatementLine, StatementOptions } from './statement';

/** What Xero says of what contacts owe today, for the check against it. */
export interface ContactBalances {
	/** By ContactID: Outstanding of Contact.Balances, of the side that is asked for, as Xero gives it: in minor units of the currency. */
	readonly outstanding: ReadonlyMap<string, bigint>;
	/**
	 * ContactIDs for which it says nothing: something of them is dated after today, or they have open credits, of which Xero does not say
	 * whether it takes them off.
	 */
	readonly notComparable: ReadonlySet<string>;
}

/** The report's name in rows; a statement of what is owed to a supplier has the same shape. */
const REPORT = 'customerStatement';

const SIDES: Readonly<Record<Side, string>> = { receivable: 'customer', payable: 'supplier' };

type Values = Pick<StatementLine, 'date' | 'documentId' | 'settlement' | 'number' | 'reference' | 'dueDate' | 'total' | 'memo'>;

const BALANCE: Omit<Values, 'date'> = {
	...{ documentId: '', settlement: null, number: '', reference: '' },
	...{ dueDate: null, total: null, memo: null },
};

const idOf = (kind: 'payment' | 'allocation', settlement: Values['settlement']): string | null =>
	settlement?.kind === kind ? settlement.id : null;

/** Makes the items of a statement, all with the same keys. */
function rowMaker(head: RowHead, statement: Statement, { side, from, to }: StatementOptions) {
	const { contactId, contactName, currency, decimals, opening } = statement;
	const money = (amount: bigint | null): number | null => (amount === null ? null : amountOf(amount, decimals));
	return (event: string, values: Values, amount: bigint | null, balance: bigint): IDataObject => ({
		report: head.report,
		rowType: 'row',
		organisationId: head.organisationId,
		statement: SIDES[side],
		type: opening === null ? 'outstanding' : 'activity',
		contactId,
		contactName,
		currency,
		date: values.date,
		dueDate: values.dueDate,
		event,
		documentId: values.documentId || null,
		paymentId: idOf('payment', values.settlement),
		allocationId: idOf('allocation', values.settlement),
		number: values.number,
		reference: values.reference,
		total: money(values.total),
		amount: money(amount),
		memoAmount: money(values.memo),
		balance: money(balance),
		from: opening === null ? null : from,
		to,
	});
}

/** The items of one statement: the opening balance where it has one, its lines, the closing balance. */
function rowsOf(head: RowHead, statement: Statement, options: StatementOptions): IDataObject[] {
	const { opening, lines, closing } = statement;
	const row = rowMaker(head, statement, options);
	return [
		...(opening === null ? [] : [row('opening', { ...BALANCE, date: options.from }, null, opening)]),
		...lines.map((line) => row(line.event, line, line.amount, line.balance)),
		row('closing', { ...BALANCE, date: options.to }, null, closing),
	];
}

/** A check of each statement that can be checked; the note is of one that differs. */
interface StatementCheck {
	readonly check: string;
	readonly xerosOf: (statement: Statement) => bigint | null;
	readonly differs: string;
	readonly ties: string;
	readonly notChecked: string;
}

const closes: StatementCheck = {
	check: 'statementCloses',
	xerosOf: ({ expected }) => expected,
	differs: 'The closing balance differs from what is open: a document does not agree with its own payments and allocations.',
	ties: 'The closing balance of each statement is what is open of its documents.',
	notChecked: 'No statement was made.',
};

/** Xero's balances add up currencies unconverted, so that they say nothing of a contact that has two. */
function contactBalances(statements: readonly Statement[], { outstanding, notComparable }: ContactBalances): StatementCheck {
	const counts = new Map<string, number>();
	for (const { contactId } of statements) counts.set(contactId, (counts.get(contactId) ?? 0) + 1);
	return {
		check: 'contactBalance',
		xerosOf: ({ contactId }) =>
			counts.get(contactId) === 1 && !notComparable.has(contactId) ? (outstanding.get(contactId) ?? null) : null,
		differs: 'The balance that Xero shows with the contact differs from the closing balance.',
		ties: 'The closing balance of each statement is the balance that Xero shows with the contact.',
		notChecked:
			'No contact has documents in one currency alone, nothing dated ahead, no open credit, and a balance that was read.',
	};
}

/** An item for each statement that differs, and one that says how many do. */
function checkRows(
	head: RowHead,
	statements: readonly Statement[],
	{ check, xerosOf, differs, ties, notChecked }: StatementCheck,
): IDataObject[] {
	const checked = statements.filter((statement) => xerosOf(statement) !== null);
	const differing = checked.filter((statement) => xerosOf(statement) !== statement.closing);
	const rows = differing.map((statement) => {
		const [ours, xeros] = [statement.closing, xerosOf(statement)!];
		const one: Check = { check, ours, xeros, status: statusOf({ ours, xeros }), note: differs };
		const { contactId, contactName, currency } = statement;
		return { ...checkRow(head, one, statement.decimals), contactId, contactName, currency };
	});
	const count = BigInt(differing.length);
	const all: Check = checked.length
		? {
				check: `${check}Count`,
				ours: count,
				xeros: 0n,
				status: statusOf({ ours: count, xeros: 0n }),
				note: count ? differs : ties,
			}
		: { check: `${check}Count`, ours: 0n, xeros: null, status: 'notChecked', note: notChecked };
	return [...rows, { ...checkRow(head, all, 0), contactId: null, contactName: null, currency: null }];
}

/**
 * The items of statements, and of their checks.
 * @param balances where the last day is today; without them nothing is held against them
 */
export function statementRows(
	statements: readonly Statement[],
	options: StatementOptions,
	organisationId: string | null,
	balances?: ContactBalances,
): IDataObject[] {
	const head = { report: REPORT, organisationId };
	return [
		...statements.flatMap((statement) => rowsOf(head, statement, options)),
		...checkRows(head, statements, closes),
		...(balances ? checkRows(head, statements, contactBalances(statements, balances)) : []),
	];
}
