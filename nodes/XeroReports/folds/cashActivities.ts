// Which accounts are cash, and which activity of the statement of cash flows every other account belongs to.

import type { Account, Accounts } from '../facts/accounts';

/** The activities of IAS 7. */
export type Activity = 'operating' | 'investing' | 'financing';

/** Where an amount stands: an activity, or what exchange rates did to cash, which is no flow (IAS 7.28). */
export type CashActivity = Activity | 'exchangeEffect';

/** Bank accounts alone, PayPal as well, or credit cards too, which are debt otherwise. */
export type CashAccounts = 'bank' | 'bankAndPayPal' | 'all';

/** How a chart of accounts is read. */
export interface CashSettings {
	readonly accounts: Accounts;
	/** IDs of the accounts that are cash. */
	readonly cash: ReadonlySet<string>;
	/** Activities that were chosen for accounts, by AccountID. */
	readonly chosen: ReadonlyMap<string, Activity>;
}

const NOT_CASH: Readonly<Record<CashAccounts, readonly string[]>> = {
	bank: ['CREDITCARD', 'PAYPAL'],
	bankAndPayPal: ['CREDITCARD'],
	all: [],
};

/** The accounts of the chart that are cash. */
export const cashAccountsOf = ({ all }: Accounts, which: CashAccounts): Set<string> =>
	new Set(
		all.filter(({ type, bankAccountType }) => type === 'BANK' && !NOT_CASH[which].includes(bankAccountType)).map(({ id }) => id),
	);

/**
 * Types that are not operating. Depreciation is investing, where it stands against what was written off the assets: a depreciation run
 * moves no money, and comes to nothing there.
 */
const ACTIVITY_OF: Readonly<Record<string, Activity>> = {
	FIXED: 'investing',
	NONCURRENT: 'investing',
	DEPRECIATN: 'investing',
	LIABILITY: 'financing',
	TERMLIAB: 'financing',
	EQUITY: 'financing',
};

/** Xero revalues bank accounts in foreign currencies to this account. */
export const isRevaluation = (account: Account | undefined): boolean => account?.systemAccount === 'BANKCURRENCYGAIN';

/** The activity of an account that is not cash: as chosen, else by its type. */
export function activityOf(accountId: string, { accounts, chosen }: CashSettings): CashActivity {
	const account = accounts.byId.get(accountId);
	if (isRevaluation(account)) return 'exchangeEffect';
	return chosen.get(accountId) ?? ACTIVITY_OF[account?.type ?? ''] ?? 'operating';
}

/** Stock that is kept in Xero, and what of it was sold: one moves against the other without money. */
export const isStock = (account: Account | undefined): boolean =>
	account?.type === 'INVENTORY' || account?.type === 'DIRECTCOSTS';
