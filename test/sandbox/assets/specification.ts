import { readFileSync } from 'node:fs';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { CORE_SCHEMA, load } from 'js-yaml';

import type { Route } from '../../../sandbox/route';
import { described } from '../../xeroDescription';
import type { Answer } from '../accounting/desk';

interface Schema {
	$ref?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean;
	[key: string]: unknown;
}
interface Response {
	$ref?: string;
	content?: Record<string, { schema?: Schema }>;
}
interface Operation {
	operationId: string;
	security: Array<{ OAuth2?: string[] }>;
	responses: Record<string, Response>;
}
interface Spec {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema>; responses?: Record<string, Response> };
}

/** What is known to be wrong with one of Xero's files, each with its reason where it is given. */
export interface Quirks {
	/** The schema of refusals, where an operation names none. */
	refusal: string;
	/** By schema: what Xero's answers carry and the schema does not name. Each is in an example of the same file. */
	unnamed?: Readonly<Record<string, readonly string[]>>;
	/** By schema: what it requires and no answer has. */
	unrequired?: Readonly<Record<string, readonly string[]>>;
	/** What is a date, when it is not `YYYY-MM-DD`. */
	date?: RegExp;
}

/** Checks answers and routes against one of Xero's own OpenAPI files. */
export interface Specification {
	/** Every operation as `operationId METHOD path`. */
	operations: string[];
	/** The scopes of an operation. */
	scopes(operationId: string): string[];
	/** What is wrong with an answer; empty when nothing is. */
	complaints(answer: Pick<Answer, 'operationId' | 'status' | 'body'>): string[];
}

/** A route as `operations` has it. */
export const named = ({ operationId, method, path }: Route): string => `${operationId} ${method} ${path}`;

/** Reads one of the files; undefined when it is not there. */
export function specification(file: string, quirks: Quirks): Specification | undefined {
	const path = described(file);
	if (path === undefined) return undefined;
	const spec = alone(load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA })) as Spec;
	const operations = Object.entries(spec.paths).flatMap(([route, methods]) =>
		Object.entries(methods)
			.filter(([, one]) => one.operationId !== undefined)
			.map(([method, one]) => ({ ...one, name: `${one.operationId} ${method.toUpperCase()} ${route}` })),
	);
	for (const [name, schema] of Object.entries(spec.components.schemas)) close(schema, quirks.unnamed?.[name] ?? []);
	for (const [name, keys] of Object.entries(quirks.unrequired ?? {})) {
		const schema = spec.components.schemas[name];
		if (schema) schema.required = schema.required?.filter((key) => !keys.includes(key));
	}
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addFormat('decimal', true);
	if (quirks.date) ajv.addFormat('date', quirks.date);
	ajv.addSchema({ $id: 'xero', components: spec.components });
	const compiled = new Map<string, ValidateFunction>();

	return {
		operations: operations.map(({ name }) => name),
		scopes: (operationId) =>
			operations.find((one) => one.operationId === operationId)?.security.flatMap((one) => one.OAuth2 ?? []) ?? [],
		complaints({ operationId, status, body }) {
			const operation = operations.find((one) => one.operationId === operationId);
			const response = operation?.responses[String(status)];
			if (!response && status < 400) return [`${operationId} must not answer ${status}`];
			const shared = spec.components.responses?.[response?.$ref?.split('/').at(-1) ?? ''];
			const named = (shared ?? response)?.content?.['application/json']?.schema;
			const schema = named ?? (status >= 400 ? { $ref: `#/components/schemas/${quirks.refusal}` } : undefined);
			if (schema === undefined) return body === undefined ? [] : [`${operationId} must not have a JSON body`];
			const text = JSON.stringify(schema).replaceAll('"#/', '"xero#/');
			const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Schema);
			compiled.set(text, validate);
			if (validate(body)) return [];
			return (validate.errors ?? []).map(
				(error) => `${operationId} ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
			);
		},
	};
}

/** What stands beside a $ref means nothing in OpenAPI 3.0 (an Amount is an object, though `type: number` stands next to it). */
function alone(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(alone);
	if (typeof value !== 'object' || value === null) return value;
	if ('$ref' in value && typeof value.$ref === 'string') return { $ref: value.$ref };
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, alone(entry)]));
}

/** Forbids properties that a schema does not name, but for `unnamed`. */
function close(schema: Schema, unnamed: readonly string[]): void {
	if (!schema.properties) return;
	for (const key of unnamed) schema.properties[key] ??= {};
	// The fields of modelState depend on what was sent.
	schema.additionalProperties = false;
}
