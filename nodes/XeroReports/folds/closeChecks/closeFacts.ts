// What the checks of a close are made from.

import type { Account, Accounts } from '../../facts/accounts';
import type { BookRecord, ExpenseClaim } from '../../facts/bookRecord';
import type { Organisation } from '../../facts/organisation';
import type { TrialBalance } from '../../facts/trialBalance';
import type { Outstanding } from '../outstanding';
import { outstandingAt, settledBy } from '../outstanding';
import type { Check } from '../rows';
import type { OwingRecords, Side } from '../settlements';
import type { UnreconciledItem } from './unreconciledItems';

/** What a close is asked for; amounts in minor units of the base currency. */
export interface CloseOptions {
	/** From which total on a bill or spend should have a file. */
	readonly attachmentFrom: bigint;
	/** Days after which something open is old. */
	readonly oldDays: number;
	/** Days within which equal totals of one supplier may be one bill. */
	readonly duplicateDays: number;
	/** Accounts that should be empty; null to go by names. */
	readonly suspenseAccounts: ReadonlySet<string> | null;
	/** The category that lines of income and expenses should have an option of; null for none. */
	readonly trackingCategory: { readonly id: string; readonly name: string } | null;
	/** UTC, ISO 8601 to the second; null for none. */
	readonly changedSince: string | null;
}

/** Everything that was read for a close, as of now. */
export interface CloseFacts {
	readonly organisation: Organisation;
	readonly accounts: Accounts;
	/** The day of the report, and today in the organisation's zone; YYYY-MM-DD. */
	readonly asOf: string;
	readonly today: string;
	readonly options: CloseOptions;
	/** Undefined where no check that was asked for needs it, or where it could not be read. */
	readonly trialBalance: TrialBalance | undefined;
	/** What stood open on the day, of each side; undefined where it was not read. */
	readonly outstanding: Readonly<Record<Side, readonly Outstanding[]>> | undefined;
	/** Invoices, bills, credit notes, bank transactions and manual journals in any status, each once. Transfers are not among them. */
	readonly records: readonly BookRecord[];
	readonly claims: readonly ExpenseClaim[];
	/** Not reconciled as of now, dated until the day, through bank accounts alone. */
	readonly unreconciled: readonly UnreconciledItem[];
	/** The tax detail beside the ledger; undefined where it is not made. */
	readonly tax?: Check | undefined;
}

/** What stood open at the end of a day, of each side; undefined where that was not read. */
export function openOn(records: OwingRecords | undefined, asOf: string): CloseFacts['outstanding'] {
	if (records === undefined) return undefined;
	const settled = settledBy(records);
	return {
		receivable: outstandingAt(records, asOf, 'receivable', settled),
		payable: outstandingAt(records, asOf, 'payable', settled),
	};
}

/** Statuses in which a document stands in the books. */
const STANDING: ReadonlySet<string> = new Set(['AUTHORISED', 'PAID', 'POSTED']);

/** Whether a record stands in the books: voided, deleted and unapproved ones do not. */
export const stands = ({ status }: Pick<BookRecord, 'status'>): boolean => STANDING.has(status);

/** Whether it is dated in the month of the report, until its day. */
export const isOfMonth = ({ date }: Pick<BookRecord, 'date'>, { asOf }: Pick<CloseFacts, 'asOf'>): boolean =>
	date >= `${asOf.slice(0, 7)}-01` && date <= asOf;

/** What an account is called in sentences: “855 Suspense”. */
export const accountText = ({ code, name }: Account): string => [code, name].filter((part) => part !== '').join(' ');
