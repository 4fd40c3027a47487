import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { budgetOf } from '../../../nodes/XeroReports/facts/budget';
import { profitAndLossOf } from '../../../nodes/XeroReports/facts/profitAndLoss';
import { budgetCheck } from '../../../nodes/XeroReports/folds/budgetRows';
import { budgetSpans, partialMonths } from '../../../nodes/XeroReports/folds/budgetSpans';
import { besidesProfit, budgetVsActual } from '../../../nodes/XeroReports/folds/budgetVsActual';
import { idOf } from '../ledger/records';
import { reportOf } from '../tracking/xeroReports';
import { BUDGET, accounts, budgetRowsOfK } from './budgetOfK';

const figures = (rows: readonly IDataObject[], column = 'period') =>
	rows
		.filter((row) => row.rowType === 'row' && row.column === column)
		.map(({ accountCode, actual, budget, variance, variancePercent, impact, favourable }) => [
			...[accountCode, actual, budget, variance, variancePercent, impact, favourable],
		]);

describe('budget and actual amounts of ledger K, October 2026', () => {
	it('has for each account the variance, what it does to the profit, and whether that is good', () => {
		expect(figures(budgetRowsOfK())).toEqual([
			['200', 1100, 1500, -400, -26.67, -400, false],
			['310', 300, 400, -100, -25, 100, true],
			['400', 450, 300, 150, 50, -150, false],
			['416', 50, 0, 50, null, -50, false],
			['437', 25, 0, 25, null, -25, false],
			['469', 0, 100, -100, -100, 100, true],
			['478', 2000, 2000, 0, 0, 0, null],
			[null, -34.48, 0, -34.48, null, 34.48, true],
		]);
	});

	it('comes to a net profit, which Xero’s own reports have as well', () => {
		const rows = budgetRowsOfK();
		expect(rows.find(({ level }) => level === 'netProfit')).toMatchObject({
			...{ rowType: 'total', actual: -1690.52, budget: -1300, variance: -390.52 },
			...{ variancePercent: -30.04, impact: -390.52, favourable: false },
		});
		expect(
			rows.filter(({ rowType }) => rowType === 'check').map(({ check, ours, xeros, status }) => [check, ours, xeros, status]),
		).toEqual([
			['netProfitActual', -1690.52, -1690.52, 'ties'],
			['netProfitBudget', -1300, -1300, 'ties'],
		]);
	});

	it('has the same keys in each row, and says of currency gains that they are no account', () => {
		const rows = budgetRowsOfK().filter(({ rowType }) => rowType === 'row');
		expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
		expect(rows.at(-1)).toEqual({
			report: 'budgetVsActual',
			rowType: 'row',
			organisationId: 'o',
			level: 'account',
			accountId: null,
			accountCode: null,
			accountName: null,
			accountGroup: 'currencyGains',
			section: 'Less Operating Expenses',
			label: 'Foreign Currency Gains and Losses',
			actual: -34.48,
			budget: 0,
			forecast: null,
			variance: -34.48,
			variancePercent: null,
			impact: 34.48,
			favourable: true,
			column: 'period',
			month: null,
			from: '2026-10-01',
			to: '2026-10-31',
			budgetId: 'budget',
			budgetName: 'Overall Budget',
			basis: 'accrual',
		});
	});

	it('has totals of sections as Xero shows them', () => {
		const totals = budgetRowsOfK('period', { totals: 'group' }).filter(({ level }) => level === 'group');
		expect(totals.map(({ label, actual, budget, variance, impact }) => [label, actual, budget, variance, impact])).toEqual([
			['Total Income', 1100, 1500, -400, -400],
			['Total Cost of Sales', 300, 400, -100, 100],
			['Total Operating Expenses', 2490.52, 2400, 90.52, -90.52],
		]);
	});

	it('leaves out what is not budgeted where asked to; net profit has it all the same', () => {
		const rows = budgetRowsOfK('period', { onlyBudgeted: true });
		expect(figures(rows).map(([code]) => code)).toEqual(['200', '310', '400', '469', '478']);
		expect(rows.find(({ level }) => level === 'netProfit')).toMatchObject({ actual: -1690.52 });
		// 1100.00 − 300.00 − 2490.52: totals of sections have all of it too.
		const totals = budgetRowsOfK('period', { onlyBudgeted: true, totals: 'group' }).filter(({ level }) => level === 'group');
		expect(totals.map(({ label, actual }) => [label, actual])).toEqual([
			['Total Income', 1100],
			['Total Cost of Sales', 300],
			['Total Operating Expenses', 2490.52],
		]);
	});

	it('says what the year will be if the months to come go as planned', () => {
		const year = budgetRowsOfK('fullYear').filter((row) => row.column === 'fullYear' && row.rowType !== 'check');
		expect(
			year.map(({ accountCode, actual, forecast, budget, variance }) => [accountCode, actual, forecast, budget, variance]),
		).toEqual([
			// Five months of 1500.00 are to come.
			['200', 5100, 12600, 18000, -5400],
			['310', 1200, 3200, 4800, -1600],
			['400', 1500, 3000, 3600, -600],
			['469', 0, 500, 1200, -700],
			['478', 0, 10000, 24000, -14000],
			[null, -34.48, -34.48, 0, -34.48],
			[null, 2434.48, -4065.52, -15600, 11534.48],
		]);
		expect(year[0]).toMatchObject({ from: '2026-04-01', to: '2027-03-31', month: null });
		const toDate = budgetRowsOfK('fullYear').filter(({ column, accountCode }) => column === 'toDate' && accountCode === '200');
		expect(toDate).toMatchObject([
			{ actual: 5100, budget: 10500, variance: -5400, forecast: null, from: '2026-04-01', to: '2026-10-31' },
		]);
	});
});

