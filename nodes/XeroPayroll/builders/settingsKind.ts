import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../../shared/model/field';
import type { ListOption, Operation, RecordType, Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { nounOf } from '../../shared/operations/crud';
import { travels, verbs } from './verbs';

/** What one of payroll's settings (a rate, a deduction, a calendar) is called, and by which calls it is read and made. */
export interface SettingsKind
	extends
		Pick<RecordType, 'key' | 'name' | 'plural' | 'description' | 'path' | 'id' | 'fields'>,
		Partial<Pick<RecordType, 'listOptions'>> {
	/** Names under which answers hold one and many. */
	readonly envelopes: readonly [one: string, many: string];
	/** Name in the path, where it is not the property with the ID. */
	readonly hole?: string;
	/** Xero's operations; none to create what Xero alone makes. */
	readonly xero: { readonly getAll: string; readonly get: string; readonly create?: string };
	/** Property with the name, where that is not `name`. */
	readonly nameIn?: string;
	/** Inputs that Xero needs. */
	readonly needed?: readonly string[];
	/** Inputs that stand on the panel and may stay empty. */
	readonly filters?: Fields;
	readonly validate?: Operation['validate'];
}

/** A line of a list: the name, and what tells it from another of the same name. */
export const named =
	(name: string, id: string, more?: string) =>
	(record: IDataObject): readonly ListOption[] => [
		{
			name: [record[name], more === undefined ? undefined : record[more]]
				.filter((part) => typeof part === 'string' && part !== '')
				.join(' · '),
			value: String(record[id]),
		},
	];

/** The same of what is in use. */
export const namedActive = (name: string, id: string, more?: string): ReturnType<typeof named> => {
	const line = named(name, id, more);
	return (record) => (record.currentRecord === false || record.isActive === false ? [] : line(record));
};

/** One of payroll's settings: read, and made once, as Xero has no way to change or delete it. */
export function settingsKind(settings: SettingsKind): Resource {
	const { envelopes, hole, nameIn = 'name', xero, needed = [], filters = {}, validate, ...kind } = settings;
	return resource({
		...kind,
		...travels(...envelopes),
		namesOf: (record) => [String(record[nameIn])],
		scope: xero.create === undefined ? 'payroll.settings.read' : 'payroll.settings',
		operations: (own) => {
			const rows = verbs(own, hole === undefined ? {} : { hole });
			return {
				...(xero.create === undefined
					? {}
					: {
							create: rows.create(xero.create, needed, {
								notice: `Xero has no way to change or delete ${nounOf(own)}s from here: it is done in Xero`,
								...(validate ? { validate } : {}),
							}),
						}),
				get: rows.get(xero.get),
				getAll: rows.getAll(xero.getAll, filters),
			};
		},
	});
}
