import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/execute';
import { fakeExecute } from '../fakeContext';
import { byId, byName, fromList } from './examples/example';

const ID = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const line = (more: IDataObject) => ({
	Type: 'ACCREC',
	Contact: byId(ID),
	LineItems: {
		line: [
			{ Description: 'Good', Quantity: '1' },
			{ Description: 'Bad', ...more },
		],
	},
});

/** The message a wrong value is refused with; no call may have been made. */
async function refusal(resource: string, operation: string, values: IDataObject): Promise<string> {
	const { ctx, requests } = fakeExecute({ parameters: [{ organisation: byId(ID), resource, operation, ...values }] });
	const thrown: unknown = await execute(accounting, ctx).catch((cause: unknown) => cause);
	expect(requests).toEqual([]);
	return (thrown as Error).message;
}

describe('a wrong value is named by its label before any call is made', () => {
	test.each([
		[
			'a quantity that is no number',
			'invoice',
			'create',
			line({ Quantity: '1,5' }),
			'Line Items, row 2, Quantity must be a number such as 1200.50 [item 0]',
		],
		[
			'a tracking option without its category',
			'invoice',
			'create',
			line({ additionalFields: { Tracking: { category: [{ Option: byName('North') }] } } }),
			'Line Items, row 2, Tracking, row 1, Option must be a category and its option, such as “Region: North” [item 0]',
		],
		[
			'three tracking categories',
			'invoice',
			'create',
			line({ additionalFields: { Tracking: { category: ['A: 1', 'B: 2', 'C: 3'].map((one) => ({ Option: byName(one) })) } } }),
			'Line Items, row 2, Tracking can have at most 2 rows [item 0]',
		],
		['no lines', 'invoice', 'create', { Type: 'ACCREC', Contact: byId(ID), LineItems: {} }, 'Line Items is missing [item 0]'],
		[
			'a type Xero does not have',
			'invoice',
			'create',
			{ ...line({}), Type: 'QUOTE' },
			'Type must be one of Sales Invoice (ACCREC), Bill (ACCPAY) [item 0]',
		],
		[
			'a date that is none',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), updateFields: { DueDate: '31/03/2026' } },
			'Due Date must be a date such as 2026-03-31 [item 0]',
		],
		[
			'an ID that is none',
			'invoice',
			'void',
			{ InvoiceID: byId('INV-1') },
			'Invoice is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		],
		[
			'rounding beyond what Xero takes',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), updateFields: { RoundingAmount: 0.11 } },
			'Rounding Amount can be at most 0.1 [item 0]',
		],
		[
			'a currency rate of nothing',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), updateFields: { CurrencyRate: 0 } },
			'Currency Rate must be at least 0.000001 [item 0]',
		],
		[
			'a payment without an amount',
			'payment',
			'create',
			{ Invoice: fromList(ID), Account: byId(ID), Date: '2026-04-20', Amount: '' },
			'Amount is missing [item 0]',
		],
		[
			'an email that is none',
			'contact',
			'create',
			{ Name: 'A', additionalFields: { EmailAddress: 'a at b' } },
			'Email must be an email address such as name@email.com [item 0]',
		],
		[
			'a day that no month has',
			'contact',
			'create',
			{ Name: 'A', additionalFields: { PaymentTerms: { Bills: { Day: 32 } } } },
			'Payment Terms, Bills, Day can be at most 31 [item 0]',
		],
		[
			'a long account code',
			'account',
			'create',
			{ Code: '12345678901', Name: 'A', Type: 'EXPENSE' },
			'Code can have at most 10 characters [item 0]',
		],
		[
			'a currency that is no code',
			'currency',
			'create',
			{ Code: 'euro' },
			'Code must be a currency code of three letters, such as EUR [item 0]',
		],
		[
			'a quote in a search',
			'contact',
			'getAll',
			{ filters: { Name: 'The "Best"' } },
			'Name cannot hold a double quote: Xero has no way to search for one [item 0]',
		],
		[
			'a picked value that would change a condition',
			'payment',
			'getAll',
			{ filters: { Invoice: fromList('x") OR guid("y') } },
			'Invoice is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		],
		[
			'an update of nothing',
			'contact',
			'update',
			{ ContactID: byId(ID), updateFields: {} },
			'Update Fields is empty: add at least one field to change [item 0]',
		],
	])('%s', async (_what, resource, operation, values, message) => {
		expect(await refusal(resource, operation, values as IDataObject)).toBe(message);
	});
});
