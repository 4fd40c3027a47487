/** Quotes: their statuses, fields, filters and PDF. */
import type { Book } from '../book/book';
import type { QuoteRow } from '../book/documentRows';
import { fold } from '../book/indexes';
import { contactNested } from '../contacts/contacts';
import { amountsField, contactField, numberField, rateFields, themeField, within } from '../documents/fields';
import { type Lifecycle, nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { printedDocument } from '../documents/pdf';
import { renderLine } from '../documents/renderedLines';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { type Detail, kindOf } from '../resource/kind';
import { type Body, broke } from '../resource/replies';
import { dayParameter, listedIds, query } from '../resource/request';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';

/** Unit prices of quotes have four decimals, whatever unitdp says. */
const PLACES = 4;

/** Xero is known to refuse DECLINED after DRAFT and after ACCEPTED. */
const lifecycle: Lifecycle<QuoteRow['Status']> = {
	name: 'quote',
	initial: ['DRAFT', 'SENT'],
	namesSteps: true,
	statuses: {
		DRAFT: { to: ['DRAFT', 'SENT', 'DELETED'], change: 'Created' },
		SENT: { to: ['SENT', 'ACCEPTED', 'DECLINED', 'DELETED'], change: 'Sent' },
		DECLINED: { to: ['DECLINED', 'SENT', 'DELETED'], change: 'Declined' },
		ACCEPTED: { to: ['ACCEPTED', 'SENT', 'INVOICED', 'DELETED'], change: 'Accepted' },
		INVOICED: { to: [], change: 'Invoiced' },
		DELETED: { to: [], change: 'Deleted' },
	},
};

/** A contact inside a quote is short, as in the specification's examples. */
function contactOf(book: Book, id: string, detail: Detail): Body {
	const row = book.contacts.get(id);
	const name = { ContactID: id, Name: row?.Name ?? '' };
	if (detail !== 'full') return name;
	return { ...name, EmailAddress: row?.EmailAddress ?? '', FirstName: row?.FirstName, LastName: row?.LastName };
}

const kind = kindOf<QuoteRow>('Quote', {
	table: (book) => book.quotes,
	nested: { Contact: contactNested('ContactID', 'Name') },
	render: (book, row, detail) => ({
		...fieldsOf('Quote', row),
		...twinsOf(row, 'Date', 'ExpiryDate'),
		Contact: contactOf(book, row.ContactID, detail),
		LineItems: row.LineItems.map((one) => renderLine(book, one, PLACES)),
		LineAmountTypes: row.LineAmountTypes.toUpperCase(),
		Terms: row.Terms ?? '',
		Title: row.Title ?? '',
		Summary: row.Summary ?? '',
	}),
});

/**
 * Saves a quote. Unlike other documents an update clears the descriptive fields it leaves out, and is exclusive again without
 * LineAmountTypes. Lines that are left out stay. @throws 500 for an update without contact or date, which breaks Xero
 */
function save(book: Book, input: Input, before: QuoteRow | undefined): QuoteRow | undefined {
	const [sent, day] = [input.object('Contact'), input.date('Date')];
	if (before && (sent === undefined || day === undefined)) throw broke();
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	const contact = contactField(book, input);
	if (!contact) return undefined;

	const [date, expiry] = [day ?? book.today(), input.date('ExpiryDate')];
	if (expiry !== undefined && expiry < date) input.fail('The ExpiryDate field must not be before the Date field.');
	const lines = { type: 'ACCREC', approved: false, places: PLACES, required: status !== 'DRAFT', emptyKeeps: true } as const;
	const amounts = amountsField(book, input, before, { ...lines, otherwise: 'Exclusive' });
	const row: QuoteRow = {
		QuoteID: before?.QuoteID ?? book.newId(),
		QuoteNumber: numberField(input, book.quotes, before, {
			key: 'QuoteNumber',
			prefix: 'QU',
			notUnique: 'Quote number must be unique.',
		}),
		Status: status,
		...input.texts({ Reference: 4000, Terms: 4000, Title: 100, Summary: 3000 }),
		ContactID: contact.ContactID,
		Date: date,
		ExpiryDate: expiry,
		BrandingThemeID: themeField(book, input, before?.BrandingThemeID),
		...rateFields(book, input, before, undefined),
		...amounts,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	const details = `${row.QuoteNumber} to ${contact.Name} for ${row.Total.toFixed(2)}.`;
	noteChange(book, lifecycle, row.QuoteID, before?.Status, status, details);
	return book.quotes.put(row);
}

/** How calls write quotes; POST finds them by their number as well. */
export const quoteWrites = writesOf(kind, lifecycle, save, (book, input) => {
	const number = input.text('QuoteNumber');
	return number ? book.quotes.first('number', fold(number)) : undefined;
});

const pdf = (book: Book, row: QuoteRow): Buffer =>
	printedDocument(book, row, {
		title: 'QUOTE',
		number: row.QuoteNumber,
		date: `Expiry: ${row.ExpiryDate ?? '-'}`,
		foot: [row.Title, row.Summary, row.Terms].filter((text) => text !== undefined),
	});

export const quotes = resourceOf(
	kind,
	{
		getQuotes: getMany(kind, {
			alwaysPaged: true,
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
		updateOrCreateQuotes: write(kind, quoteWrites.upsert),
		createQuotes: write(kind, quoteWrites.create),
		getQuote: getOne(kind, pdf),
		getQuoteAsPdf: getOne(kind, pdf),
		updateQuote: update(kind, quoteWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
