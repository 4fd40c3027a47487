import type { Answer, Json } from '../accounting/desk';
import { type FeedsDesk, openFeeds, statement } from './feedsDesk';

const duplicate = {
	type: 'duplicate-statement',
	title: 'Duplicate Statement Received',
	status: 409,
	detail: 'The received statement was marked as a duplicate.',
};

describe('statements', () => {
	let desk: FeedsDesk;
	let feed: string;
	beforeEach(() => {
		desk = openFeeds();
		feed = desk.connected();
	});
	const send = (...items: Json[]): Answer => desk.call('POST', '/Statements', { items });
	const read = (id: string): Answer => desk.call('GET', `/Statements/${id}`);
	const refusal = (more: Json, to = feed): unknown => {
		const { status, body } = send(statement(to, more));
		expect(desk.call('GET', '/Statements').at('items')).toEqual([]);
		return [status, body];
	};

	it('are PENDING at first, and DELIVERED when their time has come', () => {
		const answer = send(statement(feed));
		const id = answer.id('items.0.id');
		expect([answer.status, answer.body]).toEqual([202, { items: [{ id, feedConnectionId: feed, status: 'PENDING' }] }]);
		const there = {
			...{ id, feedConnectionId: feed, startDate: '2026-03-01', endDate: '2026-03-07', statementLineCount: 2 },
			startBalance: { amount: 100, creditDebitIndicator: 'CREDIT' },
			endBalance: { amount: 124.5, creditDebitIndicator: 'CREDIT' },
		};
		desk.clock.advance(1999);
		expect(read(id).body).toEqual({ ...there, status: 'PENDING' });
		desk.clock.advance(1);
		expect(read(id).body).toEqual({ ...there, status: 'DELIVERED' });
		expect(desk.call('GET', '/Statements').body).toEqual({
			pagination: { page: 1, pageSize: 10, pageCount: 1, itemCount: 1 },
			items: [{ ...there, status: 'DELIVERED' }],
		});
		expect(desk.api.records(desk.tenantId, 'Statements')).toMatchObject([
			{
				id,
				statementLines: [
					{ description: 'Chairs', amount: 50 },
					{ payeeName: 'Walnut Hall', amount: 25.5 },
				],
			},
		]);
	});

	it('that were delivered before are refused at once, and kept as rejected', () => {
		send(statement(feed));
		desk.clock.advance(2000);
		const again = send(statement(feed));
		const rejected = { id: again.id('items.0.id'), feedConnectionId: feed, status: 'REJECTED', errors: [duplicate] };
		expect([again.status, again.body]).toEqual([409, { items: [rejected] }]);
		expect(read(rejected.id).body).toMatchObject(rejected);
	});

	it('that double one on its way are PENDING, and REJECTED when their time has come', () => {
		const [first, second] = [send(statement(feed)), send(statement(feed))].map((answer) => answer.id('items.0.id'));
		expect(read(second ?? '').body).toMatchObject({ status: 'PENDING' });
		expect(read(second ?? '').at('errors')).toBeUndefined();
		desk.clock.advance(2000);
		expect([read(first ?? '').at('status'), read(second ?? '').at('status')]).toEqual(['DELIVERED', 'REJECTED']);
		expect(read(second ?? '').at('errors')).toEqual([duplicate]);
		expect(send(statement(feed)).status).toBe(409);
	});

	it('are told apart by their transaction ids', () => {
		const [line] = statement(feed).statementLines as Json[];
		const one = { statementLines: [line], endBalance: { amount: 150, creditDebitIndicator: 'CREDIT' } };
		send(statement(feed, one));
		desk.clock.advance(2000);
		expect(send(statement(feed, { ...one, statementLines: [{ ...line, description: 'Other words' }] })).status).toBe(409);
		expect(send(statement(feed, { ...one, statementLines: [{ ...line, transactionId: 't-2' }] })).status).toBe(202);
	});

	it('stand alone in a call', () => {
		const wrong = statement(feed, { endBalance: { amount: 1, creditDebitIndicator: 'CREDIT' } });
		const some = send(statement(feed), wrong);
		expect(some).toMatchObject({
			status: 202,
			body: {
				items: [
					{ status: 'PENDING' },
					{ feedConnectionId: feed, status: 'REJECTED', errors: [{ type: 'invalid-end-balance', status: 422 }] },
				],
			},
		});
		expect(send(wrong, wrong)).toMatchObject({ status: 422, body: { items: [{ status: 'REJECTED' }, { status: 'REJECTED' }] } });
		expect(desk.call('GET', '/Statements').at('items')).toHaveLength(1);
	});

	it('must add up to the last digit, credits above and debits below zero', () => {
		const line = (amount: unknown, creditDebitIndicator: string): Json => ({
			postedDate: '2026-03-02',
			amount,
			creditDebitIndicator,
		});
		const sums = (start: unknown, end: unknown, ...lines: Json[]): number => {
			const [startBalance, endBalance] = [start, end].map((one) => ({
				amount: String(one).replace('-', ''),
				creditDebitIndicator: String(one).startsWith('-') ? 'DEBIT' : 'CREDIT',
			}));
			return send(statement(feed, { startBalance, endBalance, statementLines: lines })).status;
		};
		expect(sums('0.1', '0.3', line(0.2, 'CREDIT'))).toBe(202);
		expect(sums('0.1', '0.3001', line(0.2, 'CREDIT'))).toBe(422);
		expect(sums('-20', '30', line(50, 'CREDIT'))).toBe(202);
		expect(sums('20', '-30', line(50, 'DEBIT'))).toBe(202);
		expect(sums('20', '30', line(50, 'DEBIT'))).toBe(422);
		expect(sums('0', '-0')).toBe(202);
		expect(sums('999999999999999.9999', '999999999999999.9998', line('0.0001', 'DEBIT'))).toBe(202);
	});

	it('are refused with Xero’s own words when they do not add up', () => {
		expect(refusal({ endBalance: { amount: 124, creditDebitIndicator: 'CREDIT' } })).toEqual([
			422,
			{
				type: 'invalid-end-balance',
				title: 'Invalid End Balance',
				status: 422,
				detail: 'End balance does not match start balance +/- statement line amounts.',
			},
		]);
	});

	// It is 9 March 2026 in UTC, and the 10th in the far east.
	it.each([
		[{ startDate: '2026-03-08', endDate: '2026-03-07' }, 422, 'invalid-start-and-end-date'],
		[{ startDate: '2025-03-08' }, 422, 'invalid-start-date'],
		[{ startDate: '2026-03-11', endDate: '2026-03-11' }, 422, 'invalid-start-date'],
		[{ endDate: '2026-03-11' }, 422, 'invalid-end-date'],
		[{ endDate: '2026-02-30' }, 400, 'invalid-request'],
		[{ endDate: '2026-03-07T00:00:00' }, 400, 'invalid-request'],
		[{ startDate: undefined }, 400, 'invalid-request'],
	])('are refused with the dates %o', (dates, status, type) => {
		expect(refusal(dates)).toMatchObject([status, { type, status }]);
	});

	it.each([{ startDate: '2025-03-09' }, { endDate: '2026-03-10' }, { startDate: '2026-03-07' }])('take the dates %o', (dates) => {
		expect(send(statement(feed, dates)).status).toBe(202);
	});

	it.each([
		[{ chequeNumber: 'x'.repeat(21) }, "'StatementLine.ChequeNumber' exceeded the maximum length of 20."],
		[{ description: 'x'.repeat(2001) }, "'StatementLine.Description' exceeded the maximum length of 2000."],
		[{ payeeName: 'x'.repeat(256) }, "'StatementLine.PayeeName' exceeded the maximum length of 255."],
		[{ reference: 'x'.repeat(256) }, "'StatementLine.Reference' exceeded the maximum length of 255."],
		[{ transactionType: 'x'.repeat(31) }, "'StatementLine.TransactionType' exceeded the maximum length of 30."],
		[{ postedDate: '2026-03-12' }, "'StatementLine.PostedDate' the date must not be in the future."],
		[{ postedDate: undefined }, "'StatementLine.PostedDate' a value must be provided."],
		[{ amount: -50 }, "'StatementLine.Amount' the value is not valid."],
		[{ amount: 50.00001 }, "'StatementLine.Amount' the value is not valid."],
		[{ amount: undefined }, "'StatementLine.Amount' a value must be provided."],
		[{ creditDebitIndicator: 'credit' }, "'StatementLine.CreditDebitIndicator' the value must be one of CREDIT, DEBIT."],
		[{ creditDebitIndicator: undefined }, "'StatementLine.CreditDebitIndicator' a value must be provided."],
	])('are refused with a line with %o', (wrong, words) => {
		const [line, ...rest] = statement(feed).statementLines as Json[];
		expect(refusal({ statementLines: [{ ...line, ...wrong }, ...rest] })).toEqual([
			400,
			{ type: 'invalid-request', title: 'Invalid Request', status: 400, detail: `For the request field ${words}` },
		]);
	});

	it.each([
		[{ startBalance: undefined }, "'StartBalance' a value must be provided."],
		[{ endBalance: { amount: 1 } }, "'EndBalance.CreditDebitIndicator' a value must be provided."],
		[{ statementLines: undefined }, "'StatementLines' a value must be provided."],
		[{ statementLines: ['x'] }, "'StatementLines' the value is not valid."],
		[{ feedConnectionId: undefined }, "'FeedConnectionId' a value must be provided."],
		[{ feedConnectionId: 'x' }, "'FeedConnectionId' the value is not valid."],
	])('are refused with %o', (wrong, words) => {
		expect(refusal(wrong)).toMatchObject([400, { type: 'invalid-request', detail: `For the request field ${words}` }]);
	});

	it('go to connections of the organisation only, and not to deleted ones', () => {
		const noFeed = [403, { type: 'invalid-feed-connection', title: 'Invalid Feed Connection', status: 403 }];
		expect(refusal({}, '11111111-1111-4111-8111-111111111111')).toMatchObject(noFeed);
		expect(desk.elsewhere('POST', '/Statements', { items: [statement(feed)] })).toMatchObject({ status: 403 });
		desk.call('POST', '/FeedConnections/DeleteRequests', { items: [{ id: feed }] });
		expect(refusal({})).toMatchObject(noFeed);
	});

	it('are rejected when their connection is deleted before they are delivered, and not afterwards', () => {
		const early = send(statement(feed)).id('items.0.id');
		desk.clock.advance(2000);
		const late = send(statement(feed, { startDate: '2026-03-02' })).id('items.0.id');
		desk.clock.advance(1000);
		desk.call('POST', '/FeedConnections/DeleteRequests', { items: [{ id: feed }] });
		desk.clock.advance(2000);
		expect(read(early).at('status')).toBe('DELIVERED');
		expect(read(late).body).toMatchObject({ status: 'REJECTED', errors: [{ type: 'invalid-feed-connection' }] });
	});

	it('are at most 3,000,000 bytes in a call', () => {
		const [line] = statement(feed).statementLines as Json[];
		const lines = Array.from({ length: 1600 }, () => ({ ...line, description: 'x'.repeat(1900) }));
		const answer = send(statement(feed, { statementLines: lines }));
		expect(answer.body).toEqual({
			type: 'invalid-request',
			title: 'Request too large',
			status: 413,
			detail: expect.stringMatching(/^Request size of 3\d{6} bytes exceeds the limit of 3000000 bytes\.$/) as string,
		});
		expect(answer.status).toBe(413);
	});

	it('are not found elsewhere, nor without items', () => {
		const id = send(statement(feed)).id('items.0.id');
		const gone = { status: 404, body: { type: 'statement-not-found', title: 'Statement Not Found', status: 404 } };
		expect(desk.elsewhere('GET', `/Statements/${id}`)).toMatchObject(gone);
		expect(read('nonsense')).toMatchObject(gone);
		expect(send()).toMatchObject({ status: 400, body: { type: 'invalid-request' } });
	});
});

