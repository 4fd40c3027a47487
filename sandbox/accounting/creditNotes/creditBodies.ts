import { allocationsOf } from '../payments/allocations';
import { attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { contactInDocument, contactReference, lookIntoContact } from '../contacts/contacts';
import { dateString, momentString } from '../values/dates';
import { paymentsOf, renderLine } from '../invoices/invoiceBodies';
import type { Body } from '../resource/replies';
import type { Columns, Detail } from '../resource/resource';
import type { CreditRow } from '../book/moneyRows';

/** What `where` and `order` may name on credit notes, prepayments and overpayments alike. */
export const creditColumns: Columns = {
	Type: 'text',
	Status: 'text',
	Reference: 'text',
	Contact: { ContactID: 'id', Name: 'text', ContactNumber: 'text', ContactStatus: 'text', EmailAddress: 'text' },
	Date: 'time',
	LineAmountTypes: 'text',
	CurrencyCode: 'text',
	CurrencyRate: 'number',
	SubTotal: 'number',
	TotalTax: 'number',
	Total: 'number',
	RemainingCredit: 'number',
	HasAttachments: 'flag',
	UpdatedDateUTC: 'time',
};

/** The files of a prepayment or overpayment: those of its bank transaction, as the addresses in Xero's examples show. */
export function filesOf(book: Book, row: { BankTransactionID: string }, detail: Detail): Body {
	const HasAttachments = hasAttachments(book, row.BankTransactionID);
	if (detail !== 'full' || !HasAttachments) return { HasAttachments };
	return { HasAttachments, Attachments: attachmentsOf(book, 'BankTransactions', row.BankTransactionID) };
}

/** The columns of a prepayment or overpayment that are not its own fields. */
export function lookIntoMoneyOnAccount(
	book: Book,
	row: { BankTransactionID: string; ContactID: string },
	path: readonly string[],
): unknown {
	if (path[0] === 'Contact') return lookIntoContact(book, row.ContactID, path[1]);
	return path[0] === 'HasAttachments' ? hasAttachments(book, row.BankTransactionID) : undefined;
}

/** What is the same in every credit; lists without paging leave the rate away and LineItems empty. */
export function renderCredit(
	book: Book,
	id: string,
	row: CreditRow & { Type: string },
	detail: Detail,
	places: number,
	files: Body,
): Body {
	return {
		ID: id,
		Type: row.Type,
		...(detail === 'list' ? {} : { CurrencyRate: row.CurrencyRate }),
		RemainingCredit: row.RemainingCredit,
		Allocations: allocationsOf(book, id),
		Payments: paymentsOf(book, id),
		...files,
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		DateString: dateString(row.Date),
		Date: row.Date,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		UpdatedDateUTC: row.UpdatedDateUTC,
		UpdatedDateUTCString: momentString(row.UpdatedDateUTC),
		CurrencyCode: row.CurrencyCode,
	};
}
