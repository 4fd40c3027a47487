import { createHash } from 'node:crypto';
import type { Reply, SandboxRequest } from '../../route';
import { attachmentRoutes } from '../resource/attachments';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { historyRoutes } from '../resource/history';
import { isGuid } from '../resource/input';
import { invoiceColumns, lookIntoInvoice, renderInvoice } from './invoiceBodies';
import { invoicePdf } from './invoicePdf';
import { createInvoice, type InvoiceCall, updateInvoice, upsertInvoice } from './invoiceWrites';
import { listed, listedIds } from '../resource/list';
import { existing, getMany, recordsOf } from '../resource/reading';
import { answer, invalidOne, notFound } from '../resource/replies';
import { type BookRoute, header, hole, invoicesScope, type Kind, query, type Resource, unitdp } from '../resource/resource';
import type { InvoiceRow } from '../book/rows';
import { writeMany, writeOne } from '../resource/writing';

export const kind: Kind<InvoiceRow> = {
	singular: 'Invoice',
	plural: 'Invoices',
	id: 'InvoiceID',
	idOf: (row) => row.InvoiceID,
	table: (book) => book.invoices,
	flag: 'HasErrors',
	columns: invoiceColumns,
	look: lookIntoInvoice,
	render: renderInvoice,
};

function call(request: SandboxRequest): InvoiceCall {
	return {
		places: unitdp(request),
		clientId: request.clientId,
		backorders: query(request, 'allowBackorders')?.toLowerCase() === 'true',
	};
}

/** By InvoiceID, or by InvoiceNumber as Xero also takes it. */
function find(book: Book, key: string): InvoiceRow {
	const row = isGuid(key)
		? book.invoices.get(key)
		: (book.invoices.first('number', fold(key)) ?? book.invoices.first('anyNumber', fold(key)));
	if (!row) throw notFound();
	return row;
}

function get(book: Book, request: SandboxRequest): Reply {
	const row = find(book, hole(request, kind.id));
	if (header(request, 'accept')?.includes('application/pdf'))
		return { status: 200, binary: invoicePdf(book, row), contentType: 'application/pdf' };
	return answer(book, kind.plural, [renderInvoice(book, row, 'full', unitdp(request))]);
}

/** Sends nothing, but marks the invoice as sent. @throws 400 where Xero would not send */
function email(book: Book, request: SandboxRequest): Reply {
	const row = existing(kind, book, hole(request, kind.id));
	const refuse = (sentence: string) => invalidOne({ InvoiceID: row.InvoiceID }, sentence);
	if (row.Type !== 'ACCREC') throw refuse('Only sales invoices can be emailed.');
	if (!['SUBMITTED', 'AUTHORISED', 'PAID'].includes(row.Status))
		throw refuse('The invoice must be SUBMITTED, AUTHORISED or PAID to be emailed.');
	const to = book.contacts.get(row.ContactID)?.EmailAddress;
	if (!to) throw refuse('The contact of the invoice must have an email address.');
	book.note(row.InvoiceID, 'Invoice sent', `This invoice has been sent to ${to}.`);
	book.invoices.put({ ...row, SentToContact: true, UpdatedDateUTC: row.AmountPaid > 0 ? row.UpdatedDateUTC : book.stamp() });
	return { status: 204 };
}

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createInvoice): BookRoute => ({
	operationId,
	method,
	path: '/Invoices',
	scopes: invoicesScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input, call(request))),
});

export const invoices: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getInvoices', invoicesScope, {
			paged: true,
			modified: true,
			summary: true,
			keep(_book, request) {
				const [ids, contacts] = [listedIds(request, 'IDs'), listedIds(request, 'ContactIDs')];
				const [numbers, statuses] = [listed(request, 'InvoiceNumbers'), listed(request, 'Statuses')];
				const mine = query(request, 'createdByMyApp')?.toLowerCase() === 'true';
				const term = query(request, 'searchTerm')?.toLowerCase();
				return (row) =>
					(ids === undefined || ids.has(row.InvoiceID)) &&
					(contacts === undefined || contacts.has(row.ContactID)) &&
					(numbers === undefined || numbers.has(fold(row.InvoiceNumber))) &&
					(statuses === undefined || statuses.has(row.Status.toLowerCase())) &&
					(!mine || row.clientId === request.clientId) &&
					(term === undefined || `${row.InvoiceNumber}\n${row.Reference ?? ''}`.toLowerCase().includes(term));
			},
		}),
		many('updateOrCreateInvoices', 'POST', upsertInvoice),
		many('createInvoices', 'PUT', createInvoice),
		{ operationId: 'getInvoice', method: 'GET', path: '/Invoices/{InvoiceID}', scopes: invoicesScope.read, handle: get },
		// On the wire the PDF is the same path with Accept: application/pdf (the spec's x-path).
		{ operationId: 'getInvoiceAsPdf', method: 'GET', path: '/Invoices/{InvoiceID}', scopes: invoicesScope.read, handle: get },
		{
			operationId: 'updateInvoice',
			method: 'POST',
			path: '/Invoices/{InvoiceID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = find(book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateInvoice(book, row, input, call(request)));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.invoices.put({ ...row, UpdatedDateUTC: book.stamp() })),
		{
			operationId: 'getOnlineInvoice',
			method: 'GET',
			path: '/Invoices/{InvoiceID}/OnlineInvoice',
			scopes: invoicesScope.read,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				if (row.Type !== 'ACCREC' || row.Status === 'DRAFT' || row.Status === 'DELETED') throw notFound();
				const key = createHash('sha256').update(row.InvoiceID).digest('base64url').slice(0, 40);
				return answer(book, 'OnlineInvoices', [{ OnlineInvoiceUrl: `https://in.xero.com/${key}` }]);
			},
		},
		{
			operationId: 'emailInvoice',
			method: 'POST',
			path: '/Invoices/{InvoiceID}/Email',
			scopes: invoicesScope.write,
			handle: email,
		},
		...historyRoutes(kind, invoicesScope),
	],
};
