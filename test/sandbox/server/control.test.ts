import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fetch } from 'undici';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { caller, things } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await thingsSandbox({ clock: stoppedClock(Date.UTC(2026, 9, 1)) });
});
afterEach(() => sandbox.stop());

/** What a test in any language does: status and JSON of the answer. */
async function control(method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) {
	const body = sent === undefined ? undefined : typeof sent === 'string' ? sent : JSON.stringify(sent);
	const answer = await fetch(`${sandbox.url}/sandbox${path}`, { method, body, headers });
	const text = await answer.text();
	return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as unknown };
}
const statuses = async (count: number): Promise<number[]> => {
	const call = caller(sandbox);
	const found: number[] = [];
	for (let made = 0; made < count; made += 1) found.push((await call('/api.xro/2.0/Things')).status);
	return found;
};

describe('a test in any language', () => {
	it('is told where everything is', async () => {
		const { status, body } = await control('GET', '');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			url: sandbox.url,
			apps: { web: { clientId: 'SANDBOXWEBAPP0000000000000000001' } },
			organisations: [{ tenantId: kereru }, { tenantId: harbour }, { name: 'Foxglove Mill (Demo)' }],
			limits: { minute: 60, day: 5000, concurrent: 5, appMinute: 10_000 },
			latency: 0,
		});
	});

	it('makes calls go wrong, and right again', async () => {
		const fault = { match: { method: 'GET', path: '/Things' }, times: 2, after: 1, what: { kind: 'status', status: 503 } };
		expect(await control('POST', '/faults', fault)).toEqual({ status: 204, body: undefined });
		expect(await statuses(4)).toEqual([200, 503, 503, 200]);
		await control('POST', '/faults', { what: { kind: 'limit', problem: 'day', retryAfter: 66_975 } });
		expect(await statuses(1)).toEqual([429]);
		expect((await control('DELETE', '/faults')).status).toBe(204);
		expect(await statuses(1)).toEqual([200]);
	});

	it('has answers half given, by the name of the half', async () => {
		await control('POST', '/faults', { what: { kind: 'answer', change: 'empty' } });
		const { body } = await caller(sandbox)('/api.xro/2.0/Things', { method: 'PUT', json: things('A') });
		expect(body).toMatchObject({ Things: [] });
		expect(sandbox.records(kereru, 'Things')).toEqual([{ Name: 'A' }]);
	});

	it('sets limits and latency', async () => {
		const { body } = await control('PUT', '/limits', { minute: 2, latency: 1 });
		expect(body).toEqual({ minute: 2, day: 5000, concurrent: 5, appMinute: 10_000, latency: 1 });
		expect(await statuses(3)).toEqual([200, 200, 429]);
	});

	it('gets tokens without the pages, and ends them', async () => {
		const asked = { app: 'pkce', scopes: ['accounting.invoices.read'], tenants: [harbour], expiresIn: 60 };
		const { body } = await control('POST', '/tokens', asked);
		expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'accounting.invoices.read' });
		const call = caller(sandbox, (body as { access_token: string }).access_token);
		expect((await call('/api.xro/2.0/Things', { tenant: harbour })).status).toBe(200);
		await control('DELETE', `/connections/${harbour}`);
		expect((await call('/api.xro/2.0/Things', { tenant: harbour })).status).toBe(403);
		await control('POST', '/tokens/expire');
		expect((await call('/api.xro/2.0/Things', { tenant: harbour })).status).toBe(401);
	});

	it('looks at what was called and what is kept', async () => {
		await caller(sandbox)('/api.xro/2.0/Things', { method: 'PUT', json: things('A', 'B') });
		expect((await control('GET', '/calls')).body).toMatchObject([
			{ method: 'PUT', url: '/api.xro/2.0/Things', tenant: kereru, status: 200, body: things('A', 'B') },
		]);
		expect((await control('GET', `/records/${kereru}/Things`)).body).toEqual([{ Name: 'A' }, { Name: 'B' }]);
		await control('DELETE', '/calls');
		expect(sandbox.calls).toEqual([]);
	});

	it('registers a delivery URL, and sees what was sent there', async () => {
		const { body } = await control('PUT', '/webhooks', { url: 'http://127.0.0.1:9/hook', categories: ['INVOICE'] });
		expect(body).toMatchObject({ app: 'web', categories: ['INVOICE'], status: 'intentRequired' });
		expect((await control('GET', '/webhooks')).body).toMatchObject([{ kind: 'intent', status: 0, signedRight: true }]);
	});

	it.each([
		[
			'POST',
			'/faults',
			{},
			'what.kind is one of latency, status, limit, dropBefore, dropAfter, slowBody, drip, halfPage, samePage, answer.',
		],
		['POST', '/faults', { what: { kind: 'status' } }, 'what.status is missing.'],
		['POST', '/faults', { what: { kind: 'status', status: '503' } }, 'status is a whole number from 0 on.'],
		['POST', '/faults', { what: { kind: 'dropAfter', ms: 5 } }, 'what.ms means nothing for dropAfter.'],
		['POST', '/faults', { what: { kind: 'dropAfter' }, time: 5 }, 'time means nothing here.'],
		[
			'POST',
			'/faults',
			{ what: { kind: 'answer', change: 'odd' } },
			'what.change is one of idNull, idZeros, idMissing, nestedErrors, empty, fewer, another.',
		],
		['POST', '/faults', '[', 'The body is no JSON object.'],
		['PUT', '/limits', { hour: 5 }, 'There is no limit hour: minute, day, concurrent, appMinute, latency.'],
		['POST', '/tokens', { app: 'mobile' }, 'app is web, pkce or custom.'],
		['POST', '/tokens', { scopes: 'openid' }, 'scopes is a list of texts.'],
		[
			'PUT',
			'/webhooks',
			{ url: 'https://example.com' },
			'The sandbox delivers to http://localhost or another loopback address only, not to https://example.com.',
		],
	])('is told in words what it cannot ask: %s %s %j', async (method, path, sent, message) => {
		expect(await control(method, path, sent)).toEqual({ status: 400, body: { message } });
	});
});

it('lets no other site steer the sandbox through a browser', async () => {
	const { status } = await control('DELETE', '/faults', undefined, { origin: 'https://strange.example' });
	expect(status).toBe(403);
});

it('stands in docs/sandbox.md with every fault, what each is told, and every half answer', async () => {
	const guide = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');
	const asked = [{}, { what: { kind: 'answer', change: 'odd' } }];
	for (const sent of asked) {
		const { message } = (await control('POST', '/faults', sent)).body as { message: string };
		const names = message.replace(/^.* is one of |\.$/g, '').split(', ');
		expect(names.length).toBeGreaterThan(5);
		expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
	}
	const { web, pkce, custom } = sandbox.apps;
	for (const { clientId, clientSecret } of [web, pkce, custom])
		expect(guide).toMatch(`\`${clientId}\` | ${clientSecret ? `\`${clientSecret}\`` : 'none'}`);
});
