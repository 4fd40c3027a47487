import { accessOptions } from '../../credentials/access';
import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { demoApps } from '../../sandbox/identity/apps';
import { asN8nResolvesIt } from './asN8nResolvesIt';

const credential = new XeroSuiteOAuth2Api();
const resolve = (stored: Record<string, string | boolean | string[]>) =>
	asN8nResolvesIt(credential, { clientId: 'made-up-client', clientSecret: 'made-up-key', ...stored });

const everyNewApp =
	'accounting.attachments accounting.banktransactions accounting.contacts accounting.invoices accounting.manualjournals accounting.payments accounting.settings';

describe('the scopes asked for', () => {
	test('by default a sign-in asks who signs in, for a refresh token, and for what every new app has', () => {
		expect(resolve({}).scope).toBe(`openid profile email offline_access ${everyNewApp}`);
	});

	test('PKCE asks for the same as the web app', () => {
		expect(resolve({ grantType: 'pkce' }).scope).toBe(`openid profile email offline_access ${everyNewApp}`);
	});

	test('a Custom Connection asks for data only: it has no sign-in and no refresh token', () => {
		expect(resolve({ grantType: 'clientCredentials' }).scope).toBe(everyNewApp);
	});

	test('follow the Access list, separated by spaces and never by commas', () => {
		const access = ['accounting.invoices.read', 'accounting.reports.aged.read', 'projects'];
		expect(resolve({ access }).scope).toBe(
			'openid profile email offline_access accounting.invoices.read accounting.reports.aged.read projects',
		);
		expect(resolve({ access, grantType: 'clientCredentials' }).scope).toBe(
			'accounting.invoices.read accounting.reports.aged.read projects',
		);
	});

	test('an Access list given by an expression counts as well', () => {
		expect(resolve({ access: '={{ ["files", "assets"] }}', grantType: 'clientCredentials' }).scope).toBe('files assets');
	});

	test('an empty list names no scope, so that a Custom Connection is given all it has', () => {
		expect(resolve({ access: [], grantType: 'clientCredentials' }).scope).toBe('');
		expect(resolve({ access: [] }).scope).toBe('openid profile email offline_access');
	});

	test('Custom Scopes are sent as they were typed, whatever the grant type', () => {
		const typed = 'offline_access accounting.transactions some.scope.xero.adds.tomorrow';
		for (const grantType of ['authorizationCode', 'pkce', 'clientCredentials']) {
			expect(resolve({ grantType, customScopes: true, enabledScopes: typed }).scope).toBe(typed);
		}
	});

	test('Custom Scopes start with what the default asks for', () => {
		expect(resolve({ customScopes: true }).scope).toBe(`openid profile email offline_access ${everyNewApp}`);
	});

	test('scopes typed once do not count after Custom Scopes is switched off', () => {
		expect(resolve({ customScopes: false, enabledScopes: 'accounting.transactions', access: ['files'] }).scope).toBe(
			'openid profile email offline_access files',
		);
	});
});

