import type { Json } from '../accounting/desk';
import { connection, type FeedsDesk, openFeeds } from './feedsDesk';

describe('feed connections', () => {
	let desk: FeedsDesk;
	beforeEach(() => {
		desk = openFeeds();
	});
	const connect = (...items: Json[]) => desk.call('POST', '/FeedConnections', { items });
	const rejection = (item: Json): unknown => {
		const { status, body } = connect(item);
		const { items } = body as { items: Array<{ status: string; error: { type: string; status?: number; detail: string } }> };
		expect([status, items[0]?.status]).toEqual([400, 'REJECTED']);
		return items[0]?.error;
	};

	it('are PENDING at first, and then just there', () => {
		const answer = connect(connection());
		const id = answer.id('items.0.id');
		expect([answer.status, answer.body]).toEqual([202, { items: [{ id, accountToken: 'token-1', status: 'PENDING' }] }]);
		const there = {
			id,
			accountToken: 'token-1',
			accountType: 'BANK',
			accountNumber: '00-0000-0000099-00',
			accountName: 'Petty Cash Card',
			accountId: desk.call('GET', `/FeedConnections/${id}`).at('accountId'),
			currency: 'NZD',
			country: 'NZ',
		};
		expect(desk.call('GET', `/FeedConnections/${id}`).body).toEqual({ ...there, status: 'PENDING' });
		desk.clock.advance(1999);
		expect(desk.call('GET', `/FeedConnections/${id}`).at('status')).toBe('PENDING');
		desk.clock.advance(1);
		expect(desk.call('GET', `/FeedConnections/${id}`).body).toEqual(there);
		expect(desk.call('GET', '/FeedConnections')).toMatchObject({
			status: 202,
			body: { pagination: { page: 1, pageSize: 10, pageCount: 1, itemCount: 1 }, items: [there] },
		});
	});

	it('open the account that the books do not have', () => {
		const id = connect(connection()).id('items.0.id');
		const accountId = desk.call('GET', `/FeedConnections/${id}`).at('accountId');
		expect(desk.books.records(desk.tenantId, 'Accounts').find(({ AccountID }) => AccountID === accountId)).toMatchObject({
			Name: 'Petty Cash Card',
			Type: 'BANK',
			BankAccountType: 'BANK',
			BankAccountNumber: '00-0000-0000099-00',
			CurrencyCode: 'NZD',
		});
	});

	it('find the account by its id, its number, or the last digits of a card', () => {
		const count = desk.books.records(desk.tenantId, 'Accounts').length;
		const answer = connect(
			{ accountToken: 'a', accountId: desk.bank('090').toUpperCase() },
			connection({ accountToken: 'b', accountNumber: '00-0000-0000002-00' }),
			connection({ accountToken: 'c', accountNumber: '0000', accountType: 'CREDITCARD' }),
		);
		const ids = (answer.at('items') as Json[]).map(({ id }) =>
			desk.call('GET', `/FeedConnections/${String(id)}`).at('accountId'),
		);
		expect(ids).toEqual([desk.bank('090'), desk.bank('091'), desk.bank('092')]);
		expect(desk.books.records(desk.tenantId, 'Accounts')).toHaveLength(count);
	});

	it('stand alone in a call: what is wrong is told at the item, in Xero’s words', () => {
		const answer = connect(connection({ accountNumber: 'x'.repeat(41) }), connection());
		expect([answer.status, answer.at('items')]).toEqual([
			202,
			[
				{
					accountToken: 'token-1',
					status: 'REJECTED',
					error: {
						type: 'invalid-request',
						title: 'Invalid Request',
						status: 400,
						detail: "For the request field 'AccountNumber' exceeded the maximum length of 40.",
					},
				},
				{ id: answer.id('items.1.id'), accountToken: 'token-1', status: 'PENDING' },
			],
		]);
	});

	it.each([
		[{ accountToken: null }, 'invalid-request', "'AccountToken' a value must be provided"],
		[{ accountToken: 'x'.repeat(51) }, 'invalid-request', "'AccountToken' exceeded the maximum length of 50"],
		[{ accountName: 'x'.repeat(31) }, 'invalid-request', "'AccountName' exceeded the maximum length of 30"],
		[{ accountName: undefined }, 'invalid-request', "'AccountName' a value must be provided"],
		[{ accountNumber: undefined }, 'invalid-request', "'AccountNumber' a value must be provided"],
		[{ accountType: 'CREDITCARD' }, 'invalid-request', "'AccountNumber' exceeded the maximum length of 4"],
		[{ accountType: 'CASH' }, 'invalid-request', "'AccountType' the value must be one of BANK, CREDITCARD"],
		[{ accountType: undefined }, 'invalid-request', "'AccountType' a value must be provided"],
		[{ accountId: 'x' }, 'invalid-request', "'AccountId' the value is not valid"],
		[{ accountId: '11111111-1111-4111-8111-111111111111' }, 'account-not-valid', 'not that of an active bank account'],
		[{ accountNumber: '00-0000-0000001-00', currency: 'USD' }, 'account-not-valid', 'has the currency NZD'],
		[{ accountName: 'Business Bank Account' }, 'account-not-valid', 'Please enter a unique Name.'],
		[{ currency: 'JPY' }, 'invalid-organisation-multi-currency', 'not subscribed to the currency JPY'],
		[{ country: 'AU' }, 'invalid-country-specified', 'The country AU'],
	])('are rejected with %o', (wrong, type, words) => {
		expect(rejection(connection(wrong))).toMatchObject({ type, status: 400, detail: expect.stringContaining(words) as string });
		expect(desk.call('GET', '/FeedConnections').at('items')).toEqual([]);
	});

	it('are one for a token and one for an account, over all organisations', () => {
		const id = desk.connected();
		const here = { type: 'feed-already-connected-in-current-organisation', status: 409 };
		expect(rejection(connection())).toMatchObject(here);
		expect(
			rejection({ accountToken: 'other', accountId: desk.call('GET', `/FeedConnections/${id}`).at('accountId') }),
		).toMatchObject(here);
		const away = desk.elsewhere('POST', '/FeedConnections', { items: [connection({ currency: 'AUD' })] });
		expect(away.at('items.0.error')).toMatchObject({ type: 'feed-already-connected-in-different-organisation', status: 409 });
		expect(desk.elsewhere('GET', `/FeedConnections/${id}`).status).toBe(404);
	});

	it('are deleted after a while, and only once', () => {
		const id = desk.connected();
		const remove = (item: Json) => desk.call('POST', '/FeedConnections/DeleteRequests', { items: [item] });
		expect(remove({ id })).toMatchObject({ status: 202, body: { items: [{ id, status: 'PENDING' }] } });
		expect(desk.call('GET', `/FeedConnections/${id}`)).toMatchObject({ status: 200, body: { status: 'PENDING' } });
		const gone = { type: 'feed-not-found-or-already-deleted', title: 'Feed not found or already deleted', status: 404 };
		expect(remove({ id })).toMatchObject({ status: 202, body: { items: [{ id, status: 'REJECTED', error: gone }] } });
		desk.clock.advance(2000);
		expect(desk.call('GET', `/FeedConnections/${id}`)).toMatchObject({
			status: 404,
			body: { type: 'bank-feed-not-found', status: 404 },
		});
		expect(desk.call('GET', '/FeedConnections').at('items')).toEqual([]);
		expect(connect(connection({ accountNumber: 'token-1', accountName: 'Account token-1' })).status).toBe(202);
	});

	it('are deleted by their token too, but not from another organisation', () => {
		desk.connected('mine');
		const items = [{ accountToken: 'mine' }];
		expect(desk.elsewhere('POST', '/FeedConnections/DeleteRequests', { items }).body).toEqual({
			items: [
				{
					accountToken: 'mine',
					status: 'REJECTED',
					error: {
						type: 'feed-connected-in-different-organisation',
						title: 'Feed connected in different organisation',
						detail:
							'The AccountToken is connected to another Xero Bank Account associated with this bank. This Xero Bank Account belongs to a different Xero Organisation.',
					},
				},
			],
		});
		expect(desk.call('POST', '/FeedConnections/DeleteRequests', { items }).at('items.0.status')).toBe('PENDING');
		const none = desk.call('POST', '/FeedConnections/DeleteRequests', { items: [{}] });
		expect(none.at('items.0.error.detail')).toBe("For the request field 'Id' a value must be provided.");
	});

	it('come in pages of ten, whose number and size are taken as they come', () => {
		for (let at = 1; at <= 12; at += 1) desk.connected(`t-${at}`);
		const page = (query: string) => {
			const { body } = desk.call('GET', `/FeedConnections${query}`);
			const { pagination, items } = body as { pagination: Json; items: Json[] };
			return [pagination, items.map(({ accountToken }) => accountToken)];
		};
		const ten = { page: 1, pageSize: 10, pageCount: 2, itemCount: 10 };
		for (const query of ['', '?page=1', '?page=0', '?page=-3', '?page=x', '?pageSize=x']) expect(page(query)[0]).toEqual(ten);
		expect(page('?page=2')).toEqual([{ ...ten, page: 2, itemCount: 2 }, ['t-11', 't-12']]);
		expect(page('?page=3')).toEqual([{ ...ten, page: 3, itemCount: 0 }, []]);
		expect(page('?page=3&pageSize=5')).toEqual([{ page: 3, pageSize: 5, pageCount: 3, itemCount: 2 }, ['t-11', 't-12']]);
		expect(page('?pageSize=87654321')[0]).toEqual({ page: 1, pageSize: 87_654_321, pageCount: 1, itemCount: 12 });
	});

	it('are refused as a whole without items, and by an id that is none', () => {
		for (const body of [undefined, [], {}, { items: [] }, { items: ['x'] }]) {
			expect(desk.call('POST', '/FeedConnections', body)).toMatchObject({
				status: 400,
				body: { type: 'invalid-request', status: 400 },
			});
			expect(desk.call('POST', '/FeedConnections/DeleteRequests', body).status).toBe(400);
		}
		expect(desk.call('GET', '/FeedConnections/7')).toMatchObject({ status: 400, body: { type: 'invalid-request' } });
	});
});
