import type { IDataObject } from 'n8n-workflow';
import { byCode, byId, byName, SALE, sales, staged } from '../stage';

/** What people gave and suffered, each as the kind of slip it is; the IDs are those of the collection of cases. */

const on = staged({ seed: 'small', shared: true });

const JSON_INPUT = { input: 'json', body: '={{ JSON.stringify($json.body) }}' };
const OBJECT_INPUT = { input: 'json', body: '={{ $json.body }}' };
const LINE = { Description: 'Chairs', Quantity: 1, UnitAmount: 115, AccountCode: '200' };
const INVOICE = { Contact: { Name: 'Ngaio Sports' }, LineAmountTypes: 'Inclusive', LineItems: [LINE] };
const create = async (body: IDataObject, more: IDataObject = {}) =>
	await on.run('invoice.create', { ...OBJECT_INPUT, simplify: false, ...more }, [{ body: { ...INVOICE, ...body } }]);
const writes = (): string[] => on.asked.filter((call) => !call.startsWith('GET'));

describe('M6: a key in JSON', () => {
	it.each([
		['LineAmountType', { LineAmountType: 'Inclusive', LineAmountTypes: undefined }, 'LineAmountTypes'],
		['invoice_number', { invoice_number: 'K-1' }, 'InvoiceNumber'],
		['DueDates', { DueDates: '2096-03-01' }, 'DueDate'],
		['Refrence', { Refrence: 'PO 77' }, 'Reference'],
	])('that is nearly a known one is asked about: %s', async (key, body, meant) => {
		const given = Object.fromEntries(Object.entries({ ...INVOICE, ...body }).filter(([, value]) => value !== undefined));
		const { error } = await on.run('invoice.create', JSON_INPUT, [{ body: given }]);
		expect(error).toContain(`Item 1, JSON, ${key}: Xero does not know it. Did you mean ${meant}?`);
		expect(writes()).toEqual([]);
	});

	it('inside a line is asked about as well, by the number of the line', async () => {
		const { UnitAmount, ...rest } = LINE;
		const { error } = await create({ LineItems: [LINE, { ...rest, UnitAmmount: UnitAmount }] });
		expect(error).toContain('Item 1, JSON, Line 2, UnitAmmount: Xero does not know it. Did you mean UnitAmount?');
	});

	it('in another case is the known one', async () => {
		const { json } = await create({ reference: 'PO 77', LineItems: [{ ...LINE, accountcode: '200' }] });
		expect(json[0]).toMatchObject({ Reference: 'PO 77', Total: 115 });
	});

	it('that is like none goes through, and the hint says so', async () => {
		const { json, hints } = await create({ Colour: 'blue' });
		expect(json[0]).toMatchObject({ Total: 115 });
		expect(hints.join()).toContain('This node does not know Colour of the JSON');
		expect(JSON.stringify(on.called('PUT /Invoices').at(-1)?.body)).toContain('"Colour":"blue"');
	});

	it.each([
		['wrapped under a name in lower case', { invoices: [INVOICE] }],
		['wrapped in the singular', { Invoice: INVOICE }],
		['in a list of one', [INVOICE]],
	])('is looked for in the record: %s', async (_how, body) => {
		const { json } = await on.run('invoice.create', { ...JSON_INPUT, simplify: false }, [{ body }]);
		expect(json[0]).toMatchObject({ Total: 115 });
	});
});

