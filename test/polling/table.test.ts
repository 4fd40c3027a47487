import { TRIGGER_ON } from '../../nodes/XeroPollingTrigger/triggerOn';
import { callsOf, described } from '../xeroDescription';

const xero = described('accounting');
const reads = new Map(callsOf(xero).flatMap((call) => (call.method === 'GET' ? [[call.path, call] as const] : [])));
const parametersOf = (path: string): string[] => reads.get(path)!.parameters.map(({ name }) => name);

/** Lists with If-Modified-Since that are not watched, each with the reason. */
const NOT_WATCHED: Readonly<Record<string, string>> = {};

describe("What can be watched, beside Xero's own description", () => {
	const rows = TRIGGER_ON.map((one) => [one.key, one] as const);

	it('is every list that takes If-Modified-Since', () => {
		const lists = [...reads.values()]
			.filter(({ path }) => !path.includes('{') && parametersOf(path).includes('If-Modified-Since'))
			.map(({ id }) => id);

		expect(lists).toHaveLength(18);
		expect([...new Set(TRIGGER_ON.map(({ resource }) => resource.operations.getAll!.xero))].sort()).toEqual(
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
		const properties = xero.components.schemas[resource.path.replace(/ies$/, 'y').replace(/s$/, '')]!.properties!;
		const history = `/${resource.path}/{${resource.id}}/History`;

		expect(['UpdatedDateUTC', created].some((name) => name !== undefined && name in properties)).toBe(true);
		if (created !== undefined) expect(properties).toHaveProperty(created);
		expect(resource.operations.getHistory !== undefined).toBe(reads.has(history));
	});
});
