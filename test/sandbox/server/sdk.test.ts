import { createRequire } from 'node:module';

import { Issuer } from 'openid-client';
import { XeroClient } from 'xero-node';

import type { Sandbox } from '../../../sandbox/contract';
import { get, post } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

interface Outgoing {
	url?: string;
	[key: string]: unknown;
}
interface Axios {
	interceptors: { request: { use(change: (config: Outgoing) => Outgoing): number; eject(id: number): void } };
}
// The very axios that the SDK calls with: its hosts are fixed in its code, so they are changed on the way out.
const axios = createRequire(require.resolve('xero-node'))('axios') as Axios;

let sandbox: Sandbox;
let interceptor: number;
beforeAll(async () => {
	sandbox = await thingsSandbox();
	interceptor = axios.interceptors.request.use((config) => ({
		...config,
		url: config.url?.replace(/^https:\/\/(identity|api|login)\.xero\.com/, sandbox.url),
	}));
});
afterAll(async () => {
	axios.interceptors.request.eject(interceptor);
	await sandbox.stop();
});
afterEach(() => jest.restoreAllMocks());

const client = (config?: ConstructorParameters<typeof XeroClient>[0]): XeroClient => {
	const made = new XeroClient(config);
	made.accountingApi.basePath = `${sandbox.url}/api.xro/2.0`;
	return made;
};

describe('the official SDK', () => {
	it('gets a token for a custom connection, and calls with an empty organisation', async () => {
		const { clientId, clientSecret = '' } = sandbox.apps.custom;
		const xero = client({ clientId, clientSecret, grantType: 'client_credentials', scopes: ['accounting.settings'] });
		const token = await xero.getClientCredentialsToken();
		expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
		expect(token.refresh_token).toBeUndefined();
		const { body } = await xero.accountingApi.getOrganisations('');
		expect(body.organisations?.[0]).toMatchObject({ organisationID: kereru, name: 'Kererū Trading (Demo)' });
	});

	it('refreshes with a refresh token', async () => {
		const { clientId, clientSecret = '' } = sandbox.apps.web;
		const issued = sandbox.issue();
		const xero = client();
		const token = await xero.refreshWithRefreshToken(clientId, clientSecret, issued.refresh_token ?? '');
		expect(token.refresh_token).not.toBe(issued.refresh_token);
		expect(token.claims()).toMatchObject({ aud: clientId, idp: 'local', email: 'demo.owner@sandbox.example' });
		expect(xero.readTokenSet().expired()).toBe(false);
	});

	it('is told invalid_grant for a token that was revoked', async () => {
		const { clientId, clientSecret = '' } = sandbox.apps.web;
		const refused = client().refreshWithRefreshToken(clientId, clientSecret, 'unheard-of');
		await expect(refused).rejects.toMatchObject({ response: { status: 400, data: { error: 'invalid_grant' } } });
	});

	it('lists the organisations with their details, and disconnects one', async () => {
		const xero = client();
		xero.setTokenSet({ access_token: sandbox.issue({ tenants: [kereru, harbour] }).access_token });
		const tenants = (await xero.updateTenants()) as Array<{
			id: string;
			tenantId: string;
			tenantName: string;
			orgData: { name: string };
		}>;
		expect(tenants.map(({ tenantId, tenantName, orgData }) => [tenantId, tenantName, orgData.name])).toEqual([
			[kereru, 'Kererū Trading (Demo)', 'Kererū Trading (Demo)'],
			[harbour, 'Harbour Lane Studio (Demo)', 'Harbour Lane Studio (Demo)'],
		]);
		await xero.disconnect(tenants[0]?.id ?? '');
		expect((await xero.updateTenants(false)).map(({ tenantId }: { tenantId: string }) => tenantId)).toEqual([harbour]);
	});

	it('is told 403 for an organisation it is not connected to', async () => {
		const xero = client();
		xero.setTokenSet({ access_token: sandbox.issue({ tenants: [harbour] }).access_token });
		const refused: unknown = await xero.accountingApi.getOrganisations(kereru).catch((reason: unknown) => reason);
		const { response } = JSON.parse(String(refused)) as { response: { statusCode: number; body: { Detail: string } } };
		expect([response.statusCode, response.body.Detail]).toEqual([403, 'AuthenticationUnsuccessful']);
	});

	it('signs in from the consent page on, calls, refreshes and revokes', async () => {
		// Discovery goes over an HTTP of its own: this is the one place where its host can be changed.
		const discover = Issuer.discover.bind(Issuer);
		jest.spyOn(Issuer, 'discover').mockImplementation((host) => discover(host.replace('https://identity.xero.com', sandbox.url)));
		const { clientId, clientSecret = '' } = sandbox.apps.web;
		const redirectUri = 'http://localhost:3000/callback';
		const scopes = ['openid', 'profile', 'email', 'offline_access', 'accounting.settings'];
		const xero = client({ clientId, clientSecret, redirectUris: [redirectUri], scopes, state: 'made up' });

		const { text } = await get(await xero.buildConsentUrl());
		const ticket = /name="ticket" value="([^"]+)"/.exec(text)?.[1] ?? '';
		const { headers } = await post(`${sandbox.url}/identity/connect/authorize`, { ticket, decision: 'allow', tenant: kereru });
		const tokens = await xero.apiCallback(headers['location'] ?? '');
		expect(tokens.claims()).toMatchObject({ iss: sandbox.url, aud: clientId, given_name: 'Demo' });
		expect((await xero.updateTenants()).map(({ tenantId }: { tenantId: string }) => tenantId)).toContain(kereru);

		const renewed = await xero.refreshToken();
		expect(renewed.access_token).not.toBe(tokens.access_token);
		await xero.revokeToken();
		expect(xero.tenants).toEqual([]);
		xero.setTokenSet({ access_token: renewed.access_token });
		await expect(xero.accountingApi.getOrganisations(kereru)).rejects.toContain('"statusCode":401');
	});
});
