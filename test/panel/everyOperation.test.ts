import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, byNumber, Stage } from '../node/stage';
import { pairs } from './panel';

/** Every row of the tables at work: through n8n's engine, against the sandbox, which knows nothing of the tables. */
const stage = new Stage({ factor: 200 });
const done = new Set<string>();

beforeAll(async () => await stage.open());
afterAll(async () => await stage.close());

/** Runs an operation for one item and gives what came out of it. */
async function run(
	what: string,
	parameters: INodeParameters = {},
	item: IDataObject | INodeExecutionData = {},
): Promise<INodeExecutionData[]> {
	const { error, items } = await stage.run(what, parameters, [item]);
	expect([what, error]).toEqual([what, '']);
	done.add(what);
	return items;
}

const json = async (what: string, parameters: INodeParameters = {}): Promise<IDataObject> =>
	(await run(what, { simplify: false, ...parameters }))[0]?.json ?? {};
const all = async (what: string, filters: INodeParameters = {}): Promise<IDataObject[]> =>
	(await run(what, { returnAll: true, filters, simplify: false })).map((one) => one.json);
const idOf = (record: IDataObject, key: string) => byId(String(record[key]));

const file = (name: string, content: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: Buffer.from(content).toString('base64'), mimeType: 'text/plain', fileName: name } },
});

/** A file is attached, listed, read back, replaced and read back again. */
async function attach(resource: string, picked: INodeParameters): Promise<void> {
	await run(`${resource}.addAttachment`, { ...picked, binaryPropertyName: 'data' }, file('Größe #1 & co.txt', 'first'));
	const [listed] = await run(`${resource}.getAttachments`, picked);
	expect(listed!.json.FileName).toBe('Größe #1 & co.txt');
	const content = async (how: INodeParameters) => {
		const [found] = await run(`${resource}.downloadAttachment`, { ...picked, ...how });
		return Buffer.from(found!.binary!.data!.data, 'base64').toString();
	};
	expect(await content({ files: 'all' })).toBe('first');
	await run(
		`${resource}.replaceAttachment`,
		{ ...picked, binaryPropertyName: 'data', options: { FileName: 'Größe #1 & co.txt' } },
		file('x.txt', 'second'),
	);
	expect(await content({ files: 'id', options: { attachment: String(listed!.json.AttachmentID) } })).toBe('second');
	expect(await content({ files: 'name', options: { attachment: 'Größe #1 & co.txt' } })).toBe('second');
}

async function note(resource: string, picked: INodeParameters): Promise<void> {
	await run(`${resource}.addNote`, { ...picked, Details: 'Approved by phone' });
	const history = await run(`${resource}.getHistory`, picked);
	expect(history.map((one) => one.json.Details)).toContain('Approved by phone');
}

test('an organisation is read, with its actions and CIS settings', async () => {
	const { OrganisationID } = await json('organisation.get');
	expect(OrganisationID).toEqual(expect.any(String));
	expect((await run('organisation.getAll')).length).toBe(2);
	expect((await run('organisation.getActions')).length).toBeGreaterThan(3);
	await run('organisation.getCisSettings');
});

test('an account is created, changed, archived, restored and deleted', async () => {
	const made = await json('account.create', {
		Code: '6100',
		Name: 'Freight',
		Type: 'EXPENSE',
		additionalFields: { TaxType: byCode('INPUT2') },
	});
	const AccountID = idOf(made, 'AccountID');
	await json('account.update', { AccountID, updateFields: { Name: 'Freight and couriers' } });
	expect((await json('account.get', { AccountID })).Name).toBe('Freight and couriers');
	expect((await json('account.archive', { AccountID })).Status).toBe('ARCHIVED');
	expect((await json('account.restore', { AccountID })).Status).toBe('ACTIVE');
	await attach('account', { AccountID });
	expect((await json('account.delete', { AccountID })).deleted).toBe(true);
	expect(
		(
			await all('account.getAll', {
				Type: 'BANK',
				Status: 'ACTIVE',
				where: 'EnablePaymentsToAccount==true OR Type=="BANK"',
				order: 'Code ASC',
			})
		).length,
	).toBeGreaterThan(0);
});

