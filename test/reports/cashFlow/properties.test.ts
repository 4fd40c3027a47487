import fc from 'fast-check';
import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import { entriesFromDocuments } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { CashSettings } from '../../../nodes/XeroReports/folds/cashActivities';
import { cashAccountsOf } from '../../../nodes/XeroReports/folds/cashActivities';
import type { CashFlow } from '../../../nodes/XeroReports/folds/cashFlow';
import { directFlow, flowOfEntries, totalOf } from '../../../nodes/XeroReports/folds/cashFlow';
import { indirectFlow } from '../../../nodes/XeroReports/folds/cashFlowIndirect';
import { movedBetween } from '../../../nodes/XeroReports/folds/cashMovements';
import { cashNotInApi } from '../../../nodes/XeroReports/folds/cashNotInApi';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { addEntries, trialBalanceDays } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { addDays } from '../../../nodes/XeroReports/rows/days';
import { DAYS, hidden, madeUpLedger, trialBalanceAt } from '../ledger/madeUpLedger';
import { contextOf, line } from '../ledger/records';

const RUNS = { numRuns: 120, seed: 20_261_031 };
const EVER = { from: '2000-01-01', to: '2099-12-31' };
const { accounts } = contextOf();
const settings: CashSettings = { accounts, cash: cashAccountsOf(accounts, 'bankAndPayPal'), chosen: new Map() };
const ACTIVITIES = ['operating', 'investing', 'financing', 'exchangeEffect'] as const;

type Hidden = typeof hidden extends fc.Arbitrary<infer One> ? One : never;
type Days = { readonly from: string; readonly to: string };
type Basis = 'accrual' | 'cash';

const period = fc
	.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))
	.map(([one, other]): Days => (one <= other ? { from: one, to: other } : { from: other, to: one }));

/** Manual journals without cash: depreciation, a cost that the owner paid, one that cash reports do not show. */
const journals = fc
	.array(
		fc.record({
			day: fc.constantFrom(...DAYS),
			codes: fc.constantFrom(['416', '711'], ['400', '970'], ['400', '835'], ['497', '400']),
			amount: fc.integer({ min: 1, max: 99_999 }),
			shown: fc.boolean(),
		}),
		{ maxLength: 4 },
	)
	.map((all) =>
		all.map(({ day, codes, amount, shown }, index) => ({
			ManualJournalID: `M${index}`,
			Status: 'POSTED',
			Date: day,
			LineAmountTypes: 'NoTax',
			ShowOnCashBasisReports: shown,
			JournalLines: [line(codes[0]!, amount / 100), line(codes[1]!, -amount / 100)],
		})),
	);

const books = fc.tuple(madeUpLedger, journals).map(([all, ManualJournals]): LedgerRecords => ({ ...all, ManualJournals }));

/** Entries of a period, the trial balances around it, and what moved between them. */
function readOn(basis: Basis, records: LedgerRecords, days: Days, more: Hidden) {
	const context = contextOf({ ...days, basis });
	const all: Entries = entriesFromDocuments(records, contextOf({ ...EVER, basis }));
	const trialBalances = new Map(
		trialBalanceDays(days, context.organisation.yearEnd).map((day) => [day, trialBalanceAt(day, all, more, context)]),
	);
	const made = entriesFromDocuments(records, context);
	return { context, trialBalances, made, moved: movedBetween({ context, trialBalances }) };
}

const ofJournals = ({ entries }: Entries) => entries.filter(({ source }) => source.type === 'MANJOURNAL');

function directOf(records: LedgerRecords, days: Days, more: Hidden): CashFlow {
	const { moved, made } = readOn('cash', records, days, more);
	return directFlow(moved, ofJournals(made), settings);
}

const flows = (flow: CashFlow): bigint => ACTIVITIES.reduce((sum, activity) => sum + totalOf(flow, activity), 0n);

describe('the cash flow of any ledger', () => {
	it('goes from opening to closing by both methods, which have the same activities', () => {
		fc.assert(
			fc.property(books, period, hidden, (records, days, more) => {
				const direct = directOf(records, days, more);
				const { moved, made } = readOn('accrual', records, days, more);
				const indirect = indirectFlow({ accrual: moved, journals: ofJournals(made), direct, settings });
				for (const flow of [direct, indirect]) expect(flow.opening + flows(flow)).toBe(flow.closing);
				expect(ACTIVITIES.map((one) => totalOf(indirect, one))).toEqual(ACTIVITIES.map((one) => totalOf(direct, one)));
			}),
			RUNS,
		);
	});

	it('from documents goes from opening to closing with what is not in the API', () => {
		fc.assert(
			fc.property(books, period, hidden, fc.boolean(), fc.boolean(), (records, days, more, taxInAccounts, byDocument) => {
				const { context, trialBalances, moved, made } = readOn('cash', records, days, more);
				const flow = flowOfEntries(made.entries, moved, settings, { taxInAccounts, byDocument });
				const ledger = generalLedger({ context, trialBalances, movements: addEntries(new Map(), made.entries) });
				const missing = cashNotInApi(ledger.accounts, settings).reduce((sum, { amount }) => sum + amount, 0n);
				expect(flow.opening + flows(flow) + missing).toBe(flow.closing);
			}),
			RUNS,
		);
	});

	it('from documents is that from trial balances where nothing is hidden', () => {
		fc.assert(
			fc.property(books, period, (records, days) => {
				const { moved, made } = readOn('cash', records, days, []);
				const flow = flowOfEntries(made.entries, moved, settings, { taxInAccounts: false, byDocument: false });
				const direct = directOf(records, days, []);
				const inOrder = ({ lines }: CashFlow) => lines.map(({ accountId, amount }) => `${accountId} ${amount}`).sort();
				expect(inOrder(flow)).toEqual(inOrder(direct));
			}),
			RUNS,
		);
	});

	it('of two halves of a period is that of the whole', () => {
		fc.assert(
			fc.property(books, hidden, fc.constantFrom(...DAYS.slice(1, -1)), (records, more, middle) => {
				const [from, to] = [DAYS[0]!, DAYS.at(-1)!];
				const whole = directOf(records, { from, to }, more);
				const [first, second] = [
					directOf(records, { from, to: middle }, more),
					directOf(records, { from: addDays(middle, 1), to }, more),
				];
				for (const activity of ACTIVITIES)
					expect(totalOf(first, activity) + totalOf(second, activity)).toBe(totalOf(whole, activity));
				expect([first.opening, first.closing, second.closing]).toEqual([whole.opening, second.opening, whole.closing]);
			}),
			RUNS,
		);
	});
});
