// Inputs of one value: text, number, yes or no, choice, date.

import memoize from 'lodash/memoize';
import { DateTime } from 'luxon';
import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';
import type { Field, FieldUi } from '../model/field';
import { calendarDate, utcInstant } from './dates';
import { alphabetically, GUID } from '../model/values';

/** What may be said about any input besides its label. */
export interface Words {
	readonly description?: string;
	readonly placeholder?: string;
	readonly hint?: string;
}

export const fieldUi = (displayName: string, type: FieldUi['type'], words: Words, rest: Partial<FieldUi>): FieldUi => ({
	displayName,
	type,
	default: '',
	...(words.description === undefined ? {} : { description: words.description }),
	...(words.placeholder === undefined ? {} : { placeholder: words.placeholder }),
	...(words.hint === undefined ? {} : { hint: words.hint }),
	...rest,
});

/** Numbers and booleans from expressions become text; an object is a slip of the expression and is refused by the check. */
export const asText = (value: unknown): unknown =>
	(typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean' ? String(value) : value;

/** A check is made once for all inputs that are checked alike: making one costs more than all else of an input. */
const textCheck = memoize(
	(min = 0, max?: number): z.ZodType<string, z.ZodTypeDef, unknown> =>
		z
			.string({ invalid_type_error: 'is no text' })
			.min(min, 'must not be empty')
			.max(max ?? Number.MAX_SAFE_INTEGER, `can have at most ${max} characters`),
	(...of: unknown[]) => of.join(),
);

/** Text. `max` is Xero's longest length in characters; `rows` makes a larger box. */
export const text = (name: string, more: Words & { max?: number; rows?: number; min?: number } = {}): Field<string> => ({
	ui: fieldUi(name, 'string', more, more.rows ? { typeOptions: { rows: more.rows } } : {}),
	schema: textCheck(more.min, more.max),
	read: asText,
	// An ID is no text for people.
	mayBeBlank: !/\bID$/.test(name),
});

const emailCheck = memoize((max: number) =>
	z
		.string({ invalid_type_error: 'is no text' })
		.max(max, `can have at most ${max} characters`)
		.refine(
			(value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
			'is not an email address such as name@email.com',
		),
);

/** An e-mail address. */
export const email = (name: string, more: Words & { max?: number } = {}): Field<string> => ({
	...text(name, { placeholder: 'name@email.com', ...more }),
	schema: emailCheck(more.max ?? 255),
});

const URL_CHECK = z
	.string({ invalid_type_error: 'is no text' })
	.refine((value) => value === '' || /^https?:\/\/\S+$/i.test(value), 'is not a web address that starts with https://');

/** A web address. */
export const url = (name: string, more: Words = {}): Field<string> => ({
	...text(name, { placeholder: 'e.g. https://example.com/orders/1001', ...more }),
	schema: URL_CHECK,
});

const NOT_A_NUMBER = 'is not a number written like 1234.50';

/** `1.234,50`, `1,234.50`, `(12.50)` can mean one number only: as it would have to be written. */
function plainNumber(value: unknown): string | undefined {
	const [, minus, inside = '', brackets] = /^\s*(-?)\(?([\d.,' ]+?)(\)?)\s*$/.exec(typeof value === 'string' ? value : '') ?? [];
	const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(inside) ?? [];
	// One separator before three digits may stand for thousands or for decimals.
	const clear = decimals !== '' || /[.,' ]\d{3}[.,' ]\d{3}$/.test(whole);
	if (!clear || !/^\d{1,3}([.,' ]?\d{3})*$/.test(whole)) return undefined;
	return `${minus || brackets ? '-' : ''}${whole.replace(/\D/g, '')}${decimals && `.${decimals}`}`;
}

const numberCheck = memoize(
	(min?: number, max?: number, whole?: boolean): z.ZodNumber => {
		let schema = z.number({ invalid_type_error: NOT_A_NUMBER }).finite(NOT_A_NUMBER);
		if (min !== undefined) schema = schema.min(min, `must be at least ${min}`);
		if (max !== undefined) schema = schema.max(max, `can be at most ${max}`);
		return whole ? schema.int('must be a whole number') : schema;
	},
	(...of: unknown[]) => of.join(),
);

/**
 * A number; a text such as "1200.50" counts, "1,200.50" does not (it means different things in different countries).
 * `blank` shows a box that may stay empty, where a 0 nobody typed would do harm: in rows, groups and on the panel.
 */
export const number = (
	name: string,
	more: Words & { min?: number; max?: number; decimals?: number; whole?: boolean; blank?: string } = {},
): Field<number> => {
	const typeOptions = {
		...(more.decimals === undefined ? {} : { numberPrecision: more.decimals }),
		...(more.min === undefined ? {} : { minValue: more.min }),
		...(more.max === undefined ? {} : { maxValue: more.max }),
	};
	return {
		ui:
			more.blank === undefined
				? fieldUi(name, 'number', more, { default: more.min ?? 0, ...(Object.keys(typeOptions).length ? { typeOptions } : {}) })
				: fieldUi(name, 'string', more, { default: more.blank }),
		schema: numberCheck(more.min, more.max, more.whole),
		advice: (value) => {
			const plain = plainNumber(value);
			return plain === undefined ? undefined : `Give ${plain}`;
		},
		read: (value) => {
			if (typeof value !== 'string') return value;
			const plain = value.trim();
			return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : plain === '' ? undefined : value;
		},
	};
};

const FLAG_CHECK = z.boolean({ invalid_type_error: 'is neither true nor false' });

/** A yes or no; a spreadsheet's TRUE and FALSE count. The description starts with "Whether". `preset` is the panel's default. */
export const flag = (name: string, description: string, preset = false): Field<boolean> => ({
	ui: fieldUi(name, 'boolean', { description }, { default: preset }),
	schema: FLAG_CHECK,
	read: (value) => {
		const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
		if (text === '') return undefined;
		return text === 'true' ? true : text === 'false' ? false : value;
	},
});

/** One of Xero's codes with the words of Xero's screens: ['AUTHORISED', 'Approved', 'Awaiting payment']. */
export type Choice = readonly [value: string, name: string, description?: string];

const byName = <T extends { readonly name: string }>(options: readonly T[]): T[] =>
	// n8n lists five or more options in alphabetical order.
	options.length < 5 ? [...options] : [...options].sort((a, b) => alphabetically(a.name, b.name));

const optionsOf = (choices: readonly Choice[]): INodePropertyOptions[] =>
	byName(choices.map(([value, name, description]) => ({ name, value, ...(description ? { description } : {}) })));

/** Finds the code meant: the code itself, in any case, or the screen's word for it. */
const codeOf = (choices: readonly Choice[], value: unknown): unknown => {
	if (typeof value !== 'string') return value;
	const wanted = value.trim().toLowerCase();
	return choices.find(([code, name]) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)?.[0] ?? value.trim();
};

const noneOf = (choices: readonly Choice[]): string =>
	`is none of ${choices
		.slice(0, 12)
		.map(([, name]) => name)
		.join(', ')}${choices.length > 12 ? ', …' : ''}`;

const oneOf = memoize((choices: readonly Choice[]): z.ZodType<string, z.ZodTypeDef, unknown> =>
	z.string({ invalid_type_error: noneOf(choices) }).refine((value) => choices.some(([code]) => code === value), noneOf(choices)),
);

/** One of a list. */
export const choice = (name: string, choices: readonly Choice[], more: Words & { preset?: string } = {}): Field<string> => ({
	ui: fieldUi(name, 'options', more, { options: optionsOf(choices), default: more.preset ?? choices[0]?.[0] ?? '' }),
	schema: oneOf(choices),
	read: (value) => (value === '' ? undefined : codeOf(choices, value)),
});

/** One of a list that decides too much to be left as it comes: nothing is chosen at first. */
export const chosen = (name: string, choices: readonly Choice[], more: Words = {}): Field<string> => {
	const field = choice(name, choices, more);
	const names = choices.map(([, label]) => label);
	const options = [{ name: 'Choose …', value: '' }, ...optionsOf(choices)];
	const advice = (): string => `Choose ${names.slice(0, -1).join(', ')} or ${names.slice(-1).join()}`;
	return { ...field, ui: { ...field.ui, options, default: '' }, advice };
};

/** Several of a list; sent joined by commas in a query. */
export const choices = (name: string, of: readonly Choice[], more: Words = {}): Field<string[]> => ({
	ui: fieldUi(name, 'multiOptions', more, { options: optionsOf(of), default: [] }),
	schema: z.array(oneOf(of), { invalid_type_error: 'is no list of options' }),
	read: (value) => {
		const list = typeof value === 'string' ? value.split(',') : value;
		if (!Array.isArray(list)) return list;
		const codes = list.filter((one) => one !== '').map((one) => codeOf(of, one));
		return codes.length ? codes : undefined;
	},
});

/** Whether a text is a calendar date, `YYYY-MM-DD`. */
export const isDay = (value: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;

const IN_AN_EXPRESSION = 'Use DateTime in an expression';

/** The day that a spreadsheet's serial number (from 1955 to 2119) stands for. */
function spreadsheetDay(value: unknown): DateTime | undefined {
	const serial = /^\d{5}(\.\d+)?$/.test(String(value)) ? Math.floor(Number(value)) : 0;
	return serial >= 20_000 && serial < 80_000 ? DateTime.utc(1899, 12, 30).plus({ days: serial }) : undefined;
}

const notADay = (value: unknown): string => {
	const day = spreadsheetDay(value)?.toFormat('d MMMM yyyy', { locale: 'en' });
	return day ? `looks like a date of Excel (${day})` : 'is not a date like 2026-03-31';
};

const DAY_CHECK = z
	.string({ errorMap: (_issue, { data }) => ({ message: notADay(data) }) })
	.refine(isDay, (value) => ({ message: notADay(value) }));

/** A calendar date, `YYYY-MM-DD`, never shifted between zones. */
export const date = (name: string, more: Words = {}): Field<string> => ({
	ui: fieldUi(name, 'dateTime', more, { typeOptions: { dateOnly: true } }),
	schema: DAY_CHECK,
	advice: (value) => (spreadsheetDay(value) ? `Give ${spreadsheetDay(value)!.toISODate()}` : IN_AN_EXPRESSION),
	read: (value, zone) => (value === '' ? undefined : calendarDate(value, zone)),
});

const NOT_A_MOMENT = 'is not a date and time like 2026-03-31T09:00:00Z';
const MOMENT_CHECK = z
	.string({ invalid_type_error: NOT_A_MOMENT })
	.refine(
		(value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid,
		NOT_A_MOMENT,
	);

/** A moment in time; goes to Xero in UTC to the second. */
export const instant = (name: string, more: Words = {}): Field<string> => ({
	ui: fieldUi(name, 'dateTime', more, {}),
	schema: MOMENT_CHECK,
	advice: () => IN_AN_EXPRESSION,
	read: (value, zone) => (value === '' ? undefined : utcInstant(value, zone)),
});

/** Several texts, typed with commas between them or given as an array; asked for `portion` at a time. */
export const texts = (name: string, more: Words & { portion?: number; of?: RegExp; like?: string } = {}): Field<string[]> => ({
	ui: fieldUi(name, 'string', more, {}),
	schema: z.array(
		z
			.string({ invalid_type_error: 'is no text' })
			.refine((one) => !one.includes(','), 'holds a comma, by which Xero tells one from the next')
			.refine((one) => !more.of || more.of.test(one), `is not ${more.like ?? 'of the right form'}`),
	),
	...(more.portion ? { chunkSize: more.portion } : {}),
	read: (value) => {
		const list = Array.isArray(value)
			? value
			: typeof value === 'string' || typeof value === 'number'
				? String(value).split(',')
				: value;
		if (!Array.isArray(list)) return list;
		const plain = [
			...new Set(
				list.map((one) => (Number.isFinite(one) ? String(one) : typeof one === 'string' ? one.trim() : (one as unknown))),
			),
		];
		const given = plain.filter((one) => one !== '');
		return given.length ? given : undefined;
	},
});

/** Several of Xero's IDs. Xero advises batches of 40 per request (xero-facts 2.5). */
export const ids = (name: string, more: Words = {}): Field<string[]> =>
	texts(name, {
		placeholder: 'e.g. 2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33',
		portion: 40,
		of: new RegExp(`^${GUID.source}$`, 'i'),
		like: 'an ID of Xero',
		...more,
	});

/** JSON, typed or from an expression. */
export const json = (name: string, more: Words = {}): Field<unknown> => ({
	ui: fieldUi(name, 'json', more, { default: '{}' }),
	schema: z.custom<unknown>(
		(value) => value !== null && typeof value === 'object',
		'is not JSON such as {"Name": "Ridgeway University"}',
	),
	read: (value) => {
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		try {
			return JSON.parse(value) as unknown;
		} catch {
			return value;
		}
	},
});
