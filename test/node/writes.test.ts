import { KERERU, SALE, byCode, byId, byName, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

/** Numbers of the records in a request's body, in order. */
const numbersIn = (body: unknown): string[] =>
	(body as { Invoices: Array<{ InvoiceNumber: string }> }).Invoices.map(({ InvoiceNumber }) => InvoiceNumber);

describe('Writing many records', () => {
	it('sends 120 invoices in three calls and gives each back to the item it came from', async () => {
		const { items, json, pairs, error } = await on.run('invoice.create', SALE, sales(120));
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /Invoices', 'PUT /Invoices', 'PUT /Invoices']);
		expect(on.queries('PUT /Invoices')).toEqual([
			{ summarizeErrors: 'false', unitdp: '4' },
			{ summarizeErrors: 'false', unitdp: '4' },
			{ summarizeErrors: 'false', unitdp: '4' },
		]);
		const sent = on.called('PUT /Invoices').map(({ body }) => numbersIn(body));
		expect(sent.map((numbers) => [numbers.length, numbers[0]])).toEqual(
			expect.arrayContaining([
				[50, 'S-0001'],
				[50, 'S-0051'],
				[20, 'S-0101'],
			]),
		);
		expect(items).toHaveLength(120);
		expect(pairs).toEqual(Array.from({ length: 120 }, (_, index) => index));
		expect(json[0]).toMatchObject({
			InvoiceNumber: 'S-0001',
			Type: 'ACCREC',
			Status: 'DRAFT',
			ContactName: 'Ngaio Sports',
			Total: 1.15,
		});
		expect(json[119]).toMatchObject({ InvoiceNumber: 'S-0120', Total: 138 });
		expect(on.records('Invoices')).toHaveLength(120);
	});

	it('sends 1,000 invoices in twenty calls', async () => {
		const { json, hints } = await on.run('invoice.create', SALE, sales(1000));
		expect(on.asked).toHaveLength(20);
		expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(sales(1000).map(({ number }) => number));
		expect(on.records('Invoices')).toHaveLength(1000);
		// On a busy machine those that go five at a time wait long enough to be told.
		expect(hints).toEqual([
			expect.stringMatching(/^20 calls to Xero,( \d seconds? waited for its limits,)? 4,980 calls left today$/),
		]);
	});

	it('makes no call for an empty input', async () => {
		const { ran } = await on.run('invoice.create', SALE, []);
		expect(ran.status).toBe('success');
		expect(on.sandbox.calls).toEqual([]);
	});

	it('counts a single call in its hint', async () => {
		const { hints } = await on.run('contact.create', { Name: 'Ngaio Sports' });
		expect(hints).toEqual(['1 call to Xero, 4,999 calls left today']);
	});

	it('takes every parameter from an expression of its item, statuses and accounts included', async () => {
		const parameters = {
			...SALE,
			LineAmountTypes: '={{ $json.amounts }}',
			InvoiceNumber: '={{ $json.number }}',
			Date: '={{ $json.date }}',
			DueDate: '={{ $json.due }}',
			Status: '={{ $json.status }}',
		};
		const { error, json } = await on.run('invoice.create', parameters, [
			{
				number: 'B-1',
				customer: 'Rata Print',
				amount: '40.00',
				account: 260,
				date: '2096-10-01T23:30:00+13:00',
				due: '2096-10-20',
				status: 'Approved',
				amounts: 'No Tax',
			},
			{
				number: 'S-1',
				customer: 'Ngaio Sports',
				amount: 23,
				account: '200',
				date: '2096-10-02',
				due: '2096-10-21',
				status: 'DRAFT',
				amounts: 'Inclusive',
			},
		]);
		expect(error).toBe('');
		expect(json).toEqual([
			expect.objectContaining({
				Type: 'ACCREC',
				InvoiceNumber: 'B-1',
				Status: 'AUTHORISED',
				ContactName: 'Rata Print',
				Date: '2096-10-01',
				DueDate: '2096-10-20',
				Total: 40,
			}),
			expect.objectContaining({
				Type: 'ACCREC',
				InvoiceNumber: 'S-1',
				Status: 'DRAFT',
				ContactName: 'Ngaio Sports',
				Date: '2096-10-02',
				DueDate: '2096-10-21',
				Total: 23,
			}),
		]);
		expect(on.called('PUT /Invoices')[0]!.body).toEqual({
			Invoices: [
				expect.objectContaining({
					Contact: { Name: 'Rata Print' },
					LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 40, AccountCode: '260' }],
				}),
				expect.objectContaining({
					Contact: { Name: 'Ngaio Sports' },
					LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 23, AccountCode: '200' }],
				}),
			],
		});
	});

	it('keeps requests under 3.5 MB, whatever their number of records', async () => {
		const wide = Array.from({ length: 12 }, (_, index) => ({
			number: `W-${index}`,
			customer: 'Ngaio Sports',
			text: 'x'.repeat(4000),
		}));
		const line = { Description: '={{ $json.text }}', Quantity: 1, UnitAmount: 1, AccountCode: byCode('200') };
		const { error } = await on.run(
			'invoice.create',
			{ ...SALE, LineItems: { line: Array.from({ length: 120 }, () => line) } },
			wide,
		);
		expect(error).toBe('');
		const sizes = on.called('PUT /Invoices').map(({ headers }) => Number(headers['content-length']));
		expect(sizes).toHaveLength(2);
		expect(Math.max(...sizes)).toBeLessThan(3.5 * 1024 * 1024);
		expect(on.records('Invoices')).toHaveLength(12);
	});
});