describe('M7: an expression that comes to nothing', () => {
	const sale = (line: IDataObject, more: IDataObject = {}) => ({
		...SALE,
		LineItems: { line: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 5, AccountCode: byCode('200'), ...line }] } as never,
		Status: 'AUTHORISED',
		...more,
	});
	it.each([
		[
			'price',
			sale({ UnitAmount: '={{ $json.nope }}' }),
			'Item 1, Line 1: Price came to nothing. Its expression is {{ $json.nope }}',
		],
		['quantity', sale({ Quantity: '={{ $json.blank }}' }), 'Item 1, Line 1: Quantity came to nothing'],
		['account', sale({ AccountCode: byCode('={{ $json.nope }}') }), 'Item 1, Line 1: Account came to nothing'],
		['item', sale({ ItemCode: byCode('={{ null }}') }), 'Item 1, Line 1: Item came to nothing'],
		['date', sale({}, { DueDate: '={{ $json.nope }}' }), 'Item 1: Due Date came to nothing'],
		[
			'currency',
			sale({}, { additionalFields: { CurrencyCode: byCode('={{ $json.blank }}') } as never }),
			'Item 1: Currency came to nothing',
		],
		[
			'folded away in a line',
			sale({ additionalFields: { LineAmount: '={{ $json.nope }}' } }),
			'Item 1, Line 1: Line Amount came to nothing',
		],
	])('where a value was meant is refused: %s', async (_what, parameters, message) => {
		const { error } = await on.run('invoice.create', parameters, [{ customer: 'Ngaio Sports', blank: ' ' }]);
		expect(error).toContain(message);
		expect(error).toContain('the item has customer, blank');
		expect(on.asked).toEqual([]);
	});

	it('is told with all others of the same run at once', async () => {
		const { error } = await on.run('invoice.create', sale({ UnitAmount: '={{ $json.price }}', Quantity: '={{ $json.count }}' }), [
			{ customer: 'Ngaio Sports' },
			{ customer: 'Ngaio Sports', price: 5, count: 1 },
			{ customer: '', price: 5 },
		]);
		expect(error.split('\n').slice(0, 6)).toEqual([
			'Nothing was sent to Xero: 2 of 3 cannot be sent as they are. First: Item 1, Line 1: Quantity came to nothing. Its expression is {{ $json.count }}; the item has customer',
			'Item 1, Line 1: Quantity came to nothing. Its expression is {{ $json.count }}; the item has customer',
			'Item 1, Line 1: Price came to nothing. Its expression is {{ $json.price }}; the item has customer',
			'Item 3, Line 1: Quantity came to nothing. Its expression is {{ $json.count }}; the item has customer, price',
			'Item 3: Contact came to nothing. Its expression is {{ $json.customer }}; the item has customer, price',
			'To send the others all the same, set On Error to Continue in the settings of the node.',
		]);
		expect(on.asked).toEqual([]);
	});

	it('is no slip in a text', async () => {
		const { json } = await on.run('invoice.create', sale({}, { Status: 'DRAFT', Reference: '={{ $json.nope }}' }), [
			{ customer: 'Ngaio Sports' },
		]);
		expect(json[0]).toMatchObject({ Status: 'DRAFT' });
	});

	it.each([
		['UnitAmount', { LineItems: [{ ...LINE, UnitAmount: '' }] }, 'JSON, Line 1, UnitAmount: is empty'],
		['AccountCode', { LineItems: [LINE, { ...LINE, AccountCode: null }] }, 'JSON, Line 2, AccountCode: is null'],
		['DueDate', { DueDate: '' }, 'JSON, DueDate: is empty'],
		[
			'a number that is none',
			{ LineItems: [{ ...LINE, UnitAmount: Number.NaN }] },
			'JSON, Line 1, UnitAmount “NaN”: is not a number',
		],
	])('in JSON is refused where a value was meant: %s', async (_what, body, message) => {
		const { error } = await on.run('invoice.create', { ...OBJECT_INPUT }, [{ body: { ...INVOICE, ...body } as never }]);
		expect(error).toContain(message);
		expect(writes()).toEqual([]);
	});
});

