import { agedRows } from '../../../nodes/XeroReports/folds/agedRows';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import { documentsToRead } from '../../../nodes/XeroReports/folds/settlements';
import type { Document } from '../../../nodes/XeroReports/facts/documents';
import type { Payment } from '../../../nodes/XeroReports/facts/payments';
import { creditNote, invoice, invoicePayment, overpayment, payment, picked, prepayment, rate } from './records';
import { OPTIONS, report } from './w1';

const contact = 'Alder Ltd';
const asOf = '2026-10-31';
const open = (documents: readonly Document[], payments?: readonly Payment[], day = asOf) =>
	outstandingAt({ documents, payments }, day, 'receivable').map((one) => [one.document.number, one.kind, one.amount]);
const rows = (documents: readonly Document[], more: Parameters<typeof report>[0] = {}) =>
	report({ records: { documents }, given: [], balance: null, ...more });

describe('what was open', () => {
	it('leaves out what is voided, deleted, a draft, or paid by then', () => {
		const of = (number: string, status: string, amount = 10) =>
			invoice({ number, contact, date: '10-01', total: 10, open: amount, status });
		expect(open([of('A', 'AUTHORISED'), of('V', 'VOIDED'), of('D', 'DELETED'), of('R', 'DRAFT'), of('S', 'SUBMITTED')])).toEqual([
			['A', 'document', 1000n],
		]);
		const paid = invoice({ number: 'P', contact, date: '10-01', total: 10, open: 0, status: 'PAID', paid: [['10-31', 10]] });
		expect(open([paid])).toEqual([]);
		expect(open([paid], undefined, '2026-10-30')).toEqual([['P', 'document', 1000n]]);
	});

	it('has payments back that are dated ahead of today, though AmountDue has them taken off', () => {
		const ahead = invoice({ number: 'A', contact, date: '11-01', total: 100, open: 40, paid: [['12-05', 60]] });
		expect(open([ahead], [invoicePayment('A', ['12-05', 60])], '2026-11-24')).toEqual([['A', 'document', 10_000n]]);
	});

	it('says where what Xero has open differs from what the payments leave, and counts it', () => {
		const wrong = invoice({ number: 'INV-M', contact, date: '10-01', total: 100, open: 45, paid: [['10-05', 50]] });
		const paidOff = invoice({
			number: 'INV-P',
			contact,
			date: '10-01',
			total: 100,
			open: 0,
			status: 'PAID',
			paid: [['10-05', 90]],
		});
		const all = rows([wrong, paidOff]);
		expect(
			picked(
				all.filter(({ level, rowType }) => level === 'document' && rowType === 'row'),
				'number',
				'outstanding',
				'outstandingByPayments',
				'mismatch',
			),
		).toEqual([
			['INV-M', 45, 50, true],
			['INV-P', 0, 10, true],
		]);
		expect(picked(all.slice(-1), 'check', 'ours', 'xeros', 'status', 'note')).toEqual([
			[
				'documentsAgree',
				2,
				0,
				'differs',
				'What Xero says is open differs from what its payments and allocations leave: INV-M, INV-P.',
			],
		]);
	});

	it('keeps what was settled beyond its total, and says so', () => {
		const over = invoice({ number: 'INV-O', contact, date: '10-01', total: 100, open: -20, paid: [['10-05', 120]] });
		const credit = creditNote({ number: 'CN-O', contact, date: '10-01', total: 30, open: -5, paid: [['10-05', 35]] });
		const all = rows([over, credit]);
		expect(
			picked(
				all.filter(({ level }) => level === 'document'),
				'number',
				'outstanding',
				'overSettled',
				'mismatch',
			),
		).toEqual([
			['CN-O', 5, true, false],
			['INV-O', -20, true, false],
		]);
	});

	it('is without the deduction of the construction industry scheme', () => {
		const cis = invoice({ number: 'INV-C', contact, date: '10-01', total: 1000, open: 500, cis: 200, paid: [['10-05', 300]] });
		expect(picked(rows([cis]).slice(1, 2), 'outstanding', 'mismatch')).toEqual([[500, false]]);
	});

	it('is what the lists of refunds and allocations put back on credits', () => {
		const credit = creditNote({
			number: 'CN',
			contact,
			date: '10-01',
			total: 100,
			open: 15,
			paid: [['11-02', 25]],
			allocated: [
				['11-03', 40, 'I'],
				['10-20', 20, 'J'],
			],
		});
		expect(open([credit], [payment('CreditNote', 'CreditNotes', 'CN', ['11-02', 25], 'ARCREDITPAYMENT')])).toEqual([
			['CN', 'document', -8000n],
		]);
	});

	it('has a row for each thing that settled a later document before its date', () => {
		const later = invoice({
			number: 'INV-L',
			contact,
			date: '11-05',
			total: 100,
			open: 30,
			paid: [
				['10-25', 33.33],
				['10-30', 6.67],
				['11-01', 10],
			],
			currency: 'EUR',
			rate: 0.3,
		});
		const credit = creditNote({
			number: 'CN',
			contact,
			date: '10-01',
			total: 20,
			open: 0,
			status: 'PAID',
			allocated: [['10-28', 20, 'INV-L']],
			currency: 'EUR',
			rate: 0.4,
		});
		const refunded = creditNote({ number: 'CN-L', contact, date: '11-09', total: 50, open: 40, paid: [['10-29', 10]] });
		const all = rows([later, credit, refunded], { given: [{ currency: 'EUR', rate: rate(0.25) }] });
		expect(
			picked(
				all.filter(({ level }) => level === 'document'),
				'documentType',
				'number',
				'date',
				'paymentId',
				'allocationId',
				'outstanding',
				'baseDocumentRate',
				'baseAsOfRate',
			),
		).toEqual([
			['earlyPayment', 'INV-L', '2026-10-25', 'pay-INV-L-1', null, -33.33, -111.1, -133.32],
			['earlyPayment', 'INV-L', '2026-10-28', null, 'allocation-CN-1', -20, -66.66, -80],
			['earlyPayment', 'CN-L', '2026-10-29', 'pay-CN-L-1', null, 10, 10, 10],
			['earlyPayment', 'INV-L', '2026-10-30', 'pay-INV-L-2', null, -6.67, -22.24, -26.68],
		]);
	});

	it('is not added up of a document without a rate, which never counts as 1', () => {
		const without = invoice({ number: 'INV-N', contact, date: '10-01', total: 100, open: 100, currency: 'EUR' });
		const home = invoice({ number: 'INV-H', contact, date: '10-01', total: 10, open: 10 });
		const all = rows([without, home], { options: { currencyView: 'documentRate' }, balance: 21_000n });
		expect(
			picked(
				all.filter(({ level, rowType }) => level === 'document' && rowType === 'row'),
				'number',
				'outstanding',
				'amount',
				'baseDocumentRate',
				'baseAsOfRate',
				'rateMissing',
			),
		).toEqual([
			['INV-H', 10, 10, 10, 10, false],
			['INV-N', 100, null, null, 200, true],
		]);
		expect(
			picked(
				all.filter(({ rowType }) => rowType === 'total'),
				'total',
				'rateMissing',
			),
		).toEqual([[10, true]]);
		expect(all.filter(({ rowType }) => rowType === 'notInApi')).toEqual([
			{
				...{ report: 'agedReceivables', rowType: 'notInApi', organisationId: 'organisation', accountId: 'control', amount: null },
				...{ reason: 'rateMissing', contactId: 'contact-Alder Ltd', contactName: 'Alder Ltd', documentId: 'id-INV-N' },
				...{ number: 'INV-N', currency: 'EUR', outstanding: 100 },
			},
		]);
	});

	it('counts at the rate of its document where no rate of the day follows from anything', () => {
		const euros = invoice({ number: 'INV-E', contact, date: '10-01', total: 100, open: 100, currency: 'EUR', rate: 0.5 });
		const dollars = invoice({ number: 'INV-U', contact, date: '10-01', total: 60, open: 60, currency: 'USD', rate: 0.6 });
		const all = rows([euros, dollars], { balance: 31_000n });
		expect(
			picked(
				all.filter(({ level }) => level === 'document' || level === 'report'),
				'number',
				'amount',
				'amountAt',
				'baseAsOfRate',
				'total',
				'rateMissing',
			),
		).toEqual([
			['INV-E', 200, 'documentRate', null, 100, false],
			['INV-U', 100, 'documentRate', null, 60, false],
			[undefined, undefined, undefined, null, 300, false],
		]);
		expect(all.some(({ rowType }) => rowType === 'notInApi')).toBe(false);
	});

	it('names a document that could not be read, which is in no sum', () => {
		const account = { accountId: 'control', balance: null, notRead: 'The scope for the trial balance is missing.' };
		const notRead = [{ list: 'Invoices', id: 'id-INV-2', number: 'INV-2' }] as const;
		const rates = { byCurrency: new Map(), missing: [] };
		const all = agedRows({ outstanding: [], rates, account, notRead }, OPTIONS, { rows: 'both', totals: 'none' }, null);
		expect(picked(all, 'rowType', 'organisationId', 'reason', 'documentId', 'number', 'amount', 'status', 'note')).toEqual([
			['notInApi', null, 'notRead', 'id-INV-2', 'INV-2', null, undefined, undefined],
			['check', null, undefined, undefined, undefined, undefined, 'notChecked', 'The scope for the trial balance is missing.'],
			[
				...['check', null, undefined, undefined, undefined, undefined, 'ties'],
				'What Xero says is open of each document is what its payments and allocations leave.',
			],
		]);
	});

	it('cannot be held against the account at the rates of documents where one has none', () => {
		const without = invoice({ number: 'INV-N', contact, date: '10-01', total: 100, open: 100, currency: 'EUR' });
		expect(picked(rows([without], { balance: 21_000n }).slice(-2, -1), 'check', 'status', 'note')).toEqual([
			['receivablesTie', 'notChecked', 'Xero does not say the rate of every foreign document: give a rate of the day in Rates.'],
		]);
	});

	it('has whole units of a currency without decimals', () => {
		const yen = invoice({
			number: 'INV-J',
			contact,
			date: '10-03',
			total: 88000,
			open: 45500,
			currency: 'JPY',
			rate: 88,
			paid: [['10-20', 42500]],
		});
		const all = rows([yen], { given: [{ currency: 'JPY', rate: rate(91) }] });
		expect(picked(all.slice(1, 2), 'total', 'outstanding', 'baseDocumentRate', 'baseAsOfRate', 'unrealised')).toEqual([
			[88000, 45500, 517.05, 500, -17.05],
		]);
	});
});

