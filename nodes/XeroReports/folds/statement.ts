// Statements of contacts: what happened in a period with a running balance, or what is open at the end of a day (section 4.9).

import { addDays } from '../rows/days';
import { sum } from '../facts/money';
import { rowTypeOf } from './documentTypes';
import type { Outstanding, SettledBy } from './outstanding';
import { isPrepayment, outstandingAt, settledBy } from './outstanding';
import type { OwingRecords, Side } from './settlements';
import type { StatementEvent } from './statementEvents';
import { aboutDocument, eventsOf, inOrder } from './statementEvents';

/** What statements are asked for. */
export interface StatementOptions {
	readonly side: Side;
	/** First and last day, both in it. Of what is open the last day alone counts. */
	readonly from: string;
	readonly to: string;
	readonly baseCurrency: string;
	/** ContactIDs; null for all that have something to show. */
	readonly contacts: ReadonlySet<string> | null;
}

/** An event with the balance after it, in minor units of its currency. */
export interface StatementLine extends StatementEvent {
	readonly balance: bigint;
}

/** The statement of a contact in a currency, amounts in minor units of it. */
export interface Statement {
	readonly contactId: string;
	readonly contactName: string;
	readonly currency: string;
	readonly decimals: number;
	/** What was open before the first day; null where only what is open was asked for. */
	readonly opening: bigint | null;
	readonly lines: readonly StatementLine[];
	/** The balance after the last line. */
	readonly closing: bigint;
	/**
	 * What the closing balance has to be by another way: after events what is open of the documents, after open documents what their payments
	 * and allocations leave.
	 */
	readonly expected: bigint;
}

const keyOf = (contactId: string, currency: string): string => `${contactId} ${currency}`;

/** What payments and allocations leave open. */
const byPayments = (one: Outstanding): bigint => (one.kind === 'document' ? one.byPayments : one.amount);

/** What stands open of each contact and currency; a prepayment does not count before it is applied. */
function openBy(
	outstanding: readonly Outstanding[],
	amountOf = ({ amount }: Outstanding): bigint => amount,
): Map<string, bigint> {
	const found = new Map<string, bigint>();
	for (const one of outstanding) {
		if (isPrepayment(one)) continue;
		const key = keyOf(one.document.contactId, one.document.currency);
		found.set(key, (found.get(key) ?? 0n) + amountOf(one));
	}
	return found;
}

function withBalance(opening: bigint, events: readonly StatementEvent[]): StatementLine[] {
	let balance = opening;
	return events.map((event) => {
		balance += event.amount;
		return { ...event, balance };
	});
}

/** Events by contact and currency. */
function grouped(events: readonly StatementEvent[]): Map<string, StatementEvent[]> {
	const found = new Map<string, StatementEvent[]>();
	for (const event of events) {
		const key = keyOf(event.contactId, event.currency);
		const list = found.get(key);
		if (list) list.push(event);
		else found.set(key, [event]);
	}
	return found;
}

/** By name, then the base currency before others. */
const byName =
	(baseCurrency: string) =>
	(a: Statement, b: Statement): number => {
		const keys = ({ contactName, contactId, currency }: Statement): string[] => [
			contactName.toLowerCase(),
			contactId,
			currency === baseCurrency ? '' : currency,
		];
		const [left, right] = [keys(a), keys(b)];
		const at = left.findIndex((key, index) => key !== right[index]);
		return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
	};

const isAskedFor = ({ contacts }: StatementOptions, { contactId }: { readonly contactId: string }): boolean =>
	contacts === null || contacts.has(contactId);

/** The names and currencies that statements are of. */
function headsOf(
	records: OwingRecords,
	options: StatementOptions,
): Map<string, Pick<Statement, 'contactId' | 'contactName' | 'currency' | 'decimals'>> {
	return new Map(
		records.documents
			.filter((document) => isAskedFor(options, document))
			.map(({ contactId, contactName, currency, decimals }) => [
				keyOf(contactId, currency),
				{ contactId, contactName, currency, decimals },
			]),
	);
}

/**
 * Statements of what happened: the opening balance, every event of the period, and the balance after each. One for each contact and currency
 * that has an event or a balance.
 * @param records as of the day before the first: payments dated from the first day on, and documents of any date that are open or that they name
 */
export function activityStatements(records: OwingRecords, options: StatementOptions): Statement[] {
	const { side, from, to, baseCurrency } = options;
	const settled: SettledBy = settledBy(records);
	const before = openBy(outstandingAt(records, addDays(from, -1), side, settled));
	const after = openBy(outstandingAt(records, to, side, settled));
	const events = grouped(eventsOf(records.documents, side).filter(({ date }) => date >= from && date <= to));
	return [...headsOf(records, options)]
		.map(([key, head]): Statement => {
			const opening = before.get(key) ?? 0n;
			const lines = withBalance(opening, (events.get(key) ?? []).sort(inOrder));
			return {
				...head,
				opening,
				lines,
				closing: opening + sum(lines.map(({ amount }) => amount)),
				expected: after.get(key) ?? 0n,
			};
		})
		.filter(({ opening, lines, expected }) => lines.length > 0 || opening !== 0n || expected !== 0n)
		.sort(byName(baseCurrency));
}

/** What stands open, as a line of a statement. */
function openItem(one: Outstanding): StatementEvent {
	const { document, amount } = one;
	const early = one.kind === 'earlyPayment' ? one.settlement : undefined;
	return {
		...aboutDocument(document),
		date: early?.date ?? document.date,
		event: rowTypeOf(one),
		settlement: early ?? null,
		dueDate: early ? null : document.dueDate,
		total: early ? null : document.total,
		amount,
	};
}

/**
 * Statements of what is open at the end of the last day: each document with what is left of it. Documents that are paid are not in it, though
 * Xero's own statement lists them, and prepayments are not in it before they are applied.
 * @param records as of the last day
 */
export function outstandingStatements(records: OwingRecords, options: StatementOptions): Statement[] {
	const outstanding = outstandingAt(records, options.to, options.side);
	const left = openBy(outstanding, byPayments);
	const shown = outstanding.filter((one) => !isPrepayment(one) && one.amount !== 0n && isAskedFor(options, one.document));
	const items = grouped(shown.map(openItem));
	return [...headsOf(records, options)]
		.filter(([key]) => items.has(key))
		.map(([key, head]): Statement => {
			const lines = withBalance(0n, items.get(key)!.sort(inOrder));
			return { ...head, opening: null, lines, closing: lines.at(-1)!.balance, expected: left.get(key) ?? 0n };
		})
		.sort(byName(options.baseCurrency));
}
