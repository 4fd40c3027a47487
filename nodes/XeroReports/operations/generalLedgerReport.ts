// The general ledger of a period, from documents or from journals.

import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { choice, flag } from '../../shared/inputs/scalars';
import { accountsChosenIn } from './accountsPicked';
import { periodAsked } from './daysAsked';
import type { LedgerContext } from '../entries/postings';
import { period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { accountsChosen, ownReport, totals } from '../fields/ownReports';
import type { GeneralLedger, MovementsLedger } from '../folds/generalLedger';
import { generalLedger, movementsLedger } from '../folds/generalLedger';
import { addEntries, trialBalanceDays } from '../folds/ledgerAccounts';
import { ledgerRows } from '../folds/ledgerRows';
import type { RowType } from '../folds/rows';
import { BOOKS_CALLS, readBooks } from '../load/books';
import { ledgerLists } from '../load/ledger';
import type { NotReadable } from '../load/trialBalances';
import { TRIAL_BALANCE_SCOPE, readTrialBalances } from '../load/trialBalances';
import { generalLedgerPage } from '../pages/generalLedgerPage';
import type { LoadedEntries } from './ledgerEntries';
import { readLedgerEntries } from './ledgerEntries';
import { unreadFindings } from './unreadLists';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';

const rows = choice('Rows', [
	['accounts', 'Accounts', 'What each account had, moved and has'],
	['transactions', 'Transactions', 'Each posting, with the balance after it'],
	['both', 'Accounts and Transactions'],
]);

const options: Fields = {
	accounts: accountsChosen,
	source: choice('Source', [
		['documents', 'Documents', 'Invoices, payments and all other records: every app may read them'],
		['journals', 'Journals', 'Only for apps on the Advanced tier of Xero; all journals since the beginning are read'],
	]),
	basis: choice('Basis', [
		['accrual', 'Accrual', 'What was invoiced'],
		['cash', 'Cash', 'What was paid and received'],
	]),
	runningBalance: flag(
		'Running Balance',
		'Whether transactions have the balance after them; on unless it is added and switched off',
		true,
	),
	includeZero: flag('Include Zero Accounts', 'Whether to give accounts that nothing stands or moved on, too'),
	totals: totals('Class of Accounts'),
	...ownReport,
};

const ALL_TYPES: ReadonlySet<RowType> = new Set(['row', 'total', 'notInApi', 'check']);

const balancesNotRead = ({ scope, todo }: NotReadable): RowFinding => ({
	code: 'trialBalanceNotRead',
	says: 'the trial balance could not be read, so that balances and what is not in the API are empty and nothing is checked',
	todo: `${todo}; the scope is ${scope}`,
	details: { scope },
});

/** The ledger, or what moved in it where the trial balance may not be read. */
async function madeOf(
	call: OperationContext,
	context: LedgerContext,
	{ entries, omissions, unread }: LoadedEntries,
): Promise<{ readonly made: GeneralLedger | MovementsLedger; readonly findings: readonly RowFinding[] }> {
	const { organisation, basis } = context;
	const movements = addEntries(new Map(), entries);
	const days = trialBalanceDays(context, organisation.yearEnd);
	const trialBalances = await readTrialBalances(call, days, basis, organisation.decimals);
	if ('scope' in trialBalances) {
		const notRead = `The trial balance could not be read: it takes the scope ${trialBalances.scope}.`;
		return { made: movementsLedger(context, movements, notRead), findings: [balancesNotRead(trialBalances)] };
	}
	const lists = unread.map(({ list, scope }) => `${list} (${scope})`);
	return { made: generalLedger({ context, trialBalances, movements }, omissions, lists), findings: [] };
}

async function ledger(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const { organisation, accounts } = await readBooks(call);
	const context: LedgerContext = {
		organisation,
		accounts,
		...days,
		basis: call.options.basis === 'cash' ? 'cash' : 'accrual',
	};
	const chosen = accountsChosenIn(call, accounts);
	const isOfJournals = call.options.source === 'journals';
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		isOfJournals ? [] : ledgerLists(context),
		BOOKS_CALLS + trialBalanceDays(days, organisation.yearEnd).length,
		isOfJournals ? 'choose Source: Documents' : 'choose a shorter Period',
		async (limit) => await readLedgerEntries(call, context, limit, isOfJournals),
	);
	const { made, findings: ofBalances } = await madeOf(call, context, read);
	const all = ledgerRows(made, read.entries, {
		...days,
		organisationId: call.organisation,
		baseCurrency: organisation.baseCurrency,
		decimals: organisation.decimals,
		rows: (call.input.rows ?? 'accounts') as 'accounts' | 'transactions' | 'both',
		...(chosen ? { accounts: chosen } : {}),
		includeZero: call.options.includeZero === true,
		runningBalance: call.options.runningBalance !== false,
		totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
		return: ALL_TYPES,
	});
	return await withPage(
		call,
		itemsOf(call, all, [...findings, ...ofBalances, ...unreadFindings(read.unread), ...ofReading]),
		organisation,
		{ report: 'General Ledger', span: days, basis: context.basis },
		(head) => generalLedgerPage({ head, rows: all }),
	);
}

/** The operation. */
export const generalLedgerReport: Operation = {
	xero: [
		...['getReportTrialBalance', 'getOrganisations', 'getAccounts', 'getInvoices', 'getCreditNotes', 'getCreditNote'],
		...['getOverpayments', 'getOverpayment', 'getPrepayments', 'getPrepayment', 'getBankTransactions', 'getBankTransaction'],
		...['getPayments', 'getBankTransfers', 'getManualJournals', 'getManualJournal', 'getExpenseClaims', 'getExpenseClaim'],
		'getJournals',
	],
	name: 'Get General Ledger',
	action: 'Get general ledger',
	description: 'What each account had, what moved on it, and what it has; with every transaction if asked for',
	method: 'GET',
	path: '/Reports/TrialBalance',
	envelope: 'Reports',
	required: noneSent({ period, rows }),
	panelOptional: periodDays,
	query: noneSent(options),
	scope: TRIAL_BALANCE_SCOPE,
	run: async (call) => await ledger(call),
};
