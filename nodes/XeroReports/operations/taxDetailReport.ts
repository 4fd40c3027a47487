// GST or VAT of a period, rate by rate and line by line, with the tax accounts beside it.

import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { choice, flag } from '../../shared/inputs/scalars';
import { entriesOfReading } from '../entries/fromDocuments';
import type { LedgerContext } from '../entries/postings';
import { sum } from '../facts/money';
import type { Organisation } from '../facts/organisation';
import { balanceOf } from '../facts/trialBalance';
import { period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { ownReport, tieOut, totals } from '../fields/ownReports';
import { trialBalanceDays } from '../folds/ledgerAccounts';
import { ownEntries, taxAccountIds } from '../folds/taxAccounts';
import type { GroupBy } from '../folds/taxGroups';
import { taxGroupsOf } from '../folds/taxGroups';
import { isUntaxed, taxLinesOf } from '../folds/taxLines';
import { taxRows } from '../folds/taxRows';
import { basesCheck } from '../folds/unpaidTax';
import { BOOKS_CALLS, readBooks } from '../load/books';
import { ledgerLists, loadLedger } from '../load/ledger';
import { SETTINGS_SCOPE } from '../load/settings';
import { TAX_RATES_CALLS, readTaxRates } from '../load/taxRates';
import { readTrialBalance } from '../load/trialBalances';
import { taxDetailPage } from '../pages/taxDetailPage';
import { periodAsked } from './daysAsked';
import { leftOutFindings } from './leftOutRecords';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';
import { omissionsOfTax, tiedToTaxAccounts } from './taxTie';
import { unreadFindings } from './unreadLists';
import { readUnpaidTax } from './unpaidTax';

const rows = choice('Rows', [
	['rates', 'Rates', 'What each rate comes to'],
	['transactions', 'Transactions', 'Each line behind the rates'],
	['both', 'Rates and Transactions'],
]);

const options: Fields = {
	basis: choice('Basis', [
		['asFiled', 'As the Organisation Files', 'By the sales tax basis in the financial settings of Xero'],
		['accrual', 'Accrual', 'By the dates of documents'],
		['cash', 'Cash', 'By the dates of payments'],
	]),
	groupBy: choice('Group By', [
		['taxType', 'Tax Rate'],
		['reportTaxType', 'Report Tax Type', 'Where rates stand on a return: OUTPUT, INPUT and others'],
	]),
	untaxed: flag('Untaxed Lines', 'Whether to give lines that are on no return, too'),
	unpaidTax: flag(
		'Unpaid Tax',
		'Whether to hold the tax inside what is not paid against the accrual and cash balances of the tax accounts, which takes more calls',
	),
	totals: totals('Side'),
	tieOut,
	...ownReport,
};

/** The bases in Xero's SalesTaxBasis on which tax is filed as it is paid. */
const FILED_ON_CASH: ReadonlySet<string> = new Set(['PAYMENTS', 'CASH', 'FLATRATECASH']);

/** On which basis the report is, and what is to be said of it. */
function basisOf(asked: unknown, { salesTaxBasis }: Organisation): { basis: 'accrual' | 'cash'; findings: RowFinding[] } {
	const isFlat = salesTaxBasis.startsWith('FLATRATE');
	const flat: RowFinding = {
		code: 'flatRateScheme',
		says: 'the organisation files under the flat rate scheme: its return is a share of gross sales, not these figures',
		todo: 'Use the report for the lines alone',
	};
	const findings = isFlat ? [flat] : [];
	if (asked === 'accrual' || asked === 'cash') return { basis: asked, findings };
	if (salesTaxBasis === '' || salesTaxBasis === 'NONE')
		findings.push({
			code: 'salesTaxBasisNotKnown',
			place: ['Basis'],
			says: 'Xero does not say on which basis the organisation files: the report is on the accrual basis',
			todo: 'Choose Accrual or Cash',
		});
	return { basis: FILED_ON_CASH.has(salesTaxBasis) ? 'cash' : 'accrual', findings };
}

/** The tax accounts at the end of the period on a basis, debit positive. */
async function taxBalance(call: OperationContext, { accounts, organisation, to }: LedgerContext, basis: 'accrual' | 'cash') {
	const read = await readTrialBalance(call, to, basis, organisation.decimals);
	return sum([...taxAccountIds(accounts)].map((id) => balanceOf(read, id)));
}

/** Calls for trial balances; that of the last day on the basis of the report serves Tie-Out and Unpaid Tax. */
function balanceCalls({ options: { tieOut: isTied, unpaidTax } }: OperationContext, context: LedgerContext): number {
	const tied =
		isTied === false ? [] : trialBalanceDays(context, context.organisation.yearEnd).map((day) => `${day} ${context.basis}`);
	const unpaid = unpaidTax === true ? [`${context.to} accrual`, `${context.to} cash`] : [];
	return new Set([...tied, ...unpaid]).size;
}

async function taxDetail(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const [{ organisation, accounts }, rates] = await Promise.all([readBooks(call), readTaxRates(call)]);
	const { basis, findings: ofBasis } = basisOf(call.options.basis, organisation);
	const context: LedgerContext = { organisation, accounts, ...days, basis };
	const fixed = BOOKS_CALLS + TAX_RATES_CALLS + balanceCalls(call, context);
	let planned = fixed;
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		ledgerLists(context),
		fixed,
		'choose a shorter Period',
		async (limit) => {
			const loaded = await loadLedger(call, context, limit);
			planned = limit.planned();
			return loaded;
		},
	);
	const made = entriesOfReading(read.reading, context);
	const lines = taxLinesOf(made.entries, rates, accounts);
	const { taxAccounts, checks } = await tiedToTaxAccounts(
		call,
		made,
		lines,
		context,
		read.unread.map(({ list, scope }) => `${list} (${scope})`),
	);
	const ids = taxAccountIds(accounts);
	if (call.options.unpaidTax === true) {
		const claims = [...read.reading.claims.values()];
		const { unpaid, findings: ofUnpaid } = await readUnpaidTax(call, claims, ids, context, planned);
		checks.push(basesCheck(unpaid, await taxBalance(call, context, 'accrual'), await taxBalance(call, context, 'cash')));
		findings.push(...ofUnpaid);
	}
	const shown = call.options.untaxed === true ? lines : lines.filter((line) => !isUntaxed(line));
	const all = taxRows(
		{
			groups: taxGroupsOf(shown, (call.options.groupBy ?? 'taxType') as GroupBy),
			taxAccounts,
			own: ownEntries(made.entries, ids),
			checks,
		},
		{
			...days,
			organisationId: call.organisation,
			decimals: organisation.decimals,
			accounts,
			basis,
			rows: (call.input.rows ?? 'rates') as 'rates' | 'transactions' | 'both',
			totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
		},
	);
	return await withPage(
		call,
		itemsOf(call, all, [
			...findings,
			...ofBasis,
			...unreadFindings(read.unread, 'what they posted is not among these lines'),
			...leftOutFindings(omissionsOfTax(made, context), read.unread.length > 0, 'their tax is not among these lines'),
			...ofReading,
		]),
		organisation,
		{ report: 'GST or VAT Detail', span: days, basis },
		(head) => taxDetailPage({ head, rows: all }),
	);
}

/** The operation. */
export const taxDetailReport: Operation = {
	xero: [
		...['getTaxRates', 'getOrganisations', 'getAccounts', 'getReportTrialBalance', 'getInvoices', 'getCreditNotes'],
		...['getCreditNote', 'getOverpayments', 'getOverpayment', 'getPrepayments', 'getPrepayment', 'getBankTransactions'],
		...['getBankTransaction', 'getPayments', 'getBankTransfers', 'getManualJournals', 'getManualJournal'],
		...['getExpenseClaims', 'getExpenseClaim'],
	],
	name: 'Get GST or VAT Detail',
	action: 'Get GST or VAT detail',
	description: 'What each tax rate comes to and the lines behind it, beside what moved on the tax accounts',
	method: 'GET',
	path: '/TaxRates',
	envelope: 'TaxRates',
	required: noneSent({ period, rows }),
	panelOptional: periodDays,
	query: noneSent(options),
	scope: SETTINGS_SCOPE,
	run: async (call) => await taxDetail(call),
};
