/** A body as it is read: values by their types, and what is wrong with them. */
import { calendarDate } from '../values/dates';
import { rounded } from '../values/decimal';
import { type Body, broke, exception } from './replies';

type Path = ReadonlyArray<string | number>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a GUID in the form Xero writes them. */
export function isGuid(text: string): boolean {
	return GUID.test(text);
}

/** Whether a value of a body is an object. */
export function isBody(value: unknown): value is Body {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with one element of a write, and what Xero only warns about. */
export class Findings {
	readonly errors: Array<{ message: string; path: Path }> = [];
	readonly warnings: string[] = [];
	/** The id of the record that the element turned out to mean. */
	id: string | undefined;
	/** What is wrong is told at the parts of the element only; the element itself looks as if nothing were. */
	inParts = false;

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
			if (this.inParts) (target as Body).StatusAttributeString = 'ERROR';
		}
		if (this.inParts) return copy;
		const own = this.errors.filter((error) => error.path.length === 0).map((error) => ({ Message: error.message }));
		const head = id.endsWith('ID') ? { [id]: this.id ?? copy[id] ?? '00000000-0000-0000-0000-000000000000' } : {};
		return { ...copy, ...head, ...(flag ? { [flag]: this.failed } : {}), ValidationErrors: own };
	}
}

/**
 * Reads one object of a request body. What cannot even be read as the type of its field is refused for the whole call
 * (14, PostDataInvalidException), as Xero's deserialiser does; what can be read but breaks a rule becomes a finding.
 * `null` counts as not sent, and an empty text where a number, a date or a code belongs. Keys are Xero's own in whatever case
 * (`ContactId`), at every depth; unknown ones, so also `contact_id`, are ignored.
 */
export class Input {
	/** The names that were sent, by themselves in lower case. */
	private names: ReadonlyMap<string, string> | undefined;

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
		return this.value(key) !== undefined && this.value(key) !== null;
	}

	/** Names that were sent with a value beside `known`, as they were sent. */
	others(...known: readonly string[]): string[] {
		const expected = known.map((key) => key.toLowerCase());
		return Object.keys(this.body).filter((name) => (this.body[name] ?? null) !== null && !expected.includes(name.toLowerCase()));
	}

	/** The name under which `key` was sent: itself, else the last that differs from it in case only. */
	private sent(key: string): string {
		if (Object.hasOwn(this.body, key)) return key;
		this.names ??= new Map(Object.keys(this.body).map((name) => [name.toLowerCase(), name]));
		return this.names.get(key.toLowerCase()) ?? key;
	}

	private value(key: string): unknown {
		return this.body[this.sent(key)];
	}

	/** Whether there is a value and not just an empty text. */
	private filled(key: string): boolean {
		const value = this.value(key);
		return this.given(key) && !(typeof value === 'string' && value.trim() === '');
	}

	/** Text of at most `max` characters. */
	text(key: string, max?: number): string | undefined {
		if (!this.given(key)) return undefined;
		const value = this.value(key);
		if (typeof value === 'object') throw this.malformed(key, 'string');
		const text = String(value);
		if (max !== undefined && text.length > max) this.fail(`The ${key} field must be no more than ${max} characters long.`);
		return text;
	}

	/** Several texts with the most characters of each; those that are not sent stay as they were. */
	texts<Key extends string>(
		most: Readonly<Record<Key, number>>,
		before?: { readonly [key in NoInfer<Key>]?: string },
	): { [key in Key]?: string } {
		const keys = Object.keys(most) as Key[];
		const found: { [key in Key]?: string } = {};
		for (const key of keys) found[key] = this.text(key, most[key]) ?? before?.[key];
		return found;
	}

	/** A code of something (an account, an item, a currency), without the blanks around it. */
	code(key: string, max?: number): string | undefined {
		return this.text(key, max)?.trim() || undefined;
	}

	/** A number, rounded to `places` decimals; numbers in quotes count, as they do at Xero. */
	number(key: string, places: number): number | undefined {
		if (!this.filled(key)) return undefined;
		const value = this.value(key);
		const numeric = typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
		if (typeof numeric !== 'number' || !Number.isFinite(numeric)) throw this.malformed(key, 'decimal');
		return rounded(numeric, places);
	}

	flag(key: string): boolean | undefined {
		if (!this.given(key)) return undefined;
		const value = this.value(key);
		if (typeof value === 'boolean') return value;
		if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
		throw this.malformed(key, 'boolean');
	}

	/** A calendar date as `YYYY-MM-DD`. */
	date(key: string): string | undefined {
		if (!this.filled(key)) return undefined;
		const day = calendarDate(this.value(key));
		if (day === undefined) throw this.malformed(key, 'DateTime');
		return day;
	}

	guid(key: string): string | undefined {
		if (!this.given(key)) return undefined;
		const value = this.value(key);
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
		return new Input(this.asBody(this.value(key), key), this.findings, [...this.path, this.sent(key)], own);
	}

	/** A list of nested objects. @throws 500 when it is an object, which breaks Xero */
	list(key: string, own = false): Input[] | undefined {
		return this.entries(key)?.map((entry, at) => this.entry(key, at, this.asBody(entry, key), own));
	}

	/** The same without the entries that are no objects. */
	readable(key: string): Input[] | undefined {
		return this.entries(key)?.flatMap((entry, at) => (isBody(entry) ? this.entry(key, at, entry, false) : []));
	}

	private entries(key: string): readonly unknown[] | undefined {
		if (!this.given(key)) return undefined;
		const value = this.value(key);
		if (isBody(value)) throw broke();
		if (!Array.isArray(value)) throw this.malformed(key, 'array');
		return value;
	}

	private entry(key: string, at: number, body: Body, own: boolean): Input {
		return new Input(body, this.findings, [...this.path, this.sent(key), at], own);
	}

	private asBody(value: unknown, key: string): Body {
		if (!isBody(value)) throw this.malformed(key, 'object');
		return value;
	}

	private malformed(key: string, type: string) {
		const value = JSON.stringify(this.value(key))?.slice(0, 60);
		const where = [...this.path, this.sent(key)].join('.');
		return exception(
			14,
			'PostDataInvalidException',
			`JSON for post data was invalid,Could not convert ${value} to ${type}. Path '${where}'.`,
		);
	}
}
