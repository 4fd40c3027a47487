import type { IDataObject } from 'n8n-workflow';
import { documentOf } from '../../../nodes/XeroReports/facts/documents';
import { taxAccountIds } from '../../../nodes/XeroReports/folds/taxAccounts';
import { netTaxOf } from '../../../nodes/XeroReports/folds/taxLines';
import { basesCheck, unpaidTaxIn } from '../../../nodes/XeroReports/folds/unpaidTax';
import { OCTOBER, SEPTEMBER } from '../ledger/ledgerK';
import { bill, contextOf, idOf, invoice, line, money } from '../ledger/records';
import { detail, records, taxRowsOfK } from './taxOfK';

const figures = (rows: readonly IDataObject[]) =>
	rows
		.filter(({ level }) => level === 'rate')
		.map(({ taxType, side, net, tax, expectedTax }) => [taxType, side, net, tax, expectedTax]);

const cash = contextOf({ basis: 'cash' });

describe('GST of ledger K, October 2026', () => {
	it('is by rate what was invoiced, prepaid and claimed, on the accrual basis', () => {
		const rows = taxRowsOfK(contextOf());
		expect(figures(rows)).toEqual([
			['OUTPUT2', 'sales', 1100, 165, 165],
			['ZERORATED', 'sales', 200, 0, 0],
			['INPUT2', 'purchases', 1450, 217.5, 217.5],
		]);
		expect(rows.filter(({ rowType }) => rowType === 'total').map(({ side, net, tax, gross }) => [side, net, tax, gross])).toEqual(
			[
				['sales', 1300, 165, 1465],
				['purchases', 1450, 217.5, 1667.5],
				[null, null, -52.5, null],
			],
		);
		expect(rows.at(-1)).toMatchObject({ check: 'taxAccounts', ours: 52.5, xeros: 52.5, difference: 0, status: 'ties' });
	});

	it('is by rate what was paid, on the cash basis', () => {
		expect(figures(taxRowsOfK(cash))).toEqual([
			['OUTPUT2', 'sales', 685.18, 102.78, 102.78],
			['ZERORATED', 'sales', 117.04, 0, 0],
			['INPUT2', 'purchases', 1650, 247.5, 247.5],
		]);
		const { lines, checks } = detail(records, cash, { ...SEPTEMBER, '820': -150 }, { ...OCTOBER, '820': -5.28 });
		expect(netTaxOf(lines)).toBe(-14472n);
		expect(checks).toMatchObject([{ ours: 14472n, xeros: 14472n, status: 'ties' }]);
	});

	it('is by report tax type, where zero-rated sales stand with the taxed ones', () => {
		const [sales, purchases] = taxRowsOfK(contextOf(), records, 'reportTaxType');
		expect(sales).toMatchObject({
			reportTaxType: 'OUTPUT',
			taxType: null,
			taxName: null,
			rate: null,
			net: 1300,
			expectedTax: 165,
		});
		expect(purchases).toMatchObject({ reportTaxType: 'INPUT', taxType: 'INPUT2', rate: 15, net: 1450 });
	});

	it('has each line behind a rate, by date, with the same keys in each', () => {
		const rows = taxRowsOfK(contextOf(), records, 'taxType', { rows: 'both' });
		const lines = rows.filter(({ level }) => level === 'transaction');
		expect(rows.map(({ level, number, net, tax }) => [level, number ?? null, net ?? null, tax ?? null]).slice(0, 8)).toEqual([
			['rate', null, 1100, 165],
			['transaction', 'INV-21', 1000, 150],
			['transaction', 'CN-3', -100, -15],
			['transaction', null, 200, 30],
			['rate', null, 200, 0],
			['transaction', 'INV-21', 200, 0],
			['rate', null, 1450, 217.5],
			['transaction', 'BILL-9', 400, 60],
		]);
		expect(new Set(lines.map((one) => Object.keys(one).join())).size).toBe(1);
		expect(lines[0]).toEqual({
			report: 'taxDetail',
			rowType: 'row',
			organisationId: 'o',
			level: 'transaction',
			date: '2026-10-02',
			sourceType: 'ACCREC',
			sourceId: 'INV-21',
			number: 'INV-21',
			reference: null,
			contactId: 'c',
			contactName: 'Alder Ltd',
			accountId: idOf('200'),
			accountCode: '200',
			accountName: 'Sales',
			description: 'To 200',
			currency: 'NZD',
			taxType: 'OUTPUT2',
			taxName: '15% GST on Income',
			reportTaxType: 'OUTPUT',
			side: 'sales',
			rate: 15,
			net: 1000,
			tax: 150,
			gross: 1150,
			expectedTax: 150,
			notional: false,
			taxEdited: false,
			basis: 'accrual',
			from: '2026-10-01',
			to: '2026-10-31',
		});
	});

	it('has 62.22 inside what is not paid, by which its two bases are apart', () => {
		const paid = { Payments: [{ PaymentID: 'pay-1', Date: '2026-10-12', Amount: 675 }], AmountDue: 560 };
		const [sold, ...others] = records.Invoices!;
		const invoices = [{ ...sold, ...paid }, ...others.map((one) => ({ ...one, Payments: [], AmountDue: 0 }))];
		const bills = new Set(['BILL-8', 'BILL-9']);
		const documents = [
			...invoices.map((one: IDataObject) =>
				documentOf(
					'Invoices',
					bills.has(String(one.InvoiceID))
						? { ...one, Payments: [{ PaymentID: 'b', Date: '2026-10-20', Amount: one.Total! }] }
						: one,
					'NZD',
				),
			),
			documentOf('CreditNotes', { ...records.CreditNotes![0]!, RemainingCredit: 0 }, 'NZD'),
		];
		const unpaid = unpaidTaxIn({ documents, payments: [] }, '2026-10-31', taxAccountIds(cash.accounts), cash);
		expect(unpaid).toEqual({ tax: -6222n, parts: 1n, unknown: 0 });
		expect(basesCheck(unpaid, -6750n, -528n)).toMatchObject({ ours: -6222n, xeros: -6222n, status: 'ties' });
	});
});

