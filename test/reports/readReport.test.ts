import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { typed } from '../../nodes/XeroReports/rows/cells';
import type { ReportLine } from '../../nodes/XeroReports/rows/readReport';
import { readReport } from '../../nodes/XeroReports/rows/readReport';

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
const linesOf = (...Rows: object[]): readonly ReportLine[] => readReport({ ReportName: 'A report', Rows } as IDataObject).lines;

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

describe('a report is read row by row', () => {
	test('with where each stands, what it is called, its account, and a value for each column', () => {
		const read = readReport({
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
		} as IDataObject);
		const shared = { path: ['Assets', 'Bank'], headings: ['30 Apr 2026', '31 Mar 2026'], isGroup: false, documentId: null };
		expect(read).toEqual({
			name: 'Balance Sheet',
			date: '2026-05-04',
			dateText: '4 May 2026',
			titles: ['Balance Sheet', 'Kereru Bikes', 'As at 30 April 2026'],
			fields: [],
			contacts: [],
			lines: [
				{
					...shared,
					label: 'Everyday',
					accountId: ID,
					values: [1250.09, -20],
					percents: [false, false],
					computed: false,
					xeroRowType: 'Row',
				},
				{
					...shared,
					label: 'Total Bank',
					accountId: null,
					values: [1250.09, null],
					percents: [false, false],
					computed: true,
					xeroRowType: 'SummaryRow',
				},
			],
		});
	});

	test('under the headings that Xero sends as sections without rows, up to their totals', () => {
		const rows = linesOf(
			header('', 'May'),
			section('Assets'),
			section('Bank', row('Everyday', '1')),
			section('', sum('Total Assets', '1')),
			section('', row('Net Assets', '1')),
			section('Income'),
			section('Equity', row('Capital', '1')),
		);
		expect(rows.map(({ path, label }) => [path, label])).toEqual([
			[['Assets', 'Bank'], 'Everyday'],
			[['Assets'], 'Total Assets'],
			[[], 'Net Assets'],
			// "Income" has no total further down: it is empty, and no heading.
			[['Equity'], 'Capital'],
		]);
	});

	test('with a heading for each value, whatever the headings, and a null for each cell that is left out', () => {
		const [one, other] = linesOf(header('', ' Total ', 'Total', ''), row('Sales', '1', '2', '3', '4'), row('Costs', '5'));
		expect(one).toMatchObject({ headings: ['Total', 'Total', '', ''], values: [1, 2, 3, 4] });
		expect(other).toMatchObject({ headings: ['Total', 'Total', ''], values: [5, null, null] });
	});

	test('with the columns of the header row above it', () => {
		const rows = linesOf(section('A', header('', 'May'), row('x', '1')), section('B', header('', 'June'), row('y', '2')));
		expect(rows.map(({ headings }) => headings)).toEqual([['May'], ['June']]);
	});

	test('with texts, dates and the document where a report begins with dates', () => {
		const rows = linesOf(
			header('Date', 'Number', 'Due Date', '', 'Total', 'Due'),
			section('', row('2026-01-01T00:00:00', 'Opening Balance', '', '', '', '0.00')),
			section(
				'',
				of(ID, 'invoiceID', '2026-01-10T00:00:00', '1001', '2026-01-20T00:00:00', '9 days overdue', '50.00', '40.00'),
				sum('Total', '', '', '', '50.00', '40.00'),
			),
		);
		expect(rows.map(({ label, computed, accountId, documentId }) => [label, computed, accountId, documentId])).toEqual([
			['Opening Balance', false, null, null],
			['1001', false, null, ID],
			['Total', true, null, null],
		]);
		expect(rows[1]!.values).toEqual(['2026-01-10', '1001', '2026-01-20', '9 days overdue', 50, 40]);
		expect(rows[2]!.values).toEqual([null, null, null, null, 50, 40]);
	});

	test('with the codes of accounts as texts', () => {
		expect(linesOf(header('Account', 'Account Code', 'May'), row('Sales', '200', '1.00'))[0]!.values).toEqual(['200', 1]);
	});

	test('with its percentages marked', () => {
		const rows = linesOf(
			header('', 'May', 'Variance'),
			row('Debtors', '590.00', '7.3%'),
			row('Average debtors days', '442.50', '0'),
		);
		expect(rows.map(({ values, percents }) => [values, percents])).toEqual([
			[
				[590, 7.3],
				[false, true],
			],
			[
				[442.5, 0],
				[false, false],
			],
		]);
	});
});

describe('a total or result is told from an account', () => {
	const computed = (...rows: object[]) => linesOf(header('', 'May'), ...rows).map(({ label, computed: is }) => [label, is]);

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
		const [group] = linesOf(
			header('', 'May'),
			of('FXGROUPID', 'account', 'Foreign Currency Gains', '1.00'),
			of(ID, 'account', 'a', '1'),
		);
		expect(group).toMatchObject({ accountId: null, isGroup: true, computed: false });
	});
});

test.each([[{}], [{ Rows: null }], [{ Rows: [null, { RowType: 'Section' }] }], [{ Rows: 'none', Fields: 1, Contacts: null }]])(
	'a report has no lines where there is nothing: %j',
	(report) => {
		expect(readReport(report as IDataObject)).toMatchObject({ lines: [], fields: [], contacts: [], name: null, date: null });
	},
);

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

test('whatever the tree: as many lines as rows, every label, and every number in its place', () => {
	// A first heading "Date" is another kind of report, which has its own test above.
	const headings = fc.array(fc.string(), { maxLength: 6 }).map((more) => ['', ...more]);
	fc.assert(
		fc.property(fc.array(node, { maxLength: 6 }), headings, (nodes, names) => {
			const lines = linesOf(header(...names), ...nodes);
			const rows = rowsIn(nodes);
			expect(lines.length).toBe(rows.length);
			lines.forEach((line, index) => {
				const [label, ...others] = rows[index]!.Cells!;
				const values = others.map(({ value }) => (Object.is(value, -0) ? 0 : value));
				const wanted = [...values, ...Array<null>(Math.max(0, names.length - 1 - values.length)).fill(null)];
				expect(line.label).toBe(String(label!.Value).trim() === '' ? null : label!.Value);
				expect(line.values).toEqual(wanted);
				expect(line.headings.length).toBe(wanted.length);
			});
		}),
		{ seed: 20_261_118 },
	);
});
