import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, byNumber } from '../node/stage';
import { idOf, Walk } from './walk';

const walk = new Walk('documents');

const lines = (...amounts: string[]): INodeParameters => ({
	line: amounts.map((UnitAmount, at) => ({ Description: `Line ${at + 1}`, UnitAmount, AccountCode: byCode('200') })),
});

const describeLines = (record: IDataObject) =>
	(record.LineItems as IDataObject[]).map(({ Description, LineAmount }) => [Description, LineAmount]);

const quote = (more: INodeParameters): INodeParameters => ({
	Contact: byName('Walnut Hall'),
	Date: '2096-03-01',
	LineAmountTypes: 'Tax Inclusive',
	LineItems: lines('80.1234', '20'),
	...more,
});

test('a quote goes from draft to sent, declined, sent again, accepted and invoiced', async () => {
	const { picked: theme } = await walk.choose('brandingTheme');
	const made = await walk.json(
		'quote.create',
		quote({
			QuoteNumber: 'WALK-Q1',
			Reference: 'Enquiry 12',
			ExpiryDate: '2096-03-31',
			additionalFields: {
				Title: 'Spring',
				Summary: 'As discussed',
				Terms: 'Valid for 30 days',
				BrandingThemeID: theme,
			},
		}),
	);
	expect(made).toMatchObject({
		QuoteNumber: 'WALK-Q1',
		Status: 'DRAFT',
		Date: '2096-03-01',
		ExpiryDate: '2096-03-31',
		LineAmountTypes: 'INCLUSIVE',
		Total: 100.12,
	});
	const { line: name, picked: QuoteID } = await walk.choose('quote', 'walk-q1');
	expect(name).toBe('WALK-Q1 · Walnut Hall · 100.12 NZD · Draft');

	const now = async (operation: string) => (await walk.json(`quote.${operation}`, { QuoteID })).Status;
	expect(await now('markAsSent')).toBe('SENT');
	expect(await now('decline')).toBe('DECLINED');
	expect(await now('markAsSent')).toBe('SENT');
	expect(await now('accept')).toBe('ACCEPTED');
	await walk.json('quote.update', { QuoteID, Reference: 'Order 7', additionalFields: { clearFields: ['Summary'] } });
	expect(await now('markAsInvoiced')).toBe('INVOICED');

	const read = await walk.json('quote.get', { QuoteID });
	expect(read).toMatchObject({
		QuoteID: made.QuoteID,
		Status: 'INVOICED',
		Title: 'Spring',
		Summary: '',
		Terms: 'Valid for 30 days',
		Reference: 'Order 7',
		ExpiryDate: '2096-03-31',
		LineAmountTypes: 'INCLUSIVE',
		BrandingThemeID: made.BrandingThemeID,
		Total: 100.12,
	});
	expect(describeLines(read)).toEqual(describeLines(made));
	const { error } = await walk.stage.run('quote.decline', { QuoteID });
	expect(error).toContain('Quote not of valid status for modification');
	await walk.pdf('quote', { QuoteID });
	await walk.attach('quote', { QuoteID });
	await walk.note('quote', { QuoteID });
});

