import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { basic, caller, post, type Answered } from './callers';
import { kereru, thingsSandbox } from './thingsApi';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const clock = stoppedClock(Date.UTC(2026, 9, 1));

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await thingsSandbox({ clock });
});
afterEach(() => sandbox.stop());

const web = (): { authorization: string } => basic(sandbox.apps.web.clientId, sandbox.apps.web.clientSecret ?? '');
const custom = (): { authorization: string } => basic(sandbox.apps.custom.clientId, sandbox.apps.custom.clientSecret ?? '');
const token = (form: Record<string, string>, headers: Record<string, string> = web()): Promise<Answered> =>
	post(`${sandbox.url}/connect/token`, form, headers);
const refresh = (refresh_token = '', headers = web()): Promise<Answered> =>
	token({ grant_type: 'refresh_token', refresh_token }, headers);
const newRefreshToken = ({ body }: Answered): string => (body as { refresh_token: string }).refresh_token;
const invalidGrant = { status: 400, body: { error: 'invalid_grant' } };

describe('refreshing', () => {
	it('rotates the refresh token, and the new access token works', async () => {
		const issued = sandbox.issue();
		const answer = await refresh(issued.refresh_token);
		expect(answer.status).toBe(200);
		expect(newRefreshToken(answer)).not.toBe(issued.refresh_token);
		const { access_token } = answer.body as { access_token: string };
		expect((await caller(sandbox, access_token)('/api.xro/2.0/Things')).status).toBe(200);
	});

	it('takes the old refresh token for 30 minutes more, in case the reply was lost', async () => {
		const { refresh_token } = sandbox.issue();
		const first = await refresh(refresh_token);
		clock.advance(30 * MINUTE - 1);
		expect((await refresh(refresh_token)).status).toBe(200);
		clock.advance(1);
		expect(await refresh(refresh_token)).toMatchObject(invalidGrant);
		expect((await refresh(newRefreshToken(first))).status).toBe(200);
	});

	it('works after the reply to the first attempt was cut', async () => {
		const { refresh_token } = sandbox.issue();
		sandbox.fail({ match: { path: '/connect/token' }, times: 1, what: { kind: 'dropAfter' } });
		await expect(refresh(refresh_token)).rejects.toThrow();
		expect((await refresh(refresh_token)).status).toBe(200);
	});

	it('ends 60 days after the last one', async () => {
		const { refresh_token } = sandbox.issue();
		clock.advance(60 * DAY - 1);
		const second = newRefreshToken(await refresh(refresh_token));
		clock.advance(60 * DAY);
		expect(await refresh(second)).toMatchObject(invalidGrant);
	});

	it('refuses unknown tokens and the tokens of another app', async () => {
		expect(await refresh('unheard-of')).toMatchObject(invalidGrant);
		const other = sandbox.issue({ app: 'pkce' });
		expect(await refresh(other.refresh_token)).toMatchObject(invalidGrant);
	});

	it('is refused after every token was revoked', async () => {
		const { refresh_token } = sandbox.issue();
		sandbox.revokeTokens();
		expect(await refresh(refresh_token)).toMatchObject(invalidGrant);
	});

	it('still works after every access token expired', async () => {
		const { access_token, refresh_token } = sandbox.issue();
		sandbox.expireTokens();
		expect((await caller(sandbox, access_token)('/api.xro/2.0/Things')).status).toBe(401);
		expect((await refresh(refresh_token)).status).toBe(200);
	});
});

