import type { IDataObject } from 'n8n-workflow';
import type { Reply, Sent } from '../../fakeContext';
import { inVirtualTime, START } from '../../engine/virtualTime';
import { clock } from '../../../nodes/shared/http/clock';
import { answer, asked, connecting, DUPLICATE, guid, itemsIn, run, taken } from './sending';

const time = inVirtualTime();
const NOTE = expect.stringMatching(/^Xero has taken it, but .*Do not (send|create) it again/);

/** Runs statements; `look` answers a look at one of them, by the seconds since the start and how many looks there were before. */
async function wait(
	parameters: readonly IDataObject[],
	look: (id: string, seconds: number, looks: number) => Reply,
	continueOnFail = true,
) {
	const looks: Array<[id: string, seconds: number]> = [];
	const reply = (sent: Sent): Reply => {
		if (sent.method === 'POST')
			return answer(
				202,
				itemsIn(sent).map((one) =>
					'accountToken' in one ? { id: guid(1), accountToken: one.accountToken, status: 'PENDING' } : taken(one),
				),
			);
		const id = sent.path.split('/').pop()!;
		const seconds = (clock.now() - START) / 1000;
		looks.push([id, seconds]);
		return look(id, seconds, looks.length - 1);
	};
	const came = await run({ parameters, continueOnFail, reply }, async (running) => await time().until(running));
	return { ...came, looks, seconds: looks.map(([, at]) => Math.round(at)) };
}
const delivered = (id: string): Reply => ({ body: { id, status: 'DELIVERED', statementLineCount: 1 } });
const pending = (id: string): Reply => ({ body: { id, status: 'PENDING' } });

describe('A statement', () => {
	it('is looked after in pauses that grow until it is delivered, and comes out as Xero has it then', async () => {
		const { json, seconds } = await wait([asked(1)], (id, at) => (at < 10 ? pending(id) : delivered(id)));

		expect(seconds).toEqual([2, 6, 14]);
		expect(json).toEqual([{ id: guid(1).replace('6a4b9ff5', '97aca24a'), status: 'DELIVERED', statementLineCount: 1 }]);
	});

	it('that is rejected by then is the refusal of its rows', async () => {
		const { json, items } = await wait(
			[
				asked(1, { input: 'lines', documentKey: 'a', endBalance: '200.50' }),
				asked(1, { input: 'lines', documentKey: 'a', startBalance: '', endBalance: '' }),
				asked(2, { input: 'lines', documentKey: 'b' }),
			],
			(id) => (id.endsWith('1') ? { body: { id, status: 'REJECTED', errors: [DUPLICATE] } } : delivered(id)),
		);

		expect(json.slice(0, 2).map(({ error }) => error)).toEqual(
			Array(2).fill('Items 1 and 2: Xero says: The received statement was marked as a duplicate.'),
		);
		expect(json[0]!.details).toMatchObject({
			types: ['duplicate-statement'],
			description: expect.stringMatching(/^Xero has this statement already/),
		});
		expect(json[2]).toMatchObject({ status: 'DELIVERED' });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('that is rejected ends the run when it does not go on, and says how many were written', async () => {
		const { error } = await wait(
			[asked(1), asked(2)],
			(id) => (id.endsWith('1') ? { body: { id, status: 'REJECTED', errors: [DUPLICATE] } } : delivered(id)),
			false,
		);

		expect(error).toContain('Item 1: Xero says: The received statement was marked as a duplicate.');
		expect(error).toContain('1 of 2 were written to Xero and stay there.');
	});

	it.each([
		[60, [2, 6, 14, 30, 60]],
		[5, [2, 5]],
		[1, [1]],
		[200, [2, 6, 14, 30, 60, 90, 120, 150, 180, 200]],
	])('that stays pending is waited for %i seconds and no longer, and says what to do', async (waitForDelivery, expected) => {
		const { json, seconds } = await wait([asked(1, { options: { waitForDelivery } })], pending);

		expect(seconds).toEqual(expected);
		expect(json[0]).toEqual({ id: guid(1).replace('6a4b9ff5', '97aca24a'), status: 'PENDING', note: NOTE });
	});

	it('is not waited for with 0', async () => {
		const { json, looks } = await wait([asked(1, { options: { waitForDelivery: 0 } })], pending);

		expect(looks).toEqual([]);
		expect(json[0]).toMatchObject({ status: 'PENDING' });
		expect(json[0]).not.toHaveProperty('note');
	});

	it('that Xero does not find at once is waited for', async () => {
		const { json } = await wait([asked(1)], (id, at) => (at < 5 ? { statusCode: 404, body: '' } : delivered(id)));

		expect(json[0]).toMatchObject({ status: 'DELIVERED' });
	});

	it.each([
		[{ statusCode: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '600' } }],
		[{ statusCode: 403, body: { Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful' } }],
		[{ statusCode: 503, body: 'Not available' }],
	])('that cannot be looked after was written all the same: %j', async (reply) => {
		const { json, error } = await wait([asked(1)], () => reply, false);

		expect(error).toBe('');
		expect(json[0]).toMatchObject({ status: 'PENDING', note: NOTE });
	});
});

describe('Many statements', () => {
	it('are waited for together: none keeps the others back, and all end by the bound', async () => {
		const { json, looks } = await wait(
			Array.from({ length: 20 }, (_, number) => asked(number)),
			(id) => (Number(id.slice(-2)) < 7 ? pending(id) : delivered(id)),
		);

		expect(json.map(({ status }) => status)).toEqual([
			...Array<string>(7).fill('PENDING'),
			...Array<string>(13).fill('DELIVERED'),
		]);
		expect(Math.max(...looks.map(([, at]) => at))).toBeLessThanOrEqual(61);
		expect(time().passed).toBeLessThanOrEqual(61_000);
	});

	it('are not asked about any more once the time is up, however many wait for their turn', async () => {
		const { json, looks } = await wait(
			Array.from({ length: 300 }, (_, number) => asked(number, { options: { waitForDelivery: 20 } })),
			pending,
		);

		// Sixty calls a minute: what is in the queue of the limits then is asked, the rest is not.
		expect(looks.length).toBeLessThanOrEqual(65);
		expect(json).toHaveLength(300);
		expect(json.every(({ status, note }) => status === 'PENDING' && note !== undefined)).toBe(true);
	});
});

describe('A feed connection', () => {
	it('is looked after until Xero no longer says that it is pending', async () => {
		const { json, seconds } = await wait([connecting('a')], (id, at) =>
			at < 5 ? pending(id) : { body: { id, accountToken: 'a', accountId: guid(3), currency: 'GBP' } },
		);

		expect(seconds).toEqual([2, 6]);
		expect(json).toEqual([{ id: guid(1), accountToken: 'a', accountId: guid(3), currency: 'GBP' }]);
	});

	it('that is rejected by then is a refusal', async () => {
		const { json } = await wait([connecting('a')], (id) => ({
			body: {
				id,
				status: 'REJECTED',
				error: { type: 'account-not-valid', title: 'Not valid', detail: 'The account is not valid.' },
			},
		}));

		expect(json[0]).toMatchObject({
			error: 'Item 1: Xero says: The account is not valid.',
			details: { types: ['account-not-valid'], id: guid(1) },
		});
	});

	it('that stays pending says so', async () => {
		const { json } = await wait([connecting('a', { options: { waitForConnection: 3 } })], pending);

		expect(json[0]).toEqual({ id: guid(1), status: 'PENDING', note: NOTE });
	});
});
