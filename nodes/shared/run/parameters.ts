// What one item gives: the values of the panel, checked, in Xero's shape.

import mapValues from 'lodash/mapValues';
import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { clock } from '../http/clock';
import { blankFilters, blanks, instead, isBlank } from '../inputs/blanks';
import type { ItemFinding } from '../inputs/check';
import { checked, refuseAll } from '../inputs/check';
import { CLEAR } from '../inputs/clearFields';
import { jsonBody } from '../inputs/jsonBody';
import type { IdOf } from '../inputs/names';
import { hasNames, withIds } from '../inputs/names';
import type { Results } from '../inputs/resultOptions';
import { resultInputs, resultsOf } from '../inputs/resultOptions';
import type { Fields } from '../model/field';
import type { Finding } from '../model/findings';
import { shown } from '../model/findings';
import type { Operation } from '../model/operation';
import { fillPath, pathParametersOf, isInvalidSegment } from '../model/path';
import type { QueryFrame } from './query';
import { queryOf } from './query';
import { parameterOf } from './inputValues';
import { nodeOf } from './savedNode';
import { isTool } from './tool';

/** How an item gives what it writes: part of people's saved workflows. */
export type InputMode = 'fields' | 'json' | 'lines';

/** One item's checked parameters. */
export interface Parameters {
	readonly item: number;
	/** Path with its path parameters filled and encoded. */
	readonly path: string;
	/** What the path parameters were filled with, by Xero's name. */
	readonly pathParameters: IDataObject;
	readonly query: IDataObject;
	readonly headers: Readonly<Record<string, string>>;
	/** Xero's shape of what is written; `fixedBody` included, path parameters not. */
	readonly body: IDataObject;
	/** Query values too many for one request: name → the portions to ask in turn. */
	readonly chunks: Readonly<Record<string, readonly string[]>>;
	/** Which of the records that are found are meant, where Xero cannot be asked for them exactly. */
	readonly keeps: ReadonlyArray<(record: IDataObject) => boolean>;
	/** Checked plain values of `required`, and of the collections. */
	readonly input: Readonly<Record<string, unknown>>;
	readonly options: Readonly<Record<string, unknown>>;
	/** Asks for records of a list that has none: there is nothing to ask Xero. */
	readonly matchesNothing: boolean;
	/** Labels of filters that an agent left blank. */
	readonly leftOut: readonly string[];
	/** What belongs to a whole document and came to nothing in this line of it, by key. */
	readonly blank: Readonly<Record<string, ItemFinding>>;
	/** Searches whose records are picked by names here: as long as these are not looked up, path, query and body have names for IDs. */
	readonly searches: ReadonlySet<string>;
	/** Names in Input: JSON that this node does not know. */
	readonly unknown: readonly string[];
	readonly results: Results;
}

/** Checked values in Xero's shape. */
function written(fields: Fields, values: Readonly<Record<string, unknown>>): IDataObject {
	const body: IDataObject = {};
	for (const [key, value] of Object.entries(values)) {
		const field = fields[key];
		const xero = field?.write ? field.write(value) : value;
		if (xero !== undefined) body[key] = xero as IDataObject;
	}
	return body;
}

/** Label and value of the input that fills a path parameter. */
const pickedBy = ({ required, panelOptional }: Operation, name: string, value: unknown): Pick<Finding, 'place' | 'value'> => ({
	place: [(required[name] ?? panelOptional?.[name])?.ui.displayName ?? name],
	value: shown(value),
});

/** The record that a path leads to: by the last of its path parameters. */
export function pickedIn(
	operation: Operation,
	pathParameters: IDataObject,
): { readonly picked?: Pick<Finding, 'place' | 'value'> } {
	const name = pathParametersOf(operation.path).pop();
	return name === undefined || pathParameters[name] === undefined
		? {}
		: { picked: pickedBy(operation, name, pathParameters[name]) };
}

