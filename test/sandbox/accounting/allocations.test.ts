import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const approved = (more: Json = {}): string =>
	desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED', ...more })).id('Invoices.0.InvoiceID');
const bill = { Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }] };
const credit = (more: Json = {}): string =>
	desk
		.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED', ...more }))
		.id('CreditNotes.0.CreditNoteID');
const onAccount = (Type: string, more: Json = {}): Json =>
	desk.call('PUT', '/BankTransactions', sale({ Type, BankAccount: { Code: '090' }, ...more })).at('BankTransactions.0') as Json;
const overpaid = { LineItems: [{ Description: 'Paid twice', LineAmount: 100 }] };
const invoice = (id: string): Json => desk.call('GET', `/Invoices/${id}`).at('Invoices.0') as Json;
const read = (path: string): Json => desk.call('GET', path).at(`${path.split('/')[1]}.0`) as Json;
const allocate = (path: string, id: string, Amount: unknown, more: Json = {}): Answer =>
	desk.call('PUT', `${path}/Allocations`, { Allocations: [{ Invoice: { InvoiceID: id }, Amount, Date: '2026-03-05', ...more }] });

describe('an allocation', () => {
	it('takes its amount off what is due and off the credit, and shows on both', () => {
		const [id, path] = [approved(), `/CreditNotes/${credit()}`];
		const creditId = path.split('/')[2];
		expect(allocate(path, id, 40).at('Allocations.0')).toMatchObject({
			Amount: 40,
			Date: '/Date(1772668800000+0000)/',
			Invoice: { InvoiceID: id, LineItems: [] },
			CreditNote: { CreditNoteID: creditId, ID: creditId, LineItems: [] },
		});
		expect(invoice(id)).toMatchObject({
			Status: 'AUTHORISED',
			AmountDue: 75,
			AmountCredited: 40,
			AmountPaid: 0,
			CreditNotes: [{ CreditNoteID: creditId, AppliedAmount: 40, Total: 115 }],
			Prepayments: [],
			Overpayments: [],
		});
		expect(read(path)).toMatchObject({
			Status: 'AUTHORISED',
			RemainingCredit: 75,
			Allocations: [{ Amount: 40, Invoice: { InvoiceID: id } }],
		});
		allocate(path, id, 75, { Date: '2026-03-08' });
		expect(invoice(id)).toMatchObject({
			Status: 'PAID',
			AmountDue: 0,
			AmountCredited: 115,
			FullyPaidOnDate: '/Date(1772928000000+0000)/',
			CreditNotes: [{ AppliedAmount: 115 }],
		});
		expect(read(path)).toMatchObject({ Status: 'PAID', RemainingCredit: 0, FullyPaidOnDate: '/Date(1772928000000+0000)/' });
	});

	it('gives both sides back what it took when it is deleted', () => {
		const [id, path] = [approved(), `/CreditNotes/${credit()}`];
		const allocation = allocate(path, id, 115).id('Allocations.0.AllocationID');
		const answer = desk.call('DELETE', `${path}/Allocations/${allocation}`);
		expect(answer.body).toEqual({
			AllocationID: allocation,
			Date: '/Date(1772668800000+0000)/',
			Amount: 115,
			Invoice: { InvoiceID: id },
			IsDeleted: true,
		});
		expect(invoice(id)).toMatchObject({ Status: 'AUTHORISED', AmountDue: 115, AmountCredited: 0, CreditNotes: [] });
		expect(invoice(id)).not.toHaveProperty('FullyPaidOnDate');
		expect(read(path)).toMatchObject({ Status: 'AUTHORISED', RemainingCredit: 115, Allocations: [] });
		expect(desk.call('DELETE', `${path}/Allocations/${allocation}`).status).toBe(404);
		const other = allocate(path, id, 1).id('Allocations.0.AllocationID');
		expect(desk.call('DELETE', `/CreditNotes/${credit()}/Allocations/${other}`).status).toBe(404);
	});

	it('is within what is left of the credit and what is due, counting the others of the same call', () => {
		const [small, large] = [
			approved({ LineItems: [{ Description: 'x', UnitAmount: 10, AccountCode: '200', TaxType: 'NONE' }] }),
			approved(),
		];
		const path = `/CreditNotes/${credit()}`;
		expect(allocate(path, small, 10.01).sentences()).toEqual([
			'Allocation amount exceeds the amount outstanding on this document',
		]);
		expect(allocate(path, large, 115.01).sentences()).toEqual([
			'Allocation amount exceeds the remaining credit on this credit note',
			'Allocation amount exceeds the amount outstanding on this document',
		]);
		const half = { Invoice: { InvoiceID: large }, Amount: 60, Date: '2026-03-05' };
		const both = desk.call('PUT', `${path}/Allocations?summarizeErrors=false`, { Allocations: [half, half] });
		expect(both.status).toBe(200);
		expect([both.at('Allocations.0.StatusAttributeString'), both.at('Allocations.1.StatusAttributeString')]).toEqual([
			'OK',
			'ERROR',
		]);
		expect(read(path)).toMatchObject({ RemainingCredit: 55 });
		expect(desk.call('PUT', `${path}/Allocations`, { Allocations: [{ ...half, Amount: 5 }, half] }).status).toBe(400);
		expect(read(path)).toMatchObject({ RemainingCredit: 55 });
	});

	it('joins approved documents of one side and one currency', () => {
		const path = `/CreditNotes/${credit()}`;
		expect(allocate(path, approved(bill), 1).sentences()).toEqual([
			'The credit note can only be allocated to sales invoices (ACCREC).',
		]);
		expect(allocate(path, approved({ CurrencyCode: 'USD' }), 1).sentences()).toEqual([
			'The credit note is in NZD and cannot be allocated to a document in USD.',
		]);
		expect(allocate(path, approved({ Status: 'DRAFT' }), 1).sentences()).toEqual([
			'Allocations can only be made to Authorised documents',
		]);
		expect(allocate(`/CreditNotes/${credit({ Status: 'DRAFT' })}`, approved(), 1).sentences()).toEqual([
			'Allocations can only be made from an Authorised credit note',
		]);
		const supplier = `/CreditNotes/${credit({ ...bill, Type: 'ACCPAYCREDIT' })}`;
		expect(allocate(supplier, approved(), 1).sentences()).toEqual(['The credit note can only be allocated to bills (ACCPAY).']);
		expect(allocate(supplier, approved(bill), 115).status).toBe(200);
		expect(allocate(path, approved({ Contact: { Name: 'Another Hall' } }), 1).status).toBe(200);
	});

	it('names an invoice by id or number, an amount and a date', () => {
		const [id, path] = [approved({ InvoiceNumber: 'A-1' }), `/CreditNotes/${credit()}`];
		expect(allocate(path, id, 5, { Invoice: { InvoiceNumber: 'A-1' } }).status).toBe(200);
		expect(allocate(path, id, undefined).sentences()).toEqual(['The Amount field must be specified.']);
		expect(allocate(path, id, 0).sentences()).toEqual(['The allocation amount must be greater than zero.']);
		expect(allocate(path, id, 1, { Date: undefined }).sentences()).toEqual(['The Date field must be specified.']);
		expect(allocate(path, id, 1, { Invoice: undefined }).sentences()).toEqual(['An Invoice must be specified.']);
		expect(allocate(path, id, 1, { Invoice: { InvoiceNumber: 'NONE' } }).sentences()).toEqual([
			'The invoice to allocate to could not be found.',
		]);
		expect(allocate(path, id, 1, { Date: '2024-03-31' }).sentences()).toEqual([
			'The document date cannot be before the end of year lock date',
		]);
		expect(allocate('/CreditNotes/11111111-1111-4111-8111-111111111111', id, 1).status).toBe(404);
		expect(allocate(`/Prepayments/${path.split('/')[2]}`, id, 1).status).toBe(404);
	});

	it('keeps both of its documents from being edited or voided', () => {
		const [id, path] = [approved(), `/CreditNotes/${credit()}`];
		allocate(path, id, 5);
		const allocated = ['This document cannot be edited as it has a payment or credit note allocated to it.'];
		const lines = { LineItems: [{ Description: 'x', UnitAmount: 500, AccountCode: '200' }] };
		for (const where of [`/Invoices/${id}`, path])
			for (const body of [{ Status: 'VOIDED' }, lines]) expect(desk.call('POST', where, body).sentences()).toEqual(allocated);
		expect(desk.call('POST', path, { Reference: 'Still open' }).at('CreditNotes.0')).toMatchObject({ RemainingCredit: 110 });
	});

	it('of prepayments and overpayments shows in the lists of the invoice', () => {
		const id = approved();
		const [pre, over] = [onAccount('RECEIVE-PREPAYMENT'), onAccount('RECEIVE-OVERPAYMENT', overpaid)];
		const [prepayment, overpayment] = [`/Prepayments/${String(pre.PrepaymentID)}`, `/Overpayments/${String(over.OverpaymentID)}`];
		expect(allocate(prepayment, id, 15).at('Allocations.0.Prepayment.PrepaymentID')).toBe(pre.PrepaymentID);
		expect(allocate(overpayment, id, 100).at('Allocations.0.Overpayment.OverpaymentID')).toBe(over.OverpaymentID);
		expect(invoice(id)).toMatchObject({
			Status: 'PAID',
			AmountCredited: 115,
			CreditNotes: [],
			Prepayments: [{ PrepaymentID: pre.PrepaymentID, AppliedAmount: 15 }],
			Overpayments: [{ OverpaymentID: over.OverpaymentID, AppliedAmount: 100 }],
		});
		expect([read(prepayment), read(overpayment)]).toMatchObject([
			{ Status: 'AUTHORISED', RemainingCredit: 100 },
			{ Status: 'PAID', RemainingCredit: 0 },
		]);
		const last = String((read(overpayment).Allocations as Json[])[0]?.AllocationID);
		desk.call('DELETE', `${overpayment}/Allocations/${last}`);
		expect([read(overpayment), invoice(id)]).toMatchObject([{ Status: 'AUTHORISED', RemainingCredit: 100 }, { AmountDue: 100 }]);
		const spent = onAccount('SPEND-OVERPAYMENT', overpaid);
		expect(allocate(`/Overpayments/${String(spent.OverpaymentID)}`, id, 1).sentences()).toEqual([
			'The overpayment can only be allocated to bills (ACCPAY).',
		]);
	});
});
