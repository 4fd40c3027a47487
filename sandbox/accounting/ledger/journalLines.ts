import type { Book } from '../book/book';
import { sum } from '../values/decimal';
import type { JournalLineRow } from '../book/ledgerRows';
import type { Body } from '../resource/replies';
import type { LineRow } from '../book/rows';
import { trackingCategory, trackingOption } from '../settings/trackingCategories';

/** The tracking of a line with the names it has now. */
export function trackingOf(book: Book, tracking: LineRow['Tracking']): Body[] {
	return tracking.map((one) => {
		const category = trackingCategory(book, one.TrackingCategoryID, undefined);
		const option = category && trackingOption(category, one.TrackingOptionID, undefined);
		return { Name: category?.Name, Option: option?.Name, ...one };
	});
}

/** A line of a journal as Xero shows it; control accounts and the tax account have no tax of their own. */
export function journalLine(book: Book, row: JournalLineRow): Body {
	const account = book.accounts.get(row.AccountID);
	return {
		JournalLineID: row.JournalLineID,
		AccountID: row.AccountID,
		AccountCode: account?.Code,
		AccountType: account?.Type,
		AccountName: account?.Name,
		Description: row.Description ?? '',
		NetAmount: row.NetAmount,
		GrossAmount: sum([row.NetAmount, row.TaxAmount]),
		TaxAmount: row.TaxAmount,
		...(row.TaxType === undefined ? {} : { TaxType: row.TaxType, TaxName: book.taxRates.get(row.TaxType)?.Name }),
		TrackingCategories: trackingOf(book, row.Tracking),
	};
}
