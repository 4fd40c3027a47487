import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { type BookRoute, reportScope, type Resource } from '../resource/resource';
import { agedByContact } from './agedByContact';
import { balanceSheet } from './balanceSheet';
import { bankSummary } from './bankSummary';
import { budgetSummary } from './budgetSummary';
import { executiveSummary } from './executiveSummary';
import { profitAndLoss } from './profitAndLoss';
import { publishedReport, publishedReports } from './taxReturns';
import { tenNinetyNine } from './tenNinetyNine';
import { trialBalance } from './trialBalance';

function named(name: string, scope: string, handle: (book: Book, request: SandboxRequest) => Reply): BookRoute {
	return { operationId: `getReport${name}`, method: 'GET', path: `/Reports/${name}`, scopes: reportScope(scope).read, handle };
}

/** Every report. All but the published tax returns are computed from the ledger at the moment they are asked for. */
export const reports: Resource = {
	plural: 'Reports',
	records: () => [],
	routes: [
		named('TenNinetyNine', 'tenninetynine', tenNinetyNine),
		named('AgedPayablesByContact', 'aged', (book, request) => agedByContact(book, request, 'ACCPAY')),
		named('AgedReceivablesByContact', 'aged', (book, request) => agedByContact(book, request, 'ACCREC')),
		named('BalanceSheet', 'balancesheet', balanceSheet),
		named('BankSummary', 'banksummary', bankSummary),
		named('BudgetSummary', 'budgetsummary', budgetSummary),
		named('ExecutiveSummary', 'executivesummary', executiveSummary),
		named('ProfitAndLoss', 'profitandloss', profitAndLoss),
		named('TrialBalance', 'trialbalance', trialBalance),
		{
			operationId: 'getReportsList',
			method: 'GET',
			path: '/Reports',
			scopes: reportScope('taxreports').read,
			handle: publishedReports,
		},
		{
			operationId: 'getReportFromId',
			method: 'GET',
			path: '/Reports/{ReportID}',
			scopes: reportScope('taxreports').read,
			handle: publishedReport,
		},
	],
};
