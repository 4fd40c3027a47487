import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Document } from '../../../nodes/XeroReports/facts/documents';
import type { Outstanding } from '../../../nodes/XeroReports/folds/outstanding';
import { outstandingAt } from '../../../nodes/XeroReports/folds/outstanding';
import type { OwingRecords } from '../../../nodes/XeroReports/folds/settlements';
import { documentsToRead } from '../../../nodes/XeroReports/folds/settlements';
import { activityStatements, outstandingStatements } from '../../../nodes/XeroReports/folds/statement';
import type { Ledger, Movement } from './ledgers';
import { dayOf, LAST, ledgers } from './ledgers';
import { contactIdOf, rate } from './records';
import type { Asked } from './w1';
import { report } from './w1';

const SEED = { seed: 20_261_031, numRuns: 60 };
const DAYS = Array.from({ length: LAST + 1 }, (_, index) => index);
const day = fc.integer({ min: 0, max: LAST });
const holds = <T>(name: string, property: fc.IProperty<T>): void => it(name, () => fc.assert(property, SEED));

/** Sums without the ones that are nothing. */
function sums<T>(all: readonly T[], keyOf: (one: T) => string, amountOf: (one: T) => number): Map<string, number> {
	const found = new Map<string, number>();
	for (const one of all) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + amountOf(one));
	return new Map([...found].filter(([, amount]) => amount !== 0).sort());
}

const rolledBack = (outstanding: readonly Outstanding[]) =>
	sums(
		outstanding,
		({ document }) => document.id,
		({ amount }) => Number(amount),
	);
const rolledForward = (movements: readonly Movement[], until: number) =>
	sums(
		movements.filter((one) => one.day <= until),
		({ id }) => id,
		({ amount }) => amount,
	);

/** What a loader reads as of a day: what is open, all credits, what is dated later, and then what these and later payments name. */
function readAsOf({ documents, payments }: Ledger, asOf: string): OwingRecords {
	const first = documents.filter((one) => one.list !== 'Invoices' || one.status === 'AUTHORISED' || one.date > asOf);
	const later = payments.filter(({ date }) => date > asOf);
	const named = new Set(documentsToRead({ documents: first, payments: later }, asOf, 'receivable').map(({ id }) => id));
	return { documents: [...first, ...documents.filter(({ id }) => named.has(id))], payments: later };
}

describe('what was open', () => {
	holds(
		'rolled back from today is what it is rolled forward from the beginning, at every day',
		fc.property(ledgers, (ledger) => {
			for (const index of DAYS) {
				const back = rolledBack(outstandingAt(readAsOf(ledger, dayOf(index)), dayOf(index), 'receivable'));
				expect(back).toEqual(rolledForward(ledger.movements, index));
			}
		}),
	);

	holds(
		'agrees with the payments and allocations of each document',
		fc.property(ledgers, day, (ledger, index) => {
			const open = outstandingAt(readAsOf(ledger, dayOf(index)), dayOf(index), 'receivable');
			expect(open.filter((one) => one.kind === 'document' && (one.mismatch || one.overSettled))).toEqual([]);
		}),
	);

	holds(
		'is what Xero has open, when nothing is dated ahead',
		fc.property(ledgers, (ledger) => {
			const signed = ({ list, open }: Document): number => (list === 'Invoices' ? Number(open) : -Number(open));
			expect(rolledBack(outstandingAt(ledger, dayOf(LAST), 'receivable'))).toEqual(
				sums(ledger.documents, ({ id }) => id, signed),
			);
		}),
	);
});

