import { activityStatements, outstandingStatements } from '../../../nodes/XeroReports/folds/statement';
import type { StatementOptions } from '../../../nodes/XeroReports/folds/statement';
import { statementRows } from '../../../nodes/XeroReports/folds/statementRows';
import { DUNLIN, OCTOBER } from './dunlin';
import { creditNote, invoice, overpayment, picked, prepayment } from './records';

const records = { documents: DUNLIN };
const activity = (options: Partial<StatementOptions> = {}, documents = DUNLIN) => {
	const all = { ...OCTOBER, ...options };
	return statementRows(activityStatements({ documents }, all), all, 'organisation');
};
const outstanding = (options: Partial<StatementOptions> = {}, documents = DUNLIN) => {
	const all = { ...OCTOBER, ...options };
	return statementRows(outstandingStatements({ documents }, all), all, 'organisation');
};
const lines = (rows: ReturnType<typeof activity>, currency: string, ...keys: string[]) =>
	picked(
		rows.filter((row) => row.rowType === 'row' && row.currency === currency),
		...keys,
	);
const checks = (rows: ReturnType<typeof activity>) =>
	picked(
		rows.filter(({ rowType }) => rowType === 'check'),
		'check',
		'currency',
		'ours',
		'xeros',
		'status',
	);

describe('the statement of what happened in October', () => {
	it('has every event in the base currency with the balance after it', () => {
		expect(lines(activity(), 'NZD', 'date', 'event', 'number', 'amount', 'memoAmount', 'balance')).toEqual([
			['2026-10-01', 'opening', '', null, null, 480],
			['2026-10-06', 'invoice', 'INV-2002', 345, null, 825],
			['2026-10-06', 'invoice', 'INV-2003', 575, null, 1400],
			['2026-10-06', 'creditNote', 'CN-1', -172.5, null, 1227.5],
			['2026-10-06', 'payment', 'INV-2001', -200, null, 1027.5],
			['2026-10-12', 'prepayment', '', 0, 250, 1027.5],
			['2026-10-13', 'overpaymentAllocation', 'INV-2003', 0, 60, 1027.5],
			['2026-10-14', 'creditNoteAllocation', 'INV-2003', 0, 115, 1027.5],
			['2026-10-14', 'payment', 'INV-2004', -99, null, 928.5],
			['2026-10-15', 'creditNote', 'CN-2', -80.5, null, 848],
			['2026-10-16', 'invoice', 'INV-2004', 299, null, 1147],
			['2026-10-19', 'payment', 'INV-2002', -345, null, 802],
			['2026-10-20', 'prepaymentAllocation', 'INV-2003', -150, null, 652],
			['2026-10-21', 'overpayment', '', -230, null, 422],
			['2026-10-22', 'refund', 'CN-2', 80.5, null, 502.5],
			['2026-10-23', 'prepaymentRefund', '', 0, 100, 502.5],
			['2026-10-29', 'payment', 'INV-2005', -120, null, 382.5],
			['2026-10-31', 'closing', '', null, null, 382.5],
		]);
	});

	it('has another currency apart', () => {
		expect(lines(activity(), 'EUR', 'date', 'event', 'number', 'amount', 'balance')).toEqual([
			['2026-10-01', 'opening', '', null, 300],
			['2026-10-07', 'invoice', 'INV-3002', 1000, 1300],
			['2026-10-08', 'payment', 'INV-3001', -300, 1000],
			['2026-10-19', 'payment', 'INV-3002', -250, 750],
			['2026-10-28', 'creditNote', 'CN-4', -50, 700],
			['2026-10-31', 'closing', '', null, 700],
		]);
	});

	it('has the same keys in every row', () => {
		const payment = activity().find(({ event, number }) => event === 'payment' && number === 'INV-2001');
		expect(payment).toEqual({
			report: 'customerStatement',
			rowType: 'row',
			organisationId: 'organisation',
			statement: 'customer',
			type: 'activity',
			contactId: 'contact-Dunlin Ltd',
			contactName: 'Dunlin Ltd',
			currency: 'NZD',
			date: '2026-10-06',
			dueDate: null,
			event: 'payment',
			documentId: 'id-INV-2001',
			paymentId: 'pay-INV-2001-2',
			allocationId: null,
			number: 'INV-2001',
			reference: '',
			total: null,
			amount: -200,
			memoAmount: null,
			balance: 1027.5,
			from: '2026-10-01',
			to: '2026-10-31',
		});
		const keys = (rows: ReturnType<typeof activity>) =>
			rows.filter(({ rowType }) => rowType === 'row').map((row) => Object.keys(row).join());
		expect(new Set([...keys(activity()), ...keys(outstanding())]).size).toBe(1);
	});

	it('closes with what is open of the documents', () => {
		expect(checks(activity())).toEqual([['statementClosesCount', null, 0, 0, 'ties']]);
	});

	it('says by how much it does not close where a document does not agree with its payments', () => {
		const wrong = [...DUNLIN, invoice({ number: 'INV-9', contact: 'Dunlin Ltd', date: '10-02', total: 50, open: 30 })];
		expect(checks(activity({}, wrong))).toEqual([
			['statementCloses', 'NZD', 432.5, 412.5, 'differs'],
			['statementClosesCount', null, 1, 0, 'differs'],
		]);
		expect(checks(outstanding({}, wrong))).toEqual([
			['statementCloses', 'NZD', 412.5, 432.5, 'differs'],
			['statementClosesCount', null, 1, 0, 'differs'],
		]);
	});

	it('opens on a day with what the day before closed with', () => {
		const balances = (from: string, to: string) =>
			lines(activity({ from, to }), 'NZD', 'event', 'balance').filter(([event]) => event === 'opening' || event === 'closing');
		expect(balances('2026-10-01', '2026-10-15')).toEqual([
			['opening', 480],
			['closing', 848],
		]);
		expect(balances('2026-10-16', '2026-10-31')).toEqual([
			['opening', 848],
			['closing', 382.5],
		]);
		expect(balances('2026-11-01', '2026-11-24')).toEqual([
			['opening', 382.5],
			['closing', 392.5],
		]);
	});

	it('moves what two contacts owe where a credit of one settles a document of the other', () => {
		const documents = [
			invoice({ number: 'INV-1', contact: 'Alder Ltd', date: '10-02', total: 100, open: 60 }),
			creditNote({
				number: 'CN-1',
				contact: 'Birch Ltd',
				date: '10-03',
				total: 30,
				open: 0,
				allocated: [['10-04', 30, 'INV-1']],
			}),
			prepayment({
				number: 'PP-1',
				contact: 'Cedar Ltd',
				date: '10-03',
				total: 10,
				open: 0,
				allocated: [['10-05', 10, 'INV-1']],
			}),
		];
		const rows = activity({}, documents);
		expect(
			lines(rows, 'NZD', 'contactName', 'event', 'number', 'amount', 'memoAmount', 'balance').filter(
				([, event]) => event !== 'opening',
			),
		).toEqual([
			['Alder Ltd', 'invoice', 'INV-1', 100, null, 100],
			['Alder Ltd', 'creditNoteAllocation', 'INV-1', -30, null, 70],
			['Alder Ltd', 'prepaymentAllocation', 'INV-1', -10, null, 60],
			['Alder Ltd', 'closing', '', null, null, 60],
			['Birch Ltd', 'creditNote', 'CN-1', -30, null, -30],
			['Birch Ltd', 'creditNoteAllocation', 'INV-1', 30, null, 0],
			['Birch Ltd', 'closing', '', null, null, 0],
			['Cedar Ltd', 'prepayment', '', 0, 10, 0],
			['Cedar Ltd', 'prepaymentAllocation', 'INV-1', 0, 10, 0],
			['Cedar Ltd', 'closing', '', null, null, 0],
		]);
		expect(checks(rows)).toEqual([['statementClosesCount', null, 0, 0, 'ties']]);
	});
});

