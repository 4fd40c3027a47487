import { isBody, isGuid } from '../../accounting/resource/input';
import type { Body } from '../../accounting/resource/replies';
import { calendarDate } from '../../accounting/values/dates';
import type { Description, Schema } from './description';
import { type InvalidField, invalid } from './problems';

/** `numberOfUnitsPerWeek` → `Number Of Units Per Week` */
const words = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/**
 * Reads bodies by Xero's schemas and collects what is wrong with them. Letter case of names and of codes does not matter, what the schema
 * does not name is ignored, `null` and empty texts count as not sent. A date comes out as `YYYY-MM-DD`.
 */
export class Reading {
	readonly wrong: InvalidField[] = [];

	/** `free` names, by schema, what is taken without although the schema requires it. */
	constructor(
		private readonly description: Description,
		private readonly free: Readonly<Record<string, readonly string[]>> = {},
	) {}

	fail(name: string, reason: string): undefined {
		this.wrong.push({ name, reason });
	}

	/** Adds a sentence unless the field is as it should be. */
	expect(right: boolean, name: string, reason: string): void {
		if (!right) this.fail(name, reason);
	}

	/** @throws 400 when anything is wrong */
	check(): void {
		if (this.wrong.length > 0) throw invalid(this.wrong);
	}

	/** The fields of one object of a schema: complete, and of the schema's types, once {@link check} has passed. */
	record<Row>(schema: string, body: unknown): Row {
		return this.object({ $ref: schema }, body, '') as Row;
	}

	/** The fields of each object of a bare list. */
	records<Row>(schema: string, body: unknown): Row[] {
		if (!Array.isArray(body)) {
			this.fail('_default', 'The request body must be a list.');
			return [];
		}
		return body.map((one, at) => this.object({ $ref: schema }, one, `[${at}].`) as Row);
	}

	private object(given: Schema, body: unknown, at: string): Body {
		if (!isBody(body)) {
			this.fail(at.replace(/\.$/, '') || '_default', 'The request body is invalid.');
			return {};
		}
		const { properties = {}, required = [] } = this.description.meant(given);
		const free = this.free[given.$ref?.split('/').at(-1) ?? ''] ?? [];
		const sent = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
		const read: Body = {};
		for (const [name, property] of Object.entries(properties)) {
			const value = sent.get(name.toLowerCase());
			// A moment is Xero's own to set.
			if (property['x-is-msdate-time']) continue;
			const missing = value === undefined || value === null || value === '';
			if (!missing) read[name] = this.value(property, value, at + name);
			else if (required.includes(name) && !free.includes(name)) this.fail(at + name, `The ${words(name)} field is required.`);
		}
		return read;
	}

	private value(given: Schema, value: unknown, name: string): unknown {
		const schema = this.description.meant(given);
		const not = (what: string): undefined => this.fail(name, `The ${words(name.split('.').at(-1) ?? '')} is not ${what}.`);
		if (schema.properties) return this.object(given, value, `${name}.`);
		if (schema.type === 'array') {
			const { items = {} } = schema;
			// Xero's own SDK joins lists of texts with commas.
			if (typeof value === 'string' && items.type === 'string') return value.split(',').map((one) => one.trim());
			if (!Array.isArray(value)) return not('a list');
			return value.map((one, at) =>
				this.description.meant(items).properties ? this.object(items, one, `${name}[${at}].`) : this.value(items, one, name),
			);
		}
		if (typeof value === 'object') return not('valid');
		if (schema.type === 'boolean') {
			if (typeof value === 'boolean') return value;
			return /^(true|false)$/i.test(String(value)) ? String(value).toLowerCase() === 'true' : not('true or false');
		}
		if (schema.type === 'number' || schema.type === 'integer') {
			const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
			return typeof number === 'number' && Number.isFinite(number) ? number : not('a number');
		}
		const text = String(value);
		if (schema.format === 'uuid') return isGuid(text) ? text.toLowerCase() : not('a valid identifier');
		if (schema.format === 'date' || schema['x-is-msdate']) return calendarDate(text) ?? not('a valid date');
		if (schema.maxLength !== undefined && text.length > schema.maxLength)
			return not(`${schema.maxLength} characters long at most`);
		if (schema.enum === undefined) return text;
		const { enum: choices } = schema;
		return choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? not(`one of ${choices.join(', ')}`);
	}
}
