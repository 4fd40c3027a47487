import { z } from 'zod';
import type { Words } from './fields';
import { date, text } from './fields';
import type { Field } from './model';

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
