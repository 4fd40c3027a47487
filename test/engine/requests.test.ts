import type { Called, Step } from './scriptedCaller';
import { HARBOUR, KERERU, OK, READ, scripted, WRITE } from './scriptedCaller';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();
const always = (): Step => OK;

describe('A request', () => {
	it('asks for JSON, names the pack and the organisation, and has no key when it reads', async () => {
		const { ask, calls } = await scripted({ steps: [OK] });
		await time().until(
			ask({ path: '/Contacts', query: { page: 1, IDs: 'a,b', where: 'Name=="A & B"', none: undefined, empty: '' } }),
		);

		expect(calls[0]!.label).toBe(
			'xeroSuiteOAuth2Api: GET /api.xro/2.0/Contacts?page=1&IDs=a,b&where=Name%3D%3D%22A%20%26%20B%22',
		);
		expect(calls[0]!.options).toEqual({
			method: 'GET',
			url: 'https://api.xero.com/api.xro/2.0/Contacts?page=1&IDs=a,b&where=Name%3D%3D%22A%20%26%20B%22',
			headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-xero-suite', 'Xero-Tenant-Id': HARBOUR },
			json: true,
			returnFullResponse: true,
			timeout: 100_000,
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		});
	});

	it('goes to the sandbox when the credential says so', async () => {
		const { ask, calls } = await scripted({
			steps: [OK],
			credential: { environment: 'sandbox', sandboxUrl: 'http://localhost:4010/' },
		});
		await time().until(ask(READ));

		expect(calls[0]!.options.url).toBe('http://localhost:4010/api.xro/2.0/Contacts');
	});

	it('sends bytes as they are and asks for bytes where they are wanted', async () => {
		const { ask, calls } = await scripted({ steps: always });
		const body = Buffer.from('%PDF-1.7');
		await time().until(
			ask({ method: 'PUT', path: '/Invoices/1/Attachments/a.pdf', body, headers: { 'Content-Type': 'application/pdf' } }),
		);
		await time().until(ask({ path: '/Invoices/1', binary: true, headers: { Accept: 'application/pdf' } }));

		expect(calls[0]!.options).toMatchObject({ body, json: false, headers: { 'Content-Type': 'application/pdf' } });
		expect(calls[1]!.options).toMatchObject({ encoding: 'arraybuffer', headers: { Accept: 'application/pdf' } });
		expect(calls[1]!.options).not.toHaveProperty('json');
	});

	it('asks for connections outside the API, without an organisation, once per run', async () => {
		const harbour = { id: '1', tenantId: HARBOUR, tenantName: 'Harbour Tools', tenantType: 'ORGANISATION' };
		const body = [harbour, { id: '2', tenantId: KERERU, tenantName: 'App', tenantType: 'APPLICATION' }];
		const { client, calls } = await scripted({ steps: [{ status: 503 }, { status: 429 }, { status: 200, body }] });
		const [first, second] = await time().until(Promise.all([client.connections(), client.connections()]));

		expect(first).toEqual([harbour]);
		expect(second).toEqual([harbour]);
		expect(calls.map(({ label }) => label)).toEqual(Array(3).fill('xeroSuiteOAuth2Api: GET /connections'));
		expect(calls[0]!.options.headers).not.toHaveProperty('Xero-Tenant-Id');
	});
});

describe('The Idempotency-Key', () => {
	const keysOf = (calls: readonly Called[]): Array<string | undefined> => calls.map(({ key }) => key);
	const keyOf = async (run: string, request = WRITE, sending = {}): Promise<string | undefined> => {
		const { send, calls } = await scripted({ steps: always, settings: { run } });
		await time().until(send(request, sending));
		return calls[0]!.key;
	};

	it('stands on PUT, POST and PATCH, not on GET and DELETE', async () => {
		const { send, calls } = await scripted({ steps: always });
		for (const method of ['PUT', 'POST', 'PATCH', 'GET', 'DELETE'] as const)
			await time().until(send({ method, path: '/Items/1' }));

		expect(keysOf(calls).map((key) => key !== undefined)).toEqual([true, true, true, false, false]);
	});

	it('is the same for the same write of the same run, in another try of the node as well', async () => {
		expect(await keyOf('execution 1')).toBe(await keyOf('execution 1'));
	});

	it('fits into the 128 characters that Xero takes', async () => {
		const key = await keyOf('instance workflow execution node '.repeat(50));

		expect(key).toMatch(/^[0-9a-f]{64}$/);
	});

	it('differs by run, place in the run, organisation, method, path, query and body', async () => {
		const keys = await Promise.all([
			keyOf('execution 1'),
			keyOf('execution 2'),
			keyOf('execution 1', WRITE, { serial: '50' }),
			keyOf('execution 1', WRITE, { organisation: KERERU }),
			keyOf('execution 1', { ...WRITE, method: 'POST' }),
			keyOf('execution 1', { ...WRITE, path: '/Contacts/1' }),
			keyOf('execution 1', { ...WRITE, query: { summarizeErrors: 'false' } }),
			keyOf('execution 1', { ...WRITE, body: { Contacts: [{ Name: 'Hill Farm' }] } }),
			keyOf('execution 1', { ...WRITE, body: Buffer.from('Hill Farm') }),
			keyOf('execution 1', { method: 'PUT', path: '/Contacts' }),
		]);

		expect(new Set(keys).size).toBe(10);
	});
});

describe('What a run costs', () => {
	it('is counted: calls with their retries, and the time in which anything waited, once', async () => {
		const limited: Step = { status: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '10' } };
		const { client, send } = await scripted({
			steps: (_, index) =>
				index === 1 || index === 2 ? limited : { status: 200, headers: { 'x-daylimit-remaining': String(4_000 - index) } },
		});
		await time().until(send(READ));
		await time().until(Promise.all([send(READ), send(READ)]));

		expect(client.usage).toEqual({ calls: 5, writes: 0, waited: 10_000, dayLeft: 3_996 });
	});

	it('is nothing before the first call', async () => {
		const { client } = await scripted({ steps: [] });

		expect(client.usage).toEqual({ calls: 0, writes: 0, waited: 0, dayLeft: undefined });
	});
});
