import { accountByCode } from '../accounts/accounts';
import { attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { creditsOn } from './invoiceCredits';
import { contactInDocument, contactReference, lookIntoContact } from '../contacts/contacts';
import { dateString, momentString } from '../values/dates';
import { rounded } from '../values/decimal';
import { itemByCode } from '../items/items';
import { trackingOf } from '../ledger/journalLines';
import type { Body } from '../resource/replies';
import type { Columns, Detail } from '../resource/resource';
import type { InvoiceRow, LineRow, PaymentRow } from '../book/rows';

/** What `where` and `order` may name on invoices. */
export const invoiceColumns: Columns = {
	InvoiceID: 'id',
	InvoiceNumber: 'text',
	Type: 'text',
	Status: 'text',
	Reference: 'text',
	Contact: { ContactID: 'id', Name: 'text', ContactNumber: 'text', ContactStatus: 'text', EmailAddress: 'text' },
	Date: 'time',
	DueDate: 'time',
	ExpectedPaymentDate: 'time',
	PlannedPaymentDate: 'time',
	FullyPaidOnDate: 'time',
	LineAmountTypes: 'text',
	CurrencyCode: 'text',
	CurrencyRate: 'number',
	BrandingThemeID: 'id',
	Url: 'text',
	SubTotal: 'number',
	TotalTax: 'number',
	Total: 'number',
	AmountDue: 'number',
	AmountPaid: 'number',
	AmountCredited: 'number',
	SentToContact: 'flag',
	HasAttachments: 'flag',
	UpdatedDateUTC: 'time',
};

/** The columns of an invoice that are not its own fields. */
export function lookIntoInvoice(book: Book, row: InvoiceRow, path: readonly string[]): unknown {
	if (path[0] === 'Contact') return lookIntoContact(book, row.ContactID, path[1]);
	return path[0] === 'HasAttachments' ? hasAttachments(book, row.InvoiceID) : undefined;
}

/** Payments that count, as they appear inside a document. */
export function paymentsOf(book: Book, id: string): Body[] {
	return paymentsOn(book, id).map((payment) => ({
		PaymentID: payment.PaymentID,
		Date: payment.Date,
		Amount: payment.Amount,
		Reference: payment.Reference,
		CurrencyRate: payment.CurrencyRate,
		HasAccount: false,
		HasValidationErrors: false,
	}));
}

/** The payments of a document that were not deleted, oldest first. */
export function paymentsOn(book: Book, id: string): PaymentRow[] {
	return book.payments.all('invoice', id).filter((payment) => payment.Status === 'AUTHORISED');
}

/** A line of a document as replies show it. */
export function renderLine(book: Book, row: LineRow, places: number): Body {
	const item = row.ItemCode === undefined ? undefined : itemByCode(book, row.ItemCode);
	return {
		ItemCode: row.ItemCode,
		Description: row.Description,
		UnitAmount: row.UnitAmount === undefined ? undefined : rounded(row.UnitAmount, places),
		TaxType: row.TaxType,
		TaxAmount: row.TaxAmount,
		LineAmount: row.LineAmount,
		AccountCode: row.AccountCode,
		AccountID: row.AccountCode === undefined ? undefined : accountByCode(book, row.AccountCode)?.AccountID,
		Item: item && { ItemID: item.ItemID, Name: item.Name, Code: item.Code },
		Tracking: trackingOf(book, row.Tracking),
		Quantity: row.Quantity,
		DiscountRate: row.DiscountRate,
		DiscountAmount: row.DiscountAmount,
		LineItemID: row.LineItemID,
	};
}

/** An invoice as replies show it. Lists without paging leave LineItems empty; summaryOnly drops Payments, LineItems and HasAttachments. */
export function renderInvoice(book: Book, row: InvoiceRow, detail: Detail, places: number): Body {
	const files = detail !== 'summary' && hasAttachments(book, row.InvoiceID);
	const discounted = row.LineItems.some((one) => one.DiscountRate !== undefined || one.DiscountAmount !== undefined);
	return {
		Type: row.Type,
		InvoiceID: row.InvoiceID,
		InvoiceNumber: row.InvoiceNumber,
		Reference: row.Reference,
		...(detail === 'summary' ? {} : { Payments: paymentsOf(book, row.InvoiceID), ...creditsOn(book, row.InvoiceID) }),
		AmountDue: row.AmountDue,
		AmountPaid: row.AmountPaid,
		AmountCredited: row.AmountCredited,
		SentToContact: row.SentToContact,
		CurrencyRate: row.CurrencyRate,
		HasErrors: false,
		IsDiscounted: discounted,
		...(detail === 'summary' ? {} : { HasAttachments: files }),
		...(detail === 'full' && files ? { Attachments: attachmentsOf(book, 'Invoices', row.InvoiceID) } : {}),
		Contact: detail === 'full' ? contactInDocument(book, row.ContactID) : contactReference(book, row.ContactID),
		DateString: dateString(row.Date),
		Date: row.Date,
		DueDateString: dateString(row.DueDate),
		DueDate: row.DueDate,
		ExpectedPaymentDate: row.ExpectedPaymentDate,
		PlannedPaymentDate: row.PlannedPaymentDate,
		BrandingThemeID: row.BrandingThemeID,
		Url: row.Url,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		...(detail === 'summary'
			? {}
			: { LineItems: detail === 'list' ? [] : row.LineItems.map((one) => renderLine(book, one, places)) }),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		...(discounted ? { TotalDiscount: row.TotalDiscount } : {}),
		UpdatedDateUTC: row.UpdatedDateUTC,
		UpdatedDateUTCString: momentString(row.UpdatedDateUTC),
		CurrencyCode: row.CurrencyCode,
		FullyPaidOnDate: row.FullyPaidOnDate,
	};
}
