/** Lines of documents as replies show them. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { LineRow } from '../book/rows';
import { itemByCode } from '../items/items';
import type { Body } from '../resource/replies';
import { trackingOf } from '../settings/trackingCategories';
import { rounded } from '../values/decimal';

/** A line of a document, its unit price with so many decimals. */
export function renderLine(book: Book, row: LineRow, places: number): Body {
	const item = row.ItemCode === undefined ? undefined : itemByCode(book, row.ItemCode);
	return {
		...row,
		UnitAmount: row.UnitAmount === undefined ? undefined : rounded(row.UnitAmount, places),
		AccountID: row.AccountCode === undefined ? undefined : accountByCode(book, row.AccountCode)?.AccountID,
		Item: item && { ItemID: item.ItemID, Name: item.Name, Code: item.Code },
		Tracking: trackingOf(book, row.Tracking),
	};
}

/** Whether a line of a document has a discount. */
export function isDiscounted({ LineItems }: { readonly LineItems: readonly LineRow[] }): boolean {
	return LineItems.some((one) => one.DiscountRate !== undefined || one.DiscountAmount !== undefined);
}
