import type { Book } from '../book/book';
import { documentPdf } from '../documents/pdf';
import type { InvoiceRow } from '../book/rows';

/** A one-page PDF of an invoice or bill. */
export function invoicePdf(book: Book, row: InvoiceRow): Buffer {
	return documentPdf({
		title: row.Type === 'ACCREC' ? 'TAX INVOICE' : 'BILL',
		number: row.InvoiceNumber,
		organisation: book.organisation.Name,
		contact: book.contacts.get(row.ContactID)?.Name ?? '',
		head: [`Date: ${row.Date}`, `Due: ${row.DueDate ?? '-'}`, `Status: ${row.Status}`],
		lines: row.LineItems,
		totals: row,
		currency: row.CurrencyCode,
		foot: [`Amount due ${row.AmountDue.toFixed(2)} ${row.CurrencyCode}`],
	});
}
