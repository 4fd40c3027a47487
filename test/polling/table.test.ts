import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { watched } from '../../nodes/XeroPollingTrigger/watched';
import { described, NOT_COMPARED } from '../xeroDescription';

const SPEC = described('xero_accounting.yaml');

interface Parameter {
	readonly $ref?: string;
	readonly name?: string;
}
interface Spec {
	readonly paths: Readonly<Record<string, { parameters?: Parameter[]; get?: { operationId: string; parameters?: Parameter[] } }>>;
	readonly components: {
		readonly parameters: Readonly<Record<string, Parameter>>;
		readonly schemas: Readonly<Record<string, { properties: Readonly<Record<string, unknown>> }>>;
	};
}

/** Lists with If-Modified-Since that are not watched, each with the reason. */
const NOT_WATCHED: Readonly<Record<string, string>> = {};

if (SPEC !== undefined) describe("What can be watched, beside Xero's own description", () => withSpec(SPEC));
else test(`the table of what can be watched ${NOT_COMPARED}`, () => expect(watched).toHaveLength(23));

function withSpec(path: string): void {
	const spec = load(readFileSync(path, 'utf8')) as Spec;
	const parametersOf = (path: string): string[] => {
		const { parameters = [], get } = spec.paths[path]!;
		return [...parameters, ...(get?.parameters ?? [])].map(
			(one) => (one.$ref ? spec.components.parameters[one.$ref.split('/').pop()!]! : one).name!,
		);
	};
	const rows = watched.map((one) => [one.key, one] as const);

	it('is every list that takes If-Modified-Since', () => {
		const lists = Object.entries(spec.paths)
			.filter(([path, { get }]) => get && !path.includes('{') && parametersOf(path).includes('If-Modified-Since'))
			.map(([, { get }]) => get!.operationId);

		expect(lists).toHaveLength(18);
		expect([...new Set(watched.map(({ resource }) => resource.operations.getAll!.xero))].sort()).toEqual(
			lists.filter((list) => !(list in NOT_WATCHED)).sort(),
		);
	});

	it.each(rows)('is asked for with parameters that Xero has: %s', (_key, { resource, query, by }) => {
		const parameters = parametersOf(`/${resource.path}`);
		const { paging } = resource.operations.getAll!;

		for (const name of Object.keys(query)) expect(parameters).toContain(name);
		expect(parameters.includes('page')).toBe(paging!.by === 'page');
		expect(parameters.includes('pageSize')).toBe(paging!.by === 'page' && !paging!.fixed);
		expect(parameters.includes('offset')).toBe(by === 'journal');
		if (paging!.by === 'page') expect(parameters).toContain('order');
		if (by === 'overdue') expect(parameters).toEqual(expect.arrayContaining(['IDs', 'summaryOnly', 'where']));
	});

	it.each(rows)('says when it changed or was made, and what its creation is known by: %s', (_key, { resource, created }) => {
		const { properties } = spec.components.schemas[resource.path.replace(/ies$/, 'y').replace(/s$/, '')]!;
		const history = `/${resource.path}/{${resource.id}}/History`;

		expect(['UpdatedDateUTC', created].some((name) => name !== undefined && name in properties)).toBe(true);
		if (created !== undefined) expect(properties).toHaveProperty(created);
		expect(resource.operations.getHistory !== undefined).toBe(history in spec.paths);
	});
}