/** An input's expression as it stands on the panel; in locators and rows it stands inside. */
function expressionOf(ctx: IExecuteFunctions, key: string): string | undefined {
	const raw = nodeOf(ctx).parameters[key];
	const inside = raw !== null && typeof raw === 'object' ? Object.values(raw as object) : [raw];
	return inside.find((one): one is string => typeof one === 'string' && one.startsWith('='))?.slice(1);
}

/** An input without a value: what stands on the panel for it, and what the item has instead. */
function missing(ctx: IExecuteFunctions, operation: Operation, item: number, key: string): ItemFinding {
	const { ui, advice } = operation.required[key] ?? operation.panelOptional?.[key] ?? {};
	const label = ui?.displayName ?? key;
	const expression = expressionOf(ctx, key);
	// n8n drops an expression that stands for all rows, often before the node sees it.
	if (ui?.typeOptions?.multipleValues && operation.acceptsJson) {
		const other = `Input: JSON${operation.linesField === key ? ' or One Item per Line' : ''}`;
		return { says: `${label} is missing`, todo: `Add rows; an expression cannot stand for all of them: for that use ${other}` };
	}
	if (expression === undefined)
		return ui?.type === 'options'
			? { says: `${label} is not chosen`, todo: advice?.(undefined) }
			: { says: `${label} is missing` };
	const says = `${label} came to nothing`;
	return { says, todo: instead(ctx, item, expression) };
}

/** Required fields that have no value in a document made of several items. */
export const missingIn = (
	ctx: IExecuteFunctions,
	operation: Operation,
	item: number,
	given: Readonly<Record<string, unknown>>,
): ItemFinding[] =>
	Object.keys(operation.required)
		.filter((key) => given[key] === undefined)
		.map((key) => missing(ctx, operation, item, key));

/** A list without entries, given by an expression: nothing of it is there to be found. */
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Filters of a list need a value once they are added; so do options that are no text. */
const needing = ({ paging, query = {} }: Operation): Fields =>
	paging ? query : Object.fromEntries(Object.entries(query).filter(([, field]) => !field.mayBeBlank));

const NO_DATES: ReadonlySet<string> = new Set();

/** What says in a body of which resource its record is. */
const discriminating = ({ method, discriminator }: Operation): IDataObject =>
	discriminator && method !== 'GET' ? { [discriminator.property]: discriminator.value } : {};

/** What every question of an operation asks for. */
const frameOf = ({ fixedQuery, discriminator, keepsToItself, paging }: Operation): Omit<QueryFrame, 'today'> => ({
	...(keepsToItself ? { kept: new Set(keepsToItself) } : {}),
	...(fixedQuery ? { always: fixedQuery } : {}),
	...(paging && discriminator ? { condition: `${discriminator.property}=="${discriminator.value}"` } : {}),
});

/** The day in a time zone, YYYY-MM-DD. */
const todayIn = (zone: string): string => DateTime.fromMillis(clock.now(), { zone }).toFormat('yyyy-MM-dd');

/** The inputs of an operation's panel in one of its modes, sorted by what becomes of them. */
interface Inputs {
	/** Names of the path's parameters. */
	readonly pathNames: readonly string[];
	/** All that stand on the panel by themselves. */
	readonly table: Fields;
	/** Those of them that are read in this mode. */
	readonly fromPanel: readonly string[];
	readonly read: Fields;
	readonly optional: Fields;
	readonly howMuch: Fields;
	/** Those that need a value once they are added. */
	readonly needing: Fields;
	/** All that may be asked of Xero in a query. */
	readonly questions: Fields;
	/** Whether one of them may name a record. */
	readonly mayName: boolean;
	/** Those that must have a value, besides `required`: parts of the path, and what stands further down and is needed all the same. */
	readonly alsoNeeded: readonly string[];
}

