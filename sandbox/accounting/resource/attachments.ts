import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { answer, type Body, invalidOne, notFound } from './replies';
import { attachmentsScope, type BookRoute, header, hole, type Kind, query } from './resource';
import type { AttachmentRow } from '../book/rows';

/** Xero's limits: files per record, and bytes per file. */
const MOST = 10;
const LARGEST = 10 * 1024 * 1024;

/** Resources whose files can be shown with the online invoice. */
const ONLINE = new Set(['CreditNotes', 'Invoices']);

const MIME_TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	pdf: 'application/pdf',
	png: 'image/png',
	txt: 'text/plain',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
};

/** What clients send when they say nothing of the file; the last one is what the official Node SDK sends. */
const UNSPECIFIC = new Set(['', 'application/octet-stream', 'application/json', 'application/x-www-form-urlencoded']);

/** Whether a record has files. */
export function hasAttachments(book: Book, owner: string): boolean {
	return book.attachments.all('owner', owner).length > 0;
}

/** Attachments of a record as its single GET lists them. */
export function attachmentsOf(book: Book, plural: string, owner: string): Body[] {
	return book.attachments.all('owner', owner).map((row) => render(row, plural));
}

function render(row: AttachmentRow, plural: string): Body {
	return {
		AttachmentID: row.AttachmentID,
		FileName: row.FileName,
		Url: `https://api.xero.com/api.xro/2.0/${plural}/${row.owner}/Attachments/${encodeURIComponent(row.FileName)}`,
		MimeType: row.MimeType,
		ContentLength: row.bytes.length,
		...(ONLINE.has(plural) ? { IncludeOnline: row.IncludeOnline } : {}),
	};
}

/** The five attachment operations of a kind of record; `touch` marks the record as changed. */
export function attachmentRoutes<Row extends object>(kind: Kind<Row>, touch: (book: Book, row: Row) => void): BookRoute[] {
	const base = `/${kind.plural}/{${kind.id}}/Attachments`;
	const named = `${kind.singular}Attachment`;
	const record = (book: Book, request: SandboxRequest): Row => {
		const row = kind.table(book).get(hole(request, kind.id));
		if (!row) throw notFound();
		return row;
	};
	const found = (book: Book, owner: string, name: string): AttachmentRow | undefined =>
		book.attachments
			.all('owner', owner)
			.find((row) => row.AttachmentID === name.toLowerCase() || row.FileName.toLowerCase() === name.toLowerCase());

	const download = (book: Book, request: SandboxRequest): Reply => {
		const row = found(book, kind.idOf(record(book, request)), hole(request, 'AttachmentID') || hole(request, 'FileName'));
		if (!row) throw notFound();
		return { status: 200, binary: row.bytes, contentType: row.MimeType };
	};
	const upload = (book: Book, request: SandboxRequest): Reply => {
		const owner = record(book, request);
		const id = kind.idOf(owner);
		const name = hole(request, 'FileName');
		const existing = found(book, id, name);
		if (request.method === 'POST' && !existing) throw notFound();
		const refuse = (sentence: string) => invalidOne({ [kind.id]: id }, sentence);
		if (request.raw.length === 0) throw refuse('The attachment must not be empty.');
		if (request.raw.length > LARGEST) throw refuse('The attachment must be no more than 10 MB.');
		if (!existing && book.attachments.all('owner', id).length >= MOST)
			throw refuse(`A maximum of ${MOST} attachments can be added to a document.`);
		const online = query(request, 'IncludeOnline');
		const row = book.attachments.put({
			AttachmentID: existing?.AttachmentID ?? book.newId(),
			owner: id,
			FileName: name,
			MimeType: mimeType(name, header(request, 'content-type')),
			IncludeOnline: online === undefined ? (existing?.IncludeOnline ?? false) : online.toLowerCase() === 'true',
			bytes: Buffer.from(request.raw),
		});
		book.note(id, 'Attached a file', `Attached the file ${name} through the Xero API using Xero Suite Sandbox`);
		touch(book, owner);
		return answer(book, 'Attachments', [render(row, kind.plural)]);
	};

	return [
		{
			operationId: `get${named}s`,
			method: 'GET',
			path: base,
			scopes: attachmentsScope.read,
			handle: (book, request) => answer(book, 'Attachments', attachmentsOf(book, kind.plural, kind.idOf(record(book, request)))),
		},
		{
			operationId: `get${named}ById`,
			method: 'GET',
			path: `${base}/{AttachmentID}`,
			scopes: attachmentsScope.read,
			handle: download,
		},
		{
			operationId: `get${named}ByFileName`,
			method: 'GET',
			path: `${base}/{FileName}`,
			scopes: attachmentsScope.read,
			handle: download,
		},
		{
			operationId: `update${named}ByFileName`,
			method: 'POST',
			path: `${base}/{FileName}`,
			scopes: attachmentsScope.write,
			handle: upload,
		},
		{
			operationId: `create${named}ByFileName`,
			method: 'PUT',
			path: `${base}/{FileName}`,
			scopes: attachmentsScope.write,
			handle: upload,
		},
	];
}

/** The type the client says, unless that says nothing; then the one of the file's extension. */
function mimeType(name: string, sent: string | undefined): string {
	const type = sent?.split(';')[0]?.trim().toLowerCase();
	if (type !== undefined && !UNSPECIFIC.has(type)) return type;
	return MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
