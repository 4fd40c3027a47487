/** How calls write credit notes, and what these say in the books. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { CreditNoteRow } from '../book/moneyRows';
import { amountsField, givenContactField, lockedField, rateFields } from '../documents/fields';
import { fixedFields } from '../documents/fixedFields';
import { ALLOCATED, invoiceLifecycle, saleNumberField, saleThemeField, typeField } from '../documents/invoiceStatus';
import { nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { checkTotals } from '../documents/lines';
import { costPostings, moveStock, movesOf } from '../items/stock';
import { documentPostings, type Entry, post, systemAccount } from '../ledger/ledger';
import type { Input } from '../resource/input';
import type { Call } from '../resource/routes';
import { sum } from '../values/decimal';
import { kind } from './creditNote';

const lifecycle = invoiceLifecycle('credit note');

/** What a credit note says in the books: the reverse side of an invoice, with the goods that come back at their cost. */
function creditNoteEntry(book: Book, row: CreditNoteRow): Entry | undefined {
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

function save(book: Book, input: Input, before: CreditNoteRow | undefined, { places }: Call): CreditNoteRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const meant = ': ACCRECCREDIT for customers, ACCPAYCREDIT for suppliers';
	const type = typeField(input, before?.Type, ['ACCRECCREDIT', 'ACCPAYCREDIT'], { of: 'a credit note', meant });
	const contact = givenContactField(book, input, before?.ContactID);
	if (type === undefined || !contact) return undefined;

	const [sale, approved] = [type === 'ACCRECCREDIT', status === 'AUTHORISED'];
	const undiscounted = 'Discounts may not be applied to credit notes.';
	const lines = { type: sale ? 'ACCREC' : 'ACCPAY', approved, places, undiscounted, required: status !== 'DRAFT' } as const;
	const { TotalDiscount: _none, ...amounts } = amountsField(book, input, before, lines);
	checkTotals(input, amounts);

	const used = before ? sum([before.Total, -before.RemainingCredit]) : 0;
	const row: CreditNoteRow = {
		CreditNoteID: before?.CreditNoteID ?? book.newId(),
		Type: type,
		Status: status,
		CreditNoteNumber: saleNumberField(input, sale, book.creditNotes, before, {
			key: 'CreditNoteNumber',
			next: () => book.creditNoteNumber(),
			notUnique: 'Credit note # must be unique.',
		}),
		Reference: sale ? (input.text('Reference', 255) ?? before?.Reference ?? '') : '',
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		DueDate: input.date('DueDate') ?? before?.DueDate,
		BrandingThemeID: saleThemeField(book, input, sale, before?.BrandingThemeID),
		...rateFields(book, input, before, 'credit note'),
		...amounts,
		RemainingCredit: sum([amounts.Total, -used]),
		UpdatedDateUTC: book.stamp(),
		moves: [],
	};
	if (approved) lockedField(book, input, row.Date);
	if (before && used > 0 && fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
	if (before) moveStock(book, before.moves, -1);
	if (approved) row.moves = movesOf(book, input.findings, row);
	if (input.findings.failed) return undefined;
	moveStock(book, row.moves, 1);

	noteChange(book, lifecycle, row.CreditNoteID, before?.Status, status, describe(row, contact.Name));
	// Nothing is left to use of an approved credit note over nothing.
	const empty = approved && row.RemainingCredit === 0;
	return put(book, empty ? { ...row, Status: 'PAID', FullyPaidOnDate: row.Date } : row);
}

function describe(row: CreditNoteRow, contact: string): string {
	return `${row.CreditNoteNumber === '' ? 'Credit note' : row.CreditNoteNumber} to ${contact} for ${row.Total.toFixed(2)}.`;
}

/** Deletes a draft or voids an approved credit note of which nothing was used. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: CreditNoteRow, status: 'VOIDED' | 'DELETED'): CreditNoteRow | undefined {
	if (before.RemainingCredit !== before.Total) return void input.fail(ALLOCATED);
	if (status === 'VOIDED' && lockedField(book, input, before.Date)) return undefined;
	moveStock(book, before.moves, -1);
	const details = describe(before, book.contacts.get(before.ContactID)?.Name ?? '');
	noteChange(book, lifecycle, before.CreditNoteID, before.Status, status, details);
	return put(book, { ...before, Status: status, RemainingCredit: 0, moves: [], UpdatedDateUTC: book.stamp() });
}

/** How calls write credit notes; POST finds those to customers by their number as well. */
export const creditNoteWrites = writesOf(
	kind,
	lifecycle,
	save,
	(book, input) => {
		const number = input.text('CreditNoteNumber');
		const bill = input.text('Type')?.toUpperCase() === 'ACCPAYCREDIT';
		return number && !bill ? book.creditNotes.first('number', fold(number)) : undefined;
	},
	'An existing Credit Note with the specified CreditNoteID could not be found',
);
