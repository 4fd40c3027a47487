// The fields of a record that Simplify keeps.

import memoize from 'lodash/memoize';
import type { IDataObject } from 'n8n-workflow';

/** A field to keep: its column, and where it is in the record. */
interface Column {
	readonly name: string;
	readonly path: readonly string[];
}

/** 'Contact.Name' → ContactName, 'Contact.ContactID' → ContactID. */
const flatName = (path: readonly string[]): string => path.reduce((name, part) => (part.startsWith(name) ? part : name + part));

/** The columns of a table's list, made once for all of its records. */
const columnsOf = memoize((keep: readonly string[]): Column[] =>
	keep.map((dotted) => {
		const path = dotted.split('.');
		return { name: flatName(path), path };
	}),
);
columnsOf.cache = new WeakMap();

/** The places in a record that Simplify reads. */
export const placesOf = memoize((keep: readonly string[]): ReadonlyArray<readonly string[]> =>
	columnsOf(keep).map(({ path }) => path),
);
placesOf.cache = new WeakMap();

function valueAt(record: IDataObject, path: readonly string[]): unknown {
	let value: unknown = record;
	for (const part of path) {
		if (value === null || typeof value !== 'object') return undefined;
		value = (value as IDataObject)[part];
	}
	return value;
}

/** What the pack itself adds to a record; Simplify keeps it. */
const isOurs = (key: string): boolean => key.startsWith('_') || key === 'deleted' || key === 'note' || key === 'success';

/**
 * The fields Simplify keeps, flat; null where the record does not have one, so that every row has the same columns.
 * What only says that something was done, or has none of the fields, stays as it is.
 */
export function simplified(record: IDataObject, keep: readonly string[]): IDataObject {
	if (record.success === true) return record;
	const flat: IDataObject = {};
	let isEmpty = true;
	for (const { name, path } of columnsOf(keep)) {
		const value = valueAt(record, path);
		isEmpty &&= value === undefined;
		flat[name] = (value ?? null) as IDataObject;
	}
	if (isEmpty) return record;
	for (const key of Object.keys(record)) if (isOurs(key)) flat[key] = record[key];
	return flat;
}
