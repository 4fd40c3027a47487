import type { Unkindness } from '../../../sandbox/bookkeeping';
import { type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});
const unkind = (more: Partial<Unkindness>) => Object.assign(desk.api.bookkeeping?.unkindness ?? {}, more);
const money = (Type: string, more: Json = {}): string => {
	const line = {
		Description: 'x',
		UnitAmount: 100,
		...(Type.endsWith('OVERPAYMENT') ? {} : { AccountCode: '200', TaxType: 'NONE' }),
	};
	const body = sale({ Type, BankAccount: { Code: '090' }, LineItems: [line], ...more });
	return desk.call('PUT', '/BankTransactions', body).id('BankTransactions.0.BankTransactionID');
};
const found = (path: string, id: string): Json =>
	(desk.call('GET', path).at('BankTransactions') as Json[]).find((one) => one.BankTransactionID === id) ?? {};

describe('an answer of the local Xero', () => {
	it('is kind at first', () => {
		const foreign = money('RECEIVE', { BankAccount: { Code: '093' }, CurrencyRate: 0.6 });
		const deposit = money('RECEIVE-PREPAYMENT');
		expect(found('/BankTransactions?page=1', foreign).CurrencyRate).toBe(0.6);
		expect(found('/BankTransactions?page=1', deposit).Type).toBe('RECEIVE-PREPAYMENT');
	});

	it('can lack the rate of foreign bank transactions in lists, not alone', () => {
		const foreign = money('RECEIVE', { BankAccount: { Code: '093' }, CurrencyRate: 0.6 });
		const own = money('RECEIVE');
		unkind({ ratesMissing: true });
		expect(Object.keys(found('/BankTransactions?page=1', foreign))).not.toContain('CurrencyRate');
		expect(found('/BankTransactions?page=1', own).CurrencyRate).toBe(1);
		expect(found(`/BankTransactions/${foreign}`, foreign).CurrencyRate).toBe(0.6);
	});

	it('can call a prepayment or overpayment plain money, told by its id alone', () => {
		const ids = ['RECEIVE-PREPAYMENT', 'RECEIVE-OVERPAYMENT', 'SPEND-PREPAYMENT'].map((type) => money(type));
		unkind({ typesPlain: true });
		for (const path of ['/BankTransactions?page=1', '/BankTransactions?where=Type=="RECEIVE"']) {
			expect(found(path, String(ids[0]))).toMatchObject({ Type: 'RECEIVE', PrepaymentID: expect.any(String) as string });
			expect(found(path, String(ids[1]))).toMatchObject({ Type: 'RECEIVE', OverpaymentID: expect.any(String) as string });
		}
		expect(found(`/BankTransactions/${ids[2]}`, String(ids[2])).Type).toBe('SPEND');
		expect(desk.call('GET', '/BankTransactions?where=Type=="RECEIVE-PREPAYMENT"').at('BankTransactions')).toEqual([]);
		const { PrepaymentID } = found(`/BankTransactions/${ids[0]}`, String(ids[0]));
		expect(desk.call('GET', `/Prepayments/${String(PrepaymentID)}`).at('Prepayments.0.Type')).toBe('RECEIVE-PREPAYMENT');
	});

	it('can date credits as the invoice that is read alone, while their own allocations are right', () => {
		const invoice = desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED' })).id('Invoices.0.InvoiceID');
		const note = sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED', Date: '2026-03-04' });
		const credit = desk.call('PUT', '/CreditNotes', note).id('CreditNotes.0.CreditNoteID');
		const allocation = { Invoice: { InvoiceID: invoice }, Amount: 15, Date: '2026-03-06' };
		desk.call('PUT', `/CreditNotes/${credit}/Allocations`, allocation);
		unkind({ creditDatesWrong: true });
		const alone = desk.call('GET', `/Invoices/${invoice}`).at('Invoices.0.CreditNotes.0');
		expect(alone).toMatchObject({ Date: '/Date(1772323200000+0000)/', DateString: '2026-03-01T00:00:00', AppliedAmount: 15 });
		const listed = desk.call('GET', `/Invoices?IDs=${invoice}&page=1`).at('Invoices.0.CreditNotes.0');
		expect(listed).toMatchObject({ Date: '/Date(1772582400000+0000)/', DateString: '2026-03-04T00:00:00' });
		const own = desk.call('GET', `/CreditNotes/${credit}`).at('CreditNotes.0.Allocations.0.Date');
		expect(own).toBe('/Date(1772755200000+0000)/');
	});

	it('can leave out which account paid an expense claim', () => {
		const claim = desk.api.records(desk.tenantId, 'ExpenseClaims').find((one) => one.Status === 'AUTHORISED');
		const id = String(claim?.ExpenseClaimID);
		desk.api.bookkeeping?.payExpenseClaim(desk.tenantId, id, { account: '090', date: '2026-03-10', amount: 1 });
		unkind({ claimAccountsMissing: true });
		const payment = desk.call('GET', `/ExpenseClaims/${id}`).at('ExpenseClaims.0.Payments.0') as Json;
		expect([payment.Amount, payment.HasAccount, 'Account' in payment]).toEqual([1, false, false]);
	});

	it('never changes what is kept', () => {
		const deposit = money('RECEIVE-PREPAYMENT', { BankAccount: { Code: '093' }, CurrencyRate: 0.6 });
		unkind({ ratesMissing: true, typesPlain: true });
		const kept = desk.api.records(desk.tenantId, 'BankTransactions').find((one) => one.BankTransactionID === deposit);
		expect(kept).toMatchObject({ Type: 'RECEIVE-PREPAYMENT', CurrencyRate: 0.6 });
	});
});
