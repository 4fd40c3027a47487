import type { IDataObject, IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { z } from 'zod';
import { operationError } from './errorState';
import type { Finding } from './findings';
import { kindOf, shown } from './findings';
import { findingOf } from './issues';
import type { Fields, Operation } from './model';

/** Names of collections and of what decides how the others are read: part of people's saved workflows. */
export type Mode = 'fields' | 'json' | 'lines';

/** One item's checked parameters. */
export interface Gathered {
	readonly item: number;
	/** Path with its holes filled and encoded. */
	readonly path: string;
	/** What the holes were filled with, by Xero's name. */
	readonly holes: IDataObject;
	readonly query: IDataObject;
	readonly headers: Readonly<Record<string, string>>;
	/** Xero's shape of what is written; `fixed` included, holes not. */
	readonly body: IDataObject;
	/** Query values too many for one request: name → the portions to ask in turn. */
	readonly portions: Readonly<Record<string, readonly string[]>>;
	/** Checked plain values of `required`, and of the collections. */
	readonly input: Readonly<Record<string, unknown>>;
	readonly options: Readonly<Record<string, unknown>>;
}

/** A switch on the panel; an expression may give it as text. */
export const yes = (value: unknown): boolean => value === true || value === 'true' || value === 1;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** What a check takes of n8n: nodes have it, and triggers. */
export type Checking = Pick<IExecuteFunctions, 'getNode' | 'getTimezone'>;

/** A refusal of one input, before any call was made; a trigger has no items. */
export function refuseInput(ctx: Checking, item: number | undefined, finding: Omit<Finding, 'items'>): NodeOperationError {
	const description = `${item === undefined ? 'Nothing was asked of Xero.' : 'Nothing was sent to Xero for this item.'} Check the value, or the expression behind it.`;
	return operationError(
		ctx.getNode(),
		{ ...finding, items: item === undefined ? [] : [item] },
		{ state: 'notSent', description },
	);
}

/**
 * Reads and checks raw values against a table. Values not given are left out.
 * @throws NodeOperationError that names the item, the field's label and the value
 */
export function check(
	ctx: Checking,
	item: number | undefined,
	fields: Fields,
	raw: IDataObject,
	keepEmpty: boolean,
): Record<string, unknown> {
	const zone = ctx.getTimezone();
	const values: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(raw)) {
		const field = fields[key];
		if (!field || isNothing(value)) continue;
		const plain = field.read ? field.read(value, zone) : value;
		if (isNothing(plain) || (plain === '' && !keepEmpty)) continue;
		const checked: z.SafeParseReturnType<unknown, unknown> = field.schema.safeParse(plain);
		if (!checked.success) {
			throw refuseInput(ctx, item, findingOf(fields, key, plain, checked.error.issues[0]!));
		}
		values[key] = checked.data;
	}
	return values;
}

function written(fields: Fields, values: Readonly<Record<string, unknown>>): IDataObject {
	const body: IDataObject = {};
	for (const [key, value] of Object.entries(values)) {
		const field = fields[key];
		const xero = field?.write ? field.write(value) : value;
		if (xero !== undefined) body[key] = xero as IDataObject;
	}
	return body;
}

/**
 * Longest query string, in encoded characters: Xero's servers refuse about fifty IDs in one address, which is some 2,000
 * (github.com/XeroAPI/Xero-OpenAPI/issues/534). Paging and the like are left room for.
 */
const QUERY = 1800;

const lengthOf = (name: string, value: unknown): number => name.length + encodeURIComponent(String(value)).length + 2;

/** Cuts a list so that no part has more than `most` entries or, encoded and joined by commas, more than `room` characters. */
function bySpace(list: readonly unknown[], most: number, room: number): string[] {
	const parts: string[][] = [];
	let left = 0;
	for (const one of list.map(String)) {
		const size = encodeURIComponent(`${one},`).length;
		const last = parts[parts.length - 1];
		if (last && last.length < most && size <= left) last.push(one);
		else {
			parts.push([one]);
			left = room;
		}
		left -= size;
	}
	return parts.map((part) => part.join(','));
}

/** Header names that sit among the filters. */
const HEADERS = new Set(['If-Modified-Since']);

