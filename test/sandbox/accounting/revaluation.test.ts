import { type Answer, type Desk, type Json, openDesk, sale } from './desk';
import { byAccount, rowOf } from './reading';

const USD = { CurrencyCode: 'USD' };
const NO_TAX = { LineAmountTypes: 'NoTax' };
const line = (UnitAmount: number, AccountCode: string): Json => ({ Description: 'x', Quantity: 1, UnitAmount, AccountCode });

/** Dollars in a bank account from a conversion balance on, an invoice that is part paid, a bill, and a payment before its invoice. */
function openForeign(): Desk {
	const desk = openDesk('empty');
	const put = (path: string, body: Json): Answer => {
		const answer = desk.call('PUT', path, body);
		if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
		return answer;
	};
	put('/Currencies', { Code: 'USD' });
	put('/Accounts', { Code: '090', Name: 'Business', Type: 'BANK', BankAccountNumber: '1' });
	put('/Accounts', { Code: '093', Name: 'Dollars', Type: 'BANK', BankAccountNumber: '2', ...USD });
	desk.call('POST', '/Setup', {
		ConversionDate: { Month: 1, Year: 2026 },
		ConversionBalances: [{ AccountCode: '093', BalanceDetails: [{ Balance: 100, CurrencyRate: 0.625, ...USD }] }],
	});
	const money = (Type: string, Date: string, amount: number, CurrencyRate: number): void =>
		void put('/BankTransactions', {
			...{ Type, Date, CurrencyRate, BankAccount: { Code: '093' }, Contact: { Name: 'Walnut Hall' } },
			...{ LineItems: [line(amount, '970')], ...NO_TAX },
		});
	money('RECEIVE', '2026-01-15', 500, 0.5);
	money('SPEND', '2026-02-10', 200, 0.6);
	const document = (Type: string, Date: string, amount: number, CurrencyRate: number): string =>
		put(
			'/Invoices',
			sale({
				Type,
				Status: 'AUTHORISED',
				Date,
				CurrencyRate,
				...USD,
				...NO_TAX,
				LineItems: [line(amount, Type === 'ACCREC' ? '200' : '300')],
			}),
		).id('Invoices.0.InvoiceID');
	const pay = (InvoiceID: string, Date: string, Amount: number): void =>
		void put('/Payments', { Invoice: { InvoiceID }, Account: { Code: '090' }, Date, Amount, CurrencyRate: 0.6 });
	pay(document('ACCREC', '2026-02-05', 300, 0.61), '2026-02-20', 100);
	document('ACCPAY', '2026-02-14', 150, 0.55);
	pay(document('ACCREC', '2026-03-05', 50, 0.6), '2026-02-25', 20);
	return desk;
}

let desk: Desk;
beforeEach(() => {
	desk = openForeign();
});
const revalue = (on = true): void => desk.api.bookkeeping?.setRevaluation(desk.tenantId, on);

/** Month and year to date of the trial balance, debits above zero, in cents by code. */
function trial(date: string, more = ''): Record<string, readonly [month: number, year: number]> {
	const codes = new Map(
		desk.api.records(desk.tenantId, 'Accounts').map(({ AccountID, Code }) => [String(AccountID), String(Code)]),
	);
	const rows = byAccount(desk.call('GET', `/Reports/TrialBalance?date=${date}${more}`));
	return Object.fromEntries(
		[...rows].map(([id, [debit = 0, credit = 0, yearDebit = 0, yearCredit = 0]]) => [
			codes.get(id) ?? '',
			[debit - credit, yearDebit - yearCredit],
		]),
	);
}

describe('a rate of the local Xero', () => {
	it('is on a made-up curve, the same in every run', () => {
		const { rateOn } = desk.api.bookkeeping!;
		expect(['2026-01-31', '2026-02-10', '2026-02-28'].map((day) => rateOn(desk.tenantId, 'USD', day))).toEqual([
			0.5844, 0.6005, 0.5975,
		]);
		expect(() => rateOn(desk.tenantId, 'JPY', '2026-01-31')).toThrow('The organisation has no currency JPY');
		expect(() => rateOn(desk.tenantId, 'USD', '2026-02-30')).toThrow('The date 2026-02-30 is no day');
	});

	it('is the usual one for what names none, and that of its day where the organisation revalues', () => {
		const rateOf = (): unknown =>
			desk.call('PUT', '/Invoices', sale({ Date: '2026-02-10', ...USD })).at('Invoices.0.CurrencyRate');
		const body = { FromBankAccount: { Code: '090' }, ToBankAccount: { Code: '093' }, Amount: 100, Date: '2026-02-10' };
		const transferred = (): unknown => {
			const id = desk.call('PUT', '/BankTransfers', body).id('BankTransfers.0.ToBankTransactionID');
			return desk.call('GET', `/BankTransactions/${id}`).at('BankTransactions.0.Total');
		};
		expect([rateOf(), transferred()]).toEqual([0.581091, 58.11]);
		revalue();
		expect([rateOf(), transferred()]).toEqual([0.6005, 60.05]);
	});
});

