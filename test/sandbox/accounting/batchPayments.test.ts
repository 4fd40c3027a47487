import { type Answer, type Desk, type Json, openDesk, sale } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('small');
});

const bill = (more: Json = {}): string =>
	desk
		.call(
			'PUT',
			'/Invoices',
			sale({
				Type: 'ACCPAY',
				Status: 'AUTHORISED',
				LineItems: [{ Description: 'Rent', UnitAmount: 100, AccountCode: '469' }],
				...more,
			}),
		)
		.id('Invoices.0.InvoiceID');
const line = (id: string, Amount: unknown = 50): Json => ({ Invoice: { InvoiceID: id }, Amount });
const put = (Payments: Json[], more: Json = {}): Answer =>
	desk.call('PUT', '/BatchPayments', { BatchPayments: [{ Account: { Code: '090' }, Date: '2026-03-05', Payments, ...more }] });
const invoice = (id: string): Json => desk.call('GET', `/Invoices/${id}`).at('Invoices.0') as Json;

describe('a batch payment', () => {
	it('pays several bills at once, with a payment for each', () => {
		const [one, two] = [bill(), bill()];
		const details = {
			BankAccountNumber: '00-0000-0000009-00',
			Particulars: 'Rent',
			Code: 'MARCH',
			Reference: 'March',
			Details: 'Flat 1',
		};
		const answer = put([{ ...line(one), ...details }, line(two, 115)], {
			Reference: 'Weekly run',
			Particulars: 'Run',
			Code: 'W-10',
		});
		expect(answer.at('BatchPayments.0')).toMatchObject({
			Account: { CurrencyCode: 'NZD' },
			Reference: 'Weekly run',
			Particulars: 'Run',
			Code: 'W-10',
			Date: '/Date(1772668800000+0000)/',
			DateString: '2026-03-05T00:00:00',
			Type: 'PAYBATCH',
			Status: 'AUTHORISED',
			TotalAmount: 165,
			IsReconciled: false,
			Payments: [
				{ Invoice: { InvoiceID: one, CurrencyCode: 'NZD' }, Amount: 50, BankAmount: 50, ...details },
				{ Invoice: { InvoiceID: two }, Amount: 115 },
			],
		});
		expect([invoice(one), invoice(two)]).toMatchObject([
			{ Status: 'AUTHORISED', AmountDue: 65, AmountPaid: 50 },
			{ Status: 'PAID', AmountDue: 0 },
		]);
	});

	it('is inside each of its payments, with its total and flag as texts', () => {
		const answer = put([line(bill())]);
		const id = answer.id('BatchPayments.0.BatchPaymentID');
		const payment = desk.call('GET', `/Payments/${answer.id('BatchPayments.0.Payments.0.PaymentID')}`).at('Payments.0');
		expect(payment).toMatchObject({
			PaymentType: 'ACCPAYPAYMENT',
			BatchPaymentID: id,
			BatchPayment: { BatchPaymentID: id, Type: 'PAYBATCH', Status: 'AUTHORISED', TotalAmount: '50.00', IsReconciled: 'false' },
		});
	});

	it('is for sales invoices or for bills, not for both', () => {
		const sold = (): string => desk.call('PUT', '/Invoices', sale({ Status: 'AUTHORISED' })).id('Invoices.0.InvoiceID');
		expect(put([line(sold()), line(sold())]).at('BatchPayments.0.Type')).toBe('RECBATCH');
		const id = bill();
		expect(put([line(sold()), line(id)]).sentences()).toEqual([
			'The payments of a batch must be all for sales invoices or all for bills.',
		]);
		expect(invoice(id)).toMatchObject({ AmountDue: 115, Payments: [] });
	});

	it('counts what leaves the bank account when its bills are in other currencies', () => {
		const dollars = bill({ CurrencyCode: 'USD', CurrencyRate: 0.5 });
		const answer = put([{ ...line(dollars, 60), CurrencyRate: 0.5 }, line(bill(), 10)]);
		expect(answer.at('BatchPayments.0')).toMatchObject({
			TotalAmount: 130,
			Payments: [{ Amount: 60, BankAmount: 120 }, { BankAmount: 10 }],
		});
	});

	it('is refused as a whole when one of its payments is', () => {
		const [one, two] = [bill(), bill({ Status: 'DRAFT' })];
		expect(put([line(one), line(one, 70)]).sentences()).toEqual([
			'Payment amount exceeds the amount outstanding on this document',
		]);
		expect(put([line(one), line(two)]).sentences()).toEqual(['Payments can only be made against Authorised documents']);
		expect(invoice(one)).toMatchObject({ AmountDue: 115, Payments: [] });
		expect(put([]).sentences()).toEqual(['A batch payment must have at least one payment.']);
		expect(put([line(one)], { Date: undefined }).sentences()).toEqual(['The Date field must be specified.']);
		expect(put([line(one)], { Account: undefined }).sentences()).toEqual(['An account must be specified.']);
		expect(put([line(one)], { Account: { Code: '881' } }).sentences()).toEqual([
			'The account of a batch payment must be of type BANK.',
		]);
		expect(put([line(one)], { Particulars: 'Much too long it is' }).sentences()).toEqual([
			'The Particulars field must be no more than 12 characters long.',
		]);
		expect(put([line(one)], { Date: '2024-03-31' }).sentences()).toEqual([
			'The document date cannot be before the end of year lock date',
		]);
		const note = desk
			.call('PUT', '/CreditNotes', sale({ Type: 'ACCRECCREDIT', Status: 'AUTHORISED' }))
			.id('CreditNotes.0.CreditNoteID');
		expect(put([{ CreditNote: { CreditNoteID: note }, Amount: 5 }]).sentences()).toEqual([
			'A batch payment can only pay invoices or bills.',
		]);
	});

	it('stands alone among others with summarizeErrors=false', () => {
		const id = bill();
		const batch = (Amount: number): Json => ({ Account: { Code: '090' }, Date: '2026-03-05', Payments: [line(id, Amount)] });
		const answer = desk.call('PUT', '/BatchPayments?summarizeErrors=false', { BatchPayments: [batch(100), batch(100)] });
		expect(answer.status).toBe(200);
		expect(answer.at('BatchPayments.0.StatusAttributeString')).toBe('OK');
		expect(answer.sentences('BatchPayments.1')).toEqual(['Payment amount exceeds the amount outstanding on this document']);
		expect(invoice(id)).toMatchObject({ AmountDue: 15 });
	});

	it('is deleted as a whole by either call, and its payments only with it', () => {
		const [one, two] = [bill(), bill()];
		const answer = put([line(one), line(two)]);
		const [id, payment] = [answer.id('BatchPayments.0.BatchPaymentID'), answer.id('BatchPayments.0.Payments.0.PaymentID')];
		expect(desk.call('POST', `/Payments/${payment}`, { Status: 'DELETED' }).sentences()).toEqual([
			'The payment belongs to a batch payment and cannot be deleted on its own. Delete the batch payment instead.',
		]);
		expect(desk.call('POST', `/BatchPayments/${id}`, { Status: 'AUTHORISED' }).status).toBe(400);
		expect(desk.call('POST', '/BatchPayments', { BatchPaymentID: id, Status: 'DELETED' }).at('BatchPayments.0')).toMatchObject({
			Status: 'DELETED',
			Payments: [],
			TotalAmount: 100,
		});
		expect([invoice(one), invoice(two)]).toMatchObject([{ AmountDue: 115 }, { AmountDue: 115 }]);
		expect(desk.call('GET', `/Payments/${payment}`).at('Payments.0.Status')).toBe('DELETED');
		expect(desk.call('POST', `/BatchPayments/${id}`, { Status: 'DELETED' }).sentences()).toEqual([
			'The batch payment has already been deleted.',
		]);
		const second = put([line(one)]).id('BatchPayments.0.BatchPaymentID');
		expect(desk.call('POST', `/BatchPayments/${second}`, { Status: 'DELETED' }).at('BatchPayments.0.Status')).toBe('DELETED');
		expect(desk.call('POST', '/BatchPayments', { Status: 'DELETED' }).sentences()).toEqual([
			'The BatchPaymentID field must be specified.',
		]);
	});

	it('is listed by filter, order and moment, and keeps its history', () => {
		const id = put([line(bill())], { Reference: 'B-1' }).id('BatchPayments.0.BatchPaymentID');
		put([line(bill(), 60)], { Reference: 'B-2' });
		const found = (query: string, headers = {}): unknown[] =>
			(desk.call('GET', `/BatchPayments?${query}`, undefined, { headers }).at('BatchPayments') as Json[]).map(
				(row) => row.Reference,
			);
		expect(
			found(`where=${encodeURIComponent('Reference.StartsWith("B-") AND Account.Code=="090"')}&order=TotalAmount DESC`),
		).toEqual(['B-2', 'B-1']);
		expect(found('', { 'if-modified-since': '2026-03-09T22:00:00' }).sort()).toEqual(['B-1', 'B-2']);
		desk.call('PUT', `/BatchPayments/${id}/History`, { HistoryRecords: [{ Details: 'Sent to the bank.' }] });
		const history = desk.call('GET', `/BatchPayments/${id}/History`).at('HistoryRecords') as Json[];
		expect(history.map((row) => row.Details)).toEqual(['Sent to the bank.', 'Batch of 1 payments for 50.00.']);
	});
});
