/** Values of the JSON that control calls send. Each throws RangeError, with a sentence without its full stop, for another kind of value. */

export type Json = Record<string, unknown>;

/** That nothing is left which a call does not know. */
export function known(others: Json): void {
	const [name] = Object.keys(others);
	if (name !== undefined) throw new RangeError(`${name} means nothing here`);
}

export function whole(sent: Json, name: string): number {
	const value = sent[name];
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
		throw new RangeError(`${name} is a whole number from 0 on`);
	return value;
}

export function texts(name: string, value: unknown): readonly string[] | undefined {
	if (value === undefined) return undefined;
	if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string'))
		throw new RangeError(`${name} is a list of texts`);
	return value as string[];
}

export function objectOf(what: string, value: unknown): Json {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
	throw new RangeError(`${what} is a JSON object`);
}

export function text(sent: Json, name: string): string {
	const value = sent[name];
	if (typeof value !== 'string' || value === '') throw new RangeError(`${name} is a text`);
	return value;
}

export function amount(sent: Json, name: string): number {
	const value = sent[name];
	if (typeof value !== 'number') throw new RangeError(`${name} is a number`);
	return value;
}

export function flag(sent: Json, name: string): boolean {
	const value = sent[name];
	if (typeof value === 'boolean') return value;
	throw new RangeError(`${name} is true or false`);
}

/** The values of the names that are there. */
export function present<Value>(
	sent: Json,
	names: readonly string[],
	read: (sent: Json, name: string) => Value,
): Record<string, Value> {
	return Object.fromEntries(names.filter((name) => sent[name] !== undefined).map((name) => [name, read(sent, name)]));
}