/** Query values as Xero takes them: lists joined by commas, conditions joined into one `where`. */
function asked(fields: Fields, values: Readonly<Record<string, unknown>>, always: IDataObject = {}) {
	const query: IDataObject = { ...always };
	const headers: Record<string, string> = {};
	const lists: Array<readonly [name: string, list: readonly unknown[], most: number]> = [];
	const conditions: string[] = [];
	for (const [key, value] of Object.entries(values)) {
		const field = fields[key];
		if (!field) continue;
		if (field.clause) {
			conditions.push(field.clause(value));
			continue;
		}
		const xero = field.write ? field.write(value) : value;
		if (xero === undefined) continue;
		if (HEADERS.has(key)) headers[key] = String(xero);
		else if (!Array.isArray(xero)) query[key] = xero as IDataObject;
		else if (field.repeats) query[key] = xero as string[];
		else if (field.portion) lists.push([key, xero, field.portion]);
		else query[key] = xero.join(',');
	}
	// A raw `where` may hold OR: it keeps its own brackets, so that the other filters narrow the whole of it.
	if (conditions.length)
		query.where = conditions.length === 1 ? conditions[0]!.replace(/^\((.*)\)$/s, '$1') : conditions.join(' AND ');
	const taken = Object.entries(query).reduce((sum, [name, value]) => sum + lengthOf(name, value), 0);
	const room = Math.max(0, QUERY - taken) / lists.length;
	const portions: Record<string, string[]> = {};
	for (const [name, list, most] of lists) {
		const parts = bySpace(list, most, room - name.length - 2);
		if (parts.length > 1) portions[name] = parts;
		else query[name] = parts[0]!;
	}
	return { query, headers, portions };
}

/** Cuts a list into portions of at most `size`. */
export function inPortions<T>(list: readonly T[], size: number): T[][] {
	const parts: T[][] = [];
	for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size));
	return parts;
}

/** The names between braces in a path. */
export const holesOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** Fills a path's holes, each encoded, so that no value can change the path (or the host). */
export const fill = (path: string, holes: IDataObject): string =>
	path.replace(/\{(\w+)\}/g, (_, hole: string) => encodeURIComponent(String(holes[hole])));

