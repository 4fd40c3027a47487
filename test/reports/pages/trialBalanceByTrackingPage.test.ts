import { trialBalanceByTrackingPage } from '../../../nodes/XeroReports/pages/trialBalanceByTrackingPage';
import { regionsOfK } from '../tracking/regionsOfK';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Trial Balance by Tracking Category', { basis: 'accrual', span: sample.asOf });

test('the page of the trial balance by region has a column for each region, and what balances it', async () => {
	const { rows } = await regionsOfK();
	const page = trialBalanceByTrackingPage({ head, rows });
	const texts = rowTexts(page);
	expect([...texts.slice(0, 5), ...texts.slice(-6)]).toEqual([
		'Account | North | South | Unassigned | Total',
		'Revenue',
		'200 Sales | −3,400.00 | −1,200.00 | −500.00 | −5,100.00',
		'Expense',
		'310 Cost of Goods Sold | 0.00 | 0.00 | 1,200.00 | 1,200.00',
		'Balance with other options | 1,400.00 | 900.00 | −2,300.00 | 0.00',
		'Check | This report | Xero | Difference | Status',
		'Net profit of all options | −340.52 | −340.52 | 0.00 | Ties / Net profit in the trial balance, beside the total of Xero’s profit and loss by option.',
		'Balance with other options / North | 1,400.00 | 1,400.00 | 0.00 | Ties / The balance with other options, beside Tracking Transfers on Xero’s balance sheet of the option.',
		'Balance with other options / South | 900.00 | 900.00 | 0.00 | Ties / The balance with other options, beside Tracking Transfers on Xero’s balance sheet of the option.',
		'Debits less credits | 0.00 | 0.00 | 0.00 | Ties / Debits less credits of all options together.',
	]);
	expect(tagFaults(page)).toEqual([]);
});

test('the page says so where no account has a balance', () => {
	expect(trialBalanceByTrackingPage({ head, rows: [] })).toContain('<p class="empty">No account has a balance.</p>');
});