describe('a budget of Xero', () => {
	it('of an account that has two lines has both', () => {
		const line = (Amount: number) => ({ AccountID: idOf('400'), BudgetBalances: [{ Period: '2026-10', Amount }] });
		const { amounts } = budgetOf({ Type: 'OVERALL', BudgetLines: [line(300), line(45.5)] }, accounts, 2);
		expect([...amounts.get(idOf('400'))!]).toEqual([['2026-10', 34550n]]);
	});

	it('has texts for amounts, and dates for months, in some answers', () => {
		const record = {
			BudgetID: 'b',
			Type: 'TRACKING',
			Tracking: [{ TrackingCategoryID: 'c', TrackingOptionID: 'o', Name: 'Region', Option: 'North' }],
			BudgetLines: [
				{
					AccountCode: '200',
					BudgetBalances: [
						{ Period: '2026-10', Amount: '1102.50' },
						{ Period: '/Date(1793491200000+0000)/', UnitAmount: 7 },
					],
				},
			],
		};
		const budget = budgetOf(record, accounts, 2);
		expect(budget).toMatchObject({
			name: 'Budget',
			isOverall: false,
			options: [{ categoryId: 'c', optionId: 'o', option: 'North' }],
		});
		expect(budget.amounts).toEqual(
			new Map([
				[
					idOf('200'),
					new Map([
						['2026-10', 110250n],
						['2026-11', 700n],
					]),
				],
			]),
		);
	});

	it('may have accounts that are no part of a profit and loss, which are named', () => {
		const record = { ...BUDGET, BudgetLines: [{ AccountID: idOf('710'), BudgetBalances: [{ Period: '2026-10', Amount: 5 }] }] };
		expect(besidesProfit(budgetOf(record, accounts, 2), accounts)).toEqual([idOf('710')]);
		expect(budgetRowsOfK('period', {}, record).find(({ level }) => level === 'netProfit')).toMatchObject({ budget: 0 });
	});

	it('of currency gains is held against the one line that Xero shows for them', () => {
		const gains = { AccountID: idOf('499'), BudgetBalances: [{ Period: '2026-10', Amount: 20 }] };
		const rows = budgetRowsOfK('period', {}, { ...BUDGET, BudgetLines: [gains] });
		expect(figures(rows).at(-1)).toEqual([null, -34.48, 20, -54.48, -272.4, 54.48, true]);
		expect(rows.filter(({ accountCode }) => accountCode === '499')).toEqual([]);
	});

	it('is not held against a summary that is not of it', () => {
		expect(budgetCheck([], 'It is of the overall budget alone.')).toEqual([]);
	});
});

describe('the spans of a period', () => {
	const YEAR_END = { day: 31, month: 3 };
	const spans = (...given: Parameters<typeof budgetSpans>) =>
		budgetSpans(...given).map(({ column, from, to, months, month }) => [column, from, to, months.length, month]);

	it('are its months, each as far as it is in it', () => {
		const period = { from: '2026-02-10', to: '2026-04-05' };
		expect(spans('months', period, YEAR_END)).toEqual([
			['month', '2026-02-10', '2026-02-28', 1, '2026-02'],
			['month', '2026-03-01', '2026-03-31', 1, '2026-03'],
			['month', '2026-04-01', '2026-04-05', 1, '2026-04'],
		]);
		expect(partialMonths(period)).toEqual(['2026-02', '2026-04']);
		expect(partialMonths({ from: '2026-02-01', to: '2026-02-28' })).toEqual([]);
		expect(partialMonths({ from: '2026-02-02', to: '2026-02-27' })).toEqual(['2026-02']);
	});

	it('are of the financial year that the period ends in', () => {
		expect(spans('fullYear', { from: '2026-03-01', to: '2026-04-30' }, YEAR_END)).toEqual([
			['period', '2026-03-01', '2026-04-30', 2, null],
			['toDate', '2026-04-01', '2026-04-30', 1, null],
			['fullYear', '2026-04-01', '2027-03-31', 12, null],
		]);
		expect(budgetSpans('fullYear', { from: '2027-03-01', to: '2027-03-31' }, YEAR_END)[2]!.ahead).toEqual([]);
	});
});

describe('any amounts', () => {
	const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
	const codes = ['200', '310', '400', '478'];
	const amounts = fc.array(fc.tuple(fc.constantFrom(...codes), cents), { maxLength: 4 });

	it('have a profit that is apart from the budgeted one by what all variances do to it', () => {
		fc.assert(
			fc.property(amounts, amounts, (actual, planned) => {
				const actuals = new Map(actual);
				const sections = [...actuals].map(
					([code, amount]) =>
						[code === '200' ? 'Income' : 'Less Operating Expenses', [code, code, amount / 100]] as [
							string,
							[string, string, number],
						],
				);
				const lines = [...new Map(planned)].map(([code, amount]) => ({
					AccountID: idOf(code),
					BudgetBalances: [{ Period: '2026-10', Amount: amount / 100 }],
				}));
				const budget = budgetOf({ ...BUDGET, BudgetLines: lines }, accounts, 2);
				const [span] = budgetSpans('period', { from: '2026-10-01', to: '2026-10-31' }, { day: 31, month: 3 });
				const report = profitAndLossOf(reportOf(['31 Oct 26'], sections), accounts, 2);
				const { lines: rows, netProfit } = budgetVsActual(span!, report, 0, budget, accounts);
				expect(netProfit.actual - netProfit.budget).toBe(rows.reduce((sum, { impact }) => sum + impact, 0n));
				expect(netProfit.impact).toBe(netProfit.variance);
			}),
			{ numRuns: 200, seed: 20_261_101 },
		);
	});
});
