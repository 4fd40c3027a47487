import fc from 'fast-check';
import { journalOf } from '../../../nodes/XeroReports/facts/journals';
import { pairedJournals } from '../../../nodes/XeroReports/folds/journalPairs';
import { journalChecks } from '../../../nodes/XeroReports/folds/liveJournalChecks';
import { organisations } from '../../../sandbox/organisations';
import { openDesk } from '../../sandbox/accounting/desk';
import { steps } from '../../sandbox/accounting/steps';
import { Books } from '../ledger/sandboxRecords';
import { journal } from './w4';

const RUNS = { numRuns: 150, seed: 20_261_031 };

/** What is done to some documents, one after the other: each is posted, edited or voided, several of them with the same amounts. */
const history = fc.array(
	fc.record({
		source: fc.constantFrom('I1', 'I2', 'I3'),
		/** Nothing voids it. */
		amount: fc.option(fc.constantFrom(10, 20, 115.5), { freq: 3 }),
		date: fc.constantFrom('2026-10-01', '2026-10-02'),
		taxType: fc.constantFrom('OUTPUT2', 'NONE'),
	}),
	{ maxLength: 25 },
);

/** Journals as Xero posts them: what stood is taken back, then what stands now is posted. */
function posted(all: readonly { source: string; amount: number | null; date: string; taxType: string }[]) {
	const standing = new Map<string, { number: number; amount: number; date: string; taxType: string }>();
	const records: Array<ReturnType<typeof journal>> = [];
	const reversals = new Map<number, number>();
	const post = (source: string, date: string, amount: number, TaxType: string): number => {
		const number = 101 + records.length;
		records.push(journal(number, ['ACCREC', source], date, ['610', amount], ['200', -amount, { TaxType }]));
		return number;
	};
	for (const { source, amount, date, taxType } of all) {
		const before = standing.get(source);
		if (before) reversals.set(before.number, post(source, before.date, -before.amount, before.taxType));
		standing.delete(source);
		if (amount !== null) standing.set(source, { number: post(source, date, amount, taxType), amount, date, taxType });
	}
	return { records, reversals, live: [...standing.values()].map(({ number }) => number).sort((a, b) => a - b) };
}

/** What must be so of all journals of a source: in the sandbox one takes back the one before it, or is the first after such a one. */
const expectAlternating = (books: Books) => {
	const paired = pairedJournals(books.journals().map((record) => journalOf(record, 2)));
	expect(journalChecks(paired).map(({ status }) => status)).toEqual(['ties', 'ties']);
	const bySource = new Map<string, string[]>();
	for (const { journal: one, status } of paired) {
		if (one.sourceId === '') {
			expect(status).toBe('live');
			continue;
		}
		const key = `${one.sourceType} ${one.sourceId}`;
		bySource.set(key, [...(bySource.get(key) ?? []), status]);
	}
	for (const [key, statuses] of bySource)
		expect([key, statuses]).toEqual([
			key,
			statuses.map((_, index) => (index % 2 === 1 ? 'reversal' : index === statuses.length - 1 ? 'live' : 'reversed')),
		]);
	return paired;
};

describe('whatever was posted, edited and voided', () => {
	it('what stands is live, and each of the others is a pair with what took it back', () => {
		fc.assert(
			fc.property(history, (all) => {
				const { records, reversals, live } = posted(all);
				const paired = pairedJournals(records.map((record) => journalOf(record, 2)));
				expect(paired.filter(({ status }) => status === 'live').map((one) => one.journal.number)).toEqual(live);
				const pairs = paired.filter(({ status }) => status === 'reversed');
				expect(new Map(pairs.map(({ journal: one, partner }) => [one.number, partner]))).toEqual(reversals);
				expect(pairs.filter(({ isLoose }) => isLoose)).toEqual([]);
			}),
			RUNS,
		);
	});

	it('comes to the same on every account without the pairs, in any order of pages', () => {
		fc.assert(
			fc.property(history, (all) => {
				const journals = posted(all).records.map((record) => journalOf(record, 2));
				const paired = pairedJournals(journals);
				expect(journalChecks(paired).map(({ status }) => status)).toEqual(['ties', 'ties']);
				expect(pairedJournals([...journals].reverse())).toEqual(paired);
			}),
			RUNS,
		);
	});
});

describe('the journals of the sandbox', () => {
	it.each(organisations.map(({ name, tenantId }) => [name, tenantId] as const))(
		'of %s are live or pairs as it posted them',
		(_, tenantId) => {
			expect(expectAlternating(new Books(openDesk('demo', undefined, undefined, tenantId))).length).toBeGreaterThan(50);
		},
	);

	it('are live or pairs as it posted them after any steps', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const desk = openDesk('small');
				for (const one of all) one.run(desk);
				expectAlternating(new Books(desk));
			}),
			{ numRuns: 15, seed: 20_261_031 },
		);
	});
});
