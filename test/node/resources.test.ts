import { byCode, byId, byName, byNumber, staged } from './stage';

const on = staged({ seed: 'small' });

type Row = Record<string, unknown>;

const find = (plural: string, keep: (row: Row) => boolean): Row => on.records(plural).find(keep)!;
const idOf = (plural: string, id: string, keep: (row: Row) => boolean = () => true) => byId(String(find(plural, keep)[id]));

/** Runs an operation that must go well. */
const done = async (...args: Parameters<typeof on.run>) => {
	const scene = await on.run(...args);
	expect(scene.error).toBe('');
	return scene.json;
};

it('Organisation: its settings, its actions', async () => {
	expect(await done('organisation.get')).toEqual([
		expect.objectContaining({ Name: 'Kererū Trading (Demo)', BaseCurrency: 'NZD', CountryCode: 'NZ', FinancialYearEndMonth: 3 }),
	]);
	expect((await done('organisation.getActions')).length).toBeGreaterThan(0);
});

it('Account: create, get, list, update, archive, restore, delete', async () => {
	const [made] = await done('account.create', {
		Code: '435',
		Name: 'Coffee',
		Type: 'EXPENSE',
		additionalFields: { TaxType: byCode('INPUT2'), Description: 'Beans', EnablePaymentsToAccount: true },
	});
	expect(made).toMatchObject({
		Code: '435',
		Name: 'Coffee',
		Type: 'EXPENSE',
		Class: 'EXPENSE',
		Status: 'ACTIVE',
		TaxType: 'INPUT2',
	});
	const AccountID = byId(String(made!.AccountID));
	expect(await done('account.get', { AccountID })).toEqual([expect.objectContaining({ Code: '435' })]);
	expect(await done('account.getAll', { filters: { Code: '435' } })).toHaveLength(1);
	expect(await done('account.update', { AccountID, additionalFields: { Name: 'Coffee and Tea' } })).toEqual([
		expect.objectContaining({ Name: 'Coffee and Tea', Code: '435' }),
	]);
	expect(await done('account.archive', { AccountID })).toEqual([expect.objectContaining({ Status: 'ARCHIVED' })]);
	expect(await done('account.restore', { AccountID })).toEqual([expect.objectContaining({ Status: 'ACTIVE' })]);
	expect(await done('account.delete', { AccountID })).toEqual([expect.objectContaining({ deleted: true })]);
	expect(on.records('Accounts').filter(({ Code }) => Code === '435')).toEqual([]);
});

it('Contact: create with everything, get by number, update, archive, restore, note', async () => {
	const [made] = await done('contact.create', {
		Name: 'Pūkeko Paints',
		additionalFields: {
			ContactNumber: 'P-100',
			EmailAddress: 'hello@pukeko.example',
			FirstName: 'Mika',
			Addresses: { address: [{ AddressType: 'STREET', AddressLine1: '7 Example Lane', City: 'Ōtautahi', Country: 'Nowhere' }] },
			Phones: { phone: [{ PhoneType: 'MOBILE', PhoneNumber: '555 0107' }] },
			ContactPersons: {
				person: [{ FirstName: 'Nell', LastName: 'Larkhill', EmailAddress: 'nell@pukeko.example', IncludeInEmails: true }],
			},
			PaymentTerms: { values: { Sales: { values: { Day: 14, Type: 'DAYSAFTERBILLDATE' } } } },
			SalesDefaultAccountCode: byCode('200'),
			DefaultCurrency: byCode('NZD'),
		},
	});
	expect(made).toMatchObject({ Name: 'Pūkeko Paints', ContactNumber: 'P-100', EmailAddress: 'hello@pukeko.example' });
	const ContactID = byId(String(made!.ContactID));
	const [whole] = await done('contact.get', { ContactID: byNumber('P-100'), simplify: false });
	expect(whole).toMatchObject({
		ContactID: made!.ContactID,
		ContactPersons: [{ FirstName: 'Nell', LastName: 'Larkhill', EmailAddress: 'nell@pukeko.example', IncludeInEmails: true }],
		PaymentTerms: { Sales: { Day: 14, Type: 'DAYSAFTERBILLDATE' } },
		SalesDefaultAccountCode: '200',
	});
	expect((whole!.Addresses as Row[]).find(({ AddressType }) => AddressType === 'STREET')).toMatchObject({ City: 'Ōtautahi' });
	expect(await done('contact.update', { ContactID, additionalFields: { EmailAddress: 'new@pukeko.example' } })).toEqual([
		expect.objectContaining({ Name: 'Pūkeko Paints', EmailAddress: 'new@pukeko.example' }),
	]);
	expect(await done('contact.archive', { ContactID })).toEqual([expect.objectContaining({ ContactStatus: 'ARCHIVED' })]);
	expect(await done('contact.restore', { ContactID })).toEqual([expect.objectContaining({ ContactStatus: 'ACTIVE' })]);
	await done('contact.addNote', { ContactID, Details: 'Prefers phone calls' });
	expect(await done('contact.getHistory', { ContactID })).toContainEqual(
		expect.objectContaining({ Details: 'Prefers phone calls' }),
	);
	expect(await done('contact.getCisSettings', { ContactID })).toHaveLength(1);
});

