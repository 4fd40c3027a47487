import type { IDataObject } from 'n8n-workflow';
import { rangesToAskFor, sideBySide } from '../../nodes/XeroReports/rows/comparedPeriods';
import { dayOfHeading, monthOfHeading } from '../../nodes/XeroReports/rows/headings';
import { readReport } from '../../nodes/XeroReports/rows/readReport';
import type { RowSource } from '../../nodes/XeroReports/rows/reportRows';
import { rowsOf } from '../../nodes/XeroReports/rows/reportRows';
import {
	balanceSheet,
	budgetSummary,
	executiveSummary,
	profitAndLoss,
	trialBalance,
} from '../../nodes/XeroReports/rows/statementKinds';
import { publishedReport, tenNinetyNine } from '../../nodes/XeroReports/rows/taxKinds';
import { trackingColumnsOf } from '../../nodes/XeroReports/rows/trackingColumns';

const RENT = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const SALES = '5A1D2F30-0C2E-4B7A-9F11-3E8C6D4B2A02';
const ORGANISATION = '6b1f3c52-8d0e-4a57-9c3b-2e74a1d05f10';

const cells = (id: string | undefined, ...values: unknown[]) =>
	values.map((Value) => ({ Value, ...(id === undefined ? {} : { Attributes: [{ Id: 'account', Value: id }] }) }));
const header = (...values: string[]) => ({ RowType: 'Header', Cells: cells(undefined, '', ...values) });
const row = (id: string | undefined, ...values: unknown[]) => ({ RowType: 'Row', Cells: cells(id, ...values) });
const sum = (...values: unknown[]) => ({ RowType: 'SummaryRow', Cells: cells(undefined, ...values) });
const section = (Title: string, ...Rows: object[]) => ({ RowType: 'Section', Title, Rows });

const report = (...Rows: object[]) =>
	readReport({ ReportName: 'Profit and Loss', ReportDate: '24 November 2026', Rows } as IDataObject);

const source: RowSource = {
	report: 'profitAndLoss',
	organisationId: ORGANISATION,
	time: { from: '2026-10-01', to: '2026-10-31' },
	basis: 'accrual',
	accounts: new Map([
		[RENT, { accountCode: '469', accountName: 'Rent', accountType: 'OVERHEADS', accountClass: 'EXPENSE' }],
		[SALES.toLowerCase(), { accountCode: '200', accountName: 'Sales', accountType: 'REVENUE', accountClass: 'REVENUE' }],
	]),
};

const compared = report(
	header('31 Oct 26', '30 Sep 26'),
	section('Income', row(SALES, 'Sales', '5,000.00', '4,000.00')),
	section(
		'Less Operating Expenses',
		row(RENT, 'Rent', '1,200.00', '1,150.00'),
		sum('Total Operating Expenses', '1200.00', '1150.00'),
	),
);

describe('a row of a profit and loss', () => {
	test('has the same keys in every month: headings are data', () => {
		const [, rent] = rowsOf(profitAndLoss, compared, source);
		expect(rent).toEqual({
			report: 'profitAndLoss',
			rowType: 'row',
			organisationId: ORGANISATION,
			section: 'Less Operating Expenses',
			sectionPath: ['Less Operating Expenses'],
			label: 'Rent',
			accountId: RENT,
			accountCode: '469',
			accountName: 'Rent',
			accountType: 'OVERHEADS',
			accountClass: 'EXPENSE',
			accountGroup: null,
			amount: 1200,
			amounts: [1200, 1150],
			comparatives: [{ label: '30 Sep 26', to: '2026-09-30', amount: 1150 }],
			options: [],
			from: '2026-10-01',
			to: '2026-10-31',
			basis: 'accrual',
			computed: false,
			xeroRowType: 'Row',
			reportDate: '2026-11-24',
			reportName: 'Profit and Loss',
		});
	});

	test('has its account by its ID in any case, and a total has none', () => {
		expect(
			rowsOf(profitAndLoss, compared, source).map(({ rowType, accountCode, accountId }) => [rowType, accountCode, accountId]),
		).toEqual([
			['row', '200', SALES],
			['row', '469', RENT],
			['total', null, null],
		]);
	});

	test('has empty codes where the chart of accounts could not be read', () => {
		expect(rowsOf(profitAndLoss, compared, { ...source, accounts: new Map() })[1]).toMatchObject({
			accountId: RENT,
			accountCode: null,
			accountName: null,
			accountType: null,
			accountClass: null,
		});
	});

	test('of all currency gains says of which group of accounts it is', () => {
		const [gains] = rowsOf(
			profitAndLoss,
			report(header('31 Oct 26'), row('FXGROUPID', 'Foreign Currency Gains', '3.00'), row(RENT, 'Rent', '1')),
			source,
		);
		expect(gains).toMatchObject({ rowType: 'row', accountId: null, accountCode: null, accountGroup: 'currencyGains', amount: 3 });
	});

	test('keeps the words of a heading that is no date', () => {
		const [one] = rowsOf(profitAndLoss, report(header('31 Oct 26', 'Budget'), row(RENT, 'Rent', '1', '2')), source);
		expect(one!.comparatives).toEqual([{ label: 'Budget', to: null, amount: 2 }]);
	});

	test('comes once for each column where the items are the amounts', () => {
		const rows = rowsOf(profitAndLoss, compared, source, 'amounts').filter(({ label }) => label === 'Rent');
		expect(
			rows.map(({ column, columnLabel, from, to, option, amount }) => [column, columnLabel, from, to, option, amount]),
		).toEqual([
			[1, '31 Oct 26', '2026-10-01', '2026-10-31', null, 1200],
			[2, '30 Sep 26', null, '2026-09-30', null, 1150],
		]);
		expect(Object.keys(rows[0]!)).toEqual(Object.keys(rows[1]!));
		expect(rows[0]).not.toHaveProperty('amounts');
	});
});

