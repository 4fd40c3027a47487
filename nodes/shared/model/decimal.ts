// Exact sums and products of decimal numbers.

/** A number with a fixed count of decimals: 1.25 is 125n of 2. Sums and products of it are exact. */
export interface Decimal {
	readonly digits: bigint;
	readonly decimals: number;
}

const WRITTEN = /^([-+]?)(\d*)(?:\.(\d*))?$/;

/** Decimals that a double holds for certain beside so many digits before the point. */
const certain = (whole: number): number => Math.min(10, Math.max(2, 13 - whole));

/** A number as people mean it: what adding up left in the last places of it (0.1 + 0.2) is no part of it. */
function meant(value: number): string {
	const whole = String(Math.trunc(Math.abs(value))).length;
	return Math.abs(value) < 1e15 ? value.toFixed(certain(whole)) : String(value);
}

/** A number, or a text written like one, without the zeros at its end; undefined for anything else. */
export function decimalOf(value: unknown): Decimal | undefined {
	const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof given !== 'number' || !Number.isFinite(given)) return undefined;
	const [, sign, whole = '', fraction = ''] = WRITTEN.exec(meant(given)) ?? [];
	if (whole === '' && fraction === '') return undefined;
	const decimals = fraction.replace(/0+$/, '');
	const digits = BigInt(whole + decimals);
	return { digits: sign === '-' ? -digits : digits, decimals: decimals.length };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, decimals: a.decimals + b.decimals });

const scaled = ({ digits, decimals }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - decimals);

export function minus(a: Decimal, b: Decimal): Decimal {
	const decimals = Math.max(a.decimals, b.decimals);
	return { digits: scaled(a, decimals) - scaled(b, decimals), decimals };
}

export const plus = (a: Decimal, b: Decimal): Decimal => minus(a, { ...b, digits: -b.digits });

/** Rounded to so many decimals, halves away from zero. */
export function rounded(value: Decimal, decimals: number): Decimal {
	if (value.decimals <= decimals) return { digits: scaled(value, decimals), decimals };
	const unit = 10n ** BigInt(value.decimals - decimals);
	const half = value.digits < 0n ? -unit / 2n : unit / 2n;
	return { digits: (value.digits + half) / unit, decimals };
}

export const sumOf = (values: readonly Decimal[]): Decimal => values.reduce(plus, { digits: 0n, decimals: 0 });

export const isSame = (a: Decimal, b: Decimal): boolean => minus(a, b).digits === 0n;

export const asNumber = ({ digits, decimals }: Decimal): number => Number(`${digits}e-${decimals}`);
