import type { JsonObject } from 'n8n-workflow';
import { NodeOperationError, OperationalError } from 'n8n-workflow';
import type { Step } from './scriptedCaller';
import { N8NS, NODE, OK, READ, scripted, SECRETS, WRITE } from './scriptedCaller';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();

const unauthorised = (headers: Readonly<Record<string, string>> = {}): Step => ({
	status: 401,
	headers,
	body: { Title: 'Unauthorized', Status: 401, Detail: `TokenExpired: ${SECRETS.token}` },
});

/** Everything of an error that people or logs may see. */
const shown = (error: unknown): string => {
	const { message, description, messages, context } = error as Error & {
		description?: string;
		messages?: string[];
		context?: JsonObject;
	};
	return JSON.stringify({ message, description, messages, context, error });
};
const refused = async (
	asking: Promise<unknown>,
): Promise<Error & { description: string; failure?: unknown; httpCode?: string }> => {
	const thrown: unknown = await time()
		.until(asking)
		.then(
			() => new Error('went through'),
			(cause: unknown) => cause,
		);
	return thrown as Error & { description: string };
};

describe('A connection that Xero no longer accepts', () => {
	it('is left to n8n for the refresh, then told with what to do, and not tried again', async () => {
		const { ask, calls } = await scripted({ steps: [unauthorised()] });
		const error = await refused(ask(READ, { item: 3 }));

		expect(error).toMatchObject({
			message: 'Xero no longer accepts this connection, reconnect it [item 3]',
			description: 'Open the credential, check Client ID and Client Secret, and connect it to Xero again.',
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
		});
		expect(calls).toHaveLength(1);
		expect(calls[0]!.options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
	});

	it('is asked once more where n8n 2.30 to 2.35 keeps back the headers, so that a scope that is missing is named', async () => {
		const lacking = unauthorised({ 'www-authenticate': 'insufficient_scope' });
		const { ask, calls } = await scripted({ steps: () => lacking, causeless: true });

		expect(await refused(ask(WRITE, { scope: 'accounting.invoices' }))).toMatchObject({
			message: 'The connection to Xero lacks the scope accounting.invoices',
			httpCode: '401',
		});
		expect(calls.map(({ options }) => options.ignoreHttpStatusErrors)).toEqual([{ ignore: true, except: [401] }, true]);
		expect(calls[0]!.key).toBe(calls[1]!.key);
	});

	it.each(['insufficient_scope', 'insufficent_scope', 'Bearer error="insufficient_scope"'])(
		'for want of a scope (%s) names the scope',
		async (header) => {
			const { ask } = await scripted({ steps: [unauthorised({ 'www-authenticate': header })] });

			expect(await refused(ask(WRITE, { scope: 'accounting.invoices', item: 0 }))).toMatchObject({
				message: 'The connection to Xero lacks the scope accounting.invoices [item 0]',
				description: expect.stringContaining(
					'add the access that stands for accounting.invoices (or write it into Custom Scopes)',
				),
			});
		},
	);

	it('for want of a scope says what the API takes besides it', async () => {
		const { ask } = await scripted({ steps: [unauthorised({ 'www-authenticate': 'insufficent_scope' })] });

		expect(await refused(ask(READ, { scope: 'accounting.journals.read' }))).toMatchObject({
			message: 'The connection to Xero lacks the scope accounting.journals.read',
			description: expect.stringMatching(/ It takes the Advanced tier\.$/),
		});
	});

	it('because the refresh was refused says so in n8n’s words beside ours', async () => {
		const reconnect = new NodeOperationError(NODE, 'The credential "Xero" needs to be reconnected.');
		const { ask, calls } = await scripted({ steps: [reconnect] });

		expect(await refused(ask(WRITE))).toMatchObject({
			message: 'Xero no longer accepts this connection, reconnect it',
			description: expect.stringContaining('The credential "Xero" needs to be reconnected.'),
			failure: { cause: 'credential-invalid' },
		});
		expect(calls).toHaveLength(1);
	});

	it('before it ever was connected says that as well', async () => {
		const { ask } = await scripted({ steps: [new Error('OAuth credentials not connected')] });

		expect(await refused(ask(READ))).toMatchObject({
			message: 'Xero no longer accepts this connection, reconnect it',
			description: expect.stringContaining('OAuth credentials not connected'),
		});
	});

	describe.each(N8NS)('is no matter of credentials in %s', (_n8n, causeless) => {
		const down = (): Error =>
			Object.assign(new Error('Request failed with status code 503'), {
				name: 'AxiosError',
				isAxiosError: true,
				response: { status: 503, headers: {}, data: 'Service Unavailable' },
			});
		const cut = (): Error =>
			Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4010'), { code: 'ECONNREFUSED', isAxiosError: true });
		const fetching = (cause: Error): Error =>
			new OperationalError(`Failed to acquire OAuth2 access token: ${cause.message}`, { cause });

		it.each([
			['Xero hands out no token for a while', down],
			['Xero hands out no first token for a while', () => fetching(down())],
			['a token could not be renewed for want of a network', cut],
			['a first token could not be fetched for want of a network', () => fetching(cut())],
		])('when %s', async (_, thrown) => {
			const { ask, calls } = await scripted({ steps: (_call, index) => (index < 2 ? thrown() : OK), causeless });

			expect(await time().until(ask(READ))).toMatchObject({ status: 200 });
			expect(calls).toHaveLength(3);
		});
	});
});

describe('A refusal', () => {
	it.each([
		[400, { Message: 'Email address is not valid' }, 'Xero refused it: Email address is not valid [item 5]'],
		[400, '', 'Xero refused it without saying why [item 5]'],
		[403, { Message: 'AuthenticationUnsuccessful' }, 'Xero gives this connection no access here [item 5]'],
		[403, { Message: 'insufficient scope' }, 'The connection to Xero lacks the scope accounting.contacts [item 5]'],
		[404, 'The resource you are looking for cannot be found', 'Xero does not have this record [item 5]'],
		[412, '', 'Xero refused a precondition of the call [item 5]'],
		[413, '', 'Xero takes no request of this size [item 5]'],
		[418, '', 'Xero answered with status 418 [item 5]'],
		[500, '<html></html>', 'Xero could not handle the call (status 500) [item 5]'],
		[501, '', 'Xero does not offer this for the organisation [item 5]'],
		[503, 'offline', 'Xero is not available at the moment, or the organisation is offline [item 5]'],
	])('of status %i with %j reads “%s”', async (status, body, message) => {
		const { ask } = await scripted({ steps: () => ({ status, body }) });
		const error = await refused(ask(WRITE, { item: 5, scope: 'accounting.contacts' }));

		expect(error.message).toBe(message);
		expect(error.httpCode).toBe(String(status));
	});

	it.each([
		['accounting.contacts', /rights for this in Xero\. Some parts of Xero's API need a higher tier/],
		['accounting.journals.read', /rights for this in Xero\. It takes the Advanced tier\. Xero says: nothing more$/],
	])('of status 403 for the scope %s says who may do it', async (scope, words) => {
		const { ask } = await scripted({ steps: () => ({ status: 403, body: { Detail: 'AuthenticationUnsuccessful' } }) });

		expect((await refused(ask(READ, { scope }))).description).toMatch(words);
	});

	it('that came as bytes, to a call for a file, is read all the same', async () => {
		const body = Buffer.from(JSON.stringify({ Message: 'The invoice has no PDF' }));
		const { ask } = await scripted({ steps: [{ status: 400, body }] });

		expect(await refused(ask({ path: '/Invoices/1', binary: true }))).toMatchObject({
			message: 'Xero refused it: The invoice has no PDF',
		});
	});

	it('of a write with 5xx says that it may have been done; of a read not', async () => {
		const { ask } = await scripted({ steps: () => ({ status: 500 }) });

		expect((await refused(ask(WRITE))).description).toMatch(/^It is not certain that nothing was written: look in Xero/);
		expect((await refused(ask(READ))).description).toBe('Try again later.');
	});
});

describe('No error holds a token, a secret or what was sent', () => {
	const steps: ReadonlyArray<readonly [string, Step]> = [
		['401', unauthorised({ 'www-authenticate': `Bearer ${SECRETS.token}` })],
		['403', { status: 403, body: { Message: 'AuthenticationUnsuccessful' } }],
		['404', { status: 404 }],
		['500', { status: 500 }],
		['a cut connection', { code: 'ECONNRESET', message: 'socket hang up' }],
		['a day used up', { status: 429, headers: { 'x-rate-limit-problem': 'day', 'retry-after': '10' } }],
		['limits beyond patience', { status: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '6000' } }],
		['something unknown', { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'Hostname does not match' }],
	];

	it.each(steps)('after %s', async (_, step) => {
		const { ask } = await scripted({ steps: () => step });
		const text = shown(await refused(ask(WRITE)));

		for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
	});
});
