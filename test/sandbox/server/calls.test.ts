import { request } from 'undici';

import type { Sandbox } from '../../../sandbox/contract';
import { caller, things } from './callers';
import { harbour, kereru, thingsSandbox } from './thingsApi';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
	sandbox = await thingsSandbox({ maxBody: 2000, limits: { minute: 10_000 } });
	call = caller(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.forget());

describe('a path', () => {
	const uuid = '0d5b1d0c-7a52-4f0c-9a3e-6c1f6f2b8d11';

	it.each([
		['Quote #12 & more.pdf', 'Quote%20%2312%20%26%20more.pdf'],
		['100%.txt', '100%25.txt'],
		['a+b.txt', 'a+b.txt'],
		['a%2Fb.txt', 'a%252Fb.txt'],
		['one/two.txt', 'one%2Ftwo.txt'],
		['Kōwhai–日本.png', 'K%C5%8Dwhai%E2%80%93%E6%97%A5%E6%9C%AC.png'],
	])('gives the file name %s as it was written', async (FileName, encoded) => {
		const { status, body } = await call(`/api.xro/2.0/Things/${uuid}/Attachments/${encoded}`, { method: 'PUT', body: 'x' });
		expect(status).toBe(200);
		expect((body as { params: object }).params).toEqual({ ThingID: uuid, FileName });
	});

	it('takes a literal before a hole, and an id before a name', async () => {
		expect((await call('/api.xro/2.0/Things/Settings')).body).toEqual({ Settings: [] });
		expect((await call('/api.xro/2.0/Things/A-1')).body).toMatchObject({ params: { ThingID: 'A-1' } });
		expect((await call(`/api.xro/2.0/Things/1/Attachments/${uuid}`)).body).toMatchObject({
			params: { ThingID: '1', AttachmentID: uuid },
		});
		expect((await call('/api.xro/2.0/Things/1/Attachments/a.pdf')).body).toMatchObject({
			params: { ThingID: '1', FileName: 'a.pdf' },
		});
	});

	it('does not mind letter case or a slash at its end', async () => {
		expect((await call('/API.xro/2.0/things/')).status).toBe(200);
	});

	it("that is unknown is answered with 404, in the API's own words below its base", async () => {
		const below = await call('/api.xro/2.0/Nothings');
		expect([below.status, below.body]).toEqual([
			404,
			{ Type: 'NotFound', Message: 'The resource you are looking for cannot be found.', Code: 404 },
		]);
		const beside = await call('/api.xyz/1.0/Things');
		expect([beside.status, beside.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
		expect((await call('/api.xro/2.0')).status).toBe(404);
	});

	it('that has other methods only is answered with 405', async () => {
		const { status, headers } = await call('/api.xro/2.0/Things/1', { method: 'PATCH', json: {} });
		expect([status, headers['allow']]).toEqual([405, 'GET, DELETE, POST']);
	});

	it('that cannot be decoded is answered with 400', async () => {
		expect((await call('/api.xro/2.0/Things/100%')).status).toBe(400);
	});
});

describe('a query', () => {
	it('is decoded, pluses are spaces and the last of equal keys stays', async () => {
		const { body } = await call('/api.xro/2.0/Things/1?where=Status%3D%3D%22A%26B%22&order=Date+DESC&page=1&page=2&IDs=a,b');
		expect((body as { query: object }).query).toEqual({ where: 'Status=="A&B"', order: 'Date DESC', page: '2', IDs: 'a,b' });
	});
});

describe('a body', () => {
	it('on a GET is let be, as the official SDK sends {}', async () => {
		const { statusCode, body } = await request(`${sandbox.url}/api.xro/2.0/Things`, {
			method: 'GET',
			headers: {
				authorization: `Bearer ${sandbox.issue().access_token}`,
				'xero-tenant-id': harbour,
				accept: 'application/json',
				'content-type': 'application/json',
			},
			body: '{}',
		});
		expect(statusCode).toBe(200);
		expect(await body.json()).toMatchObject({ Things: [] });
	});

	it('that is not valid JSON is answered with 400', async () => {
		const answer = await call('/api.xro/2.0/Things', {
			method: 'PUT',
			body: '{"Things":[',
			headers: { 'content-type': 'application/json' },
		});
		expect([answer.status, answer.body]).toEqual([
			400,
			{ Type: 'PostDataInvalidException', Message: 'The request body is not valid JSON.', Code: 400 },
		]);
	});

	it('of a file is not read, even when the file is called JSON and is not', async () => {
		const headers = { 'content-type': 'application/json' };
		const { status, body } = await call('/api.xro/2.0/Things/1/Attachments/a.json', {
			method: 'PUT',
			body: '{not json',
			headers,
		});
		expect([status, (body as { text: string }).text]).toEqual([200, '{not json']);
	});

	it('above the limit is answered with 413', async () => {
		const { status, body } = await call('/api.xro/2.0/Things', { method: 'PUT', json: things('x'.repeat(2000)) });
		expect([status, body]).toEqual([
			413,
			{ Type: 'RequestEntityTooLarge', Message: 'The request is larger than allowed.', Code: 413 },
		]);
		expect(sandbox.calls.map((record) => record.status)).toEqual([413]);
	});
});

describe('an answer', () => {
	it.each([{ accept: '*/*' }, { accept: 'application/xml' }, { accept: '' }])('is XML for %j', async (headers) => {
		await call('/api.xro/2.0/Things', { method: 'PUT', tenant: harbour, json: things('A & B') });
		const answer = await call('/api.xro/2.0/Things', { tenant: harbour, headers });
		expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
		expect(answer.text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><Response [^>]+><Status>OK<\/Status>/);
		expect(answer.text).toContain('<Things><Thing><Name>A &#38; B</Name></Thing>');
	});

	it('is JSON for whoever takes it among others', async () => {
		const answer = await call('/api.xro/2.0/Things', { headers: { accept: 'application/json, text/plain, */*' } });
		expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
	});

	it('of bytes comes as they are', async () => {
		const { status, headers, text } = await call('/api.xro/2.0/Picture');
		expect([status, headers['content-type'], headers['content-length'], text.slice(1)]).toEqual([200, 'image/png', '4', 'PNG']);
	});

	it('without a body has no content type', async () => {
		const { status, headers, text } = await call('/api.xro/2.0/Things/1', { method: 'DELETE' });
		expect([status, headers['content-type'], text]).toEqual([204, undefined, '']);
	});

	it('is 500 when a route breaks, and the sandbox goes on', async () => {
		const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
		expect((await call('/api.xro/2.0/Things/1', { method: 'POST', json: {} })).status).toBe(500);
		expect(sandbox.calls.map((record) => record.status)).toEqual([500]);
		expect(said).toHaveBeenCalledTimes(1);
		said.mockRestore();
		expect((await call('/api.xro/2.0/Things')).status).toBe(200);
	});
});

describe('the route', () => {
	it('is told who calls, for which organisation and under which address', async () => {
		const { body } = await call('/api.xro/2.0/Things/A%201');
		expect(body).toMatchObject({
			method: 'GET',
			path: '/Things/A 1',
			tenantId: kereru,
			clientId: sandbox.apps.web.clientId,
			userId: expect.stringMatching(/^[\da-f-]{36}$/),
			origin: sandbox.url,
		});
	});
});

describe('the records', () => {
	it('tell each call with what it sent and how it was answered', async () => {
		await call('/api.xro/2.0/Things?summarizeErrors=false', {
			method: 'PUT',
			json: things('Kea'),
			headers: { 'idempotency-key': 'k1', 'user-agent': 'a-test' },
		});
		await call('/api.xro/2.0/Nothings');
		expect(sandbox.calls).toHaveLength(2);
		expect(sandbox.calls[0]).toMatchObject({
			method: 'PUT',
			url: '/api.xro/2.0/Things?summarizeErrors=false',
			tenant: kereru,
			status: 200,
			idempotencyKey: 'k1',
			replayed: false,
			body: { Things: [{ Name: 'Kea' }] },
			headers: { 'user-agent': 'a-test' },
		});
		expect(sandbox.calls[1]).toMatchObject({ method: 'GET', url: '/api.xro/2.0/Nothings', status: 404 });
	});

	it('start anew after forget, also for whoever holds the list', async () => {
		const { calls } = sandbox;
		await call('/api.xro/2.0/Things');
		sandbox.forget();
		expect([calls.length, sandbox.calls.length]).toEqual([0, 0]);
	});

	it('of an organisation are what its API holds, as a copy', async () => {
		const fresh = await thingsSandbox();
		await caller(fresh)('/api.xro/2.0/Things', { method: 'PUT', json: things('Tui') });
		expect(fresh.records(kereru, 'Things')).toEqual([{ Name: 'Tui' }]);
		expect(fresh.records(harbour, 'Things')).toEqual([]);
		await fresh.stop();
	});
});
