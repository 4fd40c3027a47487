// Amounts on accounts on their way to become the entries of one source.

import type { Account, Accounts } from '../facts/accounts';
import type { Line } from '../facts/documents';
import { sum } from '../facts/money';
import type { Organisation } from '../facts/organisation';
import type { Entries, Entry, Omission, OmissionReason, Source } from './entry';

/** What entries are made with. */
export interface LedgerContext {
	readonly organisation: Organisation;
	readonly accounts: Accounts;
	/** First and last day of the period, YYYY-MM-DD, both in it. */
	readonly from: string;
	readonly to: string;
	/** Cash: documents count when and as far as they are settled. */
	readonly basis: 'accrual' | 'cash';
}

/** Part of an entry before it has a source. */
export type Posting = Omit<Entry, 'source'>;

/** An amount on an account, debit positive, base currency. */
export const posting = (accountId: string, amount: bigint, more: Partial<Posting> = {}): Posting => ({
	accountId,
	amount,
	foreign: null,
	tax: null,
	taxType: null,
	description: '',
	options: [],
	isRounded: false,
	...more,
});

/** The account Xero itself posts something to; '' where the chart has none. */
export const systemAccountId = ({ bySystem }: Accounts, name: string): string => bySystem.get(name)?.id ?? '';

/** An account by its ID, or by its code where that is all there is. */
export const accountBy = (
	{ byId, byCode }: Accounts,
	{ accountId, accountCode }: Pick<Line, 'accountId' | 'accountCode'>,
): Account | undefined => byId.get(accountId ?? '') ?? byCode.get(accountCode ?? '');

/** What postings leave open, on one account; none where they balance. */
export function balancing(postings: readonly Posting[], accountId: string, more: Partial<Posting> = {}): Posting[] {
	const rest = -sum(postings.map(({ amount }) => amount));
	return rest === 0n ? [] : [posting(accountId, rest, more)];
}

/** An amount that was rounded to nothing stays: Xero may have rounded it to something. */
const isNothing = ({ amount, foreign, tax, isRounded }: Posting): boolean => amount === 0n && !foreign && !tax && !isRounded;

/** The postings of a source as its entries; those that say nothing are left out. */
export const entriesOf = (source: Source, postings: readonly Posting[]): Entries => ({
	entries: postings.filter((one) => !isNothing(one)).map((one): Entry => ({ source, ...one })),
	omissions: [],
});

/** A record that gives no entries, and why. */
export function omitted(reason: OmissionReason, source: Source, accountIds: readonly string[]): Entries {
	const omission: Omission = { reason, source, accountIds: [...new Set(accountIds)].filter((id) => id !== '') };
	return { entries: [], omissions: [omission] };
}

/** Whether a day is in the period. */
export const isWithin = ({ from, to }: Pick<LedgerContext, 'from' | 'to'>, date: string): boolean => date >= from && date <= to;
