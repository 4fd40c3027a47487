import { accounting } from '../../nodes/XeroAccounting/accounting';
import type { Field } from '../../nodes/shared/model/field';
import type { Schema } from '../xeroDescription';
import { described, nameOf } from '../xeroDescription';

const meant = ({ $ref, items }: Schema): string => nameOf($ref ?? items?.$ref ?? '');

/** The condition that a filter makes, of whatever kind its value is. */
const conditionOf = ({ where: clause }: Field): string =>
	['2026-03-31', { by: 'id', value: 'x' }, true]
		.map((value) => {
			try {
				return clause!(value);
			} catch {
				return '';
			}
		})
		.find((condition) => condition !== '' && !/undefined|NaN|object/.test(condition)) ?? '';

const { components } = described('accounting');
const has = (schema: string, path: string): boolean => {
	let at: Schema | undefined = components.schemas[schema];
	return path.split('.').every((step) => {
		const inner: Schema | undefined = at?.properties?.[step];
		at = inner && (components.schemas[meant(inner)] ?? inner);
		return inner !== undefined;
	});
};
const schemaOf = (envelope: string): string => meant(components.schemas[envelope]?.properties?.[envelope] ?? {});
const resources = accounting.resources.filter(({ path }) => schemaOf(path) !== '').map((one) => [one.name, one] as const);

test('most resources are lists of records with a schema', () => expect(resources.length).toBeGreaterThan(25));

test.each(resources)('what Simplify keeps of %s is in the records of Xero', (_name, { operations }) => {
	for (const [name, { envelope, simplified: simple = [] }] of Object.entries(operations)) {
		const missing = simple.filter((path) => path !== 'found' && !has(schemaOf(envelope ?? ''), path));
		expect([name, missing]).toEqual([name, []]);
	}
});

test.each(resources)(
	'the filters and orders of %s name what is in the records of Xero',
	(_name, { path, operations, searchOrder }) => {
		const conditions = Object.entries(operations.getAll?.query ?? {}).filter(
			([key, { where: clause }]) => clause && key !== 'where',
		);
		const names = conditions.map(([, field]) => /^[\w.]+/.exec(conditionOf(field))?.[0] ?? 'nothing');
		const order = searchOrder ? [searchOrder.split(' ')[0]!] : [];
		expect([...names, ...order].filter((name) => !has(schemaOf(path), name))).toEqual([]);
	},
);
