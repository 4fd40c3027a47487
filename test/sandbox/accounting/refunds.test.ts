import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const credit = (more: Json = {}): Json =>
	desk.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED', ...more })).at('CreditNotes.0') as Json;
const onAccount = (Type: string): Json => {
	const over = Type.endsWith('OVERPAYMENT');
	const line = over ? { Description: 'Twice', LineAmount: 115 } : { Description: 'Deposit', UnitAmount: 100, AccountCode: '260' };
	const supply = Type === 'SPEND-PREPAYMENT' ? { ...line, AccountCode: '300' } : line;
	return desk
		.call('PUT', '/BankTransactions', sale({ Type, BankAccount: { Code: '090' }, LineItems: [supply] }))
		.at('BankTransactions.0') as Json;
};
const refund = (document: Json, more: Json = {}): Answer =>
	desk.call('PUT', '/Payments', {
		Payments: [{ ...document, Account: { Code: '090' }, Date: '2026-03-05', Amount: 15, ...more }],
	});
const read = (plural: string, id: unknown): Json => desk.call('GET', `/${plural}/${String(id)}`).at(`${plural}.0`) as Json;

describe('a refund', () => {
	it('of a credit note uses up its credit, and shows on it', () => {
		const { CreditNoteID } = credit();
		const answer = refund({ CreditNote: { CreditNoteID } }, { Reference: 'Too much' });
		expect(answer.at('Payments.0')).toMatchObject({
			PaymentType: 'ARCREDITPAYMENT',
			Status: 'AUTHORISED',
			Amount: 15,
			BankAmount: 15,
			Invoice: { InvoiceID: CreditNoteID, Type: 'ACCRECCREDIT', Total: 115, LineItems: [{ Description: 'Chairs' }] },
			CreditNote: { CreditNoteID, RemainingCredit: 100 },
		});
		expect(read('CreditNotes', CreditNoteID)).toMatchObject({
			Status: 'AUTHORISED',
			RemainingCredit: 100,
			Payments: [{ Amount: 15, Reference: 'Too much', HasAccount: false }],
		});
		refund({ CreditNote: { CreditNoteID } }, { Amount: 100 });
		expect(read('CreditNotes', CreditNoteID)).toMatchObject({
			Status: 'PAID',
			RemainingCredit: 0,
			FullyPaidOnDate: '/Date(1772668800000+0000)/',
		});
	});

	it.each([
		['RECEIVE-PREPAYMENT', 'Prepayment', 'ARPREPAYMENTPAYMENT', 'ARPREPAYMENT'],
		['SPEND-PREPAYMENT', 'Prepayment', 'APPREPAYMENTPAYMENT', 'APPREPAYMENT'],
		['RECEIVE-OVERPAYMENT', 'Overpayment', 'AROVERPAYMENTPAYMENT', 'AROVERPAYMENT'],
		['SPEND-OVERPAYMENT', 'Overpayment', 'APOVERPAYMENTPAYMENT', 'APOVERPAYMENT'],
	])('of a %s is a payment of the %s', (type, name, PaymentType, Type) => {
		const id = onAccount(type)[`${name}ID`];
		const answer = refund({ [name]: { [`${name}ID`]: id } });
		expect(answer.at('Payments.0')).toMatchObject({
			PaymentType,
			Invoice: { InvoiceID: id, Type },
			[name]: { [`${name}ID`]: id },
		});
		expect(read(`${name}s`, id)).toMatchObject({ RemainingCredit: 100, Payments: [{ Amount: 15 }] });
	});

	it('of a credit note of a supplier is an APCREDITPAYMENT', () => {
		const bill = { LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }] };
		const { CreditNoteID } = credit({ ...bill, Type: 'ACCPAYCREDIT' });
		expect(refund({ CreditNote: { CreditNoteID } }).at('Payments.0.PaymentType')).toBe('APCREDITPAYMENT');
	});

	it('gives its amount back when it is deleted', () => {
		const { CreditNoteID } = credit();
		const id = refund({ CreditNote: { CreditNoteID } }, { Amount: 115 }).id('Payments.0.PaymentID');
		expect(desk.call('POST', `/Payments/${id}`, { Status: 'DELETED' }).at('Payments.0.Status')).toBe('DELETED');
		expect(read('CreditNotes', CreditNoteID)).toMatchObject({ Status: 'AUTHORISED', RemainingCredit: 115, Payments: [] });
		expect(read('CreditNotes', CreditNoteID)).not.toHaveProperty('FullyPaidOnDate');
	});

	it('is never more than what is left, and only of one approved document', () => {
		const { CreditNoteID, CreditNoteNumber } = credit();
		expect(refund({ CreditNote: { CreditNoteID } }, { Amount: 115.01 }).sentences()).toEqual([
			'Payment amount exceeds the amount outstanding on this document',
		]);
		const draft = credit({ Status: 'DRAFT' });
		expect(refund({ CreditNote: { CreditNoteID: draft.CreditNoteID } }).sentences()).toEqual([
			'Payments can only be made against Authorised documents',
		]);
		expect(refund({ CreditNote: { CreditNoteID }, Invoice: { InvoiceNumber: 'INV-0001' } }).sentences()).toEqual([
			'Only one of an invoice, credit note, prepayment or overpayment must be specified.',
		]);
		expect(refund({ Invoice: { InvoiceID: CreditNoteID } }).sentences()).toEqual(['The document to be paid could not be found.']);
		expect(refund({ Prepayment: { PrepaymentID: CreditNoteID } }).sentences()).toEqual([
			'The document to be paid could not be found.',
		]);
		expect(refund({ CreditNote: { CreditNoteNumber } }).status).toBe(200);
		expect(refund({ CreditNoteNumber }).at('Payments.0.CreditNote.RemainingCredit')).toBe(85);
	});

	it('is found among payments by its document and its type', () => {
		const { CreditNoteID } = credit();
		const id = refund({ CreditNote: { CreditNoteID } }).id('Payments.0.PaymentID');
		for (const text of [
			`Invoice.InvoiceID==guid("${String(CreditNoteID)}")`,
			'PaymentType=="ARCREDITPAYMENT" AND Invoice.Contact.Name=="Walnut Hall"',
		]) {
			const found = desk.call('GET', `/Payments?where=${encodeURIComponent(text)}`).at('Payments');
			expect(found).toMatchObject([{ PaymentID: id, Invoice: { Type: 'ACCRECCREDIT', LineItems: [] } }]);
		}
	});

	it('keeps a credit note from being voided', () => {
		const { CreditNoteID } = credit();
		refund({ CreditNote: { CreditNoteID } });
		expect(desk.call('POST', `/CreditNotes/${String(CreditNoteID)}`, { Status: 'VOIDED' }).sentences()).toEqual([
			'This document cannot be edited as it has a payment or credit note allocated to it.',
		]);
	});
});
