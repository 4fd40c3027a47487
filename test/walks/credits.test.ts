import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byName, byNumber } from '../node/stage';
import { idOf, line, Walk } from './walk';

const walk = new Walk('credits');

const names = (records: readonly IDataObject[], key: string) => records.map((one) => one[key]);

const credit = (more: INodeParameters): INodeParameters => ({
	Type: 'Customer Credit Note',
	Contact: byName('Ridgeway Test'),
	LineAmountTypes: 'No Tax',
	LineItems: line('Returned books', '60.1234', '200'),
	Date: '2096-03-02',
	...more,
});

test('a credit note is approved, allocated to an invoice, taken off again, refunded and voided', async () => {
	await walk.owed('ACCREC', 'WALK-M1', '50');
	const made = await walk.json('creditNote.create', {
		...credit({ CreditNoteNumber: 'WALK/C 1', Reference: 'WALK-M1' }),
	});
	expect(made).toMatchObject({
		CreditNoteNumber: 'WALK/C 1',
		Status: 'DRAFT',
		Date: '2096-03-02',
		LineItems: [{ UnitAmount: 60.1234, LineAmount: 60.12 }],
		Total: 60.12,
		RemainingCredit: 60.12,
	});
	const again = await walk.json(
		'creditNote.upsert',
		credit({ CreditNoteNumber: 'WALK/C 1', additionalFields: { DueDate: '2096-04-20' } }),
	);
	expect(again).toMatchObject({ CreditNoteID: made.CreditNoteID, DueDate: '2096-04-20' });
	const { line: name, picked: CreditNoteID } = await walk.choose('creditNote', 'walk/c 1');
	expect(name).toBe('WALK/C 1 · Ridgeway Test · 60.12 NZD · Draft');

	await walk.json('creditNote.update', { CreditNoteID, Reference: 'Returned' });
	expect((await walk.json('creditNote.submit', { CreditNoteID })).Status).toBe('SUBMITTED');
	expect((await walk.json('creditNote.approve', { CreditNoteID })).Status).toBe('AUTHORISED');
	expect(await walk.json('creditNote.get', { CreditNoteID: byNumber('WALK/C 1') })).toMatchObject({
		CreditNoteID: made.CreditNoteID,
		Reference: 'Returned',
		RemainingCredit: 60.12,
	});

	const { line: invoice, picked: Invoice } = await walk.choose('invoice', 'walk-m1');
	expect(invoice).toBe('WALK-M1 · Ridgeway Test · 50.00 NZD · Awaiting Payment');
	await walk.json('creditNote.allocate', { CreditNoteID, Invoice, Date: '2096-03-03', Amount: '50' });
	expect(await walk.due('WALK-M1')).toEqual([0, 'PAID']);
	expect(await walk.json('creditNote.get', { CreditNoteID })).toMatchObject({
		Status: 'AUTHORISED',
		RemainingCredit: 10.12,
		Allocations: [{ Amount: 50, Date: '2096-03-03', Invoice: { InvoiceNumber: 'WALK-M1' } }],
	});
	const { line: allocation, picked: AllocationID } = await walk.choose('allocation', 'walk-m1', 'creditNote');
	expect(allocation).toBe('WALK/C 1 · WALK-M1 · 50.00 · 2096-03-03');
	expect(await walk.json('creditNote.removeAllocation', { CreditNoteID, AllocationID })).toMatchObject({
		deleted: true,
		AllocationID: AllocationID.value,
		Amount: 50,
	});
	expect(await walk.due('WALK-M1')).toEqual([50, 'AUTHORISED']);

	const { line: bank, picked: Account } = await walk.choose('paymentAccount', '090');
	expect(bank).toContain('090');
	const refund = await walk.json('payment.refundCreditNote', {
		CreditNote: byNumber('WALK/C 1'),
		Account,
		Date: '2096-03-04',
		Amount: '60.12',
		additionalFields: { Reference: 'Paid back' },
	});
	expect(refund).toMatchObject({ PaymentType: 'ARCREDITPAYMENT', Amount: 60.12, CreditNote: { RemainingCredit: 0 } });
	expect(await walk.json('creditNote.get', { CreditNoteID })).toMatchObject({ Status: 'PAID', RemainingCredit: 0 });
	const { error } = await walk.stage.run('creditNote.void', { CreditNoteID });
	expect(error).toContain('Xero says: ');
	const { line: payment, picked: PaymentID } = await walk.choose('payment', 'paid back');
	expect(payment).toBe('2096-03-04 · WALK/C 1 · 60.12 · Paid back');
	expect((await walk.json('payment.get', { PaymentID })).PaymentID).toBe(refund.PaymentID);
	expect((await walk.json('payment.delete', { PaymentID })).Status).toBe('DELETED');
	expect((await walk.json('creditNote.void', { CreditNoteID })).Status).toBe('VOIDED');
	await walk.pdf('creditNote', { CreditNoteID });
	await walk.attach('creditNote', { CreditNoteID });
	await walk.note('creditNote', { CreditNoteID });
});

