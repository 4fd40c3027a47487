import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
const line = (more: INodeParameters = {}): INodeParameters => ({
	line: [
		{
			Description: 'Chairs',
			UnitAmount: '={{ $json.amount }}',
			AccountCode: byCode('={{ $json.account }}'),
			...more,
		},
	],
});

const rowsOf = ({ line: rows }: INodeParameters) => rows as INodeParameters[];
/** A line of `quantity` chairs with a discount in percent. */
const lineOf = (quantity: number, discount: number) => rowsOf(line({ Quantity: String(quantity), DiscountRate: discount }));

/** Parameters of a quote and of a purchase order, from items { number, customer, amount, account }. */
const QUOTE: INodeParameters = {
	Contact: byName('={{ $json.customer }}'),
	Date: '2096-03-01',
	LineAmountTypes: 'Exclusive',
	LineItems: line(),
	QuoteNumber: '={{ $json.number }}',
};
const ORDER: INodeParameters = {
	Contact: byName('={{ $json.customer }}'),
	LineAmountTypes: 'Exclusive',
	LineItems: line(),
	PurchaseOrderNumber: '={{ $json.number }}',
	Date: '2096-03-01',
};

const PAPERS = [
	{ resource: 'quote', plural: 'Quotes', number: 'QuoteNumber', id: 'QuoteID', made: QUOTE },
	{ resource: 'purchaseOrder', plural: 'PurchaseOrders', number: 'PurchaseOrderNumber', id: 'PurchaseOrderID', made: ORDER },
] as const;

const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const numbers = (count: number) => sales(count).map(({ number }) => number);
/** Changes in the history of a record, in the words of the sandbox. */
const changes = async (resource: string, picked: INodeParameters) =>
	(await on.run(`${resource}.getHistory`, picked)).json.map((one) => one.Changes).reverse();

