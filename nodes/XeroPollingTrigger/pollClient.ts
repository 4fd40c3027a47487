import type { IDataObject, IPollFunctions, NodeOperationError } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { ClientSettings } from '../shared/http/session';
import { openClient } from '../shared/http/client';
import type { Page } from '../shared/http/response';
import { recordsIn, pageIn } from '../shared/http/response';
import { operationError } from '../shared/model/errorState';
import { fillPath, pathParametersOf } from '../shared/model/path';
import type { XeroResponse } from '../shared/model/request';
import { organisationFor } from '../shared/run/organisations';
import { Incomplete, readPages } from '../shared/run/pagination';
import { accounting } from '../XeroAccounting/accounting';
import type { TimeBudget } from './timeBudget';
import type { PollParameters } from './pollParameters';
import { toError } from '../shared/model/values';

/** Longest wait for one answer, in ms. */
const TIMEOUT = 100_000;

/** A page of the watched list, with Xero's own clock (ms) when it was given, and the page size Xero went by. */
export interface ListPage extends Page {
	readonly now: number | undefined;
	readonly size: number | undefined;
}

/** One poll's way to Xero. */
export interface PollClient {
	readonly parameters: PollParameters;
	readonly timeBudget: TimeBudget;
	/** Tenant ID. */
	readonly organisation: string;
	/** A page of the watched list; `since` in seconds since the epoch, 0 for everything there is. */
	list(query: IDataObject, since?: number): Promise<ListPage>;
	/** Every record of the watched list, page after page, however it is ordered. */
	all(query: IDataObject, since?: number): Promise<IDataObject[]>;
	/** What happened to a record, dates ISO; empty where Xero keeps nothing of it. */
	history(id: string): Promise<IDataObject[]>;
	/** Does what could wait for the next poll as well. @returns undefined when it has to, for want of time or by Xero's limits */
	further<T>(work: () => Promise<T>): Promise<T | undefined>;
	/** Says that the poll cannot go on, in the words for it. */
	refuse(says: string, todo?: string, description?: string): NodeOperationError;
}

const MS_DATE = /^\/Date\((-?\d+)/;

/** Xero's clock: what the body says, else the header. The host's may go wrong by hours, and Xero's times are compared with it. */
function clockOf({ body, headers }: XeroResponse): number | undefined {
	const said = body !== null && typeof body === 'object' ? (body as IDataObject).DateTimeUTC : undefined;
	const ms = MS_DATE.exec(String(said));
	if (ms) return Number(ms[1]);
	return [said, headers.date].map((text) => Date.parse(String(text))).find((time) => !Number.isNaN(time));
}

function sizeOf({ body }: XeroResponse): number | undefined {
	const { pagination } = (body ?? {}) as { pagination?: { pageSize?: unknown } };
	return typeof pagination?.pageSize === 'number' && pagination.pageSize > 0 ? pagination.pageSize : undefined;
}

/** Xero's form of If-Modified-Since (xero-facts 2.4). */
const header = (since: number | undefined): Readonly<Record<string, string>> =>
	!since ? {} : { 'If-Modified-Since': new Date(since * 1000).toISOString().slice(0, 19) };

/**
 * Opens the client for one poll.
 * @throws NodeOperationError when it is not clear which organisation is meant
 */
export async function pollClientOf(ctx: IPollFunctions, parameters: PollParameters, timeBudget: TimeBudget): Promise<PollClient> {
	const { resource, query: narrowed } = parameters.triggerOn;
	const { getAll, getHistory } = resource.operations;
	const settings: ClientSettings = {
		// Asked at every wait: the longer the poll has taken, the less it may wait.
		get longestWait() {
			return timeBudget.longestWait(parameters.longestWait);
		},
		timeout: TIMEOUT,
		run: 'poll',
	};
	const client = await openClient(ctx, accounting, settings);
	const organisation = await organisationFor(ctx.getNode(), client, parameters.organisation);
	const refuse: PollClient['refuse'] = (says, todo, description) =>
		operationError(ctx.getNode(), { items: [], says, todo }, { state: 'refused', description });
	const scope = getAll!.scope!;

	const list = async (query: IDataObject, since?: number): Promise<ListPage> => {
		const request = {
			path: getAll!.path,
			query: { ...getAll!.fixedQuery, ...narrowed, ...query },
			headers: header(since),
			envelope: resource.path,
		};
		const answer = await client.request(request, { organisation, serial: '', scope });
		return { ...pageIn(answer, resource.path, accounting.conventions), now: clockOf(answer), size: sizeOf(answer) };
	};
	return {
		parameters: parameters,
		timeBudget: timeBudget,
		organisation,
		refuse,
		list,
		all: async (query, since) => {
			try {
				return await readPages(async (turn) => await list({ ...query, ...turn }, since), getAll!.paging!, resource.id);
			} catch (cause) {
				throw cause instanceof Incomplete ? refuse(`The list ${cause.says}`, AGAIN) : toError(cause);
			}
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
		history: async (id) => {
			const { path, envelope } = getHistory!;
			const [hole] = pathParametersOf(path) as [string];
			const request = { path: fillPath(path, { [hole]: id }) };
			const sending = { organisation, serial: '', scope };
			const answer = await client.send(request, sending);
			// Of a record that went meanwhile, or that Xero keeps no history of, nothing is known.
			if (answer.status === 404) return [];
			if (answer.status >= 300) throw client.refusal(answer, request, sending);
			return recordsIn(answer, envelope, accounting.conventions);
		},
	};
}

/** What to know of a list that could not be read whole. */
export const AGAIN = 'Nothing was handed on and nothing is lost: the next poll reads the same changes again';
