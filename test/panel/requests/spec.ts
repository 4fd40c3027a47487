import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Call, Described, Parameter, Schema } from '../../xeroDescription';
import { callsOf, described } from '../../xeroDescription';
import type { Wire } from '../../examples/example';
import { ALSO_BY, MORE_QUERY, UNNAMED, UNREQUIRED, UNSENT } from './gaps';

/** What is wrong with a request, and which of Xero's operations it may be. */
export interface Checked {
	readonly operations: readonly string[];
	readonly complaints: readonly string[];
}

/** On every call, and named once for all in Xero's pages. */
const EVERYWHERE = /^(accept|user-agent|content-type|xero-tenant-id)$/i;

/** Answers with a file: the path is that of the record, and Accept tells them apart. */
const isPdf = ({ path }: Call): boolean => path.endsWith('/pdf');

/** Checks requests against Xero's own description. */
export function requestsOfXero(api: Described = 'accounting'): (wire: Wire) => Checked {
	const description = described(api);
	const { components } = description;
	const calls = callsOf(description);
	for (const [name, schema] of Object.entries(components.schemas)) close(name, schema);
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true, formats: { decimal: true, int: true } }));
	ajv.addSchema({ $id: 'xero', components });
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

	const holes = ({ wirePath, parameters: all }: Call, path: string): string[] => {
		const [wanted, given] = [wirePath.split('/'), path.split('/')];
		return wanted.flatMap((step, index) => {
			const hole = /^\{(\w+)\}$/.exec(step)?.[1];
			if (hole === undefined) return [];
			const { schema } = all.find((one) => one.in === 'path' && one.name === hole)!;
			if (ALSO_BY[hole]) return [];
			return faults(schema, plain(schema, decodeURIComponent(given[index]!))).map((fault) => `${hole}${fault}`);
		});
	};

	return ({ method, path, query = {}, headers = {}, body }) => {
		const places = calls.filter(
			(one) =>
				one.method === method &&
				isPlace(one.wirePath, path) &&
				isPdf(one) === (headers.Accept === 'application/pdf' && isRecord(path)),
		);
		// A path of words alone is meant before one with a hole in the same place.
		const exact = places.filter((one) => one.wirePath === path);
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
	{ id, body: content }: Call,
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

/** Leaves a schema what may be written: no unknown property, and none that Xero alone sets, unless an example of Xero's sends it. */
function close(name: string, schema: Schema): void {
	if (!schema.properties) return;
	const { properties } = schema;
	for (const [key, { readOnly, 'x-in-request-example': sent }] of Object.entries(properties))
		if (readOnly && !sent) delete properties[key];
	// Beside a reference nothing counts in OpenAPI 3.0, which ajv does not know.
	for (const [key, { $ref }] of Object.entries(properties)) if ($ref) properties[key] = { $ref };
	for (const [key, { as }] of Object.entries(UNNAMED[name] ?? {})) properties[key] = as;
	schema.additionalProperties = false;
}
