import type { IDataObject } from 'n8n-workflow';
import type { Active, Sent } from './stage';
import { bodyOf, event, HARBOUR, KERERU, staged } from './stage';

const stage = staged();

const PLURALS: Readonly<Record<string, readonly [plural: string, id: string]>> = {
	CONTACT: ['Contacts', 'ContactID'],
	CREDITNOTE: ['CreditNotes', 'CreditNoteID'],
	INVOICE: ['Invoices', 'InvoiceID'],
	OVERPAYMENT: ['Overpayments', 'OverpaymentID'],
	PREPAYMENT: ['Prepayments', 'PrepaymentID'],
};

const idsOf = (category: string, tenant = KERERU): string[] => {
	const [plural, id] = PLURALS[category]!;
	return stage.sandbox.records(tenant, plural).map((record) => String(record[id]));
};

const about = (eventCategory: string, resourceId: string, tenantId = KERERU, more: Sent = {}): Sent =>
	event({
		eventCategory,
		resourceId,
		tenantId,
		resourceUrl: `https://api.xero.com/api.xro/2.0/${PLURALS[eventCategory]![0]}/${resourceId}`,
		...more,
	});

/** Delivers events and gives what leaves the node. */
async function delivered(events: readonly Sent[], parameters: Active['parameters'] = {}): Promise<IDataObject[]> {
	const active = await stage.activate(parameters);
	expect((await stage.post(active, bodyOf(events))).status).toBe(200);
	stage.sandbox.forget();
	return await active.json();
}

const asked = (): string[] =>
	stage.sandbox.calls
		.filter(({ url }) => url !== '/connections')
		.map(({ method, url }) => `${method} ${url.split('?')[0]!.replace('/api.xro/2.0', '')}`);

test('nothing is asked of Xero before Xero is answered', async () => {
	const active = await stage.activate();
	stage.sandbox.forget();
	await stage.post(active, bodyOf([about('INVOICE', idsOf('INVOICE')[0]!)]));
	expect(stage.sandbox.calls).toEqual([]);
});

test.each(Object.keys(PLURALS))('an event of %s comes with its full record, dates in ISO', async (category) => {
	const [id] = idsOf(category) as [string];
	const [plural, key] = PLURALS[category]!;
	const [item] = await delivered([about(category, id)]);
	const record = item!.record as IDataObject;
	expect([item!.recordStatus, record[key], asked()]).toEqual(['found', id, [`GET /${plural}/${id}`]]);
	expect(String(record.UpdatedDateUTC)).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
	expect(item!.tenantName).toBe('Kererū Trading (Demo)');
	// The record is the whole of it, not what a list gives.
	const lines = stage.sandbox.records(KERERU, plural).find((one) => one[key] === id)!.LineItems as unknown[] | undefined;
	if (lines?.length) expect(record.LineItems).toHaveLength(lines.length);
});

test.each(Object.keys(PLURALS))('several events of %s take one call and come in their own order', async (category) => {
	const ids = idsOf(category).slice(0, 5).reverse();
	const [plural, key] = PLURALS[category]!;
	const items = await delivered(ids.map((id) => about(category, id)));
	expect(items.map(({ record }) => (record as IDataObject)[key])).toEqual(ids);
	expect(asked()).toEqual(ids.length > 1 ? [`GET /${plural}`] : [`GET /${plural}/${ids[0]!}`]);
	for (const { record } of items) {
		const lines = stage.sandbox.records(KERERU, plural).find((one) => one[key] === (record as IDataObject)[key])!.LineItems;
		if (Array.isArray(lines)) expect((record as IDataObject).LineItems).toHaveLength(lines.length);
	}
});

test('many events of one record take one call', async () => {
	const [id] = idsOf('INVOICE') as [string];
	const items = await delivered(
		[1, 2, 3].map((ms) => about('INVOICE', id, KERERU, { eventDateUtc: `2026-10-01T09:30:00.00${ms}` })),
	);
	expect([items.length, asked()]).toEqual([3, [`GET /Invoices/${id}`]]);
});

test('the records of two organisations are asked for in each of them', async () => {
	const [mine] = idsOf('CONTACT') as [string];
	const [theirs] = idsOf('CONTACT', HARBOUR) as [string];
	const items = await delivered([about('CONTACT', mine), about('CONTACT', theirs, HARBOUR)]);
	expect(items.map(({ tenantName, record }) => [tenantName, (record as IDataObject).ContactID])).toEqual([
		['Kererū Trading (Demo)', mine],
		['Harbour Lane Studio (Demo)', theirs],
	]);
	expect(stage.sandbox.calls.flatMap(({ tenant }) => tenant ?? []).sort()).toEqual([KERERU, HARBOUR].sort());
});

