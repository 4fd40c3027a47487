// The records that inputs name: looked up in the lists behind their pickers.

import type { IDataObject } from 'n8n-workflow';
import type { IdOf, NameFault } from '../inputs/names';
import type { OperationContext } from '../model/context';
import type { Api, ListCall, Resource } from '../model/operation';

/** What a name is told apart by: neither case nor blanks. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The resource whose records a search finds, and the list that they stand in. @throws RangeError when there is none: a slip of a table */
export function listBehind({ resources }: Api, search: string): { readonly resource: Resource; readonly list: ListCall } {
	const resource = resources.find(({ listOptions }) => listOptions && search in listOptions);
	const list = resource?.operations.getAll ?? resource?.listedIn;
	if (!resource || !list?.paging) throw new RangeError(`No list says which record a name of ${search} stands for`);
	return { resource, list };
}

/** Names of a list's records with the IDs that they stand for; what cannot be picked has none. */
function namesIn(records: readonly IDataObject[], resource: Resource, search: string): ReadonlyMap<string, readonly string[]> {
	const ids = new Map<string, Set<string>>();
	for (const record of records) {
		for (const { value, names = resource.namesOf?.(record) ?? [] } of resource.listOptions![search]!(record)) {
			for (const name of names) ids.set(plain(name), new Set([...(ids.get(plain(name)) ?? []), value]));
		}
	}
	return new Map([...ids].map(([name, values]) => [name, [...values]]));
}

/** What is wrong with a name that so many records have. */
const faultOf = ({ name, plural }: Pick<Resource, 'name' | 'plural'>, count: number): NameFault =>
	count === 0
		? { says: `Xero has no ${name.toLowerCase()} so named`, todo: 'Check the name, or choose it From List' }
		: { says: `Xero has ${count} ${plural.toLowerCase()} so named`, todo: 'Use By ID' };

/**
 * Reads the lists of some searches, once for all items of the run.
 * @returns which ID a name stands for in each of them
 */
export async function lookedUp(call: OperationContext, api: Api, searches: Iterable<string>): Promise<IdOf> {
	const known = new Map<string, (name: string) => string | NameFault>();
	for (const search of searches) {
		const { resource, list } = listBehind(api, search);
		const query = { ...list.fixedQuery, ...resource.searchQuery?.[search] };
		const { basePath, path, scope } = list;
		const records = await call.listOnce(
			{ path, query, ...(basePath === undefined ? {} : { basePath }), ...(scope ? { scope } : {}) },
			list.paging!,
			list.envelope,
			resource.id,
		);
		const names = namesIn(records, resource, search);
		known.set(search, (name) => {
			const ids = names.get(plain(name)) ?? [];
			return ids.length === 1 ? ids[0]! : faultOf(resource.lineKinds?.[search] ?? resource, ids.length);
		});
	}
	return (search, name) => known.get(search)?.(name);
}
