import type { IDataObject } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Fake, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { panel, things } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();

async function run(fake: Fake): Promise<{ rows: IDataObject[]; paired: unknown[]; requests: Sent[] }> {
	const { ctx, requests } = fakeExecute(fake);
	const [items = []] = await time().until(execute(things, ctx));
	return { rows: items.map(({ json }) => json), paired: items.map(({ pairedItem }) => pairedItem), requests };
}
const fails = async (fake: Fake): Promise<string> => {
	const { ctx } = fakeExecute(fake);
	return await time()
		.until(execute(things, ctx))
		.then(
			() => 'went through',
			(cause: unknown) => (cause as Error).message,
		);
};
const ID = (n: number): string => `2c5f1a3e-8b7d-4e21-9c46-${String(n).padStart(12, '0')}`;
const get = (n: number): IDataObject => panel('get', { ThingID: { __rl: true, mode: 'id', value: ID(n) }, simplify: true });
const thing = (n: number): IDataObject => ({
	ThingID: ID(n),
	Name: `Thing ${n}`,
	Owner: { Name: 'Hill Farm' },
	Date: '/Date(0)/',
});
const found = ({ path }: Sent) => ({ body: { Things: [{ ...thing(Number(path.slice(-12))) }] } });

/** A list of 250 things in pages, with counts. */
const listing = ({ query }: Sent) => {
	const size = Number(query.pageSize);
	const page = Number(query.page);
	const all = Array.from({ length: 250 }, (_, n) => thing(n));
	return {
		body: { pagination: { pageCount: Math.ceil(250 / size), itemCount: 250 }, Things: all.slice((page - 1) * size, page * size) },
	};
};

describe('A list of which one page cannot be had', () => {
	/** Page 3 is refused, all others fail for now: they would be tried again for minutes. */
	const broken = (sent: Sent) => {
		const page = Number(sent.query.page);
		if (page === 1) return { body: { pagination: { pageCount: 40, itemCount: 40_000 }, Things: [thing(1)] } };
		return { statusCode: page === 3 ? 400 : 503, body: { Message: 'No' } };
	};

	it.each([false, true])('is asked for no more after the node has ended (goes on: %s)', async (continueOnFail) => {
		const { ctx, requests } = fakeExecute({
			parameters: [panel('getAll', { returnAll: true, simplify: true })],
			reply: broken,
			continueOnFail,
		});
		await time()
			.until(execute(things, ctx))
			.catch(() => undefined);
		const asked = requests.length;
		await time().pass(10 * 60_000);

		expect(asked).toBeLessThanOrEqual(8);
		expect(requests.length).toBe(asked);
	});

	it('ends the other items of a run that does not go on, and what they wait for', async () => {
		const reply = (sent: Sent) => (sent.path.endsWith(ID(1)) ? { statusCode: 404 } : { statusCode: 503 });
		const { ctx, requests } = fakeExecute({ parameters: [get(1), get(2), get(3)], reply });
		await expect(time().until(execute(things, ctx))).rejects.toThrow('is not in the organisation chosen');

		expect(time().passed).toBeLessThan(1_000);
		expect(requests.length).toBeLessThanOrEqual(3);
	});
});

