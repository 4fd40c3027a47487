import { invoiceStub } from './allocations';
import { batchInDocument } from './batchPaymentBodies';
import type { Book } from '../book/book';
import { contactReference, lookIntoContact } from '../contacts/contacts';
import { dateString, momentString } from '../values/dates';
import { renderInvoice, renderLine } from '../invoices/invoiceBodies';
import type { Body } from '../resource/replies';
import type { Columns, Detail } from '../resource/resource';
import type { PaymentRow } from '../book/rows';
import { invoiceType, numberOf, openAmount, type Settled, settledById } from './settled';

/** What `where` and `order` may name on payments. */
export const paymentColumns: Columns = {
	PaymentID: 'id',
	PaymentType: 'text',
	Status: 'text',
	Date: 'time',
	Amount: 'number',
	BankAmount: 'number',
	CurrencyRate: 'number',
	Reference: 'text',
	IsReconciled: 'flag',
	BatchPaymentID: 'id',
	Invoice: { InvoiceID: 'id', InvoiceNumber: 'text', Type: 'text', Contact: { ContactID: 'id', Name: 'text' } },
	Account: { AccountID: 'id', Code: 'text', Name: 'text' },
	UpdatedDateUTC: 'time',
};

/** The columns of a payment that are not its own fields. `Invoice` is the document it pays, whatever its kind, as in Xero's replies. */
export function lookIntoPayment(book: Book, row: PaymentRow, path: readonly string[]): unknown {
	if (path[0] === 'Account') return (book.accounts.get(row.AccountID) as Body | undefined)?.[path[1] ?? ''];
	if (path[0] !== 'Invoice') return undefined;
	const document = settledById(book, row.InvoiceID);
	if (!document) return undefined;
	if (path[1] === 'Contact') return lookIntoContact(book, document.row.ContactID, path[2]);
	return { InvoiceID: document.id, InvoiceNumber: numberOf(document), Type: invoiceType(document) }[path[1] ?? ''];
}

/** A payment as replies show it: the account by name and the document as a whole only in single GETs and after writes. */
export function renderPayment(book: Book, row: PaymentRow, detail: Detail, places: number): Body {
	const document = settledById(book, row.InvoiceID);
	const account = book.accounts.get(row.AccountID);
	const batch = book.batchPayments.get(row.BatchPaymentID ?? '');
	return {
		PaymentID: row.PaymentID,
		...(batch ? { BatchPaymentID: batch.BatchPaymentID, BatchPayment: batchInDocument(batch) } : {}),
		Date: row.Date,
		BankAmount: row.BankAmount,
		Amount: row.Amount,
		Reference: row.Reference ?? '',
		CurrencyRate: row.CurrencyRate,
		PaymentType: row.PaymentType,
		Status: row.Status,
		UpdatedDateUTC: row.UpdatedDateUTC,
		UpdatedDateUTCString: momentString(row.UpdatedDateUTC),
		HasAccount: true,
		IsReconciled: row.IsReconciled,
		BankAccountNumber: row.BankAccountNumber,
		Particulars: row.Particulars,
		Details: row.Details,
		Code: row.Code,
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
	return {
		...short(book, document),
		Reference: row.Reference ?? '',
		AmountDue: openAmount(document),
		CurrencyRate: row.CurrencyRate,
		DateString: dateString(row.Date),
		Date: row.Date,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: row.LineItems.map((one) => renderLine(book, one, places)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		UpdatedDateUTC: row.UpdatedDateUTC,
		UpdatedDateUTCString: momentString(row.UpdatedDateUTC),
	};
}

/** The credit that was refunded, under the name of its own kind. */
function credit(document: Exclude<Settled, { name: 'Invoice' }>): Body {
	const id = { [`${document.name}ID`]: document.id, ID: document.id };
	const number = document.name === 'CreditNote' ? { CreditNoteNumber: document.row.CreditNoteNumber, HasErrors: false } : {};
	return { ...id, ...number, Type: document.row.Type, RemainingCredit: document.row.RemainingCredit, LineItems: [] };
}
