// Which records go in one request, and which part of the answer is whose.

import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { confirmingKeys, property, sentencesIn } from '../model/element';
import type { Conventions, ElementConventions, Operation } from '../model/operation';
import type { XeroResponse, XeroRequest } from '../model/request';
import type { ElementResult } from './elementResults';
import { targetIdOf, resultOf } from './elementResults';

/** One record on its way to Xero. */
export interface Parcel {
	/** Input items that it comes from: one, or the lines of one document. */
	readonly items: readonly number[];
	readonly organisation: string;
	readonly path: string;
	readonly holes: IDataObject;
	readonly query: IDataObject;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: IDataObject;
	/** Of the record as it is sent. */
	readonly bytes: number;
}

/** Some parcels that go in one request. */
export interface Batch {
	readonly parcels: readonly Parcel[];
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

/** The request that carries these parcels: one to the record's own path, several to where Xero takes several. */
export function requestOf(operation: Operation, parcels: readonly Parcel[]): XeroRequest {
	const [first] = parcels as readonly [Parcel, ...Parcel[]];
	const together = operation.batchPath !== undefined && parcels.length > 1;
	// The record picked wins over an ID inside a JSON body, which would name another one.
	const bodies = parcels.map(({ body, holes }) =>
		together || Object.keys(holes).some((hole) => hole in body) ? { ...body, ...holes } : body,
	);
	const each = operation.perElement && (operation.batchPath === undefined || together);
	const single = (operation.bare && !together) || operation.envelope === undefined;
	return {
		method: operation.method,
		path: together ? operation.batchPath! : first.path,
		query: { ...(each ? { summarizeErrors: 'false' } : {}), ...first.query },
		headers: first.headers,
		...(operation.method === 'DELETE' ? {} : expectedOf(operation)),
		...(single ? (Object.keys(first.body).length ? { body: first.body } : {}) : { body: { [operation.envelope!]: bodies } }),
	};
}

/**
 * Cuts parcels into requests: same organisation, same place, same options; at most `operation.batch` records and 3.5 MB each.
 * The order within a request is the order of the items.
 */
export function batchesOf(operation: Operation, parcels: readonly Parcel[]): Batch[] {
	const groups = new Map<string, Parcel[]>();
	for (const parcel of parcels) {
		const { organisation, path, query, headers } = parcel;
		const place = [organisation, operation.batchPath ?? path, JSON.stringify([query, headers])].join('\n');
		const group = groups.get(place) ?? [];
		group.push(parcel);
		groups.set(place, group);
	}
	const cut: Parcel[][] = [];
	for (const group of groups.values()) {
		if (operation.batchSize === undefined) cut.push(...chunk(group, 1));
		else cut.push(...bySize(group, operation.batchSize, operation.batchBytes ?? BATCH_LIMITS.bytes));
	}
	return cut.map((some) => ({ parcels: some, request: requestOf(operation, some) }));
}

function bySize(parcels: readonly Parcel[], most: number, largest: number): Parcel[][] {
	const cut: Parcel[][] = [];
	let current: Parcel[] = [];
	let size = 0;
	for (const parcel of parcels) {
		const { bytes } = parcel;
		if (current.length && (current.length >= most || size + bytes > largest)) {
			cut.push(current);
			current = [];
			size = 0;
		}
		current.push(parcel);
		size += bytes;
	}
	if (current.length) cut.push(current);
	return cut;
}

/** Statuses of answers that are about records: not readable, a duplicate, too much, not to be processed. */
const ABOUT_RECORDS: readonly number[] = [400, 409, 413, 422];

/** And of those that are about the connection to Xero as a rule, unless they tell what is wrong with a record. */
const ABOUT_EITHER: readonly number[] = [403, 404];

/** How one parcel fared. */
export type BatchElementResult =
	| ElementResult
	/** The request as a whole was refused before Xero looked at this record: it may go again without the others. */
	| { readonly is: 'again' }
	/** The whole request was refused. */
	| { readonly is: 'failed' };

/**
 * Reads an answer back to its parcels: element n belongs to parcel n.
 * @returns one fate per parcel, in order
 */
export function elementResultsOf(
	operation: Operation,
	batch: Batch,
	answer: XeroResponse,
	records: readonly IDataObject[],
	each?: Conventions['elements'],
): BatchElementResult[] {
	const count = batch.parcels.length;
	const all = (result: BatchElementResult): BatchElementResult[] => batch.parcels.map(() => result);
	if (answer.status < 300) {
		if (count === 1 && records.length === 0)
			return all(expectsRecord(operation, answer.status) ? { is: 'failed' } : { is: 'saved', record: {}, warnings: [] });
		const own =
			records.length === count ? inRequestOrder(each, batch.parcels, records) : matchOne(operation, batch.parcels, records);
		if (!own) return all({ is: 'failed' });
		const made = own.map((record) => element(record, operation, each));
		return withDistinctIds(operation, batch.parcels, made, each);
	}
	// One record that is not there makes a request of several one that is not found.
	if (answer.status === 404 && operation.batchPath !== undefined && count > 1) return all({ is: 'again' });
	const elements = each ? each.elementsIn(answer.body) : (answer.body as IDataObject | null)?.Elements;
	const oneByOne = each
		? ABOUT_RECORDS.includes(answer.status) || (ABOUT_EITHER.includes(answer.status) && elements !== undefined)
		: answer.status === 400;
	if (!oneByOne) return all({ is: 'failed' });
	const own =
		Array.isArray(elements) && elements.length === count
			? inRequestOrder(each, batch.parcels, elements as IDataObject[])
			: undefined;
	const told = (one: IDataObject): BatchElementResult => {
		const sentences = each ? each.reasons(one) : sentencesIn(one);
		if (sentences.length) return { is: 'refused', sentences, record: one };
		if (each?.isAccepted?.(one)) return resultOf(one, operation, each);
		return { is: count > 1 && !operation.perElement ? 'again' : 'failed' };
	};
	if (own) return own.map(told);
	const some = Array.isArray(elements) ? matchSome(each, batch.parcels, elements as IDataObject[]) : undefined;
	if (some) return some.map((one) => (one ? told(one) : { is: 'again' }));
	return all(count > 1 ? { is: 'again' } : { is: 'failed' });
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/**
 * The records of an answer in the order of what was sent, wherever they repeat something of it.
 * @returns undefined when they are of something else
 */
function inRequestOrder(
	{ echoedKeys = [] }: Partial<ElementConventions> = {},
	parcels: readonly Parcel[],
	records: readonly IDataObject[],
): readonly IDataObject[] | undefined {
	const repeated = (record: IDataObject, { body }: Parcel): boolean[] =>
		echoedKeys
			.filter((name) => isGiven(record[name]) && isGiven(body[name]))
			.map((name) => String(record[name]).toLowerCase() === String(body[name]).toLowerCase());
	if (parcels.every((parcel, index) => repeated(records[index]!, parcel).every((alike) => alike))) return records;
	const left = [...records];
	const found = parcels.flatMap((parcel) => {
		const place = left.findIndex((record) => {
			const alike = repeated(record, parcel);
			return alike.length > 0 && !alike.includes(false);
		});
		return place < 0 ? [] : left.splice(place, 1);
	});
	return found.length === parcels.length ? found : undefined;
}

/**
 * An answer that tells of some of what was sent only: which of it each record is about.
 * @returns undefined when that is not clear of all of them
 */
function matchSome(
	{ echoedKeys = [] }: Partial<ElementConventions> = {},
	parcels: readonly Parcel[],
	records: readonly IDataObject[],
): ReadonlyArray<IDataObject | undefined> | undefined {
	if (records.length === 0 || records.length >= parcels.length) return undefined;
	const found: Array<IDataObject | undefined> = parcels.map(() => undefined);
	for (const record of records) {
		const places = parcels.flatMap(({ body }, place) => {
			const said = echoedKeys.filter((name) => isGiven(record[name]) && isGiven(body[name]));
			const alike = said.every((name) => String(record[name]).toLowerCase() === String(body[name]).toLowerCase());
			return said.length && alike ? [place] : [];
		});
		const [place] = places;
		if (places.length !== 1 || found[place!]) return undefined;
		found[place!] = record;
	}
	return found;
}

/** Xero may answer with all options of a tracking category: the one that was written has what was sent. */
function matchOne(
	{ batchSize }: Operation,
	[parcel, ...others]: readonly Parcel[],
	records: readonly IDataObject[],
): readonly IDataObject[] | undefined {
	if (batchSize !== undefined || parcel === undefined || others.length) return undefined;
	const said = Object.entries({ ...parcel.body, ...parcel.holes }).filter(([, value]) => typeof value === 'string');
	const alike = records.filter((record) => {
		const known = said.filter(([key]) => typeof record[key] === 'string');
		return known.length > 0 && known.every(([key, value]) => String(record[key]).toLowerCase() === String(value).toLowerCase());
	});
	return alike.length === 1 ? alike : undefined;
}

function element(record: IDataObject, operation: Operation, each: Conventions['elements']): BatchElementResult {
	// One that says of nothing what it is confirms nothing.
	if (each?.echoedKeys && !each.echoedKeys.some((name) => isGiven(record[name]))) return { is: 'failed' };
	return resultOf(record, operation, each);
}

/** Records that were made anew cannot have the same ID: which of them it is of cannot be told. */
function withDistinctIds(
	operation: Operation,
	parcels: readonly Parcel[],
	made: readonly BatchElementResult[],
	each: Conventions['elements'],
): BatchElementResult[] {
	const [id] = confirmingKeys(operation);
	if (id === undefined || (operation.method !== 'PUT' && !each)) return [...made];
	const idOf = (result: BatchElementResult, index: number): string | undefined => {
		const { holes, body } = parcels[index]!;
		if (result.is !== 'saved' || targetIdOf(operation, holes, body) !== undefined) return undefined;
		return String(property(result.record, id)).toLowerCase();
	};
	const known = made.map(idOf);
	return made.map((result, index) =>
		known[index] !== undefined && known.filter((one) => one === known[index]).length > 1 ? { is: 'failed' } : result,
	);
}