describe('revaluation in the local Xero', () => {
	it('is off at first, and off again', () => {
		const before = trial('2026-02-28');
		expect(before['093']).toEqual([-33_333, 82_667]);
		expect(before['497']).toBeUndefined();
		revalue();
		revalue(false);
		expect(trial('2026-02-28')).toEqual(before);
	});

	it('has bank accounts and open documents at the rate of the day in the trial balance, their gains in month and year', () => {
		revalue();
		// 400.00 at 0.5975 is 669.46, a month before 600.00 at 0.5844 is 1026.69; 160.00 + 1000.00 - 333.33 was paid for it.
		const february = trial('2026-02-28');
		expect([february['093'], february['497']]).toEqual([
			[-35_723, 66_946],
			[2_390, 15_721],
		]);
		// 200.00 of the invoice is 334.73, the early payment of 20.00 is -33.47, the bill of 150.00 is -251.05.
		expect([february['610'], february['800'], february['498'], february['499']]).toEqual([
			[30_126, 30_126],
			[-25_105, -25_105],
			[-2_840, -2_840],
			[-274, -274],
		]);
	});

	it('has only bank accounts on the cash basis', () => {
		revalue();
		const february = trial('2026-02-28', '&paymentsOnly=true');
		expect([february['093']?.[1], february['497']?.[1], february['610'], february['498']]).toEqual([
			66_946,
			15_721,
			undefined,
			undefined,
		]);
	});

	it('goes to retained earnings with the year', () => {
		revalue();
		const rates = ['2026-03-31', '2026-04-30'].map((day) => desk.api.bookkeeping!.rateOn(desk.tenantId, 'USD', day));
		expect(rates).toEqual([0.5953, 0.5823]);
		// 400.00 is 671.93, then 686.93; the year to 31 March lost 826.67 - 671.93.
		const april = trial('2026-04-30');
		expect([april['093']?.[1], april['497']?.[1]]).toEqual([68_693, -1_500]);
		expect(Object.values(april).reduce((sum, [, year]) => sum + year, 0)).toBe(0);
	});

	it('is in the profit and loss, the balance sheet and the bank summary', () => {
		revalue();
		const month = 'fromDate=2026-02-01&toDate=2026-02-28';
		const profit = desk.call('GET', `/Reports/ProfitAndLoss?${month}`);
		expect(rowOf(profit, 'Foreign Currency Gains and Losses')).toEqual(['-7.24']);
		// 600.00 is 1026.69 at the end of January, 1160.00 was paid for it; the 100.00 before it were 176.80, for 160.00.
		const january = desk.call('GET', '/Reports/ProfitAndLoss?fromDate=2026-01-01&toDate=2026-01-31');
		expect(rowOf(january, 'Foreign Currency Gains and Losses')).toEqual(['150.11']);
		const sheet = desk.call('GET', '/Reports/BalanceSheet?date=2026-02-10&periods=1');
		expect(rowOf(sheet, 'Dollars')).toEqual(['669.46', '1026.69']);
		expect(rowOf(sheet, 'Net Assets')).toEqual(rowOf(sheet, 'Total Equity'));
		const summary = desk.call('GET', `/Reports/BankSummary?${month}`);
		expect(rowOf(summary, 'Dollars')).toEqual(['1026.69', '0.00', '333.33', '669.46']);
		expect(rowOf(desk.call('GET', '/Reports/ExecutiveSummary?date=2026-02-28'), 'Debtors')?.[0]).toBe('301.26');
	});

	it('is in no journal', () => {
		const journals = (): unknown => desk.call('GET', '/Journals').body;
		const before = (journals() as Json).Journals;
		revalue();
		expect((journals() as Json).Journals).toEqual(before);
	});
});
