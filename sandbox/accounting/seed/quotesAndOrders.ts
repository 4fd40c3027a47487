import type { Book } from '../book/book';
import type { ContactRow } from '../book/rows';
import { createLinkedTransaction } from '../linkedTransactions/linkedTransactionWrites';
import { purchaseOrderWrites } from '../purchaseOrders/purchaseOrders';
import { quoteWrites } from '../quotes/quotes';
import { repeatingInvoiceWrites } from '../repeatingInvoices/repeatingInvoices';
import type { Body } from '../resource/replies';
import { addDays } from '../values/dates';
import type { Random } from './random';
import { write } from './records';

/** The way of a quote through its statuses, in turn. */
const QUOTES: ReadonlyArray<readonly string[]> = [
	['DRAFT'],
	['DRAFT', 'SENT'],
	['SENT', 'ACCEPTED'],
	['SENT', 'DECLINED'],
	['SENT', 'ACCEPTED', 'INVOICED'],
	['DRAFT', 'DELETED'],
];
const ORDERS: ReadonlyArray<readonly string[]> = [
	['DRAFT'],
	['SUBMITTED'],
	['AUTHORISED'],
	['AUTHORISED', 'BILLED'],
	['AUTHORISED', 'BILLED'],
	['DRAFT', 'DELETED'],
];

/** Quotes and purchase orders of the last two months, templates of what comes every month, and expenses to bill on. */
export function seedQuotesAndOrders(book: Book, chance: Random, contacts: readonly ContactRow[], count: number): void {
	const start = book.now();
	for (let at = 0; at < count; at += 1) {
		quote(book, chance, contacts, at, start);
		order(book, chance, contacts, at, start);
	}
	book.now = () => start - 1000;
	for (let at = 0; at < Math.ceil(count / 3); at += 1) template(book, chance, contacts, at);
	billableExpenses(book, Math.ceil(count / 6));
	book.now = () => start;
}

/** Sets the clock of the book to a day of the past, and gives that day. */
function dayBefore(book: Book, chance: Random, most: number, start: number): string {
	const time = start - chance.whole(2, most) * 86_400_000 - chance.whole(0, 30_000) * 1000;
	book.now = () => time;
	return book.today();
}

function quote(book: Book, chance: Random, contacts: readonly ContactRow[], at: number, start: number): void {
	const [first, ...rest] = QUOTES[at % QUOTES.length] ?? [];
	const date = dayBefore(book, chance, 60, start);
	const head: Body = {
		Contact: { ContactID: chance.pick(contacts).ContactID },
		Date: date,
		ExpiryDate: addDays(date, 30),
		Title: chance.pick(['Your quote', 'Offer', 'Estimate']),
		Terms: 'Valid until the expiry date.',
		Reference: chance.pick(['', 'Phone', 'Web']),
	};
	let row = write(
		book,
		{ ...head, Status: first, LineItems: [saleLine(book, chance), saleLine(book, chance)] },
		quoteWrites.create,
	);
	for (const Status of rest)
		row = write(book, { ...head, Status }, (one, input, call) => quoteWrites.update(one, row, input, call));
}

function order(book: Book, chance: Random, contacts: readonly ContactRow[], at: number, start: number): void {
	const [first, ...rest] = ORDERS[at % ORDERS.length] ?? [];
	const date = dayBefore(book, chance, 60, start);
	const body: Body = {
		Contact: { ContactID: chance.pick(contacts).ContactID },
		Date: date,
		DeliveryDate: addDays(date, chance.whole(3, 21)),
		DeliveryAddress: `${book.organisation.AddressLine1}\n${book.organisation.City}`,
		AttentionTo: chance.pick(['Ada', 'Bram', 'Cleo']),
		Telephone: '555 0100',
		DeliveryInstructions: chance.pick(['', 'Ring twice', 'Leave at the back door']),
		Status: first,
		LineItems: Array.from({ length: chance.whole(1, 3) }, () => ({
			Description: 'Supplies',
			Quantity: chance.whole(1, 20),
			UnitAmount: chance.whole(10_000, 900_000) / 10_000,
			AccountCode: chance.pick(['300', '429', '453']),
		})),
	};
	let row = write(book, body, purchaseOrderWrites.create);
	for (const Status of rest)
		row = write(book, { Status }, (one, input, call) => purchaseOrderWrites.update(one, row, input, call));
}

function saleLine(book: Book, chance: Random): Body {
	const sold = chance.pick(book.items.values().filter((item) => item.IsSold && !item.IsTrackedAsInventory));
	return { ItemCode: sold.Code, Quantity: chance.whole(1, 10) };
}

function template(book: Book, chance: Random, contacts: readonly ContactRow[], at: number): void {
	const bill = at % 3 === 2;
	const body: Body = {
		Type: bill ? 'ACCPAY' : 'ACCREC',
		Contact: { ContactID: chance.pick(contacts).ContactID },
		Schedule: {
			Period: chance.pick([1, 1, 2]),
			Unit: at % 2 === 0 ? 'MONTHLY' : 'WEEKLY',
			DueDate: 20,
			DueDateType: 'OFFOLLOWINGMONTH',
			StartDate: addDays(book.today(), -chance.whole(10, 200)),
		},
		Status: at % 4 === 1 ? 'DRAFT' : 'AUTHORISED',
		...(bill ? {} : { Reference: '[Month] [Year]' }),
		LineItems: [
			bill
				? { Description: 'Rent', UnitAmount: chance.whole(400, 1800), AccountCode: '469' }
				: { Description: 'Services of [Month]', UnitAmount: chance.whole(80, 600), AccountCode: '210' },
		],
	};
	write(book, body, repeatingInvoiceWrites.create);
}

/** Lines of approved bills to bill on: in turn for nobody yet, and with a line of a draft to a customer. */
function billableExpenses(book: Book, count: number): void {
	const all = book.invoices.values();
	const bills = all.filter((row) => row.Type === 'ACCPAY' && row.Status === 'AUTHORISED' && row.LineItems.length > 0);
	const drafts = all.filter((row) => row.Type === 'ACCREC' && row.Status === 'DRAFT' && row.LineItems.length > 0);
	for (const [at, bill] of bills.slice(0, count).entries()) {
		const source = { SourceTransactionID: bill.InvoiceID, SourceLineItemID: bill.LineItems[0]?.LineItemID };
		const draft = at % 2 === 1 ? drafts[at % drafts.length] : undefined;
		const target = draft && { TargetTransactionID: draft.InvoiceID, TargetLineItemID: draft.LineItems[0]?.LineItemID };
		write(book, { ...source, ...target }, createLinkedTransaction);
	}
}
