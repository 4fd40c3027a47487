/** What every part of the generated year works with. */
import type { Book } from '../../book/book';
import { rateOn as rateOfBook } from '../../settings/currencies';
import type { Body } from '../../resource/replies';
import type { Random } from '../random';
import type { Agenda } from './agenda';

/** A customer or supplier with the currency that its documents are in. */
export interface Partner {
	readonly ContactID: string;
	readonly currency: string;
}

export interface Year {
	readonly book: Book;
	readonly chance: Random;
	readonly agenda: Agenda;
	readonly customers: readonly Partner[];
	readonly suppliers: readonly Partner[];
	/** Bills that the next batch pays, by id. */
	readonly batched: Set<string>;
}

/** The rate of a day, foreign units for one of the base currency. */
export function rateOn({ book }: Year, currency: string, day: string): number {
	return rateOfBook(book, currency, day);
}

/** The currency and rate of a document of a day, as its body has them. */
export function currencyBody(year: Year, currency: string, day: string): Body {
	const base = year.book.organisation.BaseCurrency;
	return currency === base ? {} : { CurrencyCode: currency, CurrencyRate: rateOn(year, currency, day) };
}

/** The account that money in a currency goes through: the one in that currency if there is one, now and then the one in the base currency. */
export function bankFor({ book, chance }: Year, currency: string): string {
	const own = { USD: '093', JPY: '094' }[currency];
	return own === undefined || (currency !== book.organisation.BaseCurrency && chance.next() < 0.3) ? '090' : own;
}

/** An amount from `low` to `high`, both in cents. */
export function cents({ chance }: Pick<Year, 'chance'>, low: number, high: number): number {
	return chance.whole(low, high) / 100;
}

/** Options of tracking categories for a line, often none. */
export function trackingBody({ chance }: Year): Body[] {
	const region = chance.next() < 0.6 ? [{ Name: 'Region', Option: chance.pick(['North', 'South', 'Export']) }] : [];
	const department = chance.next() < 0.3 ? [{ Name: 'Department', Option: chance.pick(['Instruments', 'Service']) }] : [];
	return [...region, ...department];
}
