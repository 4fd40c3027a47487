import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Fake, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { creates, HARBOUR, KERERU, panel, recordsIn, saving, things } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();

async function run(fake: Fake): Promise<{ items: INodeExecutionData[]; requests: Sent[]; hints: string[] }> {
	const { ctx, requests, hints } = fakeExecute(fake);
	const [items = []] = await time().until(execute(things, ctx));
	return { items, requests, hints: hints.map(({ message }) => message) };
}
async function fails(fake: Fake): Promise<{ error: Error & { description: string; context: IDataObject }; requests: Sent[] }> {
	const { ctx, requests } = fakeExecute(fake);
	const error = await time()
		.until(execute(things, ctx))
		.then(
			() => new Error('went through'),
			(cause: unknown) => cause,
		);
	return { error: error as Error & { description: string; context: IDataObject }, requests };
}
const errorsOf = (items: readonly INodeExecutionData[]): unknown[] => items.map(({ json }) => json.error);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('Many items', () => {
	it.each([
		[120, 3],
		[1_000, 20],
	])('of %i are written in %i calls, and each answer is paired with its item', async (count, calls) => {
		const { items, requests, hints } = await run({ parameters: creates(count), reply: (request) => saving().reply(request) });

		expect(requests).toHaveLength(calls);
		expect(items.map(({ json }) => json.ThingID)).toEqual(numbers(count).map((item) => `id of Thing ${item}`));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(numbers(count).map((item) => ({ item })));
		expect(hints).toEqual([`${calls} calls to Xero`]);
	});

	it('of 10,000 come back in order, each once', async () => {
		const xero = saving();
		const { items, requests } = await run({ parameters: creates(10_000), reply: (request) => xero.reply(request) });

		expect(requests).toHaveLength(200);
		expect(new Set(xero.saved).size).toBe(10_000);
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(numbers(10_000));
	});

	it('of none take no call', async () => {
		const { ctx, requests } = fakeExecute({ parameters: [] });

		expect(await execute(things, ctx)).toEqual([[]]);
		expect(requests).toEqual([]);
	});

	it('of two organisations go apart, and come back in the order of the input', async () => {
		const parameters = creates(4, 'create', (item) => ({
			organisation: { __rl: true, mode: 'id', value: item % 2 ? KERERU : HARBOUR },
		}));
		const { items, requests } = await run({ parameters, reply: (request) => saving().reply(request) });

		expect(requests.map((request) => [request.headers['Xero-Tenant-Id'], recordsIn(request).map(({ Name }) => Name)])).toEqual([
			[HARBOUR, ['Thing 0', 'Thing 2']],
			[KERERU, ['Thing 1', 'Thing 3']],
		]);
		expect(items.map(({ json }) => json.Name)).toEqual(['Thing 0', 'Thing 1', 'Thing 2', 'Thing 3']);
	});

	it('that change several records go together by ID, one alone goes to its own path', async () => {
		const ids = [1, 2].map((n) => `2c5f1a3e-8b7d-4e21-9c46-00000000000${n}`);
		const update = (ThingID: string): IDataObject =>
			panel('update', { ThingID: { __rl: true, mode: 'id', value: ThingID }, additionalFields: { Quantity: 1 } });
		const reply = (request: Sent) => ({ body: { Things: recordsIn(request) } });
		const both = await run({ parameters: ids.map(update), reply });
		const single = await run({ parameters: [update(ids[0]!)], reply });

		expect(both.requests.map(({ path, body }) => [path, body])).toEqual([
			['/api.xro/2.0/Things', { Things: ids.map((ThingID) => ({ Quantity: 1, ThingID })) }],
		]);
		expect(single.requests.map(({ path, query, body }) => [path, query, body])).toEqual([
			[`/api.xro/2.0/Things/${ids[0]}`, {}, { Things: [{ Quantity: 1 }] }],
		]);
	});
});

