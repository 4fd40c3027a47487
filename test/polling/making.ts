import type { Stage } from './stage';

/** How a record of a kind is made and changed in Xero. */
export interface Making {
	readonly resource: string;
	readonly id: string;
	make(stage: Stage): Promise<string>;
	change(stage: Stage, id: string): Promise<void>;
}

const contact = { Name: 'Ngaio Sports' };

let made = 0;
/** Codes and names that no other record has. */
const next = (): string => `X${(made += 1)}`;
const line = (AccountCode = '200', UnitAmount = 100) => ({
	Description: 'Chairs',
	Quantity: 1,
	UnitAmount,
	AccountCode,
	TaxType: 'NONE',
});

/** Codes of two bank accounts in the organisation's own currency. */
function banks(stage: Stage): [string, string] {
	const codes = stage
		.records('Accounts')
		.filter(
			({ Type, Status, CurrencyCode }) =>
				Type === 'BANK' && Status === 'ACTIVE' && [undefined, 'NZD'].includes(CurrencyCode as string),
		)
		.map(({ Code }) => String(Code));
	return [codes[0]!, codes[1]!];
}

const banked = (Type: string) => ({
	make: async (stage: Stage) =>
		await stage.created('BankTransactions', 'BankTransactionID', {
			Type,
			Contact: contact,
			BankAccount: { Code: banks(stage)[0] },
			LineItems: [Type.endsWith('OVERPAYMENT') ? { Description: 'Too much', LineAmount: 50 } : line()],
		}),
});

/** Money on account is made by a bank transaction, and used by an allocation. */
const onAccount = (resource: string, plural: string, id: string, type: string): Making => ({
	resource,
	id,
	make: async (stage) => {
		const transaction = await banked(type).make(stage);
		const record = stage.records('BankTransactions').find(({ BankTransactionID }) => BankTransactionID === transaction)!;
		return String(record[id]);
	},
	change: async (stage, record) => {
		const InvoiceID = await stage.invoice({ Status: 'AUTHORISED' });
		await stage.call('PUT', `/${plural}/${record}/Allocations`, {
			Allocations: [{ Invoice: { InvoiceID }, Amount: 5, Date: stage.day(0) }],
		});
	},
});

const user = (stage: Stage) => ({ UserID: stage.records('Users')[0]!.UserID });

const receipt = async (stage: Stage): Promise<string> =>
	await stage.created('Receipts', 'ReceiptID', {
		Contact: contact,
		LineItems: [line('400')],
		User: user(stage),
		Date: stage.day(0),
	});

/** A document that is made with a contact and lines, and changed by its reference. */
const document = (resource: string, plural: string, id: string, more: object = {}): Making => ({
	resource,
	id,
	make: async (stage) => await stage.created(plural, id, { Contact: contact, LineItems: [line()], Date: stage.day(0), ...more }),
	change: async (stage, record) =>
		await stage.changed(plural, record, { Contact: contact, Date: stage.day(0), Reference: `Changed ${stage.clock.now()}` }),
});

/** Every kind that can be made and changed by calls, with how. */
export const MAKINGS: readonly Making[] = [
	{
		resource: 'account',
		id: 'AccountID',
		make: async (stage) => {
			const { Accounts } = await stage.call('PUT', '/Accounts', { Code: next(), Name: next(), Type: 'EXPENSE' });
			return String(Accounts![0]!.AccountID);
		},
		change: async (stage, id) => await stage.changed('Accounts', id, { Accounts: [{ AccountID: id, Name: next() }] }),
	},
	{
		resource: 'bankTransaction',
		id: 'BankTransactionID',
		...banked('SPEND'),
		change: async (stage, id) => await stage.changed('BankTransactions', id, { Reference: 'Changed' }),
	},
	{
		resource: 'bankTransfer',
		id: 'BankTransferID',
		make: async (stage) => {
			const [from, to] = banks(stage);
			return await stage.created('BankTransfers', 'BankTransferID', {
				FromBankAccount: { Code: from },
				ToBankAccount: { Code: to },
				Amount: 20,
			});
		},
		change: async (stage, id) => await stage.changed('BankTransfers', id, { Status: 'DELETED' }),
	},
	{
		resource: 'batchPayment',
		id: 'BatchPaymentID',
		make: async (stage) => {
			const InvoiceID = await stage.invoice({ Status: 'AUTHORISED' });
			return await stage.created('BatchPayments', 'BatchPaymentID', {
				Account: { AccountID: stage.records('Accounts').find(({ Code }) => Code === banks(stage)[0])!.AccountID },
				Date: stage.day(0),
				Payments: [{ Invoice: { InvoiceID }, Amount: 10 }],
			});
		},
		change: async (stage, id) => await stage.changed('BatchPayments', id, { Status: 'DELETED' }),
	},
	document('bill', 'Invoices', 'InvoiceID', { Type: 'ACCPAY' }),
	{
		resource: 'contact',
		id: 'ContactID',
		make: async (stage) => await stage.created('Contacts', 'ContactID', { Name: next() }),
		change: async (stage, id) => await stage.changed('Contacts', id, { ContactStatus: 'ARCHIVED' }),
	},
	document('creditNote', 'CreditNotes', 'CreditNoteID', { Type: 'ACCRECCREDIT' }),
	{
		resource: 'expenseClaim',
		id: 'ExpenseClaimID',
		make: async (stage) =>
			await stage.created('ExpenseClaims', 'ExpenseClaimID', {
				User: user(stage),
				Receipts: [{ ReceiptID: await receipt(stage) }],
			}),
		change: async (stage, id) => await stage.changed('ExpenseClaims', id, { Status: 'AUTHORISED' }),
	},
	document('invoice', 'Invoices', 'InvoiceID', { Type: 'ACCREC' }),
	{
		resource: 'item',
		id: 'ItemID',
		make: async (stage) => await stage.created('Items', 'ItemID', { Code: next(), Name: 'Chair' }),
		change: async (stage, id) => await stage.changed('Items', id, { Code: next(), Name: 'Stool' }),
	},
	{
		resource: 'manualJournal',
		id: 'ManualJournalID',
		make: async (stage) =>
			await stage.created('ManualJournals', 'ManualJournalID', {
				Narration: 'Accrual',
				JournalLines: [
					{ LineAmount: 10, AccountCode: '400' },
					{ LineAmount: -10, AccountCode: '404' },
				],
			}),
		change: async (stage, id) => await stage.changed('ManualJournals', id, { Narration: 'Changed' }),
	},
	onAccount('overpayment', 'Overpayments', 'OverpaymentID', 'RECEIVE-OVERPAYMENT'),
	{
		resource: 'payment',
		id: 'PaymentID',
		make: async (stage) => await stage.pay(await stage.invoice({ Status: 'AUTHORISED' })),
		change: async (stage, id) => await stage.changed('Payments', id, { Status: 'DELETED' }),
	},
	onAccount('prepayment', 'Prepayments', 'PrepaymentID', 'RECEIVE-PREPAYMENT'),
	document('purchaseOrder', 'PurchaseOrders', 'PurchaseOrderID'),
	document('quote', 'Quotes', 'QuoteID'),
	{
		resource: 'receipt',
		id: 'ReceiptID',
		make: receipt,
		change: async (stage, id) => await stage.changed('Receipts', id, { Reference: 'Changed' }),
	},
];
