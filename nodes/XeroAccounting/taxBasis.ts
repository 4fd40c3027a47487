import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../shared/model/operation';

const has = (body: IDataObject, name: string): boolean =>
	Object.entries(body).some(
		([key, value]) => key.toLowerCase() === name.toLowerCase() && value !== null && value !== '' && value !== undefined,
	);

/** JSON with lines may leave out what the panel asks for: what Xero makes of it then is told after the run. */
const without = (lines: string, message: string): Pick<Operation, 'hint'> => ({
	hint: (body) => (has(body, lines) && !has(body, 'LineAmountTypes') ? message : undefined),
});

export const exclusiveWithout = without(
	'LineItems',
	'JSON without LineAmountTypes: Xero takes the amounts of the lines as tax exclusive and adds the tax',
);

export const noTaxWithout = without(
	'JournalLines',
	'JSON without LineAmountTypes: Xero takes the lines of a manual journal as without tax and drops their tax',
);