describe('what stands on the tax account besides the tax of lines', () => {
	const paidToOffice = money('S', '2026-10-28', 120, [line('820', 120)], { LineAmountTypes: 'NoTax' });

	it('is listed, and is part of what the account moves by', () => {
		const { lines, own, checks } = detail({ BankTransactions: [paidToOffice] }, contextOf(), { '820': -120 }, { '820': 0 });
		expect(netTaxOf(lines)).toBe(0n);
		expect(own.map(({ accountId, amount, source }) => [accountId, amount, source.id])).toEqual([[idOf('820'), 12000n, 'S']]);
		expect(checks).toMatchObject([
			{
				ours: 12000n,
				xeros: 12000n,
				status: 'ties',
				note: 'Net tax 0.00 the other way, and 120.00 of lines on the tax accounts themselves.',
			},
		]);
	});

	it('is not the tax that customs take, which is the tax of a line', () => {
		const customs = bill('B', '2026-10-03', 45, [line('820', 0, 45, { TaxType: 'GSTONIMPORTS' })]);
		const { lines, own, checks } = detail({ Invoices: [customs] }, contextOf(), {}, { '820': 45, '800': -45 });
		expect(own).toEqual([]);
		expect(lines).toMatchObject([{ side: 'purchases', net: 0n, tax: 4500n, expectedTax: null, taxEdited: false }]);
		expect(checks).toMatchObject([{ ours: 4500n, xeros: 4500n, status: 'ties' }]);
	});

	it('differs where nobody can say what moved it', () => {
		const { checks } = detail({}, contextOf(), { '090': 7, '970': -7 }, { '820': 7, '970': -7 });
		expect(checks).toMatchObject([{ ours: 0n, xeros: 700n, status: 'differs' }]);
		expect(checks[0]!.note).toContain('None of the lists of Xero’s API says where this comes from.');
	});
});

