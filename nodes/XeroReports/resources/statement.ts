import { record } from '../../shared/inputs/locators';
import { resource } from '../../shared/model/operation';
import { trackingOptionId } from '../../XeroAccounting/fields/tracking';
import { budgeted, compared, paymentsOnly, standardLayout } from '../fields/compared';
import { accountLayout, layout } from '../fields/output';
import { balanceSheet, budgetSummary, executiveSummary, profitAndLoss, trialBalance } from '../rows/statementKinds';
import { cashFlowReport } from '../operations/cashFlowReport';
import { budgetVsActualReport } from '../operations/budgetVsActualReport';
import { trialBalanceByTrackingReport } from '../operations/trialBalanceByTrackingReport';
import { xeroReport } from '../operations/xeroReport';

const category = (name: string) => record(name, 'trackingCategory');

export const statement = resource({
	key: 'statement',
	name: 'Statement',
	plural: 'Rows',
	description: 'Balance sheet, profit and loss, trial balance, budget and executive summary',
	path: 'Reports',
	id: 'ReportID',
	scope: 'accounting.reports.balancesheet.read',
	fields: {},
	operations: () => ({
		balanceSheet: xeroReport('Balance Sheet', {
			xero: 'getReportBalanceSheet',
			report: 'balanceSheet',
			scope: 'balancesheet',
			path: 'BalanceSheet',
			description: 'Assets, liabilities and equity at the end of a month',
			kind: balanceSheet,
			hasPage: true,
			time: 'endOfMonth',
			asOf: { says: 'The report is as at the end of the month of this day' },
			layout: accountLayout,
			query: {
				...compared,
				...paymentsOnly,
				...standardLayout,
				trackingOptionID1: trackingOptionId(),
				trackingOptionID2: trackingOptionId('Second Tracking Option'),
			},
		}),
		profitAndLoss: xeroReport('Profit and Loss', {
			xero: 'getReportProfitAndLoss',
			report: 'profitAndLoss',
			scope: 'profitandloss',
			path: 'ProfitAndLoss',
			description: 'Income and expenses of a period; by the options of a tracking category as well',
			kind: profitAndLoss,
			hasPage: true,
			time: 'period',
			layout: accountLayout,
			query: {
				...compared,
				...paymentsOnly,
				...standardLayout,
				trackingCategoryID: category('Tracking Category'),
				trackingCategoryID2: category('Second Tracking Category'),
				trackingOptionID: trackingOptionId(),
				trackingOptionID2: trackingOptionId('Second Tracking Option'),
			},
		}),
		trialBalance: xeroReport('Trial Balance', {
			xero: 'getReportTrialBalance',
			report: 'trialBalance',
			scope: 'trialbalance',
			path: 'TrialBalance',
			description: 'Debits and credits of every account: of the month, and of the year to date',
			kind: trialBalance,
			hasPage: true,
			time: 'asOf',
			layout: accountLayout,
			query: paymentsOnly,
		}),
		cashFlow: cashFlowReport,
		trialBalanceByTracking: trialBalanceByTrackingReport,
		budgetVsActual: budgetVsActualReport,
		budgetSummary: xeroReport('Budget Summary', {
			xero: 'getReportBudgetSummary',
			report: 'budgetSummary',
			scope: 'budgetsummary',
			path: 'BudgetSummary',
			description: 'The overall budget by account and period',
			kind: budgetSummary,
			hasPage: true,
			time: 'asOf',
			asOf: { preset: 'today', says: 'The budget begins with the month of this day' },
			layout: accountLayout,
			query: budgeted,
		}),
		executiveSummary: xeroReport('Executive Summary', {
			xero: 'getReportExecutiveSummary',
			report: 'executiveSummary',
			scope: 'executivesummary',
			path: 'ExecutiveSummary',
			description: 'Key figures of a month beside those of the month before',
			kind: executiveSummary,
			hasPage: true,
			time: 'month',
			asOf: { says: 'The figures are of the month of this day' },
			layout,
		}),
	}),
});
