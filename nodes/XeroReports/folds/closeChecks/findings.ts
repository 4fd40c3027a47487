// What checks find, and what a check comes to.

import { alphabetically } from '../../../shared/model/values';
import type { Account } from '../../facts/accounts';
import type { BookRecord, BookRecordKind } from '../../facts/bookRecord';
import { totalInBase } from '../../facts/bookRecord';
import { amountText } from '../../facts/money';

/** How much it matters: `error` is wrong books, `warning` may be, `info` is good to know. */
export type FindingSeverity = 'error' | 'warning' | 'info';

/** A record that a finding is about. */
export interface FoundRecord {
	readonly kind: BookRecordKind | 'overpayment' | 'prepayment' | 'payment' | 'bankTransfer';
	/** Xero's Type; '' where it has none. */
	readonly type: string;
	readonly id: string;
	readonly number: string;
	readonly date: string;
	readonly status: string;
}

/** One thing that a check found; amounts in minor units of the base currency. */
export interface CloseFinding {
	readonly severity: FindingSeverity;
	/** Records, or lines of one, behind it; 1 for a balance. */
	readonly count: number;
	/** Null where a rate is missing. */
	readonly amount: bigint | null;
	/** Only where the account itself is what was found. */
	readonly account?: Account | undefined;
	readonly contactId: string | null;
	readonly contactName: string | null;
	readonly records: readonly FoundRecord[];
	/** A sentence without its full stop. */
	readonly text: string;
}

/** What a check comes to. */
export interface CheckOutcome {
	readonly findings: readonly CloseFinding[];
	/** What is to be known of the check whatever it found: sentences without their full stops. */
	readonly notes?: readonly string[];
	/** What kept part of it, or all of it, from being looked at: then nothing found is not ok. */
	readonly notChecked?: readonly string[];
	/** What a tie is apart, though it ties but for rounding. */
	readonly rounding?: bigint;
}

/** “1 bill”, “3 bills”. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const WORDS: Readonly<Record<BookRecordKind, string>> = {
	invoice: 'Invoice',
	bill: 'Bill',
	creditNote: 'Credit note',
	bankTransaction: 'Bank transaction',
	manualJournal: 'Manual journal',
	expenseClaim: 'Expense claim',
};

/** A record in a sentence: “Bill E-2 of 2026-10-15”. */
export function recordText({ kind, type, number, userName, date }: BookRecord): string {
	const word = type.startsWith('SPEND') ? 'Spend money' : type.startsWith('RECEIVE') ? 'Receive money' : WORDS[kind];
	const named = [word, number.trim(), userName === '' ? '' : `of ${userName}`].filter((part) => part !== '');
	return `${named.join(' ')}${date === '' ? '' : userName === '' ? ` of ${date}` : `, ${date}`}`;
}

/** The total of a foreign record in its own currency, for the end of a sentence: “ (USD 31.00)”. */
export const foreignText = ({ isForeign, currency, total, decimals }: BookRecord): string =>
	isForeign ? ` (${currency} ${amountText(total, decimals)})` : '';

export const foundRecord = ({ kind, type, id, number, date, status }: BookRecord): FoundRecord => ({
	...{ kind, type, id, number, date, status },
});

/** A finding of one record at its total. */
export const recordFinding = (
	record: BookRecord,
	severity: FindingSeverity,
	text: string,
	baseDecimals: number,
): CloseFinding => ({
	severity,
	count: 1,
	amount: totalInBase(record, baseDecimals) ?? null,
	contactId: record.contactId,
	contactName: record.contactName,
	records: [foundRecord(record)],
	text,
});

/** A finding of the balance of an account. */
export const accountFinding = (account: Account, severity: FindingSeverity, amount: bigint, text: string): CloseFinding => ({
	...{ severity, count: 1, amount, account, contactId: null, contactName: null, records: [], text },
});

/** By date, then ID: the order of records inside a finding. */
export const byDateAndId = (a: Pick<FoundRecord, 'date' | 'id'>, b: Pick<FoundRecord, 'date' | 'id'>): number =>
	alphabetically(a.date, b.date) || alphabetically(a.id, b.id);

const orNone = (one: string | null | undefined, other: string | null | undefined): number =>
	Number(!one) - Number(!other) || alphabetically(one ?? '', other ?? '');

/** By account code, contact name, earliest date and ID; what has no account or no contact comes after what has one. */
export function inOrder(findings: readonly CloseFinding[]): CloseFinding[] {
	const codeOf = ({ account }: CloseFinding): string | undefined => account && (account.code || account.name);
	return [...findings].sort(
		(a, b) =>
			orNone(codeOf(a), codeOf(b)) ||
			orNone(a.contactName, b.contactName) ||
			orNone(a.contactId, b.contactId) ||
			alphabetically(a.records[0]?.date ?? '', b.records[0]?.date ?? '') ||
			alphabetically(a.records[0]?.id ?? '', b.records[0]?.id ?? ''),
	);
}
