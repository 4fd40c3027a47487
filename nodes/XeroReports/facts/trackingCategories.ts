// Tracking categories with their options.

import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';

/** An option of a category; archived ones are among them, as documents of before name them. */
export interface CategoryOption {
	readonly id: string;
	readonly name: string;
}

/** A tracking category. */
export interface TrackingCategory {
	readonly id: string;
	readonly name: string;
	/** In Xero's order. */
	readonly options: readonly CategoryOption[];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** @param record of GET /TrackingCategories?includeArchived=true */
export const trackingCategoryOf = (record: IDataObject): TrackingCategory => ({
	id: text(record.TrackingCategoryID).toLowerCase(),
	name: text(record.Name),
	options: objectsIn(record.Options)
		.filter(({ Status }) => Status !== 'DELETED')
		.map(({ TrackingOptionID, Name }) => ({ id: text(TrackingOptionID).toLowerCase(), name: text(Name) })),
});
