import fc from 'fast-check';
import type { Document } from '../../../nodes/XeroReports/facts/documents';
import type { Payment } from '../../../nodes/XeroReports/facts/payments';
import type { Allocated, Paid, Written } from './records';
import { creditNote, idOf, invoice, overpayment, payment, prepayment } from './records';

/** A movement of what is owed, by hand: in minor units, with no rule but that it counts from its date on. */
export interface Movement {
	readonly id: string;
	readonly contact: string;
	readonly currency: string;
	readonly day: number;
	readonly amount: number;
	/** Whether it is of a prepayment, which stands on no control account. */
	readonly prepaid: boolean;
}

/** A generated ledger, as Xero's lists would have it, and what moved in it. */
export interface Ledger {
	readonly documents: readonly Document[];
	readonly payments: readonly Payment[];
	readonly movements: readonly Movement[];
}

/** The last day that anything is dated on; the first one is 0. */
export const LAST = 60;

/** Day 0 is 1 September 2026. */
export const dayOf = (index: number): string => new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10);

const CONTACTS = ['Alder', 'Birch', 'Cedar'] as const;
const CURRENCIES = {
	NZD: { decimals: 2, rate: undefined },
	EUR: { decimals: 2, rate: 0.52 },
	JPY: { decimals: 2, rate: 88.7 },
} as const;
const KINDS = ['invoice', 'invoice', 'invoice', 'creditNote', 'overpayment', 'prepayment'] as const;
const MAKERS = { invoice, creditNote, overpayment, prepayment };
const LISTS = {
	invoice: ['Invoice', 'Invoices', 'ACCRECPAYMENT'],
	creditNote: ['CreditNote', 'CreditNotes', 'ARCREDITPAYMENT'],
	overpayment: ['Overpayment', 'Overpayments', 'AROVERPAYMENTPAYMENT'],
	prepayment: ['Prepayment', 'Prepayments', 'ARPREPAYMENTPAYMENT'],
} as const;

const dated = fc.integer({ min: 0, max: LAST });
const used = fc.array(fc.record({ day: dated, percent: fc.integer({ min: 1, max: 100 }) }), { maxLength: 3 });
const drawn = fc.array(
	fc.record({
		kind: fc.constantFrom(...KINDS),
		contact: fc.constantFrom(...CONTACTS),
		currency: fc.constantFrom('NZD', 'NZD', 'EUR', 'JPY'),
		day: dated,
		due: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
		total: fc.integer({ min: 1, max: 200_000 }),
		paid: used,
		allocated: fc.array(fc.record({ day: dated, percent: fc.integer({ min: 1, max: 100 }), to: fc.nat(20) }), { maxLength: 3 }),
	}),
	{ minLength: 1, maxLength: 14 },
);

type Drawn = typeof drawn extends fc.Arbitrary<Array<infer One>> ? One : never;

/** A drawn document with what is left of it. */
interface Draft {
	readonly drawn: Drawn;
	readonly number: string;
	left: number;
	readonly paid: Array<{ day: number; amount: number }>;
	readonly allocated: Array<{ day: number; amount: number; to: Draft }>;
}

function take(draft: Draft, percent: number, most = draft.left): number {
	const amount = Math.min(most, draft.left, Math.ceil((draft.drawn.total * percent) / 100));
	draft.left -= amount;
	return amount;
}

function settle(drafts: readonly Draft[]): void {
	for (const draft of drafts)
		for (const { day, percent } of draft.drawn.paid) {
			const amount = take(draft, percent);
			if (amount > 0) draft.paid.push({ day, amount });
		}
	const invoices = drafts.filter(({ drawn: { kind } }) => kind === 'invoice');
	for (const credit of drafts.filter(({ drawn: { kind } }) => kind !== 'invoice'))
		for (const { day, percent, to } of credit.drawn.allocated) {
			const targets = invoices.filter(({ drawn: { currency } }) => currency === credit.drawn.currency);
			const target = targets[to % targets.length];
			const amount = target === undefined ? 0 : take(credit, percent, target.left);
			if (target === undefined || amount === 0) continue;
			target.left -= amount;
			credit.allocated.push({ day, amount, to: target });
		}
}

function documentOf({ drawn: one, number, left, paid, allocated }: Draft): Document {
	const { decimals, rate } = CURRENCIES[one.currency];
	const money = (minor: number): number => Number(`${minor}e-${decimals}`);
	const written: Written = {
		...{ number, contact: one.contact, currency: one.currency, date: dayOf(one.day), total: money(one.total), open: money(left) },
		...(rate === undefined ? {} : { rate }),
		...(one.due === undefined ? {} : { due: dayOf(one.due) }),
		status: left === 0 ? 'PAID' : 'AUTHORISED',
		paid: paid.map(({ day, amount }): Paid => [dayOf(day), money(amount)]),
		allocated: allocated.map(({ day, amount, to }): Allocated => [dayOf(day), money(amount), to.number]),
	};
	return MAKERS[one.kind](written);
}

function paymentsOf({ drawn: { kind, currency }, number, paid }: Draft): Payment[] {
	const [property, list, type] = LISTS[kind];
	return paid.map(({ day, amount }) =>
		payment(property, list, number, [dayOf(day), Number(`${amount}e-${CURRENCIES[currency].decimals}`)], type, currency),
	);
}

function movementsOf({ drawn: one, number, paid, allocated }: Draft): Movement[] {
	const sign = one.kind === 'invoice' ? 1 : -1;
	const of = { id: idOf(number), contact: one.contact, currency: one.currency, prepaid: one.kind === 'prepayment' };
	return [
		{ ...of, day: one.day, amount: sign * one.total },
		...paid.map(({ day, amount }) => ({ ...of, day, amount: -sign * amount })),
		...allocated.flatMap(({ day, amount, to }) => [
			{ ...of, day, amount },
			{ ...of, id: idOf(to.number), contact: to.drawn.contact, prepaid: false, day, amount: -amount },
		]),
	];
}

/** Ledgers of a few documents, with payments, refunds and allocations of any day, before their documents' dates as well. */
export const ledgers: fc.Arbitrary<Ledger> = drawn.map((all) => {
	const drafts = all.map((one, index): Draft => ({
		drawn: one,
		number: `N-${String(index).padStart(2, '0')}`,
		left: one.total,
		paid: [],
		allocated: [],
	}));
	settle(drafts);
	return { documents: drafts.map(documentOf), payments: drafts.flatMap(paymentsOf), movements: drafts.flatMap(movementsOf) };
});
