import type { Fault } from '../../sandbox/contract';
import { KERERU, SALE, byId, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const MISSING = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33';
const put = { method: 'PUT', path: '/Invoices' };

const invoices = () => on.records('Invoices').length;

describe('Refusals of Xero', () => {
	it('tells a bad filter in the words of Xero, and asks once', async () => {
		const { error, ran } = await on.run('contact.getAll', { filters: { where: 'Colour=="red"' } });
		expect(error).toContain('Item 1: Xero says: ');
		expect(error).toContain("'Colour'");
		expect(ran.error).toMatchObject({ httpCode: '400' });
		expect(on.asked).toEqual(['GET /Contacts']);
	});

	it('tells which record is not there, and asks once', async () => {
		const { error, ran } = await on.run('invoice.get', { InvoiceID: byId(MISSING) });
		expect(error).toContain(
			'Item 1, Invoice “2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33”: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		);
		expect(error).toContain(`GET /Invoices/${MISSING}`);
		expect(ran.error).toMatchObject({ httpCode: '404' });
		expect(on.asked).toHaveLength(1);
	});

	it('names the scope that is missing, for a write', async () => {
		on.connect({ scopes: ['offline_access', 'accounting.invoices.read', 'accounting.contacts'] });
		const { error, ran } = await on.run('invoice.create', SALE, sales(2));
		expect(error).toContain(
			'This credential may not touch Invoices and Bills. In the credential tick Access: Invoices and Bills (accounting.invoices) and connect again',
		);
		expect(error).not.toContain('accounting.invoices.read');
		expect(error).toContain('and connect again');
		expect(ran.error).toMatchObject({ httpCode: '401', failure: { cause: 'credential-invalid' } });
		expect(invoices()).toBe(0);
	});

	it('names the scope that is missing, for a read', async () => {
		on.connect({ scopes: ['offline_access', 'accounting.contacts'] });
		const { error } = await on.run('invoice.getAll');
		expect(error).toContain(
			'This credential may not touch Invoices and Bills. In the credential tick Access: Invoices and Bills (Read Only) (accounting.invoices.read) and connect again',
		);
	});

	it('asks to reconnect after the app was revoked, and does not go on asking', async () => {
		on.sandbox.revokeTokens();
		const { error, ran } = await on.run('invoice.create', SALE, sales(300));
		expect(error).toMatch(/reconnect/i);
		expect(ran.error).toMatchObject({ httpCode: '401', failure: { cause: 'credential-invalid' } });
		expect(on.sandbox.calls.length).toBeLessThanOrEqual(5);
		expect(on.sandbox.tokenRequests.refresh_token).toBe(1);
		expect(invoices()).toBe(0);
	});

	it('says what a refused precondition is about', async () => {
		on.sandbox.fail({ what: { kind: 'status', status: 412, as: 'text' } });
		const { error, ran } = await on.run('contact.getAll');
		expect(error).toContain('Item 1: Xero refused a precondition of the call. Check Modified After and the other header values');
		expect(error).toContain('Modified After');
		expect(ran.error).toMatchObject({ httpCode: '412' });
		expect(on.asked).toHaveLength(1);
	});

	it('writes nothing and tells the sentence when the whole call is refused, whatever the number of records', async () => {
		on.sandbox.fail({
			match: put,
			what: {
				kind: 'status',
				status: 400,
				body: { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: 'JSON for post data was invalid' },
			},
		});
		const { json } = await on.run('invoice.create', SALE, sales(4), { settings: { onError: 'continueRegularOutput' } });
		expect(json.map(({ error }) => error)).toEqual([
			'Item 1: Xero says: JSON for post data was invalid',
			'Item 2: Xero says: JSON for post data was invalid',
			'Item 3: Xero says: JSON for post data was invalid',
			'Item 4: Xero says: JSON for post data was invalid',
		]);
		expect(invoices()).toBe(0);
	});

	it('never shows a token, a secret or the body of a request', async () => {
		on.sandbox.fail({ match: put, what: { kind: 'status', status: 403 } });
		const { ran } = await on.run('invoice.create', SALE, sales(1));
		const { error } = ran;
		const everything = JSON.stringify({
			...error,
			message: error?.message,
			description: error?.description,
			context: error?.context,
		});
		expect(everything).not.toContain((on.credentials.xeroSuiteOAuth2Api.oauthTokenData as { access_token: string }).access_token);
		expect(everything).not.toContain('sandbox-web-secret');
		expect(everything).not.toContain('Ngaio Sports');
	});
});

describe('Xero in trouble', () => {
	const failing: Array<[string, Fault['what']]> = [
		['500 as JSON', { kind: 'status', status: 500, as: 'json' }],
		['500 as text', { kind: 'status', status: 500, as: 'text' }],
		['502 as HTML', { kind: 'status', status: 502, as: 'html' }],
		['503 as JSON', { kind: 'status', status: 503, as: 'json' }],
		['503 as text', { kind: 'status', status: 503, as: 'text' }],
		['503 as HTML', { kind: 'status', status: 503, as: 'html' }],
		['504 as HTML', { kind: 'status', status: 504, as: 'html' }],
		['connection dropped before the write', { kind: 'dropBefore' }],
		['connection dropped after the write', { kind: 'dropAfter' }],
	];

	it.each(failing)('writes each record once when it passes: %s, twice', async (_, what) => {
		on.sandbox.fail({ match: put, times: 2, what });
		const { json, pairs, error } = await on.run('invoice.create', SALE, sales(60));
		expect(error).toBe('');
		expect(json).toHaveLength(60);
		expect(pairs).toEqual(Array.from({ length: 60 }, (_one, index) => index));
		expect(invoices()).toBe(60);
		const keys = on.called('PUT /Invoices').map(({ idempotencyKey }) => idempotencyKey);
		expect(keys).toHaveLength(4);
		expect(new Set(keys).size).toBe(2);
	});

	it.each(failing.slice(0, 7))('reads whole lists when it passes: %s, twice', async (_, what) => {
		on.sandbox.fail({ match: { method: 'GET', path: '/Accounts' }, times: 2, what });
		const { json, error } = await on.run('account.getAll', { returnAll: true });
		expect(error).toBe('');
		expect(json).toHaveLength(on.records('Accounts').length);
		expect(on.asked).toEqual(['GET /Accounts', 'GET /Accounts', 'GET /Accounts']);
	});

	it('gives up after Longest Wait and says that the write, looked for by its number, was not done', async () => {
		on.sandbox.fail({ match: put, what: { kind: 'status', status: 503, as: 'html' } });
		const { error, ran } = await on.run('invoice.create', SALE, sales(2));
		expect(error).toContain('Xero is not available at the moment');
		expect(error).toContain('it was looked for and is not there, so it was not written');
		expect(ran.error).toMatchObject({ httpCode: '503', failure: { cause: 'temporarily-unavailable' } });
		expect(on.asked.length).toBeGreaterThan(10);
		expect(invoices()).toBe(0);
	});

	it('says that it is open whether the write was done when no answer comes at all', async () => {
		on.sandbox.fail({ match: put, what: { kind: 'dropAfter' } });
		const { error } = await on.run('invoice.create', SALE, sales(3));
		expect(error).toContain('Xero did not answer');
		expect(error).toContain('It is open whether');
		expect(on.asked.length).toBeGreaterThan(10);
		expect(invoices()).toBe(3);
	});

	it('names only the rows of the slice that got no answer, and saves and pairs the others', async () => {
		on.sandbox.fail({ match: put, after: 1, what: { kind: 'status', status: 500, as: 'text' } });
		const { json, pairs } = await on.run('invoice.create', SALE, sales(100), { settings: { onError: 'continueRegularOutput' } });
		const refused = json.filter(({ error }) => error !== undefined);
		expect(json).toHaveLength(100);
		expect(pairs).toEqual(Array.from({ length: 100 }, (_, index) => index));
		expect(refused).toHaveLength(50);
		expect(invoices()).toBe(50);
		const saved = new Set(on.records('Invoices').map(({ InvoiceNumber }) => InvoiceNumber));
		json.forEach((row, index) => expect(saved.has(sales(100)[index]!.number)).toBe(row.error === undefined));
	});

	it('says in a read that nothing came, without a word of writing', async () => {
		on.sandbox.fail({ what: { kind: 'dropBefore' } });
		const { error } = await on.run('contact.getAll');
		expect(error).toContain('Xero did not answer: the connection was cut. Run again later');
		expect(error).toContain('Check the network');
		expect(error).not.toContain('write');
	});

	it('takes a web page for no answer, instead of returning an empty list', async () => {
		on.sandbox.fail({ match: { method: 'GET', path: '/Contacts' }, what: { kind: 'status', status: 200, as: 'html' } });
		const { error, items } = await on.run('contact.getAll', { returnAll: true });
		expect(items).toEqual([]);
		expect(error).toContain('Xero did not answer: a web page came instead. Run again later');
	});

	it('says so when nothing listens at the address of the credential', async () => {
		on.credentials.xeroSuiteOAuth2Api.sandboxUrl = 'http://127.0.0.1:1';
		const { error } = await on.run('contact.getAll');
		expect(error).toContain('Xero did not answer: the connection was refused. Run again later');
		expect(error).toContain('Environment in the credential');
	});

	it('gives up an answer whose body does not arrive in time, asks again and writes nothing twice', async () => {
		on.sandbox.fail({ match: put, times: 1, what: { kind: 'slowBody', ms: 15_000 } });
		const { json, error } = await on.run('invoice.create', { ...SALE, options: { timeout: 1 } }, sales(5));
		expect(error).toBe('');
		expect(json).toHaveLength(5);
		expect(on.called('PUT /Invoices').map(({ replayed }) => replayed)).toEqual([false, true]);
		expect(invoices()).toBe(5);
	});

	it('says that no answer came in time when none ever does', async () => {
		on.sandbox.fail({ match: { method: 'GET' }, what: { kind: 'latency', ms: 5000 } });
		const { error } = await on.run('contact.getAll', { options: { timeout: 1, longestWait: 0.5 } });
		expect(error).toContain('Xero did not answer in 1 second. Run again later');
	});
});

describe('Lists cut short', () => {
	beforeEach(async () => {
		on.sandbox.limits.minute = 10_000;
		await on.run(
			'contact.create',
			{ Name: '=Contact {{ $json.n }}' },
			Array.from({ length: 250 }, (_, n) => ({ n })),
		);
		on.sandbox.forget();
	});

	it('reads again when a page came back half, and returns every record', async () => {
		on.sandbox.fail({ match: { path: '/Contacts' }, times: 1, what: { kind: 'halfPage' } });
		const { json, error } = await on.run('contact.getAll', { returnAll: true });
		expect(error).toBe('');
		expect(new Set(json.map(({ ContactID }) => ContactID)).size).toBe(250);
	});

	it('refuses a list that stays shorter than Xero says, instead of returning part of it', async () => {
		on.sandbox.fail({ match: { path: '/Contacts' }, what: { kind: 'halfPage' } });
		const { json, error } = await on.run('contact.getAll', { returnAll: true });
		expect(error).toContain('Item 1: the list came back with 125 of 250 records');
		expect(error).toContain('Nothing was returned');
		expect(json).toEqual([]);
	});
});

it('ends at the same page given twice instead of going round in circles', async () => {
	on.sandbox.limits.minute = 10_000;
	await on.run(
		'contact.create',
		{ Name: '=Contact {{ $json.n }}' },
		Array.from({ length: 1001 }, (_, n) => ({ n })),
	);
	on.sandbox.fail({ match: { path: '/Contacts' }, what: { kind: 'samePage' } });
	const { json, error } = await on.run('contact.getAll', { returnAll: true });
	expect(error).toContain('Item 1: the list gave the same page twice');
	expect(json).toEqual([]);
});

it('works in the organisation named in its header', async () => {
	await on.run('contact.create', { Name: 'Ngaio Sports' });
	expect(on.called('PUT /Contacts')[0]).toMatchObject({
		tenant: KERERU,
		headers: { 'user-agent': 'n8n-nodes-xero-suite', accept: 'application/json' },
	});
});
