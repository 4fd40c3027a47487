// Currency revaluation: what foreign money and documents cost, what they are worth at the rate of a day, and what that gained (section 4.5).

import type { BankMovement } from '../entries/bankMovement';
import type { Account } from '../facts/accounts';
import type { Document } from '../facts/documents';
import { inBase, sum } from '../facts/money';
import type { AsOfRate, AsOfRates } from './asOfRates';
import type { Outstanding } from './outstanding';
import { atDocumentRate, isPrepayment } from './outstanding';
import type { Side } from './settlements';

/** What a foreign bank account held on a day before which nothing of it is read. */
export interface BankOpening {
	readonly accountId: string;
	/** What is dated on it is in the balance. */
	readonly date: string;
	/** Minor units of the account's currency. */
	readonly foreign: bigint;
	/** What it had cost, in minor units of the base currency. */
	readonly base: bigint;
}

/** What was held, or open, at the end of a day. */
export interface Position {
	/** Minor units of its currency; what is owed to others is below zero. */
	readonly foreign: bigint;
	/** What the ledger has posted for it, in minor units of the base currency; undefined where a rate is missing. */
	readonly cost: bigint | undefined;
}

/** A position at the rate of its day. Undefined where that, or a rate of its own, is not known. */
export interface Valued extends Position {
	/** Undefined where the currency has no rate; nothing in a currency needs none. */
	readonly rate: AsOfRate | undefined;
	readonly revalued: bigint | undefined;
	/** Revalued less cost: what was gained since it was bought or dated. */
	readonly gain: bigint | undefined;
}

/** What a line is about. */
export type RevaluationKind = 'bank' | Side;

/** A foreign bank account, or a foreign document, at both ends of a period. */
export interface RevaluationLine {
	readonly kind: RevaluationKind;
	/** The bank account, or the control account. */
	readonly accountId: string;
	readonly document: Document | null;
	readonly currency: string;
	readonly decimals: number;
	readonly opening: Valued;
	readonly closing: Valued;
	/** What payments and allocations of the period realised on the document, in minor units of the base currency: above zero for a gain. */
	readonly realised: bigint;
}

const NOTHING: Position = { foreign: 0n, cost: 0n };

/** A sum; undefined as soon as one part of it is. */
export const sumOfAll = (values: ReadonlyArray<bigint | undefined>): bigint | undefined =>
	values.includes(undefined) ? undefined : sum(values.filter((value) => value !== undefined));

/** What a bank account held at the end of a day: nothing before the day on which it began. Movements of which Xero did not say the amount are left out: they are told elsewhere. */
export function bankPosition(movements: readonly BankMovement[], opening: BankOpening | undefined, day: string): Position {
	if (opening !== undefined && day < opening.date) return NOTHING;
	const counted = movements.filter(({ date }) => date <= day && (opening === undefined || date > opening.date));
	const cost = sumOfAll([opening?.base ?? 0n, ...counted.map(({ base }) => base)]);
	return { foreign: sum([opening?.foreign ?? 0n, ...counted.map(({ foreign }) => foreign ?? 0n)]), cost };
}

/** What foreign documents stood open at the end of a day, by their ID; documents of suppliers are below zero. Prepayments are no claim to money. */
export function documentPositions(
	outstanding: readonly Outstanding[],
	side: Side,
	baseDecimals: number,
): ReadonlyMap<string, Position & { readonly document: Document }> {
	const sign = side === 'receivable' ? 1n : -1n;
	const found = new Map<string, Position & { readonly document: Document }>();
	for (const one of outstanding) {
		if (!one.document.isForeign || isPrepayment(one)) continue;
		const before = found.get(one.document.id) ?? NOTHING;
		const cost = atDocumentRate(one, baseDecimals);
		found.set(one.document.id, {
			document: one.document,
			foreign: before.foreign + sign * one.amount,
			cost: sumOfAll([before.cost, cost && sign * cost]),
		});
	}
	return found;
}

/** How positions are valued. */
export interface Valuation {
	readonly currency: string;
	readonly decimals: number;
	readonly baseDecimals: number;
	readonly rates: AsOfRates;
}

