import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { CashActivity, CashSettings } from '../../../nodes/XeroReports/folds/cashActivities';
import { cashAccountsOf } from '../../../nodes/XeroReports/folds/cashActivities';
import type { CashFlow } from '../../../nodes/XeroReports/folds/cashFlow';
import { directFlow, flowOfEntries, totalOf } from '../../../nodes/XeroReports/folds/cashFlow';
import { activitiesTie, cashCloses, methodsAgree } from '../../../nodes/XeroReports/folds/cashFlowChecks';
import { cashFlowHints } from '../../../nodes/XeroReports/folds/cashFlowHints';
import { indirectFlow } from '../../../nodes/XeroReports/folds/cashFlowIndirect';
import { movedBetween } from '../../../nodes/XeroReports/folds/cashMovements';
import { cashNotInApi } from '../../../nodes/XeroReports/folds/cashNotInApi';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { OCTOBER, RECORDS, SEPTEMBER } from '../ledger/ledgerK';
import type { Amounts } from '../ledger/records';
import { bill, codeIn, contextOf, idOf, line, trialBalance } from '../ledger/records';

/** The trial balances on the cash basis. */
const CASH_SEPTEMBER: Amounts = { ...SEPTEMBER, '400': 850, '820': -150, '800': 0 };
const CASH_OCTOBER: Amounts = { ...OCTOBER, '610': 0, '200': -4602.22, '820': -5.28, '310': 1075.56, '630': 624.44 };

const cash = contextOf({ basis: 'cash' });
const settings: CashSettings = {
	accounts: cash.accounts,
	cash: cashAccountsOf(cash.accounts, 'bankAndPayPal'),
	chosen: new Map(),
};

const balances = (opening: Amounts, closing: Amounts) =>
	new Map([
		['2026-09-30', trialBalance(opening)],
		['2026-10-31', trialBalance(closing)],
	]);

const records = { ...RECORDS, Invoices: [...RECORDS.Invoices!, bill('BILL-8', '2026-09-11', 230, [line('400', 200, 30)])] };
const entries = entriesFromDocuments(records, cash).entries;
const journalsOn = (basis: 'accrual' | 'cash') =>
	entriesFromDocuments({ ManualJournals: RECORDS.ManualJournals! }, contextOf({ basis })).entries;

const onCash = { context: cash, trialBalances: balances(CASH_SEPTEMBER, CASH_OCTOBER) };
const moved = movedBetween(onCash);
const direct = directFlow(moved, journalsOn('cash'), settings);

const money = (minor: bigint): number => Number(minor) / 100;
const linesOf = ({ lines }: CashFlow, activity: CashActivity) =>
	lines
		.filter((one) => one.activity === activity)
		.map(({ kind, accountId, amount }) => [accountId === '' ? kind : codeIn(accountId), money(amount)]);
const totals = (flow: CashFlow) =>
	(['operating', 'investing', 'financing', 'exchangeEffect'] as const).map((activity) => money(totalOf(flow, activity)));

describe('the cash flow of ledger K, October 2026, from trial balances', () => {
	it('is what each account moved on the cash basis, the other way round', () => {
		expect(new Map(linesOf(direct, 'operating') as Array<[string, number]>)).toEqual(
			new Map([
				['200', 602.22],
				['400', -650],
				['437', -25],
				['478', -2000],
				['814', 500],
				['835', 200],
				['820', -144.72],
				// 310 and 630: −175.56 + 175.56.
				['stock', 0],
			]),
		);
		expect(linesOf(direct, 'investing')).toEqual([['710', -1000]]);
		expect(new Map(linesOf(direct, 'financing') as Array<[string, number]>)).toEqual(
			new Map([
				['970', -200],
				['900', -300],
			]),
		);
		expect(linesOf(direct, 'exchangeEffect')).toEqual([['497', 34.48]]);
	});

	it('goes from the opening cash to the closing one', () => {
		expect(totals(direct)).toEqual([-1517.5, -1000, -500, 34.48]);
		expect([direct.opening, direct.closing].map(money)).toEqual([5000, 2016.98]);
		expect(cashCloses(direct, [])).toMatchObject({ ours: 201698n, xeros: 201698n, status: 'ties' });
	});

	it('has depreciation under investing where no manual journal posted it', () => {
		const flow = directFlow(moved, [], settings);
		expect(linesOf(flow, 'investing')).toEqual([
			['416', -50],
			['710', -1000],
			['711', 50],
		]);
		expect(totals(flow)).toEqual([-1517.5, -1000, -500, 34.48]);
		expect(cashFlowHints(flow, settings, 2)).toEqual([]);
	});

	it('puts an account where it was chosen to be', () => {
		const chosen = new Map([[idOf('835'), 'financing' as const]]);
		expect(totals(directFlow(moved, journalsOn('cash'), { ...settings, chosen }))).toEqual([-1717.5, -1000, -300, 34.48]);
	});
});