test('an event of an invoice says whether it is a sales invoice or a bill', async () => {
	const invoices = stage.sandbox.records(KERERU, 'Invoices');
	const ofType = (type: string) => String(invoices.find(({ Type }) => Type === type)!.InvoiceID);
	const items = await delivered([about('INVOICE', ofType('ACCREC')), about('INVOICE', ofType('ACCPAY'))]);
	expect(items.map(({ documentType }) => documentType)).toEqual(['salesInvoice', 'bill']);
});

test('Documents lets one side pass, and contacts always', async () => {
	const invoices = stage.sandbox.records(KERERU, 'Invoices');
	const ofType = (type: string) => String(invoices.find(({ Type }) => Type === type)!.InvoiceID);
	const events = [about('INVOICE', ofType('ACCREC')), about('INVOICE', ofType('ACCPAY')), about('CONTACT', idsOf('CONTACT')[0]!)];
	const kinds = async (side: string) =>
		(await delivered(events, { side })).map(({ documentType, eventCategory }) => documentType ?? eventCategory);
	expect(await kinds('sales')).toEqual(['salesInvoice', 'CONTACT']);
	expect(await kinds('purchases')).toEqual(['bill', 'CONTACT']);
});

test('an event whose record is gone comes out all the same, marked', async () => {
	const never = '0a6f7c1e-1111-4aaa-8bbb-0000000000ff';
	const [id] = idsOf('CREDITNOTE') as [string];
	const items = await delivered([about('CREDITNOTE', never), about('CREDITNOTE', id), about('INVOICE', never)]);
	expect(items.map(({ recordStatus, record }) => [recordStatus, record === null])).toEqual([
		['gone', true],
		['found', false],
		['gone', true],
	]);
});

test('an archived contact is found among many', async () => {
	const [first, second] = idsOf('CONTACT') as [string, string];
	await stage.xero('POST', `/Contacts/${first}`, { ContactStatus: 'ARCHIVED' });
	const items = await delivered([about('CONTACT', first), about('CONTACT', second)]);
	expect(items.map(({ record }) => (record as IDataObject).ContactStatus)).toEqual(['ARCHIVED', 'ACTIVE']);
	expect(asked()).toEqual(['GET /Contacts']);
});

test('subscriptions, and kinds that are not of the Accounting API, come without a record', async () => {
	const items = await delivered([
		event({
			eventCategory: 'SUBSCRIPTION',
			tenantType: 'APPLICATION',
			resourceUrl: 'https://api.xero.com/appstore/2.0/subscriptions/x',
		}),
		event({ eventCategory: 'PAYSLIP', resourceUrl: 'https://api.xero.com/payroll.xro/2.0/PaySlips/x' }),
	]);
	expect(items.map(({ recordStatus, record }) => [recordStatus, record])).toEqual([
		['notFetched', null],
		['notFetched', null],
	]);
	expect(asked()).toEqual([]);
});

test('a kind that Xero adds one day is read by its address', async () => {
	const [payment] = stage.sandbox.records(KERERU, 'Payments');
	const id = String(payment!.PaymentID);
	const [item] = await delivered([
		event({ eventCategory: 'PAYMENT', resourceId: id, resourceUrl: `https://elsewhere.example/api.xro/2.0/Payments/${id}` }),
	]);
	expect([item!.recordStatus, (item!.record as IDataObject).PaymentID, asked()]).toEqual(['found', id, [`GET /Payments/${id}`]]);
});

test('an organisation that is no longer connected does not hold up the events of another', async () => {
	stage.sandbox.disconnect(HARBOUR);
	const [mine] = idsOf('CONTACT') as [string];
	const items = await delivered([about('CONTACT', idsOf('CONTACT', HARBOUR)[0]!, HARBOUR), about('CONTACT', mine)]);
	expect(items.map(({ recordStatus }) => recordStatus)).toEqual(['noAccess', 'found']);
	expect(items[0]!.reason).toContain('The organisation gives no access to this');
});