it('Contact Group: create, add contacts in one call, get, remove, empty, delete', async () => {
	const [group] = await done('contactGroup.create', { Name: 'Painters' });
	const ContactGroupID = byId(String(group!.ContactGroupID));
	const contacts = on.records('Contacts').slice(0, 3);
	on.sandbox.forget();
	await done(
		'contactGroup.addContact',
		{ ContactGroupID, ContactID: byId('={{ $json.ContactID }}') },
		contacts.map(({ ContactID }) => ({ ContactID: String(ContactID) })),
	);
	expect(on.asked).toEqual([`PUT /ContactGroups/${ContactGroupID.value}/Contacts`]);
	const [whole] = await done('contactGroup.get', { ContactGroupID });
	expect((whole!.Contacts as Row[]).map(({ ContactID }) => ContactID).sort()).toEqual(
		contacts.map(({ ContactID }) => ContactID).sort(),
	);
	expect(await done('contactGroup.removeContact', { ContactGroupID, ContactID: byId(String(contacts[0]!.ContactID)) })).toEqual([
		{ deleted: true, ContactGroupID: ContactGroupID.value, ContactID: contacts[0]!.ContactID },
	]);
	expect(((await done('contactGroup.get', { ContactGroupID }))[0]!.Contacts as Row[]).length).toBe(2);
	await done('contactGroup.removeAllContacts', { ContactGroupID });
	expect(((await done('contactGroup.get', { ContactGroupID }))[0]!.Contacts as Row[]).length).toBe(0);
	expect(await done('contactGroup.update', { ContactGroupID, additionalFields: { Name: 'Old Painters' } })).toEqual([
		expect.objectContaining({ Name: 'Old Painters' }),
	]);
	expect(await done('contactGroup.delete', { ContactGroupID })).toEqual([expect.objectContaining({ Status: 'DELETED' })]);
});

