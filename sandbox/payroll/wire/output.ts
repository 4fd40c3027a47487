import { isBody } from '../../accounting/resource/input';
import type { Body } from '../../accounting/resource/replies';
import type { Description, Schema } from './description';

/** A moment (ms since the epoch) as payroll writes it: in UTC, without a zone. */
export const moment = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/*
 * Xero's examples write the same field in several ways, by operation: with a Z or without, days without midnight, and seven decimals of
 * a second just after a write. Which operation does what is as in the examples.
 */

/** The body with a Z behind these moments. */
export function zoned(body: Body, ...names: readonly string[]): Body {
	const marked = names.flatMap((name) => (typeof body[name] === 'string' ? [[name, `${body[name]}Z`] as const] : []));
	return { ...body, ...Object.fromEntries(marked) };
}

/** The body with decimals in the moment of its last change. */
export function fresh(body: Body, name = 'updatedDateUTC'): Body {
	return { ...body, [name]: `${String(body[name])}.0000000` };
}

/** A value with its days written without midnight, at every depth. */
export function plainDays<Value>(value: Value): Value {
	return JSON.parse(JSON.stringify(value).replaceAll(/"(\d{4}-\d{2}-\d{2})T00:00:00"/g, '"$1"')) as Value;
}

/** What an answer shows of a row: every property that the schema names, `null` where there is no value, days with midnight. */
export function shown(description: Description, schema: string, row: object): Body {
	return object(description, { $ref: schema }, row as Body);
}

function object(description: Description, given: Schema, row: Body): Body {
	const { properties = {} } = description.meant(given);
	return Object.fromEntries(
		Object.entries(properties).map(([name, property]) => [name, value(description, property, row[name])]),
	);
}

function value(description: Description, given: Schema, one: unknown): unknown {
	if (one === undefined || one === null) return null;
	const schema = description.meant(given);
	if (Array.isArray(one)) return one.map((entry) => value(description, schema.items ?? {}, entry));
	if (isBody(one) && schema.properties) return object(description, given, one);
	return schema.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(one)) ? `${String(one)}T00:00:00` : one;
}
