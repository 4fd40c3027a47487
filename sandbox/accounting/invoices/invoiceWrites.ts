import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactOfDocument } from '../contacts/contactWrites';
import { sum } from '../values/decimal';
import { rateFields, themeField, urlField } from '../documents/documentFields';
import { fixedFields } from '../documents/fixedFields';
import type { Input } from '../resource/input';
import { postInvoice } from './invoiceEntry';
import { checkTotals, readLines, settleLines, totals } from '../documents/lines';
import { ALLOCATED, changeOf, nextStatus } from '../documents/status';
import type { InvoiceRow, LineRow } from '../book/rows';
import { moveStock, movesOf } from '../items/stock';

/** What the call says about the whole request. */
export interface InvoiceCall {
	/** Decimals of unit prices. */
	places: number;
	/** The app, for createdByMyApp. */
	clientId: string;
	/** allowBackorders */
	backorders: boolean;
}

/** PUT: a new invoice or bill. */
export function createInvoice(book: Book, input: Input, call: InvoiceCall): InvoiceRow | undefined {
	const id = input.guid('InvoiceID');
	if (id !== undefined && book.invoices.get(id))
		return void input.fail('An invoice with the specified InvoiceID already exists.');
	return save(book, input, undefined, call);
}

/** POST: the one with the InvoiceID, or the sales invoice with the InvoiceNumber, else a new one. Bills match by id only. */
export function upsertInvoice(book: Book, input: Input, call: InvoiceCall): InvoiceRow | undefined {
	const id = input.guid('InvoiceID');
	if (id !== undefined) {
		const row = book.invoices.get(id);
		return row ? save(book, input, row, call) : void input.fail('The invoice with the specified InvoiceID could not be found.');
	}
	const number = input.text('InvoiceNumber');
	const row = number && input.text('Type')?.toUpperCase() !== 'ACCPAY' ? book.invoices.first('number', fold(number)) : undefined;
	return save(book, input, row, call);
}

/** POST /Invoices/{InvoiceID}. */
export function updateInvoice(book: Book, row: InvoiceRow, input: Input, call: InvoiceCall): InvoiceRow | undefined {
	return save(book, input, row, call);
}

