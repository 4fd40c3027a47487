import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const get = (url: string): Answer => desk.call('GET', url);
const put = (url: string, body: Json): Answer => desk.call('PUT', url, body);
const post = (url: string, body: Json): Answer => desk.call('POST', url, body);
const byCode = (code: string): Json => get(`/Accounts?where=${encodeURIComponent(`Code=="${code}"`)}`).at('Accounts.0') as Json;

describe('the organisation', () => {
	it('says who and where it is', () => {
		expect(get('/Organisation').at('Organisations.0')).toMatchObject({
			OrganisationID: desk.tenantId,
			Name: 'Kererū Trading (Demo)',
			Version: 'NZ',
			BaseCurrency: 'NZD',
			CountryCode: 'NZ',
			IsDemoCompany: true,
			Timezone: 'NEWZEALANDSTANDARDTIME',
			FinancialYearEndDay: 31,
			FinancialYearEndMonth: 3,
			EndOfYearLockDate: '/Date(1711843200000+0000)/',
			ShortCode: '!kRu7d',
		});
		expect(get('/Organisation/Actions').at('Actions')).toContainEqual({ Name: 'CreateApprovedInvoice', Status: 'ALLOWED' });
		expect(get('/Organisation/11111111-1111-4111-8111-111111111111/CISSettings').status).toBe(404);
	});
});

