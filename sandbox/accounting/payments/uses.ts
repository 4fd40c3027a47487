/** What stands against a document. */
import type { Book } from '../book/book';

/** A payment or an allocation as what it takes off a document. */
export interface Use {
	readonly by: 'payment' | 'allocation';
	readonly id: string;
	readonly amount: number;
	readonly date: string;
	readonly turn: number;
}

/** Everything that stands against a document, in the order it was made: payments, and allocations on either end of them. */
export function usesOf(book: Book, id: string): Use[] {
	const payments = book.payments
		.all('invoice', id)
		.filter((row) => row.Status === 'AUTHORISED')
		.map((row): Use => ({ by: 'payment', id: row.PaymentID, amount: row.Amount, date: row.Date, turn: row.turn }));
	const allocations = [...book.allocations.all('credit', id), ...book.allocations.all('invoice', id)].map((row): Use => ({
		by: 'allocation',
		id: row.AllocationID,
		amount: row.Amount,
		date: row.Date,
		turn: row.turn,
	}));
	return [...payments, ...allocations].sort((a, b) => a.turn - b.turn);
}
