// Inputs whose expressions only name a column of the item: their values need no engine for expressions.

import type { IDataObject } from 'n8n-workflow';
import { isSafeObjectProperty } from 'n8n-workflow';

/** What n8n has to be asked for. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The column that `={{ $json.Rate }}` or `={{ $json["Rate"] }}` names; undefined for every other expression. */
function columnOf(expression: string): string | undefined {
	const [, plain, quoted] = /^=\{\{\s*\$json(?:\.([A-Za-z_]\w*)|\["([^"\\\n]+)"\])\s*\}\}$/.exec(expression) ?? [];
	const column = plain ?? quoted;
	return column !== undefined && isSafeObjectProperty(column) ? column : undefined;
}

/** A value that n8n gives as it is; of objects it makes copies and dates. */
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * How an input follows from an item without n8n, which needs a quarter of a millisecond for each expression: most of what writing an item
 * takes, where a column is dragged into each input.
 * @param saved the input as it is saved, with its expressions
 * @returns gives the value for an item, or UNKNOWN where it has no plain value in a column; undefined when an expression does more
 */
export function plainInput(saved: unknown): ((json: IDataObject) => unknown) | undefined {
	if (typeof saved === 'string' && saved.startsWith('=')) {
		const column = columnOf(saved);
		if (column === undefined) return undefined;
		return (json) => (Object.hasOwn(json, column) && isPlain(json[column]) ? json[column] : UNKNOWN);
	}
	if (saved === null || typeof saved !== 'object') return () => saved;
	const parts = Object.entries(saved).flatMap(([key, inside]) => {
		const part = plainInput(inside);
		return part ? [[key, part] as const] : [];
	});
	if (parts.length < Object.keys(saved).length) return undefined;
	return (json) => {
		const made: Record<string, unknown> | unknown[] = Array.isArray(saved) ? [] : {};
		for (const [key, part] of parts) {
			const value = part(json);
			if (value === UNKNOWN) return UNKNOWN;
			(made as Record<string, unknown>)[key] = value;
		}
		return made;
	};
}
