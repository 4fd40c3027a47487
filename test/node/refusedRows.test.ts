import { SALE, sales, staged } from './stage';

const on = staged({ seed: 'empty' });

const SENTENCE = "Account code '999' is not a valid code for this document.";

/** Fifty rows of which the one with index 16 (S-0017) has an account that does not exist. */
const withOneBad = () => sales(50).map((row, index) => (index === 16 ? { ...row, account: '999' } : row));

const goodNumbers = sales(50)
	.map(({ number }) => number)
	.filter((number) => number !== 'S-0017');

const savedNumbers = () =>
	on
		.records('Invoices')
		.map(({ InvoiceNumber }) => InvoiceNumber)
		.sort();

describe('One bad row of fifty', () => {
	it('with On Error stop: saves the others, and the message names item, reference, sentence and how many were saved', async () => {
		const { error, items, ran } = await on.run('invoice.create', SALE, withOneBad());
		expect(savedNumbers()).toEqual(goodNumbers);
		expect(on.asked).toEqual(['PUT /Invoices']);
		expect(items).toEqual([]);
		expect(error).toContain(`Item 17 (S-0017, Ngaio Sports): Xero says: ${SENTENCE}`);
		expect(error).toContain('49 of 50 were written to Xero and stay there');
		expect(error).toContain('set On Error to Continue');
		expect(ran.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '400',
			context: { xero: { items: [16], state: 'refused', sentences: [SENTENCE] } },
		});
	});

	it('with On Error continue: one row per input in the same order, the bad one with the sentence and its reference', async () => {
		const { items, json, pairs, hints, error } = await on.run('invoice.create', SALE, withOneBad(), {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBe('');
		expect(savedNumbers()).toEqual(goodNumbers);
		expect(pairs).toEqual(Array.from({ length: 50 }, (_, index) => index));
		expect(json[15]).toMatchObject({ InvoiceNumber: 'S-0016', Total: 18.4 });
		expect(json[16]).toEqual({
			error: expect.stringContaining(SENTENCE),
			details: expect.objectContaining({ reference: 'S-0017', sentences: [SENTENCE] }),
		});
		expect(json[17]).toMatchObject({ InvoiceNumber: 'S-0018', Total: 20.7 });
		expect(items.filter((item) => item.json.error !== undefined)).toHaveLength(1);
		expect(hints).toEqual(['1 of 50 records refused', '1 call to Xero, 4,999 calls left today']);
	});

	it('with the error output: the others come out of the first, the bad one with its input and the sentence out of the second', async () => {
		const { items, pairs, refused } = await on.run('invoice.create', SALE, withOneBad(), {
			settings: { onError: 'continueErrorOutput' },
		});
		expect(savedNumbers()).toEqual(goodNumbers);
		expect(items.map(({ json }) => json.InvoiceNumber)).toEqual(goodNumbers);
		expect(pairs).toEqual(Array.from({ length: 50 }, (_, index) => index).filter((index) => index !== 16));
		expect(refused).toHaveLength(1);
		expect(refused[0]).toMatchObject({
			json: { number: 'S-0017', customer: 'Ngaio Sports', amount: 17, account: '999', error: expect.stringContaining(SENTENCE) },
			pairedItem: { item: 16 },
		});
	});

	it('counts several refused rows in one message and lists each of them', async () => {
		const rows = sales(4).map((row, index) => (index % 2 ? { ...row, account: '999' } : row));
		const { error } = await on.run('invoice.create', SALE, rows);
		expect(error).toContain('2 of 4 were not written. First: Item 2 (S-0002, Ngaio Sports): Xero says: ');
		expect(error).toContain('2 of 4 were written to Xero');
		expect(error).toContain('Refused: items 2 and 4.');
		expect(savedNumbers()).toEqual(['S-0001', 'S-0003']);
	});

	it('names a refused row of one, whose call was refused as a whole', async () => {
		const { error } = await on.run('account.create', { Code: '200', Name: 'Second Sales', Type: 'REVENUE' });
		expect(error).toContain('Item 1 (Second Sales): Xero says: Please enter a unique Code.');
		expect(on.records('Accounts').filter(({ Code }) => Code === '200')).toHaveLength(1);
	});
});

describe('A wrong input', () => {
	it('stops the run before any call, and names the label and the item', async () => {
		const rows = [...sales(2), { ...sales(1)[0], amount: '1,200.50' }];
		const { error, ran } = await on.run('invoice.create', SALE, rows);
		expect(error).toContain('Item 3, Line 1, Price “1,200.50”: is not a number written like 1234.50. Give 1200.50');
		expect(error).toContain('Nothing was sent to Xero for this item');
		expect(ran.error).toMatchObject({ name: 'NodeOperationError', context: { xero: { items: [2], state: 'notSent' } } });
		expect(on.sandbox.calls).toEqual([]);
	});

	it('becomes a row of its own when the node goes on, and the other rows are written', async () => {
		const rows = sales(3).map((row, index) => (index === 1 ? { ...row, customer: '' } : row));
		const { json, pairs } = await on.run('invoice.create', SALE, rows, { settings: { onError: 'continueRegularOutput' } });
		expect(json.map(({ InvoiceNumber, error }) => InvoiceNumber ?? error)).toEqual([
			'S-0001',
			'Item 2: Contact came to nothing. Its expression is {{ $json.customer }}; the item has number, customer, amount, account',
			'S-0003',
		]);
		expect(pairs).toEqual([0, 1, 2]);
		expect(savedNumbers()).toEqual(['S-0001', 'S-0003']);
	});

	it('goes to the error output with its input when there is one', async () => {
		const rows = sales(2).map((row, index) => (index === 0 ? { ...row, amount: 'ten' } : row));
		const { items, refused } = await on.run('invoice.create', SALE, rows, { settings: { onError: 'continueErrorOutput' } });
		expect(items.map(({ json }) => json.InvoiceNumber)).toEqual(['S-0002']);
		expect(refused.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				number: 'S-0001',
				amount: 'ten',
				error: 'Item 1, Line 1, Price “ten”: is not a number written like 1234.50',
			}),
		]);
	});

	it.each([
		[
			'a date that is none',
			{ DueDate: '31/03/2026' },
			'Item 1, Due Date “31/03/2026”: is not a date like 2026-03-31. Use DateTime in an expression',
		],
		['a status Xero does not take', { Status: 'Open' }, 'Item 1, Status “Open”: is none of Draft, '],
		[
			'a type that is not that of the resource',
			{ input: 'json', body: { Type: 'Receipt' } },
			'Item 1, JSON, Type “Receipt”: is not ACCREC. Leave the key out',
		],
		[
			'an ID that is none',
			{ Contact: { __rl: true, mode: 'id', value: '12' } },
			'Item 1, Contact “12”: is not an ID of Xero. Choose it From List, or use By Name or By Number',
		],
		[
			'a link that is none',
			{ additionalFields: { Url: 'example.com' } },
			'Item 1, Source URL “example.com”: is not a web address',
		],
		['no lines', { LineItems: {} }, 'Item 1: Line Items is missing'],
		['a text that is too long', { Reference: 'x'.repeat(256) }, 'xxx…”: can have at most 255 characters'],
	])('is refused by label and item: %s', async (_, change, message) => {
		const { error } = await on.run('invoice.create', { ...SALE, ...change }, sales(1));
		expect(error).toContain(message);
		expect(on.sandbox.calls).toEqual([]);
	});
});

