import { honest, type Received, type Says } from './receiver';
import { events, hookFor, leave, stage } from './stage';

afterEach(leave);

it('asks four times without events, rightly and wrongly signed, and is content with 200 and 401', async () => {
	const { sandbox, hook } = await stage();
	expect(hook.received.map(({ signedRight }) => signedRight)).toEqual([true, false, true, false]);
	for (const { delivered, headers, path } of hook.received) {
		expect(delivered).toEqual({
			events: [],
			firstEventSequence: 0,
			lastEventSequence: 0,
			entropy: expect.stringMatching(/^[A-Z]{20}$/),
		});
		expect([path, headers['content-type']]).toEqual(['/hook', 'application/json']);
	}
	expect(new Set(hook.received.map(({ delivered }) => delivered.entropy)).size).toBe(4);
	expect(sandbox.webhooks.subscription()).toEqual({
		app: 'web',
		url: hook.url,
		categories: ['CONTACT', 'INVOICE', 'CREDITNOTE', 'PREPAYMENT', 'OVERPAYMENT', 'SUBSCRIPTION'],
		status: 'ok',
		waiting: 0,
	});
});

it.each<[string, (request: Received) => Says | undefined, string]>([
	['200 for everything', () => ({ status: 200 }), 'Request 2 of 4 (signed wrongly): the answer must be 401, it was 200.'],
	['401 for everything', () => ({ status: 401 }), 'Request 1 of 4 (signed rightly): the answer must be 200, it was 401.'],
	[
		'201 for what is signed rightly',
		({ signedRight }) => ({ status: signedRight ? 201 : 401 }),
		'Request 1 of 4 (signed rightly): the answer must be 200, it was 201.',
	],
	[
		'403 for what is signed wrongly',
		({ signedRight }) => ({ status: signedRight ? 200 : 403 }),
		'Request 2 of 4 (signed wrongly): the answer must be 401, it was 403.',
	],
	[
		'a body',
		(request) => ({ ...honest(request), body: 'OK' }),
		'Request 1 of 4 (signed rightly): the answer must have an empty body.',
	],
	[
		'a cookie',
		(request) => ({ ...honest(request), headers: { 'set-cookie': 'a=b' } }),
		'Request 1 of 4 (signed rightly): the answer must not set cookies.',
	],
	[
		'a redirect, which is not followed',
		() => ({ status: 302, headers: { location: '/elsewhere' } }),
		'Request 1 of 4 (signed rightly): the answer must be 200, it was 302.',
	],
	['nothing', () => undefined, 'Request 1 of 4 (signed rightly): there was no answer within 1000 ms.'],
])('is not content with %s', async (_what, how, reason) => {
	// Long enough for an honest answer from a busy machine.
	const { sandbox, hook } = await stage({ webhooks: { timeout: 1_000 } });
	const other = await hookFor(sandbox.apps.web.webhooksKey);
	other.answer(how);
	expect(await sandbox.webhooks.register(other.url)).toMatchObject({ url: other.url, status: 'intentRequired', reason });
	expect(sandbox.webhooks.subscription()?.reason).toBe(reason);
	expect(other.received.every(({ path }) => path === '/hook')).toBe(true);
	expect(hook.received).toHaveLength(4);
});

it('says when nobody listens', async () => {
	const { sandbox } = await stage();
	const gone = await hookFor('');
	gone.close();
	expect(await sandbox.webhooks.register(gone.url)).toMatchObject({
		status: 'intentRequired',
		reason: 'Request 1 of 4 (signed rightly): nobody answered (ECONNREFUSED).',
	});
});

it('keeps no events before it was passed once, and keeps them while a new URL does not pass it', async () => {
	const { sandbox, hook, settle } = await stage();
	hook.answer(() => ({ status: 500 }));
	await sandbox.webhooks.register(hook.url, { app: 'pkce' });
	expect(() => sandbox.webhooks.emit(events(1), 'pkce')).toThrow(
		'The pkce app has no delivery URL that passed the Intent to Receive: register one first',
	);
	await sandbox.webhooks.register(hook.url);
	sandbox.webhooks.emit(events(2));
	await settle();
	expect(sandbox.webhooks.subscription()).toMatchObject({ status: 'intentRequired', waiting: 2 });
	expect(hook.deliveries()).toEqual([]);
	hook.answer();
	expect((await sandbox.webhooks.register(hook.url)).status).toBe('ok');
	await settle();
	expect(hook.deliveries().map(({ events: given }) => given.length)).toEqual([2]);
});

it('lets the latest of two registrations decide', async () => {
	const { sandbox } = await stage();
	const [one, two] = [await hookFor(sandbox.apps.web.webhooksKey), await hookFor(sandbox.apps.web.webhooksKey)];
	one.answer(() => ({ status: 500 }));
	await Promise.all([sandbox.webhooks.register(one.url), sandbox.webhooks.register(two.url)]);
	expect(sandbox.webhooks.subscription()).toMatchObject({ url: two.url, status: 'ok' });
});

it.each([
	'https://example.com/hook',
	'http://127.0.0.1.example.com/hook',
	'http://127.0.0.1@example.com/hook',
	'http://10.0.0.1/',
	'http://0.0.0.0/',
	'ftp://127.0.0.1/',
	'hook',
	'',
])('sends nothing off this machine: %j is refused', async (url) => {
	const { sandbox, hook } = await stage();
	const text = url === '' ? 'an empty URL' : url;
	await expect(sandbox.webhooks.register(url)).rejects.toThrow(
		new RangeError(`The sandbox delivers to http://localhost or another loopback address only, not to ${text}`),
	);
	expect(sandbox.webhooks.subscription()?.url).toBe(hook.url);
	expect(sandbox.webhooks.attempts).toHaveLength(4);
});
