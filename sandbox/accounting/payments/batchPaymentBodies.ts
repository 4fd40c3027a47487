import { invoiceStub } from './allocations';
import type { Book } from '../book/book';
import { dateString } from '../values/dates';
import type { Body } from '../resource/replies';
import type { Columns } from '../resource/resource';
import type { BatchPaymentRow } from '../book/moneyRows';

/** What `where` and `order` may name on batch payments. */
export const batchColumns: Columns = {
	BatchPaymentID: 'id',
	Type: 'text',
	Status: 'text',
	Date: 'time',
	Reference: 'text',
	Particulars: 'text',
	Code: 'text',
	Details: 'text',
	Narrative: 'text',
	TotalAmount: 'number',
	IsReconciled: 'flag',
	Account: { AccountID: 'id', Code: 'text', Name: 'text', CurrencyCode: 'text' },
	UpdatedDateUTC: 'time',
};

/** A batch payment inside one of its payments: here, unlike in its own replies, total and flag are texts (Xero's example of getPayments). */
export function batchInDocument(row: BatchPaymentRow): Body {
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

/** A batch payment as replies show it; a deleted one has no payments any more. */
export function renderBatch(book: Book, row: BatchPaymentRow): Body {
	const currency = book.accounts.get(row.AccountID)?.CurrencyCode ?? book.organisation.BaseCurrency;
	return {
		Account: { AccountID: row.AccountID, CurrencyCode: currency },
		Reference: row.Reference,
		Particulars: row.Particulars,
		Code: row.Code,
		Details: row.Details,
		Narrative: row.Narrative,
		BatchPaymentID: row.BatchPaymentID,
		DateString: dateString(row.Date),
		Date: row.Date,
		Payments: row.Status === 'DELETED' ? [] : paymentsIn(book, row.BatchPaymentID),
		Type: row.Type,
		Status: row.Status,
		TotalAmount: row.TotalAmount,
		UpdatedDateUTC: row.UpdatedDateUTC,
		IsReconciled: row.IsReconciled,
	};
}

function paymentsIn(book: Book, batchId: string): Body[] {
	return book.payments.all('batch', batchId).map((payment) => ({
		Invoice: invoiceStub(payment, { CurrencyCode: book.invoices.get(payment.InvoiceID)?.CurrencyCode }),
		PaymentID: payment.PaymentID,
		Reference: payment.Reference,
		BankAccountNumber: payment.BankAccountNumber,
		Particulars: payment.Particulars,
		Code: payment.Code,
		Details: payment.Details,
		Amount: payment.Amount,
		BankAmount: payment.BankAmount,
	}));
}