it('Invoice: with item, tax rate and tracking in its lines; submit, approve, mark as sent, email, online link, note, void', async () => {
	const [made] = await done('invoice.create', {
		Contact: byId(
			String(find('Contacts', ({ ContactStatus, EmailAddress }) => ContactStatus === 'ACTIVE' && EmailAddress !== '').ContactID),
		),
		LineAmountTypes: 'Exclusive',
		LineItems: {
			line: [
				{
					ItemCode: byCode('PRD-001'),
					Quantity: 2,
					Tracking: { category: [{ Option: byName('Region: North') }] },
				},
				{
					Description: 'Delivery',
					UnitAmount: '10.5',
					AccountCode: byCode('200'),
					TaxType: byCode('NONE'),
					DiscountRate: 10,
				},
			],
		},
		DueDate: '2097-02-01',
		Reference: 'Order 5',
		additionalFields: { Url: 'https://shop.example/5' },
		simplify: false,
	});
	const [first, second] = made!.LineItems as Row[];
	expect(first).toMatchObject({
		ItemCode: 'PRD-001',
		Quantity: 2,
		Tracking: [expect.objectContaining({ Name: 'Region', Option: 'North' })],
	});
	expect(second).toMatchObject({ Description: 'Delivery', LineAmount: 9.45, TaxType: 'NONE', TaxAmount: 0, DiscountRate: 10 });
	expect(made).toMatchObject({ Status: 'DRAFT', Reference: 'Order 5', DueDate: '2097-02-01' });

	const InvoiceID = byId(String(made!.InvoiceID));
	expect(await done('invoice.submit', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'SUBMITTED' })]);
	expect(await done('invoice.approve', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'AUTHORISED' })]);
	expect((await done('invoice.markAsSent', { InvoiceID, simplify: false }))[0]).toMatchObject({ SentToContact: true });
	expect(await done('invoice.sendEmail', { InvoiceID })).toEqual([{ success: true, InvoiceID: InvoiceID.value }]);
	expect((await done('invoice.getOnlineInvoice', { InvoiceID }))[0]!.OnlineInvoiceUrl).toMatch(/^https:\/\//);
	await done('invoice.addNote', { InvoiceID, Details: 'Approved by phone' });
	expect(await done('invoice.getHistory', { InvoiceID })).toContainEqual(
		expect.objectContaining({ Details: 'Approved by phone' }),
	);
	expect(await done('invoice.void', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'VOIDED', AmountDue: 0 })]);
});

it('Bill: submit, approve, note, void; a draft is deleted', async () => {
	const [draft, other] = await done(
		'bill.create',
		{
			Date: '2096-12-01',
			DueDate: '2097-02-01',
			InvoiceNumber: '=P-{{ $itemIndex }}',
			Contact: byName('Pūkeko Paints'),
			LineAmountTypes: 'Exclusive',
			LineItems: { line: [{ Description: 'Paint', UnitAmount: 12, AccountCode: byCode('429') }] },
			additionalFields: { PlannedPaymentDate: '2097-01-20' },
		},
		[{}, {}],
	);
	expect(on.called('PUT /Invoices')[0]!.body).toMatchObject({
		Invoices: [
			{ Type: 'ACCPAY', Status: 'DRAFT', InvoiceNumber: 'P-0', PlannedPaymentDate: '2097-01-20' },
			{ InvoiceNumber: 'P-1' },
		],
	});
	expect([draft, other]).toMatchObject([
		{ Type: 'ACCPAY', Status: 'DRAFT', InvoiceNumber: 'P-0', DueDate: '2097-02-01' },
		{ Type: 'ACCPAY', Status: 'DRAFT', InvoiceNumber: 'P-1' },
	]);
	expect(await done('bill.delete', { InvoiceID: byId(String(draft!.InvoiceID)) })).toEqual([
		expect.objectContaining({ Status: 'DELETED' }),
	]);
	const InvoiceID = byId(String(other!.InvoiceID));
	expect(await done('bill.submit', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'SUBMITTED' })]);
	expect(await done('bill.approve', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'AUTHORISED' })]);
	await done('bill.addNote', { InvoiceID, Details: 'Waits for the delivery' });
	expect(await done('bill.getHistory', { InvoiceID })).toContainEqual(
		expect.objectContaining({ Details: 'Waits for the delivery' }),
	);
	expect(await done('bill.get', { InvoiceID })).toMatchObject([{ InvoiceNumber: 'P-1', Type: 'ACCPAY' }]);
	expect(await done('bill.void', { InvoiceID })).toEqual([expect.objectContaining({ Status: 'VOIDED', AmountDue: 0 })]);
});

