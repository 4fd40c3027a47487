// The checks of a trial balance by tracking option.

import type { Accounts } from '../facts/accounts';
import { sum } from '../facts/money';
import type { CategoryOption } from '../facts/trackingCategories';
import type { TrialBalance } from '../facts/trialBalance';
import { balanceOf } from '../facts/trialBalance';
import { REASON_TEXT, reasonOf } from './notInApi';
import type { Check, NotInApiReason } from './rows';
import type { Balances, OptionBalances } from './trackedBalances';
import { addAmount, isProfit } from './trackedBalances';

/** A check of an option, or of all of them. */
export interface TrackedCheck extends Check {
	readonly first?: CategoryOption | undefined;
	readonly second?: CategoryOption | undefined;
}

/** What no journal explains of an account, and why. */
export interface Unexplained {
	readonly accountId: string;
	readonly amount: bigint;
	readonly reason: NotInApiReason;
}

/** What all options have together by account. */
export function overOptions(options: readonly OptionBalances[]): Balances {
	const all: Balances = new Map();
	for (const { balances } of options) for (const [id, amount] of balances) addAmount(all, id, amount);
	return all;
}

/** What the trial balance has and the options together have not; nothing where they are made of it. */
export function unexplainedBy(options: readonly OptionBalances[], trialBalance: TrialBalance, accounts: Accounts): Unexplained[] {
	const ours = overOptions(options);
	const ids = [...new Set([...ours.keys(), ...trialBalance.lines.keys()])];
	const amounts = new Map(ids.map((id) => [id, balanceOf(trialBalance, id) - (ours.get(id) ?? 0n)]));
	const about = { accounts, amounts, omissions: [], allowances: new Map<string, bigint>(), isFirst: false };
	return [...amounts]
		.filter(([, amount]) => amount !== 0n)
		.map(([accountId, amount]) => ({ accountId, amount, reason: reasonOf(accountId, about) }));
}

/** Each account that journals do not explain, and how many they are. */
export function journalChecks(
	unexplained: readonly Unexplained[],
	options: readonly OptionBalances[],
	trialBalance: TrialBalance,
): TrackedCheck[] {
	const ours = overOptions(options);
	const checks = unexplained.map(({ accountId, reason }): TrackedCheck => ({
		check: 'account',
		accountId,
		ours: ours.get(accountId) ?? 0n,
		xeros: balanceOf(trialBalance, accountId),
		status: reason === 'unknown' ? 'differs' : 'explained',
		note: REASON_TEXT[reason],
	}));
	const differ = checks.filter(({ status }) => status === 'differs').length;
	return [
		...checks,
		{
			check: 'trackedAccountsCount',
			ours: BigInt(differ),
			xeros: 0n,
			status: differ === 0 ? 'ties' : 'differs',
			note: 'Accounts on which all options together are not what the trial balance has, for no known reason.',
		},
	];
}

/** The profit of all options together in the profit and loss, beside that of the trial balance. */
export function profitCheck(profit: bigint, trialBalance: TrialBalance, { byId }: Accounts): TrackedCheck {
	const lines = [...trialBalance.lines.values()].filter(({ accountId }) => isProfit(byId.get(accountId)));
	const ours = -sum(lines.map(({ balance }) => balance));
	const status = ours === profit ? 'ties' : 'differs';
	return {
		check: 'profitOfOptions',
		ours,
		xeros: profit,
		status,
		note: 'Net profit in the trial balance, beside the total of Xero’s profit and loss by option.',
	};
}

/** The balance of an option with the others, beside Tracking Transfers on its balance sheet of the same day. */
export function transfersChecks(
	transfers: ReadonlyArray<{ first: CategoryOption | undefined; second: CategoryOption | undefined; amount: bigint }>,
	balanceOfOption: (first: CategoryOption | undefined, second: CategoryOption | undefined) => bigint,
): TrackedCheck[] {
	return transfers.map(({ first, second, amount }) => {
		const ours = balanceOfOption(first, second);
		return {
			check: 'trackingTransfers',
			first,
			second,
			ours,
			xeros: amount,
			status: ours === amount ? 'ties' : 'differs',
			note: 'The balance with other options, beside Tracking Transfers on Xero’s balance sheet of the option.',
		};
	});
}

/** Debits and credits of all options together. */
export function debitsCheck(options: readonly OptionBalances[], { withoutAccount }: TrialBalance): TrackedCheck {
	const ours = sum([...overOptions(options).values()]);
	const hint = withoutAccount === 0n ? '' : ' Xero’s trial balance has rows without an account.';
	return {
		check: 'debitsAndCredits',
		ours,
		xeros: 0n,
		status: ours === 0n ? 'ties' : 'differs',
		note: `Debits less credits of all options together.${hint}`,
	};
}
