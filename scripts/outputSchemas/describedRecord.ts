import type { IDataObject } from 'n8n-workflow';
import type { Call, Description, Schema } from '../../test/xeroDescription';
import { nameOf } from '../../test/xeroDescription';

/** Schemas of a description by their names, and what it does not say of them: properties that come all the same. */
interface Known {
	readonly schemas: Description['components']['schemas'];
	readonly gaps: Readonly<Record<string, IDataObject>>;
	/** Properties that a record in the record may have to be described; see INNER. */
	readonly inner: number;
}

/** How far a record is described: its own properties, those of what is in it, and once more. Deeper it may hold anything. */
const DEPTH = 3;

/** A record inside another one that has more properties than this comes with a few of them: with which, Xero does not describe. */
const INNER = 20;

/** What Xero says of a refusal: no item that comes out has it. */
const OF_REFUSALS = new Set(['StatusAttributeString', 'ValidationErrors', 'Warnings']);

/** A schema in one piece: with what it refers to, which counts more than what stands beside the reference, and with its parts. */
function meant({ $ref, allOf = [], oneOf = [], ...own }: Schema, schemas: Known['schemas']): Schema {
	const parts = [...($ref === undefined ? [] : [schemas[nameOf($ref)]!]), ...allOf, ...oneOf];
	return parts
		.map((part) => meant(part, schemas))
		.reduce<Schema>((whole, part) => ({ ...whole, ...part, properties: { ...whole.properties, ...part.properties } }), own);
}

const firstOf = (choices: unknown): unknown => (Array.isArray(choices) ? (choices as unknown[])[0] : 'text');

/** A value of a schema, made up; `depth` is how much further it goes in. */
function valueOf(schema: Schema, known: Known, depth: number, inside: readonly string[] = []): unknown {
	const name = schema.$ref === undefined ? undefined : nameOf(schema.$ref);
	if (name !== undefined && inside.includes(name)) return {};
	const within = name === undefined ? inside : [...inside, name];
	const { type, format, items, properties = {}, ...marks } = meant(schema, known.schemas);
	const isText = type === 'string' || (type === undefined && marks.enum !== undefined);
	if (type === 'array') return items ? [valueOf(items, known, depth, within)] : [];
	if (type === 'number' || type === 'integer') return 1;
	if (type === 'boolean') return true;
	if (isText)
		return format?.startsWith('date') || marks['x-is-msdate'] || marks['x-is-date'] ? '2026-03-31' : firstOf(marks.enum);
	const names = Object.keys(properties).filter((key) => !OF_REFUSALS.has(key));
	if (depth === 0 || (depth < DEPTH && names.length > known.inner)) return {};
	return {
		...Object.fromEntries(names.map((key) => [key, valueOf(properties[key]!, known, depth - 1, within)])),
		...known.gaps[name ?? ''],
	};
}

/** What stands at a path of a schema, as `PayRuns[0].Payslips`; undefined where nothing does. */
function at(schema: Schema, path: string, schemas: Known['schemas']): Schema | undefined {
	let here: Schema | undefined = schema;
	for (const step of path.match(/\w+/g) ?? []) {
		const { items, properties }: Schema = meant(here, schemas);
		here = /^\d+$/.test(step) ? items : properties?.[step];
		if (!here) return undefined;
	}
	return here;
}

/** The JSON that a call is answered with when all is well; undefined where that is nothing, or a file. */
function answerOf({ answers }: Call): Schema | undefined {
	const good = Object.entries(answers).filter(([status]) => status.startsWith('2'));
	return good.map(([, content]) => content['application/json']?.schema).find((schema) => schema !== undefined);
}

/**
 * One record of a call's answer, made up after Xero's description: a value of the right type for each property. What is not described, or
 * too far inside, is an empty object.
 * @param envelope under which the answer has it; where there is none it is the answer, or each of its elements
 * @param gaps properties that come though Xero's description does not have them, by the name of the schema
 * @param whole whether all that is in the record is wanted, for Simplify to take its columns from
 * @returns undefined where the answer holds no such thing
 */
export function describedRecord(
	call: Call,
	envelope: string | undefined,
	{ components: { schemas } }: Description,
	gaps: Known['gaps'],
	whole: boolean,
): IDataObject | undefined {
	const answer = answerOf(call);
	const found = answer && (envelope === undefined ? answer : at(answer, envelope, schemas));
	const { type, items } = found ? meant(found, schemas) : {};
	const record = type === 'array' ? items : found;
	return record && (valueOf(record, { schemas, gaps, inner: whole ? Infinity : INNER }, DEPTH) as IDataObject);
}