describe('client credentials', () => {
	const form = { grant_type: 'client_credentials' };

	it('give the asked scopes, and no refresh token', async () => {
		const { status, body } = await token({ ...form, scope: 'accounting.invoices accounting.contacts.read' }, custom());
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			expires_in: 1800,
			token_type: 'Bearer',
			scope: 'accounting.invoices accounting.contacts.read',
		});
	});

	it('give every scope the connection has when only the official SDK\'s "scopes" is sent', async () => {
		const { body } = await token({ ...form, scopes: 'accounting.transactions' }, custom());
		expect((body as { scope: string }).scope.split(' ')).toEqual(sandbox.apps.custom.scopes);
	});

	it.each(['accounting.transactions', 'accounting.invoices offline_access', 'openid'])('refuse the scope %s', async (scope) => {
		expect(await token({ ...form, scope }, custom())).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
	});

	it('are for custom connections only, and custom connections have nothing else', async () => {
		expect(await token(form)).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
		const code = { grant_type: 'authorization_code', code: 'x' };
		expect(await token(code, custom())).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
	});

	it('call the one organisation with an empty or no tenant header, or with its id', async () => {
		const { body } = await token(form, custom());
		const call = caller(sandbox, (body as { access_token: string }).access_token);
		for (const tenant of ['', null, kereru]) expect((await call('/api.xro/2.0/Things', { tenant })).status).toBe(200);
		expect(await call('/connections', { tenant: null })).toMatchObject({ status: 200, body: [{ tenantId: kereru }] });
	});
});

describe('the client', () => {
	it('may send its secret in the body', async () => {
		const { clientId: client_id, clientSecret: client_secret = '' } = sandbox.apps.custom;
		expect((await token({ grant_type: 'client_credentials', client_id, client_secret }, {})).status).toBe(200);
	});

	it.each([
		['an unknown app', () => basic('NOBODY', 'x')],
		['a wrong secret', () => basic(sandbox.apps.web.clientId, 'wrong')],
		['a web app without its secret', () => basic(sandbox.apps.web.clientId, '')],
		['a PKCE app with a secret', () => basic(sandbox.apps.pkce.clientId, 'secret')],
		['nobody', () => ({})],
	])('is refused with invalid_client when it is %s', async (_who, headers: () => Record<string, string>) => {
		expect(await token({ grant_type: 'refresh_token', refresh_token: 'x' }, headers())).toMatchObject({
			status: 400,
			body: { error: 'invalid_client' },
		});
	});

	it.each(['password', ''])('is refused with unsupported_grant_type for the grant type "%s"', async (grant_type) => {
		expect(await token({ grant_type })).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
	});
});

describe('revocation', () => {
	it('ends the tokens and the connections of the person', async () => {
		const { access_token, refresh_token = '' } = sandbox.issue();
		const answer = await post(`${sandbox.url}/connect/revocation`, { token: refresh_token }, web());
		expect([answer.status, answer.text]).toEqual([200, '']);
		expect(await refresh(refresh_token)).toMatchObject(invalidGrant);
		expect((await caller(sandbox, access_token)('/api.xro/2.0/Things')).status).toBe(401);
		const narrow = sandbox.issue({ tenants: [kereru] });
		expect((await caller(sandbox, narrow.access_token)('/api.xro/2.0/Things')).status).toBe(200);
	});

	it('answers 200 for a token it does not know, and invalid_client for a stranger', async () => {
		expect((await post(`${sandbox.url}/connect/revocation`, { token: 'unheard-of' }, web())).status).toBe(200);
		const stranger = await post(`${sandbox.url}/connect/revocation`, { token: 'x' }, basic('NOBODY', 'x'));
		expect(stranger).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
	});
});

it('counts how often the token endpoint was asked, by grant type', async () => {
	await refresh('x');
	await refresh('y');
	await token({ grant_type: 'client_credentials' }, custom());
	expect(sandbox.tokenRequests).toEqual({ refresh_token: 2, client_credentials: 1 });
});

it('can be out of order itself, but only for faults that name its path', async () => {
	sandbox.fail({ what: { kind: 'status', status: 500 } });
	expect((await token({ grant_type: 'client_credentials' }, custom())).status).toBe(200);
	sandbox.clearFaults();
	sandbox.fail({ match: { path: '/connect/token' }, times: 1, what: { kind: 'status', status: 503, as: 'html' } });
	const down = await token({ grant_type: 'client_credentials' }, custom());
	expect([down.status, down.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
});
