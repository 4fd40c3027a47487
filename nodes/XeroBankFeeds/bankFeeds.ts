import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { perItem } from './perItem';
import { feedConnection } from './resources/feedConnection';
import { statement } from './resources/statement';
import { beyondBankFeeds } from './restricted';

/** Xero's Bank Feeds API, version 1.0: for financial institutions that are Xero's partners. */
export const bankFeeds: Api = {
	name: 'Bank Feeds',
	basePath: '/bankfeeds.xro/1.0',
	conventions: {
		calendarDates: new Set(),
		money: { amounts: ['amount'] },
		accessRequirements: beyondBankFeeds,
		sentences: sentencesOf,
		elements: perItem,
	},
	resources: [apiRequest, feedConnection, statement],
};
