// The organisation and its chart of accounts, which every report of our own needs.

import type { OperationContext } from '../../shared/model/context';
import type { Accounts } from '../facts/accounts';
import { accountsOf } from '../facts/accounts';
import type { Organisation } from '../facts/organisation';
import { organisationOf } from '../facts/organisation';
import { SETTINGS_SCOPE } from './settings';

/** Whose books they are, and the accounts in them. */
export interface Books {
	readonly organisation: Organisation;
	readonly accounts: Accounts;
}

/** Calls that `readBooks` takes. */
export const BOOKS_CALLS = 2;

/**
 * Reads both once for all items of a run.
 * @throws NodeApiError where they cannot be read: without the base currency no figure of the ledger has a meaning
 */
export async function readBooks(call: Pick<OperationContext, 'listOnce'>): Promise<Books> {
	const list = async (path: string, envelope: string, id: string) =>
		await call.listOnce({ path, query: {}, scope: SETTINGS_SCOPE }, { by: 'nothing' }, envelope, id);
	const [[organisation = {}], accounts] = await Promise.all([
		list('/Organisation', 'Organisations', 'OrganisationID'),
		list('/Accounts', 'Accounts', 'AccountID'),
	]);
	const facts = organisationOf(organisation);
	return { organisation: facts, accounts: accountsOf(accounts, facts.baseCurrency) };
}