it('Item: create, get by code, update, upsert, list, delete', async () => {
	const [made] = await done('item.create', {
		Code: 'MUG-9',
		additionalFields: {
			Name: 'Mug',
			SalesDetails: { values: { UnitPrice: '19.90', AccountCode: byCode('200'), TaxType: byCode('OUTPUT2') } },
		},
	});
	expect(made).toMatchObject({ Code: 'MUG-9', Name: 'Mug', SalesDetailsUnitPrice: 19.9 });
	const ItemID = byId(String(made!.ItemID));
	expect(await done('item.get', { ItemID: byCode('MUG-9') })).toEqual([expect.objectContaining({ ItemID: made!.ItemID })]);
	expect(await done('item.update', { ItemID, Code: 'MUG-9', additionalFields: { Name: 'Large Mug' } })).toEqual([
		expect.objectContaining({ Name: 'Large Mug', SalesDetailsUnitPrice: 19.9 }),
	]);
	expect(
		await done('item.upsert', { Code: '={{ $json.code }}', additionalFields: { Name: '={{ $json.name }}' } }, [
			{ code: 'MUG-9', name: 'Huge Mug' },
			{ code: 'MUG-10', name: 'Tiny Mug' },
		]),
	).toEqual([
		expect.objectContaining({ ItemID: made!.ItemID, Name: 'Huge Mug' }),
		expect.objectContaining({ Code: 'MUG-10', Name: 'Tiny Mug' }),
	]);
	expect((await done('item.getAll', { filters: { Code: 'MUG-10' } })).map(({ Name }) => Name)).toEqual(['Tiny Mug']);
	expect(await done('item.delete', { ItemID })).toEqual([{ deleted: true, ItemID: ItemID.value }]);
});

it('Payment: create, get, list by invoice, delete', async () => {
	const sale = find(
		'Invoices',
		({ Type, Status, AmountDue, CurrencyCode }) =>
			Type === 'ACCREC' && Status === 'AUTHORISED' && Number(AmountDue) > 1 && CurrencyCode === 'NZD',
	);
	const [paid] = await done('payment.create', {
		Invoice: byId(String(sale.InvoiceID)),
		Account: byCode('090'),
		Date: '={{ $now }}',
		Amount: 1,
		additionalFields: { Reference: 'Part' },
	});
	expect(paid).toMatchObject({
		Amount: 1,
		Reference: 'Part',
		Status: 'AUTHORISED',
		PaymentType: 'ACCRECPAYMENT',
		InvoiceID: sale.InvoiceID,
		AccountCode: '090',
	});
	expect(paid!.Date).toMatch(/^\d{4}-\d\d-\d\d$/);
	const PaymentID = byId(String(paid!.PaymentID));
	expect(await done('payment.get', { PaymentID })).toEqual([expect.objectContaining({ PaymentID: PaymentID.value, Amount: 1 })]);
	const listed = await done('payment.getAll', { returnAll: true, filters: { Invoice: byId(String(sale.InvoiceID)) } });
	expect(listed.map(({ PaymentID: id }) => id)).toContain(PaymentID.value);
	expect(listed.every(({ InvoiceID }) => InvoiceID === sale.InvoiceID)).toBe(true);
	expect(await done('payment.delete', { PaymentID })).toEqual([expect.objectContaining({ Status: 'DELETED' })]);
	expect(find('Invoices', ({ InvoiceID }) => InvoiceID === sale.InvoiceID).AmountDue).toBe(sale.AmountDue);
});

