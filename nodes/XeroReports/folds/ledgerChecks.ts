// The checks at the foot of the general ledger.

import { sum } from '../facts/money';
import type { AccountMovement, LedgerAccount, LedgerInput } from './ledgerAccounts';
import { movedBy } from './ledgerAccounts';
import { REASON_TEXT } from './notInApi';
import type { Check, CheckStatus, NotInApiReason } from './rows';

/** An account of the ledger and why it moved by what is not in the API. */
type Checked = LedgerAccount & { readonly reason: NotInApiReason | null };

/** What is not in the API is explained by its rows, unless nobody can say what it is, or lists are missing that may. */
function accountStatus({ notInApi, reason }: Checked, unread: readonly string[]): CheckStatus {
	if (notInApi === 0n) return 'ties';
	if (reason === 'rounding') return 'rounding';
	if (unread.length > 0) return 'notChecked';
	return reason === 'unknown' ? 'differs' : 'explained';
}

const TIES = 'The transactions explain the balance in Xero’s trial balance.';

function accountCheck(row: Checked, unread: readonly string[]): Check {
	const { accountId, reason, closing, notInApi } = row;
	const status = accountStatus(row, unread);
	const guess = reason === null ? TIES : REASON_TEXT[reason];
	const note = status === 'notChecked' ? `${guess} Not read: ${unread.join(', ')}.` : guess;
	return { check: 'account', accountId, ours: closing - notInApi, xeros: closing, status, note };
}

const nothing = (check: string, ours: bigint, [ties, differs]: readonly [string, string]): Check => ({
	check,
	ours,
	xeros: 0n,
	status: ours === 0n ? 'ties' : 'differs',
	note: ours === 0n ? ties : differs,
});

const isStill = ({ opening, closing, movement, notInApi }: LedgerAccount): boolean =>
	opening === 0n && closing === 0n && notInApi === 0n && movement.debit === 0n && movement.credit === 0n;

const entriesSum = (accounts: readonly AccountMovement[]): Check =>
	nothing('entriesSum', sum(accounts.map(({ movement }) => movedBy(movement))), [
		'Debits and credits of all transactions are the same.',
		'Debits and credits of the transactions should be the same.',
	]);

/**
 * The checks where the trial balance was not read: balances and what is not in the API are not known then.
 * @param notRead why, as a sentence
 */
export const movementChecks = (accounts: readonly AccountMovement[], notRead: string): Check[] => [
	...['account', 'notInApiSum'].map((check): Check => ({ check, ours: null, xeros: null, status: 'notChecked', note: notRead })),
	entriesSum(accounts),
];

/**
 * One check for each account with anything on it; that what is not in the API adds up to nothing, as everything else does; that the
 * transactions add up to nothing.
 * @param unread lists that could not be read, with their scopes
 */
export function ledgerChecks(
	accounts: readonly Checked[],
	{ trialBalances }: LedgerInput,
	unread: readonly string[] = [],
): Check[] {
	const rest = sum(accounts.map(({ notInApi }) => notInApi));
	const withoutAccount = [...trialBalances.values()].some((one) => one.withoutAccount !== 0n);
	const hint = withoutAccount
		? 'Xero’s trial balance has rows without an account.'
		: 'Run the report again: documents may have changed.';
	return [
		...accounts.filter((row) => !isStill(row)).map((row) => accountCheck(row, unread)),
		nothing('notInApiSum', rest, [
			'What is not in the API adds up to nothing over all accounts.',
			`What is not in the API should add up to nothing over all accounts. ${hint}`,
		]),
		entriesSum(accounts),
	];
}
