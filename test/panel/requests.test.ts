import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import type { Operation } from '../../nodes/shared/model/operation';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { byId, withFile } from '../examples/example';
import { nothingMissing, notTaken } from '../whatToDo';
import { goodAnswer } from './goodAnswer';
import { full, idOf, least } from './requests/filled';
import { requestsOfXero } from './requests/spec';

const check = requestsOfXero();
const rows = accounting.resources.flatMap(({ key, operations }) =>
	Object.entries(operations)
		.filter(([, { xero }]) => xero.length)
		.map(([name, operation]) => [key, name, operation] as const),
);
const ORGANISATION = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** What the lists have in which a name is looked up. */
const NAMED: Readonly<Record<string, object>> = {
	Accounts: { AccountID: idOf(0), Code: '200', Type: 'INVENTORY', Status: 'ACTIVE' },
	BrandingThemes: { BrandingThemeID: idOf(0) },
	Items: { ItemID: idOf(0), Code: 'GB1-White' },
	TaxRates: { TaxType: 'OUTPUT2', Status: 'ACTIVE' },
};

/** A good answer to anything: what was sent is saved, and there is one record for a question; an item that is looked for is not there. */
const answer = (resource: string, name: string, sent: Sent, row: Operation): Reply => {
	const { method, path, query, headers } = sent;
	if (method !== 'GET') return goodAnswer(sent, row, accounting.resources.find(({ key }) => key === resource)!.id);
	const record = {
		ID: 'x',
		OrganisationID: ORGANISATION,
		Name: 'A',
		TaxType: 'OUTPUT2',
	};
	if (headers.Accept === 'application/pdf') return { headers: { 'content-type': 'application/pdf' }, body: Buffer.from('%PDF') };
	if (path.endsWith('/Organisation')) return { body: { Organisations: [record] } };
	if (path.endsWith('/Attachments')) {
		return {
			body: {
				Attachments: [0, 1, 2].map((turn) => ({ AttachmentID: idOf(turn), FileName: idOf(turn), MimeType: 'text/plain' })),
			},
		};
	}
	const list = path.split('/').slice(3).join('/');
	if (list !== row.envelope && list in NAMED) return { body: { [list]: [{ ...NAMED[list], Name: 'Region: North' }] } };
	const at = row.envelope ?? path.split('/')[3]!;
	if (path.includes('/Attachments/')) return { body: Buffer.from('file') };
	return { body: { [at]: name === 'findOrCreate' && query.where ? [] : [record] } };
};

/** Runs the items, and gives what Xero's description has against the requests. */
async function complaintsOf(resource: string, name: string, row: Operation, items: readonly IDataObject[]): Promise<string[]> {
	const parameters = items.map((one) => ({ organisation: byId(ORGANISATION), resource, operation: name, ...one }));
	const { ctx, requests } = fakeExecute({
		parameters,
		items: items.map(() => withFile('a.pdf', 'application/pdf', 'file')),
		reply: (sent) => answer(resource, name, sent, row),
	});
	await execute(accounting, ctx);
	if (requests.length === 0) return ['nothing was sent'];
	return requests.flatMap(({ method, path, query, headers, body }) => {
		const { operations, complaints } = check({ method, path: path.replace('/api.xro/2.0', ''), query, headers, body });
		// What follows a save is what an operation of its own does: its file is attached, it is mailed.
		const { operations: all } = accounting.resources.find(({ key }) => key === resource)!;
		const own = [row, ...(row.afterSave ? Object.values(all) : [])].flatMap(({ xero }) => xero);
		const others = method === 'GET' || operations.some((one) => own.includes(one));
		return [...complaints, ...(others ? [] : [`${method} ${path} is ${operations.join()}, which the table does not say`])];
	});
}

test.each([
	['a call', { method: 'GET', path: '/Bills' }, 'GET /Bills is no call of Xero'],
	['an ID', { method: 'POST', path: '/Quotes/QU-1', body: { Quotes: [] } }, 'POST /Quotes/QU-1 is no call of Xero'],
	['a parameter', { method: 'GET', path: '/Budgets', query: { where: 'a' } }, '?where is not known'],
	['a number', { method: 'GET', path: '/Journals', query: { offset: 'x' } }, '?offset must be integer {"type":"integer"}'],
	['what is needed', { method: 'GET', path: '/Reports/AgedPayablesByContact' }, '?contactId is missing'],
	[
		'a header',
		{ method: 'GET', path: '/Budgets', headers: { 'If-Modified-Since': 'x' } },
		'header If-Modified-Since is not known',
	],
	['a body', { method: 'PUT', path: '/Currencies' }, 'the body is missing'],
	[
		'what Xero sets itself',
		{ method: 'PUT', path: '/Invoices', body: { Invoices: [{ AmountDue: 1 }] } },
		'/Invoices must NOT have additional properties {"additionalProperty":"AmountDue"}',
	],
])('%s that Xero does not have is found', (_what, wire, says) => {
	expect(check(wire).complaints).toEqual([says]);
});

describe('with every input filled in, every option chosen and every mode used, the request is one that Xero describes', () => {
	test.each(rows)('%s: %s', async (resource, name, row) => {
		const items = full(resource, name, row);
		const single = await Promise.all(items.map(async (one) => await complaintsOf(resource, name, row, [one])));
		nothingMissing([...new Set(single.flat())], notTaken('accounting'));
	});
});

describe('with nothing but what is required, or with a single change, the request is one that Xero describes', () => {
	test.each(rows)('%s: %s', async (resource, name, row) => {
		const single = await Promise.all(
			least(resource, name, row).map(async (one) => await complaintsOf(resource, name, row, [one])),
		);
		nothingMissing([...new Set(single.flat())], notTaken('accounting'));
	});
});

describe('with several items in one request, it is one that Xero describes', () => {
	test.each(rows.filter(([, , { batchSize: batch, run }]) => batch !== undefined && !run))(
		'%s: %s',
		async (resource, name, row) => {
			for (const items of [full(resource, name, row), least(resource, name, row)])
				nothingMissing([...new Set(await complaintsOf(resource, name, row, items))], notTaken('accounting'));
		},
	);
});
