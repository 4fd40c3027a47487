/** What is foreign at the rate of a day: in reports only, as at Xero no journal has it. */
import type { Book } from '../book/book';
import { systemAccount, toBase } from '../ledger/ledger';
import { direction, payableAmount, type Settled, settledById, side } from '../payments/settled';
import { usesOf } from '../payments/uses';
import { rateOn } from '../settings/currencies';
import { addDays } from '../values/dates';
import { sum, units } from '../values/decimal';
import { type Balances, type Movement, total } from './balances';

/** What revaluation adds to an account, in whole cents of the base currency: debits above zero. */
type Adjustment = readonly [AccountID: string, cents: bigint];

/**
 * Movements with what revaluation adds on each of some days to the days before, so that what stands at the end of any of them is
 * revalued at its rate. A report names every day on which it begins or ends something.
 * @param cash documents are not in the books on the cash basis; bank accounts are
 */
export function revalued(book: Book, all: readonly Movement[], cash: boolean, days: readonly string[]): readonly Movement[] {
	if (!book.revaluation) return all;
	const added: Movement[] = [];
	let before: Balances = new Map();
	for (const date of [...new Set(days)].sort()) {
		const now = adjustments(book, cash, date);
		for (const AccountID of new Set([...before.keys(), ...now.keys()])) {
			const cents = (now.get(AccountID) ?? 0n) - (before.get(AccountID) ?? 0n);
			if (cents !== 0n) added.push({ AccountID, date, cents, Tracking: [] });
		}
		before = now;
	}
	return [...all, ...added];
}

/** The day before a range and its last one. */
export function endsOf(from: string, to: string): [before: string, to: string] {
	return [addDays(from, -1), to];
}

function adjustments(book: Book, cash: boolean, day: string): Balances {
	const sums = new Map<string, bigint>();
	const add = (AccountID: string, cents: bigint): void => void sums.set(AccountID, (sums.get(AccountID) ?? 0n) + cents);
	const gain = (system: string, parts: readonly Adjustment[]): void => {
		for (const [AccountID, cents] of parts) add(AccountID, cents);
		add(systemAccount(book, system), -total(parts.map(([, cents]) => cents)));
	};
	gain('BANKCURRENCYGAIN', banks(book, day));
	if (!cash) gain('UNREALISEDCURRENCYGAIN', documents(book, day));
	return sums;
}

/** Foreign bank accounts: what they hold at the rate of the day, less what the journals have of it. */
function banks(book: Book, day: string): Adjustment[] {
	return book.accounts.values().flatMap((account): Adjustment[] => {
		const { AccountID, Type, CurrencyCode = book.organisation.BaseCurrency } = account;
		if (Type !== 'BANK' || CurrencyCode === book.organisation.BaseCurrency) return [];
		const lines = book.journals.all('account', AccountID).flatMap((journal) => (journal.JournalDate <= day ? journal.lines : []));
		const own = lines.filter((line) => line.AccountID === AccountID);
		const booked = total(own.map(({ NetAmount }) => units(NetAmount, 2)));
		const opening = own.map(({ foreign = 0 }) => foreign);
		const held = sum([...opening, ...moneyIn(book, AccountID, day)]);
		return [[AccountID, units(toBase(held, rateOn(book, CurrencyCode, day)), 2) - booked]];
	});
}

/** What went through a foreign bank account up to a day, in its currency: money out is below zero. */
function moneyIn(book: Book, AccountID: string, day: string): number[] {
	const stands = (row: { Status: string; Date: string }): boolean => row.Status === 'AUTHORISED' && row.Date <= day;
	const transactions = book.bankTransactions.all('bank', AccountID).filter(stands);
	const payments = book.payments.all('account', AccountID).filter(stands);
	return [
		...transactions.map(({ Type, Total }) => (Type.startsWith('SPEND') ? -Total : Total)),
		...payments.map(({ InvoiceID, BankAmount }) => {
			const document = settledById(book, InvoiceID);
			return document ? direction(document) * BankAmount : 0;
		}),
	];
}

/** Foreign documents: what is open at the rate of the day, less what the journals have of it. Prepayments are no claim to money. */
function documents(book: Book, day: string): Adjustment[] {
	const ids = [
		...book.invoices.values().map(({ InvoiceID }) => InvoiceID),
		...book.creditNotes.values().map(({ CreditNoteID }) => CreditNoteID),
		...book.overpayments.values().map(({ OverpaymentID }) => OverpaymentID),
	];
	return ids
		.flatMap((id) => settledById(book, id) ?? [])
		.filter(({ row }) => row.CurrencyCode !== book.organisation.BaseCurrency)
		.filter(({ row: { Status } }) => Status === 'AUTHORISED' || Status === 'PAID')
		.map((document) => [systemAccount(book, side(document) === 'AR' ? 'DEBTORS' : 'CREDITORS'), unrealised(book, document, day)]);
}

function unrealised(book: Book, document: Settled, day: string): bigint {
	const { CurrencyCode, CurrencyRate, Date } = document.row;
	const cents = (amount: number, rate: number): bigint => units(toBase(amount, rate), 2);
	const whole = payableAmount(document);
	const counts = Date <= day;
	let [left, open] = [whole, counts ? whole : 0];
	let booked = counts ? cents(whole, CurrencyRate) : 0n;
	for (const { amount, date } of usesOf(book, document.id)) {
		const after = sum([left, -amount]);
		if (date <= day) {
			booked += cents(after, CurrencyRate) - cents(left, CurrencyRate);
			open = sum([open, -amount]);
		}
		left = after;
	}
	// What was paid before the document's date stands by itself until then.
	return BigInt(direction(document)) * (cents(open, rateOn(book, CurrencyCode, day)) - booked);
}
