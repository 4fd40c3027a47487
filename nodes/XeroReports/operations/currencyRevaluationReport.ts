// What foreign bank accounts and open foreign documents are worth at the rate of a day, and what that gained in a period.

import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';
import type { TrialBalance } from '../facts/trialBalance';
import { period, periodDays } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { ownReport, ratesGiven, tieOut, totals } from '../fields/ownReports';
import { bankOpenings, revaluationScope } from '../fields/revaluation';
import type { AsOfRates } from '../folds/asOfRates';
import { trialBalanceDays } from '../folds/ledgerAccounts';
import { outstandingAt, settledBy } from '../folds/outstanding';
import { realisedGains } from '../folds/realisedGains';
import type { RevaluedSide } from '../folds/revaluation';
import type { RevaluationFacts } from '../folds/revaluationChecks';
import { revaluationRates } from '../folds/revaluationRates';
import { revaluationRows } from '../folds/revaluationRows';
import { isOfSide } from '../folds/settlements';
import { BOOKS_CALLS, readBooks } from '../load/books';
import type { LoadedRevaluation, RevaluationWanted } from '../load/revaluation';
import { loadRevaluation, revaluationLists } from '../load/revaluation';
import { TRIAL_BALANCE_SCOPE, readTrialBalances } from '../load/trialBalances';
import { currencyRevaluationPage } from '../pages/currencyRevaluationPage';
import { addDays } from '../rows/days';
import { periodAsked } from './daysAsked';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';
import { laterRates, rivalRates } from './rateFindings';
import { datedRates, foreignBanks, openingsOf, scopeOf } from './revaluationOptions';

const options: Fields = {
	scope: revaluationScope,
	rates: ratesGiven,
	openings: bankOpenings,
	totals: totals('Kind'),
	tieOut,
	...ownReport,
};

/** What stood open of each side that is in the scope, at both ends. */
function sidesOf(
	{ records }: LoadedRevaluation,
	{ context, before, scope }: RevaluationWanted,
	realised: ReadonlySet<string>,
): RevaluedSide[] {
	const settled = settledBy(records);
	const documents = new Map(
		records.documents.filter(({ id, isForeign }) => isForeign && realised.has(id)).map((document) => [document.id, document]),
	);
	return (['receivable', 'payable'] as const)
		.filter((side) => scope.has(side))
		.map((side): RevaluedSide => ({
			side,
			accountId: systemAccountId(context.accounts, side === 'receivable' ? 'DEBTORS' : 'CREDITORS'),
			opening: outstandingAt(records, before, side, settled),
			closing: outstandingAt(records, context.to, side, settled),
			settled: new Map([...documents].filter(([, document]) => isOfSide(document, side))),
		}));
}

/** Without a rate nothing can be said of a currency: which ones and of which days is said at once. */
function refuseMissing(
	call: OperationContext,
	ends: ReadonlyArray<{ readonly day: string; readonly rates: AsOfRates }>,
	{ unknownOpenings }: LoadedRevaluation,
	{ context, tieOut }: RevaluationWanted,
	notRead: string,
): void {
	const missing = ends.flatMap(({ day, rates }) => rates.missing.map((currency) => `${currency} at ${day}`));
	if (missing.length === 0) return;
	const began = unknownOpenings
		.filter(({ balance }) => balance !== 0n)
		.map(({ accountId }) => context.accounts.byId.get(accountId)?.name ?? accountId);
	call.refuse({
		place: ['Rates'],
		says: tieOut
			? `no rate follows from the balances of Xero for ${missing.join(', ')}`
			: `there is none for ${missing.join(', ')}, and none follows from balances that are not read. ${notRead.replace(/\.$/, '')}`,
		todo:
			began.length > 0
				? `Give what ${began.join(', ')} began with in Opening Balances, or give the rate in Rates`
				: 'Give the rate, with its day',
		state: 'refused',
	});
}

/** Rates that follow from balances and are far from those of the transactions: what they are implied by has something that was not read. */
const doubtfulRates = (ends: ReadonlyArray<{ readonly day: string; readonly rates: AsOfRates }>): RowFinding[] =>
	ends.flatMap(({ day, rates }) =>
		[...rates.byCurrency.values()]
			.filter(({ quality }) => quality === 'doubtful')
			.map(({ currency }): RowFinding => ({
				code: 'doubtfulRate',
				place: ['Rates'],
				says: `the rate of ${currency} at ${day} that follows from the balances of Xero is more than a tenth off those of the transactions before`,
				todo: 'Give what the account began with in Opening Balances, or give the rate in Rates',
				details: { currency, day },
			})),
	);

