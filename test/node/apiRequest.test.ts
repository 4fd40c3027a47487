import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { HARBOUR, staged } from './stage';

const on = staged({ seed: 'small', limits: { minute: 1000 } });

const headers = (...pairs: ReadonlyArray<readonly [name: string, value: string]>) => ({
	headers: { header: pairs.map(([name, value]) => ({ name, value })) },
});
const query = (name: string, value: string) => ({ queryParameters: { parameter: [{ name, value }] } });
const get = async (path: string, options: INodeParameters, items: IDataObject[] = [{}]) =>
	await on.run('apiRequest.send', { method: 'GET', path, options }, items);

describe('Headers', () => {
	it.each([
		['Xero-Tenant-Id', HARBOUR],
		['xero-tenant-id', HARBOUR],
		['Authorization', 'Bearer made-up'],
		['idempotency-key', 'made-up'],
		['Host', 'elsewhere.example'],
		['Content-Length', '0'],
		['Connection', 'close'],
		['Transfer-Encoding', 'chunked'],
	])('that every call has of its own are refused before anything is sent: %s', async (name, value) => {
		const { error } = await get('/Organisation', headers([name, value]));
		expect(error).toContain(`Item 1, Headers, ${name.trim()}: every call has its own already`);
		expect(on.sandbox.calls).toEqual([]);
	});

	it.each([
		['X-Note', 'one\r\nX-Other: two'],
		['X-Note', 'żółć'],
		['X Note', 'one'],
		['X-Note:', 'one'],
	])('that no call can carry are refused before anything is sent: %j, %j', async (name, value) => {
		const { error } = await get('/Organisation', headers([name, value]));
		expect(error).toContain(`Headers, ${name.trim()}: cannot be sent`);
		expect(on.sandbox.calls).toEqual([]);
	});

	it('of one’s own go out as they are', async () => {
		const { error } = await get('/Invoices', headers(['If-Modified-Since', '2096-11-01T00:00:00'], ['X-Note', 'café']));
		expect(error).toBe('');
		expect(on.sandbox.calls[0]!.headers).toMatchObject({ 'if-modified-since': '2096-11-01T00:00:00', 'x-note': 'café' });
	});
});

test('Accept counts in whatever spelling it is given', async () => {
	const id = String(on.records('Invoices')[0]!.InvoiceID);
	const { items, error } = await get(`/Invoices/${id}`, { ...headers(['accept', 'application/pdf']), binary: true });
	expect(error).toBe('');
	expect(on.sandbox.calls[0]!.headers.accept).toBe('application/pdf');
	expect(items[0]!.json.mimeType).toBe('application/pdf');
});

describe('All Pages', () => {
	it.each([['page'], ['pageSize'], ['PAGE'], ['offset']])('beside a %s of one’s own is refused', async (name) => {
		const { error } = await get('/Invoices', { ...query(name, '2'), allPages: true });
		expect(error).toContain(`Item 1, Query Parameters, ${name}: cannot be given when All Pages is on`);
		expect(on.sandbox.calls).toEqual([]);
	});

	it('keeps the other query parameters on each page', async () => {
		const { json, error } = await get('/Invoices', { ...query('where', 'Type=="ACCREC"'), allPages: true });
		expect(error).toBe('');
		const sales = on.records('Invoices').filter(({ Type }) => Type === 'ACCREC');
		expect(json).toHaveLength(sales.length);
		for (const asked of on.sandbox.calls) expect(asked.url).toContain('where=');
	});

	it.each([[99], [100], [101]])('returns a list without pages whole when it holds %i records', async (count) => {
		const there = on.records('Items').length;
		const more = Array.from({ length: count - there }, (_, index) => ({ code: `MORE-${index}` }));
		expect((await on.run('item.create', { Code: '={{ $json.code }}' }, more)).error).toBe('');
		on.sandbox.forget();
		const { json, error } = await get('/Items', { allPages: true });
		expect(error).toBe('');
		expect(new Set(json.map(({ Code }) => Code)).size).toBe(count);
		expect(json).toHaveLength(count);
	});
});

describe('a file', () => {
	it('with an impossible media type is sent as plain bytes', async () => {
		const contact = String(on.records('Contacts')[0]!.ContactID);
		const binary = { data: { data: 'YQ==', mimeType: 'text/plain\r\nX-Other: 1', fileName: 'a.txt' } };
		const { error } = await on.run(
			'apiRequest.send',
			{ method: 'PUT', path: `/Contacts/${contact}/Attachments/a.txt`, options: { inputDataFieldName: 'data' } },
			[{ json: {}, binary }],
		);
		expect(error).toBe('');
		expect(on.sandbox.calls[0]!.headers['content-type']).toBe('application/octet-stream');
	});
});
