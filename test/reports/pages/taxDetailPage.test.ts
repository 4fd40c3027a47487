import { taxDetailPage } from '../../../nodes/XeroReports/pages/taxDetailPage';
import { taxRowsOfK } from '../tax/taxOfK';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('GST or VAT Detail', { basis: 'accrual' });

describe('the page of GST or VAT in detail', () => {
	test('has the rates of sales and purchases, net tax, the tax account and the check', () => {
		const page = taxDetailPage({ head, rows: taxRowsOfK(undefined, undefined, 'taxType', { totals: 'group' }) });
		expect(rowTexts(page)).toEqual([
			'Rate | Percent | Net | Tax | Gross | By the rate',
			'Sales',
			'15% GST on Income | 15.00% | 1,100.00 | 165.00 | 1,265.00 | 165.00',
			'Zero Rated | 0.00% | 200.00 | 0.00 | 200.00 | 0.00',
			'Purchases',
			'15% GST on Expenses | 15.00% | 1,450.00 | 217.50 | 1,667.50 | 217.50',
			'Total sales |  | 1,300.00 | 165.00 | 1,465.00 | ',
			'Total purchases |  | 1,450.00 | 217.50 | 1,667.50 | ',
			'Net tax, to be refunded |  |  | −52.50 |  | ',
			'Account | Opening | Movement | Not in the API | Closing',
			'820 GST | −120.00 | 52.50 | 0.00 | −67.50',
			'Check | This report | Xero | Difference | Status',
			'Movement of the tax accounts | 52.50 | 52.50 | 0.00 | Ties / Net tax -52.50 the other way, and 0.00 of lines on the tax accounts themselves.',
		]);
		expect(tagFaults(page)).toEqual([]);
	});

	test('has the lines behind each rate', () => {
		const page = taxDetailPage({
			head,
			rows: taxRowsOfK(undefined, undefined, 'taxType', { rows: 'transactions', totals: 'none' }),
		});
		expect(rowTexts(page).slice(2, 7)).toEqual([
			'Date | Source | Details | Account | Net | Tax | Gross',
			'Sales: 15% GST on Income',
			'2 Oct 2026 | Invoice / INV-21 | Alder Ltd / To 200 | 200 Sales | 1,000.00 | 150.00 | 1,150.00',
			'15 Oct 2026 | Credit note / CN-3 | Alder Ltd / To 200 | 200 Sales | −100.00 | −15.00 | −115.00',
			'22 Oct 2026 | Prepayment received | Alder Ltd / To 835 | 835 Customer Deposits | 200.00 | 30.00 | 230.00',
		]);
		expect(tagFaults(page)).toEqual([]);
	});

	test('says that nothing is taxed where nothing is', () => {
		expect(taxDetailPage({ head, rows: [] })).toContain(
			'<p class="empty">Nothing is taxed, 1 October 2026 to 31 October 2026.</p>',
		);
	});
});
