import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Entries } from '../../../nodes/XeroReports/entries/entry';
import type { LedgerRecords } from '../../../nodes/XeroReports/entries/ledgerReading';
import type { LedgerContext } from '../../../nodes/XeroReports/entries/postings';
import type { TrialBalance } from '../../../nodes/XeroReports/facts/trialBalance';
import { bill, creditNote, idOf, invoice, line, money, payment } from './records';

/** Days over two financial years that end on 31 March, year ends among them. */
export const DAYS = [
	'2025-03-30',
	'2025-03-31',
	'2025-04-01',
	'2025-09-10',
	'2026-03-31',
	'2026-04-01',
	'2026-06-15',
	'2026-10-31',
];
const day = fc.constantFrom(...DAYS);
const currency = fc.constantFrom<IDataObject>(
	{},
	{ CurrencyCode: 'USD', CurrencyRate: 0.61 },
	{ CurrencyCode: 'USD', CurrencyRate: 0.583217 },
);
const cents = fc.integer({ min: 1, max: 99_999 });

/** Lines in whole cents with their tax, so that the test's own sums are exact. */
const lines = fc.array(fc.record({ net: cents, taxed: fc.boolean(), code: fc.constantFrom('200', '400', '710', '835') }), {
	minLength: 1,
	maxLength: 4,
});

interface MadeUpLine {
	readonly code: string;
	readonly net: number;
	readonly taxed: boolean;
}
const taxOf = ({ net, taxed }: MadeUpLine): number => (taxed ? Math.round(net * 0.15) : 0);
const totalOf = (all: readonly MadeUpLine[]): number => all.reduce((sum, one) => sum + one.net + taxOf(one), 0);
const linesOf = (all: readonly MadeUpLine[]): IDataObject[] => all.map((one) => line(one.code, one.net / 100, taxOf(one) / 100));

/** A total in parts, of which the last takes what is left. */
function partsOf(total: number, shares: readonly number[]): number[] {
	const parts = shares.map((share) => Math.floor((total * share) / 100));
	const left = total - parts.reduce((sum, part) => sum + part, 0);
	return [...parts, left].filter((part) => part > 0);
}

const document = fc.record({
	kind: fc.constantFrom('invoice', 'bill', 'creditNote', 'prepayment'),
	date: day,
	currency,
	lines,
	/** Percents of it that are settled one after the other; what is left is settled last, unless it stays open. */
	shares: fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 0, maxLength: 4 }),
	days: fc.array(day, { minLength: 5, maxLength: 5 }),
	rates: fc.array(fc.constantFrom(0.55, 0.6, 0.6543), { minLength: 5, maxLength: 5 }),
	isPaid: fc.boolean(),
});
type MadeUp = typeof document extends fc.Arbitrary<infer One> ? One : never;

const TYPES: Readonly<Record<string, readonly [list: keyof LedgerRecords, payment: string]>> = {
	invoice: ['Invoices', 'ACCRECPAYMENT'],
	bill: ['Invoices', 'ACCPAYPAYMENT'],
	creditNote: ['CreditNotes', 'ARCREDITPAYMENT'],
	prepayment: ['Prepayments', 'ARPREPAYMENTPAYMENT'],
};

function paymentsOf({ kind, currency: of, lines: all, shares, days, rates, isPaid }: MadeUp, id: string): IDataObject[] {
	const parts = partsOf(totalOf(all), shares);
	return (isPaid ? parts : parts.slice(0, -1)).map((part, index) => {
		const rate = of.CurrencyCode === undefined ? 1 : rates[index]!;
		return payment(`${id} ${index}`, days[index]!, part / 100, id, {
			PaymentType: TYPES[kind]![1],
			CurrencyRate: rate,
			BankAmount: Math.round(part / rate) / 100,
			Invoice: { InvoiceID: id, InvoiceNumber: id, CurrencyCode: of.CurrencyCode ?? 'NZD' },
		});
	});
}

function recordsOf(one: MadeUp, index: number): LedgerRecords {
	const id = `D${index}`;
	const total = totalOf(one.lines) / 100;
	const payments = paymentsOf(one, id);
	const Payments = payments.map(({ PaymentID, Date, Amount }) => ({ PaymentID, Date, Amount }));
	const more = { ...one.currency, Payments };
	if (one.kind === 'prepayment') {
		const prepaid = { ...more, LineAmountTypes: 'Exclusive', Type: 'RECEIVE-PREPAYMENT', PrepaymentID: id };
		const record = money(`B${index}`, one.date, total, linesOf(one.lines), prepaid);
		return { Prepayments: [record], BankTransactions: [record], Payments: payments };
	}
	const make = { invoice, bill, creditNote }[one.kind as 'invoice' | 'bill' | 'creditNote'];
	return { [TYPES[one.kind]![0]]: [make(id, one.date, total, linesOf(one.lines), more)], Payments: payments };
}

/** Books of made-up documents, settled in parts at other rates, before and after their own date. */
export const madeUpLedger: fc.Arbitrary<LedgerRecords> = fc.array(document, { minLength: 1, maxLength: 12 }).map((all) => {
	const lists = all.map(recordsOf);
	const names = ['Invoices', 'CreditNotes', 'Prepayments', 'BankTransactions', 'Payments'] as const;
	return Object.fromEntries(names.map((name) => [name, lists.flatMap((one) => one[name] ?? [])]));
});

/** A movement that no list of Xero says: from one account to another, in whole cents. */
export const hidden = fc.array(
	fc.record({ date: day, from: fc.constantFrom('090', '814'), to: fc.constantFrom('478', '497', '630'), amount: cents }),
	{ maxLength: 4 },
);
type Hidden = typeof hidden extends fc.Arbitrary<infer One> ? One : never;

const isProfit = (id: string): boolean =>
	['200', '310', '400', '416', '437', '478', '497', '498', '499'].some((code) => id === idOf(code));
const yearStartOf = (date: string): string =>
	date.slice(5) < '04-01' ? `${Number(date.slice(0, 4)) - 1}-04-01` : `${date.slice(0, 4)}-04-01`;

/** The trial balance that entries and what is hidden make at the end of a day, with years before it in Retained Earnings. */
export function trialBalanceAt(date: string, { entries }: Entries, more: Hidden, { organisation }: LedgerContext): TrialBalance {
	const moves = [
		...entries.map(({ source, accountId, amount }) => ({ date: source.date, id: accountId, amount })),
		...more.flatMap((one) => [
			{ date: one.date, id: idOf(one.from), amount: -BigInt(one.amount) },
			{ date: one.date, id: idOf(one.to), amount: BigInt(one.amount) },
		]),
	].filter((move) => move.date <= date);
	const balances = new Map<string, bigint>();
	for (const move of moves) {
		const id = isProfit(move.id) && move.date < yearStartOf(date) ? idOf('960') : move.id;
		balances.set(id, (balances.get(id) ?? 0n) + move.amount);
	}
	if (organisation.yearEnd.month !== 3) throw new Error('The made-up books end their year on 31 March.');
	const lines = [...balances].map(([accountId, balance]) => [accountId, { accountId, debit: 0n, credit: 0n, balance }] as const);
	return { lines: new Map(lines), withoutAccount: 0n };
}
