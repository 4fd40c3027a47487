import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName } from '../node/stage';
import { idOf, Walk } from './walk';

const walk = new Walk('expenses');

const spend = (User: INodeParameters[string], Reference: string, amount: string): INodeParameters => ({
	User,
	Contact: byName('Kowhai Cabs'),
	LineAmountTypes: 'Inclusive',
	LineItems: { line: [{ Description: 'Ride', UnitAmount: amount, AccountCode: byCode('493') }] },
	additionalFields: { Date: '2096-03-12', Reference },
});

test('receipts are written, handed in as a claim, and the claim is approved and voided', async () => {
	const { picked: User } = await walk.choose('user');
	const made = await walk.json('receipt.create', { ...spend(User, 'Airport', '23.1234') });
	expect(made).toMatchObject({
		Status: 'DRAFT',
		Date: '2096-03-12',
		Reference: 'Airport',
		Total: 23.12,
		LineItems: [{ UnitAmount: 23.1234, AccountCode: '493' }],
	});
	const { line: name, picked: ReceiptID } = await walk.choose('receipt', 'airport');
	expect(name).toBe('2096-03-12 · Kowhai Cabs · Airport · 23.12 · Draft');
	await walk.json('receipt.update', { ReceiptID, additionalFields: { Reference: 'Airport and back' } });
	expect(await walk.json('receipt.get', { ReceiptID })).toMatchObject({
		Reference: 'Airport and back',
		LineItems: [{ UnitAmount: 23.1234, Description: 'Ride' }],
	});
	await walk.attach('receipt', { ReceiptID });
	await walk.note('receipt', { ReceiptID });
	const second = idOf(await walk.json('receipt.create', spend(User, 'Station', '9')), 'ReceiptID');

	const { picked: contact } = await walk.choose('contact', 'kowhai');
	const found = async (filters: INodeParameters) =>
		(await walk.all('receipt.getAll', filters)).map(({ Reference }) => Reference).sort();
	const mine = { Contact: contact, User, DateFrom: '2096-03-12', DateTo: '2096-03-12' };
	expect(await found({ ...mine, Status: 'Draft', where: 'Total>=9', order: 'Date DESC' })).toEqual([
		'Airport and back',
		'Station',
	]);
	expect(await found({ ...mine, DateFrom: '2096-03-13', DateTo: '2096-03-31' })).toEqual([]);
	expect(await found({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);

	const { picked: draft } = await walk.choose('draftReceipt', 'airport');
	const claim = await walk.json('expenseClaim.create', { User, Receipts: { receipt: [{ ReceiptID: draft }] } });
	expect(claim).toMatchObject({ Status: 'SUBMITTED', Total: 23.12, AmountDue: 23.12, AmountPaid: 0 });
	const ExpenseClaimID = idOf(claim, 'ExpenseClaimID');
	expect(await found({ ...mine, Status: 'Draft' })).toEqual(['Station']);
	expect((await walk.stage.search('draftReceipt', 'airport')).results).toEqual([]);

	const both = { Receipts: { receipt: [{ ReceiptID: draft }, { ReceiptID: second }] } };
	expect((await walk.json('expenseClaim.update', { ExpenseClaimID, additionalFields: both })).Total).toBe(32.12);
	const { line, picked: listed } = await walk.choose('expenseClaim', '32.12');
	expect(line).toMatch(/ · 32\.12 · Awaiting Approval$/);
	expect((await walk.json('expenseClaim.approve', { ExpenseClaimID: listed })).Status).toBe('AUTHORISED');
	expect(await found({ ...mine, Status: 'Approved' })).toEqual(['Airport and back', 'Station']);
	const totals = async (filters: INodeParameters) => (await walk.all('expenseClaim.getAll', filters)).map(({ Total }) => Total);
	expect(await totals({ User, Status: 'Awaiting Payment', where: 'Total==32.12', order: 'UpdatedDateUTC DESC' })).toEqual([
		32.12,
	]);
	expect(await totals({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
	const read = await walk.json('expenseClaim.get', { ExpenseClaimID });
	expect(read.ReportingDate).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d$/));
	expect((read.Receipts as IDataObject[]).map(({ Reference }) => Reference)).toEqual(['Airport and back', 'Station']);
	await walk.note('expenseClaim', { ExpenseClaimID });
	expect(await walk.json('expenseClaim.void', { ExpenseClaimID })).toMatchObject({ Status: 'VOIDED', AmountDue: 0 });
	const third = idOf(await walk.json('receipt.create', spend(User, 'Tram', '4')), 'ReceiptID');
	const again = await walk.json('expenseClaim.create', { User, Receipts: { receipt: [{ ReceiptID: third }] } });
	expect((await walk.json('expenseClaim.delete', { ExpenseClaimID: idOf(again, 'ExpenseClaimID') })).Status).toBe('DELETED');
	expect(await found({ ...mine, Status: 'Voided' })).toEqual(['Airport and back', 'Station']);
});

test('an expense on a bill is passed on to a customer with a line of an invoice', async () => {
	const line = (Description: string, AccountCode: string) => ({
		line: [{ Description, UnitAmount: '40', AccountCode: byCode(AccountCode) }],
	});
	await walk.json('bill.create', {
		Contact: byName('Kowhai Cabs'),
		LineAmountTypes: 'Exclusive',
		LineItems: line('Ride for a customer', '493'),
		InvoiceNumber: 'WALK-BILL',
		Date: '2096-03-01',
		DueDate: '2096-03-31',
		Status: 'Approved',
	});
	await walk.json('invoice.create', {
		Contact: byName('Walnut Hall'),
		LineAmountTypes: 'Exclusive',
		LineItems: line('Ride, passed on', '200'),
		InvoiceNumber: 'WALK-SALE',
		Date: '2096-03-01',
		DueDate: '2096-03-31',
	});
	const { picked: SourceTransactionID } = await walk.choose('bill', 'walk-bill');
	const { picked: TargetTransactionID } = await walk.choose('invoice', 'walk-sale');
	const lineOf = async (resource: 'bill' | 'invoice', InvoiceID: INodeParameters[string]) =>
		String(((await walk.json(`${resource}.get`, { InvoiceID })).LineItems as IDataObject[])[0]?.LineItemID);
	const made = await walk.json('linkedTransaction.create', {
		SourceTransactionID,
		SourceLineItemID: await lineOf('bill', SourceTransactionID),
	});
	expect(made).toMatchObject({ Status: 'APPROVED', Type: 'BILLABLEEXPENSE', SourceTransactionTypeCode: 'ACCPAY' });
	const id = String(made.LinkedTransactionID);
	const { line: name, picked: LinkedTransactionID } = await walk.choose('linkedTransaction', id.slice(0, 8));
	expect(name).toMatch(new RegExp(`^Approved · Bill · \\d{4}-\\d\\d-\\d\\d · ${id.slice(0, 8)}$`));

	const { picked: contact } = await walk.choose('contact', 'walnut');
	const billed = await walk.json('linkedTransaction.update', {
		LinkedTransactionID,
		additionalFields: { ContactID: contact, TargetTransactionID, TargetLineItemID: await lineOf('invoice', TargetTransactionID) },
	});
	expect(billed).toMatchObject({ LinkedTransactionID: id, Status: 'ONDRAFT' });
	expect((await walk.json('linkedTransaction.get', { LinkedTransactionID: byId(id) })).Status).toBe('ONDRAFT');
	const found = async (filters: INodeParameters) =>
		(await walk.all('linkedTransaction.getAll', filters)).map((one) => one.LinkedTransactionID);
	expect(await found({ ContactID: contact, Status: 'On Draft Invoice' })).toEqual([id]);
	expect(await found({ ContactID: contact, Status: 'Billed' })).toEqual([]);
	expect(await found({ Status: 'Billed' })).toContain(id);
	expect(await found({ SourceTransactionID })).toEqual([id]);
	expect(await found({ TargetTransactionID })).toEqual([id]);
	expect(await found({ LinkedTransactionID })).toEqual([id]);
	expect(await walk.json('linkedTransaction.delete', { LinkedTransactionID })).toEqual({
		deleted: true,
		LinkedTransactionID: id,
	});
	expect(await found({ SourceTransactionID })).toEqual([]);
});

test('a payment service is created, listed, and chosen for a branding theme', async () => {
	const made = await walk.json('paymentService.create', {
		PaymentServiceName: 'Walking Pay',
		PaymentServiceUrl: 'https://pay.example.com/invoices',
	});
	expect(made).toMatchObject({ PaymentServiceName: 'Walking Pay', PayNowText: 'Pay by credit card' });
	expect((await walk.all('paymentService.getAll')).map((one) => one.PaymentServiceName)).toContain('Walking Pay');
	const { line: name, picked: PaymentServiceID } = await walk.choose('paymentService', 'walking');
	expect(name).toBe('Walking Pay');
	const { picked: BrandingThemeID } = await walk.choose('brandingTheme');
	await walk.run('brandingTheme.addPaymentService', { BrandingThemeID, PaymentServiceID });
	const services = await walk.run('brandingTheme.getPaymentServices', { BrandingThemeID });
	expect(services.map(({ json }) => json.PaymentServiceName)).toContain('Walking Pay');
});

test('the settings of invoice reminders say whether they are on', async () => {
	expect(await walk.json('invoiceReminder.getSettings')).toEqual({ Enabled: expect.any(Boolean) });
});
