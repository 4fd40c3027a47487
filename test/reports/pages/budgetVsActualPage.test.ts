import { budgetVsActualPage } from '../../../nodes/XeroReports/pages/budgetVsActualPage';
import { budgetRowsOfK } from '../budget/budgetOfK';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Budget vs Actual', { basis: 'accrual' });

describe('the page of budget and actual amounts', () => {
	test('has the accounts by section, with what a variance does to the profit, and net profit', () => {
		const page = budgetVsActualPage({ head, rows: budgetRowsOfK() });
		expect(rowTexts(page)).toEqual([
			'Account | Actual | Budget | Variance | % | For the profit',
			'Income',
			'200 Sales | 1,100.00 | 1,500.00 | −400.00 | −26.67% | Worse',
			'Less Cost of Sales',
			'310 Cost of Goods Sold | 300.00 | 400.00 | −100.00 | −25.00% | Better',
			'Less Operating Expenses',
			'400 Advertising | 450.00 | 300.00 | 150.00 | 50.00% | Worse',
			'416 Depreciation | 50.00 | 0.00 | 50.00 |  | Worse',
			'437 Interest | 25.00 | 0.00 | 25.00 |  | Worse',
			'469 Rent | 0.00 | 100.00 | −100.00 | −100.00% | Better',
			'478 Wages | 2,000.00 | 2,000.00 | 0.00 | 0.00% | ',
			'Foreign Currency Gains and Losses | −34.48 | 0.00 | −34.48 |  | Better',
			'Net Profit | −1,690.52 | −1,300.00 | −390.52 | −30.04% | Worse',
			'Check | This report | Xero | Difference | Status',
			'Net profit | −1,690.52 | −1,690.52 | 0.00 | Ties / The sum of the accounts, beside the net profit of Xero’s profit and loss.',
			'Net profit of the budget | −1,300.00 | −1,300.00 | 0.00 | Ties / The sum of the budget’s accounts, beside the net profit of Xero’s budget summary.',
		]);
		expect(page).toContain('<p class="muted">Overall Budget</p>');
		expect(tagFaults(page)).toEqual([]);
	});

	test('has a table for each span, with a forecast of the full year', () => {
		const page = budgetVsActualPage({ head, rows: budgetRowsOfK('fullYear') });
		expect([...page.matchAll(/<caption>([^<]*) <small>([^<]*)/g)].map(([, title, remark]) => `${title}: ${remark}`)).toEqual([
			'Period: NZD, 1 October 2026 to 31 October 2026',
			'Year to date: NZD, 1 April 2026 to 31 October 2026',
			'Full year: NZD, 1 April 2026 to 31 March 2027',
			'Checks: NZD',
		]);
		expect(rowTexts(page)).toContain('200 Sales | 5,100.00 | 12,600.00 | 18,000.00 | −5,400.00 | −30.00% | Worse');
		expect(tagFaults(page)).toEqual([]);
	});

	test('says so where nothing was budgeted or booked', () => {
		expect(budgetVsActualPage({ head, rows: [] })).toContain(
			'<p class="empty">Nothing was budgeted or booked, 1 October 2026 to 31 October 2026.</p>',
		);
	});
});
