import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { bankStatement } from './resources/bankStatement';
import { cashValidation } from './resources/cashValidation';
import { financialStatement } from './resources/financialStatement';

/** Xero's Finance API, version 1.0: read only, and for approved lenders. */
export const finance: Api = {
	name: 'Finance',
	basePath: '/finance.xro/1.0',
	conventions: {
		calendarDates: new Set(),
		accessRequirements: () =>
			"Xero gives its Finance API to approved lenders only (not in the United States): without Xero's approval of the app every call is answered so. The node Xero Financial Reports needs none.",
		sentences: sentencesOf,
	},
	resources: [apiRequest(), bankStatement, cashValidation, financialStatement],
};
