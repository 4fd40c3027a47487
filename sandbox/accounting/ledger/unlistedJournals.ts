/** Journals that no document has. */
import type { UnlistedJournal, UnlistedLine } from '../../bookkeeping';
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { JournalRow } from '../book/ledgerRows';
import type { LineRow } from '../book/rows';
import { trackingCategory, trackingOption } from '../settings/trackingCategories';
import { calendarDate } from '../values/dates';
import { rounded, sum } from '../values/decimal';
import { post, type Posting, systemAccount } from './ledger';

/** The source of a journal that Xero posts of itself: it shows neither SourceType nor SourceID. */
export const NO_SOURCE = 'NOSOURCE';

/** What only documents may post to, so that it always is what they leave open. */
const OF_DOCUMENTS: ReadonlySet<string> = new Set(['DEBTORS', 'CREDITORS', 'UNPAIDEXPCLM']);

/**
 * Posts a journal that only Journals and reports show, the tax of its lines to the tax account.
 *
 * @throws RangeError when it does not balance, or names what the organisation does not have.
 */
export function postUnlisted(book: Book, journal: UnlistedJournal): JournalRow {
	const { date, reference, sourceType, lines, showOnCashBasisReports = true } = journal;
	if (calendarDate(date) !== date) throw new RangeError(`The date ${date} is no day in the form YYYY-MM-DD`);
	if (lines.length < 2) throw new RangeError('A journal has at least two lines');
	const postings = lines.map((line) => postingOf(book, line));
	const [net, tax] = [sum(postings.map((one) => one.net)), sum(postings.map((one) => one.tax ?? 0))];
	const open = sum([net, tax]);
	if (open !== 0) throw new RangeError(`Debits and credits of the journal differ by ${open.toFixed(2)}`);
	const taxed = tax === 0 ? postings : [...postings, { AccountID: systemAccount(book, 'GST'), net: tax }];
	const source = { SourceType: sourceType ?? NO_SOURCE, SourceID: book.newJournalId() };
	post(book, source, { date, reference, postings: taxed, accrualOnly: !showOnCashBasisReports });
	const [row] = book.journals.all('document', source.SourceID);
	if (!row) throw new RangeError('A journal whose lines are all zero is not posted');
	return row;
}

function postingOf(book: Book, { account: code, net, tax = 0, taxType, description, tracking = {} }: UnlistedLine): Posting {
	const account = accountByCode(book, code);
	if (!account || account.Status !== 'ACTIVE') throw new RangeError(`The organisation has no account ${code}`);
	if (OF_DOCUMENTS.has(account.SystemAccount ?? ''))
		throw new RangeError(`Only documents post to the account ${code}, ${account.Name}`);
	for (const amount of [net, tax])
		if (!Number.isFinite(amount) || rounded(amount, 2) !== amount) throw new RangeError(`${amount} is no amount in whole cents`);
	if (taxType !== undefined && !book.taxRates.get(taxType)) throw new RangeError(`The organisation has no tax rate ${taxType}`);
	const Tracking = Object.entries(tracking).map(([category, option]) => trackedBy(book, category, option));
	return { AccountID: account.AccountID, net, tax, TaxType: taxType, Description: description, Tracking };
}

function trackedBy(book: Book, name: string, option: string): LineRow['Tracking'][number] {
	const category = trackingCategory(book, undefined, name);
	const chosen = category && trackingOption(category, undefined, option);
	if (!chosen) throw new RangeError(`The organisation has no tracking option ${option} of a category ${name}`);
	return { TrackingCategoryID: category.TrackingCategoryID, TrackingOptionID: chosen.TrackingOptionID };
}
