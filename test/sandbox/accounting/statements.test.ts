import { type Desk, type Json, openDesk, sale } from './desk';
import { rowOf, table } from './reading';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const report = (path: string) => desk.call('GET', `/Reports/${path}`);
const line = (amount: number, AccountCode: string, more: Json = {}): Json[] => [
	{ Description: 'x', UnitAmount: amount, AccountCode, ...more },
];
const sold = (Date: string, amount: number, more: Json = {}) =>
	desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', Date, LineItems: line(amount, '200'), ...more }));
const bought = (Date: string, amount: number, account: string) =>
	sold(Date, 0, { Type: 'ACCPAY', LineItems: line(amount, account) });
const journal = (Date: string, debit: string, credit: string, amount: number) =>
	desk.call('PUT', '/ManualJournals', {
		Narration: 'x',
		Status: 'POSTED',
		Date,
		JournalLines: [
			{ AccountCode: debit, LineAmount: amount },
			{ AccountCode: credit, LineAmount: -amount },
		],
	});

/** Two financial years of a very small business; the second one started on 1 April 2025. */
function twoYears(): void {
	desk.call('POST', '/Setup', {
		ConversionDate: { Month: 2, Year: 2025 },
		ConversionBalances: [
			{ AccountCode: '720', Balance: 1000 },
			{ AccountCode: '970', Balance: -1000 },
		],
	});
	sold('2025-03-20', 100);
	sold('2026-02-10', 200);
	sold('2026-03-05', 300);
	bought('2026-03-03', 40, '400');
	journal('2026-03-09', '300', '850', 50);
	journal('2026-03-31', '416', '711', 7);
}

describe('the trial balance', () => {
	it('has what moved this month up to the day, and what stands in the books; earlier years are retained earnings', () => {
		twoYears();
		const answer = report('TrialBalance');
		expect(answer.at('Reports.0')).toMatchObject({
			ReportID: 'TrialBalance',
			ReportName: 'Trial Balance',
			ReportType: 'TrialBalance',
			ReportTitles: ['Trial Balance', 'Kererū Trading (Demo)', 'As at 10 March 2026'],
			ReportDate: '10 March 2026',
			UpdatedDateUTC: '/Date(1773093600000+0000)/',
			Fields: [],
		});
		expect(table(answer)).toEqual([
			['Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit'],
			['Revenue'],
			['Sales (200)', '', '300.00', '', '500.00'],
			['Expenses'],
			['Advertising (400)', '40.00', '', '40.00', ''],
			['Purchases (300)', '50.00', '', '50.00', ''],
			['Assets'],
			['Accounts Receivable (610)', '345.00', '', '690.00', ''],
			['Computer Equipment (720)', '0.00', '', '1000.00', ''],
			['Liabilities'],
			['Accounts Payable (800)', '', '46.00', '', '46.00'],
			['Suspense (850)', '', '50.00', '', '50.00'],
			['Tax (820)', '', '39.00', '', '84.00'],
			['Equity'],
			['Retained Earnings (960)', '', '0.00', '', '100.00'],
			['Share Capital (970)', '', '0.00', '', '1000.00'],
			['Total', '435.00', '435.00', '1780.00', '1780.00'],
		]);
	});

	it('names the account in every cell, and the years behind retained earnings', () => {
		twoYears();
		const rows = (report('TrialBalance').at('Reports.0.Rows') as Json[]).flatMap((part) => (part.Rows ?? []) as Json[]);
		const cells = (name: string) =>
			(rows.find((row) => (row.Cells as Json[])[0]?.Value === name)?.Cells as Json[]).map((cell) => cell.Attributes);
		const id = (code: string) => desk.call('GET', `/Accounts?where=Code=="${code}"`).id('Accounts.0.AccountID');
		expect(cells('Sales (200)')).toEqual(Array(5).fill([{ Value: id('200'), Id: 'account' }]));
		expect(cells('Retained Earnings (960)').slice(0, 2)).toEqual([
			[{ Value: id('960'), Id: 'account' }],
			[
				{ Value: id('960'), Id: 'account' },
				{ Value: '', Id: 'fromDate' },
				{ Value: '3/31/2025', Id: 'toDate' },
			],
		]);
	});

	it('is exact to the day, takes a cash basis, and refuses what is no date', () => {
		twoYears();
		expect(rowOf(report('TrialBalance?date=2026-03-04'), 'Advertising (400)')).toEqual(['40.00', '', '40.00', '']);
		expect(rowOf(report('TrialBalance?date=2026-03-02'), 'Advertising (400)')).toBeUndefined();
		expect(table(report('TrialBalance?paymentsOnly=true')).at(-1)).toEqual(['Total', '50.00', '50.00', '1050.00', '1050.00']);
		expect(report('TrialBalance?date=today').body).toEqual({
			ErrorNumber: 14,
			Type: 'PostDataInvalidException',
			Message: "The date parameter 'today' is not valid: it must be a date such as 2019-10-31",
		});
	});

	it('is empty for an organisation without journals', () => {
		expect(table(report('TrialBalance'))).toEqual([
			['Account', 'Debit', 'Credit', 'YTD Debit', 'YTD Credit'],
			['Total', '0.00', '0.00', '0.00', '0.00'],
		]);
	});
});

