import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactOfDocument } from '../contacts/contactWrites';
import { sum } from '../values/decimal';
import { rateFields } from '../documents/documentFields';
import { fixedFields } from '../documents/fixedFields';
import type { Input } from '../resource/input';
import { checkTotals, readLines, settleLines, totals } from '../documents/lines';
import { ALLOCATED, changeOf, nextStatus } from '../documents/status';
import { saleTheme } from '../invoices/invoiceWrites';
import { documentPostings, type Entry, post, systemAccount } from '../ledger/ledger';
import type { CreditNoteRow } from '../book/moneyRows';
import type { LineRow } from '../book/rows';
import { costPostings, moveStock, returnsOf } from '../items/stock';

const UNDISCOUNTED = 'Discounts may not be applied to credit notes.';
const UNKNOWN = 'An existing Credit Note with the specified CreditNoteID could not be found';

/** PUT: a new credit note. */
export function createCreditNote(book: Book, input: Input, places: number): CreditNoteRow | undefined {
	const id = input.guid('CreditNoteID');
	if (id !== undefined && book.creditNotes.get(id))
		return void input.fail('A credit note with the specified CreditNoteID already exists.');
	return save(book, input, undefined, places);
}

/** POST: the one with the CreditNoteID, or the credit note to a customer with the CreditNoteNumber, else a new one. */
export function upsertCreditNote(book: Book, input: Input, places: number): CreditNoteRow | undefined {
	const id = input.guid('CreditNoteID');
	if (id !== undefined) {
		const row = book.creditNotes.get(id);
		return row ? save(book, input, row, places) : void input.fail(UNKNOWN);
	}
	const number = input.text('CreditNoteNumber');
	const bill = input.text('Type')?.toUpperCase() === 'ACCPAYCREDIT';
	return save(book, input, number && !bill ? book.creditNotes.first('number', fold(number)) : undefined, places);
}

/** POST /CreditNotes/{CreditNoteID}. */
export function updateCreditNote(book: Book, row: CreditNoteRow, input: Input, places: number): CreditNoteRow | undefined {
	return save(book, input, row, places);
}

/** What a credit note says in the books: the reverse side of an invoice, with the goods that come back at their cost. */
export function creditNoteEntry(book: Book, row: CreditNoteRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' && row.Status !== 'PAID') return undefined;
	const sale = row.Type === 'ACCRECCREDIT';
	const control = systemAccount(book, sale ? 'DEBTORS' : 'CREDITORS');
	const costs = sale ? costPostings(book, row.moves) : [];
	return {
		date: row.Date,
		reference: row.Reference || undefined,
		postings: [...documentPostings(book, row, control, sale ? 1 : -1), ...costs],
	};
}

function put(book: Book, row: CreditNoteRow): CreditNoteRow {
	const saved = book.creditNotes.put(row);
	post(book, { SourceType: row.Type, SourceID: row.CreditNoteID }, creditNoteEntry(book, saved));
	return saved;
}

