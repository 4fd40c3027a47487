import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
let source: Json;
let target: Json;
let bill: string;
let invoice: string;
let customer: string;
beforeEach(() => {
	desk = openDesk('empty');
	const line = { Description: 'Freight', UnitAmount: 30, AccountCode: '425' };
	const bought = desk.call('PUT', '/Invoices', sale({ Type: 'ACCPAY', Contact: { Name: 'Oak Mill' }, LineItems: [line] }));
	const sold = desk.call('PUT', '/Invoices', sale());
	bill = bought.id('Invoices.0.InvoiceID');
	invoice = sold.id('Invoices.0.InvoiceID');
	customer = sold.id('Invoices.0.Contact.ContactID');
	source = { SourceTransactionID: bill, SourceLineItemID: bought.id('Invoices.0.LineItems.0.LineItemID') };
	target = { TargetTransactionID: invoice, TargetLineItemID: sold.id('Invoices.0.LineItems.0.LineItemID') };
});

const put = (more: Json = {}): Answer => desk.call('PUT', '/LinkedTransactions', { ...source, ...more });
const make = (more: Json = {}): string => put(more).id('LinkedTransactions.0.LinkedTransactionID');
const update = (id: string, more: Json): Answer => desk.call('POST', `/LinkedTransactions/${id}`, { LinkedTransactions: [more] });
const status = (id: string): unknown => desk.call('GET', `/LinkedTransactions/${id}`).at('LinkedTransactions.0.Status');
const set = (id: string, Status: string): number => desk.call('POST', `/Invoices/${id}`, { Status }).status;
const other = '11111111-1111-4111-8111-111111111111';

describe('a linked transaction', () => {
	it('makes a line of a bill billable', () => {
		expect(put().at('LinkedTransactions.0')).toEqual({
			LinkedTransactionID: expect.stringMatching(/^[\da-f-]{36}$/) as string,
			...source,
			Status: 'DRAFT',
			Type: 'BILLABLEEXPENSE',
			SourceTransactionTypeCode: 'ACCPAY',
			UpdatedDateUTC: '/Date(1773093600000+0000)/',
		});
	});

	it('follows its documents from draft to billed and voided', () => {
		const id = make();
		expect(status(id)).toBe('DRAFT');
		set(bill, 'AUTHORISED');
		expect(status(id)).toBe('APPROVED');
		expect(update(id, { ContactID: customer, ...target }).at('LinkedTransactions.0')).toMatchObject({
			Status: 'ONDRAFT',
			...target,
		});
		set(invoice, 'AUTHORISED');
		expect(status(id)).toBe('BILLED');
		set(invoice, 'VOIDED');
		expect(status(id)).toBe('APPROVED');
		expect(desk.call('GET', `/LinkedTransactions/${id}`).at('LinkedTransactions.0.TargetTransactionID')).toBeUndefined();
		set(bill, 'VOIDED');
		expect(status(id)).toBe('VOIDED');
	});

	it('is free again when the line that bills it is gone', () => {
		const id = make(target);
		expect(status(id)).toBe('ONDRAFT');
		desk.call('POST', `/Invoices/${invoice}`, { LineItems: [{ Description: 'Tables', UnitAmount: 1, AccountCode: '200' }] });
		expect(status(id)).toBe('DRAFT');
	});

	it('is void when its line is taken off the bill', () => {
		const id = make();
		desk.call('POST', `/Invoices/${bill}`, { LineItems: [{ Description: 'Tolls', UnitAmount: 1, AccountCode: '425' }] });
		expect(status(id)).toBe('VOIDED');
		expect(update(id, { ContactID: customer }).sentences()).toEqual(['A linked transaction of status VOIDED cannot be updated.']);
	});

	it('needs a line of a bill that is not linked yet', () => {
		expect(put({ SourceLineItemID: undefined }).sentences()).toEqual(['The SourceLineItemID field must be specified.']);
		expect(put({ SourceLineItemID: target.TargetLineItemID }).sentences()).toEqual([
			'The SourceLineItemID and SourceTransactionID do not match',
		]);
		expect(put({ SourceTransactionID: invoice }).sentences()).toEqual([
			'The source transaction could not be found; it must be of type ACCPAY or SPEND.',
		]);
		make();
		expect(put().sentences()).toEqual(['The source line item has already been assigned as a billable expense.']);
	});

	it('does not start from a deleted bill', () => {
		set(bill, 'DELETED');
		expect(put().sentences()).toEqual(['The source transaction must not be voided or deleted.']);
	});

	it('goes to a line of a draft of its customer', () => {
		const id = make();
		const stranger = desk.call('PUT', '/Contacts', { Name: 'Elm Hall' }).id('Contacts.0.ContactID');
		const refused = (more: Json): string[] => update(id, more).sentences();
		expect(refused({ ContactID: stranger, ...target })).toEqual([
			'The ContactID and the TargetTransaction ContactID do not match',
		]);
		expect(refused({ ContactID: other })).toEqual(['The contact with the specified ContactID could not be found.']);
		expect(refused({ TargetTransactionID: invoice })).toEqual([
			'The TargetTransactionID and TargetLineItemID fields must be specified together.',
		]);
		expect(refused({ ...target, TargetLineItemID: other })).toEqual([
			'The TargetLineItemID and TargetTransactionID do not match',
		]);
		expect(refused({ ...target, TargetTransactionID: bill })).toEqual([
			'The target transaction could not be found; it must be of type ACCREC.',
		]);
		expect(refused({ SourceTransactionID: other })).toEqual(['The source of a linked transaction must not be changed.']);
		expect(desk.call('GET', `/LinkedTransactions/${id}`).at('LinkedTransactions.0.ContactID')).toBeUndefined();
		set(invoice, 'AUTHORISED');
		expect(refused(target)).toEqual(['The target transaction must be a draft.']);
	});

	it('is deleted for good, unless it is billed', () => {
		const id = make(target);
		set(invoice, 'AUTHORISED');
		const refused = desk.call('DELETE', `/LinkedTransactions/${id}`);
		expect(refused.status).toBe(400);
		expect(refused.sentences()).toEqual(['A linked transaction of status BILLED cannot be deleted.']);
		expect(update(id, { ContactID: customer }).sentences()).toEqual(['A linked transaction of status BILLED cannot be updated.']);
		set(invoice, 'VOIDED');
		expect(desk.call('DELETE', `/LinkedTransactions/${id}`).status).toBe(204);
		expect(desk.call('GET', `/LinkedTransactions/${id}`).status).toBe(404);
		expect(put().status).toBe(200);
	});
});

it('lists linked transactions by each of their documents, by Status only together with ContactID, in pages of 100', () => {
	const id = make(target);
	const found = (query: string): number =>
		(desk.call('GET', `/LinkedTransactions?${query}`).at('LinkedTransactions') as Json[]).length;
	for (const query of [
		`LinkedTransactionID=${id}`,
		`SourceTransactionID=${bill}`,
		`TargetTransactionID=${invoice}`,
		`ContactID=${customer}&Status=ONDRAFT`,
		'Status=BILLED',
		'page=1',
		'order=Colour&where=Colour',
	])
		expect(found(query)).toBe(1);
	for (const query of [
		`LinkedTransactionID=${other}`,
		`SourceTransactionID=${invoice}`,
		`TargetTransactionID=${bill}`,
		`ContactID=${customer}&Status=BILLED`,
		'page=2',
	])
		expect(found(query)).toBe(0);
	expect(desk.call('GET', '/LinkedTransactions?ContactID=x').status).toBe(400);
	expect(desk.call('GET', '/LinkedTransactions').at('pagination')).toBeUndefined();
});