test('what cannot be read comes out marked, with the reason, and does not hold up the others', async () => {
	stage.sandbox.fail({ match: { path: '/Invoices' }, what: { kind: 'status', status: 503 } });
	const items = await delivered([about('INVOICE', idsOf('INVOICE')[0]!), about('CONTACT', idsOf('CONTACT')[0]!)]);
	expect(items.map(({ recordStatus, reason }) => [recordStatus, reason])).toEqual([
		['notRead', 'Xero is not available at the moment, or the organisation is offline. Try again later'],
		['found', undefined],
	]);
});

test('the day’s limit of one organisation leaves the other’s records to be read', async () => {
	const both = [about('CONTACT', idsOf('CONTACT')[0]!), about('CREDITNOTE', idsOf('CREDITNOTE')[0]!)];
	stage.sandbox.fail({ match: { path: '/CreditNotes' }, what: { kind: 'limit', problem: 'day', retryAfter: 3_600 } });
	const items = await delivered(both);
	expect(items.map(({ recordStatus }) => recordStatus)).toContain('notRead');
	expect(items).toHaveLength(2);
});

test('a connection without the scope for a kind says so with its events', async () => {
	stage.credential = {
		...stage.credential,
		oauthTokenData: stage.sandbox.issue({ scopes: ['accounting.contacts.read', 'offline_access'] }) as never,
	};
	const items = await delivered([about('INVOICE', idsOf('INVOICE')[0]!), about('CONTACT', idsOf('CONTACT')[0]!)]);
	expect(items.map(({ recordStatus }) => recordStatus)).toEqual([expect.stringMatching(/noAccess|notRead/), 'found']);
});

test('where the panel says so, the execution stops with the reason and can be run again with the same events', async () => {
	const active = await stage.activate({ additionalOptions: { unread: 'stop' } });
	const [id] = idsOf('INVOICE') as [string];
	await stage.post(active, bodyOf([about('INVOICE', id)]));
	const heal = stage.sandbox.fail({ match: { path: '/Invoices' }, what: { kind: 'status', status: 503 } });
	const broken = await active.play();
	expect([broken.items('Xero Accounting Trigger'), broken.error?.message]).toEqual([
		[],
		'Xero is not available at the moment, or the organisation is offline. Try again later',
	]);
	heal();
	expect((await active.play()).json('Xero Accounting Trigger')[0]!.recordStatus).toBe('found');
});

test.each([404, 413, 414])('a list that Xero answers with %i is read record by record', async (status) => {
	const ids = idsOf('CREDITNOTE').slice(0, 2);
	stage.sandbox.fail({ match: { path: /\/CreditNotes$/ }, what: { kind: 'status', status } });
	const items = await delivered(ids.map((id) => about('CREDITNOTE', id)));
	expect(items.map(({ recordStatus }) => recordStatus)).toEqual(['found', 'found']);
});

test('a record that Xero does not let be read is marked by itself', async () => {
	const ids = idsOf('CONTACT').slice(0, 2);
	stage.sandbox.fail({ match: { path: /\/Contacts$/ }, what: { kind: 'status', status: 400 } });
	stage.sandbox.fail({ match: { path: ids[0]! }, what: { kind: 'status', status: 400 } });
	const items = await delivered(ids.map((id) => about('CONTACT', id)));
	expect(items.map(({ recordStatus }) => recordStatus)).toEqual(['notRead', 'found']);
});

test('hundreds of records that are gone cost a few lists and at most fifty further calls', async () => {
	const gone = Array.from({ length: 400 }, (_, index) => `0a6f7c1e-2222-4aaa-8bbb-${String(index).padStart(12, '0')}`);
	const items = await delivered(gone.map((id) => about('INVOICE', id)));
	expect(new Set(items.map(({ recordStatus }) => recordStatus))).toEqual(new Set(['gone']));
	expect(items).toHaveLength(400);
	expect(asked().length).toBeLessThanOrEqual(60);
});

test('unit prices come with all their decimals', async () => {
	const Contact = { ContactID: idsOf('CONTACT')[0]! };
	const LineItems = [{ Description: 'Screws', Quantity: 10, UnitAmount: 0.1234, AccountCode: '200' }];
	const { Invoices } = (await stage.xero('PUT', '/Invoices?unitdp=4', {
		Invoices: [{ Type: 'ACCREC', Contact, LineItems }],
	})) as {
		Invoices: Array<{ InvoiceID: string }>;
	};
	const id = Invoices[0]!.InvoiceID;
	const prices = (items: readonly IDataObject[]) =>
		items.map(({ record }) => ((record as IDataObject).LineItems as IDataObject[])[0]!.UnitAmount);
	expect(prices(await delivered([about('INVOICE', id)]))).toEqual([0.1234]);
	expect(prices(await delivered([about('INVOICE', id), about('INVOICE', idsOf('INVOICE')[0]!)]))[0]).toBe(0.1234);
});

