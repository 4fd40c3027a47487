import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { asN8nResolvesIt } from './asN8nResolvesIt';
import { asN8nTestsIt } from './asN8nTestsIt';

const credential = new XeroSuiteOAuth2Api();

/** What reached the server: method, path, who, and the form sent. */
const seen: Array<{ call: string; authorization?: string; form: Record<string, string> }> = [];
let connectionsStatus = 200;
let server: Server;
let url: string;

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return Object.fromEntries(new URLSearchParams(body));
}

beforeAll(async () => {
	server = createServer((request, response) => {
		void formOf(request).then((form) => {
			seen.push({ call: `${request.method} ${request.url}`, authorization: request.headers.authorization, form });
			const token = request.url === '/connect/token';
			response.writeHead(token ? 200 : connectionsStatus, { 'content-type': 'application/json' });
			response.end(token ? '{"access_token":"made-up","expires_in":1800,"token_type":"Bearer"}' : '[{"tenantName":"Demo"}]');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => await new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
	seen.length = 0;
});

const tested = (status: number, access = ['accounting.settings.read']) => {
	connectionsStatus = status;
	const stored = {
		grantType: 'clientCredentials',
		environment: 'sandbox',
		sandboxUrl: url,
		clientId: 'made-up-id',
		clientSecret: 'pw',
		access,
	};
	return asN8nTestsIt(credential, asN8nResolvesIt(credential, stored));
};

test('testing a Custom Connection fetches a token with the scopes chosen and asks for the connections', async () => {
	expect(await tested(200)).toEqual({ status: 'OK', message: 'Connection successful!' });
	expect(seen).toEqual([
		{
			call: 'POST /connect/token',
			// base64 of made-up-id:pw
			authorization: 'Basic bWFkZS11cC1pZDpwdw==',
			form: { grant_type: 'client_credentials', scope: 'accounting.settings.read' },
		},
		{ call: 'GET /connections', authorization: 'Bearer made-up', form: {} },
	]);
});

test('an empty Access list sends no scope, which Xero answers with all scopes of the Custom Connection', async () => {
	await tested(200, []);
	expect(seen[0]?.form).toEqual({ grant_type: 'client_credentials' });
});

test('401 says that the token was not accepted and how to get unstuck', async () => {
	expect(await tested(401)).toEqual({
		status: 'Error',
		message:
			'Xero did not accept the access token: the connection was removed or has run out. Connect again, or check the client ID and secret of the Custom Connection.',
	});
});

test('403 says that the organisation is not open to the app and how to get unstuck', async () => {
	expect(await tested(403)).toEqual({
		status: 'Error',
		message:
			'Xero knows the app but does not let it in: the organisation is no longer connected or the user lost access to it. Connect the organisation again under a user who may use it.',
	});
});

test('without the sandbox the test asks Xero itself', () => {
	expect(credential.test.request).toEqual({
		baseURL: '={{ $credentials.environment === "sandbox" ? $credentials.sandboxUrl : "https://api.xero.com" }}',
		url: '/connections',
		headers: { Accept: 'application/json' },
	});
});
