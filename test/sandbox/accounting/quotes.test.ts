import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const line = { Description: 'Chairs', Quantity: 2, UnitAmount: 50, AccountCode: '200' };
const quote = (more: Json = {}): Json => ({ Contact: { Name: 'Walnut Hall' }, Date: '2026-03-01', LineItems: [line], ...more });
const put = (...quotes: Json[]): Answer => desk.call('PUT', '/Quotes', { Quotes: quotes });
const make = (more: Json = {}): string => put(quote(more)).id('Quotes.0.QuoteID');
const update = (id: string, more: Json): Answer =>
	desk.call('POST', `/Quotes/${id}`, { Quotes: [{ Contact: { Name: 'Walnut Hall' }, Date: '2026-03-01', ...more }] });
const numbers = (query: string): unknown[] =>
	(desk.call('GET', `/Quotes?${query}`).at('Quotes') as Json[]).map((one) => one.QuoteNumber);

describe('a quote', () => {
	it('comes back with a number, dates in both forms, taxes and totals', () => {
		expect(put(quote({ ExpiryDate: '2026-03-31', Title: 'Offer' })).at('Quotes.0')).toMatchObject({
			QuoteNumber: 'QU-0001',
			Status: 'DRAFT',
			Title: 'Offer',
			Terms: '',
			Contact: { Name: 'Walnut Hall', EmailAddress: '' },
			Date: '/Date(1772323200000+0000)/',
			DateString: '2026-03-01T00:00:00',
			ExpiryDateString: '2026-03-31T00:00:00',
			LineAmountTypes: 'EXCLUSIVE',
			LineItems: [{ LineAmount: 100, TaxType: 'OUTPUT2', TaxAmount: 15 }],
			CurrencyCode: 'NZD',
			CurrencyRate: 1,
			SubTotal: 100,
			TotalTax: 15,
			Total: 115,
			TotalDiscount: 0,
		});
	});

	it('is dated today in the zone of the organisation when no date is sent', () => {
		expect(put(quote({ Date: undefined })).at('Quotes.0.DateString')).toBe('2026-03-10T00:00:00');
	});

	it('keeps four decimals of unit prices, discounts and tax-inclusive amounts', () => {
		const lines = [{ ...line, UnitAmount: 19.9555, DiscountRate: 10 }];
		expect(put(quote({ LineItems: lines, LineAmountTypes: 'INCLUSIVE' })).at('Quotes.0')).toMatchObject({
			LineItems: [{ UnitAmount: 19.9555, LineAmount: 35.92, TaxAmount: 4.69 }],
			LineAmountTypes: 'INCLUSIVE',
			SubTotal: 31.23,
			Total: 35.92,
			TotalDiscount: 3.99,
		});
	});

	it('needs a contact, and lines once it is sent', () => {
		expect(put(quote({ Contact: {} })).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(put(quote({ LineItems: [], Status: 'SENT' })).sentences()).toEqual(['One or more line items must be specified']);
		expect(put(quote({ ExpiryDate: '2026-02-28' })).sentences()).toEqual([
			'The ExpiryDate field must not be before the Date field.',
		]);
		expect(put(quote({ Title: 'x'.repeat(101) })).sentences()).toEqual([
			'The Title field must be no more than 100 characters long.',
		]);
	});

	it('has a number that no other quote has', () => {
		make({ QuoteNumber: 'QU-0002' });
		expect(put(quote({ QuoteNumber: 'qu-0002' })).sentences()).toEqual(['Quote number must be unique.']);
		expect(put(quote()).at('Quotes.0.QuoteNumber')).toBe('QU-0003');
	});

	it('takes the rate of the day in another currency the organisation uses', () => {
		expect(put(quote({ CurrencyCode: 'USD' })).sentences()).toEqual(['Organisation is not subscribed to currency USD']);
		desk.call('PUT', '/Currencies', { Code: 'USD' });
		expect(put(quote({ CurrencyCode: 'USD' })).at('Quotes.0')).toMatchObject({ CurrencyCode: 'USD', CurrencyRate: 0.581091 });
		expect(put(quote({ CurrencyCode: 'USD', CurrencyRate: 0.6 })).at('Quotes.0.CurrencyRate')).toBe(0.6);
	});
});

describe('the statuses of a quote', () => {
	const walk = (...statuses: string[]): Answer[] => {
		const id = make();
		return statuses.map((Status) => update(id, { Status }));
	};

	it('lead from draft over sent to accepted and invoiced', () => {
		expect(walk('SENT', 'ACCEPTED', 'INVOICED').map((answer) => answer.at('Quotes.0.Status'))).toEqual([
			'SENT',
			'ACCEPTED',
			'INVOICED',
		]);
	});

	it('do not lead from draft or accepted to declined, as Xero is known to refuse', () => {
		expect(walk('DECLINED')[0]?.sentences()).toEqual(['A quote of status DRAFT cannot be changed to DECLINED.']);
		expect(walk('SENT', 'ACCEPTED', 'DECLINED')[2]?.sentences()).toEqual([
			'A quote of status ACCEPTED cannot be changed to DECLINED.',
		]);
		expect(walk('SENT', 'ACCEPTED', 'SENT', 'DECLINED')[3]?.at('Quotes.0.Status')).toBe('DECLINED');
	});

	it('end with invoiced and deleted', () => {
		for (const statuses of [['SENT', 'ACCEPTED', 'INVOICED'], ['DELETED']]) {
			expect(
				walk(...statuses, 'SENT')
					.at(-1)
					?.sentences(),
			).toEqual(['Quote not of valid status for modification']);
		}
	});

	it('begin with draft or sent', () => {
		expect(put(quote({ Status: 'SENT' })).at('Quotes.0.Status')).toBe('SENT');
		expect(put(quote({ Status: 'ACCEPTED' })).sentences()).toEqual([
			"A new quote must have the status DRAFT or SENT; 'ACCEPTED' is not valid.",
		]);
	});
});

describe('an update of a quote', () => {
	it('breaks without contact or date, for the whole call', () => {
		const id = make({ QuoteNumber: 'W-1' });
		const bare = (more: Json): unknown => desk.call('POST', `/Quotes/${id}`, { Quotes: [more] }).status;
		expect([bare({ Date: '2026-03-01' }), bare({ Contact: { Name: 'Walnut Hall' } }), bare({ Reference: 'x' })]).toEqual([
			500, 500, 500,
		]);
		expect(bare({ Contact: { Name: 'Walnut Hall' }, Date: '' })).toBe(500);
		const many = { Quotes: [quote(), { QuoteNumber: 'W-1', Reference: 'x' }] };
		expect(desk.call('POST', '/Quotes?summarizeErrors=false', many).status).toBe(500);
		expect(desk.api.records(desk.tenantId, 'Quotes')).toHaveLength(1);
		expect(update(id, { Contact: {} }).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
	});

	it('keeps lines it leaves out, clears descriptive fields, and is exclusive again', () => {
		const id = make({
			Title: 'Offer',
			Terms: 'A month',
			Reference: 'R-1',
			ExpiryDate: '2026-03-31',
			LineAmountTypes: 'INCLUSIVE',
		});
		const after = update(id, { Reference: 'R-2' }).at('Quotes.0') as Json;
		expect(after).toMatchObject({ Reference: 'R-2', Title: '', Terms: '', LineAmountTypes: 'EXCLUSIVE', Total: 115 });
		expect(after.LineItems).toHaveLength(1);
		expect(after.ExpiryDate).toBeUndefined();
	});

	it('changes lines by their ids and drops the others', () => {
		const created = put(quote({ LineItems: [line, { ...line, Description: 'Tables' }] }));
		const [id, first] = [created.id('Quotes.0.QuoteID'), created.id('Quotes.0.LineItems.0.LineItemID')];
		const after = update(id, { LineItems: [{ LineItemID: first, Quantity: 3 }] });
		expect(after.at('Quotes.0.LineItems')).toMatchObject([{ LineItemID: first, Description: 'Chairs', LineAmount: 150 }]);
	});

	it('finds the quote by id or by number, and makes a new one otherwise', () => {
		const id = make({ QuoteNumber: 'W-1' });
		const post = (more: Json): Answer => desk.call('POST', '/Quotes', { Quotes: [quote(more)] });
		expect(post({ QuoteNumber: 'w-1', Reference: 'a' }).id('Quotes.0.QuoteID')).toBe(id);
		expect(post({ QuoteID: id, Reference: 'b' }).at('Quotes.0.Reference')).toBe('b');
		expect(post({}).id('Quotes.0.QuoteID')).not.toBe(id);
		expect(post({ QuoteID: '11111111-1111-4111-8111-111111111111' }).sentences()).toEqual([
			'The quote with the specified QuoteID could not be found.',
		]);
	});

	it('leaves nothing behind when it is refused', () => {
		const id = make();
		const before = desk.api.records(desk.tenantId, 'Quotes');
		expect(put(quote(), quote({ Contact: {} })).status).toBe(400);
		update(id, { Contact: { Name: 'New Hall' }, LineItems: [{ ...line, AccountCode: '999' }] });
		expect(desk.api.records(desk.tenantId, 'Quotes')).toEqual(before);
		expect(desk.api.records(desk.tenantId, 'Contacts').map((one) => one.Name)).toEqual(['Walnut Hall']);
	});

	it('stands alone with summarizeErrors=false', () => {
		const answer = desk.call('PUT', '/Quotes?summarizeErrors=false', { Quotes: [quote(), quote({ Contact: {} })] });
		expect((answer.at('Quotes') as Json[]).map((one) => one.StatusAttributeString)).toEqual(['OK', 'ERROR']);
		expect(answer.sentences('Quotes.1')).toEqual(['A Contact must be specified for this type of transaction.']);
	});
});

describe('the list of quotes', () => {
	it('filters by dates, expiry, status, contact and number', () => {
		make({ ExpiryDate: '2026-03-20' });
		desk.clock.advance(1000);
		make({ Date: '2026-02-01', Status: 'SENT' });
		desk.clock.advance(1000);
		const other = put(quote({ Contact: { Name: 'Oak Hall' }, Date: '2026-01-01', ExpiryDate: '2026-01-31' }));
		expect(numbers('DateFrom=2026-02-01')).toEqual(['QU-0001', 'QU-0002']);
		expect(numbers('DateTo=2026-02-01')).toEqual(['QU-0002', 'QU-0003']);
		expect(numbers('ExpiryDateFrom=2026-02-01')).toEqual(['QU-0001']);
		expect(numbers('ExpiryDateTo=2026-02-01')).toEqual(['QU-0003']);
		expect(numbers('Status=sent')).toEqual(['QU-0002']);
		expect(numbers('QuoteNumber=qu-0003')).toEqual(['QU-0003']);
		expect(numbers(`ContactID=${other.id('Quotes.0.Contact.ContactID')}`)).toEqual(['QU-0003']);
		expect(numbers('order=Date ASC')).toEqual(['QU-0003', 'QU-0002', 'QU-0001']);
		expect(numbers('where=Status=="SENT"')).toHaveLength(3);
		expect(desk.call('GET', '/Quotes?DateFrom=soon').at('Message')).toBe("'soon' in DateFrom is not a valid date");
	});

	it('comes in pages of 100 without a pagination object, whatever pageSize says', () => {
		put(...Array.from({ length: 101 }, () => quote()));
		const first = desk.call('GET', '/Quotes?pageSize=5');
		expect(first.at('Quotes')).toHaveLength(100);
		expect(first.at('pagination')).toBeUndefined();
		expect(desk.call('GET', '/Quotes?page=2').at('Quotes')).toHaveLength(1);
		expect(desk.call('GET', '/Quotes?page=3').at('Quotes')).toEqual([]);
	});

	it('gives what changed since a moment', () => {
		make();
		desk.clock.advance(60_000);
		const id = make();
		const since = desk.call('GET', '/Quotes', undefined, { headers: { 'if-modified-since': '2026-03-09T22:00:30' } });
		expect((since.at('Quotes') as Json[]).map((one) => one.QuoteID)).toEqual([id]);
	});
});

it('prints a quote', () => {
	const answer = desk.call('GET', `/Quotes/${make()}`, undefined, { headers: { accept: 'application/pdf' } });
	expect(answer.contentType).toBe('application/pdf');
	expect(answer.binary?.toString('latin1')).toContain('(QUOTE QU-0001)');
});
