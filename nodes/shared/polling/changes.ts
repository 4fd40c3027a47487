// What changed in a list that Xero can be asked for by the time of the last change.

import type { IDataObject } from 'n8n-workflow';
import { clock } from '../http/clock';
import type { PollClient, ListPage, WatchedList } from './pollClient';
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

/** Where a record does not say when it was changed, its content tells one state from another. */
function changeOf(record: IDataObject, { resource, updated }: WatchedList): Change {
	const at = momentIn(record, updated);
	const text = at === undefined ? JSON.stringify(record) : String(at);
	const id = String(record[resource.id] ?? text).toLowerCase();
	return { id, at, mark: short(`${id} ${text}`), record };
}

/** The oldest first: by its last change, else by when it was made. */
function byAge({ created }: WatchedList): (a: Change, b: Change) => number {
	const orderOf = ({ at, record }: Change): number => at ?? (created === undefined ? undefined : momentIn(record, created)) ?? 0;
	return (a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1);
}

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
	const { triggerOn } = pollClient.parameters;
	for (let tries = 1; ; tries += 1) {
		const given: ListPage = await pollClient.list({ ...query, page: number }, since);
		const { records, pages, total, now } = given;
		const more = pages === undefined ? records.length >= size : number < pages;
		const rest = total === undefined ? 0 : total - (number - 1) * (given.size ?? size);
		// Half a page shows by the count on the last one; on the others what is missing comes with the next question.
		const expected = more ? 1 : Math.max(0, rest);
		if (records.length >= expected) return { changes: records.map((record) => changeOf(record, triggerOn)), more, now };
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
	const { triggerOn } = pollClient.parameters;
	const paging = triggerOn.resource.operations.getAll!.paging!;
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
		changes: [...found.values()].sort(byAge(triggerOn)),
		stopped,
		now,
	});
	if (paging.by !== 'page') {
		const { records, now } = await pollClient.list({}, since);
		take(records.map((record) => changeOf(record, triggerOn)));
		return read(now);
	}
	const query = { order: `${triggerOn.updated} ASC`, ...(paging.fixed ? {} : { pageSize: paging.size }) };
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
			const { records } = await pollClient.all({ order: query.order }, since);
			take(records.map((record) => changeOf(record, triggerOn)));
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

/** Every poll reads again what changed in the last minute before its cursor, for what Xero shows late. In ms. */
export const OVERLAP = 60_000;
/** Where nothing changes the cursor follows Xero's clock at this distance, so that a long quiet time is not read again. In ms. */
const LAG = 2 * 60_000;
/** How far the host's clock may be off before a first poll takes a second call. In ms. */
const SLACK = 60_000;

/** Where a trigger that starts at a moment (ms) begins to read (seconds). */
export const startSecond = (now: number): number => secondBefore(now - LAG - OVERLAP);

/** The same by the host's clock, before Xero has said what time it is; it may be earlier than needed. */
export const likelyStartSecond = (): number => startSecond(clock.now() - SLACK);

/**
 * Where the next poll begins (seconds): never before this one did.
 * @param left the first change that there was no time for
 */
export function nextSince(since: number, { changes, now, stopped }: Reading, left: Change | undefined): number {
	const changed = changes.reduce((latest, { at }) => Math.max(latest, at ?? -Infinity), -Infinity);
	const latest = now === undefined ? changed : Math.min(now, Math.max(changed, now - LAG));
	const end = Math.min(stopped === undefined ? latest : stopped * 1000, left?.at ?? Infinity);
	return Number.isFinite(end) ? Math.max(since, secondBefore(end - OVERLAP)) : since;
}

/** Xero's clock (ms). @throws NodeOperationError when it did not say it */
export function clockOf(pollClient: PollClient, now: number | undefined): number {
	if (now === undefined)
		throw pollClient.refuse('Xero did not say what time it is', 'The trigger starts from the time of Xero. Activate it again');
	return now;
}

/** All there is since a second, for a first poll. @throws NodeOperationError when it cannot be read in the time there is */
export async function readToStart(pollClient: PollClient, since: number): Promise<Reading> {
	const reading = await changesSince(pollClient, since);
	if (reading.stopped !== undefined)
		throw pollClient.refuse('There was not enough time to start', 'Xero took too long to answer. Activate the workflow again');
	return reading;
}