function sorted(operation: Operation, mode: InputMode): Inputs {
	const pathNames = pathParametersOf(operation.path);
	const table: Fields = { ...operation.required, ...operation.panelOptional };
	const fromPanel = Object.keys(table).filter((key) => mode !== 'json' || pathNames.includes(key) || !operation.acceptsJson);
	const asks = fromPanel.filter((key) => operation.panelOptional?.[key]?.ui.required === true);
	const optional = (mode !== 'json' && operation.optional) || {};
	return {
		pathNames,
		table,
		fromPanel,
		read: Object.fromEntries(fromPanel.map((key) => [key, table[key]!])),
		optional,
		howMuch: resultInputs(operation),
		needing: needing(operation),
		questions: { ...operation.query, ...table },
		mayName: [table, optional, operation.query ?? {}].some(hasNames),
		alsoNeeded: [...pathNames.filter((name) => name in table), ...asks],
	};
}

/** Sorted once, not for each item. */
const inputsOf: Readonly<Record<InputMode, (operation: Operation) => Inputs>> = mapValues(
	{ fields: 'fields', json: 'json', lines: 'lines' } as const,
	(mode) => {
		const known = new WeakMap<Operation, Inputs>();
		return (operation: Operation): Inputs => {
			const inputs = known.get(operation) ?? sorted(operation, mode);
			known.set(operation, inputs);
			return inputs;
		};
	},
);

/**
 * Reads and checks everything one item gives for an operation.
 * @param calendarDates properties of the API that hold a day
 * @param idOf IDs of what is picked by name, once they are looked up
 * @throws NodeOperationError with all that is wrong with it, each by its label and value; nothing was sent then.
 */