describe('made-up feeds', () => {
	it('feed three accounts of the demo, one of the small organisation, none of the empty one', () => {
		const counts = (['demo', 'small', 'empty'] as const).map((seed) => {
			const { api, tenantId } = openFeeds(seed);
			return [api.records(tenantId, 'FeedConnections').length, api.records(tenantId, 'Statements').length];
		});
		expect(counts).toEqual([
			[3, 39],
			[1, 3],
			[0, 0],
		]);
	});

	it('add up, follow on each other, and have one double each', () => {
		const { api, tenantId } = openFeeds('demo');
		const value = (one: unknown): number => {
			const { amount, creditDebitIndicator } = one as { amount: number; creditDebitIndicator: string };
			return Math.round(amount * 100) * (creditDebitIndicator === 'CREDIT' ? 1 : -1);
		};
		for (const { id } of api.records(tenantId, 'FeedConnections')) {
			const all = api.records(tenantId, 'Statements').filter(({ feedConnectionId }) => feedConnectionId === id);
			const delivered = all.filter(({ status }) => status === 'DELIVERED');
			expect([all.length, delivered.length]).toEqual([13, 12]);
			for (const [at, one] of delivered.entries()) {
				const lines = (one.statementLines as unknown[]).reduce((sum: number, line) => sum + value(line), 0);
				expect(value(one.startBalance) + lines).toBe(value(one.endBalance));
				if (at > 0) expect(one.startBalance).toEqual(delivered[at - 1]?.endBalance);
			}
		}
	});
});
