import { statementPage } from '../../../nodes/XeroReports/pages/statementPage';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const pageOf = (reportName: string, rows: typeof sample.balanceSheet): string =>
	statementPage({ head: sample.head(reportName), rows });

describe('the page of one of Xero’s own reports', () => {
	test('says whose report it is, which one, as of when, and when it was made', () => {
		const page = statementPage({
			head: sample.head('Balance Sheet', { span: sample.asOf, basis: 'accrual' }),
			rows: sample.balanceSheet,
		});
		expect(page).toContain('<title>Balance Sheet, Kauri &amp; Sons Ltd, as of 31 October 2026</title>');
		expect(page).toContain(`<header>
<p class="organisation"><bdi>Kauri &amp; Sons Ltd</bdi></p>
<h1>Balance Sheet</h1>
<p class="muted">As of 31 October 2026, accrual basis</p>
</header>`);
		expect(page).toContain('<footer>Made by n8n from Xero on 24 November 2026.</footer>');
		expect(tagFaults(page)).toEqual([]);
	});

	test('has the sections of a balance sheet, their totals, and the year before beside them', () => {
		const page = statementPage({ head: sample.head('Balance Sheet', { span: sample.asOf }), rows: sample.balanceSheet });
		expect(page).toContain('<caption>Amounts in NZD</caption>');
		expect(rowTexts(page)).toEqual([
			'Account | 31 Oct 2026 | 31 Oct 2025',
			'Assets',
			'Bank',
			'Business Account | 982.50 | 1,200.00',
			'USD Account | 1,034.48 | 0.00',
			'Total Bank | 2,016.98 | 1,200.00',
			'Current Assets',
			'Accounts Receivable | 560.00 | 1,234,567.89',
			'Total Current Assets | 560.00 | 1,234,567.89',
			'Total Assets | 2,576.98 | 1,235,767.89',
			'Liabilities',
			'Current Liabilities',
			'GST | 67.50 | −12.25',
			'Total Current Liabilities | 67.50 | −12.25',
			'Total Liabilities | 67.50 | −12.25',
			'Net Assets | 2,509.48 | 1,235,780.14',
			'Equity',
			'Current Year Earnings | −1,690.52 | 0.00',
			'Owner Capital | 4,200.00 | 1,235,780.14',
			'Total Equity | 2,509.48 | 1,235,780.14',
		]);
	});

	test('marks headings, totals and depth for eyes and for screen readers', () => {
		const page = statementPage({ head: sample.head('Balance Sheet', { span: sample.asOf }), rows: sample.balanceSheet });
		expect(page).toContain('<tr class="group in1"><th scope="rowgroup" colspan="3">Bank</th></tr>');
		expect(page).toContain(
			'<tr class="in2"><th scope="row" class="words">Business Account</th><td class="figure">982.50</td><td class="figure">1,200.00</td></tr>',
		);
		expect(page).toContain('<tr class="total in1"><th scope="row" class="words">Total Bank</th>');
		expect(page).toContain('<tr class="total"><th scope="row" class="words">Net Assets</th>');
		expect(page).toContain('<tr class="in1"><th scope="row" class="words">Current Year Earnings</th>');
		expect(page).toContain('<th scope="col" class="figure">31 Oct 2026</th>');
		expect(page).toContain('<div class="scroll" role="region" aria-label="Amounts in NZD" tabindex="0">');
	});

	test('has a column for each option of a tracking category, and their total', () => {
		const rows = rowTexts(pageOf('Profit and Loss', sample.profitAndLossByRegion));
		expect(rows[0]).toBe('Account | North | South | Unassigned | Total');
		expect(rows).toContain('Wages | 0.00 | 0.00 | 2,000.00 | 2,000.00');
		expect(rows.at(-1)).toBe('Net Profit | 500.00 | 150.00 | −2,000.00 | −1,350.00');
	});

	test('has a column for each period of a profit and loss', () => {
		expect(rowTexts(pageOf('Profit and Loss', sample.profitAndLoss))).toEqual([
			'Account | 31 Oct 2026 | 30 Sep 2026',
			'Income',
			'Sales | 1,100.00 | 950.00',
			'Total Income | 1,100.00 | 950.00',
			'Less Operating Expenses',
			'Rent | 1,200.00 | 1,150.00',
			'Total Operating Expenses | 1,200.00 | 1,150.00',
			'Net Profit | −100.00 | −200.00',
		]);
	});

	test('calls a column by its heading where that is no date', () => {
		const rows = [
			{
				report: 'profitAndLoss',
				rowType: 'row',
				label: 'Sales',
				amount: 1,
				comparatives: [{ label: 'Last <year>', to: null, amount: 2 }],
			},
		];
		expect(rowTexts(pageOf('Profit and Loss', rows))).toEqual([
			'Account | 31 Oct 2026 | Last &lt;year&gt;',
			'Sales | 1.00 | 2.00',
		]);
	});

	test('names accounts of a trial balance by code and name', () => {
		expect(rowTexts(pageOf('Trial Balance', sample.trialBalance))).toEqual([
			'Account | Debit | Credit | YTD Debit | YTD Credit',
			'Revenue',
			'200 Sales |  | 1,100.00 |  | 5,100.00',
			'Assets',
			'090 Business Account |  | 4,017.50 | 982.50 | ',
			'Expenses',
			'Currency Gains (FXGROUPID) |  | 34.48 |  | 34.48',
			'Total | 5,151.98 | 5,151.98 | 5,134.48 | 5,134.48',
		]);
	});

	test('shows what bank accounts took in and gave out', () => {
		expect(rowTexts(pageOf('Bank Summary', sample.bankSummary))).toEqual([
			'Account | Opening | Received | Spent | Closing',
			'Business Account | 5,000.00 | 905.00 | 4,922.50 | 982.50',
			'Total | 5,000.00 | 905.00 | 4,922.50 | 982.50',
		]);
	});

	test('is printed on paper turned on its side where it has a column for each month of a year', () => {
		const page = pageOf('Budget Summary', sample.budgetSummary);
		expect(rowTexts(page)[0]).toBe(
			'Account | Jan 2026 | Feb 2026 | Mar 2026 | Apr 2026 | May 2026 | Jun 2026 | Jul 2026 | Aug 2026 | Sep 2026 | Oct 2026 | Nov 2026 | Dec 2026',
		);
		expect(page).toContain('<div class="scroll wide" role="region"');
		expect(pageOf('Bank Summary', sample.bankSummary)).not.toContain('"scroll wide"');
	});

	test('tells percent and counts of an executive summary from amounts', () => {
		expect(rowTexts(pageOf('Executive Summary', sample.executiveSummary))).toEqual([
			'Account | Oct 2026 | Month before | Change',
			'Cash',
			'Cash received | 905.00 | 1,200.00 | −24.58%',
			'Performance',
			'Gross profit margin | 72.70% | 70.00% | 3.86%',
			'Income',
			'Number of invoices issued | 1 | 0 | 100.00%',
		]);
	});

	test('has no decimals in a currency that has none', () => {
		const rows = [{ report: 'balanceSheet', rowType: 'row', label: 'Cash', amount: 88000 }];
		const page = statementPage({ head: sample.head('Balance Sheet', { baseCurrency: 'JPY', span: sample.asOf }), rows });
		expect(rowTexts(page)).toContain('Cash | 88,000');
	});

	test('says so where Xero gave no rows', () => {
		const page = pageOf('Profit and Loss', []);
		expect(page).toContain('<p class="empty">Xero gave no rows for this report.</p>');
		expect(page).not.toContain('<table>');
		expect(tagFaults(page)).toEqual([]);
	});
});
