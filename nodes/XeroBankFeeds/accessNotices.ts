/** Stands above every operation of the API. */
export const RESTRICTED =
	'Xero gives the Bank Feeds API to financial institutions that are its partners only; all others are answered with “no access” (403)';

/** What calls take besides the scope. */
export const accessRequirements = (scope: string): string =>
	// A call of one's own (API Request) names no scope.
	scope === 'bankfeeds' || scope === ''
		? "Xero gives its Bank Feeds API to financial institutions that are its partners only: without Xero's approval of the app every call is answered so. To put transactions into a bank account without it, use Bank Transaction of Xero Accounting."
		: '';
