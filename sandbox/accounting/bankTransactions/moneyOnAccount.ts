/** Prepayments and overpayments that bank transactions make. */
import type { Book } from '../book/book';
import type { BankTransactionRow, OverpaymentRow, PrepaymentRow } from '../book/moneyRows';
import { creditById } from '../payments/settled';
import { sum } from '../values/decimal';

/** The id of the prepayment or overpayment that a bank transaction made, undefined for plain money in and out. */
function creditIdOf(row: BankTransactionRow): string | undefined {
	return row.PrepaymentID ?? row.OverpaymentID;
}

/** What of a bank transaction's prepayment or overpayment was allocated or refunded. */
export function usedOf(book: Book, row: BankTransactionRow): number {
	const credit = creditById(book, creditIdOf(row) ?? '');
	return credit && credit.row.Status !== 'VOIDED' ? sum([credit.row.Total, -credit.row.RemainingCredit]) : 0;
}

/** Makes the prepayment or overpayment of a bank transaction say what the bank transaction says. */
export function saveCreditOf(book: Book, row: BankTransactionRow, reference: string | undefined): void {
	if (row.ContactID === undefined) return;
	const used = usedOf(book, row);
	const live = row.Status === 'AUTHORISED';
	const left = live ? sum([row.Total, -used]) : 0;
	const { Date, LineAmountTypes, LineItems, CurrencyCode, CurrencyRate, SubTotal, TotalTax, Total, UpdatedDateUTC } = row;
	const amounts = { LineAmountTypes, LineItems, CurrencyCode, CurrencyRate, SubTotal, TotalTax, Total };
	const credit = {
		...amounts,
		BankTransactionID: row.BankTransactionID,
		ContactID: row.ContactID,
		Status: !live ? ('VOIDED' as const) : left === 0 ? ('PAID' as const) : ('AUTHORISED' as const),
		Date,
		RemainingCredit: left,
		UpdatedDateUTC,
	};
	if (row.PrepaymentID !== undefined)
		book.prepayments.put({ ...credit, ...numbered(book, row, reference), PrepaymentID: row.PrepaymentID });
	else if (row.OverpaymentID !== undefined) {
		const before = book.overpayments.get(row.OverpaymentID);
		const Type: OverpaymentRow['Type'] = row.Type === 'RECEIVE-OVERPAYMENT' ? row.Type : 'SPEND-OVERPAYMENT';
		book.overpayments.put({ ...credit, Type, OverpaymentID: row.OverpaymentID, Reference: reference ?? before?.Reference ?? '' });
	}
}

/** Prepayments received are numbered with the sales invoices, unless they bring a reference; the reference shows the number (spec). */
function numbered(
	book: Book,
	row: BankTransactionRow,
	reference: string | undefined,
): Pick<PrepaymentRow, 'Type' | 'Reference' | 'InvoiceNumber' | 'BrandingThemeID'> {
	const before = book.prepayments.get(row.PrepaymentID ?? '');
	if (row.Type !== 'RECEIVE-PREPAYMENT') return { Type: 'SPEND-PREPAYMENT', Reference: reference ?? before?.Reference ?? '' };
	const number = reference || before?.InvoiceNumber || book.invoiceNumber();
	const theme = before?.BrandingThemeID ?? book.brandingThemes.values()[0]?.BrandingThemeID;
	return { Type: row.Type, Reference: number, InvoiceNumber: number, BrandingThemeID: theme };
}