describe('the Access list', () => {
	const scopes = accessOptions.map((option) => option.value);

	test('is alphabetical and names no scope twice', () => {
		const names = accessOptions.map((option) => option.name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(new Set(scopes).size).toBe(scopes.length);
	});

	test('offers the granular scopes and not the broad ones that new apps are refused', () => {
		expect(scopes).toEqual(
			expect.arrayContaining(['accounting.invoices', 'accounting.invoices.read', 'accounting.reports.trialbalance.read']),
		);
		for (const broad of ['accounting.transactions', 'accounting.transactions.read', 'accounting.reports.read']) {
			expect(scopes).not.toContain(broad);
		}
	});

	test('offers a read-only form exactly where Xero has one', () => {
		expect(scopes).toContain('payroll.employees.read');
		expect(scopes).not.toContain('bankfeeds.read');
		expect(scopes).not.toContain('paymentservices.read');
		expect(scopes).not.toContain('accounting.budgets');
		expect(scopes.filter((scope) => String(scope).endsWith('.read.read'))).toEqual([]);
		for (const { name, value } of accessOptions) {
			expect([value, name.endsWith('(Read Only)')]).toEqual([value, String(value).endsWith('.read')]);
		}
	});

	test('starts with entries of the list', () => {
		const access = credential.properties.find((property) => property.name === 'access');
		for (const scope of access?.default as string[]) expect(scopes).toContain(scope);
	});
});

describe('the addresses', () => {
	test('are those of Xero by default', () => {
		expect(resolve({})).toMatchObject({
			environment: 'xero',
			authUrl: 'https://login.xero.com/identity/connect/authorize',
			accessTokenUrl: 'https://identity.xero.com/connect/token',
		});
	});

	test('move to the sandbox together', () => {
		expect(resolve({ environment: 'sandbox' })).toMatchObject({
			sandboxUrl: 'http://localhost:4010',
			authUrl: 'http://localhost:4010/identity/connect/authorize',
			accessTokenUrl: 'http://localhost:4010/connect/token',
		});
	});

	test('do not trip over a slash at the end of the sandbox URL', () => {
		expect(resolve({ environment: 'sandbox', sandboxUrl: 'http://127.0.0.1:5012/' })).toMatchObject({
			authUrl: 'http://127.0.0.1:5012/identity/connect/authorize',
			accessTokenUrl: 'http://127.0.0.1:5012/connect/token',
		});
	});

	test('cannot be replaced by what was stored, nor by a sandbox URL left over from before', () => {
		const stored = {
			authUrl: 'http://elsewhere.example/a',
			accessTokenUrl: 'http://elsewhere.example/t',
			sandboxUrl: 'http://old:1',
		};
		expect(resolve(stored)).toMatchObject({
			authUrl: 'https://login.xero.com/identity/connect/authorize',
			accessTokenUrl: 'https://identity.xero.com/connect/token',
		});
	});
});

describe('how the app shows who it is', () => {
	test('web apps and Custom Connections send their secret as a Basic header', () => {
		expect(resolve({}).authentication).toBe('header');
		expect(resolve({ grantType: 'clientCredentials' }).authentication).toBe('header');
	});

	test('PKCE sends the client ID in the body and no secret, even when one was stored before', () => {
		const resolved = resolve({ grantType: 'pkce' });
		expect(resolved).toMatchObject({ authentication: 'body', clientId: 'made-up-client' });
		expect(resolved).not.toHaveProperty('clientSecret');
	});

	test('the secret and the webhook signing secret are password fields', () => {
		for (const name of ['clientSecret', 'webhookSigningSecret']) {
			expect(credential.properties.find((property) => property.name === name)?.typeOptions?.password).toBe(true);
		}
	});
});

test('nothing but hidden fields, notices and these inputs is on the form', () => {
	const visible = credential.properties.filter((property) => !['hidden', 'notice'].includes(property.type));
	expect(visible.map((property) => property.displayName)).toEqual([
		'Grant Type',
		'Client ID',
		'Client Secret',
		'Environment',
		'Sandbox URL',
		'Access',
		'Custom Scopes',
		'Enabled Scopes',
		'Calls at Once',
		'Webhook Signing Secret',
	]);
});

describe('the notices', () => {
	const notices = credential.properties.filter(({ type }) => type === 'notice');
	const shown = (environment: string, grantType: string) =>
		notices.filter(({ displayOptions: { show } = {} }) => {
			return show?.environment?.includes(environment) && show.grantType?.includes(grantType);
		});

	test.each(['authorizationCode', 'pkce', 'clientCredentials'])('are one in each environment for %s', (grantType) => {
		expect([shown('xero', grantType).length, shown('sandbox', grantType).length]).toEqual([1, 1]);
	});

	test('of the sandbox have the command that starts it, and the client ID and secret to copy', () => {
		const { web, pkce, custom } = demoApps();
		const told = [
			['authorizationCode', web],
			['pkce', pkce],
			['clientCredentials', custom],
		] as const;
		for (const [grantType, { clientId, clientSecret }] of told) {
			const text = shown('sandbox', grantType)[0]?.displayName ?? '';
			expect(text).toContain('<b>npm run sandbox</b>');
			expect(text).toContain(`Client ID: <b>${clientId}</b>`);
			if (clientSecret) expect(text).toContain(`Client Secret: <b>${clientSecret}</b>`);
			else expect(text).not.toContain('Secret');
		}
	});
});
