import fc from 'fast-check';
import { entriesFromDocuments, entriesOfReading } from '../../../nodes/XeroReports/entries/fromDocuments';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import { dropUnsettled, emptyReading, readRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import { generalLedger } from '../../../nodes/XeroReports/folds/generalLedger';
import type { LedgerAccount } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { addEntries, movedBy, trialBalanceDays } from '../../../nodes/XeroReports/folds/ledgerAccounts';
import { addDays } from '../../../nodes/XeroReports/rows/days';
import { DAYS, hidden, madeUpLedger, trialBalanceAt } from './madeUpLedger';
import { contextOf, invoice, line, payment, sums } from './records';

const RUNS = { numRuns: 120, seed: 20_261_031 };
const EVER = { from: '2000-01-01', to: '2099-12-31' };
type Hidden = typeof hidden extends fc.Arbitrary<infer One> ? One : never;

const period = fc
	.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))
	.map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }));

/** The ledger of a period of books whose trial balances are made of all their entries and of what is hidden. */
function ledgerOf(records: LedgerRecords, given: { from: string; to: string }, more: Hidden = []) {
	const context = contextOf(given);
	const made = entriesFromDocuments(records, context);
	const all = entriesFromDocuments(records, contextOf(EVER));
	const days = trialBalanceDays(given, context.organisation.yearEnd);
	const trialBalances = new Map(days.map((date) => [date, trialBalanceAt(date, all, more, context)]));
	return { made, ...generalLedger({ context, trialBalances, movements: addEntries(new Map(), made.entries) }) };
}

const bySource = ({ entries }: Entries): bigint[] => {
	const totals = new Map<string, bigint>();
	for (const { source, amount } of entries) {
		const key = `${source.type} ${source.id}`;
		totals.set(key, (totals.get(key) ?? 0n) + amount);
	}
	return [...totals.values()];
};

const closed = ({ closes }: LedgerAccount): bigint => closes.reduce((sum, { amount }) => sum + amount, 0n);

