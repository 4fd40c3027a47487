import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';

/** The lines "From List" shows for a record of Xero's. */
const lines = (search: string, record: IDataObject) => {
	const resource = accounting.resources.find(({ searches = {} }) => search in searches)!;
	return resource.searches![search]!(record);
};

const ID = '5a1d2f30-0c2e-4b7a-9f11-3e8c6d4b2a01';

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

	test('a tax rate with its percentage, said once', () => {
		expect(lines('taxRate', { Name: 'GST on Income', TaxType: 'OUTPUT2', DisplayTaxRate: 15 })).toEqual([
			{ name: 'GST on Income (15%)', value: 'OUTPUT2' },
		]);
		expect(lines('taxRate', { Name: '15% GST on Income', TaxType: 'OUTPUT2', DisplayTaxRate: 15 })).toEqual([
			{ name: '15% GST on Income', value: 'OUTPUT2' },
		]);
		expect(lines('taxRate', { Name: 'City tax', TaxType: 'TAX001', EffectiveRate: 8.875 })).toEqual([
			{ name: 'City tax (8.875%)', value: 'TAX001' },
		]);
		expect(lines('reportTaxType', { Name: 'GST on Income', ReportTaxType: 'OUTPUT', DisplayTaxRate: 15 })).toEqual([
			{ name: 'OUTPUT · like GST on Income (15%)', value: 'OUTPUT' },
		]);
		expect(lines('reportTaxType', { Name: 'Old rate' })).toEqual([]);
	});

	test.each(['DELETED', 'ARCHIVED', 'PENDING'])('no tax rate that is %s, as Xero would refuse it', (Status) => {
		const rate = { Name: 'Old rate', TaxType: 'TAX001', ReportTaxType: 'OUTPUT', EffectiveRate: 5 };
		expect(lines('taxRate', { ...rate, Status: 'ACTIVE' })).toEqual([{ name: 'Old rate (5%)', value: 'TAX001' }]);
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
		expect(lines('invoice', invoice)).toEqual([
			{ name: 'INV-0001 · Ridgeway University · 1,200.00 NZD · Awaiting Payment', value: ID },
		]);
		expect(lines('invoice', { ...invoice, InvoiceNumber: '', Status: 'SUBMITTED' })).toEqual([
			{ name: 'No number · Ridgeway University · 1,200.00 NZD · Awaiting Approval', value: ID },
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
});
