import { createHash } from 'node:crypto';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { basic, get, post, type Answered } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

const clock = stoppedClock(Date.UTC(2026, 9, 1, 9, 30));
const redirect = 'http://localhost:5678/rest/oauth2-credential/callback';
const verifier = 'a-made-up-verifier-that-is-at-least-forty-three-characters-long';
const challenge = createHash('sha256').update(verifier).digest('base64url');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await thingsSandbox({ clock });
});
afterAll(() => sandbox.stop());

const authorizeUrl = (changes: Record<string, string | undefined> = {}): string => {
	const query = {
		response_type: 'code',
		client_id: sandbox.apps.web.clientId,
		redirect_uri: redirect,
		scope: 'openid profile email offline_access accounting.contacts.read accounting.invoices',
		state: 'st a+te&',
		...changes,
	};
	const pairs = Object.entries(query).flatMap(([key, value]) =>
		value === undefined ? [] : `${key}=${encodeURIComponent(value)}`,
	);
	return `${sandbox.url}/identity/connect/authorize?${pairs.join('&')}`;
};
const ticketOf = (html: string): string => /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
const locationOf = ({ headers }: Answered): URL => new URL(headers['location'] ?? '');
const decide = (ticket: string, decision: string, tenants: readonly string[]): Promise<Answered> => {
	const form = new URLSearchParams({ ticket, decision });
	for (const tenant of tenants) form.append('tenant', tenant);
	return post(`${sandbox.url}/identity/connect/authorize`, form);
};
const allow = async (changes: Record<string, string | undefined> = {}, tenants = [kereru, harbour]): Promise<URL> =>
	locationOf(await decide(ticketOf((await get(authorizeUrl(changes))).text), 'allow', tenants));
const web = (): { authorization: string } => basic(sandbox.apps.web.clientId, sandbox.apps.web.clientSecret ?? '');
const exchange = (
	code: string | null,
	changes: Record<string, string> = {},
	headers: Record<string, string> = web(),
): Promise<Answered> =>
	post(
		`${sandbox.url}/connect/token`,
		{ grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirect, ...changes },
		headers,
	);
