import type { AgedOptions } from '../../../nodes/XeroReports/folds/aged';
import type { AgedItems } from '../../../nodes/XeroReports/folds/agedRows';
import { agedRows } from '../../../nodes/XeroReports/folds/agedRows';
import type { GivenRate } from '../../../nodes/XeroReports/folds/asOfRates';
import { asOfRates } from '../../../nodes/XeroReports/folds/asOfRates';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import type { OwingRecords } from '../../../nodes/XeroReports/folds/settlements';
import { creditNote, invoice, invoicePayment, overpayment, payment, prepayment, rate } from './records';

const [ALDER, BIRCH, CEDAR] = ['Alder Ltd', 'Birch GmbH', 'Cedar & Co'];

export const openNow = [
	invoice({ number: 'INV-1', contact: ALDER, date: '07-01', due: '07-31', total: 1150, open: 720, paid: [['09-10', 400]] }),
	invoice({ number: 'INV-3', contact: ALDER, date: '09-02', due: '09-30', total: 345, open: 300, reference: 'PO 77' }),
	invoice({
		...{ number: 'INV-4', contact: BIRCH, date: '10-01', due: '10-31', total: 1000, open: 700, currency: 'EUR', rate: 0.52 },
		paid: [['10-15', 300]],
	}),
	invoice({ number: 'INV-5', contact: CEDAR, date: '11-01', total: 99, open: 99 }),
	invoice({ number: 'INV-7', contact: CEDAR, date: '10-12', total: 80, open: 0, status: 'VOIDED' }),
	invoice({ number: 'INV-8', contact: CEDAR, date: '10-30', due: '11-29', total: 200, open: 150, paid: [['10-25', 50]] }),
];

export const credits = [
	creditNote({
		...{ number: 'CN-1', contact: ALDER, date: '10-20', total: 115, open: 50 },
		paid: [['10-28', 20]],
		allocated: [['11-02', 45, 'INV-3']],
	}),
	creditNote({
		...{ number: 'CN-2', contact: ALDER, date: '11-03', total: 30, open: 0, status: 'PAID' },
		allocated: [['11-04', 30, 'INV-1']],
	}),
	overpayment({ number: 'OP-1', contact: CEDAR, date: '10-05', total: 60, open: 2.5, allocated: [['11-10', 57.5, 'INV-6']] }),
	prepayment({ number: 'PP-1', contact: CEDAR, date: '10-08', total: 115, open: 115 }),
];

export const paidSince = [
	invoice({
		...{ number: 'INV-2', contact: ALDER, date: '09-01', due: '10-01', total: 230, open: 0, status: 'PAID' },
		paid: [['11-05', 230]],
	}),
	invoice({ number: 'INV-6', contact: CEDAR, date: '10-10', total: 57.5, open: 0, status: 'PAID' }),
];

/** All payments after 2026-10-27, as the list of payments has them. */
export const payments = [
	payment('CreditNote', 'CreditNotes', 'CN-1', ['10-28', 20], 'ARCREDITPAYMENT'),
	invoicePayment('INV-2', ['11-05', 230]),
];

export const W1: OwingRecords = { documents: [...openNow, ...credits, ...paidSince], payments };

export const OPTIONS: AgedOptions = {
	side: 'receivable',
	asOf: '2026-10-31',
	baseCurrency: 'NZD',
	baseDecimals: 2,
	ageBy: 'dueDate',
	buckets: { unit: 'days', length: 30, count: 3, reportDateIsCurrent: true },
	credits: 'byDate',
	currencyView: 'asOfRate',
	includePrepayments: false,
	contacts: null,
};

export const EUR: readonly GivenRate[] = [{ currency: 'EUR', rate: rate(0.5) }];

/** How a test asks for a report. */
export interface Asked {
	readonly records?: OwingRecords;
	readonly options?: Partial<AgedOptions>;
	readonly items?: Partial<AgedItems>;
	readonly given?: readonly GivenRate[];
	/** The control account in minor units; null where it is not read. */
	readonly balance?: bigint | null;
}

/** The items of a report about W1, or about other records. */
export function report({ records = W1, options, items, given = EUR, balance = 277_750n }: Asked = {}) {
	const all = { ...OPTIONS, ...options };
	const outstanding = outstandingAt(records, all.asOf, all.side);
	const rates = asOfRates(outstanding, { asOf: all.asOf, baseDecimals: all.baseDecimals, given, controlBalance: balance });
	const account = { accountId: 'control', balance };
	return agedRows({ outstanding, rates, account }, all, { rows: 'both', totals: 'grand', ...items }, 'organisation');
}
