import { createHmac, randomInt } from 'node:crypto';

import type { WebhookEvent } from '../contract';

/** What is POSTed: the exact text and its headers. */
export interface Delivery {
	body: string;
	headers: Record<string, string>;
	signedRight: boolean;
	events: number;
	firstEventSequence: number;
	lastEventSequence: number;
}

/**
 * Writes and signs a delivery of `events`, the first of which has the number `first`. Without events both numbers are 0: a request of
 * the Intent to Receive. `signedRight: false` signs it with another key.
 */
export function deliveryOf(events: readonly WebhookEvent[], first: number, key: string, signedRight = true): Delivery {
	const last = first + events.length - 1;
	const [firstEventSequence, lastEventSequence] = events.length === 0 ? [0, 0] : [first, last];
	const body = JSON.stringify({ events, firstEventSequence, lastEventSequence, entropy: entropy() });
	const signature = signatureOf(body, signedRight ? key : `not ${key}`);
	const headers = { 'content-type': 'application/json', 'x-xero-signature': signature };
	return { body, headers, signedRight, events: events.length, firstEventSequence, lastEventSequence };
}

/** base64(HMAC-SHA256) over the bytes of the body; the key is taken as UTF-8 text, although it looks like base64 [X configuring-your-server]. */
function signatureOf(body: string, key: string): string {
	return createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(body, 'utf8')).digest('base64');
}

/** 20 capital letters, as in Xero's example. */
function entropy(): string {
	return Array.from({ length: 20 }, () => String.fromCharCode(65 + randomInt(26))).join('');
}
