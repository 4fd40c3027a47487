import { DateTime } from 'luxon';
import type { IDataObject, INodePropertyMode, INodePropertyOptions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { calendarDate, utcInstant } from './dates';
import type { Field, Fields, Look } from './model';

/** What may be said about any input besides its label. */
export interface Words {
	readonly description?: string;
	readonly placeholder?: string;
	readonly hint?: string;
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

const look = (displayName: string, type: Look['type'], words: Words, rest: Partial<Look>): Look => ({
	displayName,
	type,
	default: '',
	...(words.description === undefined ? {} : { description: words.description }),
	...(words.placeholder === undefined ? {} : { placeholder: words.placeholder }),
	...(words.hint === undefined ? {} : { hint: words.hint }),
	...rest,
});

/** Numbers and booleans from expressions become text; an object is a slip of the expression and is refused by the check. */
const asText = (value: unknown): unknown =>
	(typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean' ? String(value) : value;

/** Text. `max` is Xero's longest length in characters; `rows` makes a larger box. */
export const text = (name: string, more: Words & { max?: number; rows?: number; min?: number } = {}): Field<string> => ({
	ui: look(name, 'string', more, more.rows ? { typeOptions: { rows: more.rows } } : {}),
	schema: z
		.string({ invalid_type_error: 'must be text' })
		.min(more.min ?? 0, 'must not be empty')
		.max(more.max ?? Number.MAX_SAFE_INTEGER, `can have at most ${more.max} characters`),
	read: asText,
});

/** An e-mail address. */
export const email = (name: string, more: Words & { max?: number } = {}): Field<string> => ({
	...text(name, { placeholder: 'name@email.com', ...more }),
	schema: z
		.string({ invalid_type_error: 'must be text' })
		.max(more.max ?? 255, `can have at most ${more.max ?? 255} characters`)
		.refine(
			(value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
			'must be an email address such as name@email.com',
		),
});

/** A web address. */
export const url = (name: string, more: Words = {}): Field<string> => ({
	...text(name, { placeholder: 'e.g. https://example.com/orders/1001', ...more }),
	schema: z
		.string({ invalid_type_error: 'must be text' })
		.refine((value) => value === '' || /^https?:\/\/\S+$/i.test(value), 'must be a web address that starts with https://'),
});

/**
 * A number; a text such as "1200.50" counts, "1,200.50" does not (it means different things in different countries).
 * `blank` shows a box that may stay empty, where a 0 nobody typed would do harm: in rows, groups and on the panel.
 */
export const number = (
	name: string,
	more: Words & { min?: number; max?: number; decimals?: number; whole?: boolean; blank?: string } = {},
): Field<number> => {
	let schema = z.number({ invalid_type_error: 'must be a number such as 1200.50' }).finite('must be a number such as 1200.50');
	if (more.min !== undefined) schema = schema.min(more.min, `must be at least ${more.min}`);
	if (more.max !== undefined) schema = schema.max(more.max, `can be at most ${more.max}`);
	if (more.whole) schema = schema.int('must be a whole number');
	const typeOptions = {
		...(more.decimals === undefined ? {} : { numberPrecision: more.decimals }),
		...(more.min === undefined ? {} : { minValue: more.min }),
		...(more.max === undefined ? {} : { maxValue: more.max }),
	};
	return {
		ui:
			more.blank === undefined
				? look(name, 'number', more, { default: more.min ?? 0, ...(Object.keys(typeOptions).length ? { typeOptions } : {}) })
				: look(name, 'string', more, { default: more.blank }),
		schema,
		read: (value) => {
			if (typeof value !== 'string') return value;
			const plain = value.trim();
			return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : plain === '' ? undefined : value;
		},
	};
};

/** A yes or no. The description starts with "Whether". `preset` is the panel's default. */
export const flag = (name: string, description: string, preset = false): Field<boolean> => ({
	ui: look(name, 'boolean', { description }, { default: preset }),
	schema: z.boolean({ invalid_type_error: 'must be true or false' }),
	read: (value) => (value === 'true' ? true : value === 'false' ? false : value === '' ? undefined : value),
});

/** One of Xero's codes with the words of Xero's screens: ['AUTHORISED', 'Approved', 'Awaiting payment']. */
export type Choice = readonly [value: string, name: string, description?: string];

const byName = <T extends { readonly name: string }>(options: readonly T[]): T[] =>
	// n8n lists five or more options in alphabetical order.
	options.length < 5 ? [...options] : [...options].sort((a, b) => a.name.localeCompare(b.name, 'en'));

const optionsOf = (choices: readonly Choice[]): INodePropertyOptions[] =>
	byName(choices.map(([value, name, description]) => ({ name, value, ...(description ? { description } : {}) })));

/** Finds the code meant: the code itself, in any case, or the screen's word for it. */
const codeOf = (choices: readonly Choice[], value: unknown): unknown => {
	if (typeof value !== 'string') return value;
	const wanted = value.trim().toLowerCase();
	return choices.find(([code, name]) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.[0] ?? value.trim();
};

const oneOf = (choices: readonly Choice[]): z.ZodType<string, z.ZodTypeDef, unknown> =>
	z.string({ invalid_type_error: 'must be one of the options' }).refine(
		(value) => choices.some(([code]) => code === value),
		`must be one of ${choices
			.slice(0, 12)
			.map(([code, name]) => `${name} (${code})`)
			.join(', ')}${choices.length > 12 ? ', …' : ''}`,
	);

/** One of a list. */
export const choice = (name: string, choices: readonly Choice[], more: Words & { preset?: string } = {}): Field<string> => ({
	ui: look(name, 'options', more, { options: optionsOf(choices), default: more.preset ?? choices[0]?.[0] ?? '' }),
	schema: oneOf(choices),
	read: (value) => (value === '' ? undefined : codeOf(choices, value)),
});

/** Several of a list; sent joined by commas in a query. */
export const choices = (name: string, of: readonly Choice[], more: Words = {}): Field<string[]> => ({
	ui: look(name, 'multiOptions', more, { options: optionsOf(of), default: [] }),
	schema: z.array(oneOf(of), { invalid_type_error: 'must be a list of options' }),
	read: (value) => {
		const list = typeof value === 'string' ? value.split(',') : value;
		if (!Array.isArray(list)) return list;
		const codes = list.filter((one) => one !== '').map((one) => codeOf(of, one));
		return codes.length ? codes : undefined;
	},
});

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;

/** A calendar date, `YYYY-MM-DD`, never shifted between zones. */
export const date = (name: string, more: Words = {}): Field<string> => ({
	ui: look(name, 'dateTime', { placeholder: 'e.g. 2026-03-31', ...more }, { typeOptions: { dateOnly: true } }),
	schema: z
		.string({ invalid_type_error: 'must be a date such as 2026-03-31' })
		.refine(isDay, 'must be a date such as 2026-03-31'),
	read: (value, zone) => (value === '' ? undefined : calendarDate(value, zone)),
});

/** A moment in time; goes to Xero in UTC to the second. */
export const instant = (name: string, more: Words = {}): Field<string> => ({
	ui: look(name, 'dateTime', more, {}),
	schema: z
		.string({ invalid_type_error: 'must be a date and time such as 2026-03-31T09:00:00Z' })
		.refine((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value), 'must be a date and time such as 2026-03-31T09:00:00Z'),
	read: (value, zone) => (value === '' ? undefined : utcInstant(value, zone)),
});

/** Several texts, typed with commas between them or given as an array; asked for `portion` at a time. */
export const texts = (name: string, more: Words & { portion?: number; of?: RegExp; like?: string } = {}): Field<string[]> => ({
	ui: look(name, 'string', more, {}),
	schema: z.array(
		z.string({ invalid_type_error: 'must be texts separated by commas' }).refine(
			(one) => !more.of || more.of.test(one),
			(one) => ({ message: `holds “${one}”, which is not ${more.like ?? 'of the right form'}` }),
		),
	),
	...(more.portion ? { portion: more.portion } : {}),
	read: (value) => {
		const list = Array.isArray(value)
			? value
			: typeof value === 'string' || typeof value === 'number'
				? String(value).split(',')
				: value;
		if (!Array.isArray(list)) return list;
		const plain = [
			...new Set(
				list.map((one) => (typeof one === 'number' ? String(one) : typeof one === 'string' ? one.trim() : (one as unknown))),
			),
		];
		const given = plain.filter((one) => one !== '');
		return given.length ? given : undefined;
	},
});

/** Several of Xero's IDs. Xero advises batches of 40 per request (xero-facts 2.5). */
export const ids = (name: string, more: Words = {}): Field<string[]> =>
	texts(name, {
		placeholder: 'e.g. 2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33',
		portion: 40,
		of: new RegExp(`^${GUID.source}$`, 'i'),
		like: 'an ID of Xero (8-4-4-4-12 hexadecimal digits)',
		...more,
	});

/** What "From List" and its fellows gave: how the record was picked, and by what. */
export interface Picked {
	readonly by: string;
	readonly value: string;
}

const MODES: Readonly<Record<string, Omit<INodePropertyMode, 'name'>>> = {
	id: {
		displayName: 'By ID',
		type: 'string',
		placeholder: 'e.g. 2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33',
		hint: 'An ID of Xero, or a link of Xero that holds it',
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
): Look => {
	const { modes, ...words } = more;
	return look(name, 'resourceLocator', words, {
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: finds, searchable: true } },
			...ways.map((way) => ({ ...MODES[way], name: way, ...modes?.[way] }) as INodePropertyMode),
		],
	});
};

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
		if (typeof plain !== 'string') return {};
		if (plain.trim() === '') return undefined;
		const wanted =
			typeof mode === 'string'
				? mode
				: GUID.test(plain) && ways.includes('id')
					? 'id'
					: (ways.find((way) => way !== 'id') ?? 'id');
		const trimmed = plain.trim();
		return { by: wanted, value: wanted === 'id' ? (GUID.exec(trimmed)?.[0] ?? trimmed) : trimmed } satisfies Picked;
	};

/** `idModes`: the modes in which the value must be an ID; From List is one of them where its lines stand for IDs. */
const picked = (name: string, idModes: readonly string[]): z.ZodType<Picked, z.ZodTypeDef, unknown> => {
	const says = `must name one ${name.toLowerCase()}: choose it from the list, or give it in the way chosen beside the box`;
	return z
		.object(
			{ by: z.string({ required_error: says }), value: z.string({ required_error: says }) },
			{ invalid_type_error: says, required_error: says },
		)
		.refine(({ by, value }) => !idModes.includes(by) || GUID.test(value), 'is not an ID of Xero (8-4-4-4-12 hexadecimal digits)');
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
		read: readLocator(modes),
		write: ({ by, value }) => ({ [by === 'list' ? (list ?? ways.id) : (ways[by as keyof Ways] ?? ways.id)]: value }),
	};
};

/** Picks one record, written as its plain ID or code: path holes, AccountCode, TaxType, BrandingThemeID. */
export const record = (
	name: string,
	finds: string,
	modes: ReadonlyArray<'id' | 'code' | 'number' | 'name'> = ['id'],
	more: Words & { modes?: Readonly<Record<string, Partial<INodePropertyMode>>> } = {},
): Field<Picked> => ({
	ui: locatorLook(name, finds, modes, more),
	schema: picked(name, modes.includes('id') ? ['id', 'list'] : ['id']),
	read: readLocator(modes),
	write: ({ value }) => value,
});

/** The inputs of a row's Additional Fields beside its others. */
const unfolded = (row: unknown): unknown => {
	if (row === null || typeof row !== 'object' || !('additionalFields' in row)) return row;
	const { additionalFields, ...rest } = row;
	return { ...rest, ...(additionalFields as object) };
};

const labelled = (key: string, { ui }: Field): INodeProperties => ({ ...ui, name: key });

const readWithin = (fields: Fields, value: unknown, zone: string): unknown => {
	if (value === null || value === undefined || value === '') return undefined;
	// Not a row, or a row of which no input is known: nothing of it may get lost, so it goes on to the check, which refuses it.
	if (typeof value !== 'object') return value;
	const names = Object.keys(value);
	if (names.length && !names.some((name) => name in fields)) return names;
	const given: IDataObject = {};
	for (const [key, field] of Object.entries(fields)) {
		const raw = (value as IDataObject)[key];
		const plain = raw === null ? undefined : field.read ? field.read(raw, zone) : raw;
		if (plain !== undefined && plain !== '') given[key] = plain as IDataObject;
	}
	return Object.keys(given).length ? given : undefined;
};

const writeWithin = (fields: Fields, value: IDataObject): IDataObject => {
	const written: IDataObject = {};
	for (const [key, plain] of Object.entries(value)) {
		const field = fields[key];
		if (!field) continue;
		const xero = field.write ? field.write(plain) : plain;
		if (xero !== undefined) written[key] = xero as IDataObject;
	}
	return written;
};

const shapeOf = (fields: Fields): z.ZodType<IDataObject, z.ZodTypeDef, unknown> =>
	z.object(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.schema.optional()])), {
		invalid_type_error: `must be an object with inputs such as ${Object.keys(fields).slice(0, 3).join(', ')}`,
	}) as unknown as z.ZodType<IDataObject, z.ZodTypeDef, unknown>;

