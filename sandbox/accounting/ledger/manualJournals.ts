/** Manual journals: their statuses, fields, filters, and what they say in the books. */
import type { Book } from '../book/book';
import type { ManualJournalRow, ManualLineRow } from '../book/ledgerRows';
import { amountTypesField, lockedField, urlField } from '../documents/fields';
import { type Lifecycle, nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { attachmentsOf, hasAttachments } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { fieldsOf } from '../schema';
import { trackingOf } from '../settings/trackingCategories';
import { sum } from '../values/decimal';
import { type Entry, post, type Posting, systemAccount } from './ledger';
import { grossOf, netOf, readManualLines, retaxed } from './manualJournalLines';

const lifecycle: Lifecycle<ManualJournalRow['Status']> = {
	name: 'manual journal',
	initial: ['DRAFT', 'POSTED'],
	statuses: {
		DRAFT: { to: ['DRAFT', 'POSTED', 'DELETED', 'ARCHIVED'], change: 'Returned to draft' },
		POSTED: { to: ['POSTED', 'VOIDED'], change: 'Posted' },
		ARCHIVED: { to: ['ARCHIVED', 'DRAFT', 'DELETED'], change: 'Archived' },
		DELETED: { to: [], change: 'Deleted' },
		VOIDED: { to: [], change: 'Voided' },
	},
};

function renderManualLine(book: Book, row: ManualLineRow): Body {
	const AccountCode = row.AccountID === undefined ? undefined : book.accounts.get(row.AccountID)?.Code;
	return { ...row, AccountCode, Tracking: trackingOf(book, row.Tracking), IsBlank: false };
}

const kind = kindOf<ManualJournalRow>('ManualJournal', {
	table: (book) => book.manualJournals,
	// Lists without paging leave JournalLines empty.
	render: (book, row, detail) => ({
		...fieldsOf('ManualJournal', row),
		JournalLines: detail === 'list' ? [] : row.JournalLines.map((one) => renderManualLine(book, one)),
		HasAttachments: hasAttachments(book, row.ManualJournalID),
		...(detail === 'full' ? { Attachments: attachmentsOf(book, 'ManualJournals', row.ManualJournalID) } : {}),
	}),
});

function save(book: Book, input: Input, before: ManualJournalRow | undefined): ManualJournalRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const posted = status === 'POSTED';
	const amounts = amountTypesField(input) ?? before?.LineAmountTypes ?? 'NoTax';
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
	lockedField(book, input, postedOn(before), postedOn(row));
	return input.findings.failed ? undefined : put(book, row, before);
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

/** The day on which a journal counts: what stands in locked days stays as it is, and nothing new gets there. */
function postedOn(row: ManualJournalRow | undefined): string | undefined {
	return row?.Status === 'POSTED' ? row.Date : undefined;
}

/** Deletes a draft or voids a posted journal. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: ManualJournalRow, status: 'VOIDED' | 'DELETED'): ManualJournalRow | undefined {
	if (lockedField(book, input, postedOn(before))) return undefined;
	return put(book, { ...before, Status: status, UpdatedDateUTC: book.stamp() }, before);
}

function put(book: Book, row: ManualJournalRow, before: ManualJournalRow | undefined): ManualJournalRow {
	const debits = sum(row.JournalLines.map((line) => Math.max(0, grossOf(line, row.LineAmountTypes))));
	const details = `${row.Narration} for ${debits.toFixed(2)}.`;
	noteChange(book, lifecycle, row.ManualJournalID, before?.Status, row.Status, details);
	post(book, { SourceType: 'MANJOURNAL', SourceID: row.ManualJournalID }, manualJournalEntry(book, row));
	return book.manualJournals.put(row);
}

/** What a manual journal says in the books: its lines while it is posted, their tax on the tax account. */
function manualJournalEntry(book: Book, row: ManualJournalRow): Entry | undefined {
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

/** How calls write manual journals. */
export const manualJournalWrites = writesOf(kind, lifecycle, save);

export const manualJournals = resourceOf(
	kind,
	{
		getManualJournals: getMany(kind),
		updateOrCreateManualJournals: write(kind, manualJournalWrites.upsert),
		createManualJournals: write(kind, manualJournalWrites.create),
		getManualJournal: getOne(kind),
		updateManualJournal: update(kind, manualJournalWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
