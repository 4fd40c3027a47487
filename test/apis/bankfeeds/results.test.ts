import type { IDataObject } from 'n8n-workflow';
import type { Sent } from '../../fakeContext';
import { answer, asked, connecting, DUPLICATE, guid, itemsIn, rejected, run, taken } from './sending';

const NO_WAIT = { options: { waitForDelivery: 0 } };
const statements = (count: number): IDataObject[] => Array.from({ length: count }, (_, number) => asked(number, NO_WAIT));
const numberOf = ({ feedConnectionId }: IDataObject): number => Number(String(feedConnectionId).slice(-12));
const problem = (type: string, status: number, detail: string) => ({ type, title: 'A title', status, detail });

describe('Statements of one call', () => {
	it('are refused and taken one by one, and each comes back to its row', async () => {
		const { json, items, requests } = await run({
			parameters: statements(4),
			continueOnFail: true,
			reply: (sent) => {
				const [a, b, c, d] = itemsIn(sent) as [IDataObject, IDataObject, IDataObject, IDataObject];
				return answer(202, [
					taken(a),
					{ ...rejected(b, DUPLICATE), id: guid(77) },
					rejected(c, problem('invalid-start-date', 422, 'The start date is too old.')),
					taken(d),
				]);
			},
		});

		expect(requests).toHaveLength(1);
		expect(json.map(({ status, error }) => status ?? error)).toEqual([
			'PENDING',
			'Item 2: Xero says: The received statement was marked as a duplicate.',
			'Item 3: Xero says: The start date is too old.',
			'PENDING',
		]);
		expect(json[1]!.details).toMatchObject({ types: ['duplicate-statement'], id: guid(77) });
		expect((json[1]!.details as IDataObject).description).toMatch(/^Xero has this statement already: .* need not be sent again/);
		expect(json[2]!.details).toMatchObject({ types: ['invalid-start-date'] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
	});

	it('that a refusal leaves out are sent again, the one it names is not', async () => {
		let calls = 0;
		const { json, requests } = await run({
			parameters: statements(3),
			continueOnFail: true,
			reply: (sent) => {
				calls += 1;
				const all = itemsIn(sent);
				return calls === 1 ? answer(409, [rejected(all[1]!, DUPLICATE)]) : answer(202, all.map(taken));
			},
		});
		expect(requests.map((sent) => itemsIn(sent).map(numberOf))).toEqual([
			[0, 1, 2],
			[0, 2],
		]);
		expect(json.map(({ status, error }) => status ?? error)).toEqual([
			'PENDING',
			'Item 2: Xero says: The received statement was marked as a duplicate.',
			'PENDING',
		]);
	});

	it('are not taken for written by an answer that says nothing of them', async () => {
		const { json } = await run({ parameters: statements(1), continueOnFail: true, reply: () => answer(202, [{}]) });
		expect(json[0]).toHaveProperty('error');
		expect(json[0]).not.toHaveProperty('success');
	});

	it('count as written where Xero has taken them, though the answer is a refusal', async () => {
		const reply = (sent: Sent) => {
			const [a, b, c] = itemsIn(sent) as [IDataObject, IDataObject, IDataObject];
			return answer(409, [rejected(a, DUPLICATE), taken(b), { ...taken(c), status: 'DELIVERED' }]);
		};
		const { json, requests } = await run({ parameters: statements(3), continueOnFail: true, reply });
		const { error } = await run({ parameters: statements(3), reply });

		expect(requests).toHaveLength(1);
		expect(json.map(({ status, error: says }) => status ?? says)).toEqual([
			'Item 1: Xero says: The received statement was marked as a duplicate.',
			'PENDING',
			'DELIVERED',
		]);
		expect(error).toContain('2 of 3 were written to Xero and stay there.');
		expect(error).not.toContain('Nothing was written');
	});

	it('are told apart by their feed connection when the answer has them in another order', async () => {
		const { json } = await run({
			parameters: statements(3),
			reply: (sent) => answer(202, itemsIn(sent).map(taken).reverse()),
		});

		expect(json.map(numberOf)).toEqual([0, 1, 2]);
	});

	it('are not guessed at when the answer is about others', async () => {
		const { error } = await run({
			parameters: statements(2),
			reply: () => answer(202, [taken({ feedConnectionId: guid(8) }), taken({ feedConnectionId: guid(9) })]),
		});

		expect(error).toContain('Xero answered with other records than those that were sent');
		expect(error).toContain('look in Xero');
	});

	it('that are rejected without a reason are refused all the same', async () => {
		const { error } = await run({
			parameters: statements(1),
			reply: (sent) =>
				answer(
					202,
					itemsIn(sent).map((one) => ({ ...taken(one), status: 'REJECTED' })),
				),
		});

		expect(error).toContain('Item 1: Xero says: It was rejected without a reason');
	});

	it('go 50 at a time, and never more than Xero takes in one request', async () => {
		const reply = (sent: Sent) => answer(202, itemsIn(sent).map(taken));
		const line = { amount: '50.25', postedDate: '2026-08-11', description: '' };
		const large = Array.from({ length: 800 }, (_, index) => ({
			...line,
			amount: index ? '0' : '50.25',
			description: 'x'.repeat(1900),
		}));
		const many = await run({ parameters: statements(120), reply });
		const heavy = await run({
			parameters: [0, 1, 2].map((number) =>
				asked(number, { ...NO_WAIT, statementLines: { line: number === 2 ? [line] : large } }),
			),
			reply,
		});

		expect(many.requests.map((sent) => itemsIn(sent).length)).toEqual([50, 50, 20]);
		expect(heavy.requests.map((sent) => itemsIn(sent).length)).toEqual([1, 2]);
		for (const { body } of heavy.requests) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(3_000_000);
		expect(heavy.json.map(numberOf)).toEqual([0, 1, 2]);
	});
});

describe('A call that is refused with one reason for all', () => {
	const OFF = problem('invalid-end-balance', 422, 'End balance does not match start balance +/- statement line amounts.');

	it.each([
		[
			400,
			problem('invalid-request', 400, "For the request field 'StatementLine.ChequeNumber' exceeded the maximum length of 20."),
		],
		[403, problem('invalid-feed-connection', 403, 'The feed connection does not exist.')],
		[409, DUPLICATE],
		[413, problem('invalid-request', 413, 'Request size of 3500000 bytes exceeds the limit of 3000000 bytes.')],
		[422, OFF],
	])('of status %i and of one statement is about that statement', async (statusCode, body) => {
		const { error } = await run({ parameters: statements(1), reply: () => ({ statusCode, body }) });

		expect(error.split('\n')[0]).toBe(`Item 1: Xero says: ${body.detail}`);
	});

	it.each([
		[403, 'invalid-feed-connection'],
		[413, 'invalid-request'],
		[422, 'invalid-end-balance'],
	])('of status %i and of several goes again in halves: the one is found, the others are sent once', async (statusCode, type) => {
		const written: number[] = [];
		const { json } = await run({
			parameters: statements(8),
			continueOnFail: true,
			reply: (sent) => {
				const all = itemsIn(sent);
				if (all.some((one) => numberOf(one) === 5)) return { statusCode, body: problem(type, statusCode, 'That one.') };
				written.push(...all.map(numberOf));
				return answer(202, all.map(taken));
			},
		});

		expect([...written].sort()).toEqual([0, 1, 2, 3, 4, 6, 7]);
		expect(json.map(({ status, error }) => status ?? error)).toEqual([
			...Array<string>(5).fill('PENDING'),
			'Item 6: Xero says: That one.',
			...Array<string>(2).fill('PENDING'),
		]);
	});

	it('does not spend a call on each statement when all are refused so', async () => {
		const { requests, json } = await run({
			parameters: statements(50),
			continueOnFail: true,
			reply: () => ({ statusCode: 422, body: OFF }),
		});

		expect(requests.length).toBeLessThan(25);
		expect(json).toHaveLength(50);
		expect(json.every(({ error }) => typeof error === 'string')).toBe(true);
	});

	it('because the app is no partner ends the run, and says what it takes', async () => {
		const { error, requests } = await run({
			parameters: statements(120),
			reply: () => ({
				statusCode: 403,
				body: problem('invalid-application', 403, 'The application has not been configured to use these API endpoints.'),
			}),
		});

		expect(requests.length).toBeLessThanOrEqual(5);
		expect(error).toContain('The organisation gives no access to this');
		expect(error).toContain('partners only');
		expect(error).toContain('The application has not been configured');
	});
});

describe('Feed connections', () => {
	const CONNECTED = {
		type: 'feed-already-connected-in-current-organisation',
		title: 'Feed already connected in current organisation',
		status: 409,
		detail: 'The feed is already connected.',
	};
	const NO_LOOK = { options: { waitForConnection: 0 } };

	it("are refused and made one by one, as in Xero's examples", async () => {
		const { json, requests } = await run({
			parameters: [connecting('a', NO_LOOK), connecting('b', NO_LOOK)],
			continueOnFail: true,
			reply: () =>
				answer(400, [
					{ accountToken: 'a', status: 'REJECTED', error: CONNECTED },
					{ id: guid(1), accountToken: 'b', status: 'PENDING' },
				]),
		});

		expect(requests).toHaveLength(1);
		expect(json[0]).toMatchObject({
			error: 'Item 1: Xero says: The feed is already connected.',
			details: { types: ['feed-already-connected-in-current-organisation'] },
		});
		expect(json[1]).toEqual({ id: guid(1), accountToken: 'b', status: 'PENDING' });
	});

	it.each([
		[{}, 'Item 1: Bank Account and Account Number are both empty. Give one of them: Xero finds the account by it'],
		[
			{ accountNumber: '4242424242424242', accountType: 'CREDITCARD' },
			'Item 1, Account Number: can have at most 4 characters for a credit card. Give its last four digits only',
		],
	])('that Xero could not find an account for are not sent: %j', async (additionalFields, message) => {
		const { error, requests } = await run({ parameters: [connecting('a', { additionalFields })] });

		expect(error.split('\n')[0]).toBe(message);
		expect(requests).toEqual([]);
	});

	it('that cannot be deleted say so, and the others are', async () => {
		const one = (number: number) => ({ ...connecting(''), operation: 'delete', id: guid(number) });
		const { json } = await run({
			parameters: [one(1), one(2)],
			continueOnFail: true,
			reply: () =>
				answer(202, [
					{ id: guid(1), status: 'PENDING' },
					{
						accountToken: '10000125',
						status: 'REJECTED',
						error: { type: 'feed-connected-in-different-organisation', title: 'Elsewhere', detail: 'It is elsewhere.' },
					},
				]),
		});

		expect(json.map(({ status, error }) => status ?? error)).toEqual(['PENDING', 'Item 2: Xero says: It is elsewhere.']);
	});
});