it('gives each row its own outcome when every row is refused', async () => {
	const rows = sales(60).map((row) => ({ ...row, account: '999' }));
	const { json, pairs, hints } = await on.run('invoice.create', SALE, rows, { settings: { onError: 'continueRegularOutput' } });
	expect(json).toHaveLength(60);
	expect(json.every(({ error }) => String(error).includes(SENTENCE))).toBe(true);
	expect(pairs).toEqual(Array.from({ length: 60 }, (_, index) => index));
	expect(hints[0]).toBe('60 of 60 records refused');
	expect(on.records('Invoices')).toEqual([]);
});

it('splits a request whose body Xero cannot read as a whole, so that the others are still written', async () => {
	// Xero looks at an element that is no proper object only to refuse the whole request.
	on.sandbox.fail({
		match: { method: 'PUT', path: '/Invoices' },
		times: 1,
		what: {
			kind: 'status',
			status: 400,
			body: { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: 'JSON for post data was invalid' },
		},
	});
	const { json, pairs, error } = await on.run('invoice.create', SALE, sales(8));
	expect(error).toBe('');
	expect(on.asked).toEqual(['PUT /Invoices', 'PUT /Invoices', 'PUT /Invoices']);
	expect(json.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([
		'S-0001',
		'S-0002',
		'S-0003',
		'S-0004',
		'S-0005',
		'S-0006',
		'S-0007',
		'S-0008',
	]);
	expect(pairs).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(on.records('Invoices')).toHaveLength(8);
});

it('names the refused contact by its name', async () => {
	await on.run('contact.create', { Name: 'Ngaio Sports' });
	const { error } = await on.run('contact.create', { Name: '={{ $json.name }}' }, [
		{ name: 'Rata Print' },
		{ name: 'Ngaio Sports' },
	]);
	expect(error).toContain(
		'Item 2 (Ngaio Sports): Xero says: The contact name Ngaio Sports is already assigned to another contact',
	);
	expect(error).toContain('1 of 2 were written');
	expect(
		on
			.records('Contacts')
			.map(({ Name }) => Name)
			.sort(),
	).toEqual(['Ngaio Sports', 'Rata Print']);
});