describe('the statement of what is open', () => {
	it('has what is left of each document as of 31 October', () => {
		const rows = outstanding();
		expect(lines(rows, 'NZD', 'date', 'dueDate', 'event', 'number', 'total', 'amount', 'balance')).toEqual([
			['2026-08-20', '2026-09-20', 'invoice', 'INV-2001', 920, 420, 420],
			['2026-09-18', null, 'overpayment', '', 140, -80, 340],
			['2026-10-06', '2026-11-05', 'invoice', 'INV-2003', 575, 250, 590],
			['2026-10-06', null, 'creditNote', 'CN-1', 172.5, -57.5, 532.5],
			['2026-10-16', '2026-11-15', 'invoice', 'INV-2004', 299, 200, 732.5],
			['2026-10-21', null, 'overpayment', '', 230, -230, 502.5],
			['2026-10-29', null, 'earlyPayment', 'INV-2005', null, -120, 382.5],
			['2026-10-31', null, 'closing', '', null, null, 382.5],
		]);
		expect(lines(rows, 'EUR', 'event', 'number', 'total', 'amount', 'balance')).toEqual([
			['invoice', 'INV-3002', 1000, 750, 750],
			['creditNote', 'CN-4', 50, -50, 700],
			['closing', '', null, null, 700],
		]);
		expect(checks(rows)).toEqual([['statementClosesCount', null, 0, 0, 'ties']]);
	});

	it('has what was left as of 15 October, and as of today', () => {
		const middle = outstanding({ to: '2026-10-15' });
		expect(lines(middle, 'NZD', 'event', 'number', 'amount')).toEqual([
			['invoice', 'INV-2001', 420],
			['overpayment', '', -80],
			['invoice', 'INV-2002', 345],
			['invoice', 'INV-2003', 400],
			['creditNote', 'CN-1', -57.5],
			['earlyPayment', 'INV-2004', -99],
			['creditNote', 'CN-2', -80.5],
			['closing', '', null],
		]);
		expect(lines(middle, 'NZD', 'balance').at(-1)).toEqual([848]);
		expect(lines(middle, 'EUR', 'event', 'number', 'amount', 'balance')).toEqual([
			['invoice', 'INV-3002', 1000, 1000],
			['closing', '', null, 1000],
		]);
		const today = outstanding({ to: '2026-11-24' });
		expect([lines(today, 'NZD', 'balance').at(-1), lines(today, 'EUR', 'balance').at(-1)]).toEqual([[392.5], [350]]);
	});

	it('is of chosen contacts, by name, and leaves out who owes nothing', () => {
		const more = [
			...DUNLIN,
			invoice({ number: 'INV-7', contact: 'Alder Ltd', date: '10-02', total: 70, open: 70 }),
			invoice({
				number: 'INV-8',
				contact: 'Zebra Ltd',
				date: '10-02',
				total: 80,
				open: 0,
				status: 'PAID',
				paid: [['10-03', 80]],
			}),
		];
		const names = (contacts: string[] | null) =>
			outstandingStatements({ documents: more }, { ...OCTOBER, contacts: contacts && new Set(contacts) }).map(
				({ contactName, currency }) => [contactName, currency],
			);
		expect(names(null)).toEqual([
			['Alder Ltd', 'NZD'],
			['Dunlin Ltd', 'NZD'],
			['Dunlin Ltd', 'EUR'],
		]);
		expect(names(['contact-Alder Ltd'])).toEqual([['Alder Ltd', 'NZD']]);
		expect(names(['contact-Zebra Ltd'])).toEqual([]);
	});

	it('is of suppliers as well, above zero for what they are owed', () => {
		const documents = [
			invoice({
				type: 'ACCPAY',
				number: 'BILL-1',
				contact: 'Print Co',
				date: '10-02',
				total: 70,
				open: 50,
				paid: [['10-20', 20]],
			}),
			creditNote({ type: 'ACCPAYCREDIT', number: 'SC-1', contact: 'Print Co', date: '10-05', total: 5, open: 5 }),
			overpayment({ type: 'SPEND-OVERPAYMENT', number: 'SO-1', contact: 'Print Co', date: '10-06', total: 1, open: 1 }),
		];
		expect(lines(outstanding({ side: 'payable' }, documents), 'NZD', 'statement', 'event', 'amount', 'balance')).toEqual([
			['supplier', 'bill', 50, 50],
			['supplier', 'creditNote', -5, 45],
			['supplier', 'overpayment', -1, 44],
			['supplier', 'closing', null, 44],
		]);
		expect(outstanding({}, documents).filter(({ rowType }) => rowType === 'row')).toEqual([]);
		expect(lines(activity({ side: 'payable' }, documents), 'NZD', 'event', 'amount', 'balance')).toEqual([
			['opening', null, 0],
			['bill', 70, 70],
			['creditNote', -5, 65],
			['overpayment', -1, 64],
			['payment', -20, 44],
			['closing', null, 44],
		]);
	});
});

it('a statement is the same whether payments come from their list or from the documents', () => {
	const payments = DUNLIN.flatMap(({ id, list, number, contactId, contactName, currency, decimals, payments: inside }) =>
		inside.map((one) => ({
			...{ ...one, list, documentId: id, documentNumber: number, contactId, contactName, currency, decimals },
			...{ bankAmount: undefined, rate: undefined, accountId: null, accountCode: null, reference: '', type: '' },
		})),
	);
	expect(activityStatements({ documents: DUNLIN, payments }, OCTOBER)).toEqual(activityStatements(records, OCTOBER));
});
