import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import type { Operation } from '../../nodes/shared/model/operation';
import { inVirtualTime } from '../engine/virtualTime';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { byId, withFile } from '../examples/example';
import { full } from './requests/filled';

const time = inVirtualTime();
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const OTHER = 'ffffffff-0000-4000-8000-ffffffffffff';

const rows = accounting.resources.flatMap(({ key, id, operations }) =>
	Object.entries(operations)
		.filter(([, { xero }]) => xero.length)
		.map(([name, operation]) => [key, name, operation, id] as const),
);

/** Runs the operation once for each of at most three items, going on after a refusal; every call gets the answer. */
async function outcome(resource: string, name: string, row: Operation, reply: (sent: Sent) => Reply) {
	const parameters = full(resource, name, row)
		.slice(0, 3)
		.map((one) => ({ organisation: byId(ORGANISATION), resource, operation: name, ...one }));
	const { ctx, requests } = fakeExecute({
		parameters,
		items: parameters.map(() => withFile('a.pdf', 'application/pdf', 'file')),
		reply,
		continueOnFail: true,
	});
	const [output] = await time().until(execute(accounting, ctx));
	return { items: parameters.length, output: output!, requests };
}

const isRefused = ({ json }: INodeExecutionData): boolean => typeof json.error === 'string';
const itemOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;
const writes = ({ method }: Operation): boolean => method !== 'GET';

/** Xero's records as an answer names them. */
const under = (row: Operation, path: string, records: readonly IDataObject[]): Reply => ({
	body: { [row.envelope ?? path.split('/')[3]!]: records },
});
const sentIn = ({ body }: Sent, { envelope = '' }: Operation): readonly IDataObject[] => {
	const records = (body as IDataObject | undefined)?.[envelope];
	return Array.isArray(records) ? (records as IDataObject[]) : [{}];
};
const page = {
	statusCode: 200,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: '<html><title>Sign in</title></html>',
};
const sentence = { ErrorNumber: 10, Type: 'ValidationException', Message: 'A validation exception occurred' };

/** Answers after which nothing may count as done, whatever the operation. */
const NEVER: ReadonlyArray<readonly [string, (sent: Sent, row: Operation) => Reply]> = [
	['status 500', () => ({ statusCode: 500, body: { Message: 'An error occurred' } })],
	['status 503 and a page', () => ({ ...page, statusCode: 503 })],
	['status 404', () => ({ statusCode: 404, body: 'The resource was not found' })],
	['status 403', () => ({ statusCode: 403, body: { Title: 'Forbidden', Detail: 'AuthenticationUnsuccessful' } })],
	["the day's limit", () => ({ statusCode: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '7200' } })],
	['status 400 and no word', () => ({ statusCode: 400, body: '' })],
	[
		'status 400 and the elements',
		(sent, row) => ({
			statusCode: 400,
			body: { ...sentence, Elements: sentIn(sent, row).map(() => ({ ValidationErrors: [{ Message: 'Not this one' }] })) },
		}),
	],
	['a web page', () => page],
];

describe.each(NEVER)('after %s', (_what, reply) => {
	test.each(rows)('%s: %s refuses every item', async (resource, name, row) => {
		const { items, output } = await outcome(resource, name, row, (sent) => reply(sent, row));
		expect(output.filter((one) => !isRefused(one))).toEqual([]);
		expect([...new Set(output.map(itemOf))]).toEqual(Array.from({ length: items }, (_, item) => item));
	});
});

/** A real DELETE, and the sending of an email, are done when Xero says so without a word. */
const saysNothing = ({ method, envelope }: Operation): boolean =>
	method === 'DELETE' || (writes({ method } as Operation) && !envelope);
const isBespoke = ({ run }: Operation): boolean => run !== undefined;

const NOTHING: ReadonlyArray<readonly [string, Reply]> = [
	['nothing', { statusCode: 204, body: '' }],
	['an empty body', { statusCode: 200, body: '' }],
	['an empty object', { statusCode: 200, body: {} }],
	['no JSON', { statusCode: 200, body: 'OK' }],
];
describe.each(NOTHING)('after %s', (_what, reply) => {
	test.each(rows.filter(([, , row]) => !saysNothing(row) || isBespoke(row)))(
		'%s: %s refuses every item',
		async (resource, name, row) => {
			const { output, items } = await outcome(resource, name, row, () => reply);
			expect(output.filter((one) => !isRefused(one))).toEqual([]);
			expect(output.length).toBeGreaterThanOrEqual(items);
		},
	);
});

describe('after a list without records', () => {
	const one = rows.filter(
		([, , row]) => (writes(row) && !saysNothing(row)) || (!writes(row) && !row.paging && row.path.endsWith('}')),
	);
	test.each(one)('%s: %s refuses every item', async (resource, name, row) => {
		const { output, items } = await outcome(resource, name, row, ({ path }) => under(row, path, []));
		expect(output.filter((each) => !isRefused(each))).toEqual([]);
		expect(output.length).toBeGreaterThanOrEqual(items);
	});
});

describe('after one record too many', () => {
	test.each(rows.filter(([, , row]) => writes(row) && !saysNothing(row) && !row.run))(
		'%s: %s counts nothing as done',
		async (resource, name, row) => {
			const { output } = await outcome(resource, name, row, (sent) =>
				under(
					row,
					sent.path,
					[...sentIn(sent, row), {}].map(() => ({ ID: OTHER })),
				),
			);
			expect(output.filter((each) => !isRefused(each))).toEqual([]);
		},
	);
});

describe('after the record of another', () => {
	const changes = rows.filter(([, , row, id]) => writes(row) && row.path.endsWith(`{${id}}`));
	test.each(changes)('%s: %s counts nothing as done', async (resource, name, row, id) => {
		const { output } = await outcome(resource, name, row, (sent) =>
			under(
				row,
				sent.path,
				sentIn(sent, row).map(() => ({ [id]: OTHER })),
			),
		);
		const done = output.filter((each) => !isRefused(each));
		// A DELETE without an envelope answers with no record at all.
		expect(row.method === 'DELETE' && !row.envelope ? [] : done).toEqual([]);
	});
});
