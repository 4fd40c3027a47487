/** Credit notes as filters and replies see them. */
import { fold } from '../book/indexes';
import type { CreditNoteRow } from '../book/moneyRows';
import { CONTACT_FIELDS, contactNested } from '../contacts/contacts';
import { renderCredit } from '../payments/renderCredit';
import { filesOf } from '../resource/attachments';
import { isGuid } from '../resource/input';
import { kindOf } from '../resource/kind';
import { twinsOf } from '../values/dates';

export const kind = kindOf<CreditNoteRow>('CreditNote', {
	table: (book) => book.creditNotes,
	flag: 'HasErrors',
	// By CreditNoteID, or by CreditNoteNumber as Xero also takes it.
	find: (book, key) =>
		isGuid(key)
			? book.creditNotes.get(key)
			: (book.creditNotes.first('number', fold(key)) ?? book.creditNotes.first('anyNumber', fold(key))),
	without: ['AppliedAmount', 'CISDeduction', 'CISRate', 'SentToContact'],
	nested: { Contact: contactNested(...CONTACT_FIELDS) },
	render: (book, row, detail, places) => ({
		...renderCredit('CreditNote', book, row.CreditNoteID, row, detail, places),
		...twinsOf(row, 'DueDate'),
		SentToContact: false,
		HasErrors: false,
		...filesOf(book, 'CreditNotes', row.CreditNoteID, detail),
	}),
});