describe('the balance sheet', () => {
	it('is of the end of the month, beside the same month a year before', () => {
		twoYears();
		const answer = report('BalanceSheet');
		expect(answer.at('Reports.0.ReportTitles')).toEqual(['Balance Sheet', 'Kererū Trading (Demo)', 'As at 31 March 2026']);
		expect(table(answer)).toEqual([
			['', '31 Mar 2026', '31 Mar 2025'],
			['Assets'],
			['Current Assets'],
			['Accounts Receivable', '690.00', '115.00'],
			['Total Current Assets', '690.00', '115.00'],
			['Fixed Assets'],
			['Computer Equipment', '1000.00', '1000.00'],
			['Less Accumulated Depreciation on Office Equipment', '-7.00', '0.00'],
			['Total Fixed Assets', '993.00', '1000.00'],
			['Total Assets', '1683.00', '1115.00'],
			['Liabilities'],
			['Current Liabilities'],
			['Accounts Payable', '46.00', '0.00'],
			['Suspense', '50.00', '0.00'],
			['Tax', '84.00', '15.00'],
			['Total Current Liabilities', '180.00', '15.00'],
			['Total Liabilities', '180.00', '15.00'],
			['Net Assets', '1503.00', '1100.00'],
			['Equity'],
			['Current Year Earnings', '403.00', '100.00'],
			['Retained Earnings', '100.00', '0.00'],
			['Share Capital', '1000.00', '1000.00'],
			['Total Equity', '1503.00', '1100.00'],
		]);
	});

	it('says from when to when the current year earned', () => {
		twoYears();
		const rows = (report('BalanceSheet?date=2026-03-01').at('Reports.0.Rows') as Json[]).at(-1)?.Rows as Json[];
		const earned = (rows[0]?.Cells as Json[]).map((cell) => cell.Attributes);
		const none = { Value: '00000000-0000-0000-0000-000000000000', Id: 'account' };
		expect(earned).toEqual([
			[none],
			[none, { Value: '4/1/2025', Id: 'fromDate' }, { Value: '3/31/2026', Id: 'toDate' }],
			[none, { Value: '4/1/2024', Id: 'fromDate' }, { Value: '3/31/2025', Id: 'toDate' }],
		]);
	});

	it('steps back by months, quarters or years', () => {
		twoYears();
		const heads = (query: string) => table(report(`BalanceSheet?${query}`))[0]?.slice(1);
		expect(heads('date=2026-03-10&periods=0')).toEqual(['31 Mar 2026']);
		expect(heads('date=2026-03-10&periods=2')).toEqual(['31 Mar 2026', '28 Feb 2026', '31 Jan 2026']);
		expect(heads('date=2026-03-10&periods=2&timeframe=QUARTER')).toEqual(['31 Mar 2026', '31 Dec 2025', '30 Sep 2025']);
		expect(heads('date=2024-02-10&periods=1&timeframe=year')).toEqual(['29 Feb 2024', '28 Feb 2023']);
		expect(heads('date=2026-03-10&periods=11')).toHaveLength(12);
		expect(report('BalanceSheet?periods=12').status).toBe(400);
		expect(report('BalanceSheet?timeframe=WEEK').status).toBe(400);
	});

	it('balances for a tracking option by what went over to other accounts', () => {
		const { option } = regions();
		twoYears();
		sold('2026-03-06', 0, { LineItems: line(80, '200', { Tracking: [{ Name: 'Region', Option: 'North' }] }) });
		expect(table(report(`BalanceSheet?periods=0&trackingOptionID1=${option}`)).slice(1)).toEqual([
			['Assets'],
			['Total Assets', '0.00'],
			['Liabilities'],
			['Current Liabilities'],
			['Tracking Transfers', '-80.00'],
			['Total Current Liabilities', '-80.00'],
			['Total Liabilities', '-80.00'],
			['Net Assets', '80.00'],
			['Equity'],
			['Current Year Earnings', '80.00'],
			['Total Equity', '80.00'],
		]);
		expect(report('BalanceSheet?trackingOptionID1=north').status).toBe(400);
	});
});

/** Two tracking categories; gives their ids and that of the option North. */
function regions(): { region: string; channel: string; option: string } {
	const category = (Name: string, ...options: string[]): string => {
		const id = desk.call('PUT', '/TrackingCategories', { Name }).id('TrackingCategories.0.TrackingCategoryID');
		for (const option of options) desk.call('PUT', `/TrackingCategories/${id}/Options`, { Name: option });
		return id;
	};
	const [region, channel] = [category('Region', 'North', 'South'), category('Channel', 'Online')];
	return {
		region,
		channel,
		option: desk.call('GET', `/TrackingCategories/${region}`).id('TrackingCategories.0.Options.0.TrackingOptionID'),
	};
}

