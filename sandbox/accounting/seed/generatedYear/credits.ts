/** Credit notes, prepayments and overpayments of the generated year: allocated across months, refunded, voided, left open. */
import { bankTransactionWrites } from '../../bankTransactions/bankTransactionWrites';
import { creditNoteWrites } from '../../creditNotes/creditNoteWrites';
import { allocate as allocateCredit } from '../../payments/allocations';
import { createPayment } from '../../payments/paymentWrites';
import { type Credit, creditById } from '../../payments/settled';
import type { Body } from '../../resource/replies';
import { placesOf } from '../../settings/currencies';
import { addDays } from '../../values/dates';
import { rounded } from '../../values/decimal';
import { write } from '../records';
import { linesOf } from './lines';
import { invoice } from './trade';
import { bankFor, cents, currencyBody, type Partner, rateOn, type Year } from './year';

/** A credit that has been made. */
interface Made {
	readonly id: string;
	readonly sale: boolean;
	readonly partner: Partner;
	readonly day: string;
	/** Takes it back as long as nothing of it is used. */
	void(): void;
}

/** A credit note to a customer or from a supplier, in its own currency. */
export function creditNote(year: Year, sale: boolean, partner: Partner, day: string, at: number): void {
	const body = {
		Type: sale ? 'ACCRECCREDIT' : 'ACCPAYCREDIT',
		Status: 'AUTHORISED',
		Contact: { ContactID: partner.ContactID },
		Date: day,
		LineAmountTypes: ['Inclusive', 'Exclusive', 'NoTax'][at % 3],
		...currencyBody(year, partner.currency, day),
		LineItems: linesOf(year, sale, partner.currency, at).map(({ DiscountRate: _rate, DiscountAmount: _off, ...line }) => line),
	};
	const row = write(year.book, body, creditNoteWrites.create, 4);
	const close = (): void =>
		void write(year.book, { Status: 'VOIDED' }, (book, input, call) => creditNoteWrites.update(book, row, input, call));
	follow(year, { id: row.CreditNoteID, sale, partner, day, void: close }, at);
}

/** A prepayment, or with `over` an overpayment, through the bank in its currency. */
export function onAccount(year: Year, sale: boolean, partner: Partner, day: string, at: number, over: boolean): void {
	const { book, chance } = year;
	const code = bankFor(year, partner.currency);
	// Only overpayments may be in another currency than their bank account.
	const currency = code === '090' && !over ? 'NZD' : partner.currency;
	const lines = over
		? [{ Description: 'Paid too much', LineAmount: amountIn(year, currency) }]
		: depositLines(year, sale, currency);
	const body = {
		Type: `${sale ? 'RECEIVE' : 'SPEND'}-${over ? 'OVERPAYMENT' : 'PREPAYMENT'}`,
		Contact: { ContactID: partner.ContactID },
		BankAccount: { Code: code },
		Date: day,
		Reference: `DEP-${at}`,
		LineAmountTypes: over ? 'NoTax' : chance.pick(['Inclusive', 'Exclusive']),
		...currencyBody(year, currency, day),
		LineItems: lines,
	};
	const row = write(book, body, bankTransactionWrites.create, 4);
	const close = (): void =>
		void write(book, { Status: 'DELETED' }, (one, input, call) => bankTransactionWrites.update(one, row, input, call));
	const id = row.PrepaymentID ?? row.OverpaymentID ?? '';
	follow(year, { id, sale, partner: { ...partner, currency }, day, void: close }, at);
}

function amountIn(year: Year, currency: string): number {
	return currency === 'JPY' ? year.chance.whole(5_000, 90_000) : cents(year, 5_000, 60_000);
}

function depositLines(year: Year, sale: boolean, currency: string): Body[] {
	const AccountCode = sale ? '835' : '620';
	const TaxType = currency !== 'NZD' ? 'NONE' : sale ? 'OUTPUT2' : 'INPUT2';
	return ['Deposit', 'Deposit for parts'].map((Description) => ({
		Description,
		...{ Quantity: 1, UnitAmount: amountIn(year, currency), AccountCode, TaxType },
	}));
}

/** What becomes of credits, in turn. */
function follow(year: Year, made: Made, at: number): void {
	const { agenda, chance } = year;
	const after = (days: number, work: (day: string) => void): void => {
		const day = addDays(made.day, days);
		agenda.on(day, () => work(day));
	};
	const turn = at % 6;
	if (turn === 5) return after(9, () => made.void());
	if (turn === 4) return;
	if (turn === 3) {
		after(7, (day) => refund(year, made, 0.4, day));
		return after(chance.whole(30, 50), (day) => refund(year, made, 1, day));
	}
	// An invoice to use it on, in the next month; one of the three is dated after the first allocation.
	after(12, (day) => {
		const date = turn === 2 ? addDays(day, 6) : day;
		const lines = linesOf(year, made.sale, made.partner.currency, at + 3);
		const { InvoiceID } = invoice(year, { sale: made.sale, partner: made.partner, lines, day: date }, 500 + at);
		allocate(year, made, InvoiceID, 0.45, day);
		agenda.on(addDays(day, 35), () => allocate(year, made, InvoiceID, 1, addDays(day, 35)));
	});
	if (turn === 1) after(70, (day) => refund(year, made, 1, day));
}

function left(year: Year, id: string): Credit | undefined {
	const credit = creditById(year.book, id);
	return credit?.row.Status === 'AUTHORISED' ? credit : undefined;
}

/** Uses a share of what is left of a credit on an invoice, as far as that is due. */
function allocate(year: Year, { id }: Made, InvoiceID: string, share: number, day: string): void {
	const [credit, target] = [left(year, id), year.book.invoices.get(InvoiceID)];
	if (!credit || target?.Status !== 'AUTHORISED') return;
	const most = Math.min(credit.row.RemainingCredit * share, target.AmountDue);
	const Amount = rounded(most, placesOf(target.CurrencyCode));
	if (Amount <= 0) return;
	write(year.book, { Invoice: { InvoiceID }, Amount, Date: day }, (book, input) => allocateCredit(book, id, input));
}

/** Gives a share of what is left of a credit back. */
function refund(year: Year, { id }: Made, share: number, day: string): void {
	const credit = left(year, id);
	if (!credit) return;
	const { CurrencyCode, RemainingCredit } = credit.row;
	const Amount = rounded(RemainingCredit * share, placesOf(CurrencyCode));
	if (Amount <= 0) return;
	const rate = CurrencyCode === 'NZD' ? {} : { CurrencyRate: rateOn(year, CurrencyCode, day) };
	const body = {
		[credit.name]: { [`${credit.name}ID`]: id },
		Account: { Code: bankFor(year, CurrencyCode) },
		Date: day,
		Amount,
		...rate,
	};
	write(year.book, body, createPayment);
}
