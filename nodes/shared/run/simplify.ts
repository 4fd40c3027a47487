// The fields of a record that Simplify keeps.

import type { IDataObject } from 'n8n-workflow';

/** 'Contact.Name' → ContactName, 'Contact.ContactID' → ContactID. */
const flatName = (path: string): string => path.split('.').reduce((name, part) => (part.startsWith(name) ? part : name + part));
const reach = (record: IDataObject, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, part) => (value !== null && typeof value === 'object' ? (value as IDataObject)[part] : undefined),
			record,
		);
/** What the pack itself adds to a record; Simplify keeps it. */
const isOurs = (key: string): boolean => key.startsWith('_') || ['deleted', 'note', 'success'].includes(key);

/**
 * The fields Simplify keeps, flat; null where the record does not have one, so that every row has the same columns.
 * What only says that something was done, or has none of the fields, stays as it is.
 */
export function simplified(record: IDataObject, keep: readonly string[]): IDataObject {
	if (record.success === true || keep.every((path) => reach(record, path) === undefined)) return record;
	const flat: IDataObject = {};
	for (const path of keep) flat[flatName(path)] = (reach(record, path) ?? null) as IDataObject;
	const ours = Object.entries(record).filter(([key]) => isOurs(key));
	return { ...flat, ...Object.fromEntries(ours) };
}
