import { type Desk, type Json, sale } from '../desk';
import { attachments, history } from './parts';

type Call = Desk['call'];

/**
 * Quotes, purchase orders, repeating invoices, receipts, expense claims, linked transactions, payment services, reminders. Calls every
 * operation at least once, with good and with bad bodies.
 */
export function documents({ api, call, tenantId }: Desk): void {
	const contact = call('PUT', '/Contacts', { Name: 'Walnut Hall', EmailAddress: 'pia@walnut-hall.example' }).id(
		'Contacts.0.ContactID',
	);
	quotes(call, contact);
	orders(call, contact);
	templates(call, contact);
	const claim = expenses(call, contact);
	api.bookkeeping?.payExpenseClaim(tenantId, claim, { account: '090', date: '2026-03-10', amount: 1, reference: 'Part' });
	call('GET', '/ExpenseClaims');
	call('GET', `/ExpenseClaims/${claim}`);
	linked(call, contact);
	call('GET', '/PaymentServices');
	const service = { PaymentServiceName: 'PayUpNow', PaymentServiceUrl: 'https://payupnow.example/', PayNowText: 'Time To Pay' };
	call('PUT', '/PaymentServices', { PaymentServices: [service] });
	call('PUT', '/PaymentServices', { PaymentServices: [service] });
	call('GET', '/InvoiceReminders/Settings');
}

const pdf = { headers: { accept: 'application/pdf' } };
const line = { Description: 'Chairs', Quantity: 2, UnitAmount: 50.1234, AccountCode: '200', DiscountRate: 10 };
const tagged = { ...line, Tracking: [{ Name: 'Department', Option: 'Sales' }] };

function quotes(call: Call, ContactID: string): void {
	const quote = { Contact: { ContactID }, Date: '2026-03-01', LineItems: [tagged] };
	const full = {
		...quote,
		ExpiryDate: '2026-04-01',
		Title: 'Chairs',
		Summary: 'Two chairs',
		Terms: 'Valid a month',
		Reference: 'R-1',
		LineAmountTypes: 'INCLUSIVE',
		BrandingThemeID: call('GET', '/BrandingThemes').id('BrandingThemes.0.BrandingThemeID'),
		CurrencyCode: 'USD',
	};
	const id = call('PUT', '/Quotes', { Quotes: [full] }).id('Quotes.0.QuoteID');
	call('PUT', '/Quotes', { Quotes: [{ ...quote, Status: 'INVOICED' }] });
	call('PUT', '/Quotes?summarizeErrors=false', { Quotes: [quote, { ...quote, Contact: {} }, { ...quote, CurrencyRate: 2 }] });
	call('POST', '/Quotes?summarizeErrors=false', {
		Quotes: [
			{ ...quote, QuoteNumber: 'W-1' },
			{ ...quote, QuoteID: id, Contact: {} },
		],
	});
	call('POST', '/Quotes', { Quotes: [{ ...quote, QuoteNumber: 'W-1', Status: 'SENT' }] });
	call('POST', `/Quotes/${id}`, { Quotes: [{ ...quote, Reference: 'again' }] });
	call('POST', `/Quotes/${id}`, { Quotes: [{ Date: '2026-03-01', Contact: {} }] });
	call('GET', '/Quotes');
	call('GET', '/Quotes?page=1&Status=DRAFT&order=Date DESC');
	call('GET', '/Quotes?DateFrom=soon');
	call('GET', `/Quotes/${id}`);
	call('GET', `/Quotes/${id}`, undefined, pdf);
	attachments(call, `/Quotes/${id}`);
	history(call, `/Quotes/${id}`);
	call('GET', `/Quotes/${id}`);
}

