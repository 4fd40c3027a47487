import { accounting } from '../../nodes/XeroAccounting/accounting';
import type { Field } from '../../nodes/shared/model/field';
import { nothingMissing } from '../whatToDo';
import type { Schema } from '../xeroDescription';
import { described, nameOf } from '../xeroDescription';

const meant = ({ $ref, items }: Schema): string => nameOf($ref ?? items?.$ref ?? '');

/** The condition that a filter makes, of whatever kind its value is. */
const conditionOf = ({ where: clause }: Field): string =>
	['2026-03-31', { by: 'id', value: 'x' }, true]
		.map((value) => {
			try {
				return clause!(value, '2026-06-10') ?? '';
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
const AS_XERO_NAMES_IT = `Name them as sandbox/schema/accounting.json does, in the resource's file: in simplified, in the filters of getAll, in
searchOrder. The envelope of an operation is what its answer holds the records under.`;
const resources = accounting.resources.filter(({ path }) => schemaOf(path) !== '').map((one) => [one.name, one] as const);

test('most resources are lists of records with a schema', () => expect(resources.length).toBeGreaterThan(25));

test.each(resources)('what Simplify keeps of %s is in the records of Xero', (_name, { operations }) => {
	const missing = Object.entries(operations).flatMap(([name, { envelope, simplified: simple = [] }]) => {
		const schema = schemaOf(envelope ?? '');
		return simple
			.filter((path) => path !== 'found' && !has(schema, path))
			.map((path) => `${name} keeps ${path}, which is not in ${schema || `anything called ${envelope}`}`);
	});
	nothingMissing(missing, AS_XERO_NAMES_IT);
});

test.each(resources)(
	'the filters and orders of %s name what is in the records of Xero',
	(_name, { path, operations, searchOrder }) => {
		const conditions = Object.entries(operations.getAll?.query ?? {}).filter(
			([key, { where: clause }]) => clause && key !== 'where',
		);
		const names = conditions.map(([, field]) => /^[\w.]+/.exec(conditionOf(field))?.[0] ?? 'nothing');
		const order = searchOrder ? [searchOrder.split(' ')[0]!] : [];
		const missing = [...names, ...order].filter((name) => !has(schemaOf(path), name));
		nothingMissing(
			missing.map((name) => `${name} is not in ${schemaOf(path)}`),
			AS_XERO_NAMES_IT,
		);
	},
);
