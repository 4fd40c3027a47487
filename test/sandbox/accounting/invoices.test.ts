import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const put = (...invoices: Json[]): Answer => desk.call('PUT', '/Invoices', { Invoices: invoices });
const each = (...invoices: Json[]): Answer => desk.call('PUT', '/Invoices?summarizeErrors=false', { Invoices: invoices });
const update = (id: string, more: Json): Answer => desk.call('POST', `/Invoices/${id}`, { Invoices: [more] });
const line = (more: Json = {}): Json => ({ Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200', ...more });
const refusal = (more: Json): string[] => put(sale(more)).sentences();

describe('a new invoice', () => {
	it('comes back in the envelope with numbers, dates in both forms, taxes and totals', () => {
		const answer = put(sale());
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({
			Status: 'OK',
			ProviderName: 'Xero Suite Sandbox',
			DateTimeUTC: '/Date(1773093600000)/',
			Invoices: [
				{
					Type: 'ACCREC',
					InvoiceNumber: 'INV-0014',
					Status: 'DRAFT',
					Date: '/Date(1772323200000+0000)/',
					DateString: '2026-03-01T00:00:00',
					DueDate: '/Date(1773532800000+0000)/',
					DueDateString: '2026-03-15T00:00:00',
					LineAmountTypes: 'Exclusive',
					LineItems: [
						{ Quantity: 2, UnitAmount: 50, LineAmount: 100, TaxType: 'OUTPUT2', TaxAmount: 15, AccountCode: '200', Tracking: [] },
					],
					SubTotal: 100,
					TotalTax: 15,
					Total: 115,
					AmountDue: 115,
					AmountPaid: 0,
					AmountCredited: 0,
					CurrencyCode: 'NZD',
					CurrencyRate: 1,
					Contact: { Name: 'Walnut Hall', IsCustomer: true, IsSupplier: false },
					UpdatedDateUTC: '/Date(1773093600000+0000)/',
					UpdatedDateUTCString: '2026-03-09T22:00:00Z',
					HasErrors: false,
				},
			],
		});
		expect(answer.body).not.toHaveProperty('pagination');
	});

	it('is dated today in the zone of the organisation, which is a day ahead of UTC', () => {
		expect(put(sale({ Date: undefined })).at('Invoices.0.DateString')).toBe('2026-03-10T00:00:00');
	});

	it('takes dates as a day, as an ISO datetime and as /Date()/', () => {
		const days = ['2026-03-05', '2026-03-05T10:30:00', '2026-03-05T23:00:00+13:00', '/Date(1772668800000+1300)/'];
		expect(days.map((Date) => put(sale({ Date })).at('Invoices.0.DateString'))).toEqual(Array(4).fill('2026-03-05T00:00:00'));
	});

	it('may be sent bare, in an array, or wrapped', () => {
		const bodies = [sale(), [sale()], { Invoices: sale() }, { Invoices: [sale()] }];
		expect(bodies.map((body) => desk.call('PUT', '/Invoices', body).status)).toEqual([200, 200, 200, 200]);
	});

	it('is refused without type, contact, or with a type that invoices do not have', () => {
		expect(refusal({ Type: undefined })).toEqual([
			'The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.',
		]);
		expect(refusal({ Contact: undefined })).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(refusal({ Type: 'ACCRECCREDIT' })).toEqual([
			"The Type field must be one of ACCREC, ACCPAY; 'ACCRECCREDIT' is not valid.",
		]);
	});

	it('needs a due date and lines with accounts only when it is approved', () => {
		const bare = { DueDate: undefined, LineItems: [{ Description: 'Chairs', UnitAmount: 5 }] };
		expect(put(sale(bare)).status).toBe(200);
		expect(refusal({ ...bare, Status: 'AUTHORISED' })).toEqual([
			'Account code must be specified',
			'The DueDate field must be specified for an approved invoice.',
		]);
		expect(put(sale({ LineItems: [] })).status).toBe(200);
		expect(refusal({ LineItems: [], Status: 'SUBMITTED' })).toEqual(['One or more line items must be specified']);
	});

	it('is refused with the status of one that is finished', () => {
		expect(refusal({ Status: 'PAID' })).toEqual([
			"A new invoice must have the status DRAFT, SUBMITTED or AUTHORISED; 'PAID' is not valid.",
		]);
		expect(refusal({ Status: 'OPEN' })).toEqual([
			"The Status field must be one of DRAFT, SUBMITTED, DELETED, AUTHORISED, PAID, VOIDED; 'OPEN' is not valid.",
		]);
	});

	it('finds its contact by number or by name in any case, and makes one it does not find', () => {
		const known = desk.call('PUT', '/Contacts', { Name: 'Walnut Hall', ContactNumber: 'W-1' }).id('Contacts.0.ContactID');
		expect(put(sale({ Contact: { ContactNumber: 'w-1' } })).at('Invoices.0.Contact.ContactID')).toBe(known);
		expect(put(sale({ Contact: { Name: '  walnut HALL ' } })).at('Invoices.0.Contact.ContactID')).toBe(known);
		const made = put(sale({ Contact: { Name: 'Chestnut Hall', EmailAddress: 'hall@chestnut.example' } })).id(
			'Invoices.0.Contact.ContactID',
		);
		expect(desk.call('GET', `/Contacts/${made}`).at('Contacts.0.EmailAddress')).toBe('hall@chestnut.example');
		expect(refusal({ Contact: { ContactID: '11111111-1111-4111-8111-111111111111' } })).toEqual([
			'The contact with the specified ContactID could not be found.',
		]);
	});

	it('updates its contact with the other fields sent', () => {
		const known = desk.call('PUT', '/Contacts', { Name: 'Walnut Hall' }).id('Contacts.0.ContactID');
		put(sale({ Contact: { ContactID: known, Name: 'Walnut & Co' } }));
		expect(desk.call('GET', `/Contacts/${known}`).at('Contacts.0.Name')).toBe('Walnut & Co');
	});

	it('is refused for an archived contact', () => {
		const id = desk.call('PUT', '/Contacts', { Name: 'Walnut Hall' }).id('Contacts.0.ContactID');
		desk.call('POST', `/Contacts/${id}`, { ContactStatus: 'ARCHIVED' });
		const sentence =
			'Contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.';
		expect(refusal({})).toEqual([sentence]);
		expect(refusal({ Contact: { ContactID: id } })).toEqual([sentence]);
	});

	it('has a number that no other sales invoice has; bills carry whatever the supplier wrote', () => {
		put(sale({ InvoiceNumber: 'A-1' }));
		expect(refusal({ InvoiceNumber: 'a-1' })).toEqual(['Invoice # must be unique.']);
		expect(put(sale({ Type: 'ACCPAY', InvoiceNumber: 'A-1' })).status).toBe(200);
		expect(put(sale({ Type: 'ACCPAY', InvoiceNumber: 'A-1' })).status).toBe(200);
		expect(put(sale({ Type: 'ACCPAY' })).at('Invoices.0.InvoiceNumber')).toBe('');
	});

	it('is in a currency of the organisation, at the rate sent or at the rate of the day', () => {
		expect(refusal({ CurrencyCode: 'CAD' })).toEqual(['Organisation is not subscribed to currency CAD']);
		expect(put(sale({ CurrencyCode: 'USD' })).at('Invoices.0.CurrencyRate')).toBe(0.581091);
		expect(put(sale({ CurrencyCode: 'USD', CurrencyRate: 0.6 })).at('Invoices.0.CurrencyRate')).toBe(0.6);
		expect(refusal({ CurrencyCode: 'USD', CurrencyRate: 0 })).toEqual(['The CurrencyRate field must be greater than zero.']);
	});

	it('is refused on the last locked day once it is approved, and not as a draft', () => {
		expect(refusal({ Date: '2024-03-31', Status: 'AUTHORISED' })).toEqual([
			'The document date cannot be before the end of year lock date',
		]);
		expect(put(sale({ Date: '2024-04-01', Status: 'AUTHORISED' })).status).toBe(200);
		expect(put(sale({ Date: '2024-03-31' })).status).toBe(200);
	});

	it('is PAID at once when it is approved over nothing', () => {
		const free = sale({ Status: 'AUTHORISED', LineItems: [line({ UnitAmount: 0 })] });
		expect(put(free).at('Invoices.0.Status')).toBe('PAID');
	});

	it('keeps the limits of the specification', () => {
		expect(refusal({ InvoiceNumber: 'x'.repeat(256) })).toEqual([
			'The InvoiceNumber field must be no more than 255 characters long.',
		]);
		expect(refusal({ Url: 'not a link' })).toEqual(['The Url field must be a valid absolute URL.']);
		expect(refusal({ BrandingThemeID: '11111111-1111-4111-8111-111111111111' })).toEqual([
			'The branding theme with the specified BrandingThemeID could not be found.',
		]);
	});

	it('refuses the whole call when a value cannot be read as the type of its field', () => {
		const answer = each(sale(), sale({ LineItems: [line({ UnitAmount: 'ten' })] }));
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({
			ErrorNumber: 14,
			Type: 'PostDataInvalidException',
			Message: 'JSON for post data was invalid,Could not convert "ten" to decimal. Path \'LineItems.0.UnitAmount\'.',
		});
		expect(desk.call('PUT', '/Invoices', {}).at('Type')).toBe('NoDataProcessedException');
	});
});

describe('the lines of an invoice', () => {
	const amounts = (more: Json, lines: Json[]): Json => {
		const { SubTotal, TotalTax, Total } = put(sale({ ...more, LineItems: lines })).at('Invoices.0') as Json;
		return { SubTotal, TotalTax, Total };
	};

	it('round the tax of each line to cents, halves away from zero', () => {
		// 15 % of 0.10 is 0.015, of 0.50 is 0.075, of 3.30 is 0.495.
		expect(
			amounts({}, [
				line({ Quantity: 1, UnitAmount: 0.1 }),
				line({ Quantity: 1, UnitAmount: 0.5 }),
				line({ Quantity: 1, UnitAmount: 3.3 }),
			]),
		).toEqual({
			SubTotal: 3.9,
			TotalTax: 0.6,
			Total: 4.5,
		});
	});

	it('hold their tax inside when amounts include it, and none when there is no tax', () => {
		expect(amounts({ LineAmountTypes: 'Inclusive' }, [line({ UnitAmount: 57.5 })])).toEqual({
			SubTotal: 100,
			TotalTax: 15,
			Total: 115,
		});
		expect(amounts({ LineAmountTypes: 'Inclusive' }, [line({ Quantity: 1, UnitAmount: 10 })])).toEqual({
			SubTotal: 8.7,
			TotalTax: 1.3,
			Total: 10,
		});
		expect(amounts({ LineAmountTypes: 'NoTax' }, [line()])).toEqual({ SubTotal: 100, TotalTax: 0, Total: 100 });
	});

	it('keep a tax amount that was sent', () => {
		expect(amounts({}, [line({ TaxAmount: 14.99 })])).toEqual({ SubTotal: 100, TotalTax: 14.99, Total: 114.99 });
	});

	it('may leave out quantity or price when the amount is there', () => {
		const lines = [
			{ Description: 'a', UnitAmount: 25, LineAmount: 100, AccountCode: '200' },
			{ Description: 'b', Quantity: 4, LineAmount: 100, AccountCode: '200' },
			{ Description: 'c', LineAmount: 100, AccountCode: '200' },
			{ Description: 'Only words' },
		];
		expect(put(sale({ LineItems: lines })).at('Invoices.0.LineItems')).toMatchObject([
			{ Quantity: 4, UnitAmount: 25, LineAmount: 100 },
			{ Quantity: 4, UnitAmount: 25, LineAmount: 100 },
			{ Quantity: 1, UnitAmount: 100, LineAmount: 100 },
			{ Description: 'Only words', LineAmount: 0 },
		]);
	});

	it('must add up', () => {
		expect(refusal({ LineItems: [line({ LineAmount: 99.99 })] })).toEqual([
			'The line total 99.99 does not match the expected line total 100.00',
		]);
	});

	it('round prices to two decimals, and to four with unitdp=4', () => {
		const body = { Invoices: [sale({ LineItems: [line({ Quantity: 1000, UnitAmount: 0.1256 })] })] };
		expect(desk.call('PUT', '/Invoices', body).at('Invoices.0.LineItems.0')).toMatchObject({ UnitAmount: 0.13, LineAmount: 130 });
		const exact = desk.call('PUT', '/Invoices?unitdp=4', body);
		expect(exact.at('Invoices.0.LineItems.0')).toMatchObject({ UnitAmount: 0.1256, LineAmount: 125.6 });
		const id = exact.id('Invoices.0.InvoiceID');
		expect(desk.call('GET', `/Invoices/${id}`).at('Invoices.0.LineItems.0.UnitAmount')).toBe(0.13);
		expect(desk.call('GET', `/Invoices/${id}?unitdp=4`).at('Invoices.0.LineItems.0.UnitAmount')).toBe(0.1256);
	});

	it('may be discounted by a rate or an amount, on sales invoices only', () => {
		const answer = put(sale({ LineItems: [line({ DiscountRate: 12.5 }), line({ DiscountAmount: 0.01 })] }));
		expect(answer.at('Invoices.0')).toMatchObject({
			SubTotal: 187.49,
			IsDiscounted: true,
			TotalDiscount: 12.51,
			LineItems: [{ LineAmount: 87.5 }, { LineAmount: 99.99 }],
		});
		expect(refusal({ Type: 'ACCPAY', LineItems: [line({ DiscountRate: 10, AccountCode: '429' })] })).toEqual([
			'Discounts may not be applied to ACCPAY invoices.',
		]);
		expect(refusal({ LineItems: [line({ DiscountRate: 101 })] })).toContain('The DiscountRate field must be between 0 and 100.');
	});

	it('name accounts that exist, are active, and that documents may name', () => {
		const sentence = (code: string) => [`Account code '${code}' is not a valid code for this document.`];
		expect(refusal({ LineItems: [line({ AccountCode: '999' })] })).toEqual(sentence('999'));
		expect(refusal({ LineItems: [line({ AccountCode: '090' })] })).toEqual(sentence('090'));
		expect(refusal({ LineItems: [line({ AccountCode: '610' })] })).toEqual(sentence('610'));
		const sales = (desk.call('GET', '/Accounts?where=Code%3D%3D%22200%22').at('Accounts.0') as Json).AccountID;
		expect(
			put(sale({ LineItems: [line({ AccountCode: undefined, AccountID: sales })] })).at('Invoices.0.LineItems.0.AccountCode'),
		).toBe('200');
	});

	it('name taxes that exist and that go with their account', () => {
		expect(refusal({ LineItems: [line({ TaxType: 'INPUT2' })] })).toEqual([
			"The TaxType code 'INPUT2' cannot be used with account code '200'.",
		]);
		expect(refusal({ LineItems: [line({ TaxType: 'GST on Income' })] })).toEqual([
			'The TaxType code GST on Income does not exist or cannot be used for this type of transaction.',
			"The TaxType code 'GST on Income' cannot be used with account code '200'.",
		]);
	});

	it('take price, account, tax and description from their item, and say otherwise', () => {
		desk.call('PUT', '/Items', {
			Code: 'STOOL',
			Name: 'Stool',
			Description: 'A stool',
			SalesDetails: { UnitPrice: 19.95, AccountCode: '210', TaxType: 'ZERORATED' },
		});
		expect(put(sale({ LineItems: [{ ItemCode: 'stool', Quantity: 3 }] })).at('Invoices.0.LineItems.0')).toMatchObject({
			ItemCode: 'STOOL',
			Description: 'A stool',
			UnitAmount: 19.95,
			LineAmount: 59.85,
			AccountCode: '210',
			TaxType: 'ZERORATED',
			TaxAmount: 0,
			Item: { Code: 'STOOL', Name: 'Stool' },
		});
		expect(
			put(sale({ LineItems: [{ ItemCode: 'STOOL', Quantity: 3, UnitAmount: 10, AccountCode: '200', TaxType: 'OUTPUT2' }] })).at(
				'Invoices.0.LineItems.0',
			),
		).toMatchObject({
			LineAmount: 30,
			TaxAmount: 4.5,
			AccountCode: '200',
		});
		expect(refusal({ LineItems: [line({ ItemCode: 'SOFA' })] })).toEqual(["Item code 'SOFA' is not valid."]);
	});

	it('are tracked by category and option, by name or id, at most two', () => {
		const tracked = put(
			sale({
				LineItems: [
					line({
						Tracking: [
							{ Name: 'region', Option: 'north' },
							{ Name: 'Department', Option: 'Sales' },
						],
					}),
				],
			}),
		);
		expect(tracked.at('Invoices.0.LineItems.0.Tracking')).toMatchObject([
			{ Name: 'Region', Option: 'North' },
			{ Name: 'Department', Option: 'Sales' },
		]);
		const [{ TrackingCategoryID, TrackingOptionID }] = tracked.at('Invoices.0.LineItems.0.Tracking') as [Json];
		const byId = put(sale({ LineItems: [line({ Tracking: [{ TrackingCategoryID, TrackingOptionID }] })] }));
		expect(byId.at('Invoices.0.LineItems.0.Tracking.0.Option')).toBe('North');
		const tracking = (...Tracking: Json[]): string[] => refusal({ LineItems: [line({ Tracking })] });
		const north = { Name: 'Region', Option: 'North' };
		expect(tracking(north, { Name: 'Region', Option: 'South' })).toEqual([
			'A tracking category must be used only once on a line item.',
		]);
		expect(tracking(north, north, north)).toContain('A line item must have no more than 2 tracking categories.');
	});

	it('need a description and a quantity that is not negative', () => {
		expect(refusal({ LineItems: [line({ Description: '' })] })).toEqual([
			'The description field is mandatory for each line item.',
		]);
		expect(refusal({ LineItems: [line({ Quantity: -1 })] })).toContain(
			"The quantity value '-1.0000' is invalid. Quantity must not be less than zero.",
		);
		expect(refusal({ LineItems: [line({ UnitAmount: -50 })] })).toEqual(['The Total field must not be less than zero.']);
	});
});

describe('many invoices in one call', () => {
	it('are saved each for itself with summarizeErrors=false', () => {
		const answer = each(
			sale({ InvoiceNumber: 'M-1' }),
			sale({ InvoiceNumber: 'M-2', LineItems: [line({ AccountCode: '999' })] }),
			sale({ InvoiceNumber: 'M-3', CurrencyRate: 2 }),
		);
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({
			Invoices: [
				{ InvoiceNumber: 'M-1', StatusAttributeString: 'OK', HasErrors: false },
				{
					InvoiceID: '00000000-0000-0000-0000-000000000000',
					InvoiceNumber: 'M-2',
					StatusAttributeString: 'ERROR',
					HasErrors: true,
					ValidationErrors: [{ Message: "Account code '999' is not a valid code for this document." }],
				},
				{
					InvoiceNumber: 'M-3',
					StatusAttributeString: 'WARNING',
					Warnings: [{ Message: 'The CurrencyRate was ignored as the invoice is in the base currency of the organisation.' }],
				},
			],
		});
		expect(['M-1', 'M-2', 'M-3'].map((number) => desk.call('GET', `/Invoices/${number}`).status)).toEqual([200, 404, 200]);
	});

	it('are all refused without it, contacts and numbers included, when one is wrong', () => {
		const before = desk.api.records(desk.tenantId, 'Contacts').length;
		const answer = put(
			sale({ InvoiceNumber: 'M-1', Contact: { Name: 'Chestnut Hall' } }),
			sale({ InvoiceNumber: 'M-2', Type: undefined }),
		);
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({
			ErrorNumber: 10,
			Type: 'ValidationException',
			Message: 'A validation exception occurred',
			Elements: [
				{ InvoiceNumber: 'M-1', HasErrors: false, ValidationErrors: [] },
				{
					InvoiceNumber: 'M-2',
					HasErrors: true,
					ValidationErrors: [{ Message: 'The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.' }],
				},
			],
		});
		expect(desk.call('GET', '/Invoices/M-1').status).toBe(404);
		expect(desk.api.records(desk.tenantId, 'Contacts').length).toBe(before);
		expect(put(sale()).at('Invoices.0.InvoiceNumber')).toBe('INV-0014');
	});

	it('see each other: the same number twice is refused the second time', () => {
		const answer = each(sale({ InvoiceNumber: 'M-1' }), sale({ InvoiceNumber: 'M-1' }));
		expect(answer.at('Invoices.1.ValidationErrors.0.Message')).toBe('Invoice # must be unique.');
	});
});

describe('an existing invoice', () => {
	const saved = (more: Json = {}): string => put(sale(more)).id('Invoices.0.InvoiceID');
	const NOT = ['Invoice not of valid status for modification'];

	it('keeps what is not sent', () => {
		const id = saved({ Reference: 'Order 7', InvoiceNumber: 'K-1' });
		desk.clock.advance(60_000);
		expect(update(id, { DueDate: '2026-04-01' }).at('Invoices.0')).toMatchObject({
			InvoiceNumber: 'K-1',
			Reference: 'Order 7',
			DueDateString: '2026-04-01T00:00:00',
			Total: 115,
			UpdatedDateUTCString: '2026-03-09T22:01:00Z',
		});
	});

	it('keeps a line whose LineItemID is sent, makes the others anew, and drops the rest', () => {
		const created = put(sale({ LineItems: [line(), line({ Description: 'Tables' })] }));
		const [chairs, tables] = (created.at('Invoices.0.LineItems') as Json[]).map((one) => one.LineItemID);
		const after = update(created.id('Invoices.0.InvoiceID'), {
			LineItems: [{ LineItemID: tables, Quantity: 3 }, line({ Description: 'Lamps' })],
		});
		expect(after.at('Invoices.0.LineItems')).toMatchObject([
			{ LineItemID: tables, Description: 'Tables', Quantity: 3, UnitAmount: 50, LineAmount: 150, TaxAmount: 22.5 },
			{ Description: 'Lamps' },
		]);
		expect((after.at('Invoices.0.LineItems') as Json[]).map((one) => one.LineItemID)).not.toContain(chairs);
	});

	it('is found by POST through its id or, for sales, its number', () => {
		const id = saved({ InvoiceNumber: 'K-1' });
		const post = (more: Json) => desk.call('POST', '/Invoices', { Invoices: [more] });
		expect(post({ InvoiceID: id, Reference: 'by id' }).at('Invoices.0.InvoiceNumber')).toBe('K-1');
		expect(post({ InvoiceNumber: 'k-1', Reference: 'by number' }).at('Invoices.0.InvoiceID')).toBe(id);
		expect(post(sale({ InvoiceNumber: 'K-2' })).at('Invoices.0.InvoiceID')).not.toBe(id);
		expect(post(sale({ Type: 'ACCPAY', InvoiceNumber: 'K-1' })).at('Invoices.0.InvoiceID')).not.toBe(id);
		expect(post({ InvoiceID: '11111111-1111-4111-8111-111111111111' }).sentences()).toEqual([
			'The invoice with the specified InvoiceID could not be found.',
		]);
	});

	it('goes from draft over submitted to approved', () => {
		const id = saved();
		expect(
			['SUBMITTED', 'DRAFT', 'SUBMITTED', 'AUTHORISED'].map((Status) => update(id, { Status }).at('Invoices.0.Status')),
		).toEqual(['SUBMITTED', 'DRAFT', 'SUBMITTED', 'AUTHORISED']);
		expect(update(id, { Status: 'DRAFT' }).sentences()).toEqual(NOT);
		expect(update(id, { Status: 'PAID' }).sentences()).toEqual(NOT);
	});

	it('is deleted as a draft and voided when approved, and then is finished', () => {
		const draft = saved();
		expect(update(draft, { Status: 'VOIDED' }).sentences()).toEqual(NOT);
		expect(update(draft, { Status: 'DELETED' }).at('Invoices.0')).toMatchObject({ Status: 'DELETED', AmountDue: 0, Total: 115 });
		expect(update(draft, { Reference: 'late' }).sentences()).toEqual(NOT);
		const approved = saved({ Status: 'AUTHORISED' });
		expect(update(approved, { Status: 'DELETED' }).sentences()).toEqual(NOT);
		expect(update(approved, { Status: 'VOIDED' }).at('Invoices.0')).toMatchObject({ Status: 'VOIDED', AmountDue: 0, Total: 115 });
		expect(update(approved, { Reference: 'late' }).sentences()).toEqual(NOT);
		expect(update(approved, { Reference: 'late' }).at('Elements.0.InvoiceID')).toBe(approved);
	});

	it('is not edited or voided once something is paid on it, but for its due date and the like', () => {
		const id = saved({ Status: 'AUTHORISED' });
		desk.call('PUT', '/Payments', { Invoice: { InvoiceID: id }, Account: { Code: '090' }, Amount: 15 });
		const ALLOCATED = ['This document cannot be edited as it has a payment or credit note allocated to it.'];
		expect(update(id, { LineItems: [line({ Quantity: 3 })] }).sentences()).toEqual(ALLOCATED);
		expect(update(id, { Status: 'VOIDED' }).sentences()).toEqual(ALLOCATED);
		desk.clock.advance(60_000);
		// Xero does not count these as a change of the document.
		expect(update(id, { DueDate: '2026-05-01', SentToContact: true }).at('Invoices.0')).toMatchObject({
			DueDateString: '2026-05-01T00:00:00',
			SentToContact: true,
			UpdatedDateUTCString: '2026-03-09T22:00:00Z',
		});
		desk.call('PUT', '/Payments', { Invoice: { InvoiceID: id }, Account: { Code: '090' }, Amount: 100 });
		expect(update(id, { DueDate: '2026-06-01' }).sentences()).toEqual(NOT);
	});

	it('can be marked as sent only when it is approved', () => {
		const answer = each(sale({ SentToContact: true }), sale({ SentToContact: true, Status: 'AUTHORISED' }));
		expect(answer.at('Invoices.0')).toMatchObject({
			SentToContact: false,
			StatusAttributeString: 'WARNING',
			Warnings: [{ Message: 'SentToContact was ignored as only approved invoices can be marked as sent.' }],
		});
		expect(answer.at('Invoices.1')).toMatchObject({ SentToContact: true, StatusAttributeString: 'OK' });
	});

	it('recomputes its taxes when the line amount types change', () => {
		const id = saved();
		expect(update(id, { LineAmountTypes: 'NoTax' }).at('Invoices.0')).toMatchObject({ Total: 100, TotalTax: 0 });
	});

	it('is emailed when it is a sales invoice past draft and its contact has an address', () => {
		const email = (id: string) => desk.call('POST', `/Invoices/${id}/Email`);
		const id = saved({ Status: 'AUTHORISED', Contact: { Name: 'Walnut Hall', EmailAddress: 'pia@walnut.example' } });
		expect(email(id)).toMatchObject({ status: 204, body: undefined });
		expect(desk.call('GET', `/Invoices/${id}`).at('Invoices.0.SentToContact')).toBe(true);
		expect(email(saved()).sentences()).toEqual(['The invoice must be SUBMITTED, AUTHORISED or PAID to be emailed.']);
		const silent = saved({ Status: 'AUTHORISED', Contact: { Name: 'Chestnut Hall' } });
		expect(email(silent).sentences()).toEqual(['The contact of the invoice must have an email address.']);
	});

	it('is a PDF when that is what is accepted', () => {
		const answer = desk.call('GET', `/Invoices/${saved()}`, undefined, { headers: { accept: 'application/pdf' } });
		expect(answer.contentType).toBe('application/pdf');
		expect(answer.binary?.toString('latin1')).toMatch(/^%PDF-1\.4\n[\s\S]*TAX INVOICE INV-0014[\s\S]*%%EOF\n$/);
	});

	it('has an online form only when it is a sales invoice past draft', () => {
		const online = (id: string) => desk.call('GET', `/Invoices/${id}/OnlineInvoice`);
		expect(online(saved({ Status: 'AUTHORISED' })).at('OnlineInvoices.0.OnlineInvoiceUrl')).toMatch(
			/^https:\/\/in\.xero\.com\/[\w-]{40}$/,
		);
		expect(online(saved()).status).toBe(404);
	});

	it('answers 404 for an id that is not there', () => {
		expect(desk.call('GET', '/Invoices/11111111-1111-4111-8111-111111111111').status).toBe(404);
		expect(desk.call('POST', '/Invoices/11111111-1111-4111-8111-111111111111', sale()).status).toBe(404);
	});
});

describe('stock', () => {
	it('comes with approved bills, goes with approved sales at average cost, and comes back with a void', () => {
		desk.call('PUT', '/Items', {
			Code: 'VASE',
			PurchaseDescription: 'A vase',
			Description: 'A vase',
			InventoryAssetAccountCode: '630',
			PurchaseDetails: { COGSAccountCode: '310', UnitPrice: 10 },
			SalesDetails: { UnitPrice: 25, AccountCode: '200' },
		});
		const stock = () => desk.call('GET', '/Items/VASE').at('Items.0');
		put(sale({ Type: 'ACCPAY', Status: 'AUTHORISED', LineItems: [{ ItemCode: 'VASE', Quantity: 10 }] }));
		put(sale({ Type: 'ACCPAY', Status: 'AUTHORISED', LineItems: [{ ItemCode: 'VASE', Quantity: 10, UnitAmount: 20 }] }));
		expect(stock()).toMatchObject({ QuantityOnHand: 20, TotalCostPool: 300 });
		const sold = put(sale({ Status: 'AUTHORISED', LineItems: [{ ItemCode: 'VASE', Quantity: 5 }] })).id('Invoices.0.InvoiceID');
		expect(stock()).toMatchObject({ QuantityOnHand: 15, TotalCostPool: 225 });
		const tooMany = sale({ Status: 'AUTHORISED', LineItems: [{ ItemCode: 'VASE', Quantity: 16 }] });
		expect(put(tooMany).sentences()).toEqual([
			"The quantity on hand of item 'VASE' is 15, which is less than the quantity 16 of this document.",
		]);
		expect(desk.call('PUT', '/Invoices?allowBackorders=true', tooMany).status).toBe(200);
		expect(stock()).toMatchObject({ QuantityOnHand: -1 });
		update(sold, { Status: 'VOIDED' });
		expect(stock()).toMatchObject({ QuantityOnHand: 4 });
	});
});
