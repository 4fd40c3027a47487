import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

/** 1 x 50.00 plus 15% GST back to a customer. */
const credit = (more: Json = {}): Json => ({
	Type: 'ACCRECCREDIT',
	Contact: { Name: 'Walnut Hall' },
	Date: '2026-03-02',
	LineItems: [{ Description: 'Chair', Quantity: 1, UnitAmount: 50, AccountCode: '200' }],
	...more,
});
const put = (more: Json = {}): Answer => desk.call('PUT', '/CreditNotes', { CreditNotes: [credit(more)] });
const made = (more: Json = {}): string => put({ Status: 'AUTHORISED', ...more }).id('CreditNotes.0.CreditNoteID');
const post = (id: string, body: Json): Answer => desk.call('POST', `/CreditNotes/${id}`, { CreditNotes: [body] });
const note = (id: string): Json => desk.call('GET', `/CreditNotes/${id}`).at('CreditNotes.0') as Json;
const listed = (query: string): unknown[] =>
	(desk.call('GET', `/CreditNotes?${query}`).at('CreditNotes') as Json[]).map((row) => row.CreditNoteNumber);
const where = (text: string): string => `where=${encodeURIComponent(text)}`;

describe('a credit note', () => {
	it('has the totals of its lines, and all of its total to use', () => {
		expect(put({ Status: 'AUTHORISED', Reference: 'Broken leg' }).at('CreditNotes.0')).toMatchObject({
			Type: 'ACCRECCREDIT',
			CreditNoteNumber: 'CN-0005',
			Status: 'AUTHORISED',
			Reference: 'Broken leg',
			LineAmountTypes: 'Exclusive',
			SubTotal: 50,
			TotalTax: 7.5,
			Total: 57.5,
			RemainingCredit: 57.5,
			Allocations: [],
			Payments: [],
			HasErrors: false,
			HasAttachments: false,
			CurrencyCode: 'NZD',
			CurrencyRate: 1,
			Date: '/Date(1772409600000+0000)/',
			DateString: '2026-03-02T00:00:00',
			Contact: { Name: 'Walnut Hall' },
			LineItems: [{ Description: 'Chair', TaxType: 'OUTPUT2', TaxAmount: 7.5, LineAmount: 50, AccountCode: '200' }],
		});
		const inclusive = put({ LineAmountTypes: 'Inclusive' });
		expect(inclusive.at('CreditNotes.0')).toMatchObject({ SubTotal: 43.48, TotalTax: 6.52, Total: 50, Status: 'DRAFT' });
	});

	it('to a customer is numbered by itself, uniquely; one of a supplier has the number of the supplier', () => {
		expect([put(), put()].map((answer) => answer.at('CreditNotes.0.CreditNoteNumber'))).toEqual(['CN-0005', 'CN-0006']);
		put({ CreditNoteNumber: 'CN-0007' });
		expect(put().at('CreditNotes.0.CreditNoteNumber')).toBe('CN-0008');
		expect(put({ CreditNoteNumber: 'cn-0007' }).sentences()).toEqual(['Credit note # must be unique.']);
		const supplier = { Type: 'ACCPAYCREDIT', LineItems: [{ Description: 'Rent', UnitAmount: 5, AccountCode: '469' }] };
		expect(put(supplier).at('CreditNotes.0.CreditNoteNumber')).toBe('');
		const both = [put({ ...supplier, CreditNoteNumber: 'S-7' }), put({ ...supplier, CreditNoteNumber: 'S-7' })];
		expect(both.map((answer) => answer.status)).toEqual([200, 200]);
	});

	it('goes through the statuses of an invoice', () => {
		const id = put().id('CreditNotes.0.CreditNoteID');
		for (const Status of ['SUBMITTED', 'DRAFT', 'AUTHORISED'])
			expect(post(id, { Status }).at('CreditNotes.0.Status')).toBe(Status);
		expect(post(id, { Status: 'DRAFT' }).sentences()).toEqual(['Credit note not of valid status for modification']);
		expect(post(id, { Status: 'VOIDED' }).at('CreditNotes.0')).toMatchObject({
			Status: 'VOIDED',
			Total: 57.5,
			RemainingCredit: 0,
		});
		expect(post(id, { Reference: 'x' }).sentences()).toEqual(['Credit note not of valid status for modification']);
		const draft = put().id('CreditNotes.0.CreditNoteID');
		expect(post(draft, { Status: 'VOIDED' }).status).toBe(400);
		expect(post(draft, { Status: 'DELETED' }).at('CreditNotes.0.Status')).toBe('DELETED');
		expect(put({ Status: 'PAID' }).sentences()).toEqual([
			"A new credit note must have the status DRAFT, SUBMITTED or AUTHORISED; 'PAID' is not valid.",
		]);
		expect(
			put({ Status: 'AUTHORISED', LineItems: [{ Description: 'Nothing', UnitAmount: 0, AccountCode: '200' }] }).at(
				'CreditNotes.0.Status',
			),
		).toBe('PAID');
	});

	it('is refused with the sentences of its fields', () => {
		expect(put({ Type: undefined }).sentences()).toEqual([
			'The Type field must be specified: ACCRECCREDIT for customers, ACCPAYCREDIT for suppliers.',
		]);
		expect(put({ Contact: undefined }).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(put({ Status: 'AUTHORISED', LineItems: [] }).sentences()).toEqual(['One or more line items must be specified']);
		const line = { Description: 'Chair', Quantity: 1, UnitAmount: 50, AccountCode: '200' };
		expect(put({ LineItems: [{ ...line, DiscountRate: 10 }] }).sentences()).toEqual([
			'Discounts may not be applied to credit notes.',
		]);
		expect(put({ LineItems: [{ ...line, AccountCode: '610' }] }).sentences()).toEqual([
			"Account code '610' is not a valid code for this document.",
		]);
		expect(put({ CurrencyCode: 'CAD' }).sentences()).toEqual(['Organisation is not subscribed to currency CAD']);
		expect(put({ Status: 'AUTHORISED', Date: '2024-03-31' }).sentences()).toEqual([
			'The document date cannot be before the end of year lock date',
		]);
		const id = made();
		expect(post(id, { Type: 'ACCPAYCREDIT' }).sentences()).toEqual(['The Type of a credit note must not be changed.']);
		const unknown = { CreditNoteID: '11111111-1111-4111-8111-111111111111', Reference: 'x' };
		expect(desk.call('POST', '/CreditNotes', unknown).sentences()).toEqual([
			'An existing Credit Note with the specified CreditNoteID could not be found',
		]);
		expect(desk.call('GET', '/CreditNotes/11111111-1111-4111-8111-111111111111').status).toBe(404);
	});

	it('is found again by its id or its number when it is posted', () => {
		const id = made({ CreditNoteNumber: 'C-9' });
		const answer = desk.call('POST', '/CreditNotes', { CreditNoteNumber: 'c-9', Reference: 'Torn' });
		expect(answer.at('CreditNotes.0')).toMatchObject({ CreditNoteID: id, Reference: 'Torn', Total: 57.5 });
		expect(desk.call('POST', '/CreditNotes', { CreditNoteID: id, DueDate: '2026-05-01' }).at('CreditNotes.0')).toMatchObject({
			Reference: 'Torn',
			DueDate: '/Date(1777593600000+0000)/',
		});
		const supplier = credit({ Type: 'ACCPAYCREDIT', CreditNoteNumber: 'C-9', LineItems: [] });
		expect(desk.call('POST', '/CreditNotes', supplier).id('CreditNotes.0.CreditNoteID')).not.toBe(id);
		expect(desk.call('GET', '/CreditNotes/C-9').id('CreditNotes.0.CreditNoteID')).toBe(id);
	});

	it('of a call that is refused leaves nothing behind, not even its number', () => {
		const before = desk.api.records(desk.tenantId, 'CreditNotes').length;
		const bad = desk.call('PUT', '/CreditNotes', { CreditNotes: [credit(), credit({ Type: 'ACCREC' })] });
		expect(bad.status).toBe(400);
		expect(desk.api.records(desk.tenantId, 'CreditNotes')).toHaveLength(before);
		const mixed = desk.call('PUT', '/CreditNotes?summarizeErrors=false', { CreditNotes: [credit({ Type: 'ACCREC' }), credit()] });
		expect(mixed.at('CreditNotes.0')).toMatchObject({ StatusAttributeString: 'ERROR', HasErrors: true });
		expect(mixed.at('CreditNotes.1')).toMatchObject({ StatusAttributeString: 'OK', CreditNoteNumber: 'CN-0005' });
	});

	it('is listed without its lines, paged with them, filtered and ordered', () => {
		for (const [CreditNoteNumber, UnitAmount] of [
			['F-1', 30],
			['F-2', 10],
			['F-3', 20],
		] as const)
			put({ CreditNoteNumber, LineItems: [{ Description: 'x', UnitAmount, AccountCode: '200' }] });
		expect(listed(`${where('CreditNoteNumber.StartsWith("F-")')}&order=Total DESC`)).toEqual(['F-1', 'F-3', 'F-2']);
		expect(listed(where('Contact.Name=="Walnut Hall" AND RemainingCredit < 20'))).toEqual(['F-2']);
		expect(listed(where('Type=="ACCPAYCREDIT" AND Status=="AUTHORISED"'))).toHaveLength(1);
		const page = desk.call('GET', '/CreditNotes?page=2&pageSize=3&order=CreditNoteNumber');
		expect(page.at('pagination')).toEqual({ page: 2, pageSize: 3, pageCount: 3, itemCount: 8 });
		expect(page.at('CreditNotes.0.LineItems')).toHaveLength(1);
		expect(desk.call('GET', '/CreditNotes').at('CreditNotes.0')).toMatchObject({ LineItems: [] });
		expect(desk.call('GET', '/CreditNotes').at('CreditNotes.0')).not.toHaveProperty('CurrencyRate');
	});

	it('is among those changed since a moment only when it was', () => {
		const since = { 'if-modified-since': '2026-03-09T22:00:00' };
		put({ CreditNoteNumber: 'N-1' });
		const found = desk.call('GET', '/CreditNotes', undefined, { headers: since }).at('CreditNotes') as Json[];
		expect(found.map((row) => row.CreditNoteNumber)).toEqual(['N-1']);
	});

	it('has prices of four decimals when they are asked for', () => {
		const line = { Description: 'Screw', Quantity: 100, UnitAmount: 0.1234, AccountCode: '200' };
		const answer = desk.call('PUT', '/CreditNotes?unitdp=4', credit({ LineItems: [line] }));
		expect(answer.at('CreditNotes.0')).toMatchObject({ SubTotal: 12.34, LineItems: [{ UnitAmount: 0.1234 }] });
		const id = answer.id('CreditNotes.0.CreditNoteID');
		expect(note(id)).toMatchObject({ LineItems: [{ UnitAmount: 0.12 }] });
	});

	it('is a PDF to who asks for one, and shows its files with the online copy', () => {
		const id = made();
		const file = desk.call('GET', `/CreditNotes/${id}`, undefined, { headers: { accept: 'application/pdf' } });
		expect(file.contentType).toBe('application/pdf');
		expect(file.binary?.toString('latin1')).toContain('Remaining credit 57.50 NZD');
		const upload = desk.call('PUT', `/CreditNotes/${id}/Attachments/a.txt?IncludeOnline=true`, Buffer.from('x'));
		expect(upload.at('Attachments.0')).toMatchObject({ FileName: 'a.txt', IncludeOnline: true });
		expect(note(id)).toMatchObject({ HasAttachments: true, Attachments: [{ FileName: 'a.txt' }] });
	});

	it('brings goods of a customer back into stock and takes those of a supplier out, until it is voided', () => {
		const [item] = desk.api.records(desk.tenantId, 'Items').filter((row) => row.IsTrackedAsInventory) as [Json];
		const stock = (): unknown => desk.call('GET', `/Items/${String(item.ItemID)}`).at('Items.0.QuantityOnHand');
		const line = { ItemCode: item.Code, Quantity: 3 };
		const [start] = [Number(stock())];
		const back = made({ LineItems: [line] });
		expect(stock()).toBe(start + 3);
		made({ Type: 'ACCPAYCREDIT', LineItems: [{ ...line, Quantity: 2 }] });
		expect(stock()).toBe(start + 1);
		post(back, { Status: 'VOIDED' });
		expect(stock()).toBe(start - 2);
		const much = put({ Type: 'ACCPAYCREDIT', Status: 'AUTHORISED', LineItems: [{ ...line, Quantity: 10_000 }] });
		expect(much.sentences()[0]).toMatch(
			/^The quantity on hand of item '.*' is \d+, which is less than the quantity 10000 of this document\.$/,
		);
	});

	it('keeps accounts, items and options that it names from being deleted', () => {
		const account = desk.call('PUT', '/Accounts', { Code: '299', Name: 'Returns', Type: 'REVENUE' }).id('Accounts.0.AccountID');
		const id = made({ LineItems: [{ Description: 'x', UnitAmount: 1, AccountCode: '299' }] });
		expect(desk.call('DELETE', `/Accounts/${account}`).sentences()).toEqual([
			'The account cannot be deleted as it is used by transactions or items. Archive it instead.',
		]);
		desk.call('POST', `/Accounts/${account}`, { Code: '298' });
		expect(note(id)).toMatchObject({ LineItems: [{ AccountCode: '298', AccountID: account }] });
	});
});
