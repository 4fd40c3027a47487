import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { CORE_SCHEMA, load } from 'js-yaml';

import { described } from '../../xeroDescription';

interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	required?: string[];
	additionalProperties?: boolean;
	[key: string]: unknown;
}
interface Operation {
	operationId: string;
	security: Array<{ OAuth2?: string[] }>;
	responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
interface Spec {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema> };
}

/** A description to hold answers against. */
export interface Specification {
	operations: string[];
	scopes(operationId: string): string[];
	/** What is wrong with the JSON body of an answer; a refusal may also have the form of the schema `refusal`. */
	complaints(operationId: string, status: number, body: unknown): string[];
}

/** Reads one of the descriptions; undefined when it is not there. `mend` puts right what it says wrongly itself. */
export function specification(
	file: string,
	refusal: Schema,
	mend: (schemas: Record<string, Schema>) => void = () => {},
): Specification | undefined {
	const path = described(file);
	if (path === undefined) return undefined;
	const spec = load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const { schemas } = spec.components;
	const operations = Object.values(spec.paths).flatMap((methods) =>
		Object.values(methods).filter((one) => one.operationId !== undefined),
	);
	mend(schemas);
	// A property that a schema does not name is wrong.
	for (const schema of Object.values(schemas)) if (schema.properties) schema.additionalProperties = false;
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'xero', components: spec.components });
	const compiled = new Map<string, ValidateFunction>();
	const failures = (schema: Schema, body: unknown): string[] => {
		const text = JSON.stringify(schema).replaceAll('"#/', '"xero#/');
		const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Schema);
		compiled.set(text, validate);
		if (validate(body)) return [];
		return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
	};
	return {
		operations: operations.map((one) => one.operationId),
		scopes: (operationId) =>
			operations.find((one) => one.operationId === operationId)?.security.flatMap((one) => one.OAuth2 ?? []) ?? [],
		complaints(operationId, status, body) {
			const response = operations.find((one) => one.operationId === operationId)?.responses[String(status)];
			if (!response && status < 400) return [`${operationId} must not answer ${status}`];
			const named = Object.values(response?.content ?? {})[0]?.schema;
			if (status < 400) {
				if (!named) return body === undefined ? [] : [`${operationId} must not have a JSON body`];
				return failures(named, body).map((one) => `${operationId} ${one}`);
			}
			if (named && failures(named, body).length === 0) return [];
			return failures(refusal, body).map((one) => `${operationId} ${status} ${one}`);
		},
	};
}