/** A position at the rate of its day. */
export function valued({ foreign, cost }: Position, { currency, decimals, baseDecimals, rates }: Valuation): Valued {
	const rate = rates.byCurrency.get(currency);
	// What is left of the cost of an account without money is a gain or loss as well: Xero keeps it in the revaluation.
	const revalued = foreign === 0n ? 0n : rate && inBase(foreign, rate.rate, { foreign: decimals, base: baseDecimals });
	const gain = revalued === undefined || cost === undefined ? undefined : revalued - cost;
	return { foreign, cost, rate, revalued, gain };
}

/** A day at which a report values, and the rates of it. */
export interface ValuedDay {
	readonly day: string;
	readonly rates: AsOfRates;
}

/** What lines are made of, for both ends of a period. */
export interface RevaluationInput {
	readonly baseDecimals: number;
	readonly opening: ValuedDay;
	readonly closing: ValuedDay;
	/** Foreign bank accounts that are in it. */
	readonly banks: readonly Account[];
	readonly movements: readonly BankMovement[];
	readonly openings: readonly BankOpening[];
	/** What stood open of each side that is in it, at both ends. */
	readonly sides: readonly RevaluedSide[];
	/** What was realised, by the ID of the document. */
	readonly realised: ReadonlyMap<string, bigint>;
}

/** A side of the documents at both ends of a period. */
export interface RevaluedSide {
	readonly side: Side;
	/** Of the control account. */
	readonly accountId: string;
	readonly opening: readonly Outstanding[];
	readonly closing: readonly Outstanding[];
	/** Foreign documents that were settled in the period, by their ID; of those that stood open at neither end this alone tells. */
	readonly settled: ReadonlyMap<string, Document>;
}

const isNothing = ({ foreign, cost }: Position): boolean => foreign === 0n && cost === 0n;

const isEmpty = ({ opening, closing, realised }: RevaluationLine): boolean =>
	isNothing(opening) && isNothing(closing) && realised === 0n;

function bankLine(account: Account, input: RevaluationInput): RevaluationLine {
	const { id: accountId, currency, decimals } = account;
	const movements = input.movements.filter((one) => one.accountId === accountId);
	const opening = input.openings.find((one) => one.accountId === accountId);
	const at = ({ day, rates }: ValuedDay): Valued =>
		valued(bankPosition(movements, opening, day), { currency, decimals, baseDecimals: input.baseDecimals, rates });
	const ends = { opening: at(input.opening), closing: at(input.closing) };
	return { kind: 'bank', accountId, document: null, currency, decimals, ...ends, realised: 0n };
}

function documentLines(one: RevaluedSide, input: RevaluationInput): RevaluationLine[] {
	const { side, accountId } = one;
	const { baseDecimals } = input;
	const [before, after] = [one.opening, one.closing].map((outstanding) => documentPositions(outstanding, side, baseDecimals)) as [
		ReturnType<typeof documentPositions>,
		ReturnType<typeof documentPositions>,
	];
	const documents = new Map([...one.settled, ...[...before, ...after].map(([id, { document }]) => [id, document] as const)]);
	return [...documents.values()].map((document): RevaluationLine => {
		const { id, currency, decimals } = document;
		const at = (positions: ReturnType<typeof documentPositions>, { rates }: ValuedDay): Valued =>
			valued(positions.get(id) ?? NOTHING, { currency, decimals, baseDecimals, rates });
		const ends = { opening: at(before, input.opening), closing: at(after, input.closing) };
		return { kind: side, accountId, document, currency, decimals, ...ends, realised: input.realised.get(id) ?? 0n };
	});
}

const keyOf = ({ document }: RevaluationLine): string => (document ? `${document.date} ${document.number} ${document.id}` : '');

/** The lines of a revaluation: bank accounts in the order given, then the documents of each side by date. What had nothing is left out. */
export const revaluationLines = (input: RevaluationInput): RevaluationLine[] => [
	...input.banks.map((account) => bankLine(account, input)).filter((line) => !isEmpty(line)),
	...input.sides.flatMap((side) =>
		documentLines(side, input)
			.filter((line) => !isEmpty(line))
			.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)))),
	),
];

/** What a line gained in the period without its being settled: the gain at the end less that at the beginning. */
export const periodGain = ({ opening, closing }: RevaluationLine): bigint | undefined =>
	opening.gain === undefined || closing.gain === undefined ? undefined : closing.gain - opening.gain;
