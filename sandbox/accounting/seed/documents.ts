import type { Book } from '../book/book';
import type { ContactRow, InvoiceRow, ItemRow } from '../book/rows';
import { invoiceWrites } from '../invoices/invoiceWrites';
import { createPayment } from '../payments/paymentWrites';
import type { Body } from '../resource/replies';
import { daysBetween } from '../values/calendar';
import { addDays } from '../values/dates';
import { rounded } from '../values/decimal';
import type { Random } from './random';
import { write } from './records';

type State = 'draft' | 'submitted' | 'open' | 'overdue' | 'part' | 'paid' | 'voided' | 'deleted';

/** States in turn, so that even a few documents show nearly all of them, with the ages in days that each may have. */
const TURN: readonly State[] = [
	'paid',
	'open',
	'overdue',
	'paid',
	'draft',
	'part',
	'paid',
	'submitted',
	'paid',
	'voided',
	'paid',
	'open',
	'paid',
	'overdue',
	'paid',
	'part',
	'paid',
	'paid',
	'deleted',
	'paid',
];
const AGES: Readonly<Record<State, readonly [number, number]>> = {
	draft: [0, 12],
	submitted: [0, 12],
	open: [0, 13],
	overdue: [30, 120],
	part: [5, 75],
	paid: [12, 400],
	voided: [20, 300],
	deleted: [10, 200],
};

const CURRENCIES = ['AUD', 'EUR', 'GBP', 'NZD', 'USD'];
const EXPENSES = ['300', '400', '408', '412', '425', '429', '445', '453', '461', '469', '473', '485', '489', '493'];

/** Sales invoices and bills over the last 400 days, written in the order of their dates, each brought into its state by the same rules as calls. */
export function seedDocuments(book: Book, chance: Random, contacts: readonly ContactRow[], count: number): void {
	const now = book.now();
	const today = book.today();
	const items = book.items.values().filter((item) => !item.IsTrackedAsInventory);
	const at = (day: string, seconds: number): number => Math.min(Date.parse(`${day}T00:00:00Z`) + seconds * 1000, now - 1000);
	const plans = Array.from({ length: count }, (_, index) => {
		const state = TURN[index % TURN.length] ?? 'paid';
		const [young, old] = AGES[state];
		return { state, date: addDays(today, -chance.whole(young, old)), bill: index % 7 < 2 };
	}).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

	for (const { state, date, bill } of plans) {
		book.now = () => at(date, chance.whole(28_800, 61_200));
		const body = document(book, chance, chance.pick(contacts), items, bill, date);
		const status = state === 'draft' || state === 'deleted' ? 'DRAFT' : state === 'submitted' ? 'SUBMITTED' : 'AUTHORISED';
		const row = write(
			book,
			{ ...body, Status: status, ...(status === 'AUTHORISED' && !bill ? { SentToContact: chance.next() < 0.8 } : {}) },
			invoiceWrites.create,
		);
		const later = addDays(date, Math.min(chance.whole(3, 30), daysBetween(date, today)));
		book.now = () => at(later, chance.whole(61_200, 75_600));
		if (state === 'voided' || state === 'deleted') {
			write(book, { Status: state.toUpperCase() }, (one, input, call) => invoiceWrites.update(one, row, input, call));
		} else if (state === 'paid') pay(book, chance, row, row.AmountDue, later);
		else if (state === 'part') pay(book, chance, row, rounded(row.AmountDue * chance.pick([0.25, 0.4, 0.5]), 2), later);
	}
}

function document(book: Book, chance: Random, contact: ContactRow, items: readonly ItemRow[], bill: boolean, date: string): Body {
	const base = book.organisation.BaseCurrency;
	const foreign = chance.next() < 0.2 ? chance.pick(CURRENCIES) : base;
	const lines = Array.from({ length: chance.whole(1, 4) }, () => (bill ? billLine(book, chance) : saleLine(book, chance, items)));
	return {
		Type: bill ? 'ACCPAY' : 'ACCREC',
		Contact: { ContactID: contact.ContactID },
		Date: date,
		DueDate: addDays(date, chance.pick([7, 14, 20, 20, 30])),
		LineAmountTypes: bill
			? chance.pick(['Exclusive', 'Inclusive', 'Inclusive'])
			: chance.pick(['Exclusive', 'Exclusive', 'Inclusive', 'NoTax']),
		CurrencyCode: foreign,
		...(bill
			? { InvoiceNumber: `S-${chance.whole(1000, 9999)}` }
			: { Reference: chance.pick(['', '', 'Monthly', 'Phone order', 'Web order']) }),
		LineItems: lines,
	};
}

function saleLine(book: Book, chance: Random, items: readonly ItemRow[]): Body {
	const sold = chance.pick(items.filter((item) => item.IsSold));
	const line: Body = { ItemCode: sold.Code, Quantity: chance.pick([1, 1, 2, 3, 5, 7.5, 12]), Tracking: tracking(book, chance) };
	return chance.next() < 0.1 ? { ...line, DiscountRate: chance.pick([5, 10, 12.5]) } : line;
}

function billLine(book: Book, chance: Random): Body {
	const code = chance.pick(EXPENSES);
	const name = book.accounts.first('code', code)?.Name ?? 'Expenses';
	return {
		Description: name,
		Quantity: 1,
		UnitAmount: chance.whole(900, 90_000) / 100,
		AccountCode: code,
		Tracking: tracking(book, chance),
	};
}

function tracking(book: Book, chance: Random): Body[] {
	return book.trackingCategories
		.values()
		.filter(() => chance.next() < 0.4)
		.map((category) => ({ TrackingCategoryID: category.TrackingCategoryID, Option: chance.pick(category.Options).Name }));
}

function pay(book: Book, chance: Random, row: InvoiceRow, amount: number, date: string): void {
	if (amount <= 0) return;
	const account = row.CurrencyCode === 'USD' && row.CurrencyCode !== book.organisation.BaseCurrency ? '093' : '090';
	const body = {
		Invoice: { InvoiceID: row.InvoiceID },
		Account: { Code: account },
		Date: date,
		Amount: amount,
		IsReconciled: chance.next() < 0.7,
	};
	write(book, body, createPayment);
}

/** One bill that brings the tracked items into stock. */
export function seedStock(book: Book, contact: ContactRow): void {
	const tracked = book.items.values().filter((item) => item.IsTrackedAsInventory);
	if (tracked.length === 0) return;
	const now = book.now;
	const date = addDays(book.today(), -401);
	book.now = () => Date.parse(`${date}T09:00:00Z`);
	const LineItems = tracked.map((item) => ({ ItemCode: item.Code, Quantity: 500 }));
	const body = {
		Type: 'ACCPAY',
		Contact: { ContactID: contact.ContactID },
		Date: date,
		DueDate: addDays(date, 20),
		InvoiceNumber: 'S-0001',
		LineItems,
		Status: 'AUTHORISED',
	};
	write(book, body, invoiceWrites.create);
	book.now = now;
}
