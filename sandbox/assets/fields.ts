import { calendarDate } from '../accounting/values/dates';
import { rounded } from '../accounting/values/decimal';
import { isGuid } from '../accounting/resource/input';
import type { Complaint } from './refusals';

const pascal = (key: string): string => key.slice(0, 1).toUpperCase() + key.slice(1);

/** `DepreciationRate` → `Depreciation Rate`, as the sentences of Xero's examples write field names. */
const spaced = (field: string): string => field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** Reads the fields of one object of a body and collects what is wrong with them. Letter case of keys does not matter; `null` is not sent. */
export class Fields {
	private readonly values: ReadonlyMap<string, unknown>;

	constructor(
		body: unknown,
		readonly complaints: Complaint[],
		private readonly prefix = '',
	) {
		const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
		this.values = new Map(isObject ? Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]) : []);
	}

	/** What was sent under a key, undefined for nothing. */
	raw(key: string): unknown {
		return this.values.get(key.toLowerCase()) ?? undefined;
	}

	/** Adds a sentence to a field. */
	fail(key: string, message: string): undefined {
		this.complaints.push({ field: `${this.prefix}${pascal(key)}`, value: this.raw(key), message });
	}

	text(key: string, max = 255): string | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		if (typeof value === 'object') return this.wrong(key);
		const text = String(value).trim();
		if (text.length > max) return this.fail(key, `${spaced(pascal(key))} must be no more than ${max} characters long`);
		return text === '' ? undefined : text;
	}

	/** A number that is not below zero, rounded to `places` decimals; a whole one for no places. Numbers in quotes count. */
	amount(key: string, places: number): number | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		const numeric = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
		if (typeof numeric !== 'number' || numeric < 0) return this.wrong(key);
		if (places === 0 && !Number.isInteger(numeric)) return this.wrong(key);
		return rounded(numeric, places);
	}

	/** A calendar date, as `YYYY-MM-DD`. */
	day(key: string): string | undefined {
		const value = this.raw(key);
		return value === undefined ? undefined : (calendarDate(value) ?? this.wrong(key));
	}

	id(key: string): string | undefined {
		const value = this.raw(key);
		if (value === undefined || value === '') return undefined;
		return typeof value === 'string' && isGuid(value) ? value.toLowerCase() : this.wrong(key);
	}

	/** One of `choices`, without regard to case. */
	choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
		const value = this.raw(key);
		if (value === undefined) return undefined;
		return choices.find((choice) => choice.toLowerCase() === String(value).toLowerCase()) ?? this.wrong(key);
	}

	/** The object under a key, read with the same list of complaints; one without fields when it was not sent. */
	object(key: string): Fields {
		return new Fields(this.raw(key), this.complaints, `${this.prefix}${pascal(key)}.`);
	}

	private wrong(key: string): undefined {
		return this.fail(key, `${spaced(pascal(key))} is invalid`);
	}
}
