import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byName, byNumber } from '../node/stage';
import { idOf, line, Walk } from './walk';

const walk = new Walk('money');

const names = (records: readonly IDataObject[], key: string) => records.map((one) => one[key]);

/** Money in or out through the bank account 090 with Ridgeway Test. */
const money = (Type: string, LineItems: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	Type,
	BankAccount: byCode('090'),
	Contact: byName('Ridgeway Test'),
	LineAmountTypes: 'No Tax',
	LineItems,
	Date: '2096-03-05',
	...more,
});

test('money spent is created, changed, found, and deleted', async () => {
	const { line: bank, picked: BankAccount } = await walk.choose('bankAccount', '091');
	expect(bank).toContain('091');
	const made = await walk.json('bankTransaction.create', {
		...money('Spend Money', line('Fuel', '80.5', '429'), {
			Reference: 'Card 12',
			additionalFields: { Url: 'https://example.com/receipts/12' },
		}),
		BankAccount,
	});
	expect(made).toMatchObject({
		Type: 'SPEND',
		Status: 'AUTHORISED',
		Date: '2096-03-05',
		Reference: 'Card 12',
		Total: 80.5,
		IsReconciled: false,
	});
	const { line: name, picked: BankTransactionID } = await walk.choose('bankTransaction', 'card 12');
	expect(name).toBe('2096-03-05 · Spend Money · Ridgeway Test · 80.50 NZD · Card 12');
	const upserted = await walk.json('bankTransaction.upsert', {
		...money('Spend Money', line('Fuel', '81', '429'), {
			Reference: 'Card 13',
			additionalFields: { BankTransactionID: String(made.BankTransactionID) },
		}),
		BankAccount,
	});
	expect(upserted).toMatchObject({ BankTransactionID: made.BankTransactionID, Reference: 'Card 13', Total: 81 });
	await walk.json('bankTransaction.update', { BankTransactionID, LineItems: line('Diesel', '82', '429') });
	const read = await walk.json('bankTransaction.get', { BankTransactionID });
	expect(read).toMatchObject({ Reference: 'Card 13', Total: 82, LineItems: [{ Description: 'Diesel', UnitAmount: 82 }] });

	const { picked: Contact } = await walk.choose('contact', 'ridgeway test');
	const references = async (filters: INodeParameters) => names(await walk.all('bankTransaction.getAll', filters), 'Reference');
	const day = { DateFrom: '2096-03-05', DateTo: '2096-03-05' };
	expect(
		await references({ ...day, BankAccount, Contact, IsReconciled: false, Status: 'Authorised', Type: 'Spend Money' }),
	).toEqual(['Card 13']);
	expect(await references({ Reference: 'Card 13', order: 'Date DESC' })).toEqual(['Card 13']);
	expect(await references({ Contact, IsReconciled: true })).toEqual([]);
	expect(await references({ ...day, where: 'Total==82 OR Total==1' })).toEqual(['Card 13']);
	await walk.attach('bankTransaction', { BankTransactionID });
	await walk.note('bankTransaction', { BankTransactionID });
	expect((await walk.json('bankTransaction.delete', { BankTransactionID })).Status).toBe('DELETED');
	expect(await references({ Contact, Status: 'Deleted' })).toEqual(['Card 13']);
});