describe('accounts', () => {
	it('start with the tax of their class', () => {
		expect(put('/Accounts', { Code: '495', Name: 'Uniforms', Type: 'EXPENSE' }).at('Accounts.0')).toMatchObject({
			Code: '495',
			Status: 'ACTIVE',
			Class: 'EXPENSE',
			TaxType: 'INPUT2',
			EnablePaymentsToAccount: false,
			ShowInExpenseClaims: false,
		});
		expect(put('/Accounts', { Code: '205', Name: 'Lessons', Type: 'SALES' }).at('Accounts.0')).toMatchObject({
			Class: 'REVENUE',
			TaxType: 'OUTPUT2',
		});
		expect(put('/Accounts', { Code: '725', Name: 'Tools', Type: 'FIXED' }).at('Accounts.0')).toMatchObject({
			Class: 'ASSET',
			TaxType: 'NONE',
		});
	});

	it('need a type, a unique name, and a unique code unless they are bank accounts', () => {
		expect(put('/Accounts', { Code: '200', Name: 'Sales', Type: 'REVENUE' }).sentences()).toEqual([
			'Please enter a unique Name.',
			'Please enter a unique Code.',
		]);
		expect(put('/Accounts', { Name: 'Uniforms' }).sentences()).toContain('The Type field must be specified.');
		expect(put('/Accounts', { Name: 'Uniforms', Type: 'EXPENSE' }).sentences()).toEqual(['The Code field must be specified.']);
		expect(put('/Accounts', { Code: '12345678901', Name: 'x', Type: 'EXPENSE' }).sentences()).toEqual([
			'The Code field must be no more than 10 characters long.',
		]);
		expect(put('/Accounts', { Code: '495', Name: 'x', Type: 'EXPENSE', TaxType: 'OUTPUT2' }).sentences()).toEqual([
			"The TaxType code 'OUTPUT2' cannot be used with account type 'EXPENSE'.",
		]);
	});

	it('of a bank need a number and take a currency of the organisation', () => {
		const bank = { Name: 'Till', Type: 'BANK' };
		expect(put('/Accounts', bank).sentences()).toEqual(['The BankAccountNumber field must be specified for a bank account.']);
		expect(put('/Accounts', { ...bank, BankAccountNumber: '00-1' }).at('Accounts.0')).toMatchObject({
			BankAccountType: 'BANK',
			CurrencyCode: 'NZD',
		});
		expect(put('/Accounts', { ...bank, Name: 'Yen', BankAccountNumber: '00-2', CurrencyCode: 'JPY' }).sentences()).toEqual([
			'Organisation is not subscribed to currency JPY',
		]);
		expect(put('/Accounts', { ...bank, Name: 'Wallet', BankAccountType: 'PAYPAL' }).status).toBe(200);
	});

	it('are updated one at a time, archived in a request of their own, and then refused on documents', () => {
		const id = put('/Accounts', { Code: '495', Name: 'Uniforms', Type: 'EXPENSE' }).id('Accounts.0.AccountID');
		expect(post(`/Accounts/${id}`, { Accounts: [{ Name: 'Work clothes' }] }).at('Accounts.0')).toMatchObject({
			Name: 'Work clothes',
			Code: '495',
		});
		expect(post(`/Accounts/${id}`, { Accounts: [{ Name: 'a' }, { Name: 'b' }] }).at('Message')).toBe(
			'Only one Account can be sent in this request',
		);
		expect(post(`/Accounts/${id}`, { Name: 'x', Status: 'ARCHIVED' }).sentences()).toEqual([
			'The Status field must be the only one sent to archive an account.',
		]);
		expect(post(`/Accounts/${id}`, { AccountID: id, Status: 'ARCHIVED' }).at('Accounts.0.Status')).toBe('ARCHIVED');
		const bill = sale({ Type: 'ACCPAY', LineItems: [{ Description: 'x', UnitAmount: 1, AccountCode: '495' }] });
		expect(put('/Invoices', bill).sentences()).toEqual(["Account code '495' is not a valid code for this document."]);
		expect(post(`/Accounts/${id}`, { Status: 'ACTIVE' }).at('Accounts.0.Status')).toBe('ACTIVE');
	});

	it('are deleted when nothing uses them and Xero does not need them', () => {
		const id = put('/Accounts', { Code: '495', Name: 'Uniforms', Type: 'EXPENSE' }).id('Accounts.0.AccountID');
		expect(desk.call('DELETE', `/Accounts/${id}`).at('Accounts.0')).toMatchObject({ AccountID: id, Status: 'DELETED' });
		expect(get(`/Accounts/${id}`).status).toBe(404);
		const remove = (code: string) => desk.call('DELETE', `/Accounts/${String(byCode(code).AccountID)}`).sentences();
		expect(remove('610')).toEqual(['System accounts cannot be deleted.']);
		expect(remove('200')).toEqual(['The account cannot be deleted as it is used by transactions or items. Archive it instead.']);
	});

	it('that Xero needs may be renamed but keep code, type and tax', () => {
		const id = String(byCode('610').AccountID);
		expect(post(`/Accounts/${id}`, { Code: '611' }).sentences()).toEqual([
			"The account 'Accounts Receivable' is a system account: its Code, Type, TaxType and Status must not be changed.",
		]);
		expect(post(`/Accounts/${id}`, { Name: 'Debtors' }).at('Accounts.0.SystemAccount')).toBe('DEBTORS');
	});

	it('take what names them along when their code changes', () => {
		const invoice = put('/Invoices', sale({ LineItems: [{ Description: 'x', UnitAmount: 1, AccountCode: '260' }] })).id(
			'Invoices.0.InvoiceID',
		);
		post(`/Accounts/${String(byCode('260').AccountID)}`, { Code: '261' });
		expect(get(`/Invoices/${invoice}`).at('Invoices.0.LineItems.0.AccountCode')).toBe('261');
	});
});

