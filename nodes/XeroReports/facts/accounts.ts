// The chart of accounts, by ID, code and what Xero itself uses an account for.

import type { IDataObject } from 'n8n-workflow';
import { keptDecimals } from './money';

/** An account of the chart of accounts. */
export interface Account {
	readonly id: string;
	/** '' where it has none, as some bank accounts do. */
	readonly code: string;
	readonly name: string;
	/** Xero's Type, such as CURRLIAB. */
	readonly type: string;
	/** ASSET, EQUITY, EXPENSE, LIABILITY or REVENUE. */
	readonly class: string;
	/** What Xero itself posts to it, such as DEBTORS; '' for all others. */
	readonly systemAccount: string;
	readonly currency: string;
	readonly decimals: number;
	readonly isForeign: boolean;
	/** Xero's BankAccountType: BANK, CREDITCARD, PAYPAL; '' for all others. */
	readonly bankAccountType: string;
	readonly status: string;
}

/** The chart of accounts as reports ask it. */
export interface Accounts {
	readonly all: readonly Account[];
	readonly byId: ReadonlyMap<string, Account>;
	readonly byCode: ReadonlyMap<string, Account>;
	/** First account of each SystemAccount. */
	readonly bySystem: ReadonlyMap<string, Account>;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function accountOf(record: IDataObject, baseCurrency: string): Account {
	const currency = text(record.CurrencyCode) || baseCurrency;
	return {
		id: text(record.AccountID),
		code: text(record.Code),
		name: text(record.Name),
		type: text(record.Type),
		class: text(record.Class),
		systemAccount: text(record.SystemAccount),
		currency,
		decimals: keptDecimals(currency, baseCurrency),
		isForeign: currency !== baseCurrency,
		bankAccountType: text(record.BankAccountType),
		status: text(record.Status),
	};
}

/** Of a code that an archived account has too, the one in use counts. */
const inUseFirst = (a: Account, b: Account): number => Number(b.status === 'ACTIVE') - Number(a.status === 'ACTIVE');

const firstBy = (accounts: readonly Account[], key: (account: Account) => string): Map<string, Account> => {
	const found = new Map<string, Account>();
	for (const account of accounts) if (key(account) !== '' && !found.has(key(account))) found.set(key(account), account);
	return found;
};

/** @param records of GET /Accounts, archived ones among them */
export function accountsOf(records: readonly IDataObject[], baseCurrency: string): Accounts {
	const all = records.map((record) => accountOf(record, baseCurrency));
	const sorted = [...all].sort(inUseFirst);
	return {
		all,
		byId: new Map(all.map((account) => [account.id, account])),
		byCode: firstBy(sorted, ({ code }) => code),
		bySystem: firstBy(sorted, ({ systemAccount }) => systemAccount),
	};
}