describe('M8: a filter', () => {
	it.each([
		['Contact', { Contact: byId('={{ undefined }}') }, 'Contact came to nothing'],
		['Invoice Numbers', { InvoiceNumbers: '={{ $json.nope }}' }, 'Invoice Numbers came to nothing'],
		['Invoice Numbers of blanks', { InvoiceNumbers: '={{ ["", " "] }}' }, 'Invoice Numbers came to nothing'],
		['Date From', { DateFrom: '' }, 'Date From has no value. Give one, or remove it'],
		['Statuses', { Statuses: [] }, 'Statuses has no value. Give one, or remove it'],
		['Where', { where: '={{ "" }}' }, 'Where came to nothing'],
	])('without a value does not mean all: %s', async (_what, filters, message) => {
		const { error, json } = await on.run('invoice.getAll', { returnAll: true, filters: filters as never });
		expect(error).toContain(message);
		expect(json).toEqual([]);
		expect(on.asked).toEqual([]);
	});

	it.each([
		['Invoice Numbers', { InvoiceNumbers: '={{ [] }}' }],
		['IDs', { IDs: '={{ [] }}' }],
	])('that is a list without entries finds nothing: %s', async (_what, filters) => {
		const { error, json } = await on.run('invoice.getAll', { returnAll: true, filters });
		expect([error, json, on.asked]).toEqual(['', [], []]);
	});

	it('of numbers takes none with a comma inside, as Xero would take it for two', async () => {
		const { error } = await on.run('invoice.getAll', { filters: { InvoiceNumbers: '={{ ["INV-1,2", "INV-3"] }}' } });
		expect(error).toContain('holds a comma, by which Xero tells one from the next');
	});
});

describe('M11: a Document Key', () => {
	it.each([
		['an object', '={{ $json.order }}', 'is an object; a text or a number is needed, such as the number of the document'],
		['a list', '={{ [1] }}', 'is a list; a text or a number is needed'],
		['no number', '={{ 0 / 0 }}', 'is not a number; a text or a number is needed'],
		['true', '={{ true }}', 'is true or false; a text or a number is needed'],
	])('is no key when it is %s', async (_what, documentKey, message) => {
		const { error } = await on.run('invoice.create', { ...SALE, input: 'lines', documentKey }, [
			{ ...sales(1)[0], order: { id: 1 } },
			{ ...sales(2)[1], order: { id: 2 } },
		]);
		expect(error).toContain(`Items 1 and 2, Document Key`);
		expect(error).toContain(message);
		expect(on.asked).toEqual([]);
	});
});

describe('M12: a step of a path', () => {
	it.each([
		['taxRate.delete', { TaxType: byCode('.') }],
		['taxRate.delete', { TaxType: byCode('..') }],
		['account.delete', { AccountID: byCode('..') }],
		['invoice.get', { InvoiceID: { __rl: true, mode: 'number', value: '.' } }],
	])('is never a dot: %s %j', async (what, parameters) => {
		const { error } = await on.run(what, parameters);
		expect(error).toContain('cannot be a dot');
		expect(on.asked).toEqual([]);
	});
});

describe('D1 to D5: dates', () => {
	it('D1: a moment in JSON becomes the day it is in the zone of the workflow', async () => {
		const { ran } = await on.run('invoice.create', { ...OBJECT_INPUT, simplify: false }, [
			{ body: { ...INVOICE, Date: '2096-11-30T01:43:10.021+13:00', DueDate: '2096-12-30T20:00:00.000Z' } },
		]);
		const sent = on.called('PUT /Invoices').at(-1)?.body as { Invoices: IDataObject[] };
		const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
		expect(ran.status).toBe('success');
		expect(sent.Invoices[0]).toMatchObject({
			Date: zone.format(new Date('2096-11-30T01:43:10.021+13:00')),
			DueDate: zone.format(new Date('2096-12-30T20:00:00.000Z')),
		});
	});

	it('D2: is the same day as a text and as a Date object', async () => {
		const due = async (DueDate: string) => {
			await on.run('invoice.create', { ...SALE, InvoiceNumber: '', DueDate }, sales(1));
			return (on.called('PUT /Invoices').at(-1)?.body as { Invoices: IDataObject[] }).Invoices[0]!.DueDate;
		};
		expect(await due("={{ new Date('2096-01-30T20:00:00.000Z') }}")).toBe(await due('2096-01-30T20:00:00.000Z'));
	});

	it.each([
		['invoice.getAll', { filters: { 'If-Modified-Since': '2026-02-30T10:00:00' } }, 'Modified After “2026-02-30T10:00:00”'],
		['invoice.create', { ...SALE, DueDate: '2026-02-30' }, 'Due Date “2026-02-30”: is not a date'],
	])('D3: that no calendar has are refused: %s', async (what, parameters, message) => {
		const { error } = await on.run(what, parameters as never, sales(1));
		expect(error).toContain(message);
		expect(on.asked).toEqual([]);
	});

	it('D5: numbers of a spreadsheet are told what they are, in JSON as well', async () => {
		const fields = await on.run('invoice.create', { ...SALE, DueDate: '={{ 46112 }}' }, sales(1));
		expect(fields.error).toContain('Item 1, Due Date “46112”: looks like a date of Excel (31 March 2026)');
		const { error } = await create({ DueDate: 46112 });
		expect(error).toContain('Item 1, JSON, DueDate “46112”: looks like a date of Excel (31 March 2026)');
	});
});

