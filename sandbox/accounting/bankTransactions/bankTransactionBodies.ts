import { attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { contactInDocument, contactReference, lookIntoContact } from '../contacts/contacts';
import { dateString } from '../values/dates';
import { renderLine } from '../invoices/invoiceBodies';
import type { Body } from '../resource/replies';
import type { Columns, Detail } from '../resource/resource';
import type { BankTransactionRow } from '../book/moneyRows';

/** What `where` and `order` may name on bank transactions. */
export const bankTransactionColumns: Columns = {
	BankTransactionID: 'id',
	Type: 'text',
	Status: 'text',
	Reference: 'text',
	Contact: { ContactID: 'id', Name: 'text', ContactNumber: 'text', ContactStatus: 'text', EmailAddress: 'text' },
	BankAccount: { AccountID: 'id', Code: 'text', Name: 'text' },
	Date: 'time',
	IsReconciled: 'flag',
	LineAmountTypes: 'text',
	CurrencyCode: 'text',
	CurrencyRate: 'number',
	SubTotal: 'number',
	TotalTax: 'number',
	Total: 'number',
	Url: 'text',
	PrepaymentID: 'id',
	OverpaymentID: 'id',
	HasAttachments: 'flag',
	UpdatedDateUTC: 'time',
};

/** The columns of a bank transaction that are not its own fields. */
export function lookIntoBankTransaction(book: Book, row: BankTransactionRow, path: readonly string[]): unknown {
	if (path[0] === 'Contact') return lookIntoContact(book, row.ContactID, path[1]);
	if (path[0] === 'BankAccount') return (book.accounts.get(row.AccountID) as Body | undefined)?.[path[1] ?? ''];
	return path[0] === 'HasAttachments' ? hasAttachments(book, row.BankTransactionID) : undefined;
}

/** A bank account as bank transactions and transfers name it. */
export function bankReference(book: Book, id: string, code = true): Body {
	const account = book.accounts.get(id);
	return { AccountID: id, ...(code && account?.Code ? { Code: account.Code } : {}), Name: account?.Name };
}

/** A bank transaction as replies show it; lists without paging leave the rate away and LineItems empty. */
export function renderBankTransaction(book: Book, row: BankTransactionRow, detail: Detail, places: number): Body {
	const files = hasAttachments(book, row.BankTransactionID);
	const contact = (id: string): Body => (detail === 'full' ? contactInDocument(book, id) : contactReference(book, id));
	return {
		BankTransactionID: row.BankTransactionID,
		BankAccount: bankReference(book, row.AccountID),
		Type: row.Type,
		// "Only supported for SPEND and RECEIVE transactions" (spec): an overpayment or prepayment carries it itself.
		...(/-(PRE|OVER)PAYMENT$/.test(row.Type) ? {} : { Reference: row.Reference ?? '' }),
		IsReconciled: row.IsReconciled,
		...(detail === 'list' ? {} : { CurrencyRate: row.CurrencyRate }),
		PrepaymentID: row.PrepaymentID,
		OverpaymentID: row.OverpaymentID,
		HasAttachments: files,
		...(detail === 'full' && files ? { Attachments: attachmentsOf(book, 'BankTransactions', row.BankTransactionID) } : {}),
		...(row.ContactID === undefined ? {} : { Contact: contact(row.ContactID) }),
		DateString: dateString(row.Date),
		Date: row.Date,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		Url: row.Url,
		UpdatedDateUTC: row.UpdatedDateUTC,
		CurrencyCode: row.CurrencyCode,
	};
}