it('Tax Rate: create, get, update, delete', async () => {
	const parts = (Rate: number) => ({ component: [{ Name: 'Levy', Rate }] });
	const [made] = await done('taxRate.create', {
		Name: 'Green Levy',
		TaxComponents: parts(3.5),
		additionalFields: { ReportTaxType: byCode('OUTPUT') },
	});
	expect(made).toMatchObject({ Name: 'Green Levy', EffectiveRate: 3.5, Status: 'ACTIVE' });
	const TaxType = byCode(String(made!.TaxType));
	expect(await done('taxRate.get', { TaxType })).toEqual([expect.objectContaining({ Name: 'Green Levy' })]);
	expect(await done('taxRate.update', { TaxType, Name: 'Greener Levy', TaxComponents: parts(4) })).toEqual([
		expect.objectContaining({ TaxType: TaxType.value, Name: 'Greener Levy', EffectiveRate: 4 }),
	]);
	expect(await done('taxRate.delete', { TaxType })).toEqual([expect.objectContaining({ Status: 'DELETED' })]);
});

it('Tracking Category: create, options, rename, archive, restore, delete', async () => {
	// Xero has two categories in use at most.
	await done('trackingCategory.archive', {
		TrackingCategoryID: idOf('TrackingCategories', 'TrackingCategoryID', ({ Name }) => Name === 'Department'),
	});
	const [made] = await done('trackingCategory.create', { Name: 'Project' });
	const TrackingCategoryID = byId(String(made!.TrackingCategoryID));
	const options = await done('trackingCategory.createOption', { TrackingCategoryID, Name: '={{ $json.name }}' }, [
		{ name: 'Roof' },
		{ name: 'Garden' },
	]);
	expect(options.map(({ Name }) => Name)).toEqual(['Roof', 'Garden']);
	const TrackingOptionID = byId(String(options[0]!.TrackingOptionID));
	expect(await done('trackingCategory.updateOption', { TrackingCategoryID, TrackingOptionID, Name: 'New Roof' })).toEqual([
		expect.objectContaining({ Name: 'New Roof' }),
	]);
	expect(await done('trackingCategory.archiveOption', { TrackingCategoryID, TrackingOptionID })).toEqual([
		expect.objectContaining({ Status: 'ARCHIVED' }),
	]);
	expect(await done('trackingCategory.restoreOption', { TrackingCategoryID, TrackingOptionID })).toEqual([
		expect.objectContaining({ Status: 'ACTIVE' }),
	]);
	expect(await done('trackingCategory.deleteOption', { TrackingCategoryID, TrackingOptionID })).toEqual([
		expect.objectContaining({ deleted: true }),
	]);
	expect(await done('trackingCategory.update', { TrackingCategoryID, Name: 'Job' })).toEqual([
		expect.objectContaining({ Name: 'Job' }),
	]);
	expect(await done('trackingCategory.archive', { TrackingCategoryID })).toEqual([
		expect.objectContaining({ Status: 'ARCHIVED' }),
	]);
	expect(await done('trackingCategory.restore', { TrackingCategoryID })).toEqual([expect.objectContaining({ Status: 'ACTIVE' })]);
	expect((await done('trackingCategory.getAll', { returnAll: true })).map(({ Name }) => Name).sort()).toEqual(['Job', 'Region']);
	expect(((await done('trackingCategory.get', { TrackingCategoryID }))[0]!.Options as Row[]).map(({ Name }) => Name)).toEqual([
		'Garden',
	]);
	expect(await done('trackingCategory.delete', { TrackingCategoryID })).toEqual([expect.objectContaining({ deleted: true })]);
});

it('Currency: add one, list them', async () => {
	expect(await done('currency.create', { Code: 'sgd' })).toEqual([expect.objectContaining({ Code: 'SGD' })]);
	expect((await done('currency.getAll', { returnAll: true })).map(({ Code }) => Code)).toEqual([
		'AUD',
		'EUR',
		'GBP',
		'NZD',
		'SGD',
		'USD',
	]);
});