async function revaluation(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const { organisation, accounts } = await readBooks(call);
	const context: LedgerContext = { organisation, accounts, ...days, basis: 'accrual' };
	const before = addDays(days.from, -1);
	const scope = scopeOf(call.options);
	const banks = scope.has('bank') ? foreignBanks(accounts) : [];
	const isTied = call.options.tieOut !== false;
	const balanceDays = isTied ? trialBalanceDays(days, organisation.yearEnd) : [];
	const balances = isTied
		? await readTrialBalances(call, balanceDays, 'accrual', organisation.decimals)
		: new Map<string, TrialBalance>();
	const trialBalances = isTied && !('scope' in balances) ? balances : undefined;
	const wanted: RevaluationWanted = {
		context,
		before,
		scope,
		banks,
		openings: openingsOf(call, call.options.openings, foreignBanks(accounts), days.to, organisation.decimals),
		tieOut: trialBalances !== undefined,
	};
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		revaluationLists(wanted),
		BOOKS_CALLS + balanceDays.length,
		'give Opening Balances of a day nearer to the period, or choose fewer in Scope',
		async (limit) => await loadRevaluation(call, wanted, limit),
	);
	const gains = realisedGains(read.reading, context);
	const sides = sidesOf(read, wanted, new Set(gains.byDocument.keys()));
	const given = datedRates(call.options.rates, days.to);
	const incomplete = new Set(read.unknownOpenings.filter(({ balance }) => balance !== 0n).map(({ accountId }) => accountId));
	const ratesAt = (day: string, end: 'opening' | 'closing', after?: string) => ({
		day,
		rates: revaluationRates(
			{
				...{ day, end, baseDecimals: organisation.decimals, given, banks, sides, incomplete },
				...{ movements: read.movements, openings: wanted.openings, trialBalance: trialBalances?.get(day) },
			},
			after,
		),
	});
	const [opening, closing] = [ratesAt(before, 'opening'), ratesAt(days.to, 'closing', before)];
	const notRead = isTied
		? `The trial balance could not be read: it takes the scope ${TRIAL_BALANCE_SCOPE}.`
		: 'Tie-Out is switched off.';
	refuseMissing(call, [opening, closing], read, wanted, notRead);
	const facts: RevaluationFacts = {
		...{ baseDecimals: organisation.decimals, opening, closing, banks, sides, context, gains, trialBalances },
		...{ movements: read.movements, openings: wanted.openings, realised: gains.byDocument },
		notRead,
		hasBanks: scope.has('bank'),
		hasBothSides: sides.length === 2,
		unknownOpenings: read.unknownOpenings,
	};
	const all = revaluationRows(facts, {
		organisationId: call.organisation,
		totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
	});
	return await withPage(
		call,
		itemsOf(call, all, [
			...findings,
			...ofReading,
			...laterRates(given, days.to),
			...rivalRates(given, days.to),
			...doubtfulRates([opening, closing]),
		]),
		organisation,
		{ report: 'Currency Revaluation', span: days },
		(head) => currencyRevaluationPage({ head, rows: all }),
	);
}

/** The operation. */
export const currencyRevaluationReport: Operation = {
	xero: [
		...['getBankTransactions', 'getBankTransaction', 'getPayments', 'getBankTransfers', 'getInvoices', 'getCreditNotes'],
		...['getOverpayments', 'getPrepayments', 'getOrganisations', 'getAccounts', 'getReportTrialBalance'],
	],
	name: 'Get Currency Revaluation',
	action: 'Get currency revaluation',
	description:
		'What the rates of the day made of foreign bank accounts, receivables and payables, account by account and document by document',
	method: 'GET',
	path: '/BankTransactions',
	envelope: 'BankTransactions',
	required: noneSent({ period }),
	panelOptional: periodDays,
	query: noneSent(options),
	scope: 'accounting.banktransactions.read',
	run: async (call) => await revaluation(call),
};
