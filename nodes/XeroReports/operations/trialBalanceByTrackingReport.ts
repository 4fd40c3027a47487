// The trial balance by tracking option, from Xero's own reports or from journals.

import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import { choice } from '../../shared/inputs/scalars';
import { entriesOfReading } from '../entries/fromDocuments';
import { entriesFromJournals } from '../entries/fromJournals';
import type { LedgerContext } from '../entries/postings';
import { systemAccountId } from '../entries/postings';
import type { TrackingCategory } from '../facts/trackingCategories';
import type { TrialBalance } from '../facts/trialBalance';
import { asOf, asOfDate } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { ownReport, totals } from '../fields/ownReports';
import type { Categories, OptionBalances } from '../folds/trackedBalances';
import { addTracked, balanceWithOthers, byOption } from '../folds/trackedBalances';
import type { TrackedCheck, Unexplained } from '../folds/trackedChecks';
import { debitsCheck, journalChecks, profitCheck, transfersChecks, unexplainedBy } from '../folds/trackedChecks';
import type { JournalSums } from '../folds/trackedJournals';
import { addJournals, inOptionOrder } from '../folds/trackedJournals';
import { trackedRows } from '../folds/trackedRows';
import type { Books } from '../load/books';
import { BOOKS_CALLS, readBooks } from '../load/books';
import type { CallsLimit } from '../load/callsLimit';
import { readJournals } from '../load/journals';
import { ledgerLists, loadLedger } from '../load/ledger';
import type { TrackedWanted, TrackingTransfers } from '../load/trackedReports';
import { addTrackedCalls, loadTrackedReports, sheetDay } from '../load/trackedReports';
import { TRACKING_CALLS, readTrackingCategories } from '../load/trackingCategories';
import { TRIAL_BALANCE_SCOPE, readTrialBalance } from '../load/trialBalances';
import { trialBalanceByTrackingPage } from '../pages/trialBalanceByTrackingPage';
import { addDays } from '../rows/days';
import { yearStart } from '../rows/financialYear';
import { asOfAsked } from './daysAsked';
import { leftOutFindings } from './leftOutRecords';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';
import { unreadFindings } from './unreadLists';

const options: Fields = {
	secondTrackingCategory: record('Second Tracking Category', 'trackingCategory', ['id'], {
		description: 'For pairs of options; a call more for each pair',
	}),
	source: choice('Source', [
		['reports', 'Reports', 'Profit and loss and balance sheets of Xero: every app may read them'],
		['journals', 'Journals', 'Only for apps on the Advanced tier of Xero; all journals since the beginning are read'],
	]),
	basis: choice('Basis', [
		['accrual', 'Accrual', 'What was invoiced'],
		['cash', 'Cash', 'What was paid and received'],
	]),
	totals: totals('Option'),
	...ownReport,
};

/** What options have, and what is known besides. */
interface Tracked {
	readonly options: readonly OptionBalances[];
	readonly unexplained: readonly Unexplained[];
	readonly checks: readonly TrackedCheck[];
	readonly findings: readonly RowFinding[];
}

function categoryIn(call: OperationContext, all: readonly TrackingCategory[], picked: Picked, label: string): TrackingCategory {
	const found = all.find(({ id }) => id === picked.value.toLowerCase());
	const place = [label];
	const todo = 'Choose it From List';
	return found ?? call.refuse({ place, value: picked.value, says: 'is no tracking category of the organisation', todo });
}

function categoriesOf(call: OperationContext, all: readonly TrackingCategory[]): Categories {
	const first = categoryIn(call, all, call.input.trackingCategory as Picked, 'Tracking Category');
	const other = call.options.secondTrackingCategory as Picked | undefined;
	const second = other && categoryIn(call, all, other, 'Second Tracking Category');
	if (second?.id === first.id)
		call.refuse({
			place: ['Second Tracking Category'],
			value: second.name,
			says: 'is Tracking Category as well',
			todo: 'Choose the other one, or leave it out',
		});
	return { first, second };
}

const unclearFinding = (unclear: readonly string[]): RowFinding[] =>
	unclear.length === 0
		? []
		: [
				{
					code: 'optionNotKnown',
					place: ['Tracking Category'],
					says: `these columns of the profit and loss stand for no option or for several of the same name, so that their amounts are in Unassigned: ${unclear.join(', ')}`,
					todo: 'Give each option of the category a name of its own in Xero',
					details: { options: [...unclear] },
				},
			];

/** Checks of what Xero's own reports say of options; balance sheets are of the month's end alone. */
function sheetChecks(
	made: readonly OptionBalances[],
	transfers: readonly TrackingTransfers[],
	{ asOf: day }: TrackedWanted,
): TrackedCheck[] {
	if (sheetDay(day) !== day) return [];
	// An option by itself is the sum of its pairs, and of what has no option of the other category.
	return transfersChecks(transfers, (first, second) =>
		made
			.filter((one) => (first === undefined || one.first === first) && (second === undefined || one.second === second))
			.reduce((sum, one) => sum + balanceWithOthers(one), 0n),
	);
}

