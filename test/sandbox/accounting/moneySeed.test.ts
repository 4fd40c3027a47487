import { openDesk } from './desk';

const kinds = ['CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BatchPayments', 'BankTransfers'];

describe('the demo data on money beside invoices', () => {
	it('has some of each kind in the small organisation, and many in the demo company', () => {
		const sizes = (seed: 'small' | 'demo'): number[] => {
			const { api, tenantId } = openDesk(seed);
			return kinds.map((plural) => api.records(tenantId, plural).length);
		};
		// Bank transactions count those of transfers and of payments on account.
		expect(sizes('small')).toEqual([5, 18, 2, 2, 1, 4]);
		expect(sizes('demo')).toEqual([90, 412, 20, 20, 9, 36]);
	});

	it('shows credit notes in most states, allocated and refunded, and all types of bank transactions', () => {
		const { api, tenantId } = openDesk('demo');
		const values = (plural: string, field: string): unknown[] => [
			...new Set(api.records(tenantId, plural).map((row) => String(row[field]))),
		];
		expect(values('CreditNotes', 'Status').sort()).toEqual(['AUTHORISED', 'DRAFT', 'PAID', 'VOIDED']);
		expect(values('BankTransactions', 'Type').sort()).toEqual([
			'RECEIVE',
			'RECEIVE-OVERPAYMENT',
			'RECEIVE-PREPAYMENT',
			'RECEIVE-TRANSFER',
			'SPEND',
			'SPEND-OVERPAYMENT',
			'SPEND-PREPAYMENT',
			'SPEND-TRANSFER',
		]);
		expect(values('BankTransactions', 'Status').sort()).toEqual(['AUTHORISED', 'DELETED']);
		expect(values('Payments', 'PaymentType')).toEqual(
			expect.arrayContaining(['ARCREDITPAYMENT', 'APOVERPAYMENTPAYMENT', 'AROVERPAYMENTPAYMENT']),
		);
		const credited = api.records(tenantId, 'Invoices').filter((row) => Number(row.AmountCredited) > 0);
		expect(credited.length).toBeGreaterThan(15);
	});
});
