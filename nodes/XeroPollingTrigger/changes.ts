import type { IDataObject } from 'n8n-workflow';
import type { PollClient, ListPage } from './pollClient';
import { AGAIN } from './pollClient';
import type { Marks } from './state';
import { short } from './state';

/** One state of one record. */
export interface Change {
	readonly id: string;
	/** Tells it from other records and from other states of this one. */
	readonly mark: string;
	/** When it came to be (ms); undefined where Xero does not say it. */
	readonly at: number | undefined;
	readonly record: IDataObject;
}

/** What was read: the oldest change first. */
export interface Reading {
	readonly changes: readonly Change[];
	/** Where reading has to go on (seconds), when it stopped before the end. */
	readonly stopped: number | undefined;
	/** Xero's clock (ms) before anything was read. */
	readonly now: number | undefined;
}

const TRIES = 3;

/** The moment (ms) in a property. */
export function momentIn(record: IDataObject, property: string): number | undefined {
	const moment = Date.parse(String(record[property]));
	return Number.isNaN(moment) ? undefined : moment;
}

/** A bank transfer does not say when it was changed: there its content tells one state from another. */
function changeOf(record: IDataObject, idName: string): Change {
	const at = momentIn(record, 'UpdatedDateUTC');
	const text = at === undefined ? JSON.stringify(record) : String(at);
	const id = String(record[idName] ?? text).toLowerCase();
	return { id, at, mark: short(`${id} ${text}`), record };
}

const orderOf = ({ at, record }: Change): number => at ?? momentIn(record, 'CreatedDateUTC') ?? 0;

const byAge = (a: Change, b: Change): number => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1);

/** The last second that is certainly before a moment, so that If-Modified-Since gives what is of that very moment, too. */
export const secondBefore = (ms: number): number => Math.ceil(ms / 1000) - 1;

const ascending = (changes: readonly Change[]): boolean =>
	changes.every(({ at }, index) => at !== undefined && (index === 0 || at >= changes[index - 1]!.at!));

/** One page. */
interface ChangePage {
	readonly changes: readonly Change[];
	readonly more: boolean;
	readonly now: number | undefined;
}

/** One page, asked again when it holds less than Xero says it does. @throws NodeOperationError when it stays so */
async function readPage(
	pollClient: PollClient,
	query: IDataObject,
	number: number,
	size: number,
	since: number,
): Promise<ChangePage> {
	const { id } = pollClient.parameters.triggerOn.resource;
	for (let tries = 1; ; tries += 1) {
		const given: ListPage = await pollClient.list({ ...query, page: number }, since);
		const { records, pages, total, now } = given;
		const more = pages === undefined ? records.length >= size : number < pages;
		const rest = total === undefined ? 0 : total - (number - 1) * (given.size ?? size);
		// Half a page shows by the count on the last one; on the others what is missing comes with the next question.
		const expected = more ? 1 : Math.max(0, rest);
		if (records.length >= expected) return { changes: records.map((record) => changeOf(record, id)), more, now };
		if (tries >= TRIES)
			throw pollClient.refuse(`The list came back with ${records.length} of ${expected} records, even when read again`, AGAIN);
	}
}

/**
 * Every change since a second, whatever happens to the list while it is read. Page numbers would not do: a record that is changed
 * moves to the end, and pulls another one over the edge of a page that was read already. So the list is asked again from the second
 * of its last record, and by page number only while a whole page lies within one; those pages are read until nothing new shows.
 * It stops when time runs out, or when `enough` changes were read that are not among those `seen`.
 * @throws NodeApiError, NodeOperationError; then nothing of it may be used
 */
export async function changesSince(
	pollClient: PollClient,
	since: number,
	seen: Marks = new Map(),
	enough = Infinity,
): Promise<Reading> {
	const { resource } = pollClient.parameters.triggerOn;
	const paging = resource.operations.getAll!.paging!;
	const found = new Map<string, Change>();
	let fresh = 0;
	const take = (changes: readonly Change[]): number => {
		const before = found.size;
		for (const change of changes) {
			if (!found.has(change.mark) && !seen.has(change.mark)) fresh += 1;
			found.set(change.mark, change);
		}
		return found.size - before;
	};
	const read = (now: number | undefined, stopped?: number): Reading => ({
		changes: [...found.values()].sort(byAge),
		stopped,
		now,
	});
	if (paging.by !== 'page') {
		const { records, now } = await pollClient.list({}, since);
		take(records.map((record) => changeOf(record, resource.id)));
		return read(now);
	}
	const query = { order: 'UpdatedDateUTC ASC', ...(paging.fixed ? {} : { pageSize: paging.size }) };
	let now: number | undefined;
	let from = since;
	let number = 1;
	let news = 0;
	for (let asked = 0; ; asked += 1) {
		const ask = async (): Promise<ChangePage> => await readPage(pollClient, query, number, paging.size, from);
		const given = asked === 0 ? await ask() : await pollClient.further(ask);
		if (given === undefined) return read(now, from);
		const { changes, more } = given;
		now ??= given.now;
		if (more && !ascending(changes)) {
			// Xero did not keep the order asked for: then only the whole list, page by page, is certain to hold everything.
			take((await pollClient.all({ order: query.order }, since)).map((record) => changeOf(record, resource.id)));
			return read(now);
		}
		news += take(changes);
		const last = changes[changes.length - 1]?.at;
		const next = more && last !== undefined ? secondBefore(last) : undefined;
		if (next !== undefined && next <= from) number += 1;
		else if (number > 1 && news > 0) [number, news] = [1, 0];
		else if (next === undefined) return read(now);
		else [from, number, news] = [next, 1, 0];
		if (fresh >= enough) return read(now, from);
	}
}