test('money is moved between two bank accounts, found, and the transfer deleted in both', async () => {
	const { picked: from } = await walk.choose('bankAccount', '090');
	const { picked: to } = await walk.choose('bankAccount', '091');
	const { line: option, picked: Option } = await walk.choose('trackingOption');
	expect(option).not.toBe('');
	const made = await walk.json('bankTransfer.create', {
		FromBankAccount: from,
		ToBankAccount: to,
		Amount: '500.00',
		additionalFields: { Date: '2096-03-08', Reference: 'Tax set aside', FromTracking: { category: [{ Option }] } },
	});
	expect(made).toMatchObject({
		Status: 'AUTHORISED',
		Date: '2096-03-08',
		Amount: 500,
		FromTracking: [{ Option: expect.any(String) }],
	});
	const { line: name, picked: BankTransferID } = await walk.choose('bankTransfer', 'tax set aside');
	expect(name).toMatch(/^2096-03-08 · .+ → .+ · 500\.00 · Tax set aside$/);
	expect((await walk.json('bankTransfer.get', { BankTransferID })).BankTransferID).toBe(made.BankTransferID);
	const sides = async () =>
		names(await walk.all('bankTransaction.getAll', { Reference: 'Tax set aside', order: 'Type ASC' }), 'Status');
	expect(await sides()).toEqual(['AUTHORISED', 'AUTHORISED']);
	await walk.attach('bankTransfer', { BankTransferID });
	await walk.note('bankTransfer', { BankTransferID });
	const amounts = async (filters: INodeParameters) => names(await walk.all('bankTransfer.getAll', filters), 'Amount');
	const day = { DateFrom: '2096-03-08', DateTo: '2096-03-08' };
	expect(await amounts(day)).toEqual([500]);
	expect(await walk.json('bankTransfer.delete', { BankTransferID })).toMatchObject({ Status: 'DELETED' });
	expect(await sides()).toEqual(['DELETED', 'DELETED']);
	expect(await amounts(day)).toEqual([]);
	expect(await amounts({ ...day, includeDeleted: true, where: 'Amount>=500', order: 'Date DESC' })).toEqual([500]);
	expect(await amounts({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
});

test('bills are paid in a batch, and due again when it is deleted', async () => {
	await walk.owed('ACCPAY', 'WALK-B1', '70');
	await walk.owed('ACCPAY', 'WALK-B2', '30');
	const { picked: Invoice } = await walk.choose('unpaidInvoice', 'walk-b1');
	const made = await walk.json('batchPayment.create', {
		Account: byCode('090'),
		Date: '2096-03-09',
		Payments: {
			payment: [
				{ Invoice, Amount: '70', additionalFields: { Reference: 'WALK-B1', Code: 'A1' } },
				{ Invoice: byNumber('WALK-B2'), Amount: '10' },
			],
		},
		additionalFields: { Reference: 'Run 7', Details: 'Suppliers' },
	});
	expect(made).toMatchObject({ Type: 'PAYBATCH', Status: 'AUTHORISED', Date: '2096-03-09', TotalAmount: 80, Reference: 'Run 7' });
	expect(await walk.due('WALK-B1')).toEqual([0, 'PAID']);
	expect(await walk.due('WALK-B2')).toEqual([20, 'AUTHORISED']);
	const { line: name, picked: BatchPaymentID } = await walk.choose('batchPayment', 'run 7');
	expect(name).toBe('2096-03-09 · Bill Payments · 80.00 · Run 7');
	expect(
		((await walk.json('batchPayment.get', { BatchPaymentID })).Payments as IDataObject[]).map(({ Amount }) => Amount),
	).toEqual([70, 10]);
	const references = async (filters: INodeParameters) => names(await walk.all('batchPayment.getAll', filters), 'Reference');
	const day = { DateFrom: '2096-03-09', DateTo: '2096-03-09' };
	expect(await references({ ...day, Status: 'Authorised', Type: 'Bill Payments', order: 'Date DESC' })).toEqual(['Run 7']);
	expect(await references({ ...day, Type: 'Sales Invoice Payments' })).toEqual([]);
	await walk.note('batchPayment', { BatchPaymentID });
	expect((await walk.json('batchPayment.delete', { BatchPaymentID })).Status).toBe('DELETED');
	expect(await walk.due('WALK-B1')).toEqual([70, 'AUTHORISED']);
	expect(await references({ ...day, where: 'Status=="DELETED"' })).toEqual(['Run 7']);
});

test('an overpayment is voided with its bank transaction', async () => {
	const made = await walk.json('bankTransaction.create', money('Receive Overpayment', line('Paid twice', '15')));
	const BankTransactionID = idOf(made, 'BankTransactionID');
	expect((await walk.json('bankTransaction.void', { BankTransactionID })).Status).toBe('VOIDED');
	expect(walk.stage.records('Overpayments')).toContainEqual(
		expect.objectContaining({ OverpaymentID: made.OverpaymentID, Status: 'VOIDED', RemainingCredit: 0 }),
	);
});

test('what the lists of a line offer is taken as it is: account, tax rate, item, tracking, currency and theme', async () => {
	const { picked: Contact } = await walk.choose('contact', 'ridgeway test');
	const { line: account, picked: AccountCode } = await walk.choose('accountCode', '429');
	expect(account).toBe('429 · General Expenses');
	const { picked: TaxType } = await walk.choose('taxRate', 'expenses', 'bankTransaction');
	const { line: item, picked: ItemCode } = await walk.choose('itemCode');
	const { line: tracked, picked: Option } = await walk.choose('trackingOption');
	const { picked: AccountID } = await walk.choose('activeAccount', 'general expenses');
	const { picked: CurrencyCode } = await walk.choose('currency', 'nzd');
	const { picked: BrandingThemeID } = await walk.choose('brandingTheme');
	const LineItems = {
		line: [
			{ Description: 'Tea', UnitAmount: '10', AccountCode, TaxType, Tracking: { category: [{ Option }] } },
			{ Description: 'Milk', UnitAmount: '5', additionalFields: { AccountID } },
			{ Quantity: '2', ItemCode, AccountCode },
		],
	};
	const spent = await walk.json('bankTransaction.create', {
		...money('SPEND', LineItems, { additionalFields: { CurrencyCode } }),
		Contact,
	});
	const [tea, milk, third] = spent.LineItems as IDataObject[];
	expect(tea).toMatchObject({ AccountCode: '429', Tracking: [{ Option: expect.any(String) }] });
	expect(tracked).toContain(String((tea!.Tracking as IDataObject[])[0]!.Option));
	expect(milk).toMatchObject({ AccountCode: '429', LineAmount: 5 });
	expect(item).toContain(String(third!.ItemCode));
	const credit = await walk.json('creditNote.create', {
		Type: 'ACCRECCREDIT',
		Contact,
		LineAmountTypes: 'Exclusive',
		LineItems: line('Books', '3', '200'),
		additionalFields: { CurrencyCode, BrandingThemeID },
	});
	expect(credit).toMatchObject({ CurrencyCode: 'NZD', BrandingThemeID: BrandingThemeID.value });
});
