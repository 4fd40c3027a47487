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

/** Characters of a reference that a sentence has room for. */
const ROOM = 60;

const short = (text: string): string => (text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text);

/** What a record is in sentences. */
export interface NamedRecord {
	/** Such as “Bill”. */
	readonly word: string;
	/** Its number or reference; '' where it has none. */
	readonly number: string;
	/** Whose it is; null where it is nobody's. */
	readonly of: string | null;
	readonly date: string;
	readonly currency: string;
	readonly decimals: number;
	/** In minor units of its currency. */
	readonly amount: bigint;
}

/** A record in a sentence: “Bill E-2 of Elm Power (2026-10-15, NZD 50.00)”. */
export function namedText({ word, number, of, date, currency, decimals, amount }: NamedRecord): string {
	const named = [word, short(number.trim()), of === null ? '' : `of ${of}`].filter((part) => part !== '').join(' ');
	return `${named} (${[date, `${currency} ${amountText(amount, decimals)}`].filter((part) => part !== '').join(', ')})`;
}

/** The same of a record at its total. */
export function recordText(record: BookRecord): string {
	const { kind, type, number, reference, contactName, date, currency, decimals, total } = record;
	const word = type.startsWith('SPEND') ? 'Spend money' : type.startsWith('RECEIVE') ? 'Receive money' : WORDS[kind];
	const named =
		kind === 'expenseClaim' ? { number: '', of: reference || null } : { number: number || reference, of: contactName };
	return namedText({ word, ...named, date, currency, decimals, amount: total });
}

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
