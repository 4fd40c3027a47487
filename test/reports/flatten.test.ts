import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { typed } from '../../nodes/XeroAccounting/reports/cells';
import { flatten } from '../../nodes/XeroAccounting/reports/flatten';

const ID = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const cells = (...values: unknown[]) => values.map((Value) => ({ Value }));
const header = (...values: string[]) => ({ RowType: 'Header', Cells: cells(...values) });
const row = (...values: unknown[]) => ({ RowType: 'Row', Cells: cells(...values) });
const sum = (...values: unknown[]) => ({ RowType: 'SummaryRow', Cells: cells(...values) });
const section = (Title: string, ...Rows: object[]) => ({ RowType: 'Section', Title, Rows });
const of = (id: string, attribute: string, ...values: string[]) => ({
	RowType: 'Row',
	Cells: values.map((Value) => ({ Value, Attributes: [{ Id: attribute, Value: id }] })),
});
const flat = (...Rows: object[]): IDataObject[] => flatten({ ReportName: 'A report', Rows });

describe('a cell becomes what it means', () => {
	test.each([
		['1,250.09', 1250.09],
		['-200.00', -200],
		['(200.00)', -200],
		['(1,234,567.80)', -1234567.8],
		['0.00', 0],
		['-0.00', 0],
		['1', 1],
		['-6.426484907497565725413826680', -6.426484907497565],
		[12.5, 12.5],
		['', null],
		['  ', null],
		[null, null],
		[undefined, null],
		['2017-10-10T00:00:00', '2017-10-10'],
		['2017-10-10T09:30:00', '2017-10-10T09:30:00'],
		['181 days overdue', '181 days overdue'],
		['INV-0086', 'INV-0086'],
		['007', '007'],
		['1,25', '1,25'],
		['12,345,6', '12,345,6'],
		['(abc)', '(abc)'],
		['-', '-'],
		['%', '%'],
		['99999999999999.99', '99999999999999.99'],
	])('%p → %p', (given, value) => {
		expect(typed(given)).toEqual({ value, percent: false });
	});

	test.each([
		['12.5%', 12.5],
		['-21.8%', -21.8],
		['(21.8%)', -21.8],
		['1,000.0%', 1000],
	])('%p → %p with the percent told', (given, value) => {
		expect(typed(given)).toEqual({ value, percent: true });
	});
});

