import { asNumber, decimalOf, rounded } from '../../shared/model/decimal';

/** An amount in cents, so that sums of it are exact; none of what is no number. */
export function centsOf(amount: unknown): bigint {
	const decimal = decimalOf(amount);
	return decimal === undefined ? 0n : rounded(decimal, 2).digits;
}

export const sumOfCents = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Cents as the amount that a row has: 79450n is 794.5. */
export const amountIn = (cents: bigint): number => asNumber({ digits: cents, decimals: 2 });

/** How far two amounts are apart, for a sentence: 'come to 5.50 less than'. */
export const apart = (cents: bigint, other: bigint): string => {
	const difference = cents - other;
	return `${amountIn(difference < 0n ? -difference : difference).toFixed(2)} ${difference < 0n ? 'less' : 'more'} than`;
};
