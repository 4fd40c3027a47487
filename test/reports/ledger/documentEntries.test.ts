import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { bill, contextOf, creditNote, idOf, invoice, line, money, posted } from './records';

const context = contextOf();
const made = (records: LedgerRecords, given = context) => entriesFromDocuments(records, given);
const usd = (CurrencyRate: number | null) => ({ CurrencyCode: 'USD', CurrencyRate });

describe('the entries of an invoice', () => {
	it('take its lines without tax where the amounts include it, with tax that was typed over', () => {
		const one = invoice('I', '2026-10-02', 230, [line('200', 115, 14.99), line('200', 115, 15)], {
			LineAmountTypes: 'Inclusive',
		});
		expect(posted(made({ Invoices: [one] }))).toEqual([
			['610', 230],
			['200', -100.01],
			['200', -100],
			['820', -29.99],
		]);
	});

	it('go by the amount of a line, not by its price: 3 × 0.3333 is 1.00, and a discount is in it already', () => {
		const lines = [
			line('200', 1, 0.15, { Quantity: 3, UnitAmount: 0.3333 }),
			line('200', 90, 13.5, { Quantity: 1, UnitAmount: 100, DiscountRate: 10 }),
		];
		expect(posted(made({ Invoices: [invoice('I', '2026-10-02', 104.65, lines)] }))).toEqual([
			['610', 104.65],
			['200', -1],
			['200', -90],
			['820', -13.65],
		]);
	});

	it('put a rounding amount inside the total on the rounding account', () => {
		const one = invoice('I', '2026-10-02', 100, [line('200', 86.97, 13.05)], { RoundingAmount: -0.02 });
		expect(posted(made({ Invoices: [one] }))).toEqual([
			['610', 100],
			['200', -86.97],
			['820', -13.05],
			['860', 0.02],
		]);
	});

	it('round each amount of another currency once, and put what that leaves on the rounding account', () => {
		const lines = [line('200', 10, 0), line('200', 10, 0), line('200', 10, 0)];
		const { entries } = made({ Invoices: [invoice('I', '2026-10-02', 30, lines, usd(0.6))] });
		// 10 ÷ 0.6 is 16.67 three times over, 30 ÷ 0.6 is 50.00.
		expect(posted({ entries, omissions: [] })).toEqual([
			['610', 50],
			['200', -16.67],
			['200', -16.67],
			['200', -16.67],
			['860', 0.01],
		]);
		expect(entries.map(({ foreign }) => foreign)).toEqual([3000n, -1000n, -1000n, -1000n, null]);
		expect(entries[0]!.source).toMatchObject({ currency: 'USD', rate: 0.6, type: 'ACCREC', number: 'I' });
	});

	it('have no decimals where the base currency has none', () => {
		const jpy = contextOf({ baseCurrency: 'JPY' });
		const one = invoice('I', '2026-10-02', 110, [line('200', 100, 10)], { CurrencyCode: 'USD', CurrencyRate: 0.0066 });
		const home = invoice('H', '2026-10-03', 1100, [line('200', 1000, 100)], { CurrencyCode: 'JPY' });
		expect(posted(made({ Invoices: [one, home] }, jpy), 0)).toEqual([
			['610', 16667],
			['200', -15152],
			['820', -1515],
			['610', 1100],
			['200', -1000],
			['820', -100],
		]);
	});

	it('turn yen, which have no decimals, into cents', () => {
		const one = invoice('I', '2026-10-02', 8800, [line('200', 8000, 800)], { CurrencyCode: 'JPY', CurrencyRate: 88 });
		expect(posted(made({ Invoices: [one] }))).toEqual([
			['610', 100],
			['200', -90.91],
			['820', -9.09],
		]);
	});

	it('have all tax and no net on a line that is tax alone, as of imported goods', () => {
		const one = bill('B', '2026-10-02', 150, [line('400', 150, 150, { TaxType: 'GSTONIMPORTS' })], {
			LineAmountTypes: 'Inclusive',
		});
		expect(posted(made({ Invoices: [one] }))).toEqual([
			['800', -150],
			['400', 0],
			['820', 150],
		]);
	});

	it('stand for what is open after what is withheld for CIS', () => {
		const lines = [line('400', 1000, 200)];
		const withheld = { LineAmountTypes: 'Exclusive', CISDeduction: 200 };
		expect(posted(made({ Invoices: [bill('B', '2026-10-02', 1200, lines, withheld)] }))).toEqual([
			['800', -1000],
			['400', 1000],
			['820', 200],
			['825', -200],
		]);
		expect(posted(made({ Invoices: [invoice('I', '2026-10-02', 1200, [line('200', 1000, 200)], withheld)] }))).toEqual([
			['610', 1000],
			['200', -1000],
			['820', -200],
			['826', 200],
		]);
	});

	it('find an account by its code where the line has no ID, and stand apart where the chart has neither', () => {
		const lines = [line('200', 10, 0, { AccountID: undefined }), line('999', 5, 0)];
		const { entries } = made({ Invoices: [invoice('I', '2026-10-02', 15, lines)] });
		expect(entries.map(({ accountId, amount }) => [accountId, amount])).toEqual([
			[idOf('610'), 1500n],
			[idOf('200'), -1000n],
			['', -500n],
		]);
	});

	it('are none outside the period, and once where a record comes on two pages', () => {
		const one = invoice('I', '2026-10-02', 115, [line('200', 100, 15)]);
		const other = invoice('J', '2026-11-01', 115, [line('200', 100, 15)]);
		expect(made({ Invoices: [one, other, one] }).entries).toHaveLength(3);
	});
});