test('a contact is created, found, changed, archived and restored', async () => {
	const made = await json('contact.create', {
		Name: 'Ridgeway Test',
		additionalFields: {
			ContactNumber: 'CUST 100/A',
			EmailAddress: 'accounts@example.com',
			SalesDefaultAccountCode: byCode('200'),
			Phones: { phone: [{ PhoneType: 'MOBILE', PhoneNumber: '5550100' }] },
			Addresses: { address: [{ AddressType: 'STREET', AddressLine1: '1 Long Road', City: 'Ridge Heights' }] },
			ContactPersons: {
				person: [{ FirstName: 'Robin', LastName: 'Example', EmailAddress: 'robin@example.com', IncludeInEmails: true }],
			},
			PaymentTerms: { values: { Sales: { values: { Day: '20', Type: 'OFFOLLOWINGMONTH' } } } },
		},
	});
	const ContactID = idOf(made, 'ContactID');
	const again = await json('contact.upsert', { Name: 'Ridgeway Test', additionalFields: { FirstName: 'Sam' } });
	expect(again.ContactID).toBe(made.ContactID);
	await json('contact.update', { ContactID, updateFields: { LastName: 'Sample' } });
	const read = await json('contact.get', { ContactID: byNumber('CUST 100/A') });
	expect([read.ContactID, read.FirstName, read.LastName]).toEqual([made.ContactID, 'Sam', 'Sample']);
	expect((await all('contact.getAll', { IDs: String(made.ContactID) })).map(({ Name }) => Name)).toEqual(['Ridgeway Test']);
	expect(
		(
			await all('contact.getAll', {
				searchTerm: 'ridgeway test',
				Name: 'Ridgeway Test',
				where: 'EmailAddress=="accounts@example.com"',
			})
		).length,
	).toBe(1);
	await run('contact.getCisSettings', { ContactID });
	await attach('contact', { ContactID });
	await note('contact', { ContactID });
	expect((await json('contact.archive', { ContactID })).ContactStatus).toBe('ARCHIVED');
	expect((await json('contact.restore', { ContactID })).ContactStatus).toBe('ACTIVE');
});

test('a contact group is filled, emptied and deleted', async () => {
	const [first, second] = await all('contact.getAll');
	const ContactGroupID = idOf(await json('contactGroup.create', { Name: 'Walkers' }), 'ContactGroupID');
	for (const one of [first!, second!])
		await json('contactGroup.addContact', { ContactGroupID, ContactID: idOf(one, 'ContactID') });
	const members = async () =>
		((await json('contactGroup.get', { ContactGroupID })).Contacts as IDataObject[] | undefined)?.length ?? 0;
	expect(await members()).toBe(2);
	await json('contactGroup.removeContact', { ContactGroupID, ContactID: idOf(first!, 'ContactID') });
	expect(await members()).toBe(1);
	await json('contactGroup.removeAllContacts', { ContactGroupID });
	expect(await members()).toBe(0);
	await json('contactGroup.update', { ContactGroupID, updateFields: { Name: 'Runners' } });
	expect((await all('contactGroup.getAll', { where: 'Name=="Runners"' })).length).toBe(1);
	await json('contactGroup.delete', { ContactGroupID });
	expect((await all('contactGroup.getAll', { where: 'Name=="Runners"' })).length).toBe(0);
});

const draft = (more: INodeParameters = {}): INodeParameters => ({
	Type: 'ACCREC',
	Contact: byName('Ridgeway Test'),
	LineItems: { line: [{ Description: 'Consulting', Quantity: '2', UnitAmount: '50.1234', AccountCode: byCode('200') }] },
	additionalFields: { Date: '2026-03-01', DueDate: '2026-03-31', LineAmountTypes: 'NoTax', ...more },
	options: { unitdp: true },
});

