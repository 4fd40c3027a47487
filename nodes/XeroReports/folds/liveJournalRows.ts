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

/** The keys of a row, all of them empty: every row has the same. */
const EMPTY: IDataObject = {
	source: 'journals',
	journalId: null,
	journalNumber: null,
	date: null,
	createdAt: null,
	sourceType: null,
	sourceId: null,
	number: null,
	reference: null,
	contactId: null,
	contactName: null,
	status: 'live',
	partner: null,
	loose: false,
	anomaly: null,
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
	return lines.map((line) => ({
		...journalHead(view, 'row'),
		...EMPTY,
		journalId: id,
		journalNumber: number,
		date,
		createdAt: createdAt || null,
		sourceType: sourceType || null,
		sourceId: sourceId || null,
		reference: reference || null,
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
	...EMPTY,
	date,
	sourceType: sourceType || null,
	sourceId: ids[0] ?? null,
	number: number || null,
	status: 'missing',
	anomaly: 'noJournal',
});

function entryRow({ source, ...line }: Entry, view: JournalView): IDataObject {
	return {
		...journalHead(view, 'row'),
		...EMPTY,
		source: 'rebuilt',
		date: source.date,
		sourceType: source.type || null,
		sourceId: source.id,
		number: source.number || null,
		reference: source.reference || null,
		contactId: source.contactId,
		contactName: source.contactName,
		...lineKeys({ ...line, net: line.amount }, view),
	};
}

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
