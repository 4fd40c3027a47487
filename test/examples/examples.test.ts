import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { CLEAR } from '../../nodes/shared/inputs/clearFields';
import type { Api, Operation } from '../../nodes/shared/model/operation';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { filled, goodAnswer } from '../panel/goodAnswer';
import { shownIn } from '../panel/shownIn';
import { requestsOfXero } from '../panel/requests/spec';
import { addExample, exampleFileOf, fillIn, nothingMissing, notShown, notTaken, removeExample } from '../whatToDo';
import type { Call } from '../xeroDescription';
import { callsOf, described } from '../xeroDescription';
import type { Example, Wire } from './example';
import type { NodeCase } from './nodes';
import { idsOf, NODES, rowsOf } from './nodes';
import { isPlain, needsNoExample, plainExample } from './plain';

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

/** A record for each that was sent, one for a question that is not about a list. */
const success = (sent: Sent, row: Operation, id: string): Reply =>
	sent.method === 'GET' && row.envelope !== undefined && !row.paging
		? { body: { [row.envelope]: [{ Saved: true }] } }
		: goodAnswer(sent, row, id);

const parametersOf = (resource: string, operation: string, { parameters }: Example): IDataObject[] =>
	parameters.map((one) => ({ organisation: { __rl: true, mode: 'id', value: ORGANISATION }, resource, operation, ...one }));

const operationOf = ({ resources }: Api, resource: string, name: string): Operation =>
	resources.find(({ key }) => key === resource)!.operations[name]!;

/** Xero's description of the calls of a node's API, by their operationId. */
const callsBy = ({ described: file }: NodeCase): Map<string, Call> =>
	new Map(callsOf(described(file)).map((call) => [call.id, call]));

const checks = new Map(NODES.map((one) => [one, requestsOfXero(one.described)]));

const keyed = ['PUT', 'POST', 'PATCH'];

/** Runs an example: the calls that came of it, and what the node handed on. */
async function ran({ api }: NodeCase, resource: string, name: string, example: Example) {
	const { id } = api.resources.find(({ key }) => key === resource)!;
	const row = operationOf(api, resource, name);
	const { ctx, requests } = fakeExecute({
		parameters: parametersOf(resource, name, example),
		...(example.items ? { items: example.items } : {}),
		reply: (sent, index) => example.replies?.[index] ?? success(sent, row, id),
	});
	const [output] = await execute(api, ctx);
	for (const { method, path, headers } of requests) {
		expect(headers['Xero-Tenant-Id']).toBe(path === '/connections' ? undefined : ORGANISATION);
		expect(headers['Idempotency-Key'] !== undefined).toBe(keyed.includes(method));
	}
	return { sent: requests.map((one) => asWire(api.basePath, one)), output: output! };
}

/** Inputs of an operation as `collection.key`, those that need no example left out. */
const inputsOf = (row: Operation): string[] => {
	const { required, panelOptional, optional, query, paging } = row;
	const named = (fields: object | undefined, collection = ''): string[] =>
		Object.keys(fields ?? {})
			.filter((key) => key !== CLEAR && !needsNoExample(row, key))
			.map((key) => `${collection}${key}`);
	return [
		...named({ ...required, ...panelOptional }),
		...named(optional, 'fields.'),
		...named(query, paging ? 'filters.' : 'options.'),
	];
};

/** Inputs that examples fill in, as `collection.key`. */
function filledIn(examples: readonly Example[]): Set<string> {
	const used = new Set<string>();
	for (const [name, value] of examples.flatMap(({ parameters }) => parameters.flatMap((values) => Object.entries(values)))) {
		used.add(name);
		const collection = /^(additional|update)Fields$/.test(name) ? 'fields' : name;
		if (!['fields', 'filters', 'options'].includes(collection)) continue;
		for (const inner of Object.keys(value as IDataObject)) used.add(`${collection}.${inner}`);
	}
	return used;
}

