import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const deposit = { Description: 'Deposit', Quantity: 1, UnitAmount: 100, AccountCode: '200' };
const twice = { Description: 'Paid twice', LineAmount: 80 };
const put = (Type: string, more: Json = {}): Answer =>
	desk.call('PUT', '/BankTransactions', {
		Type,
		Contact: { Name: 'Walnut Hall' },
		BankAccount: { Code: '090' },
		Date: '2026-03-02',
		LineItems: [Type.endsWith('-PREPAYMENT') ? deposit : twice],
		...more,
	});
const bank = (Type: string, more: Json = {}): Json => put(Type, more).at('BankTransactions.0') as Json;
const prepayment = (row: Json): Json => desk.call('GET', `/Prepayments/${String(row.PrepaymentID)}`).at('Prepayments.0') as Json;
const overpayment = (row: Json): Json =>
	desk.call('GET', `/Overpayments/${String(row.OverpaymentID)}`).at('Overpayments.0') as Json;
const post = (row: Json, body: Json): Answer => desk.call('POST', `/BankTransactions/${String(row.BankTransactionID)}`, body);

describe('a prepayment', () => {
	it('is made by a bank transaction that names it', () => {
		const row = bank('RECEIVE-PREPAYMENT', { Reference: 'DEP-7' });
		expect(row).not.toHaveProperty('Reference');
		expect(prepayment(row)).toMatchObject({
			PrepaymentID: row.PrepaymentID,
			ID: row.PrepaymentID,
			Type: 'RECEIVE-PREPAYMENT',
			Status: 'AUTHORISED',
			Reference: 'DEP-7',
			InvoiceNumber: 'DEP-7',
			Contact: { Name: 'Walnut Hall' },
			LineItems: [{ AccountCode: '200', LineAmount: 100, TaxType: 'OUTPUT2', TaxAmount: 15 }],
			SubTotal: 100,
			TotalTax: 15,
			Total: 115,
			RemainingCredit: 115,
			Allocations: [],
			Payments: [],
			HasAttachments: false,
			CurrencyCode: 'NZD',
		});
	});

	it('received takes its number from the sales invoices, one spent has none', () => {
		const received = prepayment(bank('RECEIVE-PREPAYMENT'));
		expect(received.InvoiceNumber).toMatch(/^INV-\d{4}$/);
		expect(received.Reference).toBe(received.InvoiceNumber);
		const spent = prepayment(bank('SPEND-PREPAYMENT', { LineItems: [{ ...deposit, AccountCode: '300' }] }));
		expect(spent).toMatchObject({ Type: 'SPEND-PREPAYMENT', Reference: '', RemainingCredit: 115 });
		expect(spent).not.toHaveProperty('InvoiceNumber');
	});

	it('follows its bank transaction while nothing of it is used', () => {
		const row = bank('RECEIVE-PREPAYMENT');
		post(row, { LineItems: [{ ...deposit, UnitAmount: 200 }] });
		expect(prepayment(row)).toMatchObject({ Total: 230, RemainingCredit: 230 });
		expect(post(row, { Status: 'DELETED' }).at('BankTransactions.0.Status')).toBe('VOIDED');
		expect(prepayment(row)).toMatchObject({ Status: 'VOIDED', Total: 230, RemainingCredit: 0 });
	});

	it('that was used keeps its bank transaction from being changed or deleted', () => {
		const row = bank('RECEIVE-PREPAYMENT');
		desk.call('PUT', '/Payments', { Prepayment: { PrepaymentID: row.PrepaymentID }, Account: { Code: '090' }, Amount: 5 });
		const allocated = ['This document cannot be edited as it has a payment or credit note allocated to it.'];
		expect(post(row, { Status: 'DELETED' }).sentences()).toEqual(allocated);
		expect(post(row, { LineItems: [deposit, deposit] }).sentences()).toEqual(allocated);
		expect(post(row, { Url: 'https://shop.example/7' }).status).toBe(200);
		expect(prepayment(row)).toMatchObject({ RemainingCredit: 110, Status: 'AUTHORISED' });
	});

	it('shows the files of its bank transaction', () => {
		const row = bank('RECEIVE-PREPAYMENT');
		desk.call('PUT', `/BankTransactions/${String(row.BankTransactionID)}/Attachments/slip.txt`, Buffer.from('x'));
		expect(prepayment(row)).toMatchObject({ HasAttachments: true, Attachments: [{ FileName: 'slip.txt' }] });
	});

	it('is listed by number, filter, page and moment', () => {
		bank('RECEIVE-PREPAYMENT', { Reference: 'DEP-8' });
		bank('RECEIVE-PREPAYMENT', { Reference: 'DEP-9', LineItems: [{ ...deposit, UnitAmount: 10 }] });
		const numbers = (query: string, headers = {}): unknown[] =>
			(desk.call('GET', `/Prepayments?${query}`, undefined, { headers }).at('Prepayments') as Json[]).map(
				(row) => row.InvoiceNumber,
			);
		expect(numbers('InvoiceNumbers=dep-9,DEP-8&order=Total')).toEqual(['DEP-9', 'DEP-8']);
		expect(numbers('References=DEP-9')).toEqual(['DEP-9']);
		expect(numbers(`where=${encodeURIComponent('RemainingCredit==11.5 AND Type=="RECEIVE-PREPAYMENT"')}`)).toEqual(['DEP-9']);
		expect(numbers('', { 'if-modified-since': '2026-03-09T22:00:00' }).sort()).toEqual(['DEP-8', 'DEP-9']);
		const page = desk.call('GET', '/Prepayments?page=1&pageSize=2');
		expect(page.at('pagination')).toEqual({ page: 1, pageSize: 2, pageCount: 2, itemCount: 4 });
		expect(page.at('Prepayments.0.LineItems')).toHaveLength(1);
		expect(desk.call('GET', '/Prepayments').at('Prepayments.0')).toMatchObject({ LineItems: [] });
	});

	it('keeps its history beside that of its bank transaction', () => {
		const row = bank('RECEIVE-PREPAYMENT');
		const path = `/Prepayments/${String(row.PrepaymentID)}/History`;
		desk.call('PUT', path, { HistoryRecords: [{ Details: 'Order 7.' }] });
		const history = desk.call('GET', path).at('HistoryRecords') as Json[];
		expect(history.map((one) => one.Changes)).toEqual(['Note', 'Created']);
	});
});

