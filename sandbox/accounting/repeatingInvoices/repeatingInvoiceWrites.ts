import type { Book } from '../book/book';
import { contactField, currencyField, linesField, themeField } from '../documents/documentFields';
import type { RepeatingInvoiceRow } from '../book/documentRows';
import type { Input } from '../resource/input';
import { totals } from '../documents/lines';
import type { ContactRow } from '../book/rows';
import { readSchedule } from './schedules';

/** PUT: a new template. */
export function createRepeatingInvoice(book: Book, input: Input): RepeatingInvoiceRow | undefined {
	const id = input.guid('RepeatingInvoiceID');
	if (id !== undefined && book.repeatingInvoices.get(id))
		return void input.fail('A repeating invoice with the specified RepeatingInvoiceID already exists.');
	return create(book, input);
}

/** POST creates or deletes (spec): an element with the RepeatingInvoiceID of a template can only delete it. */
export function createOrDeleteRepeatingInvoice(book: Book, input: Input): RepeatingInvoiceRow | undefined {
	const id = input.guid('RepeatingInvoiceID');
	if (id === undefined) return create(book, input);
	const row = book.repeatingInvoices.get(id);
	if (!row) return void input.fail('The repeating invoice with the specified RepeatingInvoiceID could not be found.');
	return deleteRepeatingInvoice(book, row, input);
}

/** POST /RepeatingInvoices/{RepeatingInvoiceID} deletes a template. Other fields of the request are not looked at. */
export function deleteRepeatingInvoice(book: Book, row: RepeatingInvoiceRow, input: Input): RepeatingInvoiceRow | undefined {
	input.findings.id = row.RepeatingInvoiceID;
	const status = input.choice('Status', ['DRAFT', 'AUTHORISED', 'DELETED']);
	if (input.findings.failed) return undefined;
	if (status !== 'DELETED')
		return void input.fail('A repeating invoice can only be deleted through the API: the Status field must be DELETED.');
	if (row.Status === 'DELETED') return void input.fail('The repeating invoice has already been deleted.');
	book.note(row.RepeatingInvoiceID, 'Deleted', `Repeating invoice for ${row.Total.toFixed(2)} was deleted.`);
	return book.repeatingInvoices.put({ ...row, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
}

function create(book: Book, input: Input): RepeatingInvoiceRow | undefined {
	const type = input.choice('Type', ['ACCREC', 'ACCPAY']);
	if (type === undefined && !input.given('Type'))
		input.fail('The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.');
	const status = input.choice('Status', ['DRAFT', 'AUTHORISED', 'DELETED']) ?? 'DRAFT';
	if (status === 'DELETED')
		input.fail("A new repeating invoice must have the status DRAFT or AUTHORISED; 'DELETED' is not valid.");
	const schedule = readSchedule(input);
	const contact = contactField(book, input);
	if (type === undefined || !schedule || !contact) return undefined;

	const amounts = input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']) ?? 'Exclusive';
	const context = { type, amounts, approved: status === 'AUTHORISED', places: 4 };
	const lines = linesField(book, input, input.list('LineItems'), undefined, context);
	if (lines.length === 0) input.fail('One or more line items must be specified');
	const added = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	const row: RepeatingInvoiceRow = {
		RepeatingInvoiceID: book.newId(),
		Type: type,
		Status: status,
		ContactID: contact.ContactID,
		Schedule: schedule,
		Reference: type === 'ACCREC' ? (input.text('Reference', 255) ?? '') : undefined,
		LineAmountTypes: amounts,
		LineItems: lines,
		BrandingThemeID: type === 'ACCREC' ? themeField(book, input, undefined) : undefined,
		CurrencyCode: currencyField(book, input, undefined),
		...sendingOf(input, type, status, contact),
		...added,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	book.note(row.RepeatingInvoiceID, 'Created', `Repeating invoice to ${contact.Name} for ${row.Total.toFixed(2)}.`);
	return book.repeatingInvoices.put(row);
}

type Sending = Pick<RepeatingInvoiceRow, 'ApprovedForSending' | 'SendCopy' | 'MarkAsSent' | 'IncludePDF'>;

/** How the invoices go out: only approved templates of sales are sent, and the other three say how. */
function sendingOf(input: Input, type: string, status: string, contact: ContactRow): Sending {
	const flag = (key: keyof Sending): boolean => input.flag(key) ?? false;
	const sending = {
		ApprovedForSending: flag('ApprovedForSending'),
		SendCopy: flag('SendCopy'),
		MarkAsSent: flag('MarkAsSent'),
		IncludePDF: flag('IncludePDF'),
	};
	const { ApprovedForSending: approved, ...how } = sending;
	if (approved && (type !== 'ACCREC' || status !== 'AUTHORISED'))
		input.fail('ApprovedForSending can only be set on AUTHORISED repeating invoices of type ACCREC.');
	if (approved && !contact.EmailAddress)
		input.fail('The contact of a repeating invoice that is sent must have an email address.');
	if (!approved && Object.values(how).some(Boolean))
		input.fail('SendCopy, MarkAsSent and IncludePDF can only be set together with ApprovedForSending.');
	return sending;
}
