import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { flatten } from '../../nodes/XeroAccounting/reports/flatten';

/** Xero's examples of its reports, by report (npm run schemas). */
const examples = Object.entries(
	JSON.parse(readFileSync(join(__dirname, 'xeroExamples/reports.json'), 'utf8')) as Record<string, { Reports: IDataObject[] }>,
);
const rowsOf = (name: string): IDataObject[] =>
	examples.filter(([report]) => report === name).flatMap(([, { Reports }]) => Reports.flatMap(flatten));
const row = (name: string, label: string): IDataObject => rowsOf(name).find((one) => one.label === label)!;

test('there are examples of eight reports', () => {
	expect(examples.map(([report]) => report).sort()).toEqual([
		'AgedPayablesByContact',
		'AgedReceivablesByContact',
		'BalanceSheet',
		'BankSummary',
		'BudgetSummary',
		'ExecutiveSummary',
		'TenNinetyNine',
		'TrialBalance',
	]);
});

/** Rows with cells, headers left out, as they stand in the tree. */
const cellRows = (nodes: readonly IDataObject[]): IDataObject[][] =>
	nodes.flatMap((one) => [
		...(one.RowType !== 'Header' && Array.isArray(one.Cells) ? [one.Cells as IDataObject[]] : []),
		...cellRows((one.Rows ?? []) as IDataObject[]),
	]);

test.each(examples.filter(([, { Reports }]) => Reports.every((report) => Array.isArray(report.Rows))))(
	'%s: an item for each row, and no amount left as text',
	(name, { Reports }) => {
		const cells = Reports.flatMap((report) => cellRows(report.Rows as IDataObject[]));
		const items = rowsOf(name);
		expect(items.length).toBe(cells.length);
		const amounts = cells.flat().filter(({ Value }) => /^-?\d+(\.\d+)?%?$/.test(String(Value)));
		const numbers = items.flatMap(({ values }) => values as unknown[]).filter((value) => typeof value === 'number');
		expect(numbers.length).toBe(amounts.length);
		expect(items.filter(({ reportName, reportDate }) => !reportName || !/^\d{4}-\d\d-\d\d$/.test(String(reportDate)))).toEqual(
			[],
		);
	},
);

test('BalanceSheet: an account, a total under its heading, and results without an account', () => {
	expect(row('BalanceSheet', 'My Big Bank')).toEqual({
		reportName: 'Balance Sheet',
		reportDate: '2019-04-12',
		period: 'As at 30 April 2019',
		section: 'Assets / Bank',
		sectionPath: ['Assets', 'Bank'],
		label: 'My Big Bank',
		accountId: '300f3bde-3a5c-4035-9ec5-45b09777679a',
		rowType: 'Row',
		computed: false,
		values: [2146.37, 2020, 0],
		'30 Apr 2019': 2146.37,
		'31 Mar 2019': 2020,
		'28 Feb 2019': 0,
	});
	expect(row('BalanceSheet', 'Total Liabilities')).toMatchObject({
		section: 'Liabilities',
		computed: true,
		'30 Apr 2019': -5915.21,
	});
	expect(row('BalanceSheet', 'Net Assets')).toMatchObject({ section: '', rowType: 'Row', computed: true });
	expect(row('BalanceSheet', 'Current Year Earnings')).toMatchObject({
		section: 'Equity',
		accountId: null,
		computed: true,
		values: [114.62, 156621.67, 500],
		attributes: { fromDate: { '30 Apr 2019': '4/1/2019', '31 Mar 2019': '4/1/2018', '28 Feb 2019': '4/1/2018' } },
	});
	expect(row('BalanceSheet', 'Retained Earnings')).toMatchObject({
		accountId: '7fc16c06-c342-4f32-995f-889b5f9996fd',
		computed: false,
	});
});

test('BalanceSheet: accounts add up to Net Assets, totals and results left out', () => {
	const assets = rowsOf('BalanceSheet').filter(({ computed, section }) => !computed && section !== 'Equity');
	const cents = assets.map((one) => Math.round(Number(one['31 Mar 2019']) * 100) * (/^Liab/.test(String(one.section)) ? -1 : 1));
	expect(cents.reduce((a, b) => a + b, 0)).toBe(18533367);
});

test('TrialBalance: debits and credits by account, and no figure where Xero has none', () => {
	expect(row('TrialBalance', 'Sales (400)')).toMatchObject({
		section: 'Revenue',
		accountId: '02439bca-5fdc-4b62-b281-0bdf9f16fd5b',
		Debit: null,
		Credit: 200,
		'YTD Debit': null,
		'YTD Credit': 1020.22,
	});
	expect(row('TrialBalance', 'Total')).toMatchObject({ computed: true, values: [1200, 1200, 46019, 46019] });
});

test('BankSummary: the account though Xero names it otherwise in the first cell', () => {
	expect(row('BankSummary', 'Big City Bank')).toMatchObject({
		accountId: '03f9cf1e-2deb-4bf1-b0a8-b57f08672eb8',
		computed: false,
		'Opening Balance': 0,
		'Cash Received': 110,
		'Cash Spent': 100,
		'Closing Balance': 10,
	});
	expect(row('BankSummary', 'Big City Bank')).not.toHaveProperty('attributes');
});

test('BudgetSummary: twelve periods', () => {
	const profit = row('BudgetSummary', 'Net Profit');
	expect([profit.computed, profit['Jan-20'], profit['Oct-22']]).toEqual([true, 0, 0]);
	expect(profit.values).toHaveLength(12);
});

test('ExecutiveSummary: figures and percentages', () => {
	expect(row('ExecutiveSummary', 'Net assets')).toMatchObject({
		section: 'Balance Sheet',
		'Nov 2019': 594.16,
		'Oct 2019': 759.56,
		Variance: -21.8,
		percentages: ['Variance'],
		computed: true,
	});
	expect(row('ExecutiveSummary', 'Gross profit margin')).toMatchObject({
		values: [100, null, 0],
		percentages: ['Nov 2019', 'Variance'],
	});
});

test('AgedReceivablesByContact: an invoice with its dates, and the totals', () => {
	expect(row('AgedReceivablesByContact', 'IV1242016')).toMatchObject({
		accountId: null,
		computed: false,
		attributes: { invoiceID: '40ebad47-24e2-4dc9-a5f5-579df427671b' },
		Date: '2018-05-13',
		Number: 'IV1242016',
		'Due Date': '2018-06-22',
		Overdue: '305 days overdue',
		Total: 100,
		Due: 100,
	});
	expect(row('AgedReceivablesByContact', 'Opening Balance')).toMatchObject({ Date: '2017-10-10', Total: null, Due: 0 });
	expect(row('AgedReceivablesByContact', 'Closing Balance')).toMatchObject({ computed: true, Date: null, Due: 150 });
});

test('AgedPayablesByContact: a bill without a reference', () => {
	expect(rowsOf('AgedPayablesByContact')[1]).toMatchObject({
		label: null,
		attributes: { invoiceID: '1f3960ae-0537-4438-a4dd-76d785e6d7d8' },
		Date: '2018-10-09',
		Reference: null,
		Due: 250,
	});
});

test('TenNinetyNine: an item for each contact of each form', () => {
	const [nec, misc] = rowsOf('TenNinetyNine');
	expect(nec).toMatchObject({
		reportName: '1099-NEC report',
		reportDate: '1 Jan 2023 to 31 Dec 2023',
		Name: 'Bank West',
		Box4: 1150,
	});
	expect(misc).toMatchObject({ reportName: '1099-MISC report', Name: 'Bank West', Box3: 1000 });
});
