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

describe('the page of many regions', () => {
	const of = async (count: number): Promise<string> => {
		const { rows } = await regionsOfK();
		const more = Array.from({ length: count }, (_, at) => at + 1).flatMap((number) =>
			rows.filter(({ option }) => option === 'North').map((row) => ({ ...row, option: `North ${number}` })),
		);
		return trialBalanceByTrackingPage({ head, rows: [...rows, ...more] });
	};

	test('is printed on paper turned on its side', async () => {
		expect(await of(2)).not.toContain('class="scroll wide"');
		expect(await of(3)).toContain('class="scroll wide"');
	});

	test('goes on in a table below, with the accounts again, where figures would be cut off on paper', async () => {
		expect((await of(8)).match(/<caption>/g)).toHaveLength(2);
		const page = await of(9);
		expect(page).toContain('<caption>Balances, continued <small>NZD, credits below zero</small></caption>');
		const headings = rowTexts(page).filter((text) => text.startsWith('Account | '));
		expect(headings).toEqual([
			'Account | North | South | Unassigned | North 1 | North 2 | North 3 | North 4',
			'Account | North 5 | North 6 | North 7 | North 8 | North 9 | Total',
		]);
		expect(rowTexts(page)).toContain(
			'200 Sales | −3,400.00 | −1,200.00 | −500.00 | −3,400.00 | −3,400.00 | −3,400.00 | −3,400.00',
		);
		expect(tagFaults(page)).toEqual([]);
	});
});
