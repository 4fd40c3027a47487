import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import { fakeExecute } from '../fakeContext';
import { byCode, byId, byName, fromList } from '../examples/example';

const ID = 'e5f4d3c2-b1a0-4998-8776-554433221101';
const line = (more: IDataObject) => ({
	Contact: byId(ID),
	LineAmountTypes: 'Exclusive',
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

const NO_LINES =
	'Item 1: Line Items is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON or One Item per Line';

describe('a wrong value is named by its label before any call is made', () => {
	test.each([
		[
			'a quantity that is no number',
			'invoice',
			'create',
			line({ Quantity: '1,5' }),
			'Item 1, Line 2, Quantity “1,5”: is not a number written like 1234.50. Give 1.5',
		],
		[
			'a tracking option without its category',
			'invoice',
			'create',
			line({ Tracking: { category: [{ Option: byName('North') }] } }),
			'Item 1, Line 2, Tracking 1, Option “North”: is not a category and its option, such as Region: North. Choose it From List, or use By Name',
		],
		[
			'three tracking categories',
			'invoice',
			'create',
			line({ Tracking: { category: ['A: 1', 'B: 2', 'C: 3'].map((one) => ({ Option: byName(one) })) } }),
			'Item 1, Line 2, Tracking: can have at most 2 rows',
		],
		['no lines', 'invoice', 'create', { Contact: byId(ID), LineAmountTypes: 'Exclusive', LineItems: {} }, NO_LINES],
		[
			'a type Xero does not have',
			'creditNote',
			'create',
			{ ...line({}), Type: 'QUOTE' },
			'Item 1, Type “QUOTE”: is none of Customer Credit Note, Supplier Credit Note',
		],
		[
			'a bill in the JSON of a sales invoice',
			'invoice',
			'create',
			{ input: 'json', body: { Type: 'ACCPAY', Contact: { ContactID: ID }, LineItems: [] } },
			'Item 1, JSON, Type “ACCPAY”: is a bill. Use the resource Bill',
		],
		[
			'a sales invoice in the JSON of a bill, in any case',
			'bill',
			'update',
			{ InvoiceID: byId(ID), input: 'json', body: { type: 'accrec', DueDate: '2026-05-20' } },
			'Item 1, JSON, type “accrec”: is a sales invoice. Use the resource Invoice',
		],
		[
			'a type in JSON that is neither',
			'bill',
			'create',
			{ input: 'json', body: { Type: 'QUOTE', Contact: { ContactID: ID }, LineItems: [] } },
			'Item 1, JSON, Type “QUOTE”: is not ACCPAY. Leave the key out',
		],
		[
			'a date that is none',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), DueDate: '31/03/2026' },
			'Item 1, Due Date “31/03/2026”: is not a date like 2026-03-31. Use DateTime in an expression',
		],
		[
			'an ID that is none',
			'invoice',
			'void',
			{ InvoiceID: byId('INV-1') },
			'Item 1, Invoice “INV-1”: is not an ID of Xero. Choose it From List',
		],
		[
			'rounding beyond what Xero takes',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), additionalFields: { RoundingAmount: 0.11 } },
			'Item 1, Rounding Amount “0.11”: can be at most 0.1',
		],
		[
			'a currency rate of nothing',
			'invoice',
			'update',
			{ InvoiceID: byId(ID), additionalFields: { CurrencyRate: 0 } },
			'Item 1, Currency Rate “0”: must be at least 0.000001',
		],
		[
			'a payment without an amount',
			'payment',
			'create',
			{ Invoice: fromList(ID), Account: byId(ID), Date: '2026-04-20', Amount: '' },
			'Item 1: Amount is missing',
		],
		[
			'an email that is none',
			'contact',
			'create',
			{ Name: 'A', additionalFields: { EmailAddress: 'a at b' } },
			'Item 1, Email “a at b”: is not an email address such as name@email.com',
		],
		[
			'a day that no month has',
			'contact',
			'create',
			{ Name: 'A', additionalFields: { PaymentTerms: { Bills: { Day: 32 } } } },
			'Item 1, Payment Terms, Bills, Day “32”: can be at most 31',
		],
		[
			'a long account code',
			'account',
			'create',
			{ Code: '12345678901', Name: 'A', Type: 'EXPENSE' },
			'Item 1, Code “12345678901”: can have at most 10 characters',
		],
		[
			'a currency that is no code',
			'currency',
			'create',
			{ Code: 'euro' },
			'Item 1, Code “EURO”: is not a currency code of three letters, such as EUR',
		],
		[
			'a filter that came to nothing',
			'contact',
			'getAll',
			{ filters: { Name: '' } },
			'Item 1: Name has no value. Give one, or remove it',
		],
		[
			'a picked value that would change a condition',
			'payment',
			'getAll',
			{ filters: { Invoice: fromList('x") OR guid("y') } },
			'Item 1, Invoice “x") OR guid("y”: is not an ID of Xero. Choose it From List',
		],
		[
			'the ID of a bank transaction that is none',
			'bankTransaction',
			'upsert',
			{ ...line({}), Type: 'SPEND', BankAccount: byId(ID), additionalFields: { BankTransactionID: '12' } },
			'Item 1, Bank Transaction ID “12”: is not an ID of Xero',
		],
		[
			'a kind of bank transaction that only a transfer makes',
			'bankTransaction',
			'create',
			{ ...line({}), Type: 'SPEND-TRANSFER', BankAccount: byId(ID) },
			'Item 1, Type “SPEND-TRANSFER”: is none of Spend Money, Receive Money, Spend Overpayment, Receive Overpayment, Spend Prepayment, Receive Prepayment',
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
			'Item 1, To Tracking 1, Option “Region: North”: is not the ID of a category, a slash and the ID of its option. Choose it From List, or use By IDs',
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
			'Item 1, Payment 1, Amount “1,150.00”: is not a number written like 1234.50. Give 1150.00',
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
			'Item 1, Code “123…”: can have at most 12 characters',
		],
		[
			'a journal line without a number for its amount',
			'manualJournal',
			'create',
			{ Narration: 'A', LineAmountTypes: 'Exclusive', JournalLines: { line: [{ LineAmount: '(100)' }] } },
			'Item 1, Line 1, Amount “(100)”: is not a number written like 1234.50',
		],
		[
			'a journal number below zero',
			'journal',
			'getAll',
			{ filters: { offset: -1 } },
			'Item 1, After Journal Number “-1”: must be at least 0',
		],
		[
			'an allocation of nothing',
			'creditNote',
			'allocate',
			{ CreditNoteID: byId(ID), Invoice: fromList(ID), Date: '2026-04-20', Amount: '' },
			'Item 1: Amount is missing',
		],
		[
			'an allocation that is named by something else than its ID',
			'creditNote',
			'removeAllocation',
			{ CreditNoteID: byId(ID), AllocationID: byId('INV-1001') },
			'Item 1, Allocation “INV-1001”: is not an ID of Xero. Choose it From List',
		],
		[
			'a long title of a quote',
			'quote',
			'update',
			{ QuoteID: byId(ID), additionalFields: { Title: 'x'.repeat(101) } },
			'Item 1, Title “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”: can have at most 100 characters',
		],
		[
			'a quote without its date',
			'quote',
			'create',
			{ Contact: byId(ID), Date: '', LineAmountTypes: 'Exclusive', LineItems: { line: [{ Description: 'A' }] } },
			'Item 1: Date is missing',
		],
		[
			'long delivery instructions',
			'purchaseOrder',
			'update',
			{ PurchaseOrderID: byId(ID), additionalFields: { DeliveryInstructions: 'x'.repeat(501) } },
			'Item 1, Delivery Instructions “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”: can have at most 500 characters',
		],
		[
			'a repeating invoice that never repeats',
			'repeatingInvoice',
			'create',
			{ ...line({}), Type: 'ACCREC', Schedule: { values: { Period: '0', Unit: 'MONTHLY' } } },
			'Item 1, Schedule, Every “0”: must be at least 1',
		],
		[
			'a repeating invoice without a schedule',
			'repeatingInvoice',
			'create',
			{ ...line({}), Type: 'ACCREC', Schedule: {} },
			'Item 1: Schedule is missing',
		],
		[
			'an update of nothing',
			'contact',
			'update',
			{ ContactID: byId(ID), additionalFields: {} },
			'Item 1: there is nothing to change. Add a field, or leave the item out',
		],
		[
			'a conversion month that no year has',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: { ConversionDate: { values: { Month: '13', Year: '2026' } } } },
			'Item 1, Conversion Date, Month “13”: can be at most 12',
		],
		[
			'accounts that are no list',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: { Accounts: '{"Code": "200"}' } },
			'Item 1, Accounts: is an object; a list is needed',
		],
		[
			'a setup of nothing, which could overwrite everything with it',
			'setup',
			'setAccountsAndBalances',
			{ additionalFields: {} },
			'Item 1: there is nothing to change. Add a field, or leave the item out',
		],
		[
			'an expense claim without receipts',
			'expenseClaim',
			'create',
			{ User: byId(ID), Receipts: {} },
			'Item 1: Receipts is missing. Add rows; an expression cannot stand for all of them: for that use Input: JSON',
		],
		[
			'a payment service without a web address',
			'paymentService',
			'create',
			{ PaymentServiceName: 'A', PaymentServiceUrl: 'pay.example.com' },
			'Item 1, Payment URL “pay.example.com”: is not a web address that starts with https://',
		],
	])('%s', async (_what, resource, operation, values, message) => {
		expect(await refusal(resource, operation, values as IDataObject)).toBe(message);
	});
});
