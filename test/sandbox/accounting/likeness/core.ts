import { type Desk, type Json, sale } from '../desk';
import { attachments, history } from './parts';

/** Calls every operation at least once, with good and with bad bodies. */
export function core({ call }: Desk): void {
	const organisation = call('GET', '/Organisation').id('Organisations.0.OrganisationID');
	call('GET', '/Organisation/Actions');
	call('GET', `/Organisation/${organisation}/CISSettings`);
	call('GET', '/Users');
	call('GET', `/Users/${call('GET', '/Users').id('Users.0.UserID')}`);
	call('GET', '/Currencies');
	call('PUT', '/Currencies', { Code: 'CAD' });
	call('PUT', '/Currencies', { Code: 'XXX' });
	const theme = call('GET', '/BrandingThemes').id('BrandingThemes.0.BrandingThemeID');
	call('GET', `/BrandingThemes/${theme}`);
	const service = call('GET', `/BrandingThemes/${theme}/PaymentServices`).id('PaymentServices.0.PaymentServiceID');
	call('POST', `/BrandingThemes/${theme}/PaymentServices`, { PaymentServices: [{ PaymentServiceID: service }] });

	call('GET', '/TaxRates');
	call('GET', '/TaxRates/OUTPUT2');
	const levy = { Name: 'Levy', ReportTaxType: 'INPUT', TaxComponents: [{ Name: 'Levy', Rate: 2.25 }] };
	const tax = call('PUT', '/TaxRates', { TaxRates: [levy] }).id('TaxRates.0.TaxType');
	call('PUT', '/TaxRates', { TaxRates: [levy] });
	call('POST', '/TaxRates', { TaxRates: [{ TaxType: tax, Status: 'DELETED' }] });

	call('GET', '/TrackingCategories');
	const [region = ''] = (call('GET', '/TrackingCategories').at('TrackingCategories') as Json[]).map((one) =>
		String(one.TrackingCategoryID),
	);
	call('GET', `/TrackingCategories/${region}`);
	call('POST', `/TrackingCategories/${region}`, { Status: 'ARCHIVED' });
	const category = call('PUT', '/TrackingCategories', { Name: 'Project' }).id('TrackingCategories.0.TrackingCategoryID');
	const option = call('PUT', `/TrackingCategories/${category}/Options`, { Name: 'Alpha' }).id('Options.0.TrackingOptionID');
	call('POST', `/TrackingCategories/${category}/Options/${option}`, { Name: 'Beta' });
	call('DELETE', `/TrackingCategories/${category}/Options/${option}`);
	call('DELETE', `/TrackingCategories/${category}`);

	call('GET', '/Accounts');
	const account = call('PUT', '/Accounts', { Code: '495', Name: 'Uniforms', Type: 'EXPENSE' }).id('Accounts.0.AccountID');
	call('PUT', '/Accounts', { Code: '495', Name: 'Uniforms', Type: 'EXPENSE' });
	call('GET', `/Accounts/${account}`);
	call('POST', `/Accounts/${account}`, { Accounts: [{ Name: 'Work clothes' }] });
	attachments(call, `/Accounts/${account}`);
	call('DELETE', `/Accounts/${account}`);

	call('GET', '/Contacts');
	call('GET', '/Contacts?page=1');
	call('GET', '/Contacts?summaryOnly=true');
	const contact = call('PUT', '/Contacts', { Contacts: [fullContact] }).id('Contacts.0.ContactID');
	call('PUT', '/Contacts', { Contacts: [fullContact] });
	call('PUT', '/Contacts?summarizeErrors=false', { Contacts: [fullContact, { Name: 'Second Hall' }] });
	call('POST', '/Contacts?summarizeErrors=false', { Contacts: [{ Name: 'Walnut Hall', FirstName: 'Hana' }, {}] });
	call('GET', `/Contacts/${contact}`);
	call('GET', '/Contacts/W-1');
	call('POST', `/Contacts/${contact}`, { Contacts: [{ LastName: 'Larkhill' }] });
	call('GET', `/Contacts/${contact}/CISSettings`);
	history(call, `/Contacts/${contact}`);
	attachments(call, `/Contacts/${contact}`);
	call('GET', `/Contacts/${contact}`);

	call('GET', '/ContactGroups');
	const group = call('PUT', '/ContactGroups', { ContactGroups: [{ Name: 'Halls' }] }).id('ContactGroups.0.ContactGroupID');
	call('PUT', '/ContactGroups', { ContactGroups: [{ Name: 'Halls' }] });
	call('PUT', `/ContactGroups/${group}/Contacts`, { Contacts: [{ ContactID: contact }] });
	call('GET', `/ContactGroups/${group}`);
	call('POST', `/ContactGroups/${group}`, { ContactGroups: [{ Name: 'Big halls' }] });
	call('DELETE', `/ContactGroups/${group}/Contacts/${contact}`);
	call('DELETE', `/ContactGroups/${group}/Contacts`);

	call('GET', '/Items');
	const item = call('PUT', '/Items', {
		Items: [{ Code: 'LAMP', Name: 'Lamp', SalesDetails: { UnitPrice: 12.5, AccountCode: '200' } }],
	}).id('Items.0.ItemID');
	call('PUT', '/Items?summarizeErrors=false', { Items: [{ Code: 'LAMP' }, { Code: 'CLOCK' }] });
	call('POST', '/Items', { Items: [{ Code: 'LAMP', Description: 'A lamp' }] });
	call('GET', `/Items/${item}`);
	call('POST', `/Items/${item}`, { Items: [{ Name: 'Big lamp' }] });
	history(call, `/Items/${item}`);

	call('GET', '/Invoices');
	call('GET', '/Invoices?page=1');
	call('GET', '/Invoices?summaryOnly=true');
	const line = {
		Description: 'Lamp',
		Quantity: 2,
		ItemCode: 'LAMP',
		DiscountRate: 10,
		Tracking: [{ Name: 'Department', Option: 'Sales' }],
	};
	const invoice = call('PUT', '/Invoices', { Invoices: [sale({ Status: 'AUTHORISED', LineItems: [line] })] }).id(
		'Invoices.0.InvoiceID',
	);
	call('PUT', '/Invoices', { Invoices: [sale({ LineItems: [{ Description: 'x', AccountCode: '999', UnitAmount: 1 }] })] });
	call('PUT', '/Invoices?summarizeErrors=false', { Invoices: [sale({ CurrencyRate: 2 }), sale({ Contact: {} }), sale()] });
	call('POST', '/Invoices', { Invoices: [sale({ InvoiceNumber: 'W-1', ExpectedPaymentDate: '2026-03-20' })] });
	const draft = call('POST', '/Invoices', {
		Invoices: [sale({ InvoiceNumber: 'W-2', Type: 'ACCPAY', PlannedPaymentDate: '2026-03-20' })],
	});
	call('POST', `/Invoices/${draft.id('Invoices.0.InvoiceID')}`, { Invoices: [{ Status: 'DELETED' }] });
	call('GET', `/Invoices/${invoice}`, undefined, { headers: { accept: 'application/pdf' } });
	call('GET', `/Invoices/${invoice}/OnlineInvoice`);
	call('POST', `/Invoices/${invoice}/Email`, {});
	history(call, `/Invoices/${invoice}`);
	attachments(call, `/Invoices/${invoice}`);

	const paid = { Invoice: { InvoiceID: invoice }, Account: { Code: '090' }, Date: '2026-03-05', Amount: 5 };
	call('GET', '/Payments');
	call('GET', '/Payments?page=1');
	const payment = call('POST', '/Payments', paid).id('Payments.0.PaymentID');
	call('PUT', '/Payments?summarizeErrors=false', { Payments: [paid, { ...paid, Amount: 5000 }] });
	call('PUT', '/Payments', { Payments: [{ ...paid, Amount: 5000 }] });
	call('GET', `/Payments/${payment}`);
	history(call, `/Payments/${payment}`);
	call('POST', `/Payments/${payment}`, { Status: 'DELETED' });
	call('GET', `/Invoices/${invoice}`);
	call('DELETE', `/Items/${call('POST', '/Items', { Code: 'GONE' }).id('Items.0.ItemID')}`);
	call('DELETE', `/Items/${item}`);
}