test('an invoice goes from draft to approved, is sent, paid, unpaid and voided', async () => {
	const made = await json('invoice.create', draft({ InvoiceNumber: 'WALK-1' }));
	const InvoiceID = idOf(made, 'InvoiceID');
	expect(made).toMatchObject({ Status: 'DRAFT', Date: '2026-03-01', DueDate: '2026-03-31', Total: 100.25 });
	expect((await json('invoice.upsert', draft({ InvoiceNumber: 'WALK-1', Reference: 'again' }))).InvoiceID).toBe(made.InvoiceID);
	await json('invoice.update', { InvoiceID, updateFields: { Reference: 'PO 77' } });
	const read = await json('invoice.get', { InvoiceID: byNumber('WALK-1'), options: { unitdp: true } });
	expect(read).toMatchObject({ Reference: 'PO 77', LineItems: [{ UnitAmount: 50.1234, AccountCode: '200' }] });
	expect((await json('invoice.submit', { InvoiceID })).Status).toBe('SUBMITTED');
	expect((await json('invoice.approve', { InvoiceID })).Status).toBe('AUTHORISED');
	expect((await json('invoice.markAsSent', { InvoiceID })).SentToContact).toBe(true);
	expect(await json('invoice.sendEmail', { InvoiceID })).toMatchObject({ success: true });
	expect((await json('invoice.getOnlineInvoice', { InvoiceID })).OnlineInvoiceUrl).toMatch(/^https?:/);
	const [pdf] = await run('invoice.getPdf', { InvoiceID });
	expect(Buffer.from(pdf!.binary!.data!.data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
	await attach('invoice', { InvoiceID });
	await note('invoice', { InvoiceID });
	const found = await all('invoice.getAll', {
		InvoiceNumbers: 'WALK-1',
		Statuses: ['AUTHORISED'],
		Type: 'ACCREC',
		DateFrom: '2026-03-01',
		DateTo: '2026-03-01',
	});
	expect(found.map((one) => one.InvoiceID)).toEqual([made.InvoiceID]);

	const [bank] = await all('account.getAll', { Type: 'BANK', where: 'CurrencyCode=="NZD"' });
	const payment = await json('payment.create', {
		Invoice: byNumber('WALK-1'),
		Account: idOf(bank!, 'AccountID'),
		Date: '2026-03-15',
		Amount: '100.25',
		additionalFields: { Reference: 'Direct debit' },
	});
	const PaymentID = idOf(payment, 'PaymentID');
	expect((await json('payment.get', { PaymentID })).Amount).toBe(100.25);
	expect((await json('invoice.get', { InvoiceID })).Status).toBe('PAID');
	expect(
		(await all('payment.getAll', { Invoice: InvoiceID, Status: 'AUTHORISED', DateFrom: '2026-03-15', DateTo: '2026-03-15' }))
			.length,
	).toBe(1);
	await note('payment', { PaymentID });
	expect((await json('payment.delete', { PaymentID })).Status).toBe('DELETED');
	expect((await json('invoice.void', { InvoiceID })).Status).toBe('VOIDED');
});

test('a draft is deleted', async () => {
	const InvoiceID = idOf(await json('invoice.create', draft({ InvoiceNumber: 'WALK-2' })), 'InvoiceID');
	expect((await json('invoice.delete', { InvoiceID })).Status).toBe('DELETED');
});

test('an item is created, found by its code, changed and deleted', async () => {
	const made = await json('item.create', {
		Code: 'WALK/1',
		additionalFields: { Name: 'Boots', SalesDetails: { values: { UnitPrice: '80.5', AccountCode: byCode('200') } } },
	});
	const ItemID = idOf(made, 'ItemID');
	expect((await json('item.upsert', { Code: 'WALK/1', additionalFields: { Description: 'Good boots' } })).ItemID).toBe(
		made.ItemID,
	);
	await json('item.update', { ItemID, Code: 'WALK/1', updateFields: { Name: 'Walking boots' } });
	expect(await json('item.get', { ItemID: byCode('WALK/1') })).toMatchObject({
		Name: 'Walking boots',
		SalesDetails: { UnitPrice: 80.5 },
	});
	expect((await all('item.getAll', { Code: 'WALK/1' })).length).toBe(1);
	await note('item', { ItemID });
	expect((await json('item.delete', { ItemID })).deleted).toBe(true);
});

test('a tax rate is created, changed and deleted', async () => {
	const TaxComponents = { component: [{ Name: 'Levy', Rate: '4.5' }] };
	const made = await json('taxRate.create', {
		Name: 'Walking levy',
		TaxComponents,
		additionalFields: { ReportTaxType: byCode('OUTPUT') },
	});
	const TaxType = byCode(String(made.TaxType));
	await json('taxRate.update', { TaxType, Name: 'Hiking levy', TaxComponents: { component: [{ Name: 'Levy', Rate: '5' }] } });
	expect(await json('taxRate.get', { TaxType })).toMatchObject({ Name: 'Hiking levy', EffectiveRate: 5 });
	expect((await all('taxRate.getAll', { Name: 'Hiking levy', Status: 'ACTIVE' })).length).toBe(1);
	expect((await json('taxRate.delete', { TaxType })).Status).toBe('DELETED');
});

test('a tracking category and its options live, rest and go', async () => {
	const [known] = await all('trackingCategory.getAll');
	const TrackingCategoryID = idOf(known!, 'TrackingCategoryID');
	// Two active categories are all that Xero allows: one rests while another is tried out.
	expect((await json('trackingCategory.archive', { TrackingCategoryID })).Status).toBe('ARCHIVED');
	const other = { TrackingCategoryID: idOf(await json('trackingCategory.create', { Name: 'Trail' }), 'TrackingCategoryID') };
	await json('trackingCategory.update', { ...other, Name: 'Track' });
	const option = await json('trackingCategory.createOption', { ...other, Name: 'Long' });
	const both = { ...other, TrackingOptionID: idOf(option, 'TrackingOptionID') };
	expect((await json('trackingCategory.updateOption', { ...both, Name: 'Longer' })).Name).toBe('Longer');
	expect((await json('trackingCategory.archiveOption', both)).Status).toBe('ARCHIVED');
	expect((await json('trackingCategory.restoreOption', both)).Status).toBe('ACTIVE');
	expect((await json('trackingCategory.get', other)).Name).toBe('Track');
	expect((await json('trackingCategory.deleteOption', both)).deleted).toBe(true);
	expect((await json('trackingCategory.delete', other)).deleted).toBe(true);
	expect((await json('trackingCategory.restore', { TrackingCategoryID })).Status).toBe('ACTIVE');
	expect((await all('trackingCategory.getAll', { includeArchived: true })).length).toBeGreaterThan(0);
});

test('a currency is added', async () => {
	const codes = (await all('currency.getAll')).map(({ Code }) => Code);
	expect(codes).not.toContain('CHF');
	await json('currency.create', { Code: 'CHF' });
	expect((await all('currency.getAll', { where: 'Code=="CHF"' })).length).toBe(1);
});

test('branding themes and users are read, and a theme gets a payment service', async () => {
	const [theme] = await all('brandingTheme.getAll');
	const BrandingThemeID = idOf(theme!, 'BrandingThemeID');
	expect((await json('brandingTheme.get', { BrandingThemeID })).Name).toBe(theme!.Name);
	const [service] = await run('brandingTheme.getPaymentServices', { BrandingThemeID });
	await run('brandingTheme.addPaymentService', {
		BrandingThemeID,
		PaymentServiceID: byId(String(service?.json.PaymentServiceID)),
	});
	const [user] = await all('user.getAll', { where: 'IsSubscriber==true' });
	expect((await json('user.get', { UserID: idOf(user!, 'UserID') })).EmailAddress).toBe(user!.EmailAddress);
});

test('an API request goes to any path', async () => {
	const [answer] = await run('apiRequest.send', { method: 'GET', path: '/Organisation' });
	expect(answer!.json.Organisations).toMatchObject([{ Name: expect.any(String) }]);
});

/** Refunds need a credit note, overpayment or prepayment, which neither the node nor the sandbox has yet. */
const WITHOUT_SANDBOX = ['payment.refundCreditNote', 'payment.refundOverpayment', 'payment.refundPrepayment'];

test('no operation was left out', () => {
	const names = pairs.map(([resource, operation]) => `${resource}.${operation}`);
	expect(names.filter((name) => !done.has(name))).toEqual(WITHOUT_SANDBOX);
});