describe('Yen with a fraction, which the tax of an invoice comes to in Xero', () => {
	const yen = { contact, date: '10-03', currency: 'JPY', rate: 88.123 } as const;

	it('stays as Xero has it', () => {
		const taxed = invoice({ ...yen, number: 'INV-J', total: 62_469.15, open: 62_469.15 });
		expect(picked(rows([taxed]).slice(1, 2), 'total', 'outstanding', 'baseDocumentRate')).toEqual([
			[62_469.15, 62_469.15, 708.89],
		]);
	});

	it('is not taken for a difference when it is paid in parts', () => {
		const paid = [
			['10-10', 20_001.5],
			['10-11', 42_467.65],
		] as const;
		const settled = invoice({ ...yen, number: 'INV-K', total: 62_469.15, open: 0, status: 'PAID', paid });
		expect(picked(rows([settled]).slice(-1), 'check', 'ours', 'status')).toEqual([['documentsAgree', 0, 'ties']]);
	});
});

describe('aged payables', () => {
	const supplier = 'Print Co';
	const bills = [
		invoice({ type: 'ACCPAY', number: 'BILL-1', contact: supplier, date: '08-01', due: '08-20', total: 115, open: 115 }),
		invoice({
			type: 'ACCPAY',
			number: 'BILL-2',
			contact: supplier,
			date: '10-01',
			due: '10-20',
			total: 230,
			open: 0,
			status: 'PAID',
			paid: [['11-05', 230]],
		}),
		creditNote({ type: 'ACCPAYCREDIT', number: 'SC-1', contact: supplier, date: '10-10', total: 23, open: 23 }),
		overpayment({ type: 'SPEND-OVERPAYMENT', number: 'SO-1', contact: supplier, date: '10-12', total: 5, open: 5 }),
		prepayment({ type: 'SPEND-PREPAYMENT', number: 'SP-1', contact: supplier, date: '10-12', total: 50, open: 50 }),
		invoice({ number: 'INV-1', contact: supplier, date: '10-01', total: 999, open: 999 }),
	];

	it('mirror receivables: above zero is what is owed to suppliers', () => {
		const all = report({ records: { documents: bills }, options: { side: 'payable' }, given: [], balance: 31_700n });
		expect(
			picked(all, 'report', 'rowType', 'level', 'documentType', 'number', 'outstanding', 'current', 'buckets', 'total'),
		).toEqual([
			['agedPayables', 'row', 'contact', undefined, undefined, undefined, 0, [202, 0, 115, 0], 317],
			['agedPayables', 'row', 'document', 'bill', 'BILL-1', 115, undefined, undefined, 115],
			['agedPayables', 'row', 'document', 'bill', 'BILL-2', 230, undefined, undefined, 230],
			['agedPayables', 'row', 'document', 'creditNote', 'SC-1', -23, undefined, undefined, 23],
			['agedPayables', 'row', 'document', 'overpayment', '', -5, undefined, undefined, 5],
			['agedPayables', 'total', 'report', undefined, undefined, undefined, 0, [202, 0, 115, 0], 317],
			['agedPayables', 'check', undefined, undefined, undefined, undefined, undefined, undefined, undefined],
			['agedPayables', 'check', undefined, undefined, undefined, undefined, undefined, undefined, undefined],
		]);
		expect(picked(all.slice(-2), 'check', 'ours', 'xeros', 'status')).toEqual([
			['payablesTie', 317, 317, 'ties'],
			['documentsAgree', 0, 0, 'ties'],
		]);
	});

	it('read only what payments of bills name', () => {
		const payments = [
			payment('Invoice', 'Invoices', 'BILL-2', ['11-05', 230], 'ACCPAYPAYMENT'),
			invoicePayment('INV-7', ['11-06', 10]),
		];
		expect(documentsToRead({ documents: [], payments }, asOf, 'payable')).toEqual([
			{ list: 'Invoices', id: 'id-BILL-2', number: 'BILL-2' },
		]);
		expect(documentsToRead({ documents: [], payments }, asOf, 'receivable')).toEqual([
			{ list: 'Invoices', id: 'id-INV-7', number: 'INV-7' },
		]);
	});
});
