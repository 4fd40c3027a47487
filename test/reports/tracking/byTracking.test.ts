import { balanceSheetOf } from '../../../nodes/XeroReports/facts/balanceSheet';
import { profitAndLossOf } from '../../../nodes/XeroReports/facts/profitAndLoss';
import { addColumn, balanceWithOthers } from '../../../nodes/XeroReports/folds/trackedBalances';
import { sheetDay } from '../../../nodes/XeroReports/load/trackedReports';
import { codeIn, contextOf, idOf } from '../ledger/records';
import { regionsOfK } from './regionsOfK';
import { reportOf } from './xeroReports';

const { accounts } = contextOf();

describe('the trial balance of ledger K by region at 31 October 2026', () => {
	it('has what each region has, and what is left of the trial balance in Unassigned', async () => {
		const { options } = await regionsOfK();
		const table = options.map(({ first, balances }) => [
			first?.name ?? 'Unassigned',
			Object.fromEntries(
				[...balances].filter(([, amount]) => amount !== 0n).map(([id, amount]) => [codeIn(id), Number(amount) / 100]),
			),
		]);
		expect(table).toEqual([
			['North', { '200': -3400, '400': 1000, '710': 1000 }],
			['South', { '200': -1200, '400': 300 }],
			[
				'Unassigned',
				{
					'090': 982.5,
					'095': 1034.48,
					'200': -500,
					'310': 1200,
					'400': 200,
					'416': 50,
					'437': 25,
					'478': 2700,
					'497': -34.48,
					'610': 560,
					'630': 500,
					'710': 3000,
					'711': -650,
					'814': -500,
					'820': -67.5,
					'835': -200,
					'900': -3700,
					'960': -1000,
					'970': -1300,
				},
			],
		]);
		expect(options.map((one) => Number(balanceWithOthers(one)) / 100)).toEqual([1400, 900, -2300]);
	});

	it('has debits and credits of North, balanced with the other regions', async () => {
		const { rows } = await regionsOfK();
		const north = rows.filter(({ rowType, option }) => rowType === 'row' && option === 'North');
		expect(north.map(({ level, accountCode, debit, credit }) => [level, accountCode, debit, credit])).toEqual([
			['account', '200', null, 3400],
			['account', '400', 1000, null],
			['account', '710', 1000, null],
			['balanceWithOtherOptions', null, 1400, null],
		]);
		expect(north[0]).toEqual({
			report: 'trialBalanceByTracking',
			rowType: 'row',
			organisationId: 'o',
			level: 'account',
			trackingCategoryId: 'region',
			trackingOptionId: 'north',
			option: 'North',
			secondTrackingCategoryId: null,
			secondTrackingOptionId: null,
			secondOption: null,
			accountId: idOf('200'),
			accountCode: '200',
			accountName: 'Sales',
			accountClass: 'REVENUE',
			debit: null,
			credit: 3400,
			balance: -3400,
			reason: null,
			asOf: '2026-10-31',
			basis: 'accrual',
		});
	});

	it('names revaluation, which no option ever has', async () => {
		const { rows } = await regionsOfK();
		expect(
			rows
				.filter(({ reason }) => reason !== null && reason !== undefined)
				.map(({ accountCode, option }) => [accountCode, option]),
		).toEqual([['497', 'Unassigned']]);
	});

	it('ties with the profit of all regions and with Tracking Transfers of each', async () => {
		const { rows } = await regionsOfK();
		const checks = rows.filter(({ rowType }) => rowType === 'check');
		expect(checks.map(({ check, option, ours, xeros, status }) => [check, option, ours, xeros, status])).toEqual([
			['profitOfOptions', null, -340.52, -340.52, 'ties'],
			['trackingTransfers', 'North', 1400, 1400, 'ties'],
			['trackingTransfers', 'South', 900, 900, 'ties'],
			['debitsAndCredits', null, 0, 0, 'ties'],
		]);
	});

	it('takes a profit and loss of the year so far, and a balance sheet for each region', async () => {
		const { calls } = await regionsOfK();
		expect([...calls].sort()).toEqual([
			'/Reports/BalanceSheet date=2026-10-31&trackingOptionID1=north&standardLayout=true',
			'/Reports/BalanceSheet date=2026-10-31&trackingOptionID1=south&standardLayout=true',
			'/Reports/ProfitAndLoss fromDate=2026-04-01&toDate=2026-10-31&trackingCategoryID=region&standardLayout=true',
		]);
	});
});

describe('reports of Xero as balances', () => {
	it('have an overdraft among liabilities as a credit of the bank account', () => {
		const sheet = reportOf(
			['31 Oct 2026'],
			[
				['Assets'],
				['Bank', ['US Dollar Account', '095', 120.5]],
				['', ['Total Assets', null, 120.5]],
				['Liabilities'],
				['Current Liabilities', ['Business Account', '090', 80], ['GST', '820', -7.25]],
				['', ['Total Liabilities', null, 72.75]],
			],
		);
		expect([...balanceSheetOf(sheet, accounts, 2)].map(([id, amount]) => [codeIn(id), amount])).toEqual([
			['095', 12050n],
			['090', -8000n],
			['820', 725n],
		]);
	});

	it('have currency gains of an option on Realised Currency Gains, as revaluation is never tracked', () => {
		const report = reportOf(
			['North', 'Total'],
			[['Less Operating Expenses', ['Foreign Currency Gains and Losses', 'FXGROUPID', -5, -39.48]]],
		);
		const read = profitAndLossOf(report, accounts, 2);
		expect([...addColumn(new Map(), read, 0, idOf('499'))]).toEqual([[idOf('499'), -500n]]);
	});
});

test('balance sheets are of the month’s end before a day in the middle of a month', () => {
	expect(['2026-10-31', '2026-10-30', '2026-03-01', '2028-02-29'].map(sheetDay)).toEqual([
		'2026-10-31',
		'2026-09-30',
		'2026-02-28',
		'2028-02-29',
	]);
});
