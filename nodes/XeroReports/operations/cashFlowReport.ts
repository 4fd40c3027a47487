// The statement of cash flows of a period, direct or indirect.

import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { LedgerContext } from '../entries/postings';
import { cashFlowOptions, method } from '../fields/cashFlow';
import { period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { cashFlowHints } from '../folds/cashFlowHints';
import { cashFlowRows } from '../folds/cashFlowRows';
import { readBooks } from '../load/books';
import { TRIAL_BALANCE_SCOPE } from '../load/trialBalances';
import { cashFlowPage } from '../pages/cashFlowPage';
import type { CashFlowAsked } from './cashFlowAsked';
import { cashFlowAsked } from './cashFlowAsked';
import { flowByBalances, flowByEntries } from './cashFlowSources';
import { periodAsked } from './daysAsked';
import { itemsOf } from './ownReport';
import { withPage } from './reportPage';

/** Trial balances name no documents: what needs them is refused before anything is read. */
function refuseUnknown(call: OperationContext, { source, method: by }: CashFlowAsked): void {
	const { detail, taxLine } = call.options;
	if (by === 'indirect' && source !== 'trialBalances')
		call.refuse({
			place: ['Method'],
			value: 'Indirect',
			says: 'goes by trial balances alone',
			todo: 'Choose Source: Trial Balances, or Method: Direct',
		});
	const named = detail === 'documents' ? 'Detail' : taxLine === 'inAccounts' ? 'Tax' : undefined;
	if (named !== undefined && source === 'trialBalances')
		call.refuse({
			place: [named],
			says: 'asks for documents, and trial balances have accounts alone',
			todo: 'Choose Source: Documents',
		});
}

async function cashFlow(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const { organisation, accounts } = await readBooks(call);
	const asked = cashFlowAsked(call, accounts);
	refuseUnknown(call, asked);
	const context: LedgerContext = { organisation, accounts, ...days, basis: 'cash' };
	const made = await (asked.source === 'trialBalances' ? flowByBalances : flowByEntries)(call, context, asked);
	const { decimals } = organisation;
	const all = cashFlowRows(made.flow, made.notInApi, made.checks, {
		...days,
		organisationId: call.organisation,
		method: asked.method,
		source: asked.source,
		decimals,
		accounts,
		withTotals: call.options.totals !== 'none',
	});
	const hints = cashFlowHints(made.flow, asked.settings, decimals);
	return await withPage(
		call,
		itemsOf(call, all, [...findings, ...hints, ...made.findings]),
		organisation,
		{ report: 'Cash Flow', span: days },
		(head) => cashFlowPage({ head, rows: all }),
	);
}

/** The operation. */
export const cashFlowReport: Operation = {
	xero: [
		...['getReportTrialBalance', 'getReportBankSummary', 'getOrganisations', 'getAccounts', 'getInvoices', 'getCreditNotes'],
		...['getCreditNote', 'getOverpayments', 'getOverpayment', 'getPrepayments', 'getPrepayment', 'getBankTransactions'],
		...['getBankTransaction', 'getPayments', 'getBankTransfers', 'getManualJournals', 'getManualJournal'],
		...['getExpenseClaims', 'getExpenseClaim', 'getJournals'],
	],
	name: 'Get Cash Flow',
	action: 'Get cash flow',
	description: 'Where cash came from and went to: operating, investing and financing activities, and what exchange rates did',
	method: 'GET',
	path: '/Reports/TrialBalance',
	envelope: 'Reports',
	required: noneSent({ period, method }),
	panelOptional: periodDays,
	query: noneSent(cashFlowOptions),
	scope: TRIAL_BALANCE_SCOPE,
	run: async (call) => await cashFlow(call),
};
