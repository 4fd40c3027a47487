import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Operation } from '../../nodes/shared/model';
import { NOT_COMPARED } from '../xeroDescription';
import { CASES, rowsOf } from './cases';

interface Spec {
	readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

const idsOf = ({ xero }: Operation): readonly string[] => (typeof xero === 'string' ? [xero] : xero);

describe.each(CASES.map((one) => [one.api.name, one] as const))('%s', (name, { api, spec, calls, without = {} }) => {
	const rows = rowsOf(api).filter(([resource]) => resource !== 'apiRequest');
	if (spec === undefined) {
		test(`the table ${NOT_COMPARED}`, () => expect(rows.length).toBeGreaterThan(0));
		return;
	}
	const { paths } = load(readFileSync(spec, 'utf8'), { schema: CORE_SCHEMA }) as Spec;
	const wire = new Map(
		Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods).flatMap(([method, described]) =>
				described.operationId === undefined ? [] : [[described.operationId, `${method.toUpperCase()} ${path}`] as const],
			),
		),
	);

	test('every operation of Xero is in the table, and no other', () => {
		const inTable = rows.flatMap(([, , row]) => idsOf(row));
		expect(wire.size).toBe(calls);
		expect([...wire.keys()].filter((id) => !inTable.includes(id) && !without[id])).toEqual([]);
		expect(inTable.filter((id) => !wire.has(id))).toEqual([]);
		process.stdout.write(
			`${name}: ${wire.size} calls of Xero, ${[...wire.keys()].filter((id) => inTable.includes(id)).length} made\n`,
		);
	});

	// Holes have the names of the record's own property here, and in Xero's description some of the path's.
	const shape = (call: string): string => call.replace(/\{\w+\}/g, '{}');
	test.each(rows)("%s: %s goes where Xero's description says", (_resource, _operation, row) => {
		const [id] = idsOf(row);
		expect(shape(`${row.method} ${row.path}`)).toBe(shape(wire.get(id!)!));
	});
});
