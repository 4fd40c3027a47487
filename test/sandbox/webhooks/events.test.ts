import { get } from 'lodash';

import type { Answered } from '../server/callers';
import { kereru } from '../server/thingsApi';
import { leave, stage, type Stage } from './stage';
import { complaintsOf } from './spec';

let on: Stage;
beforeEach(async () => {
	on = await stage({ seed: 'small' });
});
afterEach(leave);

type Json = Record<string, unknown>;

/** A call a millisecond after the last, which must get `status`. */
async function call(method: string, path: string, json?: Json, status = 200): Promise<Answered> {
	on.clock.advance(1);
	const answer = await on.call(`/api.xro/2.0${path}`, { method, ...(json === undefined ? {} : { json }) });
	if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
	return answer;
}
const id = (answer: Answered, path: string): string => String(get(answer.body, path));

/** What was heard since the last time, as `CATEGORY TYPE`. */
async function heard(): Promise<string[]> {
	await on.settle();
	const all = on.hook.heard();
	on.hook.received.splice(0);
	return all;
}

/** Makes something and takes note of nothing of it. */
async function quietly<T>(making: Promise<T>): Promise<T> {
	const made = await making;
	await heard();
	return made;
}

const line = { Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200' };
const sale = (more: Json = {}): Json => ({
	...{ Type: 'ACCREC', Status: 'AUTHORISED', Date: '2026-09-01', DueDate: '2026-09-15', LineItems: [line] },
	Contact: { Name: 'Walnut Hall' },
	...more,
});
const credit = (more: Json = {}): Json => ({ ...sale(), Type: 'ACCRECCREDIT', DueDate: undefined, ...more });
const bank = (Type: string, item: Json = line): Json => ({
	...{ Type, BankAccount: { Code: '090' }, Date: '2026-09-01', LineItems: [item], Contact: { Name: 'Walnut Hall' } },
});
const paid = (InvoiceID: string, Amount = 115): Json => ({
	...{ Invoice: { InvoiceID }, Account: { Code: '090' }, Date: '2026-09-05', Amount },
});
const invoice = async (more: Json = {}): Promise<string> =>
	id(await call('PUT', '/Invoices', sale(more)), 'Invoices.0.InvoiceID');

it('tells nothing of the records a sandbox starts with, nor of reading', async () => {
	await call('GET', '/Contacts');
	await call('GET', '/Invoices?page=1');
	expect(await heard()).toEqual([]);
});

it('tells what happened in the very form of Xero', async () => {
	const ContactID = id(await call('PUT', '/Contacts', { Name: 'Walnut Hall' }), 'Contacts.0.ContactID');
	await on.settle();
	expect(on.hook.deliveries()[0]?.events).toEqual([
		{
			resourceUrl: `${on.sandbox.url}/api.xro/2.0/Contacts/${ContactID}`,
			resourceId: ContactID,
			tenantId: kereru,
			tenantType: 'ORGANISATION',
			eventCategory: 'CONTACT',
			eventType: 'CREATE',
			eventDateUtc: '2026-10-01T09:00:00.001',
		},
	]);
	expect(on.sandbox.records(kereru, 'Contacts').find((contact) => contact['ContactID'] === ContactID)).toMatchObject({
		UpdatedDateUTC: '2026-10-01T09:00:00.001Z',
	});
});

const prepaid = (): Promise<Answered> => call('PUT', '/BankTransactions', bank('RECEIVE-PREPAYMENT'));
const overpaid = (Type = 'SPEND-OVERPAYMENT'): Promise<Answered> =>
	call('PUT', '/BankTransactions', bank(Type, { Description: 'Paid twice', LineAmount: 80 }));

it.each([
	['CREDITNOTE', 'CreditNotes', () => call('PUT', '/CreditNotes', credit()), 'CreditNotes.0.CreditNoteID', 'ACCRECCREDIT'],
	['PREPAYMENT', 'Prepayments', prepaid, 'BankTransactions.0.PrepaymentID', 'RECEIVE-PREPAYMENT'],
	['OVERPAYMENT', 'Overpayments', overpaid, 'BankTransactions.0.OverpaymentID', 'SPEND-OVERPAYMENT'],
])('tells type and status of a %s', async (category, plural, make, path, Type) => {
	await quietly(call('PUT', '/Contacts', { Name: 'Walnut Hall' }));
	const resourceId = id(await make(), path);
	await on.settle();
	const all = on.hook.deliveries().flatMap(({ events }) => events);
	expect(all.filter(({ eventCategory }) => eventCategory === category)).toEqual([
		{
			resourceUrl: `${on.sandbox.url}/api.xro/2.0/${plural}/${resourceId}`,
			resourceId,
			tenantId: kereru,
			tenantType: 'ORGANISATION',
			eventCategory: category,
			eventType: 'CREATE',
			eventDateUtc: '2026-10-01T09:00:01.002',
			data: { Type, Status: 'AUTHORISED', UpdatedDateUTCString: '2026-10-01T09:00:01Z' },
		},
	]);
});

describe('contacts', () => {
	it('are created, updated and, as an update, archived', async () => {
		const ContactID = id(await call('PUT', '/Contacts', { Name: 'One' }), 'Contacts.0.ContactID');
		expect(await heard()).toEqual(['CONTACT CREATE']);
		await call('POST', `/Contacts/${ContactID}`, { EmailAddress: 'one@example.com' });
		expect(await heard()).toEqual(['CONTACT UPDATE']);
		await call('POST', '/Contacts', { ContactID, ContactStatus: 'ARCHIVED' });
		expect(await heard()).toEqual(['CONTACT UPDATE']);
	});

	it('that an update leaves as they are make no event', async () => {
		await quietly(call('PUT', '/Contacts', { Name: 'One', EmailAddress: 'one@example.com' }));
		await call('POST', '/Contacts', { Name: 'One', EmailAddress: 'one@example.com' });
		expect(await heard()).toEqual([]);
	});

	it('that a document makes are told before it, those it names are not told', async () => {
		await invoice();
		expect(await heard()).toEqual(['CONTACT CREATE', 'INVOICE CREATE']);
		await invoice({ Type: 'ACCPAY' });
		expect(await heard()).toEqual(['INVOICE CREATE']);
	});
});

describe('invoices', () => {
	it('are told once for a call, whatever it does to them', async () => {
		const InvoiceID = await quietly(invoice());
		await call('POST', '/Invoices', {
			Invoices: [
				{ InvoiceID, Reference: 'A' },
				{ InvoiceID, Reference: 'B' },
			],
		});
		expect(await heard()).toEqual(['INVOICE UPDATE']);
	});

	it('are updated by a payment and by taking it back', async () => {
		const InvoiceID = await quietly(invoice());
		const PaymentID = id(await call('PUT', '/Payments', paid(InvoiceID, 100)), 'Payments.0.PaymentID');
		expect(await heard()).toEqual(['INVOICE UPDATE']);
		await call('POST', `/Payments/${PaymentID}`, { Status: 'DELETED' });
		expect(await heard()).toEqual(['INVOICE UPDATE']);
	});

	it('are updated by a batch payment, each', async () => {
		const ids = [await invoice(), await quietly(invoice())];
		const Payments = ids.map((InvoiceID) => ({ Invoice: { InvoiceID }, Amount: 115 }));
		await call('PUT', '/BatchPayments', { Account: { Code: '090' }, Date: '2026-09-05', Payments });
		expect(await heard()).toEqual(['INVOICE UPDATE', 'INVOICE UPDATE']);
	});

	it('and the credit notes allocated to them are both updated', async () => {
		const InvoiceID = await invoice();
		const note = id(await quietly(call('PUT', '/CreditNotes', credit())), 'CreditNotes.0.CreditNoteID');
		const allocation = { Invoice: { InvoiceID }, Amount: 115, Date: '2026-09-06' };
		const made = await call('PUT', `/CreditNotes/${note}/Allocations`, allocation);
		await on.settle();
		expect(on.hook.deliveries().flatMap(({ events }) => events.map(({ data }) => data))).toEqual([
			{ Type: 'ACCRECCREDIT', Status: 'PAID', UpdatedDateUTCString: '2026-10-01T09:00:01Z' },
			undefined,
		]);
		expect(await heard()).toEqual(['CREDITNOTE UPDATE', 'INVOICE UPDATE']);
		await call('DELETE', `/CreditNotes/${note}/Allocations/${id(made, 'Allocations.0.AllocationID')}`);
		expect(await heard()).toEqual(['CREDITNOTE UPDATE', 'INVOICE UPDATE']);
	});

	it('that are refused make no event, the others of the call do', async () => {
		const bad = sale({ LineItems: [{ ...line, AccountCode: 'none' }], Contact: { Name: 'Never Saved' } });
		await call('PUT', '/Invoices?summarizeErrors=false', { Invoices: [bad, sale()] });
		expect(await heard()).toEqual(['CONTACT CREATE', 'INVOICE CREATE']);
		await call('PUT', '/Invoices', { Invoices: [sale(), bad] }, 400);
		expect(await heard()).toEqual([]);
	});

	it('are told again when a second call changes them within the same millisecond', async () => {
		const InvoiceID = await quietly(invoice());
		for (const Reference of ['A', 'B'])
			expect((await on.call(`/api.xro/2.0/Invoices/${InvoiceID}`, { method: 'POST', json: { Reference } })).status).toBe(200);
		expect(await heard()).toEqual(['INVOICE UPDATE', 'INVOICE UPDATE']);
	});

	it('make one event for a call that is repeated with its Idempotency-Key', async () => {
		const twice = { method: 'PUT', json: sale({ Contact: { Name: 'Oak Hall' } }), headers: { 'idempotency-key': 'once' } };
		await on.call('/api.xro/2.0/Invoices', twice);
		expect((await on.call('/api.xro/2.0/Invoices', twice)).status).toBe(200);
		expect(await heard()).toEqual(['CONTACT CREATE', 'INVOICE CREATE']);
	});

	it('are told although the answer never came', async () => {
		on.sandbox.fail({ match: { method: 'PUT' }, times: 1, what: { kind: 'dropBefore' } });
		on.sandbox.fail({ match: { method: 'PUT' }, times: 1, what: { kind: 'dropAfter' } });
		await expect(invoice()).rejects.toThrow();
		expect(await heard()).toEqual([]);
		await expect(invoice()).rejects.toThrow();
		expect(await heard()).toEqual(['CONTACT CREATE', 'INVOICE CREATE']);
	});
});

const complaints = complaintsOf();

it('sends what the schema of Xero names, and nothing else', async () => {
	const InvoiceID = await invoice();
	await call('PUT', '/Payments', paid(InvoiceID));
	await call('PUT', '/CreditNotes', credit());
	await prepaid();
	await overpaid('RECEIVE-OVERPAYMENT');
	await on.settle();
	const [sent] = on.hook.deliveries();
	expect(sent?.events).toHaveLength(6);
	expect(complaints(sent)).toEqual([]);
	expect(complaints({ ...sent, events: [{ ...sent?.events[0], eventType: 'DELETE', colour: 'red' }] })).toHaveLength(4);
});
