import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { nearest } from '../../nodes/shared/jsonBody';
import type { Fields } from '../../nodes/shared/model';
import { assets } from '../../nodes/XeroAssets/assets';
import { projects } from '../../nodes/XeroProjects/projects';
import { described, NOT_COMPARED } from '../xeroDescription';

interface Schema {
	readonly $ref?: string;
	readonly items?: Schema;
	readonly allOf?: readonly Schema[];
	readonly properties?: Readonly<Record<string, Schema>>;
}

interface Description {
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
	readonly operationId?: string;
	readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** Properties of a schema, of a list those of its elements. */
function propertiesOf({ components: { schemas } }: Description, schema: Schema | undefined): Readonly<Record<string, Schema>> {
	if (!schema) return {};
	const own = { components: { schemas } } as Description;
	if (schema.$ref) return propertiesOf(own, schemas[schema.$ref.split('/').pop()!]);
	if (schema.items) return propertiesOf(own, schema.items);
	return Object.assign({}, schema.properties, ...(schema.allOf ?? []).map((part) => propertiesOf(own, part)));
}

describe.each([
	['xero_accounting.yaml', accounting],
	['xero-projects.yaml', projects],
	['xero_assets.yaml', assets],
] as const)('A name of Xero’s own in JSON (%s)', (file, api) => {
	const path = described(file);
	if (path === undefined) {
		it(`is not taken for another ${NOT_COMPARED}`, () =>
			expect(nearest('LineAmountType', ['LineAmountTypes'])).toBe('LineAmountTypes'));
		return;
	}
	const description = load(readFileSync(path, 'utf8')) as Description;
	const operations = new Map(
		Object.values(description.paths)
			.flatMap((one) => Object.values(one))
			.map((one) => [one.operationId, one]),
	);

	it('is never taken for a slip of another one', () => {
		const taken: string[] = [];
		let looked = 0;
		const look = (fields: Fields, properties: Readonly<Record<string, Schema>>, place: string, depth = 0): void => {
			if (depth > 5) return;
			const names = Object.keys(fields);
			for (const [name, schema] of Object.entries(properties)) {
				looked += 1;
				const own = names.find((one) => one.toLowerCase() === name.toLowerCase());
				const { within } = fields[own ?? ''] ?? {};
				if (within) look(within, propertiesOf(description, schema), `${place}.${name}`, depth + 1);
				const near = own === undefined ? nearest(name, names) : undefined;
				if (near !== undefined) taken.push(`${place}.${name} is taken for ${near}`);
			}
		};
		for (const { key, operations: rows } of api.resources) {
			for (const [name, { xero, json, envelope, required, offered, optional }] of Object.entries(rows)) {
				const schema = operations.get([xero].flat()[0])?.requestBody?.content?.['application/json']?.schema;
				if (!json || !schema) continue;
				const outer = propertiesOf(description, schema);
				const inner = envelope !== undefined && outer[envelope] ? propertiesOf(description, outer[envelope]) : outer;
				look({ ...optional, ...offered, ...required }, inner, `${key}.${name}`);
			}
		}
		expect(taken).toEqual([]);
		expect(looked).toBeGreaterThan(20);
	});
});