describe('Input: JSON', () => {
	it("sends one body of Xero's per item, fifty in a call, and fields this node does not know as they are", async () => {
		const body = `={{ { InvoiceNumber: $json.number, Contact: { Name: $json.customer }, Tomorrow: 'yes', LineItems: [{ Description: 'Chairs', UnitAmount: $json.amount, AccountCode: '200' }] } }}`;
		const { json, pairs, error } = await on.run('invoice.create', { input: 'json', body }, sales(60));
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /Invoices', 'PUT /Invoices']);
		expect(json[59]).toMatchObject({ InvoiceNumber: 'S-0060', Total: 69 });
		expect(pairs[59]).toBe(59);
		const bodies = on
			.called('PUT /Invoices')
			.flatMap(({ body }) => (body as { Invoices: Array<Record<string, unknown>> }).Invoices);
		expect(bodies.every(({ Tomorrow }) => Tomorrow === 'yes')).toBe(true);
	});

	it('takes text as well, and an envelope of one around it', async () => {
		const body = JSON.stringify({ Contacts: [{ Name: 'Ngaio Sports', ContactNumber: 'C-7' }] });
		const { json } = await on.run('contact.create', { input: 'json', body });
		expect(json).toEqual([expect.objectContaining({ Name: 'Ngaio Sports', ContactNumber: 'C-7' })]);
	});

	it('refuses JSON that cannot be read, and names the item, before any call', async () => {
		const { error } = await on.run('contact.create', { input: 'json', body: '={{ $json.text }}' }, [
			{ text: '{"Name":"Good"}' },
			{ text: '{"Name":' },
		]);
		expect(error).toContain('Item 2, JSON: cannot be read. A comma, quotation mark or bracket is missing or too many');
		expect(on.sandbox.calls).toEqual([]);
	});

	it('refuses several records in one item', async () => {
		const { error } = await on.run('contact.create', { input: 'json', body: '[{"Name":"A"},{"Name":"B"}]' });
		expect(error).toContain('Item 1, JSON: holds 2 records; one is taken for each item. Put a Split Out node before this one');
		expect(on.sandbox.calls).toEqual([]);
	});
});

