// Tax by rate beside the accounts that it is posted to.

import type { OperationContext } from '../../shared/model/context';
import type { Entries, Omission } from '../entries/entry';
import { entriesOfReading } from '../entries/fromDocuments';
import type { LedgerContext } from '../entries/postings';
import type { TrialBalance } from '../facts/trialBalance';
import type { ReasonedAccount } from '../folds/generalLedger';
import { generalLedger } from '../folds/generalLedger';
import { addEntries, trialBalanceDays } from '../folds/ledgerAccounts';
import type { Check } from '../folds/rows';
import { taxAccountIds, taxAccountsCheck } from '../folds/taxAccounts';
import type { TaxLine } from '../folds/taxLines';
import { taxLinesOf } from '../folds/taxLines';
import { ledgerLists, loadLedger } from '../load/ledger';
import { TAX_RATES_CALLS, readTaxRates } from '../load/taxRates';
import { readTrialBalances } from '../load/trialBalances';
import { withinMostCalls } from './ownReport';

/** The tax accounts in the ledger of the period. */
function taxAccountsOf(
	{ entries, omissions }: Entries,
	context: LedgerContext,
	trialBalances: ReadonlyMap<string, TrialBalance>,
	unread: readonly string[],
): ReasonedAccount[] {
	const ids = taxAccountIds(context.accounts);
	const input = { context, trialBalances, movements: addEntries(new Map(), entries) };
	const { accounts } = generalLedger(input, omissions, unread);
	return accounts.filter(({ accountId }) => ids.has(accountId));
}

/** Records that gave no lines and may have tax: they are about a tax account, or their lines are what Xero did not give. */
export function omissionsOfTax({ omissions }: Entries, { accounts }: LedgerContext): Omission[] {
	const ids = taxAccountIds(accounts);
	return omissions.filter(({ reason, accountIds }) => reason === 'notRead' || accountIds.some((id) => ids.has(id)));
}

const notChecked = (note: string): Check => ({ check: 'taxAccounts', ours: null, xeros: null, status: 'notChecked', note });

/** The check of tax lines against the tax accounts in the trial balance, unless Tie-Out is switched off. */
export async function tiedToTaxAccounts(
	call: OperationContext,
	made: Entries,
	lines: readonly TaxLine[],
	context: LedgerContext,
	unread: readonly string[],
): Promise<{ taxAccounts: ReasonedAccount[]; checks: Check[] }> {
	if (call.options.tieOut === false) return { taxAccounts: [], checks: [] };
	const { decimals, yearEnd } = context.organisation;
	const read = await readTrialBalances(call, trialBalanceDays(context, yearEnd), context.basis, decimals);
	if ('scope' in read)
		return { taxAccounts: [], checks: [notChecked(`The trial balance could not be read: it takes the scope ${read.scope}.`)] };
	const taxAccounts = taxAccountsOf(made, context, read, unread);
	const leftOut = omissionsOfTax(made, context).length;
	const check =
		taxAccounts.length > 0
			? taxAccountsCheck(taxAccounts, lines, decimals, unread, leftOut)
			: notChecked('The chart has no account for tax.');
	return { taxAccounts, checks: [check] };
}

/**
 * The same check for a report that has no tax lines of its own.
 * @param before calls that the report has made or planned by then; Most Calls holds for all of them
 * @throws NodeApiError where the tax rates cannot be read
 */
export async function readTaxTie(call: OperationContext, context: LedgerContext, before: number): Promise<Check | undefined> {
	const rates = await readTaxRates(call);
	const fixed = before + TAX_RATES_CALLS + trialBalanceDays(context, context.organisation.yearEnd).length;
	const { read } = await withinMostCalls(
		call,
		ledgerLists(context),
		fixed,
		'choose Checks without taxTie',
		async (limit) => await loadLedger(call, context, limit),
	);
	const made = entriesOfReading(read.reading, context);
	const unread = read.unread.map(({ list, scope }) => `${list} (${scope})`);
	return (await tiedToTaxAccounts(call, made, taxLinesOf(made.entries, rates, context.accounts), context, unread)).checks[0];
}
