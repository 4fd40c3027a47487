import type { IDataObject } from 'n8n-workflow';
import { accountsOf } from '../../../nodes/XeroReports/facts/accounts';
import { budgetOf } from '../../../nodes/XeroReports/facts/budget';
import { profitAndLossOf } from '../../../nodes/XeroReports/facts/profitAndLoss';
import type { BudgetView } from '../../../nodes/XeroReports/folds/budgetRows';
import { budgetCheck, budgetRows, profitChecks } from '../../../nodes/XeroReports/folds/budgetRows';
import type { BudgetColumns } from '../../../nodes/XeroReports/folds/budgetSpans';
import { budgetSpans } from '../../../nodes/XeroReports/folds/budgetSpans';
import { budgetVsActual } from '../../../nodes/XeroReports/folds/budgetVsActual';
import { chart, idOf } from '../ledger/records';
import { reportOf } from '../tracking/xeroReports';

const RENT = { AccountID: idOf('469'), Code: '469', Name: 'Rent', Type: 'OVERHEADS', Class: 'EXPENSE', Status: 'ACTIVE' };
export const accounts = accountsOf([...chart, RENT], 'NZD');

/** Xero's profit and loss of October 2026. */
export const OCTOBER_EARNINGS = reportOf(
	['31 Oct 26'],
	[
		['Income', ['Sales', '200', 1100], ['Total Income', null, 1100]],
		['Less Cost of Sales', ['Cost of Goods Sold', '310', 300], ['Total Cost of Sales', null, 300]],
		['', ['Gross Profit', null, 800]],
		[
			'Less Operating Expenses',
			['Advertising', '400', 450],
			['Depreciation', '416', 50],
			['Foreign Currency Gains and Losses', 'FXGROUPID', -34.48],
			['Interest', '437', 25],
			['Wages', '478', 2000],
			['Total Operating Expenses', null, 2490.52],
		],
		['', ['Net Profit', null, -1690.52]],
	],
);

/** The same of April to October. */
export const YEAR_SO_FAR = reportOf(
	['31 Oct 26'],
	[
		['Income', ['Sales', '200', 5100]],
		['Less Cost of Sales', ['Cost of Goods Sold', '310', 1200]],
		['Less Operating Expenses', ['Advertising', '400', 1500], ['Foreign Currency Gains and Losses', 'FXGROUPID', -34.48]],
		['', ['Net Profit', null, 2434.48]],
	],
);

const MONTHS = [
	...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
	...['2027-01', '2027-02', '2027-03'],
];

const budgetLine = (code: string, Amount: unknown): IDataObject => ({
	AccountID: idOf(code),
	AccountCode: code,
	BudgetBalances: MONTHS.map((Period) => ({ Period, Amount: Amount as string, Notes: '' })),
});

/** The same amounts in each month; amounts may be texts. */
export const BUDGET: IDataObject = {
	BudgetID: 'budget',
	Type: 'OVERALL',
	Description: 'Overall Budget',
	Tracking: [],
	BudgetLines: [
		budgetLine('200', '1500'),
		budgetLine('310', 400),
		budgetLine('400', '300.00'),
		budgetLine('478', 2000),
		budgetLine('469', '100'),
	],
};

const VIEW = { organisationId: 'o', decimals: 2, basis: 'accrual', onlyBudgeted: false, totals: 'grand' } as const;
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

/** Rows of budget and actual amounts of October 2026. */
export function budgetRowsOfK(columns: BudgetColumns = 'period', more: Partial<BudgetView> = {}, record = BUDGET): IDataObject[] {
	const budget = budgetOf(record, accounts, 2);
	const figures = budgetSpans(columns, OCTOBER, { day: 31, month: 3 }).map((span) => {
		const report = span.actual.from === OCTOBER.from ? OCTOBER_EARNINGS : YEAR_SO_FAR;
		return budgetVsActual(span, profitAndLossOf(report, accounts, 2), 0, budget, accounts);
	});
	const checks = [...profitChecks(figures), ...budgetCheck(figures.slice(0, 1), -130000n)];
	return budgetRows(figures, checks, { ...VIEW, budget, ...more });
}
