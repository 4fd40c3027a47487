// Filters of a list as a query string, long lists in chunks.

import type { IDataObject } from 'n8n-workflow';
import type { ItemFinding } from '../inputs/check';
import type { Fields } from '../model/field';
import { shown } from '../model/findings';

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

/** What is part of every query of an operation, and the day it is asked on. */
export interface QueryFrame {
	readonly always?: IDataObject;
	/** What is part of every `where`. */
	readonly condition?: string;
	/** Names of values that are no part of the query. */
	readonly kept?: ReadonlySet<string>;
	/** The day in the workflow's time zone, YYYY-MM-DD. */
	today(): string;
}

const NOTHING: ReadonlySet<string> = new Set();

const listOf = (value: unknown): string[] => String(value).split(',');

/** Query values as Xero takes them: lists joined by commas, conditions joined into one `where`. */
export function queryOf(
	fields: Fields,
	values: Readonly<Record<string, unknown>>,
	{ always = {}, condition, today, kept = NOTHING }: QueryFrame,
) {
	const query: IDataObject = { ...always };
	const headers: Record<string, string> = {};
	const lists: Array<readonly [name: string, list: readonly unknown[], most: number]> = [];
	const conditions: string[] = condition === undefined ? [] : [condition];
	const filters: string[] = [];
	const keeps: Array<(record: IDataObject) => boolean> = [];
	const views: Array<{ readonly label: string; readonly value: unknown; readonly parts: IDataObject }> = [];
	for (const [key, value] of Object.entries(values)) {
		const field = fields[key];
		if (!field || kept.has(key)) continue;
		const keep = field.matches?.(value);
		if (keep) keeps.push(keep);
		const found = field.filter?.(value);
		if (found !== undefined) filters.push(found);
		const wanted = field.where?.(value, today());
		if (wanted !== undefined) conditions.push(wanted);
		if (field.query) views.push({ label: field.ui.displayName, value, parts: field.query(value) });
		if (field.where || field.filter || field.query) continue;
		const xero = field.write ? field.write(value) : value;
		if (xero === undefined) continue;
		if (HEADERS.has(key)) headers[key] = String(xero);
		else if (!Array.isArray(xero)) query[key] = xero as IDataObject;
		else if (field.repeats) query[key] = xero as string[];
		else if (field.chunkSize) lists.push([key, xero, field.chunkSize]);
		else query[key] = xero.join(',');
	}
	// What is shown and what a filter asks for must go together: nothing is found otherwise, and nobody knows why.
	const conflicts: ItemFinding[] = [];
	for (const { label, value, parts } of views) {
		for (const [name, part] of Object.entries(parts)) {
			const asked = query[name] === undefined ? listOf(part) : listOf(query[name]);
			const both = asked.filter((one) => listOf(part).includes(one));
			const other = fields[name]?.ui.displayName ?? name;
			if (both.length > 0) query[name] = both.join(',');
			else
				conflicts.push({
					place: [label],
					value: shown(value),
					says: `shows nothing of what ${other} asks for`,
					todo: 'Leave one of the two out',
				});
		}
	}
	// A raw `where` may hold OR: it keeps its own brackets, so that the other filters narrow the whole of it.
	if (conditions.length)
		query.where = conditions.length === 1 ? conditions[0]!.replace(/^\((.*)\)$/s, '$1') : conditions.join(' AND ');
	if (filters.length) query.filter = filters.join(',');
	const taken = Object.entries(query).reduce((sum, [name, value]) => sum + lengthOf(name, value), 0);
	const room = Math.max(0, QUERY - taken) / lists.length;
	const chunks: Record<string, string[]> = {};
	for (const [name, list, most] of lists) {
		const parts = bySpace(list, most, room - name.length - 2);
		if (parts.length > 1) chunks[name] = parts;
		else query[name] = parts[0]!;
	}
	return { query, headers, chunks, keeps, conflicts };
}
