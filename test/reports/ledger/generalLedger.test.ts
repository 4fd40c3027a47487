import { movedBy, trialBalanceDays } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { ledgerK } from './ledgerK';
import { codeIn, posted } from './records';

const { ledger, made } = ledgerK();

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