function save(book: Book, input: Input, before: InvoiceRow | undefined, call: InvoiceCall): InvoiceRow | undefined {
	if (before) input.findings.id = before.InvoiceID;
	const status = nextStatus(input, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const type = typeOf(input, before);
	const contact =
		input.given('Contact') || !before ? contactOfDocument(book, input.object('Contact')) : book.contacts.get(before.ContactID);
	if (!contact && !input.findings.failed) input.fail('A Contact must be specified for this type of transaction.');
	if (type === undefined || !contact) return undefined;

	const date = input.date('Date') ?? before?.Date ?? book.today();
	const amounts = input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']) ?? before?.LineAmountTypes ?? 'Exclusive';
	const approved = status === 'AUTHORISED';
	const context = { type, amounts, approved, places: call.places };
	const parts = input.list('LineItems');
	const kept = (before?.LineItems ?? []).map((line): LineRow =>
		amounts === before?.LineAmountTypes ? line : { ...line, TaxAmount: NaN },
	);
	const lines = settleLines(book, input.findings, parts ? readLines(book, parts, kept, context) : kept, context);
	if (lines.length === 0 && status !== 'DRAFT') input.fail('One or more line items must be specified');
	const added = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	checkTotals(input, added);

	const [paid, credited] = [before?.AmountPaid ?? 0, before?.AmountCredited ?? 0];
	const row: InvoiceRow = {
		InvoiceID: before?.InvoiceID ?? book.newId(),
		Type: type,
		Status: status,
		InvoiceNumber: numberOf(book, input, before, type),
		Reference: type === 'ACCREC' ? (input.text('Reference', 255) ?? before?.Reference ?? '') : undefined,
		ContactID: contact.ContactID,
		Date: date,
		DueDate: input.date('DueDate') ?? before?.DueDate,
		ExpectedPaymentDate: type === 'ACCREC' ? (input.date('ExpectedPaymentDate') ?? before?.ExpectedPaymentDate) : undefined,
		PlannedPaymentDate: type === 'ACCPAY' ? (input.date('PlannedPaymentDate') ?? before?.PlannedPaymentDate) : undefined,
		LineAmountTypes: amounts,
		LineItems: lines,
		BrandingThemeID: saleTheme(book, input, type === 'ACCREC', before?.BrandingThemeID),
		Url: urlField(input, 'Url') ?? before?.Url,
		...rateFields(book, input, before, 'invoice'),
		SentToContact: sentOf(input, approved, before),
		...added,
		AmountPaid: paid,
		AmountCredited: credited,
		AmountDue: sum([added.Total, -paid, -credited]),
		UpdatedDateUTC: book.stamp(),
		clientId: before?.clientId ?? call.clientId,
		moves: [],
	};
	if (approved) approve(book, input, row);
	if (before && paid + credited > 0) {
		if (fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
		// Xero leaves UpdatedDateUTC alone when only these change on a part-paid document.
		const { DueDate, SentToContact } = row;
		if (
			JSON.stringify({ ...before, DueDate, SentToContact }) ===
			JSON.stringify({ ...row, moves: before.moves, UpdatedDateUTC: before.UpdatedDateUTC })
		) {
			row.UpdatedDateUTC = before.UpdatedDateUTC;
		}
	}
	if (before) moveStock(book, before.moves, -1);
	if (approved) row.moves = movesOf(book, input.findings, row, call.backorders);
	if (input.findings.failed) return undefined;
	moveStock(book, row.moves, 1);

	const flag = type === 'ACCREC' ? 'IsCustomer' : 'IsSupplier';
	if (!contact[flag]) book.contacts.put({ ...contact, [flag]: true });
	if (!before) book.note(row.InvoiceID, 'Created', describe(row, contact.Name));
	if (before || status !== 'DRAFT') book.note(row.InvoiceID, changeOf(before?.Status, status), describe(row, contact.Name));
	// Nothing is left to pay on an approved document over nothing.
	const settled = approved && row.AmountDue === 0;
	return postInvoice(book, book.invoices.put(settled ? { ...row, Status: 'PAID', FullyPaidOnDate: row.Date } : row));
}

function describe(row: InvoiceRow, contact: string): string {
	return `${row.InvoiceNumber === '' ? 'Bill' : row.InvoiceNumber} to ${contact} for ${row.Total.toFixed(2)}.`;
}

function typeOf(input: Input, before: InvoiceRow | undefined): InvoiceRow['Type'] | undefined {
	const type = input.choice('Type', ['ACCREC', 'ACCPAY']);
	if (before) {
		if (type !== undefined && type !== before.Type) input.fail('The Type of an invoice must not be changed.');
		return before.Type;
	}
	if (type === undefined && !input.findings.failed)
		input.fail('The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.');
	return type;
}

/** Sales invoices have unique numbers, given by the organisation's settings when not sent; bills have whatever the supplier wrote. */
function numberOf(book: Book, input: Input, before: InvoiceRow | undefined, type: InvoiceRow['Type']): string {
	const sent = input.text('InvoiceNumber', 255)?.trim();
	if (type === 'ACCPAY') return sent ?? before?.InvoiceNumber ?? '';
	if (!sent) return before?.InvoiceNumber ?? (input.findings.failed ? '' : book.invoiceNumber());
	const same = book.invoices.first('number', fold(sent));
	if (same && same.InvoiceID !== before?.InvoiceID) input.fail('Invoice # must be unique.');
	return sent;
}

/** The branding theme of a document to a customer: the one that is sent, the one it has, the first one. */
export function saleTheme(book: Book, input: Input, sale: boolean, before: string | undefined): string | undefined {
	const theme = themeField(book, input, before);
	return sale ? (theme ?? book.brandingThemes.values()[0]?.BrandingThemeID) : undefined;
}

function sentOf(input: Input, approved: boolean, before: InvoiceRow | undefined): boolean {
	const sent = input.flag('SentToContact');
	if (sent && !approved) {
		input.findings.warnings.push('SentToContact was ignored as only approved invoices can be marked as sent.');
		return before?.SentToContact ?? false;
	}
	return sent ?? before?.SentToContact ?? false;
}

function approve(book: Book, input: Input, row: InvoiceRow): void {
	if (row.DueDate === undefined) input.fail('The DueDate field must be specified for an approved invoice.');
	const lock = book.lockedUntil();
	if (lock && row.Date <= lock.day) input.fail(lock.sentence);
}

/** Deletes a draft or voids an approved document. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: InvoiceRow, status: 'VOIDED' | 'DELETED'): InvoiceRow | undefined {
	if (before.AmountPaid + before.AmountCredited > 0) return void input.fail(ALLOCATED);
	const lock = book.lockedUntil();
	if (status === 'VOIDED' && lock && before.Date <= lock.day) return void input.fail(lock.sentence);
	moveStock(book, before.moves, -1);
	book.note(before.InvoiceID, changeOf(before.Status, status), describe(before, book.contacts.get(before.ContactID)?.Name ?? ''));
	const closed = book.invoices.put({ ...before, Status: status, AmountDue: 0, moves: [], UpdatedDateUTC: book.stamp() });
	return postInvoice(book, closed);
}