function orders(call: Call, ContactID: string): void {
	const order = { Contact: { ContactID }, Date: '2026-03-01', LineItems: [{ ...tagged, AccountCode: '429' }] };
	const full = {
		...order,
		PurchaseOrderNumber: 'W-1',
		Reference: 'R-1',
		DeliveryDate: '2026-03-20',
		ExpectedArrivalDate: '2026-03-21',
		DeliveryAddress: '1 Pier Road\nAuckland',
		AttentionTo: 'Pia',
		Telephone: '555 0101',
		DeliveryInstructions: 'Ring twice',
		Status: 'AUTHORISED',
		SentToContact: true,
		BrandingThemeID: call('GET', '/BrandingThemes').id('BrandingThemes.0.BrandingThemeID'),
	};
	const id = call('PUT', '/PurchaseOrders', { PurchaseOrders: [full] }).id('PurchaseOrders.0.PurchaseOrderID');
	call('PUT', '/PurchaseOrders', { PurchaseOrders: [full] });
	call('PUT', '/PurchaseOrders?summarizeErrors=false', { PurchaseOrders: [{ ...order, SentToContact: true }, full] });
	call('POST', '/PurchaseOrders?summarizeErrors=false', { PurchaseOrders: [{ ...full, Reference: 'R-2' }, { LineItems: [] }] });
	call('POST', `/PurchaseOrders/${id}`, { PurchaseOrders: [{ AttentionTo: 'Peter', LineItems: [], Contact: {} }] });
	call('POST', `/PurchaseOrders/${id}`, { PurchaseOrders: [{ Status: 'SUBMITTED' }] });
	call('GET', '/PurchaseOrders');
	call('GET', '/PurchaseOrders?page=1&pageSize=5&Status=AUTHORISED');
	call('GET', '/PurchaseOrders?Status=LOST');
	call('GET', '/PurchaseOrders/W-1');
	call('GET', '/PurchaseOrders/W-1', undefined, pdf);
	call('GET', `/PurchaseOrders/${id}`, undefined, pdf);
	attachments(call, `/PurchaseOrders/${id}`);
	history(call, `/PurchaseOrders/${id}`);
	call('GET', `/PurchaseOrders/${id}`);
}

function templates(call: Call, ContactID: string): void {
	const Schedule = {
		Period: 1,
		Unit: 'MONTHLY',
		DueDate: 10,
		DueDateType: 'OFFOLLOWINGMONTH',
		StartDate: '/Date(1774915200000+0000)/',
	};
	const template = { Type: 'ACCREC', Contact: { ContactID }, Schedule, LineItems: [tagged], Reference: '[Week]' };
	const sent = { ApprovedForSending: true, SendCopy: true, MarkAsSent: true, IncludePDF: true, Status: 'AUTHORISED' };
	const full = { ...template, ...sent, Schedule: { ...Schedule, EndDate: '2027-03-31' } };
	const id = call('PUT', '/RepeatingInvoices', { RepeatingInvoices: [full] }).id('RepeatingInvoices.0.RepeatingInvoiceID');
	call('PUT', '/RepeatingInvoices', { RepeatingInvoices: [{ ...template, Schedule: undefined }] });
	call('PUT', '/RepeatingInvoices?summarizeErrors=false', { RepeatingInvoices: [template, { ...template, Type: undefined }] });
	call('POST', '/RepeatingInvoices', { RepeatingInvoices: [template, { RepeatingInvoiceID: id, Status: 'DRAFT' }] });
	const other = call('POST', '/RepeatingInvoices', { RepeatingInvoices: [template] }).id(
		'RepeatingInvoices.0.RepeatingInvoiceID',
	);
	call('POST', `/RepeatingInvoices/${other}`, { ...template, Status: 'DELETED' });
	call('POST', `/RepeatingInvoices/${other}`, { Status: 'DELETED' });
	call('GET', '/RepeatingInvoices?where=Status=="DRAFT"&order=Total ASC');
	call('GET', `/RepeatingInvoices/${id}`);
	attachments(call, `/RepeatingInvoices/${id}`);
	history(call, `/RepeatingInvoices/${id}`);
	call('GET', `/RepeatingInvoices/${id}`);
}

