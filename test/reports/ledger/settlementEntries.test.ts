import type { IDataObject } from 'n8n-workflow';
import { documentsNeeded } from '../../../nodes/XeroReports/entries/documentsNeeded';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { emptyReading, readRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { contextOf, creditNote, idOf, invoice, line, money, payment, posted, sums } from './records';

const context = contextOf();
const made = (records: LedgerRecords, given = context) => entriesFromDocuments(records, given);
const usd = (CurrencyRate: number) => ({ CurrencyCode: 'USD', CurrencyRate });
const dollars = { InvoiceID: 'I', InvoiceNumber: 'I', CurrencyCode: 'USD' };

/** Payments as they stand inside their document, too. */
const inside = (payments: readonly IDataObject[]) => ({
	Payments: payments.map(({ PaymentID, Date, Amount }) => ({ PaymentID, Date, Amount })),
});

describe('a payment', () => {
	it('takes a part off at the rate of the document, and realises the difference to its own', () => {
		// W5: USD 300.00 at 0.61 is 491.80; 100.00 of it paid at 0.60 takes off 491.80 − 327.87.
		const pays = [payment('p', '2026-10-30', 100, 'I', { CurrencyRate: 0.6, BankAmount: 166.67, Invoice: dollars })];
		const sold = invoice('I', '2026-10-12', 300, [line('200', 300)], { ...usd(0.61), ...inside(pays) });
		expect(posted(made({ Invoices: [sold], Payments: pays }))).toEqual([
			['610', 491.8],
			['200', -491.8],
			['090', 166.67],
			['610', -163.93],
			['499', -2.74],
		]);
	});

	it('through a foreign account goes by the rate of the payment', () => {
		const pays = [
			payment('p', '2026-10-30', 100, 'I', { CurrencyRate: 0.6, Account: { AccountID: idOf('095') }, Invoice: dollars }),
		];
		const sold = invoice('I', '2026-09-12', 300, [line('200', 300)], { ...usd(0.61), ...inside(pays) });
		const { entries } = made({ Invoices: [sold], Payments: pays });
		expect(posted({ entries, omissions: [] })).toEqual([
			['095', 166.67],
			['610', -163.93],
			['499', -2.74],
		]);
		expect(entries.map(({ foreign }) => foreign)).toEqual([10000n, -10000n, null]);
	});

	it('through an account in another currency than the document is worth what it takes off, not what its BankAmount says', () => {
		const through = (code: string, BankAmount: number, more: IDataObject) =>
			payment('p', '2026-10-30', 100, 'I', { Account: { AccountID: idOf(code) }, BankAmount, ...more });
		const home = [through('095', 60, {})];
		expect(
			posted(made({ Invoices: [invoice('I', '2026-09-12', 300, [line('200', 300)], inside(home))], Payments: home })),
		).toEqual([
			['095', 100],
			['610', -100],
		]);
		const third = [through('098', 15_200, { CurrencyRate: 0.6, Invoice: dollars })];
		const sold = invoice('I', '2026-09-12', 300, [line('200', 300)], { ...usd(0.61), ...inside(third) });
		expect(posted(made({ Invoices: [sold], Payments: third }))).toEqual([
			['098', 166.67],
			['610', -163.93],
			['499', -2.74],
		]);
	});

	it('in seven parts at seven rates leaves nothing of the document', () => {
		const parts = [0.01, 14.28, 14.29, 14.28, 14.29, 14.28, 28.57];
		const pays = parts.map((amount, index) =>
			payment(`p${index}`, `2026-10-1${index}`, amount, 'I', {
				CurrencyRate: 0.55 + index / 100,
				BankAmount: undefined,
				Invoice: dollars,
			}),
		);
		const sold = invoice('I', '2026-10-02', 100, [line('200', 100)], { ...usd(0.61), ...inside(pays) });
		expect(sums(made({ Invoices: [sold], Payments: pays }))['610']).toBeUndefined();
	});

	it('counts what settled a foreign document before the period, for the cents of what is left', () => {
		// USD 10.00 at 0.3 is 33.33. Half of it took off 33.33 − 16.67 in September; the other half takes off the 16.67 that are left.
		const halves = ['2026-09-10', '2026-10-10'].map((date) =>
			payment(`p ${date}`, date, 5, 'I', { CurrencyRate: 0.3, BankAmount: 16.67, Invoice: dollars }),
		);
		const sold = invoice('I', '2026-09-02', 10, [line('200', 10)], { ...usd(0.3), ...inside(halves) });
		expect(posted(made({ Invoices: [sold], Payments: halves }))).toEqual([
			['090', 16.67],
			['610', -16.67],
		]);
		const september = contextOf({ from: '2026-09-01', to: '2026-09-30' });
		expect(posted(made({ Payments: halves, Invoices: [sold] }, september))).toEqual([
			['610', 33.33],
			['200', -33.33],
			['090', 16.67],
			['610', -16.66],
			['499', -0.01],
		]);
	});

	it('dated before its document stands on the control account alone until then', () => {
		const pays = [payment('p', '2026-10-25', 50, 'I')];
		const sold = invoice('I', '2026-11-02', 115, [line('200', 100, 15)], inside(pays));
		expect(posted(made({ Invoices: [sold], Payments: pays }))).toEqual([
			['090', 50],
			['610', -50],
		]);
	});

	it('may go through any account', () => {
		const pays = [payment('p', '2026-10-25', 50, 'B', { PaymentType: 'ACCPAYPAYMENT', Account: { Code: '970' } })];
		expect(posted(made({ Payments: pays }))).toEqual([
			['970', -50],
			['800', 50],
		]);
	});

	it('gives a credit note back as Xero’s example has it: by its type, with the credit note’s ID as Invoice', () => {
		const pays = [payment('p', '2026-10-25', 20, 'C', { PaymentType: 'ARCREDITPAYMENT' })];
		const note = creditNote('C', '2026-09-25', 115, [line('200', 100, 15)], inside(pays));
		expect(posted(made({ CreditNotes: [note], Payments: pays }))).toEqual([
			['090', -20],
			['610', 20],
		]);
	});

	it('that names no account, or a foreign document that was not read, gives no entries', () => {
		const without = payment('p', '2026-10-25', 50, 'I', { Account: undefined });
		const unread = payment('q', '2026-10-25', 50, 'I', { CurrencyRate: 0.6, Invoice: dollars });
		expect(made({ Payments: [without, unread] })).toMatchObject({
			entries: [],
			omissions: [
				{ reason: 'payments', source: { id: 'p' }, accountIds: [idOf('610')] },
				{ reason: 'notRead', source: { id: 'q' }, accountIds: [idOf('610'), idOf('090'), idOf('499')] },
			],
		});
	});

	it('without its own rate gives no entries where it went through a foreign account', () => {
		const pays = [payment('p', '2026-10-25', 50, 'I', { CurrencyRate: null, Account: { Code: '095' }, Invoice: dollars })];
		const sold = invoice('I', '2026-09-02', 100, [line('200', 100)], usd(0.6));
		expect(made({ Invoices: [sold], Payments: pays }).omissions).toMatchObject([{ reason: 'rateMissing' }]);
	});
});

const prepayment = (more: IDataObject): IDataObject => ({
	PrepaymentID: 'P',
	Type: 'RECEIVE-PREPAYMENT',
	Status: 'AUTHORISED',
	Date: '2026-09-20',
	Total: 115,
	CurrencyCode: 'NZD',
	LineAmountTypes: 'Inclusive',
	LineItems: [line('835', 92, 12), line('200', 23, 3)],
	Contact: { ContactID: 'd', Name: 'Cedar & Co' },
	...more,
});
const allocation = (id: string, Date: string, Amount: number, InvoiceID = 'I') => ({
	AllocationID: id,
	Date,
	Amount,
	Invoice: { InvoiceID },
});

describe('a prepayment', () => {
	it('that is allocated gives back shares of its lines and tax', () => {
		// 50.00 of 115.00: 80 × 50 ÷ 115 = 34.78, 20 × 50 ÷ 115 = 8.70, 15 × 50 ÷ 115 = 6.52.
		const Prepayments = [prepayment({ Allocations: [allocation('a', '2026-10-05', 50)] })];
		expect(posted(made({ Prepayments }))).toEqual([
			['610', -50],
			['835', 34.78],
			['200', 8.7],
			['820', 6.52],
		]);
	});

	it('that is refunded gives back what is left, to the cent', () => {
		const refund = payment('r', '2026-10-20', 65, 'P', { PaymentType: 'ARPREPAYMENTPAYMENT', Prepayment: { PrepaymentID: 'P' } });
		const Prepayments = [prepayment({ Allocations: [allocation('a', '2026-10-05', 50)], ...inside([refund]) })];
		expect(posted(made({ Prepayments, Payments: [refund] }))).toEqual([
			['090', -65],
			['835', 45.22],
			['200', 11.3],
			['820', 8.48],
			['610', -50],
			['835', 34.78],
			['200', 8.7],
			['820', 6.52],
		]);
	});

	it('leaves nothing after it was used up in parts, and the cents that rounding leaves are on the largest line, not on the tax', () => {
		const parts = [33.33, 33.33, 48.34].map((amount, index) => allocation(`a${index}`, `2026-10-0${index + 1}`, amount));
		const paid = money('M', '2026-10-01', 115, [line('835', 92, 12), line('200', 23, 3)], {
			Type: 'RECEIVE-PREPAYMENT',
			PrepaymentID: 'P',
		});
		const result = made({ Prepayments: [prepayment({ Date: '2026-10-01', Allocations: parts })], BankTransactions: [paid] });
		expect(sums(result)).toEqual({ '090': 115, '610': -115 });
	});

	it('without lines is not read', () => {
		const Prepayments = [prepayment({ LineItems: [], Allocations: [allocation('a', '2026-10-05', 50)] })];
		expect(made({ Prepayments }).omissions).toMatchObject([
			{ reason: 'notRead', source: { id: 'a', type: 'ARPREPAYMENTALLOCATION' } },
		]);
	});
});

describe('an allocation', () => {
	it('across rates takes each side off at its own, and realises the difference', () => {
		// USD 50.00 at 0.62 is 80.65; off USD 300.00 at 0.61 (491.80) it takes 491.80 − 409.84.
		const note = creditNote('C', '2026-10-20', 50, [line('200', 50)], {
			...usd(0.62),
			Allocations: [allocation('a', '2026-10-28', 50)],
		});
		const sold = invoice('I', '2026-09-12', 300, [line('200', 300)], usd(0.61));
		expect(posted(made({ CreditNotes: [note], Invoices: [sold] }))).toEqual([
			['610', -80.65],
			['200', 80.65],
			['610', -1.31],
			['499', 1.31],
		]);
	});

	it('of an overpayment in the base currency moves nothing', () => {
		const Overpayments = [
			{
				OverpaymentID: 'O',
				Type: 'RECEIVE-OVERPAYMENT',
				Status: 'PAID',
				Date: '2026-10-01',
				Total: 20,
				CurrencyCode: 'NZD',
				Allocations: [allocation('a', '2026-10-05', 20)],
			},
		];
		expect(made({ Overpayments })).toEqual({ entries: [], omissions: [] });
	});

	it('counts on its own date, wherever the credit and the invoice are', () => {
		const Prepayments = [
			prepayment({ Date: '2026-11-20', Allocations: [allocation('a', '2026-10-05', 115), allocation('b', '2026-11-21', 1)] }),
		];
		expect(sums(made({ Prepayments }))).toEqual({ '610': -115, '835': 80, '200': 20, '820': 15 });
	});

	it('that was deleted is none', () => {
		const Prepayments = [prepayment({ Allocations: [{ ...allocation('a', '2026-10-05', 50), IsDeleted: true }] })];
		expect(made({ Prepayments })).toEqual({ entries: [], omissions: [] });
	});
});

describe('what still has to be read', () => {
	const needed = (records: LedgerRecords, given = context) => {
		const reading = emptyReading();
		readRecords(reading, records, given);
		const all = documentsNeeded(reading, given);
		return Object.fromEntries(Object.entries(all).filter(([, ids]) => ids.length > 0));
	};
	const foreign = payment('q', '2026-10-25', 50, 'I', { CurrencyRate: 0.6, Invoice: dollars });

	it('is nothing in the base currency', () => {
		const note = creditNote('C', '2026-10-20', 50, [line('200', 50)], { Allocations: [allocation('a', '2026-10-28', 50)] });
		expect(needed({ Payments: [payment('p', '2026-10-25', 50, 'I')], CreditNotes: [note] })).toEqual({});
	});

	it('is a foreign document that something of the period settles, once', () => {
		const note = creditNote('C', '2026-10-20', 50, [line('200', 50)], {
			...usd(0.6),
			Allocations: [allocation('a', '2026-10-28', 50), allocation('b', '2026-10-28', 5, 'J')],
		});
		expect(needed({ Payments: [foreign], CreditNotes: [note] })).toEqual({ Invoices: ['I', 'J'] });
		const sold = invoice('I', '2026-09-12', 300, [line('200', 300)], usd(0.61));
		expect(needed({ Payments: [foreign], Invoices: [sold] })).toEqual({});
	});

	it('is every settled document on the cash basis, with its lines', () => {
		const cash = contextOf({ basis: 'cash' });
		expect(needed({ Payments: [payment('p', '2026-10-25', 50, 'I')] }, cash)).toEqual({ Invoices: ['I'] });
		const without = invoice('I', '2026-09-12', 300, []);
		expect(needed({ Payments: [payment('p', '2026-10-25', 50, 'I')], Invoices: [without] }, cash)).toEqual({ Invoices: ['I'] });
	});

	it('is a record that came without lines or rate, a claim without receipts, the sides of a foreign transfer', () => {
		const claim = {
			ExpenseClaimID: 'E',
			Status: 'AUTHORISED',
			ReportingDate: '2026-10-09',
			Total: 50,
			Receipts: [],
			Payments: [],
		};
		const transfer = {
			BankTransferID: 'T',
			Date: '2026-10-05',
			Amount: 600,
			FromBankAccount: { AccountID: idOf('095') },
			ToBankAccount: { AccountID: idOf('090') },
			FromBankTransactionID: 'F',
			ToBankTransactionID: 'G',
		};
		expect(
			needed({
				Invoices: [
					invoice('I', '2026-10-02', 100, []),
					invoice('K', '2026-10-02', 100, [line('200', 100)], { CurrencyCode: 'USD' }),
				],
				BankTransactions: [money('M', '2026-10-02', 115, [])],
				Prepayments: [prepayment({ LineItems: [], Allocations: [allocation('a', '2026-10-05', 50)] })],
				BankTransfers: [transfer],
				ExpenseClaims: [
					claim,
					{ ...claim, ExpenseClaimID: 'F', ReportingDate: '2026-09-09' },
					{ ...claim, ExpenseClaimID: 'G', Status: 'VOIDED' },
				],
			}),
		).toEqual({ Invoices: ['I', 'K'], BankTransactions: ['F', 'G', 'M'], Prepayments: ['P'], ExpenseClaims: ['E'] });
	});
});
