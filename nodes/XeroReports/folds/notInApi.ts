// Why an account moved by what none of Xero's lists says: a guess from the account, and called so.

import type { Omission } from '../entries/entry';
import type { Account, Accounts } from '../facts/accounts';
import { absolute, sum } from '../facts/money';
import type { NotInApiReason } from './rows';

/** What the guesses are made from. */
export interface NotInApi {
	readonly accounts: Accounts;
	/** What no entry explains, by account; minor units of the base currency, debit positive. */
	readonly amounts: ReadonlyMap<string, bigint>;
	/** Records of the period that gave no entries. */
	readonly omissions: readonly Omission[];
	/** Lists that could not be read: what they posted is among the amounts. */
	readonly unread?: readonly string[];
	/** Minor units that roundings may come to, by account. */
	readonly allowances: ReadonlyMap<string, bigint>;
	/** Nothing stood on any account before the period: it holds the balances that the books began with. */
	readonly isFirst: boolean;
}

type Guess = (account: Account, about: NotInApi) => boolean;

const PAYROLL_NAME = /\b(wages?|salar(y|ies)|payroll|superannuation|pensions?|paye|payg|kiwisaver|national insurance)\b/i;
const PAYROLL_SYSTEM: ReadonlySet<string> = new Set(['WAGEPAYABLES', 'WAGESPAYABLE']);

const isPayroll = ({ systemAccount, type, class: of, name }: Account): boolean =>
	PAYROLL_SYSTEM.has(systemAccount) ||
	/^(PAYG|WAGES|SUPERANNUATION)/.test(type) ||
	((of === 'EXPENSE' || of === 'LIABILITY') && PAYROLL_NAME.test(name));

/** Whether some account of a kind moved by what no entry explains. */
const some = ({ accounts, amounts }: NotInApi, is: (account: Account) => boolean): boolean =>
	[...amounts].some(([id, amount]) => {
		const account = accounts.byId.get(id);
		return amount !== 0n && account !== undefined && is(account);
	});

const isSystem =
	(...names: readonly string[]) =>
	({ systemAccount }: Account): boolean =>
		names.includes(systemAccount);

const isOfType =
	(name: string) =>
	({ type }: Account): boolean =>
		type === name;

/** A depreciation run credits the asset, or what was written off of it. */
const isCredit = ({ id }: Account, { amounts }: NotInApi): boolean => (amounts.get(id) ?? 0n) < 0n;

/** Whether the books began in the period: nothing stood on any account before, or Xero balanced what was entered then. */
const beganIn = (about: NotInApi): boolean => about.isFirst || some(about, isSystem('HISTORICAL'));

/** Whether an account of assets is where depreciation stands: it moved by what an expense of it did, or by what all of them did. */
function isCounterOfDepreciation({ id }: Account, { accounts, amounts }: NotInApi): boolean {
	const runs = [...amounts].filter(([of]) => accounts.byId.get(of)?.type === 'DEPRECIATN').map(([, amount]) => amount);
	const amount = amounts.get(id) ?? 0n;
	return amount !== 0n && (runs.includes(-amount) || sum(runs) === -amount);
}

/** Reasons that say no more than that an account is not explained. */
const VAGUE: ReadonlySet<NotInApiReason> = new Set(['unknown', 'payments']);

/** The first that is so. Where a counter-account decides, it is the one whose own movement is beyond doubt. */
const GUESSES: ReadonlyArray<readonly [NotInApiReason, Guess]> = [
	['openingBalance', isSystem('HISTORICAL')],
	['revaluation', isSystem('BANKCURRENCYGAIN', 'UNREALISEDCURRENCYGAIN')],
	['stock', isOfType('INVENTORY')],
	['stock', (account, about) => account.type === 'DIRECTCOSTS' && some(about, isOfType('INVENTORY'))],
	['payroll', isPayroll],
	['depreciationRun', isOfType('DEPRECIATN')],
	[
		'depreciationRun',
		(account, about) =>
			account.type === 'FIXED' &&
			(beganIn(about)
				? isCounterOfDepreciation(account, about)
				: isCredit(account, about) && some(about, isOfType('DEPRECIATN'))),
	],
	['openingBalance', ({ class: of }, about) => of !== 'REVENUE' && of !== 'EXPENSE' && beganIn(about)],
	['revaluation', ({ type, isForeign }, about) => type === 'BANK' && isForeign && some(about, isSystem('BANKCURRENCYGAIN'))],
	[
		'revaluation',
		(account, about) => isSystem('DEBTORS', 'CREDITORS')(account) && some(about, isSystem('UNREALISEDCURRENCYGAIN')),
	],
	['payments', ({ type, systemAccount }) => type === 'BANK' || systemAccount === 'UNPAIDEXPCLM'],
];

/**
 * The reason that an amount on an account is in none of the lists.
 * `rounding`: no more than what roundings behind the account may come to. A record that was left out for want of its rate or lines
 * comes before every guess, a list that could not be read before those that say little.
 */
export function reasonOf(accountId: string, about: NotInApi): NotInApiReason {
	const amount = absolute(about.amounts.get(accountId) ?? 0n);
	if (amount <= (about.allowances.get(accountId) ?? 0n)) return 'rounding';
	const omission = about.omissions.find(({ accountIds }) => accountIds.includes(accountId));
	if (omission) return omission.reason;
	const account = about.accounts.byId.get(accountId);
	const guessed = (guesses: typeof GUESSES): NotInApiReason | undefined =>
		account && guesses.find(([, guess]) => guess(account, about))?.[0];
	const reason = guessed(GUESSES) ?? 'unknown';
	return about.unread?.length && VAGUE.has(reason) ? 'notRead' : reason;
}

/** A reason as a sentence for people. */
export const REASON_TEXT: Readonly<Record<NotInApiReason, string>> = {
	payroll: 'Likely payroll, which is not in Xero’s Accounting API.',
	stock: 'Likely the cost of tracked items that were sold, or stock that was adjusted.',
	revaluation: 'Likely the revaluation of foreign currencies, which Xero makes in its reports.',
	depreciationRun: 'Likely a depreciation run of the asset register.',
	openingBalance: 'Likely a balance that was entered when the books began in Xero.',
	payments: 'Likely payroll, claims or other payments that Xero’s API does not list.',
	rateMissing: 'Xero did not give the currency rate of a foreign transaction on this account.',
	notRead: 'What was not read may explain it: lines of a document on this account, the document itself, or a whole list.',
	rounding: 'No more than the cents by which foreign amounts and shares may be rounded another way.',
	unknown: 'None of the lists of Xero’s API says where this comes from.',
};
