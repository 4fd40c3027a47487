import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { historyRoutes } from '../resource/history';
import { trackingOf } from './journalLines';
import { createManualJournal, updateManualJournal, upsertManualJournal } from './manualJournalWrites';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import type { Body } from '../resource/replies';
import { type BookRoute, type Detail, hole, type Kind, manualJournalsScope, type Resource } from '../resource/resource';
import type { ManualJournalRow, ManualLineRow } from '../book/ledgerRows';
import { writeMany, writeOne } from '../resource/writing';

function line(book: Book, row: ManualLineRow): Body {
	return {
		Description: row.Description,
		TaxType: row.TaxType,
		TaxAmount: row.TaxAmount,
		LineAmount: row.LineAmount,
		AccountCode: row.AccountID === undefined ? undefined : book.accounts.get(row.AccountID)?.Code,
		Tracking: trackingOf(book, row.Tracking),
		AccountID: row.AccountID,
		IsBlank: false,
	};
}

/** A manual journal as replies show it; lists without paging leave JournalLines empty. */
function render(book: Book, row: ManualJournalRow, detail: Detail): Body {
	const files = hasAttachments(book, row.ManualJournalID);
	return {
		Date: row.Date,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		UpdatedDateUTC: row.UpdatedDateUTC,
		ManualJournalID: row.ManualJournalID,
		Narration: row.Narration,
		JournalLines: detail === 'list' ? [] : row.JournalLines.map((one) => line(book, one)),
		Url: row.Url,
		ShowOnCashBasisReports: row.ShowOnCashBasisReports,
		HasAttachments: files,
		...(detail === 'full' ? { Attachments: attachmentsOf(book, 'ManualJournals', row.ManualJournalID) } : {}),
	};
}

const kind: Kind<ManualJournalRow> = {
	singular: 'ManualJournal',
	plural: 'ManualJournals',
	id: 'ManualJournalID',
	idOf: (row) => row.ManualJournalID,
	table: (book) => book.manualJournals,
	columns: {
		ManualJournalID: 'id',
		Narration: 'text',
		Date: 'time',
		Status: 'text',
		LineAmountTypes: 'text',
		Url: 'text',
		ShowOnCashBasisReports: 'flag',
		HasAttachments: 'flag',
		UpdatedDateUTC: 'time',
	},
	look: (book, row, path) => (path[0] === 'HasAttachments' ? hasAttachments(book, row.ManualJournalID) : undefined),
	render,
};

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createManualJournal): BookRoute => ({
	operationId,
	method,
	path: '/ManualJournals',
	scopes: manualJournalsScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input)),
});

export const manualJournals: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getManualJournals', manualJournalsScope, { paged: true, modified: true }),
		many('updateOrCreateManualJournals', 'POST', upsertManualJournal),
		many('createManualJournals', 'PUT', createManualJournal),
		getOne(kind, 'getManualJournal', manualJournalsScope),
		{
			operationId: 'updateManualJournal',
			method: 'POST',
			path: '/ManualJournals/{ManualJournalID}',
			scopes: manualJournalsScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateManualJournal(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.manualJournals.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, manualJournalsScope, {
			get: 'getManualJournalsHistory',
			create: 'createManualJournalHistoryRecord',
		}),
	],
};
