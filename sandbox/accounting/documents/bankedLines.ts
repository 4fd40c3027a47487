import type { Book } from '../book/book';
import type { LineRow } from '../book/rows';

type Index = 'account' | 'item' | 'option';

/** Whether lines of credit notes or bank transactions (prepayments and overpayments among them) name an account, item or option. */
export function lineNames(book: Book, index: Index, key: string): boolean {
	if (key === '') return false;
	return book.creditNotes.all(index, key).length > 0 || book.bankTransactions.all(index, key).length > 0;
}

/** Whether money went through an account in bank transactions, transfers or batch payments. */
export function banked(book: Book, accountId: string): boolean {
	return [book.bankTransactions, book.bankTransfers, book.batchPayments].some((table) => table.all('bank', accountId).length > 0);
}

/** Gives lines that name a code which changed their new form; nothing of it counts as a change of the document. */
export function recodeLines(book: Book, index: 'account' | 'item', key: string, to: (line: LineRow) => LineRow): void {
	for (const row of book.creditNotes.all(index, key)) book.creditNotes.put({ ...row, LineItems: row.LineItems.map(to) });
	for (const row of book.bankTransactions.all(index, key)) {
		const LineItems = row.LineItems.map(to);
		book.bankTransactions.put({ ...row, LineItems });
		const prepayment = book.prepayments.get(row.PrepaymentID ?? '');
		if (prepayment) book.prepayments.put({ ...prepayment, LineItems });
		const overpayment = book.overpayments.get(row.OverpaymentID ?? '');
		if (overpayment) book.overpayments.put({ ...overpayment, LineItems });
	}
}
