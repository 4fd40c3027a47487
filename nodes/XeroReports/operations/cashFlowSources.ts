// The statement of cash flows from what it may be read from: trial balances, documents or journals.

import type { OperationContext, RowFinding } from '../../shared/model/context';
import type { Entries } from '../entries/entry';
import type { LedgerContext } from '../entries/postings';
import type { CashFlow } from '../folds/cashFlow';
import { directFlow, flowOfEntries } from '../folds/cashFlow';
import { activitiesTie, bankSummaryChecks, cashCloses, methodsAgree, notChecked, withoutLists } from '../folds/cashFlowChecks';
import { indirectFlow } from '../folds/cashFlowIndirect';
import type { Moved } from '../folds/cashMovements';
import { movedBetween } from '../folds/cashMovements';
import type { CashNotInApi } from '../folds/cashNotInApi';
import { cashNotInApi } from '../folds/cashNotInApi';
import { generalLedger } from '../folds/generalLedger';
import { addEntries, trialBalanceDays } from '../folds/ledgerAccounts';
import type { Check } from '../folds/rows';
import type { TrialBalance } from '../facts/trialBalance';
import { readBankSummary } from '../load/bankSummary';
import { BOOKS_CALLS } from '../load/books';
import { ledgerLists } from '../load/ledger';
import { MANUAL_JOURNALS, readManualJournals } from '../load/manualJournals';
import { readTrialBalance } from '../load/trialBalances';
import type { CashFlowAsked } from './cashFlowAsked';
import { readLedgerEntries } from './ledgerEntries';
import { unreadFindings } from './unreadLists';
import { withinMostCalls } from './ownReport';

/** The statement with what is to be said of it. */
export interface MadeCashFlow {
	readonly flow: CashFlow;
	readonly notInApi: readonly CashNotInApi[];
	readonly checks: readonly Check[];
	readonly findings: readonly RowFinding[];
}

async function balancesOn(
	call: OperationContext,
	context: LedgerContext,
): Promise<{ trialBalances: ReadonlyMap<string, TrialBalance>; moved: Moved }> {
	const { organisation, basis } = context;
	const read = await Promise.all(
		trialBalanceDays(context, organisation.yearEnd).map(
			async (day) => [day, await readTrialBalance(call, day, basis, organisation.decimals)] as const,
		),
	);
	const trialBalances = new Map(read);
	return { trialBalances, moved: movedBetween({ context, trialBalances }) };
}

/** The balances of bank accounts beside those of the bank summary. */
async function bankChecks(
	call: OperationContext,
	context: LedgerContext,
	moved: Moved,
	{ settings, isTied }: CashFlowAsked,
): Promise<Check[]> {
	if (!isTied) return [];
	const theirs = await readBankSummary(call, context, context.organisation.decimals);
	if (typeof theirs === 'string') return [notChecked('bankClosing', moved.standing(settings.cash).closing, theirs)];
	const ours = new Map([...settings.cash].map((id) => [id, moved.standing(new Set([id]))]));
	return bankSummaryChecks(ours, theirs);
}

const journalsFinding = ({ scope, todo }: { readonly scope: string; readonly todo: string }): RowFinding => ({
	code: 'listNotRead',
	says: 'ManualJournals could not be read, so that those without cash count as flows',
	todo: `${todo}; the scope is ${scope}`,
	details: { list: 'ManualJournals', scope },
});

/** From trial balances and the manual journals between them. */
export async function flowByBalances(
	call: OperationContext,
	context: LedgerContext,
	asked: CashFlowAsked,
): Promise<MadeCashFlow> {
	const { settings, method, isTied } = asked;
	const needsAccrual = method === 'indirect' || isTied;
	const days = trialBalanceDays(context, context.organisation.yearEnd).length;
	const fixed = BOOKS_CALLS + days * (needsAccrual ? 2 : 1) + (isTied ? 1 : 0);
	const { read: journals, findings } = await withinMostCalls(
		call,
		MANUAL_JOURNALS,
		fixed,
		isTied ? 'switch off Tie-Out, or choose a shorter Period' : 'choose a shorter Period',
		async (limit) => await readManualJournals(call, context, limit),
	);
	const { moved } = await balancesOn(call, context);
	const direct = directFlow(moved, journals.cash, settings);
	const accrual = needsAccrual ? (await balancesOn(call, { ...context, basis: 'accrual' })).moved : undefined;
	const indirect = accrual && indirectFlow({ accrual, journals: journals.accrual, direct, settings });
	const [flow, other] = method === 'indirect' && indirect ? [indirect, direct] : [direct, indirect];
	return {
		flow,
		notInApi: [],
		checks: [
			cashCloses(flow, []),
			...(other && isTied ? [methodsAgree(flow, other)] : []),
			...(await bankChecks(call, context, moved, asked)),
		],
		findings: [...findings, ...(journals.notRead ? [journalsFinding(journals.notRead)] : [])],
	};
}

/** From documents or journals, held against the trial balances on the cash basis. */
export async function flowByEntries(call: OperationContext, context: LedgerContext, asked: CashFlowAsked): Promise<MadeCashFlow> {
	const { settings, source, isTied } = asked;
	const isOfJournals = source === 'journals';
	const fixed = BOOKS_CALLS + trialBalanceDays(context, context.organisation.yearEnd).length + (isTied ? 1 : 0);
	const { read, findings } = await withinMostCalls(
		call,
		isOfJournals ? [] : ledgerLists(context),
		fixed,
		'choose Source: Trial Balances',
		async (limit) => await readLedgerEntries(call, context, limit, isOfJournals),
	);
	const { trialBalances, moved } = await balancesOn(call, context);
	const entries: Entries['entries'] = read.entries;
	const unread = read.unread.map(({ list, scope }) => `${list} (${scope})`);
	const movements = addEntries(new Map(), entries);
	const ledger = generalLedger({ context, trialBalances, movements }, read.omissions, unread);
	const flow = flowOfEntries(entries, moved, settings, {
		taxInAccounts: call.options.taxLine === 'inAccounts',
		byDocument: call.options.detail === 'documents',
	});
	const notInApi = cashNotInApi(ledger.accounts, settings);
	return {
		flow,
		notInApi,
		checks: [
			...[
				cashCloses(flow, notInApi),
				...activitiesTie(flow, directFlow(moved, entries, settings), ledger.accounts, notInApi, settings),
			].map((check) => withoutLists(check, unread)),
			...(await bankChecks(call, context, moved, asked)),
		],
		findings: [...unreadFindings(read.unread), ...findings],
	};
}
