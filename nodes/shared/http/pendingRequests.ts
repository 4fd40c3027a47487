// What is known of a write that was sent before.

import type { XeroResponse, XeroRequest } from '../model/request';

/** A write that was sent and of which it is not known whether it was done. `since`: when it was first sent, ms since the epoch. */
export interface PendingRequest {
	readonly request: XeroRequest;
	/** Its Idempotency-Key; a DELETE has none. */
	readonly key: string | undefined;
	readonly since: number;
}

/** What became of the writes of a run, by their place in it (organisation, items, method). */
export interface Attempts {
	/** A write of which it is open whether it was done: it goes again as it was. */
	recall(place: string): PendingRequest | undefined;
	/** No answer came: another try of the run must send the very same again. */
	open(place: string, attempted: PendingRequest): void;
	/** Xero answered: nothing is open any more. */
	close(place: string): void;
	/** What Xero answered to a write that was done; 'forgotten' when it was done, but the answer is not known any more. */
	answerTo(place: string): XeroResponse | 'forgotten' | undefined;
	keepAnswer(place: string, answer: XeroResponse): void;
}
