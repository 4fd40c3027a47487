import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const line = (more: Json = {}): Json => ({ Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200', ...more });
const put = (more: Json): Answer => desk.call('PUT', '/Invoices', { Invoices: [sale(more)] });
const contactOf = (name: string): string => desk.call('POST', '/Contacts', { Name: name }).id('Contacts.0.ContactID');

describe('names of properties', () => {
	it('are read without regard to case, at every depth', () => {
		const id = contactOf('Walnut Hall');
		const answer = desk.call('PUT', '/Invoices', {
			invoices: [
				{
					type: 'ACCREC',
					CONTACT: { ContactId: id },
					date: '2026-03-01',
					duedate: '2026-03-15',
					Lineitems: [
						{
							description: 'Chairs',
							quantity: 2,
							unitamount: 50,
							accountcode: '200',
							tracking: [{ name: 'Region', OPTION: 'North' }],
						},
					],
				},
			],
		});
		expect(answer.at('Invoices.0')).toMatchObject({
			Type: 'ACCREC',
			Contact: { ContactID: id },
			DueDateString: '2026-03-15T00:00:00',
			LineItems: [{ LineAmount: 100, AccountCode: '200', Tracking: [{ Name: 'Region', Option: 'North' }] }],
			Total: 115,
		});
		expect(answer.at('Invoices.0.Tracking')).toBeUndefined();
	});

	it('in their own case count before others', () => {
		expect(put({ reference: 'second', Reference: 'first' }).at('Invoices.0.Reference')).toBe('first');
	});

	it('in another case find a record, delete it, and carry what is wrong', () => {
		const id = put({}).id('Invoices.0.InvoiceID');
		expect(desk.call('POST', '/Invoices', { invoiceid: id, status: 'DELETED' }).at('Invoices.0.Status')).toBe('DELETED');
		const wrong = desk.call('PUT', '/Contacts', {
			name: 'Oak Hall',
			phones: [{ phonetype: 'MOBILE', phoneareacode: '12345678901' }],
		});
		expect(wrong.at('Elements.0.phones.0.ValidationErrors.0.Message')).toBe(
			'The PhoneAreaCode field must be no more than 10 characters long.',
		);
		const banks = { frombankaccount: { code: '090' }, ToBankAccount: { Code: '091' }, amount: 5 };
		const transfer = desk.call('PUT', '/BankTransfers', banks).id('BankTransfers.0.BankTransferID');
		expect(
			desk.call('POST', '/BankTransfers', { bankTransferId: transfer, status: 'DELETED' }).at('BankTransfers.0.Status'),
		).toBe('DELETED');
	});

	it('that Xero does not know are ignored, so a word with underscores gives zero', () => {
		const answer = put({
			LineItems: [line({ UnitAmount: undefined, unit_amount: 50, LineAmountType: 'Inclusive' })],
			Colour: 'red',
		});
		expect(answer.status).toBe(200);
		expect(answer.at('Invoices.0')).toMatchObject({ Total: 0, LineAmountTypes: 'Exclusive', LineItems: [{ UnitAmount: 0 }] });
		expect(put({ LineAmountType: 'Inclusive' }).at('Invoices.0')).toMatchObject({ LineAmountTypes: 'Exclusive', Total: 115 });
	});
});

describe('an empty text', () => {
	it('counts as nothing in amounts, dates and codes', () => {
		const blank = { LineAmount: '', TaxAmount: '', DiscountRate: '', DiscountAmount: ' ', ItemCode: '', TaxType: '' };
		const answer = put({
			CurrencyCode: '',
			CurrencyRate: '',
			Total: '',
			DueDate: '',
			ExpectedPaymentDate: '',
			LineItems: [line(blank)],
		});
		expect(answer.at('Invoices.0')).toMatchObject({
			CurrencyCode: 'NZD',
			CurrencyRate: 1,
			LineItems: [{ UnitAmount: 50, LineAmount: 100, TaxType: 'OUTPUT2', TaxAmount: 15 }],
			Total: 115,
		});
		expect(answer.at('Invoices.0.DueDate')).toBeUndefined();
		expect(put({ Date: '' }).at('Invoices.0.DateString')).toBe('2026-03-10T00:00:00');
	});

	it('as a price makes a paid invoice over nothing, without a word', () => {
		const answer = put({ Status: 'AUTHORISED', LineItems: [line({ Quantity: '', UnitAmount: '' })] });
		expect(answer.status).toBe(200);
		expect(answer.at('Invoices.0')).toMatchObject({
			Status: 'PAID',
			Total: 0,
			LineItems: [{ Quantity: 1, UnitAmount: 0, LineAmount: 0 }],
		});
		expect(answer.at('Invoices.0.Warnings')).toBeUndefined();
	});

	it('leaves prices and accounts of an item as they are', () => {
		const Item = { Code: 'STOOL', SalesDetails: { UnitPrice: 19.95, AccountCode: '200', TaxType: 'OUTPUT2' } };
		desk.call('PUT', '/Items', Item);
		const blank = { Code: 'STOOL', SalesDetails: { UnitPrice: '', AccountCode: '', TaxType: '' } };
		expect(desk.call('POST', '/Items', blank).at('Items.0.SalesDetails')).toEqual(Item.SalesDetails);
	});

	it('erases a text', () => {
		const id = desk.call('POST', '/Contacts', { Name: 'Oak Hall', EmailAddress: 'oak@hall.example' }).id('Contacts.0.ContactID');
		expect(desk.call('POST', `/Contacts/${id}`, { EmailAddress: '' }).at('Contacts.0.EmailAddress')).toBe('');
	});

	it('is still no id and no flag', () => {
		expect(put({ BrandingThemeID: '' }).at('Type')).toBe('PostDataInvalidException');
		expect(put({ SentToContact: '' }).at('Type')).toBe('PostDataInvalidException');
	});
});

it('an invoice comes of what the Xero node of n8n itself sends: empty texts for every amount that is not filled in', () => {
	const answer = desk.call('POST', '/Invoices', {
		Type: 'ACCREC',
		Contact: { ContactID: contactOf('Walnut Hall') },
		LineItems: [
			{
				Tracking: [],
				AccountCode: '200',
				Description: 'Chairs',
				DiscountRate: '',
				ItemCode: '',
				LineAmount: '',
				Quantity: '2',
				TaxAmount: '',
				TaxType: 'NONE',
				UnitAmount: '50.5',
			},
			{
				Tracking: [],
				AccountCode: '200',
				Description: 'Tables',
				DiscountRate: '',
				ItemCode: '',
				LineAmount: '',
				Quantity: '1',
				TaxAmount: '',
				TaxType: '',
				UnitAmount: '',
			},
		],
	});
	expect(answer.status).toBe(200);
	expect(answer.at('Invoices.0')).toMatchObject({
		Status: 'DRAFT',
		LineItems: [
			{ Description: 'Chairs', Quantity: 2, UnitAmount: 50.5, LineAmount: 101, TaxType: 'NONE' },
			{ Description: 'Tables', Quantity: 1, UnitAmount: 0, LineAmount: 0, TaxType: 'OUTPUT2' },
		],
		Total: 101,
	});
});

describe('a date', () => {
	const dated = (Date: string): unknown => put({ Date }).at('Invoices.0.DateString');

	it('with an offset becomes its day in UTC', () => {
		expect(dated('2016-07-19T00:00:00+12:00')).toBe('2016-07-18T00:00:00');
		expect(dated('2026-11-30T01:43:10.021+1300')).toBe('2026-11-29T00:00:00');
		expect(dated('2026-03-01T20:00:00-05:00')).toBe('2026-03-02T00:00:00');
		expect(dated('2026-03-01T23:59:59Z')).toBe('2026-03-01T00:00:00');
	});

	it('without one stays as written', () => {
		expect(dated('2026-03-01T23:59:59')).toBe('2026-03-01T00:00:00');
		expect(dated('2026-03-01')).toBe('2026-03-01T00:00:00');
	});

	it('that there is not is refused', () => {
		for (const day of ['2026-02-30T10:00:00+12:00', '2026-03-01T25:00:00Z', 'soon'])
			expect(put({ Date: day }).at('Message')).toMatch(/Could not convert ".*" to DateTime\. Path 'Date'/);
	});
});

describe('an object where a list belongs', () => {
	const broken = {
		Title: 'An error occurred',
		Status: 500,
		Detail: 'An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.',
	};

	it('breaks the whole call', () => {
		const tracked = sale({ LineItems: [line({ Tracking: { Name: 'Region', Option: 'North' } })] });
		for (const Invoices of [[sale(), tracked], [sale({ LineItems: line() })]]) {
			const answer = desk.call('PUT', '/Invoices?summarizeErrors=false', { Invoices });
			expect(answer.status).toBe(500);
			expect(answer.body).toMatchObject(broken);
		}
		expect(desk.call('PUT', '/Contacts', { Name: 'Oak Hall', Phones: { PhoneType: 'MOBILE' } }).status).toBe(500);
		expect(desk.api.records(desk.tenantId, 'Invoices').filter((one) => one.DateString === '2026-03-01T00:00:00')).toEqual([]);
	});
});

describe('the other number of a collection', () => {
	it.each([
		['/Organisations', 'Organisations'],
		['/User', 'Users'],
		['/Overpayment', 'Overpayments'],
		['/invoice?page=1', 'Invoices'],
		['/Currency', 'Currencies'],
		['/TrackingCategory', 'TrackingCategories'],
		['/Report', 'Reports'],
	])('is answered: %s', (url, plural) => {
		const answer = desk.call('GET', url);
		expect(answer.status).toBe(200);
		expect(answer.at(plural)).toBeInstanceOf(Array);
	});

	it('is answered for what lies below it, and for writes', () => {
		const id = desk
			.call('PUT', '/Invoice?unitdp=4', sale({ LineItems: [line({ UnitAmount: 0.1648 })] }))
			.id('Invoices.0.InvoiceID');
		expect(desk.call('GET', `/Invoice/${id}?unitdp=4`).at('Invoices.0.LineItems.0.UnitAmount')).toBe(0.1648);
		expect(desk.call('GET', `/Invoice/${id}/History`).status).toBe(200);
	});
});
