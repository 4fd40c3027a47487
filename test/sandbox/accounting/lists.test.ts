import { type Answer, type Desk, type Json, openDesk, sale, START } from './desk';

let desk: Desk;
beforeAll(() => {
	desk = openDesk('empty');
	for (let at = 0; at < 105; at += 1) {
		desk.clock.advance(1000);
		const even = at % 2 === 0;
		const body = sale({
			InvoiceNumber: `N-${String(at).padStart(3, '0')}`,
			Type: even ? 'ACCREC' : 'ACCPAY',
			Status: at % 5 === 0 ? 'AUTHORISED' : 'DRAFT',
			Date: `2026-0${at % 2 === 0 ? 1 : 2}-10`,
			Contact: { Name: at % 3 === 0 ? 'Walnut Hall' : 'Chestnut "Oak" Hall' },
			Reference: at === 4 ? 'Spring Order' : undefined,
			LineItems: [{ Description: 'x', Quantity: 1, UnitAmount: at, AccountCode: even ? '200' : '429' }],
		});
		desk.call('PUT', '/Invoices', body, { clientId: at < 10 ? 'first' : 'second' });
	}
});

const list = (query: Record<string, string>, options: { headers?: Record<string, string>; clientId?: string } = {}): Answer =>
	desk.call('GET', `/Invoices?${new URLSearchParams(query).toString()}`, undefined, options);
const numbers = (answer: Answer): unknown[] => (answer.at('Invoices') as Json[]).map((invoice) => invoice.InvoiceNumber);
const where = (filter: string): unknown[] => numbers(list({ where: filter, order: 'InvoiceNumber' }));
const complaint = (filter: string): unknown => list({ where: filter }).at('Message');

describe('pages', () => {
	it('hold 100 unless pageSize says otherwise, in the order of the last change', () => {
		const first = list({ page: '1' });
		expect(first.at('pagination')).toEqual({ page: 1, pageSize: 100, pageCount: 2, itemCount: 105 });
		expect([numbers(first).length, numbers(first)[0], numbers(first)[99]]).toEqual([100, 'N-000', 'N-099']);
		expect(numbers(list({ page: '2' }))).toEqual(['N-100', 'N-101', 'N-102', 'N-103', 'N-104']);
		expect(numbers(list({ page: '3' }))).toEqual([]);
		expect(list({ page: '2', pageSize: '50' }).at('pagination')).toEqual({ page: 2, pageSize: 50, pageCount: 3, itemCount: 105 });
	});

	it('move sizes and numbers out of range into it silently', () => {
		expect(list({ page: '1', pageSize: '5000' }).at('pagination')).toEqual({
			page: 1,
			pageSize: 1000,
			pageCount: 1,
			itemCount: 105,
		});
		expect(list({ page: '0', pageSize: '0' }).at('pagination')).toEqual({ page: 1, pageSize: 1, pageCount: 105, itemCount: 105 });
		expect(list({ page: 'one' }).status).toBe(400);
	});

	it('carry lines; a list without page carries none, no pagination, and everything', () => {
		expect(list({ page: '1', pageSize: '1' }).at('Invoices.0.LineItems')).toHaveLength(1);
		const all = list({});
		expect(all.at('pagination')).toBeUndefined();
		expect(all.at('Invoices')).toHaveLength(105);
		expect(all.at('Invoices.7.LineItems')).toEqual([]);
		expect(list({ pageSize: '10' }).at('Invoices')).toHaveLength(105);
	});

	it('of summaries drop payments, lines and attachments, and are always pages', () => {
		const answer = list({ summaryOnly: 'true' });
		expect(answer.at('pagination')).toEqual({ page: 1, pageSize: 100, pageCount: 2, itemCount: 105 });
		for (const key of ['Payments', 'LineItems', 'HasAttachments', 'CISDeduction'])
			expect(answer.at('Invoices.0')).not.toHaveProperty(key);
		const contact = desk.call('GET', '/Contacts?summaryOnly=true');
		expect(contact.at('pagination.itemCount')).toBe(2);
		for (const key of ['IsSupplier', 'IsCustomer', 'Balances']) expect(contact.at('Contacts.0')).not.toHaveProperty(key);
	});
});

