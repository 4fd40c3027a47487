import type { Omission } from '../../../nodes/XeroReports/entries/entry';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import type { Amounts } from './records';
import { codeIn, contextOf, idOf, invoice, line, money, trialBalance } from './records';

/** Reasons by account code, for a month that goes from one trial balance to the other. */
function reasons(
	before: Amounts,
	after: Amounts,
	records: LedgerRecords = {},
	more: readonly Omission[] = [],
	unread: readonly string[] = [],
) {
	const context = contextOf();
	const made = entriesFromDocuments(records, context);
	const trialBalances = new Map([
		['2026-09-30', trialBalance(before)],
		['2026-10-31', trialBalance(after)],
	]);
	const input = { context, trialBalances, movements: addEntries(new Map(), made.entries) };
	const { accounts, checks } = generalLedger(input, [...made.omissions, ...more], unread);
	const found = accounts.flatMap(({ accountId, reason }) => (reason === null ? [] : [[codeIn(accountId), reason] as const]));
	return { reasons: Object.fromEntries(found), checks };
}

describe('the reason for what is not in the API', () => {
	const before = { '090': 100, '960': -100 };

	it('is payroll on wages and what is payable of them, and payments on the bank', () => {
		expect(reasons(before, { ...before, '090': 40, '478': 80, '814': -20 }).reasons).toEqual({
			'090': 'payments',
			'478': 'payroll',
			'814': 'payroll',
		});
	});

	it('is stock on the cost of goods only where inventory moved', () => {
		expect(reasons(before, { ...before, '310': 30, '630': -30 }).reasons).toEqual({ '310': 'stock', '630': 'stock' });
		expect(reasons(before, { ...before, '310': 30, '900': -30 }).reasons).toEqual({ '310': 'unknown', '900': 'unknown' });
	});

	it('is a depreciation run on a fixed asset only where depreciation moved, and the asset went down', () => {
		expect(reasons(before, { ...before, '416': 30, '710': 10, '711': -40 }).reasons).toMatchObject({ '710': 'unknown' });
		expect(reasons(before, { ...before, '416': 30, '711': -30 }).reasons).toEqual({
			'416': 'depreciationRun',
			'711': 'depreciationRun',
		});
		expect(reasons(before, { ...before, '900': 30, '711': -30 }).reasons).toEqual({ '711': 'unknown', '900': 'unknown' });
	});

	it('is revaluation on foreign banks and control accounts only where the gains moved', () => {
		expect(reasons(before, { ...before, '095': 30, '497': -30, '610': 4, '498': -4 }).reasons).toEqual({
			'095': 'revaluation',
			'497': 'revaluation',
			'498': 'revaluation',
			'610': 'revaluation',
		});
		expect(reasons(before, { ...before, '095': 30, '610': -30 }).reasons).toEqual({ '095': 'payments', '610': 'unknown' });
	});

	it('is an opening balance on fixed assets when the books begin, but where depreciation stands by its amount', () => {
		const begun = { '090': 100, '710': 500, '416': 30, '711': -30, '960': -600 };
		expect(reasons({}, begun).reasons).toEqual({
			...{ '090': 'openingBalance', '710': 'openingBalance', '960': 'openingBalance' },
			...{ '416': 'depreciationRun', '711': 'depreciationRun' },
		});
		expect(reasons({}, { ...begun, '711': -130, '960': -500 }).reasons).toMatchObject({
			'416': 'depreciationRun',
			'711': 'openingBalance',
		});
	});

	it('is what was not read wherever nothing else is likely, once a list could not be read', () => {
		const unread = ['Payments (accounting.payments.read)'];
		const after = { ...before, '090': 40, '478': 80, '814': -20 };
		const { reasons: found, checks } = reasons(before, after, {}, [], unread);
		expect(found).toEqual({ '090': 'notRead', '478': 'payroll', '814': 'payroll' });
		const notes = checks.filter(({ status }) => status === 'notChecked').map(({ note }) => note);
		expect(notes).toEqual([
			'What was not read may explain it: lines of a document on this account, the document itself, or a whole list. Not read: Payments (accounting.payments.read).',
			'Likely payroll, which is not in Xero’s Accounting API. Not read: Payments (accounting.payments.read).',
			'Likely payroll, which is not in Xero’s Accounting API. Not read: Payments (accounting.payments.read).',
		]);
	});

	it('is an opening balance where nothing stood before the period, or where the historical account moved', () => {
		expect(reasons({}, { '090': 100, '416': 5, '711': -25, '960': -80 }).reasons).toEqual({
			'090': 'openingBalance',
			'416': 'depreciationRun',
			'711': 'openingBalance',
			'960': 'openingBalance',
		});
		expect(reasons(before, { ...before, '840': -5, '900': 5 }).reasons).toEqual({
			'840': 'openingBalance',
			'900': 'openingBalance',
		});
	});

	it('is the missing rate on every account of a foreign record without one', () => {
		const records = {
			BankTransactions: [
				money('M', '2026-10-02', 60, [line('400', 60)], { CurrencyCode: 'USD', BankAccount: { AccountID: idOf('095') } }),
			],
		};
		expect(reasons(before, { ...before, '095': -100, '400': 100 }, records).reasons).toEqual({
			'095': 'rateMissing',
			'400': 'rateMissing',
		});
	});

	it('is that lines were not read on the control account of a document without them', () => {
		const records = { Invoices: [invoice('I', '2026-10-02', 100, [])] };
		expect(reasons(before, { ...before, '610': 100, '200': -100 }, records).reasons).toEqual({
			'200': 'unknown',
			'610': 'notRead',
		});
	});

	it('is rounding for no more than the cents of the foreign amounts on the account', () => {
		const sold = invoice('I', '2026-10-02', 10, [line('200', 5), line('200', 5)], { CurrencyCode: 'USD', CurrencyRate: 0.3 });
		// Ours: 33.33 on 610, −16.67 twice on 200, 0.01 on 860.
		expect(reasons(before, { ...before, '610': 33.33, '200': -33.33 }, { Invoices: [sold] }).reasons).toEqual({
			'200': 'rounding',
			'860': 'rounding',
		});
		expect(reasons(before, { ...before, '610': 33.35, '200': -33.34, '860': -0.01 }, { Invoices: [sold] }).reasons).toEqual({
			'610': 'unknown',
			'860': 'rounding',
		});
	});
});

describe('the checks of the ledger', () => {
	it('say that nobody knows where an amount comes from', () => {
		const { checks } = reasons({ '090': 100, '960': -100 }, { '090': 100, '960': -100, '200': -7, '900': 7 });
		expect(
			checks.map(({ check, accountId, status, ours, xeros }) => [check, accountId && codeIn(accountId), status, ours, xeros]),
		).toEqual([
			['account', '090', 'ties', 10000n, 10000n],
			['account', '200', 'differs', 0n, -700n],
			['account', '900', 'differs', 0n, 700n],
			['account', '960', 'ties', -10000n, -10000n],
			['notInApiSum', undefined, 'ties', 0n, 0n],
			['entriesSum', undefined, 'ties', 0n, 0n],
		]);
	});

	it('find a trial balance that does not add up', () => {
		const { checks } = reasons({ '090': 100, '960': -100 }, { '090': 101, '960': -100 });
		expect(checks.find(({ check }) => check === 'notInApiSum')).toMatchObject({
			status: 'differs',
			ours: 100n,
			note: 'What is not in the API should add up to nothing over all accounts. Run the report again: documents may have changed.',
		});
	});
});
