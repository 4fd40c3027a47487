import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries, movedBy, trialBalanceDays } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import type { LedgerView } from '../../../nodes/XeroReports/folds/ledgerRows';
import { ledgerRows } from '../../../nodes/XeroReports/folds/ledgerRows';
import { OCTOBER, RECORDS, SEPTEMBER } from './ledgerK';
import { codeIn, contextOf, idOf, posted, trialBalance } from './records';

const context = contextOf();
const made = entriesFromDocuments(RECORDS, context);
const ledger = generalLedger(
	{
		context,
		trialBalances: new Map([
			['2026-09-30', trialBalance(SEPTEMBER)],
			['2026-10-31', trialBalance(OCTOBER)],
		]),
		movements: addEntries(new Map(), made.entries),
	},
	made.omissions,
);
const view: LedgerView = {
	from: '2026-10-01',
	to: '2026-10-31',
	organisationId: 'o',
	baseCurrency: 'NZD',
	decimals: 2,
	rows: 'accounts',
	includeZero: false,
	runningBalance: true,
	totals: 'none',
	return: new Set(['row', 'total', 'notInApi', 'check']),
};
const rows = (more: Partial<LedgerView> = {}) => ledgerRows(ledger, made.entries, { ...view, ...more });
const of = (type: string, more: Partial<LedgerView> = {}) => rows(more).filter(({ rowType }) => rowType === type);

