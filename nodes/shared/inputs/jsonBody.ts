// Input: JSON, checked against the inputs of its operation.

import omit from 'lodash/omit';
import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Field, Fields } from '../model/field';
import { kindOf, shown } from '../model/findings';
import type { Discriminator, Operation } from '../model/operation';
import { isMsDate } from '../model/xeroDates';
import type { ItemFinding } from './check';
import { calendarDate } from './dates';
import { rowIn } from './fieldIssues';
import { isDay } from './scalars';

/** "1st", "42nd", "113th" */
const ordinal = (number: number): string => {
	const last = /1[123]$/.test(String(number)) ? 0 : number % 10;
	return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

/** The parser's message quotes the text, which may hold personal data: only the place is passed on. */
function unreadable(cause: unknown): Pick<ItemFinding, 'says' | 'todo'> {
	const place = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
	return {
		says: place === undefined ? 'cannot be read' : `cannot be read near its ${ordinal(Number(place) + 1)} character`,
		todo: `A comma, quotation mark or bracket is missing or too many${place === undefined ? '' : ' there'}`,
	};
}

const isObject = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) && !DateTime.isDateTime(value);

/** 'Invoices' → 'Invoice', 'Currencies' → 'Currency'. */
const singular = (plural: string): string => plural.replace(/ies$/, 'y').replace(/s$/, '');

/** Takes a record out of what it is wrapped in, whatever the case of the wrapping's name: { "invoices": [ … ] }, { "Invoice": { … } }. */
function unwrapped(body: unknown, envelope: string | undefined): unknown {
	if (!isObject(body) || envelope === undefined) return body;
	const names = Object.keys(body);
	const plural = names.find((name) => name.toLowerCase() === envelope.toLowerCase());
	const alone = names.length === 1 && names[0]!.toLowerCase() === singular(envelope).toLowerCase() ? names[0] : undefined;
	const inner = body[plural ?? alone ?? ''];
	return Array.isArray(inner) || (inner !== null && typeof inner === 'object') ? inner : body;
}

/** The one record in Input: JSON, as it was given, or why there is none to look at. */
function recordIn(
	raw: unknown,
	envelope: string | undefined,
): { readonly record: IDataObject } | { readonly finding: ItemFinding } {
	const none = (finding: ItemFinding) => ({ finding: { place: ['JSON'], ...finding } });
	let body = raw;
	if (typeof raw === 'string') {
		try {
			body = JSON.parse(raw);
		} catch (cause) {
			return none(unreadable(cause));
		}
	}
	body = unwrapped(body, envelope);
	if (Array.isArray(body) && body.length === 1) body = body[0];
	if (Array.isArray(body) && body.length > 1)
		return none({
			says: `holds ${body.length} records; one is taken for each item`,
			todo: 'Put a Split Out node before this one',
		});
	if (isObject(body) && Object.keys(body).length > 0) return { record: body };
	const says = isObject(body) || Array.isArray(body) ? 'is empty' : `is ${kindOf(body)}`;
	return none({ says: `${says}; one record of Xero is needed` });
}

/** How many letters two words differ by. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length]!;
}

const plainly = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A record and its ID are two names of Xero's that differ by little. */
const stem = (word: string): string => word.replace(/(id|s)$/, '');
const areBothXeros = (word: string, known: string): boolean =>
	stem(word) === stem(known) && (word.endsWith('id') || known.endsWith('id') || word === 'options');

/** The known name that one which is not known is most likely meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
	const word = plainly(name);
	const far = word.length >= 8 ? 2 : 1;
	const [best] = known
		.map((one) => ({ one, by: distance(word, plainly(one)) }))
		.filter(({ one, by }) => by <= far && plainly(one).length > 3 * by && !areBothXeros(word, plainly(one)))
		.sort((a, b) => a.by - b.by);
	return best?.one;
}

const wantsList = ({ schema }: Field): boolean => schema instanceof z.ZodArray;

/** What a record in JSON becomes, and what there is to say of it. */
export interface JsonBody {
	readonly body: IDataObject;
	readonly findings: readonly ItemFinding[];
	/** Names that neither the panel nor the table of the operation knows. */
	readonly unknown: readonly string[];
}

interface Place {
	readonly labels: readonly string[];
	/** Inside a row of a list: a line of a document. */
	readonly row: boolean;
}

/**
 * A record as Xero takes it: days for calendar dates, known names in Xero's own case, blanks left out.
 * A `null` empties a text of a record that is changed; a blank text never does.
 */
