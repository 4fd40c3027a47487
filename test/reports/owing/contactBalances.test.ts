import { outstandingStatements } from '../../../nodes/XeroReports/folds/statement';
import { statementRows } from '../../../nodes/XeroReports/folds/statementRows';
import { DUNLIN, OCTOBER } from './dunlin';
import { creditNote, invoice, picked } from './records';

describe('the balance that Xero shows with a contact', () => {
	const one = [
		invoice({ number: 'INV-7', contact: 'Alder Ltd', date: '10-02', total: 70, open: 70 }),
		creditNote({ number: 'CN-7', contact: 'Alder Ltd', date: '10-02', total: 20, open: 20 }),
	];
	const against = (documents: typeof one, balance: bigint, notComparable: readonly string[] = []) => {
		const options = { ...OCTOBER, to: '2026-11-24' };
		const balances = {
			outstanding: new Map([
				['contact-Alder Ltd', balance],
				['contact-Dunlin Ltd', 39_250n],
			]),
			notComparable: new Set(notComparable),
		};
		return picked(
			statementRows(outstandingStatements({ documents }, options), options, null, balances),
			'check',
			'currency',
			'ours',
			'xeros',
			'status',
		).filter(([name]) => String(name).startsWith('contactBalance'));
	};

	it('is held against the closing balance of today', () => {
		expect(against(one, 5_000n)).toEqual([['contactBalanceCount', null, 0, 0, 'ties']]);
		expect(against(one, 7_000n)).toEqual([
			['contactBalance', 'NZD', 50, 70, 'differs'],
			['contactBalanceCount', null, 1, 0, 'differs'],
		]);
	});

	it('says nothing of a contact with two currencies, or with something dated ahead', () => {
		expect(against(DUNLIN, 0n)).toEqual([['contactBalanceCount', null, 0, null, 'notChecked']]);
		expect(against(one, 7_000n, ['contact-Alder Ltd'])).toEqual([['contactBalanceCount', null, 0, null, 'notChecked']]);
	});
});
