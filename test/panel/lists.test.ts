import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { reports } from '../../nodes/XeroReports/reports';

/** The lines "From List" shows for a record of Xero's. */
const lines = (search: string, record: IDataObject) => {
	const resource = [...accounting.resources, ...reports.resources].find(({ listOptions: searches = {} }) => search in searches)!;
	return resource.listOptions![search]!(record);
};

/** What it shows for the credits of one resource: all that have allocations serve the same list. */
const allocated = (key: string, record: IDataObject) =>
	accounting.resources.find((resource) => resource.key === key)!.listOptions!.allocation!(record);

const ID = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';
const OTHER = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a02';

describe('From List shows records as the screens of Xero do', () => {
	test('an account by code and name, picked by its ID or by its code', () => {
		const sales = { AccountID: ID, Code: '200', Name: 'Sales', Type: 'REVENUE', Status: 'ACTIVE' };
		expect(lines('account', sales)).toEqual([{ name: '200 · Sales', value: ID }]);
		expect(lines('accountCode', sales)).toEqual([{ name: '200 · Sales', value: '200' }]);
	});

	test('an account without a code only where its ID is what counts', () => {
		const bank = { AccountID: ID, Name: 'Everyday', Type: 'BANK', Status: 'ACTIVE' };
		expect(lines('accountCode', bank)).toEqual([]);
		expect(lines('account', bank)).toEqual([{ name: 'Everyday', value: ID }]);
		expect(lines('paymentAccount', bank)).toEqual([{ name: 'Everyday', value: ID }]);
	});

	test('for payments only bank accounts and accounts that take payments', () => {
		const other = { AccountID: ID, Code: '800', Name: 'Accruals', Type: 'CURRLIAB', Status: 'ACTIVE' };
		expect(lines('paymentAccount', { ...other, EnablePaymentsToAccount: false })).toEqual([]);
		expect(lines('paymentAccount', { ...other, EnablePaymentsToAccount: true })).toEqual([{ name: '800 · Accruals', value: ID }]);
	});

	test('for bank transactions and transfers only bank accounts in use', () => {
		const bank = { AccountID: ID, Code: '090', Name: 'Everyday', Type: 'BANK', Status: 'ACTIVE' };
		expect(lines('bankAccount', bank)).toEqual([{ name: '090 · Everyday', value: ID }]);
		expect(lines('bankAccount', { ...bank, Status: 'ARCHIVED' })).toEqual([]);
		expect(lines('bankAccount', { ...bank, Type: 'CURRENT', EnablePaymentsToAccount: true })).toEqual([]);
	});

	test('for stock only inventory accounts, and no archived account where a code is picked', () => {
		const stock = { AccountID: ID, Code: '630', Name: 'Inventory', Type: 'INVENTORY', Status: 'ACTIVE' };
		expect(lines('inventoryAccount', stock)).toEqual([{ name: '630 · Inventory', value: '630' }]);
		expect(lines('inventoryAccount', { ...stock, Type: 'CURRENT' })).toEqual([]);
		expect(lines('accountCode', { ...stock, Status: 'ARCHIVED' })).toEqual([]);
		// An archived account must still be found to be restored.
		expect(lines('account', { ...stock, Status: 'ARCHIVED' })).toEqual([{ name: '630 · Inventory · Archived', value: ID }]);
		expect(lines('activeAccount', { ...stock, Status: 'ARCHIVED' })).toEqual([]);
		expect(lines('activeAccount', stock)).toEqual([{ name: '630 · Inventory', value: ID }]);
	});

	test('a tax rate with its percentage, said once, and its code', () => {
		expect(lines('taxRate', { Name: 'GST on Income', TaxType: 'OUTPUT2', DisplayTaxRate: 15 })).toEqual([
			{ name: 'GST on Income (15%) · OUTPUT2', value: 'OUTPUT2' },
		]);
		expect(lines('taxRate', { Name: '15% GST on Income', TaxType: 'OUTPUT2', DisplayTaxRate: 15 })).toEqual([
			{ name: '15% GST on Income · OUTPUT2', value: 'OUTPUT2' },
		]);
		expect(lines('taxRate', { Name: 'City tax', TaxType: 'TAX001', EffectiveRate: 8.875 })).toEqual([
			{ name: 'City tax (8.875%) · TAX001', value: 'TAX001' },
		]);
		expect(lines('reportTaxType', { Name: 'GST on Income', ReportTaxType: 'OUTPUT', DisplayTaxRate: 15 })).toEqual([
			{ name: 'OUTPUT · like GST on Income (15%)', value: 'OUTPUT' },
		]);
		expect(lines('reportTaxType', { Name: 'Old rate' })).toEqual([]);
	});

	test.each(['DELETED', 'ARCHIVED', 'PENDING'])('no tax rate that is %s, as Xero would refuse it', (Status) => {
		const rate = { Name: 'Old rate', TaxType: 'TAX001', ReportTaxType: 'OUTPUT', EffectiveRate: 5 };
		expect(lines('taxRate', { ...rate, Status: 'ACTIVE' })).toEqual([{ name: 'Old rate (5%) · TAX001', value: 'TAX001' }]);
		expect(lines('taxRate', { ...rate, Status })).toEqual([]);
		expect(lines('reportTaxType', { ...rate, Status })).toEqual([]);
	});

	test('no contact that is archived or forgotten, no contact group that is deleted', () => {
		const contact = { ContactID: ID, Name: 'Hill Street Books' };
		expect(lines('contact', { ...contact, ContactStatus: 'ACTIVE' })).toEqual([{ name: 'Hill Street Books', value: ID }]);
		expect(lines('contact', { ...contact, ContactStatus: 'ARCHIVED' })).toEqual([]);
		expect(lines('contact', { ...contact, ContactStatus: 'GDPRREQUEST' })).toEqual([]);
		expect(lines('contactGroup', { ContactGroupID: ID, Name: 'Suppliers', Status: 'DELETED' })).toEqual([]);
	});

	test('no tracking option that is out of use, and none of a category that is', () => {
		const category = (Status: string) => ({
			TrackingCategoryID: ID,
			Name: 'Region',
			Status,
			Options: [
				{ TrackingOptionID: 'a', Name: 'North', Status: 'ACTIVE' },
				{ TrackingOptionID: 'b', Name: 'South', Status: 'ARCHIVED' },
				{ TrackingOptionID: 'c', Name: 'East', Status: 'DELETED' },
			],
		});
		expect(lines('trackingOption', category('ACTIVE'))).toEqual([{ name: 'Region: North', value: `${ID}/a` }]);
		expect(lines('trackingOption', category('ARCHIVED'))).toEqual([]);
	});

	test('for a payment or an allocation no invoice that is a draft, paid or voided', () => {
		const owed = { InvoiceID: ID, InvoiceNumber: 'INV-1', Status: 'AUTHORISED', Total: 10, AmountDue: 4 };
		expect(lines('unpaidInvoice', owed)).toEqual([{ name: 'INV-1 · 10.00 · Awaiting Payment', value: ID }]);
		for (const Status of ['DRAFT', 'SUBMITTED', 'PAID', 'VOIDED', 'DELETED'])
			expect(lines('unpaidInvoice', { ...owed, Status })).toEqual([]);
		expect(lines('unpaidInvoice', { ...owed, AmountDue: 0 })).toEqual([]);
	});

	test('a deleted payment marked as such', () => {
		expect(lines('payment', { PaymentID: ID, Date: '2026-04-20', Amount: 5, Status: 'DELETED' })).toEqual([
			{ name: '2026-04-20 · 5.00 · Deleted', value: ID },
		]);
	});

	test('a contact with its email where it has one', () => {
		expect(lines('contact', { ContactID: ID, Name: 'Ridgeway University', EmailAddress: 'accounts@example.com' })).toEqual([
			{ name: 'Ridgeway University · accounts@example.com', value: ID },
		]);
		expect(lines('contact', { ContactID: ID, Name: 'Hill Street Books', EmailAddress: '' })).toEqual([
			{ name: 'Hill Street Books', value: ID },
		]);
	});

	test('an invoice with number, contact, total and status', () => {
		const invoice = {
			InvoiceID: ID,
			InvoiceNumber: 'INV-0001',
			Contact: { Name: 'Ridgeway University' },
			Total: 1200,
			CurrencyCode: 'NZD',
			Status: 'AUTHORISED',
		};
		expect(lines('invoiceOrBill', invoice)).toEqual([
			{ name: 'INV-0001 · Ridgeway University · 1,200.00 NZD · Awaiting Payment', value: ID },
		]);
		expect(lines('invoiceOrBill', { ...invoice, InvoiceNumber: '', Status: 'SUBMITTED' })).toEqual([
			{ name: 'No number · Ridgeway University · 1,200.00 NZD · Awaiting Approval', value: ID },
		]);
	});

	test('a bill where bills are asked for, a sales invoice where those are', () => {
		const bill = { InvoiceID: ID, InvoiceNumber: '4711', Type: 'ACCPAY', Total: 5, CurrencyCode: 'NZD', Status: 'PAID' };
		expect(lines('bill', bill)).toEqual([{ name: '4711 · 5.00 NZD · Paid', value: ID }]);
		expect(lines('invoice', bill)).toEqual([]);
		expect(lines('invoiceOrBill', bill)).toEqual([{ name: '4711 · 5.00 NZD · Paid', value: ID }]);
		expect(lines('bill', { ...bill, Type: 'ACCREC' })).toEqual([]);
		expect(lines('invoice', { ...bill, Type: 'ACCREC' })).toEqual([{ name: '4711 · 5.00 NZD · Paid', value: ID }]);
	});

	test('a credit note, a purchase order and a quote with number, contact, total and status', () => {
		const document = { Contact: { Name: 'Ridgeway University' }, Total: 1200, CurrencyCode: 'NZD' };
		const said = 'Ridgeway University · 1,200.00 NZD';
		expect(lines('creditNote', { ...document, CreditNoteID: ID, CreditNoteNumber: 'CN-0001', Status: 'AUTHORISED' })).toEqual([
			{ name: `CN-0001 · ${said} · Awaiting Payment`, value: ID },
		]);
		expect(
			lines('purchaseOrder', { ...document, PurchaseOrderID: ID, PurchaseOrderNumber: 'PO-0001', Status: 'AUTHORISED' }),
		).toEqual([{ name: `PO-0001 · ${said} · Approved`, value: ID }]);
		expect(lines('quote', { ...document, QuoteID: ID, QuoteNumber: 'QU-0001', Status: 'SENT' })).toEqual([
			{ name: `QU-0001 · ${said} · Sent`, value: ID },
		]);
	});

	test('the allocations of a credit note, each with its invoice, amount and day', () => {
		const note = {
			CreditNoteID: OTHER,
			CreditNoteNumber: 'CN-0001',
			Allocations: [
				{ AllocationID: ID, Amount: 40, Date: '2026-04-20', Invoice: { InvoiceNumber: 'INV-0001' } },
				{ Amount: 2, Date: '2026-04-21', Invoice: { InvoiceNumber: 'INV-0002' } },
			],
		};
		// What has no ID cannot be removed.
		expect(allocated('creditNote', note)).toEqual([{ name: 'CN-0001 · INV-0001 · 40.00 · 2026-04-20', value: ID }]);
		expect(allocated('creditNote', { CreditNoteID: OTHER })).toEqual([]);
		expect(allocated('creditNote', { ...note, CreditNoteNumber: '', Contact: { Name: 'Hill Street Books' } })).toEqual([
			{ name: 'Hill Street Books · INV-0001 · 40.00 · 2026-04-20', value: ID },
		]);
	});

	test('a repeating invoice with contact, total, rhythm and next day', () => {
		const repeating = {
			RepeatingInvoiceID: ID,
			Contact: { Name: 'Ridgeway University' },
			Reference: 'Flat 7',
			Total: 575,
			CurrencyCode: 'NZD',
			Status: 'AUTHORISED',
			Schedule: { Period: 1, Unit: 'MONTHLY', NextScheduledDate: '2026-05-01' },
		};
		expect(lines('repeatingInvoice', repeating)).toEqual([
			{ name: 'Ridgeway University · Flat 7 · 575.00 NZD · Monthly · next 2026-05-01 · Approved', value: ID },
		]);
		expect(
			lines('repeatingInvoice', { ...repeating, Reference: '', Status: 'DRAFT', Schedule: { Period: 2, Unit: 'WEEKLY' } }),
		).toEqual([{ name: 'Ridgeway University · 575.00 NZD · Every 2 weeks · Draft', value: ID }]);
	});

	test('a linked transaction with status, source and day, and the beginning of its ID', () => {
		const linked = { LinkedTransactionID: ID, Status: 'ONDRAFT', UpdatedDateUTC: '2026-04-20T09:00:00.000Z' };
		expect(lines('linkedTransaction', { ...linked, SourceTransactionTypeCode: 'ACCPAY' })).toEqual([
			{ name: 'On Draft Invoice · Bill · 2026-04-20 · 5a1d2f30', value: ID },
		]);
		expect(lines('linkedTransaction', { ...linked, SourceTransactionTypeCode: 'SPEND' })).toEqual([
			{ name: 'On Draft Invoice · Spend Money · 2026-04-20 · 5a1d2f30', value: ID },
		]);
	});

	test('a payment with date, invoice and amount', () => {
		expect(
			lines('payment', {
				PaymentID: ID,
				Date: '2026-04-20',
				Invoice: { InvoiceNumber: 'INV-0001' },
				Amount: 115.5,
				Reference: 'DD',
			}),
		).toEqual([{ name: '2026-04-20 · INV-0001 · 115.50 · DD', value: ID }]);
	});

	test('an item by code and name, picked by its ID or by its code', () => {
		const item = { ItemID: ID, Code: 'GB1-White', Name: 'Golf balls' };
		expect(lines('item', item)).toEqual([{ name: 'GB1-White · Golf balls', value: ID }]);
		expect(lines('itemCode', { ...item, Name: '' })).toEqual([{ name: 'GB1-White', value: 'GB1-White' }]);
	});

	test('the options of a tracking category with their category', () => {
		const category = {
			TrackingCategoryID: ID,
			Name: 'Region',
			Options: [
				{ TrackingOptionID: 'a', Name: 'North' },
				{ TrackingOptionID: 'b', Name: 'South' },
			],
		};
		expect(lines('trackingOption', category)).toEqual([
			{ name: 'Region: North', value: `${ID}/a` },
			{ name: 'Region: South', value: `${ID}/b` },
		]);
		expect(lines('trackingCategory', category)).toEqual([{ name: 'Region', value: ID }]);
		expect(lines('trackingOption', { TrackingCategoryID: ID, Name: 'Empty' })).toEqual([]);
	});

	test('currencies, branding themes, contact groups and users by name', () => {
		expect(lines('currency', { Code: 'NZD', Description: 'New Zealand Dollar' })).toEqual([
			{ name: 'NZD · New Zealand Dollar', value: 'NZD' },
		]);
		expect(lines('brandingTheme', { BrandingThemeID: ID, Name: 'Standard' })).toEqual([{ name: 'Standard', value: ID }]);
		expect(lines('contactGroup', { ContactGroupID: ID, Name: 'Suppliers' })).toEqual([{ name: 'Suppliers', value: ID }]);
		expect(lines('user', { UserID: ID, FirstName: 'Robin', LastName: 'Example', EmailAddress: 'robin@example.com' })).toEqual([
			{ name: 'Robin Example · robin@example.com', value: ID },
		]);
		expect(lines('user', { UserID: ID, FirstName: '', EmailAddress: 'robin@example.com' })).toEqual([
			{ name: 'robin@example.com', value: ID },
		]);
	});

	test('a bank transaction with date, kind, contact and amount, and what became of it', () => {
		const spent = {
			BankTransactionID: ID,
			Date: '2026-03-31',
			Type: 'SPEND',
			Contact: { Name: 'Hill Street Garage' },
			Total: 80.5,
			CurrencyCode: 'NZD',
			Reference: 'Card 12',
			Status: 'AUTHORISED',
		};
		expect(lines('bankTransaction', spent)).toEqual([
			{ name: '2026-03-31 · Spend Money · Hill Street Garage · 80.50 NZD · Card 12', value: ID },
		]);
		expect(
			lines('bankTransaction', { ...spent, Type: 'RECEIVE-TRANSFER', Contact: undefined, Reference: '', Status: 'DELETED' }),
		).toEqual([{ name: '2026-03-31 · Transfer In · 80.50 NZD · Deleted', value: ID }]);
	});

	test('a bank transfer with its two accounts', () => {
		const transfer = {
			BankTransferID: ID,
			Date: '2026-03-31',
			FromBankAccount: { Name: 'Everyday' },
			ToBankAccount: { Name: 'Savings' },
			Amount: 500,
			Reference: 'Tax',
			Status: 'AUTHORISED',
		};
		expect(lines('bankTransfer', transfer)).toEqual([{ name: '2026-03-31 · Everyday → Savings · 500.00 · Tax', value: ID }]);
		expect(lines('bankTransfer', { ...transfer, Reference: undefined, Status: 'DELETED' })).toEqual([
			{ name: '2026-03-31 · Everyday → Savings · 500.00 · Deleted', value: ID },
		]);
	});

	test('a batch payment with what it pays and its total', () => {
		const batch = { BatchPaymentID: ID, Date: '2026-04-20', Type: 'PAYBATCH', TotalAmount: 1135, Reference: 'Run 4' };
		expect(lines('batchPayment', { ...batch, Status: 'AUTHORISED' })).toEqual([
			{ name: '2026-04-20 · Bill Payments · 1,135.00 · Run 4', value: ID },
		]);
		expect(lines('batchPayment', { ...batch, Type: 'RECBATCH', Status: 'DELETED' })).toEqual([
			{ name: '2026-04-20 · Sales Invoice Payments · 1,135.00 · Run 4 · Deleted', value: ID },
		]);
	});

	test('a manual journal with date, narration and status', () => {
		expect(lines('manualJournal', { ManualJournalID: ID, Date: '2026-03-31', Narration: 'Accrual', Status: 'POSTED' })).toEqual([
			{ name: '2026-03-31 · Accrual · Posted', value: ID },
		]);
	});

	test('an overpayment or prepayment with what is left of it, and its allocations with their invoices', () => {
		const credit = {
			OverpaymentID: ID,
			PrepaymentID: ID,
			Date: '2026-03-31',
			Contact: { Name: 'Ridgeway University' },
			Total: 500,
			RemainingCredit: 120.5,
			CurrencyCode: 'NZD',
			Status: 'AUTHORISED',
			Allocations: [{ AllocationID: 'a', Amount: 379.5, Date: '2026-04-20', Invoice: { InvoiceNumber: 'INV-0001' } }],
		};
		expect(lines('overpayment', credit)).toEqual([
			{ name: '2026-03-31 · Ridgeway University · 500.00 NZD · 120.50 left', value: ID },
		]);
		expect(lines('prepayment', { ...credit, InvoiceNumber: 'PRE-1', Status: 'PAID' })).toEqual([
			{ name: '2026-03-31 · Ridgeway University · PRE-1 · 500.00 NZD · Paid', value: ID },
		]);
		expect(allocated('overpayment', credit)).toEqual([
			{ name: 'Ridgeway University · INV-0001 · 379.50 · 2026-04-20', value: 'a' },
		]);
		expect(allocated('prepayment', { ...credit, InvoiceNumber: 'PRE-1' })).toEqual([
			{ name: 'PRE-1 · INV-0001 · 379.50 · 2026-04-20', value: 'a' },
		]);
	});

	test('a budget by its description, or by what it is for', () => {
		expect(lines('budget', { BudgetID: ID, Type: 'OVERALL', Description: '' })).toEqual([{ name: 'Overall Budget', value: ID }]);
		expect(
			lines('budget', {
				BudgetID: ID,
				Type: 'TRACKING',
				Description: 'Plan 2026',
				Tracking: [{ Name: 'Region', Option: 'North' }],
			}),
		).toEqual([{ name: 'Plan 2026 · Region: North', value: ID }]);
	});
	test('a receipt by date, contact and total; for a claim only those that are in none yet', () => {
		const receipt = {
			ReceiptID: ID,
			Date: '2026-03-12',
			Contact: { Name: 'Hill Street Books' },
			Reference: 'Maps',
			Total: 18,
			Status: 'DRAFT',
		};
		const [line] = [{ name: '2026-03-12 · Hill Street Books · Maps · 18.00 · Draft', value: ID }];
		expect(lines('receipt', receipt)).toEqual([line]);
		expect(lines('draftReceipt', receipt)).toEqual([line]);
		expect(lines('draftReceipt', { ...receipt, Status: 'SUBMITTED' })).toEqual([]);
		expect(lines('receipt', { ...receipt, Reference: '', Status: 'SUBMITTED' })).toEqual([
			{ name: '2026-03-12 · Hill Street Books · 18.00 · Awaiting Approval', value: ID },
		]);
	});

	test('an expense claim by date, person, total and status', () => {
		const claim = { ExpenseClaimID: ID, ReportingDate: '2026-03-31', Total: 40, Status: 'AUTHORISED' };
		expect(lines('expenseClaim', { ...claim, User: { FirstName: 'Robin ', LastName: 'Example' } })).toEqual([
			{ name: '2026-03-31 · Robin Example · 40.00 · Awaiting Payment', value: ID },
		]);
		expect(lines('expenseClaim', { ...claim, User: { EmailAddress: 'robin@example.com' } })).toEqual([
			{ name: '2026-03-31 · robin@example.com · 40.00 · Awaiting Payment', value: ID },
		]);
		expect(lines('expenseClaim', { ...claim, Status: 'PAID' })).toEqual([{ name: '2026-03-31 · 40.00 · Paid', value: ID }]);
	});

	test('a published report by name and date, a payment service by name', () => {
		expect(
			lines('report', { ReportID: ID, ReportName: 'GST Report', ReportTitle: 'GST Report', ReportDate: '31 March 2026' }),
		).toEqual([{ name: 'GST Report · 31 March 2026', value: ID }]);
		expect(lines('report', { ReportID: ID, ReportName: 'BAS', ReportTitle: 'Activity Statement' })).toEqual([
			{ name: 'BAS · Activity Statement', value: ID },
		]);
		expect(lines('paymentService', { PaymentServiceID: ID, PaymentServiceName: 'Pay by phone' })).toEqual([
			{ name: 'Pay by phone', value: ID },
		]);
	});
});
