// Filters of lists: Xero's where and order, and the moment after which records were changed.

import get from 'lodash/get';
import type { Field, Fields } from '../model/field';
import { isGuid } from '../model/values';
import type { Picked } from './locators';
import { NOT_AN_ID, record } from './locators';
import type { Choice, Words } from './scalars';
import { asText, choice, date, instant, text } from './scalars';

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

/** The longest part of a text without a double quote. */
const longestPart = (value: string): string =>
	value
		.split('"')
		.map((part) => part.trim())
		.sort((a, b) => b.length - a.length)[0] ?? '';

/** A condition by which Xero finds the records whose property has a text, and perhaps others: see {@link quoted}. */
export function isText(property: string, value: string): string {
	if (!value.includes('"')) return `${property}=="${value}"`;
	const longest = longestPart(value);
	return longest === '' ? `${property}!=null` : `${property}!=null AND ${property}.Contains("${longest}")`;
}

/**
 * A text that a property is to have. No escape for a double quote is documented inside Xero's where: of a value with one, Xero is asked
 * for the longest part without, and what it finds is compared here.
 */
export const quoted = (name: string, property: string, more: Words = {}): Field<string> => ({
	...text(name, more),
	mayBeBlank: false,
	read: (value) => (typeof value === 'string' ? value.trim() : asText(value)),
	where: (value) => isText(property, value),
	matches: (value) => (value.includes('"') ? (record) => folded(get(record, property)) === folded(value) : undefined),
});

/** A calendar date, YYYY-MM-DD, as Xero's where has it. */
export const asDateTime = (day: string): string => `DateTime(${day.split('-').map(Number).join(',')})`;

/** A calendar date as a bound inside Xero's where. */
export const bound = (name: string, property: string, comparison: '>=' | '<=' | '>' | '<', more: Words = {}): Field<string> => ({
	...date(name, more),
	where: (value) => `${property}${comparison}${asDateTime(value)}`,
});

/** Xero's own order, where there is no `where` beside it. */
export const orderedBy = (order: string): Fields => ({ order: text('Order By', { placeholder: `e.g. ${order}` }) });

/** Xero's own condition and order, for what the other filters do not reach. */
export const raw: Fields = {
	where: clause('Where', {
		placeholder: 'e.g. UpdatedDateUTC>=DateTime(2026,1,31)',
		description: "Condition in Xero's syntax, besides the other filters",
	}),
	order: text('Order By', { placeholder: 'e.g. UpdatedDateUTC DESC' }),
};

/** Sent as a header, which is why it is written like one. */
export const modifiedSince: Fields = { 'If-Modified-Since': instant('Modified After') };

/** One of Xero's codes as a condition. */
export const is = (name: string, property: string, of: readonly Choice[], more: Words = {}): Field<string> => ({
	...choice(name, of, more),
	where: (value) => `${property}=="${value}"`,
});

/** A picked record as a condition; `property` is where its ID stands, e.g. Invoice.InvoiceID. */
export const belongsTo = (name: string, finds: string, property: string): Field<Picked> => {
	const picker = record(name, finds);
	return {
		...picker,
		schema: picker.schema.refine(({ value }) => isGuid(value), NOT_AN_ID),
		where: ({ value }) => `${property}==guid("${value}")`,
	};
};
