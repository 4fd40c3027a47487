import type { IDataObject } from 'n8n-workflow';
import { sentencesOf } from '../shared/model/errorMessages';
import type { Api, ListSize } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { elementConventions } from './elementResults';
import { feedConnection } from './resources/feedConnection';
import { statement } from './resources/statement';
import { accessRequirements } from './accessNotices';

/** Where a list has several pages, `itemCount` counts the records of the page instead of those of the list, which are more than fit into one. */
function listSize({ pagination }: IDataObject): ListSize {
	const { pageCount, itemCount, pageSize } = (pagination ?? {}) as Readonly<Record<string, unknown>>;
	if (typeof itemCount !== 'number') return typeof pageCount === 'number' ? { pages: pageCount } : {};
	if (typeof pageCount !== 'number') return { total: itemCount };
	const isOfPage = pageCount > 1 && typeof pageSize === 'number' && itemCount <= pageSize;
	return isOfPage ? { pages: pageCount, here: itemCount } : { pages: pageCount, total: itemCount };
}

/** Xero's Bank Feeds API, version 1.0: for financial institutions that are Xero's partners. */
export const bankFeeds: Api = {
	name: 'Bank Feeds',
	basePath: '/bankfeeds.xro/1.0',
	conventions: {
		calendarDates: new Set(),
		money: { amounts: ['amount'] },
		accessRequirements,
		sentences: sentencesOf,
		elements: elementConventions,
		listSize,
	},
	resources: [apiRequest(), feedConnection, statement],
};
