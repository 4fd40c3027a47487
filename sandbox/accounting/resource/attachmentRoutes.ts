/** The attachment operations of every record that can have files. */
import type { Book } from '../book/book';
import type { AttachmentRow } from '../book/rows';
import { attachmentsOf, renderAttachment } from './attachments';
import type { Kind } from './kind';
import { answer, invalidOne, notFound } from './replies';
import { header, pathParameter, query, queryFlag } from './request';
import { type BookRoute, type Handler, recordOf, routesAt } from './routes';

/** Xero's limits: files per record, and bytes per file. */
const MOST = 10;
const LARGEST = 10 * 1024 * 1024;

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

/** The attachment operations of a kind of record. A file marks its record as changed. */
export function attachmentRoutes<Row extends object>(kind: Kind<Row>): BookRoute[] {
	const base = `/${kind.plural}/{${kind.id}}/Attachments`;
	const fileOf = (book: Book, owner: string, name: string): AttachmentRow | undefined =>
		book.attachments
			.all('owner', owner)
			.find((row) => row.AttachmentID === name.toLowerCase() || row.FileName.toLowerCase() === name.toLowerCase());

	const download: Handler = (book, request) => {
		const name = pathParameter(request, 'AttachmentID') || pathParameter(request, 'FileName');
		const row = fileOf(book, kind.idOf(recordOf(kind, book, request)), name);
		if (!row) throw notFound();
		return { status: 200, binary: row.bytes, contentType: row.MimeType };
	};
	const upload: Handler = (book, request) => {
		const owner = recordOf(kind, book, request);
		const id = kind.idOf(owner);
		const name = pathParameter(request, 'FileName');
		const before = fileOf(book, id, name);
		if (request.method === 'POST' && !before) throw notFound();
		const refuse = (sentence: string) => invalidOne({ [kind.id]: id }, sentence);
		if (request.raw.length === 0) throw refuse('The attachment must not be empty.');
		if (request.raw.length > LARGEST) throw refuse('The attachment must be no more than 10 MB.');
		if (!before && book.attachments.all('owner', id).length >= MOST)
			throw refuse(`A maximum of ${MOST} attachments can be added to a document.`);
		const online = query(request, 'IncludeOnline') === undefined ? before?.IncludeOnline : queryFlag(request, 'IncludeOnline');
		const row = book.attachments.put({
			AttachmentID: before?.AttachmentID ?? book.newId(),
			owner: id,
			FileName: name,
			MimeType: mimeType(name, header(request, 'content-type')),
			IncludeOnline: online ?? false,
			bytes: Buffer.from(request.raw),
		});
		book.note(id, 'Attached a file', `Attached the file ${name} through the Xero API using Xero Suite Sandbox`);
		kind.table(book).put({ ...owner, UpdatedDateUTC: book.stamp() });
		return answer(book, 'Attachments', [renderAttachment(row, kind.plural)]);
	};

	return [
		...routesAt(base, {
			GET: (book, request) =>
				answer(book, 'Attachments', attachmentsOf(book, kind.plural, kind.idOf(recordOf(kind, book, request)))),
		}),
		...routesAt(`${base}/{AttachmentID}`, { GET: download }),
		...routesAt(`${base}/{FileName}`, { GET: download, POST: upload, PUT: upload }),
	];
}

/** The type the client says, unless that says nothing; then the one of the file's extension. */
function mimeType(name: string, sent: string | undefined): string {
	const type = sent?.split(';')[0]?.trim().toLowerCase();
	if (type !== undefined && !UNSPECIFIC.has(type)) return type;
	return MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
