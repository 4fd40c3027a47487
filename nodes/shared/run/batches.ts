// Which work items go in one request, and which part of the answer is whose.

import chunk from 'lodash/chunk';
import countBy from 'lodash/countBy';
import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';
import { confirmingKeys, isSameBy, property, sentencesIn } from '../model/element';
import type { ElementConventions, Operation } from '../model/operation';
import type { XeroRequest, XeroResponse } from '../model/request';
import type { ElementResult } from './elementResults';
import { resultOf, targetIdOf } from './elementResults';
import { mapInTurns } from './eventLoop';
import type { WorkItem } from './workItem';

/** Some work items that go in one request. */
export interface Batch {
	readonly workItems: readonly WorkItem[];
	readonly request: XeroRequest;
	/** Tells a write anew from one that is known not to have been done: it has another key. */
	readonly attempt?: string;
}

/** Xero advises 50 records and takes 3.5 MB per request (xero-facts 2.1). */
export const BATCH_LIMITS = { bytes: 3.5 * 1024 * 1024 } as const;

/** How much a record takes of a request, with the comma behind it. */
export const bytesOf = (body: IDataObject): number => Buffer.byteLength(JSON.stringify(body), 'utf8') + 1;

/** A good answer holds the record; only what is deleted, or has nothing that confirms it, may be answered with nothing. */
const expectsRecord = ({ envelope, confirmedBy, method }: Operation, status: number): boolean =>
	method === 'DELETE' ? confirmedBy !== undefined && status !== 204 : envelope !== undefined || confirmedBy !== undefined;

/** By what a good answer of an operation is known. */
export const expectedOf = ({
	envelope,
	confirmedBy,
}: Pick<Operation, 'envelope' | 'confirmedBy'>): Pick<XeroRequest, 'envelope' | 'confirmedBy'> => ({
	...(envelope === undefined ? {} : { envelope }),
	// What is inside an envelope is looked at record by record.
	...(confirmedBy === undefined || envelope !== undefined ? {} : { confirmedBy: confirmingKeys({ confirmedBy }) }),
});

/** The request that carries these work items: one to the record's own path, several to where Xero takes several. */
export function requestOf(operation: Operation, workItems: readonly WorkItem[]): XeroRequest {
	const [{ parameters: first }] = workItems as readonly [WorkItem, ...WorkItem[]];
	const together = operation.batchPath !== undefined && workItems.length > 1;
	// The record picked wins over an ID inside a JSON body, which would name another one.
	const bodies = workItems.map(({ parameters }) =>
		together || Object.keys(parameters.pathParameters).some((name) => name in parameters.body)
			? { ...parameters.body, ...parameters.pathParameters }
			: parameters.body,
	);
	const perElement = operation.perElement && (operation.batchPath === undefined || together);
	const how =
		operation.envelope === undefined ? (operation.body ?? 'bare') : together ? 'wrapped' : (operation.body ?? 'wrapped');
	const isEmpty = how === 'bare' && Object.keys(first.body).length === 0;
	const body = how === 'bare' ? first.body : how === 'array' ? bodies : { [operation.envelope!]: bodies };
	return {
		method: operation.method,
		path: together ? operation.batchPath! : first.path,
		query: { ...(perElement ? { summarizeErrors: 'false' } : {}), ...first.query },
		headers: first.headers,
		...(operation.method === 'DELETE' ? {} : expectedOf(operation)),
		...(isEmpty ? {} : { body }),
	};
}

/** A work item with the bytes that it takes of a request. */
type Sized = readonly [workItem: WorkItem, bytes: number];

/**
 * Cuts work items into requests: same organisation, same place, same options; at most `operation.batchSize` records and 3.5 MB each.
 * The order within a request is the order of the items.
 */
export async function batchesOf(operation: Operation, workItems: readonly WorkItem[]): Promise<Batch[]> {
	const { batchPath, batchSize, batchBytes = BATCH_LIMITS.bytes } = operation;
	const groups = groupBy(workItems, ({ organisation, parameters: { path, query, headers } }) =>
		[organisation, batchPath ?? path, JSON.stringify([query, headers])].join('\n'),
	);
	const cut: WorkItem[][] = [];
	for (const group of Object.values(groups)) {
		if (batchSize === undefined) cut.push(...chunk(group, 1));
		else cut.push(...bySize(await mapInTurns(group, sized), batchSize, batchBytes));
	}
	return await mapInTurns(cut, (some) => ({ workItems: some, request: requestOf(operation, some) }));
}

const sized = (workItem: WorkItem): Sized => {
	const { body, pathParameters } = workItem.parameters;
	return [workItem, bytesOf({ ...pathParameters, ...body })];
};

