import type { Reply } from '../route';
import type { Call } from './office';
import { wrapped } from './wire/envelope';

/** Payroll settings: accounts, and the tracking categories of employee groups and timesheets. */
export const settings: Readonly<Record<string, (call: Call) => Reply>> = {
	getSettings: ({ office, request }) =>
		wrapped(request, { settings: { accounts: office.accounts.map((one) => office.shown('Account', one)) } }),
	getTrackingCategories: ({ office, request }) =>
		wrapped(request, { trackingCategories: office.shown('TrackingCategory', office.trackingCategories) }),
};
