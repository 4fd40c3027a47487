// The journals of a period that stand: Xero's own without what was taken back, or rebuilt from documents.

import type { IDataObject } from 'n8n-workflow';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import type { LedgerContext } from '../entries/postings';
import { period, periodDays } from '../fields/days';
import { journalSource, liveJournalOptions } from '../fields/liveJournals';
import { noneSent } from '../fields/notSent';
import type { Journal } from '../facts/journals';
import { journalOf } from '../facts/journals';
import type { Anomalies } from '../folds/journalAnomalies';
import { anomaliesOf } from '../folds/journalAnomalies';
import { pairedJournals } from '../folds/journalPairs';
import type { JournalView } from '../folds/journalView';
import { anomalyChecks, balanced, journalChecks } from '../folds/liveJournalChecks';
import { liveJournalRows, rebuiltJournalRows } from '../folds/liveJournalRows';
import type { Check } from '../folds/rows';
import { BOOKS_CALLS, readBooks } from '../load/books';
import type { CallsLimit } from '../load/callsLimit';
import type { ReadStatuses } from '../load/documentStatuses';
import { readDocumentStatuses, statusLists } from '../load/documentStatuses';
import { readJournals } from '../load/journals';
import { ledgerLists } from '../load/ledger';
import { liveJournalsPage } from '../pages/liveJournalsPage';
import type { DayRange } from '../rows/financialYear';
import { periodAsked } from './daysAsked';
import { readLedgerEntries } from './ledgerEntries';
import { unreadFindings } from './unreadLists';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';

/** Rows, and what is to be said of them. */
interface Made {
	readonly rows: readonly IDataObject[];
	readonly findings: readonly RowFinding[];
}

const NO_ANOMALIES: Anomalies = { voided: new Set(), missing: [] };

/** The moment of Known At in ms; it is in UTC. */
function knownAtOf({ options }: Pick<OperationContext, 'options'>): number | undefined {
	const { knownAt } = options;
	return typeof knownAt === 'string' ? Date.parse(`${knownAt}Z`) : undefined;
}

/** Journals of the period, as far as they were known: both before any are paired, so that what is reversed later stands. */
async function journalsOf(
	call: OperationContext,
	{ from, to }: DayRange,
	decimals: number,
	limit: CallsLimit,
): Promise<Journal[]> {
	const journals: Journal[] = [];
	const knownAt = knownAtOf(call) ?? Infinity;
	await readJournals(call, 'accrual', limit, (page) => {
		for (const record of page) {
			const journal = journalOf(record, decimals);
			const isKnown = knownAt === Infinity || Date.parse(journal.createdAt) <= knownAt;
			if (isKnown && journal.date >= from && journal.date <= to) journals.push(journal);
		}
	});
	return journals;
}

/** Checks against documents; of journals as they stood at a moment none, as documents are those of now. */
function documentChecks(call: OperationContext, statuses: ReadStatuses | undefined, anomalies: Anomalies): Check[] {
	const notChecked = (note: string): Check[] => [{ check: 'voidedCount', ours: 0n, xeros: null, status: 'notChecked', note }];
	if (knownAtOf(call) !== undefined) return notChecked('Documents are those of now, and journals those of Known At.');
	if (statuses === undefined) return [];
	const [first] = statuses.notRead;
	if (first) return notChecked(`A list of documents could not be read: it takes the scope ${first.scope}.`);
	return anomalyChecks(anomalies);
}

async function fromJournals(call: OperationContext, context: LedgerContext, view: JournalView): Promise<Made> {
	const isTied = call.options.tieOut !== false && knownAtOf(call) === undefined;
	const { decimals } = context.organisation;
	const { read, findings } = await withinMostCalls(
		call,
		isTied ? statusLists(context) : [],
		BOOKS_CALLS,
		'choose Source: Documents',
		async (limit) => ({
			// First, as the scope that few apps have is said before anything else is read.
			journals: pairedJournals(await journalsOf(call, context, decimals, limit)),
			statuses: isTied ? await readDocumentStatuses(call, context, limit) : undefined,
		}),
	);
	const { journals, statuses } = read;
	const isWhole = statuses !== undefined && statuses.notRead.length === 0;
	const anomalies = isWhole ? anomaliesOf(journals, statuses.documents) : NO_ANOMALIES;
	const checks = [...journalChecks(journals), ...documentChecks(call, statuses, anomalies)];
	return { rows: liveJournalRows(journals, anomalies, checks, view), findings };
}

async function fromDocuments(call: OperationContext, context: LedgerContext, view: JournalView): Promise<Made> {
	const { read, findings } = await withinMostCalls(
		call,
		ledgerLists(context),
		BOOKS_CALLS,
		'choose a shorter Period',
		async (limit) => await readLedgerEntries(call, context, limit, false),
	);
	const checks = [balanced(read.entries.map(({ amount }) => amount))];
	return {
		rows: rebuiltJournalRows(read, checks, view),
		findings: [...unreadFindings(read.unread, 'their journals are missing'), ...findings],
	};
}

/** What only Xero's own journals know. */
function refuseUnknown(call: OperationContext): void {
	const { knownAt, pairs } = call.options;
	const named = knownAt !== undefined ? 'Known At' : pairs === 'mark' ? 'Voided Pairs' : undefined;
	if (named === undefined || call.input.source === 'journals') return;
	call.refuse({
		place: [named],
		says: 'asks for what was voided or edited, and documents say what stands now',
		todo: 'Choose Source: Journals',
	});
}

async function liveJournals(call: OperationContext): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	refuseUnknown(call);
	const days = await periodAsked(call, (finding) => void findings.push(finding));
	const { organisation, accounts } = await readBooks(call);
	const context: LedgerContext = { organisation, accounts, ...days, basis: 'accrual' };
	const view: JournalView = {
		...days,
		organisationId: call.organisation,
		decimals: organisation.decimals,
		accounts,
		pairs: call.options.pairs === 'mark' ? 'mark' : 'leaveOut',
		totals: (call.options.totals ?? 'grand') as JournalView['totals'],
	};
	const made = await (call.input.source === 'journals' ? fromJournals : fromDocuments)(call, context, view);
	return await withPage(
		call,
		itemsOf(call, made.rows, [...findings, ...made.findings]),
		organisation,
		{ report: 'Live Journals', span: days },
		(head) => liveJournalsPage({ head, rows: made.rows }),
	);
}

/** The operation. */
export const liveJournalsReport: Operation = {
	xero: [
		...['getInvoices', 'getOrganisations', 'getAccounts', 'getCreditNotes', 'getCreditNote', 'getOverpayments'],
		...['getOverpayment', 'getPrepayments', 'getPrepayment', 'getBankTransactions', 'getBankTransaction', 'getPayments'],
		...['getBankTransfers', 'getManualJournals', 'getManualJournal', 'getExpenseClaims', 'getExpenseClaim', 'getJournals'],
	],
	name: 'Get Live Journals',
	action: 'Get live journals',
	description: 'What stands in the ledger, line by line, without what was voided or edited; from documents or from journals',
	method: 'GET',
	path: '/Invoices',
	envelope: 'Invoices',
	required: noneSent({ period, source: journalSource }),
	panelOptional: periodDays,
	query: noneSent(liveJournalOptions),
	scope: 'accounting.invoices.read',
	run: async (call) => await liveJournals(call),
};
