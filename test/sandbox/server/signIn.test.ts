import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { generators, Issuer, Strategy, type Client } from 'openid-client';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { basic, caller, get, post } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

const clock = stoppedClock(Date.now());
const redirect = 'http://localhost:5678/callback';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await thingsSandbox({ clock });
});
afterAll(() => sandbox.stop());

/** Answers the consent page as a person who allows everything: the address that the browser is sent to. */
async function allowed(authorizationUrl: string, tenants = [kereru, harbour]): Promise<URL> {
	const { text } = await get(authorizationUrl);
	const form = new URLSearchParams({ ticket: /name="ticket" value="([^"]+)"/.exec(text)?.[1] ?? '', decision: 'allow' });
	for (const tenant of tenants) form.append('tenant', tenant);
	const { headers } = await post(`${sandbox.url}/identity/connect/authorize`, form);
	return new URL(headers['location'] ?? '');
}

async function client(): Promise<Client> {
	const { Client } = await Issuer.discover(sandbox.url);
	const { clientId: client_id, clientSecret: client_secret } = sandbox.apps.web;
	return new Client({ client_id, client_secret, redirect_uris: [redirect] });
}

describe('discovery', () => {
	it('names as issuer the base URL under which the client asks', async () => {
		const { port } = new URL(sandbox.url);
		for (const url of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
			const { body } = await get(`${url}/.well-known/openid-configuration`);
			expect(body).toMatchObject({
				issuer: url,
				authorization_endpoint: `${url}/identity/connect/authorize`,
				token_endpoint: `${url}/connect/token`,
				revocation_endpoint: `${url}/connect/revocation`,
				userinfo_endpoint: `${url}/connect/userinfo`,
				jwks_uri: `${url}/.well-known/openid-configuration/jwks`,
				id_token_signing_alg_values_supported: ['RS256'],
			});
		}
	});

	it('leads to a key set with the public half of one RSA key', async () => {
		const { body } = await get(`${sandbox.url}/.well-known/openid-configuration/jwks`);
		expect(body).toEqual({
			keys: [
				{
					kty: 'RSA',
					use: 'sig',
					alg: 'RS256',
					kid: expect.stringMatching(/^[\dA-F]{40}$/),
					n: expect.stringMatching(/^[\w-]{342}$/),
					e: 'AQAB',
				},
			],
		});
	});
});

describe('tokens', () => {
	const verified = async (token: string, audience: string) =>
		await jwtVerify(token, createRemoteJWKSet(new URL(`${sandbox.url}/.well-known/openid-configuration/jwks`)), {
			issuer: sandbox.url,
			audience,
			currentDate: new Date(clock.now()),
		});

	it('of access stand up to jose, with the claims of Xero', async () => {
		const { access_token } = sandbox.issue({ scopes: ['openid', 'accounting.contacts.read'] });
		const { payload, protectedHeader } = await verified(access_token, `${sandbox.url}/resources`);
		const now = Math.floor(clock.now() / 1000);
		expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.stringMatching(/^[\dA-F]{40}$/) });
		expect(payload).toEqual({
			...{ iss: sandbox.url, aud: `${sandbox.url}/resources`, client_id: sandbox.apps.web.clientId },
			...{ nbf: now, iat: now, auth_time: now, exp: now + 1800 },
			sub: expect.stringMatching(/^[\da-f]{32}$/),
			xero_userid: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
			global_session_id: expect.stringMatching(/^[\da-f]{32}$/),
			sid: expect.stringMatching(/^[\da-f]{32}$/),
			jti: expect.stringMatching(/^[\da-f]{32}$/),
			authentication_event_id: expect.stringMatching(/^[\da-f-]{36}$/),
			scope: ['openid', 'accounting.contacts.read'],
		});
	});

	it('of identity stand up to jose, and tell what profile and email let the app know', async () => {
		const { refresh_token: token = '' } = sandbox.issue();
		const { clientId, clientSecret = '' } = sandbox.apps.web;
		const form = { grant_type: 'refresh_token', refresh_token: token };
		const { body } = await post(`${sandbox.url}/connect/token`, form, basic(clientId, clientSecret));
		const { payload } = await verified((body as { id_token: string }).id_token, clientId);
		const now = Math.floor(clock.now() / 1000);
		expect(payload).toEqual({
			...{ iss: sandbox.url, aud: clientId, nbf: now, iat: now, auth_time: now, exp: now + 300 },
			at_hash: expect.stringMatching(/^[\w-]{22}$/),
			sub: expect.stringMatching(/^[\da-f]{32}$/),
			sid: expect.stringMatching(/^[\da-f]{32}$/),
			global_session_id: expect.stringMatching(/^[\da-f]{32}$/),
			xero_userid: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
			...{ idp: 'local', amr: ['pwd'], name: 'Demo Owner', given_name: 'Demo', family_name: 'Owner' },
			...{ preferred_username: 'demo.owner@sandbox.example', email: 'demo.owner@sandbox.example' },
		});
	});

	it('of a custom connection name nobody', async () => {
		const { payload } = await verified(sandbox.issue({ app: 'custom' }).access_token, `${sandbox.url}/resources`);
		expect(Object.keys(payload)).not.toContain('sub');
		expect(Object.keys(payload)).not.toContain('xero_userid');
	});

	it('that were changed do not stand up', async () => {
		const [head, , signature] = sandbox.issue().access_token.split('.');
		const forged = Buffer.from(JSON.stringify({ iss: sandbox.url, aud: 'me' })).toString('base64url');
		const { body } = await get(`${sandbox.url}/.well-known/openid-configuration/jwks`);
		const keys = createLocalJWKSet(body as JSONWebKeySet);
		await expect(jwtVerify(`${head}.${forged}.${signature}`, keys)).rejects.toThrow('signature verification failed');
	});

	it('with every scope there is leave room in the 8 KB that servers take for all headers', () => {
		const { access_token } = sandbox.issue();
		expect(decodeProtectedHeader(access_token).alg).toBe('RS256');
		expect(access_token.length).toBeLessThan(4096);
	});
});