describe('the general ledger of ledger K, October 2026', () => {
	it('goes from the trial balance of September to that of October, account by account', () => {
		const table = ledger.accounts
			.filter(({ opening, movement, closing }) => opening !== 0n || closing !== 0n || movement.debit !== 0n)
			.map(({ accountId, opening, movement, notInApi, reason, closing }) => [
				codeIn(accountId),
				...[opening, movedBy(movement), notInApi, closing].map((minor) => Number(minor) / 100),
				reason,
			]);
		expect(table).toEqual([
			['090', 5000, -2517.5, -1500, 982.5, 'payments'],
			['095', 0, 1000, 34.48, 1034.48, 'revaluation'],
			['200', -4000, -1100, 0, -5100, null],
			['310', 900, 0, 300, 1200, 'stock'],
			['400', 1050, 450, 0, 1500, null],
			['416', 0, 50, 0, 50, null],
			['437', 0, 25, 0, 25, null],
			['478', 700, 0, 2000, 2700, 'payroll'],
			['497', 0, 0, -34.48, -34.48, 'revaluation'],
			['610', 0, 560, 0, 560, null],
			['630', 800, 0, -300, 500, 'stock'],
			['710', 3000, 1000, 0, 4000, null],
			['711', -600, -50, 0, -650, null],
			['800', -230, 230, 0, 0, null],
			['801', 0, 0, 0, 0, null],
			['814', 0, 0, -500, -500, 'payroll'],
			['820', -120, 52.5, 0, -67.5, null],
			['835', 0, -200, 0, -200, null],
			['900', -4000, 300, 0, -3700, null],
			['960', -1000, 0, 0, -1000, null],
			['970', -1500, 200, 0, -1300, null],
		]);
	});

	it('posts each document as its lines, tax and control account', () => {
		const bySource = (id: string) => posted({ ...made, entries: made.entries.filter(({ source }) => source.id === id) });
		expect(bySource('INV-21')).toEqual([
			['610', 1350],
			['200', -1000],
			['200', -200],
			['820', -150],
		]);
		expect(bySource('BILL-9')).toEqual([
			['800', -460],
			['400', 400],
			['820', 60],
		]);
		expect(bySource('EC-1')).toEqual([
			['400', 50],
			['820', 7.5],
			['801', -57.5],
		]);
		expect(bySource('pay-1')).toEqual([
			['090', 675],
			['610', -675],
		]);
		expect(bySource('CN-3')).toEqual([
			['610', -115],
			['200', 100],
			['820', 15],
		]);
		expect(bySource('spend-1')).toEqual([
			['090', -1150],
			['710', 1000],
			['820', 150],
		]);
		expect(bySource('pay-2')).toEqual([
			['090', -230],
			['800', 230],
		]);
		expect(bySource('pay-3')).toEqual([
			['090', -460],
			['800', 460],
		]);
		expect(bySource('pre-1')).toEqual([
			['090', 230],
			['835', -200],
			['820', -30],
		]);
		expect(bySource('tr-1')).toEqual([
			['090', -1000],
			['095', 1000],
		]);
		expect(bySource('spend-3')).toEqual([
			['090', -325],
			['900', 300],
			['437', 25],
		]);
		expect(bySource('pay-5')).toEqual([
			['801', 57.5],
			['090', -57.5],
		]);
		expect(bySource('MJ-7')).toEqual([
			['416', 50],
			['711', -50],
		]);
	});

	it('posts nothing for an allocation in the base currency, a draft, a voided document and a deleted payment', () => {
		const sources = new Set(made.entries.map(({ source }) => source.id));
		expect(['al-1', 'INV-22', 'INV-23', 'pay-4', 'side-1', 'side-2'].filter((id) => sources.has(id))).toEqual([]);
		expect(made.omissions).toEqual([]);
	});

	it('shows the transactions of an account by date with the balance after each', () => {
		const shown = of('row', { rows: 'transactions', accounts: new Set([idOf('820')]) });
		expect(shown.map(({ date, sourceType, number, amount, balance }) => [date, sourceType, number, amount, balance])).toEqual([
			['2026-10-02', 'ACCREC', 'INV-21', -150, -270],
			['2026-10-05', 'ACCPAY', 'BILL-9', 60, -210],
			['2026-10-09', 'EXPCLAIM', null, 7.5, -202.5],
			['2026-10-15', 'ACCRECCREDIT', 'CN-3', 15, -187.5],
			['2026-10-18', 'CASHPAID', null, 150, -37.5],
			['2026-10-22', 'ARPREPAYMENT', null, -30, -67.5],
		]);
	});

	it('ends the transactions of the bank account before what is not in the API', () => {
		const shown = of('row', { rows: 'transactions', accounts: new Set([idOf('090')]) });
		expect(shown.at(-1)).toMatchObject({ date: '2026-10-29', amount: -57.5, balance: 2482.5 });
		expect(of('notInApi', { accounts: new Set([idOf('090')]) })).toEqual([
			{
				report: 'generalLedger',
				rowType: 'notInApi',
				organisationId: 'o',
				accountId: idOf('090'),
				accountCode: '090',
				accountName: 'Business Account',
				amount: -1500,
				reason: 'payments',
				note: 'Likely payroll, claims or other payments that Xero’s API does not list.',
				from: '2026-10-01',
				to: '2026-10-31',
			},
		]);
	});

	it('gives an account as one item', () => {
		expect(of('row', { accounts: new Set([idOf('820')]) })).toEqual([
			{
				report: 'generalLedger',
				rowType: 'row',
				organisationId: 'o',
				level: 'account',
				accountId: idOf('820'),
				accountCode: '820',
				accountName: 'GST',
				opening: -120,
				debit: 232.5,
				credit: 180,
				movement: 52.5,
				notInApi: 0,
				yearEndClose: 0,
				closing: -67.5,
				from: '2026-10-01',
				to: '2026-10-31',
			},
		]);
	});

	it('gives a transaction as one item', () => {
		const [, second] = of('row', { rows: 'transactions', accounts: new Set([idOf('400')]) });
		expect(second).toEqual({
			report: 'generalLedger',
			rowType: 'row',
			organisationId: 'o',
			level: 'transaction',
			accountId: idOf('400'),
			accountCode: '400',
			accountName: 'Advertising',
			date: '2026-10-09',
			sourceType: 'EXPCLAIM',
			sourceId: 'EC-1',
			number: null,
			reference: null,
			contactId: null,
			contactName: 'Ana Reed',
			description: 'To 400',
			currency: 'NZD',
			foreign: null,
			rate: 1,
			taxType: 'INPUT2',
			options: [{ trackingCategoryId: 't', trackingOptionId: 'South', option: 'South' }],
			debit: 50,
			credit: null,
			amount: 50,
			balance: 1500,
		});
	});

	it('leaves the balance after each out where it is not wanted', () => {
		const shown = of('row', { rows: 'transactions', runningBalance: false });
		expect(new Set(shown.map(({ balance }) => balance))).toEqual(new Set([null]));
	});

	it('adds accounts up by class and over all, where asked to', () => {
		expect(of('total')).toEqual([]);
		expect(
			of('total', { totals: 'grand' }).map(({ level, opening, movement, notInApi, closing }) => [
				level,
				opening,
				movement,
				notInApi,
				closing,
			]),
		).toEqual([['grand', 0, 0, 0, 0]]);
		expect(
			of('total', { totals: 'group' }).map(({ accountClass, opening, movement, notInApi, closing }) => [
				accountClass,
				opening,
				movement,
				notInApi,
				closing,
			]),
		).toEqual([
			['REVENUE', -4000, -1100, 0, -5100],
			['EXPENSE', 2650, 525, 2265.52, 5440.52],
			['ASSET', 8200, -7.5, -1765.52, 6426.98],
			['LIABILITY', -4350, 382.5, -500, -4467.5],
			['EQUITY', -2500, 200, 0, -2300],
			[null, 0, 0, 0, 0],
		]);
	});

	it('shows accounts with nothing on them only where asked to', () => {
		expect(of('row')).toHaveLength(21);
		expect(of('row', { includeZero: true })).toHaveLength(28);
	});

	it('checks every account, and that the whole adds up to nothing', () => {
		const checks = of('check');
		const byStatus = (status: string) =>
			checks
				.filter((check) => check.status === status)
				.map(({ accountId, check }) => (accountId ? codeIn(String(accountId)) : check));
		expect(byStatus('explained')).toEqual(['090', '095', '310', '478', '497', '630', '814']);
		expect(byStatus('ties')).toEqual([
			'200',
			'400',
			'416',
			'437',
			'610',
			'710',
			'711',
			'800',
			'801',
			'820',
			'835',
			'900',
			'960',
			'970',
			'notInApiSum',
			'entriesSum',
		]);
		expect(checks).toHaveLength(23);
		expect(checks.find(({ accountId }) => accountId === idOf('090'))).toMatchObject({
			ours: 2482.5,
			xeros: 982.5,
			difference: -1500,
		});
	});

	it('gives only the kinds of rows that are wanted', () => {
		expect(new Set(rows({ return: new Set(['notInApi']) }).map(({ rowType }) => rowType))).toEqual(new Set(['notInApi']));
	});
});

describe('the days whose trial balance is needed', () => {
	it('are the day before and the last day, with year ends between them', () => {
		const yearEnd = { day: 31, month: 3 };
		expect(trialBalanceDays({ from: '2026-10-01', to: '2026-10-31' }, yearEnd)).toEqual(['2026-09-30', '2026-10-31']);
		expect(trialBalanceDays({ from: '2026-03-15', to: '2027-04-02' }, yearEnd)).toEqual([
			'2026-03-14',
			'2026-03-31',
			'2027-03-31',
			'2027-04-02',
		]);
		expect(trialBalanceDays({ from: '2026-04-01', to: '2027-03-31' }, yearEnd)).toEqual(['2026-03-31', '2027-03-31']);
	});
});
