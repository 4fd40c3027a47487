import { cashFlowPage } from '../../../nodes/XeroReports/pages/cashFlowPage';
import * as cash from './cashFlowSample';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Cash Flow');

describe('the page of the cash flow', () => {
	const page = cashFlowPage({ head, rows: cash.direct });

	test('has the activities with their sums, then the way from the opening cash to the closing one', () => {
		expect(rowTexts(page)).toEqual([
			'Account | Amount',
			'Operating activities',
			'200 Sales | 602.22',
			'478 Wages | −2,119.72',
			'Inventory and cost of goods | 0.00',
			'Net cash from operating activities | −1,517.50',
			'Investing activities',
			'710 Equipment | −1,000.00',
			'Net cash from investing activities | −1,000.00',
			'Financing activities',
			'900 Loan | −300.00',
			'970 Owner Capital | −200.00',
			'Net cash from financing activities | −500.00',
			'Cash',
			'Effect of exchange rates | 34.48',
			'Change in cash | −2,983.02',
			'Opening cash | 5,000.00',
			'Closing cash | 2,016.98',
			'Check | This report | Xero | Difference | Status',
			'Closing cash | 2,016.98 | 2,016.98 | 0.00 | Ties / They are the same.',
		]);
		expect(page).toContain('<caption>Direct method <small>NZD, what went out below zero</small></caption>');
		expect(tagFaults(page)).toEqual([]);
	});

	test('goes from the profit to the cash by the indirect method', () => {
		const indirect = cashFlowPage({ head, rows: cash.indirect });
		expect(rowTexts(indirect).slice(1, 6)).toEqual([
			'Operating activities',
			'Net profit | −1,690.52',
			'Add back: 416 Depreciation | 50.00',
			'Change in 610 Accounts Receivable | 123.02',
			'Net cash from operating activities | −1,517.50',
		]);
		expect(indirect).toContain('<caption>Indirect method');
	});

	test('names document and contact where rows are of documents, and what is not in the API', () => {
		expect(rowTexts(cashFlowPage({ head, rows: cash.byDocument }))).toEqual([
			'Account | Date | Document | Contact | Amount',
			'Operating activities',
			'200 Sales | 12 Oct 2026 | Payment received / INV-21 | Alder Ltd | 600.00',
			'Net cash from operating activities |  |  |  | 600.00',
			'Cash',
			'Effect of exchange rates |  |  |  | 34.48',
			'Not in Xero’s API |  |  |  | −1,500.00',
			'Change in cash |  |  |  | −865.52',
			'Opening cash |  |  |  | 5,000.00',
			'Closing cash |  |  |  | 4,134.48',
			'Account or document | Reason | Amount',
			'090 Business Account | Likely payroll, claims or other payments that Xero’s API does not list. | −1,500.00',
		]);
	});

	test('says that nothing moved where there are neither rows nor totals', () => {
		expect(cashFlowPage({ head, rows: [] })).toContain('Nothing moved cash, 1 October 2026 to 31 October 2026.');
	});
});
