import { bankTransactionWrites } from '../bankTransactions/bankTransactionWrites';
import { createBankTransfer } from '../bankTransfers/bankTransferWrites';
import type { Book } from '../book/book';
import type { CreditNoteRow } from '../book/moneyRows';
import type { ContactRow, InvoiceRow } from '../book/rows';
import { creditNoteWrites } from '../creditNotes/creditNoteWrites';
import { allocate } from '../payments/allocations';
import { createBatch } from '../payments/batchPayments';
import { createPayment } from '../payments/paymentWrites';
import type { Body } from '../resource/replies';
import { addDays } from '../values/dates';
import { rounded } from '../values/decimal';
import type { Random } from './random';
import { write } from './records';

/** How many of each kind; `settle` is whether they may settle invoices and bills that are there already. */
export interface MoneySizes {
	readonly bankTransactions: number;
	readonly onAccount: number;
	readonly creditNotes: number;
	readonly transfers: number;
	readonly batches: number;
	readonly settle: boolean;
}

interface Seeding {
	readonly book: Book;
	readonly chance: Random;
	readonly contacts: readonly ContactRow[];
	/** Sets the clock to the afternoon of a day so many days ago, and gives that day. */
	day(age: number): string;
}

const SPENT: ReadonlyArray<readonly [string, string]> = [
	['404', 'Bank fee'],
	['420', 'Lunch with a customer'],
	['449', 'Fuel'],
	['453', 'Stationery'],
	['493', 'Train tickets'],
];

/** Money in and out beside invoices: bank transactions, payments on account, credit notes, transfers between banks, batches. */
export function seedMoney(book: Book, chance: Random, contacts: readonly ContactRow[], sizes: MoneySizes): void {
	const [start, today] = [book.now(), book.today()];
	const active = contacts.filter((contact) => contact.ContactStatus === 'ACTIVE');
	const seeding: Seeding = {
		book,
		chance,
		contacts: active,
		day(age) {
			const day = addDays(today, -age);
			book.now = () => Math.min(Date.parse(`${day}T00:00:00Z`) + chance.whole(43_200, 75_600) * 1000, start - 1000);
			return day;
		},
	};
	for (const at of Array(sizes.bankTransactions).keys()) bankTransaction(seeding, at);
	for (const at of Array(sizes.onAccount).keys()) onAccount(seeding, at);
	for (const at of Array(sizes.creditNotes).keys()) creditNote(seeding, at, sizes.settle);
	for (const at of Array(sizes.transfers).keys()) transfer(seeding, at);
	for (const at of Array(sizes.batches).keys()) batch(seeding, at);
}

function bankTransaction({ book, chance, contacts, day }: Seeding, at: number): void {
	const Date = day(chance.whole(1, 380));
	const spend = at % 3 !== 2;
	const [code, text] = spend ? chance.pick(SPENT) : ['270', 'Interest'];
	const body: Body = {
		Type: spend ? 'SPEND' : 'RECEIVE',
		Contact: { ContactID: chance.pick(contacts).ContactID },
		BankAccount: { Code: chance.pick(['090', '090', '091', '092', '093']) },
		Date,
		Reference: chance.pick(['', 'Card', 'Direct debit']),
		LineAmountTypes: 'Inclusive',
		LineItems: [{ Description: text, Quantity: 1, UnitAmount: chance.whole(300, 40_000) / 100, AccountCode: code }],
	};
	const row = write(book, body, bankTransactionWrites.create);
	if (at % 9 === 4) write(book, { Status: 'DELETED' }, (one, input, call) => bankTransactionWrites.update(one, row, input, call));
	else if (chance.next() < 0.6) book.bankTransactions.put({ ...row, IsReconciled: true });
}

/** Prepayments and overpayments of both sides in turn; every second one is refunded in part. */
function onAccount({ book, chance, contacts, day }: Seeding, at: number): void {
	const Type = (['RECEIVE-PREPAYMENT', 'SPEND-OVERPAYMENT', 'SPEND-PREPAYMENT', 'RECEIVE-OVERPAYMENT'] as const)[at % 4] ?? '';
	const prepaid = Type.endsWith('PREPAYMENT');
	const age = chance.whole(5, 120);
	const amount = chance.whole(5000, 90_000) / 100;
	const line = { Description: prepaid ? 'Deposit' : 'Paid too much', Quantity: 1, UnitAmount: amount };
	const body: Body = {
		Type,
		Contact: { ContactID: chance.pick(contacts).ContactID },
		BankAccount: { Code: '090' },
		Date: day(age),
		Reference: `${prepaid ? 'DEP' : 'OVR'}-${String(at + 1).padStart(4, '0')}`,
		LineItems: [prepaid ? { ...line, AccountCode: Type.startsWith('RECEIVE') ? '200' : '300' } : line],
	};
	const row = write(book, body, bankTransactionWrites.create);
	if (at % 2 === 0) return;
	refund(
		book,
		prepaid ? { Prepayment: { PrepaymentID: row.PrepaymentID } } : { Overpayment: { OverpaymentID: row.OverpaymentID } },
		{
			amount: rounded(amount / 4, 2),
			date: day(age - 4),
		},
	);
}