describe('an OpenID client', () => {
	it('signs in with state, nonce and proof key, and revokes', async () => {
		const rp = await client();
		const checks = { state: 'a b&c', nonce: 'once', code_verifier: 'a-made-up-verifier-that-is-at-least-43-characters-long' };
		const url = rp.authorizationUrl({
			...{ scope: 'openid profile offline_access accounting.contacts', state: 'a b&c', nonce: 'once' },
			...{ code_challenge: generators.codeChallenge(checks.code_verifier), code_challenge_method: 'S256' },
		});
		const back = await allowed(url);
		const tokens = await rp.callback(redirect, rp.callbackParams(back.href), checks);
		expect(tokens.claims()).toMatchObject({ iss: sandbox.url, nonce: 'once', given_name: 'Demo' });
		expect(await rp.userinfo(tokens)).toEqual({
			sub: tokens.claims().sub,
			xero_userid: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
			...{ name: 'Demo Owner', given_name: 'Demo', family_name: 'Owner', preferred_username: 'demo.owner@sandbox.example' },
		});
		const renewed = await rp.refresh(tokens);
		await rp.revoke(renewed.refresh_token ?? '');
		await expect(rp.refresh(renewed)).rejects.toThrow('invalid_grant');
		expect((await caller(sandbox, renewed.access_token)('/api.xro/2.0/Things')).status).toBe(401);
	});

	it('is told nothing of a person without a token, nor with one without openid', async () => {
		const ask = (token: string) =>
			post(`${sandbox.url}/connect/userinfo`, {}, { authorization: `Bearer ${token}` }).then(({ status }) => status);
		expect(await ask('unheard-of')).toBe(401);
		expect(await ask(sandbox.issue({ scopes: ['accounting.contacts'] }).access_token)).toBe(403);
		expect(await ask(sandbox.issue({ scopes: ['openid'] }).access_token)).toBe(200);
	});

	it("signs a person in by passport's strategy", async () => {
		type Passport = Strategy<unknown> & Record<'redirect' | 'success' | 'error' | 'fail', (told: unknown) => void>;
		const session = {};
		const visit = async (url: string): Promise<unknown> => {
			const params = { scope: 'openid email accounting.contacts' };
			const strategy = new Strategy({ client: await client(), params, usePKCE: true }, ((
				_tokens: unknown,
				person: unknown,
				done: (refusal: null, user: unknown) => void,
			) => done(null, person)) as never) as Passport;
			const came = new Promise((resolve) => {
				for (const end of ['redirect', 'success', 'error', 'fail'] as const)
					strategy[end] = (told) => resolve(end === 'error' ? told : { [end]: told });
			});
			strategy.authenticate({ method: 'GET', url, session } as never, {});
			return await came;
		};
		const { redirect: url } = (await visit('/login')) as { redirect: string };
		const back = await allowed(url);
		expect(await visit(back.pathname + back.search)).toMatchObject({ success: { email: 'demo.owner@sandbox.example' } });
	});
});