describe('a profit and loss by tracking category', () => {
	const REGION = '6a7b8c9d-0e1f-4203-8415-2637485960a1';
	const NORTH = '6a7b8c9d-0e1f-4203-8415-2637485960a2';
	const SOUTH = '6a7b8c9d-0e1f-4203-8415-2637485960a3';
	const categories = [
		{
			TrackingCategoryID: REGION,
			Options: [
				{ TrackingOptionID: NORTH, Name: 'North ' },
				{ TrackingOptionID: SOUTH, Name: 'South', Status: 'ARCHIVED' },
			],
		},
	];
	const headings = ['North', 'South', 'Unassigned', 'Total'];
	const read = report(header(...headings), row(RENT, 'Rent', '1', '2', '3', '6'));
	const tracking = trackingColumnsOf(headings, REGION, categories);

	test('has its options with their IDs, archived ones too, and the total of all as the amount', () => {
		expect(rowsOf(profitAndLoss, read, { ...source, tracking })[0]).toMatchObject({
			amount: 6,
			amounts: [1, 2, 3, 6],
			comparatives: [],
			options: [
				{ trackingCategoryId: REGION, trackingOptionId: NORTH, option: 'North', amount: 1 },
				{ trackingCategoryId: REGION, trackingOptionId: SOUTH, option: 'South', amount: 2 },
				{ trackingCategoryId: REGION, trackingOptionId: null, option: 'Unassigned', amount: 3 },
			],
		});
	});

	test('has an item for each option where the items are the amounts, and none for the total', () => {
		const rows = rowsOf(profitAndLoss, read, { ...source, tracking }, 'amounts');
		expect(
			rows.map(({ column, trackingOptionId, option, amount, to }) => [column, trackingOptionId, option, amount, to]),
		).toEqual([
			[1, NORTH, 'North', 1, '2026-10-31'],
			[2, SOUTH, 'South', 2, '2026-10-31'],
			[3, null, 'Unassigned', 3, '2026-10-31'],
		]);
	});

	test('of one option has its amount', () => {
		const one = report(header('North'), row(RENT, 'Rent', '1'));
		const own = trackingColumnsOf(['North'], REGION, categories);
		expect(rowsOf(profitAndLoss, one, { ...source, tracking: own })[0]).toMatchObject({
			amount: 1,
			options: [{ trackingOptionId: NORTH, option: 'North', amount: 1 }],
		});
	});

	test('leaves the IDs empty where two options have one name, or none has it, and names these', () => {
		const twice = [{ ...categories[0]!, Options: [...categories[0]!.Options, { TrackingOptionID: RENT, Name: 'north' }] }];
		expect(trackingColumnsOf(['North', 'East', 'Total'], REGION, twice)).toEqual({
			columns: [
				{ trackingCategoryId: null, trackingOptionId: null, option: 'North' },
				{ trackingCategoryId: null, trackingOptionId: null, option: 'East' },
				undefined,
			],
			unclear: ['North', 'East'],
		});
	});

	test('and by a second one has pairs without IDs', () => {
		expect(trackingColumnsOf(['North, Blue', 'Total'], null, categories)).toEqual({
			columns: [{ trackingCategoryId: null, trackingOptionId: null, option: 'North, Blue' }, undefined],
			unclear: [],
		});
	});
});

