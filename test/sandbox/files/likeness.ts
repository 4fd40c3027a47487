import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { callsOf, type Described, described, type Schema } from '../../xeroDescription';

/** A description to hold answers against. */
export interface Specification {
	operations: string[];
	scopes(operationId: string): readonly string[];
	/** What is wrong with the JSON body of an answer; a refusal may also have the form of the schema `refusal`. */
	complaints(operationId: string, status: number, body: unknown): string[];
}

/** Makes the checker for one of Xero's APIs. `mend` puts right what its description says wrongly itself. */
export function specification(
	api: Described,
	refusal: Schema,
	mend: (schemas: Record<string, Schema>) => void = () => {},
): Specification {
	const description = described(api);
	const { components } = description;
	const { schemas } = components;
	const calls = new Map(callsOf(description).map((call) => [call.id, call]));
	mend(schemas);
	// A property that a schema does not name is wrong.
	for (const schema of Object.values(schemas)) if (schema.properties) schema.additionalProperties = false;
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'xero', components });
	const compiled = new Map<string, ValidateFunction>();
	const failures = (schema: Schema, body: unknown): string[] => {
		const text = JSON.stringify(schema).replaceAll('"#/', '"xero#/');
		const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as Schema);
		compiled.set(text, validate);
		if (validate(body)) return [];
		return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
	};
	return {
		operations: [...calls.keys()],
		scopes: (operationId) => calls.get(operationId)?.scopes ?? [],
		complaints(operationId, status, body) {
			const answer = calls.get(operationId)?.answers[String(status)];
			if (!answer && status < 400) return [`${operationId} must not answer ${status}`];
			const named = Object.values(answer ?? {})[0]?.schema;
			if (status < 400) {
				if (!named) return body === undefined ? [] : [`${operationId} must not have a JSON body`];
				return failures(named, body).map((one) => `${operationId} ${one}`);
			}
			if (named && failures(named, body).length === 0) return [];
			return failures(refusal, body).map((one) => `${operationId} ${status} ${one}`);
		},
	};
}
