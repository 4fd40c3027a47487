// Records that inputs pick by a name: where they are among the values, and their IDs instead.

import mapValues from 'lodash/mapValues';
import type { Field, Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import { isObject } from '../model/values';
import type { ItemFinding } from './check';
import { placeIn } from './fieldIssues';
import type { Picked } from './locators';

/** Why a name stands for no record, or not for one alone. */
export type NameFault = Pick<Finding, 'says' | 'todo'>;

/** The ID that a name stands for in a search; `undefined` while the search's list is not read yet. */
export type IdOf = (search: string, name: string) => string | NameFault | undefined;

/** Whether a table has an input that may name a record, rows and groups included. */
export const hasNames = (fields: Fields): boolean =>
	Object.values(fields).some(({ namedIn, within }) => namedIn !== undefined || (within !== undefined && hasNames(within)));

type Path = ReadonlyArray<string | number>;
type Values = Readonly<Record<string, unknown>>;

/** A copy of checked values with something else for each record that is picked by name. */
function replaced(
	fields: Fields,
	values: Values,
	path: Path,
	instead: (search: string, picked: Picked, path: Path) => Picked,
): Record<string, unknown> {
	const inside = ({ namedIn, within }: Field, value: unknown, at: Path): unknown => {
		if (namedIn !== undefined && isObject(value) && value.by === 'name') return instead(namedIn, value as unknown as Picked, at);
		if (within === undefined) return value;
		if (Array.isArray(value))
			return value.map((row: unknown, index) => (isObject(row) ? replaced(within, row, [...at, index], instead) : row));
		return isObject(value) ? replaced(within, value, at, instead) : value;
	};
	return mapValues(values, (value, key) => {
		const field = fields[key];
		return field === undefined ? value : inside(field, value, [...path, key]);
	});
}

/** Checked values with IDs in place of names, and what is wrong with the names that stand for no ID. */
export function withIds(
	fields: Fields,
	values: Values,
	idOf: IdOf,
): { readonly values: Record<string, unknown>; readonly findings: ItemFinding[] } {
	const findings: ItemFinding[] = [];
	const copy = replaced(fields, values, [], (search, picked, [key, ...path]) => {
		const id = idOf(search, picked.value);
		if (typeof id === 'string') return { by: 'id', value: id };
		if (id !== undefined) findings.push({ place: placeIn(fields, String(key), path).place, value: shown(picked.value), ...id });
		return picked;
	});
	return { values: copy, findings };
}
