/** Opening balances. */
import type { Book } from '../book/book';
import { addDays } from '../values/dates';
import { balancing, post, type Posting, systemAccount } from './ledger';

/** The source of the journal of opening balances. Xero shows it without SourceType and SourceID. */
export const CONVERSION = 'CONVERSION';

/**
 * Puts opening balances in the books, dated the day before `start` (the first day of the conversion month); what they leave open goes to
 * the historical adjustment account. They take the place of the ones there were.
 */
export function postConversion(book: Book, start: string, balances: readonly Posting[]): void {
	const rest = balancing(systemAccount(book, 'HISTORICAL'), balances, { Description: 'Conversion balance adjustment' });
	post(
		book,
		{ SourceType: CONVERSION, SourceID: book.organisation.OrganisationID },
		{
			date: addDays(start, -1),
			reference: 'Conversion Balance',
			postings: [...balances, rest],
		},
	);
}
