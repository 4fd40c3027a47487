import { type Resource, routes } from '../resource/routes';
import { agedByContact } from './agedByContact';
import { balanceSheet } from './balanceSheet';
import { bankSummary } from './bankSummary';
import { budgetSummary } from './budgetSummary';
import { executiveSummary } from './executiveSummary';
import { profitAndLoss } from './profitAndLoss';
import { publishedReport, publishedReports } from './taxReturns';
import { tenNinetyNine } from './tenNinetyNine';
import { trialBalance } from './trialBalance';

/** Every report. All but the published tax returns are computed from the ledger at the moment they are asked for. */
export const reports: Resource = {
	plural: 'Reports',
	records: () => [],
	routes: routes({
		getReportTenNinetyNine: tenNinetyNine,
		getReportAgedPayablesByContact: (book, request) => agedByContact(book, request, 'ACCPAY'),
		getReportAgedReceivablesByContact: (book, request) => agedByContact(book, request, 'ACCREC'),
		getReportBalanceSheet: balanceSheet,
		getReportBankSummary: bankSummary,
		getReportBudgetSummary: budgetSummary,
		getReportExecutiveSummary: executiveSummary,
		getReportProfitAndLoss: profitAndLoss,
		getReportTrialBalance: trialBalance,
		getReportsList: publishedReports,
		getReportFromId: publishedReport,
	}),
};
