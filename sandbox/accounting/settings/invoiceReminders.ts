import type { Book } from '../book/book';
import { answer, type Body } from '../resource/replies';
import { type Resource, settings } from '../resource/resource';

const shown = (book: Book): Body[] => [{ Enabled: book.invoiceReminders }];

export const invoiceReminders: Resource = {
	plural: 'InvoiceReminders',
	records: shown,
	routes: [
		{
			operationId: 'getInvoiceReminders',
			method: 'GET',
			path: '/InvoiceReminders/Settings',
			scopes: settings.read,
			handle: (book) => answer(book, 'InvoiceReminders', shown(book)),
		},
	],
};
