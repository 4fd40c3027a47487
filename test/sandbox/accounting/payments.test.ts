import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const approved = (more: Json = {}): string =>
	desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', ...more })).id('Invoices.0.InvoiceID');
const pay = (id: string, more: Json = {}): Answer =>
	desk.call('PUT', '/Payments', {
		Payments: [{ Invoice: { InvoiceID: id }, Account: { Code: '090' }, Date: '2026-03-05', Amount: 115, ...more }],
	});
const invoice = (id: string): Json => desk.call('GET', `/Invoices/${id}`).at('Invoices.0') as Json;
const remove = (id: string, Status = 'DELETED'): Answer => desk.call('POST', `/Payments/${id}`, { Payments: [{ Status }] });

describe('a payment', () => {
	it('takes its amount off what is due, and pays the invoice when nothing is left', () => {
		const id = approved();
		expect(pay(id, { Amount: 100.1 }).at('Payments.0')).toMatchObject({
			PaymentType: 'ACCRECPAYMENT',
			Status: 'AUTHORISED',
			Date: '/Date(1772668800000+0000)/',
			Amount: 100.1,
			BankAmount: 100.1,
			CurrencyRate: 1,
			IsReconciled: false,
			HasAccount: true,
			HasValidationErrors: false,
			Account: { Code: '090', Name: 'Business Bank Account' },
			Invoice: { InvoiceID: id, AmountDue: 14.9, Status: 'AUTHORISED' },
		});
		pay(id, { Amount: 14.9, Date: '2026-03-07' });
		expect(invoice(id)).toMatchObject({
			Status: 'PAID',
			AmountDue: 0,
			AmountPaid: 115,
			FullyPaidOnDate: '/Date(1772841600000+0000)/',
			Payments: [{ Amount: 100.1 }, { Amount: 14.9 }],
		});
	});

	it('gives its amount back when it is deleted, once', () => {
		const id = approved();
		const payment = pay(id).id('Payments.0.PaymentID');
		expect(remove(payment).at('Payments.0.Status')).toBe('DELETED');
		expect(invoice(id)).toMatchObject({ Status: 'AUTHORISED', AmountDue: 115, AmountPaid: 0, Payments: [] });
		expect(invoice(id)).not.toHaveProperty('FullyPaidOnDate');
		expect(remove(payment).sentences()).toEqual(['The payment has already been deleted.']);
		expect(remove(payment, 'AUTHORISED').status).toBe(400);
		expect(remove('11111111-1111-4111-8111-111111111111').status).toBe(404);
	});

	it('is never more than what is due, counting the others of the same call', () => {
		const id = approved();
		const sentence = ['Payment amount exceeds the amount outstanding on this document'];
		expect(pay(id, { Amount: 115.01 }).sentences()).toEqual(sentence);
		const half = { Invoice: { InvoiceID: id }, Account: { Code: '090' }, Amount: 60 };
		const both = desk.call('PUT', '/Payments?summarizeErrors=false', { Payments: [half, half] });
		expect(both.at('Payments.0.StatusAttributeString')).toBe('OK');
		expect(both.sentences('Payments.1')).toEqual(sentence);
		expect(invoice(id)).toMatchObject({ AmountDue: 55 });
	});

	it('goes to an approved document through an account that takes payments', () => {
		const draft = desk.call('PUT', '/Invoices', sale()).id('Invoices.0.InvoiceID');
		expect(pay(draft).sentences()).toEqual(['Payments can only be made against Authorised documents']);
		const id = approved();
		expect(pay(id, { Account: { Code: '200' } }).sentences()).toEqual([
			'The account must be of type BANK or have payments enabled.',
		]);
		expect(pay(id, { Account: { Code: '999' } }).sentences()).toEqual(['The payment account could not be found.']);
		expect(pay(id, { Account: undefined }).sentences()).toEqual(['An account must be specified.']);
		expect(pay(id, { Amount: undefined }).sentences()).toEqual(['The Amount field must be specified.']);
		expect(pay(id, { Amount: 0 }).sentences()).toEqual(['The payment amount must be greater than zero.']);
		expect(pay(id, { Invoice: undefined }).sentences()).toEqual([
			'An invoice, credit note, prepayment or overpayment must be specified.',
		]);
		expect(pay(id, { Invoice: { InvoiceNumber: 'NONE' } }).sentences()).toEqual(['The document to be paid could not be found.']);
		expect(pay(id, { Date: '2024-03-31' }).sentences()).toEqual(['The document date cannot be before the end of year lock date']);
		expect(pay(id, { Account: { Code: '881' } }).status).toBe(200);
	});

	it('names its invoice by number and its account by code as well, bare and alone', () => {
		const id = approved({ InvoiceNumber: 'P-1' });
		const answer = desk.call('POST', '/Payments', {
			InvoiceNumber: 'P-1',
			Code: '090',
			Amount: 15,
			Reference: 'part',
			IsReconciled: true,
		});
		expect(answer.at('Payments.0')).toMatchObject({
			Reference: 'part',
			IsReconciled: true,
			Date: '/Date(1773100800000+0000)/',
			Invoice: { InvoiceID: id },
		});
		const two = { Payments: [{ InvoiceNumber: 'P-1' }, { InvoiceNumber: 'P-1' }] };
		expect(desk.call('POST', '/Payments', two).at('Message')).toBe('Only one Payment can be sent in this request');
	});

	it('of a bill is an ACCPAYPAYMENT', () => {
		const id = approved({ Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }] });
		expect(pay(id).at('Payments.0.PaymentType')).toBe('ACCPAYPAYMENT');
	});

	it('in a foreign currency is booked on the bank account at its rate', () => {
		const id = approved({ CurrencyCode: 'USD', CurrencyRate: 0.6 });
		expect(pay(id, { Amount: 60, CurrencyRate: 0.5 }).at('Payments.0')).toMatchObject({
			Amount: 60,
			BankAmount: 120,
			CurrencyRate: 0.5,
		});
		expect(pay(id, { Amount: undefined, BankAmount: 10, CurrencyRate: 0.5 }).at('Payments.0')).toMatchObject({
			Amount: 5,
			BankAmount: 10,
		});
		expect(pay(id, { Amount: 50, Account: { Code: '093' } }).at('Payments.0')).toMatchObject({ Amount: 50, BankAmount: 50 });
		expect(invoice(id)).toMatchObject({ Status: 'PAID', CurrencyRate: 0.6 });
		const euros = approved({ CurrencyCode: 'EUR' });
		expect(pay(euros, { Account: { Code: '093' } }).sentences()).toEqual(['The account is in USD; it must be in EUR or NZD.']);
	});

	it('is listed short and read whole', () => {
		const id = approved();
		const payment = pay(id).id('Payments.0.PaymentID');
		const where = encodeURIComponent(`Invoice.InvoiceId==guid("${id}")`);
		expect(desk.call('GET', `/Payments?where=${where}`).at('Payments')).toMatchObject([
			{ PaymentID: payment, Invoice: { InvoiceID: id, LineItems: [] } },
		]);
		expect(desk.call('GET', `/Payments/${payment}`).at('Payments.0.Invoice')).toMatchObject({
			Total: 115,
			LineItems: [{ Description: 'Chairs' }],
		});
	});
});
