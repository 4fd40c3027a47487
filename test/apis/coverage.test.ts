import type { Operation } from '../../nodes/shared/model/operation';
import { callsOf, described } from '../xeroDescription';
import { CASES, rowsOf } from './cases';

const idsOf = ({ xero }: Operation): readonly string[] => (typeof xero === 'string' ? [xero] : xero);

describe.each(CASES.map((one) => [one.api.name, one] as const))('%s', (name, { api, described: file, calls, without = {} }) => {
	const rows = rowsOf(api).filter(([resource]) => resource !== 'apiRequest');
	const wire = new Map(callsOf(described(file)).map(({ id, method, path }) => [id, `${method} ${path}`]));

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
