/** Which part of a document's postings belongs to a part of its amount. */

/** A posting as far as sharing out looks at it, in the base currency. */
interface Shared {
	readonly net: number;
	/** Of lines of documents only: tax, rounding, and what sold goods cost have none. */
	readonly TaxType?: string | undefined;
}

/**
 * The place of the posting that takes what rounding the others leaves: the line with the largest net amount, the first of equals. Never
 * the tax, which is what is filed, and neither of the two sides of what sold goods cost, which cancel out.
 */
export function remainderAt(postings: readonly Shared[]): number {
	const isLine = (one: Shared): boolean => one.TaxType !== undefined;
	const lines = postings.some(isLine) ? postings.map((one) => (isLine(one) ? Math.abs(one.net) : -1)) : postings.map(sizeOf);
	return lines.indexOf(Math.max(...lines));
}

const sizeOf = ({ net }: Shared): number => Math.abs(net);

/** The shares with what they leave of `whole` added to the one at `at`. */
export function withRemainder(shares: readonly bigint[], whole: bigint, at: number): bigint[] {
	const rest = shares.reduce((left, one) => left - one, whole);
	return shares.map((one, index) => (index === at ? one + rest : one));
}
