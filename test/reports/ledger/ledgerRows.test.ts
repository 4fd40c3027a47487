import type { LedgerView } from '../../../nodes/XeroReports/folds/ledgerRows';
import { ledgerRows } from '../../../nodes/XeroReports/folds/ledgerRows';
import { ledgerK } from './ledgerK';
import { codeIn, idOf } from './records';

const { ledger, made } = ledgerK();
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

describe('the items of the general ledger', () => {
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
