// What cash moved by, and no list of Xero's API says: account by account.

import { sum } from '../facts/money';
import type { CashSettings } from './cashActivities';
import { isRevaluation } from './cashActivities';
import type { ReasonedAccount } from './generalLedger';
import type { NotInApiReason } from './rows';

/** Money that came (above zero) or went, and why; minor units of the base currency. */
export interface CashNotInApi {
	/** '' where it is of several foreign accounts together. */
	readonly accountId: string;
	readonly amount: bigint;
	readonly reason: NotInApiReason;
}

/** Of foreign accounts the revaluation is known in total alone: what is left of them when it is taken out stands on one line. */
function ofForeign(foreign: readonly ReasonedAccount[], revalued: bigint): CashNotInApi[] {
	const amount = sum(foreign.map(({ notInApi }) => notInApi)) - revalued;
	if (amount === 0n) return [];
	const moved = foreign.filter(({ notInApi }) => notInApi !== 0n);
	const others = moved.flatMap(({ reason: own }) => (own === null || own === 'revaluation' ? [] : [own]));
	// Where no account of those moved, it is others that were revalued: a foreign credit card that is not cash.
	const reason = moved.length === 0 ? 'revaluation' : (others.at(0) ?? 'payments');
	return [{ accountId: moved.length === 1 ? moved[0]!.accountId : '', amount, reason }];
}

/**
 * What no entry explains of the cash accounts, but for the effect of exchange rates.
 * @param accounts of the ledger of the period on the cash basis, made from the same entries
 */
export function cashNotInApi(accounts: readonly ReasonedAccount[], { cash }: CashSettings): CashNotInApi[] {
	const own = accounts.filter(({ accountId }) => cash.has(accountId));
	const [foreign, base] = [true, false].map((is) => own.filter(({ account }) => (account?.isForeign ?? false) === is)) as [
		ReasonedAccount[],
		ReasonedAccount[],
	];
	const revalued = -sum(accounts.filter(({ account }) => isRevaluation(account)).map(({ notInApi }) => notInApi));
	return [
		...base
			.filter(({ notInApi }) => notInApi !== 0n)
			.map(({ accountId, notInApi, reason }) => ({ accountId, amount: notInApi, reason: reason ?? 'unknown' })),
		...ofForeign(foreign, revalued),
	];
}
