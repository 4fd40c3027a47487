// What an item asks of the statement of cash flows.

import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext } from '../../shared/model/context';
import { objectsIn } from '../../shared/model/values';
import type { Accounts } from '../facts/accounts';
import type { Activity, CashAccounts, CashSettings } from '../folds/cashActivities';
import { cashAccountsOf } from '../folds/cashActivities';

/** The inputs, as the folds take them. */
export interface CashFlowAsked {
	readonly method: 'direct' | 'indirect';
	readonly source: 'trialBalances' | 'documents' | 'journals';
	readonly settings: CashSettings;
	/** Whether figures are held against other reports of Xero, which takes calls. */
	readonly isTied: boolean;
}

function chosenIn(rows: unknown): Map<string, Activity> {
	const chosen = objectsIn(rows).flatMap(({ account, activity }) =>
		account === undefined || activity === undefined
			? []
			: [[String((account as unknown as Picked).value), activity as Activity] as const],
	);
	return new Map(chosen);
}

/** Reads the inputs of an item. */
export function cashFlowAsked(
	{ input, options }: Pick<OperationContext, 'input' | 'options'>,
	accounts: Accounts,
): CashFlowAsked {
	const which = (options.cashAccounts ?? 'bankAndPayPal') as CashAccounts;
	return {
		method: input.method === 'indirect' ? 'indirect' : 'direct',
		source: (options.source ?? 'trialBalances') as CashFlowAsked['source'],
		settings: { accounts, cash: cashAccountsOf(accounts, which), chosen: chosenIn(options.activities) },
		isTied: options.tieOut !== false,
	};
}
