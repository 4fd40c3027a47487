// What the headers of an answer say of Xero's limits.

import type { XeroResponse } from '../model/request';
import { clock, GaveUp } from './clock';
import type { LimiterSlot, RateLimiter } from './rateLimiter';

type Headers = XeroResponse['headers'];

const HOUR = 60 * 60_000;

/** How long to wait as Retry-After says (seconds), in ms; undefined where it says nothing. */
export const retryAfter = (headers: Headers): number | undefined => {
	const seconds = Number(headers['retry-after']);
	return headers['retry-after'] !== undefined && Number.isFinite(seconds) ? Math.max(1, seconds) * 1000 : undefined;
};

/** Which limit a 429 is about; compared by prefix and without case, as the values are seen in many forms (xero-facts 2.7). */
function limitIn(headers: Headers): 'day' | 'at once' | 'app' | 'minute' {
	const problem = String(headers['x-rate-limit-problem'] ?? '').toLowerCase();
	if (problem.startsWith('da')) return 'day';
	if (problem.startsWith('conc')) return 'at once';
	return problem.startsWith('app') ? 'app' : 'minute';
}

/** Tells the limiter what all calls must know. */
export function updateLimiter(limiter: RateLimiter, slot: LimiterSlot, { status, headers }: XeroResponse): void {
	slot.updateFromHeaders(status, headers);
	if (status !== 429) return;
	const wait = retryAfter(headers);
	const limit = limitIn(headers);
	if (limit === 'day') limiter.dayUsedUp(wait ?? HOUR);
	else if (limit === 'at once' || wait === undefined) limiter.fewerAtOnce();
	else limiter.holdFor(wait, limit === 'app' ? 'app' : 'organisation');
}

/** How long a call waits after a 429 (ms); where it was one too many at once, all calls wait at the limiter. @throws GaveUp for the day. */
export function waitAfter429({ headers }: XeroResponse): number {
	const wait = retryAfter(headers);
	const limit = limitIn(headers);
	if (limit === 'day') throw new GaveUp('day', wait === undefined ? undefined : clock.now() + wait);
	return limit === 'at once' || wait === undefined ? 0 : wait;
}