async function fromReports(
	call: OperationContext,
	wanted: TrackedWanted,
	trialBalance: TrialBalance,
	limit: CallsLimit,
): Promise<Tracked> {
	const { books, categories, asOf: day, basis } = wanted;
	addTrackedCalls(wanted, limit);
	const context: LedgerContext = { ...books, from: addDays(sheetDay(day), 1), to: day, basis };
	const [reports, since] = await Promise.all([
		loadTrackedReports(call, wanted),
		// What moved on the balance sheet since the month's end, as far as documents say it.
		sheetDay(day) === day ? undefined : loadLedger(call, context, limit),
	]);
	const moved = since && entriesOfReading(since.reading, context);
	if (moved) addTracked(reports.figures, moved.entries, categories, books.accounts);
	const made = byOption(categories, reports.figures, trialBalance);
	return {
		options: made,
		unexplained: [],
		checks: [
			profitCheck(reports.profit, trialBalance, books.accounts),
			...sheetChecks(made, reports.transfers, wanted),
			debitsCheck(made, trialBalance),
		],
		findings: [
			...unclearFinding(reports.unclear),
			...unreadFindings(since?.unread ?? [], 'what they posted since the end of the month stands in Unassigned'),
			...leftOutFindings(
				moved?.omissions ?? [],
				(since?.unread ?? []).length > 0,
				'what they may have put on the balance sheet under an option since the end of the month stands in Unassigned',
			),
		],
	};
}

async function fromJournals(
	call: OperationContext,
	{ books, categories, asOf: day, basis }: TrackedWanted,
	trialBalance: TrialBalance,
	limit: CallsLimit,
): Promise<Tracked> {
	const { organisation, accounts } = books;
	// Everything since ever.
	const context: LedgerContext = { ...books, from: '', to: day, basis };
	const of = {
		...{ categories, accounts, yearStart: yearStart(day, organisation.yearEnd) },
		retainedEarnings: systemAccountId(accounts, 'RETAINEDEARNINGS'),
	};
	const sums: JournalSums = new Map();
	await readJournals(call, basis, limit, (page) => addJournals(sums, entriesFromJournals(page, context).entries, of));
	const made = inOptionOrder(sums, categories);
	const unexplained = unexplainedBy(made, trialBalance, accounts);
	return {
		options: made,
		unexplained,
		checks: [...journalChecks(unexplained, made, trialBalance), debitsCheck(made, trialBalance)],
		findings: [],
	};
}

/** What would make it fewer calls. */
function narrowOf(isOfJournals: boolean, { asOf: day, categories: { second } }: TrackedWanted): string {
	if (isOfJournals) return 'choose Source: Reports';
	const narrow = [
		...(second === undefined ? [] : ['leave out Second Tracking Category']),
		...(sheetDay(day) === day ? [] : ['choose an As Of at the end of a month']),
	];
	return narrow.length > 0 ? narrow.join(', or ') : 'choose a Tracking Category of fewer options';
}

async function byTracking(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const day = await asOfAsked(call, (finding) => void findings.push(finding));
	const [books, all]: [Books, TrackingCategory[]] = await Promise.all([readBooks(call), readTrackingCategories(call)]);
	const { organisation, accounts } = books;
	const basis = call.options.basis === 'cash' ? 'cash' : 'accrual';
	const categories = categoriesOf(call, all);
	const wanted: TrackedWanted = { books, categories, asOf: day, basis };
	const isOfJournals = call.options.source === 'journals';
	const lists = isOfJournals || sheetDay(day) === day ? [] : ledgerLists({ ...books, from: day, to: day, basis });
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		lists,
		BOOKS_CALLS + TRACKING_CALLS + 1,
		narrowOf(isOfJournals, wanted),
		async (limit) => {
			const trialBalance = await readTrialBalance(call, day, basis, organisation.decimals);
			return await (isOfJournals ? fromJournals : fromReports)(call, wanted, trialBalance, limit);
		},
	);
	const rows = trackedRows(read.options, read.unexplained, read.checks, {
		...{ organisationId: call.organisation, decimals: organisation.decimals, accounts, categories, asOf: day, basis },
		totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
	});
	return await withPage(
		call,
		itemsOf(call, rows, [...findings, ...read.findings, ...ofReading]),
		organisation,
		{ report: 'Trial Balance by Tracking Category', span: { asOf: day }, basis },
		(head) => trialBalanceByTrackingPage({ head, rows }),
	);
}

/** The operation. */
export const trialBalanceByTrackingReport: Operation = {
	xero: [
		...['getReportTrialBalance', 'getReportProfitAndLoss', 'getReportBalanceSheet', 'getTrackingCategories'],
		...['getOrganisations', 'getAccounts', 'getJournals', 'getInvoices', 'getCreditNotes', 'getCreditNote'],
		...['getOverpayments', 'getOverpayment', 'getPrepayments', 'getPrepayment', 'getBankTransactions', 'getBankTransaction'],
		...['getPayments', 'getBankTransfers', 'getManualJournals', 'getManualJournal', 'getExpenseClaims', 'getExpenseClaim'],
	],
	name: 'Get Trial Balance by Tracking Category',
	action: 'Get trial balance by tracking category',
	description: 'What stands on every account on any day, by the options of one or two tracking categories',
	method: 'GET',
	path: '/Reports/TrialBalance',
	envelope: 'Reports',
	required: noneSent({ trackingCategory: record('Tracking Category', 'trackingCategory'), asOf: asOf('endOfLastMonth') }),
	panelOptional: asOfDate,
	query: noneSent(options),
	scope: TRIAL_BALANCE_SCOPE,
	run: async (call) => await byTracking(call),
};
