/** Currencies and their day rates. */
import type { Book } from '../book/book';
import type { CurrencyRow } from '../book/rows';
import { Findings, Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { invalidOne } from '../resource/replies';
import { answerOne, getMany, resourceOf } from '../resource/routes';
import { elements } from '../resource/writing';
import { fieldsOf } from '../schema';
import { daysBetween } from '../values/calendar';
import { rounded } from '../values/decimal';

/** Xero's name of a currency and what one US dollar buys of it. Made-up day rates, always the same, in place of XE.com's. */
const CURRENCIES: Readonly<Record<string, readonly [string, number]>> = {
	AED: ['United Arab Emirates Dirham', 3.6725],
	AUD: ['Australian Dollar', 1.5248],
	CAD: ['Canadian Dollar', 1.3712],
	CHF: ['Swiss Franc', 0.8012],
	CNY: ['Chinese Yuan Renminbi', 7.1204],
	DKK: ['Danish Krone', 6.3981],
	EUR: ['Euro', 0.8571],
	FJD: ['Fiji Dollar', 2.2617],
	GBP: ['British Pound', 0.7443],
	HKD: ['Hong Kong Dollar', 7.7822],
	INR: ['Indian Rupee', 88.412],
	JPY: ['Japanese Yen', 149.62],
	MYR: ['Malaysian Ringgit', 4.2118],
	NOK: ['Norwegian Krone', 9.9874],
	NZD: ['New Zealand Dollar', 1.7209],
	SEK: ['Swedish Krona', 9.4127],
	SGD: ['Singapore Dollar', 1.2891],
	THB: ['Thai Baht', 32.384],
	USD: ['United States Dollar', 1],
	ZAR: ['South African Rand', 17.294],
};

/** Units of `code` for one unit of the base currency, six decimals, the same on every day. */
function usualRate(book: Book, code: string): number {
	const base = CURRENCIES[book.organisation.BaseCurrency]?.[1] ?? 1;
	return Math.round(((CURRENCIES[code]?.[1] ?? 1) / base) * 1e6) / 1e6;
}

/** The rate of a day, four decimals: a made-up curve around the usual rate, one for each currency, the same in every run. */
export function rateOn(book: Book, code: string, day: string): number {
	const at = daysBetween('2020-01-01', day);
	const swing = 0.04 * Math.sin(at / 37 + code.charCodeAt(0)) + 0.015 * Math.sin(at / 5);
	return rounded(usualRate(book, code) * (1 + swing), 4);
}

/** The rate of what names none: the usual one, or that of its day. */
export function dayRate(book: Book, code: string, day: string): number {
	return book.ratesByDay || book.revaluation ? rateOn(book, code, day) : usualRate(book, code);
}

/** Decimals of a currency (ISO 4217). */
export function placesOf(code: string): 0 | 2 {
	return code === 'JPY' ? 0 : 2;
}

/** A currency by its ISO code, or undefined for one the sandbox does not know. */
export function currency(code: string): CurrencyRow | undefined {
	const known = CURRENCIES[code.toUpperCase()];
	return known && { Code: code.toUpperCase(), Description: known[0] };
}

/** Xero's sentence when an organisation does not use a currency; undefined when it does. */
export function notSubscribed(book: Book, code: string): string | undefined {
	return book.currencies.get(code) ? undefined : `Organisation is not subscribed to currency ${code}`;
}

const kind = kindOf<CurrencyRow>('Currency', {
	plural: 'Currencies',
	id: 'Code',
	table: (book) => book.currencies,
	render: (_book, row) => fieldsOf('Currency', row),
});

export const currencies = resourceOf(kind, {
	getCurrencies: getMany(kind),
	createCurrency(book, request) {
		const body = elements(request.body, kind.plural, kind.singular)[0] ?? {};
		const code = new Input(body, new Findings()).text('Code') ?? '';
		const row = currency(code);
		if (!row) throw invalidOne(body, `The currency code '${code}' is not valid.`);
		if (book.currencies.get(row.Code))
			throw invalidOne(body, `The currency ${row.Code} has already been added to this organisation.`);
		return answerOne(kind, book, book.currencies.put(row));
	},
});