describe('the other statements', () => {
	const sheet: RowSource = { ...source, report: 'balanceSheet', time: { asOf: '2026-10-31' } };

	test('a balance sheet has the day of each column', () => {
		const read = report(header('31 Oct 2026', '31 Oct 2025'), row(RENT, 'Bond', '10.00', '8.00'));
		expect(rowsOf(balanceSheet, read, sheet)[0]).toMatchObject({
			amount: 10,
			amounts: [10, 8],
			comparatives: [{ label: '31 Oct 2025', asOf: '2025-10-31', amount: 8 }],
			asOf: '2026-10-31',
		});
		expect(rowsOf(balanceSheet, read, sheet, 'amounts').map(({ column, asOf, amount }) => [column, asOf, amount])).toEqual([
			[1, '2026-10-31', 10],
			[2, '2025-10-31', 8],
		]);
	});

	test('a trial balance has both sides, and what they come to, exact to the cent', () => {
		const headings = header('Debit', 'Credit', 'YTD Debit', 'YTD Credit');
		const read = report(
			headings,
			row(RENT, 'Rent (469)', '0.30', '0.10', '', '1200.10'),
			row(SALES, 'Sales (200)', '', '', '', ''),
		);
		const rows = rowsOf(trialBalance, read, { ...sheet, report: 'trialBalance' });
		expect(rows[0]).toMatchObject({
			debit: 0.3,
			credit: 0.1,
			ytdDebit: null,
			ytdCredit: 1200.1,
			movement: 0.2,
			balance: -1200.1,
		});
		expect(rows[1]).toMatchObject({ debit: null, credit: null, movement: null, balance: null });
	});

	test('a budget has its months', () => {
		const read = report(header('Nov-26', 'Dec-26'), row(RENT, 'Rent', '100.00', '110.00'));
		expect(rowsOf(budgetSummary, read, { ...sheet, report: 'budgetSummary' })[0]).toMatchObject({
			amount: 100,
			amounts: [100, 110],
			months: [
				{ month: '2026-11', amount: 100 },
				{ month: '2026-12', amount: 110 },
			],
		});
	});

	test('an executive summary says which of its figures are percentages', () => {
		const read = report(
			header('Oct 2026', 'Sep 2026', 'Variance'),
			row(undefined, 'Margin', '41.0%', '', '5.1%'),
			row(undefined, 'Debtors', '590.00', '600.00', '-1.7%'),
		);
		const rows = rowsOf(executiveSummary, read, { ...sheet, report: 'executiveSummary' });
		expect(rows.map(({ amount, previous, variance, isPercent }) => [amount, previous, variance, isPercent])).toEqual([
			[41, null, 5.1, true],
			[590, 600, -1.7, false],
		]);
		expect(rows[0]).not.toHaveProperty('accountId');
	});
});

describe('tax reports', () => {
	const published: RowSource = { report: 'publishedReport', organisationId: ORGANISATION, accounts: new Map() };

	test('a published one is a row for each box, with the days that it covers', () => {
		const read = readReport({
			ReportName: 'GST Return',
			ReportDate: '1 Sep 2026 to 31 Oct 2026',
			Fields: [{ FieldID: '5', Description: 'Total sales', Value: '1,200.00' }],
		});
		expect(rowsOf(publishedReport, read, published)).toEqual([
			{
				report: 'publishedReport',
				rowType: 'row',
				organisationId: ORGANISATION,
				section: '',
				sectionPath: [],
				label: 'Total sales',
				field: '5',
				value: 1200,
				values: [1200],
				from: '2026-09-01',
				to: '2026-10-31',
				computed: false,
				xeroRowType: 'Field',
				reportDate: null,
				reportName: 'GST Return',
			},
		]);
	});

	test('one that is made of rows has the same keys', () => {
		const read = readReport({
			ReportName: 'BAS',
			Rows: [row(undefined, 'G1', '12')],
			Fields: [{ FieldID: '5', Value: '1' }],
		} as IDataObject);
		const [field, line] = rowsOf(publishedReport, read, published);
		expect(Object.keys(line!).sort()).toEqual(Object.keys(field!).sort());
		expect([line!.label, line!.value, field!.label]).toEqual(['G1', 12, '5']);
	});

	test('a 1099 form has all boxes, the ones that it does not have empty', () => {
		const read = readReport({
			ReportName: '1099-NEC report',
			ReportDate: '1 Jan 2025 to 31 Dec 2025',
			Contacts: [{ Box1: 0, Box4: 1150, Name: 'Bank West', ContactId: RENT }],
		});
		const [one, ...others] = rowsOf(tenNinetyNine, read, { ...published, report: 'tenNinetyNine' });
		expect(others).toEqual([]);
		expect(one).toMatchObject({
			form: '1099-NEC',
			contactId: RENT,
			name: 'Bank West',
			box1: 0,
			box2: null,
			box4: 1150,
			box18: null,
		});
		expect(one).toMatchObject({ from: '2025-01-01', to: '2025-12-31', email: null });
	});
});

