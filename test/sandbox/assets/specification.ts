import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import type { Route } from '../../../sandbox/route';
import { callsOf, type Described, type Description, described, type Schema } from '../../xeroDescription';
import type { Answer } from '../accounting/desk';

/** What is known to be wrong with a description of Xero's, each with its reason where it is given. */
export interface Quirks {
	/** The schema of refusals, where an operation names none. */
	refusal: string;
	/** By schema: what Xero's answers carry and the schema does not name. Each is in an example of Xero's file. */
	unnamed?: Readonly<Record<string, readonly string[]>>;
	/** By schema: what it requires and no answer has. */
	unrequired?: Readonly<Record<string, readonly string[]>>;
	/** What is a date, when it is not `YYYY-MM-DD`. */
	date?: RegExp;
	/** What is a moment, when it is not one of ISO 8601 with a zone. */
	moment?: RegExp;
}

/** Checks answers and routes against Xero's own description of an API. */
export interface Specification {
	/** Every operation as `operationId METHOD path`. */
	operations: string[];
	/** The scopes of an operation. */
	scopes(operationId: string): readonly string[];
	/** What is wrong with an answer; empty when nothing is. */
	complaints(answer: Pick<Answer, 'operationId' | 'status' | 'body'>): string[];
}

/** A route as `operations` has it. */
export const named = ({ operationId, method, path }: Route): string => `${operationId} ${method} ${path}`;

/** Makes the checker for one of Xero's APIs. */
export function specification(api: Described, quirks: Quirks): Specification {
	const description = alone(described(api)) as Description;
	const { components } = description;
	const calls = new Map(callsOf(description).map((call) => [call.id, call]));
	for (const [name, schema] of Object.entries(components.schemas)) close(schema, quirks.unnamed?.[name] ?? []);
	for (const [name, keys] of Object.entries(quirks.unrequired ?? {})) {
		const schema = components.schemas[name];
		if (schema) schema.required = schema.required?.filter((key) => !keys.includes(key));
	}
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	for (const format of ['decimal', 'integer', 'int']) ajv.addFormat(format, true);
	if (quirks.date) ajv.addFormat('date', quirks.date);
	if (quirks.moment) ajv.addFormat('date-time', quirks.moment);
	ajv.addSchema({ $id: 'xero', components });
	const compiled = new Map<string, ValidateFunction>();

	return {
		operations: [...calls.values()].map(({ id, method, path }) => `${id} ${method} ${path}`),
		scopes: (operationId) => calls.get(operationId)?.scopes ?? [],
		complaints({ operationId, status, body }) {
			const answer = calls.get(operationId)?.answers[String(status)];
			if (!answer && status < 400) return [`${operationId} must not answer ${status}`];
			const named = answer?.['application/json']?.schema;
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
