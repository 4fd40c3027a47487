import fc from 'fast-check';
import type { Entry } from '../../../nodes/XeroReports/entries/entry';
import type { TrialBalance } from '../../../nodes/XeroReports/facts/trialBalance';
import type { OptionBalances } from '../../../nodes/XeroReports/folds/trackedBalances';
import { addAmount, balanceWithOthers, byOption, noFigures, pairOf } from '../../../nodes/XeroReports/folds/trackedBalances';
import type { JournalSums } from '../../../nodes/XeroReports/folds/trackedJournals';
import { addJournals, inOptionOrder } from '../../../nodes/XeroReports/folds/trackedJournals';
import { contextOf, idOf } from '../ledger/records';

const RUNS = { numRuns: 150, seed: 20_261_101 };
const { accounts } = contextOf();

const category = (name: string, ...options: string[]) => ({
	id: name,
	name,
	options: options.map((option) => ({ id: option, name: option })),
});
const REGION = category('region', 'north', 'south', 'west');
const TEAM = category('team', 'blue', 'red');

const option = (id: string | null) => (id === null ? [] : [{ trackingCategoryId: null, trackingOptionId: id, option: id }]);

/** Lines on accounts of every class, each with an option of either category or with none. */
const line = fc.record({
	code: fc.constantFrom('200', '400', '710', '820', '970'),
	amount: fc.bigInt({ min: -99_999n, max: 99_999n }),
	region: fc.constantFrom(null, 'north', 'south', 'west'),
	team: fc.constantFrom(null, 'blue', 'red'),
});
type Line = typeof line extends fc.Arbitrary<infer One> ? One : never;
const lines = fc.array(line, { maxLength: 25 });

const entryOf = ({ code, amount, region, team }: Line): Entry =>
	({
		...{ accountId: idOf(code), amount, options: [...option(region), ...option(team)] },
		source: { date: '2026-10-15' },
	}) as unknown as Entry;

/** The trial balance of some lines, whose difference stands on one account. */
function trialBalanceOf(all: readonly Line[]): TrialBalance {
	const balances = new Map<string, bigint>();
	for (const { code, amount } of all) addAmount(balances, idOf(code), amount);
	const found = [...balances].map(([accountId, balance]) => [accountId, { accountId, debit: 0n, credit: 0n, balance }] as const);
	return { lines: new Map(found), withoutAccount: 0n };
}

/** What Xero's reports say of some lines: each option by itself, and pairs. */
function figuresOf(all: readonly Line[], second: typeof TEAM | undefined) {
	const figures = noFigures({ first: REGION, second });
	for (const { code, amount, region, team } of all) {
		if (region !== null) addAmount(figures.first.get(region)!, idOf(code), amount);
		if (second && team !== null) addAmount(figures.second.get(team)!, idOf(code), amount);
		if (second && region !== null && team !== null) addAmount(figures.pairs.get(pairOf(region, team))!, idOf(code), amount);
	}
	return figures;
}

const filled = (options: readonly OptionBalances[]) =>
	options.map(({ first, second, balances }) => [
		`${first?.id ?? '-'} ${second?.id ?? '-'}`,
		[...balances].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)),
	]);

describe.each([
	['one category', undefined],
	['two categories', TEAM],
])('balances by the options of %s', (_, second) => {
	const categories = { first: REGION, second };

	it('are from reports what they are from journals, option by option', () => {
		fc.assert(
			fc.property(lines, (all) => {
				const sums: JournalSums = new Map();
				const of = { categories, accounts, yearStart: '2026-04-01', retainedEarnings: idOf('960') };
				addJournals(sums, all.map(entryOf), of);
				expect(filled(byOption(categories, figuresOf(all, second), trialBalanceOf(all)))).toEqual(
					filled(inOptionOrder(sums, categories)),
				);
			}),
			RUNS,
		);
	});

	it('add up to the trial balance, and balances with other options to what it is apart', () => {
		fc.assert(
			fc.property(lines, (all) => {
				const whole = trialBalanceOf(all);
				const options = byOption(categories, figuresOf(all, second), whole);
				for (const [id, { balance }] of whole.lines)
					expect(options.reduce((sum, { balances }) => sum + (balances.get(id) ?? 0n), 0n)).toBe(balance);
				const total = [...whole.lines.values()].reduce((sum, { balance }) => sum + balance, 0n);
				expect(options.reduce((sum, one) => sum + balanceWithOthers(one), 0n)).toBe(-total);
			}),
			RUNS,
		);
	});
});

test('income and expenses before the financial year are part of Retained Earnings of their option', () => {
	const sums: JournalSums = new Map();
	const of = {
		...{ categories: { first: REGION }, accounts },
		...{ yearStart: '2026-11-01', retainedEarnings: idOf('960') },
	};
	const sold = entryOf({ code: '200', amount: -5000n, region: 'north', team: null });
	addJournals(sums, [sold, entryOf({ code: '710', amount: 700n, region: 'north', team: null })], of);
	expect(filled(inOptionOrder(sums, { first: REGION }))[0]).toEqual([
		'north -',
		[
			[idOf('710'), 700n],
			[idOf('960'), -5000n],
		],
	]);
});