test('credit notes are found by each filter of the list, and a draft is deleted', async () => {
	const CreditNoteID = idOf(
		await walk.json('creditNote.create', {
			...credit({ CreditNoteNumber: 'WALK-C2' }),
			Type: 'ACCPAYCREDIT',
		}),
		'CreditNoteID',
	);
	const { picked: Contact } = await walk.choose('contact', 'ridgeway test');
	const numbers = async (filters: INodeParameters) =>
		names(await walk.all('creditNote.getAll', { order: 'CreditNoteNumber ASC', ...filters }), 'CreditNoteNumber');
	expect(await numbers({ Contact })).toEqual(['WALK-C2', 'WALK/C 1']);
	expect(await numbers({ Contact, Status: 'Voided' })).toEqual(['WALK/C 1']);
	expect(await numbers({ Contact, Type: 'Supplier Credit Note', DateFrom: '2096-03-02', DateTo: '2096-03-02' })).toEqual([
		'WALK-C2',
	]);
	expect(await numbers({ Reference: 'Returned' })).toEqual(['WALK/C 1']);
	expect(await numbers({ Contact, DateTo: '2096-03-01' })).toEqual([]);
	expect(await numbers({ Contact, where: 'Total>=61 OR CreditNoteNumber=="WALK-C2"' })).toEqual(['WALK-C2']);
	expect(await numbers({ 'If-Modified-Since': '2099-01-01T00:00:00Z' })).toEqual([]);
	expect((await walk.json('creditNote.delete', { CreditNoteID })).Status).toBe('DELETED');
});

/** Money on account through the bank account 090 with Ridgeway Test. */
const money = (Type: string, LineItems: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	Type,
	BankAccount: byCode('090'),
	Contact: byName('Ridgeway Test'),
	LineAmountTypes: 'No Tax',
	LineItems,
	Date: '2096-03-05',
	...more,
});

test('money received in advance becomes a prepayment, is allocated, taken off again, refunded and voided', async () => {
	await walk.owed('ACCREC', 'WALK-M2', '120');
	const received = await walk.json('bankTransaction.create', money('Receive Prepayment', line('Deposit', '100', '200')));
	expect(received).toMatchObject({ Type: 'RECEIVE-PREPAYMENT', Total: 100 });
	const { line: name, picked: PrepaymentID } = await walk.choose('prepayment', 'ridgeway test');
	const prepaid = await walk.json('prepayment.get', { PrepaymentID });
	expect(prepaid).toMatchObject({ PrepaymentID: received.PrepaymentID, Status: 'AUTHORISED', Total: 100, RemainingCredit: 100 });
	expect(name).toBe(`2096-03-05 · Ridgeway Test · ${String(prepaid.InvoiceNumber)} · 100.00 NZD · 100.00 left`);

	const Invoice = byNumber('WALK-M2');
	await walk.json('prepayment.allocate', { PrepaymentID, Invoice, Date: '2096-03-06', Amount: '100' });
	expect(await walk.due('WALK-M2')).toEqual([20, 'AUTHORISED']);
	expect(await walk.json('prepayment.get', { PrepaymentID })).toMatchObject({ Status: 'PAID', RemainingCredit: 0 });
	const { line: allocation, picked: AllocationID } = await walk.choose('allocation', 'walk-m2', 'prepayment');
	expect(allocation).toBe(`${String(prepaid.InvoiceNumber)} · WALK-M2 · 100.00 · 2096-03-06`);
	await walk.json('prepayment.removeAllocation', { PrepaymentID, AllocationID });
	expect(await walk.due('WALK-M2')).toEqual([120, 'AUTHORISED']);

	const Prepayment = PrepaymentID;
	const refund = await walk.json('payment.refundPrepayment', {
		Prepayment,
		Account: byCode('090'),
		Date: '2096-03-07',
		Amount: '40',
	});
	expect(refund).toMatchObject({ PaymentType: 'ARPREPAYMENTPAYMENT', Amount: 40, Prepayment: { RemainingCredit: 60 } });
	expect(await walk.json('prepayment.get', { PrepaymentID })).toMatchObject({ Status: 'AUTHORISED', RemainingCredit: 60 });
	await walk.json('payment.delete', { PaymentID: idOf(refund, 'PaymentID') });
	const { picked: Contact } = await walk.choose('contact', 'ridgeway test');
	const totals = async (filters: INodeParameters) => names(await walk.all('prepayment.getAll', filters), 'Total');
	expect(await totals({ InvoiceNumbers: String(prepaid.InvoiceNumber), Contact, Status: 'Approved' })).toEqual([100]);
	expect(await totals({ Contact, DateFrom: '2096-03-05', DateTo: '2096-03-05', order: 'Date DESC' })).toEqual([100]);
	expect(await totals({ Contact, Status: 'Paid' })).toEqual([]);
	await walk.note('prepayment', { PrepaymentID });
	const voided = await walk.json('bankTransaction.void', { BankTransactionID: idOf(received, 'BankTransactionID') });
	expect(voided.Status).toBe('VOIDED');
	expect((await walk.json('prepayment.get', { PrepaymentID })).Status).toBe('VOIDED');
});

