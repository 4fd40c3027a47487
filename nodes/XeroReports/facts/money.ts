// Money of reports: whole minor units of a currency, and the few places where they are rounded.

import { decimalsOf } from '../../shared/model/currency';
import type { Decimal } from '../../shared/model/decimal';
import { decimalOf, rounded } from '../../shared/model/decimal';

/**
 * Decimals that amounts of a currency are kept with: those of the base currency as it has them, of any other at least two, as the tax
 * of an invoice in yen may come to 8,148.15 in Xero.
 */
export const keptDecimals = (currency: string, baseCurrency: string): number =>
	currency === baseCurrency ? decimalsOf(currency) : Math.max(2, decimalsOf(currency));

/** Rounds a quotient to a whole number, halves away from zero. */
export function dividedBy(dividend: bigint, divisor: bigint): bigint {
	const minus = dividend < 0n !== divisor < 0n;
	const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
	const quotient = (2n * a + b) / (2n * b);
	return minus ? -quotient : quotient;
}

/** An amount of Xero (a number, or a text written like one) in minor units: 12.5 with 2 decimals → 1250n. What is no number is 0n. */
export function minorOf(value: unknown, decimals: number): bigint {
	const given = decimalOf(value);
	return given === undefined ? 0n : rounded(given, decimals).digits;
}

/** Minor units as the number that rows show: 1250n with 2 decimals → 12.5. */
export const amountOf = (minor: bigint, decimals: number): number => Number(`${minor}e-${decimals}`);

/** Minor units as a text with all its decimals, for words and keys: 1250n with 2 decimals → "12.50". */
export function amountText(minor: bigint, decimals: number): string {
	const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
	const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
	return `${minor < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
}

/** What a part of a whole comes to, rounded once: part × share ÷ whole, in minor units; 0n of nothing. */
export const shareOf = (part: bigint, share: bigint, whole: bigint): bigint =>
	whole === 0n ? 0n : dividedBy(part * share, whole);

/** The minor units of two currencies that a rate turns one into the other. */
export interface Units {
	/** Decimals of the foreign currency. */
	readonly foreign: number;
	/** Decimals of the organisation's base currency. */
	readonly base: number;
}

/**
 * Foreign minor units in base minor units: foreign ÷ rate, rounded once, halves away from zero.
 * @param rate foreign units for one base unit, as Xero writes CurrencyRate; above zero
 */
export function inBase(foreign: bigint, rate: Decimal, units: Units): bigint {
	const up = 10n ** BigInt(rate.decimals + units.base);
	return dividedBy(foreign * up, rate.digits * 10n ** BigInt(units.foreign));
}

/** A rate of Xero; undefined where it is missing or is no rate, which is never a rate of 1. */
export function rateOf(value: unknown): Decimal | undefined {
	const rate = decimalOf(value);
	return rate !== undefined && rate.digits > 0n ? rate : undefined;
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

export const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