describe('Input: One Item per Line', () => {
	const lines = {
		input: 'lines',
		documentKey: '={{ $json.bill }}',
		Contact: byName('={{ $json.supplier }}'),
		LineAmountTypes: 'Exclusive',
		LineItems: {
			line: [
				{ Description: '={{ $json.what }}', UnitAmount: '={{ $json.amount }}', AccountCode: byCode('={{ $json.account }}') },
			],
		},
		InvoiceNumber: '={{ $json.bill }}',
	};

	it('makes one document of the rows with the same key, and pairs it with all of them', async () => {
		const { items, json, error } = await on.run('bill.create', lines, [
			{ bill: 'B-1', supplier: 'Rata Print', what: 'Paper', amount: 10, account: '429' },
			{ bill: 'B-2', supplier: 'Kowhai Cabs', what: 'Rides', amount: 7, account: '493' },
			{ bill: 'B-1', supplier: 'Rata Print', what: 'Ink', amount: 6, account: '429' },
			{ bill: 'B-1', supplier: '', what: 'Delivery', amount: 4, account: '425' },
		]);
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /Invoices']);
		expect(json).toEqual([
			expect.objectContaining({ InvoiceNumber: 'B-1', ContactName: 'Rata Print', Total: 23 }),
			expect.objectContaining({ InvoiceNumber: 'B-2', ContactName: 'Kowhai Cabs', Total: 8.05 }),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }, { item: 3 }], { item: 1 }]);
		const [first] = on.records('Invoices').filter(({ InvoiceNumber }) => InvoiceNumber === 'B-1');
		expect((first!.LineItems as Array<{ Description: string }>).map(({ Description }) => Description)).toEqual([
			'Paper',
			'Ink',
			'Delivery',
		]);
	});

	it('sends no half document: with a wrong line none of its lines is written, the other document is', async () => {
		const { items, json } = await on.run(
			'bill.create',
			lines,
			[
				{ bill: 'B-1', supplier: 'Rata Print', what: 'Paper', amount: 10, account: '429' },
				{ bill: 'B-2', supplier: 'Kowhai Cabs', what: 'Rides', amount: 7, account: '493' },
				{ bill: 'B-1', supplier: 'Rata Print', what: 'Ink', amount: 'five', account: '429' },
			],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(on.records('Invoices').map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(['B-2']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }, { item: 1 }]);
		expect(json.filter(({ error }) => error !== undefined).map(({ error }) => error)).toEqual([
			'Item 3, Line 1, Price “five”: is not a number written like 1234.50',
			'Item 3, Line 1, Price “five”: is not a number written like 1234.50',
		]);
	});

	it('finds the document by its number where the key is left empty, with a wrong line as well', async () => {
		const { json } = await on.run(
			'bill.create',
			{ ...lines, documentKey: '' },
			[
				{ bill: 'B-1', supplier: 'Rata Print', what: 'Paper', amount: 10, account: '429' },
				{ bill: 'B-2', supplier: 'Kowhai Cabs', what: 'Rides', amount: 7, account: '493' },
				{ bill: 'B-1', supplier: 'Rata Print', what: 'Ink', amount: 'five', account: '429' },
				{ bill: 'B-2', supplier: '', what: 'More rides', amount: 3, account: '493' },
			],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(on.records('Invoices')).toMatchObject([{ InvoiceNumber: 'B-2', Total: 11.5 }]);
		expect(json.filter(({ error }) => error !== undefined).map(({ error }) => error)).toEqual([
			'Item 3, Line 1, Price “five”: is not a number written like 1234.50',
			'Item 3, Line 1, Price “five”: is not a number written like 1234.50',
		]);
	});

	it('refuses a line that contradicts the first one of its document', async () => {
		const { error } = await on.run('bill.create', lines, [
			{ bill: 'B-1', supplier: 'Rata Print', what: 'Paper', amount: 10, account: '429' },
			{ bill: 'B-1', supplier: 'Kowhai Cabs', what: 'Ink', amount: 5, account: '429' },
		]);
		expect(error).toContain('Item 2, Contact “Kowhai Cabs”: differs from item 1 (“Rata Print”), which is the same document');
		expect(on.sandbox.calls).toEqual([]);
	});

	it('refuses a line without a key', async () => {
		const { error } = await on.run('bill.create', lines, [{ supplier: 'Rata Print', what: 'Paper', amount: 10, account: '429' }]);
		expect(error).toContain('Item 1, Document Key: is empty');
	});
});

