import type { Sandbox } from '../../../sandbox/contract';
import { halfAnswers } from '../../../sandbox/halfAnswers';
import { startSandbox } from '../../../sandbox/server';
import { caller } from './callers';
import { kereru } from './thingsApi';

type Json = Record<string, unknown>;

const Invoice = {
	Type: 'ACCREC',
	Contact: { Name: 'Walnut Hall' },
	Date: '2026-03-01',
	LineItems: [{ Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200' }],
};
const invoices = '/api.xro/2.0/Invoices';
const two = { method: 'PUT', json: { Invoices: [Invoice, { ...Invoice, Reference: 'second' }] } };
const ZEROS = '00000000-0000-0000-0000-000000000000';
const OTHER = '99999999-9999-4999-8999-999999999999';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
let count: number;
beforeAll(async () => {
	sandbox = await startSandbox({ seed: 'small', limits: { minute: 1000 } });
	call = caller(sandbox);
});
beforeEach(() => {
	sandbox.clearFaults();
	count = written('Invoices');
});
afterAll(() => sandbox.stop());

const written = (plural: string): number => sandbox.records(kereru, plural).length;
const answered = async (change: (body: unknown) => unknown): Promise<Json[]> => {
	sandbox.fail({ match: { method: 'PUT', path: '/Invoices' }, times: 1, what: { kind: 'answer', change } });
	const { status, body } = await call(invoices, two);
	expect(status).toBe(200);
	return (body as { Invoices: Json[] }).Invoices;
};

describe('an answer that is changed', () => {
	it('comes after the write, with the same status', async () => {
		sandbox.fail({ times: 1, what: { kind: 'answer', change: () => ({ Status: 'OK' }) } });
		expect(await call(invoices, two)).toMatchObject({ status: 200, body: { Status: 'OK' } });
		expect(written('Invoices')).toBe(count + 2);
	});

	it('may come without anything having been written, and with another status', async () => {
		sandbox.fail({ times: 1, what: { kind: 'answer', change: (body) => body, keepWrite: false, status: 202 } });
		const { status, body } = await call(invoices, two);
		const [first] = (body as { Invoices: Json[] }).Invoices;
		expect([status, first?.Total]).toEqual([202, 115]);
		expect(written('Invoices')).toBe(count);
		expect((await call(`${invoices}/${String(first?.InvoiceID)}`)).status).toBe(404);
	});

	it('leaves what is written afterwards', async () => {
		sandbox.fail({ times: 1, what: { kind: 'answer', change: () => null, keepWrite: false } });
		await call(invoices, two);
		await call(invoices, two);
		expect(written('Invoices')).toBe(count + 2);
	});

	it('is the one that is replayed under an Idempotency-Key', async () => {
		sandbox.fail({ times: 1, what: { kind: 'answer', change: halfAnswers.idNull } });
		const keyed = { ...two, headers: { 'idempotency-key': 'k-1' } };
		const [first, again] = [await call(invoices, keyed), await call(invoices, keyed)];
		expect(again.body).toEqual(first.body);
		expect(sandbox.calls.at(-1)?.replayed).toBe(true);
		expect(written('Invoices')).toBe(count + 2);
	});

	it('cannot change what the sandbox holds', async () => {
		const change = (body: unknown): unknown => {
			const [first] = (body as { Invoices: Json[] }).Invoices;
			if (first) first.Total = 999;
			return body;
		};
		const [first] = await answered(change);
		expect(first?.Total).toBe(999);
		const { body } = await call(`${invoices}/${String(first?.InvoiceID)}`);
		expect((body as { Invoices: Json[] }).Invoices[0]?.Total).toBe(115);
	});
});

describe('a half-answer', () => {
	it('has ids that are null, zeros, missing or of another record', async () => {
		expect((await answered(halfAnswers.idNull)).map((one) => one.InvoiceID)).toEqual([null, null]);
		expect((await answered(halfAnswers.idZeros)).map((one) => one.InvoiceID)).toEqual([ZEROS, ZEROS]);
		expect((await answered(halfAnswers.another)).map((one) => one.InvoiceID)).toEqual([OTHER, OTHER]);
		const [first] = await answered(halfAnswers.idMissing);
		expect(first).not.toHaveProperty('InvoiceID');
		expect(first).toMatchObject({ Type: 'ACCREC', Total: 115 });
	});

	it('has fewer records, or none', async () => {
		expect(await answered(halfAnswers.fewer)).toHaveLength(1);
		expect(await answered(halfAnswers.empty)).toEqual([]);
	});

	it('has its sentences one level down', async () => {
		expect((await answered(halfAnswers.nestedErrors))[0]).toMatchObject({
			InvoiceID: null,
			LineItems: [
				{ Description: 'Chairs', StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: 'It was not saved.' }] },
			],
		});
	});

	it('fits every shape that answers have: bare lists, bare objects, other envelopes', () => {
		expect(halfAnswers.idNull({ projectId: 'x', name: 'Deck' })).toEqual({ projectId: null, name: 'Deck' });
		expect(halfAnswers.idNull([{ assetTypeId: 'x' }])).toEqual([{ assetTypeId: null }]);
		expect(halfAnswers.idZeros({ items: [{ id: 'x', status: 'PENDING' }] })).toEqual({
			items: [{ id: ZEROS, status: 'PENDING' }],
		});
		expect(halfAnswers.idMissing({ Id: 'x', Name: 'a.txt' })).toEqual({ Name: 'a.txt' });
		expect(halfAnswers.empty({ Id: 'x', ProviderName: 'x', Warnings: [], Payments: [1] })).toEqual({
			Id: 'x',
			ProviderName: 'x',
			Warnings: [],
			Payments: [],
		});
		expect([halfAnswers.idNull(undefined), halfAnswers.fewer(null)]).toEqual([undefined, null]);
	});

	it.each([
		'Contacts',
		'CreditNotes',
		'BankTransactions',
		'BatchPayments',
		'Items',
		'Payments',
		'ManualJournals',
		'PurchaseOrders',
	])('knows the id of %s', async (plural) => {
		sandbox.fail({ times: 1, what: { kind: 'answer', change: halfAnswers.idNull } });
		const { body } = await call(`/api.xro/2.0/${plural}?page=1`);
		const [first] = (body as Record<string, Json[]>)[plural] ?? [];
		expect(first).toMatchObject({ [`${plural.slice(0, -1)}ID`]: null });
	});
});

