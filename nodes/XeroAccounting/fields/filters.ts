import { record } from '../../shared/inputs/locators';
import { date } from '../../shared/inputs/scalars';
import { belongsTo, bound } from '../../shared/inputs/where';
import type { Fields } from '../../shared/model/field';

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
