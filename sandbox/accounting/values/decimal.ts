/** Exact decimal arithmetic on integers, so that cents never pass through binary fractions. */

/** `numerator / denominator` as a whole number, halves away from zero (Xero's rounding of money). */
export function divide(numerator: bigint, denominator: bigint): bigint {
	const negative = numerator < 0n !== denominator < 0n;
	const n = numerator < 0n ? -numerator : numerator;
	const d = denominator < 0n ? -denominator : denominator;
	const rounded = (2n * n + d) / (2n * d);
	return negative ? -rounded : rounded;
}

/** `value` in units of 10^-places, taken from its shortest decimal form and rounded half away from zero. */
export function units(value: number, places: number): bigint {
	const power = 10 ** places;
	const whole = Math.round(value * power);
	// The usual amount has no more decimals than asked for: then this whole number of units is exactly it.
	if (Number.isSafeInteger(whole) && whole / power === value) return BigInt(whole);
	const [mantissa = '0', exponent = '0'] = String(value).split('e');
	const [integer = '0', fraction = ''] = mantissa.split('.');
	const digits = BigInt(integer + fraction);
	const surplus = fraction.length - Number(exponent) - places;
	return surplus <= 0 ? digits * 10n ** BigInt(-surplus) : divide(digits, 10n ** BigInt(surplus));
}

/** The number that `amount` units of 10^-places stand for. */
export function fromUnits(amount: bigint, places: number): number {
	return Number(amount) / 10 ** places;
}

/** `value` rounded to `places` decimals, halves away from zero. */
export function rounded(value: number, places: number): number {
	const power = 10 ** places;
	const whole = Math.round(value * power);
	// Has no more decimals than that already; 0 is added so that -0 becomes 0.
	if (Number.isSafeInteger(whole) && whole / power === value) return value + 0;
	return fromUnits(units(value, places), places);
}

/** The sum of amounts in money, exact to the cent. */
export function sum(amounts: Iterable<number>): number {
	let cents = 0;
	let rest = 0n;
	for (const amount of amounts) {
		const whole = Math.round(amount * 100);
		// Whole cents that a number holds exactly are added as such; all else as big ones.
		if (whole / 100 === amount && Number.isSafeInteger(cents + whole) && Number.isSafeInteger(whole)) cents += whole;
		else rest += units(amount, 2);
	}
	return fromUnits(BigInt(cents) + rest, 2);
}