describe('the cash flow of ledger K by the indirect method', () => {
	const accrual = movedBetween({ context: contextOf(), trialBalances: balances(SEPTEMBER, OCTOBER) });
	const flow = indirectFlow({ accrual, journals: journalsOn('accrual'), direct, settings });

	it('goes from the profit to the cash from operating activities', () => {
		expect(linesOf(flow, 'operating').slice(0, 3)).toEqual([
			['netProfit', -1690.52],
			['416', 50],
			['497', -34.48],
		]);
		expect(new Map(linesOf(flow, 'operating').slice(3) as Array<[string, number]>)).toEqual(
			new Map([
				['610', -560],
				['630', 300],
				['800', -230],
				['814', 500],
				['820', -52.5],
				['835', 200],
			]),
		);
		expect(totals(flow)).toEqual([-1517.5, -1000, -500, 34.48]);
		expect(money(flow.closing - flow.opening)).toBe(-2983.02);
	});

	it('is the same as the direct method', () => {
		expect(methodsAgree(direct, flow)).toMatchObject({ ours: -151750n, xeros: -151750n, status: 'ties' });
	});

	it('takes out what was bought and is not yet paid', () => {
		const bought = { ...OCTOBER, '710': 4700, '800': -700 };
		const unpaid = indirectFlow({
			accrual: movedBetween({ context: contextOf(), trialBalances: balances(SEPTEMBER, bought) }),
			journals: journalsOn('accrual'),
			direct,
			settings,
		});
		// Creditors grew by a machine for 700.00, which took no cash.
		expect(linesOf(unpaid, 'operating')).toContainEqual(['800', 470]);
		expect(linesOf(unpaid, 'operating')).toContainEqual(['unpaid', -700]);
		expect(totals(unpaid)).toEqual([-1517.5, -1000, -500, 34.48]);
	});

	it('takes out manual journals that make a cost of what the owner paid', () => {
		const context = contextOf();
		const journals = entriesFromDocuments(
			{
				ManualJournals: [
					...RECORDS.ManualJournals!,
					{
						ManualJournalID: 'MJ-8',
						Status: 'POSTED',
						Date: '2026-10-30',
						LineAmountTypes: 'NoTax',
						JournalLines: [line('400', 80), line('970', -80)],
					},
				],
			},
			context,
		).entries;
		const closing = { ...OCTOBER, '400': 1580, '970': -1380 };
		const accrued = movedBetween({ context, trialBalances: balances(SEPTEMBER, closing) });
		const paid = indirectFlow({ accrual: accrued, journals, direct, settings });
		expect(linesOf(paid, 'operating')).toContainEqual(['netProfit', -1770.52]);
		expect(linesOf(paid, 'operating')).toContainEqual(['nonCashJournals', 80]);
		expect(totals(paid)).toEqual([-1517.5, -1000, -500, 34.48]);
	});
});

