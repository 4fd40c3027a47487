// Inputs that pick a record: from a list, by ID, by number or name.

import isUndefined from 'lodash/isUndefined';
import memoize from 'lodash/memoize';
import omitBy from 'lodash/omitBy';
import type { INodePropertyMode } from 'n8n-workflow';
import { z } from 'zod';
import type { Field, FieldUi } from '../model/field';
import type { Words } from './scalars';
import { asText, fieldUi } from './scalars';
import { GUID, isObject } from '../model/values';

/** What "From List" and its fellows gave: how the record was picked, and by what. */
export interface Picked {
	readonly by: string;
	readonly value: string;
}

const MODES: Readonly<Record<string, Omit<INodePropertyMode, 'name'>>> = {
	id: {
		displayName: 'By ID',
		type: 'string',
	},
	code: { displayName: 'By Code', type: 'string', placeholder: 'e.g. 200' },
	number: { displayName: 'By Number', type: 'string', placeholder: 'e.g. INV-0001' },
	name: { displayName: 'By Name', type: 'string', placeholder: 'e.g. Ridgeway University' },
};

/** How a record can be picked beside From List: mode → Xero's property for it. `list` names the property a list line's value is. */
export type Ways = Readonly<Partial<Record<'list' | 'id' | 'code' | 'number' | 'name', string>>>;

const locatorLook = (
	name: string,
	finds: string,
	ways: readonly string[],
	more: Words & { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> },
): FieldUi => {
	const { modes, ...words } = more;
	return fieldUi(name, 'resourceLocator', words, {
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: finds, searchable: true } },
			// The panel goes to n8n as JSON, which has no undefined.
			...ways.map((way) => omitBy({ ...MODES[way], name: way, ...modes?.[way] }, isUndefined) as unknown as INodePropertyMode),
		],
	});
};

const EVERY_GUID = new RegExp(GUID.source, 'gi');

/** Opens a resource locator; inside collections n8n hands it over as { __rl, mode, value }. A bare text from an expression is taken by its form. */
const readLocator =
	(ways: readonly string[]) =>
	(value: unknown): unknown => {
		const { mode, value: inner } =
			value !== null && typeof value === 'object' && 'value' in value
				? (value as { mode?: unknown; value: unknown })
				: { mode: undefined, value };
		const plain = asText(inner);
		if (plain === null || plain === undefined) return undefined;
		if (typeof plain !== 'string') return { by: mode ?? 'list', value: plain };
		if (plain.trim() === '') return undefined;
		const wanted =
			typeof mode === 'string'
				? mode
				: GUID.test(plain) && ways.includes('id')
					? 'id'
					: (ways.find((way) => way !== 'id') ?? 'id');
		const trimmed = plain.trim();
		// An ID may stand inside of an address of Xero's; of several nobody knows which one is meant.
		const [id, ...others] = trimmed.match(EVERY_GUID) ?? [];
		return { by: wanted, value: wanted === 'id' && others.length === 0 ? (id ?? trimmed) : trimmed } satisfies Picked;
	};

/** A value that is no ID where one is needed. */
export const NOT_AN_ID = 'is not an ID of Xero';

/**
 * One check for all pickers of the same name, in one step, as every line of a document has several.
 * @param idModes the modes in which the value must be an ID; From List is one of them where its lines stand for IDs
 */
const picked = memoize(
	(name: string, idModes: readonly string[]): z.ZodType<Picked, z.ZodTypeDef, unknown> => {
		const says = `names no ${name.toLowerCase()}`;
		return z.unknown().superRefine((picked, { addIssue }) => {
			const wrong = (message: string): void => addIssue({ code: 'custom', message });
			/** Ends the check: what is checked after this one counts on a picked record. */
			const isNot = (expected: 'object' | 'string', given: unknown, path: string[]): void =>
				addIssue({ code: 'invalid_type', expected, received: z.getParsedType(given), path, message: says, fatal: true });
			if (!isObject(picked)) return isNot('object', picked, []);
			const { by, value } = picked;
			if (typeof by !== 'string') isNot('string', by, ['by']);
			if (typeof value !== 'string') isNot('string', value, ['value']);
			if (typeof by !== 'string' || typeof value !== 'string') return;
			if (idModes.includes(by) && !GUID.test(value)) wrong(NOT_AN_ID);
			else if (by === 'id' && (value.match(EVERY_GUID) ?? []).length > 1) wrong('holds several IDs; one is needed');
			else if (/^\.{1,2}$/.test(value)) wrong('cannot be a dot');
		}) as z.ZodType<Picked, z.ZodTypeDef, unknown>;
	},
	(name, idModes) => [name, ...idModes].join('\n'),
);

/** How else a record can be picked. */
const otherWays = (
	modes: readonly string[],
	more: { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> },
): (() => string) => {
	const names = modes.filter((mode) => mode !== 'id').map((mode) => more.modes?.[mode]?.displayName ?? MODES[mode]!.displayName);
	const last = names.pop();
	return () => `Choose it From List${last === undefined ? '' : `, or use ${[...names, last].join(' or ')}`}`;
};

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** A currency by its code, in any case. */
export const currency = (name = 'Currency', description?: string): Field<Picked> => {
	const field = record(name, 'currency', ['code'], {
		modes: { code: { placeholder: 'e.g. NZD' } },
		...(description === undefined ? {} : { description }),
	});
	return {
		...field,
		schema: field.schema.refine(({ value }) => CURRENCIES.has(value.toUpperCase()), 'is not the code of a currency, such as NZD'),
		write: ({ value }) => value.toUpperCase(),
	};
};

/**
 * Picks one record, written into the body as an object: { ContactID: '…' } or { Name: '…' }.
 * `finds` is the search behind From List, `ways` says which of Xero's properties each mode fills.
 */
export const locator = (
	name: string,
	finds: string,
	ways: Ways & { id: string },
	more: Words & { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> } = {},
): Field<Picked> => {
	const { list, ...rest } = ways;
	const modes = Object.keys(rest);
	return {
		ui: locatorLook(name, finds, modes, more),
		schema: picked(name, list === undefined || list === ways.id ? ['id', 'list'] : ['id']),
		advice: otherWays(modes, more),
		read: readLocator(modes),
		write: ({ by, value }) => ({ [by === 'list' ? (list ?? ways.id) : (ways[by as keyof Ways] ?? ways.id)]: value }),
	};
};

/** Picks one record, written as its plain ID or code: path parameters, AccountCode, TaxType, BrandingThemeID. */
export const record = (
	name: string,
	finds: string,
	modes: ReadonlyArray<'id' | 'code' | 'number' | 'name'> = ['id'],
	more: Words & { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> } = {},
): Field<Picked> => ({
	ui: locatorLook(name, finds, modes, more),
	schema: picked(name, modes.includes('id') ? ['id', 'list'] : ['id']),
	advice: otherWays(modes, more),
	read: readLocator(modes),
	write: ({ value }) => value,
});

/** The same, by name as well: the engine looks it up in the list behind From List, and the input has the ID then. */
export const named = (
	name: string,
	finds: string,
	more: Words & { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> } = {},
): Field<Picked> => ({ ...record(name, finds, ['id', 'name'], more), namedIn: finds });
