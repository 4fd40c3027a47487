// What an item asks of the statement of cash flows.

import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext } from '../../shared/model/context';
import { objectsIn } from '../../shared/model/values';
import { accountBy } from '../entries/postings';
import type { Account, Accounts } from '../facts/accounts';
import type { Activity, CashAccounts, CashSettings } from '../folds/cashActivities';
import { cashAccountsOf, isRevaluation } from '../folds/cashActivities';

/** The inputs, as the folds take them. */
export interface CashFlowAsked {
	readonly method: 'direct' | 'indirect';
	readonly source: 'trialBalances' | 'documents' | 'journals';
	readonly settings: CashSettings;
	/** Whether figures are held against other reports of Xero, which takes calls. */
	readonly isTied: boolean;
}

type Asking = Pick<OperationContext, 'input' | 'options' | 'refuse'>;

/** Where a row of Activities stands. */
const placeOf = (row: number): string[] => ['Activities', `Activity ${row + 1}`, 'Account'];

/** The account of a row, by its ID or code. */
function accountIn(call: Asking, { by, value }: Picked, row: number, accounts: Accounts): Account {
	const named = by === 'code' ? { accountId: null, accountCode: value } : { accountId: value.toLowerCase(), accountCode: null };
	return (
		accountBy(accounts, named) ??
		call.refuse({ place: placeOf(row), value, says: 'is not in the chart of accounts', todo: 'Choose it From List' })
	);
}

/** Why no activity can be chosen for an account. */
function unfit(account: Account, cash: ReadonlySet<string>, chosen: ReadonlyMap<string, Activity>): string | undefined {
	if (chosen.has(account.id)) return 'has an activity in a row before';
	if (cash.has(account.id)) return 'is one of the Cash Accounts, which have no activity';
	return isRevaluation(account) ? 'has what exchange rates did to cash, which is no activity' : undefined;
}

/**
 * Rows of Activities. One that would change nothing is refused: whoever gives it expects that it does.
 * @returns activities by AccountID
 */
function chosenIn(call: Asking, accounts: Accounts, cash: ReadonlySet<string>): Map<string, Activity> {
	const chosen = new Map<string, Activity>();
	objectsIn(call.options.activities).forEach(({ account: picked, activity }, row) => {
		const account = accountIn(call, picked as unknown as Picked, row, accounts);
		const says = unfit(account, cash, chosen);
		if (says !== undefined)
			call.refuse({ place: placeOf(row), value: account.code || account.name, says, todo: 'Remove the row' });
		chosen.set(account.id, activity as Activity);
	});
	return chosen;
}

/**
 * Reads the inputs of an item.
 * @throws NodeApiError where a row of Activities names an account that is not in the chart, or that can have none
 */
export function cashFlowAsked(call: Asking, accounts: Accounts): CashFlowAsked {
	const { input, options } = call;
	const cash = cashAccountsOf(accounts, (options.cashAccounts ?? 'bankAndPayPal') as CashAccounts);
	return {
		method: input.method === 'indirect' ? 'indirect' : 'direct',
		source: (options.source ?? 'trialBalances') as CashFlowAsked['source'],
		settings: { accounts, cash, chosen: chosenIn(call, accounts, cash) },
		isTied: options.tieOut !== false,
	};
}
