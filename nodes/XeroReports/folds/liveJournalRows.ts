// Live journals as the items that a node gives: one for each line.

import type { IDataObject } from 'n8n-workflow';
import type { Entries, Entry, Omission } from '../entries/entry';
import type { JournalLine } from '../facts/journals';
import { amountOf } from '../facts/money';
import type { Anomalies, DocumentStatus } from './journalAnomalies';
import type { PairedJournal } from './journalPairs';
import { totalRows } from './journalTotals';
import type { JournalView } from './journalView';
import { journalHead } from './journalView';
import { REASON_TEXT } from './notInApi';
import type { Check } from './rows';
import { checkRow } from './rows';
import { accountKeys } from './transactionRows';

/** What a row without a line has in the place of it. */
const NO_LINE: IDataObject = {
	accountId: null,
	accountCode: null,
	accountName: null,
	description: null,
	net: null,
	tax: null,
	taxType: null,
	options: [],
};

function lineKeys(line: Omit<JournalLine, 'tax'> & { readonly tax: bigint | null }, view: JournalView): IDataObject {
	const { accountId, net, tax, taxType, description, options } = line;
	return {
		...accountKeys(accountId, view.accounts.byId.get(accountId)),
		description: description || null,
		net: amountOf(net, view.decimals),
		tax: amountOf(tax ?? 0n, view.decimals),
		taxType,
		options: options.map((option) => ({ ...option })),
	};
}

function journalRows(
	{ journal, status, partner, isLoose }: PairedJournal,
	voided: ReadonlySet<string>,
	view: JournalView,
): IDataObject[] {
	const { id, number, date, createdAt, sourceType, sourceId, reference, lines } = journal;
	const { organisationId } = view;
	// Keys by name first, each once: an object that begins as a copy or is filled afterwards takes ten times as long to make.
	return lines.map((line) => ({
		report: 'liveJournals',
		rowType: 'row',
		organisationId,
		source: 'journals',
		journalId: id,
		journalNumber: number,
		date,
		createdAt: createdAt || null,
		sourceType: sourceType || null,
		sourceId: sourceId || null,
		number: null,
		reference: reference || null,
		contactId: null,
		contactName: null,
		status,
		partner,
		loose: isLoose,
		anomaly: voided.has(id) ? 'voided' : null,
		...lineKeys(line, view),
	}));
}

/** A document that no journal has: a row without a line. */
const missingRow = ({ ids, sourceType, date, number }: DocumentStatus, view: JournalView): IDataObject => ({
	...journalHead(view, 'row'),
	source: 'journals',
	journalId: null,
	journalNumber: null,
	date,
	createdAt: null,
	sourceType: sourceType || null,
	sourceId: ids[0] ?? null,
	number: number || null,
	reference: null,
	contactId: null,
	contactName: null,
	status: 'missing',
	partner: null,
	loose: false,
	anomaly: 'noJournal',
	...NO_LINE,
});

/** A line that is rebuilt has no number of a journal. */
const entryRow = ({ source, ...line }: Entry, view: JournalView): IDataObject => ({
	report: 'liveJournals',
	rowType: 'row',
	organisationId: view.organisationId,
	source: 'rebuilt',
	journalId: null,
	journalNumber: null,
	date: source.date,
	createdAt: null,
	sourceType: source.type || null,
	sourceId: source.id,
	number: source.number || null,
	reference: source.reference || null,
	contactId: source.contactId,
	contactName: source.contactName,
	status: 'live',
	partner: null,
	loose: false,
	anomaly: null,
	...lineKeys({ ...line, net: line.amount }, view),
});

const checkRows = (checks: readonly Check[], view: JournalView): IDataObject[] =>
	checks.map((check) =>
		checkRow(
			{ report: 'liveJournals', organisationId: view.organisationId },
			check,
			check.check.endsWith('Count') ? 0 : view.decimals,
		),
	);

/**
 * Xero's journals: a row for each line by number, totals of what is live, checks. Each item of a kind has the same keys in every run.
 * `net` is in the base currency, debit positive.
 */
export function liveJournalRows(
	journals: readonly PairedJournal[],
	{ voided, missing }: Anomalies,
	checks: readonly Check[],
	view: JournalView,
): IDataObject[] {
	const shown = view.pairs === 'mark' ? journals : journals.filter(({ status }) => status === 'live');
	const live = journals.filter(({ status }) => status === 'live').flatMap(({ journal }) => journal.lines);
	return [
		...shown.flatMap((one) => journalRows(one, voided, view)),
		...missing.map((one) => missingRow(one, view)),
		...totalRows(live, view),
		...checkRows(checks, view),
	];
}

const sourceKey = ({ source }: Entry): string => `${source.date} ${source.type} ${source.id}`;

/** A record that gave no journal, as its rate or lines are not known. */
const omittedRow = ({ reason, source }: Omission, view: JournalView): IDataObject => ({
	...journalHead(view, 'notInApi'),
	date: source.date || null,
	sourceType: source.type,
	sourceId: source.id,
	number: source.number || null,
	contactId: source.contactId,
	contactName: source.contactName,
	amount: null,
	reason,
	note: REASON_TEXT[reason],
});

/**
 * The same of journals that are rebuilt from documents: by date, then source. They have no numbers, and nothing among them is taken back.
 * Records that gave none are rows “not in the API”.
 */
export function rebuiltJournalRows({ entries, omissions }: Entries, checks: readonly Check[], view: JournalView): IDataObject[] {
	const sorted = entries
		.map((entry) => ({ entry, key: sourceKey(entry) }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	const moving = entries.map(({ accountId, amount }) => ({ accountId, net: amount }));
	return [
		...sorted.map(({ entry }) => entryRow(entry, view)),
		...totalRows(moving, view),
		...omissions.map((one) => omittedRow(one, view)),
		...checkRows(checks, view),
	];
}