const claims = (jwt: string): Record<string, unknown> =>
	JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('the consent page', () => {
	it('names the app, its rights in words and the organisations, two of them chosen', async () => {
		const { status, text, headers } = await get(authorizeUrl());
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
		expect(text).toContain('<strong>Sandbox web app</strong> wants access');
		expect(text).toContain('View contacts and contact groups');
		expect(text).toContain(
			'View and manage invoices, bills, credit notes, quotes, purchase orders, repeating invoices and items',
		);
		expect(text).toContain('Keep access while you are away, until you disconnect');
		expect(text).toMatch(
			new RegExp(`<label><input type="checkbox" name="tenant" value="${kereru}" checked> Kererū Trading \\(Demo\\)`),
		);
		expect(text).toMatch(new RegExp(`value="${harbour}" checked> Harbour Lane Studio \\(Demo\\)`));
		expect(text).toMatch(/value="[-0-9a-f]{36}"> Foxglove Mill \(Demo\)/);
		expect(text).toContain('<html lang="en">');
	});

	it('sends the person back with a code and the very state that the app sent', async () => {
		const location = await allow();
		expect(location.origin + location.pathname).toBe(redirect);
		expect(location.searchParams.get('state')).toBe('st a+te&');
		expect(location.searchParams.get('code')).toMatch(/^[\w-]{43}$/);
	});

	it('keeps the query that the redirect URI has', async () => {
		const location = await allow({ redirect_uri: `${redirect}?tab=1` });
		expect(location.search).toMatch(/^\?tab=1&code=/);
	});

	it('sends access_denied back when the person cancels, and works once only', async () => {
		const ticket = ticketOf((await get(authorizeUrl())).text);
		const location = locationOf(await decide(ticket, 'cancel', [kereru]));
		expect(Object.fromEntries(location.searchParams)).toEqual({ error: 'access_denied', state: 'st a+te&' });
		const again = await decide(ticket, 'allow', [kereru]);
		expect(again.status).toBe(400);
		expect(again.text).toContain('This page was answered already or stood open too long');
	});

	it('asks again when no organisation was chosen', async () => {
		const answer = await decide(ticketOf((await get(authorizeUrl())).text), 'allow', []);
		expect(answer.status).toBe(200);
		expect(answer.text).toContain('role="alert">Choose at least one organisation, or cancel.');
		expect(locationOf(await decide(ticketOf(answer.text), 'allow', [harbour])).searchParams.has('code')).toBe(true);
	});

	it('asks for no organisation when only the person is asked for', async () => {
		const { text } = await get(authorizeUrl({ scope: 'openid email' }));
		expect(text).not.toContain('name="tenant"');
		expect(locationOf(await decide(ticketOf(text), 'allow', [])).searchParams.has('code')).toBe(true);
	});

	it.each([
		'accounting.transactions',
		'accounting.transactions.read',
		'accounting.reports.read',
		'accounting.journals.read',
		'bankfeeds',
		'finance.statements.read',
		'marketplace.billing',
		'made.up',
	])('refuses the whole consent with invalid_scope when %s is asked', async (scope) => {
		const answer = await get(authorizeUrl({ scope: `openid accounting.contacts ${scope}` }));
		expect(answer.status).toBe(302);
		expect(Object.fromEntries(locationOf(answer).searchParams)).toEqual({
			error: 'invalid_scope',
			error_description: `This app cannot be given: ${scope}`,
			state: 'st a+te&',
		});
	});

	it.each([
		'accounting.invoices accounting.invoices.read accounting.payments accounting.banktransactions.read accounting.manualjournals',
		'accounting.contacts accounting.settings.read accounting.attachments accounting.budgets.read paymentservices',
		'accounting.reports.aged.read accounting.reports.trialbalance.read accounting.reports.taxreports.read',
		'assets assets.read projects projects.read files files.read',
		'payroll.employees payroll.payruns.read payroll.payslip payroll.settings.read payroll.timesheets',
	])('grants what a new app has: %s', async (scope) => {
		expect((await get(authorizeUrl({ scope }))).status).toBe(200);
	});

	it.each(['%20', '+'])('takes scopes separated by %s', async (separator) => {
		const { status, text } = await get(`${authorizeUrl({ scope: undefined })}&scope=openid${separator}accounting.contacts`);
		expect(status).toBe(200);
		expect(text).toContain('View and manage contacts and contact groups');
	});

	it('shows a page and redirects nowhere for an unknown app or a custom connection', async () => {
		for (const client_id of ['NOBODY', sandbox.apps.custom.clientId]) {
			const answer = await get(authorizeUrl({ client_id }));
			expect(answer.status).toBe(400);
			expect(answer.headers['location']).toBeUndefined();
			expect(answer.text).toContain('unauthorized_client');
		}
	});

	it.each(['http://shop.example/back', 'ftp://localhost/x', 'nonsense', 'https://a.example/#part', ''])(
		'shows a page and redirects nowhere for the redirect URI "%s"',
		async (redirect_uri) => {
			const answer = await get(authorizeUrl({ redirect_uri }));
			expect([answer.status, answer.headers['location']]).toEqual([400, undefined]);
		},
	);

	it.each(['https://n8n.example/rest/oauth2-credential/callback', 'http://localhost/cb', 'http://127.0.0.1:5678/cb'])(
		'accepts the redirect URI %s',
		async (redirect_uri) => {
			expect((await get(authorizeUrl({ redirect_uri }))).status).toBe(200);
		},
	);

	it.each([
		[{ response_type: 'token' }, 'unsupported_response_type'],
		[{ scope: undefined }, 'invalid_scope'],
		[{ code_challenge: challenge, code_challenge_method: 'plain' }, 'invalid_request'],
	])('sends what is wrong with %j back to the app', async (changes, error) => {
		expect(locationOf(await get(authorizeUrl(changes))).searchParams.get('error')).toBe(error);
	});
});

