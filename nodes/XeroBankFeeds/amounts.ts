/** Xero's own scale: decimal(19,4), so every amount is a whole number of ten-thousandths. */
const DECIMALS = 4;

/** Digits that a number holds exactly, whatever they are: with more, another amount might be sent than the one given. */
const DIGITS = 15;

/** An amount without a sign and the side it stands on, from the customer's view: money there or coming in is a credit. */
export interface Sided {
	readonly amount: number;
	readonly creditDebitIndicator: 'CREDIT' | 'DEBIT';
}

/** A number as text. What adding up left in the last places of it (0.1 + 0.2) is no part of the amount. */
function textOf(value: number): string | undefined {
	if (!Number.isFinite(value)) return undefined;
	const text = value.toFixed(DECIMALS);
	return Math.abs(Number(text) - value) < 1e-6 ? text : undefined;
}

/**
 * An amount in ten-thousandths, from a number or from text such as "-1200.50".
 * @returns undefined when it is none, has more than four decimals or more digits than can be sent exactly
 */
export function tenThousandths(value: unknown): bigint | undefined {
	const text = typeof value === 'number' ? textOf(value) : typeof value === 'string' ? value.trim() : undefined;
	const [, sign, whole = '', fraction = ''] = /^([-+]?)(\d*)(?:\.(\d{0,4})0*)?$/.exec(text ?? '') ?? [];
	if (whole === '' && fraction === '') return undefined;
	const amount = BigInt(whole + fraction.padEnd(DECIMALS, '0'));
	if (String(amount).replace(/0+$/, '').length > DIGITS) return undefined;
	return sign === '-' ? -amount : amount;
}

/** Ten-thousandths as text: two decimals, or as many as it takes. */
export function inWords(amount: bigint): string {
	const digits = String(amount < 0n ? -amount : amount).padStart(DECIMALS + 1, '0');
	const [whole, fraction] = [digits.slice(0, -DECIMALS), digits.slice(-DECIMALS)];
	return `${amount < 0n ? '-' : ''}${whole}.${fraction.replace(/0{1,2}$/, '')}`;
}

/** An amount as Xero takes it: above zero a credit, below zero a debit. */
export const sided = (amount: bigint): Sided => ({
	amount: Number(inWords(amount < 0n ? -amount : amount)),
	creditDebitIndicator: amount < 0n ? 'DEBIT' : 'CREDIT',
});

/** Ten-thousandths of an amount in Xero's shape; undefined when it is none. */
export function signed(value: unknown): bigint | undefined {
	const { amount, creditDebitIndicator } = (value ?? {}) as Readonly<Record<keyof Sided, unknown>>;
	const size = tenThousandths(amount);
	// Xero takes no sign: with a minus before a debit it would be open what is meant.
	if (size === undefined || size < 0n) return undefined;
	return creditDebitIndicator === 'CREDIT' ? size : creditDebitIndicator === 'DEBIT' ? -size : undefined;
}