describe('filters', () => {
	it('compare texts without case, numbers, dates, ids and flags', () => {
		expect(where('InvoiceNumber=="n-004"')).toEqual(['N-004']);
		expect(where('InvoiceNumber = "N-004"')).toEqual(['N-004']);
		expect(where('AmountDue>115.5 and Type=="ACCREC" and AmountDue <= 117.3')).toEqual(['N-102']);
		expect(where('Date>=DateTime(2026, 02, 01) && Status=="AUTHORISED"').slice(0, 3)).toEqual(['N-005', 'N-015', 'N-025']);
		expect(where('Date < DateTime.Parse("2026-01-11T00:00:00") AND Status!="DRAFT"').slice(0, 2)).toEqual(['N-000', 'N-010']);
		expect(where('SentToContact==true')).toEqual([]);
		expect(where('(InvoiceNumber=="N-001" OR InvoiceNumber=="N-002") AND Type=="ACCPAY"')).toEqual(['N-001']);
		expect(where('InvoiceNumber=="N-001" || InvoiceNumber=="N-002" && Type=="ACCPAY"')).toEqual(['N-001']);
		expect(where('!(Type=="ACCREC") && InvoiceNumber.StartsWith("N-00")')).toEqual(['N-001', 'N-003', 'N-005', 'N-007', 'N-009']);
	});

	it('look into texts and into contacts', () => {
		expect(where('Reference.Contains("spring")')).toEqual(['N-004']);
		expect(where('InvoiceNumber.EndsWith("04") and Reference!=null')).toEqual(['N-004', 'N-104']);
		expect(where('Contact.Name=="walnut hall"')).toHaveLength(35);
		expect(where('Contact.Name.ToLower().StartsWith("chestnut")')).toHaveLength(70);
		const id = desk.call('GET', '/Contacts?searchTerm=walnut').id('Contacts.0.ContactID');
		expect(where(`Contact.ContactID==guid("${id}")`)).toHaveLength(35);
		expect(where(`contact.contactid = Guid("${id.toUpperCase()}")`)).toHaveLength(35);
		expect(where('FullyPaidOnDate==null AND InvoiceNumber=="N-004"')).toEqual(['N-004']);
	});

	it('are refused with a QueryParseException when they make no sense', () => {
		expect(list({ where: 'Colour=="red"' }).body).toEqual({
			ErrorNumber: 16,
			Type: 'QueryParseException',
			Message: "No property or field 'Colour' exists in type 'Invoice'",
		});
		expect(list({ where: 'Colour=="red"' }).status).toBe(400);
		expect(complaint('Status==')).toBe('Expression expected');
		expect(complaint('Status=="DRAFT" AND ()')).toBe('Expression expected');
		expect(complaint('(Status=="DRAFT"')).toBe("')' or operator expected");
		expect(complaint('Status=="DRAFT" Type=="ACCREC"')).toBe('Syntax error');
		expect(complaint('Status=="DRAFT",Type=="ACCREC"')).toBe('Syntax error');
		expect(complaint('Status=="DRAFT')).toBe('Unterminated string literal');
		expect(complaint("Status=='DRAFT'")).toBe('Character literal must contain exactly one character');
		expect(complaint('Contact.Name=="Chestnut "Oak" Hall"')).toBe('Syntax error');
		expect(complaint('Total')).toBe("Expression of type 'Boolean' expected");
		expect(complaint('Total=="12"')).toBe("Operator '==' incompatible with operand types 'Decimal' and 'String'");
		expect(complaint('Contact.ContactID=="11111111-1111-4111-8111-111111111111"')).toBe(
			"Operator '==' incompatible with operand types 'Guid' and 'String'",
		);
		expect(complaint('Date>="2026-01-01"')).toBe("Operator '>=' incompatible with operand types 'DateTime' and 'String'");
		expect(complaint('Date>=DateTime(2026,13,1)')).toBe("No applicable constructor exists in type 'DateTime'");
		expect(complaint('Contact=="x"')).toBe("No applicable operator for type 'Contact'");
		expect(complaint('Total.Contains("1")')).toBe("No property or field 'Contains' exists in type 'Decimal'");
	});

	it('by list take ids, numbers, contacts and statuses, any case, comma-separated', () => {
		const all = list({}).at('Invoices') as Json[];
		const ids = all
			.slice(3, 5)
			.map((invoice) => invoice.InvoiceID)
			.join(',');
		expect(numbers(list({ IDs: ids }))).toEqual(['N-003', 'N-004']);
		expect(numbers(list({ InvoiceNumbers: 'n-001, N-002' }))).toEqual(['N-001', 'N-002']);
		expect(list({ Statuses: 'AUTHORISED,PAID', page: '1' }).at('pagination.itemCount')).toBe(21);
		const id = desk.call('GET', '/Contacts?searchTerm=walnut').id('Contacts.0.ContactID');
		expect(list({ ContactIDs: id, page: '1' }).at('pagination.itemCount')).toBe(35);
		expect(list({ IDs: 'N-001' }).status).toBe(400);
	});

	it('by search term, by app and by order', () => {
		expect(numbers(list({ searchTerm: 'spring' }))).toEqual(['N-004']);
		expect(list({ createdByMyApp: 'true', page: '1' }, { clientId: 'first' }).at('pagination.itemCount')).toBe(10);
		expect(numbers(list({ order: 'Type DESC, Total DESC', page: '1', pageSize: '2' }))).toEqual(['N-104', 'N-102']);
		expect(numbers(list({ order: 'Contact.Name,InvoiceNumber ASC', page: '1', pageSize: '2' }))).toEqual(['N-001', 'N-002']);
		expect(list({ order: 'Colour' }).at('Message')).toBe("No property or field 'Colour' exists in type 'Invoice'");
		expect(list({ order: 'Total UPWARDS' }).at('Type')).toBe('QueryParseException');
	});

	it('by the time of the last change, to the second, in every form of the header', () => {
		const since = (header: string) => numbers(list({}, { headers: { 'if-modified-since': header } }));
		const iso = new Date(START + 104_000).toISOString();
		const expected = ['N-103', 'N-104'];
		expect(since(iso)).toEqual(expected);
		expect(since(iso.slice(0, 19))).toEqual(expected);
		expect(since(iso.replace('.000Z', '.999Z'))).toEqual(expected);
		expect(since(new Date(START + 104_000).toUTCString())).toEqual(expected);
		expect(since('2026-03-10T11:01:44+13:00')).toEqual(expected);
		expect(list({}, { headers: { 'if-modified-since': 'yesterday' } }).status).toBe(400);
	});
});

describe('archived contacts', () => {
	it('are listed only with includeArchived', () => {
		const own = openDesk('empty');
		own.call('PUT', '/Contacts', { Contacts: [{ Name: 'Walnut Hall' }, { Name: 'Chestnut Hall' }] });
		const id = own.call('GET', '/Contacts?where=Name%3D%3D%22Walnut%20Hall%22').id('Contacts.0.ContactID');
		own.call('POST', `/Contacts/${id}`, { ContactStatus: 'ARCHIVED' });
		const names = (query: string) =>
			(own.call('GET', `/Contacts${query}`).at('Contacts') as Json[]).map((contact) => contact.Name);
		expect(names('')).toEqual(['Chestnut Hall']);
		expect(names(`?IDs=${id}`)).toEqual([]);
		expect(names('?includeArchived=true&order=Name')).toEqual(['Chestnut Hall', 'Walnut Hall']);
	});
});
