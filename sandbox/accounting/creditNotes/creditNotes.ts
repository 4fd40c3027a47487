import type { Reply, SandboxRequest } from '../../route';
import { allocationRoutes } from '../payments/allocations';
import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { lookIntoContact } from '../contacts/contacts';
import { creditColumns, renderCredit } from './creditBodies';
import { createCreditNote, updateCreditNote, upsertCreditNote } from './creditNoteWrites';
import { dateString } from '../values/dates';
import { historyRoutes } from '../resource/history';
import { isGuid } from '../resource/input';
import { documentPdf } from '../documents/pdf';
import { getMany, recordsOf } from '../resource/reading';
import { answer, type Body, notFound } from '../resource/replies';
import { type BookRoute, type Detail, header, hole, invoicesScope, type Kind, type Resource, unitdp } from '../resource/resource';
import type { CreditNoteRow } from '../book/moneyRows';
import { writeMany, writeOne } from '../resource/writing';

/** A credit note as replies show it. */
export function renderCreditNote(book: Book, row: CreditNoteRow, detail: Detail, places: number): Body {
	const files = hasAttachments(book, row.CreditNoteID);
	return {
		CreditNoteID: row.CreditNoteID,
		CreditNoteNumber: row.CreditNoteNumber,
		Reference: row.Reference ?? '',
		SentToContact: false,
		HasErrors: false,
		BrandingThemeID: row.BrandingThemeID,
		...renderCredit(book, row.CreditNoteID, row, detail, places, {
			HasAttachments: files,
			...(detail === 'full' && files ? { Attachments: attachmentsOf(book, 'CreditNotes', row.CreditNoteID) } : {}),
		}),
		DueDateString: dateString(row.DueDate),
		DueDate: row.DueDate,
		FullyPaidOnDate: row.FullyPaidOnDate,
	};
}

const kind: Kind<CreditNoteRow> = {
	singular: 'CreditNote',
	plural: 'CreditNotes',
	id: 'CreditNoteID',
	idOf: (row) => row.CreditNoteID,
	table: (book) => book.creditNotes,
	flag: 'HasErrors',
	columns: {
		...creditColumns,
		CreditNoteID: 'id',
		CreditNoteNumber: 'text',
		DueDate: 'time',
		FullyPaidOnDate: 'time',
		BrandingThemeID: 'id',
	},
	look(book, row, path) {
		if (path[0] === 'Contact') return lookIntoContact(book, row.ContactID, path[1]);
		return path[0] === 'HasAttachments' ? hasAttachments(book, row.CreditNoteID) : undefined;
	},
	render: renderCreditNote,
};

/** By CreditNoteID, or by CreditNoteNumber as Xero also takes it. */
function find(book: Book, key: string): CreditNoteRow {
	const row = isGuid(key)
		? book.creditNotes.get(key)
		: (book.creditNotes.first('number', fold(key)) ?? book.creditNotes.first('anyNumber', fold(key)));
	if (!row) throw notFound();
	return row;
}

function get(book: Book, request: SandboxRequest): Reply {
	const row = find(book, hole(request, kind.id));
	if (header(request, 'accept')?.includes('application/pdf'))
		return { status: 200, binary: creditNotePdf(book, row), contentType: 'application/pdf' };
	return answer(book, kind.plural, [renderCreditNote(book, row, 'full', unitdp(request))]);
}

function creditNotePdf(book: Book, row: CreditNoteRow): Buffer {
	return documentPdf({
		title: 'CREDIT NOTE',
		number: row.CreditNoteNumber,
		organisation: book.organisation.Name,
		contact: book.contacts.get(row.ContactID)?.Name ?? '',
		head: [`Date: ${row.Date}`, `Status: ${row.Status}`],
		lines: row.LineItems,
		totals: row,
		currency: row.CurrencyCode,
		foot: [`Remaining credit ${row.RemainingCredit.toFixed(2)} ${row.CurrencyCode}`],
	});
}

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createCreditNote): BookRoute => ({
	operationId,
	method,
	path: '/CreditNotes',
	scopes: invoicesScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input, unitdp(request))),
});

export const creditNotes: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getCreditNotes', invoicesScope, { paged: true, modified: true }),
		many('updateOrCreateCreditNotes', 'POST', upsertCreditNote),
		many('createCreditNotes', 'PUT', createCreditNote),
		{ operationId: 'getCreditNote', method: 'GET', path: '/CreditNotes/{CreditNoteID}', scopes: invoicesScope.read, handle: get },
		// On the wire the PDF is the same path with Accept: application/pdf (the spec's x-path).
		{
			operationId: 'getCreditNoteAsPdf',
			method: 'GET',
			path: '/CreditNotes/{CreditNoteID}',
			scopes: invoicesScope.read,
			handle: get,
		},
		{
			operationId: 'updateCreditNote',
			method: 'POST',
			path: '/CreditNotes/{CreditNoteID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = find(book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateCreditNote(book, row, input, unitdp(request)));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.creditNotes.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...allocationRoutes(kind, 'CreditNote', invoicesScope, {
			create: 'createCreditNoteAllocation',
			delete: 'deleteCreditNoteAllocations',
		}),
		...historyRoutes(kind, invoicesScope),
	],
};
