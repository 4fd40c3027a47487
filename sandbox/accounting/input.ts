import { rounded } from './decimal';
import { calendarDate } from './dates';
import type { Body } from './replies';
import { exception } from './replies';

type Path = ReadonlyArray<string | number>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a GUID in the form Xero writes them. */
export function isGuid(text: string): boolean {
	return GUID.test(text);
}

/** What is wrong with one element of a write, and what Xero only warns about. */
export class Findings {
	readonly errors: Array<{ message: string; path: Path }> = [];
	readonly warnings: string[] = [];
	/** The id of the record that the element turned out to mean. */
	id: string | undefined;

	/** Adds a sentence once; `path` leads to the nested object that carries it (Addresses, Phones), the element itself when empty. */
	fail(message: string, path: Path = []): void {
		if (!this.errors.some((error) => error.message === message && error.path.join() === path.join()))
			this.errors.push({ message, path });
	}

	get failed(): boolean {
		return this.errors.length > 0;
	}

	/** A copy of the element as it was sent, with its sentences where they belong. */
	echo(element: Body, id: string, flag?: string): Body {
		const copy = structuredClone(element);
		for (const { message, path } of this.errors.filter((error) => error.path.length > 0)) {
			let target: unknown = copy;
			for (const step of path) target = (target as Record<string | number, unknown>)[step];
			const errors = ((target as Body).ValidationErrors ??= []) as Body[];
			errors.push({ Message: message });
		}
		const own = this.errors.filter((error) => error.path.length === 0).map((error) => ({ Message: error.message }));
		const head = id.endsWith('ID') ? { [id]: this.id ?? copy[id] ?? '00000000-0000-0000-0000-000000000000' } : {};
		return { ...copy, ...head, ...(flag ? { [flag]: this.failed } : {}), ValidationErrors: own };
	}
}

/**
 * Reads one object of a request body. What cannot even be read as the type of its field is refused for the whole call
 * (14, PostDataInvalidException), as Xero's deserialiser does; what can be read but breaks a rule becomes a finding.
 * `null` counts as not sent. Keys are Xero's own, in their own case; unknown keys are ignored.
 */
export class Input {
	constructor(
		readonly body: Body,
		readonly findings: Findings,
		private readonly path: Path = [],
		private readonly nested = false,
	) {}

	/** Records a sentence at this object when it carries its own ValidationErrors, else at the element. */
	fail(message: string): void {
		this.findings.fail(message, this.nested ? this.path : []);
	}

	given(key: string): boolean {
		return this.body[key] !== undefined && this.body[key] !== null;
	}

	/** Text of at most `max` characters. */
	text(key: string, max?: number): string | undefined {
		if (!this.given(key)) return undefined;
		const value = this.body[key];
		if (typeof value === 'object') throw this.malformed(key, 'string');
		const text = String(value);
		if (max !== undefined && text.length > max) this.fail(`The ${key} field must be no more than ${max} characters long.`);
		return text;
	}

	/** A number, rounded to `places` decimals; numbers in quotes count, as they do at Xero. */
	number(key: string, places: number): number | undefined {
		if (!this.given(key)) return undefined;
		const value = this.body[key];
		const numeric = typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
		if (typeof numeric !== 'number' || !Number.isFinite(numeric)) throw this.malformed(key, 'decimal');
		return rounded(numeric, places);
	}

	flag(key: string): boolean | undefined {
		if (!this.given(key)) return undefined;
		const value = this.body[key];
		if (typeof value === 'boolean') return value;
		if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
		throw this.malformed(key, 'boolean');
	}

	/** A calendar date as `YYYY-MM-DD`. */
	date(key: string): string | undefined {
		if (!this.given(key)) return undefined;
		const day = calendarDate(this.body[key]);
		if (day === undefined) throw this.malformed(key, 'DateTime');
		return day;
	}

	guid(key: string): string | undefined {
		if (!this.given(key)) return undefined;
		const value = this.body[key];
		if (typeof value !== 'string' || !isGuid(value)) throw this.malformed(key, 'Guid');
		return value.toLowerCase() === '00000000-0000-0000-0000-000000000000' ? undefined : value.toLowerCase();
	}

	/** One of `choices`, which are compared without regard to case, as Xero's enumerations are. */
	choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
		const text = this.text(key);
		if (text === undefined || text === '') return undefined;
		const match = choices.find((choice) => choice.toUpperCase() === text.toUpperCase());
		if (match === undefined) this.fail(`The ${key} field must be one of ${choices.join(', ')}; '${text}' is not valid.`);
		return match;
	}

	/** A nested object; its sentences belong to itself when `own`, else to the element. */
	object(key: string, own = false): Input | undefined {
		if (!this.given(key)) return undefined;
		return new Input(this.asBody(this.body[key], key), this.findings, [...this.path, key], own);
	}

	/** A list of nested objects. */
	list(key: string, own = false): Input[] | undefined {
		if (!this.given(key)) return undefined;
		const value = this.body[key];
		if (!Array.isArray(value)) throw this.malformed(key, 'array');
		return value.map((entry: unknown, at) => new Input(this.asBody(entry, key), this.findings, [...this.path, key, at], own));
	}

	private asBody(value: unknown, key: string): Body {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.malformed(key, 'object');
		return value as Body;
	}

	private malformed(key: string, type: string) {
		const value = JSON.stringify(this.body[key])?.slice(0, 60);
		const where = [...this.path, key].join('.');
		return exception(
			14,
			'PostDataInvalidException',
			`JSON for post data was invalid,Could not convert ${value} to ${type}. Path '${where}'.`,
		);
	}
}
