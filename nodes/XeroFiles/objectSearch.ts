import { search, type Search } from '../shared/run/listSearch';
import { accounting } from '../XeroAccounting/accounting';
import { OBJECTS } from './fields/object';

const ofAccounting = search(accounting);

/** The records of the kind that is chosen above the list, as the Accounting API lists them. */
export const objectSearch: Search = async function (filter, token) {
	const kind = String(this.getCurrentNodeParameter('ObjectGroup'));
	const list = OBJECTS.find(({ key }) => key === kind)?.list;
	return list === undefined ? { results: [] } : await ofAccounting[list]!.call(this, filter, token);
};