describe('Changing what is there', () => {
	it('updates sixty invoices in two calls and leaves alone what was not given', async () => {
		const made = await on.run('invoice.create', SALE, sales(60));
		on.sandbox.forget();
		const { json, pairs, error } = await on.run(
			'invoice.update',
			{
				InvoiceID: byId('={{ $json.InvoiceID }}'),
				Reference: '=Order {{ $json.InvoiceNumber }}',
				DueDate: '2097-01-15',
			},
			made.json,
		);
		expect(error).toBe('');
		expect(on.asked).toEqual(['POST /Invoices', 'POST /Invoices']);
		expect(json[59]).toMatchObject({ InvoiceNumber: 'S-0060', DueDate: '2097-01-15', Total: 69 });
		expect(pairs).toEqual(Array.from({ length: 60 }, (_, index) => index));
		const saved = on.records('Invoices');
		expect(saved).toHaveLength(60);
		expect(saved.find(({ InvoiceNumber }) => InvoiceNumber === 'S-0033')).toMatchObject({ Reference: 'Order S-0033' });
	});

	it('approves and then voids in batches, and says for the one that cannot be voided why', async () => {
		const approved = await on.run(
			'invoice.create',
			{ ...SALE, InvoiceNumber: '={{ $json.number }}', Status: 'AUTHORISED', DueDate: '2097-01-15' },
			sales(3),
		);
		const draft = await on.run('invoice.create', SALE, [{ ...sales(1)[0], number: 'D-1' }]);
		on.sandbox.forget();
		const { json } = await on.run(
			'invoice.void',
			{ InvoiceID: byId('={{ $json.InvoiceID }}') },
			[approved.json[0]!, draft.json[0]!, approved.json[2]!],
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(on.asked).toEqual(['POST /Invoices']);
		expect(json).toEqual([
			expect.objectContaining({ InvoiceNumber: 'S-0001', Status: 'VOIDED' }),
			expect.objectContaining({ error: 'Item 2: Xero says: Invoice not of valid status for modification' }),
			expect.objectContaining({ InvoiceNumber: 'S-0003', Status: 'VOIDED' }),
		]);
		expect(
			on
				.records('Invoices')
				.map(({ InvoiceNumber, Status }) => `${String(InvoiceNumber)} ${String(Status)}`)
				.sort(),
		).toEqual(['D-1 DRAFT', 'S-0001 VOIDED', 'S-0002 AUTHORISED', 'S-0003 VOIDED']);
	});

	it('creates what is new and changes what is there with Create or Update', async () => {
		await on.run('contact.create', { Name: 'Ngaio Sports' });
		on.sandbox.forget();
		const { json, error } = await on.run(
			'contact.upsert',
			{ Name: '={{ $json.name }}', additionalFields: { EmailAddress: '={{ $json.email }}' } },
			[
				{ name: 'Ngaio Sports', email: 'desk@ngaio.example' },
				{ name: 'Rata Print', email: 'desk@rata.example' },
			],
		);
		expect(error).toBe('');
		expect(on.asked).toEqual(['POST /Contacts']);
		expect(json.map(({ Name, EmailAddress }) => [Name, EmailAddress])).toEqual([
			['Ngaio Sports', 'desk@ngaio.example'],
			['Rata Print', 'desk@rata.example'],
		]);
		expect(on.records('Contacts')).toHaveLength(2);
	});

	it('refuses an update that changes nothing, before any call', async () => {
		const { error } = await on.run('contact.update', { ContactID: byId('2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33') });
		expect(error).toContain('Item 1: there is nothing to change. Add a field, or leave the item out');
		expect(on.sandbox.calls).toEqual([]);
	});

	it('pays invoices in one call, by their number, and the paid ones are paid', async () => {
		await on.run('account.create', {
			Code: '090',
			Name: 'Business Bank Account',
			Type: 'BANK',
			additionalFields: { BankAccountNumber: '00-0000-0000001-00' },
		});
		await on.run(
			'invoice.create',
			{ ...SALE, InvoiceNumber: '={{ $json.number }}', Status: 'AUTHORISED', DueDate: '2097-01-15' },
			sales(3),
		);
		on.sandbox.forget();
		const { json, error } = await on.run(
			'payment.create',
			{
				Invoice: { __rl: true, mode: 'number', value: '={{ $json.number }}' },
				Account: byCode('090'),
				Date: '2096-11-20',
				Amount: '={{ $json.paid }}',
			},
			[
				{ number: 'S-0001', paid: 1.15 },
				{ number: 'S-0002', paid: '2.30' },
				{ number: 'S-0003', paid: 1 },
			],
		);
		expect(error).toBe('');
		expect(on.asked).toEqual(['PUT /Payments']);
		expect(json.map(({ InvoiceNumber, Amount, Date }) => [InvoiceNumber, Amount, Date])).toEqual([
			['S-0001', 1.15, '2096-11-20'],
			['S-0002', 2.3, '2096-11-20'],
			['S-0003', 1, '2096-11-20'],
		]);
		expect(
			on
				.records('Invoices')
				.map(({ InvoiceNumber, Status, AmountDue }) => [InvoiceNumber, Status, AmountDue])
				.sort(),
		).toEqual([
			['S-0001', 'PAID', 0],
			['S-0002', 'PAID', 0],
			['S-0003', 'AUTHORISED', 2.45],
		]);
	});
});

it('tells what Xero warned of although it saved the record', async () => {
	const { json, hints } = await on.run(
		'invoice.create',
		{ ...SALE, InvoiceNumber: 'S-1', additionalFields: { SentToContact: true } },
		[{ customer: 'Ngaio Sports', amount: 5, account: '200' }],
	);
	expect(json[0]).toMatchObject({ InvoiceNumber: 'S-1', Status: 'DRAFT' });
	expect(hints[0]).toContain('Saved, but Xero warns: SentToContact was ignored');
});

it('writes through a Custom Connection without an organisation having been chosen', async () => {
	on.connectCustom();
	const { json, error } = await on.run('contact.create', { Name: 'Ngaio Sports' }, [{}], {
		organisation: { __rl: true, mode: 'list', value: '' },
	});
	expect(error).toBe('');
	expect(json[0]).toMatchObject({ Name: 'Ngaio Sports' });
	expect(on.records('Contacts', KERERU)).toHaveLength(1);
});
