import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const line = { Description: 'Paper', Quantity: 2, UnitAmount: 10, AccountCode: '461' };
const money = (more: Json = {}): Json => ({
	Type: 'SPEND',
	Contact: { Name: 'Walnut Hall' },
	BankAccount: { Code: '090' },
	Date: '2026-03-02',
	LineItems: [line],
	...more,
});
const put = (more: Json = {}): Answer => desk.call('PUT', '/BankTransactions', { BankTransactions: [money(more)] });
const made = (more: Json = {}): string => put(more).id('BankTransactions.0.BankTransactionID');
const post = (id: string, body: Json): Answer => desk.call('POST', `/BankTransactions/${id}`, { BankTransactions: [body] });
const read = (id: string): Json => desk.call('GET', `/BankTransactions/${id}`).at('BankTransactions.0') as Json;
const listed = (query: string): Json[] => desk.call('GET', `/BankTransactions?${query}`).at('BankTransactions') as Json[];
const where = (text: string): string => `where=${encodeURIComponent(text)}`;

describe('a bank transaction', () => {
	it('is money out of or into a bank account, with the totals of its lines', () => {
		expect(put({ Reference: 'Card', Url: 'https://shop.example/7' }).at('BankTransactions.0')).toMatchObject({
			Type: 'SPEND',
			Status: 'AUTHORISED',
			Reference: 'Card',
			Url: 'https://shop.example/7',
			IsReconciled: false,
			BankAccount: { Code: '090', Name: 'Business Bank Account' },
			Contact: { Name: 'Walnut Hall' },
			Date: '/Date(1772409600000+0000)/',
			DateString: '2026-03-02T00:00:00',
			LineAmountTypes: 'Exclusive',
			LineItems: [{ TaxType: 'INPUT2', TaxAmount: 3, LineAmount: 20 }],
			SubTotal: 20,
			TotalTax: 3,
			Total: 23,
			CurrencyCode: 'NZD',
			CurrencyRate: 1,
			HasAttachments: false,
		});
		const received = put({
			Type: 'RECEIVE',
			LineAmountTypes: 'NoTax',
			LineItems: [{ ...line, AccountCode: '200' }],
			Date: undefined,
		});
		expect(received.at('BankTransactions.0')).toMatchObject({ Type: 'RECEIVE', Total: 20, Date: '/Date(1773100800000+0000)/' });
	});

	it('is in the currency of its bank account', () => {
		expect(put({ BankAccount: { Code: '093' }, CurrencyRate: 0.5 }).at('BankTransactions.0')).toMatchObject({
			CurrencyCode: 'USD',
			CurrencyRate: 0.5,
		});
		expect(put({ BankAccount: { Code: '093' } }).at('BankTransactions.0')).toMatchObject({ CurrencyRate: 0.581091 });
		expect(put({ CurrencyCode: 'USD' }).sentences()).toEqual([
			'The currency of a bank transaction is that of its bank account, NZD.',
		]);
		expect(put({ CurrencyRate: 0.5 }).at('BankTransactions.0.CurrencyRate')).toBe(1);
		expect(put({ BankAccount: { Code: '093' }, CurrencyRate: 0 }).sentences()).toEqual([
			'The CurrencyRate field must be greater than zero.',
		]);
	});

	it('is refused with the sentences of its fields', () => {
		expect(put({ Type: undefined }).sentences()).toEqual(['The Type field must be specified.']);
		expect(put({ Contact: undefined }).sentences()).toEqual(['A Contact must be specified for this type of transaction.']);
		expect(put({ BankAccount: undefined }).sentences()).toEqual(['The BankAccount must be specified by its AccountID or Code.']);
		expect(put({ BankAccount: { Code: '999' } }).sentences()).toEqual(['The BankAccount could not be found.']);
		expect(put({ BankAccount: { Code: '200' } }).sentences()).toEqual(['The BankAccount must be an account of type BANK.']);
		expect(put({ LineItems: [] }).sentences()).toEqual(['One or more line items must be specified']);
		expect(put({ LineItems: [{ ...line, AccountCode: undefined }] }).sentences()).toEqual(['Account code must be specified']);
		expect(put({ LineItems: [{ ...line, AccountCode: '091' }] }).sentences()).toEqual([
			"Account code '091' is not a valid code for this document.",
		]);
		expect(put({ LineItems: [{ ...line, DiscountRate: 5 }] }).sentences()).toEqual([
			'Discounts may not be applied to bank transactions.',
		]);
		expect(put({ LineItems: [line, { ...line, UnitAmount: -20 }] }).sentences()).toEqual([
			'The Total field must not be less than zero.',
		]);
		expect(put({ Url: 'shop' }).sentences()).toEqual(['The Url field must be a valid absolute URL.']);
		expect(put({ Status: 'DELETED' }).sentences()).toEqual(['A new bank transaction must have the status AUTHORISED.']);
		expect(put({ Date: '2024-03-31' }).sentences()).toEqual(['The document date cannot be before the end of year lock date']);
		expect(put({ Type: 'SPEND-TRANSFER' }).sentences()).toEqual([
			'Bank transfers cannot be created or changed as bank transactions. Use the BankTransfers endpoint instead.',
		]);
	});

	it('can be changed until it is reconciled, but for its type', () => {
		const id = made();
		expect(post(id, { Reference: 'Petty cash', BankAccount: { Code: '091' } }).at('BankTransactions.0')).toMatchObject({
			Reference: 'Petty cash',
			BankAccount: { Code: '091' },
			Total: 23,
		});
		expect(post(id, { LineItems: [{ ...line, Quantity: 5 }] }).at('BankTransactions.0.Total')).toBe(57.5);
		expect(post(id, { Type: 'RECEIVE' }).sentences()).toEqual(['The Type of a bank transaction must not be changed.']);
		expect(post(id, { IsReconciled: true }).at('BankTransactions.0.IsReconciled')).toBe(true);
		const sentence = ['This Bank Transaction cannot be edited as it has been reconciled with a Bank Statement.'];
		for (const body of [{ Reference: 'x' }, { Status: 'DELETED' }, { IsReconciled: false }])
			expect(post(id, body).sentences()).toEqual(sentence);
		expect(read(id)).toMatchObject({ Reference: 'Petty cash', Status: 'AUTHORISED' });
	});

	it('is deleted by its status, once', () => {
		const id = made();
		expect(post(id, { Status: 'DELETED' }).at('BankTransactions.0')).toMatchObject({ Status: 'DELETED', Total: 23 });
		expect(post(id, { Status: 'DELETED' }).sentences()).toEqual(['Bank transaction not of valid status for modification']);
		expect(listed(where('Status=="DELETED"')).map((row) => row.BankTransactionID)).toContain(id);
	});

	it('is matched by its id only when it is posted', () => {
		const id = made({ Reference: 'Same' });
		const again = desk.call('POST', '/BankTransactions', money({ Reference: 'Same' })).id('BankTransactions.0.BankTransactionID');
		expect(again).not.toBe(id);
		const mixed = desk.call('POST', '/BankTransactions?summarizeErrors=false', {
			BankTransactions: [
				{ BankTransactionID: id, Reference: 'Other' },
				{ BankTransactionID: '11111111-1111-4111-8111-111111111111', Reference: 'None' },
			],
		});
		expect(mixed.at('BankTransactions.0')).toMatchObject({ StatusAttributeString: 'OK', Reference: 'Other' });
		expect(mixed.sentences('BankTransactions.1')).toEqual([
			'The bank transaction with the specified BankTransactionID could not be found.',
		]);
		expect(desk.call('PUT', '/BankTransactions', money({ BankTransactionID: id })).sentences()).toEqual([
			'A bank transaction with the specified BankTransactionID already exists.',
		]);
	});

	it('of a call that is refused leaves nothing behind, contacts and numbers included', () => {
		const counts = (): number[] =>
			['BankTransactions', 'Contacts', 'Prepayments'].map((plural) => desk.api.records(desk.tenantId, plural).length);
		const before = counts();
		const bodies = [
			money({ Type: 'RECEIVE-PREPAYMENT', Contact: { Name: 'New Hall' }, LineItems: [{ ...line, AccountCode: '200' }] }),
			money({ Type: undefined }),
		];
		expect(desk.call('PUT', '/BankTransactions', { BankTransactions: bodies }).status).toBe(400);
		expect(counts()).toEqual(before);
	});

	it('moves tracked stock in when bought and out when sold', () => {
		const [item] = desk.api.records(desk.tenantId, 'Items').filter((row) => row.IsTrackedAsInventory) as [Json];
		const stock = (): number => Number(desk.call('GET', `/Items/${String(item.ItemID)}`).at('Items.0.QuantityOnHand'));
		const start = stock();
		const bought = made({ LineItems: [{ ItemCode: item.Code, Quantity: 4 }] });
		made({ Type: 'RECEIVE', LineItems: [{ ItemCode: item.Code, Quantity: 1 }] });
		expect(stock()).toBe(start + 3);
		post(bought, { Status: 'DELETED' });
		expect(stock()).toBe(start - 1);
	});

	it('is filtered, ordered, paged and listed since a moment', () => {
		for (const [Reference, UnitAmount] of [
			['L-1', 30],
			['L-2', 10],
		] as const)
			made({ Reference, LineItems: [{ ...line, UnitAmount }] });
		const references = (query: string): unknown[] => listed(query).map((row) => row.Reference);
		expect(references(`${where('Reference.StartsWith("L-")')}&order=Total`)).toEqual(['L-2', 'L-1']);
		expect(references(where('BankAccount.Code=="090" AND Contact.Name=="Walnut Hall" AND Total>50'))).toEqual(['L-1']);
		expect(references('References=l-2,none')).toEqual(['L-2']);
		const page = desk.call('GET', '/BankTransactions?page=1&pageSize=1&order=Total DESC');
		expect(page.at('pagination')).toMatchObject({ page: 1, pageSize: 1 });
		expect(page.at('BankTransactions.0.LineItems')).toHaveLength(1);
		expect(listed('')[0]).toMatchObject({ LineItems: [] });
		const since = desk.call('GET', '/BankTransactions', undefined, { headers: { 'if-modified-since': '2026-03-09T22:00:00' } });
		expect((since.at('BankTransactions') as Json[]).map((row) => row.Reference).sort()).toEqual(['L-1', 'L-2']);
	});

	it('keeps its history', () => {
		const id = made();
		post(id, { Status: 'DELETED' });
		const history = desk.call('GET', `/BankTransactions/${id}/History`).at('HistoryRecords') as Json[];
		expect(history.map((row) => [row.Changes, row.Details])).toEqual([
			['Deleted', 'SPEND of 23.00 with Walnut Hall.'],
			['Created', 'SPEND of 23.00 with Walnut Hall.'],
		]);
	});
});
