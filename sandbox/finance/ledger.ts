import { fromUnits, units } from '../accounting/values/decimal';
import { country } from '../accounting/seed/countries';
import type { Clock } from '../contract';
import { yearStart } from './financialYear';
import type { Account, Organisation, Read } from './records';

/** One line of the ledger, in whole cents of the base currency: debits above zero. */
export interface Movement {
	readonly account: Account;
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly cents: bigint;
	/** The kind and the id of what it comes from, with its journals of one document; empty for opening balances. */
	readonly sourceType: string;
	readonly sourceId: string;
	/** The place of its journal among all. */
	readonly journal: number;
}

/** Sums in whole cents by AccountID: debits above zero. */
export type Sums = ReadonlyMap<string, bigint>;

/** The general ledger of one organisation. */
export interface Ledger {
	readonly organisation: Organisation;
	/** In the order of their codes. */
	readonly accounts: readonly Account[];
	readonly movements: readonly Movement[];
	/** Today in the organisation's own zone, `YYYY-MM-DD`. */
	readonly today: string;
}

/** Reads the ledger, on the accrual basis. */
export function ledgerOf(read: Read, clock: Clock): Ledger {
	const [organisation] = read('Organisations');
	if (!organisation) throw new Error('The Accounting API has no such organisation');
	const accounts = read('Accounts');
	const byId = new Map(accounts.map((one) => [one.AccountID, one]));
	const movements = read('Journals').flatMap(({ JournalDate: date, SourceID = '', SourceType = '', JournalLines }, journal) =>
		JournalLines.flatMap(({ AccountID, NetAmount }): Movement[] => {
			const account = byId.get(AccountID);
			return account ? [{ account, date, cents: units(NetAmount, 2), sourceType: SourceType, sourceId: SourceID, journal }] : [];
		}),
	);
	return { organisation, accounts, movements, today: todayIn(organisation, clock) };
}

/** Today in the zone of an organisation's country. */
export function todayIn({ CountryCode }: Organisation, clock: Clock): string {
	const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	return new Intl.DateTimeFormat('en-CA', { timeZone: country(CountryCode).zone, ...day }).format(clock.now());
}

/** Whether an account is part of the profit and loss. */
export function earns({ Class }: Account): boolean {
	return Class === 'REVENUE' || Class === 'EXPENSE';
}

/** Sums by account of the movements that `counts` lets through. */
export function sums(movements: readonly Movement[], counts: (one: Movement) => boolean): Sums {
	const found = new Map<string, bigint>();
	for (const one of movements)
		if (counts(one)) found.set(one.account.AccountID, (found.get(one.account.AccountID) ?? 0n) + one.cents);
	return found;
}

/** Movements from one day to another, both included. */
export function between(from: string, to: string): (one: Movement) => boolean {
	return ({ date }) => date >= from && date <= to;
}

/**
 * What stands in the books at the end of `day`: income and expenses since the start of the financial year, everything else since ever.
 * What was earned in the years before is part of retained earnings.
 */
export function standing({ organisation, accounts, movements }: Ledger, day: string): Sums {
	const start = yearStart(organisation, day);
	const found = new Map(sums(movements, (one) => one.date <= day && (one.date >= start || !earns(one.account))));
	const retained = accounts.find(({ SystemAccount }) => SystemAccount === 'RETAINEDEARNINGS')?.AccountID;
	const earlier = total(movements.filter((one) => one.date < start && earns(one.account)).map(({ cents }) => cents));
	if (retained !== undefined) found.set(retained, (found.get(retained) ?? 0n) + earlier);
	return found;
}

/** The sum of whole cents. */
export function total(amounts: Iterable<bigint>): bigint {
	let all = 0n;
	for (const amount of amounts) all += amount;
	return all;
}

/** Whole cents as the number that JSON has. */
export function money(cents: bigint): number {
	return fromUnits(cents, 2);
}

/** What replies say of an account beside its amounts; a code and a reporting code only where there is one. */
export function codes({ Code, ReportingCode }: Account): { code?: string; reportingCode?: string } {
	return { ...(Code ? { code: Code } : {}), ...(ReportingCode ? { reportingCode: ReportingCode } : {}) };
}
