import { createRequire } from 'node:module';

import { XeroClient } from 'xero-node';

import type { Sandbox } from '../../../sandbox/contract';
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
});