function save(book: Book, input: Input, before: CreditNoteRow | undefined, places: number): CreditNoteRow | undefined {
	if (before) input.findings.id = before.CreditNoteID;
	const status = nextStatus(input, before?.Status, 'Credit note');
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const type = typeOf(input, before);
	const contact =
		input.given('Contact') || !before ? contactOfDocument(book, input.object('Contact')) : book.contacts.get(before.ContactID);
	if (!contact && !input.findings.failed) input.fail('A Contact must be specified for this type of transaction.');
	if (type === undefined || !contact) return undefined;

	const sale = type === 'ACCRECCREDIT';
	const amounts = input.choice('LineAmountTypes', ['Exclusive', 'Inclusive', 'NoTax']) ?? before?.LineAmountTypes ?? 'Exclusive';
	const approved = status === 'AUTHORISED';
	const side = sale ? ('ACCREC' as const) : ('ACCPAY' as const);
	const context = { type: side, amounts, approved, places, undiscounted: UNDISCOUNTED };
	const parts = input.list('LineItems');
	const kept = (before?.LineItems ?? []).map((line): LineRow =>
		amounts === before?.LineAmountTypes ? line : { ...line, TaxAmount: NaN },
	);
	const lines = settleLines(book, input.findings, parts ? readLines(book, parts, kept, context) : kept, context);
	if (lines.length === 0 && status !== 'DRAFT') input.fail('One or more line items must be specified');
	const { TotalDiscount: _none, ...added } = totals(lines, amounts);
	if (added.Total < 0) input.fail('The Total field must not be less than zero.');
	checkTotals(input, added);

	const used = before ? sum([before.Total, -before.RemainingCredit]) : 0;
	const row: CreditNoteRow = {
		CreditNoteID: before?.CreditNoteID ?? book.newId(),
		Type: type,
		Status: status,
		CreditNoteNumber: numberOf(book, input, before, sale),
		Reference: sale ? (input.text('Reference', 255) ?? before?.Reference ?? '') : '',
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		DueDate: input.date('DueDate') ?? before?.DueDate,
		LineAmountTypes: amounts,
		LineItems: lines,
		BrandingThemeID: saleTheme(book, input, sale, before?.BrandingThemeID),
		...rateFields(book, input, before, 'credit note'),
		...added,
		RemainingCredit: sum([added.Total, -used]),
		UpdatedDateUTC: book.stamp(),
		moves: [],
	};
	const lock = book.lockedUntil();
	if (approved && lock && row.Date <= lock.day) input.fail(lock.sentence);
	if (before && used > 0 && fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
	if (before) moveStock(book, before.moves, -1);
	if (approved) row.moves = returnsOf(book, input.findings, row);
	if (input.findings.failed) return undefined;
	moveStock(book, row.moves, 1);

	if (!before) book.note(row.CreditNoteID, 'Created', describe(row, contact.Name));
	if (before || status !== 'DRAFT') book.note(row.CreditNoteID, changeOf(before?.Status, status), describe(row, contact.Name));
	// Nothing is left to use of an approved credit note over nothing.
	const empty = approved && row.RemainingCredit === 0;
	return put(book, empty ? { ...row, Status: 'PAID', FullyPaidOnDate: row.Date } : row);
}

function describe(row: CreditNoteRow, contact: string): string {
	return `${row.CreditNoteNumber === '' ? 'Credit note' : row.CreditNoteNumber} to ${contact} for ${row.Total.toFixed(2)}.`;
}

function typeOf(input: Input, before: CreditNoteRow | undefined): CreditNoteRow['Type'] | undefined {
	const type = input.choice('Type', ['ACCRECCREDIT', 'ACCPAYCREDIT']);
	if (before) {
		if (type !== undefined && type !== before.Type) input.fail('The Type of a credit note must not be changed.');
		return before.Type;
	}
	if (type === undefined && !input.findings.failed)
		input.fail('The Type field must be specified: ACCRECCREDIT for customers, ACCPAYCREDIT for suppliers.');
	return type;
}

/** Credit notes to customers have unique numbers, given when not sent; those of suppliers have whatever the supplier wrote. */
function numberOf(book: Book, input: Input, before: CreditNoteRow | undefined, sale: boolean): string {
	const sent = input.text('CreditNoteNumber', 255)?.trim();
	if (!sale) return sent ?? before?.CreditNoteNumber ?? '';
	if (!sent) return before?.CreditNoteNumber ?? (input.findings.failed ? '' : book.creditNoteNumber());
	const same = book.creditNotes.first('number', fold(sent));
	if (same && same.CreditNoteID !== before?.CreditNoteID) input.fail('Credit note # must be unique.');
	return sent;
}

/** Deletes a draft or voids an approved credit note of which nothing was used. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: CreditNoteRow, status: 'VOIDED' | 'DELETED'): CreditNoteRow | undefined {
	if (before.RemainingCredit !== before.Total) return void input.fail(ALLOCATED);
	const lock = book.lockedUntil();
	if (status === 'VOIDED' && lock && before.Date <= lock.day) return void input.fail(lock.sentence);
	moveStock(book, before.moves, -1);
	const contact = book.contacts.get(before.ContactID)?.Name ?? '';
	book.note(before.CreditNoteID, changeOf(before.Status, status), describe(before, contact));
	return put(book, { ...before, Status: status, RemainingCredit: 0, moves: [], UpdatedDateUTC: book.stamp() });
}
