// Rows of a table made from a kind of record: create, update, get, get many, delete.

import type { IDataObject } from 'n8n-workflow';
import { clearing } from '../inputs/clearFields';
import { record } from '../inputs/locators';
import type { OperationContext } from '../model/context';
import type { Fields } from '../model/field';
import type { RecordType, Operation } from '../model/operation';
import type { Paging } from '../model/request';

/** What a row may say differently from what its verb makes of the kind. */
export type RowOverrides = Partial<Omit<Operation, 'xero' | 'run'>>;

/** 'Contact Group' → 'contact group'; acronyms keep their capitals. */
const lower = (name: string): string => name.replace(/\b[A-Z](?=[a-z])/g, (first) => first.toLowerCase());

/** 'Get Payment Services' → 'Get payment services', as n8n wants an action. */
const sentence = (name: string): string => name.charAt(0) + lower(name.slice(1));

/** "an invoice", "a contact". Acronyms and proper names keep their capitals. */
const nounOf = ({ name }: Pick<RecordType, 'name'>): string => (/^[A-Z]{2}/.test(name) ? name : lower(name));
const aNoun = (kind: Pick<RecordType, 'name'>): string =>
	`${/^[aeiou]/i.test(kind.name) && !/^u(ser|ni)/i.test(kind.name) ? 'an' : 'a'} ${nounOf(kind)}`;
const pluralOf = ({ plural }: Pick<RecordType, 'plural'>): string => lower(plural);

const pick = (fields: Fields, keys: readonly string[]): Fields => Object.fromEntries(keys.map((key) => [key, fields[key]!]));

/** A table without some of its fields. */
export const without = (fields: Fields, keys: readonly string[]): Fields =>
	Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

/** The `.read` form of a scope, which a read needs only; some scopes have one form. */
export const readScope = (scope: string): string =>
	/\.read$|^paymentservices$|^bankfeeds$/.test(scope) ? scope : `${scope}.read`;

/** The picker of an existing record for a path parameter. */
export const recordPicker = (
	kind: RecordType,
	modes: ReadonlyArray<'id' | 'code' | 'number'> = ['id'],
	more: Parameters<typeof record>[3] = {},
): Fields => ({
	[kind.id]: record(kind.name, kind.key, modes, more),
});

const member = (kind: Pick<RecordType, 'path' | 'id'>): string => `/${kind.path}/{${kind.id}}`;

/** Where an answer has one record of a kind, and how a request has it. */
const envelopeOf = ({ envelopes, path }: Pick<RecordType, 'envelopes' | 'path'>): string => envelopes?.one ?? path;
const bodyOf = ({ writes }: Pick<RecordType, 'writes'>): Pick<Operation, 'body'> => (writes ? { body: writes.body } : {});

/** What tells the records of a kind from others of its collection. */
const marksOf = ({ discriminator }: Pick<RecordType, 'discriminator'>): Pick<Operation, 'discriminator'> =>
	discriminator ? { discriminator } : {};

/** What Simplify keeps of a kind. */
export const simpleOf = ({
	simplified,
	simplifiedBesides = [],
}: Pick<RecordType, 'simplified' | 'simplifiedBesides'>): Pick<Operation, 'simplified'> =>
	simplified ? { simplified: [...simplified, ...simplifiedBesides] } : {};

/** What of a new record stands on the panel besides what it needs, and in which order. */
const panelOf = (
	{ panel, fields }: Pick<RecordType, 'panel' | 'fields'>,
	required: readonly string[],
): Pick<Operation, 'panelOptional' | 'panelOrder'> =>
	panel
		? {
				panelOptional: pick(
					fields,
					panel.filter((name) => !required.includes(name)),
				),
				panelOrder: panel,
			}
		: {};

/**
 * PUT one or many: "PUT will create new data". `required` fields stand on the panel, the others under Additional Fields, save those that
 * `kind.panel` puts on the panel in an order of its own.
 */
export const create = (
	kind: RecordType,
	xero: Operation['xero'],
	required: readonly string[],
	extra: RowOverrides = {},
): Operation => ({
	xero,
	name: 'Create',
	action: `Create ${aNoun(kind)}`,
	method: kind.writes?.create ?? 'PUT',
	path: `/${kind.path}`,
	envelope: envelopeOf(kind),
	confirmedBy: kind.id,
	...bodyOf(kind),
	...marksOf(kind),
	required: pick(kind.fields, required),
	...panelOf(kind, required),
	optional: without(kind.fields, [...required, ...(kind.panel ?? [])]),
	acceptsJson: true,
	scope: kind.scope,
	...simpleOf(kind),
	...(kind.linesField ? { linesField: kind.linesField } : {}),
	...(kind.documentKeyDefault ? { documentKeyDefault: kind.documentKeyDefault } : {}),
	...(kind.documentKeyPreset ? { documentKeyPreset: kind.documentKeyPreset } : {}),
	...extra,
});

/** A value that stands on the panel from the start would change a record that exists: such an input is added by hand there. */
const blankAtFirst = (
	{ panel, fields }: Pick<RecordType, 'panel' | 'fields'>,
	required: readonly string[],
): Pick<RecordType, 'panel'> => {
	const hasValue = (name: string): boolean => typeof fields[name]!.ui.default === 'string' && fields[name]!.ui.default !== '';
	return panel ? { panel: panel.filter((name) => required.includes(name) || !hasValue(name)) } : {};
};

