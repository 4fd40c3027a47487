import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { agedByContact } from '../../nodes/XeroReports/rows/agedKind';
import { readReport } from '../../nodes/XeroReports/rows/readReport';
import type { ReportKind } from '../../nodes/XeroReports/rows/reportRows';
import { rowsOf as rowsOfReport } from '../../nodes/XeroReports/rows/reportRows';
import {
	balanceSheet,
	bankSummary,
	budgetSummary,
	executiveSummary,
	trialBalance,
} from '../../nodes/XeroReports/rows/statementKinds';
import { tenNinetyNine } from '../../nodes/XeroReports/rows/taxKinds';

/** Xero's examples of its reports, by report (npm run schemas). */
const examples = Object.entries(
	JSON.parse(readFileSync(join(__dirname, 'xeroExamples/reports.json'), 'utf8')) as Record<string, { Reports: IDataObject[] }>,
);
const KINDS: Readonly<Record<string, ReportKind>> = {
	AgedPayablesByContact: agedByContact,
	AgedReceivablesByContact: agedByContact,
	BalanceSheet: balanceSheet,
	BankSummary: bankSummary,
	BudgetSummary: budgetSummary,
	ExecutiveSummary: executiveSummary,
	TenNinetyNine: tenNinetyNine,
	TrialBalance: trialBalance,
};
const source = { report: 'example', organisationId: '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10', accounts: new Map() };
const rowsOf = (name: string): IDataObject[] =>
	examples
		.filter(([report]) => report === name)
		.flatMap(([, { Reports }]) => Reports.flatMap((report) => rowsOfReport(KINDS[name]!, readReport(report), source)));
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
	'%s: an item for each row, all with the same keys, and no amount left as text',
	(name, { Reports }) => {
		const cells = Reports.flatMap((report) => cellRows(report.Rows as IDataObject[]));
		const items = rowsOf(name);
		expect(items.length).toBe(cells.length);
		expect(new Set(items.map((item) => Object.keys(item).join())).size).toBe(1);
		const amounts = cells.flat().filter(({ Value }) => /^-?\d+(\.\d+)?%?$/.test(String(Value)));
		const values = Reports.flatMap((report) => readReport(report).lines).flatMap((line) => line.values);
		expect(values.filter((value) => typeof value === 'number').length).toBe(amounts.length);
		expect(items.filter(({ reportName, reportDate }) => !reportName || !/^\d{4}-\d\d-\d\d$/.test(String(reportDate)))).toEqual(
			[],
		);
	},
);

test('BalanceSheet: an account, a total under its heading, and results without an account', () => {
	expect(row('BalanceSheet', 'My Big Bank')).toEqual({
		report: 'example',
		rowType: 'row',
		organisationId: '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10',
		section: 'Assets / Bank',
		sectionPath: ['Assets', 'Bank'],
		label: 'My Big Bank',
		accountId: '300f3bde-3a5c-4035-9ec5-45b09777679a',
		accountCode: null,
		accountName: null,
		accountType: null,
		accountClass: null,
		accountGroup: null,
		amount: 2146.37,
		amounts: [2146.37, 2020, 0],
		comparatives: [
			{ label: '31 Mar 2019', asOf: '2019-03-31', amount: 2020 },
			{ label: '28 Feb 2019', asOf: '2019-02-28', amount: 0 },
		],
		computed: false,
		xeroRowType: 'Row',
		reportDate: '2019-04-12',
		reportName: 'Balance Sheet',
	});
	expect(row('BalanceSheet', 'Total Liabilities')).toMatchObject({ section: 'Liabilities', rowType: 'total', amount: -5915.21 });
	expect(row('BalanceSheet', 'Net Assets')).toMatchObject({ section: '', xeroRowType: 'Row', rowType: 'total', computed: true });
	expect(row('BalanceSheet', 'Current Year Earnings')).toMatchObject({
		section: 'Equity',
		accountId: null,
		rowType: 'total',
		amounts: [114.62, 156621.67, 500],
	});
	expect(row('BalanceSheet', 'Retained Earnings')).toMatchObject({
		accountId: '7fc16c06-c342-4f32-995f-889b5f9996fd',
		rowType: 'row',
	});
});

