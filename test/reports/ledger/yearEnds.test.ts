import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries, movedBy } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { ledgerRows } from '../../../nodes/XeroReports/folds/ledgerRows';
import type { Amounts } from './records';
import { codeIn, contextOf, idOf, line, money, trialBalance } from './records';

const sold = (id: string, date: string, amount: number) => money(id, date, amount, [line('200', amount)], { Type: 'RECEIVE' });
const spent = (id: string, date: string, amount: number) => money(id, date, amount, [line('400', amount)]);

/** The books of a year that ends on 31 March 2026: 300.00 sold and 100.00 spent before it, 40.00 and 15.00 after. */
const RECORDS: LedgerRecords = {
	BankTransactions: [
		sold('s1', '2026-02-10', 250),
		spent('b1', '2026-02-11', 100),
		sold('s2', '2026-03-31', 50),
		sold('s3', '2026-04-01', 40),
		spent('b2', '2026-04-02', 15),
	],
};
const BALANCES: Readonly<Record<string, Amounts>> = {
	'2026-01-31': { '090': 1000, '960': -1000 },
	'2026-03-31': { '090': 1200, '200': -300, '400': 100, '960': -1000 },
	'2026-04-30': { '090': 1225, '200': -40, '400': 15, '960': -1200 },
};

function ledgerOf(from: string, to: string) {
	const context = contextOf({ from, to });
	const made: Entries = entriesFromDocuments(RECORDS, context);
	const trialBalances = new Map(Object.entries(BALANCES).map(([day, balances]) => [day, trialBalance(balances)]));
	return { ledger: generalLedger({ context, trialBalances, movements: addEntries(new Map(), made.entries) }), made };
}

const table = (from: string, to: string) =>
	ledgerOf(from, to)
		.ledger.accounts.filter(({ opening, movement, closing }) => opening !== 0n || closing !== 0n || movement.debit !== 0n)
		.map(({ accountId, opening, movement, closes, notInApi, closing }) => [
			codeIn(accountId),
			Number(opening) / 100,
			Number(movedBy(movement)) / 100,
			closes.map(({ date, amount }) => [date, Number(amount) / 100]),
			Number(notInApi) / 100,
			Number(closing) / 100,
		]);

describe('a year end', () => {
	it('inside the period closes income and expenses, and takes the profit to Retained Earnings the day after', () => {
		expect(table('2026-02-01', '2026-04-30')).toEqual([
			['090', 1000, 225, [], 0, 1225],
			['200', 0, -340, [['2026-03-31', 300]], 0, -40],
			['400', 0, 115, [['2026-03-31', -100]], 0, 15],
			['960', -1000, 0, [['2026-04-01', -200]], 0, -1200],
		]);
	});

	it('right before the period opens income and expenses at nothing, and Retained Earnings with the profit', () => {
		expect(table('2026-04-01', '2026-04-30')).toEqual([
			['090', 1200, 25, [], 0, 1225],
			['200', 0, -40, [], 0, -40],
			['400', 0, 15, [], 0, 15],
			['960', -1200, 0, [], 0, -1200],
		]);
	});

	it('that is the last day of the period closes nothing', () => {
		expect(table('2026-02-01', '2026-03-31')).toEqual([
			['090', 1000, 200, [], 0, 1200],
			['200', 0, -300, [], 0, -300],
			['400', 0, 100, [], 0, 100],
			['960', -1000, 0, [], 0, -1000],
		]);
	});

	it('stands among the transactions after all else of its day, and before all else of the next', () => {
		const { ledger, made } = ledgerOf('2026-02-01', '2026-04-30');
		const shown = (code: string) =>
			ledgerRows(ledger, made.entries, {
				from: '2026-02-01',
				to: '2026-04-30',
				organisationId: null,
				baseCurrency: 'NZD',
				decimals: 2,
				rows: 'transactions',
				accounts: new Set([idOf(code)]),
				includeZero: false,
				runningBalance: true,
				totals: 'none',
				return: new Set(['row']),
			}).map(({ date, sourceType, description, amount, balance }) => [date, sourceType, description, amount, balance]);
		expect(shown('200')).toEqual([
			['2026-02-10', 'CASHREC', 'To 200', -250, -250],
			['2026-03-31', 'CASHREC', 'To 200', -50, -300],
			['2026-03-31', 'YEAREND', 'Profit of the year to 2026-03-31', 300, 0],
			['2026-04-01', 'CASHREC', 'To 200', -40, -40],
		]);
		expect(shown('960')).toEqual([['2026-04-01', 'YEAREND', 'Profit of the year to 2026-03-31', -200, -1200]]);
	});

	it('without its trial balance stops the ledger', () => {
		expect(() => ledgerOf('2026-01-01', '2026-04-30')).toThrow('The trial balance at 2025-12-31 was not given.');
	});
});
