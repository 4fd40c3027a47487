// Archived records, which some of Xero's lists leave out.

import type { IDataObject } from 'n8n-workflow';
import type { Operation } from './operation';

/** What asks a list for its archived records as well, where Xero leaves them out: a filter of its own, or what it shows. */
export const withArchived = ({ query = {}, panelOptional = {} }: Pick<Operation, 'query' | 'panelOptional'>): IDataObject =>
	'includeArchived' in { ...query, ...panelOptional.show?.query?.('archived') } ? { includeArchived: 'true' } : {};
