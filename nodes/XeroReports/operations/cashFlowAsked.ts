// What an item asks of the statement of cash flows.

import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext } from '../../shared/model/context';
import { objectsIn } from '../../shared/model/values';
import { accountBy } from '../entries/postings';
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

type Asking = Pick<OperationContext, 'input' | 'options' | 'refuse'>;

/** The account of a row, by its ID or code. */
function accountIdIn(call: Asking, picked: Picked | undefined, row: number, accounts: Accounts): string {
	const place = ['Activities', `Activity ${row + 1}`, 'Account'];
	if (picked === undefined) return call.refuse({ place, says: 'has no value', todo: 'Give one, or remove the row' });
	const { by, value } = picked;
	const named = by === 'code' ? { accountId: null, accountCode: value } : { accountId: value.toLowerCase(), accountCode: null };
	const account = accountBy(accounts, named);
	return account?.id ?? call.refuse({ place, value, says: 'is not in the chart of accounts', todo: 'Choose it From List' });
}

/** Rows of Activities; one without an activity is operating, as the panel shows. */
function chosenIn(call: Asking, accounts: Accounts): Map<string, Activity> {
	return new Map(
		objectsIn(call.options.activities).map(({ account, activity }, row) => [
			accountIdIn(call, account as unknown as Picked | undefined, row, accounts),
			(activity ?? 'operating') as Activity,
		]),
	);
}

/**
 * Reads the inputs of an item.
 * @throws NodeApiError where Activities names an account that is not in the chart
 */
export function cashFlowAsked(call: Asking, accounts: Accounts): CashFlowAsked {
	const { input, options } = call;
	const which = (options.cashAccounts ?? 'bankAndPayPal') as CashAccounts;
	return {
		method: input.method === 'indirect' ? 'indirect' : 'direct',
		source: (options.source ?? 'trialBalances') as CashFlowAsked['source'],
		settings: { accounts, cash: cashAccountsOf(accounts, which), chosen: chosenIn(call, accounts) },
		isTied: options.tieOut !== false,
	};
}
