/** Invoices and bills of the generated year, and what becomes of each. */
import type { InvoiceRow } from '../../book/rows';
import { invoiceWrites } from '../../invoices/invoiceWrites';
import { createPayment, deletePayment } from '../../payments/paymentWrites';
import type { Body } from '../../resource/replies';
import { placesOf } from '../../settings/currencies';
import { addDays } from '../../values/dates';
import { rounded } from '../../values/decimal';
import { write } from '../records';
import { bankFor, currencyBody, type Partner, rateOn, type Year } from './year';

/** A document that is to be made. */
export interface Order {
	readonly sale: boolean;
	readonly partner: Partner;
	readonly lines: readonly Body[];
	readonly day: string;
	readonly more?: Body;
}

const AMOUNTS = ['Exclusive', 'Inclusive', 'Exclusive', 'NoTax', 'Inclusive'];
/** NZD, USD, EUR and JPY documents without tax are what exporters have most. */
const FOREIGN_AMOUNTS = ['Exclusive', 'NoTax'];

/** Makes an invoice or a bill, approved unless `more` says otherwise. */
export function invoice(year: Year, { sale, partner, lines, day, more = {} }: Order, at: number): InvoiceRow {
	const types = partner.currency === 'NZD' ? AMOUNTS : FOREIGN_AMOUNTS;
	const body = {
		Type: sale ? 'ACCREC' : 'ACCPAY',
		Status: 'AUTHORISED',
		Contact: { ContactID: partner.ContactID },
		Date: day,
		DueDate: addDays(day, year.chance.pick([7, 14, 20, 30])),
		LineAmountTypes: types[at % types.length],
		...(sale ? { Reference: year.chance.pick(['', 'Web order', 'Tender']) } : { InvoiceNumber: `S-${4000 + at}` }),
		...currencyBody(year, partner.currency, day),
		LineItems: lines,
		...more,
	};
	return write(year.book, body, invoiceWrites.create, 4);
}

/** Pays a share of what is due now, dated `day`; nothing when nothing is due any more. Gives the id of the payment. */
export function pay(year: Year, id: string, share: number, day: string, code?: string): string | undefined {
	const row = year.book.invoices.get(id);
	const Amount = row ? rounded(row.AmountDue * share, placesOf(row.CurrencyCode)) : 0;
	if (row?.Status !== 'AUTHORISED' || Amount <= 0) return undefined;
	const account = code ?? bankFor(year, row.CurrencyCode);
	const foreign = row.CurrencyCode !== 'NZD';
	const rate = rateOn(year, row.CurrencyCode, day);
	// The bank converts at a rate of its own.
	const banked =
		foreign && account === '090' && year.chance.next() < 0.5 ? { BankAmount: rounded((Amount / rate) * 0.997, 2) } : {};
	const body = {
		Invoice: { InvoiceID: id },
		Account: { Code: account },
		Date: day,
		Amount,
		...(foreign ? { CurrencyRate: rate } : {}),
		...banked,
		Reference: year.chance.pick(['', 'Transfer', 'Direct debit']),
		IsReconciled: year.chance.next() < 0.5,
	};
	return write(year.book, body, createPayment).PaymentID;
}

type Outcome = (year: Year, row: InvoiceRow) => void;

const later = (year: Year, row: InvoiceRow, days: number, work: (day: string) => void): void => {
	const day = addDays(row.Date, days);
	year.agenda.on(day, () => work(day));
};
const payLater = (year: Year, row: InvoiceRow, days: number, share: number, code?: string): void =>
	later(year, row, days, (day) => void pay(year, row.InvoiceID, share, day, code));
const close = (year: Year, id: string, Status: 'VOIDED' | 'DELETED'): void => {
	const row = year.book.invoices.get(id);
	if (row) write(year.book, { Status }, (book, input, call) => invoiceWrites.update(book, row, input, call));
};

/** What becomes of approved documents, in turn. */
const OUTCOMES: readonly Outcome[] = [
	(year, row) => payLater(year, row, year.chance.whole(2, 45), 1),
	(year, row) => [0.37, 0.5, 1].forEach((share, at) => payLater(year, row, 9 + at * year.chance.whole(11, 24), share)),
	(year, row) => void pay(year, row.InvoiceID, 1, addDays(row.Date, -year.chance.whole(2, 9))),
	(year, row) => payLater(year, row, 20, 1 / 3),
	(year, row) => void year.batched.add(row.InvoiceID),
	() => undefined,
	(year, row) => {
		void pay(year, row.InvoiceID, 0.25, addDays(row.Date, -4));
		payLater(year, row, 33, 1);
	},
	edited,
	(year, row) => later(year, row, year.chance.whole(5, 40), () => close(year, row.InvoiceID, 'VOIDED')),
	takenBack,
	(year, row) => payLater(year, row, 12, 1, '881'),
	(year, row) => [0.5, 1].forEach((share, at) => payLater(year, row, 6 + at * 38, share)),
	(year, row) => void year.batched.add(row.InvoiceID),
];

/** One more line a few days later, then it is paid. */
function edited(year: Year, row: InvoiceRow): void {
	later(year, row, 6, () => {
		const tax = row.CurrencyCode === 'NZD' ? {} : { TaxType: 'NONE' };
		const AccountCode = row.Type === 'ACCREC' ? '260' : '425';
		const extra = { Description: 'Freight', Quantity: 1, UnitAmount: 18, AccountCode, ...tax };
		const LineItems = [...row.LineItems.map(({ LineItemID }) => ({ LineItemID })), extra];
		write(year.book, { LineItems }, (book, input, call) => invoiceWrites.update(book, row, input, call), 4);
	});
	payLater(year, row, 30, 1);
}

/** A payment that was taken back, and made anew. */
function takenBack(year: Year, row: InvoiceRow): void {
	later(year, row, 10, (day) => {
		const payment = year.book.payments.get(pay(year, row.InvoiceID, 0.6, day) ?? '');
		if (payment)
			year.agenda.on(
				addDays(day, 8),
				() => void write(year.book, { Status: 'DELETED' }, (book, input) => deletePayment(book, payment, input)),
			);
	});
	payLater(year, row, 40, 1);
}

/** A document with all that follows; every tenth stays a draft, waits for approval or is deleted. `at` counts documents. */
export function trade(year: Year, order: Order, at: number): void {
	if (at % 10 === 7) {
		const row = invoice(year, { ...order, more: { ...order.more, Status: at % 3 === 0 ? 'SUBMITTED' : 'DRAFT' } }, at);
		if (at % 4 === 1) later(year, row, 4, () => close(year, row.InvoiceID, 'DELETED'));
		return;
	}
	const row = invoice(year, order, at);
	OUTCOMES[at % OUTCOMES.length]?.(year, row);
}