export function readBody(
	record: IDataObject,
	fields: Fields,
	{ zone, calendarDates, changes }: { zone: string; calendarDates: ReadonlySet<string>; changes: boolean },
): JsonBody {
	const findings: ItemFinding[] = [];
	const find = (place: Place, name: string, value: unknown, says: string, todo?: string): void =>
		void findings.push({ place: [...place.labels, name], value: shown(value), says, ...(todo ? { todo } : {}) });

	const asDate = (value: unknown, place: Place, name: string, field: Field | undefined): unknown => {
		if (isMsDate(value)) return value;
		if (field?.ui.type === 'dateTime') {
			const plain = field.read ? field.read(value, zone) : value;
			const result = field.schema.safeParse(plain);
			if (result.success) return field.write ? field.write(result.data) : result.data;
			find(place, name, field.isPrivate ? undefined : value, result.error.issues[0]!.message, field.advice?.(value));
			return value;
		}
		return calendarDate(value, zone);
	};
	/** What is no input of the panel may have the name of a date and be something else, such as the day of a schedule. */
	const isDate = (name: string, value: unknown, field: Field | undefined): boolean =>
		field ? field.ui.type === 'dateTime' : calendarDates.has(name) && isDay(String(calendarDate(value, zone)));

	const one = (name: string, value: unknown, field: Field | undefined, place: Place): unknown => {
		const blank = value === undefined || (typeof value === 'string' && value.trim() === '');
		if (blank || value === null) {
			const meant = field !== undefined && !field.mayBeBlank && !field.within && (blank || place.row);
			if (meant) find(place, name, undefined, `is ${value === null ? 'null' : 'empty'}`, 'Give a value, or leave the key out');
			if (value === null && changes && !place.row) return field?.mayBeBlank ? '' : null;
			return value === null && field === undefined ? null : undefined;
		}
		if (typeof value === 'number' && !Number.isFinite(value)) {
			find(place, name, String(value), 'is not a number');
			return undefined;
		}
		if (isDate(name, value, field)) return asDate(value, place, name, field);
		if (DateTime.isDateTime(value)) return value.toUTC().toISO();
		if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
		if (Array.isArray(value))
			return value.map((row: unknown, index) => {
				const label = field ? rowIn(field, index) : `${name} ${index + 1}`;
				return isObject(row)
					? object(row, field?.within ?? {}, { labels: [...place.labels, label], row: true })
					: one(name, row, undefined, { labels: [...place.labels, label], row: true });
			});
		if (!isObject(value)) return value;
		if (field && wantsList(field)) {
			find(place, name, undefined, 'is an object; a list is needed', 'Put it in square brackets');
			return value;
		}
		return object(value, field?.within ?? {}, { labels: [...place.labels, name], row: place.row });
	};

	const object = (given: IDataObject, known: Fields, place: Place): IDataObject => {
		const body: IDataObject = {};
		const names = Object.keys(known);
		for (const [name, value] of Object.entries(given)) {
			const own = name in known ? name : names.find((other) => other.toLowerCase() === name.toLowerCase());
			const near = own === undefined ? nearest(name, names) : undefined;
			if (near !== undefined && !(near in given)) {
				find(place, name, undefined, 'Xero does not know it', `Did you mean ${near}?`);
				continue;
			}
			// Xero takes names in any case, but not everywhere.
			if (own !== undefined && own !== name && own in given) continue;
			const written = one(own ?? name, value, own === undefined ? undefined : known[own], place);
			if (written !== undefined)
				Object.defineProperty(body, own ?? name, { value: written, enumerable: true, writable: true, configurable: true });
		}
		return body;
	};

	const body = object(record, fields, { labels: ['JSON'], row: false });
	const lower = new Set(Object.keys(fields).map((name) => name.toLowerCase()));
	return { body, findings, unknown: Object.keys(record).filter((name) => !lower.has(name.toLowerCase())) };
}

/** A record without the property that tells its resource, which the operation sets itself; one of another resource is refused. */
function undiscriminated(
	record: IDataObject,
	discriminator: Discriminator | undefined,
): { readonly record: IDataObject; readonly findings: readonly ItemFinding[] } {
	const name = Object.keys(record).find((key) => key.toLowerCase() === discriminator?.property.toLowerCase());
	if (discriminator === undefined || name === undefined) return { record, findings: [] };
	const value = String(record[name] ?? '').trim();
	const isOwn = value === '' || value.toUpperCase() === discriminator.value;
	const { says, todo } = discriminator.others[value.toUpperCase()] ?? {
		says: `is not ${discriminator.value}`,
		todo: 'Leave the key out',
	};
	return {
		record: omit(record, name),
		findings: isOwn ? [] : [{ place: ['JSON', name], value: shown(record[name]), says, todo }],
	};
}

/** Reads Input: JSON of one item. */
export function jsonBody(
	ctx: IExecuteFunctions,
	item: number,
	operation: Operation,
	calendarDates: ReadonlySet<string>,
): JsonBody {
	const found = recordIn(ctx.getNodeParameter('body', item, {}) as unknown, operation.envelope);
	if ('finding' in found) return { body: {}, findings: [found.finding], unknown: [] };
	const { record, findings } = undiscriminated(found.record, operation.discriminator);
	const read = readBody(
		record,
		{ ...operation.optional, ...operation.panelOptional, ...operation.required },
		{ zone: ctx.getTimezone(), calendarDates, changes: operation.isUpdate === true },
	);
	return { ...read, findings: [...findings, ...read.findings] };
}
