import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import type { Example, Wire } from '../panel/examples/example';
import { filled, goodAnswer } from '../panel/goodAnswer';
import { requestsOfXero } from '../panel/requests/spec';
import { addExample, fillIn, nothingMissing } from '../whatToDo';
import type { Case } from './cases';
import { CASES, rowsOf } from './cases';

const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** The part of a call that an example writes out; its path is told below the API's. */
function asWire(base: string, { method, host, path, query, headers, body, options }: Sent): Wire {
	const { 'User-Agent': _agent, 'Xero-Tenant-Id': _tenant, 'Idempotency-Key': _key, Accept, ...more } = headers;
	const shown = { ...(Accept === 'application/json' ? {} : { Accept: Accept! }), ...more };
	// A parameter that comes several times is told as one, joined by commas.
	const all = new URL(options.url).searchParams;
	const joined = Object.fromEntries(Object.keys(query).map((name) => [name, all.getAll(name).join(',')]));
	return {
		method,
		path: `${host}${path}`.replace(`https://api.xero.com${base}`, ''),
		...(Object.keys(joined).length ? { query: joined } : {}),
		...(Object.keys(shown).length ? { headers: shown } : {}),
		...(body === undefined ? {} : { body }),
	};
}

const shownFor = ({ node }: Case, values: INodeParameters): INodeProperties[] => {
	const { description } = node;
	const root: INodeParameters = { input: 'fields', returnAll: false, ...values };
	const stand = { id: 'n', name: 'n', type: 'n', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	const shows = (own: INodeParameters, property: INodeProperties) =>
		NodeHelpers.displayParameter(own, property, stand, description, root);
	return description.properties
		.filter((property) => shows(root, property))
		.map((property) =>
			property.type === 'collection'
				? { ...property, options: (property.options as INodeProperties[]).filter((option) => shows({}, option)) }
				: property,
		);
};

const parametersOf = (resource: string, operation: string, { parameters }: Example): IDataObject[] =>
	parameters.map((one) => ({ organisation: { __rl: true, mode: 'id', value: ORGANISATION }, resource, operation, ...one }));

describe.each(CASES.map((one) => [one.api.name, one] as const))('%s', (_name, one) => {
	const { api, examples } = one;
	const rows = rowsOf(api);
	const cases = rows.flatMap(([resource, name, row]) =>
		(examples[resource]?.[name] ?? []).map((example, index) => [resource, name, index + 1, example, row] as const),
	);

	test.each(rows)('%s: %s has an example of what it sends', (resource, name) => {
		const missing = examples[resource]?.[name]?.length ? [] : [`No example of ${resource}.${name}`];
		nothingMissing(missing, addExample(one.file));
	});

	test('no example is left of an operation that is gone', () => {
		const known = new Set(rows.map(([resource, name]) => `${resource} ${name}`));
		const all = Object.entries(examples).flatMap(([resource, some]) => Object.keys(some).map((name) => `${resource} ${name}`));
		expect(all.filter((what) => !known.has(what))).toEqual([]);
	});

	test.each(cases)('%s: %s, example %i, becomes exactly this request', async (resource, name, _index, example, row) => {
		const { id } = api.resources.find(({ key }) => key === resource)!;
		const { ctx, requests } = fakeExecute({
			parameters: parametersOf(resource, name, example),
			...(example.items ? { items: example.items } : {}),
			reply: (sent, index) => example.replies?.[index] ?? goodAnswer(sent, row, id),
		});
		const [output] = await execute(api, ctx);
		expect(requests.map((sent) => asWire(api.basePath, sent))).toEqual(example.sends);
		if (example.gives) expect(filled(output!)).toEqual(filled(example.gives));
		for (const { method, path, headers } of requests) {
			expect(headers['Xero-Tenant-Id']).toBe(path === '/connections' ? undefined : ORGANISATION);
			expect(headers['Idempotency-Key'] !== undefined).toBe(['PUT', 'POST', 'PATCH'].includes(method));
		}
	});

	test.each(cases)('%s: %s, example %i, uses inputs that the panel shows', (resource, name, _index, example) => {
		for (const values of parametersOf(resource, name, example)) {
			const shown = shownFor(one, values as INodeParameters);
			for (const [key, value] of Object.entries(values)) {
				const property = shown.find((each) => each.name === key);
				expect([key, property?.type]).not.toEqual([key, undefined]);
				if (property?.type !== 'collection') continue;
				const inside = (property.options as INodeProperties[]).map((each) => each.name);
				expect(Object.keys(value as IDataObject).filter((inner) => !inside.includes(inner))).toEqual([]);
			}
		}
	});

	test.each(api.resources.map(({ key, operations }) => [key, operations] as const))(
		'every input of %s is filled in by an example',
		(key, operations) => {
			const used = new Set<string>();
			for (const example of Object.values(examples[key] ?? {}).flat()) {
				for (const values of example.parameters) {
					for (const [name, value] of Object.entries(values)) {
						used.add(name);
						const collection = name === 'additionalFields' ? 'fields' : name;
						if (['fields', 'filters', 'options'].includes(collection))
							for (const inner of Object.keys(value as IDataObject)) used.add(`${collection}.${inner}`);
					}
				}
			}
			const inputs = Object.values(operations).flatMap(({ required, panelOptional: offered, optional, query, paging }) => [
				...Object.keys({ ...required, ...offered }),
				...Object.keys(optional ?? {}).map((name) => `fields.${name}`),
				...Object.keys(query ?? {}).map((name) => `${paging ? 'filters' : 'options'}.${name}`),
			]);
			const isShown = (input: string): boolean => used.has(input) || used.has(input.replace(/^fields\./, ''));
			const missing = [...new Set(inputs)].filter((input) => !isShown(input));
			nothingMissing(missing, fillIn(one.file));
		},
	);

	const check = requestsOfXero(one.described);
	const real = cases.filter(([resource]) => resource !== 'apiRequest');
	test.each(real)("%s: %s, example %i, sends what Xero's description takes", (_resource, _operation, _index, example) => {
		const slips = (one.slips ?? []).map((name) => `"missingProperty":"${name}"`);
		const complaints = example.sends.flatMap((wire) => check(wire).complaints);
		expect(complaints.filter((complaint) => !slips.some((slip) => complaint.includes(slip)))).toEqual([]);
	});
});
