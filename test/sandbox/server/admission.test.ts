import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { caller } from './callers';
import { harbour, kereru, noOrganisation, thingsSandbox } from './thingsApi';

const clock = stoppedClock(Date.UTC(2026, 9, 1, 9, 30));
const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string;

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await thingsSandbox({ clock });
});
afterEach(() => sandbox.stop());

describe('a token', () => {
	it.each([null, 'unheard-of'])('that is %s is refused with 401', async (token) => {
		const answer = await caller(sandbox)('/api.xro/2.0/Things', { token, headers: { accept: '*/*' } });
		expect(answer.status).toBe(401);
		expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
		expect(answer.body).toEqual({
			Type: null,
			Title: 'Unauthorized',
			Status: 401,
			Detail: 'AuthenticationUnsuccessful',
			Instance: uuid,
			Extensions: {},
		});
	});

	it('works for 30 minutes and is then refused as expired', async () => {
		const call = caller(sandbox);
		clock.advance(30 * 60_000 - 1);
		expect((await call('/api.xro/2.0/Things')).status).toBe(200);
		clock.advance(1);
		const { status, headers, body } = await call('/api.xro/2.0/Things');
		expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
		expect(body).toMatchObject({
			Title: 'Unauthorized',
			Detail: expect.stringMatching(/^TokenExpired: token expired at 10\/01\/2026 \d\d:\d\d:\d\d$/),
		});
	});

	it('may be issued for any number of seconds', async () => {
		const { access_token, expires_in } = sandbox.issue({ expiresIn: 2 });
		expect(expires_in).toBe(2);
		clock.advance(2000);
		expect((await caller(sandbox, access_token)('/api.xro/2.0/Things')).status).toBe(401);
	});

	it('never stands in the records of calls', async () => {
		const { access_token } = sandbox.issue();
		await caller(sandbox, access_token)('/api.xro/2.0/Things');
		expect(sandbox.calls[0]?.headers['authorization']).toBe('(hidden)');
		expect(JSON.stringify(sandbox.calls)).not.toContain(access_token);
	});
});

describe('a scope', () => {
	it('that is missing is answered with 401 and the word as Xero spells it', async () => {
		const { access_token } = sandbox.issue({ scopes: ['accounting.contacts'] });
		const { status, headers, body } = await caller(sandbox, access_token)('/api.xro/2.0/Things');
		expect([status, headers['www-authenticate']]).toEqual([401, 'insufficent_scope']);
		expect(body).toMatchObject({ Title: 'Unauthorized', Status: 401, Detail: 'AuthorizationUnsuccessful' });
	});

	it('for reading lets read and not write', async () => {
		const call = caller(sandbox, sandbox.issue({ scopes: ['accounting.invoices.read'] }).access_token);
		expect((await call('/api.xro/2.0/Things')).status).toBe(200);
		expect((await call('/api.xro/2.0/Things', { method: 'PUT', json: { Things: [] } })).status).toBe(401);
	});
});

describe('the organisation', () => {
	const unsuccessful = {
		status: 403,
		body: { Type: null, Title: 'Forbidden', Status: 403, Detail: 'AuthenticationUnsuccessful', Instance: uuid, Extensions: {} },
	};

	it.each([null, '', noOrganisation, 'nonsense'])('%s is refused with 403', async (tenant) => {
		expect(await caller(sandbox)('/api.xro/2.0/Things', { tenant })).toMatchObject(unsuccessful);
	});

	it('that the consent did not include is refused with 403', async () => {
		const call = caller(sandbox, sandbox.issue({ tenants: [kereru] }).access_token);
		expect((await call('/api.xro/2.0/Things', { tenant: kereru })).status).toBe(200);
		expect(await call('/api.xro/2.0/Things', { tenant: harbour })).toMatchObject(unsuccessful);
	});

	it('may be written in capitals', async () => {
		expect((await caller(sandbox)('/api.xro/2.0/Things', { tenant: kereru.toUpperCase() })).status).toBe(200);
	});

	it('is refused once it was disconnected, for custom connections too, and the other one stays', async () => {
		const [call, custom] = [caller(sandbox), caller(sandbox, sandbox.issue({ app: 'custom' }).access_token)];
		sandbox.disconnect(kereru);
		expect(await call('/api.xro/2.0/Things')).toMatchObject(unsuccessful);
		expect(await custom('/api.xro/2.0/Things', { tenant: null })).toMatchObject(unsuccessful);
		expect((await call('/api.xro/2.0/Things', { tenant: harbour })).status).toBe(200);
	});
});

describe('connections', () => {
	it('need a token but no organisation, and count for no limit', async () => {
		const { status, headers, body } = await caller(sandbox)('/connections', { tenant: null });
		expect(status).toBe(200);
		expect((body as Array<{ tenantName: string }>).map(({ tenantName }) => tenantName)).toEqual([
			'Kererū Trading (Demo)',
			'Harbour Lane Studio (Demo)',
		]);
		expect(Object.keys(headers).filter((name) => name.includes('limit'))).toEqual([]);
		expect((await caller(sandbox)('/connections', { token: null })).status).toBe(401);
	});

	it('have timestamps with seven decimals and no zone', async () => {
		const { body } = await caller(sandbox)('/connections');
		expect((body as Array<{ createdDateUtc: string }>)[0]?.createdDateUtc).toMatch(/^2026-10-01T\d\d:\d\d:\d\d\.\d{3}0000$/);
	});

	it('can be asked for one consent only', async () => {
		const call = caller(sandbox);
		const [{ authEventId } = { authEventId: '' }] = (await call('/connections')).body as Array<{ authEventId: string }>;
		expect((await call(`/connections?authEventId=${authEventId}`)).body).toHaveLength(2);
		expect((await call(`/connections?authEventId=${noOrganisation}`)).body).toEqual([]);
	});

	it('can be ended one by one', async () => {
		const call = caller(sandbox);
		const [{ id } = { id: '' }] = (await call('/connections')).body as Array<{ id: string }>;
		const ended = await call(`/connections/${id}`, { method: 'DELETE' });
		expect([ended.status, ended.text]).toEqual([204, '']);
		expect((await call('/api.xro/2.0/Things')).status).toBe(403);
		expect((await call('/api.xro/2.0/Things', { tenant: harbour })).status).toBe(200);
		expect((await call(`/connections/${id}`, { method: 'DELETE' })).status).toBe(404);
	});
});