const fullContact = {
	Name: 'Walnut Hall',
	ContactNumber: 'W-1',
	AccountNumber: 'A-1',
	FirstName: 'Pia',
	LastName: 'Birchwell',
	CompanyNumber: '123',
	EmailAddress: 'pia@walnut-hall.example',
	BankAccountDetails: '00-0000-0000009-00',
	TaxNumber: '99-1',
	AccountsReceivableTaxType: 'OUTPUT2',
	AccountsPayableTaxType: 'INPUT2',
	DefaultCurrency: 'NZD',
	SalesDefaultAccountCode: '200',
	PurchasesDefaultAccountCode: '429',
	SalesDefaultLineAmountType: 'EXCLUSIVE',
	Addresses: [{ AddressType: 'STREET', AddressLine1: '1 Pier Road', City: 'Auckland', Country: 'Nowhere' }],
	Phones: [{ PhoneType: 'MOBILE', PhoneNumber: '555 0101' }],
	ContactPersons: [{ FirstName: 'Oren', LastName: 'Mistral', EmailAddress: 'oren@walnut-hall.example', IncludeInEmails: true }],
	SalesTrackingCategories: [{ TrackingCategoryName: 'Department', TrackingOptionName: 'Sales' }],
	PaymentTerms: { Bills: { Day: 15, Type: 'OFCURRENTMONTH' }, Sales: { Day: 10, Type: 'DAYSAFTERBILLMONTH' } },
	BatchPayments: { BankAccountNumber: '00-0000-0000009-00', BankAccountName: 'Walnut', Details: 'Hall' },
};