describe('headings that are dates', () => {
	test.each([
		['31 Oct 26', '2026-10-31'],
		['1 Feb 2026', '2026-02-01'],
		['30 Sep 96', '1996-09-30'],
		['31 Feb 26', null],
		['Oct-26', null],
		['Total', null],
		['', null],
	])('%p is the day %p', (heading, day) => expect(dayOfHeading(heading)).toBe(day));

	test.each([
		['Oct-26', '2026-10'],
		['Nov 2026', '2026-11'],
		['31 Oct 26', null],
		['Variance', null],
	])('%p is the month %p', (heading, month) => expect(monthOfHeading(heading)).toBe(month));
});

describe('periods compared with', () => {
	test('are asked for one by one where Xero would cut off the last day of a month', () => {
		expect(rangesToAskFor({ from: '2026-11-01', to: '2026-11-30' }, 2, 1)).toEqual([
			{ from: '2026-11-01', to: '2026-11-30' },
			{ from: '2026-10-01', to: '2026-10-31' },
			{ from: '2026-09-01', to: '2026-09-30' },
		]);
		expect(rangesToAskFor({ from: '2028-02-01', to: '2028-02-29' }, 1, 12)).toBeUndefined();
		expect(rangesToAskFor({ from: '2029-02-01', to: '2029-02-28' }, 1, 12)).toEqual([
			{ from: '2029-02-01', to: '2029-02-28' },
			{ from: '2028-02-01', to: '2028-02-29' },
		]);
		expect(rangesToAskFor({ from: '2026-04-01', to: '2026-06-30' }, 1, 3)).toEqual([
			{ from: '2026-04-01', to: '2026-06-30' },
			{ from: '2026-01-01', to: '2026-03-31' },
		]);
	});

	test('are left to Xero where it gets them right, or where they are no whole months', () => {
		expect(rangesToAskFor({ from: '2026-10-01', to: '2026-10-31' }, 11, 1)).toBeUndefined();
		expect(rangesToAskFor({ from: '2026-07-01', to: '2026-09-30' }, 1, 3)).toBeUndefined();
		expect(rangesToAskFor({ from: '2026-11-10', to: '2026-11-30' }, 2, 1)).toBeUndefined();
	});

	test('stand side by side: what a period does not have is 0 in it, and stands where it stands there', () => {
		const one = report(
			header('30 Nov 26'),
			section('Income', row(SALES, 'Sales', '5'), sum('Total Income', '5')),
			section('', row(undefined, 'Net Profit', '5')),
		);
		const other = report(
			header('31 Oct 26'),
			section('Income', row(SALES, 'Sales', '4'), sum('Total Income', '4')),
			section('Costs', row(RENT, 'Rent', '3'), sum('Total Costs', '3')),
			section('', row(undefined, 'Net Profit', '1')),
		);
		const { lines } = sideBySide([one, other, report()]);
		expect(lines.map(({ label, values }) => [label, values])).toEqual([
			['Sales', [5, 4, 0]],
			['Total Income', [5, 4, 0]],
			['Rent', [0, 3, 0]],
			['Total Costs', [0, 3, 0]],
			// What a result would have been is not known.
			['Net Profit', [5, 1, null]],
		]);
		expect(new Set(lines.map(({ headings }) => headings.join()))).toEqual(new Set(['30 Nov 26,31 Oct 26,']));
	});

	test('keep lines that look the same apart', () => {
		const twice = (heading: string, ...amounts: string[]) =>
			report(header(heading), section('', ...amounts.map((amount) => sum('Total', amount))));
		const { lines } = sideBySide([twice('30 Nov 26', '1', '2'), twice('31 Oct 26', '3', '4')]);
		expect(lines.map(({ values }) => values)).toEqual([
			[1, 3],
			[2, 4],
		]);
	});
});