describe.each(PAPERS)('Many at once: $resource', ({ resource, plural, number, id, made }) => {
	it('writes 120 in three calls and gives each back to the item it came from', async () => {
		const { json, pairs, error } = await on.run(`${resource}.create`, made, sales(120));
		expect(error).toBe('');
		expect(on.asked).toEqual([`PUT /${plural}`, `PUT /${plural}`, `PUT /${plural}`]);
		expect(on.queries(`PUT /${plural}`)[2]).toEqual({ summarizeErrors: 'false' });
		expect(json.map((one) => one[number])).toEqual(numbers(120));
		expect(json[119]).toMatchObject({ Status: 'DRAFT', ContactName: 'Ngaio Sports', Date: '2096-03-01', Total: 138 });
		expect(pairs).toEqual(counted(120));
		expect(on.records(plural)).toHaveLength(120);
	});

	it('makes one document of the rows with the same key', async () => {
		const rows = [
			{ number: 'D-1', customer: 'Ngaio Sports', amount: 10, account: '200' },
			{ number: 'D-2', customer: 'Rata Print', amount: 7, account: '200' },
			{ number: 'D-1', customer: 'Ngaio Sports', amount: 20, account: '260' },
		];
		const { json, items, error } = await on.run(
			`${resource}.create`,
			{ ...made, input: 'lines', documentKey: '={{ $json.number }}' },
			rows,
		);
		expect(error).toBe('');
		expect(on.asked).toEqual([`PUT /${plural}`]);
		expect(json.map((one) => [one[number], one.Total])).toEqual([
			['D-1', 34.5],
			['D-2', 8.05],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }], { item: 1 }]);
	});

	it("gives a refused row back with Xero's sentence, and saves the others", async () => {
		const rows = sales(3).map((row, index) => (index === 1 ? { ...row, account: '999' } : row));
		const { json, pairs } = await on.run(`${resource}.create`, made, rows, goesOn);
		expect(json.map((one) => one[number] ?? one.error)).toEqual([
			'S-0001',
			"Item 2 (S-0002, Ngaio Sports): Xero says: Account code '999' is not a valid code for this document.",
			'S-0003',
		]);
		expect(pairs).toEqual([0, 1, 2]);
		expect(on.records(plural)).toHaveLength(2);
	});

	it('refuses a number that another one has, and says so', async () => {
		await on.run(`${resource}.create`, made, sales(1));
		const { error } = await on.run(`${resource}.create`, made, sales(1));
		expect(error).toMatch(/^Item 1 \(S-0001, Ngaio Sports\): Xero says: (Quote|Order) number must be unique/);
		expect(on.records(plural)).toHaveLength(1);
	});

	it('writes twice to the same number one after the other with Create or Update, so that the last item wins', async () => {
		const { json, error } = await on.run(`${resource}.upsert`, made, [sales(1)[0]!, { ...sales(1)[0], amount: 5 }]);
		expect(error).toBe('');
		expect(json.map(({ Total }) => Total)).toEqual([1.15, 5.75]);
		expect(on.records(plural).map(({ SubTotal }) => SubTotal)).toEqual([5]);
	});

	it('keeps a line whose Line Item ID is given: its price, its quantity, its account and its discount', async () => {
		const two = { ...made, LineItems: { line: [...lineOf(12, 10), ...lineOf(3, 0)] }, simplify: false };
		const [first] = (await on.run(`${resource}.create`, two, sales(1))).json;
		const [kept, dropped] = first!.LineItems as IDataObject[];
		const { json, error } = await on.run(`${resource}.update`, {
			[id]: byId(String(first![id])),
			LineItems: {
				line: [
					{ Description: 'Good chairs', additionalFields: { LineItemID: String(kept!.LineItemID) } },
					{ Description: 'Tables', UnitAmount: '50', AccountCode: byCode('200') },
				],
			},
			simplify: false,
		});
		expect(error).toBe('');
		const [same, fresh, ...more] = json[0]!.LineItems as IDataObject[];
		expect(same).toEqual({ ...kept, Description: 'Good chairs' });
		expect(same).toMatchObject({ Quantity: 12, UnitAmount: 1, DiscountRate: 10, LineAmount: 10.8 });
		expect(fresh).toMatchObject({ Description: 'Tables', Quantity: 1, UnitAmount: 50 });
		expect([kept!.LineItemID, dropped!.LineItemID]).not.toContain(fresh!.LineItemID);
		expect(more).toEqual([]);
	});

	it('counts a new line with a price as one, and gives a line of text no quantity', async () => {
		const text = { ...made, LineItems: { line: [{ Description: 'For the hall' }, ...rowsOf(line())] }, simplify: false };
		const { json } = await on.run(`${resource}.create`, text, sales(1));
		const [note, priced] = json[0]!.LineItems as IDataObject[];
		expect([note!.Quantity, note!.LineAmount]).toEqual([undefined, 0]);
		expect([priced!.Quantity, priced!.LineAmount]).toEqual([1, 1]);
		expect(on.called(`PUT /${plural}`)[0]!.body).toMatchObject({
			[plural]: [{ LineItems: [{ Description: 'For the hall' }, { Description: 'Chairs', Quantity: 1 }] }],
		});
	});

	it('leaves the lines alone when an update names none', async () => {
		const [first] = (await on.run(`${resource}.create`, { ...made, simplify: false }, sales(1))).json;
		const picked = { [id]: byId(String(first![id])) };
		const { json } = await on.run(`${resource}.update`, {
			...picked,
			Reference: 'Order 7',
			simplify: false,
		});
		expect(json[0]).toMatchObject({ Reference: 'Order 7', LineItems: first!.LineItems, Total: 1.15 });
	});

	it('writes once what lost its answer', async () => {
		on.sandbox.fail({ match: { method: 'PUT', path: `/${plural}` }, times: 1, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run(`${resource}.create`, made, sales(60));
		expect(error).toBe('');
		expect(json.map((one) => one[number])).toEqual(numbers(60));
		expect(on.records(plural)).toHaveLength(60);
		expect(on.called(`PUT /${plural}`)).toHaveLength(3);
	});

	it('is told what has changed since a moment', async () => {
		await on.run(`${resource}.create`, made, sales(2));
		await on.clock.sleep(5000);
		const since = new Date(on.clock.now()).toISOString();
		await on.clock.sleep(5000);
		const [{ [id]: first } = {}] = on.records(plural);
		await on.run(`${resource}.update`, { [id]: byId(String(first)), Reference: 'Changed' });
		const { json } = await on.run(`${resource}.getAll`, { returnAll: true, filters: { 'If-Modified-Since': since } });
		expect(json.map((one) => one.Reference)).toEqual(['Changed']);
	});
});

