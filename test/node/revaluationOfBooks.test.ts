import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { columns } from './reportRows';
import { byCode, byId, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000 } });

const OCTOBER = { period: 'custom', fromDate: '2026-10-01', toDate: '2026-10-31' };
const revalue = async (options: IDataObject = {}, organisation = KERERU) =>
	await on.report('currency.currencyRevaluation', {
		...OCTOBER,
		organisation: byId(organisation),
		options,
	} as unknown as INodeParameters);

/** Rates for one NZD; those of the last day are what the sandbox has. */
const RATES: ReadonlyArray<readonly [string, string, string]> = [
	['USD', '2026-09-30', '0.5903'],
	['USD', '2026-10-31', '0.6086'],
	['JPY', '2026-09-30', '89.9065'],
	['JPY', '2026-10-31', '87.372'],
	['EUR', '2026-09-30', '0.5'],
	['EUR', '2026-10-31', '0.4823'],
];
const given = (rates: ReadonlyArray<readonly [string, string, string]>) => ({
	rates: { rate: rates.map(([code, date, rate]) => ({ currency: byCode(code), date, rate })) },
});

const books = new BooksByApi(on, KERERU);
const line = (UnitAmount: number, AccountCode: string) => [
	{ Description: 'Chairs', Quantity: 1, UnitAmount, AccountCode, TaxType: 'NONE' },
];

async function bankAccount(Code: string, CurrencyCode?: string): Promise<void> {
	const currency = CurrencyCode === undefined ? {} : { CurrencyCode };
	const number = `00-0000-0000${Code}-00`;
	await books.ask('/Accounts', { Code, Name: `Account ${Code}`, Type: 'BANK', BankAccountNumber: number, ...currency });
}

async function money(Type: string, Code: string, date: string, amount: number, CurrencyRate: number): Promise<void> {
	const account = Type === 'SPEND' ? '400' : Type === 'RECEIVE' ? '200' : '610';
	await books.ask('/BankTransactions', {
		...{ Type, Contact: { Name: 'Alder' }, BankAccount: { Code }, Date: date, CurrencyRate, LineAmountTypes: 'NoTax' },
		LineItems: line(amount, account),
	});
}

async function document(Type: string, number: string, date: string, amount: number, currency: string, rate: number) {
	const isSale = Type === 'ACCREC';
	return await books.put('Invoices', 'InvoiceID', {
		...{ Type, Contact: { Name: isSale ? 'Alder' : 'Print Co' }, InvoiceNumber: number, Date: date, DueDate: date },
		...{ Status: 'AUTHORISED', CurrencyCode: currency, CurrencyRate: rate, LineAmountTypes: 'NoTax' },
		LineItems: line(amount, isSale ? '200' : '400'),
	});
}

const pay = async (InvoiceID: string, Code: string, date: string, Amount: number, CurrencyRate: number) =>
	await books.ask('/Payments', { Invoice: { InvoiceID }, Account: { Code }, Date: date, Amount, CurrencyRate });

async function creditNote(invoice: string): Promise<void> {
	const id = await books.put('CreditNotes', 'CreditNoteID', {
		...{ Type: 'ACCRECCREDIT', Contact: { Name: 'Alder' }, CreditNoteNumber: 'CN-U', Date: '2026-09-20', Status: 'AUTHORISED' },
		...{ CurrencyCode: 'USD', CurrencyRate: 0.63, LineAmountTypes: 'NoTax', LineItems: line(50, '200') },
	});
	for (const [Amount, date] of [
		[30, '2026-11-02'],
		[12, '2026-10-20'],
	] as const)
		await books.ask(`/CreditNotes/${id}/Allocations`, {
			Allocations: [{ Invoice: { InvoiceID: invoice }, Amount, Date: date }],
		});
}

beforeAll(async () => {
	for (const Code of ['USD', 'JPY', 'EUR']) await books.ask('/Currencies', { Code });
	await bankAccount('091');
	await bankAccount('095', 'USD');
	await bankAccount('096', 'USD');
	await bankAccount('098', 'JPY');
	on.sandbox.bookkeeping.setRevaluation(KERERU, true);
	await money('RECEIVE', '095', '2026-09-05', 1000, 0.625);
	await money('SPEND', '095', '2026-10-03', 1600, 0.59);
	await money('RECEIVE', '096', '2026-09-10', 200, 0.6);
	await money('RECEIVE', '098', '2026-09-12', 88000, 88);
	const paidInPart = await document('ACCREC', 'INV-U1', '2026-10-12', 300, 'USD', 0.61);
	const paid = await document('ACCREC', 'INV-U0', '2026-09-02', 500, 'USD', 0.6);
	const yen = await document('ACCPAY', 'BILL-J', '2026-09-20', 150000, 'JPY', 87.5);
	await document('ACCPAY', 'BILL-E', '2026-10-14', 150, 'EUR', 0.55);
	await pay(paidInPart, '095', '2026-10-30', 100, 0.6);
	await pay(paid, '095', '2026-10-05', 500, 0.62);
	await pay(yen, '098', '2026-10-07', 60000, 90);
	await creditNote(paidInPart);
	await money('RECEIVE-OVERPAYMENT', '095', '2026-10-22', 80, 0.58);
	await books.ask('/BankTransfers', {
		BankTransfers: [{ FromBankAccount: { Code: '096' }, ToBankAccount: { Code: '091' }, Amount: 50, Date: '2026-10-25' }],
	});
});

