import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';

/** What a column of a profit and loss by tracking category is about; `trackingOptionId` is null for Unassigned. */
export interface TrackingColumn {
	readonly trackingCategoryId: string | null;
	readonly trackingOptionId: string | null;
	readonly option: string;
}

/** The columns of a report by tracking category, by their places; undefined where a column is the total of all. */
export interface TrackingColumns {
	readonly columns: ReadonlyArray<TrackingColumn | undefined>;
	/** Headings that stand for none or for several of the category's options, so that their IDs are null. */
	readonly unclear: readonly string[];
}

const plain = (text: unknown): string => String(text).trim().toLowerCase();

/**
 * Finds the options that the headings of a profit and loss name.
 * @param headings one for each column, in Xero's order
 * @param categoryId the one category it is split by; null where it is split by two, whose pairs have no ID
 * @param categories Xero's TrackingCategories, archived ones too
 */
export function trackingColumnsOf(
	headings: readonly string[],
	categoryId: string | null,
	categories: readonly IDataObject[],
): TrackingColumns {
	const category = categories.find(
		({ TrackingCategoryID }) => categoryId !== null && plain(TrackingCategoryID) === plain(categoryId),
	);
	const options = objectsIn(category?.Options);
	const total = headings.length > 1 ? headings.lastIndexOf('Total') : -1;
	const unassigned = headings.lastIndexOf('Unassigned');
	const unclear: string[] = [];
	const columns = headings.map((option, at): TrackingColumn | undefined => {
		if (at === total) return undefined;
		const trackingCategoryId = categoryId;
		if (categoryId === null || at === unassigned) return { trackingCategoryId, trackingOptionId: null, option };
		const found = options.filter(({ Name }) => plain(Name) === plain(option));
		if (found.length === 1) return { trackingCategoryId, trackingOptionId: String(found[0]!.TrackingOptionID), option };
		unclear.push(option);
		return { trackingCategoryId: null, trackingOptionId: null, option };
	});
	return { columns, unclear };
}
