// The records that inputs name: looked up in the lists behind their pickers.

import type { IDataObject } from 'n8n-workflow';
import type { IdOf, NameFault } from '../inputs/names';
import type { OperationContext } from '../model/context';
import type { Api, ListCall, Resource } from '../model/operation';
import { isGuid } from '../model/values';

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

/** What is wrong with a name that stands for none or several of what may be picked. `isThere`: something else has it. */
function faultOf({ name, plural }: Pick<Resource, 'name' | 'plural'>, ids: readonly string[], isThere: boolean): NameFault {
	const noun = name.toLowerCase();
	if (ids.length > 0)
		return {
			says: `Xero has ${ids.length} ${plural.toLowerCase()} so named`,
			todo: ids.every(isGuid) ? 'Use By ID' : 'Use By Code',
		};
	return isThere
		? { says: `Xero has this ${noun}, but it cannot be used here`, todo: 'Choose another From List' }
		: { says: `Xero has no ${noun} so named`, todo: 'Check the name, or choose it From List' };
}

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
		const all = new Set(records.flatMap((record) => resource.namesOf?.(record) ?? []).map(plain));
		known.set(search, (name) => {
			const ids = names.get(plain(name)) ?? [];
			if (ids.length === 1) return ids[0]!;
			return faultOf(resource.lineKinds?.[search] ?? resource, ids, all.has(plain(name)));
		});
	}
	return (search, name) => known.get(search)?.(name);
}
