// From List: records for the pickers.

import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import type { ClientSettings } from '../http/session';
import type { XeroClient } from '../http/client';
import { openClient } from '../http/client';
import { pageIn } from '../http/response';
import { isGuid } from '../model/values';
import type { Api, ListCall, ListOption, NameOf, Resource } from '../model/operation';
import { fillPath, pathParametersOf } from '../model/path';
import { withArchived } from '../model/withArchived';
import { listBehind } from './names';
import { organisationFor, organisationIn } from './organisations';

/** n8n's methods behind "From List". */
export type Search = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** A person waits in front of the list: shorter than a run's patience. Times in ms. */
const SETTINGS: ClientSettings = { longestWait: 20_000, timeout: 20_000, run: 'list search' };

/** Records a page of a searched list holds, and pages looked through at once for a first hit. */
const PAGE = 100;
const PAGES = 5;

const holding = (lines: readonly ListOption[], filter: string | undefined): ListOption[] => {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return lines.filter(({ name }) => name.toLowerCase().includes(wanted));
};

const byName = (lines: ListOption[]): ListOption[] =>
	lines.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.name.localeCompare(b.name, 'en', { numeric: true }));

const asItems = (lines: readonly ListOption[]): INodeListSearchItems[] => lines.map(({ name, value }) => ({ name, value }));

async function organisations(this: ILoadOptionsFunctions, api: Api, filter?: string): Promise<INodeListSearchResult> {
	const client = await openClient(this, api, SETTINGS);
	const lines = (await client.connections()).map(({ tenantName, tenantId }) => ({ name: tenantName, value: tenantId }));
	return { results: asItems(byName(holding(lines, filter))) };
}

/** Names of the records of other lists, which lines tell of by ID alone; lists that cannot be had name none of theirs. */
async function namesFor(client: XeroClient, api: Api, { linesName = [] }: Resource, organisation: string): Promise<NameOf> {
	const read = linesName.map(async (search): Promise<ReadonlyArray<readonly [string, string]>> => {
		const { resource, list } = listBehind(api, search);
		const names: Array<readonly [string, string]> = [];
		try {
			for (let page = 1; page <= PAGES; page += 1) {
				const query = list.paging?.by === 'page' ? { page } : {};
				const { path, envelope, scope } = list;
				const answer = await client.request(
					{ path, query, ...(envelope ? { envelope } : {}) },
					{ organisation, serial: '', ...(scope ? { scope } : {}) },
				);
				const { records, pages } = pageIn(answer, envelope, api.conventions);
				for (const record of records) {
					const [name] = resource.namesOf?.(record) ?? [];
					if (name !== undefined) names.push([`${search} ${String(record[resource.id]).toLowerCase()}`, name]);
				}
				if (list.paging?.by !== 'page' || (pages === undefined ? records.length < PAGE : page >= pages)) break;
			}
		} catch {
			// The lines are of use without the names as well.
		}
		return names;
	});
	const known = new Map((await Promise.all(read)).flat());
	return (search, id) => known.get(`${search} ${String(id).toLowerCase()}`);
}

/** Asks the resource's own list; Xero searches where it can, else the lines are searched here. */
async function found(
	ctx: ILoadOptionsFunctions,
	api: Api,
	resource: Resource,
	name: string,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const list: ListCall | undefined = resource.operations.getAll ?? resource.listedIn;
	if (!list) return { results: [] };
	const conventions = { ...api.conventions, ...resource.conventions };
	const client = await openClient(ctx, { basePath: api.basePath, conventions }, SETTINGS);
	const organisation = await organisationFor(ctx.getNode(), client, organisationIn(ctx.getCurrentNodeParameter('organisation')));
	// What is archived is in Xero's list only when asked for.
	const restoring = /^restore/.test(String(ctx.getCurrentNodeParameter('operation')));
	const paging = list.paging?.by === 'page' ? list.paging : undefined;
	const paged = paging !== undefined;
	// A list inside of a record (the tasks of a project) needs the one that is picked above.
	const pathNames = pathParametersOf(list.path);
	const outer = Object.keys(list.required).filter((name) => list.required[name]!.ui.type === 'resourceLocator');
	const pathParameters: IDataObject = {};
	const asked: IDataObject = {};
	for (const name of new Set([...pathNames, ...outer])) {
		const picked = ctx.getCurrentNodeParameter(name, { extractValue: true });
		// By another way than its ID it would have to be looked up first: people see the whole list once they pick it.
		if (!isGuid(picked)) return { results: [] };
		(pathNames.includes(name) ? pathParameters : asked)[name] = picked as string;
	}
	const path = fillPath(list.path, pathParameters);
	const searches = list.query !== undefined && 'searchTerm' in list.query && filter.trim() !== '';
	const nameOf = await namesFor(client, api, resource, organisation);
	for (let number = Number(token ?? 1), tries = 1; ; number += 1, tries += 1) {
		const query: IDataObject = {
			...list.fixedQuery,
			...asked,
			...(paged ? { page: number, ...(paging.fixed ? {} : { [paging.sizeName ?? 'pageSize']: PAGE }) } : {}),
			...(searches ? { searchTerm: filter.trim() } : {}),
			...(paged && resource.searchOrder ? { order: resource.searchOrder } : {}),
			...(list.query && 'summaryOnly' in list.query ? { summaryOnly: 'true' } : {}),
			...(restoring ? withArchived(list) : {}),
			...resource.searchQuery?.[name],
		};
		const answer = await client.request(
			{
				...{ path, query },
				...(list.basePath === undefined ? {} : { basePath: list.basePath }),
				...(list.envelope ? { envelope: list.envelope } : {}),
			},
			{ organisation, serial: '', ...(list.scope ? { scope: list.scope } : {}) },
		);
		const { records, pages } = pageIn(answer, list.envelope, conventions);
		const lines = records.flatMap((record) => [
			...resource.listOptions![name]!(record, { restoring, nameOf, panel: (input) => ctx.getCurrentNodeParameter(input) }),
		]);
		const more = paged && (pages === undefined ? records.length >= PAGE : number < pages);
		const hits = searches ? lines : holding(lines, filter);
		// Where Xero cannot search, a page without a hit is not the end: the next ones may hold it.
		if (more && hits.length === 0 && tries < PAGES) continue;
		return { results: asItems(paged ? hits : byName(hits)), ...(more ? { paginationToken: String(number + 1) } : {}) };
	}
}

/** Searches of another API whose records this one's are about: contacts of the Accounting API for projects. */
export interface Borrowed {
	readonly api: Api;
	readonly names: readonly string[];
}

/**
 * Every search the tables name: `organisations`, and each key of each resource's `searches`. Where several resources serve one
 * (the allocations of credits), it is the one chosen in the panel.
 */
export function search(api: Api, ...borrowed: readonly Borrowed[]): Record<string, Search> {
	const methods: Record<string, Search> = {
		async organisations(filter) {
			return await organisations.call(this, api, filter);
		},
	};
	for (const { api: other, names } of borrowed) {
		const its = search(other);
		for (const name of names) methods[name] = its[name]!;
	}
	for (const resource of api.resources) {
		for (const name of Object.keys(resource.listOptions ?? {})) {
			methods[name] ??= async function (filter, token) {
				const serving = api.resources.filter(({ listOptions }) => listOptions && name in listOptions);
				const chosen = serving.find(({ key }) => key === this.getCurrentNodeParameter('resource')) ?? serving[0]!;
				return await found(this, api, chosen, name, filter, token);
			};
		}
	}
	return methods;
}
