import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byName, byNumber } from '../node/stage';
import { idOf, Walk } from './walk';

const walk = new Walk('sales');

test('a contact is created, found, changed, archived and restored', async () => {
	const made = await walk.json('contact.create', {
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
	const again = await walk.json('contact.upsert', { Name: 'Ridgeway Test', additionalFields: { FirstName: 'Sam' } });
	expect(again.ContactID).toBe(made.ContactID);
	expect(await walk.json('contact.findOrCreate', { by: 'Name', Name: 'Ridgeway Test' })).toMatchObject({
		found: true,
		ContactID: made.ContactID,
	});
	expect(await walk.json('contact.find', { by: 'ContactNumber', value: 'CUST 100/A' })).toMatchObject({
		found: true,
		ContactID: made.ContactID,
	});
	await walk.json('contact.update', { ContactID, additionalFields: { LastName: 'Sample' } });
	const read = await walk.json('contact.get', { ContactID: byNumber('CUST 100/A') });
	expect([read.ContactID, read.FirstName, read.LastName]).toEqual([made.ContactID, 'Sam', 'Sample']);
	expect((await walk.all('contact.getAll', { IDs: String(made.ContactID) })).map(({ Name }) => Name)).toEqual(['Ridgeway Test']);
	expect(
		(
			await walk.all('contact.getAll', {
				searchTerm: 'ridgeway test',
				Name: 'Ridgeway Test',
				where: 'EmailAddress=="accounts@example.com"',
			})
		).length,
	).toBe(1);
	await walk.run('contact.getCisSettings', { ContactID });
	await walk.attach('contact', { ContactID });
	await walk.note('contact', { ContactID });
	expect((await walk.json('contact.archive', { ContactID })).ContactStatus).toBe('ARCHIVED');
	const shown = async (show: string) => (await walk.all('contact.getAll', { IDs: String(made.ContactID) }, show)).length;
	expect([await shown('active'), await shown('archived'), await shown('all')]).toEqual([0, 1, 1]);
	const byEmail = { by: 'EmailAddress', value: 'accounts@example.com', ifNothing: 'row' };
	expect(await walk.json('contact.find', byEmail)).toEqual({ found: false });
	expect((await walk.json('contact.restore', { ContactID })).ContactStatus).toBe('ACTIVE');
});

test('a contact group is filled, emptied and deleted', async () => {
	const [first, second] = await walk.all('contact.getAll');
	const ContactGroupID = idOf(await walk.json('contactGroup.create', { Name: 'Walkers' }), 'ContactGroupID');
	for (const one of [first!, second!])
		await walk.json('contactGroup.addContact', { ContactGroupID, ContactID: idOf(one, 'ContactID') });
	const members = async () =>
		((await walk.json('contactGroup.get', { ContactGroupID })).Contacts as IDataObject[] | undefined)?.length ?? 0;
	expect(await members()).toBe(2);
	await walk.json('contactGroup.removeContact', { ContactGroupID, ContactID: idOf(first!, 'ContactID') });
	expect(await members()).toBe(1);
	await walk.json('contactGroup.removeAllContacts', { ContactGroupID });
	expect(await members()).toBe(0);
	await walk.json('contactGroup.update', { ContactGroupID, additionalFields: { Name: 'Runners' } });
	expect((await walk.all('contactGroup.getAll', { where: 'Name=="Runners"' })).length).toBe(1);
	await walk.json('contactGroup.delete', { ContactGroupID });
	expect((await walk.all('contactGroup.getAll', { where: 'Name=="Runners"' })).length).toBe(0);
});

const draft = (more: INodeParameters = {}): INodeParameters => ({
	Contact: byName('Ridgeway Test'),
	LineAmountTypes: 'NoTax',
	LineItems: { line: [{ Description: 'Consulting', Quantity: '2', UnitAmount: '50.1234', AccountCode: byCode('200') }] },
	Date: '2096-03-01',
	DueDate: '2096-03-31',
	...more,
});

test('an invoice goes from draft to approved, is sent, paid, unpaid and voided', async () => {
	const made = await walk.json('invoice.create', draft({ InvoiceNumber: 'WALK-1' }));
	const InvoiceID = idOf(made, 'InvoiceID');
	expect(made).toMatchObject({ Status: 'DRAFT', Date: '2096-03-01', DueDate: '2096-03-31', Total: 100.25 });
	expect((await walk.json('invoice.upsert', draft({ InvoiceNumber: 'WALK-1', Reference: 'again' }))).InvoiceID).toBe(
		made.InvoiceID,
	);
	await walk.json('invoice.update', { InvoiceID, Reference: 'PO 77' });
	const read = await walk.json('invoice.get', { InvoiceID: byNumber('WALK-1') });
	expect(read).toMatchObject({ Reference: 'PO 77', LineItems: [{ UnitAmount: 50.1234, AccountCode: '200' }] });
	expect((await walk.json('invoice.submit', { InvoiceID })).Status).toBe('SUBMITTED');
	expect((await walk.json('invoice.approve', { InvoiceID })).Status).toBe('AUTHORISED');
	expect((await walk.json('invoice.markAsSent', { InvoiceID })).SentToContact).toBe(true);
	expect(await walk.json('invoice.sendEmail', { InvoiceID })).toMatchObject({ success: true });
	expect((await walk.json('invoice.getOnlineInvoice', { InvoiceID })).OnlineInvoiceUrl).toMatch(/^https?:/);
	await walk.pdf('invoice', { InvoiceID });
	await walk.attach('invoice', { InvoiceID });
	await walk.note('invoice', { InvoiceID });
	const found = await walk.all('invoice.getAll', {
		InvoiceNumbers: 'WALK-1',
		Statuses: ['AUTHORISED'],
		DateFrom: '2096-03-01',
		DateTo: '2096-03-01',
	});
	expect(found.map((one) => one.InvoiceID)).toEqual([made.InvoiceID]);

	const [bank] = await walk.all('account.getAll', { Type: 'BANK', where: 'CurrencyCode=="NZD"' });
	const payment = await walk.json('payment.create', {
		Invoice: byNumber('WALK-1'),
		Account: idOf(bank!, 'AccountID'),
		Date: '2096-03-15',
		Amount: '100.25',
		additionalFields: { Reference: 'Direct debit' },
	});
	const PaymentID = idOf(payment, 'PaymentID');
	expect((await walk.json('payment.get', { PaymentID })).Amount).toBe(100.25);
	expect((await walk.json('invoice.get', { InvoiceID })).Status).toBe('PAID');
	expect(
		(await walk.all('payment.getAll', { Invoice: InvoiceID, Status: 'AUTHORISED', DateFrom: '2096-03-15', DateTo: '2096-03-15' }))
			.length,
	).toBe(1);
	await walk.note('payment', { PaymentID });
	expect((await walk.json('payment.delete', { PaymentID })).Status).toBe('DELETED');
	expect((await walk.json('invoice.void', { InvoiceID })).Status).toBe('VOIDED');
});

/** A bill of a supplier. */
const billed = (more: INodeParameters): INodeParameters => ({
	Contact: byName('Rata Print'),
	LineAmountTypes: 'NoTax',
	LineItems: { line: [{ Description: 'Flyers', Quantity: '500', UnitAmount: '0.1234', AccountCode: byCode('429') }] },
	Date: '2096-03-01',
	DueDate: '2096-03-31',
	...more,
});

test('a bill goes from draft to approved, is paid, unpaid and voided', async () => {
	const planned = { additionalFields: { PlannedPaymentDate: '2096-03-20' } };
	const made = await walk.json('bill.create', billed({ InvoiceNumber: 'WALK-RP1', ...planned }));
	expect(made).toMatchObject({
		Type: 'ACCPAY',
		Status: 'DRAFT',
		InvoiceNumber: 'WALK-RP1',
		Date: '2096-03-01',
		DueDate: '2096-03-31',
		PlannedPaymentDate: '2096-03-20',
		Total: 61.7,
	});
	const { line: name, picked: InvoiceID } = await walk.choose('bill', 'walk-rp1');
	expect(name).toBe('WALK-RP1 · Rata Print · 61.70 NZD · Draft');
	expect(InvoiceID.value).toBe(made.InvoiceID);

	await walk.json('bill.update', { InvoiceID, DueDate: '2096-04-20' });
	const read = await walk.json('bill.get', { InvoiceID });
	expect(read).toMatchObject({ DueDate: '2096-04-20', LineItems: [{ UnitAmount: 0.1234, AccountCode: '429' }] });
	expect((await walk.json('bill.submit', { InvoiceID })).Status).toBe('SUBMITTED');
	expect(await walk.json('bill.approve', { InvoiceID })).toMatchObject({ Type: 'ACCPAY', Status: 'AUTHORISED' });
	await walk.pdf('bill', { InvoiceID });
	await walk.attach('bill', { InvoiceID });
	await walk.note('bill', { InvoiceID });

	const payment = await walk.json('payment.create', {
		Invoice: InvoiceID,
		Account: byCode('090'),
		Date: '2096-03-20',
		Amount: '61.70',
	});
	expect(payment).toMatchObject({ PaymentType: 'ACCPAYPAYMENT', Amount: 61.7 });
	expect(await walk.json('bill.get', { InvoiceID })).toMatchObject({ Status: 'PAID', AmountDue: 0 });
	await walk.json('payment.delete', { PaymentID: idOf(payment, 'PaymentID') });
	expect((await walk.json('bill.void', { InvoiceID })).Status).toBe('VOIDED');

	const draft = idOf(await walk.json('bill.create', billed({ InvoiceNumber: 'WALK-RP2' })), 'InvoiceID');
	expect((await walk.json('bill.delete', { InvoiceID: draft })).Status).toBe('DELETED');
});

test('bills and sales invoices stand apart, though Xero has both in one list', async () => {
	const both = { InvoiceNumber: 'WALK-TWIN' };
	const sale = await walk.json('invoice.create', draft(both));
	const bill = await walk.json('bill.create', billed(both));
	const idsOf = async (resource: string, filters: INodeParameters) =>
		(await walk.all(`${resource}.getAll`, { InvoiceNumbers: 'WALK-TWIN', ...filters })).map((one) => one.InvoiceID);
	expect(await idsOf('invoice', {})).toEqual([sale.InvoiceID]);
	expect(await idsOf('bill', {})).toEqual([bill.InvoiceID]);
	expect(await idsOf('bill', { where: 'Total==61.7 OR Total==100.25' })).toEqual([bill.InvoiceID]);
	expect((await walk.choose('invoice', 'walk-twin')).picked.value).toBe(sale.InvoiceID);
	expect((await walk.choose('bill', 'walk-twin')).picked.value).toBe(bill.InvoiceID);
	expect(await walk.refused('bill.get', { InvoiceID: idOf(sale, 'InvoiceID') })).toContain(
		`Item 1, Bill “${String(sale.InvoiceID)}”: is a sales invoice. Use the resource Invoice`,
	);
	expect(await walk.refused('invoice.get', { InvoiceID: idOf(bill, 'InvoiceID') })).toContain(
		`Item 1, Invoice “${String(bill.InvoiceID)}”: is a bill. Use the resource Bill`,
	);
});

test('a draft is deleted', async () => {
	const InvoiceID = idOf(await walk.json('invoice.create', draft({ InvoiceNumber: 'WALK-2' })), 'InvoiceID');
	expect((await walk.json('invoice.delete', { InvoiceID })).Status).toBe('DELETED');
});

test('an item is created, found by its code, changed and deleted', async () => {
	const made = await walk.json('item.create', {
		Code: 'WALK/1',
		additionalFields: { Name: 'Boots', SalesDetails: { values: { UnitPrice: '80.5', AccountCode: byCode('200') } } },
	});
	const ItemID = idOf(made, 'ItemID');
	expect((await walk.json('item.upsert', { Code: 'WALK/1', additionalFields: { Description: 'Good boots' } })).ItemID).toBe(
		made.ItemID,
	);
	expect(await walk.json('item.findOrCreate', { Code: 'WALK/1' })).toMatchObject({ found: true, ItemID: made.ItemID });
	expect(await walk.json('item.find', { value: 'WALK/1' })).toMatchObject({ found: true, ItemID: made.ItemID });
	expect(await walk.run('item.find', { value: 'WALK/0' })).toEqual([]);
	await walk.json('item.update', { ItemID, Code: 'WALK/1', additionalFields: { Name: 'Walking boots' } });
	expect(await walk.json('item.get', { ItemID: byCode('WALK/1') })).toMatchObject({
		Name: 'Walking boots',
		SalesDetails: { UnitPrice: 80.5 },
	});
	expect((await walk.all('item.getAll', { Code: 'WALK/1' })).length).toBe(1);
	await walk.note('item', { ItemID });
	expect((await walk.json('item.delete', { ItemID })).deleted).toBe(true);
});