describe('a report becomes one item for each row', () => {
	test('with where it stands, what it is called, its account, and a number for each column', () => {
		expect(
			flatten({
				ReportName: 'Balance Sheet',
				ReportTitles: ['Balance Sheet', 'Kereru Bikes', 'As at 30 April 2026'],
				ReportDate: '4 May 2026',
				Rows: [
					header('', '30 Apr 2026', '31 Mar 2026'),
					section(
						'Assets',
						section('Bank', of(ID, 'account', 'Everyday', '1,250.09', '(20.00)'), sum('Total Bank', '1250.09', '')),
					),
				],
			}),
		).toEqual([
			{
				reportName: 'Balance Sheet',
				reportDate: '2026-05-04',
				period: 'As at 30 April 2026',
				section: 'Assets / Bank',
				sectionPath: ['Assets', 'Bank'],
				label: 'Everyday',
				accountId: ID,
				rowType: 'Row',
				computed: false,
				values: [1250.09, -20],
				'30 Apr 2026': 1250.09,
				'31 Mar 2026': -20,
			},
			{
				reportName: 'Balance Sheet',
				reportDate: '2026-05-04',
				period: 'As at 30 April 2026',
				section: 'Assets / Bank',
				sectionPath: ['Assets', 'Bank'],
				label: 'Total Bank',
				accountId: null,
				rowType: 'SummaryRow',
				computed: true,
				values: [1250.09, null],
				'30 Apr 2026': 1250.09,
				'31 Mar 2026': null,
			},
		]);
	});

	test('under the headings that Xero sends as sections without rows, up to their totals', () => {
		const rows = flat(
			header('', 'May'),
			section('Assets'),
			section('Bank', row('Everyday', '1')),
			section('', sum('Total Assets', '1')),
			section('', row('Net Assets', '1')),
			section('Income'),
			section('Equity', row('Capital', '1')),
		);
		expect(rows.map(({ section, label }) => [section, label])).toEqual([
			['Assets / Bank', 'Everyday'],
			['Assets', 'Total Assets'],
			['', 'Net Assets'],
			// "Income" has no total further down: it is empty, and no heading.
			['Equity', 'Capital'],
		]);
	});

	test('with a name of its own for each column, whatever its heading', () => {
		const [one] = flat(header('', 'Total', 'Total', '', 'label', '__proto__'), row('Sales', '1', '2', '3', '4', '5', '6'));
		expect(one).toMatchObject({
			label: 'Sales',
			values: [1, 2, 3, 4, 5, 6],
			Total: 1,
			'Total (2)': 2,
			'Column 4': 3,
			'label (2)': 4,
			'__proto__ (2)': 5,
			'Column 7': 6,
		});
	});

	test('with a null for each cell that a row leaves out', () => {
		expect(flat(header('', 'May', 'June'), row('Sales', '1'))[0]).toMatchObject({ values: [1, null], May: 1, June: null });
	});

	test('with the columns of the header row above it', () => {
		const rows = flat(section('A', header('', 'May'), row('x', '1')), section('B', header('', 'June'), row('y', '2')));
		expect(rows).toMatchObject([{ May: 1 }, { June: 2 }]);
		expect(rows[1]).not.toHaveProperty('May');
	});

	test('with texts, dates and days overdue where a report begins with dates', () => {
		const rows = flat(
			header('Date', 'Number', 'Due Date', '', 'Total', 'Due'),
			section('', row('2026-01-01T00:00:00', 'Opening Balance', '', '', '', '0.00')),
			section(
				'',
				of(ID, 'invoiceID', '2026-01-10T00:00:00', '1001', '2026-01-20T00:00:00', '9 days overdue', '50.00', '40.00'),
				sum('Total', '', '', '', '50.00', '40.00'),
			),
		);
		expect(rows.map(({ label, computed, accountId }) => [label, computed, accountId])).toEqual([
			['Opening Balance', false, null],
			['1001', false, null],
			['Total', true, null],
		]);
		expect(rows[1]).toMatchObject({
			attributes: { invoiceID: ID },
			Date: '2026-01-10',
			Number: '1001',
			'Due Date': '2026-01-20',
			Overdue: '9 days overdue',
			Total: 50,
			Due: 40,
		});
		expect(rows[2]).toMatchObject({ Date: null, Number: null, Overdue: null, Total: 50, Due: 40 });
	});

	test('with the codes of accounts as texts', () => {
		expect(flat(header('Account', 'Account Code', 'May'), row('Sales', '200', '1.00'))[0]).toMatchObject({
			'Account Code': '200',
			May: 1,
		});
	});

	test('with its percentages told', () => {
		const [debtors, average] = flat(
			header('', 'May', 'Variance'),
			row('Debtors', '590.00', '7.3%'),
			row('Average debtors days', '442.50', '0'),
		);
		expect(debtors).toMatchObject({ May: 590, Variance: 7.3, percentages: ['Variance'] });
		expect(average).not.toHaveProperty('percentages');
	});

	test('with what else Xero says of its cells: once, or by column where the columns differ', () => {
		const cell = (Value: string, from: string) => ({
			Value,
			Attributes: [
				{ Id: 'account', Value: ID },
				{ Id: 'fromDate', Value: from },
				{ Id: 'toDate', Value: '5/31/2026' },
			],
		});
		const [one] = flat(header('', 'May', 'April'), {
			RowType: 'Row',
			Cells: [{ Value: 'Retained Earnings' }, cell('1.00', '5/1/2026'), cell('2.00', '4/1/2026')],
		});
		expect(one).toMatchObject({
			accountId: ID,
			attributes: { fromDate: { May: '5/1/2026', April: '4/1/2026' }, toDate: '5/31/2026' },
		});
	});
});

describe('a total or result is told from an account', () => {
	const computed = (...rows: object[]) => flat(header('', 'May'), ...rows).map(({ label, computed: is }) => [label, is]);

	test('by the account it does not have', () => {
		expect(
			computed(
				of(ID, 'account', 'Sales', '1.00'),
				of('00000000-0000-0000-0000-000000000000', 'account', 'Current Year Earnings', '1.00'),
				of('abababab-abab-abab-abab-abababababab', 'account', 'Retained', '1.00'),
				row('Gross Profit', '1.00'),
				sum('Total Income', '1.00'),
			),
		).toEqual([
			['Sales', false],
			['Current Year Earnings', true],
			['Retained', true],
			['Gross Profit', true],
			['Total Income', true],
		]);
	});

	test('by its name in a report without accounts', () => {
		expect(computed(row('Cash received', '1.00'), row('Profit (loss)', '1.00'), row('Net Profit', '1.00'))).toEqual([
			['Cash received', false],
			['Profit (loss)', true],
			['Net Profit', true],
		]);
	});

	test('and the line that stands for all currency accounts is none, though it has no account', () => {
		const [group] = flat(
			header('', 'May'),
			of('FXGROUPID', 'account', 'Foreign Currency Gains', '1.00'),
			of(ID, 'account', 'a', '1'),
		);
		expect(group).toMatchObject({ accountId: null, computed: false, attributes: { account: 'FXGROUPID' } });
	});
});

