import type { Reply, SandboxRequest } from '../../route';
import { attachmentRoutes } from '../resource/attachments';
import type { Book } from '../book/book';
import { lookIntoContact } from '../contacts/contacts';
import { fold } from '../book/indexes';
import { dateString } from '../values/dates';
import { dayParameter, within } from '../documents/documentFields';
import { documentPdf } from '../documents/pdf';
import type { QuoteRow } from '../book/documentRows';
import { historyRoutes } from '../resource/history';
import { renderLine } from '../invoices/invoiceBodies';
import { listedIds } from '../resource/list';
import { createQuote, QUOTE_PLACES, updateQuote, upsertQuote } from './quoteWrites';
import { existing, getMany, recordsOf } from '../resource/reading';
import { answer, type Body } from '../resource/replies';
import { type BookRoute, type Detail, header, hole, invoicesScope, type Kind, query, type Resource } from '../resource/resource';
import { writeMany, writeOne } from '../resource/writing';

/** A contact inside a quote is short, as in the specification's examples. */
function contactOf(book: Book, id: string, detail: Detail): Body {
	const row = book.contacts.get(id);
	const name = { ContactID: id, Name: row?.Name ?? '' };
	if (detail !== 'full') return name;
	return { ...name, EmailAddress: row?.EmailAddress ?? '', FirstName: row?.FirstName, LastName: row?.LastName };
}

function render(book: Book, row: QuoteRow, detail: Detail): Body {
	return {
		QuoteID: row.QuoteID,
		QuoteNumber: row.QuoteNumber,
		Reference: row.Reference,
		Terms: row.Terms ?? '',
		Contact: contactOf(book, row.ContactID, detail),
		LineItems: row.LineItems.map((one) => renderLine(book, one, QUOTE_PLACES)),
		Date: row.Date,
		DateString: dateString(row.Date),
		ExpiryDate: row.ExpiryDate,
		ExpiryDateString: dateString(row.ExpiryDate),
		Status: row.Status,
		CurrencyRate: row.CurrencyRate,
		CurrencyCode: row.CurrencyCode,
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		TotalDiscount: row.TotalDiscount,
		Title: row.Title ?? '',
		Summary: row.Summary ?? '',
		BrandingThemeID: row.BrandingThemeID,
		UpdatedDateUTC: row.UpdatedDateUTC,
		LineAmountTypes: row.LineAmountTypes.toUpperCase(),
	};
}

export const kind: Kind<QuoteRow> = {
	singular: 'Quote',
	plural: 'Quotes',
	id: 'QuoteID',
	idOf: (row) => row.QuoteID,
	table: (book) => book.quotes,
	columns: {
		QuoteID: 'id',
		QuoteNumber: 'text',
		Reference: 'text',
		Status: 'text',
		Contact: { ContactID: 'id', Name: 'text' },
		Date: 'time',
		ExpiryDate: 'time',
		LineAmountTypes: 'text',
		CurrencyCode: 'text',
		CurrencyRate: 'number',
		SubTotal: 'number',
		TotalTax: 'number',
		Total: 'number',
		TotalDiscount: 'number',
		Title: 'text',
		Summary: 'text',
		BrandingThemeID: 'id',
		UpdatedDateUTC: 'time',
	},
	look(book, row, path) {
		return path[0] === 'Contact' ? lookIntoContact(book, row.ContactID, path[1]) : undefined;
	},
	render,
};

function get(book: Book, request: SandboxRequest): Reply {
	const row = existing(kind, book, hole(request, kind.id));
	if (!header(request, 'accept')?.includes('application/pdf')) return answer(book, kind.plural, [render(book, row, 'full')]);
	const binary = documentPdf({
		title: 'QUOTE',
		number: row.QuoteNumber,
		organisation: book.organisation.Name,
		contact: book.contacts.get(row.ContactID)?.Name ?? '',
		head: [`Date: ${row.Date}`, `Expiry: ${row.ExpiryDate ?? '-'}`, `Status: ${row.Status}`],
		lines: row.LineItems,
		totals: row,
		currency: row.CurrencyCode,
		foot: [row.Title, row.Summary, row.Terms].filter((text) => text !== undefined),
	});
	return { status: 200, binary, contentType: 'application/pdf' };
}

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createQuote): BookRoute => ({
	operationId,
	method,
	path: '/Quotes',
	scopes: invoicesScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input)),
});

export const quotes: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getQuotes', invoicesScope, {
			paged: 'always',
			modified: true,
			without: ['where', 'pageSize'],
			keep(_book, request) {
				const [from, to] = [dayParameter(request, 'DateFrom'), dayParameter(request, 'DateTo')];
				const [expiryFrom, expiryTo] = [dayParameter(request, 'ExpiryDateFrom'), dayParameter(request, 'ExpiryDateTo')];
				const contacts = listedIds(request, 'ContactID');
				const [status, number] = [query(request, 'Status')?.toUpperCase(), query(request, 'QuoteNumber')];
				return (row) =>
					within(row.Date, from, to) &&
					within(row.ExpiryDate, expiryFrom, expiryTo) &&
					(contacts === undefined || contacts.has(row.ContactID)) &&
					(status === undefined || row.Status === status) &&
					(number === undefined || fold(row.QuoteNumber) === fold(number));
			},
		}),
		many('updateOrCreateQuotes', 'POST', upsertQuote),
		many('createQuotes', 'PUT', createQuote),
		{ operationId: 'getQuote', method: 'GET', path: '/Quotes/{QuoteID}', scopes: invoicesScope.read, handle: get },
		// On the wire the PDF is the same path with Accept: application/pdf (the spec's x-path).
		{ operationId: 'getQuoteAsPdf', method: 'GET', path: '/Quotes/{QuoteID}', scopes: invoicesScope.read, handle: get },
		{
			operationId: 'updateQuote',
			method: 'POST',
			path: '/Quotes/{QuoteID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateQuote(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.quotes.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, invoicesScope),
	],
};
