import type { IDataObject } from 'n8n-workflow';
import type { Door } from '../shared/client';
import { inPortions } from '../shared/gather';
import type { Dialect, Resource } from '../shared/model';
import { opened } from '../shared/records';
import { resourceOf } from './categories';
import type { Event } from './delivery';

/** What became of the record behind an event. */
export type Found =
	| { readonly recordStatus: 'found'; readonly record: IDataObject }
	/** Xero does not have it any more, or the organisation took the connection's rights away (`reason`), or there is no record to get. */
	| { readonly recordStatus: 'gone' | 'notFetched' }
	| { readonly recordStatus: 'noAccess'; readonly reason: string };

/** Xero advises 40 IDs in one call; where there is no `IDs`, a condition takes their place, which is longer (xero-facts 2.5). */
const BY_IDS = 40;
const BY_CONDITION = 15;

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
		if (!resource || event.tenantId === '') continue;
		const key = keyOf(event, resource);
		const group = groups.get(key) ?? { organisation: event.tenantId, resource, ids: new Set<string>() };
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
		...('includeArchived' in filters ? { includeArchived: 'true' } : {}),
		page: 1,
		pageSize: 100,
	};
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The records of one group, by ID in lower case; null for one that Xero does not have any more. */
async function recordsOf(
	door: Door,
	dialect: Dialect,
	{ organisation, resource, ids }: Group,
): Promise<Map<string, IDataObject | null>> {
	const { id, path, operations } = resource;
	const scope = operations.get?.scope;
	const sending = { organisation, serial: '', ...(scope ? { scope } : {}) };
	const found = new Map<string, IDataObject | null>();
	const keep = (records: readonly IDataObject[]): void => {
		for (const record of records) {
			const its = String(record[id] ?? '').toLowerCase();
			if (ids.has(its)) found.set(its, record);
		}
	};
	const one = async (wanted: string): Promise<void> => {
		const request = { path: `/${path}/${encodeURIComponent(wanted)}`, expects: path };
		const answer = await door.send(request, sending);
		if (answer.status === 404) return void found.set(wanted, null);
		if (answer.status >= 300) throw door.refusal(answer, request, sending);
		keep(opened(answer, path, dialect));
		if (!found.has(wanted)) found.set(wanted, null);
	};
	const several = async (some: readonly string[]): Promise<void> => {
		const request = { path: `/${path}`, query: queryFor(resource, some), expects: path };
		const answer = await door.send(request, sending);
		// 400: the organisation has too many for such a condition. Each is asked for alone then, as is what the list left out.
		if (answer.status >= 300 && answer.status !== 400) throw door.refusal(answer, request, sending);
		if (answer.status < 300) keep(opened(answer, path, dialect));
	};
	const many = [...ids].filter((wanted) => GUID.test(wanted));
	const listed = operations.getAll?.query ?? {};
	const portions = 'IDs' in listed ? BY_IDS : 'where' in listed ? BY_CONDITION : 0;
	if (many.length > 1 && portions > 0) await Promise.all(inPortions(many, portions).map(several));
	await Promise.all([...ids].filter((wanted) => !found.has(wanted)).map(one));
	return found;
}

/** Whether Xero refuses the organisation or its kind of record for good, which must not hold up the events of others. */
const isRefused = (cause: unknown): boolean => (cause as { httpCode?: unknown }).httpCode === '403';

/**
 * Gets the current record behind each event: one call for many of one kind and organisation, and one for each that such a
 * call left out, so that "gone" is Xero's own word.
 * @returns what to tell of an event
 * @throws NodeApiError when Xero could not be asked; a refused organisation (403) is told with its events instead
 */
export async function recordsFor(door: Door, dialect: Dialect, events: readonly Event[]): Promise<(event: Event) => Found> {
	const groups = grouped(events);
	const answers = new Map<string, Map<string, IDataObject | null> | string>();
	await Promise.all(
		[...groups].map(async ([key, group]) => {
			try {
				answers.set(key, await recordsOf(door, dialect, group));
			} catch (cause) {
				if (!isRefused(cause)) throw asIs(cause);
				answers.set(key, (cause as Error).message);
			}
		}),
	);
	return (event) => {
		const resource = resourceOf(event);
		const answer = resource && answers.get(keyOf(event, resource));
		if (answer === undefined) return { recordStatus: 'notFetched' };
		if (typeof answer === 'string') return { recordStatus: 'noAccess', reason: answer };
		const record = answer.get(event.resourceId.toLowerCase());
		return record ? { recordStatus: 'found', record } : { recordStatus: 'gone' };
	};
}

/** Thrown on as it is: made an error of n8n's further down already. */
const asIs = (cause: unknown): Error => cause as Error;