test('BalanceSheet: accounts add up to Net Assets, totals and results left out', () => {
	const assets = rowsOf('BalanceSheet').filter(({ rowType, section }) => rowType === 'row' && section !== 'Equity');
	const cents = assets.map(
		({ amounts, section }) => Math.round((amounts as number[])[1]! * 100) * (/^Liab/.test(String(section)) ? -1 : 1),
	);
	expect(cents.reduce((a, b) => a + b, 0)).toBe(18533367);
});

test('TrialBalance: debits and credits by account, and no figure where Xero has none', () => {
	expect(row('TrialBalance', 'Sales (400)')).toMatchObject({
		section: 'Revenue',
		accountId: '02439bca-5fdc-4b62-b281-0bdf9f16fd5b',
		debit: null,
		credit: 200,
		ytdDebit: null,
		ytdCredit: 1020.22,
		movement: -200,
		balance: -1020.22,
	});
	expect(row('TrialBalance', 'Total')).toMatchObject({
		rowType: 'total',
		debit: 1200,
		credit: 1200,
		ytdDebit: 46019,
		ytdCredit: 46019,
		movement: 0,
		balance: 0,
	});
});

test('BankSummary: the account though Xero names it otherwise in the first cell', () => {
	expect(row('BankSummary', 'Big City Bank')).toMatchObject({
		accountId: '03f9cf1e-2deb-4bf1-b0a8-b57f08672eb8',
		rowType: 'row',
		opening: 0,
		received: 110,
		spent: 100,
		closing: 10,
		amounts: [0, 110, 100, 10],
	});
});

test('BudgetSummary: twelve periods', () => {
	const profit = row('BudgetSummary', 'Net Profit');
	expect([profit.rowType, profit.amount]).toEqual(['total', 0]);
	expect(profit.months).toHaveLength(12);
	expect((profit.months as IDataObject[])[11]).toEqual({ month: '2022-10', amount: 0 });
});

test('ExecutiveSummary: figures and percentages', () => {
	expect(row('ExecutiveSummary', 'Net assets')).toMatchObject({
		section: 'Balance Sheet',
		amount: 594.16,
		previous: 759.56,
		variance: -21.8,
		isPercent: false,
		rowType: 'total',
	});
	expect(row('ExecutiveSummary', 'Gross profit margin')).toMatchObject({
		amount: 100,
		previous: null,
		variance: 0,
		isPercent: true,
	});
});

test('AgedReceivablesByContact: an invoice with its dates, and the totals', () => {
	expect(row('AgedReceivablesByContact', 'IV1242016')).toMatchObject({
		rowType: 'row',
		contactId: null,
		contactName: 'ABC',
		documentId: '40ebad47-24e2-4dc9-a5f5-579df427671b',
		date: '2018-05-13',
		number: 'IV1242016',
		dueDate: '2018-06-22',
		daysOverdue: 305,
		total: 100,
		due: 100,
	});
	expect(row('AgedReceivablesByContact', 'Opening Balance')).toMatchObject({
		rowType: 'row',
		documentId: null,
		number: null,
		date: '2017-10-10',
		total: null,
		due: 0,
	});
	expect(row('AgedReceivablesByContact', 'Closing Balance')).toMatchObject({ rowType: 'total', date: null, due: 150 });
});

test('AgedPayablesByContact: a bill without a reference', () => {
	expect(rowsOf('AgedPayablesByContact')[1]).toMatchObject({
		label: null,
		documentId: '1f3960ae-0537-4438-a4dd-76d785e6d7d8',
		date: '2018-10-09',
		number: null,
		due: 250,
	});
});

test('TenNinetyNine: an item for each contact of each form', () => {
	const [nec, misc] = rowsOf('TenNinetyNine');
	expect(nec).toMatchObject({
		form: '1099-NEC',
		from: '2023-01-01',
		to: '2023-12-31',
		name: 'Bank West',
		box3: null,
		box4: 1150,
	});
	expect(misc).toMatchObject({ form: '1099-MISC', name: 'Bank West', box3: 1000 });
	expect(Object.keys(misc!)).toEqual(Object.keys(nec!));
});
