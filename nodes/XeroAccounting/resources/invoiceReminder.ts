import { resource } from '../../shared/model/operation';
import { readPart } from '../../shared/operations/crud';

export const invoiceReminder = resource({
	key: 'invoiceReminder',
	name: 'Invoice Reminder',
	plural: 'Invoice Reminders',
	description: 'Emails by which Xero reminds customers of overdue invoices',
	path: 'InvoiceReminders',
	id: 'InvoiceReminderID',
	scope: 'accounting.settings',
	fields: {},
	operations: (reminder) => ({
		getSettings: readPart(
			reminder,
			'getInvoiceReminders',
			'Get Settings',
			'/InvoiceReminders/Settings',
			'InvoiceReminders',
			'Tell whether the organisation has invoice reminders turned on',
			{ action: 'Get settings of invoice reminders' },
		),
	}),
});