function refund(book: Book, document: Body, { amount, date }: { amount: number; date: string }): void {
	write(book, { ...document, Account: { Code: '090' }, Date: date, Amount: amount, Reference: 'Refund' }, createPayment);
}

/** Credit notes of both sides: drafts, voided ones, open ones, some refunded, some allocated to an open document of the contact. */
function creditNote({ book, chance, contacts, day }: Seeding, at: number, settle: boolean): void {
	const age = chance.whole(6, 150);
	const Date = day(age);
	const target = settle && at % 3 === 1 ? chance.pick(openDocuments(book, Date)) : undefined;
	const sale = target ? target.Type === 'ACCREC' : at % 3 !== 2;
	const UnitAmount = target ? rounded(target.AmountDue / 4, 2) : chance.whole(2000, 30_000) / 100;
	const body: Body = {
		Type: sale ? 'ACCRECCREDIT' : 'ACCPAYCREDIT',
		Status: at % 5 === 4 ? 'DRAFT' : 'AUTHORISED',
		Contact: { ContactID: target?.ContactID ?? chance.pick(contacts).ContactID },
		Date,
		CurrencyCode: target?.CurrencyCode,
		Reference: sale ? chance.pick(['Returned goods', 'Price promise', '']) : undefined,
		LineItems: [{ Description: sale ? 'Goods returned' : 'Goods sent back', UnitAmount, AccountCode: sale ? '200' : '300' }],
	};
	const row = write(book, body, creditNoteWrites.create);
	if (row.Status !== 'AUTHORISED') return;
	const later = day(age - 3);
	if (target) allocation(book, row, target, later);
	else if (at % 4 === 0)
		refund(book, { CreditNote: { CreditNoteID: row.CreditNoteID } }, { amount: rounded(row.Total / 2, 2), date: later });
	else if (at % 7 === 6) write(book, { Status: 'VOIDED' }, (one, input, call) => creditNoteWrites.update(one, row, input, call));
}

/** Approved documents in the base currency from before a day, with something to pay. */
function openDocuments(book: Book, day: string, type?: InvoiceRow['Type']): InvoiceRow[] {
	return book.invoices
		.values()
		.filter(
			(row) =>
				row.Status === 'AUTHORISED' &&
				row.AmountDue >= 1 &&
				row.Date <= day &&
				row.CurrencyCode === book.organisation.BaseCurrency &&
				(type === undefined || row.Type === type) &&
				book.contacts.get(row.ContactID)?.ContactStatus === 'ACTIVE',
		);
}

function allocation(book: Book, note: CreditNoteRow, target: InvoiceRow, Date: string): void {
	const body = { Invoice: { InvoiceID: target.InvoiceID }, Amount: Math.min(note.Total, target.AmountDue), Date };
	write(book, body, (one, input) => allocate(one, note.CreditNoteID, input));
}

function transfer({ book, chance, day }: Seeding, at: number): void {
	const [from, to] = [
		['090', '091'],
		['091', '090'],
		['090', '093'],
		['090', '092'],
	][at % 4] ?? ['090', '091'];
	const body = {
		FromBankAccount: { Code: from },
		ToBankAccount: { Code: to },
		Amount: chance.whole(50, 900),
		Date: day(chance.whole(2, 360)),
		Reference: chance.pick(['', 'Savings', 'Card bill']),
	};
	write(book, body, createBankTransfer);
}

/** Pays part of up to three open bills, or sales invoices, from one bank account. */
function batch({ book, chance, day }: Seeding, at: number): void {
	const Date = day(chance.whole(1, 4));
	const documents = openDocuments(book, Date, at % 3 === 2 ? 'ACCREC' : 'ACCPAY').slice(-3);
	if (documents.length === 0) return;
	const body = {
		Account: { Code: '090' },
		Date,
		Reference: `Run ${at + 1}`,
		Payments: documents.map((row) => ({
			Invoice: { InvoiceID: row.InvoiceID },
			Amount: rounded(row.AmountDue / 2, 2),
			// Needed outside New Zealand.
			...(book.organisation.CountryCode === 'NZ' ? {} : { Reference: row.InvoiceNumber || `Run ${at + 1}` }),
		})),
	};
	write(book, body, createBatch);
}
