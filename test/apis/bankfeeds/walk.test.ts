import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { bankFeeds } from '../../../nodes/XeroBankFeeds/bankFeeds';
import { XeroBankFeeds } from '../../../nodes/XeroBankFeeds/XeroBankFeeds.node';
import { ApiStage, byId, KERERU } from '../stage';

const on = new ApiStage(new XeroBankFeeds(), bankFeeds);
const all = { returnAll: true };

/** `count` days before today as the sandbox has it: statements begin no earlier than a year ago. */
const daysAgo = (count: number): string => new Date(on.stage.clock.now() - count * 86_400_000).toISOString().slice(0, 10);

beforeAll(() => on.stage.connect({ scopes: ['bankfeeds', 'accounting.settings'] }));
beforeEach(() => {
	on.stage.sandbox.clearFaults();
	on.stage.sandbox.forget();
	on.stage.sandbox.limits.minute = 10_000;
});

const statements = () => on.stage.records('Statements');

/** A feed connection made for one test, with its ID. */
async function connected(accountToken: string): Promise<string> {
	const { id, status } = await on.json('feedConnection.create', {
		accountToken,
		additionalFields: { accountName: `Account ${accountToken}`, accountNumber: accountToken, accountType: 'BANK' },
	});
	expect(status).toBeUndefined();
	return String(id);
}

/** Rows as a bank tells them; what is said to the panel names their columns. */
const ROWS: INodeParameters = {
	input: 'lines',
	feedConnectionId: byId('={{ $json.feedConnectionId }}'),
	startDate: '={{ $json.startDate }}',
	endDate: '={{ $json.startDate }}',
	startBalance: '={{ $json.opening }}',
	endBalance: '={{ $json.closing }}',
	statementLines: {
		line: [{ amount: '={{ $json.amount }}', postedDate: '={{ $json.startDate }}', description: '={{ $json.text }}' }],
	},
};
// What n8n itself puts there when nobody says otherwise.
const KEY = String(new XeroBankFeeds().description.properties.find(({ name }) => name === 'documentKey')!.default);
const grouped: INodeParameters = { ...ROWS, documentKey: KEY };

test('a feed is connected, found, fed with statements, and deleted', async () => {
	const id = await connected('10-0001');
	const { line, picked } = await on.choose('feedConnection', 'feedConnection.get', {}, '10-0001');
	expect([line, picked.value]).toEqual(['Account 10-0001 · 10-0001 (NZD)', id]);
	const connection = await on.json('feedConnection.get', { id: picked });
	expect(connection).toMatchObject({ id, accountToken: '10-0001', accountType: 'BANK', currency: 'NZD' });
	expect((await on.all('feedConnection.getAll', all)).map((one) => one.id)).toContain(id);

	const sent = await on.json('statement.create', {
		feedConnectionId: picked,
		startDate: daysAgo(9),
		endDate: daysAgo(3),
		startBalance: '-12.50',
		endBalance: '7.6',
		statementLines: { line: [{ amount: '20.10', postedDate: daysAgo(4), payeeName: 'Northgate Timber', transactionId: 't-1' }] },
	});
	expect(sent).toMatchObject({
		feedConnectionId: id,
		status: 'DELIVERED',
		startBalance: { amount: 12.5, creditDebitIndicator: 'DEBIT' },
		endBalance: { amount: 7.6, creditDebitIndicator: 'CREDIT' },
		statementLineCount: 1,
	});
	const { line: told, picked: statementId } = await on.choose('statement', 'statement.get', {}, `${daysAgo(9)} to`);
	expect([told, statementId.value]).toEqual([`${daysAgo(9)} to ${daysAgo(3)} · 7.60 · Delivered`, sent.id]);
	expect(await on.json('statement.get', { statementId })).toEqual(sent);
	expect(await on.all('statement.getAll', all)).toContainEqual(sent);

	expect(await on.json('feedConnection.delete', { id: picked })).toEqual({ id, status: 'PENDING' });
	await on.stage.clock.sleep(2500);
	expect((await on.all('feedConnection.getAll', all)).map((one) => one.id)).not.toContain(id);
	expect(await on.refused('feedConnection.delete', { id: picked })).toContain('There is nothing to delete');
});

test('any other call goes through API Request', async () => {
	const [first] = await on.all('apiRequest.send', { method: 'GET', path: '/Statements', options: { allPages: true } });
	expect(first).toHaveProperty('feedConnectionId');
});