describe('the cash flow of ledger K from documents', () => {
	const asked = { taxInAccounts: false, byDocument: false };
	const flow = flowOfEntries(entries, moved, settings, asked);
	const ledger = generalLedger({ ...onCash, movements: addEntries(new Map(), entries) }).accounts;
	const notInApi = cashNotInApi(ledger, settings);

	it('has what documents say, and what they do not on the bank account', () => {
		expect(new Map(linesOf(flow, 'operating') as Array<[string, number]>)).toEqual(
			new Map([
				// 600.00 + 85.18 + 17.04 − 100.00.
				['200', 602.22],
				['400', -650],
				['437', -25],
				['835', 200],
				['820', -144.72],
			]),
		);
		expect(totals(flow)).toEqual([-17.5, -1000, -500, 34.48]);
		expect(notInApi).toEqual([{ accountId: idOf('090'), amount: -150000n, reason: 'payments' }]);
		expect([flow.opening, flow.closing].map(money)).toEqual([5000, 2016.98]);
	});

	it('is held against the trial balances', () => {
		expect(cashCloses(flow, notInApi)).toMatchObject({ ours: 351698n, xeros: 201698n, status: 'explained' });
		expect(
			activitiesTie(flow, direct, ledger, notInApi, settings).map(({ check, ours, xeros, status }) => [
				check,
				money(ours!),
				money(xeros!),
				status,
			]),
		).toEqual([
			['operatingTies', -17.5, -1517.5, 'explained'],
			['investingTies', -1000, -1000, 'ties'],
			['financingTies', -500, -500, 'ties'],
		]);
	});

	it('has a line for each document and account', () => {
		const lines = flowOfEntries(entries, moved, settings, { ...asked, byDocument: true }).lines;
		const of = (id: string) =>
			lines.filter(({ source }) => source?.id === id).map(({ accountId, amount }) => [codeIn(accountId), money(amount)]);
		expect(of('pay-1')).toEqual([
			['200', 600],
			['820', 75],
		]);
		expect(of('al-1')).toEqual([
			['200', 2.22],
			['820', -2.22],
		]);
		expect(of('spend-3')).toEqual([
			['900', -300],
			['437', -25],
		]);
		expect([of('tr-1'), of('MJ-7')]).toEqual([[], []]);
	});

	it('puts tax into the accounts that it is of', () => {
		const taxed = flowOfEntries(entries, moved, settings, { ...asked, taxInAccounts: true });
		expect(new Map(linesOf(taxed, 'operating') as Array<[string, number]>)).toEqual(
			new Map([
				// 602.22 and the tax of it: 75.00 + 12.78 − 15.00.
				['200', 675],
				// 650.00 and 30.00 + 60.00 + 7.50.
				['400', -747.5],
				['437', -25],
				['835', 230],
			]),
		);
		expect(linesOf(taxed, 'investing')).toEqual([['710', -1150]]);
		expect(totals(taxed)).toEqual([132.5, -1150, -500, 34.48]);
	});
});

describe('hints', () => {
	const flowOf = (closing: Amounts) =>
		directFlow(movedBetween({ ...onCash, trialBalances: balances(CASH_SEPTEMBER, closing) }), [], settings);

	it('name loans and drawings among current liabilities, until they are chosen', () => {
		const accounts = cash.accounts;
		const drawings = { ...accounts.byId.get(idOf('835'))!, name: 'Owner A Drawings' };
		const named = { ...accounts, byId: new Map([...accounts.byId, [drawings.id, drawings]]) };
		expect(cashFlowHints(direct, { ...settings, accounts: named }, 2)).toEqual([
			{
				code: 'activityDoubtful',
				says: '835 Owner A Drawings stands under operating activities, as current liabilities do',
				todo: 'If it is financing, add it to Activities',
			},
		]);
		const chosen = new Map([[drawings.id, 'operating' as const]]);
		expect(cashFlowHints(direct, { ...settings, accounts: named, chosen }, 2)).toEqual([]);
	});

	it('say that fixed assets fell without depreciation', () => {
		const flow = flowOf({ ...CASH_OCTOBER, '416': 0, '400': 1550 });
		expect(cashFlowHints(flow, settings, 2)).toEqual([
			{
				code: 'fixedAssetsFell',
				says: 'fixed assets came down by 50.00 beyond depreciation, which counts as proceeds of a sale',
				todo: 'If nothing was sold, add the account that the depreciation was posted to as investing to Activities',
			},
		]);
	});
});