const kept = (rows: readonly IDataObject[], rowType: string) => rows.filter((row) => row.rowType === rowType);

describe('Books in dollars, yen and euros', () => {
	it('have, worked out by hand, what each account and document cost, is worth and realised', async () => {
		const { json, error } = await revalue(given(RATES));
		expect(error).toBe('');
		const keys = ['accountCode', 'number', 'foreign', 'baseCost', 'revalued', 'openingGain', 'periodGain', 'realised'];
		expect(columns(kept(json, 'row'), ...keys)).toEqual([
			// 1600.00 − 2711.86 + 806.45 + 137.93 + 166.67 = −0.81, which is worth 80 ÷ 0.6086; before, 1000 ÷ 0.5903 − 1600.00.
			['095', null, 80, -0.81, 131.45, 94.05, 38.21, null],
			['096', null, 150, 251.75, 246.47, 5.48, -10.76, null],
			// 1000.00 − 666.67; before, 88000 ÷ 89.9065 − 1000.00.
			['098', null, 28000, 333.33, 320.47, -21.21, 8.35, null],
			['610', 'INV-U0', 0, 0, 0, 13.7, -13.7, -26.88],
			['610', 'CN-U', -38, -60.32, -62.44, -5.33, 3.21, 0],
			// 12.00 of the credit note: 19.05 for 19.67; 100.00 paid: 166.67 for 163.93.
			['610', 'INV-U1', 188, 308.2, 308.91, 0, 0.71, 2.12],
			['610', '', -80, -137.93, -131.45, 0, 6.48, 0],
			['800', 'BILL-J', -90000, -1028.57, -1030.08, 45.89, -47.4, 19.05],
			['800', 'BILL-E', -150, -272.73, -311.01, 0, -38.28, 0],
		]);
	});

	it('tie at the rates of Xero, dollars overdrawn in October and credit notes allocated on other days among them', async () => {
		const own = ['2026-09-30', '2026-10-31'].flatMap((day) =>
			['USD', 'JPY', 'EUR'].map((code) => [code, day, String(on.sandbox.bookkeeping.rateOn(KERERU, code, day))] as const),
		);
		const { json } = await revalue(given(own));
		expect(kept(json, 'check').map(({ check, difference, status }) => [check, difference, status])).toEqual(
			[
				...['bankTie', 'bankTie', 'bankTie', 'openingBalance', 'openingBalance', 'openingBalance'],
				...['receivablesTie', 'payablesTie', 'bankRevaluation', 'unrealised', 'realised'],
			].map((check) => [check, 0, 'ties']),
		);
	});

	it('at a rate that is not Xero’s differ, and the rate is named first among the reasons', async () => {
		const off = RATES.map(([code, day, rate]) => [code, day, code === 'USD' && day > '2026-10' ? '0.5' : rate] as const);
		const { json } = await revalue(given(off));
		const differ = kept(json, 'check').filter(({ status }) => status === 'differs');
		expect(columns(differ, 'check')).toEqual([
			...[['bankTie'], ['bankTie'], ['receivablesTie'], ['bankRevaluation'], ['unrealised']],
		]);
		for (const { note } of differ) expect(note).toMatch(/^(Xero goes by another rate|A rate other than Xero’s)/);
	});
});

describe('A rate that is given and not used', () => {
	it('as it is of a later day, is said', async () => {
		const { hints } = await revalue(given([...RATES, ['EUR', '2026-11-05', '0.49']]));
		expect(hints[0]).toContain('the rate of EUR is of 2026-11-05, which is after 2026-10-31, and was not used');
	});

	it('as there is another of the same day, is said', async () => {
		const { hints, json } = await revalue(given([...RATES, ['USD', '2026-10-31', '0.9']]));
		expect(hints[0]).toContain('USD at 2026-10-31 has two rates, of which the first was used');
		expect(kept(json, 'row')[0]!.rate).toBe(0.6086);
	});
});

describe('Rates that follow from nothing', () => {
	it('for Tie-Out is off, are asked for with the reason', async () => {
		const { error } = await revalue({ scope: ['payable'], tieOut: false });
		expect(error.trim()).toBe(
			'Item 1, Rates: there is none for JPY at 2026-09-30, EUR at 2026-10-31, JPY at 2026-10-31, and none follows from balances that are not read. Tie-Out is switched off. Give the rate, with its day',
		);
	});

	it('for the trial balance may not be read, are asked for with its scope', async () => {
		on.sandbox.fail({ match: { path: '/Reports' }, times: 3, what: { kind: 'status', status: 403 } });
		const { error } = await revalue();
		on.sandbox.clearFaults();
		expect(error).toContain('The trial balance could not be read: it takes the scope accounting.reports.trialbalance.read.');
	});
});

test('An organisation without foreign money has no lines, and its checks tie at nothing', async () => {
	const { json, error } = await revalue({}, HARBOUR);
	expect(error).toBe('');
	expect(kept(json, 'row')).toEqual([]);
	expect(new Set(kept(json, 'check').map(({ ours, status }) => `${String(ours)} ${String(status)}`))).toEqual(
		new Set(['0 ties']),
	);
});