describe('A wrong item', () => {
	const parameters = creates(3, 'create', (item) => (item === 1 ? { additionalFields: { Quantity: 'many' } } : {}));

	it('ends the run before any call', async () => {
		const { error, requests } = await fails({ parameters });

		expect(error.message).toBe('Item 2, Quantity “many”: is not a number written like 1234.50');
		expect(error.context).toMatchObject({ xero: { items: [1], state: 'notSent' } });
		// Of it, n8n's editor would make a suffix to the message that counts from 0.
		expect(error.context.itemIndex).toBeUndefined();
		expect(requests).toEqual([]);
	});

	it('becomes its own row when the node goes on, and the others are written', async () => {
		const { items, requests } = await run({ parameters, continueOnFail: true, reply: (request) => saving().reply(request) });

		expect(requests).toHaveLength(1);
		expect(errorsOf(items)).toEqual([undefined, 'Item 2, Quantity “many”: is not a number written like 1234.50', undefined]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});
});

describe('A record that Xero refuses among others', () => {
	const refuses = ({ Name }: IDataObject): string | undefined =>
		Name === 'Thing 7' || Name === 'Thing 60' ? `${String(Name)} exists already` : undefined;

	it('leaves the others saved; the error names it, the reason and how many were saved', async () => {
		const xero = saving(refuses);
		const { error } = await fails({ parameters: creates(120), reply: (request) => xero.reply(request) });

		expect(xero.saved).toHaveLength(118);
		expect(error.message).toBe('2 of 120 were not written. First: Item 8 (Thing 7): Xero says: Thing 7 exists already');
		expect(error.description).toContain('118 of 120 were written to Xero and stay there.');
		expect(error.description).toContain('Item 61 (Thing 60): Xero says: Thing 60 exists already');
		expect(error.context.xero).toMatchObject({
			items: [7, 60],
			state: 'refused',
			sentences: ['Thing 7 exists already', 'Thing 60 exists already'],
		});
	});

	it('becomes its own row when the node goes on', async () => {
		const { items, hints } = await run({
			parameters: creates(120),
			continueOnFail: true,
			reply: (request) => saving(refuses).reply(request),
		});

		expect(items).toHaveLength(120);
		expect(errorsOf(items).filter((error) => error !== undefined)).toHaveLength(2);
		expect(items[60]!.json.error).toBe('Item 61 (Thing 60): Xero says: Thing 60 exists already');
		expect(items[60]!.pairedItem).toEqual({ item: 60 });
		expect(hints).toEqual(['2 of 120 records refused', '3 calls to Xero']);
	});

	it('alone is the error itself', async () => {
		const { error } = await fails({ parameters: creates(8).slice(7), reply: (request) => saving(refuses).reply(request) });

		expect(error.message).toBe('Item 1 (Thing 7): Xero says: Thing 7 exists already');
	});
});

describe('A request that Xero refuses as a whole', () => {
	/** Reads nothing of a request that holds one of these. */
	const unreadable = (...names: string[]) => {
		const xero = saving();
		const reply = (request: Sent) =>
			recordsIn(request).some(({ Name }) => names.includes(String(Name)))
				? { statusCode: 400, body: { Message: 'JSON was invalid' } }
				: xero.reply(request);
		return { xero, reply };
	};

	it('goes again in halves, so that one unreadable record is found and the others are saved, each once', async () => {
		const { xero, reply } = unreadable('Thing 33');
		const { items, requests } = await run({ parameters: creates(50), continueOnFail: true, reply });

		expect(errorsOf(items).flatMap((error, item) => (error === undefined ? [] : [[item, error]]))).toEqual([
			[33, 'Item 34: Xero says: JSON was invalid'],
		]);
		expect(xero.saved).toHaveLength(49);
		expect(new Set(xero.saved).size).toBe(49);
		expect(requests.length).toBeLessThanOrEqual(13);
		expect(new Set(requests.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(requests.length);
	});

	it('and names the bad ones sends the others again without them', async () => {
		const xero = saving();
		const reply = (request: Sent) => {
			const records = recordsIn(request);
			if (!records.some(({ Name }) => Name === 'Thing 2')) return xero.reply(request);
			return {
				statusCode: 400,
				body: {
					Elements: records.map(({ Name }) => (Name === 'Thing 2' ? { ValidationErrors: [{ Message: 'Is taken' }] } : {})),
				},
			};
		};
		const { items, requests } = await run({ parameters: creates(5, 'createSummarised'), continueOnFail: true, reply });

		expect(requests.map((request) => recordsIn(request).length)).toEqual([5, 4]);
		expect(errorsOf(items)).toEqual([undefined, undefined, 'Item 3 (Thing 2): Xero says: Is taken', undefined, undefined]);
		expect(xero.saved).toEqual(['Thing 0', 'Thing 1', 'Thing 3', 'Thing 4']);
	});

	it('with an answer that has another number of records says that they were written and cannot be told apart', async () => {
		const { error } = await fails({ parameters: creates(3), reply: () => ({ body: { Things: [{ ThingID: '1' }] } }) });

		expect(error.message).toBe(
			'3 of 3 were not confirmed as written. First: Item 1: Xero answered with 1 records for 3 that were sent. Look in Xero before sending it again',
		);
	});
});

describe('What would stop every call', () => {
	it.each([
		[
			403,
			'The organisation gives no access to this. The person who connected needs the role for it in Xero, or the organisation was disconnected',
		],
		[401, 'The connection to Xero has ended. Open the credential and connect again; workflows go on by themselves'],
	])('status %i ends the calls to that organisation, and each row says why', async (statusCode, message) => {
		const parameters = creates(20, 'createSingle', (item) => ({
			organisation: { __rl: true, mode: 'id', value: item === 19 ? KERERU : HARBOUR },
		}));
		const { items, requests } = await run({
			parameters,
			continueOnFail: true,
			reply: ({ headers }) =>
				headers['Xero-Tenant-Id'] === KERERU ? { body: { Single: [{ Name: 'saved' }] } } : { statusCode, body: {} },
		});

		expect(requests.length).toBeLessThanOrEqual(11);
		expect(errorsOf(items).slice(0, 19)).toEqual(numbers(19).map(() => message));
		expect(items[19]!.json).toEqual({ Name: 'saved' });
	});

	it('a day used up ends the calls of the run', async () => {
		const { items, requests } = await run({
			parameters: creates(400),
			continueOnFail: true,
			reply: () => ({ statusCode: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '600' } }),
		});

		expect(requests.length).toBeLessThanOrEqual(5);
		expect(new Set(errorsOf(items))).toEqual(
			new Set([
				'The organisation has no calls left today (Xero allows 5,000 a day, 1,000 on Starter). They work again from 2026-03-02 22:10 (Pacific/Auckland)',
			]),
		);
	});
});

describe('Several organisations connected', () => {
	const connected = (...names: string[]) => ({
		body: names.map((tenantName, index) => ({
			id: String(index),
			tenantId: index ? KERERU : HARBOUR,
			tenantName,
			tenantType: 'ORGANISATION',
		})),
	});
	const unchosen = { organisation: { __rl: true, mode: 'list', value: '' } };

	it('and none chosen: nothing is written', async () => {
		const { error, requests } = await fails({
			parameters: creates(2, 'create', () => unchosen),
			reply: () => connected('Harbour Tools', 'Kereru Cafe'),
		});

		expect(error.message).toBe('Choose an organisation: the credential is connected to 2 (Harbour Tools, Kereru Cafe)');
		expect(requests.map(({ path }) => path)).toEqual(['/connections']);
	});

	it('may be chosen by name, in any case', async () => {
		const { requests } = await run({
			parameters: creates(2, 'create', () => ({ organisation: 'kereru cafe' })),
			reply: (request) => (request.path === '/connections' ? connected('Harbour Tools', 'Kereru Cafe') : saving().reply(request)),
		});

		expect(requests.map(({ path, headers }) => [path, headers['Xero-Tenant-Id']])).toEqual([
			['/connections', undefined],
			['/api.xro/2.0/Things', KERERU],
		]);
	});

	it('are not needed when there is one', async () => {
		const { items } = await run({
			parameters: creates(1, 'create', () => unchosen),
			reply: (request) => (request.path === '/connections' ? connected('Harbour Tools') : saving().reply(request)),
		});

		expect(items).toHaveLength(1);
	});
});

describe('One item per line', () => {
	it('gives each document the items it came from; a wrong line is a row for each of its items', async () => {
		const line = (documentKey: string, Name: string, Text: unknown): IDataObject =>
			panel('createLines', { input: 'lines', documentKey, Name, Lines: { line: [{ Text }] } });
		const parameters = [line('A', 'Thing A', 'a1'), line('B', 'Thing B', 'b1'), line('A', '', 'a2'), line('B', 'Thing C', 'b2')];
		const { items, requests } = await run({ parameters, continueOnFail: true, reply: (request) => saving().reply(request) });

		expect(requests.map(({ body }) => body)).toEqual([
			{ Things: [{ Name: 'Thing A', Lines: [{ Text: 'a1' }, { Text: 'a2' }] }] },
		]);
		expect(items.map(({ json, pairedItem }) => [json.ThingID ?? json.error, pairedItem])).toEqual([
			['id of Thing A', [{ item: 0 }, { item: 2 }]],
			['Item 4, Name “Thing C”: differs from item 2 (“Thing B”), which is the same document', { item: 1 }],
			['Item 4, Name “Thing C”: differs from item 2 (“Thing B”), which is the same document', { item: 3 }],
		]);
	});
});

describe('A record without an answer of its own', () => {
	it('tells that it was deleted, and which', async () => {
		const ThingID = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33';
		const { items, requests } = await run({
			parameters: [panel('delete', { ThingID: { __rl: true, mode: 'id', value: ThingID } })],
			reply: () => ({ statusCode: 204 }),
		});

		expect(items).toEqual([{ json: { deleted: true, ThingID }, pairedItem: { item: 0 } }]);
		expect(requests.map(({ method, path, body }) => [method, path, body])).toEqual([
			['DELETE', `/api.xro/2.0/Things/${ThingID}`, undefined],
		]);
	});
});

describe('The order of what is written', () => {
	const ID = '5d3c1f7a-9b2e-4c60-8a14-6e0f2b9d7c55';
	const OTHER = '6e4d2a8b-0c3f-4d71-9b25-7f1a3c0e8d66';
	const change = (id: string, name: string): IDataObject =>
		panel('update', { ThingID: { __rl: true, mode: 'id', value: id }, additionalFields: { Name: name } });

	it('is that of the items where they change the same record, so that the last one wins', async () => {
		const { items, requests } = await run({
			parameters: [change(ID, 'first'), change(OTHER, 'other'), change(ID, 'last')],
			reply: (request) => ({ body: { Things: recordsIn(request) } }),
		});

		expect(requests.map((request) => [request.path, recordsIn(request).map(({ Name }) => Name)])).toEqual([
			['/api.xro/2.0/Things', ['first', 'other']],
			[`/api.xro/2.0/Things/${ID}`, ['last']],
		]);
		expect(items.map(({ json }) => json.Name)).toEqual(['first', 'other', 'last']);
	});

	it('does not keep different records apart', async () => {
		const { requests } = await run({
			parameters: [change(ID, 'one'), change(OTHER, 'two')],
			reply: (request) => ({ body: { Things: recordsIn(request) } }),
		});

		expect(requests).toHaveLength(1);
	});

	it('is checked against the answer: another record in its place is said, not passed on', async () => {
		const { error } = await fails({
			parameters: [change(ID, 'one')],
			reply: () => ({ body: { Things: [{ ThingID: OTHER, Name: 'one' }] } }),
		});

		expect(error.message).toBe(
			'Item 1: Xero answered with another record than the one sent. Look in Xero before sending it again',
		);
		expect(error.context.xero).toMatchObject({ state: 'unconfirmed' });
	});
});

describe('Requests that Xero will not read at all', () => {
	it('are halved to find the one record at fault', async () => {
		const xero = saving();
		const { items, requests } = await run({
			parameters: creates(8),
			continueOnFail: true,
			reply: (request) =>
				recordsIn(request).some(({ Name }) => Name === 'Thing 5')
					? { statusCode: 400, body: { Message: 'Cannot be read' } }
					: xero.reply(request),
		});

		expect(xero.saved).toHaveLength(7);
		expect(requests).toHaveLength(7);
		expect(errorsOf(items).filter((said) => said !== undefined)).toEqual(['Item 6: Xero says: Cannot be read']);
	});

	it('go on being halved as long as others can be read: no good record is given up', async () => {
		const xero = saving();
		const bad = (name: unknown): boolean => Number(String(name).split(' ')[1]) % 25 === 0;
		const { items } = await run({
			parameters: creates(300),
			continueOnFail: true,
			reply: (request) =>
				recordsIn(request).some(({ Name }) => bad(Name))
					? { statusCode: 400, body: { Message: 'Cannot be read' } }
					: xero.reply(request),
		});

		expect(xero.saved).toHaveLength(288);
		expect(errorsOf(items).filter((said) => said !== undefined)).toHaveLength(12);
	});

	it('stop being halved once several records alone were refused in the same way', async () => {
		const { items, requests } = await run({
			parameters: creates(500),
			continueOnFail: true,
			reply: () => ({ statusCode: 400, body: { Message: 'Cannot be read' } }),
		});

		expect(requests.length).toBeLessThan(100);
		expect(errorsOf(items).filter((said) => said === undefined)).toEqual([]);
		expect(items).toHaveLength(500);
	});
});