test('a quote is found again by its number, and by each filter of the list', async () => {
	const made = await walk.json(
		'quote.upsert',
		quote({ QuoteNumber: 'WALK-Q2', ExpiryDate: '2101-05-31', additionalFields: { Terms: 'A month' } }),
	);
	const again = await walk.json('quote.upsert', {
		...quote({ QuoteNumber: 'WALK-Q2', ExpiryDate: '2101-05-31', additionalFields: { Title: 'Summer' } }),
		LineAmountTypes: 'Exclusive',
		LineItems: lines('7'),
	});
	expect(again).toMatchObject({ QuoteID: made.QuoteID, Title: 'Summer', Terms: '', SubTotal: 7 });
	const { picked: contact } = await walk.choose('contact', 'walnut');
	const numbers = async (filters: INodeParameters, show?: string) =>
		(await walk.all('quote.getAll', filters, show)).map(({ QuoteNumber }) => QuoteNumber);
	expect(await numbers({ QuoteNumber: 'walk-q2' })).toEqual(['WALK-Q2']);
	expect(await numbers({ ExpiryDateFrom: '2101-05-31', ExpiryDateTo: '2101-05-31' })).toEqual(['WALK-Q2']);
	expect(await numbers({ ContactID: contact, DateFrom: '2096-03-01', DateTo: '2096-03-01', order: 'QuoteNumber DESC' })).toEqual([
		'WALK-Q2',
		'WALK-Q1',
	]);
	expect(await numbers({ ContactID: contact }, 'invoiced')).toEqual(['WALK-Q1']);
	expect(await numbers({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
});

test('a quote whose line is chosen from lists is deleted, and stays to be read', async () => {
	const { picked: AccountCode } = await walk.choose('accountCode', '200');
	const { picked: ItemCode } = await walk.choose('itemCode', 'srv');
	const { picked: TaxType } = await walk.choose('taxRate', 'zero');
	const { picked: Option } = await walk.choose('trackingOption', 'region: north');
	const { picked: CurrencyCode } = await walk.choose('currency', 'usd');
	const made = await walk.json('quote.create', {
		...quote({ QuoteNumber: 'WALK-Q3', additionalFields: { CurrencyCode, CurrencyRate: '0.5' } }),
		LineItems: {
			line: [
				{
					AccountCode,
					ItemCode,
					TaxType,
					Quantity: '2',
					Tracking: { category: [{ Option }] },
					additionalFields: { DiscountAmount: '5' },
				},
			],
		},
	});
	expect(made).toMatchObject({
		CurrencyCode: 'USD',
		CurrencyRate: 0.5,
		TotalDiscount: 5,
		LineItems: [
			{
				AccountCode: '200',
				ItemCode: expect.stringMatching(/^SRV-/),
				TaxType: 'ZERORATED',
				Quantity: 2,
				DiscountAmount: 5,
				Tracking: [{ Name: 'Region', Option: 'North' }],
			},
		],
	});
	const QuoteID = idOf(made, 'QuoteID');
	expect((await walk.json('quote.delete', { QuoteID })).Status).toBe('DELETED');
	expect((await walk.json('quote.get', { QuoteID })).Status).toBe('DELETED');
});

const order = (more: INodeParameters): INodeParameters => ({
	Contact: byName('Rata Print'),
	LineAmountTypes: 'No Tax',
	LineItems: { line: [{ Description: 'Paper', Quantity: '12', UnitAmount: '4.2525', AccountCode: byCode('429') }] },
	Date: '2096-03-01',
	...more,
});

test('a purchase order is submitted, approved, sent and billed', async () => {
	const made = await walk.json(
		'purchaseOrder.create',
		order({
			PurchaseOrderNumber: 'WALK/P 1',
			DeliveryDate: '2096-03-10',
			Reference: 'Spring',
			additionalFields: {
				AttentionTo: 'Robin Example',
				DeliveryAddress: '1 Long Road\nRidge Heights',
				DeliveryInstructions: 'Ring twice',
				ExpectedArrivalDate: '2096-03-12',
				Telephone: '555 0100',
			},
		}),
	);
	expect(made).toMatchObject({
		Status: 'DRAFT',
		Date: '2096-03-01',
		DeliveryDate: '2096-03-10',
		ExpectedArrivalDate: '2096-03-12',
		DeliveryAddress: '1 Long Road\nRidge Heights',
		LineItems: [{ UnitAmount: 4.2525, LineAmount: 51.03 }],
		Total: 51.03,
		SentToContact: false,
	});
	const { line: name, picked: PurchaseOrderID } = await walk.choose('purchaseOrder', 'walk/p 1');
	expect(name).toBe('WALK/P 1 · Rata Print · 51.03 NZD · Draft');

	expect((await walk.json('purchaseOrder.submit', { PurchaseOrderID })).Status).toBe('SUBMITTED');
	expect((await walk.json('purchaseOrder.approve', { PurchaseOrderID })).Status).toBe('AUTHORISED');
	expect(await walk.json('purchaseOrder.markAsSent', { PurchaseOrderID })).toMatchObject({
		Status: 'AUTHORISED',
		SentToContact: true,
	});
	await walk.json('purchaseOrder.update', { PurchaseOrderID, additionalFields: { AttentionTo: 'Kim Example' } });
	expect((await walk.json('purchaseOrder.markAsBilled', { PurchaseOrderID })).Status).toBe('BILLED');

	const read = await walk.json('purchaseOrder.get', { PurchaseOrderID: byNumber('WALK/P 1') });
	expect(read).toMatchObject({
		PurchaseOrderID: made.PurchaseOrderID,
		Status: 'BILLED',
		AttentionTo: 'Kim Example',
		DeliveryInstructions: 'Ring twice',
		SentToContact: true,
		Total: 51.03,
	});
	await walk.pdf('purchaseOrder', { PurchaseOrderID });
	await walk.attach('purchaseOrder', { PurchaseOrderID });
	await walk.note('purchaseOrder', { PurchaseOrderID });
});

test('a purchase order is found again by its number, listed and deleted', async () => {
	const made = await walk.json('purchaseOrder.upsert', order({ PurchaseOrderNumber: 'WALK-P2', Date: '2101-03-01' }));
	const again = await walk.json(
		'purchaseOrder.upsert',
		order({ PurchaseOrderNumber: 'WALK-P2', Date: '2101-03-01', Reference: 'Summer' }),
	);
	expect(again).toMatchObject({ PurchaseOrderID: made.PurchaseOrderID, Reference: 'Summer' });
	const numbers = async (filters: INodeParameters, show?: string) =>
		(await walk.all('purchaseOrder.getAll', filters, show)).map(({ PurchaseOrderNumber }) => PurchaseOrderNumber);
	const day = { DateFrom: '2101-03-01', DateTo: '2101-03-01', order: 'Date DESC' };
	expect(await numbers(day, 'draft')).toEqual(['WALK-P2']);
	expect(await numbers(day, 'billed')).toEqual([]);
	expect(await numbers({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
	const PurchaseOrderID = byId(String(made.PurchaseOrderID));
	expect((await walk.json('purchaseOrder.delete', { PurchaseOrderID })).Status).toBe('DELETED');
	expect(await numbers(day, 'deleted')).toEqual(['WALK-P2']);
});

test('a repeating invoice is created, found, read and deleted', async () => {
	const made = await walk.json('repeatingInvoice.create', {
		Type: 'ACCREC',
		Contact: byName('Walnut Hall'),
		Schedule: {
			values: {
				Period: '2',
				Unit: 'WEEKLY',
				StartDate: '2101-01-06',
				EndDate: '2101-12-31',
				DueDate: '14',
				DueDateType: 'DAYSAFTERINVOICEDATE',
			},
		},
		LineAmountTypes: 'No Tax',
		LineItems: lines('500'),
		additionalFields: { Reference: 'Flat 7', Status: 'Draft', CurrencyCode: byCode('NZD') },
	});
	expect(made).toMatchObject({
		Type: 'ACCREC',
		Status: 'DRAFT',
		Reference: 'Flat 7',
		Total: 500,
		Schedule: { Period: 2, Unit: 'WEEKLY', StartDate: '2101-01-06', NextScheduledDate: '2101-01-06', EndDate: '2101-12-31' },
	});
	const { line: name, picked: RepeatingInvoiceID } = await walk.choose('repeatingInvoice', 'flat 7');
	expect(name).toBe('Walnut Hall · Flat 7 · 500.00 NZD · Every 2 weeks · next 2101-01-06 · Draft');
	expect((await walk.json('repeatingInvoice.get', { RepeatingInvoiceID })).RepeatingInvoiceID).toBe(made.RepeatingInvoiceID);
	const { picked: contact } = await walk.choose('contact', 'walnut');
	const references = async (filters: INodeParameters) =>
		(await walk.all('repeatingInvoice.getAll', filters)).map(({ Reference }) => Reference);
	expect(
		await references({ Contact: contact, Status: 'Draft', Type: 'Sales Invoice', where: 'Total>=500', order: 'Total DESC' }),
	).toEqual(['Flat 7']);
	expect(await references({ Contact: contact, Type: 'Bill' })).toEqual([]);
	await walk.attach('repeatingInvoice', { RepeatingInvoiceID });
	await walk.note('repeatingInvoice', { RepeatingInvoiceID });
	expect((await walk.json('repeatingInvoice.delete', { RepeatingInvoiceID })).Status).toBe('DELETED');
	expect(await references({ Contact: contact, Status: 'Deleted' })).toEqual(['Flat 7']);
});
