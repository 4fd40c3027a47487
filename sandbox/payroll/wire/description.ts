/** What Xero's OpenAPI file says of the payroll of a country: operations, and the fields of records. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Route } from '../../route';

/** A schema of OpenAPI: what is read of it here. */
export interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	maxLength?: number;
	enum?: readonly string[];
	required?: readonly string[];
	items?: Schema;
	properties?: Readonly<Record<string, Schema>>;
	/** Marks of the payroll of Australia, which writes days and moments as `/Date(ms+0000)/`. */
	'x-is-msdate'?: boolean;
	'x-is-msdate-time'?: boolean;
}
interface Operation {
	operationId: string;
	security: ReadonlyArray<{ OAuth2?: readonly string[] }>;
}
interface File {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema> };
}

/** The payroll of a country as Xero describes it. */
export interface Description {
	/** Every operation without what it does, in the order of the file. */
	readonly operations: ReadonlyArray<Pick<Route, 'operationId' | 'method' | 'path' | 'scopes'>>;
	/** The schema of a name. @throws RangeError when there is none */
	schema(name: string): Schema;
	/** A schema, or the one that it refers to. */
	meant(schema: Schema): Schema;
}

/** Reads `sandbox/schema/payroll-….json`. */
export function description(country: 'au' | 'au-v2' | 'nz' | 'uk'): Description {
	const file = join(__dirname, `../../schema/payroll-${country}.json`);
	const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as File;
	const schema = (name: string): Schema => {
		const found = components.schemas[name];
		if (!found) throw new RangeError(`There is no schema ${name}`);
		return found;
	};
	return {
		operations: Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods)
				.filter(([method]) => method !== 'parameters')
				.map(([method, { operationId, security }]) => ({
					operationId,
					method: method.toUpperCase() as Route['method'],
					path,
					scopes: security.flatMap(({ OAuth2 = [] }) => OAuth2),
				})),
		),
		schema,
		meant: (one) => (one.$ref === undefined ? one : schema(one.$ref.split('/').at(-1) ?? '')),
	};
}
