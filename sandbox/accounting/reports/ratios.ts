import { divide } from '../values/decimal';

/** Most that the whole number inside a .NET decimal can be; Xero's ratios are such decimals, unrounded. */
const LARGEST = 2n ** 96n - 1n;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * `numerator / denominator` times `factor`, as .NET writes it: a quotient of up to 28 decimals without the zeros at its end, whose
 * decimals the product keeps.
 */
export function ratio(numerator: bigint, denominator: bigint, factor = 1n): string {
	let places = 28;
	while (absolute(divide(numerator * 10n ** BigInt(places), denominator)) > LARGEST) places -= 1;
	let whole = divide(numerator * 10n ** BigInt(places), denominator);
	for (; places > 0 && whole % 10n === 0n; places -= 1) whole /= 10n;
	whole *= factor;
	for (; places > 0 && absolute(whole) > LARGEST; places -= 1) whole = divide(whole, 10n);
	const digits = String(absolute(whole)).padStart(places + 1, '0');
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return whole < 0n ? `-${text}` : text;
}

/** A share in percent with one decimal, halves away from zero: `7.3%`. */
export function percent(numerator: bigint, denominator: bigint): string {
	if (denominator === 0n) return '0.0%';
	const negative = numerator < 0n !== denominator < 0n;
	const tenths = (2000n * absolute(numerator) + absolute(denominator)) / (2n * absolute(denominator));
	const text = String(tenths).padStart(2, '0');
	return `${negative && tenths !== 0n ? '-' : ''}${text.slice(0, -1)}.${text.slice(-1)}%`;
}