describe('tax rates', () => {
	const levy = {
		Name: 'Tourism Levy',
		ReportTaxType: 'OUTPUT',
		TaxComponents: [
			{ Name: 'Levy', Rate: 2 },
			{ Name: 'On top', Rate: 10, IsCompound: true },
		],
	};

	it('are made of components, a compound one charged on the others', () => {
		expect(put('/TaxRates', { TaxRates: [levy] }).at('TaxRates.0')).toEqual({
			Name: 'Tourism Levy',
			TaxType: 'TAX002',
			ReportTaxType: 'OUTPUT',
			CanApplyToAssets: true,
			CanApplyToEquity: true,
			CanApplyToExpenses: false,
			CanApplyToLiabilities: true,
			CanApplyToRevenue: true,
			DisplayTaxRate: 12.2,
			EffectiveRate: 12.2,
			Status: 'ACTIVE',
			TaxComponents: [
				{ Name: 'Levy', Rate: 2, IsCompound: false, IsNonRecoverable: false },
				{ Name: 'On top', Rate: 10, IsCompound: true, IsNonRecoverable: false },
			],
		});
		const taxed = put(
			'/Invoices',
			sale({ LineItems: [{ Description: 'Stay', UnitAmount: 100, AccountCode: '200', TaxType: 'TAX002' }] }),
		);
		expect(taxed.at('Invoices.0.TotalTax')).toBe(12.2);
	});

	it('come one to a request, with name, report type and components', () => {
		expect(put('/TaxRates', { TaxRates: [levy, levy] }).at('Message')).toBe('Only one TaxRate can be sent in this request');
		expect(put('/TaxRates', { TaxRates: [{ TaxComponents: [{ Name: 'x', Rate: 101 }] }] }).sentences()).toEqual([
			'The Rate field of a tax component must be between 0 and 100.',
			'The Name field must be specified.',
			'The ReportTaxType field must be specified.',
		]);
	});

	it('are changed and deleted through POST by type or name, and are no longer used then', () => {
		put('/TaxRates', { TaxRates: [levy] });
		expect(
			post('/TaxRates', { TaxType: 'TAX002', TaxComponents: [{ Name: 'Levy', Rate: 3.125 }] }).at('TaxRates.0.EffectiveRate'),
		).toBe(3.125);
		expect(post('/TaxRates', { Name: 'Tourism Levy', Status: 'DELETED' }).at('TaxRates.0.Status')).toBe('DELETED');
		expect(get('/TaxRates/TAX002').at('TaxRates.0.Status')).toBe('DELETED');
		const line = { Description: 'Stay', UnitAmount: 100, AccountCode: '200', TaxType: 'TAX002' };
		expect(put('/Invoices', sale({ LineItems: [line] })).status).toBe(400);
		expect(post('/TaxRates', { TaxType: 'OUTPUT2', Status: 'DELETED' }).sentences()).toEqual([
			"The tax rate '15% GST on Income' is a system tax rate and cannot be changed.",
		]);
		expect(get('/TaxRates/NOPE').status).toBe(404);
	});
});

describe('tracking', () => {
	const category = (name: string): Json =>
		(get('/TrackingCategories').at('TrackingCategories') as Json[]).find((one) => one.Name === name) ?? {};

	it('has at most two active categories', () => {
		expect(put('/TrackingCategories', { Name: 'Project' }).sentences()).toEqual([
			'There are already 2 active tracking categories. Archive or delete one of them first.',
		]);
		const region = String(category('Region').TrackingCategoryID);
		expect(post(`/TrackingCategories/${region}`, { Status: 'ARCHIVED' }).at('TrackingCategories.0.Status')).toBe('ARCHIVED');
		expect(put('/TrackingCategories', { Name: 'Project' }).at('TrackingCategories.0')).toMatchObject({
			Name: 'Project',
			Status: 'ACTIVE',
			Options: [],
		});
		expect(get('/TrackingCategories').at('TrackingCategories')).toHaveLength(2);
		expect(get('/TrackingCategories?includeArchived=true').at('TrackingCategories')).toHaveLength(3);
		expect(post(`/TrackingCategories/${region}`, { Status: 'ACTIVE' }).sentences()).toEqual([
			'There are already 2 active tracking categories.',
		]);
	});

	it('has options with unique names, at most 100', () => {
		const path = `/TrackingCategories/${String(category('Department').TrackingCategoryID)}/Options`;
		expect(put(path, { Name: 'sales' }).sentences()).toEqual(["A tracking option with the name 'sales' already exists."]);
		const added = Array.from({ length: 96 }, (_, at) => put(path, { Name: `Team ${at}` }).status);
		expect(new Set(added)).toEqual(new Set([200]));
		expect(put(path, { Name: 'One more' }).sentences()).toEqual(['A tracking category must have no more than 100 options.']);
	});

	it('renames, archives and deletes options that nothing uses', () => {
		const path = `/TrackingCategories/${String(category('Department').TrackingCategoryID)}/Options`;
		const id = put(path, { Name: 'Export' }).id('Options.0.TrackingOptionID');
		expect(post(`${path}/${id}`, { Name: 'Exports' }).at('Options.0')).toMatchObject({ Name: 'Exports', IsActive: true });
		expect(
			put(
				'/Invoices',
				sale({ LineItems: [{ Description: 'x', UnitAmount: 1, Tracking: [{ Name: 'Department', Option: 'exports' }] }] }),
			).status,
		).toBe(200);
		expect(desk.call('DELETE', `${path}/${id}`).sentences()).toEqual([
			'The tracking option cannot be deleted as it is used by transactions. Archive it instead.',
		]);
		expect(post(`${path}/${id}`, { Status: 'ARCHIVED' }).at('Options.0')).toMatchObject({ IsArchived: true, IsActive: false });
		const unused = put(path, { Name: 'Rental' }).id('Options.0.TrackingOptionID');
		expect(desk.call('DELETE', `${path}/${unused}`).at('Options.0')).toMatchObject({ Status: 'DELETED', IsDeleted: true });
		expect(desk.call('DELETE', `${path}/${unused}`).status).toBe(404);
	});

	it('deletes categories that nothing uses', () => {
		const own = openDesk('empty');
		const id = own.call('PUT', '/TrackingCategories', { Name: 'Project' }).id('TrackingCategories.0.TrackingCategoryID');
		expect(own.call('DELETE', `/TrackingCategories/${id}`).at('TrackingCategories.0.Status')).toBe('DELETED');
		expect(own.call('GET', '/TrackingCategories').at('TrackingCategories')).toEqual([]);
	});
});