function bySize(group: readonly Sized[], most: number, largest: number): WorkItem[][] {
	const cut: WorkItem[][] = [];
	let current: WorkItem[] = [];
	let size = 0;
	for (const [workItem, bytes] of group) {
		if (current.length && (current.length >= most || size + bytes > largest)) {
			cut.push(current);
			current = [];
			size = 0;
		}
		current.push(workItem);
		size += bytes;
	}
	if (current.length) cut.push(current);
	return cut;
}

/** Statuses of answers that are about records: not readable, a duplicate, too much, not to be processed. */
const ABOUT_RECORDS: readonly number[] = [400, 409, 413, 422];

/** And of those that are about the connection to Xero as a rule, unless they tell what is wrong with a record. */
const ABOUT_EITHER: readonly number[] = [403, 404];

/** What the answer to a batch says of one of its work items. */
export type BatchElementResult =
	| ElementResult
	/** The request as a whole was refused before Xero looked at this record: it may go again without the others. */
	| { readonly is: 'resend' }
	/** The whole request was refused, or the answer says nothing of this record. */
	| { readonly is: 'failed' };

/**
 * Reads an answer back to the work items of its batch: element n belongs to work item n.
 * @returns one result per work item, in order
 */
export function elementResultsOf(
	operation: Operation,
	{ workItems }: Batch,
	answer: XeroResponse,
	records: readonly IDataObject[],
	conventions?: ElementConventions,
): BatchElementResult[] {
	const count = workItems.length;
	const all = (result: BatchElementResult): BatchElementResult[] => workItems.map(() => result);
	const bodies = (): IDataObject[] =>
		workItems.map(({ parameters: { body, pathParameters } }) => ({ ...body, ...pathParameters }));
	const assigned = (elements: readonly IDataObject[]): ReadonlyArray<IDataObject | undefined> | undefined =>
		conventions?.assign ? conventions.assign(bodies(), elements) : elements.length === count ? elements : undefined;
	if (answer.status < 300) {
		if (count === 1 && records.length === 0)
			return all(expectsRecord(operation, answer.status) ? { is: 'failed' } : { is: 'saved', record: {}, warnings: [] });
		const own = records.length === count ? assigned(records) : matchOne(operation, bodies(), records);
		if (!own) return all({ is: 'failed' });
		const results = own.map((record): BatchElementResult => {
			// One that says of nothing what it is confirms nothing.
			const isTold = record !== undefined && conventions?.isTold?.(record) !== false;
			return isTold ? resultOf(record, operation, conventions) : { is: 'failed' };
		});
		return withDistinctIds(operation, workItems, results, conventions);
	}
	// One record that is not there makes a request of several one that is not found.
	if (answer.status === 404 && operation.batchPath !== undefined && count > 1) return all({ is: 'resend' });
	const elements = conventions ? conventions.elementsIn(answer.body) : (answer.body as IDataObject | null)?.Elements;
	const isByElement = conventions
		? ABOUT_RECORDS.includes(answer.status) || (ABOUT_EITHER.includes(answer.status) && elements !== undefined)
		: answer.status === 400;
	if (!isByElement) return all({ is: 'failed' });
	const refused = (record: IDataObject | undefined): BatchElementResult => {
		if (record === undefined) return { is: 'resend' };
		const sentences = conventions ? conventions.reasons(record) : sentencesIn(record);
		if (sentences.length) return { is: 'refused', sentences, record };
		if (conventions?.isAccepted?.(record)) return resultOf(record, operation, conventions);
		return { is: count > 1 && !operation.perElement ? 'resend' : 'failed' };
	};
	const own = Array.isArray(elements) ? assigned(elements as IDataObject[]) : undefined;
	return own?.map(refused) ?? all(count > 1 ? { is: 'resend' } : { is: 'failed' });
}

/** Xero may answer with all options of a tracking category: the one that was written has what was sent. */
function matchOne(
	{ batchSize }: Operation,
	[body, ...others]: readonly IDataObject[],
	records: readonly IDataObject[],
): readonly IDataObject[] | undefined {
	if (batchSize !== undefined || body === undefined || others.length) return undefined;
	const texts = Object.keys(body).filter((key) => typeof body[key] === 'string');
	const same = records.filter((record) => isSameBy(texts, body, record));
	return same.length === 1 ? same : undefined;
}

/** Records that were made anew cannot have the same ID: which of them it is of cannot be told. */
function withDistinctIds(
	operation: Operation,
	workItems: readonly WorkItem[],
	results: readonly BatchElementResult[],
	conventions: ElementConventions | undefined,
): BatchElementResult[] {
	const [id] = confirmingKeys(operation);
	if (id === undefined || (operation.method !== 'PUT' && !conventions)) return [...results];
	const ids = results.map((result, index) =>
		result.is === 'saved' && targetIdOf(operation, workItems[index]!.parameters) === undefined
			? String(property(result.record, id)).toLowerCase()
			: undefined,
	);
	const counts = countBy(ids);
	return results.map((result, index) => (ids[index] !== undefined && counts[ids[index]]! > 1 ? { is: 'failed' } : result));
}
