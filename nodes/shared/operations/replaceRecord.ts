// Rows of a table for full updates: the record is read, changed and sent whole.

import startCase from 'lodash/startCase';
import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, OutputItem, RowFinding } from '../model/context';
import { isOther, property } from '../model/element';
import type { Field, Fields } from '../model/field';
import { NOT_THERE } from '../model/findings';
import type { Operation, RecordType } from '../model/operation';
import { fillPath, pathParametersOf } from '../model/path';
import { isObject } from '../model/values';
import type { RowOverrides } from './crud';
import { simpleOf, valueOf, withClearing } from './crud';

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

const hasValue = (value: unknown): boolean => !isNothing(value) && !(Array.isArray(value) && value.length === 0);

/** A value as a full update takes it back: a code that Xero itself would refuse is left out, and so is what it does not know. */
function keptValue({ within, ui, schema }: Field, value: unknown): unknown {
	if (within === undefined) return ui.type === 'options' && !schema.safeParse(value).success ? undefined : value;
	if (Array.isArray(value)) return value.map((row: unknown) => (isObject(row) ? kept(within, row) : row));
	return isObject(value) ? kept(within, value) : value;
}

/** What a full update takes of a record as it was read: the properties of a table that have a value. */
export function kept(fields: Fields, record: IDataObject): IDataObject {
	const body: IDataObject = {};
	for (const name of Object.keys(fields)) {
		const value = isNothing(record[name]) ? undefined : keptValue(fields[name]!, record[name]);
		if (value !== undefined) body[name] = value as IDataObject;
	}
	return body;
}

/** What is given over what is kept, groups part by part; what is given empty is left out, and so cleared. */
function over(before: IDataObject, given: IDataObject): IDataObject {
	const body: IDataObject = { ...before };
	for (const [name, value] of Object.entries(given)) {
		const own = before[name];
		body[name] = isObject(own) && isObject(value) ? { ...own, ...value } : value;
	}
	return Object.fromEntries(Object.entries(body).filter(([, value]) => !isNothing(value)));
}

/** The path with what the item picks. */
export const pathOf = (call: OperationContext, path: string): string =>
	fillPath(path, Object.fromEntries(pathParametersOf(path).map((name) => [name, valueOf(call, name)])));

/** Where the record is read as it is: at its own path, unless it has none to be read at. */
export interface Before {
	readonly path: string;
	/** Name, dotted where it is further inside, under which the answer has the record, or the list that it is in. */
	readonly envelope: string;
	/** Property that tells it from the others of a list. */
	readonly id: string;
}

/** The record as it is in Xero. @throws NodeOperationError when it is not in the list where it must be */
async function before(
	call: OperationContext,
	{ path, envelope, id }: Before,
	last: string,
	mayBeNull: boolean,
): Promise<IDataObject> {
	const own = path === last;
	const answer = await call.request({ path: pathOf(call, path), ...(mayBeNull ? {} : { envelope }) });
	const records = call.recordsIn(answer, envelope);
	if (own) return records[0] ?? {};
	const wanted = valueOf(call, pathParametersOf(last).pop()!);
	const found = records.find((record) => String(property(record, id)).toLowerCase() === wanted.toLowerCase());
	return found ?? call.refuse({ ...NOT_THERE, state: 'refused' });
}

/** What had a value before and has none now, though nobody cleared it: no input of the update writes it, and a full update may empty it. */
const clearedIn = (whole: Fields, there: IDataObject, given: IDataObject, now: IDataObject): RowFinding[] =>
	Object.keys(there)
		.filter((name) => !(name in whole) && !(name in given) && hasValue(there[name]) && name in now && !hasValue(now[name]))
		.map((name) => ({
			code: 'cleared',
			place: [startCase(name)],
			says: 'had a value before this update, and has none now',
			todo: 'Look at it in Xero, and set it there or with the operation that is for it',
		}));

/** What a full update says besides. */
export interface Replacing extends RowOverrides {
	readonly method?: 'PUT' | 'POST';
	readonly path: string;
	readonly required: Fields;
	/** Xero's operations: that of the update, and that of the reading. */
	readonly xero: readonly string[];
	readonly action: string;
	/** All that a full update takes. */
	readonly whole: Fields;
	/** Where the record is read; at `path`, under the same envelope, unless said. */
	readonly before?: Before;
	/** Xero answers without the record: a good status is all it says. */
	readonly isSilent?: boolean;
	/** The whole record as it is sent, where that is more or less than its own properties: from what is given, and what was before. */
	written?(body: IDataObject, given: IDataObject, before: IDataObject): IDataObject;
	/** What is wrong with the whole record, before it is sent; of several findings the first is told. */
	check?: Operation['validate'];
}

/**
 * A full update (PUT, or POST where Xero wants one): what is not sent would be cleared, so the record is read first and sent whole, with
 * what is given over it. An answer about another record, or without the one that was sent, is no answer.
 */
export function replaceRecord(kind: RecordType, row: Replacing): Operation {
	const { whole, before: where, isSilent = false, written = (body: IDataObject) => body, check, ...extra } = row;
	const envelope = row.envelope ?? kind.envelopes?.one ?? kind.path;
	const read = where ?? { path: row.path, envelope, id: kind.id };
	const id = /\}$/.test(row.path) ? kind.id : undefined;
	return {
		name: 'Update',
		description: 'What is not given keeps its value; the record is read first',
		method: 'PUT',
		envelope,
		optional: withClearing(whole),
		isUpdate: true,
		acceptsJson: true,
		scope: kind.scope,
		body: 'bare',
		...simpleOf(kind),
		...(id === undefined ? {} : { confirmedBy: id }),
		...extra,
		async run(call): Promise<readonly OutputItem[]> {
			const there = await before(call, read, row.path, isSilent);
			const own = kept(whole, there);
			const body = written(over(own, call.body), call.body, own);
			const [fault] = [check?.(body) ?? []].flat();
			if (fault) call.refuse(fault);
			const answer = await call.request({
				method: row.method ?? 'PUT',
				path: call.path,
				body: row.body === 'array' ? [body] : body,
				...(isSilent ? {} : { envelope }),
			});
			if (isSilent) return [{ json: { success: true } }];
			const records = call.assertSaved(call.recordsIn(answer, envelope));
			const [record = {}] = records;
			if (id !== undefined && isOther(property(record, id), valueOf(call, pathParametersOf(row.path).pop()!)))
				call.refuse({
					says: 'Xero answered with another record than the one sent',
					todo: 'Look in Xero before sending it again',
					state: 'unconfirmed',
				});
			const findings = clearedIn(whole, there, call.body, record);
			return [{ json: record, ...(findings.length ? { findings } : {}) }];
		},
	};
}
