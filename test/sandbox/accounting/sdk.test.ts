import { Account, AccountType, type AccountingApi, CurrencyCode, Invoice, LineAmountTypes, XeroClient } from 'xero-node';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: AccountingApi;
	let tenant: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', limits: { minute: 10_000, concurrent: 50 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		const client = new XeroClient();
		client.setTokenSet({ access_token: sandbox.issue({ app: 'web' }).access_token });
		xero = client.accountingApi as AccountingApi;
		xero.basePath = `${sandbox.url}/api.xro/2.0`;
	});
	afterAll(() => sandbox.stop());

	const contact = async (name: string, more = {}): Promise<string> =>
		(await xero.createContacts(tenant, { contacts: [{ name, ...more }] })).body.contacts?.[0]?.contactID ?? '';
	const sale = (contactID: string, more: Partial<Invoice> = {}): Invoice => ({
		type: Invoice.TypeEnum.ACCREC,
		contact: { contactID },
		date: '2026-03-01',
		dueDate: '2026-03-15',
		lineAmountTypes: LineAmountTypes.Exclusive,
		lineItems: [{ description: 'Chairs', quantity: 2, unitAmount: 50, accountCode: '200' }],
		status: Invoice.StatusEnum.AUTHORISED,
		...more,
	});
	/** The SDK rejects with a JSON string. */
	const refused = async (call: Promise<unknown>): Promise<{ response: { statusCode: number; body: Record<string, unknown> } }> =>
		JSON.parse(
			String(
				await call.then(
					() => '{}',
					(error: unknown) => error,
				),
			),
		) as never;

	it('reads the organisation, its users, currencies, themes and payment services', async () => {
		const [organisation] = (await xero.getOrganisations(tenant)).body.organisations ?? [];
		expect(organisation).toMatchObject({ name: 'Kererū Trading (Demo)', baseCurrency: 'NZD', countryCode: 'NZ' });
		expect((await xero.getOrganisationActions(tenant)).body.actions).toHaveLength(13);
		expect((await xero.getOrganisationCISSettings(tenant, organisation?.organisationID ?? '')).body.cISSettings).toHaveLength(1);
		const [user] = (await xero.getUsers(tenant)).body.users ?? [];
		expect((await xero.getUser(tenant, user?.userID ?? '')).body.users?.[0]?.firstName).toBe('Ada');
		expect((await xero.createCurrency(tenant, { code: CurrencyCode.SGD })).body.currencies?.[0]?.description).toBe(
			'Singapore Dollar',
		);
		expect((await xero.getCurrencies(tenant)).body.currencies).toHaveLength(6);
		const [standard, wholesale] = (await xero.getBrandingThemes(tenant)).body.brandingThemes ?? [];
		expect(
			(await xero.getBrandingTheme(tenant, standard?.brandingThemeID ?? '')).body.brandingThemes?.[0]?.createdDateUTC,
		).toBeInstanceOf(Date);
		const [service] =
			(await xero.getBrandingThemePaymentServices(tenant, standard?.brandingThemeID ?? '')).body.paymentServices ?? [];
		const put = await xero.createBrandingThemePaymentServices(tenant, wholesale?.brandingThemeID ?? '', {
			paymentServices: [{ paymentServiceID: service?.paymentServiceID }],
		});
		expect(put.body.paymentServices?.[0]?.paymentServiceName).toBe('Example Pay');
	});

	it('keeps accounts with attachments, tax rates and tracking', async () => {
		const [account] =
			(await xero.createAccount(tenant, { code: '495', name: 'Uniforms', type: AccountType.EXPENSE })).body.accounts ?? [];
		const id = account?.accountID ?? '';
		expect(account?._class).toBe(Account.ClassEnum.EXPENSE);
		expect((await xero.updateAccount(tenant, id, { accounts: [{ name: 'Work clothes' }] })).body.accounts?.[0]?.name).toBe(
			'Work clothes',
		);
		await xero.createAccountAttachmentByFileName(tenant, id, 'a b.txt', Buffer.from('hello'));
		expect((await xero.getAccountAttachments(tenant, id)).body.attachments?.[0]?.contentLength).toBe(5);
		expect((await xero.getAccounts(tenant, undefined, 'Code=="495"')).body.accounts?.[0]?.hasAttachments).toBe(true);
		expect((await xero.deleteAccount(tenant, id)).body.accounts?.[0]?.status).toBe(Account.StatusEnum.DELETED);

		const [rate] =
			(
				await xero.createTaxRates(tenant, {
					taxRates: [{ name: 'Levy', reportTaxType: 'OUTPUT' as never, taxComponents: [{ name: 'Levy', rate: 2.5 }] }],
				})
			).body.taxRates ?? [];
		expect((await xero.getTaxRateByTaxType(tenant, rate?.taxType ?? '')).body.taxRates?.[0]?.effectiveRate).toBe(2.5);
		expect(
			(await xero.updateTaxRate(tenant, { taxRates: [{ ...rate, status: 'DELETED' as never }] })).body.taxRates?.[0]?.status,
		).toBe('DELETED');

		const [region] = (await xero.getTrackingCategories(tenant)).body.trackingCategories ?? [];
		await xero.updateTrackingCategory(tenant, region?.trackingCategoryID ?? '', { status: 'ARCHIVED' as never });
		const category =
			(await xero.createTrackingCategory(tenant, { name: 'Project' })).body.trackingCategories?.[0]?.trackingCategoryID ?? '';
		const option =
			(await xero.createTrackingOptions(tenant, category, { name: 'Alpha' })).body.options?.[0]?.trackingOptionID ?? '';
		expect((await xero.updateTrackingOptions(tenant, category, option, { name: 'Beta' })).body.options?.[0]?.name).toBe('Beta');
		expect((await xero.deleteTrackingOptions(tenant, category, option)).body.options?.[0]?.status).toBe('DELETED');
		expect((await xero.deleteTrackingCategory(tenant, category)).body.trackingCategories?.[0]?.status).toBe('DELETED');
	});

	it('keeps contacts in groups, finds them, and pages through them', async () => {
		const id = await contact('Walnut Hall', { contactNumber: 'W-1', phones: [{ phoneType: 'MOBILE', phoneNumber: '555 0101' }] });
		expect((await xero.getContactByContactNumber(tenant, 'W-1')).body.contacts?.[0]?.contactID).toBe(id);
		expect((await xero.updateContact(tenant, id, { contacts: [{ firstName: 'Pia' }] })).body.contacts?.[0]?.phones).toHaveLength(
			4,
		);
		const group =
			(await xero.createContactGroup(tenant, { contactGroups: [{ name: 'Halls' }] })).body.contactGroups?.[0]?.contactGroupID ??
			'';
		await xero.createContactGroupContacts(tenant, group, { contacts: [{ contactID: id }] });
		expect((await xero.getContactGroup(tenant, group)).body.contactGroups?.[0]?.contacts?.[0]?.name).toBe('Walnut Hall');
		expect((await xero.deleteContactGroupContact(tenant, group, id)).response.status).toBe(204);
		const page = await xero.getContacts(tenant, undefined, undefined, 'Name ASC', undefined, 1, true, undefined, undefined, 5);
		expect(page.body.pagination).toMatchObject({ page: 1, pageSize: 5, pageCount: 2, itemCount: 9 });
		expect(page.body.contacts?.[0]?.updatedDateUTC).toBeInstanceOf(Date);
		const future = await xero.getContacts(tenant, new Date(Date.now() + 60_000));
		expect(future.body.contacts).toEqual([]);
		await xero.createContactHistory(tenant, id, { historyRecords: [{ details: 'Called.' }] });
		expect((await xero.getContactHistory(tenant, id)).body.historyRecords?.map((one) => one.changes)).toEqual([
			'Note',
			'Edited',
			'Created',
		]);
	});

	it('writes invoices, each for itself, and reads the sentence of the refused one', async () => {
		const id = await contact('Chestnut Hall');
		const wrong = sale(id, { lineItems: [{ description: 'x', quantity: 1, unitAmount: 1, accountCode: '999' }] });
		const answer = await xero.createInvoices(tenant, { invoices: [sale(id, { invoiceNumber: 'S-1' }), wrong] }, false);
		const [good, bad] = answer.body.invoices ?? [];
		expect(good).toMatchObject({ invoiceNumber: 'S-1', total: 115, statusAttributeString: 'OK', hasErrors: false });
		expect(bad).toMatchObject({
			statusAttributeString: 'ERROR',
			hasErrors: true,
			validationErrors: [{ message: "Account code '999' is not a valid code for this document." }],
		});
		const whole = await refused(xero.createInvoices(tenant, { invoices: [wrong] }));
		expect(whole.response).toMatchObject({ statusCode: 400, body: { ErrorNumber: 10, Type: 'ValidationException' } });
		expect(
			(await xero.updateOrCreateInvoices(tenant, { invoices: [{ invoiceNumber: 'S-1', reference: 'again' }] })).body.invoices?.[0]
				?.reference,
		).toBe('again');
		const found = await xero.getInvoices(
			tenant,
			undefined,
			'AmountDue>=115',
			'Date DESC',
			undefined,
			['S-1'],
			[id],
			['AUTHORISED', 'PAID'],
			1,
			undefined,
			true,
			4,
			undefined,
			50,
		);
		expect(found.body.invoices).toHaveLength(1);
		expect((await refused(xero.getInvoices(tenant, undefined, 'Colour=="red"'))).response).toMatchObject({
			statusCode: 400,
			body: { ErrorNumber: 16 },
		});
	});

	it('pays, unpays, mails, prints and voids an invoice', async () => {
		const id = await contact('Beech Hall', { emailAddress: 'hall@beech.example' });
		const invoice = (await xero.createInvoices(tenant, { invoices: [sale(id)] })).body.invoices?.[0]?.invoiceID ?? '';
		const payment = { invoice: { invoiceID: invoice }, account: { code: '090' }, date: '2026-03-05', amount: 115 };
		const paid = (await xero.createPayments(tenant, { payments: [payment] }, false)).body.payments?.[0];
		expect(paid).toMatchObject({ amount: 115, statusAttributeString: 'OK' });
		expect((await xero.getInvoice(tenant, invoice)).body.invoices?.[0]).toMatchObject({
			status: 'PAID',
			amountDue: 0,
			fullyPaidOnDate: new Date('2026-03-05T00:00:00Z'),
		});
		expect(
			(await xero.getPayments(tenant, undefined, `Invoice.InvoiceID==guid("${invoice}")`, undefined, 1, 10)).body.payments,
		).toHaveLength(1);
		await xero.createPaymentHistory(tenant, paid?.paymentID ?? '', { historyRecords: [{ details: 'Cheque.' }] });
		expect((await xero.deletePayment(tenant, paid?.paymentID ?? '', { status: 'DELETED' })).body.payments?.[0]?.status).toBe(
			'DELETED',
		);
		expect((await xero.emailInvoice(tenant, invoice, {})).response.status).toBe(204);
		expect((await xero.getOnlineInvoice(tenant, invoice)).body.onlineInvoices?.[0]?.onlineInvoiceUrl).toMatch(/^https:/);
		expect((await xero.getInvoiceAsPdf(tenant, invoice)).body.subarray(0, 5).toString()).toBe('%PDF-');
		expect(
			(await xero.updateInvoice(tenant, invoice, { invoices: [{ status: Invoice.StatusEnum.VOIDED }] })).body.invoices?.[0]
				?.status,
		).toBe('VOIDED');
		expect((await refused(xero.createPayment(tenant, payment))).response.statusCode).toBe(400);
	});

	it('uploads and downloads files with any name', async () => {
		const invoice =
			(await xero.createInvoices(tenant, { invoices: [sale(await contact('Larch Hall'))] })).body.invoices?.[0]?.invoiceID ?? '';
		const [name, bytes] = ['No. 1 #draft & Übersicht.png', Buffer.from([137, 80, 0, 255])];
		const [file] = (await xero.createInvoiceAttachmentByFileName(tenant, invoice, name, bytes, true)).body.attachments ?? [];
		expect(file).toMatchObject({ fileName: name, mimeType: 'image/png', contentLength: 4, includeOnline: true });
		expect(Buffer.compare((await xero.getInvoiceAttachmentByFileName(tenant, invoice, name, 'image/png')).body, bytes)).toBe(0);
		expect(
			Buffer.compare((await xero.getInvoiceAttachmentById(tenant, invoice, file?.attachmentID ?? '', 'image/png')).body, bytes),
		).toBe(0);
		expect((await refused(xero.getInvoice(tenant, '11111111-1111-4111-8111-111111111111'))).response.statusCode).toBe(404);
	});

	it('keeps items', async () => {
		const created = await xero.createItems(
			tenant,
			{ items: [{ code: 'LAMP', name: 'Lamp', salesDetails: { unitPrice: 12.3456, accountCode: '200' } }] },
			true,
			4,
		);
		const [item] = created.body.items ?? [];
		expect(item?.salesDetails?.unitPrice).toBe(12.3456);
		expect(
			(await xero.updateOrCreateItems(tenant, { items: [{ code: 'LAMP', description: 'A lamp' }] })).body.items?.[0]?.itemID,
		).toBe(item?.itemID);
		expect((await xero.getItems(tenant, undefined, 'Code=="LAMP"')).body.items?.[0]?.description).toBe('A lamp');
		expect((await xero.getItemHistory(tenant, item?.itemID ?? '')).body.historyRecords).toHaveLength(2);
		expect((await xero.deleteItem(tenant, item?.itemID ?? '')).response.status).toBe(204);
	});
});