describe('the profit and loss', () => {
	it('is of the current month, from income to net profit', () => {
		twoYears();
		desk.call('PUT', '/Accounts', { Code: '280', Name: 'Grants', Type: 'OTHERINCOME', TaxType: 'NONE' });
		journal('2026-03-09', '850', '280', 25);
		const answer = report('ProfitAndLoss');
		expect(answer.at('Reports.0')).toMatchObject({
			ReportID: 'ProfitAndLoss',
			ReportName: 'Profit and Loss',
			ReportTitles: ['Profit & Loss', 'Kererū Trading (Demo)', '1 March 2026 to 31 March 2026'],
		});
		expect(table(answer)).toEqual([
			['', '31 Mar 26'],
			['Income'],
			['Sales', '300.00'],
			['Total Income', '300.00'],
			['Less Cost of Sales'],
			['Purchases', '50.00'],
			['Total Cost of Sales', '50.00'],
			['Gross Profit', '250.00'],
			['Plus Other Income'],
			['Grants', '25.00'],
			['Total Other Income', '25.00'],
			['Less Operating Expenses'],
			['Advertising', '40.00'],
			['Depreciation', '7.00'],
			['Total Operating Expenses', '47.00'],
			['Net Profit', '228.00'],
		]);
	});

	it('leaves out sections of which nothing is known', () => {
		expect(table(report('ProfitAndLoss'))).toEqual([
			['', '31 Mar 26'],
			['Gross Profit', '0.00'],
			['Net Profit', '0.00'],
		]);
	});

	it('applies the range to each period, so that a short month never becomes a long one', () => {
		twoYears();
		sold('2026-01-31', 1000);
		const february = report('ProfitAndLoss?fromDate=2026-02-01&toDate=2026-02-28&periods=1');
		expect(table(february)[0]).toEqual(['', '28 Feb 26', '28 Jan 26']);
		expect(rowOf(february, 'Net Profit')).toEqual(['200.00', '0.00']);
		const march = report('ProfitAndLoss?fromDate=2026-03-01&toDate=2026-03-31&periods=2&timeframe=MONTH');
		expect(table(march)[0]).toEqual(['', '31 Mar 26', '28 Feb 26', '31 Jan 26']);
		expect(rowOf(march, 'Net Profit')).toEqual(['203.00', '200.00', '1000.00']);
		expect(table(report('ProfitAndLoss?fromDate=2026-03-01&toDate=2026-03-31&periods=1&timeframe=YEAR'))[0]).toEqual([
			'',
			'31 Mar 26',
			'31 Mar 25',
		]);
		expect(report('ProfitAndLoss?fromDate=2026-04-01&toDate=2026-03-31').status).toBe(400);
		expect(report('ProfitAndLoss?periods=12').status).toBe(400);
	});

	it('has a column for each option, for what has none, and for all of it', () => {
		const { region, channel, option } = regions();
		const tracked = (...options: Array<[string, string]>) => ({ Tracking: options.map(([Name, Option]) => ({ Name, Option })) });
		sold('2026-03-05', 0, {
			LineItems: [
				...line(10, '200', tracked(['Region', 'North'], ['Channel', 'Online'])),
				...line(20, '200', tracked(['Region', 'North'])),
				...line(40, '200', tracked(['Channel', 'Online'])),
				...line(80, '200'),
			],
		});
		const one = report(`ProfitAndLoss?trackingCategoryID=${region}`);
		expect(table(one)[0]).toEqual(['', 'North', 'South', 'Unassigned', 'Total']);
		expect(rowOf(one, 'Sales')).toEqual(['30.00', '0.00', '120.00', '150.00']);
		const single = report(`ProfitAndLoss?trackingCategoryID=${region}&trackingOptionID=${option}`);
		expect([table(single)[0], rowOf(single, 'Net Profit')]).toEqual([['', 'North'], ['30.00']]);
		const both = report(`ProfitAndLoss?trackingCategoryID=${region}&trackingCategoryID2=${channel}`);
		expect(table(both)[0]).toEqual([
			'',
			'North, Online',
			'North, Unassigned',
			'South, Online',
			'South, Unassigned',
			'Unassigned, Online',
			'Unassigned, Unassigned',
			'Total',
		]);
		expect(rowOf(both, 'Net Profit')).toEqual(['10.00', '20.00', '0.00', '0.00', '40.00', '80.00', '150.00']);
		expect(report('ProfitAndLoss?trackingCategoryID=11111111-1111-4111-8111-111111111111').status).toBe(404);
		expect(
			report(`ProfitAndLoss?trackingCategoryID=${region}&trackingOptionID=11111111-1111-4111-8111-111111111111`).status,
		).toBe(404);
	});

	it('has on the cash basis what is shown there', () => {
		twoYears();
		expect(rowOf(report('ProfitAndLoss?paymentsOnly=true'), 'Net Profit')).toEqual(['-57.00']);
		expect(report('ProfitAndLoss?paymentsOnly=maybe').status).toBe(400);
	});
});
