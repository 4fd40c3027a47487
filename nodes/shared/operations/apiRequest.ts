// The resource API Request: any call through the same client.

import isEqual from 'lodash/isEqual';
import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { rows } from '../inputs/collections';
import { choice, flag, json, text } from '../inputs/scalars';
import type { OperationContext, OutputItem } from '../model/context';
import { shown } from '../model/findings';
import type { Operation, Resource } from '../model/operation';
import type { Paging, XeroRequest } from '../model/request';
import { mediaType } from './mediaType';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The path may not leave the API: no other host, no way up, nothing that would be read as a query. */
function checkedPath(call: OperationContext, raw: string): string {
	const path = raw.startsWith('/') ? raw : `/${raw}`;
	let decoded = path;
	try {
		decoded = decodeURIComponent(path);
	} catch {
		call.refuse({ place: ['Path'], value: shown(raw), says: 'cannot be read', todo: 'Write a percent sign in a path as %25' });
	}
	if (/^\/\/|:\/\/|\\|[?#\s]/.test(path) || /(^|\/)\.\.?(\/|$)/.test(decoded)) {
		call.refuse({
			place: ['Path'],
			value: shown(raw),
			says: 'is not a path under the API, such as /Invoices',
			todo: 'Put query parameters into Query Parameters; write spaces as %20',
		});
	}
	return path.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

const pairs = (value: unknown): IDataObject => {
	const list = Array.isArray(value) ? (value as Array<{ name?: unknown; value?: unknown }>) : [];
	return Object.fromEntries(
		list.filter(({ name }) => name !== undefined).map((one) => [String(one.name), String(one.value ?? '')]),
	);
};

/** What the client itself says in every call: the organisation, who asks, which write it is, and how it travels. */
const OWN_HEADERS = new Set([
	'authorization',
	'connection',
	'content-length',
	'host',
	'idempotency-key',
	'transfer-encoding',
	'xero-tenant-id',
]);

function checkedHeaders(call: OperationContext, raw: unknown): Record<string, string> {
	// The client knows these two by their usual spelling; the same name twice would go out as two.
	const headers = Object.fromEntries(
		Object.entries(pairs(raw) as Record<string, string>).map(([name, value]) => [
			name.replace(/^accept$/i, 'Accept').replace(/^content-type$/i, 'Content-Type'),
			value,
		]),
	);
	for (const [name, value] of Object.entries(headers)) {
		if (OWN_HEADERS.has(name.trim().toLowerCase()))
			call.refuse({
				place: ['Headers', shown(name) ?? ''],
				says: 'every call has its own already',
				todo: 'Take it away: the organisation is chosen in Organisation, the connection in the credential',
			});
		if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
			call.refuse({
				place: ['Headers', shown(name) ?? ''],
				says: 'cannot be sent',
				todo: 'The name of a header is one word, its value one line of Latin letters',
			});
	}
	return headers;
}

/** With All Pages the pages are counted here; a page of the user's own would be asked again and again, or not at all. */
function refusePages(call: OperationContext, query: IDataObject): void {
	const own = Object.keys(query).find((name) => /^(page|pagesize|offset)$/i.test(name.trim()));
	if (own)
		call.refuse({
			place: ['Query Parameters', own],
			says: 'cannot be given when All Pages is on, which asks for page after page by itself',
			todo: 'Take one of the two away',
		});
}

/** The only array in a body, which is where the APIs keep their records. */
const recordsName = (body: unknown): string | undefined =>
	body !== null && typeof body === 'object' && !Array.isArray(body)
		? Object.entries(body).find(([key, value]) => Array.isArray(value) && !/^(warnings|elements)$/i.test(key))?.[0]
		: undefined;

/** How a list of this name goes on, where an API has a way of its own; `body` is its first page. */
type PagingOf = (name: string, body: IDataObject) => Paging | undefined;

/** Every record of a list of which nothing is known: how it pages shows in a first answer of one record. */
async function everything(call: OperationContext, request: XeroRequest, pagingOf?: PagingOf): Promise<IDataObject[]> {
	const first = await call.request({ ...request, query: { ...request.query, page: 1, pageSize: 1 } });
	const name = recordsName(first.body) ?? '';
	const body = (first.body ?? {}) as IDataObject;
	const known = pagingOf?.(name, body);
	if (known) return await call.listAll(request, known, name);
	const records = call.recordsIn(first, name);
	const { pagination } = body;
	if (pagination) return await call.listAll(request, { by: 'page', size: call.largestPage }, name);
	// No page size and full pages of 100: goes by number, unless the second page is the first again. Anything else came whole.
	if (records.length !== 100) return records;
	const [next] = call.recordsIn(await call.request({ ...request, query: { ...request.query, page: 2 } }), name);
	if (next === undefined || isEqual(next, records[0])) return records;
	return await call.listAll(request, { by: 'page', size: 100, fixed: true }, name);
}

async function sendIt(call: OperationContext, pagingOf: PagingOf | undefined): Promise<readonly OutputItem[]> {
	const method = call.input.method as IHttpRequestMethods;
	const path = checkedPath(call, String(call.input.path));
	const { queryParameters, headers, body, binary, allPages, inputDataFieldName } = call.options;
	const file = typeof inputDataFieldName === 'string' ? await call.readBinary(inputDataFieldName) : undefined;
	if (allPages === true && method === 'GET') refusePages(call, pairs(queryParameters));
	const request: XeroRequest = {
		method,
		path,
		query: pairs(queryParameters),
		headers: { ...(file ? { 'Content-Type': mediaType(file.type) } : {}), ...checkedHeaders(call, headers) },
		...(method === 'GET' ? {} : file ? { body: file.data } : body === undefined ? {} : { body: body as IDataObject }),
	};
	if (binary === true) {
		const answer = await call.request({ ...request, binary: true, headers: { Accept: '*/*', ...request.headers } });
		const type = String(answer.headers['content-type'] ?? 'application/octet-stream').split(';')[0]!;
		const content = await call.toBinary(Buffer.from(answer.body as Buffer), path.split('/').pop() ?? 'file', type);
		return [{ json: { path, mimeType: type }, binary: { data: content } }];
	}
	if (allPages === true && method === 'GET') return (await everything(call, request, pagingOf)).map((json) => ({ json }));
	const answer = await call.request(request);
	if (answer.body === '' || answer.body === null || answer.body === undefined)
		return [{ json: { success: true, status: answer.status } }];
	const opened = call.recordsIn(answer);
	return opened.length ? opened.map((json) => ({ json })) : [{ json: { data: answer.body as string } }];
}

const send: Omit<Operation, 'run'> = {
	xero: [],
	name: 'Send',
	action: 'Send an API request',
	description: 'Send any request to this API through the same limits, retries and Idempotency-Key as every other operation',
	method: 'GET',
	path: '',
	required: {
		method: choice(
			'Method',
			METHODS.map((method) => [method, method] as const),
		),
		path: text('Path', { placeholder: 'e.g. /Invoices', description: 'Path below the address of the API', min: 1 }),
	},
	query: {
		allPages: flag('All Pages', 'Whether to ask for page after page and return every record'),
		binary: flag('Binary Answer', 'Whether the answer is a file, put into the binary field "data"'),
		body: json('Body', { description: 'What is sent, as JSON' }),
		headers: rows('Headers', 'Header', { name: text('Name'), value: text('Value') }),
		inputDataFieldName: text('Input Binary Field', {
			description: 'Name of the binary field whose file is sent instead of Body',
			hint: 'The name of the input binary field containing the file to be uploaded',
		}),
		queryParameters: rows('Query Parameters', 'Parameter', { name: text('Name'), value: text('Value') }),
	},
};

/** Any method and path of an API through the one client: for what the tables do not know yet. */
export const apiRequest = (pagingOf?: PagingOf): Resource => ({
	key: 'apiRequest',
	name: 'API Request',
	plural: 'API Requests',
	description: 'Any call of this API that has no operation of its own',
	path: '',
	id: '',
	scope: '',
	fields: {},
	operations: { send: { ...send, run: async (call) => await sendIt(call, pagingOf) } },
});
