type TypeName = 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';

/** What n8n's editor reads of a JSON Schema: no references, no choices between shapes. */
export interface JsonSchema {
	/** Of several types the editor shows the first. */
	readonly type: TypeName | readonly TypeName[];
	/** Of an object; absent where it may hold anything. */
	readonly properties?: Properties;
	/** Of an array; absent where it may hold anything. */
	readonly items?: JsonSchema;
}

/** Schemas of properties by their names, in the order in which the editor shows them. */
export type Properties = Readonly<Record<string, JsonSchema>>;

/**
 * The schema of a value. Nothing is known of what is inside an empty object or array; of a filled array the first element stands for all.
 * @param value anything that JSON can hold
 */
export function jsonSchemaOf(value: unknown): JsonSchema {
	if (value === null || value === undefined) return { type: 'null' };
	if (Array.isArray(value)) return value.length ? { type: 'array', items: jsonSchemaOf(value[0]) } : { type: 'array' };
	if (typeof value === 'object') {
		const properties = Object.entries(value).map(([name, inner]) => [name, jsonSchemaOf(inner)] as const);
		return properties.length ? { type: 'object', properties: Object.fromEntries(properties) } : { type: 'object' };
	}
	return { type: typeof value as TypeName };
}

const TYPES: Readonly<Record<string, JsonSchema>> = {
	any: { type: ['number', 'string', 'boolean'] },
	boolean: { type: 'boolean' },
	list: { type: 'array' },
	number: { type: 'number' },
	numbers: { type: 'array', items: { type: 'number' } },
	record: { type: 'object' },
	text: { type: 'string' },
	texts: { type: 'array', items: { type: 'string' } },
};

/**
 * Properties by a line of their names, a text each unless another type stands behind a colon: `accountCode opening:number isOpen:boolean`.
 * @throws Error for a type that is none of TYPES
 */
export const columns = (names: string): Properties =>
	Object.fromEntries(
		names
			.trim()
			.split(/\s+/)
			.map((one) => {
				const [name, type = 'text'] = one.split(':');
				const schema = TYPES[type];
				if (!schema) throw new Error(`${one}: columns have one of the types ${Object.keys(TYPES).join(', ')}`);
				return [name!, schema];
			}),
	);

/** Records in a list: `{ comparatives: listOf('label to amount:number') }`. */
export const listOf = (names: string): JsonSchema => ({ type: 'array', items: recordOf(names) });

/** A record in a record. */
export const recordOf = (names: string): JsonSchema => ({ type: 'object', properties: columns(names) });

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

/**
 * What of a value its schema does not say, a line each: `Contact.Name is string, the schema says number`, `Total is not in the schema`.
 * `null` is of any type, as every property may be empty.
 */
export function notInSchema(value: unknown, { type, properties, items }: JsonSchema, at = ''): string[] {
	if (value === null || value === undefined) return [];
	const types: readonly string[] = [type].flat();
	if (!types.includes(typeOf(value))) return [`${at} is ${typeOf(value)}, the schema says ${types.join(' or ')}`];
	if (Array.isArray(value)) return items ? value.flatMap((one) => notInSchema(one, items, `${at}[]`)) : [];
	if (typeof value !== 'object' || !properties) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const path = at === '' ? name : `${at}.${name}`;
		const own = properties[name];
		return own ? notInSchema(inner, own, path) : [`${path} is not in the schema`];
	});
}
