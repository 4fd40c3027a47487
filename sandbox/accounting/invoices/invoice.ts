/** Invoices and bills as filters and replies see them. */
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import type { PaymentRow } from '../book/moneyRows';
import type { InvoiceRow } from '../book/rows';
import { CONTACT_FIELDS, contactInDocument, contactNested, contactReference } from '../contacts/contacts';
import { isDiscounted, renderLine } from '../documents/renderedLines';
import { type Credit, creditById } from '../payments/settled';
import { filesOf } from '../resource/attachments';
import { isGuid } from '../resource/input';
import { type Detail, kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';
import { sum } from '../values/decimal';

/** The payments of a document that were not deleted, oldest first. */
function paymentsOn(book: Book, id: string): PaymentRow[] {
	return book.payments.all('invoice', id).filter((payment) => payment.Status === 'AUTHORISED');
}

/** Payments that count, as they appear inside a document. */
export function paymentsOf(book: Book, id: string): Body[] {
	return paymentsOn(book, id).map(({ PaymentID, Date, Amount, Reference, CurrencyRate }) => ({
		...{ PaymentID, Date, Amount, Reference, CurrencyRate },
		HasAccount: false,
		HasValidationErrors: false,
	}));
}

/**
 * The credits that were applied to an invoice, as it carries them: each once, with what of it was applied, and with its own date unless
 * `date` is given.
 */
function creditsOn(
	book: Book,
	invoiceId: string,
	date: string | undefined,
): Record<'CreditNotes' | 'Prepayments' | 'Overpayments', Body[]> {
	const applied = new Map<string, number>();
	for (const row of book.allocations.all('invoice', invoiceId))
		applied.set(row.CreditID, sum([applied.get(row.CreditID) ?? 0, row.Amount]));
	const named = (name: Credit['name']): Body[] =>
		[...applied].flatMap(([id, amount]) => {
			const credit = creditById(book, id);
			return credit?.name === name ? [appliedCredit(credit, amount, date)] : [];
		});
	return { CreditNotes: named('CreditNote'), Prepayments: named('Prepayment'), Overpayments: named('Overpayment') };
}

function appliedCredit({ name, id, row }: Credit, AppliedAmount: number, Date = row.Date): Body {
	const number = name === 'CreditNote' ? { CreditNoteNumber: row.CreditNoteNumber, HasErrors: false } : {};
	return {
		...{ [`${name}ID`]: id, ID: id, ...number, AppliedAmount },
		...{ ...twinsOf({ Date }, 'Date'), Date, LineItems: [], Total: row.Total },
	};
}

/** An invoice as replies show it. Lists without paging leave LineItems empty; summaryOnly drops Payments, LineItems, CISDeduction and HasAttachments. */
export function renderInvoice(book: Book, row: InvoiceRow, detail: Detail, places: number): Body {
	const { LineItems, TotalDiscount, CISDeduction, ...fields } = fieldsOf('Invoice', row);
	const discounted = isDiscounted(row);
	return {
		...fields,
		...twinsOf(row, 'Date', 'DueDate', 'UpdatedDateUTC'),
		HasErrors: false,
		IsDiscounted: discounted,
		...(discounted ? { TotalDiscount } : {}),
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		...(detail === 'summary'
			? {}
			: {
					CISDeduction,
					LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
					Payments: paymentsOf(book, row.InvoiceID),
					...creditsOn(book, row.InvoiceID, detail === 'full' && book.unkindness.creditDatesWrong ? row.Date : undefined),
					...filesOf(book, 'Invoices', row.InvoiceID, detail),
				}),
	};
}

export const kind = kindOf<InvoiceRow>('Invoice', {
	table: (book) => book.invoices,
	flag: 'HasErrors',
	// By InvoiceID, or by InvoiceNumber as Xero also takes it.
	find: (book, key) =>
		isGuid(key)
			? book.invoices.get(key)
			: (book.invoices.first('number', fold(key)) ?? book.invoices.first('anyNumber', fold(key))),
	without: ['IsDiscounted', 'RepeatingInvoiceID'],
	nested: { Contact: contactNested(...CONTACT_FIELDS) },
	render: renderInvoice,
});
