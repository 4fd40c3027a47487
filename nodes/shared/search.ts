import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import type { Answer, Settings } from './client';
import { open } from './client';
import type { Api, Line, Resource } from './model';
import { organisationFor, organisationIn } from './organisations';
import { page } from './records';

/** n8n's methods behind "From List". */
export type Search = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** A person waits in front of the list: shorter than a run's patience. Times in ms. */
const SETTINGS: Settings = { patience: 20_000, timeout: 20_000, run: 'list search' };

/** Records a page of a searched list holds. */
const PAGE = 100;

const holding = (lines: readonly Line[], filter: string | undefined): Line[] => {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return lines.filter(({ name }) => name.toLowerCase().includes(wanted));
};

const byName = (lines: Line[]): Line[] => lines.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

const asItems = (lines: readonly Line[]): INodeListSearchItems[] => lines.map(({ name, value }) => ({ name, value }));

async function organisations(this: ILoadOptionsFunctions, api: Api, filter?: string): Promise<INodeListSearchResult> {
	const door = await open(this, api, SETTINGS);
	const lines = (await door.connections()).map(({ tenantName, tenantId }) => ({ name: tenantName, value: tenantId }));
	return { results: asItems(byName(holding(lines, filter))) };
}

/** Asks the resource's own list; Xero searches where it can, else the lines are searched here. */
async function found(
	ctx: ILoadOptionsFunctions,
	api: Api,
	resource: Resource,
	linesOf: (record: IDataObject) => readonly Line[],
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const list = resource.operations.getAll;
	if (!list) return { results: [] };
	const door = await open(ctx, api, SETTINGS);
	const organisation = await organisationFor(ctx.getNode(), door, organisationIn(ctx.getCurrentNodeParameter('organisation')));
	const paged = list.paging?.by === 'page';
	const searches = list.query !== undefined && 'searchTerm' in list.query && filter.trim() !== '';
	const number = Number(token ?? 1);
	const query: IDataObject = {
		...(paged ? { page: number, ...(list.paging?.by === 'page' && list.paging.fixed ? {} : { pageSize: PAGE }) } : {}),
		...(searches ? { searchTerm: filter.trim() } : {}),
		...(paged && resource.searchOrder ? { order: resource.searchOrder } : {}),
		...(list.query && 'summaryOnly' in list.query ? { summaryOnly: 'true' } : {}),
	};
	const answer: Answer = await door.ask(
		{ path: list.path, query },
		{ organisation, serial: '', ...(list.scope ? { scope: list.scope } : {}) },
	);
	const { records, pages } = page(answer, list.envelope, api.dialect);
	const lines = records.flatMap((record) => [...linesOf(record)]);
	const more = paged && (pages === undefined ? records.length >= PAGE : number < pages);
	return {
		results: asItems(searches ? lines : paged ? holding(lines, filter) : byName(holding(lines, filter))),
		...(more ? { paginationToken: String(number + 1) } : {}),
	};
}

/** Every search the tables name: `organisations`, and each key of each resource's `searches`. */
export function search(api: Api): Record<string, Search> {
	const methods: Record<string, Search> = {
		async organisations(filter) {
			return await organisations.call(this, api, filter);
		},
	};
	for (const resource of api.resources) {
		for (const [name, linesOf] of Object.entries(resource.searches ?? {})) {
			methods[name] = async function (filter, token) {
				return await found(this, api, resource, linesOf, filter, token);
			};
		}
	}
	return methods;
}
