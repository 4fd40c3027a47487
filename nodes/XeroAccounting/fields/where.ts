import get from 'lodash/get';
import type { Words } from '../../shared/inputs/scalars';
import { asText, date, text } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** The name of a raw `where` or `order` text: sent as it is. */
export const clause = (name: string, more: Words): Field<string> => ({
	...text(name, more),
	mayBeBlank: false,
	where: (value) => `(${value})`,
});

const folded = (value: unknown): string =>
	String(value ?? '')
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase();

/**
 * A text that a property is to have. No escape for a double quote is documented inside Xero's where: of a value with one, Xero is asked
 * for the longest part without, and what it finds is compared here.
 */
export const quoted = (name: string, property: string, more: Words = {}): Field<string> => ({
	...text(name, more),
	mayBeBlank: false,
	read: (value) => (typeof value === 'string' ? value.trim() : asText(value)),
	where: (value) => {
		if (!value.includes('"')) return `${property}=="${value}"`;
		const [longest = ''] = value
			.split('"')
			.map((part) => part.trim())
			.sort((a, b) => b.length - a.length);
		return longest === '' ? `${property}!=null` : `${property}!=null AND ${property}.Contains("${longest}")`;
	},
	matches: (value) => (value.includes('"') ? (record) => folded(get(record, property)) === folded(value) : undefined),
});

/** A calendar date as a bound inside Xero's where. */
export const bound = (name: string, property: string, comparison: '>=' | '<=' | '>' | '<', more: Words = {}): Field<string> => ({
	...date(name, more),
	where: (value) => {
		const [year, month, day] = value.split('-').map(Number);
		return `${property}${comparison}DateTime(${year},${month},${day})`;
	},
});