export function parametersOf(
	ctx: IExecuteFunctions,
	operation: Operation,
	item: number,
	mode: InputMode,
	calendarDates: ReadonlySet<string> = NO_DATES,
	idOf?: IdOf,
): Parameters {
	const zone = ctx.getTimezone();
	const saved = nodeOf(ctx).parameters as IDataObject;
	const raw = (name: string): IDataObject => (saved[name] ?? {}) as IDataObject;
	const findings: ItemFinding[] = [];
	const searches = new Set<string>();
	const toId: IdOf = (search, name) => {
		if (idOf === undefined) searches.add(search);
		return idOf?.(search, name);
	};

	const inputs = inputsOf[mode](operation);
	const { pathNames, table, fromPanel, optional, howMuch } = inputs;
	/** Reads and checks the inputs of a table, with IDs for names. */
	const take = (fields: Fields, given: IDataObject): ReturnType<typeof checked> => {
		const taken = checked(fields, given, zone);
		const named = inputs.mayName ? withIds(fields, taken.values, toId) : undefined;
		findings.push(...taken.findings, ...(named?.findings ?? []));
		return { ...taken, ...named };
	};
	const panel: IDataObject = {};
	// Without a fallback n8n throws for a parameter that was never saved; null counts as not given.
	for (const key of fromPanel) panel[key] = parameterOf(ctx, key, item, null) as IDataObject;
	const { values: input, refused } = take(table, panel);

	const collection = mode === 'json' ? {} : (parameterOf(ctx, 'additionalFields', item, {}) as IDataObject);
	const { values: extra } = take(optional, collection);

	const wanted: IDataObject = {};
	for (const key of Object.keys(howMuch)) wanted[key] = parameterOf(ctx, key, item, null) as IDataObject;
	// The limit is off the panel then.
	if (howMuch.returnAll?.read?.(wanted.returnAll, zone) === true) delete wanted.limit;
	const { values: results, findings: wrongResults } = checked(howMuch, wanted, zone);
	findings.push(...wrongResults);
	// An agent fills in every input it knows of: what it leaves blank is as the panel begins.
	if (!isTool(ctx)) {
		const nothing = blanks(ctx, item, howMuch, saved, wanted);
		findings.push(...nothing.map(({ finding }) => finding));
		const { limit = null } = wanted;
		if (limit !== null && isBlank(limit) && !nothing.some(({ key }) => key === 'limit'))
			findings.push({ place: ['Limit'], says: 'has no value', todo: 'Give one, or switch Return All on' });
	}

	const filterName = operation.paging ? 'filters' : 'options';
	const given = operation.query ? (parameterOf(ctx, filterName, item, {}) as IDataObject) : {};
	const { values: filters } = take(operation.query ?? {}, given);
	const blankOnes = blankFilters(ctx, item, inputs.needing, raw(filterName), given);
	// An agent fills in every input it knows of: what it leaves blank it does not ask for.
	if (!isTool(ctx)) findings.push(...blankOnes.map(({ finding }) => finding));

	const shownBlank = blanks(ctx, item, inputs.read, saved, panel);
	const foldedBlank = mode === 'json' ? [] : blanks(ctx, item, optional, raw('additionalFields'), collection);
	// What belongs to a whole document may stand in any one of its lines.
	const late = mode === 'lines' ? (key: string) => key !== operation.linesField : () => false;
	const blank: Record<string, ItemFinding> = {};
	/** What an agent leaves blank of a question is as the panel begins. */
	const isLeftOut = (key: string): boolean =>
		operation.method === 'GET' && !(key in operation.required || inputs.alsoNeeded.includes(key)) && isTool(ctx);
	for (const { key, finding } of [...shownBlank, ...foldedBlank]) {
		if (isLeftOut(key)) continue;
		// A required input that came to nothing is told of as missing.
		if (late(key)) blank[key] = finding;
		else if (!(key in operation.required) || table[key]?.within) findings.push(finding);
	}

	const pathParameters: IDataObject = {};
	const own: Record<string, unknown> = {};
	const plain = written(table, input);
	for (const key of Object.keys(input)) {
		if (pathNames.includes(key)) pathParameters[key] = plain[key];
		else own[key] = plain[key];
	}
	for (const [key, value] of Object.entries(pathParameters))
		if (isInvalidSegment(value)) findings.push({ ...pickedBy(operation, key, value), says: 'cannot be a dot' });

	// Only the first line of a document needs to carry what belongs to the whole document: checked once the lines are joined.
	if (mode !== 'lines') {
		const empty = inputs.alsoNeeded.filter((key) => isBlank(plain[key]));
		const needed = [...fromPanel.filter((key) => key in operation.required && input[key] === undefined), ...empty];
		findings.push(...[...new Set(needed)].filter((key) => !refused.has(key)).map((key) => missing(ctx, operation, item, key)));
	}
	// A question has no body: what stands on its panel belongs to the query.
	const questions = Object.fromEntries(
		Object.entries(operation.method === 'GET' ? input : {}).filter(([key]) => !pathNames.includes(key)),
	);
	const read = mode === 'json' ? jsonBody(ctx, item, operation, calendarDates) : undefined;
	findings.push(...(read?.findings ?? []));
	const body = read ? { ...read.body } : { ...own, ...written(optional, extra) };
	for (const name of (extra[CLEAR] as readonly string[] | undefined) ?? []) {
		const label = optional[name]?.ui.displayName ?? name;
		if (body[name] !== undefined && body[name] !== '')
			findings.push({ place: [label], says: 'is to be cleared and has a value', todo: 'Take it out of one of the two' });
		body[name] = '';
	}
	if (operation.isUpdate && operation.optional && mode === 'fields' && Object.keys(body).length === 0 && findings.length === 0)
		findings.push({ says: 'there is nothing to change', todo: 'Add a field, or leave the item out' });
	const { conflicts, ...question } = queryOf(
		inputs.questions,
		{ ...filters, ...questions },
		{ ...frameOf(operation), today: () => todayIn(zone) },
	);
	findings.push(...conflicts);
	if (findings.length) throw refuseAll(ctx, item, findings);
	return {
		item,
		path: fillPath(operation.path, pathParameters),
		pathParameters: pathParameters,
		body: { ...body, ...discriminating(operation), ...operation.fixedBody } as IDataObject,
		input,
		options: { ...extra, ...filters },
		matchesNothing: operation.method === 'GET' && Object.keys(given).some((key) => isEmptyList(given[key])),
		leftOut: isTool(ctx) ? blankOnes.map(({ label }) => label) : [],
		blank,
		searches,
		unknown: read?.unknown ?? [],
		results: resultsOf(results),
		...question,
	};
}
