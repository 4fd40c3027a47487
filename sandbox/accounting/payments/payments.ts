/** Payments of invoices and bills, and refunds of credits. */
import { accountNested } from '../accounts/accounts';
import type { PaymentRow } from '../book/moneyRows';
import { historyRoutes } from '../resource/history';
import { kindOf } from '../resource/kind';
import { getMany, getOne, resourceOf, update, write, writeSingle } from '../resource/routes';
import { columnsOf } from '../schema';
import { createPayment, deletePayment } from './paymentWrites';
import { renderPayment } from './renderPayment';
import { invoiceType, numberOf, settledById } from './settled';

const kind = kindOf<PaymentRow>('Payment', {
	table: (book) => book.payments,
	flag: 'HasValidationErrors',
	without: ['InvoiceNumber', 'CreditNoteNumber', 'HasAccount'],
	nested: {
		Account: accountNested((row) => row.AccountID),
		// The document it pays, whatever its kind, as in Xero's replies.
		Invoice: {
			columns: {
				...columnsOf('Invoice', ['InvoiceID', 'InvoiceNumber', 'Type']),
				Contact: columnsOf('Contact', ['ContactID', 'Name']),
			},
			of(book, row) {
				const document = settledById(book, row.InvoiceID);
				const Contact = document && book.contacts.get(document.row.ContactID);
				return document && { InvoiceID: document.id, InvoiceNumber: numberOf(document), Type: invoiceType(document), Contact };
			},
		},
	},
	render: renderPayment,
});

export const payments = resourceOf(
	kind,
	{
		getPayments: getMany(kind),
		createPayment: writeSingle(kind, createPayment),
		createPayments: write(kind, createPayment),
		getPayment: getOne(kind),
		deletePayment: update(kind, deletePayment),
	},
	historyRoutes(kind),
);