describe('items', () => {
	it('have a unique code, matched whatever its case', () => {
		expect(put('/Items', { Code: 'LAMP', Name: 'Lamp' }).at('Items.0')).toMatchObject({
			Code: 'LAMP',
			IsSold: true,
			IsPurchased: true,
			IsTrackedAsInventory: false,
			SalesDetails: {},
			PurchaseDetails: {},
		});
		expect(put('/Items', { Code: 'lamp' }).sentences()).toEqual(["Price List Item with Code 'lamp' already exists"]);
		expect(post('/Items', { Code: 'lamp', Name: 'Big lamp' }).at('Items.0')).toMatchObject({ Code: 'lamp', Name: 'Big lamp' });
		expect(put('/Items', { Name: 'x' }).sentences()).toEqual(['The Code field must be specified.']);
		expect(put('/Items', { Code: 'x'.repeat(31), Name: 'x'.repeat(51) }).sentences()).toEqual([
			'The Code field must be no more than 30 characters long.',
			'The Name field must be no more than 50 characters long.',
		]);
	});

	it('have prices of two decimals, of four with unitdp=4', () => {
		const body = { Items: [{ Code: 'BOLT', SalesDetails: { UnitPrice: 0.1256 } }] };
		expect(put('/Items', body).at('Items.0.SalesDetails.UnitPrice')).toBe(0.13);
		expect(post('/Items?unitdp=4', body).at('Items.0.SalesDetails.UnitPrice')).toBe(0.1256);
		expect(get('/Items/BOLT').at('Items.0.SalesDetails.UnitPrice')).toBe(0.13);
		expect(get('/Items/BOLT?unitdp=4').at('Items.0.SalesDetails.UnitPrice')).toBe(0.1256);
	});

	it('are tracked when they have both accounts that this takes', () => {
		const tracked = { Code: 'VASE', InventoryAssetAccountCode: '630', PurchaseDetails: { COGSAccountCode: '310' } };
		expect(put('/Items', tracked).at('Items.0')).toMatchObject({
			IsTrackedAsInventory: true,
			QuantityOnHand: 0,
			TotalCostPool: 0,
		});
		expect(put('/Items', { Code: 'V2', InventoryAssetAccountCode: '630' }).sentences()).toEqual([
			'InventoryAssetAccountCode and PurchaseDetails.COGSAccountCode must both be specified to track an item as inventory.',
		]);
		expect(put('/Items', { ...tracked, Code: 'V3', InventoryAssetAccountCode: '200' }).sentences()).toEqual([
			'The InventoryAssetAccountCode must be an account of type INVENTORY.',
		]);
	});

	it('lose what belongs to selling or buying when they are not sold or bought', () => {
		const both = {
			Code: 'LAMP',
			Description: 'A lamp',
			PurchaseDescription: 'A lamp',
			SalesDetails: { UnitPrice: 2 },
			PurchaseDetails: { UnitPrice: 1 },
		};
		put('/Items', both);
		const after = post('/Items', { Code: 'LAMP', IsPurchased: false }).at('Items.0') as Json;
		expect(after).toMatchObject({
			IsPurchased: false,
			Description: 'A lamp',
			SalesDetails: { UnitPrice: 2 },
			PurchaseDetails: {},
		});
		expect(after).not.toHaveProperty('PurchaseDescription');
		expect(
			put('/Invoices', sale({ Type: 'ACCPAY', LineItems: [{ ItemCode: 'LAMP', Description: 'x', UnitAmount: 1 }] })).sentences(),
		).toEqual(["Item code 'LAMP' cannot be used on purchase transactions."]);
	});

	it('are deleted unless documents name them', () => {
		put('/Items', { Items: [{ Code: 'LAMP' }, { Code: 'CLOCK' }] });
		put('/Invoices', sale({ LineItems: [{ ItemCode: 'LAMP', Description: 'Lamp', UnitAmount: 1 }] }));
		expect(desk.call('DELETE', '/Items/CLOCK')).toMatchObject({ status: 204, body: undefined });
		expect(desk.call('DELETE', '/Items/CLOCK').status).toBe(404);
		expect(desk.call('DELETE', '/Items/LAMP').sentences()).toEqual([
			"The item 'LAMP' cannot be deleted as it is used by transactions.",
		]);
	});
});

