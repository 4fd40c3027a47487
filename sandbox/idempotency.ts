import { createHash } from 'node:crypto';

import type { Answer } from './answer';
import type { Clock } from './contract';

/** The request a key stands for. */
export interface KeyedRequest {
	clientId: string;
	tenantId: string;
	method: string;
	/** Path with query string. */
	url: string;
	raw: Buffer;
}

/** How long an answer is kept, counted from the first call (Xero's idempotency page: 6 minutes). */
const KEPT = 6 * 60_000;

/** Longest key (OpenAPI: "128 character max"). */
export const LONGEST_KEY = 128;

interface Memory {
	at: number;
	request: string;
	answer: Answer;
}

/** The answers remembered, byte by byte, under Idempotency-Keys. Keys are per app; refusals are remembered as well as successes. */
export class Idempotency {
	// Entries are in the order of their time, so what is too old is always at the front.
	private readonly memories = new Map<string, Memory>();

	constructor(private readonly clock: Clock) {}

	/** The answer given before to the same request; 'different' when the key stands for another one; undefined when it is new. */
	recall(key: string, request: KeyedRequest): Answer | 'different' | undefined {
		this.drop();
		const memory = this.memories.get(`${request.clientId} ${key}`);
		if (memory === undefined) return undefined;
		return memory.request === fingerprint(request) ? memory.answer : 'different';
	}

	/** Keeps the answer to the first request made with this key. */
	remember(key: string, request: KeyedRequest, answer: Answer): void {
		this.memories.set(`${request.clientId} ${key}`, { at: this.clock.now(), request: fingerprint(request), answer });
	}

	private drop(): void {
		const oldest = this.clock.now() - KEPT;
		for (const [key, { at }] of this.memories) {
			if (at > oldest) break;
			this.memories.delete(key);
		}
	}
}

/** The organisation belongs to the request: a key used for a second one must never replay the first one's answer. */
function fingerprint({ tenantId, method, url, raw }: KeyedRequest): string {
	return createHash('sha256').update(`${tenantId} ${method} ${url}\n`).update(raw).digest('base64');
}
