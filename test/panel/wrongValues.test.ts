import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/execute';
import { fakeExecute } from '../fakeContext';
import { byCode, byId, byName, fromList } from './examples/example';

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
			{ InvoiceID: byId(ID), additionalFields: { DueDate: '31/03/2026' } },
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
			{ InvoiceID: byId(ID), additionalFields: { RoundingAmount: 0.11 } },
			'Rounding Amount can be at most 0.1 [item 0]',
		],
		[
			'a currency rate of nothing',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), additionalFields: { CurrencyRate: 0 } },
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
			'the ID of a bank transaction that is none',
			'bankTransaction',
			'upsert',
			{ ...line({}), Type: 'SPEND', BankAccount: byId(ID), additionalFields: { BankTransactionID: '12' } },
			'Bank Transaction ID is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		],
		[
			'a kind of bank transaction that only a transfer makes',
			'bankTransaction',
			'create',
			{ ...line({}), Type: 'SPEND-TRANSFER', BankAccount: byId(ID) },
			'Type must be one of Spend Money (SPEND), Receive Money (RECEIVE), Spend Overpayment (SPEND-OVERPAYMENT), Receive Overpayment (RECEIVE-OVERPAYMENT), Spend Prepayment (SPEND-PREPAYMENT), Receive Prepayment (RECEIVE-PREPAYMENT) [item 0]',
		],
		[
			'the tracking of a transfer by name',
			'bankTransfer',
			'create',
			{
				FromBankAccount: byId(ID),
				ToBankAccount: byId(ID),
				Amount: 1,
				additionalFields: { ToTracking: { category: [{ Option: byCode('Region: North') }] } },
			},
			'To Tracking, row 1, Option must be the ID of a category, a slash and the ID of its option [item 0]',
		],
		[
			'a payment of a batch with an amount that is no number',
			'batchPayment',
			'create',
			{
				Account: byId(ID),
				Date: '2026-04-20',
				Payments: { payment: [{ Invoice: byId(ID), Amount: '1,150.00' }] },
			},
			'Payments, row 1, Amount must be a number such as 1200.50 [item 0]',
		],
		[
			'a code too long for a batch payment',
			'batchPayment',
			'create',
			{
				Account: byId(ID),
				Date: '2026-04-20',
				Payments: { payment: [{ Invoice: byId(ID), Amount: 1 }] },
				additionalFields: { Code: '1234567890123' },
			},
			'Code can have at most 12 characters [item 0]',
		],
		[
			'a journal line without a number for its amount',
			'manualJournal',
			'create',
			{ Narration: 'A', JournalLines: { line: [{ LineAmount: '(100)' }] } },
			'Journal Lines, row 1, Amount must be a number such as 1200.50 [item 0]',
		],
		[
			'a journal number below zero',
			'journal',
			'getAll',
			{ filters: { offset: -1 } },
			'After Journal Number must be at least 0 [item 0]',
		],
		[
			'an allocation of nothing',
			'creditNote',
			'allocate',
			{ CreditNoteID: byId(ID), Invoice: fromList(ID), Date: '2026-04-20', Amount: '' },
			'Amount is missing [item 0]',
		],
		[
			'an allocation that is named by something else than its ID',
			'creditNote',
			'removeAllocation',
			{ CreditNoteID: byId(ID), AllocationID: byId('INV-1001') },
			'Allocation is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		],
		[
			'a long title of a quote',
			'quote',
			'update',
			{ QuoteID: byId(ID), additionalFields: { Title: 'x'.repeat(101) } },
			'Title can have at most 100 characters [item 0]',
		],
		[
			'a quote without its date',
			'quote',
			'create',
			{ Contact: byId(ID), Date: '', LineItems: { line: [{ Description: 'A' }] } },
			'Date is missing [item 0]',
		],
		[
			'long delivery instructions',
			'purchaseOrder',
			'update',
			{ PurchaseOrderID: byId(ID), additionalFields: { DeliveryInstructions: 'x'.repeat(501) } },
			'Delivery Instructions can have at most 500 characters [item 0]',
		],
		[
			'a repeating invoice that never repeats',
			'repeatingInvoice',
			'create',
			{ ...line({}), Schedule: { values: { Period: '0', Unit: 'MONTHLY' } } },
			'Schedule, Every must be at least 1 [item 0]',
		],
		[
			'a repeating invoice without a schedule',
			'repeatingInvoice',
			'create',
			{ ...line({}), Schedule: {} },
			'Schedule is missing [item 0]',
		],
		[
			'an update of nothing',
			'contact',
			'update',
			{ ContactID: byId(ID), additionalFields: {} },
			'Additional Fields is empty: add at least one field to change [item 0]',
		],
		[
			'more periods than Xero compares',
			'report',
			'balanceSheet',
			{ output: 'rows', options: { periods: 12 } },
			'Periods can be at most 11 [item 0]',
		],
		[
			'a report that ends before it begins',
			'report',
			'bankSummary',
			{ output: 'rows', fromDate: '2026-03-31', toDate: '2026-03-01' },
			'Date To is before Date From [item 0]',
		],
		[
			'a tracking option by its ID without its category',
			'report',
			'profitAndLoss',
			{ output: 'rows', options: { trackingOptionID2: byId(ID) } },
			'Second Tracking Category is missing [item 0]',
		],
		[
			'a report of no contact',
			'report',
			'agedPayables',
			{ output: 'rows', contactId: byId('Ridgeway') },
			'Contact is not an ID of Xero (8-4-4-4-12 hexadecimal digits) [item 0]',
		],
		[
			'a conversion month that no year has',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: { ConversionDate: { values: { Month: '13', Year: '2026' } } } },
			'Conversion Date, Month can be at most 12 [item 0]',
		],
		[
			'accounts that are no list',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: { Accounts: '{"Code": "200"}' } },
			'Accounts must be a list of accounts such as [{"Code": "200", "Name": "Sales", "Type": "SALES"}] [item 0]',
		],
		[
			'a setup of nothing, which could overwrite everything with it',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: {} },
			'Additional Fields is empty: add at least one field to change [item 0]',
		],
		[
			'an expense claim without receipts',
			'expenseClaim',
			'create',
			{ User: byId(ID), Receipts: {} },
			'Receipts is missing [item 0]',
		],
		[
			'a payment service without a web address',
			'paymentService',
			'create',
			{ PaymentServiceName: 'A', PaymentServiceUrl: 'pay.example.com' },
			'Payment URL must be a web address that starts with https:// [item 0]',
		],
	])('%s', async (_what, resource, operation, values, message) => {
		expect(await refusal(resource, operation, values as IDataObject)).toBe(message);
	});
});