describe('the code', () => {
	it('gives tokens for 30 minutes, an ID token and a refresh token', async () => {
		const { status, body, headers } = await exchange((await allow({ nonce: 'once' })).searchParams.get('code'));
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('no-store');
		const set = body as Record<string, string>;
		expect(set).toMatchObject({
			expires_in: 1800,
			token_type: 'Bearer',
			scope: 'openid profile email offline_access accounting.contacts.read accounting.invoices',
		});
		expect(set['refresh_token']).toMatch(/^[\w-]{43}$/);
		expect(claims(set['access_token'] ?? '')).toMatchObject({
			exp: Date.UTC(2026, 9, 1, 10, 0) / 1000,
			client_id: sandbox.apps.web.clientId,
			scope: ['openid', 'profile', 'email', 'offline_access', 'accounting.contacts.read', 'accounting.invoices'],
		});
		expect(claims(set['id_token'] ?? '')).toMatchObject({
			aud: sandbox.apps.web.clientId,
			exp: Date.UTC(2026, 9, 1, 9, 35) / 1000,
			nonce: 'once',
			name: 'Demo Owner',
			email: 'demo.owner@sandbox.example',
		});
	});

	it('gives neither ID token nor refresh token unless they were granted', async () => {
		const { body } = await exchange((await allow({ scope: 'accounting.contacts' })).searchParams.get('code'));
		expect(Object.keys(body as object).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type']);
	});

	it('connects the chosen organisations in one event, whose id is in the token', async () => {
		const fresh = await thingsSandbox();
		try {
			const page = await get(authorizeUrl().replace(sandbox.url, fresh.url));
			const form = { ticket: ticketOf(page.text), decision: 'allow', tenant: harbour };
			const back = locationOf(await post(`${fresh.url}/identity/connect/authorize`, form));
			const code = back.searchParams.get('code') ?? '';
			const { body } = await post(
				`${fresh.url}/connect/token`,
				{ grant_type: 'authorization_code', code, redirect_uri: redirect },
				web(),
			);
			const token = (body as { access_token: string }).access_token;
			const response = await fetch(`${fresh.url}/connections`, { headers: { authorization: `Bearer ${token}` } });
			expect(await response.json()).toEqual([
				{
					id: expect.stringMatching(/^[\da-f-]{36}$/),
					authEventId: claims(token)['authentication_event_id'],
					tenantId: harbour,
					tenantType: 'ORGANISATION',
					tenantName: 'Harbour Lane Studio (Demo)',
					createdDateUtc: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/),
					updatedDateUtc: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/),
				},
			]);
		} finally {
			await fresh.stop();
		}
	});

	it('works once', async () => {
		const code = (await allow()).searchParams.get('code');
		expect((await exchange(code)).status).toBe(200);
		expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
	});

	it('lives 5 minutes', async () => {
		const [early, late] = [await allow(), await allow()];
		clock.advance(5 * 60_000 - 1);
		expect((await exchange(early.searchParams.get('code'))).status).toBe(200);
		clock.advance(1);
		expect(await exchange(late.searchParams.get('code'))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
	});

	it('belongs to its redirect URI and to its app', async () => {
		const code = (await allow()).searchParams.get('code');
		const elsewhere = await exchange(code, { client_id: sandbox.apps.pkce.clientId }, {});
		expect(elsewhere).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		expect(await exchange(code, { redirect_uri: 'http://localhost/other' })).toMatchObject({
			status: 400,
			body: { error: 'invalid_grant' },
		});
	});
});

describe('PKCE', () => {
	const pkce = (): Record<string, string> => ({
		client_id: sandbox.apps.pkce.clientId,
		code_challenge: challenge,
		code_challenge_method: 'S256',
	});

	it('needs a challenge', async () => {
		const answer = await get(authorizeUrl({ client_id: sandbox.apps.pkce.clientId }));
		expect(locationOf(answer).searchParams.get('error')).toBe('invalid_request');
	});

	it('gives tokens without a secret to whoever knows the verifier', async () => {
		const code = (await allow(pkce())).searchParams.get('code');
		const { status, body } = await exchange(code, { client_id: sandbox.apps.pkce.clientId, code_verifier: verifier }, {});
		expect(status).toBe(200);
		const refresh_token = (body as { refresh_token: string }).refresh_token;
		const form = { grant_type: 'refresh_token', refresh_token, client_id: sandbox.apps.pkce.clientId };
		expect((await post(`${sandbox.url}/connect/token`, form)).status).toBe(200);
	});

	it.each<Record<string, string>>([{ code_verifier: 'another-verifier-of-forty-three-characters-or-more' }, {}])(
		'refuses %j',
		async (proof) => {
			const code = (await allow(pkce())).searchParams.get('code');
			const answer = await exchange(code, { client_id: sandbox.apps.pkce.clientId, ...proof }, {});
			expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		},
	);

	it('is checked for a web app that chose to use it', async () => {
		const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
		expect((await exchange((await allow(asked)).searchParams.get('code'), { code_verifier: verifier })).status).toBe(200);
		expect((await exchange((await allow(asked)).searchParams.get('code'))).status).toBe(400);
	});
});
