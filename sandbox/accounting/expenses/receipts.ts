import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { contactInDocument, contactReference, lookIntoContact } from '../contacts/contacts';
import type { ReceiptRow } from '../book/documentRows';
import { historyRoutes } from '../resource/history';
import { renderLine } from '../invoices/invoiceBodies';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { createReceipt, updateReceipt } from './receiptWrites';
import type { Body } from '../resource/replies';
import { type Detail, expensesScope, hole, type Kind, type Resource, unitdp } from '../resource/resource';
import { writeAll, writeOne } from '../resource/writing';

/** A receipt as replies show it: lists leave its lines empty; inside a claim ('page') contact and user are short. */
export function renderReceipt(book: Book, row: ReceiptRow, detail: Detail, places: number): Body {
	const [files, user] = [hasAttachments(book, row.ReceiptID), book.users.get(row.UserID)];
	return {
		ReceiptID: row.ReceiptID,
		ReceiptNumber: String(row.ReceiptNumber),
		Status: row.Status,
		User: detail === 'full' ? { ...user } : { UserID: row.UserID, FirstName: user?.FirstName, LastName: user?.LastName },
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		Date: row.Date,
		UpdatedDateUTC: row.UpdatedDateUTC,
		Reference: row.Reference,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		ID: row.ReceiptID,
		Url: row.Url,
		HasAttachments: files,
		...(detail === 'full' && files ? { Attachments: attachmentsOf(book, kind.plural, row.ReceiptID) } : {}),
	};
}

export const kind: Kind<ReceiptRow> = {
	singular: 'Receipt',
	plural: 'Receipts',
	id: 'ReceiptID',
	idOf: (row) => row.ReceiptID,
	table: (book) => book.receipts,
	columns: {
		ReceiptID: 'id',
		ReceiptNumber: 'number',
		Status: 'text',
		User: { UserID: 'id', EmailAddress: 'text', FirstName: 'text', LastName: 'text' },
		Contact: { ContactID: 'id', Name: 'text' },
		Date: 'time',
		Reference: 'text',
		Url: 'text',
		LineAmountTypes: 'text',
		SubTotal: 'number',
		TotalTax: 'number',
		Total: 'number',
		HasAttachments: 'flag',
		UpdatedDateUTC: 'time',
	},
	look(book, row, path) {
		if (path[0] === 'HasAttachments') return hasAttachments(book, row.ReceiptID);
		if (path[0] === 'User') return (book.users.get(row.UserID) as Body | undefined)?.[path[1] ?? ''];
		return path[0] === 'Contact' ? lookIntoContact(book, row.ContactID, path[1]) : undefined;
	},
	render: renderReceipt,
};

export const receipts: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getReceipts', expensesScope, { modified: true }),
		{
			operationId: 'createReceipt',
			method: 'PUT',
			path: '/Receipts',
			scopes: expensesScope.write,
			handle: (book, request) => writeAll(kind, book, request, (input) => createReceipt(book, input, unitdp(request))),
		},
		getOne(kind, 'getReceipt', expensesScope),
		{
			operationId: 'updateReceipt',
			method: 'POST',
			path: '/Receipts/{ReceiptID}',
			scopes: expensesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateReceipt(book, row, input, unitdp(request)));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.receipts.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, expensesScope),
	],
};
