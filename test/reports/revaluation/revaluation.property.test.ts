import * as fc from 'fast-check';
import type { BankMovement } from '../../../nodes/XeroReports/entries/bankMovement';
import type { Document } from '../../../nodes/XeroReports/facts/documents';
import type { AsOfRates } from '../../../nodes/XeroReports/folds/asOfRates';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import type { RevaluationLine } from '../../../nodes/XeroReports/folds/revaluation';
import { periodGain, revaluationLines } from '../../../nodes/XeroReports/folds/revaluation';
import { idOf } from '../ledger/records';
import { invoice, rate } from '../owing/records';
import { context } from './w5';

const RUNS = { seed: 20261031, numRuns: 150 };
const BANKS = context.accounts.all.filter(({ type, isForeign }) => type === 'BANK' && isForeign);

const day = fc.integer({ min: 1, max: 92 }).map((after) => new Date(Date.UTC(2026, 7, after)).toISOString().slice(0, 10));
const aRate = fc.integer({ min: 1_000, max: 30_000 }).map((tenThousandths) => tenThousandths / 10_000);

const movement = fc.record({
	code: fc.constantFrom('095', '098'),
	date: day,
	foreign: fc.bigInt(-900_000n, 900_000n),
	base: fc.bigInt(-900_000n, 900_000n),
});
const movementsOf = (given: ReadonlyArray<{ code: string; date: string; foreign: bigint; base: bigint }>): BankMovement[] =>
	given.map(({ code, ...one }, index) => ({ ...one, accountId: idOf(code), id: `m${index}` }));

/** An invoice in dollars with up to three payments, what is left of it open now. */
const anInvoice = fc
	.record({
		date: day,
		rate: aRate,
		paid: fc.array(fc.record({ date: day, cents: fc.integer({ min: 1, max: 20_000 }) }), { maxLength: 3 }),
		left: fc.integer({ min: 0, max: 50_000 }),
	})
	.map(({ date, rate: own, paid, left }, index = 0): Document => {
		const total = (left + paid.reduce((sum, { cents }) => sum + cents, 0)) / 100;
		return invoice({
			...{
				number: `INV-${date}-${own}-${total}-${index}`,
				contact: 'Alder Ltd',
				date,
				total,
				open: left / 100,
				currency: 'USD',
				rate: own,
			},
			paid: paid.map((one) => [one.date, one.cents / 100] as const),
		});
	});
const invoices = fc.uniqueArray(anInvoice, { maxLength: 6, selector: ({ id }) => id });

const rates = fc.record({ usd: aRate, jpy: aRate }).map(({ usd, jpy }): AsOfRates => ({
	byCurrency: new Map([
		['USD', { currency: 'USD', rate: rate(usd), source: 'given', quality: 'exact' }],
		['JPY', { currency: 'JPY', rate: rate(jpy), source: 'given', quality: 'exact' }],
	]),
	missing: [],
}));

const DAYS = ['2026-07-31', '2026-09-10', '2026-10-31'] as const;

function linesOf(
	moved: BankMovement[],
	documents: readonly Document[],
	ends: ReadonlyArray<readonly [string, AsOfRates]>,
): RevaluationLine[] {
	const [[before, atBefore], [after, atAfter]] = ends as [readonly [string, AsOfRates], readonly [string, AsOfRates]];
	return revaluationLines({
		...{ baseDecimals: 2, banks: BANKS, movements: moved, openings: [], realised: new Map() },
		opening: { day: before, rates: atBefore },
		closing: { day: after, rates: atAfter },
		sides: [
			{
				...{ side: 'receivable', accountId: idOf('610'), settled: new Map() },
				opening: outstandingAt({ documents }, before, 'receivable'),
				closing: outstandingAt({ documents }, after, 'receivable'),
			},
		],
	});
}

const keyOf = ({ accountId, document }: RevaluationLine): string => document?.id ?? accountId;

test('the gain of a period is that of its two parts, of every account and document', () => {
	fc.assert(
		fc.property(fc.array(movement, { maxLength: 12 }), invoices, fc.tuple(rates, rates, rates), (given, documents, [a, b, c]) => {
			const moved = movementsOf(given);
			const gains = new Map<string, bigint>();
			const add = (lines: readonly RevaluationLine[], sign: bigint): void => {
				for (const line of lines) gains.set(keyOf(line), (gains.get(keyOf(line)) ?? 0n) + sign * periodGain(line)!);
			};
			add(
				linesOf(moved, documents, [
					[DAYS[0], a],
					[DAYS[1], b],
				]),
				1n,
			);
			add(
				linesOf(moved, documents, [
					[DAYS[1], b],
					[DAYS[2], c],
				]),
				1n,
			);
			add(
				linesOf(moved, documents, [
					[DAYS[0], a],
					[DAYS[2], c],
				]),
				-1n,
			);
			expect([...gains.values()].filter((rest) => rest !== 0n)).toEqual([]);
		}),
		RUNS,
	);
});

test('a document at its own rate gains nothing, but for the cents of payments before its date', () => {
	fc.assert(
		fc.property(invoices, aRate, (documents, own) => {
			const same = documents.map((one) => ({ ...one, rate: rate(own) }));
			const at: AsOfRates = {
				byCurrency: new Map([['USD', { currency: 'USD', rate: rate(own), source: 'given', quality: 'exact' }]]),
				missing: [],
			};
			const lines = linesOf([], same, [
				[DAYS[1], at],
				[DAYS[2], at],
			]);
			for (const { document, opening, closing } of lines) {
				for (const [end, { gain }] of [
					[DAYS[1], opening],
					[DAYS[2], closing],
				] as const) {
					const early = document!.date > end ? BigInt(document!.payments.length) : 0n;
					expect(gain! <= early && gain! >= -early).toBe(true);
				}
			}
		}),
		RUNS,
	);
});

test('an account that holds nothing is worth nothing, whatever the rate, and what it cost is its loss', () => {
	fc.assert(
		fc.property(fc.array(movement, { minLength: 1, maxLength: 6 }), rates, rates, (given, a, b) => {
			const dollars = given.map((one) => ({ ...one, code: '095' }));
			const held = dollars.reduce((sum, { foreign }) => sum + foreign, 0n);
			const moved = movementsOf([...dollars, { code: '095', date: '2026-10-31', foreign: -held, base: 0n }]);
			const cost = dollars.reduce((sum, { base }) => sum + base, 0n);
			const [line] = linesOf(
				moved,
				[],
				[
					[DAYS[0], a],
					[DAYS[2], b],
				],
			);
			if (line === undefined) return expect(cost).toBe(0n);
			expect([line.closing.foreign, line.closing.revalued, line.closing.gain]).toEqual([0n, 0n, -cost]);
		}),
		RUNS,
	);
});
