// Filters of a list as a query string, long lists in chunks.

import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../model/field';

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

/**
 * Query values as Xero takes them: lists joined by commas, conditions joined into one `where`.
 * @param always what is part of every query
 * @param condition what is part of every `where`
 */
export function queryOf(fields: Fields, values: Readonly<Record<string, unknown>>, always: IDataObject = {}, condition?: string) {
	const query: IDataObject = { ...always };
	const headers: Record<string, string> = {};
	const lists: Array<readonly [name: string, list: readonly unknown[], most: number]> = [];
	const conditions: string[] = condition === undefined ? [] : [condition];
	const filters: string[] = [];
	const keeps: Array<(record: IDataObject) => boolean> = [];
	for (const [key, value] of Object.entries(values)) {
		const field = fields[key];
		if (!field) continue;
		const keep = field.matches?.(value);
		if (keep) keeps.push(keep);
		const found = field.filter?.(value);
		if (found !== undefined) filters.push(found);
		if (field.where) conditions.push(field.where(value));
		if (field.where || field.filter) continue;
		const xero = field.write ? field.write(value) : value;
		if (xero === undefined) continue;
		if (HEADERS.has(key)) headers[key] = String(xero);
		else if (!Array.isArray(xero)) query[key] = xero as IDataObject;
		else if (field.repeats) query[key] = xero as string[];
		else if (field.chunkSize) lists.push([key, xero, field.chunkSize]);
		else query[key] = xero.join(',');
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
	return { query, headers, chunks, keeps };
}