test('a supplier paid too much is an overpayment, which is put against a bill and paid back', async () => {
	await walk.owed('ACCPAY', 'WALK-B1', '70');
	const spent = await walk.json('bankTransaction.create', {
		...money('Spend Overpayment', line('Paid twice', '90'), { Reference: 'Twice' }),
		Contact: byName('Rata Print'),
	});
	const { line: name, picked: OverpaymentID } = await walk.choose('overpayment', 'twice');
	expect(name).toBe('2096-03-05 · Rata Print · Twice · 90.00 NZD · 90.00 left');
	expect(OverpaymentID.value).toBe(spent.OverpaymentID);

	const { line: bill, picked: Invoice } = await walk.choose('bill', 'walk-b1');
	expect(bill).toBe('WALK-B1 · Rata Print · 70.00 NZD · Awaiting Payment');
	await walk.json('overpayment.allocate', { OverpaymentID, Invoice, Date: '2096-03-06', Amount: '30' });
	expect(await walk.due('WALK-B1')).toEqual([40, 'AUTHORISED']);
	const { line: allocation, picked: AllocationID } = await walk.choose('allocation', 'walk-b1', 'overpayment');
	expect(allocation).toBe('Twice · WALK-B1 · 30.00 · 2096-03-06');
	await walk.json('overpayment.removeAllocation', { OverpaymentID, AllocationID });
	expect(await walk.due('WALK-B1')).toEqual([70, 'AUTHORISED']);

	const refund = await walk.json('payment.refundOverpayment', {
		Overpayment: OverpaymentID,
		Account: byCode('090'),
		Date: '2096-03-07',
		Amount: '90',
	});
	expect(refund).toMatchObject({ PaymentType: 'APOVERPAYMENTPAYMENT', Amount: 90, Overpayment: { RemainingCredit: 0 } });
	expect(await walk.json('overpayment.get', { OverpaymentID })).toMatchObject({
		Status: 'PAID',
		RemainingCredit: 0,
		Reference: 'Twice',
	});
	const { picked: Contact } = await walk.choose('contact', 'rata print');
	const references = async (filters: INodeParameters) => names(await walk.all('overpayment.getAll', filters), 'Reference');
	expect(await references({ References: 'Twice, Thrice', Contact, Status: 'Paid' })).toEqual(['Twice']);
	expect(await references({ Contact, DateFrom: '2096-03-05', DateTo: '2096-03-05', order: 'Date DESC' })).toEqual(['Twice']);
	expect(await references({ References: 'Thrice' })).toEqual([]);
	await walk.note('overpayment', { OverpaymentID });
});

test('an invoice is paid, the payment found, noted and deleted', async () => {
	const { line: name, picked: Invoice } = await walk.choose('invoice', 'walk-m2');
	expect(name).toContain('WALK-M2');
	await walk.json('payment.create', {
		Invoice,
		Account: byCode('090'),
		Date: '2096-03-15',
		Amount: '120',
		additionalFields: { Reference: 'Direct debit 9' },
	});
	expect(await walk.due('WALK-M2')).toEqual([0, 'PAID']);
	const { picked: PaymentID } = await walk.choose('payment', 'direct debit 9');
	expect((await walk.json('payment.get', { PaymentID })).Amount).toBe(120);
	const amounts = async (filters: INodeParameters) => names(await walk.all('payment.getAll', filters), 'Amount');
	expect(await amounts({ Invoice, Status: 'Authorised', DateFrom: '2096-03-15', DateTo: '2096-03-15' })).toEqual([120]);
	expect(await amounts({ Reference: 'Direct debit 9', PaymentType: 'Sales Invoice Payment', order: 'Date DESC' })).toEqual([120]);
	expect(await amounts({ PaymentType: 'Sales Credit Note Refund', where: 'Amount==60.12' })).toEqual([60.12]);
	await walk.note('payment', { PaymentID });
	expect((await walk.json('payment.delete', { PaymentID })).Status).toBe('DELETED');
	expect(await walk.due('WALK-M2')).toEqual([120, 'AUTHORISED']);
});
