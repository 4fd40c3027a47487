import { fetch } from 'undici';
import { type BankFeedsApi, CountryCode, CurrencyCode, XeroClient } from 'xero-node';

import { type StoppedClock, stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { START } from '../accounting/desk';
import { statement } from './feedsDesk';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK with bank feeds", () => {
	let sandbox: Sandbox;
	let clock: StoppedClock;
	let xero: BankFeedsApi;
	let tenant: string;
	let token: string;

	beforeAll(async () => {
		clock = stoppedClock(START);
		sandbox = await startSandbox({ seed: 'small', limits: { minute: 10_000 }, clock });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		token = sandbox.issue({ scopes: ['bankfeeds'] }).access_token;
		const client = new XeroClient();
		client.setTokenSet({ access_token: token });
		xero = client.bankFeedsApi as BankFeedsApi;
		xero.basePath = `${sandbox.url}/bankfeeds.xro/1.0`;
	});
	afterAll(() => sandbox.stop());

	/** The SDK rejects with a JSON string. */
	const refused = async (call: Promise<unknown>): Promise<unknown> => {
		const told = await call.then(
			() => '{}',
			(error: unknown) => error,
		);
		const { response } = JSON.parse(String(told)) as { response?: { statusCode: number; body: unknown } };
		return [response?.statusCode, response?.body];
	};
	const connect = async (accountToken: string) => {
		const item = {
			accountToken,
			accountNumber: accountToken,
			accountName: `Account ${accountToken}`,
			accountType: 'BANK' as never,
		};
		const { body } = await xero.createFeedConnections(tenant, { items: [{ ...item, currency: CurrencyCode.NZD as never }] });
		return body.items?.[0] ?? {};
	};

	it('connects a feed, reads it, lists it and deletes it', async () => {
		const made = await connect('sdk-1');
		expect(made).toMatchObject({ accountToken: 'sdk-1', status: 'PENDING' });
		clock.advance(2000);
		const { body } = await xero.getFeedConnection(tenant, made.id ?? '');
		expect(body).toMatchObject({ accountName: 'Account sdk-1', currency: CurrencyCode.NZD, country: CountryCode.NZ });
		expect(body.status).toBeUndefined();
		const page = (await xero.getFeedConnections(tenant, 2, 1)).body;
		expect(page.pagination).toMatchObject({ page: 2, pageSize: 1, pageCount: 2, itemCount: 1 });
		expect(page.items?.[0]?.id).toBe(made.id);
		const gone = await xero.deleteFeedConnections(tenant, { items: [{ id: made.id ?? '' }] });
		expect([gone.response.status, gone.body.items]).toMatchObject([202, [{ id: made.id, status: 'PENDING' }]]);
		clock.advance(2000);
		expect(await refused(xero.getFeedConnection(tenant, made.id ?? ''))).toMatchObject([404, { type: 'bank-feed-not-found' }]);
	});

	it('is told why a connection is rejected', async () => {
		expect(await refused(connect('x'.repeat(41)))).toMatchObject([
			400,
			{
				items: [
					{ status: 'REJECTED', error: { detail: "For the request field 'AccountNumber' exceeded the maximum length of 40." } },
				],
			},
		]);
	});

	it('sends a statement and waits until it is delivered', async () => {
		const { id: feed = '' } = await connect('sdk-2');
		const sent = await xero.createStatements(tenant, { items: [statement(feed)] });
		expect([sent.response.status, sent.body.items]).toMatchObject([202, [{ feedConnectionId: feed, status: 'PENDING' }]]);
		const id = sent.body.items?.[0]?.id ?? '';
		expect((await xero.getStatement(tenant, id)).body.status).toBe('PENDING');
		clock.advance(2000);
		expect((await xero.getStatement(tenant, id)).body).toMatchObject({
			status: 'DELIVERED',
			startDate: '2026-03-01',
			endBalance: { amount: 124.5, creditDebitIndicator: 'CREDIT' },
			statementLineCount: 2,
		});
		const again = await refused(xero.createStatements(tenant, { items: [statement(feed)] }));
		expect(again).toMatchObject([
			409,
			{ items: [{ status: 'REJECTED', errors: [{ type: 'duplicate-statement', status: 409 }] }] },
		]);
		const { body } = await xero.getStatements(tenant, 1, 100);
		expect(body.pagination).toMatchObject({ page: 1, pageSize: 100, pageCount: 1, itemCount: 5 });
		expect(body.items?.map(({ status }) => status)).toEqual(['DELIVERED', 'DELIVERED', 'REJECTED', 'DELIVERED', 'REJECTED']);
		expect(body.items?.at(-1)?.errors).toMatchObject([{ title: 'Duplicate Statement Received' }]);
	});

	it('is refused without the scope, and by a fault that says so without the partnership', async () => {
		const url = `${sandbox.url}/bankfeeds.xro/1.0/Statements`;
		const headers = { authorization: `Bearer ${sandbox.issue().access_token}`, 'xero-tenant-id': tenant };
		expect((await fetch(url, { headers })).status).toBe(401);
		const body = {
			type: 'invalid-application',
			title: 'Invalid Application',
			status: 403,
			detail: 'The application has not been configured to use these API endpoints.',
		};
		const clear = sandbox.fail({ match: { path: '/bankfeeds.xro/' }, what: { kind: 'status', status: 403, body } });
		expect(await refused(xero.getStatements(tenant))).toEqual([403, body]);
		clear();
	});

	it('is refused as application/problem+json', async () => {
		const headers = { authorization: `Bearer ${token}`, 'xero-tenant-id': tenant, 'content-type': 'application/json' };
		const answer = await fetch(`${sandbox.url}/bankfeeds.xro/1.0/Statements`, { method: 'POST', headers, body: '{}' });
		expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
		const broken = await fetch(`${sandbox.url}/bankfeeds.xro/1.0/Statements`, { method: 'POST', headers, body: '{' });
		expect([broken.status, await broken.json()]).toMatchObject([400, { type: 'invalid-request', status: 400 }]);
	});
});