/** "1st", "42nd", "113th" */
const ordinal = (number: number): string => {
	const last = /1[123]$/.test(String(number)) ? 0 : number % 10;
	return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

/** The parser's message quotes the text, which may hold personal data: only the place is passed on. */
function unreadable(cause: unknown): Pick<Finding, 'says' | 'todo'> {
	const place = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
	return {
		says: place === undefined ? 'cannot be read' : `cannot be read near its ${ordinal(Number(place) + 1)} character`,
		todo: `A comma, quotation mark or bracket is missing or too many${place === undefined ? '' : ' there'}`,
	};
}

/** Label and value of the input that fills a hole of the path. */
const pickedBy = ({ required, offered }: Operation, hole: string, value: unknown): Pick<Finding, 'place' | 'value'> => ({
	place: [(required[hole] ?? offered?.[hole])?.ui.displayName ?? hole],
	value: shown(value),
});

/** The record that a path leads to: by the last of its holes. */
export function pickedIn(operation: Operation, holes: IDataObject): { readonly picked?: Pick<Finding, 'place' | 'value'> } {
	const hole = holesOf(operation.path).pop();
	return hole === undefined || holes[hole] === undefined ? {} : { picked: pickedBy(operation, hole, holes[hole]) };
}

function parsedBody(ctx: IExecuteFunctions, item: number, envelope: string | undefined): IDataObject {
	const raw = ctx.getNodeParameter('body', item, {}) as unknown;
	let body = raw;
	if (typeof raw === 'string') {
		try {
			body = JSON.parse(raw);
		} catch (cause) {
			throw refuseInput(ctx, item, { place: ['JSON'], ...unreadable(cause) });
		}
	}
	const wrapped = envelope && body !== null && typeof body === 'object' ? (body as IDataObject)[envelope] : undefined;
	if (Array.isArray(wrapped)) body = wrapped.length === 1 ? wrapped[0] : wrapped;
	if (Array.isArray(body) && body.length === 1) body = body[0];
	if (Array.isArray(body) && body.length > 1)
		throw refuseInput(ctx, item, {
			place: ['JSON'],
			says: `holds ${body.length} records; one is taken for each item`,
			todo: 'Put a Split Out node before this one',
		});
	const isObject = body !== null && typeof body === 'object' && !Array.isArray(body);
	if (!isObject || Object.keys(body as object).length === 0) {
		const says = isObject || Array.isArray(body) ? 'is empty' : `is ${kindOf(body)}`;
		throw refuseInput(ctx, item, { place: ['JSON'], says: `${says}; one record of Xero is needed` });
	}
	return body as IDataObject;
}

/** An input's expression as it stands on the panel; in locators and rows it stands inside. */
function expressionOf(ctx: IExecuteFunctions, key: string): string | undefined {
	const raw = ctx.getNode().parameters[key];
	const inside = raw !== null && typeof raw === 'object' ? Object.values(raw as object) : [raw];
	return inside.find((one): one is string => typeof one === 'string' && one.startsWith('='))?.slice(1);
}

/** Properties of an item that a message names. */
const NAMED = 8;

/** An input without a value: what stands on the panel for it, and what the item has instead. */
function missing(ctx: IExecuteFunctions, operation: Operation, item: number, key: string): Omit<Finding, 'items'> {
	const { ui, advice } = operation.required[key] ?? operation.offered?.[key] ?? {};
	const label = ui?.displayName ?? key;
	const expression = expressionOf(ctx, key);
	if (expression === undefined)
		return ui?.type === 'options'
			? { says: `${label} is not chosen`, todo: advice?.(undefined) }
			: { says: `${label} is missing` };
	const says = `${label} came to nothing`;
	if (ui?.type === 'fixedCollection') {
		const other = operation.json ? `: use Input: JSON${operation.lines === key ? ' or One Item per Line' : ''}` : '';
		return { says, todo: `An expression cannot stand for all rows${other}` };
	}
	const names = Object.keys(ctx.getInputData()[item]?.json ?? {});
	const has = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ');
	return { says, todo: `Its expression is ${shown(expression) ?? 'empty'}; the item has ${has || 'no fields'}` };
}

/** @throws NodeOperationError when a required field has no value. */
export function refuseMissing(
	ctx: IExecuteFunctions,
	operation: Operation,
	item: number,
	given: Readonly<Record<string, unknown>>,
	keys: readonly string[] = Object.keys(operation.required),
): void {
	for (const key of keys) if (given[key] === undefined) throw refuseInput(ctx, item, missing(ctx, operation, item, key));
}

/** The optional fields of an item. Workflows saved when updates had a collection of their own still name it. */
const collected = (ctx: IExecuteFunctions, { changes }: Operation, item: number): IDataObject => ({
	...(changes ? (ctx.getNodeParameter('updateFields', item, {}) as IDataObject) : {}),
	...(ctx.getNodeParameter('additionalFields', item, {}) as IDataObject),
});

/**
 * Reads and checks everything one item gives for an operation.
 * @throws NodeOperationError naming the label and the item; nothing was sent then.
 */
export function gather(ctx: IExecuteFunctions, operation: Operation, item: number, mode: Mode): Gathered {
	const holeNames = holesOf(operation.path);
	const table: Fields = { ...operation.required, ...operation.offered };
	const fromPanel = Object.keys(table).filter((key) => mode !== 'json' || holeNames.includes(key) || !operation.json);
	const panel: IDataObject = {};
	// Without a fallback n8n throws for a parameter that was never saved; null counts as not given.
	for (const key of fromPanel) panel[key] = ctx.getNodeParameter(key, item, null) as IDataObject;
	const input = check(ctx, item, table, panel, false);
	// Only the first line of a document needs to carry what belongs to the whole document: checked once the lines are joined.
	if (mode !== 'lines')
		refuseMissing(
			ctx,
			operation,
			item,
			input,
			fromPanel.filter((key) => key in operation.required),
		);

	const extra =
		operation.optional && mode !== 'json'
			? check(ctx, item, operation.optional, collected(ctx, operation, item), operation.changes === true)
			: {};
	const filters = operation.query
		? check(
				ctx,
				item,
				operation.query,
				ctx.getNodeParameter(operation.paging ? 'filters' : 'options', item, {}) as IDataObject,
				false,
			)
		: {};

	const holes: IDataObject = {};
	const own: Record<string, unknown> = {};
	const plain = written(table, input);
	for (const key of Object.keys(input)) {
		if (holeNames.includes(key)) holes[key] = plain[key];
		else own[key] = plain[key];
	}
	// A question has no body: what stands on its panel belongs to the query.
	const questions = Object.fromEntries(
		Object.entries(operation.method === 'GET' ? input : {}).filter(([key]) => !holeNames.includes(key)),
	);
	/** What stands further down on the panel and is needed all the same. */
	const asks = fromPanel.filter((key) => operation.offered?.[key]?.ui.required === true);
	const body =
		mode === 'json' ? parsedBody(ctx, item, operation.envelope) : { ...own, ...written(operation.optional ?? {}, extra) };
	if (operation.changes && operation.optional && mode === 'fields' && Object.keys(body).length === 0) {
		throw refuseInput(ctx, item, { says: 'there is nothing to change', todo: 'Add a field, or leave the item out' });
	}
	// An expression that came to nothing must not become a step of the path.
	const empty = [...holeNames.filter((hole) => hole in table), ...asks].find(
		(key) => plain[key] === undefined || plain[key] === '',
	);
	if (empty !== undefined && mode !== 'lines') throw refuseInput(ctx, item, missing(ctx, operation, item, empty));
	for (const [key, value] of Object.entries(holes)) {
		// A dot survives encoding, and as a whole step of a path it would lead elsewhere: to the list, or out of it.
		if (/^\.{1,2}$/.test(String(value)))
			throw refuseInput(ctx, item, { ...pickedBy(operation, key, value), says: 'cannot be a dot' });
	}
	return {
		item,
		path: fill(operation.path, holes),
		holes,
		body: { ...body, ...operation.fixed } as IDataObject,
		input,
		options: { ...extra, ...filters },
		...asked({ ...operation.query, ...table }, { ...filters, ...questions }, operation.always),
	};
}