describe('a line of tax', () => {
	const linesOf = (...lines: IDataObject[]) =>
		detail({ Invoices: [bill('B', '2026-10-03', 1, lines)] }, contextOf()).lines.map((one) => [
			one.side,
			Number(one.net) / 100,
			Number(one.tax) / 100,
			one.taxEdited,
			one.notional,
		]);

	it('is edited where its tax is more than a cent off its rate', () => {
		const taxed = (tax: number) => line('400', 10.07, tax, { TaxType: 'INPUT2' });
		expect(linesOf(taxed(1.5), taxed(1.51), taxed(1.52), taxed(1.53))).toEqual([
			['purchases', 10.07, 1.5, false, false],
			['purchases', 10.07, 1.51, false, false],
			['purchases', 10.07, 1.52, false, false],
			['purchases', 10.07, 1.53, true, false],
		]);
	});

	it('is declared alone where the buyer owes the tax', () => {
		expect(linesOf(line('400', 100, 0, { TaxType: 'REVERSECHARGES' }))).toEqual([['purchases', 100, 0, false, true]]);
	});

	it('is on the side of its rate, whatever document it is on', () => {
		expect(linesOf(line('200', -30, -4.5, { TaxType: 'OUTPUT2' }))).toEqual([['sales', 30, 4.5, false, false]]);
	});

	it('without a rate is on the side of its account, else of its document', () => {
		const untaxed = { TaxType: 'NONE' };
		expect(linesOf(line('200', 1, 0, untaxed), line('400', 1, 0, untaxed), line('710', 1, 0, untaxed))).toEqual([
			['sales', -1, 0, false, false],
			['purchases', 1, 0, false, false],
			['purchases', 1, 0, false, false],
		]);
	});

	it('of a sale in a foreign currency is in the base currency', () => {
		const sold = invoice('I', '2026-10-03', 115, [line('200', 100, 15)], { CurrencyCode: 'USD', CurrencyRate: 0.6 });
		const { lines } = detail({ Invoices: [sold] }, contextOf());
		expect(lines).toMatchObject([{ net: 16667n, tax: 2500n, expectedTax: 2500n, taxEdited: false }]);
	});
});

describe('tax that somebody typed over', () => {
	/** A line of 33.37 foreign units, whose tax of 5.0055 Xero rounds to 5.01. */
	const sold = (CurrencyCode: string, CurrencyRate: number, tax: number) => {
		const of = line('200', 33.37, tax, { TaxType: 'OUTPUT2' });
		const record = invoice('I', '2026-10-03', 33.37 + tax, [of], { CurrencyCode, CurrencyRate });
		return detail({ Invoices: [record] }, contextOf()).lines.map(
			(one) => [one.net, one.tax, one.expectedTax, one.taxEdited] as const,
		);
	};

	it('is not what rounding to a foreign cent does, which may be worth many of the own', () => {
		// 33.37 ÷ 0.055 = 606.73, of which 15 % are 91.01; 5.01 ÷ 0.055 = 91.09.
		expect(sold('USD', 0.055, 5.01)).toEqual([[60673n, 9109n, 9101n, false]]);
		expect(sold('USD', 0.055, 5.03)).toEqual([[60673n, 9145n, 9101n, true]]);
		// A dinar has a thousand fils, and tax is rounded to ten of them.
		expect(sold('BHD', 0.2, 5.01)).toEqual([[16685n, 2505n, 2503n, false]]);
		expect(sold('BHD', 0.2, 5.05)).toEqual([[16685n, 2525n, 2503n, true]]);
	});

	it('is what is more than a cent apart in the own currency', () => {
		const of = (tax: number) =>
			detail({ Invoices: [invoice('I', '2026-10-03', 33.37 + tax, [line('200', 33.37, tax)])] }, contextOf()).lines.map(
				({ taxEdited }) => taxEdited,
			);
		expect([of(5.01), of(5.02), of(5.03)]).toEqual([[false], [false], [true]]);
	});
});
