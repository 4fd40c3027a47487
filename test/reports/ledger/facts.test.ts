import { organisationOf } from '../../../nodes/XeroReports/facts/organisation';
import { paymentOf } from '../../../nodes/XeroReports/facts/payments';
import { balanceOf, trialBalanceOf } from '../../../nodes/XeroReports/facts/trialBalance';
import { idOf, trialBalanceReport } from './records';

const cell = (Value: string, code?: string) => ({
	Value,
	...(code === undefined ? {} : { Attributes: [{ Id: 'account', Value: idOf(code) }] }),
});
const report = (headings: string[], ...rows: Array<Array<ReturnType<typeof cell>>>) => ({
	Rows: [
		{ RowType: 'Header', Cells: headings.map((Value) => ({ Value })) },
		{ RowType: 'Section', Title: 'Assets', Rows: rows.map((Cells) => ({ RowType: 'Row', Cells })) },
	],
});

describe('Xero’s trial balance', () => {
	it('is read by its headings, in whatever order they come', () => {
		const read = trialBalanceOf(
			report(
				['Account', 'YTD Debit', 'YTD Credit', 'Debit', 'Credit'],
				[cell('Bank (090)', '090'), cell('1,250.09'), cell(''), cell('3.50'), cell('')],
				[cell('GST (820)', '820'), cell(''), cell('67.5'), cell('(1.00)'), cell('2')],
			),
			2,
		);
		expect([...read.lines.values()]).toEqual([
			{ accountId: idOf('090'), debit: 350n, credit: 0n, balance: 125009n },
			{ accountId: idOf('820'), debit: -100n, credit: 200n, balance: -6750n },
		]);
		expect(balanceOf(read, idOf('090'))).toBe(125009n);
		expect(balanceOf(read, idOf('200'))).toBe(0n);
	});

	it('leaves its total out, and says what stands on rows without an account', () => {
		expect(trialBalanceOf(trialBalanceReport({ '090': 5, '200': -5 }), 2)).toMatchObject({ withoutAccount: 0n });
		const read = trialBalanceOf(
			report(
				['Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit'],
				['FX', '', '', '7.00', ''].map((value) => cell(value)),
			),
			2,
		);
		expect(read).toEqual({ lines: new Map(), withoutAccount: 700n });
	});

	it('keeps every unit of large balances in a currency without decimals', () => {
		const read = trialBalanceOf(
			report(['Account', 'YTD Debit', 'YTD Credit'], [cell('Bank', '090'), cell('98765432109876'), cell('')]),
			0,
		);
		expect(balanceOf(read, idOf('090'))).toBe(98765432109876n);
	});
});

describe('the organisation', () => {
	it('has its currency with its decimals, and the end of its year', () => {
		const record = {
			OrganisationID: 'o',
			Name: 'K',
			BaseCurrency: 'JPY',
			FinancialYearEndDay: 31,
			FinancialYearEndMonth: 3,
			Timezone: 'TOKYOSTANDARDTIME',
			SalesTaxBasis: 'CASH',
			CountryCode: 'JP',
		};
		expect(organisationOf(record)).toEqual({
			id: 'o',
			name: 'K',
			baseCurrency: 'JPY',
			decimals: 0,
			timezone: 'TOKYOSTANDARDTIME',
			yearEnd: { day: 31, month: 3 },
			salesTaxBasis: 'CASH',
			countryCode: 'JP',
		});
	});

	it('ends its year in December where Xero does not say it', () => {
		expect(organisationOf({ BaseCurrency: 'NZD' }).yearEnd).toEqual({ day: 31, month: 12 });
	});
});

describe('a payment', () => {
	const refund = {
		PaymentID: 'p',
		Date: '2026-10-02',
		Amount: 2,
		Invoice: { InvoiceID: 'C', InvoiceNumber: 'CN-0005', CurrencyCode: 'USD' },
	};

	it('of a credit note is known by its type: Xero’s example has the credit note’s ID under Invoice', () => {
		expect(paymentOf({ ...refund, PaymentType: 'ARCREDITPAYMENT' }, 'NZD')).toMatchObject({
			list: 'CreditNotes',
			documentId: 'C',
			documentNumber: 'CN-0005',
			currency: 'USD',
		});
		expect(paymentOf({ ...refund, PaymentType: 'APPREPAYMENTPAYMENT' }, 'NZD')).toMatchObject({
			list: 'Prepayments',
			documentId: 'C',
		});
	});

	it('of an overpayment is known by the object that names it, in the currency that Invoice has', () => {
		const record = { ...refund, PaymentType: 'ARCREDITPAYMENT', Overpayment: { OverpaymentID: 'O' } };
		expect(paymentOf(record, 'NZD')).toMatchObject({ list: 'Overpayments', documentId: 'O', currency: 'USD' });
	});

	it('that names no document is none', () => {
		expect(paymentOf({ PaymentID: 'p', Date: '2026-10-02', Amount: 2 }, 'NZD')).toBeUndefined();
	});
});
