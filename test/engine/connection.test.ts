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
		const error = await refused(ask(READ, { items: [3] }));

		expect(error).toMatchObject({
			message: 'The connection to Xero has ended. Open the credential and connect again; workflows go on by themselves',
			description: 'Check Client ID and Client Secret in the credential.',
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
		});
		expect(calls).toHaveLength(1);
		expect(calls[0]!.options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
	});

	it('ends the other calls of the run that wait, and those of another scope not', async () => {
		const { ask, calls } = await scripted({
			steps: ({ label }) => (label.includes('Invoices') ? unauthorised() : OK),
			credential: { callsAtOnce: '1' },
		});
		const invoices = { path: '/Invoices' };
		const asking = [1, 2, 3].map(async () => await refused(ask(invoices, { scope: 'accounting.invoices' })));
		const contacts = ask(READ, { scope: 'accounting.contacts' });
		const ended = await time().until(Promise.all(asking));

		expect(ended.map(({ httpCode }) => httpCode)).toEqual(['401', '401', '401']);
		expect(await time().until(contacts)).toMatchObject({ status: 200 });
		expect(calls.filter(({ label }) => label.includes('Invoices')).length).toBe(1);
	});

	it('is asked once more where n8n 2.30 to 2.35 keeps back the headers, so that a scope that is missing is named', async () => {
		const lacking = unauthorised({ 'www-authenticate': 'insufficient_scope' });
		const { ask, calls } = await scripted({ steps: () => lacking, causeless: true });

		expect(await refused(ask(WRITE, { scope: 'accounting.invoices' }))).toMatchObject({
			message:
				'This credential may not touch Invoices and Bills. In the credential tick Access: Invoices and Bills (accounting.invoices) and connect again',
			httpCode: '401',
			context: { xero: { lacks: 'scope' } },
		});
		expect(calls.map(({ options }) => options.ignoreHttpStatusErrors)).toEqual([{ ignore: true, except: [401] }, true]);
		expect(calls[0]!.key).toBe(calls[1]!.key);
	});

	it.each(['insufficient_scope', 'insufficent_scope', 'Bearer error="insufficient_scope"'])(
		'for want of a scope (%s) names the scope',
		async (header) => {
			const { ask } = await scripted({ steps: [unauthorised({ 'www-authenticate': header })] });

			expect(await refused(ask(WRITE, { scope: 'accounting.invoices', items: [0] }))).toMatchObject({
				message:
					'This credential may not touch Invoices and Bills. In the credential tick Access: Invoices and Bills (accounting.invoices) and connect again',
				context: { xero: { items: [0], state: 'refused', lacks: 'scope' } },
			});
		},
	);

	it('for want of a scope says what the API takes besides it', async () => {
		const { ask } = await scripted({ steps: [unauthorised({ 'www-authenticate': 'insufficent_scope' })] });

		expect(await refused(ask(READ, { scope: 'accounting.journals.read' }))).toMatchObject({
			message:
				'This credential may not touch Journals. In the credential tick Access: Journals (Read Only) (accounting.journals.read) and connect again',
			description: expect.stringMatching(/ It takes the Advanced tier\.$/),
		});
	});

	it('because the refresh was refused says so in n8n’s words beside ours', async () => {
		const reconnect = new NodeOperationError(NODE, 'The credential "Xero" needs to be reconnected.');
		const { ask, calls } = await scripted({ steps: [reconnect] });

		expect(await refused(ask(WRITE))).toMatchObject({
			message: 'The connection to Xero has ended. Open the credential and connect again; workflows go on by themselves',
			description: expect.stringContaining('The credential "Xero" needs to be reconnected.'),
			failure: { cause: 'credential-invalid' },
		});
		expect(calls).toHaveLength(1);
	});

	it('before it ever was connected says that as well', async () => {
		const { ask } = await scripted({ steps: [new Error('OAuth credentials not connected')] });

		expect(await refused(ask(READ))).toMatchObject({
			message: 'The connection to Xero has ended. Open the credential and connect again; workflows go on by themselves',
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
		[400, { Message: 'Email address is not valid' }, 'Item 6: Xero says: Email address is not valid'],
		[400, '', "Item 6: Xero refused it and gave no reason. Try the same record in Xero's screen to see what it misses"],
		[
			403,
			{ Message: 'AuthenticationUnsuccessful' },
			'The organisation gives no access to this. The person who connected needs the role for it in Xero, or the organisation was disconnected',
		],
		[
			403,
			{ Message: 'insufficient scope' },
			'This credential may not touch Contacts. In the credential tick Access: Contacts (accounting.contacts) and connect again',
		],
		[
			404,
			'The resource you are looking for cannot be found',
			'Item 6: the record is not in the organisation chosen. It may belong to another organisation: check Organisation',
		],
		[412, '', 'Item 6: Xero refused a precondition of the call. Check Modified After and the other header values'],
		[413, '', 'Item 6: Xero takes no request of this size. Send fewer or smaller records or files at once'],
		[418, '', 'Item 6: Xero answered with status 418'],
		[
			500,
			'<html></html>',
			'Item 6: Xero could not handle the call (status 500). It is open whether it was written: look for it in Xero before sending it again',
		],
		[501, '', 'Item 6: Xero does not offer this for the organisation'],
		[
			503,
			'offline',
			'Item 6: Xero is not available at the moment, or the organisation is offline. It is open whether it was written: look for it in Xero before sending it again',
		],
	])('of status %i with %j reads “%s”', async (status, body, message) => {
		const { ask } = await scripted({ steps: () => ({ status, body }) });
		const error = await refused(ask(WRITE, { items: [5], scope: 'accounting.contacts' }));

		expect(error.message).toBe(message);
		expect(error.httpCode).toBe(String(status));
	});

	it.each([
		['accounting.contacts', /^Some parts of Xero's API need a higher tier/],
		['accounting.journals.read', /^It takes the Advanced tier\. Xero says: nothing more$/],
	])('of status 403 for the scope %s says who may do it', async (scope, words) => {
		const { ask } = await scripted({ steps: () => ({ status: 403, body: { Detail: 'AuthenticationUnsuccessful' } }) });

		expect((await refused(ask(READ, { scope }))).description).toMatch(words);
	});

	it('that came as bytes, to a call for a file, is read all the same', async () => {
		const body = Buffer.from(JSON.stringify({ Message: 'The invoice has no PDF' }));
		const { ask } = await scripted({ steps: [{ status: 400, body }] });

		expect(await refused(ask({ path: '/Invoices/1', binary: true }))).toMatchObject({
			message: 'Xero says: The invoice has no PDF',
		});
	});

	it('of a write with 5xx says that it may have been done; of a read not', async () => {
		const { ask } = await scripted({ steps: () => ({ status: 500 }) });

		expect((await refused(ask(WRITE))).message).toBe(
			'Xero could not handle the call (status 500). It is open whether it was written: look for it in Xero before sending it again',
		);
		expect((await refused(ask(READ))).message).toBe('Xero could not handle the call (status 500). Try again later');
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
