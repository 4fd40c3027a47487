// One poll's way to Xero.

import type { IDataObject, IPollFunctions, NodeOperationError } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { openClient } from '../http/client';
import type { Page } from '../http/response';
import { pageIn, recordsIn } from '../http/response';
import type { ClientSettings } from '../http/session';
import { operationError } from '../model/errorState';
import type { Api, Operation, Resource } from '../model/operation';
import type { XeroResponse } from '../model/request';
import { isObject, toError } from '../model/values';
import { organisationFor } from '../run/organisations';
import { Incomplete, readPages } from '../run/pagination';
import { conventionsOf } from '../run/runState';
import type { TimeBudget } from './timeBudget';

/** Longest wait for one answer, in ms. */
const TIMEOUT = 100_000;

/** A list of Xero's that is asked for what changed. */
export interface WatchedList {
	readonly api: Api;
	/** Whose records these are, and how they are listed (its `getAll`). */
	readonly resource: Resource;
	/** Narrows the list at Xero. */
	readonly query: IDataObject;
	/** Property with the moment of a record's last change. */
	readonly updated: string;
	/** Property with the moment of creation, where records have one. */
	readonly created?: string;
}

/** What a trigger's panel says of any poll. */
export interface PollSettings {
	readonly triggerOn: WatchedList;
	/** The organisation as it was given: an ID, a name, or nothing. */
	readonly organisation: string;
	/** ms. */
	readonly longestWait: number;
}

/** A page of a list, with Xero's own clock (ms) when it was given, and the page size Xero went by. */
export interface ListPage extends Page {
	readonly now: number | undefined;
	readonly size: number | undefined;
}

/** A whole list, with Xero's own clock (ms) when its first page was given. */
export interface WholeList {
	readonly records: readonly IDataObject[];
	readonly now: number | undefined;
}

/** One poll's way to Xero. */
export interface PollClient<Settings extends PollSettings = PollSettings> {
	readonly parameters: Settings;
	readonly timeBudget: TimeBudget;
	/** Tenant ID. */
	readonly organisation: string;
	/** A page of the watched list; `since` in seconds since the epoch, 0 for everything there is. */
	list(query: IDataObject, since?: number): Promise<ListPage>;
	/** Every record of the watched list, or of another one, page after page, however it is ordered. */
	all(query: IDataObject, since?: number, of?: Omit<WatchedList, 'updated'>): Promise<WholeList>;
	/** The records at a path, dates ISO; empty where Xero has nothing there. */
	records(path: string, envelope?: string, scope?: string): Promise<IDataObject[]>;
	/** Does what could wait for the next poll as well. @returns undefined when it has to, for want of time or by Xero's limits */
	further<T>(work: () => Promise<T>): Promise<T | undefined>;
	/** Says that the poll cannot go on, in the words for it. */
	refuse(says: string, todo?: string, description?: string): NodeOperationError;
}

const MS_DATE = /^\/Date\((-?\d+)/;
const ZONELESS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/** Xero's clock: what the body says, else the header. The host's may go wrong by hours, and Xero's times are compared with it. */
function clockOf({ body, headers }: XeroResponse): number | undefined {
	const said = isObject(body) ? Object.entries(body).find(([name]) => name.toLowerCase() === 'datetimeutc')?.[1] : undefined;
	const ms = MS_DATE.exec(String(said));
	if (ms) return Number(ms[1]);
	return [said, headers.date]
		.map((text) => Date.parse(ZONELESS.test(String(text)) ? `${String(text)}Z` : String(text)))
		.find((time) => !Number.isNaN(time));
}

function sizeOf({ body }: XeroResponse): number | undefined {
	const { pagination } = (body ?? {}) as { pagination?: { pageSize?: unknown } | null };
	return typeof pagination?.pageSize === 'number' && pagination.pageSize > 0 ? pagination.pageSize : undefined;
}

/** Xero's form of If-Modified-Since (xero-facts 2.4). */
const header = (since: number | undefined): Readonly<Record<string, string>> =>
	!since ? {} : { 'If-Modified-Since': new Date(since * 1000).toISOString().slice(0, 19) };

const listingOf = ({ resource }: Pick<WatchedList, 'resource'>): Operation => resource.operations.getAll!;

/**
 * Opens the client for one poll.
 * @throws NodeOperationError when it is not clear which organisation is meant
 */
export async function pollClientOf<Settings extends PollSettings>(
	ctx: IPollFunctions,
	parameters: Settings,
	timeBudget: TimeBudget,
): Promise<PollClient<Settings>> {
	const { triggerOn } = parameters;
	const { api } = triggerOn;
	const settings: ClientSettings = {
		// Asked at every wait: the longer the poll has taken, the less it may wait.
		get longestWait() {
			return timeBudget.longestWait(parameters.longestWait);
		},
		timeout: TIMEOUT,
		run: 'poll',
	};
	const conventions = conventionsOf(api, listingOf(triggerOn));
	const client = await openClient(ctx, { basePath: api.basePath, conventions }, settings);
	const organisation = await organisationFor(ctx.getNode(), client, parameters.organisation);
	const refuse: PollClient['refuse'] = (says, todo, description) =>
		operationError(ctx.getNode(), { items: [], says, todo }, { state: 'refused', description });
	const ownScope = listingOf(triggerOn).scope!;

	const pageOf = async (
		of: Pick<WatchedList, 'api' | 'resource' | 'query'>,
		query: IDataObject,
		since?: number,
	): Promise<ListPage> => {
		const { path, fixedQuery, scope, envelope = of.resource.path } = listingOf(of);
		const request = {
			path,
			query: { ...fixedQuery, ...of.query, ...query },
			headers: header(since),
			envelope,
		};
		const answer = await client.request(request, { organisation, serial: '', scope: scope! });
		return {
			...pageIn(answer, envelope, conventionsOf(of.api, listingOf(of))),
			now: clockOf(answer),
			size: sizeOf(answer),
		};
	};
	return {
		parameters,
		timeBudget,
		organisation,
		refuse,
		list: async (query, since) => await pageOf(triggerOn, query, since),
		all: async (query, since, of = triggerOn) => {
			let now: number | undefined;
			const turn = async (more: IDataObject): Promise<ListPage> => {
				const page = await pageOf(of, { ...query, ...more }, since);
				now ??= page.now;
				return page;
			};
			try {
				return { records: await readPages(turn, listingOf(of).paging!, of.resource.id), now };
			} catch (cause) {
				throw cause instanceof Incomplete ? refuse(`The list ${cause.says}`, AGAIN) : toError(cause);
			}
		},
		records: async (path, envelope, scope = ownScope) => {
			const request = { path, ...(envelope === undefined ? {} : { envelope }) };
			const sending = { organisation, serial: '', scope };
			const answer = await client.send(request, sending);
			// Of a record that went meanwhile, or that Xero keeps nothing of, nothing is known.
			if (answer.status === 404) return [];
			if (answer.status >= 300) throw client.refusal(answer, request, sending);
			return recordsIn(answer, envelope, conventions);
		},
		further: async (work) => {
			if (timeBudget.isSpent()) return undefined;
			try {
				return await work();
			} catch (cause) {
				if (cause instanceof NodeApiError && String(cause.httpCode) === '429') return undefined;
				throw toError(cause);
			}
		},
	};
}

/** What to know of a list that could not be read whole. */
export const AGAIN = 'Nothing was handed on and nothing is lost: the next poll reads the same changes again';
