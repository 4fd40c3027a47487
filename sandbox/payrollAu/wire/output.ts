import { isBody } from '../../accounting/resource/input';
import type { Body } from '../../accounting/resource/replies';
import type { Description, Schema } from '../../payroll/wire/description';
import { versions } from '../office';

/** How dates are told: as Xero's answers have them, or as ISO days and moments. */
export type Form = 'wire' | 'plain';

/** What an answer shows of a row: the properties that the schema names and the row has, in the order of the schema. */
export function shown(schema: string, row: object, form: Form = 'wire'): Body {
	return object(versions.one, { $ref: schema }, row as Body, form);
}

function object(description: Description, given: Schema, row: Body, form: Form): Body {
	const { properties = {} } = description.meant(given);
	return Object.fromEntries(
		Object.entries(properties).flatMap(([name, property]) => {
			const one = row[name];
			return one === undefined || one === null ? [] : [[name, value(description, property, one, form)] as const];
		}),
	);
}

function value(description: Description, given: Schema, one: unknown, form: Form): unknown {
	const schema = description.meant(given);
	if (Array.isArray(one)) return one.map((entry) => value(description, schema.items ?? {}, entry, form));
	if (isBody(one) && schema.properties) return object(description, schema, one, form);
	if (schema['x-is-msdate']) return form === 'wire' ? ticks(Date.parse(String(one))) : one;
	if (!schema['x-is-msdate-time']) return one;
	return form === 'wire' ? ticks(Date.parse(`${String(one)}Z`)) : `${String(one)}Z`;
}

/** A moment (ms since the epoch) as Xero writes it. */
export const ticks = (ms: number): string => `/Date(${ms}+0000)/`;
