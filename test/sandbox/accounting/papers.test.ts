import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

describe('a payment service', () => {
	const service = { PaymentServiceName: 'PayUpNow', PaymentServiceUrl: 'https://payupnow.example/' };
	const put = (...services: Json[]): Answer => desk.call('PUT', '/PaymentServices', { PaymentServices: services });

	it('joins those of the organisation and can be put on a theme', () => {
		const made = put(service);
		expect(made.at('PaymentServices.0')).toMatchObject({
			...service,
			PaymentServiceType: 'Custom',
			PayNowText: 'Pay by credit card',
		});
		expect((desk.call('GET', '/PaymentServices').at('PaymentServices') as Json[]).map((one) => one.PaymentServiceName)).toEqual([
			'Example Pay',
			'PayUpNow',
		]);
		const theme = desk.call('GET', '/BrandingThemes').id('BrandingThemes.1.BrandingThemeID');
		const body = { PaymentServices: [{ PaymentServiceID: made.id('PaymentServices.0.PaymentServiceID') }] };
		expect(desk.call('POST', `/BrandingThemes/${theme}/PaymentServices`, body).status).toBe(200);
	});

	it('needs a name of its own and an address of the web', () => {
		expect(put({ PaymentServiceUrl: service.PaymentServiceUrl }).sentences()).toEqual([
			'The PaymentServiceName field must be specified.',
		]);
		expect(put({ ...service, PaymentServiceName: 'example pay' }).sentences()).toEqual([
			"A payment service with the name 'example pay' already exists.",
		]);
		expect(put({ ...service, PaymentServiceUrl: 'ftp://pay' }).sentences()).toEqual([
			'The PaymentServiceUrl field must be a valid absolute URL.',
		]);
		expect(put({ PaymentServiceName: 'PayUpNow' }).sentences()).toEqual(['The PaymentServiceUrl field must be specified.']);
	});

	it('is one of at most 15, and a call that goes beyond saves none', () => {
		const many = Array.from({ length: 15 }, (_, at) => ({ ...service, PaymentServiceName: `Pay ${at}` }));
		expect(put(...many).sentences('Elements.14')).toEqual(['A maximum of 15 payment services can be added to an organisation.']);
		expect(desk.api.records(desk.tenantId, 'PaymentServices')).toHaveLength(1);
		expect(put(...many.slice(1)).status).toBe(200);
	});
});

it('says whether customers are reminded', () => {
	expect(desk.call('GET', '/InvoiceReminders/Settings').at('InvoiceReminders')).toEqual([{ Enabled: true }]);
	expect(openDesk('empty').call('GET', '/InvoiceReminders/Settings').at('InvoiceReminders')).toEqual([{ Enabled: false }]);
});

describe('what the lines of papers name', () => {
	const quote = (line: Json): Answer =>
		desk.call('PUT', '/Quotes', { Contact: { Name: 'Walnut Hall' }, LineItems: [{ Description: 'x', UnitAmount: 1, ...line }] });

	it('cannot be deleted until the paper is', () => {
		const account = desk.call('PUT', '/Accounts', { Code: '299', Name: 'Fees', Type: 'REVENUE' }).id('Accounts.0.AccountID');
		const item = desk.call('PUT', '/Items', { Code: 'FEE', Name: 'Fee' }).id('Items.0.ItemID');
		const category = desk.call('GET', '/TrackingCategories').at('TrackingCategories.0') as Json;
		const [option] = category.Options as Json[];
		const options = `/TrackingCategories/${String(category.TrackingCategoryID)}/Options`;
		const added = desk.call('PUT', options, { Name: 'Zone' }).id('Options.0.TrackingOptionID');
		const made = quote({ AccountCode: '299', ItemCode: 'FEE', Tracking: [{ Name: category.Name, Option: 'Zone' }] });
		expect(made.status).toBe(200);
		const remove = (): number[] =>
			[`/Accounts/${account}`, `/Items/${item}`, `${options}/${added}`].map((path) => desk.call('DELETE', path).status);
		expect(option).toBeDefined();
		expect(remove()).toEqual([400, 400, 400]);
		const body = { Contact: { Name: 'Walnut Hall' }, Date: '2026-03-10', Status: 'DELETED' };
		desk.call('POST', `/Quotes/${made.id('Quotes.0.QuoteID')}`, body);
		expect(remove()).toEqual([200, 204, 200]);
	});

	it('keeps its place when its code changes', () => {
		const account = desk.call('PUT', '/Accounts', { Code: '299', Name: 'Fees', Type: 'REVENUE' }).id('Accounts.0.AccountID');
		desk.call('PUT', '/Items', { Code: 'FEE', Name: 'Fee' });
		const made = quote({ AccountCode: '299', ItemCode: 'FEE' });
		desk.call('POST', `/Accounts/${account}`, { Code: '298' });
		desk.call('POST', `/Items/${made.id('Quotes.0.LineItems.0.Item.ItemID')}`, { Code: 'FEE2' });
		const after = desk.call('GET', `/Quotes/${made.id('Quotes.0.QuoteID')}`);
		expect(after.at('Quotes.0.LineItems.0')).toMatchObject({ AccountCode: '298', ItemCode: 'FEE2' });
	});
});

describe('the demo data', () => {
	const counts = (seed: 'demo' | 'small'): Record<string, number> => {
		const { api, tenantId } = openDesk(seed);
		const plurals = ['Quotes', 'PurchaseOrders', 'RepeatingInvoices', 'Receipts', 'ExpenseClaims', 'LinkedTransactions'];
		return Object.fromEntries(plurals.map((plural) => [plural, api.records(tenantId, plural).length]));
	};

	it('has papers of every kind in both sizes', () => {
		expect(counts('small')).toEqual({
			Quotes: 6,
			PurchaseOrders: 6,
			RepeatingInvoices: 2,
			Receipts: 6,
			ExpenseClaims: 2,
			LinkedTransactions: 1,
		});
		expect(counts('demo')).toEqual({
			Quotes: 40,
			PurchaseOrders: 40,
			RepeatingInvoices: 14,
			Receipts: 42,
			ExpenseClaims: 14,
			LinkedTransactions: 7,
		});
	});

	it('shows quotes and purchase orders in every status', () => {
		const states = (plural: string): unknown[] =>
			[...new Set(desk.api.records(desk.tenantId, plural).map((one) => one.Status))].sort();
		expect(states('Quotes')).toEqual(['ACCEPTED', 'DECLINED', 'DELETED', 'DRAFT', 'INVOICED', 'SENT']);
		expect(states('PurchaseOrders')).toEqual(['AUTHORISED', 'BILLED', 'DELETED', 'DRAFT', 'SUBMITTED']);
	});
});