describe('an overpayment', () => {
	it('is one line on debtors or creditors without tax', () => {
		const row = bank('RECEIVE-OVERPAYMENT', { Reference: 'Twice', LineAmountTypes: 'Exclusive' });
		expect(overpayment(row)).toMatchObject({
			OverpaymentID: row.OverpaymentID,
			Type: 'RECEIVE-OVERPAYMENT',
			Status: 'AUTHORISED',
			Reference: 'Twice',
			LineAmountTypes: 'NoTax',
			LineItems: [{ AccountCode: '610', TaxType: 'NONE', TaxAmount: 0, LineAmount: 80, Quantity: 1, UnitAmount: 80 }],
			SubTotal: 80,
			TotalTax: 0,
			Total: 80,
			RemainingCredit: 80,
		});
		expect(bank('SPEND-OVERPAYMENT')).toMatchObject({ LineItems: [{ AccountCode: '800' }], LineAmountTypes: 'NoTax' });
		expect(put('RECEIVE-OVERPAYMENT', { LineItems: [twice, twice] }).sentences()).toEqual([
			'An overpayment must have exactly one line item.',
		]);
		expect(put('RECEIVE-OVERPAYMENT', { LineItems: [{ ...twice, AccountCode: '200' }] }).sentences()).toEqual([
			"Account code '200' is not a valid code for this document. The line of an overpayment is on 610.",
		]);
		expect(put('SPEND-OVERPAYMENT', { LineItems: [{ ...twice, LineAmount: 0 }] }).sentences()).toEqual([
			'The Total field must be greater than zero.',
		]);
	});

	it('may be in a foreign currency through an account in the base currency', () => {
		const row = bank('RECEIVE-OVERPAYMENT', { CurrencyCode: 'USD', CurrencyRate: 0.5 });
		expect(overpayment(row)).toMatchObject({ CurrencyCode: 'USD', CurrencyRate: 0.5, Total: 80 });
		expect(put('RECEIVE-OVERPAYMENT', { CurrencyCode: 'EUR', BankAccount: { Code: '093' } }).sentences()).toEqual([
			'The currency of a bank transaction is that of its bank account, USD.',
		]);
	});

	it('is voided with its bank transaction', () => {
		const row = bank('SPEND-OVERPAYMENT');
		expect(post(row, { Status: 'VOIDED' }).at('BankTransactions.0.Status')).toBe('VOIDED');
		expect(overpayment(row)).toMatchObject({ Status: 'VOIDED', RemainingCredit: 0 });
		const refund = { Overpayment: { OverpaymentID: row.OverpaymentID }, Account: { Code: '090' }, Amount: 5 };
		expect(desk.call('PUT', '/Payments', refund).sentences()).toEqual(['Payments can only be made against Authorised documents']);
	});

	it('is listed by reference, filter and moment', () => {
		bank('RECEIVE-OVERPAYMENT', { Reference: 'O-8' });
		bank('SPEND-OVERPAYMENT', { Reference: 'O-9' });
		const found = (query: string, headers = {}): unknown[] =>
			(desk.call('GET', `/Overpayments?${query}`, undefined, { headers }).at('Overpayments') as Json[]).map(
				(row) => row.Reference,
			);
		expect(found('References=O-9,o-8&order=Reference DESC')).toEqual(['O-9', 'O-8']);
		expect(found(`where=${encodeURIComponent('Contact.Name=="Walnut Hall" AND Type=="SPEND-OVERPAYMENT"')}`)).toEqual(['O-9']);
		expect(found('', { 'if-modified-since': '2026-03-09T22:00:00' }).sort()).toEqual(['O-8', 'O-9']);
		expect(desk.call('GET', '/Overpayments?page=9').at('pagination')).toMatchObject({ page: 9, itemCount: 4 });
		expect(desk.call('GET', '/Overpayments/11111111-1111-4111-8111-111111111111').status).toBe(404);
	});
});
