import { asNumber, decimalOf, rounded } from '../../shared/model/decimal';

/** An amount in cents, so that sums of it are exact; none of what is no number. */
export function centsOf(amount: unknown): bigint {
	const decimal = decimalOf(amount);
	return decimal === undefined ? 0n : rounded(decimal, 2).digits;
}

export const sumOfCents = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** Cents as the amount that a row has: 79450n is 794.5. */
export const amountIn = (cents: bigint): number => asNumber({ digits: cents, decimals: 2 });

/** How two amounts are apart, for a sentence that tells nobody's pay: 'more than'. */
export const apart = (cents: bigint, other: bigint): string => (cents < other ? 'less than' : 'more than');
