import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactField, freeNumber, linesField, rateFields, themeField } from '../documents/documentFields';
import type { QuoteRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { totals } from '../documents/lines';
import { broke } from '../resource/replies';

type Status = QuoteRow['Status'];

/** Unit prices of quotes have four decimals, whatever unitdp says. */
export const QUOTE_PLACES = 4;

const ALL: readonly Status[] = ['DRAFT', 'SENT', 'DECLINED', 'ACCEPTED', 'INVOICED', 'DELETED'];

/** Where each status may go by a request; staying is an edit. Xero is known to refuse DECLINED after DRAFT and after ACCEPTED. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
	DRAFT: ['DRAFT', 'SENT', 'DELETED'],
	SENT: ['SENT', 'ACCEPTED', 'DECLINED', 'DELETED'],
	ACCEPTED: ['ACCEPTED', 'SENT', 'INVOICED', 'DELETED'],
	DECLINED: ['DECLINED', 'SENT', 'DELETED'],
	INVOICED: [],
	DELETED: [],
};

const CHANGES: Readonly<Record<Status, string>> = {
	DRAFT: 'Created',
	SENT: 'Sent',
	DECLINED: 'Declined',
	ACCEPTED: 'Accepted',
	INVOICED: 'Invoiced',
	DELETED: 'Deleted',
};

/** PUT: a new quote. */
export function createQuote(book: Book, input: Input): QuoteRow | undefined {
	const id = input.guid('QuoteID');
	if (id !== undefined && book.quotes.get(id)) return void input.fail('A quote with the specified QuoteID already exists.');
	return save(book, input, undefined);
}

/** POST: the one with the QuoteID or the QuoteNumber, else a new one. */
export function upsertQuote(book: Book, input: Input): QuoteRow | undefined {
	const id = input.guid('QuoteID');
	if (id !== undefined) {
		const row = book.quotes.get(id);
		return row ? save(book, input, row) : void input.fail('The quote with the specified QuoteID could not be found.');
	}
	const number = input.text('QuoteNumber');
	return save(book, input, number ? book.quotes.first('number', fold(number)) : undefined);
}

/** POST /Quotes/{QuoteID}. */
export function updateQuote(book: Book, row: QuoteRow, input: Input): QuoteRow | undefined {
	return save(book, input, row);
}

/**
 * Saves a quote. Unlike other documents an update clears the descriptive fields it leaves out, and is exclusive again without
 * LineAmountTypes. Lines that are left out stay. @throws 500 for an update without contact or date, which breaks Xero
 */
function save(book: Book, input: Input, before: QuoteRow | undefined): QuoteRow | undefined {
	const [sent, day] = [input.object('Contact'), input.date('Date')];
	if (before && (sent === undefined || day === undefined)) throw broke();
	if (before) input.findings.id = before.QuoteID;
	const status = nextStatus(input, before?.Status);
	if (before && input.findings.failed) return undefined;
	const contact = contactField(book, input);
	if (!contact) return undefined;

	const date = day ?? book.today();
	const expiry = input.date('ExpiryDate');
	if (expiry !== undefined && expiry < date) input.fail('The ExpiryDate field must not be before the Date field.');
	const types = ['Exclusive', 'Inclusive', 'NoTax'] as const;
	const amounts = input.choice('LineAmountTypes', types) ?? 'Exclusive';
	const context = { type: 'ACCREC' as const, amounts, approved: false, places: QUOTE_PLACES };
	const lines = linesField(book, input, input.list('LineItems'), before, context);
	if (lines.length === 0 && status !== 'DRAFT') input.fail('One or more line items must be specified');
	const added = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	const row: QuoteRow = {
		QuoteID: before?.QuoteID ?? book.newId(),
		QuoteNumber: numberOf(book, input, before),
		Status: status,
		Reference: input.text('Reference', 4000),
		Terms: input.text('Terms', 4000),
		Title: input.text('Title', 100),
		Summary: input.text('Summary', 3000),
		ContactID: contact.ContactID,
		Date: date,
		ExpiryDate: expiry,
		LineAmountTypes: amounts,
		LineItems: lines,
		BrandingThemeID: themeField(book, input, before?.BrandingThemeID),
		...rateFields(book, input, before, undefined),
		...added,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	const details = `${row.QuoteNumber} to ${contact.Name} for ${row.Total.toFixed(2)}.`;
	if (!before) book.note(row.QuoteID, 'Created', details);
	if (before || status !== 'DRAFT') book.note(row.QuoteID, before?.Status === status ? 'Edited' : CHANGES[status], details);
	return book.quotes.put(row);
}

function nextStatus(input: Input, before: Status | undefined): Status {
	const wanted = input.choice('Status', ALL);
	if (before === undefined) {
		if (wanted !== undefined && wanted !== 'DRAFT' && wanted !== 'SENT')
			input.fail(`A new quote must have the status DRAFT or SENT; '${wanted}' is not valid.`);
		return wanted ?? 'DRAFT';
	}
	const status = wanted ?? before;
	if (NEXT[before].length === 0) input.fail('Quote not of valid status for modification');
	else if (!NEXT[before].includes(status)) input.fail(`A quote of status ${before} cannot be changed to ${status}.`);
	return status;
}

function numberOf(book: Book, input: Input, before: QuoteRow | undefined): string {
	const sent = input.text('QuoteNumber', 255)?.trim();
	const same = sent ? book.quotes.first('number', fold(sent)) : undefined;
	if (same && same.QuoteID !== before?.QuoteID) input.fail('Quote number must be unique.');
	return sent || before?.QuoteNumber || freeNumber('QU', book.quotes.size, (number) => !!book.quotes.first('number', number));
}