describe('a report of another shape', () => {
	test('gives an item for each contact of a 1099', () => {
		expect(
			flatten({
				ReportName: '1099-NEC report',
				ReportDate: '1 Jan 2025 to 31 Dec 2025',
				Fields: [],
				Contacts: [{ Box1: 0, Name: 'Bank West' }],
			}),
		).toEqual([{ reportName: '1099-NEC report', reportDate: '1 Jan 2025 to 31 Dec 2025', Box1: 0, Name: 'Bank West' }]);
	});

	test('gives an item for each field of a published tax report', () => {
		expect(
			flatten({ ReportTitle: 'GST Return', Fields: [{ FieldID: 'G1', Description: 'Total sales', Value: '1,200.00' }] }),
		).toMatchObject([
			{ reportName: 'GST Return', label: 'Total sales', rowType: 'Field', attributes: { FieldID: 'G1' }, Value: 1200 },
		]);
	});

	test.each([[{}], [{ Rows: null }], [{ Rows: [null, { RowType: 'Section' }] }], [{ Rows: 'none', Fields: 1, Contacts: null }]])(
		'gives nothing where there is nothing: %j',
		(report) => {
			expect(flatten(report as IDataObject)).toEqual([]);
		},
	);
});

/** A cell and the value it must come back as. */
const said = fc.oneof(
	fc.integer({ min: -1e12, max: 1e12 }).map((cents) => {
		const amount = cents / 100;
		const plain = Math.abs(amount).toLocaleString('en', { minimumFractionDigits: 2 });
		return { Value: amount < 0 ? `(${plain})` : plain, value: amount };
	}),
	fc.integer({ min: -1e6, max: 1e6 }).map((tenths) => ({ Value: `${(tenths / 10).toFixed(1)}%`, value: tenths / 10 })),
	fc.constantFrom('n/a', 'INV-1', '2 days overdue', '00 12').map((text) => ({ Value: text, value: text })),
	fc.constantFrom('', null, undefined).map((Value) => ({ Value, value: null })),
);
interface Made {
	readonly RowType?: string;
	readonly Title?: string;
	readonly Cells?: ReadonlyArray<{ Value: unknown; value: string | number | null }>;
	readonly Rows?: readonly Made[];
}
const { node } = fc.letrec<{ node: Made }>((tie) => ({
	node: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.record({
			RowType: fc.constantFrom('Row', 'SummaryRow'),
			Cells: fc
				.tuple(fc.string(), fc.array(said, { maxLength: 6 }))
				.map(([label, others]) => [{ Value: label, value: label }, ...others]),
		}),
		fc.record({ RowType: fc.constant('Section'), Title: fc.string(), Rows: fc.array(tie('node'), { maxLength: 4 }) }),
	),
}));
/** Every row with cells, in order, read straight from what was made. */
const rowsIn = (nodes: readonly Made[]): Made[] =>
	nodes.flatMap((one) => [...(one.Cells?.length ? [one] : []), ...rowsIn(one.Rows ?? [])]);

test('whatever the tree: as many items as rows, every label, and every number in its place', () => {
	// A first heading "Date" is another kind of report, which has its own test above.
	const headings = fc.array(fc.string(), { maxLength: 6 }).map((more) => ['', ...more]);
	fc.assert(
		fc.property(fc.array(node, { maxLength: 6 }), headings, (nodes, names) => {
			const items = flat(header(...names), ...nodes);
			const rows = rowsIn(nodes);
			expect(items.length).toBe(rows.length);
			items.forEach((item, index) => {
				const [label, ...others] = rows[index]!.Cells!;
				const values = others.map(({ value }) => (Object.is(value, -0) ? 0 : value));
				const wanted = [...values, ...Array<null>(Math.max(0, names.length - 1 - values.length)).fill(null)];
				expect(item.label).toBe(String(label!.Value).trim() === '' ? null : label!.Value);
				expect(item.values).toEqual(wanted);
				// By name each of them is there as well: a column for every value, beside what every item has.
				const own = ['reportName', 'reportDate', 'period', 'section', 'sectionPath', 'label', 'accountId', 'rowType', 'computed'];
				const columns = Object.keys(item).filter((key) => ![...own, 'values', 'percentages'].includes(key));
				expect(columns.length).toBe(wanted.length);
				expect(columns.map((key) => item[key]).sort()).toEqual([...wanted].sort());
			});
		}),
	);
});
