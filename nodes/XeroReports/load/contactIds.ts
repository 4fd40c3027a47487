// IDs of contacts that people pick by name.

import type { Picked } from '../../shared/inputs/locators';
import { isText, quoted } from '../../shared/inputs/where';
import type { OperationContext } from '../../shared/model/context';
import { shown } from '../../shared/model/findings';
import { listOf } from './lists';

type Asking = Pick<OperationContext, 'listOnce' | 'refuse'>;

const nameIs = quoted('Name', 'Name');

/** Calls that names among what is picked take: one for each. */
export const nameCalls = (picked: readonly Picked[]): number =>
	new Set(picked.filter(({ by }) => by === 'name').map(({ value }) => value)).size;

/** The ID that a name stands for; of several contacts the one in use, as Xero lets an archived one keep its name. */
async function idOfName(call: Asking, name: string): Promise<string> {
	const { path, paging, scope, name: envelope, id } = listOf('contact');
	const query = { where: isText('Name', name), includeArchived: true };
	const found = await call.listOnce({ path, query, scope }, paging, envelope, id);
	const fits = nameIs.matches?.(name) ?? (() => true);
	const so = found.filter(fits);
	const inUse = so.filter(({ ContactStatus }) => ContactStatus === 'ACTIVE');
	const [only, ...others] = inUse.length > 0 ? inUse : so;
	if (only && others.length === 0) return String(only.ContactID);
	return call.refuse({
		place: ['Contact'],
		value: shown(name),
		says: only ? `Xero has ${others.length + 1} contacts so named` : 'Xero has no contact so named',
		todo: only ? 'Use By ID' : 'Check the name, or choose it From List',
		state: 'refused',
	});
}

/**
 * The IDs of contacts, however they are picked.
 * @throws NodeOperationError where a name stands for none, or for several
 */
export async function contactIdsOf(call: Asking, picked: readonly Picked[]): Promise<string[]> {
	const ids = picked.map(async ({ by, value }) => (by === 'name' ? await idOfName(call, value) : value.toLowerCase()));
	return [...new Set(await Promise.all(ids))];
}
