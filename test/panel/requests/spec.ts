import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { CORE_SCHEMA, load } from 'js-yaml';
import { described } from '../../xeroDescription';
import type { Wire } from '../examples/example';
import { ALSO_BY, MORE_QUERY, UNNAMED, UNREQUIRED, UNSENT } from './gaps';

interface Schema {
	$ref?: string;
	type?: string;
	readOnly?: boolean;
	properties?: Record<string, Schema>;
	items?: Schema;
	required?: string[];
	additionalProperties?: boolean;
	[key: string]: unknown;
}
interface Parameter {
	$ref?: string;
	in: string;
	name: string;
	required?: boolean;
	schema: Schema;
}
interface Content {
	schema: Schema;
	example?: unknown;
	examples?: Record<string, { value: unknown }>;
}
interface Body {
	$ref?: string;
	content: Record<string, Content>;
}
interface Described {
	operationId?: string;
	'x-path'?: string;
	parameters?: Parameter[];
	requestBody?: Body;
}
interface Spec {
	paths: Record<string, Record<string, Described>>;
	components: {
		schemas: Record<string, Schema>;
		parameters?: Record<string, Parameter>;
		requestBodies?: Record<string, Body>;
	};
}

/** One call of Xero's description. */
interface Known {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly parameters: readonly Parameter[];
	readonly content: Readonly<Record<string, Content>> | undefined;
	/** Answers with a file: the path is that of the record, and Accept tells them apart. */
	readonly pdf: boolean;
}

/** What is wrong with a request, and which of Xero's operations it may be. */
export interface Checked {
	readonly operations: readonly string[];
	readonly complaints: readonly string[];
}

/** Xero's own description of the Accounting API. */
export const SPEC = described('xero_accounting.yaml');

/** On every call, and named once for all in Xero's pages. */
const EVERYWHERE = /^(accept|user-agent|content-type|xero-tenant-id)$/i;

const nameOf = (ref: string): string => ref.split('/').pop()!;

/** Checks requests against Xero's description; undefined when that is not there. */
export function requestsOfXero(file = SPEC): ((wire: Wire) => Checked) | undefined {
	if (file === undefined) return undefined;
	const spec = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const { schemas, parameters = {}, requestBodies = {} } = spec.components;
	const contentOf = ({ requestBody: body }: Described) => (body?.$ref ? requestBodies[nameOf(body.$ref)]! : body)?.content;
	const known = Object.entries(spec.paths).flatMap(([path, methods]) =>
		Object.entries(methods)
			.filter(([, { operationId }]) => operationId !== undefined)
			.map(([method, described]): Known => ({
				id: described.operationId!,
				method: method.toUpperCase(),
				path: described['x-path'] ?? path,
				parameters: (described.parameters ?? []).map((one) => (one.$ref ? parameters[nameOf(one.$ref)]! : one)),
				content: contentOf(described),
				pdf: path.endsWith('/pdf'),
			})),
	);

	const shown = sentByExamples(known, schemas);
	for (const [name, schema] of Object.entries(schemas)) close(name, schema, shown);
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true, formats: { decimal: true } }));
	ajv.addSchema({ $id: 'xero', components: spec.components });
	const compiled = new Map<string, ValidateFunction>();
	const faults = (schema: Schema, value: unknown): string[] => {
		const text = JSON.stringify(schema).replaceAll('"#/', '"xero#/');
		const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Schema);
		compiled.set(text, validate);
		if (validate(value)) return [];
		return (validate.errors ?? []).map(
			({ instancePath, message, params }) => `${instancePath.replace(/\/\d+(?=\/|$)/g, '')} ${message} ${JSON.stringify(params)}`,
		);
	};

	const holes = ({ path: described, parameters: all }: Known, path: string): string[] => {
		const [wanted, given] = [described.split('/'), path.split('/')];
		return wanted.flatMap((step, index) => {
			const hole = /^\{(\w+)\}$/.exec(step)?.[1];
			if (hole === undefined) return [];
			const { schema } = all.find((one) => one.in === 'path' && one.name === hole)!;
			if (ALSO_BY[hole]) return [];
			return faults(schema, plain(schema, decodeURIComponent(given[index]!))).map((fault) => `${hole}${fault}`);
		});
	};

	return ({ method, path, query = {}, headers = {}, body }) => {
		const places = known.filter(
			(one) =>
				one.method === method && isPlace(one.path, path) && one.pdf === (headers.Accept === 'application/pdf' && isRecord(path)),
		);
		// A path of words alone is meant before one with a hole in the same place.
		const exact = places.filter((one) => one.path === path);
		const candidates = (exact.length ? exact : places).filter((one) => holes(one, path).length === 0);
		const [call] = candidates;
		if (!call) return { operations: [], complaints: [`${method} ${path} is no call of Xero`] };
		const more = Object.entries(MORE_QUERY[call.id] ?? {}).map(([name, schema]): Parameter => ({ in: 'query', name, schema }));
		const inQuery = [...call.parameters.filter((one) => one.in === 'query'), ...more];
		const inHeaders = new Set(call.parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()));
		return {
			operations: candidates.map(({ id }) => id),
			complaints: [
				...Object.entries(query).flatMap(([name, value]) => {
					const one = inQuery.find((parameter) => parameter.name === name);
					return one
						? faults(one.schema, plain(one.schema, value)).map((fault) => `?${name}${fault}`)
						: [`?${name} is not known`];
				}),
				...inQuery.filter(({ name, required }) => required && !(name in query)).map(({ name }) => `?${name} is missing`),
				...Object.keys(headers)
					.filter((name) => !EVERYWHERE.test(name) && !inHeaders.has(name.toLowerCase()))
					.map((name) => `header ${name} is not known`),
				...bodyFaults(call, headers, body, faults),
			],
		};
	};
}

