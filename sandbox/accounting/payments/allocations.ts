/** Allocations of credits to invoices and bills. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { AllocationRow } from '../book/moneyRows';
import type { InvoiceRow } from '../book/rows';
import { lockedField } from '../documents/fields';
import type { Input } from '../resource/input';
import { type Kind, kindOf } from '../resource/kind';
import { type Body, invalidOne, notFound } from '../resource/replies';
import { type BookRoute, recordOf, routesAt } from '../resource/routes';
import { writeMany } from '../resource/writing';
import { fieldsOf } from '../schema';
import { wire } from '../values/dates';
import { creditById, direction, side } from './settled';
import { unpostAllocation } from './settlementEntries';
import { settle } from './settling';

const LISTS = { Payments: [], CreditNotes: [], Prepayments: [], Overpayments: [] };

/** An invoice as little of it as allocations, payments in lists and batch payments carry. */
export function invoiceStub(row: { InvoiceID: string }, more: Body = {}): Body {
	return { InvoiceID: row.InvoiceID, ...more, ...LISTS, HasErrors: false, IsDiscounted: false, LineItems: [] };
}

/** The allocations of a credit as it carries them itself. */
export function allocationsOf(book: Book, creditId: string): Body[] {
	return book.allocations.all('credit', creditId).map((row) => {
		const invoice = book.invoices.get(row.InvoiceID);
		return {
			AllocationID: row.AllocationID,
			Amount: row.Amount,
			Date: row.Date,
			Invoice: invoice && invoiceStub(invoice, { InvoiceNumber: invoice.InvoiceNumber }),
		};
	});
}

const kind = kindOf<AllocationRow>('Allocation', {
	table: (book) => book.allocations,
	render(book, row) {
		const [invoice, credit] = [book.invoices.get(row.InvoiceID), creditById(book, row.CreditID)];
		return {
			...fieldsOf('Allocation', row),
			Invoice: invoice && invoiceStub(invoice),
			...(credit ? { [credit.name]: { [`${credit.name}ID`]: credit.id, ID: credit.id, LineItems: [] } } : {}),
		};
	},
});

const TITLES = { CreditNote: 'credit note', Prepayment: 'prepayment', Overpayment: 'overpayment' } as const;

/** The approved invoice or bill that an allocation names by its id or number. */
function invoiceOf(book: Book, input: Input): InvoiceRow | undefined {
	const invoice = input.object('Invoice');
	const id = invoice?.guid('InvoiceID');
	const number = invoice?.text('InvoiceNumber');
	const row = id !== undefined ? book.invoices.get(id) : number ? book.invoices.first('anyNumber', fold(number)) : undefined;
	if (row) return row;
	return void input.fail(id || number ? 'The invoice to allocate to could not be found.' : 'An Invoice must be specified.');
}

/** A new allocation of a credit: within what is left of it and what is due, between approved documents of one side and currency. */
export function allocate(book: Book, creditId: string, input: Input): AllocationRow | undefined {
	const credit = creditById(book, creditId);
	const invoice = invoiceOf(book, input);
	const [amount, date] = [input.number('Amount', 2), input.date('Date')];
	if (amount === undefined) input.fail('The Amount field must be specified.');
	else if (amount <= 0) input.fail('The allocation amount must be greater than zero.');
	if (date === undefined) input.fail('The Date field must be specified.');
	if (!credit || !invoice || amount === undefined || date === undefined) return undefined;

	const title = TITLES[credit.name];
	const target = { name: 'Invoice', id: invoice.InvoiceID, row: invoice } as const;
	if (credit.row.Status !== 'AUTHORISED' && credit.row.Status !== 'PAID')
		return void input.fail(`Allocations can only be made from an Authorised ${title}`);
	if (side(credit) !== side(target) || direction(credit) === direction(target))
		return void input.fail(
			`The ${title} can only be allocated to ${side(credit) === 'AR' ? 'sales invoices' : 'bills'} (${side(credit) === 'AR' ? 'ACCREC' : 'ACCPAY'}).`,
		);
	if (invoice.Status !== 'AUTHORISED' && invoice.Status !== 'PAID')
		return void input.fail('Allocations can only be made to Authorised documents');
	if (invoice.CurrencyCode !== credit.row.CurrencyCode)
		return void input.fail(
			`The ${title} is in ${credit.row.CurrencyCode} and cannot be allocated to a document in ${invoice.CurrencyCode}.`,
		);
	if (amount > credit.row.RemainingCredit) input.fail(`Allocation amount exceeds the remaining credit on this ${title}`);
	if (amount > invoice.AmountDue) input.fail('Allocation amount exceeds the amount outstanding on this document');
	lockedField(book, input, date);
	if (input.findings.failed) return undefined;

	const row = book.allocations.put({
		AllocationID: book.newId(),
		CreditID: credit.id,
		InvoiceID: invoice.InvoiceID,
		Amount: amount,
		Date: date,
		turn: book.turn(),
	});
	const what = `${amount.toFixed(2)} on ${date}`;
	settle(book, credit.id, 'Allocated', `Allocated ${what} to ${invoice.InvoiceNumber || 'a bill'}.`);
	settle(book, invoice.InvoiceID, 'Credit applied', `A ${title} was applied for ${what}.`);
	return row;
}

/** Gives the amount of an allocation back to its credit and its invoice. */
function remove(book: Book, row: AllocationRow): void {
	unpostAllocation(book, row);
	book.allocations.remove(row.AllocationID);
	for (const id of [row.CreditID, row.InvoiceID])
		settle(book, id, 'Allocation deleted', `An allocation of ${row.Amount.toFixed(2)} was deleted.`);
}

/** PUT /{id}/Allocations and DELETE /{id}/Allocations/{AllocationID} of one of the three kinds of credit. */
export function allocationRoutes<Row extends object>(owner: Kind<Row>): BookRoute[] {
	const path = `/${owner.plural}/{${owner.id}}/Allocations`;
	return [
		...routesAt(path, {
			PUT(book, request) {
				const id = owner.idOf(recordOf(owner, book, request));
				return writeMany(kind, book, request, (input) => allocate(book, id, input));
			},
		}),
		...routesAt(`${path}/{AllocationID}`, {
			DELETE(book, request) {
				const id = owner.idOf(recordOf(owner, book, request));
				const row = recordOf(kind, book, request);
				if (row.CreditID !== id) throw notFound();
				const { AllocationID, Amount, Date, InvoiceID } = row;
				const lock = book.lockedUntil();
				if (lock && Date <= lock.day) throw invalidOne({ AllocationID, Amount, Date }, lock.sentence);
				remove(book, row);
				// The one answer without an envelope: the allocation itself.
				return { status: 200, body: wire({ AllocationID, Date, Amount, Invoice: { InvoiceID }, IsDeleted: true }) };
			},
		}),
	];
}
