import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The APIs whose description tests use, by the names of their files in sandbox/schema. */
export type Described =
	| 'accounting'
	| 'assets'
	| 'bankfeeds'
	| 'files'
	| 'finance'
	| 'payroll-au'
	| 'payroll-au-v2'
	| 'payroll-nz'
	| 'payroll-uk'
	| 'projects'
	| 'webhooks';

/** A schema of OpenAPI: what tests read of it. */
export interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	maxLength?: number;
	readOnly?: boolean;
	/** Our mark: read-only, and yet in one of Xero's examples of requests. */
	'x-in-request-example'?: boolean;
	required?: string[];
	oneOf?: Schema[];
	allOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
	additionalProperties?: boolean;
	[key: string]: unknown;
}
export interface Parameter {
	$ref?: string;
	in: string;
	name: string;
	required?: boolean;
	schema: Schema;
}
export type Content = Record<string, { schema: Schema }>;
interface Body {
	$ref?: string;
	content?: Content;
}
interface Operation {
	operationId: string;
	/** The path on the wire, where it is not the one that the operation stands at. */
	'x-path'?: string;
	security: Array<{ OAuth2?: string[] }>;
	parameters?: Parameter[];
	requestBody?: Body;
	responses: Record<string, Body>;
}

/** Xero's own description of an API. */
export interface Description {
	paths?: Record<string, { parameters?: Parameter[] } & { [method in (typeof METHODS)[number]]?: Operation }>;
	components: {
		parameters?: Record<string, Parameter>;
		requestBodies?: Record<string, Body>;
		responses?: Record<string, Body>;
		schemas: Record<string, Schema>;
	};
}

/** One call of a description, with what it refers to in place. */
export interface Call {
	readonly id: string;
	/** In capitals. */
	readonly method: string;
	readonly path: string;
	/** The path on the wire. */
	readonly wirePath: string;
	readonly scopes: readonly string[];
	/** Those of the path among them. */
	readonly parameters: readonly Parameter[];
	/** By content type; undefined for a call without a body. */
	readonly body: Content | undefined;
	/** By status, then by content type. */
	readonly answers: Readonly<Record<string, Content>>;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** What Xero says of an API. Each caller has it to itself, and may change it: to read it anew takes less time than to copy it. */
export const described = (api: Described): Description =>
	JSON.parse(readFileSync(join(__dirname, `../sandbox/schema/${api}.json`), 'utf8')) as Description;

/** The last part of a reference: the name of what it refers to. */
export const nameOf = ($ref: string): string => $ref.split('/').pop()!;

/** Every call that a description has. */
export function callsOf({ paths = {}, components }: Description): Call[] {
	const meant = <One extends { $ref?: string }>(one: One, by: Readonly<Record<string, One>> = {}): One =>
		one.$ref ? by[nameOf(one.$ref)]! : one;
	return Object.entries(paths).flatMap(([path, { parameters = [], ...methods }]) =>
		METHODS.flatMap((method) => {
			const operation = methods[method];
			if (!operation) return [];
			return {
				id: operation.operationId,
				method: method.toUpperCase(),
				path,
				wirePath: operation['x-path'] ?? path,
				scopes: operation.security.flatMap(({ OAuth2 = [] }) => OAuth2),
				parameters: [...parameters, ...(operation.parameters ?? [])].map((one) => meant(one, components.parameters)),
				body: operation.requestBody && meant(operation.requestBody, components.requestBodies).content,
				answers: Object.fromEntries(
					Object.entries(operation.responses).map(([status, one]) => [status, meant(one, components.responses).content ?? {}]),
				),
			};
		}),
	);
}
