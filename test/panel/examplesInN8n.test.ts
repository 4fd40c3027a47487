import type { INodeParameters } from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../../credentials/XeroSuiteOAuth2Api.credentials';
import { XeroAccounting } from '../../nodes/XeroAccounting/XeroAccounting.node';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { forgetLimits } from '../../nodes/shared/http/rateLimiter';
import type { Operation } from '../../nodes/shared/model/operation';
import { asN8nResolvesIt } from '../credential/asN8nResolvesIt';
import type { Reply } from '../fakeContext';
import type { Credentials } from '../n8n';
import { oneNode, runWorkflow } from '../n8n';
import { examples } from '../examples/accounting';
import type { Wire } from '../examples/example';
import { filled, goodAnswer } from './goodAnswer';
import { pairs } from './panel';
import type { Heard } from './recorder';
import { Recorder } from './recorder';

/** n8n fills in, leaves out and resolves parameters in ways of its own: what an example sends must survive them. */
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const TYPE = 'n8n-nodes-xero-suite.xeroAccounting';
const types = { [TYPE]: new XeroAccounting() };
const recorder = new Recorder();
let credentials: Credentials;

beforeAll(async () => {
	const sandboxUrl = await recorder.open();
	const stored = { grantType: 'authorizationCode', clientId: 'app', clientSecret: 'made-up', environment: 'sandbox', sandboxUrl };
	credentials = {
		xeroSuiteOAuth2Api: {
			...asN8nResolvesIt(new XeroSuiteOAuth2Api(), stored),
			oauthTokenData: { access_token: 'made-up', token_type: 'Bearer' },
		},
	};
});
afterAll(async () => await recorder.close());
beforeEach(() => forgetLimits());

/** As many records back as were sent; a read finds one, or an empty list. */
const success = (row: Operation, id: string, call: Heard): Reply =>
	call.method === 'GET' ? { body: { [row.envelope ?? '']: row.paging ? [] : [{}] } } : goodAnswer(call, row, id);

/** What the engine and its HTTP client add to every call. */
const ALWAYS = new Set([
	'accept-encoding',
	'authorization',
	'connection',
	'content-length',
	'host',
	'idempotency-key',
	'transfer-encoding',
	'user-agent',
	'xero-tenant-id',
]);

const lowered = (headers: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function asWire({ method, path, query, headers, body }: Heard): Wire {
	const shown = Object.entries(headers).filter(
		([name, value]) =>
			!ALWAYS.has(name) && !(/^(accept|content-type)$/.test(name) && String(value).startsWith('application/json')),
	);
	return {
		method,
		path: path.replace('/api.xro/2.0', ''),
		query,
		headers: Object.fromEntries(shown) as Record<string, string>,
		body,
	};
}

/** An example's call with all its parts, addresses of Xero's own host as paths. */
const whole = ({ method, path, query = {}, headers = {}, body }: Wire): Wire => ({
	method,
	path: path.replace('https://api.xero.com', ''),
	query,
	headers: lowered(headers) as Record<string, string>,
	body,
});

const cases = pairs.flatMap(([resource, operation]) =>
	(examples[resource]?.[operation] ?? [])
		.filter(({ parameters }) => parameters.length === 1)
		.map((example, index) => [resource, operation, index + 1, example] as const),
);

test('most examples are of one item', () => {
	expect(cases.length).toBeGreaterThan(100);
});

test.each(cases)('%s: %s, example %i of one item, leaves n8n as it is written', async (resource, operation, _index, example) => {
	const { id, operations } = accounting.resources.find(({ key }) => key === resource)!;
	const row = operations[operation]!;
	recorder.answers((call, index) => example.replies?.[index] ?? success(row, id, call));
	const parameters = {
		organisation: { __rl: true, mode: 'id', value: ORGANISATION },
		resource,
		operation,
		...example.parameters[0],
	} as INodeParameters;
	const file = { ...oneNode(TYPE, parameters, example.items ?? [{}]), settings: { timezone: 'Pacific/Auckland' } };
	const ran = await runWorkflow(file, { types, credentials });
	expect(ran.error?.message).toBeUndefined();
	expect(recorder.heard.map(asWire)).toEqual(example.sends.map(whole));
	for (const { path, headers } of recorder.heard)
		expect(headers['xero-tenant-id']).toBe(path === '/connections' ? undefined : ORGANISATION);
	if (example.gives)
		expect(filled(ran.json('Xero').map((json) => ({ json })))).toEqual(filled(example.gives.map(({ json }) => ({ json }))));
});
