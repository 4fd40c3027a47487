/** How calls make and delete transfers between bank accounts, and what these say in the books. */
import { bankAccount } from '../bankTransactions/bankTransactionWrites';
import type { Book } from '../book/book';
import type { BankTransactionRow, BankTransferRow } from '../book/moneyRows';
import type { AccountRow, LineRow } from '../book/rows';
import { deletedField, lockedField } from '../documents/fields';
import { tracking } from '../documents/tracking';
import { type Entry, post, toBase } from '../ledger/ledger';
import type { Input } from '../resource/input';
import { dayRate, placesOf } from '../settings/currencies';
import { divide, fromUnits, rounded, units } from '../values/decimal';

/** Both sides of a transfer: amounts in the accounts' own currencies, rates to the base currency, and the rate the transfer shows. */
interface Exchange {
	readonly from: { readonly currency: string; readonly rate: number; readonly amount: number };
	readonly to: { readonly currency: string; readonly rate: number; readonly amount: number };
	readonly rate: number;
}

/** Amount is what leaves; what arrives follows from the day's rates. Between base and foreign currency the rate shown is the foreign one's. */
function exchange(book: Book, from: AccountRow, to: AccountRow, amount: number, day: string): Exchange {
	const base = book.organisation.BaseCurrency;
	const [out, into] = [from.CurrencyCode ?? base, to.CurrencyCode ?? base];
	const rateOf = (currency: string): number => (currency === base ? 1 : dayRate(book, currency, day));
	const [outRate, intoRate] = [rateOf(out), rateOf(into)];
	const converted = fromUnits(divide(units(amount, 2) * units(intoRate, 6), units(outRate, 6)), 2);
	const arrives = out === into ? amount : rounded(converted, placesOf(into));
	return {
		from: { currency: out, rate: outRate, amount },
		to: { currency: into, rate: intoRate, amount: arrives },
		rate: out === into || into === base ? outRate : out === base ? intoRate : rounded(intoRate / outRate, 6),
	};
}

/** PUT: moves money between two bank accounts, with a bank transaction on either side. */
export function createBankTransfer(book: Book, input: Input): BankTransferRow | undefined {
	const [from, to] = [bankAccount(book, input, 'FromBankAccount'), bankAccount(book, input, 'ToBankAccount')];
	const amount = input.number('Amount', 2);
	if (amount === undefined) input.fail('The Amount field must be specified.');
	else if (amount <= 0) input.fail('The Amount field must be greater than zero.');
	if (from && from.AccountID === to?.AccountID)
		input.fail('The FromBankAccount and the ToBankAccount must be different accounts.');
	const date = input.date('Date') ?? book.today();
	lockedField(book, input, date);
	const row = {
		BankTransferID: book.newId(),
		Status: 'AUTHORISED' as const,
		Date: date,
		FromIsReconciled: input.flag('FromIsReconciled') ?? false,
		ToIsReconciled: input.flag('ToIsReconciled') ?? false,
		Reference: input.text('Reference', 255),
		FromTracking: tracking(book, input, 'FromTracking', 'bank transfer'),
		ToTracking: tracking(book, input, 'ToTracking', 'bank transfer'),
		CreatedDateUTC: book.stamp(),
		UpdatedDateUTC: book.stamp(),
	};
	if (!from || !to || amount === undefined || input.findings.failed) return undefined;

	const sides = exchange(book, from, to, amount, date);
	const text = `Bank Transfer from ${from.Name} to ${to.Name}`;
	const spent = side(book, row, 'SPEND-TRANSFER', from, sides.from, text);
	const received = side(book, row, 'RECEIVE-TRANSFER', to, sides.to, text);
	const saved = book.bankTransfers.put({
		...row,
		FromAccountID: from.AccountID,
		ToAccountID: to.AccountID,
		Amount: amount,
		CurrencyRate: sides.rate,
		FromBankTransactionID: spent.BankTransactionID,
		ToBankTransactionID: received.BankTransactionID,
	});
	book.note(saved.BankTransferID, 'Created', `${text} of ${amount.toFixed(2)}.`);
	postTransfer(book, saved);
	return saved;
}

