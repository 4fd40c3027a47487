/** What is done in the books beside the operations of the API. */
import type { Bookkeeping, Unkindness } from '../bookkeeping';
import type { Clock } from '../contract';
import { generatedOrganisation } from '../organisations';
import type { Book } from './book/book';
import { payExpenseClaim } from './expenses/claimPayments';
import { postUnlisted } from './ledger/unlistedJournals';
import { generatedYearBook } from './seed/generatedYear/generatedYear';
import { setConstructionScheme } from './settings/constructionScheme';
import { notSubscribed, rateOn } from './settings/currencies';
import { calendarDate } from './values/dates';

/**
 * The bookkeeping of some organisations; `books` are by tenant id in lower case, and share `unkindness`. A call that is refused leaves
 * nothing behind.
 */
export function bookkeepingOf(books: Map<string, Book>, unkindness: Unkindness, clock: Clock): Bookkeeping {
	const within = <T>(tenantId: string, work: (book: Book) => T): T => {
		const book = books.get(tenantId.toLowerCase());
		if (!book) throw new RangeError(`There is no organisation ${tenantId}`);
		return book.undo.attempt(() => work(book));
	};
	return {
		unkindness,
		generateYear(seed) {
			const { tenantId, name } = generatedOrganisation;
			const book = generatedYearBook(generatedOrganisation, seed, clock);
			book.unkindness = unkindness;
			books.set(tenantId, book);
			return { tenantId, name };
		},
		postJournal: (tenantId, journal) =>
			within(tenantId, (book) => {
				const { JournalID, JournalNumber } = postUnlisted(book, journal);
				return { JournalID, JournalNumber };
			}),
		setRevaluation: (tenantId, on) =>
			within(tenantId, (book) => {
				book.revaluation = on;
			}),
		rateOn: (tenantId, currency, day) =>
			within(tenantId, (book) => {
				if (notSubscribed(book, currency) !== undefined) throw new RangeError(`The organisation has no currency ${currency}`);
				if (calendarDate(day) !== day) throw new RangeError(`The date ${day} is no day in the form YYYY-MM-DD`);
				return rateOn(book, currency, day);
			}),
		setConstructionScheme: (tenantId, scheme) => within(tenantId, (book) => setConstructionScheme(book, scheme)),
		payExpenseClaim: (tenantId, id, payment) =>
			within(tenantId, (book) => ({ PaymentID: payExpenseClaim(book, id, payment).PaymentID })),
	};
}
