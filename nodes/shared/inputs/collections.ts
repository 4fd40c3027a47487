// Inputs of several rows or of a group: lines, addresses, payments.

import mapValues from 'lodash/mapValues';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { Field, Fields } from '../model/field';
import { alphabetically, isObject } from '../model/values';
import type { Words } from './scalars';
import { fieldUi } from './scalars';

/** The inputs of a row's Additional Fields beside its others. */
const unfolded = (row: unknown): unknown => {
	if (row === null || typeof row !== 'object' || !('additionalFields' in row)) return row;
	const { additionalFields, ...rest } = row;
	return { ...rest, ...(additionalFields as object) };
};

const labelled = (key: string, { ui, shownFor }: Field): INodeProperties => ({
	...ui,
	name: key,
	...(shownFor ? { displayOptions: { show: mapValues(shownFor, (values) => [...values]) } } : {}),
});

const readWithin = (fields: Fields, value: unknown, zone: string): unknown => {
	if (value === null || value === undefined || value === '') return undefined;
	// Not a row, or a row of which no input is known: nothing of it may get lost, so it goes on to the check, which refuses it.
	if (typeof value !== 'object') return value;
	const names = Object.keys(value);
	if (names.length && !names.some((name) => name in fields)) return names;
	const given: IDataObject = {};
	for (const key of Object.keys(fields)) {
		const field = fields[key]!;
		const raw = (value as IDataObject)[key];
		if (isNothing(raw)) continue;
		const plain = field.read ? field.read(raw, zone) : raw;
		if (plain !== undefined && plain !== '') given[key] = plain as IDataObject;
	}
	return Object.keys(given).length ? given : undefined;
};

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const writeWithin = (fields: Fields, value: IDataObject): IDataObject => {
	const written: IDataObject = {};
	for (const key of Object.keys(value)) {
		const field = fields[key];
		if (!field) continue;
		const plain = value[key];
		const xero = field.write ? field.write(plain) : plain;
		if (xero !== undefined) written[key] = xero as IDataObject;
	}
	return written;
};

/** Checks the inputs that a row or a group has; of those it could have besides, zod would check that each is not there. */
function shapeOf(fields: Fields): z.ZodType<IDataObject, z.ZodTypeDef, unknown> {
	const message = `has no inputs such as ${Object.keys(fields).slice(0, 3).join(', ')}`;
	return z.unknown().superRefine((value, { addIssue }) => {
		if (!isObject(value)) {
			addIssue({ code: 'invalid_type', expected: 'object', received: z.getParsedType(value), message });
			return;
		}
		for (const key of Object.keys(value)) {
			const result = fields[key]?.schema.safeParse(value[key]);
			for (const issue of result?.error?.issues ?? []) addIssue({ ...issue, path: [key, ...issue.path] });
		}
	}) as z.ZodType<IDataObject, z.ZodTypeDef, unknown>;
}

const isBlank = (value: unknown): boolean =>
	value === undefined || value === '' || (value !== null && typeof value === 'object' && Object.keys(value).length === 0);

/** n8n lists five or more inputs in alphabetical order, addresses excepted. */
const ordered = (fields: Fields, free: boolean): INodeProperties[] => {
	const properties = Object.entries(fields).map(([key, field]) => labelled(key, field));
	return free || properties.length < 5 ? properties : properties.sort((a, b) => alphabetically(a.displayName, b.displayName));
};

/** Further inputs of a row or a group, shown only when added. */
const unfolding = (folded: Fields, name = 'Additional Fields'): Fields =>
	Object.keys(folded).length
		? {
				additionalFields: {
					ui: fieldUi(name, 'collection', { placeholder: 'Add Field' }, { default: {}, options: ordered(folded, false) }),
					schema: z.unknown(),
				},
			}
		: {};

/**
 * Several rows of inputs (line items, addresses), written as an array of objects. `row` is what one of them is called.
 * `folded` are further inputs of a row, shown only when added, under `foldedName`; they are written beside the others. `inOrder`: the
 * inputs stand as they are given, where people know their order from Xero's screen.
 */
export const rows = (
	name: string,
	row: string,
	shown: Fields,
	more: Words & { max?: number; title?: string; folded?: Fields; foldedName?: string; inOrder?: boolean } = {},
): Field<IDataObject[]> => {
	const { max, title, folded = {}, foldedName = 'Additional Fields', inOrder = false, ...words } = more;
	const key = row.replace(/[^A-Za-z]/g, '').replace(/^./, (first) => first.toLowerCase());
	const fields: Fields = { ...shown, ...folded };
	const rest = unfolding(folded, foldedName);
	const free = inOrder || /address/i.test(row);
	return {
		ui: fieldUi(
			name,
			'fixedCollection',
			{ placeholder: `Add ${row}`, ...words },
			{
				default: {},
				typeOptions: { multipleValues: true, sortable: true, ...(title ? { fixedCollection: { itemTitle: title } } : {}) },
				options: [{ name: key, displayName: row, values: ordered({ ...shown, ...rest }, free) }],
			},
		),
		schema: z
			.array(shapeOf(fields), { invalid_type_error: `is no list of ${row} rows` })
			.max(max ?? Number.MAX_SAFE_INTEGER, `can have at most ${max} rows`),
		within: fields,
		read: (value, zone) => {
			const list = Array.isArray(value) ? value : ((value as IDataObject | undefined)?.[key] ?? (isBlank(value) ? [] : value));
			if (!Array.isArray(list)) return list;
			const given = list.map((one: unknown) => readWithin(fields, unfolded(one), zone)).filter((one) => one !== undefined);
			return given.length ? given : undefined;
		},
		write: (value) => value.map((one) => writeWithin(fields, one)),
	};
};

/** What is written as one object, however its inputs look. */
const object = (fields: Fields, ui: Field['ui']): Field<IDataObject> => ({
	ui,
	schema: shapeOf(fields),
	within: fields,
	read: (value, zone) => readWithin(fields, unfolded((value as IDataObject | undefined)?.values ?? value), zone),
	write: (value) => writeWithin(fields, value),
});

/** Some inputs that belong together, written as one object. `folded` are shown only when added, and written beside the others. */
export const group = (name: string, shown: Fields, more: Words & { folded?: Fields } = {}): Field<IDataObject> => {
	const { folded = {}, ...words } = more;
	const values = ordered({ ...shown, ...unfolding(folded) }, /address/i.test(name));
	return object(
		{ ...shown, ...folded },
		fieldUi(
			name,
			'fixedCollection',
			{ placeholder: `Add ${name}`, ...words },
			{ default: {}, options: [{ name: 'values', displayName: name, values }] },
		),
	);
};

/** The same where every input is shown only when added: none is sent that nobody asked for. */
export const collection = (name: string, fields: Fields, more: Words = {}): Field<IDataObject> =>
	object(
		fields,
		fieldUi(name, 'collection', { placeholder: 'Add Field', ...more }, { default: {}, options: ordered(fields, false) }),
	);