function side(
	book: Book,
	transfer: Omit<
		BankTransferRow,
		'FromAccountID' | 'ToAccountID' | 'Amount' | 'CurrencyRate' | `${'From' | 'To'}BankTransactionID`
	>,
	Type: 'SPEND-TRANSFER' | 'RECEIVE-TRANSFER',
	account: AccountRow,
	{ currency, rate, amount }: Exchange['from'],
	text: string,
): BankTransactionRow {
	const spends = Type === 'SPEND-TRANSFER';
	const line: LineRow = {
		LineItemID: book.newId(),
		Description: text,
		Quantity: 1,
		UnitAmount: amount,
		TaxType: 'NONE',
		TaxAmount: 0,
		LineAmount: amount,
		Tracking: spends ? transfer.FromTracking : transfer.ToTracking,
	};
	const id = book.newId();
	book.note(id, 'Created', `${text} of ${amount.toFixed(2)}.`);
	return book.bankTransactions.put({
		BankTransactionID: id,
		Type,
		Status: 'AUTHORISED',
		AccountID: account.AccountID,
		Date: transfer.Date,
		Reference: transfer.Reference,
		IsReconciled: spends ? transfer.FromIsReconciled : transfer.ToIsReconciled,
		LineAmountTypes: 'NoTax',
		LineItems: [line],
		CurrencyCode: currency,
		CurrencyRate: rate,
		SubTotal: amount,
		TotalTax: 0,
		Total: amount,
		moves: [],
		UpdatedDateUTC: book.stamp(),
	});
}

/** What a transfer says in the books: the same value in the base currency out of one account and into the other. */
function bankTransferEntry(book: Book, row: BankTransferRow): Entry | undefined {
	if (row.Status === 'DELETED') return undefined;
	const rate = book.bankTransactions.get(row.FromBankTransactionID)?.CurrencyRate ?? 1;
	const value = toBase(row.Amount, rate);
	return {
		date: row.Date,
		reference: row.Reference || undefined,
		postings: [
			{ AccountID: row.FromAccountID, net: -value, Tracking: row.FromTracking },
			{ AccountID: row.ToAccountID, net: value, Tracking: row.ToTracking },
		],
	};
}

function postTransfer(book: Book, row: BankTransferRow): void {
	post(book, { SourceType: 'TRANSFER', SourceID: row.BankTransferID }, bankTransferEntry(book, row));
}

/** Deletes a transfer with its two bank transactions; it stays readable as DELETED. */
export function deleteBankTransfer(book: Book, row: BankTransferRow, input: Input): BankTransferRow | undefined {
	input.findings.id = row.BankTransferID;
	deletedField(input);
	if (row.Status === 'DELETED') input.fail('The bank transfer has already been deleted.');
	if (row.FromIsReconciled || row.ToIsReconciled)
		input.fail('This Bank Transfer cannot be deleted as it has been reconciled with a Bank Statement.');
	lockedField(book, input, row.Date);
	if (input.findings.failed) return undefined;
	const UpdatedDateUTC = book.stamp();
	for (const id of [row.FromBankTransactionID, row.ToBankTransactionID]) {
		const transaction = book.bankTransactions.get(id);
		if (transaction) book.bankTransactions.put({ ...transaction, Status: 'DELETED', UpdatedDateUTC });
		book.note(id, 'Deleted', 'The bank transfer was deleted.');
	}
	book.note(row.BankTransferID, 'Deleted', `Bank transfer of ${row.Amount.toFixed(2)} was deleted.`);
	const saved = book.bankTransfers.put({ ...row, Status: 'DELETED', UpdatedDateUTC });
	postTransfer(book, saved);
	return saved;
}