describe('an aged report', () => {
	const cents = (value: unknown): number => Math.round(Number(value) * 100);
	const all = (values: readonly unknown[]): number => values.map(cents).reduce((sum, one) => sum + one, 0);
	const given = [
		{ currency: 'EUR', rate: rate(0.5137) },
		{ currency: 'JPY', rate: rate(91.3) },
	];
	const options = fc.record({
		unit: fc.constantFrom('days', 'months'),
		length: fc.integer({ min: 1, max: 30 }),
		count: fc.integer({ min: 1, max: 12 }),
		reportDateIsCurrent: fc.boolean(),
	});

	holds(
		'has rows of contacts that add up those of documents, and buckets that add up to totals',
		fc.property(
			ledgers,
			day,
			options,
			fc.constantFrom('byDate', 'current', 'ownColumn'),
			fc.constantFrom('asOfRate', 'documentRate'),
			fc.boolean(),
			(ledger, index, buckets, credits, currencyView, includePrepayments) => {
				const asked: Asked = {
					records: readAsOf(ledger, dayOf(index)),
					given,
					balance: null,
					options: { asOf: dayOf(index), buckets, credits, currencyView, includePrepayments },
				};
				const rows = report(asked);
				const level = (name: string): IDataObject[] => rows.filter((row) => row.level === name);
				for (const contact of [...level('contact'), ...level('report')]) {
					const documents = level('document').filter(
						({ contactId }) => contact.level === 'report' || contactId === contact.contactId,
					);
					expect(contact.buckets).toHaveLength(buckets.count + 1);
					expect(cents(contact.total)).toBe(all(documents.map(({ amount }) => amount)));
					expect(cents(contact.total)).toBe(all([contact.current, contact.credits, ...(contact.buckets as number[])]));
					expect(cents(contact.unrealised)).toBe(cents(contact.baseAsOfRate) - cents(contact.baseDocumentRate));
					expect(contact.documents).toBe(documents.length);
				}
				expect(level('report')).toHaveLength(1);
			},
		),
	);
});

describe('a statement', () => {
	const options = { side: 'receivable', baseCurrency: 'NZD', contacts: null } as const;
	const period = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
	const keyOf = ({ contactId, currency }: { contactId: string; currency: string }): string => `${contactId} ${currency}`;

	holds(
		'closes with its opening and its events, which is what is open of the documents',
		fc.property(ledgers, period, (ledger, [from, to]) => {
			const before = readAsOf(ledger, dayOf(from - 1));
			const statements = activityStatements(before, { ...options, from: dayOf(from), to: dayOf(to) });
			for (const { opening, lines, closing, expected } of statements) {
				expect(lines.reduce((balance, { amount }) => balance + amount, opening!)).toBe(closing);
				expect(lines.at(-1)?.balance ?? opening).toBe(closing);
				expect(expected).toBe(closing);
			}
			const counted = ledger.movements.filter((one) => !one.prepaid && one.day <= to);
			const owed = sums(
				counted,
				({ contact, currency }) => keyOf({ contactId: contactIdOf(contact), currency }),
				({ amount }) => amount,
			);
			expect(sums(statements, keyOf, ({ closing }) => Number(closing))).toEqual(owed);
			const open = outstandingStatements(readAsOf(ledger, dayOf(to)), { ...options, from: dayOf(to), to: dayOf(to) });
			expect(sums(open, keyOf, ({ closing }) => Number(closing))).toEqual(owed);
		}),
	);

	holds(
		'of a period is that of its first part and that of the rest',
		fc.property(ledgers, period, day, (ledger, [from, to], cut) => {
			const middle = Math.min(Math.max(cut, from), to);
			const of = (first: number, last: number) =>
				new Map(
					activityStatements(readAsOf(ledger, dayOf(first - 1)), { ...options, from: dayOf(first), to: dayOf(last) }).map(
						(one) => [keyOf(one), one],
					),
				);
			const [whole, first, rest] = [of(from, to), of(from, middle), of(middle + 1, to)];
			for (const [key, one] of whole) {
				expect([...(first.get(key)?.lines ?? []), ...(rest.get(key)?.lines ?? [])]).toEqual(one.lines);
				expect(rest.get(key)?.opening ?? 0n).toBe(first.get(key)?.closing ?? 0n);
				if (middle < to) expect(rest.get(key)?.closing ?? 0n).toBe(one.closing);
			}
		}),
	);
});