describe('Reading one record per item', () => {
	it('gives them in the order of the items, simplified and paired', async () => {
		const { rows, paired, requests } = await run({ parameters: [get(3), get(1), get(2)], reply: found });

		expect(requests.map(({ method, path }) => [method, path])).toEqual(
			[3, 1, 2].map((n) => ['GET', `/api.xro/2.0/Things/${ID(n)}`]),
		);
		expect(rows).toEqual([3, 1, 2].map((n) => ({ ThingID: ID(n), OwnerName: 'Hill Farm' })));
		expect(paired).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('gives the whole record, dates made ISO, when it is not to be simplified', async () => {
		const { rows } = await run({ parameters: [{ ...get(1), simplify: false }], reply: found });

		expect(rows).toEqual([{ ...thing(1), Date: '1970-01-01' }]);
	});

	it('stops at the first that Xero does not have, and names it', async () => {
		const missing = (request: Sent) => (request.path.endsWith('2') ? { statusCode: 404, body: '' } : found(request));

		expect(await fails({ parameters: [get(1), get(2), get(3)], reply: missing })).toBe(
			'Item 2, Thing “2c5f1a3e-8b7d-4e21-9c46-000000000002”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		);
	});

	it('goes on past it when the node does', async () => {
		const missing = (request: Sent) => (request.path.endsWith('2') ? { statusCode: 404, body: '' } : found(request));
		const { rows } = await run({ parameters: [get(1), get(2), get(3)], continueOnFail: true, reply: missing });

		expect(rows.map(({ error, ThingID }) => error ?? ThingID)).toEqual([
			ID(1),
			'Item 2, Thing “2c5f1a3e-8b7d-4e21-9c46-000000000002”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
			ID(3),
		]);
	});

	it('asks no more once access is refused, and names the item in every row', async () => {
		const { rows, requests } = await run({
			parameters: Array.from({ length: 12 }, (_, n) => get(n)),
			continueOnFail: true,
			reply: () => ({ statusCode: 403, body: {} }),
		});

		expect(requests.length).toBeLessThanOrEqual(5);
		expect(rows.map(({ error }) => error)).toEqual(
			Array.from(
				{ length: 12 },
				() =>
					'The organisation gives no access to this. The person who connected needs the role for it in Xero, or the organisation was disconnected',
			),
		);
	});

	it('takes an empty answer for a record that is not there', async () => {
		expect(await fails({ parameters: [get(1)], reply: () => ({ body: { Things: [] } }) })).toBe(
			'Item 1, Thing “2c5f1a3e-8b7d-4e21-9c46-000000000001”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		);
	});
});

describe('Reading a list', () => {
	const getAll = (values: IDataObject): IDataObject => panel('getAll', { simplify: true, ...values });

	it('returns all, each record paired with the item that asked', async () => {
		const { rows, paired, requests } = await run({ parameters: [getAll({ returnAll: true })], reply: listing });

		expect(rows.map(({ Name }) => Name)).toEqual(Array.from({ length: 250 }, (_, n) => `Thing ${n}`));
		expect(new Set(paired.map((pair) => JSON.stringify(pair)))).toEqual(new Set(['{"item":0}']));
		expect(requests).toHaveLength(3);
	});

	it('asks for no more than the limit', async () => {
		const { rows, requests } = await run({
			parameters: [getAll({ returnAll: false, limit: 5 }), getAll({ returnAll: false, limit: '2' })],
			reply: listing,
		});

		expect(rows).toHaveLength(7);
		expect(requests.map(({ query }) => query)).toEqual([
			{ page: '1', pageSize: '5' },
			{ page: '1', pageSize: '2' },
		]);
	});

	it.each([
		[0, ' “0”: must be at least 1'],
		[-1, ' “-1”: must be at least 1'],
		[1.5, ' “1.5”: must be a whole number'],
		['many', ' “many”: is not a number written like 1234.50'],
		['', ': has no value. Give one, or switch Return All on'],
	])('refuses the limit %j instead of reading nothing or everything', async (limit, says) => {
		expect(await fails({ parameters: [getAll({ returnAll: false, limit })], reply: listing })).toBe(`Item 1, Limit${says}`);
	});

	it.each([
		['returnAll', 'yes', 'Item 1, Return All “yes”: is neither true nor false'],
		['returnAll', '..', 'Item 1, Return All “..”: is neither true nor false'],
		['simplify', 'no', 'Item 1, Simplify “no”: is neither true nor false'],
	])('refuses %s = %j instead of guessing', async (name, given, message) => {
		expect(await fails({ parameters: [getAll({ [name]: given })], reply: listing })).toBe(message);
	});

	it('reads all where a cell says TRUE, whatever the limit says', async () => {
		const { rows } = await run({ parameters: [getAll({ returnAll: 'TRUE', limit: 'none' })], reply: listing });
		expect(rows.length).toBeGreaterThan(100);
	});

	it('asks in portions for many IDs, up to the limit', async () => {
		const reply = ({ query }: Sent) => ({
			body: { Things: query.IDs!.split(',').map((ThingID) => ({ ThingID, Name: ThingID })) },
		});
		const filters = { IDs: 'a,b,c,d,e' };
		const all = await run({ parameters: [getAll({ returnAll: true, filters })], reply });
		const some = await run({ parameters: [getAll({ returnAll: false, limit: 3, filters })], reply });

		expect(all.rows.map(({ Name }) => Name)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(all.requests.map(({ query }) => query.IDs)).toEqual(['a,b', 'c,d', 'e']);
		expect(some.rows.map(({ Name }) => Name)).toEqual(['a', 'b', 'c']);
		expect(some.requests).toHaveLength(2);
	});

	it('in portions keeps no order, so Order By is refused with it', async () => {
		const filters = { IDs: 'a,b,c', order: 'Name ASC' };

		expect(await fails({ parameters: [getAll({ returnAll: true, filters })], reply: () => ({ body: { Things: [] } }) })).toBe(
			'Item 1, Order By: cannot be kept over a list of IDs or numbers that long. Xero takes 40 at a time: leave Order By out and sort afterwards, or give fewer',
		);
	});

	it('takes Return All from data as text, too', async () => {
		const reply = () => ({
			body: { pagination: { pageCount: 1, itemCount: 60 }, Things: Array.from({ length: 60 }, (_, n) => thing(n)) },
		});

		expect((await run({ parameters: [getAll({ returnAll: 'true' })], reply })).rows).toHaveLength(60);
	});

	it('that cannot be read whole returns nothing and says so', async () => {
		const reply = () => ({ body: { pagination: { pageCount: 3, itemCount: 300 }, Things: [thing(1)] } });

		expect(await fails({ parameters: [getAll({ returnAll: true })], reply })).toBe(
			'Item 1: the list gave the same page twice. Run again; if it stays so, narrow the list with a filter',
		);
	});

	it('with nothing new since a date (304) is empty', async () => {
		expect((await run({ parameters: [getAll({ returnAll: true })], reply: () => ({ statusCode: 304 }) })).rows).toEqual([]);
	});
});

describe('The options of a run', () => {
	it.each([
		['longestWait', 'Longest Wait (Minutes) “long”: is not a number of 0 or more'],
		['timeout', 'Timeout (Seconds) “long”: is not a number of 0 or more'],
	])('%s that is no number is refused: every wait would be endless', async (option, message) => {
		expect(await fails({ parameters: [{ ...get(1), options: { [option]: 'long' } }], reply: found })).toBe(message);
	});

	it('set the timeout of each call', async () => {
		const { requests } = await run({ parameters: [{ ...get(1), options: { timeout: '7' } }], reply: found });

		expect(requests[0]!.options.timeout).toBe(7_000);
	});
});

describe('An operation that is not there', () => {
	it('says what to choose again', async () => {
		expect(await fails({ parameters: [panel('explode')] })).toBe(
			'Things has no operation “explode” on “thing”. Choose Resource and Operation again',
		);
	});
});
