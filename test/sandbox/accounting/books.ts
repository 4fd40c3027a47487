import { createAccount } from '../../../sandbox/accounting/accounts/accounts';
import { Book } from '../../../sandbox/accounting/book/book';
import { invoiceWrites } from '../../../sandbox/accounting/invoices/invoiceWrites';
import { createPayment, undoPayment } from '../../../sandbox/accounting/payments/paymentWrites';
import type { InvoiceRow } from '../../../sandbox/accounting/book/rows';
import { organisationRow } from '../../../sandbox/accounting/seed/countries';
import { write } from '../../../sandbox/accounting/seed/records';
import { seedBook } from '../../../sandbox/accounting/seed/seed';
import { stoppedClock } from '../../../sandbox/clock';
import { type Json, sale, START } from './desk';

/** Fresh books with one bank account, 090. */
export function openBook(countryCode = 'NZ', baseCurrency = 'NZD'): Book {
	const given = { tenantId: '0f6c1d1e-7a55-4b86-9d2a-3c8f5b1e9a77', name: 'Walnut & Co', shortCode: '!wln', baseCurrency };
	const book = new Book(organisationRow({ ...given, countryCode }, '2026-03-10'), stoppedClock(START));
	seedBook(book, 'empty');
	write(book, { Code: '090', Name: 'Bank', Type: 'BANK', BankAccountNumber: '1' }, createAccount);
	return book;
}

/** An approved sale, or whatever else `more` makes of it. */
export function invoiced(book: Book, more: Json = {}): InvoiceRow {
	const call = { places: 2, clientId: 'app', backorders: false };
	return write(book, sale({ Status: 'AUTHORISED', ...more }), (one, input) => invoiceWrites.create(one, input, call));
}

/** Money for a document through the bank; gives the id of the payment. */
export function settled(book: Book, { InvoiceID }: InvoiceRow, Amount: number, Date: string): string {
	return write(book, { Invoice: { InvoiceID }, Account: { Code: '090' }, Amount, Date }, createPayment).PaymentID;
}

/** Takes a payment back. */
export function unsettled(book: Book, id: string): void {
	const payment = book.payments.get(id);
	if (payment) undoPayment(book, payment);
}
