import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const line = { Description: 'Paper', Quantity: 3, UnitAmount: 4.1255, AccountCode: '429' };
const order = (more: Json = {}): Json => ({ Contact: { Name: 'Oak Mill' }, Date: '2026-03-01', LineItems: [line], ...more });
const put = (...orders: Json[]): Answer => desk.call('PUT', '/PurchaseOrders', { PurchaseOrders: orders });
const make = (more: Json = {}): string => put(order(more)).id('PurchaseOrders.0.PurchaseOrderID');
const update = (id: string, more: Json): Answer => desk.call('POST', `/PurchaseOrders/${id}`, { PurchaseOrders: [more] });

describe('a purchase order', () => {
	it('comes back with a number, four decimals of unit prices and totals', () => {
		expect(put(order({ DeliveryDate: '2026-03-20', AttentionTo: 'Pia' })).at('PurchaseOrders.0')).toMatchObject({
			PurchaseOrderNumber: 'PO-0001',
			Type: 'PURCHASEORDER',
			Status: 'DRAFT',
			DateString: '2026-03-01T00:00:00',
			DeliveryDateString: '2026-03-20T00:00:00',
			DeliveryDate: '/Date(1773964800000+0000)/',
			AttentionTo: 'Pia',
			SentToContact: false,
			IsDiscounted: false,
			HasErrors: false,
			LineItems: [{ UnitAmount: 4.1255, LineAmount: 12.38, TaxType: 'INPUT2', TaxAmount: 1.86 }],
			SubTotal: 12.38,
			TotalTax: 1.86,
			Total: 14.24,
			HasAttachments: false,
		});
	});

	it('may have discounts, unlike a bill', () => {
		const LineItems = [{ ...line, UnitAmount: 2500, Quantity: 1, DiscountRate: 10 }];
		expect(put(order({ LineItems })).at('PurchaseOrders.0')).toMatchObject({
			IsDiscounted: true,
			TotalDiscount: 250,
			SubTotal: 2250,
			TotalTax: 337.5,
		});
		const bill = { ...order({ LineItems }), Type: 'ACCPAY' };
		expect(desk.call('PUT', '/Invoices', bill).sentences()).toEqual(['Discounts may not be applied to ACCPAY invoices.']);
	});

	it('needs a contact, short instructions and a number of its own', () => {
		expect(put(order({ Contact: {} })).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(put(order({ DeliveryInstructions: 'x'.repeat(501) })).sentences()).toEqual([
			'The DeliveryInstructions field must be no more than 500 characters long.',
		]);
		make({ PurchaseOrderNumber: 'W-1' });
		expect(put(order({ PurchaseOrderNumber: 'w-1' })).sentences()).toEqual(['Order number must be unique']);
	});

	it('needs an account on every line once it is approved', () => {
		const LineItems = [{ Description: 'Paper', UnitAmount: 5 }];
		expect(put(order({ LineItems, Status: 'SUBMITTED' })).status).toBe(200);
		expect(put(order({ LineItems, Status: 'AUTHORISED' })).sentences()).toEqual(['Account code must be specified']);
	});

	it('is marked as sent only when it is approved', () => {
		const draft = put(order({ SentToContact: true }));
		expect(draft.at('PurchaseOrders.0')).toMatchObject({
			SentToContact: false,
			Warnings: [{ Message: 'Only AUTHORISED and BILLED purchase orders may have SentToContact updated.' }],
		});
		expect(put(order({ SentToContact: true, Status: 'AUTHORISED' })).at('PurchaseOrders.0.SentToContact')).toBe(true);
	});
});

describe('the statuses of a purchase order', () => {
	it('lead from draft over submitted and approved to billed and back to approved', () => {
		const id = make();
		const walk = ['SUBMITTED', 'DRAFT', 'SUBMITTED', 'AUTHORISED', 'BILLED', 'AUTHORISED', 'DELETED'];
		expect(walk.map((Status) => update(id, { Status }).at('PurchaseOrders.0.Status'))).toEqual(walk);
		expect(update(id, { Reference: 'x' }).sentences()).toEqual(['Purchase order not of valid status for modification']);
	});

	it('do not lead from draft to billed, nor from approved back to draft', () => {
		expect(update(make(), { Status: 'BILLED' }).sentences()).toEqual([
			'A purchase order of status DRAFT cannot be changed to BILLED.',
		]);
		expect(update(make({ Status: 'AUTHORISED' }), { Status: 'DRAFT' }).sentences()).toEqual([
			'A purchase order of status AUTHORISED cannot be changed to DRAFT.',
		]);
		expect(put(order({ Status: 'DELETED' })).sentences()).toEqual([
			"A new purchase order must have the status DRAFT, SUBMITTED or AUTHORISED; 'DELETED' is not valid.",
		]);
	});

	it('close everything but status and sending once it is billed', () => {
		const id = make({ Status: 'AUTHORISED' });
		update(id, { Status: 'BILLED' });
		expect(update(id, { SentToContact: true }).at('PurchaseOrders.0.SentToContact')).toBe(true);
		expect(update(id, { Reference: 'x' }).sentences()).toEqual([
			'A billed purchase order cannot be edited; only its status and SentToContact can be updated.',
		]);
	});
});

describe('an update of a purchase order', () => {
	it('keeps what it leaves out, and an empty contact or list of lines too', () => {
		const id = make({ Reference: 'R-1', Telephone: '555 0101' });
		const after = update(id, { AttentionTo: 'Peter Parker', LineItems: [], Contact: {} });
		expect(after.at('PurchaseOrders.0')).toMatchObject({
			AttentionTo: 'Peter Parker',
			Reference: 'R-1',
			Telephone: '555 0101',
			Contact: { Name: 'Oak Mill' },
			LineItems: [{ Description: 'Paper' }],
		});
	});

	it('finds the order by id or by number', () => {
		const id = make({ PurchaseOrderNumber: 'W-1' });
		const post = (more: Json): Answer => desk.call('POST', '/PurchaseOrders', { PurchaseOrders: [order(more)] });
		expect(post({ PurchaseOrderNumber: 'W-1', Reference: 'a' }).id('PurchaseOrders.0.PurchaseOrderID')).toBe(id);
		expect(post({ PurchaseOrderID: id, Reference: 'b' }).at('PurchaseOrders.0.Reference')).toBe('b');
		expect(post({}).at('PurchaseOrders.0.PurchaseOrderNumber')).toBe('PO-0002');
		expect(post({ PurchaseOrderID: '11111111-1111-4111-8111-111111111111' }).sentences()).toEqual([
			'The purchase order with the specified PurchaseOrderID could not be found.',
		]);
	});

	it('leaves nothing behind when one element of the call is refused', () => {
		make();
		const before = desk.api.records(desk.tenantId, 'PurchaseOrders');
		expect(put(order({ Contact: { Name: 'New Mill' } }), order({ LineItems: [{ ...line, AccountCode: '090' }] })).status).toBe(
			400,
		);
		expect(desk.api.records(desk.tenantId, 'PurchaseOrders')).toEqual(before);
		expect(desk.api.records(desk.tenantId, 'Contacts')).toHaveLength(1);
		expect(put(order()).at('PurchaseOrders.0.PurchaseOrderNumber')).toBe('PO-0002');
	});
});

describe('the list of purchase orders', () => {
	it('pages from the start, filters by status and dates, and orders', () => {
		put(order(), order({ Date: '2026-02-01', Status: 'SUBMITTED' }), order({ Date: '2026-01-01' }));
		const all = desk.call('GET', '/PurchaseOrders?order=PurchaseOrderNumber DESC&where=Colour=="red"');
		expect((all.at('PurchaseOrders') as Json[]).map((one) => one.PurchaseOrderNumber)).toEqual(['PO-0003', 'PO-0002', 'PO-0001']);
		expect(all.at('pagination')).toEqual({ page: 1, pageSize: 100, pageCount: 1, itemCount: 3 });
		expect(all.at('PurchaseOrders.0.LineItems')).toHaveLength(1);
		expect(desk.call('GET', '/PurchaseOrders?pageSize=2&page=2').at('pagination')).toEqual({
			page: 2,
			pageSize: 2,
			pageCount: 2,
			itemCount: 3,
		});
		const dated = desk.call('GET', '/PurchaseOrders?DateFrom=2026-01-15&DateTo=2026-02-15');
		expect((dated.at('PurchaseOrders') as Json[]).map((one) => one.PurchaseOrderNumber)).toEqual(['PO-0002']);
		expect(desk.call('GET', '/PurchaseOrders?Status=SUBMITTED').at('PurchaseOrders')).toHaveLength(1);
		expect(desk.call('GET', '/PurchaseOrders?Status=LOST').status).toBe(400);
	});

	it('gives what changed since a moment', () => {
		make();
		const since = { headers: { 'if-modified-since': '2026-03-09T22:00:01' } };
		expect(desk.call('GET', '/PurchaseOrders', undefined, since).at('PurchaseOrders')).toEqual([]);
	});
});

it('is found by its number, and printed', () => {
	make({ PurchaseOrderNumber: 'W 1' });
	const found = desk.call('GET', '/PurchaseOrders/w%201');
	expect(found.at('PurchaseOrders.0.PurchaseOrderNumber')).toBe('W 1');
	expect(desk.call('GET', '/PurchaseOrders/W-2').status).toBe(404);
	const id = found.id('PurchaseOrders.0.PurchaseOrderID');
	const printed = desk.call('GET', `/PurchaseOrders/${id}`, undefined, { headers: { accept: 'application/pdf' } });
	expect(printed.binary?.toString('latin1')).toContain('(PURCHASE ORDER W 1)');
});