describe('an unwritten write', () => {
	const undone = { kind: 'answer', change: (body: unknown) => body, keepWrite: false } as const;

	it('leaves nothing in any API', async () => {
		const before = ['Assets', 'Projects', 'Folders', 'FeedConnections', 'Accounts'].map(written);
		sandbox.fail({ what: undone });
		const partner = sandbox.issue({ scopes: ['bankfeeds'] }).access_token;
		const ContactID = sandbox.records(kereru, 'Contacts')[0]?.ContactID;
		const feed = {
			accountToken: 'token-9',
			accountNumber: '00-0000-0000099-00',
			accountType: 'BANK',
			accountName: 'New',
			currency: 'NZD',
		};
		const statuses = [
			await call('/assets.xro/1.0/Assets', { method: 'POST', json: { assetName: 'Van', assetNumber: 'FA-900' } }),
			await call('/projects.xro/2.0/Projects', { method: 'POST', json: { contactId: ContactID, name: 'Deck' } }),
			await call('/files.xro/1.0/Folders', { method: 'POST', json: { Name: 'Receipts 2026' } }),
			await call('/bankfeeds.xro/1.0/FeedConnections', { method: 'POST', json: { items: [feed] }, token: partner }),
		].map(({ status }) => status);
		expect(statuses).toEqual([200, 201, 200, 202]);
		expect(['Assets', 'Projects', 'Folders', 'FeedConnections', 'Accounts'].map(written)).toEqual(before);
	});
});

it('hands out copies of its records', () => {
	const [copy] = sandbox.records(kereru, 'Invoices') as [Json];
	copy.Total = -1;
	expect(sandbox.records(kereru, 'Invoices')[0]?.Total).not.toBe(-1);
});
