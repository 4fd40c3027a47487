// What is archived: in Xero's lists only when asked for.

import type { IDataObject } from 'n8n-workflow';
import type { Operation } from './operation';

/**
 * The part of a query by which a list holds what is archived as well: none where it has no such option, be it of its own or behind Show.
 * @param list how the records are listed (GET /Contacts, /Invoices, /TrackingCategories: includeArchived)
 */
export const withArchived = ({ query = {}, panelOptional = {} }: Pick<Operation, 'query' | 'panelOptional'>): IDataObject =>
	'includeArchived' in query || panelOptional.show?.query?.('archived')?.includeArchived === true
		? { includeArchived: 'true' }
		: {};
