import type { Picked } from '../../shared/inputs/locators';
import { NOT_AN_ID, record } from '../../shared/inputs/locators';
import type { Choice, Words } from '../../shared/inputs/scalars';
import { choice, date, instant, text } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';
import { bound, clause } from './where';
import { isGuid } from '../../shared/model/values';

/** Xero's own order, where there is no `where` beside it. */
export const orderedBy = (order: string): Fields => ({ order: text('Order By', { placeholder: `e.g. ${order}` }) });

/** Xero's own condition and order, for what the other filters do not reach. */
export const raw: Fields = {
	where: clause('Where', {
		placeholder: 'e.g. UpdatedDateUTC>=DateTime(2026,1,31)',
		description: "Condition in Xero's syntax, besides the other filters",
	}),
	order: text('Order By', { placeholder: 'e.g. UpdatedDateUTC DESC' }),
};

/** Sent as a header, which is why it is written like one. */
export const modifiedSince: Fields = { 'If-Modified-Since': instant('Modified After') };

/** One of Xero's codes as a condition. */
export const is = (name: string, property: string, of: readonly Choice[], more: Words = {}): Field<string> => ({
	...choice(name, of, more),
	where: (value) => `${property}=="${value}"`,
});

/** A picked record as a condition; `property` is where its ID stands, e.g. Invoice.InvoiceID. */
export const belongsTo = (name: string, finds: string, property: string): Field<Picked> => {
	const picker = record(name, finds);
	return {
		...picker,
		schema: picker.schema.refine(({ value }) => isGuid(value), NOT_AN_ID),
		where: ({ value }) => `${property}==guid("${value}")`,
	};
};

/** The dates of documents, both ends included. */
export const dated: Fields = {
	DateFrom: bound('Date From', 'Date', '>='),
	DateTo: bound('Date To', 'Date', '<='),
};

/** The same where Xero has parameters for them, and no `where`. */
export const datedByName: Fields = { DateFrom: date('Date From'), DateTo: date('Date To') };

/** The documents of one contact. */
export const ofContact: Fields = { Contact: belongsTo('Contact', 'contact', 'Contact.ContactID') };

/** The same where Xero has a parameter for it. */
export const ofContactByName: Fields = { ContactID: record('Contact', 'contact') };