const isRecord = (path: string): boolean => path.split('/').length === 3;

const isPlace = (described: string, path: string): boolean => {
	const [wanted, given] = [described.split('/'), path.split('/')];
	return (
		wanted.length === given.length && wanted.every((step, index) => step.startsWith('{') || step === given[index]) && path !== ''
	);
};

/** A text of the query or path as the type that Xero's description gives it. */
function plain(schema: Schema, value: string): unknown {
	if (schema.type === 'array') return value.split(',').map((one) => plain(schema.items ?? {}, one));
	if (schema.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
	if (schema.type === 'integer' || schema.type === 'number') return value.trim() === '' ? value : Number(value);
	return value;
}

function bodyFaults(
	{ id, content }: Known,
	headers: Readonly<Record<string, string>>,
	body: unknown,
	faults: (schema: Schema, value: unknown) => string[],
): string[] {
	if (content === undefined) return body === undefined ? [] : ['a body is sent, which the call does not have'];
	if (body === undefined) return UNSENT[id] ? [] : ['the body is missing'];
	const { schema } = Object.values(content)[0]!;
	if ('application/json' in content) {
		const leave = UNREQUIRED[id];
		return faults(schema, body).filter(
			(fault) => !(leave && leave.properties.some((name) => fault.endsWith(`"missingProperty":"${name}"}`))),
		);
	}
	if (!Buffer.isBuffer(body)) return ['the body is no file'];
	return headers['Content-Type'] ? [] : ['the file has no Content-Type'];
}

/** `Schema.property` of every property that an example of a request holds: Xero takes those, whatever their mark says. */
function sentByExamples(known: readonly Known[], schemas: Readonly<Record<string, Schema>>): ReadonlySet<string> {
	const found = new Set<string>();
	const walk = (schema: Schema | undefined, value: unknown): void => {
		const name = schema?.$ref ? nameOf(schema.$ref) : undefined;
		const real = name === undefined ? schema : schemas[name];
		if (Array.isArray(value)) for (const one of value) walk(real?.items, one);
		else if (value !== null && typeof value === 'object')
			for (const [key, inner] of Object.entries(value)) {
				if (name !== undefined) found.add(`${name}.${key}`);
				walk(real?.properties?.[key], inner);
			}
	};
	for (const { content = {} } of known)
		for (const { schema, example, examples = {} } of Object.values(content))
			for (const value of [example, ...Object.values(examples).map((one) => one.value)])
				walk(schema, typeof value === 'string' && /^\s*\{/.test(value) ? (JSON.parse(value) as unknown) : value);
	return found;
}

/** Leaves a schema what may be written: no unknown property, none that Xero alone sets. */
function close(name: string, schema: Schema, shown: ReadonlySet<string>): void {
	if (!schema.properties) return;
	const { properties } = schema;
	for (const [key, { readOnly }] of Object.entries(properties))
		if (readOnly && !shown.has(`${name}.${key}`)) delete properties[key];
	// Beside a reference nothing counts in OpenAPI 3.0, which ajv does not know.
	for (const [key, { $ref }] of Object.entries(properties)) if ($ref) properties[key] = { $ref };
	for (const [key, { as }] of Object.entries(UNNAMED[name] ?? {})) properties[key] = as;
	schema.additionalProperties = false;
}
