/** Bank transactions as filters and replies see them. */
import { accountNested } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { BankTransactionRow } from '../book/moneyRows';
import { CONTACT_FIELDS, contactInDocument, contactNested, contactReference } from '../contacts/contacts';
import { renderLine } from '../documents/renderedLines';
import { filesOf } from '../resource/attachments';
import { kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';

/** A bank account as bank transactions and transfers name it. */
export function bankReference(book: Book, id: string, code = true): Body {
	const account = book.accounts.get(id);
	return { AccountID: id, ...(code && account?.Code ? { Code: account.Code } : {}), Name: account?.Name };
}

export const kind = kindOf<BankTransactionRow>('BankTransaction', {
	table: (book) => book.bankTransactions,
	nested: { Contact: contactNested(...CONTACT_FIELDS), BankAccount: accountNested((row) => row.AccountID) },
	// Lists without paging leave the rate away and LineItems empty.
	render(book, row, detail, places) {
		const { Reference = '', CurrencyRate, ...fields } = fieldsOf('BankTransaction', row);
		const contact = (id: string): Body => (detail === 'full' ? contactInDocument(book, id) : contactReference(book, id));
		return {
			...fields,
			...twinsOf(row, 'Date'),
			BankAccount: bankReference(book, row.AccountID),
			// "Only supported for SPEND and RECEIVE transactions" (spec): an overpayment or prepayment carries it itself.
			...(/-(PRE|OVER)PAYMENT$/.test(row.Type) ? {} : { Reference }),
			...(detail === 'list' ? {} : { CurrencyRate }),
			...(row.ContactID === undefined ? {} : { Contact: contact(row.ContactID) }),
			LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
			...filesOf(book, 'BankTransactions', row.BankTransactionID, detail),
		};
	},
});
