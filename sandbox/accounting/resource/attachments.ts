/** Files of records as replies show them. */
import type { Book } from '../book/book';
import type { AttachmentRow } from '../book/rows';
import type { Detail } from './kind';
import type { Body } from './replies';

/** Resources whose files can be shown with the online invoice. */
const ONLINE = new Set(['CreditNotes', 'Invoices']);

/** Whether a record has files. */
export function hasAttachments(book: Book, owner: string): boolean {
	return book.attachments.all('owner', owner).length > 0;
}

/** Attachments of a record as its single GET lists them. */
export function attachmentsOf(book: Book, plural: string, owner: string): Body[] {
	return book.attachments.all('owner', owner).map((row) => renderAttachment(row, plural));
}

export function renderAttachment(row: AttachmentRow, plural: string): Body {
	return {
		AttachmentID: row.AttachmentID,
		FileName: row.FileName,
		Url: `https://api.xero.com/api.xro/2.0/${plural}/${row.owner}/Attachments/${encodeURIComponent(row.FileName)}`,
		MimeType: row.MimeType,
		ContentLength: row.bytes.length,
		...(ONLINE.has(plural) ? { IncludeOnline: row.IncludeOnline } : {}),
	};
}

/** What a record says of its files: whether it has some and, in a single GET, which. */
export function filesOf(book: Book, plural: string, owner: string, detail: Detail): Body {
	const HasAttachments = hasAttachments(book, owner);
	if (detail !== 'full' || !HasAttachments) return { HasAttachments };
	return { HasAttachments, Attachments: attachmentsOf(book, plural, owner) };
}