describe('I1: everything that is wrong', () => {
	const items = [
		{ ...sales(1)[0] },
		{ ...sales(1)[0], number: 'S-0002', amount: '1.234,50' },
		{ ...sales(1)[0], number: 'S-0003', amount: '$45.50', due: '31/03/2026' },
	];
	const parameters = {
		...SALE,
		InvoiceNumber: '={{ $json.number }}',
		DueDate: '={{ $json.due ?? "2096-01-01" }}',
	};

	it('is told at once under On Error Stop, and nothing is sent', async () => {
		const { error, ran } = await on.run('invoice.create', parameters, items);
		expect(error).toContain('2 of 3 cannot be sent as they are');
		for (const line of [
			'Item 2, Line 1, Price “1.234,50”: is not a number written like 1234.50. Give 1234.50',
			'Item 3, Line 1, Price “$45.50”: is not a number written like 1234.50',
			'Item 3, Due Date “31/03/2026”: is not a date like 2026-03-31. Use DateTime in an expression',
		])
			expect(error).toContain(line);
		expect(ran.error?.context?.xero).toMatchObject({ state: 'notSent', items: [1, 2] });
		expect(on.asked).toEqual([]);
	});

	it('is told at once where the panel and JSON are wrong together', async () => {
		const { error } = await on.run('contact.update', { ContactID: byId('no ID'), input: 'json', body: '{"Refrence": 1' });
		expect(error).toContain('Item 1, Contact “no ID”: is not an ID of Xero');
		expect(error).toContain('Item 1, JSON: cannot be read near its');
		expect(on.asked).toEqual([]);
	});

	it('keeps nothing else from being sent under Continue', async () => {
		const { json, pairs } = await on.run('invoice.create', parameters, items, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(pairs).toEqual([0, 1, 2]);
		expect(json[0]).toMatchObject({ InvoiceNumber: 'S-0001' });
		expect(String(json[2]!.error).split('\n')).toHaveLength(2);
	});
});

describe('I3: a name with a quotation mark', () => {
	const name = 'Foo "The Plumber" & Sons';

	it('is found by Find or Create and by the filter, and is written once', async () => {
		await on.run('contact.create', { Name: name });
		await on.run('contact.create', { Name: 'Foo "The Baker" & Sons' });
		const found = await on.run('contact.findOrCreate', { Name: `  ${name.toUpperCase()} ` });
		expect(found.json).toEqual([expect.objectContaining({ found: true, Name: name })]);
		const { json } = await on.run('contact.getAll', { returnAll: false, limit: 1, filters: { Name: name } });
		expect(json.map(({ Name }) => Name)).toEqual([name]);
	});
});

describe('I6: a blank cell', () => {
	it('keeps what there is in Update, as it does in Create or Update; clearing is chosen, and null in JSON', async () => {
		const { json } = await on.run('contact.create', {
			Name: 'Kea Cycles',
			additionalFields: { EmailAddress: 'kea@example.com', FirstName: 'Kea' },
		});
		const ContactID = byId(String(json[0]!.ContactID));
		const read = async () => (await on.run('contact.get', { ContactID, simplify: false })).json[0]!;
		await on.run('contact.update', { ContactID, additionalFields: { EmailAddress: '={{ $json.mail }}', LastName: 'Moana' } }, [
			{ mail: '' },
		]);
		expect(await read()).toMatchObject({ EmailAddress: 'kea@example.com', FirstName: 'Kea', LastName: 'Moana' });
		await on.run('contact.update', { ContactID, ...JSON_INPUT }, [{ body: { EmailAddress: ' ', FirstName: null } }]);
		expect(await read()).toMatchObject({ EmailAddress: 'kea@example.com', FirstName: '' });
		await on.run('contact.update', { ContactID, additionalFields: { clearFields: ['EmailAddress'] } });
		expect(await read()).toMatchObject({ EmailAddress: '', LastName: 'Moana' });
	});
});

describe('I7: an object where a list belongs', () => {
	it('is refused before it is sent, and the others go', async () => {
		const wrong = { ...LINE, Tracking: { Name: 'Region', Option: 'North' } };
		const { json } = await on.run(
			'invoice.create',
			JSON_INPUT,
			Array.from({ length: 50 }, (_, index) => ({ body: { ...INVOICE, LineItems: [index === 6 ? wrong : LINE] } })),
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(json.filter(({ error }) => error === undefined)).toHaveLength(49);
		expect(json[6]!.error).toBe('Item 7, JSON, Line 1, Tracking: is an object; a list is needed. Put it in square brackets');
		expect(on.called('PUT /Invoices')).toHaveLength(1);
	});
});

describe('I8: a moment as shops export it', () => {
	it('is taken, as the day it is in the zone of the workflow', async () => {
		await on.run('invoice.create', { ...SALE, InvoiceNumber: '', Date: '2096-03-15 23:12:45 +1300' }, sales(1));
		const sent = on.called('PUT /Invoices').at(-1)?.body as { Invoices: IDataObject[] };
		expect(sent.Invoices[0]!.Date).toBe('2096-03-15');
	});
});

describe('I9: line items by one expression', () => {
	it('are told how else they can be given', async () => {
		const { error } = await on.run('invoice.create', { ...SALE, LineItems: '={{ $json.lines }}' as never }, [
			{ ...sales(1)[0], lines: [LINE] },
		]);
		expect(error).toContain(
			'Line Items is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON or One Item per Line',
		);
	});
});

describe('I10: amounts of a bank', () => {
	it.each([
		['(12.50)', 'Give -12.50'],
		['1,450.00', 'Give 1450.00'],
	])('are refused with the value and what to give: %s', async (amount, todo) => {
		const { error } = await on.run('invoice.create', SALE, [{ ...sales(1)[0], amount }]);
		expect(error).toContain(`Item 1, Line 1, Price “${amount}”: is not a number written like 1234.50. ${todo}`);
	});
});

describe('Small slips', () => {
	it.each([
		[
			'several IDs in one value',
			'invoice.get',
			{ InvoiceID: byId('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33, 2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e34') },
			'holds several IDs; one is needed',
		],
		[
			'a currency that is none',
			'invoice.create',
			{ ...SALE, additionalFields: { CurrencyCode: byCode('XQQ') } },
			'is not the code of a currency',
		],
		[
			'a binary field that is everything’s own',
			'invoice.addAttachment',
			{ InvoiceID: byId('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33'), binaryPropertyName: '__proto__' },
			'Input Binary Field “__proto__”: the item has no binary data under this name',
		],
		[
			'an object where a list of IDs belongs',
			'invoice.getAll',
			{ filters: { IDs: '={{ {a: 1} }}' } },
			'Invoice IDs: is an object; a list is needed',
		],
		['no number in a list', 'invoice.getAll', { filters: { InvoiceNumbers: '={{ [0 / 0] }}' } }, 'Invoice Numbers'],
	])('%s', async (_what, what, parameters, message) => {
		const { error } = await on.run(what, parameters as never, sales(1));
		expect(error).toContain(message);
		expect(on.asked).toEqual([]);
	});

	it.each([
		['a number', '={{ 5 }}', 'Organisation “5”: is a number; the name of an organisation or its ID is needed'],
		['an object', '={{ {a: 1} }}', 'Organisation: is an object; the name of an organisation or its ID is needed'],
		['nothing', '={{ $json.nope }}', 'Organisation came to nothing'],
	])('an organisation that is %s is never guessed', async (_what, value, message) => {
		const { error } = await on.run('invoice.create', SALE, sales(1), { organisation: byName(value) });
		expect(error).toContain(message);
		expect(on.asked).toEqual([]);
	});
});
