import fc from 'fast-check';
import { type Json, openDesk, sale } from './desk';

/** Whole cents, so that the test's own sums are exact. */
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

const line = fc.record({
	Description: fc.constant('x'),
	Quantity: fc.integer({ min: 0, max: 50_000 }).map((n) => n / 1000),
	UnitAmount: fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 100),
	AccountCode: fc.constant('260'),
	TaxType: fc.constantFrom('OUTPUT2', 'ZERORATED', 'TAX001', 'NONE'),
});
const operation = fc.oneof(
	fc.record({
		do: fc.constant('create' as const),
		lines: fc.array(line, { minLength: 1, maxLength: 4 }),
		amounts: fc.constantFrom('Exclusive', 'Inclusive', 'NoTax'),
		approve: fc.boolean(),
	}),
	fc.record({ do: fc.constant('approve' as const), which: fc.nat() }),
	fc.record({ do: fc.constant('edit' as const), which: fc.nat(), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
	fc.record({ do: fc.constant('pay' as const), which: fc.nat(), share: fc.integer({ min: 1, max: 110 }) }),
	fc.record({ do: fc.constant('unpay' as const), which: fc.nat() }),
	fc.record({ do: fc.constant('void' as const), which: fc.nat() }),
);

describe('the ledger', () => {
	it('adds up after any sequence of operations, refused ones included', () => {
		fc.assert(
			fc.property(fc.array(operation, { minLength: 1, maxLength: 25 }), (operations) => {
				const { call, api, tenantId } = openDesk('small');
				const [invoices, payments]: [string[], string[]] = [[], []];
				const pick = (ids: string[], which: number): string | undefined => ids[which % Math.max(ids.length, 1)];
				for (const one of operations) {
					if (one.do === 'create') {
						const Status = one.approve ? 'AUTHORISED' : 'DRAFT';
						invoices.push(
							call('PUT', '/Invoices', sale({ LineItems: one.lines, LineAmountTypes: one.amounts, Status })).id(
								'Invoices.0.InvoiceID',
							),
						);
						continue;
					}
					const id = pick(one.do === 'unpay' ? payments : invoices, one.which);
					if (id === undefined) continue;
					if (one.do === 'approve') call('POST', `/Invoices/${id}`, { Status: 'AUTHORISED' });
					if (one.do === 'edit') call('POST', `/Invoices/${id}`, { LineItems: one.lines });
					if (one.do === 'void') call('POST', `/Invoices/${id}`, { Status: 'VOIDED' });
					if (one.do === 'unpay') call('POST', `/Payments/${id}`, { Status: 'DELETED' });
					if (one.do === 'pay') {
						const due = cents(call('GET', `/Invoices/${id}`).at('Invoices.0.AmountDue'));
						const paid = call('PUT', '/Payments', {
							Invoice: { InvoiceID: id },
							Account: { Code: '090' },
							Amount: Math.ceil((due * one.share) / 100) / 100,
						});
						if (paid.status === 200) payments.push(paid.id('Payments.0.PaymentID'));
					}
				}
				const live = api.records(tenantId, 'Payments').filter((payment) => payment.Status === 'AUTHORISED');
				for (const invoice of api.records(tenantId, 'Invoices').filter((one) => invoices.includes(String(one.InvoiceID)))) {
					const lines = invoice.LineItems as Json[];
					const [amount, tax] = [
						lines.reduce((sum, row) => sum + cents(row.LineAmount), 0),
						lines.reduce((sum, row) => sum + cents(row.TaxAmount), 0),
					];
					const paid = live
						.filter((payment) => (payment.Invoice as Json).InvoiceID === invoice.InvoiceID)
						.reduce((sum, payment) => sum + cents(payment.Amount), 0);
					expect(cents(invoice.TotalTax)).toBe(tax);
					expect(cents(invoice.Total)).toBe(invoice.LineAmountTypes === 'Inclusive' ? amount : amount + tax);
					expect(cents(invoice.SubTotal)).toBe(cents(invoice.Total) - tax);
					expect(cents(invoice.AmountPaid)).toBe(paid);
					expect(cents(invoice.AmountDue)).toBe(invoice.Status === 'VOIDED' ? 0 : cents(invoice.Total) - paid);
					expect(invoice.Status === 'PAID').toBe(
						cents(invoice.AmountDue) === 0 && !['VOIDED', 'DRAFT'].includes(String(invoice.Status)),
					);
				}
			}),
			{ numRuns: 40, seed: 20_260_310 },
		);
	});
});
