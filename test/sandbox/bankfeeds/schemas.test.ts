import type { Answer } from '../accounting/desk';
import { specification } from '../files/likeness';
import { connection, openFeeds, statement } from './feedsDesk';

// Refusals of a whole call are one of its errors, as in its examples, whatever the schema of the response says.
const spec = specification('bankfeeds', { $ref: '#/components/schemas/Error' });

describe('the local Bank Feeds API beside the one of Xero', () => {
	const heard: Answer[] = [];
	const { call, clock, bank } = openFeeds('small', (answer) => heard.push(answer));
	call('GET', '/FeedConnections');
	const made = call('POST', '/FeedConnections', { items: [connection(), connection()] });
	call('POST', '/FeedConnections', { items: [connection({ accountNumber: 'x'.repeat(41) })] });
	call('POST', '/FeedConnections', { items: [connection({ accountToken: 'card', accountId: bank('092') })] });
	call('POST', '/FeedConnections', {});
	const feed = made.id('items.0.id');
	call('GET', `/FeedConnections/${feed}`);
	clock.advance(2000);
	call('GET', `/FeedConnections/${feed}`);
	call('GET', '/FeedConnections?pageSize=1&page=2');
	call('GET', '/FeedConnections/1');
	call('GET', '/FeedConnections/11111111-1111-4111-8111-111111111111');
	const sent = call('POST', '/Statements', { items: [statement(feed), statement('x')] }).id('items.0.id');
	call('GET', `/Statements/${sent}`);
	clock.advance(2000);
	call('GET', `/Statements/${sent}`);
	call('POST', '/Statements', { items: [statement(feed)] });
	call('POST', '/Statements', { items: [statement(feed), statement('x')] });
	call('POST', '/Statements', { items: [statement(feed, { endBalance: { amount: 1, creditDebitIndicator: 'DEBIT' } })] });
	call('POST', '/Statements', { items: [statement('x')] });
	call('GET', '/Statements?pageSize=100');
	call('GET', '/Statements/11111111-1111-4111-8111-111111111111');
	call('POST', '/FeedConnections/DeleteRequests', { items: [{ id: feed }, { accountToken: '10000125' }, {}] });

	it('has its 7 operations, each once', () => {
		const mine = openFeeds().api.routes.map(({ operationId }) => operationId);
		expect([...mine].sort()).toEqual([...spec.operations].sort());
		expect(new Set(mine).size).toBe(7);
		expect(mine).toHaveLength(7);
	});

	it('takes the one scope there is', () => {
		for (const { operationId, scopes } of openFeeds().api.routes) {
			expect([operationId, scopes, spec.scopes(operationId)]).toEqual([operationId, ['bankfeeds'], ['bankfeeds']]);
		}
	});

	it('answers each operation of the scenario, none left out', () => {
		expect(new Set(heard.map(({ operationId }) => operationId)).size).toBe(7);
		expect(heard.map(({ status }) => status)).toEqual([
			...[202, 202, 400, 202, 400, 200, 200, 202, 400, 404, 202, 200, 200, 409, 409, 422, 400, 200, 404, 202],
		]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		const wrong = { items: [{ accountType: 'CASH', currency: 'XXX', colour: 'red' }] };
		expect(spec.complaints('getFeedConnections', 202, wrong)).toHaveLength(3);
		expect(spec.complaints('getStatement', 404, { type: 'gone' })).toHaveLength(1);
	});

	it('answers only what the schemas of Xero name', () => {
		const complaints = heard.flatMap(({ operationId, status, body }) => spec.complaints(operationId, status, body));
		expect(complaints).toEqual([]);
	});
});
