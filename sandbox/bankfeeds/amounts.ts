/**
 * An amount in ten-thousandths (the OpenAPI file: decimal(19,4), unsigned), read from a number or a text of digits without passing
 * through binary fractions; undefined when it is none.
 */
export function tenThousandths(value: unknown): bigint | undefined {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
	const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d{1,4})0*)?$/.exec(text) ?? [];
	return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(4, '0'));
}

/** An amount and its side, from the customer's view. */
export interface Sided {
	/** Ten-thousandths. */
	amount: bigint;
	creditDebitIndicator: 'CREDIT' | 'DEBIT';
}

/** Money of the customer is above zero, debt below. */
export function signed({ amount, creditDebitIndicator }: Sided): bigint {
	return creditDebitIndicator === 'CREDIT' ? amount : -amount;
}

/** An amount as the API answers it: a number, as its schema says, though its examples write texts ("100.0000"). */
export function sidedBody({ amount, creditDebitIndicator }: Sided): { amount: number; creditDebitIndicator: string } {
	return { amount: Number(amount) / 10_000, creditDebitIndicator };
}
