// The tax accounts beside the tax of lines: why their balance moved by something else.

import type { Entry } from '../entries/entry';
import type { Accounts } from '../facts/accounts';
import { absolute, amountText, sum } from '../facts/money';
import type { ReasonedAccount } from './generalLedger';
import { movedBy } from './ledgerAccounts';
import { REASON_TEXT } from './notInApi';
import type { Check } from './rows';
import type { TaxLine } from './taxLines';
import { netTaxOf } from './taxLines';

/** The accounts that tax stands on: those with SystemAccount GST and GSTONIMPORTS. */
export const taxAccountIds = ({ all }: Accounts): ReadonlySet<string> =>
	new Set(all.filter(({ systemAccount }) => systemAccount === 'GST' || systemAccount === 'GSTONIMPORTS').map(({ id }) => id));

/**
 * Entries on the tax accounts that are not the tax of lines: payments to the tax office, manual journals on the account, anything coded
 * straight to it.
 */
export function ownEntries(entries: readonly Entry[], ids: ReadonlySet<string>): Entry[] {
	const taxed = new Set(
		entries.filter(({ tax }) => tax !== null && tax !== 0n).map(({ source }) => `${source.type} ${source.id}`),
	);
	return entries.filter(
		({ accountId, amount, tax, source }) =>
			ids.has(accountId) && amount !== 0n && (tax !== null || !taxed.has(`${source.type} ${source.id}`)),
	);
}

/** What moves on the tax accounts besides the tax of lines, debit positive. */
export const ownMovement = (accounts: readonly ReasonedAccount[], lines: readonly TaxLine[]): bigint =>
	sum(accounts.map(({ movement }) => movedBy(movement))) + netTaxOf(lines);

/**
 * The movement of the tax accounts in the trial balance beside net tax and lines of their own.
 * @param accounts the tax accounts alone
 * @param decimals of the base currency
 * @param unread lists that could not be read, with their scopes
 * @param leftOut records with tax that gave no lines: nothing says how much of the rest is theirs, so that it is not explained
 */
export function taxAccountsCheck(
	accounts: readonly ReasonedAccount[],
	lines: readonly TaxLine[],
	decimals: number,
	unread: readonly string[] = [],
	leftOut = 0,
): Check {
	const ours = sum(accounts.map(({ movement }) => movedBy(movement)));
	const xeros = sum(accounts.map(({ opening, closing }) => closing - opening));
	const rest = xeros - ours;
	const rounded = sum(accounts.map(({ movement }) => movement.rounded));
	const reasons = [...new Set(accounts.flatMap(({ reason }) => reason ?? []))];
	const isKnown = reasons.length > 0 && !reasons.includes('unknown');
	if (unread.length > 0)
		return {
			check: 'taxAccounts',
			ours,
			xeros,
			status: 'notChecked',
			note: `Lists that could not be read: ${unread.join(', ')}.`,
		};
	if (leftOut > 0 && rest !== 0n)
		return {
			check: 'taxAccounts',
			ours,
			xeros,
			status: 'notChecked',
			note: `Records whose tax is not among the lines, as Xero does not say all of them: ${leftOut}.`,
		};
	const status = rest === 0n ? 'ties' : absolute(rest) <= rounded ? 'rounding' : isKnown ? 'explained' : 'differs';
	const text = (amount: bigint): string => amountText(amount, decimals);
	const parts = `Net tax ${text(netTaxOf(lines))} the other way, and ${text(ownMovement(accounts, lines))} of lines on the tax accounts themselves.`;
	const why = rest === 0n ? [] : reasons.map((reason) => REASON_TEXT[reason]);
	return { check: 'taxAccounts', ours, xeros, status, note: [parts, ...why].join(' ') };
}
