// Accounts that an item chooses one by one.

import type { OperationContext } from '../../shared/model/context';
import { accountBy } from '../entries/postings';
import type { Accounts } from '../facts/accounts';
import { pickedIn } from './owingOptions';

/**
 * The accounts that are chosen, by ID or code; null for all.
 * @param option the key of the rows
 * @throws NodeOperationError where one is not in the chart of accounts
 */
export function accountsChosenIn(
	call: Pick<OperationContext, 'options' | 'refuse'>,
	accounts: Accounts,
	option = 'accounts',
): ReadonlySet<string> | null {
	const picked = pickedIn(call.options[option], 'accountId');
	if (picked === null) return null;
	const ids = picked.map(({ by, value }, index) => {
		const named = by === 'code' ? { accountId: null, accountCode: value } : { accountId: value.toLowerCase(), accountCode: null };
		const account = accountBy(accounts, named);
		const place = [`Account ${index + 1}`];
		const todo = 'Choose it From List';
		return account?.id ?? call.refuse({ place, value, says: 'is not in the chart of accounts', todo, state: 'refused' });
	});
	return new Set(ids);
}
