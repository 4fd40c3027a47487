import fc from 'fast-check';
import { entriesFromJournals } from '../../../nodes/XeroReports/entries/fromJournals';
import type { GeneralLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { accounting } from '../../../sandbox/accounting/api';
import { generatedOrganisation, organisations } from '../../../sandbox/organisations';
import type { DayRange } from '../../../nodes/XeroReports/rows/financialYear';
import { openDesk } from '../../sandbox/accounting/desk';
import { steps } from '../../sandbox/accounting/steps';
import { Books } from './sandboxRecords';

/** The sandbox shares no code with the nodes, and adds its trial balance up from a ledger of its own. It is 10 March 2026 there. */
const PERIODS = [
	['a month', { from: '2026-01-01', to: '2026-01-31' }],
	['a quarter', { from: '2025-10-01', to: '2025-12-31' }],
	['13 months with a year end inside', { from: '2025-02-10', to: '2026-03-09' }],
	['months that begin with the year', { from: '2025-04-01', to: '2025-09-30' }],
] as const;

/** What no entry explains, by account code: amount in minor units, and why. */
const unexplained = ({ accounts }: GeneralLedger) =>
	accounts.filter(({ notInApi }) => notInApi !== 0n).map(({ account, notInApi, reason }) => [account?.code, notInApi, reason]);

const whole = ({ checks }: GeneralLedger) => checks.slice(-2).map(({ check, status }) => [check, status]);
const TIES = [
	['notInApiSum', 'ties'],
	['entriesSum', 'ties'],
];

describe.each(organisations.map(({ name, tenantId }) => [name, tenantId] as const))('the ledger of %s', (_name, tenantId) => {
	const books = new Books(openDesk('demo', undefined, undefined, tenantId));

	it.each(PERIODS)('over %s is what Xero’s trial balance says, to the cent, from documents', (_period, period) => {
		const { ledger, entries } = books.ledger(period);
		expect(unexplained(ledger)).toEqual([]);
		expect(whole(ledger)).toEqual(TIES);
		expect(entries.omissions).toEqual([]);
		expect(entries.entries.length).toBeGreaterThan(10);
	});

	it.each(PERIODS)('over %s is the same from journals', (_period, period) => {
		const { ledger } = books.ledger(period, 'accrual', (context) => entriesFromJournals(books.journals(), context));
		expect(unexplained(ledger)).toEqual([]);
		expect(whole(ledger)).toEqual(TIES);
	});

	it.each(PERIODS)('over %s differs on the cash basis by the cents of shares alone', (_period, period) => {
		const { ledger } = books.ledger(period, 'cash');
		expect(unexplained(ledger).filter(([, , reason]) => reason !== 'rounding')).toEqual([]);
		expect(whole(ledger)).toEqual(TIES);
	});
});

/** What Xero's API gives in no list; a journal without a source is a conversion balance, a depreciation run or a stock count. */
const HIDDEN: ReadonlySet<string> = new Set(['undefined', 'null', '', 'PAYSLIP', 'WAGEPAYABLE', 'EXTERNALSPENDMONEY']);

/** What journals of no document move in a period, by account code, in minor units. */
function hidden(books: Books, { from, to }: DayRange): Map<string, bigint> {
	const moved = new Map<string, bigint>();
	for (const { SourceType, JournalDate, JournalLines } of books.journals()) {
		const day = String(JournalDate).slice(0, 10);
		if (!HIDDEN.has(String(SourceType)) || day < from || day > to) continue;
		for (const { AccountCode, NetAmount } of JournalLines as Array<{ AccountCode: string; NetAmount: number }>)
			moved.set(AccountCode, (moved.get(AccountCode) ?? 0n) + BigInt(Math.round(NetAmount * 100)));
	}
	return moved;
}

/** What stands under “not in the API” and is neither hidden, nor the cost of what was sold from stock, nor one cent of rounding. */
function unaccounted(books: Books, ledger: GeneralLedger, span: DayRange) {
	const expected = hidden(books, span);
	const isCent = (amount: bigint): boolean => amount >= -1n && amount <= 1n;
	return ledger.accounts
		.filter(({ account }) => !['310', '630'].includes(account?.code ?? ''))
		.map(({ account, notInApi }) => [account?.code, notInApi - (expected.get(account?.code ?? '') ?? 0n)] as const)
		.filter(([, rest]) => !isCent(rest));
}

describe('whatever happens to the books', () => {
	const SPANS = [
		{ from: '2025-03-15', to: '2026-04-30' },
		{ from: '2026-01-01', to: '2026-02-28' },
		{ from: '2025-04-01', to: '2026-03-31' },
	];

	it('every account is explained to a cent, but for what the API hides and the cost of what was sold from stock', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const desk = openDesk('small');
				for (const one of all) one.run(desk);
				const books = new Books(desk);
				for (const span of SPANS) {
					const { ledger, entries } = books.ledger(span);
					expect(unaccounted(books, ledger, span)).toEqual([]);
					expect(whole(ledger)).toEqual(TIES);
					expect(entries.omissions).toEqual([]);
				}
			}),
			{ numRuns: 15, seed: 20_261_031 },
		);
	});
});

/** Thirteen months with everything that makes a ledger hard to rebuild, and with what the API hides. */
describe.each([1, 2, 3])('the generated year %s', (seed) => {
	const books = new Books(
		openDesk(
			'empty',
			undefined,
			(clock) => {
				const api = accounting({ clock, seed: 'empty', organisations });
				api.bookkeeping?.generateYear(seed);
				return api;
			},
			generatedOrganisation.tenantId,
		),
	);

	it.each(PERIODS)('over %s has under “not in the API” what no list has, account by account, to the cent', (_period, period) => {
		const { ledger, entries } = books.ledger(period);
		expect(unaccounted(books, ledger, period)).toEqual([]);
		expect(whole(ledger)).toEqual(TIES);
		expect(entries.omissions).toEqual([]);
		expect(ledger.accounts.filter(({ reason }) => reason !== null).length).toBeGreaterThan(3);
	});
});
