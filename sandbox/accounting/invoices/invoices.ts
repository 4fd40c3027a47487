/** The operations on invoices and bills. */
import { createHash } from 'node:crypto';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { InvoiceRow } from '../book/rows';
import { printedDocument } from '../documents/pdf';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { historyRoutes } from '../resource/history';
import { answer, invalidOne, notFound } from '../resource/replies';
import { listed, listedIds, query, queryFlag } from '../resource/request';
import { getMany, getOne, type Handler, recordOf, resourceOf, update, write } from '../resource/routes';
import { kind } from './invoice';
import { invoiceWrites } from './invoiceWrites';

/** Sends nothing, but marks the invoice as sent. @throws 400 where Xero would not send */
const email: Handler = (book, request) => {
	const row = recordOf(kind, book, request);
	const refuse = (sentence: string) => invalidOne({ InvoiceID: row.InvoiceID }, sentence);
	if (row.Type !== 'ACCREC') throw refuse('Only sales invoices can be emailed.');
	if (!['SUBMITTED', 'AUTHORISED', 'PAID'].includes(row.Status))
		throw refuse('The invoice must be SUBMITTED, AUTHORISED or PAID to be emailed.');
	const to = book.contacts.get(row.ContactID)?.EmailAddress;
	if (!to) throw refuse('The contact of the invoice must have an email address.');
	book.note(row.InvoiceID, 'Invoice sent', `This invoice has been sent to ${to}.`);
	book.invoices.put({ ...row, SentToContact: true, UpdatedDateUTC: row.AmountPaid > 0 ? row.UpdatedDateUTC : book.stamp() });
	return { status: 204 };
};

const online: Handler = (book, request) => {
	const row = recordOf(kind, book, request);
	if (row.Type !== 'ACCREC' || row.Status === 'DRAFT' || row.Status === 'DELETED') throw notFound();
	const key = createHash('sha256').update(row.InvoiceID).digest('base64url').slice(0, 40);
	return answer(book, 'OnlineInvoices', [{ OnlineInvoiceUrl: `https://in.xero.com/${key}` }]);
};

const pdf = (book: Book, row: InvoiceRow): Buffer =>
	printedDocument(book, row, {
		title: row.Type === 'ACCREC' ? 'TAX INVOICE' : 'BILL',
		number: row.InvoiceNumber,
		date: `Due: ${row.DueDate ?? '-'}`,
		foot: [`Amount due ${row.AmountDue.toFixed(2)} ${row.CurrencyCode}`],
	});

export const invoices = resourceOf(
	kind,
	{
		getInvoices: getMany(kind, {
			keep(_book, request) {
				const [ids, contacts] = [listedIds(request, 'IDs'), listedIds(request, 'ContactIDs')];
				const [numbers, statuses] = [listed(request, 'InvoiceNumbers'), listed(request, 'Statuses')];
				const mine = queryFlag(request, 'createdByMyApp');
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
		updateOrCreateInvoices: write(kind, invoiceWrites.upsert),
		createInvoices: write(kind, invoiceWrites.create),
		getInvoice: getOne(kind, pdf),
		getInvoiceAsPdf: getOne(kind, pdf),
		updateInvoice: update(kind, invoiceWrites.update),
		getOnlineInvoice: online,
		emailInvoice: email,
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
