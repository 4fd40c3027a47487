// Pages of Xero about what was found, so that it is one click away.

import { pageUrl } from '../../../XeroAccounting/links';
import type { FoundRecord } from './findings';

/**
 * The page of a record; null where no page of it is known: none is made up.
 * @param shortCode of the organisation, with its exclamation mark
 */
export const recordUrl = (record: FoundRecord, shortCode: string | undefined): string | null =>
	(shortCode && pageUrl(record, shortCode)) || null;

/** The page of a contact; null where the organisation does not say its short code. */
export const contactUrl = (contactId: string | null, shortCode: string | undefined): string | null =>
	(shortCode && contactId && pageUrl({ kind: 'contact', id: contactId }, shortCode)) || null;