test('rows become a statement for each account and day, and what Xero has already is told apart', async () => {
	const [a, b] = [await connected('20-0001'), await connected('20-0002')];
	const rows: IDataObject[] = [
		{ feedConnectionId: a, startDate: daysAgo(5), opening: '100.00', closing: '110.30', amount: '10.10', text: 'Chairs' },
		{ feedConnectionId: b, startDate: daysAgo(5), opening: 0, closing: -0.7, amount: -0.7, text: 'Fee' },
		{ feedConnectionId: a, startDate: daysAgo(5), amount: '0.20', text: 'Interest' },
		{ feedConnectionId: a, startDate: daysAgo(4), opening: 110.3, closing: 110.3, amount: 0, text: 'Nothing' },
	];
	const before = statements().length;
	const { items } = await on.try('statement.create', grouped, rows);
	expect(items.map(({ json, pairedItem }) => [json.status, json.statementLineCount, pairedItem])).toEqual([
		['DELIVERED', 2, [{ item: 0 }, { item: 2 }]],
		['DELIVERED', 1, { item: 1 }],
		['DELIVERED', 1, { item: 3 }],
	]);
	expect(statements()).toHaveLength(before + 3);
	expect(on.asked.filter((call) => call === 'POST /Statements')).toHaveLength(2);

	// The same file with a day more: what is there already comes back to its rows, the new day is delivered.
	const next = { feedConnectionId: a, startDate: daysAgo(3), opening: 110.3, closing: 111.3, amount: 1, text: 'Tea' };
	const again = await on.try('statement.create', grouped, [...rows, next], { settings: { onError: 'continueErrorOutput' } });
	expect(again.json.map(({ status, startDate }) => [status, startDate])).toEqual([['DELIVERED', daysAgo(3)]]);
	expect(again.refused.map(({ details }) => (details as IDataObject).types)).toEqual(Array(4).fill(['duplicate-statement']));
	expect(statements().filter(({ status }) => status === 'DELIVERED').length).toBe(
		new Set(statements().flatMap(({ status, ...one }) => (status === 'DELIVERED' ? [JSON.stringify({ ...one, id: '' })] : [])))
			.size,
	);
});

test('a row without account and day in the columns of that name is not sent', async () => {
	const { error } = await on.try('statement.create', grouped, [{ text: 'Fee', amount: 1 }]);
	expect(error).toContain('Document Key: is empty');
	expect(on.asked).toEqual([]);
});

test('a statement sent twice in one run is delivered once', async () => {
	const feedConnectionId = await connected('30-0001');
	const twice = (documentKey: string) => ({
		documentKey,
		feedConnectionId,
		startDate: daysAgo(2),
		opening: 1,
		closing: 3,
		amount: 2,
		text: 'x',
	});
	const { json, refused } = await on.try(
		'statement.create',
		{ ...ROWS, documentKey: '={{ $json.documentKey }}' },
		[twice('a'), twice('b')],
		{ settings: { onError: 'continueErrorOutput' } },
	);
	expect([json.map(({ status }) => status), refused.map(({ error }) => error)]).toEqual([
		['DELIVERED'],
		['Item 2: Xero says: The received statement was marked as a duplicate.'],
	]);
});

test('what Xero alone can know comes back as the refusal of the row', async () => {
	const id = await connected('40-0001');
	const old = { feedConnectionId: id, startDate: daysAgo(500), opening: 0, closing: 1, amount: 1, text: 'x' };
	expect((await on.try('statement.create', grouped, [old])).error).toContain(
		'Item 1: Xero says: The start date must not be older than one year.',
	);
	const elsewhere = { ...old, feedConnectionId: KERERU, startDate: daysAgo(1) };
	const mixed = await on.try('statement.create', grouped, [elsewhere, { ...old, startDate: daysAgo(1) }], {
		settings: { onError: 'continueErrorOutput' },
	});
	expect(mixed.json).toMatchObject([{ status: 'DELIVERED', feedConnectionId: id }]);
	expect(mixed.refused).toMatchObject([{ details: { types: ['invalid-feed-connection'] } }]);
	// One alone is answered with a 403, which is not about the connection to Xero.
	expect((await on.try('statement.create', grouped, [elsewhere])).error).toContain(
		'Item 1: Xero says: The feed connection does not exist in this organisation.',
	);
});

