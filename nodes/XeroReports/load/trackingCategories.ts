// The tracking categories of the organisation.

import type { OperationContext } from '../../shared/model/context';
import type { TrackingCategory } from '../facts/trackingCategories';
import { trackingCategoryOf } from '../facts/trackingCategories';
import { SETTINGS_SCOPE } from './settings';

/** Calls that `readTrackingCategories` takes. */
export const TRACKING_CALLS = 1;

/**
 * Reads them once for all items of a run, archived ones too.
 * @throws NodeApiError where they cannot be read
 */
export async function readTrackingCategories(call: Pick<OperationContext, 'listOnce'>): Promise<TrackingCategory[]> {
	const request = { path: '/TrackingCategories', query: { includeArchived: 'true' }, scope: SETTINGS_SCOPE };
	const records = await call.listOnce(request, { by: 'nothing' }, 'TrackingCategories', 'TrackingCategoryID');
	return records.map(trackingCategoryOf);
}
