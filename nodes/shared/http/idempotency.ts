// Idempotency-Key: the same write is done once, however often it is sent.

import { createHash } from 'node:crypto';
import type { XeroRequest } from '../model/request';
import { queryText } from './transport';

/** Xero remembers an Idempotency-Key for six minutes from the first call: after that a repeat would write again (xero-facts 2.6). */
export const KEY_LIFE = 5.5 * 60_000;

/** A DELETE has none. */
const WRITES = new Set(['PUT', 'POST', 'PATCH']);

/**
 * The key of a write: the same for the same place in a run, address and body.
 * @param place names execution, node, run, organisation, items and method
 */
export function idempotencyKey(place: string, { method = 'GET', path, query, body }: XeroRequest): string | undefined {
	if (!WRITES.has(method)) return undefined;
	const hash = createHash('sha256');
	for (const part of [place, path, queryText(query)]) hash.update(part).update('\0');
	if (Buffer.isBuffer(body)) hash.update(body);
	else if (body !== undefined) hash.update(JSON.stringify(body));
	return hash.digest('hex');
}
