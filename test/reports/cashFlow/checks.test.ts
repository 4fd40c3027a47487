import type { CashSettings } from '../../../nodes/XeroReports/folds/cashActivities';
import { cashAccountsOf } from '../../../nodes/XeroReports/folds/cashActivities';
import type { CashFlow } from '../../../nodes/XeroReports/folds/cashFlow';
import { activitiesTie, bankSummaryChecks, cashCloses, methodsAgree } from '../../../nodes/XeroReports/folds/cashFlowChecks';
import { cashFlowHints } from '../../../nodes/XeroReports/folds/cashFlowHints';
import { cashNotInApi } from '../../../nodes/XeroReports/folds/cashNotInApi';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import type { Amounts } from '../ledger/records';
import { codeIn, contextOf, idOf, trialBalance } from '../ledger/records';

const context = contextOf({ basis: 'cash' });
const { accounts } = context;
const settings: CashSettings = { accounts, cash: cashAccountsOf(accounts, 'bankAndPayPal'), chosen: new Map() };

const STANDING: Amounts = { '090': 1000, '970': -1000 };

/** The ledger of a month in which no entry explains anything. */
const unexplained = (closing: Amounts) =>
	generalLedger({
		context,
		trialBalances: new Map([
			['2026-09-30', trialBalance(STANDING)],
			['2026-10-31', trialBalance({ ...STANDING, ...closing })],
		]),
		movements: new Map(),
	}).accounts;

const notInApi = (closing: Amounts) =>
	cashNotInApi(unexplained(closing), settings).map(({ accountId, amount, reason }) => [
		codeIn(accountId),
		Number(amount) / 100,
		reason,
	]);

const flow = (operating: bigint, closing: bigint): CashFlow => ({
	lines: [{ activity: 'operating', kind: 'account', accountId: idOf('200'), source: null, amount: operating }],
	opening: 0n,
	closing,
});

describe('what is not in the API of foreign accounts', () => {
	it('is nothing where all of it is revaluation', () => {
		expect(notInApi({ '095': 34.48, '497': -34.48 })).toEqual([]);
		expect(notInApi({ '095': 40, '098': -5.52, '497': -34.48 })).toEqual([]);
	});

	it('is what is left when the revaluation is taken out, of the one account that moved', () => {
		expect(notInApi({ '095': -65.52, '497': -34.48, '478': 100 })).toEqual([['095', -100, 'payments']]);
	});

	it('is of several accounts together, as nothing says how much each was revalued by', () => {
		expect(notInApi({ '095': -65.52, '098': 10, '497': -44.48, '478': 100 })).toEqual([['', -100, 'payments']]);
	});

	it('is revaluation where none of them moved: a foreign card that is no cash', () => {
		expect(notInApi({ '497': -20, '835': 20 })).toEqual([['', -20, 'revaluation']]);
	});
});

describe('the checks of the cash flow', () => {
	it('differ where opening cash and flows are not the closing cash, and nothing says why', () => {
		expect(cashCloses(flow(100n, 130n), [])).toMatchObject({ ours: 100n, xeros: 130n, status: 'differs' });
		const missing = [{ accountId: idOf('090'), amount: 30n, reason: 'payments' as const }];
		expect(cashCloses(flow(100n, 130n), missing)).toMatchObject({ status: 'explained' });
		expect(cashCloses(flow(100n, 140n), missing)).toMatchObject({ status: 'differs' });
	});

	it('differ where the two methods have other operating activities', () => {
		expect(methodsAgree(flow(100n, 100n), flow(101n, 101n))).toMatchObject({ ours: 100n, xeros: 101n, status: 'differs' });
	});

	it('differ where documents leave accounts unexplained that nobody knows the reason of', () => {
		const statusOf = (closing: Amounts) =>
			activitiesTie(flow(0n, 0n), flow(-5000n, 0n), unexplained(closing), [], settings).map(({ status }) => status);
		expect(statusOf({ '400': 50, '710': -50 })).toEqual(['differs', 'ties', 'ties']);
		expect(statusOf({ '478': 50, '710': -50 })).toEqual(['explained', 'ties', 'ties']);
	});

	it('hold each cash account against the bank summary, and no other', () => {
		const ours = new Map([[idOf('090'), { opening: 500n, closing: 700n }]]);
		const xeros = [
			{ accountId: idOf('090'), opening: 500n, closing: 650n },
			{ accountId: idOf('098'), opening: 1n, closing: 1n },
		];
		expect(bankSummaryChecks(ours, xeros).map(({ check, status }) => [check, status])).toEqual([
			['bankOpening', 'ties'],
			['bankClosing', 'differs'],
		]);
	});
});

describe('a foreign card that is no cash', () => {
	it('is told of where exchange rates moved anything', () => {
		const card = { ...accounts.byId.get(idOf('095'))!, name: 'Visa USD', bankAccountType: 'CREDITCARD' };
		const others = accounts.all.filter(({ id }) => id !== card.id);
		const chart = { ...accounts, all: [...others, card], byId: new Map([...accounts.byId, [card.id, card]]) };
		const line = { kind: 'account' as const, source: null, amount: 1n };
		const moved: CashFlow = {
			...flow(1n, 3n),
			lines: [
				{ ...line, activity: 'operating', accountId: card.id },
				{ ...line, activity: 'exchangeEffect', accountId: idOf('497') },
			],
		};
		const of = (which: 'bankAndPayPal' | 'all') =>
			cashFlowHints(moved, { accounts: chart, cash: cashAccountsOf(chart, which), chosen: new Map() }, 2).map(({ code }) => code);
		expect([of('bankAndPayPal'), of('all')]).toEqual([['foreignCard'], []]);
	});
});

describe('cash accounts', () => {
	it('are bank accounts, PayPal and credit cards, as far as they are chosen', () => {
		const typed = ['BANK', 'PAYPAL', 'CREDITCARD', ''].map((bankAccountType, index) => ({
			...accounts.byId.get(idOf('090'))!,
			id: `b${index}`,
			bankAccountType,
		}));
		const chart = { ...accounts, all: [...typed, accounts.byId.get(idOf('200'))!] };
		const of = (which: Parameters<typeof cashAccountsOf>[1]) => [...cashAccountsOf(chart, which)];
		expect([of('bank'), of('bankAndPayPal'), of('all')]).toEqual([
			['b0', 'b3'],
			['b0', 'b1', 'b3'],
			['b0', 'b1', 'b2', 'b3'],
		]);
	});
});
