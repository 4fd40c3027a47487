import { rounded } from '../accounting/values/decimal';
import { isGuid } from '../accounting/resource/input';
import type { ModelState } from './refusals';

const pascal = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1);

/** Reads the fields of a body and collects what is wrong with them. Letter case of keys does not matter; `null` is not sent. */
export class Fields {
	private readonly values: ReadonlyMap<string, unknown>;

	constructor(
		body: unknown,
		readonly wrong: ModelState = {},
		private readonly prefix = 'model.',
	) {
		const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
		this.values = new Map(isObject ? Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]) : []);
	}

	raw(key: string): unknown {
		return this.values.get(key.toLowerCase()) ?? undefined;
	}

	/** Adds a sentence to a field. */
	fail(key: string, sentence: string): undefined {
		(this.wrong[`${this.prefix}${pascal(key)}`] ??= []).push(sentence);
	}

	get failed(): boolean {
		return Object.keys(this.wrong).length > 0;
	}

	/** Text without the spaces around it, undefined when nothing is left. */
	text(key: string, max: number): string | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		if (typeof value === 'object') return this.fail(key, `The value is not valid for ${pascal(key)}.`);
		const text = String(value).trim();
		if (text.length > max) return this.fail(key, `The ${pascal(key)} must be no more than ${max} characters long`);
		return text === '' ? undefined : text;
	}

	/** An amount of money of at least nothing; numbers in quotes count, as in Xero's own example. */
	amount(key: string): number | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		const numeric = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
		if (typeof numeric !== 'number') return this.fail(key, `The value '${String(value)}' is not valid for ${pascal(key)}.`);
		return numeric < 0 ? this.fail(key, `The ${pascal(key)} must not be less than 0`) : rounded(numeric, 2);
	}

	/** A whole number from `low` to `high`. */
	whole(key: string, low: number, high: number): number | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high) return value;
		return this.fail(key, `The ${pascal(key)} must be a whole number between ${low} and ${high}`);
	}

	id(key: string): string | undefined {
		const value = this.raw(key);
		if (value === undefined || value === '') return undefined;
		if (typeof value === 'string' && isGuid(value)) return value.toLowerCase();
		return this.fail(key, `The value '${String(value)}' is not valid for ${pascal(key)}.`);
	}

	/** A moment in ISO 8601, without a zone in UTC; comes out in Xero's form to the second. */
	moment(key: string): string | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		return momentOf(value) ?? this.fail(key, `The value '${String(value)}' is not valid for ${pascal(key)}.`);
	}

	choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		const found = choices.find((choice) => choice === String(value).toUpperCase());
		return found ?? this.fail(key, `The ${pascal(key)} must be one of ${choices.join(', ')}`);
	}

	object(key: string): Fields | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		return new Fields(value, this.wrong, `${this.prefix}${pascal(key)}.`);
	}
}

/** `2020-02-26T15:00:00.123+13:00` → `2020-02-26T02:00:00Z`; undefined for what is no moment. */
export function momentOf(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value.trim());
	if (!found) return undefined;
	const time = Date.parse(`${found[1]}T${found[2] ?? '00:00:00'}${found[3] ?? 'Z'}`);
	return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