const isBlank = (value: unknown): boolean =>
	value === undefined || value === '' || (value !== null && typeof value === 'object' && Object.keys(value).length === 0);

/** n8n lists five or more inputs in alphabetical order, addresses excepted. */
const ordered = (fields: Fields, free: boolean): INodeProperties[] => {
	const properties = Object.entries(fields).map(([key, field]) => labelled(key, field));
	return free || properties.length < 5 ? properties : properties.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
};

/**
 * Several rows of inputs (line items, addresses), written as an array of objects. `row` is what one of them is called.
 * `folded` are further inputs of a row, shown only when added, under `foldedName`; they are written beside the others.
 */
export const rows = (
	name: string,
	row: string,
	shown: Fields,
	more: Words & { max?: number; title?: string; folded?: Fields; foldedName?: string } = {},
): Field<IDataObject[]> => {
	const { max, title, folded = {}, foldedName = 'Additional Fields', ...words } = more;
	const key = row.replace(/[^A-Za-z]/g, '').replace(/^./, (first) => first.toLowerCase());
	const fields: Fields = { ...shown, ...folded };
	const rest: Fields = Object.keys(folded).length
		? {
				additionalFields: {
					ui: look(foldedName, 'collection', { placeholder: 'Add Field' }, { default: {}, options: ordered(folded, false) }),
					schema: z.unknown(),
				},
			}
		: {};
	const free = /address/i.test(row);
	return {
		ui: look(
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
			.array(shapeOf(fields), { invalid_type_error: `must be a list of ${row} rows` })
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

/** Some inputs that belong together, written as one object. */
export const group = (name: string, fields: Fields, more: Words = {}): Field<IDataObject> => ({
	ui: look(
		name,
		'fixedCollection',
		{ placeholder: `Add ${name}`, ...more },
		{
			default: {},
			options: [{ name: 'values', displayName: name, values: ordered(fields, /address/i.test(name)) }],
		},
	),
	schema: shapeOf(fields),
	within: fields,
	read: (value, zone) => readWithin(fields, (value as IDataObject | undefined)?.values ?? value, zone),
	write: (value) => writeWithin(fields, value),
});

/** The name of a raw `where` or `order` text: sent as it is. */
export const clause = (name: string, more: Words): Field<string> => ({ ...text(name, more), clause: (value) => `(${value})` });

/** A text inside Xero's where; no escape for a double quote is documented, so such a value is refused. */
export const quoted = (name: string, property: string, more: Words = {}): Field<string> => ({
	...text(name, more),
	schema: z
		.string({ invalid_type_error: 'must be text' })
		.refine((value) => !value.includes('"'), 'cannot hold a double quote: Xero has no way to search for one'),
	clause: (value) => `${property}=="${value}"`,
});

/** A calendar date as a bound inside Xero's where. */
export const bound = (name: string, property: string, comparison: '>=' | '<=' | '>' | '<', more: Words = {}): Field<string> => ({
	...date(name, more),
	clause: (value) => {
		const [year, month, day] = value.split('-').map(Number);
		return `${property}${comparison}DateTime(${year},${month},${day})`;
	},
});

/** JSON, typed or from an expression. */
export const json = (name: string, more: Words = {}): Field<unknown> => ({
	ui: look(name, 'json', more, { default: '{}' }),
	schema: z.custom<unknown>(
		(value) => value !== null && typeof value === 'object',
		'must be JSON such as {"Name": "Ridgeway University"}',
	),
	read: (value) => {
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		try {
			return JSON.parse(value) as unknown;
		} catch {
			return value;
		}
	},
});
