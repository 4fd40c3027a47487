/** How calls write invoices and bills, and what these say in the books. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { InvoiceRow } from '../book/rows';
import { amountsField, givenContactField, lockedField, rateFields, urlField } from '../documents/fields';
import { contentOf, fixedFields } from '../documents/fixedFields';
import { ALLOCATED, invoiceLifecycle, saleNumberField, saleThemeField, typeField } from '../documents/invoiceStatus';
import { nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { checkTotals } from '../documents/lines';
import { costPostings, movesOf, moveStock } from '../items/stock';
import { documentPostings, type Entry, post, type Posting, systemAccount } from '../ledger/ledger';
import type { Input } from '../resource/input';
import type { Call } from '../resource/routes';
import { deductionAccount, deductionOf } from '../settings/constructionScheme';
import { sum } from '../values/decimal';
import { kind } from './invoice';

const lifecycle = invoiceLifecycle('invoice');

function save(book: Book, input: Input, before: InvoiceRow | undefined, call: Call): InvoiceRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	if (before && (status === 'VOIDED' || status === 'DELETED')) return close(book, input, before, status);

	const meant = ': ACCREC for sales invoices, ACCPAY for bills';
	const type = typeField(input, before?.Type, ['ACCREC', 'ACCPAY'], { of: 'an invoice', meant });
	const contact = givenContactField(book, input, before?.ContactID);
	if (type === undefined || !contact) return undefined;

	const [sale, approved] = [type === 'ACCREC', status === 'AUTHORISED'];
	const date = input.date('Date') ?? before?.Date ?? book.today();
	const amounts = amountsField(book, input, before, { type, approved, places: call.places, required: status !== 'DRAFT' });
	checkTotals(input, amounts);

	const [paid, credited] = [before?.AmountPaid ?? 0, before?.AmountCredited ?? 0];
	const currency = rateFields(book, input, before, 'invoice');
	const deduction = deductionOf(book, { Type: type, ...amounts, ...currency }, contact, before);
	const row: InvoiceRow = {
		InvoiceID: before?.InvoiceID ?? book.newId(),
		Type: type,
		Status: status,
		InvoiceNumber: saleNumberField(input, sale, book.invoices, before, {
			key: 'InvoiceNumber',
			next: () => book.invoiceNumber(),
			notUnique: 'Invoice # must be unique.',
		}),
		Reference: sale ? (input.text('Reference', 255) ?? before?.Reference ?? '') : undefined,
		ContactID: contact.ContactID,
		Date: date,
		DueDate: input.date('DueDate') ?? before?.DueDate,
		ExpectedPaymentDate: sale ? (input.date('ExpectedPaymentDate') ?? before?.ExpectedPaymentDate) : undefined,
		PlannedPaymentDate: sale ? undefined : (input.date('PlannedPaymentDate') ?? before?.PlannedPaymentDate),
		BrandingThemeID: saleThemeField(book, input, sale, before?.BrandingThemeID),
		Url: urlField(input, 'Url') ?? before?.Url,
		...currency,
		SentToContact: sentOf(input, approved, before),
		...amounts,
		...deduction,
		AmountPaid: paid,
		AmountCredited: credited,
		AmountDue: sum([amounts.Total, -(deduction.CISDeduction ?? 0), -paid, -credited]),
		UpdatedDateUTC: book.stamp(),
		clientId: before?.clientId ?? call.clientId,
		moves: [],
	};
	if (approved && row.DueDate === undefined) input.fail('The DueDate field must be specified for an approved invoice.');
	if (approved) lockedField(book, input, row.Date);
	if (before && paid + credited > 0) {
		if (fixedFields(row) !== fixedFields(before)) input.fail(ALLOCATED);
		// Xero leaves UpdatedDateUTC alone when only these change on a part-paid document.
		const { DueDate, SentToContact, UpdatedDateUTC } = row;
		const { moves } = before;
		if (contentOf({ ...before, DueDate, SentToContact, UpdatedDateUTC }) === contentOf({ ...row, moves }))
			row.UpdatedDateUTC = before.UpdatedDateUTC;
	}
	if (before) moveStock(book, before.moves, -1);
	if (approved) row.moves = movesOf(book, input.findings, row, call.backorders);
	if (input.findings.failed) return undefined;
	moveStock(book, row.moves, 1);

	const flag = sale ? 'IsCustomer' : 'IsSupplier';
	if (!contact[flag]) book.contacts.put({ ...contact, [flag]: true });
	noteChange(book, lifecycle, row.InvoiceID, before?.Status, status, describe(row, contact.Name));
	// Nothing is left to pay on an approved document over nothing.
	const settled = approved && row.AmountDue === 0;
	return put(book, settled ? { ...row, Status: 'PAID', FullyPaidOnDate: row.Date } : row);
}

function describe(row: InvoiceRow, contact: string): string {
	return `${row.InvoiceNumber === '' ? 'Bill' : row.InvoiceNumber} to ${contact} for ${row.Total.toFixed(2)}.`;
}

function sentOf(input: Input, approved: boolean, before: InvoiceRow | undefined): boolean {
	const sent = input.flag('SentToContact');
	if (!sent || approved) return sent ?? before?.SentToContact ?? false;
	input.findings.warnings.push('SentToContact was ignored as only approved invoices can be marked as sent.');
	return before?.SentToContact ?? false;
}

/** Deletes a draft or voids an approved document. Other fields of the request are not looked at. */
function close(book: Book, input: Input, before: InvoiceRow, status: 'VOIDED' | 'DELETED'): InvoiceRow | undefined {
	if (before.AmountPaid + before.AmountCredited > 0) return void input.fail(ALLOCATED);
	if (status === 'VOIDED' && lockedField(book, input, before.Date)) return undefined;
	moveStock(book, before.moves, -1);
	const details = describe(before, book.contacts.get(before.ContactID)?.Name ?? '');
	noteChange(book, lifecycle, before.InvoiceID, before.Status, status, details);
	return put(book, { ...before, Status: status, AmountDue: 0, moves: [], UpdatedDateUTC: book.stamp() });
}

