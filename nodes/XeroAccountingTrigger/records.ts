import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import type { XeroClient } from '../shared/http/client';
import type { RequestContext } from '../shared/http/session';
import { recordsIn } from '../shared/http/response';
import { reasonOf, stateOf } from '../shared/model/errorState';
import type { Conventions, Resource } from '../shared/model/operation';
import { fillPath } from '../shared/model/path';
import type { XeroResponse, XeroRequest } from '../shared/model/request';
import { resourceOf } from './categories';
import type { Event } from './delivery';
import { isGuid } from '../shared/model/values';
import { withArchived } from '../shared/model/withArchived';

/** What became of the record behind an event. */
export type FoundRecord =
	| { readonly recordStatus: 'found'; readonly record: IDataObject }
	/** Xero does not have it any more, or there is no record to get. */
	| { readonly recordStatus: 'gone' | 'notFetched' }
	/** Xero gives no access to it, or could not be asked just now. `cause` is thrown on where that is wished. */
	| { readonly recordStatus: 'noAccess' | 'notRead'; readonly reason: string; readonly cause: Error };

/** Xero advises 40 IDs in one call; where there is no `IDs`, a condition takes their place, which is longer (xero-facts 2.5). */
const BY_IDS = 40;
const BY_CONDITION = 15;
/** Records asked for one by one in a run, of one kind and organisation: more would take longer than the minute's calls allow. */
const ALONE = 50;

/** Events of one kind of record in one organisation. */
interface Group {
	readonly organisation: string;
	readonly resource: Resource;
	readonly ids: Set<string>;
}

const keyOf = ({ tenantId }: Event, { key }: Resource): string => `${tenantId.toLowerCase()} ${key}`;

function grouped(events: readonly Event[]): Map<string, Group> {
	const groups = new Map<string, Group>();
	for (const event of events) {
		const resource = resourceOf(event);
		if (!resource || event.tenantId === '' || event.resourceId === '') continue;
		const key = keyOf(event, resource);
		const group = groups.get(key) ?? { organisation: event.tenantId.toLowerCase(), resource, ids: new Set<string>() };
		groups.set(key, group);
		group.ids.add(event.resourceId.toLowerCase());
	}
	return groups;
}

/** The query that gives these records and no others, whatever their status, in full (xero-facts 2.3: only pages are). */
function queryFor({ id, operations }: Resource, ids: readonly string[]): IDataObject {
	const filters = operations.getAll?.query ?? {};
	return {
		...('IDs' in filters ? { IDs: ids.join(',') } : { where: ids.map((one) => `${id}==guid("${one}")`).join(' OR ') }),
		...withArchived(operations.getAll ?? {}),
		...operations.getAll?.fixedQuery,
		page: 1,
		pageSize: 100,
	};
}

/** Answers to a list that one may do without: it cannot be asked so, or not for so much. */
const NO_LIST: readonly number[] = [400, 404, 413, 414];

/** One group's way to Xero. */
class RecordReader {
	readonly found = new Map<string, FoundRecord>();
	private readonly sending: RequestContext;

	constructor(
		private readonly client: XeroClient,
		private readonly conventions: Conventions,
		private readonly group: Group,
	) {
		const { scope } = group.resource.operations.get ?? {};
		this.sending = { organisation: group.organisation, serial: '', ...(scope ? { scope } : {}) };
	}

	private keep(answer: XeroResponse): void {
		const { resource, ids } = this.group;
		for (const record of recordsIn(answer, resource.path, this.conventions)) {
			const id = String(record[resource.id] ?? '').toLowerCase();
			if (ids.has(id)) this.found.set(id, { recordStatus: 'found', record });
		}
	}

	/** @returns whether the list could be asked for */
	private async list(ids: readonly string[]): Promise<boolean> {
		const { resource } = this.group;
		const request: XeroRequest = { path: `/${resource.path}`, query: queryFor(resource, ids), envelope: resource.path };
		const answer = await this.client.send(request, this.sending);
		if (NO_LIST.includes(answer.status)) return false;
		if (answer.status >= 300) throw this.client.refusal(answer, request, this.sending);
		this.keep(answer);
		return true;
	}

	/** "Gone" is Xero's own word where it is asked for the record itself. */
	private async one(id: string): Promise<void> {
		const { path, operations } = this.group.resource;
		const request: XeroRequest = {
			path: fillPath(`/${path}/{id}`, { id }),
			query: { ...operations.get?.fixedQuery },
			envelope: path,
		};
		const answer = await this.client.send(request, this.sending);
		if (answer.status < 300) this.keep(answer);
		else if (answer.status !== 404) throw this.client.refusal(answer, request, this.sending);
		if (!this.found.has(id)) this.found.set(id, { recordStatus: 'gone' });
	}

	/** Notes for whom an attempt went wrong, and why. */
	private async attempt(ids: readonly string[], work: () => Promise<unknown>): Promise<void> {
		try {
			await work();
		} catch (cause) {
			const lacks = stateOf(cause)?.lacks;
			const recordStatus = lacks === 'scope' || lacks === 'access' ? 'noAccess' : 'notRead';
			for (const id of ids) this.found.set(id, { recordStatus, reason: reasonOf(cause), cause: cause as Error });
		}
	}

	/** Reads all records of the group: in lists where there are several, alone what no list gave. Nothing is thrown. */
	async all(): Promise<void> {
		const { ids, resource } = this.group;
		const filters = resource.operations.getAll?.query ?? {};
		const most = 'IDs' in filters ? BY_IDS : 'where' in filters ? BY_CONDITION : 0;
		const listable = [...ids].filter((id) => isGuid(id));
		const left = new Set<string>();
		if (listable.length > 1 && most > 0)
			await Promise.all(
				chunk(listable, most).map(
					async (some) =>
						await this.attempt(some, async () => {
							if (await this.list(some)) for (const id of some) if (!this.found.has(id)) left.add(id);
						}),
				),
			);
		const alone = [...ids].filter((id) => !this.found.has(id));
		await Promise.all(alone.slice(0, ALONE).map(async (id) => await this.attempt([id], async () => await this.one(id))));
		for (const id of alone.slice(ALONE)) {
			// A list that Xero gave and that left a record out has said enough, when there are too many to ask again.
			const reason = 'Too many records of this kind had to be asked for one by one';
			this.found.set(id, left.has(id) ? { recordStatus: 'gone' } : { recordStatus: 'notRead', reason, cause: new Error(reason) });
		}
	}
}

/**
 * Gets the current record behind each event: one call for many of one kind and organisation, and one for each that such a
 * call left out. What cannot be read of one organisation or kind does not hold up the others.
 * @returns what to tell of an event; nothing is thrown
 */
export async function recordsFor(
	client: XeroClient,
	conventions: Conventions,
	events: readonly Event[],
): Promise<(event: Event) => FoundRecord> {
	const readings = new Map([...grouped(events)].map(([key, group]) => [key, new RecordReader(client, conventions, group)]));
	await Promise.all([...readings.values()].map(async (reading) => await reading.all()));
	return (event) => {
		const resource = resourceOf(event);
		const reading = resource && readings.get(keyOf(event, resource));
		return reading?.found.get(event.resourceId.toLowerCase()) ?? { recordStatus: 'notFetched' };
	};
}
