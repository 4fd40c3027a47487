import type { Book } from '../book/book';
import type { ExpenseClaimRow } from '../book/documentRows';
import type { ContactRow } from '../book/rows';
import { expenseClaimWrites } from '../expenses/expenseClaims';
import { receiptWrites } from '../expenses/receipts';
import { addDays } from '../values/dates';
import type { Random } from './random';
import { write } from './records';

/** What becomes of the claims, in turn; the first step hands in the receipts. */
const CLAIMS: ReadonlyArray<readonly string[]> = [['AUTHORISED'], [], ['AUTHORISED', 'VOIDED'], ['DELETED']];

/** Two receipts for every claim, and some that nobody has handed in yet. */
export function seedExpenses(book: Book, chance: Random, contacts: readonly ContactRow[], count: number): void {
	const start = book.now();
	const users = book.users.values();
	for (let at = 0; at < Math.ceil(count / 3); at += 1) {
		const user = users[at % users.length];
		if (!user) return;
		const time = start - chance.whole(2, 50) * 86_400_000;
		book.now = () => time;
		const UserID = user.UserID;
		const ids = [receipt(book, chance, contacts, UserID), receipt(book, chance, contacts, UserID)];
		const body = { User: { UserID }, Receipts: ids.map((ReceiptID) => ({ ReceiptID })) };
		let row: ExpenseClaimRow = write(book, body, expenseClaimWrites.create);
		for (const Status of CLAIMS[at % CLAIMS.length] ?? [])
			row = write(book, { Status }, (one, input, call) => expenseClaimWrites.update(one, row, input, call));
		// Only people in Xero decide when a claim is to be paid.
		if (row.Status === 'AUTHORISED') book.expenseClaims.put({ ...row, PaymentDueDate: addDays(book.today(), 20) });
		receipt(book, chance, contacts, UserID);
	}
	book.now = () => start;
}

function receipt(book: Book, chance: Random, contacts: readonly ContactRow[], UserID: string): string {
	const [Description, AccountCode] = chance.pick([
		['Lunch with a customer', '420'],
		['Taxi', '493'],
		['Printer paper', '453'],
		['Petrol', '449'],
	] as const);
	const body = {
		User: { UserID },
		Contact: { ContactID: chance.pick(contacts).ContactID },
		Date: addDays(book.today(), -chance.whole(0, 5)),
		LineAmountTypes: 'Inclusive',
		LineItems: [{ Description, UnitAmount: chance.whole(600, 9000) / 100, AccountCode }],
	};
	return write(book, body, receiptWrites.create).ReceiptID;
}
