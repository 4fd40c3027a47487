// Rows of a table for APIs whose records travel bare, one in a call.

import type { IDataObject } from 'n8n-workflow';
import { flag } from '../inputs/scalars';
import type { OperationContext, OutputItem } from '../model/context';
import { reasonOf } from '../model/errorState';
import type { Fields } from '../model/field';
import type { RecordType, Operation } from '../model/operation';
import type { Paging } from '../model/request';
import type { RowOverrides } from './crud';
import { assertSameRecord } from './assertSameRecord';
import { create, get, list, remove, setStatus, withClearing } from './crud';
import { isObject } from '../model/values';

/**
 * Verbs of the APIs whose records travel bare, one in a call: POST creates, PUT and PATCH change and answer with nothing,
 * lists hold their records under `items` (Projects, Assets, Files).
 */

const bare = ({ envelope: _envelope, confirmedBy: _confirms, ...row }: Operation): Operation => row;

/** POST one record; a good answer has its ID. */
export const createOne = (kind: RecordType, xero: string, required: readonly string[], extra: RowOverrides = {}): Operation => ({
	...bare(create(kind, xero, required)),
	method: 'POST',
	confirmedBy: kind.id,
	...extra,
});

/** GET one record. */
export const getOne = (kind: RecordType, xero: string, extra: RowOverrides = {}): Operation => ({
	...bare(get(kind, xero)),
	confirmedBy: kind.id,
	...extra,
});

/** GET many; `envelope` is where the answer holds them. */
export const listItems = (
	kind: RecordType,
	xero: string,
	filters: Fields,
	paging: Paging,
	extra: RowOverrides = {},
): Operation => ({
	...list(kind, xero, filters, paging, { envelope: 'items' }),
	...extra,
});

/** GET a list that comes as a bare array, whole. */
export const listAll = (kind: RecordType, xero: string, filters: Fields = {}, extra: RowOverrides = {}): Operation => ({
	...bare(list(kind, xero, filters, { by: 'nothing' })),
	...extra,
});

/** A real DELETE, answered with nothing. */
export const removeOne = (kind: RecordType, xero: string, extra: RowOverrides = {}): Operation => ({
	...remove(kind, xero),
	...extra,
});

/** What a write without an answer may do besides: get the record as it is now. */
export const readBack: Fields = {
	readBack: flag('Return Record', 'Whether to get the record after the change (one call more) instead of its IDs only'),
};

/**
 * The record after a change, when it is asked for; else that it was done, and to what. The change stands, whatever becomes of the
 * reading: a record that cannot be read is told of in a note, as nothing else of the run may be kept back by it.
 */
async function afterChange(call: OperationContext): Promise<readonly OutputItem[]> {
	const ids = Object.fromEntries(
		Object.entries(call.input)
			.filter(([key]) => /Id$/.test(key) && call.path.includes(encodeURIComponent(idIn(call.input[key]))))
			.map(([key, value]) => [key, idIn(value)]),
	);
	if (call.options.readBack !== true) return [{ json: { success: true, ...ids } }];
	try {
		const [json] = call.recordsIn(await call.request({ path: call.path }));
		return [{ json: json ?? { success: true, ...ids } }];
	} catch (cause) {
		const note = `The change was made; the record could not be read afterwards: ${reasonOf(cause)}`;
		return [{ json: { success: true, ...ids, note } }];
	}
}

/** A picked record is { by, value }, anything else is the ID itself. */
const idIn = (value: unknown): string =>
	value !== null && typeof value === 'object' && 'value' in value
		? String((value as { value: unknown }).value)
		: String(value ?? '');

/** The ID of the record that a path ends with. */
const lastIdIn = ({ path }: OperationContext): string => decodeURIComponent(path.split('/').pop()!);

/** What is kept with what is given over it, groups (a rate with its currency) part by part; what is given empty is left out. */
function over(kept: IDataObject, given: IDataObject): IDataObject {
	const body: IDataObject = { ...kept };
	for (const [key, value] of Object.entries(given)) {
		const before = kept[key];
		body[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
	}
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/**
 * PUT of the whole record, with what is not given kept: it is read first, since Xero empties what a full update leaves out.
 * @param kept the properties that a full update takes, as they stand in the record that is read; `given` goes over them
 */
export const replaceOne = (
	kind: RecordType,
	xero: readonly string[],
	kept: (record: IDataObject, given: IDataObject, call: OperationContext) => IDataObject,
	required: Fields,
	optional: Fields,
	extra: RowOverrides = {},
): Operation => ({
	...bare(setStatus(kind, xero, 'Update', {}, 'What is not given keeps its value; the record is read first')),
	method: 'PUT',
	required,
	optional: withClearing(optional),
	query: readBack,
	isUpdate: true,
	acceptsJson: true,
	...extra,
	async run(call) {
		const [before] = call.recordsIn(await call.request({ path: call.path, confirmedBy: kind.id }));
		const body = over(before ? kept(before, call.body, call) : {}, call.body);
		const answered = call.recordsIn(await call.request({ method: 'PUT', path: call.path, body }));
		// Files answer with the record as it is now, Projects with nothing.
		if (extra.confirmedBy === undefined) {
			call.assertSaved(answered);
			return await afterChange(call);
		}
		return [{ json: assertSameRecord(call, answered, kind.id, lastIdIn(call)) }];
	},
});

/** PATCH of one property, answered with nothing. */
export const patchOne = (
	kind: RecordType,
	xero: string,
	name: string,
	fixed: IDataObject,
	description: string,
	extra: RowOverrides = {},
): Operation => ({
	...bare(setStatus(kind, xero, name, fixed, description)),
	method: 'PATCH',
	query: readBack,
	...extra,
	async run(call) {
		call.assertSaved(call.recordsIn(await call.request({ method: 'PATCH', path: call.path, body: call.body })));
		return await afterChange(call);
	},
});
