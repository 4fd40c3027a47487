import type { Desk, Json } from './desk';
import { sale } from './desk';
import { openBooks } from './openBooks';
import { rowOf, table } from './reading';

let call: Desk['call'];
beforeEach(() => {
	({ call } = openBooks('banks only'));
});

const line = (UnitAmount: number, AccountCode: string): Json[] => [
	{ Description: 'x', UnitAmount, AccountCode, TaxType: 'NONE' },
];
const invoice = (amount: number, more: Json = {}): Json =>
	call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', LineItems: line(amount, '200'), ...more })).at('Invoices.0') as Json;
const bank = (Type: string, LineItems: Json[], more: Json = {}): Json =>
	call('PUT', '/BankTransactions', sale({ Type, BankAccount: { Code: '090' }, LineItems, ...more })).at(
		'BankTransactions.0',
	) as Json;
const pay = (document: Json, Amount: number, more: Json = {}) =>
	call('PUT', '/Payments', { ...document, Account: { Code: '090' }, Date: '2026-03-05', Amount, ...more });
const transfer = (from: string, to: string, Amount: number) =>
	call('PUT', '/BankTransfers', { FromBankAccount: { Code: from }, ToBankAccount: { Code: to }, Amount, Date: '2026-03-06' });

describe('the aged reports', () => {
	it('have credit notes and overpayments below zero, no prepayments, and every allocation and refund on its day', () => {
		const { InvoiceID, Contact, InvoiceNumber } = invoice(100);
		const credit = { Type: 'ACCRECCREDIT', Status: 'AUTHORISED', LineItems: line(60, '200'), Date: '2026-03-02' };
		const CreditNoteID = call('PUT', '/CreditNotes', sale(credit)).id('CreditNotes.0.CreditNoteID');
		const { OverpaymentID } = bank('RECEIVE-OVERPAYMENT', [{ Description: 'Twice', LineAmount: 80 }], { Date: '2026-03-03' });
		const { PrepaymentID } = bank('RECEIVE-PREPAYMENT', line(30, '200'));
		const apply = (path: string, Amount: number, Date: string) =>
			call('PUT', `${path}/Allocations`, { Invoice: { InvoiceID }, Amount, Date });
		apply(`/CreditNotes/${CreditNoteID}`, 25, '2026-03-10');
		apply(`/Overpayments/${String(OverpaymentID)}`, 10, '2026-03-20');
		apply(`/Prepayments/${String(PrepaymentID)}`, 5, '2026-04-02');
		pay({ CreditNote: { CreditNoteID } }, 15);
		pay({ Overpayment: { OverpaymentID } }, 20, { Date: '2026-04-01' });
		const aged = (date: string) =>
			table(call('GET', `/Reports/AgedReceivablesByContact?contactId=${String((Contact as Json).ContactID)}&date=${date}`)).slice(
				1,
			);
		const number = String(InvoiceNumber);
		expect(aged('2026-03-31')).toEqual([
			['2026-03-01T00:00:00', number, '2026-03-15T00:00:00', '16 days overdue', '100.00', '0.00', '35.00', '65.00'],
			['2026-03-02T00:00:00', 'CN-0001', '', '', '-60.00', '-15.00', '-25.00', '-20.00'],
			['2026-03-03T00:00:00', '', '', '', '-80.00', '0.00', '-10.00', '-70.00'],
			['Total', '', '', '', '-40.00', '-15.00', '0.00', '-25.00'],
		]);
		expect(aged('2026-04-30').at(-1)).toEqual(['Total', '', '', '', '-40.00', '-35.00', '5.00', '-10.00']);
		expect(rowOf(call('GET', '/Reports/TrialBalance?date=2026-04-30'), 'Accounts Receivable (610)')?.slice(2)).toEqual([
			'',
			'10.00',
		]);
	});
});

describe('the bank summary', () => {
	it('has bank transactions, transfers and payments in the base currency, whatever account they went through', () => {
		bank('RECEIVE', line(500, '270'));
		bank('SPEND', line(40, '461'));
		bank('SPEND-PREPAYMENT', line(10, '461'));
		bank('RECEIVE', line(100, '270'), { BankAccount: { Code: '093' }, CurrencyRate: 0.5 });
		transfer('090', '091', 50);
		const sold = invoice(60, { CurrencyCode: 'USD', CurrencyRate: 0.6 });
		pay({ Invoice: { InvoiceID: sold.InvoiceID } }, 60, { Account: { Code: '093' }, CurrencyRate: 0.5 });
		const gone = transfer('090', '091', 7).id('BankTransfers.0.BankTransferID');
		call('POST', `/BankTransfers/${gone}`, { Status: 'DELETED' });
		expect(table(call('GET', '/Reports/BankSummary')).slice(1)).toEqual([
			['Business Bank Account', '0.00', '500.00', '100.00', '400.00'],
			['Business Credit Card', '0.00', '0.00', '0.00', '0.00'],
			['Business Savings Account', '0.00', '50.00', '0.00', '50.00'],
			['US Dollar Account', '0.00', '320.00', '0.00', '320.00'],
			['Total', '0.00', '870.00', '100.00', '770.00'],
		]);
		const executive = call('GET', '/Reports/ExecutiveSummary');
		const month = (name: string): string | undefined => rowOf(executive, name)?.[0];
		expect(['Cash received', 'Cash spent', 'Closing bank balance'].map(month)).toEqual(['870.00', '100.00', '770.00']);
		// Expenses are 50.00 of paper less 20.00 that the dollar earned until the invoice was paid.
		expect(['Income', 'Expenses', 'Profit (loss)', 'Debtors', 'Net assets'].map(month)).toEqual([
			'800.00',
			'30.00',
			'770.00',
			'0.00',
			'770.00',
		]);
	});
});

describe('the statements', () => {
	it('take a credit note off income and debtors when it is approved, on the cash basis when it is used', () => {
		const { InvoiceID } = invoice(100);
		const credit = { Type: 'ACCRECCREDIT', Status: 'AUTHORISED', LineItems: line(60, '200') };
		const path = `/CreditNotes/${call('PUT', '/CreditNotes', sale(credit)).id('CreditNotes.0.CreditNoteID')}/Allocations`;
		const earned = (cash: boolean) => rowOf(call('GET', `/Reports/ProfitAndLoss?paymentsOnly=${cash}`), 'Net Profit');
		const debtors = (cash: boolean) =>
			rowOf(call('GET', `/Reports/BalanceSheet?periods=0&paymentsOnly=${cash}`), 'Accounts Receivable');
		expect([earned(false), debtors(false), earned(true)]).toEqual([['40.00'], ['40.00'], ['0.00']]);
		pay({ Invoice: { InvoiceID } }, 70);
		expect([earned(false), debtors(false), earned(true)]).toEqual([['40.00'], ['-30.00'], ['70.00']]);
		call('PUT', path, { Invoice: { InvoiceID }, Amount: 30, Date: '2026-03-06' });
		expect([earned(false), debtors(false), earned(true), debtors(true)]).toEqual([['40.00'], ['-30.00'], ['70.00'], undefined]);
	});
});
