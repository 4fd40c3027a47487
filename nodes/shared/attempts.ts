import type { Answer, Ask } from './request';

/** A write that was sent and of which it is not known whether it was done. `since`: when it was first sent, ms since the epoch. */
export interface Attempted {
	readonly request: Ask;
	/** Its Idempotency-Key; a DELETE has none. */
	readonly key: string | undefined;
	readonly since: number;
}

/** What became of the writes of a run, by their place in it (organisation, items, method). */
export interface Attempts {
	recall(place: string): Attempted | { readonly answer: Answer } | undefined;
	/** Xero said yes. */
	keep(place: string, answer: Answer): void;
	/** No answer came: another try of the run must send the very same again. */
	open(place: string, attempted: Attempted): void;
	/** Xero said no: nothing is open any more. */
	close(place: string): void;
}
