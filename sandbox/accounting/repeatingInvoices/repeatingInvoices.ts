import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { contactReference, lookIntoContact } from '../contacts/contacts';
import type { RepeatingInvoiceRow } from '../book/documentRows';
import { historyRoutes } from '../resource/history';
import { renderLine } from '../invoices/invoiceBodies';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import type { Body } from '../resource/replies';
import { type BookRoute, type Detail, hole, invoicesScope, type Kind, type Resource } from '../resource/resource';
import { createOrDeleteRepeatingInvoice, createRepeatingInvoice, deleteRepeatingInvoice } from './repeatingInvoiceWrites';
import { nextScheduled } from './schedules';
import { writeMany, writeOne } from '../resource/writing';

function render(book: Book, row: RepeatingInvoiceRow, detail: Detail): Body {
	const files = hasAttachments(book, row.RepeatingInvoiceID);
	return {
		Schedule: { ...row.Schedule, NextScheduledDate: nextScheduled(row.Schedule, book.today()) },
		RepeatingInvoiceID: row.RepeatingInvoiceID,
		Type: row.Type,
		Reference: row.Reference,
		BrandingThemeID: row.BrandingThemeID,
		HasAttachments: files,
		...(detail === 'full' && files ? { Attachments: attachmentsOf(book, kind.plural, row.RepeatingInvoiceID) } : {}),
		ApprovedForSending: row.ApprovedForSending,
		SendCopy: row.SendCopy,
		MarkAsSent: row.MarkAsSent,
		IncludePDF: row.IncludePDF,
		ID: row.RepeatingInvoiceID,
		Contact: contactReference(book, row.ContactID),
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: row.LineItems.map((one) => renderLine(book, one, 4)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		CurrencyCode: row.CurrencyCode,
	};
}

export const kind: Kind<RepeatingInvoiceRow> = {
	singular: 'RepeatingInvoice',
	plural: 'RepeatingInvoices',
	id: 'RepeatingInvoiceID',
	idOf: (row) => row.RepeatingInvoiceID,
	table: (book) => book.repeatingInvoices,
	columns: {
		RepeatingInvoiceID: 'id',
		Type: 'text',
		Status: 'text',
		Reference: 'text',
		Contact: { ContactID: 'id', Name: 'text' },
		Schedule: {
			Period: 'number',
			Unit: 'text',
			DueDate: 'number',
			DueDateType: 'text',
			StartDate: 'time',
			NextScheduledDate: 'time',
			EndDate: 'time',
		},
		LineAmountTypes: 'text',
		CurrencyCode: 'text',
		BrandingThemeID: 'id',
		SubTotal: 'number',
		TotalTax: 'number',
		Total: 'number',
		ApprovedForSending: 'flag',
		HasAttachments: 'flag',
	},
	look(book, row, path) {
		if (path[0] === 'HasAttachments') return hasAttachments(book, row.RepeatingInvoiceID);
		if (path[0] === 'Contact') return lookIntoContact(book, row.ContactID, path[1]);
		if (path[0] !== 'Schedule') return undefined;
		if (path[1] === 'NextScheduledDate') return nextScheduled(row.Schedule, book.today());
		return (row.Schedule as object as Body)[path[1] ?? ''];
	},
	render,
};

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createRepeatingInvoice): BookRoute => ({
	operationId,
	method,
	path: '/RepeatingInvoices',
	scopes: invoicesScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input)),
});

export const repeatingInvoices: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getRepeatingInvoices', invoicesScope),
		many('updateOrCreateRepeatingInvoices', 'POST', createOrDeleteRepeatingInvoice),
		many('createRepeatingInvoices', 'PUT', createRepeatingInvoice),
		getOne(kind, 'getRepeatingInvoice', invoicesScope),
		{
			operationId: 'updateRepeatingInvoice',
			method: 'POST',
			path: '/RepeatingInvoices/{RepeatingInvoiceID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => deleteRepeatingInvoice(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.repeatingInvoices.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, invoicesScope),
	],
};
