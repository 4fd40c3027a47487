/** Whether customers are reminded of what is overdue: read only. */
import type { Book } from '../book/book';
import { answer, type Body } from '../resource/replies';
import { type Resource, routes } from '../resource/routes';

const shown = (book: Book): Body[] => [{ Enabled: book.invoiceReminders }];

export const invoiceReminders: Resource = {
	plural: 'InvoiceReminders',
	records: shown,
	routes: routes({ getInvoiceReminders: (book) => answer(book, 'InvoiceReminders', shown(book)) }),
};