/** Gives an approved expense claim. */
function expenses(call: Call, ContactID: string): string {
	const User = { UserID: call('GET', '/Users').id('Users.0.UserID') };
	const Lineitems = [{ Description: 'Taxi', Quantity: 2, UnitAmount: 20, AccountCode: '493', TaxType: 'NONE', LineAmount: 40 }];
	const receipt = {
		Contact: { ContactID },
		Lineitems,
		User,
		LineAmountTypes: 'NoTax',
		Status: 'DRAFT',
		Url: 'https://scan.example/1',
	};
	const put = (...Receipts: Json[]) => call('PUT', '/Receipts?unitdp=4', { Receipts });
	const [first, second] = [put(receipt).id('Receipts.0.ReceiptID'), put(receipt).id('Receipts.0.ReceiptID')];
	put({ ...receipt, User: {} });
	call('POST', `/Receipts/${first}`, { Receipts: [{ Lineitems: [], User, Reference: 'Foobar' }] });
	call('POST', `/Receipts/${first}`, { Receipts: [{ Status: 'AUTHORISED' }] });
	call('GET', '/Receipts');
	call('GET', `/Receipts/${first}`);
	attachments(call, `/Receipts/${first}`);
	history(call, `/Receipts/${first}`);
	call('GET', `/Receipts/${first}`);

	const claim = { User, Receipts: [{ ReceiptID: first }] };
	const id = call('PUT', '/ExpenseClaims', { ExpenseClaims: [claim] }).id('ExpenseClaims.0.ExpenseClaimID');
	call('PUT', '/ExpenseClaims', { ExpenseClaims: [claim] });
	const both = [{ ReceiptID: first }, { ReceiptID: second }];
	call('POST', `/ExpenseClaims/${id}`, { ExpenseClaims: [{ Status: 'SUBMITTED', User, Receipts: both }] });
	call('POST', `/ExpenseClaims/${id}`, { ExpenseClaims: [{ Status: 'AUTHORISED' }] });
	call('POST', `/ExpenseClaims/${id}`, { ExpenseClaims: [{ Status: 'PAID' }] });
	call('GET', '/ExpenseClaims?where=Status=="AUTHORISED"');
	call('GET', `/ExpenseClaims/${id}`);
	history(call, `/ExpenseClaims/${id}`);
	return id;
}

function linked(call: Call, ContactID: string): void {
	const bill = call('PUT', '/Invoices', sale({ Type: 'ACCPAY', LineItems: [{ ...line, AccountCode: '429', DiscountRate: 0 }] }));
	const invoice = call('PUT', '/Invoices', sale({ Contact: { ContactID } }));
	const source = {
		SourceTransactionID: bill.id('Invoices.0.InvoiceID'),
		SourceLineItemID: bill.id('Invoices.0.LineItems.0.LineItemID'),
	};
	const target = {
		TargetTransactionID: invoice.id('Invoices.0.InvoiceID'),
		TargetLineItemID: invoice.id('Invoices.0.LineItems.0.LineItemID'),
	};
	const id = call('PUT', '/LinkedTransactions', { LinkedTransactions: [source] }).id('LinkedTransactions.0.LinkedTransactionID');
	call('PUT', '/LinkedTransactions', { ...source, SourceLineItemID: target.TargetLineItemID });
	call('POST', `/LinkedTransactions/${id}`, { LinkedTransactions: [{ ContactID, ...target }] });
	const stranger = call('GET', '/Contacts').id('Contacts.0.ContactID');
	call('POST', `/LinkedTransactions/${id}`, { LinkedTransactions: [{ ContactID: stranger }] });
	call('GET', `/LinkedTransactions?page=1&ContactID=${ContactID}&Status=ONDRAFT`);
	call('GET', `/LinkedTransactions/${id}`);
	call('POST', `/Invoices/${target.TargetTransactionID}`, { Status: 'AUTHORISED' });
	call('DELETE', `/LinkedTransactions/${id}`);
	call('POST', `/Invoices/${target.TargetTransactionID}`, { Status: 'VOIDED' });
	call('DELETE', `/LinkedTransactions/${id}`);
}