it('Branding Theme: list, get, payment services', async () => {
	const themes = await done('brandingTheme.getAll', { returnAll: true });
	expect(themes.map(({ Name }) => Name)).toEqual(['Standard', 'Wholesale', 'Services']);
	const BrandingThemeID = byId(String(themes[1]!.BrandingThemeID));
	expect(await done('brandingTheme.get', { BrandingThemeID })).toEqual([expect.objectContaining({ Name: 'Wholesale' })]);
	const [service] = await done('brandingTheme.getPaymentServices', { BrandingThemeID: byId(String(themes[0]!.BrandingThemeID)) });
	expect(service).toMatchObject({ PaymentServiceName: 'Example Pay' });
	await done('brandingTheme.addPaymentService', { BrandingThemeID, PaymentServiceID: byId(String(service!.PaymentServiceID)) });
	expect(await done('brandingTheme.getPaymentServices', { BrandingThemeID })).toHaveLength(1);
});

it('User: list by role, get', async () => {
	const [user] = await done('user.getAll', { filters: { OrganisationRole: 'FINANCIALADVISER' } });
	expect(user).toMatchObject({ FirstName: 'Bram', LastName: 'Birchwell' });
	expect(await done('user.get', { UserID: byId(String(user!.UserID)) })).toEqual([
		expect.objectContaining({ EmailAddress: 'bram.birchwell@demo.example' }),
	]);
});

describe('API Request', () => {
	const named = (pairs: Record<string, string>) => ({
		parameter: Object.entries(pairs).map(([name, value]) => ({ name, value })),
	});

	it('reads with query parameters, dates made ISO', async () => {
		const [answer] = await done('apiRequest.send', {
			method: 'GET',
			path: '/Invoices',
			options: { queryParameters: named({ where: 'Type=="ACCREC"', page: '1', pageSize: '2' }) },
		});
		expect(on.queries('GET /Invoices')).toEqual([{ where: 'Type=="ACCREC"', page: '1', pageSize: '2' }]);
		expect(JSON.stringify(answer)).not.toContain('/Date(');
		expect((answer!.Invoices as Row[]).length).toBe(2);
	});

	it('returns every record of a list, page after page', async () => {
		const rows = await done('apiRequest.send', { method: 'GET', path: 'Invoices', options: { allPages: true } });
		expect(rows.map(({ InvoiceID }) => InvoiceID).sort()).toEqual(
			on
				.records('Invoices')
				.map(({ InvoiceID }) => InvoiceID)
				.sort(),
		);
	});

	it('writes a body, with the same safety against repetition as every other operation', async () => {
		on.sandbox.fail({ match: { method: 'PUT' }, times: 1, what: { kind: 'dropAfter' } });
		await done('apiRequest.send', {
			method: 'PUT',
			path: '/Contacts',
			options: { body: '{"Contacts":[{"Name":"Pūkeko Paints"}]}' },
		});
		expect(on.records('Contacts').filter(({ Name }) => Name === 'Pūkeko Paints')).toHaveLength(1);
		expect(on.called('PUT /Contacts').map(({ status, replayed }) => [status, replayed])).toEqual([
			[0, false],
			[200, true],
		]);
	});

	it('fetches a file', async () => {
		const { InvoiceID } = on.records('Invoices')[0]!;
		const { items, error } = await on.run('apiRequest.send', {
			method: 'GET',
			path: `/Invoices/${String(InvoiceID)}`,
			options: { binary: true, headers: { header: [{ name: 'Accept', value: 'application/pdf' }] } },
		});
		expect(error).toBe('');
		expect(Buffer.from(items[0]!.binary!.data!.data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
	});

	it.each([
		['//elsewhere.example/Contacts'],
		['https://elsewhere.example'],
		['/../../connections'],
		['/%2e%2e/x'],
		['/Contacts?page=1'],
	])('refuses a path that would leave the API: %s', async (path) => {
		const { error } = await on.run('apiRequest.send', { method: 'GET', path });
		expect(error).toContain('is not a path under the API, such as /Invoices');
		expect(on.sandbox.calls).toEqual([]);
	});
});
