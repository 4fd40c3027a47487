// Looks whether a record is in Xero whose write ended in a failure.

import countBy from 'lodash/countBy';
import type { IDataObject } from 'n8n-workflow';
import { clock } from '../http/clock';
import { pageIn } from '../http/response';
import type { RequestContext } from '../http/session';
import { withArchived } from '../model/archived';
import type { Resource } from '../model/operation';
import type { XeroResponse } from '../model/request';
import { targetIdOf } from './elementResults';
import { alike, DAY, folded, isBlank } from '../model/sameValue';
import { readPages } from './pagination';
import type { Run } from './runState';
import { resourceOf } from './runState';
import type { WorkItem } from './workItem';

/** What is in Xero of a record whose write was answered with a failure. */
export type ConfirmedWrite =
	| { readonly is: 'there'; readonly record: IDataObject }
	| { readonly is: 'not there' }
	/** It has neither ID nor number, or what is there could be another's work. */
	| { readonly is: 'unclear' };

/** ms: the Date of an answer counts in whole seconds, and so does If-Modified-Since. */
const MARGIN = 2_000;
const AMOUNT = /^-?\d+(\.\d+)?$/;

/** ms that Xero is asked for at least, however long the write took. */
const LEAST = 10_000;

/** By which a record of the kind is known besides its ID, the strongest first. */
function numbersOf({ id, fields, operations, number }: Resource): readonly string[] {
	const { identity = number === undefined ? [] : [number] } =
		Object.values(operations).find((one) => one.identity !== undefined) ?? {};
	return identity.filter((name) => name !== id && name in fields);
}

/** What a record was sent with that tells it from others of its kind; undefined when there is nothing. */
const numberIn = (names: readonly string[], body: IDataObject): readonly [name: string, value: string] | undefined => {
	const name = names.find((one) => typeof body[one] === 'string' && !isBlank(body[one]));
	return name === undefined ? undefined : [name, folded(body[name])];
};

/** Whether the list of the kind tells what changed since a write, and the operation writes such a record. */
function isListed(run: Run): boolean {
	const { method, path, confirmedBy } = run.operation;
	const { id, path: plural, operations } = resourceOf(run) ?? {};
	const { query = {}, paging } = operations?.getAll ?? {};
	return (
		(method === 'PUT' || method === 'POST') &&
		confirmedBy === id &&
		(path === `/${plural}` || path === `/${plural}/{${id}}`) &&
		paging !== undefined &&
		'If-Modified-Since' in query
	);
}

/**
 * Which records of a run can be told from all others, so that it can be seen whether they are in Xero: those with an ID or a number of
 * their own.
 */
export function distinguishable(run: Run, all: readonly WorkItem[]): (workItem: WorkItem) => boolean {
	if (!isListed(run)) return () => false;
	const names = numbersOf(resourceOf(run)!);
	const keyOf = ({ organisation, parameters: { body } }: WorkItem): string | undefined => {
		const number = numberIn(names, body);
		return number && [organisation, ...number].join('\n');
	};
	const counts = countBy(all, keyOf);
	return (workItem) => {
		const key = keyOf(workItem);
		return targetIdOf(run.operation, workItem.parameters) !== undefined || (key !== undefined && counts[key] === 1);
	};
}

/** Whether a record has the values it was sent with, as far as both have them; lists are left to Xero. */
function agrees(sent: IDataObject, record: IDataObject): boolean {
	return Object.entries(sent).every(([key, value]) => {
		const kept = record[key];
		if (isBlank(value) || isBlank(kept) || Array.isArray(value)) return true;
		if (typeof value === 'object') return typeof kept !== 'object' || agrees(value as IDataObject, kept as IDataObject);
		const how = DAY.test(String(value)) ? 'day' : AMOUNT.test(String(value)) ? 'money' : 'text';
		return alike(how, value, kept) !== false;
	});
}

/** The records of the kind that changed since, in the organisation, read whole. */
async function changedSince(run: Run, organisation: string, since: number, longestWait: number): Promise<IDataObject[]> {
	const { id, path, operations } = resourceOf(run)!;
	const { fixedQuery, envelope, paging, scope } = operations.getAll!;
	const request = {
		path: `/${path}`,
		query: { ...fixedQuery, ...withArchived(operations.getAll!) },
		headers: { 'If-Modified-Since': new Date(since).toISOString().slice(0, 19) },
		...(envelope ? { envelope } : {}),
	};
	const sending: RequestContext = { organisation, serial: '', items: [], longestWait, ...(scope ? { scope } : {}) };
	const turn = async (more: IDataObject) =>
		pageIn(await run.client.request({ ...request, query: { ...request.query, ...more } }, sending), envelope, run.conventions);
	return await readPages(turn, paging!, id);
}

/**
 * Looks whether records are in Xero whose write it answered with a failure, by ID or number among what changed since. Xero gives the
 * failure again for as long as it knows the key, whatever became of the write.
 * @param saved IDs of what the run has saved
 * @param until when to give up; ms since the epoch
 * @returns one for each record; undefined when Xero cannot be asked
 */
export async function confirmWrites(
	run: Run,
	workItems: readonly WorkItem[],
	answer: XeroResponse,
	{
		isDistinguishable,
		saved,
		until,
	}: { isDistinguishable: (workItem: WorkItem) => boolean; saved: ReadonlySet<string>; until: number },
): Promise<readonly ConfirmedWrite[] | undefined> {
	const kind = resourceOf(run);
	const answered = Date.parse(String(answer.headers.date));
	const { updatedAt } = run.conventions;
	if (!kind || updatedAt === undefined || !isListed(run) || answer.tries === undefined || Number.isNaN(answered))
		return undefined;
	// By Xero's clock: the host's may go wrong.
	const since = answered - (clock.now() - answer.tries.since) - MARGIN;
	const [{ organisation }] = workItems as readonly [WorkItem];
	let changed: IDataObject[];
	try {
		changed = await changedSince(run, organisation, since, Math.max(LEAST, until - clock.now()));
	} catch {
		return undefined;
	}
	const latest = changed.filter((record) => Date.parse(String(record[updatedAt])) >= since);
	const names = numbersOf(kind);
	const { allAnswered } = answer.tries;
	return workItems.map((workItem): ConfirmedWrite => {
		if (!isDistinguishable(workItem)) return { is: 'unclear' };
		const { body } = workItem.parameters;
		const id = targetIdOf(run.operation, workItem.parameters);
		const number = numberIn(names, body);
		const found = latest.filter((record) => {
			if (id !== undefined) return folded(record[kind.id]) === folded(id);
			return number && folded(record[number[0]]) === number[1] && !saved.has(folded(record[kind.id]));
		});
		const [record, ...others] = found;
		// Of what was deleted or archived not every list tells; and a try without an answer may still be under way.
		const maybe = !allAnswered || (id !== undefined && run.operation.fixedBody !== undefined);
		if (record === undefined) return { is: maybe ? 'unclear' : 'not there' };
		return others.length || !agrees(body, record) ? { is: 'unclear' } : { is: 'there', record };
	});
}