describe('Lists', () => {
	it('reads 230 quotes in pages of 100, though Xero does not say how many there are', async () => {
		await on.run('quote.create', QUOTE, sales(230));
		on.sandbox.forget();
		const { json, error } = await on.run('quote.getAll', { returnAll: true });
		expect(error).toBe('');
		expect(on.queries('GET /Quotes')).toEqual([{ page: '1' }, { page: '2' }, { page: '3' }]);
		expect(json.map(({ QuoteNumber }) => QuoteNumber).sort()).toEqual(numbers(230));
		on.sandbox.forget();
		const some = await on.run('quote.getAll', { returnAll: false, limit: 150, filters: { order: 'QuoteNumber ASC' } });
		expect(some.json.map(({ QuoteNumber }) => QuoteNumber)).toEqual(numbers(150));
		expect(on.asked).toEqual(['GET /Quotes', 'GET /Quotes']);
	});

	it('reads 200 quotes to the end, where an empty page says that it was the last', async () => {
		await on.run('quote.create', QUOTE, sales(200));
		on.sandbox.forget();
		expect((await on.run('quote.getAll', { returnAll: true })).json).toHaveLength(200);
		expect(on.asked).toHaveLength(3);
	});

	it('reads 230 purchase orders in one call, and 1,100 in two', async () => {
		await on.run('purchaseOrder.create', ORDER, sales(230));
		on.sandbox.forget();
		const { json } = await on.run('purchaseOrder.getAll', { returnAll: true });
		expect(json.map(({ PurchaseOrderNumber }) => PurchaseOrderNumber).sort()).toEqual(numbers(230));
		expect(on.queries('GET /PurchaseOrders')).toEqual([{ page: '1', pageSize: '1000' }]);
		await on.run('purchaseOrder.create', ORDER, sales(1100).slice(230));
		on.sandbox.forget();
		expect((await on.run('purchaseOrder.getAll', { returnAll: true })).json).toHaveLength(1100);
		expect(on.asked).toHaveLength(2);
	});
});

describe('Purchase orders in many states', () => {
	const orders = async (count: number) => (await on.run('purchaseOrder.create', ORDER, sales(count))).json;
	const PurchaseOrderID = byId('={{ $json.PurchaseOrderID }}');
	/** By number: Xero got them in any order. */
	const states = () =>
		on
			.records('PurchaseOrders')
			.map(({ PurchaseOrderNumber, Status }) => [PurchaseOrderNumber, Status])
			.sort();

	it('are approved in one call, and billed or deleted in one more each', async () => {
		const made = await orders(4);
		on.sandbox.forget();
		const approved = await on.run('purchaseOrder.approve', { PurchaseOrderID }, made);
		expect(approved.json.map(({ Status }) => Status)).toEqual(['AUTHORISED', 'AUTHORISED', 'AUTHORISED', 'AUTHORISED']);
		await on.run('purchaseOrder.markAsBilled', { PurchaseOrderID }, made.slice(0, 2));
		const { pairs } = await on.run('purchaseOrder.delete', { PurchaseOrderID }, made.slice(2));
		expect(pairs).toEqual([0, 1]);
		expect(on.asked).toEqual(['POST /PurchaseOrders', 'POST /PurchaseOrders', 'POST /PurchaseOrders']);
		expect(states()).toEqual([
			['S-0001', 'BILLED'],
			['S-0002', 'BILLED'],
			['S-0003', 'DELETED'],
			['S-0004', 'DELETED'],
		]);
	});

	it('are changed all the same when one of them cannot be', async () => {
		const made = await orders(3);
		await on.run('purchaseOrder.delete', { PurchaseOrderID }, [made[1]!]);
		const { json } = await on.run('purchaseOrder.submit', { PurchaseOrderID }, made, goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'SUBMITTED',
			'Item 2: Xero says: Purchase order not of valid status for modification',
			'SUBMITTED',
		]);
	});

	it('say in a hint that a draft was not marked as sent', async () => {
		const { json, hints } = await on.run('purchaseOrder.markAsSent', { PurchaseOrderID }, await orders(1));
		expect(json[0]).toMatchObject({ SentToContact: false });
		expect(hints[0]).toBe('Saved, but Xero warns: Only AUTHORISED and BILLED purchase orders may have SentToContact updated.');
	});

	it('are approved once when the answer is lost', async () => {
		const [one] = await orders(1);
		on.sandbox.fail({ match: { method: 'POST', path: '/PurchaseOrders' }, times: 2, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('purchaseOrder.approve', { PurchaseOrderID }, [one!]);
		expect([error, json[0]!.Status]).toEqual(['', 'AUTHORISED']);
		expect(await changes('purchaseOrder', { PurchaseOrderID: byId(String(one!.PurchaseOrderID)) })).toEqual([
			'Created',
			'Approved',
		]);
	});
});
