import fc from 'fast-check';
import { entriesFromJournals } from '../../../nodes/XeroReports/entries/fromJournals';
import type { GeneralLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import { organisations } from '../../../sandbox/organisations';
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

/** What more than a cent no entry and no unlisted journal explains, but on cost of goods and inventory, which are each other's opposite. */
function beyond({ accounts }: GeneralLedger, unlisted: ReadonlyMap<string, bigint>) {
	const rest = accounts.map(
		({ account, accountId, notInApi }) => [account?.code, notInApi - (unlisted.get(accountId) ?? 0n)] as const,
	);
	const [cost, inventory] = ['310', '630'].map((code) => rest.find(([of]) => of === code)?.[1] ?? 0n);
	expect(cost! + inventory!).toBe(0n);
	return rest.filter(([code, amount]) => code !== '310' && code !== '630' && (amount > 1n || amount < -1n));
}

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

describe('whatever happens to the books', () => {
	const SPANS = [
		{ from: '2025-03-15', to: '2026-04-30' },
		{ from: '2026-01-01', to: '2026-02-28' },
		{ from: '2025-04-01', to: '2026-03-31' },
	];

	it('every account is explained to a cent, but for what no list has and the cost of what was sold from stock', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const desk = openDesk('small');
				for (const one of all) one.run(desk);
				const books = new Books(desk);
				for (const span of SPANS) {
					const { ledger, entries } = books.ledger(span);
					expect(beyond(ledger, books.unlisted({ ...books.context, ...span, basis: 'accrual' }))).toEqual([]);
					expect(whole(ledger)).toEqual(TIES);
					expect(entries.omissions).toEqual([]);
				}
			}),
			{ numRuns: 15, seed: 20_261_031 },
		);
	});
});