function put(book: Book, row: InvoiceRow): InvoiceRow {
	const saved = book.invoices.put(row);
	post(book, { SourceType: row.Type, SourceID: row.InvoiceID }, invoiceEntry(book, saved));
	return saved;
}

/** What an invoice or bill says in the books: nothing until it is approved, nothing once it is void; and what sold goods cost. */
function invoiceEntry(book: Book, row: InvoiceRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' && row.Status !== 'PAID') return undefined;
	const sale = row.Type === 'ACCREC';
	const control = systemAccount(book, sale ? 'DEBTORS' : 'CREDITORS');
	const costs = sale ? costPostings(book, row.moves) : [];
	return {
		date: row.Date,
		reference: sale ? row.Reference : row.InvoiceNumber,
		postings: [...withDeduction(book, row, documentPostings(book, row, control, sale ? -1 : 1)), ...costs],
	};
}

/** Moves what is kept back from debtors or creditors, which come first, to the account of the deduction. */
function withDeduction(book: Book, { Type, CISDeduction = 0 }: InvoiceRow, postings: readonly Posting[]): readonly Posting[] {
	const [control, ...others] = postings;
	if (!control || CISDeduction === 0) return postings;
	const kept = Type === 'ACCREC' ? CISDeduction : -CISDeduction;
	const due = { ...control, net: sum([control.net, -kept]) };
	return [due, { AccountID: deductionAccount(book, Type), net: kept }, ...others];
}

/** How calls write invoices and bills; POST finds sales invoices by their number as well, bills by their id only. */
export const invoiceWrites = writesOf(kind, lifecycle, save, (book, input) => {
	const number = input.text('InvoiceNumber');
	return number && input.text('Type')?.toUpperCase() !== 'ACCPAY' ? book.invoices.first('number', fold(number)) : undefined;
});