describe('the entries of other records', () => {
	it('of a credit note of a supplier are those of a bill turned round', () => {
		const one = creditNote('C', '2026-10-02', 115, [line('400', 100, 15)], { Type: 'ACCPAYCREDIT' });
		expect(posted(made({ CreditNotes: [one] }))).toEqual([
			['800', 115],
			['400', -100],
			['820', -15],
		]);
	});

	it('of money received with a PrepaymentID are a prepayment, whatever its Type', () => {
		const one = money('M', '2026-10-02', 115, [line('835', 115, 15)], { Type: 'RECEIVE', PrepaymentID: 'P' });
		const { entries } = made({ BankTransactions: [one] });
		expect(posted({ entries, omissions: [] })).toEqual([
			['090', 115],
			['835', -100],
			['820', -15],
		]);
		expect(entries[0]!.source.type).toBe('ARPREPAYMENT');
	});

	it('of an overpayment stand on the control account of its side', () => {
		const received = money('M', '2026-10-02', 20, [], { Type: 'RECEIVE-OVERPAYMENT', OverpaymentID: 'O' });
		const spent = money('N', '2026-10-02', 30, [], { Type: 'SPEND-OVERPAYMENT', OverpaymentID: 'P' });
		expect(posted(made({ BankTransactions: [received, spent] }))).toEqual([
			['090', 20],
			['610', -20],
			['090', -30],
			['800', 30],
		]);
	});

	it('of a manual journal put its tax on the tax account', () => {
		const one = {
			ManualJournalID: 'J',
			Status: 'POSTED',
			Date: '2026-10-02',
			LineAmountTypes: 'Exclusive',
			JournalLines: [line('400', 100, 15), line('478', -100, -15)],
		};
		const other = { ...one, ManualJournalID: 'K', JournalLines: [line('400', 100, 15), line('835', -115)] };
		expect(posted(made({ ManualJournals: [one] }))).toEqual([
			['400', 100],
			['478', -100],
		]);
		expect(posted(made({ ManualJournals: [other, { ...other, ManualJournalID: 'L', Status: 'VOIDED' }] }))).toEqual([
			['400', 100],
			['835', -115],
			['820', 15],
		]);
	});

	it('of a transfer from a foreign account have the value of the side in the base currency', () => {
		const account = (code: string) => ({ AccountID: idOf(code), Code: code });
		const transfer = {
			BankTransferID: 'T',
			Date: '2026-10-05',
			Status: 'AUTHORISED',
			Amount: 600,
			FromBankAccount: account('095'),
			ToBankAccount: account('090'),
			FromBankTransactionID: 'F',
			ToBankTransactionID: 'G',
		};
		const sides = [
			money('F', '2026-10-05', 600, [], { Type: 'SPEND-TRANSFER', BankAccount: account('095'), ...usd(0.6) }),
			money('G', '2026-10-05', 1001.5, [], { Type: 'RECEIVE-TRANSFER' }),
		];
		expect(posted(made({ BankTransfers: [transfer], BankTransactions: sides }))).toEqual([
			['095', -1001.5],
			['090', 1001.5],
		]);
		// Between two foreign accounts the value is what left, at the rate of its side.
		const foreign = { ...transfer, ToBankAccount: account('098') };
		const yen = money('G', '2026-10-05', 88000, [], {
			Type: 'RECEIVE-TRANSFER',
			CurrencyCode: 'JPY',
			CurrencyRate: 88,
			BankAccount: account('098'),
		});
		const { entries } = made({ BankTransfers: [foreign], BankTransactions: [sides[0]!, yen] });
		expect(posted({ entries, omissions: [] })).toEqual([
			['095', -1000],
			['098', 1000],
		]);
		expect(entries.map(({ foreign: amount, source }) => [source.currency, amount])).toEqual([
			['USD', -60_000n],
			['JPY', 8_800_000n],
		]);
		// Without the sides nothing says it but the rate of a single read.
		expect(posted(made({ BankTransfers: [{ ...transfer, CurrencyRate: 0.6 }] }))).toEqual([
			['095', -1000],
			['090', 1000],
		]);
		expect(made({ BankTransfers: [transfer] }).omissions).toMatchObject([
			{ reason: 'rateMissing', accountIds: [idOf('095'), idOf('090')] },
		]);
		expect(made({ BankTransfers: [{ ...transfer, Status: 'DELETED' }] })).toEqual({ entries: [], omissions: [] });
	});

	it('of a claim whose payment names no account leave the payment out', () => {
		const claim = {
			ExpenseClaimID: 'E',
			Status: 'PAID',
			ReportingDate: '2026-09-09',
			Total: 50,
			Receipts: [],
			Payments: [{ PaymentID: 'p', Date: '2026-10-29', Amount: 50 }],
		};
		expect(made({ ExpenseClaims: [claim] })).toMatchObject({
			entries: [],
			omissions: [{ reason: 'payments', accountIds: [idOf('801')] }],
		});
	});
});
