/** The tracking of a line as a body has it. */
import type { Book } from '../book/book';
import type { LineRow } from '../book/rows';
import type { Input } from '../resource/input';
import { broke, Refusal } from '../resource/replies';
import { trackingCategory, trackingOption } from '../settings/trackingCategories';

/**
 * The tracking under `key`: at most two categories, each once, by ids or names. What means no active category and option, or cannot
 * even be read, is left out without a word, as users of Xero have found. @throws 500 for a name that ends in a blank
 */
export function tracking(book: Book, part: Input, key = 'Tracking', owner = 'line item'): LineRow['Tracking'] {
	const rows = (part.readable(key) ?? []).flatMap((one) => tracked(book, one) ?? []);
	if (rows.length > 2) part.fail(`A ${owner} must have no more than 2 tracking categories.`);
	if (new Set(rows.map((row) => row.TrackingCategoryID)).size < rows.length)
		part.fail(`A tracking category must be used only once on a ${owner}.`);
	return rows;
}

function tracked(book: Book, one: Input): LineRow['Tracking'][number] | undefined {
	const [name, option] = [legible(() => one.text('Name')), legible(() => one.text('Option'))];
	if ([name, option].some((text) => text !== undefined && /\s$/.test(text))) throw broke();
	const category = trackingCategory(
		book,
		legible(() => one.guid('TrackingCategoryID')),
		name,
	);
	const chosen =
		category &&
		trackingOption(
			category,
			legible(() => one.guid('TrackingOptionID')),
			option,
		);
	if (category?.Status !== 'ACTIVE' || chosen?.Status !== 'ACTIVE') return undefined;
	return { TrackingCategoryID: category.TrackingCategoryID, TrackingOptionID: chosen.TrackingOptionID };
}

/** What `read` gives; nothing when the value is of another type. */
function legible<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (refusal) {
		if (refusal instanceof Refusal) return undefined;
		throw refusal;
	}
}