describe('any ledger', () => {
	it('has sources that balance, on both bases', () => {
		fc.assert(
			fc.property(madeUpLedger, fc.constantFrom<'accrual' | 'cash'>('accrual', 'cash'), (records, basis) => {
				const made = entriesFromDocuments(records, contextOf({ ...EVER, basis }));
				expect(bySource(made).filter((total) => total !== 0n)).toEqual([]);
				expect(made.omissions).toEqual([]);
			}),
			RUNS,
		);
	});

	it('explains every account where the trial balance is made of its entries', () => {
		fc.assert(
			fc.property(madeUpLedger, period, (records, given) => {
				const { accounts } = ledgerOf(records, given);
				expect(accounts.filter(({ notInApi }) => notInApi !== 0n)).toEqual([]);
			}),
			RUNS,
		);
	});

	it('goes from opening to closing, and what is not in the API adds up to nothing, whatever is hidden', () => {
		fc.assert(
			fc.property(madeUpLedger, period, hidden, (records, given, more) => {
				const { accounts, checks } = ledgerOf(records, given, more);
				for (const row of accounts) expect(row.opening + movedBy(row.movement) + closed(row) + row.notInApi).toBe(row.closing);
				expect(checks.slice(-2).map(({ check, status }) => [check, status])).toEqual([
					['notInApiSum', 'ties'],
					['entriesSum', 'ties'],
				]);
			}),
			RUNS,
		);
	});

	it('is the same on two halves of a period as on the whole', () => {
		fc.assert(
			fc.property(madeUpLedger, hidden, fc.constantFrom(...DAYS.slice(1, -1)), (records, more, middle) => {
				const whole = ledgerOf(records, { from: DAYS[0]!, to: DAYS.at(-1)! }, more);
				const first = ledgerOf(records, { from: DAYS[0]!, to: middle }, more);
				const second = ledgerOf(records, { from: addDays(middle, 1), to: DAYS.at(-1)! }, more);
				const figures = (rows: readonly LedgerAccount[]) =>
					new Map(rows.map((row) => [row.accountId, [row.movement.debit, row.movement.credit, row.notInApi]]));
				const [one, other] = [figures(first.accounts), figures(second.accounts)];
				const added = [...figures(whole.accounts)].map(([id]) => [
					id,
					one.get(id)!.map((figure, index) => figure + other.get(id)![index]!),
				]);
				expect(added).toEqual([...figures(whole.accounts)]);
				// The second half begins where the first one ends, but for a year end between the two.
				if (middle.slice(5) !== '03-31')
					expect(second.accounts.map(({ accountId, opening }) => [accountId, opening])).toEqual(
						first.accounts.map(({ accountId, closing }) => [accountId, closing]),
					);
			}),
			RUNS,
		);
	});

	it('is the same on the cash basis where invoices that nothing settles are dropped page by page', () => {
		fc.assert(
			fc.property(madeUpLedger, period, (records, given) => {
				const context = contextOf({ ...given, basis: 'cash' });
				const { Invoices = [], ...others } = records;
				const reading = emptyReading();
				readRecords(reading, others, context);
				for (const record of Invoices) {
					readRecords(reading, { Invoices: [record] }, context);
					dropUnsettled(reading);
				}
				const settled = new Set([...reading.payments.values()].map(({ documentId }) => documentId));
				expect([...reading.documents.values()].filter(({ list, id }) => list === 'Invoices' && !settled.has(id))).toEqual([]);
				expect(sums(entriesOfReading(reading, context))).toEqual(sums(entriesFromDocuments(records, context)));
			}),
			RUNS,
		);
	});

	it('is the same in pages of one record as in one go', () => {
		fc.assert(
			fc.property(madeUpLedger, period, (records, given) => {
				const context = contextOf(given);
				const reading = emptyReading();
				for (const [list, all] of Object.entries(records).reverse())
					for (const record of all) readRecords(reading, { [list]: [record] }, context);
				expect(sums(entriesOfReading(reading, context))).toEqual(sums(entriesFromDocuments(records, context)));
			}),
			RUNS,
		);
	});
});

describe('a document that is paid in parts', () => {
	const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(0.31, 0.58, 0.6, 1.7)), {
		minLength: 1,
		maxLength: 8,
	});

	it('leaves nothing on the control account, at whatever rates', () => {
		fc.assert(
			fc.property(parts, fc.constantFrom(0.31, 0.61, 1.9), (paid, CurrencyRate) => {
				const total = paid.reduce((sum, [amount]) => sum + amount, 0) / 100;
				const Payments = paid.map(([amount, rate], index) =>
					payment(`p${index}`, '2026-10-10', amount / 100, 'I', {
						CurrencyRate: rate,
						BankAmount: undefined,
						Invoice: { InvoiceID: 'I', CurrencyCode: 'USD' },
					}),
				);
				const sold = invoice('I', '2026-10-02', total, [line('200', total)], { CurrencyCode: 'USD', CurrencyRate, Payments });
				expect(sums(entriesFromDocuments({ Invoices: [sold], Payments }, contextOf()))).not.toHaveProperty('610');
			}),
			RUNS,
		);
	});

	it('has brought all of its lines and tax on the cash basis, to the cent', () => {
		fc.assert(
			fc.property(parts, fc.integer({ min: 0, max: 100 }), (paid, percent) => {
				const total = paid.reduce((sum, [amount]) => sum + amount, 0);
				const tax = Math.floor((total * percent) / 400);
				const Payments = paid.map(([amount], index) => payment(`p${index}`, '2026-10-10', amount / 100, 'I'));
				const sold = invoice('I', '2026-10-02', total / 100, [line('200', (total - tax) / 100, tax / 100)], { Payments });
				const made = sums(entriesFromDocuments({ Invoices: [sold], Payments }, contextOf({ basis: 'cash' })));
				expect(made).toEqual({ '090': total / 100, '200': -(total - tax) / 100, ...(tax === 0 ? {} : { '820': -tax / 100 }) });
			}),
			RUNS,
		);
	});
});