describe.each(NODES.map((one) => [one.api.name, one] as const))('%s', (_name, one) => {
	const { api, examples, node } = one;
	const rows = rowsOf(api);
	const cases = rows.flatMap(([resource, name]) =>
		(examples[resource]?.[name] ?? []).map((example, index) => [resource, name, index + 1, example] as const),
	);
	const calls = callsBy(one);
	const check = checks.get(one)!;

	test.each(rows.filter(([, , row]) => !isPlain(row)))('%s: %s has an example of what it sends', (resource, name, row) => {
		const missing = examples[resource]?.[name]?.length ? [] : [`No example of ${resource}.${name}`];
		nothingMissing(missing, addExample(exampleFileOf(one, resource), name, row));
	});

	test('no example is left of an operation that is gone', () => {
		const known = new Set(rows.map(([resource, name]) => `${resource}.${name}`));
		const all = Object.entries(examples).flatMap(([resource, some]) => Object.keys(some).map((name) => `${resource}.${name}`));
		nothingMissing(
			all.filter((what) => !known.has(what)),
			removeExample(one.file),
		);
	});

	test.each(cases)('%s: %s, example %i, becomes exactly this request', async (resource, name, _index, example) => {
		const { sent, output } = await ran(one, resource, name, example);
		expect(sent).toEqual(example.sends);
		if (example.gives) expect(filled(output)).toEqual(filled(example.gives));
	});

	test.each(cases)('%s: %s, example %i, uses inputs that the panel shows', (resource, name, _index, example) => {
		const unseen = parametersOf(resource, name, example).flatMap((values) => {
			const shown = shownIn(node.description, values as INodeParameters);
			return Object.entries(values).flatMap(([key, value]) => {
				const property = shown.find((each) => each.name === key);
				if (property?.type !== 'collection') return property ? [] : [key];
				const inside = (property.options as INodeProperties[]).map((each) => each.name);
				return Object.keys(value as IDataObject)
					.filter((inner) => !inside.includes(inner))
					.map((inner) => `${key}.${inner}`);
			});
		});
		nothingMissing(unseen, notShown(exampleFileOf(one, resource)));
	});

	test.each(api.resources.map(({ key, operations }) => [key, operations] as const))(
		'every input of %s is filled in by an example',
		(key, operations) => {
			const used = filledIn(Object.values(examples[key] ?? {}).flat());
			// A field may stand on the panel of one operation and in the collection of another: either shows its shape.
			const isShown = (input: string): boolean => used.has(input) || used.has(input.replace(/^fields\./, ''));
			const missing = [...new Set(Object.values(operations).flatMap(inputsOf))].filter((input) => !isShown(input));
			nothingMissing(missing, fillIn(exampleFileOf(one, key)));
		},
	);

	const made = cases.filter(([resource, name]) => idsOf(operationOf(api, resource, name)).some((id) => calls.has(id)));
	test.each(made)("%s: %s, example %i, sends what Xero's description takes", (_resource, _name, _index, example) => {
		const slips = (one.slips ?? []).map((name) => `"missingProperty":"${name}"`);
		const complaints = example.sends.flatMap((wire) => check(wire).complaints);
		nothingMissing(
			complaints.filter((complaint) => !slips.some((slip) => complaint.includes(slip))),
			notTaken(one.described),
		);
	});
});

const plain = NODES.flatMap((one) =>
	rowsOf(one.api).flatMap(([resource, name, row]) => {
		const call = isPlain(row) ? callsBy(one).get(idsOf(row)[0] ?? '') : undefined;
		return call ? [[one.api.name, resource, name, one, row, call] as const] : [];
	}),
);

test.each(plain)(
	"%s: %s: %s, with its path filled in, is the call of Xero's description",
	async (_api, resource, name, one, row, { method, wirePath }) => {
		const example = plainExample(row, method, wirePath);
		const { sent } = await ran(one, resource, name, example);
		expect(sent.map((wire) => ({ method: wire.method, path: wire.path }))).toEqual(example.sends);
		nothingMissing(
			sent.flatMap((wire) => checks.get(one)!(wire).complaints),
			notTaken(one.described),
		);
	},
);