describe('the small settings', () => {
	it('add a currency once', () => {
		expect(put('/Currencies', { Code: 'SGD' }).at('Currencies')).toEqual([{ Code: 'SGD', Description: 'Singapore Dollar' }]);
		expect(put('/Currencies', { Code: 'SGD' }).sentences()).toEqual([
			'The currency SGD has already been added to this organisation.',
		]);
		expect(put('/Currencies', { Code: 'ABC' }).sentences()).toEqual(["The currency code 'ABC' is not valid."]);
		expect(put('/Invoices', sale({ CurrencyCode: 'SGD' })).at('Invoices.0.CurrencyRate')).toBe(0.749085);
	});

	it('list branding themes by rank and put payment services on them', () => {
		expect((get('/BrandingThemes').at('BrandingThemes') as Json[]).map((theme) => [theme.Name, theme.SortOrder])).toEqual([
			['Standard', 0],
			['Wholesale', 1],
			['Services', 2],
		]);
		const [standard, wholesale] = (get('/BrandingThemes').at('BrandingThemes') as Json[]).map((theme) =>
			String(theme.BrandingThemeID),
		);
		const service = get(`/BrandingThemes/${standard}/PaymentServices`).id('PaymentServices.0.PaymentServiceID');
		expect(get(`/BrandingThemes/${wholesale}/PaymentServices`).at('PaymentServices')).toEqual([]);
		expect(
			post(`/BrandingThemes/${wholesale}/PaymentServices`, { PaymentServiceID: service }).at('PaymentServices.0'),
		).toMatchObject({ PaymentServiceName: 'Example Pay', PaymentServiceType: 'Custom' });
		expect(get(`/BrandingThemes/${wholesale}/PaymentServices`).at('PaymentServices')).toHaveLength(1);
		expect(
			post(`/BrandingThemes/${wholesale}/PaymentServices`, {
				PaymentServiceID: '11111111-1111-4111-8111-111111111111',
			}).sentences(),
		).toEqual(['The payment service could not be found.']);
	});

	it('list users with their roles', () => {
		expect(get('/Users?where=IsSubscriber%3D%3Dtrue').at('Users')).toMatchObject([
			{ FirstName: 'Ada', OrganisationRole: 'STANDARD' },
		]);
		expect(get('/Users?order=FirstName%20DESC').at('Users.0.FirstName')).toBe('Cleo');
	});
});
