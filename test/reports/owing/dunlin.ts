import type { StatementOptions } from '../../../nodes/XeroReports/folds/statement';
import { creditNote, invoice, overpayment, prepayment } from './records';

const contact = 'Dunlin Ltd';
const EUR = { contact, currency: 'EUR' };

/** All documents of a customer, as Xero has them on 24 November 2026. Over- and prepayments have no number at Xero. */
export const DUNLIN = [
	...[
		invoice({
			number: 'INV-2000',
			contact,
			date: '07-10',
			due: '08-10',
			total: 57.5,
			open: 0,
			status: 'PAID',
			paid: [['08-05', 57.5]],
		}),
		invoice({
			...{ number: 'INV-2001', contact, date: '08-20', due: '09-20', total: 920, open: 100 },
			paid: [
				['09-12', 300],
				['10-06', 200],
				['11-06', 250],
			],
		}),
		invoice({
			number: 'INV-2002',
			contact,
			date: '10-06',
			due: '11-05',
			total: 345,
			open: 0,
			status: 'PAID',
			paid: [['10-19', 345]],
		}),
		invoice({ number: 'INV-2003', contact, date: '10-06', due: '11-05', total: 575, open: 170 }),
		invoice({
			...{ number: 'INV-2004', contact, date: '10-16', due: '11-15', total: 299, open: 0, status: 'PAID' },
			paid: [
				['10-14', 99],
				['11-09', 200],
			],
		}),
		invoice({ number: 'INV-2005', contact, date: '11-03', due: '12-03', total: 460, open: 340, paid: [['10-29', 120]] }),
		invoice({ number: 'INV-2006', contact, date: '10-19', due: '11-18', total: 88, open: 0, status: 'VOIDED' }),
		invoice({
			...{ ...EUR, number: 'INV-3001', rate: 0.52, date: '09-10', due: '10-10', total: 400, open: 0, status: 'PAID' },
			paid: [
				['09-25', 100],
				['10-08', 300],
			],
		}),
		invoice({
			...{ ...EUR, number: 'INV-3002', rate: 0.55, date: '10-07', due: '11-06', total: 1000, open: 400 },
			paid: [
				['10-19', 250],
				['11-13', 350],
			],
		}),
	],
	overpayment({
		...{ number: 'OP-1', contact, date: '09-18', total: 140, open: 50 },
		allocated: [['10-13', 60, 'INV-2003']],
		paid: [['11-16', 30]],
	}),
	creditNote({
		...{ number: 'CN-1', contact, date: '10-06', total: 172.5, open: 17.5 },
		allocated: [
			['10-14', 115, 'INV-2003'],
			['11-10', 40, 'INV-2001'],
		],
	}),
	prepayment({
		...{ number: 'PP-1', contact, date: '10-12', total: 250, open: 0, status: 'PAID' },
		allocated: [['10-20', 150, 'INV-2003']],
		paid: [['10-23', 100]],
	}),
	creditNote({ number: 'CN-2', contact, date: '10-15', total: 80.5, open: 0, status: 'PAID', paid: [['10-22', 80.5]] }),
	overpayment({ number: 'OP-2', contact, date: '10-21', total: 230, open: 150, allocated: [['11-12', 80, 'INV-2003']] }),
	creditNote({
		number: 'CN-3',
		contact,
		date: '11-02',
		total: 30,
		open: 0,
		status: 'PAID',
		allocated: [['11-04', 30, 'INV-2001']],
	}),
	creditNote({ ...EUR, number: 'CN-4', rate: 0.56, date: '10-28', total: 50, open: 50 }),
];

export const OCTOBER: StatementOptions = {
	side: 'receivable',
	from: '2026-10-01',
	to: '2026-10-31',
	baseCurrency: 'NZD',
	contacts: null,
};
