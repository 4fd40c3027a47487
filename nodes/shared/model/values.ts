// Small questions about values that many files ask.

import type { IDataObject } from 'n8n-workflow';

/** An object that is no list. */
export const isObject = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** The objects of a list; none of what is no list. */
export const objectsIn = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What stands at a dotted name, such as 'owner.things'; undefined where nothing does. */
export const valueAt = (record: unknown, dotted: string): unknown =>
	dotted.split('.').reduce<unknown>((inside, name) => (isObject(inside) ? inside[name] : undefined), record);

/** A copy of an object with another value under each of its names. */
export function mapObject(object: IDataObject, valueOf: (name: string) => unknown): IDataObject {
	const copy: IDataObject = {};
	// A name such as __proto__ is one of its own, too.
	for (const name of Object.keys(object)) {
		const value = valueOf(name) as IDataObject;
		if (name === '__proto__') Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
		else copy[name] = value;
	}
	return copy;
}

/** Xero's form of an ID, anywhere in a text. */
export const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** A text that is an ID and nothing else. */
export const isGuid = (value: unknown): boolean => typeof value === 'string' && value.length === 36 && GUID.test(value);

/** Compares two labels as n8n wants them sorted, in any case. They are plain English: a collator would take longer to make than all of them to sort. */
export function alphabetically(one: string, other: string): number {
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	return a < b ? -1 : a > b ? 1 : 0;
}

/** What was caught, to be thrown on as it is: it was made an error of n8n's further down already. */
export const toError = (cause: unknown): Error => cause as Error;
