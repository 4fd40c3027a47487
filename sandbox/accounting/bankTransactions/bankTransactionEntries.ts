import type { Book } from '../book/book';
import { documentPostings, type Entry, post, type Source } from '../ledger/ledger';
import type { BankTransactionRow } from '../book/moneyRows';
import { costPostings } from '../items/stock';

/** Whether money comes in. */
export function receives(type: string): boolean {
	return type.startsWith('RECEIVE');
}

function source(row: BankTransactionRow): Source {
	const side = receives(row.Type) ? 'AR' : 'AP';
	if (row.PrepaymentID !== undefined) return { SourceType: `${side}PREPAYMENT`, SourceID: row.PrepaymentID };
	if (row.OverpaymentID !== undefined) return { SourceType: `${side}OVERPAYMENT`, SourceID: row.OverpaymentID };
	return { SourceType: receives(row.Type) ? 'CASHREC' : 'CASHPAID', SourceID: row.BankTransactionID };
}

/**
 * Money in or out against the accounts of its lines. That of an overpayment names debtors or creditors; the lines of a prepayment
 * stay on their accounts until it is used. The two sides of a transfer are booked by the transfer.
 */
export function bankTransactionEntry(book: Book, row: BankTransactionRow): Entry | undefined {
	if (row.Status !== 'AUTHORISED' || row.Type.endsWith('-TRANSFER')) return undefined;
	const costs = row.Type === 'RECEIVE' ? costPostings(book, row.moves) : [];
	return {
		date: row.Date,
		reference: row.Reference || undefined,
		postings: [...documentPostings(book, row, row.AccountID, receives(row.Type) ? -1 : 1), ...costs],
	};
}

/** Brings the journals of a bank transaction up to date. */
export function postBankTransaction(book: Book, row: BankTransactionRow): void {
	post(book, source(row), bankTransactionEntry(book, row));
}