/** POST without an ID: create, or change the record that matches. `matches` says by what Xero finds it. */
export const upsert = (
	kind: RecordType,
	xero: Operation['xero'],
	required: readonly string[],
	matches: string,
	extra: RowOverrides = {},
): Operation => ({
	...create({ ...kind, ...blankAtFirst(kind, required) }, xero, required, extra),
	name: 'Create or Update',
	action: `Create or update ${aNoun(kind)}`,
	// n8n's lint wants these words and no others.
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	method: 'POST',
	notice: `Xero finds an existing record by ${matches}${kind.linesField ? '. Its lines are replaced by those given here' : ''}`,
	...extra,
});

/** The fields of a change but for some, and the choice of those to empty, which may be among these. */
export const withClearing = (fields: Fields, but: readonly string[] = []): Fields => ({
	...without(fields, but),
	...clearing(fields),
});

/** Shown where lines are given for a record that has some. */
export const REPLACES = 'Lines given here replace all lines there are: one that is not among them is removed';

/** POST to the record: fields not sent keep their values, rows (lines, persons) are replaced. Several go in one request by ID. */
export const update = (
	kind: RecordType,
	xero: Operation['xero'],
	extra: RowOverrides & { leave?: readonly string[] } = {},
): Operation => {
	const { leave = [], ...rest } = extra;
	const { panel = kind.linesField ? [kind.linesField] : [] } = blankAtFirst(kind, []);
	const shown = panel.filter((name) => !leave.includes(name));
	return {
		xero,
		name: 'Update',
		action: `Update ${aNoun(kind)}`,
		description: 'What is not given stays',
		method: kind.writes?.update ?? 'POST',
		path: member(kind),
		envelope: envelopeOf(kind),
		confirmedBy: kind.id,
		...bodyOf(kind),
		...marksOf(kind),
		required: recordPicker(kind),
		// What stands on the panel in Create stands there as well, so that both share it.
		...(shown.length ? { panelOptional: pick(kind.fields, shown), panelOrder: shown } : {}),
		optional: withClearing(kind.fields, [...leave, ...shown]),
		isUpdate: true,
		acceptsJson: true,
		scope: kind.scope,
		...simpleOf(kind),
		...(kind.linesField ? { notice: REPLACES } : {}),
		...rest,
	};
};

/**
 * A change of state that is an operation of its own: { Status: 'VOIDED' } posted to the record.
 * @param description '' where name and action say it all
 */
export const setStatus = (
	kind: RecordType,
	xero: Operation['xero'],
	name: string,
	fixed: IDataObject,
	description: string,
	extra: RowOverrides = {},
): Operation => ({
	xero,
	name,
	action: `${sentence(name)} ${aNoun(kind)}`,
	...(description === '' ? {} : { description }),
	method: kind.writes?.update ?? 'POST',
	path: member(kind),
	envelope: envelopeOf(kind),
	confirmedBy: kind.id,
	...bodyOf(kind),
	...marksOf(kind),
	required: recordPicker(kind),
	fixedBody: fixed,
	scope: kind.scope,
	...simpleOf(kind),
	...extra,
});

/** GET one. */
export const get = (kind: RecordType, xero: Operation['xero'], extra: RowOverrides = {}): Operation => ({
	xero,
	name: 'Get',
	action: `Get ${aNoun(kind)}`,
	method: 'GET',
	path: member(kind),
	envelope: envelopeOf(kind),
	...marksOf(kind),
	required: recordPicker(kind),
	scope: readScope(kind.scope),
	...simpleOf(kind),
	...extra,
});

/** GET many, with Return All / Limit and Filters. */
export const list = (
	kind: RecordType,
	xero: Operation['xero'],
	filters: Fields,
	paging: Paging,
	extra: RowOverrides = {},
): Operation => ({
	xero,
	name: 'Get Many',
	action: `Get many ${pluralOf(kind)}`,
	method: 'GET',
	path: `/${kind.path}`,
	envelope: kind.envelopes?.many ?? kind.path,
	...marksOf(kind),
	required: {},
	...(kind.show ? { panelOptional: { show: kind.show } } : {}),
	query: filters,
	paging,
	...(paging.by === 'page' && 'order' in filters ? { limitedOrder: kind.searchOrder ?? 'UpdatedDateUTC DESC' } : {}),
	scope: readScope(kind.scope),
	...simpleOf(kind),
	...extra,
});

/** A real DELETE. */
export const remove = (kind: RecordType, xero: Operation['xero'], extra: RowOverrides = {}): Operation => ({
	xero,
	name: 'Delete',
	action: `Delete ${aNoun(kind)}`,
	description: `Delete ${aNoun(kind)} permanently`,
	method: 'DELETE',
	path: member(kind),
	required: recordPicker(kind),
	scope: kind.scope,
	notice: 'A deleted record cannot be brought back',
	...extra,
});

/** What belongs to a record and is read as it is: settings, actions, online link. */
export const readPart = (
	kind: RecordType,
	xero: Operation['xero'],
	name: string,
	path: string,
	envelope: string,
	description: string,
	extra: RowOverrides = {},
): Operation => ({
	xero,
	name,
	action: `${sentence(name)} of ${aNoun(kind)}`,
	description,
	method: 'GET',
	path,
	envelope,
	required: path.includes(`{${kind.id}}`) ? recordPicker(kind) : {},
	scope: readScope(kind.scope),
	...extra,
});

/** Runs with the typed value of a picked record, whatever the path parameter's mode. */
export const valueOf = (call: OperationContext, key: string): string => {
	const value = call.input[key];
	return value !== null && typeof value === 'object' && 'value' in value
		? String((value as { value: unknown }).value)
		: String(value ?? '');
};

export { aNoun, member, nounOf };
