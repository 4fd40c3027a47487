/** Bank transactions as filters and replies see them. */
import { accountNested } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { BankTransactionRow } from '../book/moneyRows';
import { CONTACT_FIELDS, contactInDocument, contactNested, contactReference } from '../contacts/contacts';
import { renderLine } from '../documents/renderedLines';
import { filesOf } from '../resource/attachments';
import { type Detail, kindOf } from '../resource/kind';
import type { Body } from '../resource/replies';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';

/** A bank account as bank transactions and transfers name it. */
export function bankReference(book: Book, id: string, code = true): Body {
	const account = book.accounts.get(id);
	return { AccountID: id, ...(code && account?.Code ? { Code: account.Code } : {}), Name: account?.Name };
}

/** The type that answers give: a plain one where they are unkind. */
function typeOf(book: Book, { Type }: BankTransactionRow): string {
	return book.unkindness.typesPlain ? Type.replace(/-(PRE|OVER)PAYMENT$/, '') : Type;
}

function rateMissing(book: Book, { CurrencyCode }: BankTransactionRow, detail: Detail): boolean {
	return book.unkindness.ratesMissing && detail !== 'full' && CurrencyCode !== book.organisation.BaseCurrency;
}

export const kind = kindOf<BankTransactionRow>('BankTransaction', {
	table: (book) => book.bankTransactions,
	nested: { Contact: contactNested(...CONTACT_FIELDS), BankAccount: accountNested((row) => row.AccountID) },
	look: (book, row, field) => (field === 'Type' ? typeOf(book, row) : undefined),
	// Lists without paging leave the rate away and LineItems empty.
	render(book, row, detail, places) {
		const { Reference = '', CurrencyRate, ...fields } = fieldsOf('BankTransaction', row);
		const contact = (id: string): Body => (detail === 'full' ? contactInDocument(book, id) : contactReference(book, id));
		return {
			...fields,
			Type: typeOf(book, row),
			...twinsOf(row, 'Date'),
			BankAccount: bankReference(book, row.AccountID),
			// "Only supported for SPEND and RECEIVE transactions" (spec): an overpayment or prepayment carries it itself.
			...(/-(PRE|OVER)PAYMENT$/.test(row.Type) ? {} : { Reference }),
			...(detail === 'list' || rateMissing(book, row, detail) ? {} : { CurrencyRate }),
			...(row.ContactID === undefined ? {} : { Contact: contact(row.ContactID) }),
			LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
			...filesOf(book, 'BankTransactions', row.BankTransactionID, detail),
		};
	},
});
