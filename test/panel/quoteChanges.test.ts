import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { byId } from '../examples/example';

const ID = '4e3d2c1b-0a99-4887-9766-55443322a101';
const OTHER = '4e3d2c1b-0a99-4887-9766-55443322a102';
const quoteOf = (path: string) => ({
	QuoteID: path.split('/').pop()!,
	Contact: { ContactID: ID },
	Date: '/Date(1774915200000)/',
});

const run = async (parameters: readonly IDataObject[], answer: (method: string, path: string) => Reply) => {
	const { ctx, requests } = fakeExecute({
		parameters: parameters.map((one) => ({ organisation: byId(ID), resource: 'quote', ...one })),
		continueOnFail: true,
		reply: ({ method, path }) => answer(method, path),
	});
	const [rows] = await execute(accounting, ctx);
	return { rows: rows!.map(({ json }) => json), calls: requests.map(({ method, path }) => `${method} ${path.slice(-12)}`) };
};

describe('a quote is read before it is changed, so that Xero empties nothing', () => {
	test('two items for one quote go one after another, as each would undo the other at the same time', async () => {
		const { rows, calls } = await run(
			[ID, ID.toUpperCase(), OTHER].map((one) => ({ operation: 'accept', QuoteID: byId(one) })),
			(_method, path) => ({ body: { Quotes: [quoteOf(path)] } }),
		);
		expect(rows.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(calls.filter((call) => call.toLowerCase().endsWith('a101'))).toEqual([
			'GET 55443322a101',
			'POST 55443322a101',
			'GET 55443322A101',
			'POST 55443322A101',
		]);
	});

	test('a quote that Xero does not have is not written', async () => {
		const { rows, calls } = await run([{ operation: 'decline', QuoteID: byId(ID) }], () => ({ body: { Quotes: [] } }));
		expect(rows[0]!.error).toBe(
			'Item 1, Quote “4e3d2c1b-0a99-4887-9766-55443322a101”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		);
		expect(calls).toEqual(['GET 55443322a101']);
	});

	test("Xero's own sentence names the item when a status cannot follow on the one before", async () => {
		const refusal = {
			Message: 'A validation exception occurred',
			Elements: [{ ValidationErrors: [{ Message: 'Not sent yet' }] }],
		};
		const { rows } = await run([{ operation: 'decline', QuoteID: byId(ID) }], (method, path) =>
			method === 'GET' ? { body: { Quotes: [quoteOf(path)] } } : { statusCode: 400, body: refusal },
		);
		expect(rows[0]!.error).toBe('Item 1: Xero says: Not sent yet');
	});
});
