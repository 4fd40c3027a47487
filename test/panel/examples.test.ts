import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { CLEAR } from '../../nodes/shared/inputs/clearFields';
import { execute } from '../../nodes/shared/run/execute';
import type { Operation } from '../../nodes/shared/model/operation';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { addExample, exampleFileOf, fillIn, nothingMissing } from '../whatToDo';
import { examples } from './examples';
import type { Example, Wire } from './examples/example';
import { filled, goodAnswer } from './goodAnswer';
import { shownFor } from './panel';

const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const rows = accounting.resources.flatMap(({ key, id, operations }) =>
	Object.entries(operations).map(([name, operation]) => [key, name, operation, id] as const),
);
const written = (resource: string, name: string): readonly Example[] => examples[resource]?.[name] ?? [];

/** A record for each that was sent, one for a question. */
const success = (sent: Sent, row: Operation, id: string): Reply =>
	sent.method === 'GET'
		? { body: row.envelope === undefined ? {} : { [row.envelope]: [{ Saved: true }] } }
		: goodAnswer(sent, row, id);

/** The part of a call that an example writes out. */
function asWire({ method, host, path, query, headers, body }: Sent): Wire {
	const { 'User-Agent': _agent, 'Xero-Tenant-Id': _tenant, 'Idempotency-Key': _key, Accept, ...more } = headers;
	const shown = { ...(Accept === 'application/json' ? {} : { Accept: Accept! }), ...more };
	return {
		method,
		path: `${host}${path}`.replace('https://api.xero.com/api.xro/2.0', ''),
		...(Object.keys(query).length ? { query } : {}),
		...(Object.keys(shown).length ? { headers: shown } : {}),
		...(body === undefined ? {} : { body }),
	};
}

const parametersOf = (resource: string, operation: string, { parameters }: Example): IDataObject[] =>
	parameters.map((one) => ({ organisation: { __rl: true, mode: 'id', value: ORGANISATION }, resource, operation, ...one }));

describe('every operation of Xero Accounting has an example of what it sends', () => {
	test.each(rows)('%s: %s', (resource, name) => {
		const missing = written(resource, name).length ? [] : [`No example of ${resource}.${name}`];
		nothingMissing(missing, addExample(exampleFileOf(resource)));
	});

	test('and no example is left of an operation that is gone', () => {
		const known = new Set(rows.map(([resource, name]) => `${resource} ${name}`));
		const all = Object.entries(examples).flatMap(([resource, some]) => Object.keys(some).map((name) => `${resource} ${name}`));
		expect(all.filter((one) => !known.has(one))).toEqual([]);
	});
});

const cases = rows.flatMap(([resource, name, operation, id]) =>
	written(resource, name).map((example, index) => [resource, name, index + 1, example, operation, id] as const),
);

describe('what a person fills in becomes exactly this request', () => {
	test.each(cases)('%s: %s, example %i', async (resource, name, _index, example, operation, id) => {
		const { ctx, requests } = fakeExecute({
			parameters: parametersOf(resource, name, example),
			...(example.items ? { items: example.items } : {}),
			reply: (sent, index) => example.replies?.[index] ?? success(sent, operation, id),
		});
		const [output] = await execute(accounting, ctx);
		expect(requests.map(asWire)).toEqual(example.sends);
		if (example.gives) expect(filled(output!)).toEqual(filled(example.gives));
		for (const { method, path, headers } of requests) {
			expect(headers['Xero-Tenant-Id']).toBe(path === '/connections' ? undefined : ORGANISATION);
			expect(headers['Idempotency-Key'] !== undefined).toBe(['PUT', 'POST', 'PATCH'].includes(method));
		}
	});

	test.each(cases)('%s: %s, example %i, uses inputs that the panel shows', (resource, name, _index, example) => {
		for (const values of parametersOf(resource, name, example)) {
			const shown = shownFor(values as INodeParameters);
			for (const [key, value] of Object.entries(values)) {
				const property = shown.find((one) => one.name === key);
				expect([key, property?.type]).not.toEqual([key, undefined]);
				if (property?.type !== 'collection') continue;
				const inside = (property.options as INodeProperties[]).map((one) => one.name);
				expect(Object.keys(value as IDataObject).filter((inner) => !inside.includes(inner))).toEqual([]);
			}
		}
	});
});

/** Inputs of an operation as `collection.key`. */
const inputsOf = ({ required, optional, query, paging }: Operation): string[] => [
	...Object.keys(required),
	...Object.keys(optional ?? {})
		.filter((key) => key !== CLEAR)
		.map((key) => `fields.${key}`),
	...Object.keys(query ?? {}).map((key) => `${paging ? 'filters' : 'options'}.${key}`),
];

test.each(accounting.resources.map(({ key, operations }) => [key, operations] as const))(
	'every input of %s is filled in by an example',
	(key, operations) => {
		const used = new Set<string>();
		for (const example of Object.values(examples[key] ?? {}).flat()) {
			for (const values of example.parameters) {
				for (const [name, value] of Object.entries(values)) {
					used.add(name);
					const collection = /^(additional|update)Fields$/.test(name) ? 'fields' : name;
					if (['fields', 'filters', 'options'].includes(collection))
						for (const inner of Object.keys(value as IDataObject)) used.add(`${collection}.${inner}`);
				}
			}
		}
		// A field may stand on the panel of one operation and in the collection of another: either shows its shape.
		const shown = (input: string): boolean => used.has(input) || used.has(input.replace(/^fields\./, ''));
		const missing = [...new Set(Object.values(operations).flatMap(inputsOf))].filter((input) => !shown(input));
		nothingMissing(missing, fillIn(exampleFileOf(key)));
	},
);
