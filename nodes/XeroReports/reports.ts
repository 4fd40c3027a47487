import omit from 'lodash/omit';
import type { Api } from '../shared/model/operation';
import { apiRequest } from '../shared/operations/apiRequest';
import { accounting } from '../XeroAccounting/accounting';
import { close } from './resources/close';
import { currency } from './resources/currency';
import { ledger } from './resources/ledger';
import { owing } from './resources/owing';
import { statement } from './resources/statement';
import { tax } from './resources/tax';

/** Reports: Xero's own, which are part of its Accounting API. */
export const reports: Api = {
	name: 'Reports',
	basePath: accounting.basePath,
	conventions: omit(accounting.conventions, 'pages'),
	preset: 'statement',
	resources: [apiRequest(), close, currency, ledger, owing, statement, tax],
};
