import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, byNumber, SALE, sales, staged } from '../stage';

const on = staged({ seed: 'small' });

const [one] = sales(1);

/** A sales invoice of one line with tracking, given by its names. */
const tracked = (names: string): INodeParameters => ({
	...SALE,
	LineItems: {
		line: [
			{
				Description: 'Chairs',
				Quantity: 1,
				UnitAmount: 100,
				AccountCode: byCode('200'),
				Tracking: { category: [{ Option: byName(names) }] },
			},
		],
	},
});

const json = (body: IDataObject): INodeParameters => ({ input: 'json', body: JSON.stringify(body) });

const invoice = (line: IDataObject, more: IDataObject = {}): INodeParameters =>
	json({
		Contact: { Name: 'Ngaio Sports' },
		LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 100, AccountCode: '200', ...line }],
		...more,
	});

const lines = (): IDataObject[] =>
	(on.called('PUT /Invoices')[0]!.body as { Invoices: Array<{ LineItems: IDataObject[] }> }).Invoices[0]!.LineItems;

const REGOIN = 'Xero did not keep it. Check that category and option are written as in Xero, and active there';

describe('I5: tracking that Xero does not know', () => {
	it('I5: is a warning in the row and in the hint', async () => {
		const { json: rows, hints, error } = await on.run('invoice.create', tracked('Regoin: South'), [one!]);
		expect(error).toBe('');
		expect(rows[0]!._findings).toEqual([
			{ level: 'warning', code: 'notKept', item: 1, field: 'Line 1, Tracking', value: 'Regoin: South', reason: REGOIN },
		]);
		expect(hints[0]).toBe(`Saved, but not all of it: Item 1 (S-0001, Ngaio Sports), Line 1, Tracking “Regoin: South”: ${REGOIN}`);
	});

	it('I5: is a warning without Simplify and by JSON as well, on its line and item alone', async () => {
		const parameters = invoice({ Tracking: [{ Name: 'Region', Option: 'Nowhere' }] });
		const { json: rows } = await on.run('invoice.create', { ...parameters, simplify: false }, [one!]);
		expect(rows[0]!._findings).toMatchObject([{ field: 'Line 1, Tracking', value: 'Region: Nowhere' }]);
		const right = await on.run('invoice.create', tracked('Region: North'), [one!, { ...one!, number: 'S-0002' }]);
		expect(right.json.map((row) => '_findings' in row)).toEqual([false, false]);
		expect(right.hints.filter((hint) => hint.startsWith('Saved'))).toEqual([]);
	});

	it('I5: is told once for several items', async () => {
		const { hints } = await on.run('invoice.create', tracked('Regoin: South'), sales(3));
		expect(hints[0]).toBe(`Saved, but not all of it: Items 1 to 3, Line 1, Tracking “Regoin: South”: ${REGOIN}`);
	});

	it.each([
		['bankTransaction', { Type: 'SPEND', BankAccount: { Code: '090' }, Contact: { Name: 'Ngaio Sports' } }, 'LineItems'],
		['quote', { Contact: { Name: 'Ngaio Sports' }, Date: '2026-03-01' }, 'LineItems'],
		['purchaseOrder', { Contact: { Name: 'Ngaio Sports' }, Date: '2026-03-01' }, 'LineItems'],
		['creditNote', { Type: 'ACCRECCREDIT', Contact: { Name: 'Ngaio Sports' }, Date: '2026-03-01' }, 'LineItems'],
		['manualJournal', { Narration: 'Wages' }, 'JournalLines'],
	])('I5: is a warning on a %s', async (resource, body, name) => {
		const Tracking = [{ Name: 'Regoin', Option: 'South' }];
		const rows: IDataObject[] =
			name === 'JournalLines'
				? [
						{ LineAmount: 50, AccountCode: '400', Tracking },
						{ LineAmount: -50, AccountCode: '404' },
					]
				: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 50, AccountCode: '400', Tracking }];
		const { json: out, error } = await on.run(`${resource}.create`, json({ ...body, [name]: rows }));
		expect(error).toBe('');
		expect(out[0]!._findings).toMatchObject([{ field: 'Line 1, Tracking', value: 'Regoin: South' }]);
	});
});

describe('What Xero keeps otherwise than it was sent', () => {
	const changing = (change: (record: IDataObject) => IDataObject) =>
		on.sandbox.fail({
			match: { method: 'PUT', path: '/Invoices' },
			what: {
				kind: 'answer',
				change: (body) => {
					const { Invoices, ...rest } = body as { Invoices: IDataObject[] };
					return { ...rest, Invoices: Invoices.map(change) };
				},
			},
		});
	const sent = invoice({}, { InvoiceNumber: 'S-0001', Reference: 'PO 7', Date: '2026-03-01', DueDate: '2026-03-20', Total: 115 });

	it.each([
		['InvoiceNumber', 'INV-0042', 'Invoice Number', 'S-0001', 'Xero has INV-0042 in its place. Look at the record in Xero'],
		['InvoiceNumber', '', 'Invoice Number', 'S-0001', 'Xero did not keep it. Look at the record in Xero'],
		['Reference', null, 'Reference', 'PO 7', 'Xero did not keep it. Look at the record in Xero'],
		['Date', '/Date(1772236800000+0000)/', 'Date', '2026-03-01', 'Xero has 2026-02-28 in its place. Look at the record in Xero'],
		['DueDate', null, 'Due Date', '2026-03-20', 'Xero did not keep it. Look at the record in Xero'],
		['Total', 132.25, 'Total', '115', 'Xero has 132.25 in its place. Look at the record in Xero'],
	])('I5: %s that comes back as %p is a warning', async (name, value, field, given, reason) => {
		changing((record) => ({ ...record, [name]: value }));
		const { json: rows, error } = await on.run('invoice.create', sent);
		expect(error).toBe('');
		expect(rows[0]!._findings).toEqual([{ level: 'warning', code: 'notKept', item: 1, field, value: given, reason }]);
	});

	it.each([
		['Reference', ' po  7 '],
		['Total', '115.00'],
		['Date', '/Date(1772323200000+0000)/'],
	])('I5: %s that comes back as %p means the same', async (name, value) => {
		changing((record) => ({ ...record, [name]: value }));
		const { json: rows } = await on.run('invoice.create', sent);
		expect(rows[0]).not.toHaveProperty('_findings');
	});
});

