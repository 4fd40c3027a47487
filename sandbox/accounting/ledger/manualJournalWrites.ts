import type { Book } from '../book/book';
import { sum } from '../values/decimal';
import { urlField } from '../documents/documentFields';
import type { Input } from '../resource/input';
import { type Entry, post, type Posting, systemAccount } from './ledger';
import { grossOf, netOf, readManualLines, retaxed } from './manualJournalLines';
import type { ManualJournalRow } from '../book/ledgerRows';

type Status = ManualJournalRow['Status'];

/** Where each status may go by a request; staying is an edit. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	DRAFT: ['DRAFT', 'POSTED', 'DELETED', 'ARCHIVED'],
	POSTED: ['POSTED', 'VOIDED'],
	ARCHIVED: ['ARCHIVED', 'DRAFT', 'DELETED'],
	DELETED: [],
	VOIDED: [],
};
const ALL = Object.keys(NEXT) as Status[];

const CHANGES: Readonly<Record<Status, string>> = {
	DRAFT: 'Returned to draft',
	POSTED: 'Posted',
	DELETED: 'Deleted',
	VOIDED: 'Voided',
	ARCHIVED: 'Archived',
};

/** PUT: a new manual journal. */
export function createManualJournal(book: Book, input: Input): ManualJournalRow | undefined {
	const id = input.guid('ManualJournalID');
	if (id !== undefined && book.manualJournals.get(id))
		return void input.fail('A manual journal with the specified ManualJournalID already exists.');
	return save(book, input, undefined);
}

/** POST: the one with the ManualJournalID, else a new one. */
export function upsertManualJournal(book: Book, input: Input): ManualJournalRow | undefined {
	const id = input.guid('ManualJournalID');
	if (id === undefined) return save(book, input, undefined);
	const row = book.manualJournals.get(id);
	return row
		? save(book, input, row)
		: void input.fail('The manual journal with the specified ManualJournalID could not be found.');
}

/** POST /ManualJournals/{ManualJournalID}. */
export function updateManualJournal(book: Book, row: ManualJournalRow, input: Input): ManualJournalRow | undefined {
	return save(book, input, row);
}

function save(book: Book, input: Input, before: ManualJournalRow | undefined): ManualJournalRow | undefined {
	if (before) input.findings.id = before.ManualJournalID;
	const status = nextStatus(input, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const posted = status === 'POSTED';
	const amounts = input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']) ?? before?.LineAmountTypes ?? 'NoTax';
	const row: ManualJournalRow = {
		ManualJournalID: before?.ManualJournalID ?? book.newId(),
		Status: status,
		Narration: (input.text('Narration', 4000) ?? before?.Narration ?? '').trim(),
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		LineAmountTypes: amounts,
		Url: urlField(input, 'Url') ?? before?.Url,
		ShowOnCashBasisReports: input.flag('ShowOnCashBasisReports') ?? before?.ShowOnCashBasisReports ?? true,
		JournalLines: linesOf(book, input, before, amounts, posted),
		UpdatedDateUTC: book.stamp(),
	};
	check(input, row);
	lock(book, input, [before, row]);
	if (input.findings.failed) return undefined;
	const change = before === undefined ? 'Created' : before.Status === status ? 'Edited' : CHANGES[status];
	book.note(row.ManualJournalID, change, describe(row));
	if (!before && posted) book.note(row.ManualJournalID, CHANGES.POSTED, describe(row));
	return keep(book, row);
}

function linesOf(
	book: Book,
	input: Input,
	before: ManualJournalRow | undefined,
	amounts: ManualJournalRow['LineAmountTypes'],
	posted: boolean,
): ManualJournalRow['JournalLines'] {
	const parts = input.list('JournalLines');
	if (parts) return readManualLines(book, parts, amounts, posted);
	const kept = before?.JournalLines ?? [];
	return before && before.LineAmountTypes !== amounts ? retaxed(book, input, kept, amounts) : kept;
}

function check(input: Input, row: ManualJournalRow): void {
	if (row.Narration === '') input.fail('The Narration field must be specified.');
	if (row.JournalLines.length < 2) input.fail('A manual journal must have at least two journal lines.');
	if (row.Status === 'POSTED' && row.JournalLines.some((line) => line.AccountID === undefined))
		input.fail('Account code must be specified');
	const amounts = row.JournalLines.map((line) => grossOf(line, row.LineAmountTypes));
	const [debits, credits] = [sum(amounts.filter((amount) => amount > 0)), sum(amounts.filter((amount) => amount < 0))];
	if (debits !== -credits) input.fail(`The total debits (${debits.toFixed(2)}) must equal total credits (${credits.toFixed(2)})`);
}

/** What stands in locked days stays as it is, and nothing new gets there. */
function lock(book: Book, input: Input, rows: ReadonlyArray<ManualJournalRow | undefined>): void {
	const locked = book.lockedUntil();
	if (locked && rows.some((row) => row?.Status === 'POSTED' && row.Date <= locked.day)) input.fail(locked.sentence);
}

function nextStatus(input: Input, before: Status | undefined): Status {
	const wanted = input.choice('Status', ALL);
	if (before === undefined) {
		if (wanted !== undefined && wanted !== 'DRAFT' && wanted !== 'POSTED')
			input.fail(`A new manual journal must have the status DRAFT or POSTED; '${wanted}' is not valid.`);
		return wanted ?? 'DRAFT';
	}
	const status = wanted ?? before;
	if (!NEXT[before].includes(status)) input.fail('Manual journal not of valid status for modification');
	return status;
}

/** Deletes a draft or voids a posted journal. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: ManualJournalRow, status: 'VOIDED' | 'DELETED'): ManualJournalRow | undefined {
	lock(book, input, [before]);
	if (input.findings.failed) return undefined;
	book.note(before.ManualJournalID, CHANGES[status], describe(before));
	return keep(book, { ...before, Status: status, UpdatedDateUTC: book.stamp() });
}

function describe(row: ManualJournalRow): string {
	const debits = sum(row.JournalLines.map((line) => Math.max(0, grossOf(line, row.LineAmountTypes))));
	return `${row.Narration} for ${debits.toFixed(2)}.`;
}

function keep(book: Book, row: ManualJournalRow): ManualJournalRow {
	post(book, { SourceType: 'MANJOURNAL', SourceID: row.ManualJournalID }, manualJournalEntry(book, row));
	return book.manualJournals.put(row);
}

/** What a manual journal says in the books: its lines while it is posted, their tax on the tax account. */
export function manualJournalEntry(book: Book, row: ManualJournalRow): Entry | undefined {
	if (row.Status !== 'POSTED') return undefined;
	const postings = row.JournalLines.flatMap((line): Posting[] =>
		line.AccountID === undefined
			? []
			: [
					{
						AccountID: line.AccountID,
						net: netOf(line, row.LineAmountTypes),
						tax: line.TaxAmount,
						TaxType: line.TaxType,
						Description: line.Description ?? row.Narration,
						Tracking: line.Tracking,
					},
				],
	);
	const tax = sum(row.JournalLines.map((line) => line.TaxAmount));
	return {
		date: row.Date,
		postings: tax === 0 ? postings : [...postings, { AccountID: systemAccount(book, 'GST'), net: tax }],
	};
}
