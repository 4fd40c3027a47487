// Tells an input left empty from an expression that came to nothing.

import type { IExecuteFunctions } from 'n8n-workflow';
import type { Field, Fields } from '../model/field';
import { shown } from '../model/findings';
import type { ItemFinding } from './check';
import { rowIn } from './fieldIssues';
import { isObject } from '../model/values';

/**
 * An expression that comes to nothing is no empty input: a price that is not there would be 0.00, a filter that is not there the whole
 * list. Texts may be blank; everything else that has an expression must have a value.
 */

type Json = Readonly<Record<string, unknown>>;

/** Whether a value says nothing at all. A list without entries says that there are none. */
export const isBlank = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length > 0 && value.every(isBlank));

/** What a locator picks by; any other value is itself. */
const inside = (value: unknown): unknown => (isObject(value) && 'value' in value ? value.value : value);

/** An input's expression as it stands on the panel. */
const expressionIn = (raw: unknown): string | undefined => {
	const written = inside(raw);
	return typeof written === 'string' && written.startsWith('=') ? written.slice(1) : undefined;
};

/** The column that an expression takes its value from, such as Rate of `{{ $json.Rate }}`; undefined where it is made up of more. */
const columnIn = (expression: string): string | undefined => {
	const [, plain, quoted] = /^\s*\{\{\s*\$json(?:\.([A-Za-z_$][\w$]*)|\[["']([^"'\]]+)["']\])\s*\}\}\s*$/.exec(expression) ?? [];
	return plain ?? quoted;
};

/** Whether an expression names a column that no item has. */
function isUnknownColumn(ctx: IExecuteFunctions, expression: string): boolean {
	const column = columnIn(expression);
	return column !== undefined && ctx.getInputData().every(({ json }) => !Object.hasOwn(json, column));
}

/** Properties of an item that a message names. */
const NAMED = 8;

/** What to say of an expression that came to nothing: it, and what the item has instead. */
export function instead(ctx: IExecuteFunctions, item: number, expression: string): string {
	const names = Object.keys(ctx.getInputData()[item]?.json ?? {});
	const has = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ');
	return `Its expression is ${shown(expression) ?? 'empty'}; the item has ${has || 'no fields'}`;
}

/** An input whose expression came to nothing: its key in the table, and what to say of it. */
export interface Blank {
	readonly key: string;
	readonly finding: ItemFinding;
}

interface Place {
	readonly key: string;
	readonly outer: readonly string[];
}

/**
 * Inputs of a table that have an expression which came to nothing.
 * @param raw the panel as it is saved, with its expressions
 * @param values what n8n made of it for the item
 */
export function blanks(ctx: IExecuteFunctions, item: number, fields: Fields, raw: Json, values: Json): Blank[] {
	const leaf = (field: Field, { key, outer }: Place, written: unknown, value: unknown): Blank[] => {
		const expression = expressionIn(written);
		if (expression === undefined || field.mayBeBlank || !isBlank(inside(value))) return [];
		if (field.mayBeBlankInCells && !isUnknownColumn(ctx, expression)) return [];
		const says = `${field.ui.displayName} came to nothing`;
		return [{ key, finding: { place: outer, says, todo: instead(ctx, item, expression) } }];
	};
	const within = (inner: Fields, place: Place, written: unknown, value: unknown): Blank[] =>
		isObject(written) && isObject(value)
			? Object.keys(written).flatMap((name) => {
					if (name === 'additionalFields') return within(inner, place, written[name], value[name]);
					const field = inner[name];
					return field ? one(field, place, written[name], value[name]) : [];
				})
			: [];
	const one = (field: Field, place: Place, written: unknown, value: unknown): Blank[] => {
		const { within: inner, ui } = field;
		if (!inner || !isObject(written) || !isObject(value)) return leaf(field, place, written, value);
		if (ui.type === 'collection') return within(inner, { ...place, outer: [...place.outer, ui.displayName] }, written, value);
		return Object.keys(written).flatMap((name) => {
			const [rows, given] = [written[name], value[name]];
			if (!Array.isArray(rows)) return within(inner, { ...place, outer: [...place.outer, ui.displayName] }, rows, given);
			return rows.flatMap((row, index) =>
				within(
					inner,
					{ ...place, outer: [...place.outer, rowIn(field, index)] },
					row,
					Array.isArray(given) ? given[index] : undefined,
				),
			);
		});
	};
	// What is not on the panel has no expression.
	const shown = Object.keys(fields).filter((key) => raw[key] !== undefined);
	return shown.flatMap((key) => one(fields[key]!, { key, outer: [] }, raw[key], values[key]));
}

/**
 * Filters that were added and have no value: without them the list would be all of it. An expression that comes to an empty list has
 * one: it asks for nothing.
 */
export function blankFilters(
	ctx: IExecuteFunctions,
	item: number,
	fields: Fields,
	raw: Json,
	values: Json,
): Array<{ readonly label: string; readonly finding: ItemFinding }> {
	return Object.keys(values).flatMap((key) => {
		const field = fields[key];
		const value = inside(values[key]);
		const noneChosen = Array.isArray(value) && value.length === 0 && Array.isArray(raw[key]);
		if (!field || !(isBlank(value) || noneChosen)) return [];
		const label = field.ui.displayName;
		const expression = expressionIn(raw[key]);
		const finding: ItemFinding =
			expression === undefined
				? { says: `${label} has no value`, todo: 'Give one, or remove it' }
				: { says: `${label} came to nothing`, todo: instead(ctx, item, expression) };
		return [{ label, finding }];
	});
}