describe('I11: the IDs of what a bank transaction made', () => {
	const credit = (Type: string): INodeParameters =>
		json({
			Type,
			BankAccount: { Code: '090' },
			Contact: { Name: 'Ngaio Sports' },
			LineAmountTypes: 'NoTax',
			LineItems: [
				{ Description: 'Paid ahead', Quantity: 1, UnitAmount: 90, AccountCode: Type.endsWith('OVERPAYMENT') ? '610' : '200' },
			],
		});
	const owed = async (): Promise<void> => {
		await on.run(
			'invoice.create',
			{ ...SALE, InvoiceNumber: 'S-0900', Date: '2026-03-01', DueDate: '2026-03-31', Status: 'AUTHORISED' },
			[{ ...one!, amount: 100 }],
		);
	};

	it('I11: an overpayment received is allocated by the ID that Simplify keeps', async () => {
		await owed();
		const { json: rows, error } = await on.run('bankTransaction.create', credit('RECEIVE-OVERPAYMENT'));
		expect(error).toBe('');
		expect(rows[0]).toMatchObject({ OverpaymentID: on.records('Overpayments').at(-1)!.OverpaymentID, PrepaymentID: null });
		const allocated = await on.run(
			'overpayment.allocate',
			{ OverpaymentID: byId('={{ $json.OverpaymentID }}'), Invoice: byNumber('S-0900'), Date: '2026-03-20', Amount: 30 },
			rows,
		);
		expect([allocated.error, allocated.json[0]!.Amount]).toEqual(['', 30]);
	});

	it('I11: a prepayment keeps its ID as well, and its reference is no warning', async () => {
		const { json: rows, error } = await on.run('bankTransaction.create', credit('RECEIVE-PREPAYMENT'));
		expect(error).toBe('');
		expect(rows[0]).toMatchObject({ PrepaymentID: on.records('Prepayments').at(-1)!.PrepaymentID, OverpaymentID: null });
		expect(rows[0]).not.toHaveProperty('_findings');
	});

	it('I11: every row of a list has the same columns', async () => {
		const { json: rows } = await on.run('bankTransaction.getAll', { returnAll: true });
		expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
		expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(['BankTransactionID', 'OverpaymentID', 'PrepaymentID']));
	});

	it('I11: a bank transfer keeps the IDs of its two bank transactions', async () => {
		const { json: rows } = await on.run('bankTransfer.getAll', { returnAll: true });
		for (const row of rows)
			expect(Object.keys(row)).toEqual(expect.arrayContaining(['FromBankTransactionID', 'ToBankTransactionID']));
	});
});

describe('I4: blanks at the ends of names', () => {
	it('I4: are taken off tracking in Fields', async () => {
		const { error, json: rows } = await on.run('invoice.create', tracked(' Region :  North '), [one!]);
		expect([error, rows[0]!._findings]).toEqual(['', undefined]);
		expect(lines()[0]!.Tracking).toEqual([{ Name: 'Region', Option: 'North' }]);
		expect(on.asked).toEqual(['PUT /Invoices']);
	});

	it('I4: are taken off tracking in JSON, with one call', async () => {
		const { error, json: rows } = await on.run('invoice.create', invoice({ Tracking: [{ Name: 'Region ', Option: ' North ' }] }));
		expect([error, rows[0]!._findings]).toEqual(['', undefined]);
		expect(lines()[0]!.Tracking).toEqual([{ Name: 'Region', Option: 'North' }]);
		expect(on.asked).toEqual(['PUT /Invoices']);
	});

	it('I4: are taken off the contact of a document, and off the name of a tracking category and its option', async () => {
		await on.run('invoice.create', invoice({}, { Contact: { Name: ' Ngaio Sports ' } }));
		expect(on.called('PUT /Invoices')[0]!.body).toMatchObject({ Invoices: [{ Contact: { Name: 'Ngaio Sports' } }] });
		const TrackingCategoryID = byId(
			String(on.records('TrackingCategories').find(({ Name }) => Name === 'Region')!.TrackingCategoryID),
		);
		const { json: renamed } = await on.run('trackingCategory.update', { TrackingCategoryID, Name: 'Season ' });
		expect(renamed[0]!.Name).toBe('Season');
		const { json: option } = await on.run('trackingCategory.createOption', { TrackingCategoryID, Name: ' Winter ' });
		expect(option[0]!.Name).toBe('Winter');
	});

	it("I4: are taken off a contact's tracking for sales and purchases", async () => {
		await on.run('contact.create', {
			Name: 'Hill Farm',
			additionalFields: {
				SalesTrackingCategories: { category: [{ TrackingCategoryName: 'Region ', TrackingOptionName: ' North' }] },
			},
		});
		expect(on.called('PUT /Contacts')[0]!.body).toMatchObject({
			Contacts: [{ SalesTrackingCategories: [{ TrackingCategoryName: 'Region', TrackingOptionName: 'North' }] }],
		});
	});
});