test.each(['={{ "true" }}', '={{ true }}', '={{ 1 }}', '={{ "TRUE" }}', '={{ "yes" }}', '={{ undefined }}'])(
	'Fetch Record from an expression (%s) is on: only a clear no leaves records out',
	async (fetchRecord) => {
		const [item] = await delivered([about('CONTACT', idsOf('CONTACT')[0]!)], { fetchRecord });
		expect(item!.recordStatus).toBe('found');
	},
);

test.each(['={{ "false" }}', '={{ false }}', '={{ 0 }}', '={{ " False" }}'])(
	'Fetch Record from an expression (%s) is off',
	async (fetchRecord) => {
		const [item] = await delivered([about('CONTACT', idsOf('CONTACT')[0]!)], { fetchRecord });
		expect(item!.recordStatus).toBeUndefined();
		expect(asked()).toEqual([]);
	},
);

test('an item that is no event, as when a workflow is started in another way, is handed on as it is', async () => {
	const active = await stage.activate();
	expect((await active.play([{ json: {} }])).json('Xero Accounting Trigger')).toEqual([{}]);
});

test('an organisation written in capitals is the same organisation', async () => {
	const [id] = idsOf('CONTACT') as [string];
	const [item] = await delivered([about('CONTACT', id.toUpperCase(), KERERU.toUpperCase())]);
	expect(item!.recordStatus).toBe('found');
	expect(stage.sandbox.calls.flatMap(({ tenant }) => tenant ?? [])).toEqual([KERERU]);
});

test('a list that Xero refuses is read record by record', async () => {
	const ids = idsOf('CREDITNOTE').slice(0, 3);
	stage.sandbox.fail({ match: { path: /\/CreditNotes$/ }, what: { kind: 'status', status: 400 } });
	const items = await delivered(ids.map((id) => about('CREDITNOTE', id)));
	expect(items.map(({ record }) => (record as IDataObject).CreditNoteID)).toEqual(ids);
	expect(asked()).toEqual(['GET /CreditNotes', ...ids.map((id) => `GET /CreditNotes/${id}`)]);
});

test('One Item per Delivery holds the records inside its events', async () => {
	const ids = idsOf('CONTACT').slice(0, 2);
	const [item, ...more] = await delivered(
		ids.map((id) => about('CONTACT', id)),
		{ additionalOptions: { output: 'delivery' } },
	);
	expect(more).toEqual([]);
	expect((item!.events as IDataObject[]).map(({ record }) => (record as IDataObject).ContactID)).toEqual(ids);
});

test('names of organisations that Xero does not give leave the events as they are', async () => {
	stage.sandbox.fail({ match: { path: '/connections' }, what: { kind: 'status', status: 403 } });
	const active = await stage.activate();
	await stage.post(active, bodyOf([about('CONTACT', idsOf('CONTACT')[0]!)]));
	const [item] = await active.json();
	expect([item!.recordStatus, 'tenantName' in item!]).toEqual(['found', false]);
});

test('what the calls cost is told after the run', async () => {
	const active = await stage.activate();
	await stage.post(active, bodyOf([about('CONTACT', idsOf('CONTACT')[0]!)]));
	const ran = await active.play();
	expect(ran.hints('Xero Accounting Trigger').map(({ message }) => message)).toEqual(['1 call to Xero, 4,999 calls left today']);
});

test('all invoices of an organisation at once take one call for 40 of them', async () => {
	const Contact = { ContactID: idsOf('CONTACT')[0]! };
	const Invoices = Array.from({ length: 90 }, () => ({ Type: 'ACCREC', Contact, LineItems: [{ Description: 'Chairs' }] }));
	await stage.xero('PUT', '/Invoices', { Invoices });
	const ids = idsOf('INVOICE');
	expect(ids.length).toBeGreaterThan(80);
	const items = await delivered(ids.map((id) => about('INVOICE', id)));
	expect(items.map(({ resourceId, recordStatus }) => [resourceId, recordStatus])).toEqual(ids.map((id) => [id, 'found']));
	expect(asked()).toEqual(Array.from({ length: Math.ceil(ids.length / 40) }, () => 'GET /Invoices'));
});
