import { get, post } from '../server/callers';
import { events, leave, stage } from './stage';

afterEach(leave);

it('shows the key, the delivery URL, the status and what was sent of every app', async () => {
	const { sandbox, hook, settle } = await stage();
	sandbox.webhooks.emit(events(2));
	await settle();
	const { status, headers, text } = await get(`${sandbox.url}/webhooks`);
	expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
	for (const { webhooksKey } of Object.values(sandbox.apps)) expect(text).toContain(`Webhooks key <code>${webhooksKey}</code>`);
	expect(text).toContain('<p>Status <strong>OK</strong>, 0 events waiting</p>');
	expect(text.match(/<p>No delivery URL\.<\/p>/g)).toHaveLength(2);
	expect(text).toContain(`name="url" required value="${hook.url}"`);
	expect(text.match(/<tr><td>/g)).toHaveLength(5);
	expect(text).toMatch(/<td>2026-10-01T09:00:01\.000Z<\/td><td>2 \(1–2\)<\/td><td>rightly<\/td><td>1<\/td><td>200<\/td>/);
	expect(text).toMatch(/<td>Intent to Receive<\/td><td>wrongly<\/td><td>4<\/td><td>401<\/td>/);
	expect(text).not.toContain('<script');
});

it('shows the last ten attempts, the newest first', async () => {
	const { sandbox, settle } = await stage({ webhooks: { perDelivery: 1 } });
	sandbox.webhooks.emit(events(12));
	await settle();
	const { text } = await get(`${sandbox.url}/webhooks`);
	expect([...text.matchAll(/<td>1 \((\d+)–/g)].map((found) => Number(found[1]))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

it('is linked from the first page', async () => {
	const { sandbox } = await stage();
	expect((await get(sandbox.url)).text).toContain('<a href="/webhooks">');
});

it('registers a URL for an app with its form, and shows the page again', async () => {
	const { sandbox, hook } = await stage();
	const form = new URLSearchParams({ app: 'pkce', url: `${hook.url}?a=1&b=<2>"`, deed: 'register' });
	for (const category of ['INVOICE', 'CONTACT', 'NONSENSE']) form.append('category', category);
	const answer = await post(`${sandbox.url}/webhooks`, form);
	expect([answer.status, answer.headers['location']]).toEqual([303, '/webhooks']);
	expect(sandbox.webhooks.subscription('pkce')).toMatchObject({
		url: `${hook.url}?a=1&b=%3C2%3E%22`,
		categories: ['CONTACT', 'INVOICE'],
		status: 'intentRequired',
		reason: 'Request 1 of 4 (signed rightly): the answer must be 200, it was 401.',
	});
	const { text } = await get(`${sandbox.url}/webhooks`);
	expect(text).toContain(
		'<strong>Intent to Receive required</strong>, 0 events waiting</p>\n<p class="alarm">Request 1 of 4 (signed rightly)',
	);
	expect(text).toContain(`value="${hook.url}?a=1&#38;b=%3C2%3E%22"`);
});

it('removes a delivery URL', async () => {
	const { sandbox } = await stage();
	expect((await post(`${sandbox.url}/webhooks`, { app: 'web', deed: 'remove', url: '' })).status).toBe(303);
	expect(sandbox.webhooks.subscription()).toBeUndefined();
});

it.each([
	[{ app: 'web', category: 'INVOICE', url: 'https://evil.example/<b>' }, 'only, not to https://evil.example/&#60;b&#62;'],
	[{ app: 'web', url: 'http://localhost/' }, 'Choose at least one kind of event.'],
	[{ app: 'none', category: 'INVOICE', url: 'http://localhost/' }, 'There is no such app.'],
])('says what is wrong with %j', async (form, sentence) => {
	const { sandbox, hook } = await stage();
	const { status, text } = await post(`${sandbox.url}/webhooks`, form);
	expect(status).toBe(400);
	expect(text).toContain('role="alert">');
	expect(text).toContain(sentence);
	expect(sandbox.webhooks.subscription()?.url).toBe(hook.url);
});

it('takes no form from another site', async () => {
	const { sandbox, hook } = await stage();
	const form = { app: 'web', category: 'INVOICE', url: 'http://localhost:1/' };
	const send = (origin: string) => post(`${sandbox.url}/webhooks`, form, { origin });
	expect((await send('https://evil.example')).status).toBe(403);
	expect((await send('null')).status).toBe(403);
	expect(sandbox.webhooks.subscription()?.url).toBe(hook.url);
	expect((await send(sandbox.url)).status).toBe(303);
});
