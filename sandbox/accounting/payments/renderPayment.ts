/** Payments as replies show them. */
import type { Book } from '../book/book';
import type { BatchPaymentRow, PaymentRow } from '../book/moneyRows';
import { contactReference } from '../contacts/contacts';
import { renderLine } from '../documents/renderedLines';
import { renderInvoice } from '../invoices/invoice';
import type { Detail } from '../resource/kind';
import type { Body } from '../resource/replies';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';
import { invoiceStub } from './allocations';
import { invoiceType, numberOf, openAmount, type Settled, settledById } from './settled';

/** A payment as replies show it: the account by name and the document as a whole only in single GETs and after writes. */
export function renderPayment(book: Book, row: PaymentRow, detail: Detail, places: number): Body {
	const document = settledById(book, row.InvoiceID);
	const account = book.accounts.get(row.AccountID);
	const batch = book.batchPayments.get(row.BatchPaymentID ?? '');
	return {
		...fieldsOf('Payment', row),
		...(batch ? { BatchPayment: batchInDocument(batch) } : {}),
		...twinsOf(row, 'UpdatedDateUTC'),
		Reference: row.Reference ?? '',
		HasAccount: true,
		Account: {
			AccountID: row.AccountID,
			...(account?.Code ? { Code: account.Code } : {}),
			...(detail === 'full' ? { Name: account?.Name } : {}),
		},
		...(document ? { Invoice: detail === 'full' ? whole(book, document, places) : short(book, document) } : {}),
		...(document && document.name !== 'Invoice' ? { [document.name]: credit(document) } : {}),
		HasValidationErrors: false,
	};
}

function short(book: Book, document: Settled): Body {
	const head = { Type: invoiceType(document), InvoiceNumber: numberOf(document) };
	const { InvoiceID: _id, ...stub } = invoiceStub({ InvoiceID: document.id });
	const contact = contactReference(book, document.row.ContactID);
	return { InvoiceID: document.id, ...head, ...stub, Contact: contact, CurrencyCode: document.row.CurrencyCode };
}

function whole(book: Book, document: Settled, places: number): Body {
	const contact = contactReference(book, document.row.ContactID);
	if (document.name === 'Invoice') return { ...renderInvoice(book, document.row, 'page', places), Contact: contact };
	const { row } = document;
	const { DueDate: _due, FullyPaidOnDate: _paid, BrandingThemeID: _theme, ...fields } = fieldsOf('Invoice', row);
	return {
		...fields,
		...twinsOf(row, 'Date', 'UpdatedDateUTC'),
		...short(book, document),
		Reference: row.Reference ?? '',
		AmountDue: openAmount(document),
		LineItems: row.LineItems.map((one) => renderLine(book, one, places)),
	};
}

/** The credit that was refunded, under the name of its own kind. */
function credit(document: Exclude<Settled, { name: 'Invoice' }>): Body {
	const id = { [`${document.name}ID`]: document.id, ID: document.id };
	const number = document.name === 'CreditNote' ? { CreditNoteNumber: document.row.CreditNoteNumber, HasErrors: false } : {};
	return { ...id, ...number, Type: document.row.Type, RemainingCredit: document.row.RemainingCredit, LineItems: [] };
}

/** A batch payment inside one of its payments: here, unlike in its own replies, total and flag are texts (Xero's example of getPayments). */
function batchInDocument(row: BatchPaymentRow): Body {
	return {
		Account: { AccountID: row.AccountID },
		BatchPaymentID: row.BatchPaymentID,
		Date: row.Date,
		Type: row.Type,
		Status: row.Status,
		TotalAmount: row.TotalAmount.toFixed(2),
		UpdatedDateUTC: row.UpdatedDateUTC,
		IsReconciled: String(row.IsReconciled),
	};
}