describe('A lost answer', () => {
	const post = { method: 'POST', path: '/Statements' };
	const row = async (token: string) => ({
		feedConnectionId: await connected(token),
		startDate: daysAgo(6),
		opening: 0,
		closing: 5,
		amount: 5,
		text: 'x',
	});

	test('is asked for again under the same key: one statement, delivered, not a duplicate', async () => {
		const item = await row('50-0001');
		on.stage.sandbox.forget();
		on.stage.sandbox.fail({ match: post, times: 2, what: { kind: 'dropAfter' } });
		const before = statements().length;
		const { json, error } = await on.try('statement.create', grouped, [item]);
		expect([error, json.map(({ status }) => status)]).toEqual(['', ['DELIVERED']]);
		expect(statements()).toHaveLength(before + 1);
		const calls = on.stage.sandbox.calls.filter(({ method, url }) => method === 'POST' && url.endsWith('/Statements'));
		expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
		expect(calls.map(({ status }) => status)).toEqual([0, 0, 202]);
	});

	test('of all tries is asked for again by Retry On Fail, and a statement that was taken is not sent another time', async () => {
		const items = [await row('51-0001'), await row('51-0002')];
		on.stage.sandbox.fail({ match: post, times: 5, what: { kind: 'dropAfter' } });
		const before = statements().length;
		const { json, error } = await on.try('statement.create', grouped, items, {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect([error, json.map(({ status }) => status)]).toEqual(['', ['DELIVERED', 'DELIVERED']]);
		expect(statements()).toHaveLength(before + 2);
	});

	test('and a rejected neighbour: Retry On Fail does not send again what was taken', async () => {
		const items = [await row('52-0001'), { ...(await row('52-0002')), startDate: daysAgo(500) }];
		const before = statements().length;
		const { error } = await on.try('statement.create', grouped, items, {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(error).toContain('Item 2: Xero says: The start date must not be older than one year.');
		expect(error).toContain('1 of 2 were written to Xero and stay there.');
		expect(statements()).toHaveLength(before + 1);
	});
});

test('a list of many pages comes whole, though Xero counts each page by itself; a cut page is not taken for the list', async () => {
	const feedConnectionId = await connected('60-0001');
	const rows = Array.from({ length: 230 }, (_, index) => ({
		...{ feedConnectionId, startDate: daysAgo(index + 1), opening: index, closing: index + 1, amount: 1, text: 'x' },
	}));
	const made = await on.all('statement.create', { ...grouped, options: { waitForDelivery: 0 } }, rows);
	expect(made).toHaveLength(230);
	const total = statements().length;
	expect(await on.all('statement.getAll', all)).toHaveLength(total);
	expect(await on.all('statement.getAll', { returnAll: false, limit: 120 })).toHaveLength(120);
	on.stage.sandbox.fail({ match: { method: 'GET', path: '/Statements' }, after: 1, what: { kind: 'halfPage' } });
	const { error } = await on.try('statement.getAll', all);
	expect(error).toMatch(/^Item 1: the list came with a page of \d+ records where Xero counts \d+\. /);
});

test('cancelling ends the wait at once, and the statement stays sent', async () => {
	const feedConnectionId = await connected('70-0001');
	on.stage.sandbox.fail({ match: { method: 'GET', path: '/Statements/' }, what: { kind: 'status', status: 404 } });
	const before = statements().length;
	let cancel = (): void => {};
	const item = { feedConnectionId, startDate: daysAgo(2), opening: 0, closing: 1, amount: 1, text: 'x' };
	const running = on.try('statement.create', { ...grouped, options: { waitForDelivery: 3600 } }, [item], {
		started: (stop) => (cancel = stop),
	});
	while (!on.asked.some((call) => call.startsWith('GET /Statements/'))) await on.stage.clock.sleep(500);
	const at = on.stage.clock.now();
	cancel();
	await running;
	expect(on.stage.clock.now() - at).toBeLessThan(600_000);
	const looks = on.asked.length;
	await on.stage.clock.sleep(60_000);
	expect(on.asked).toHaveLength(looks);
	expect(statements()).toHaveLength(before + 1);
});

test('lists of accounts and currencies are those of the books', async () => {
	const { line } = await on.choose('bankAccount', 'feedConnection.create');
	expect(line).not.toBe('');
	expect((await on.search('currency', 'feedConnection.create')).results.map(({ value }) => value)).toContain('NZD');
});

on.leavesNothingOut('test/apis/bankfeeds/walk.test.ts', 'on');
