import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Xero signed these bytes: `x-xero-signature` is base64(HMAC-SHA256(raw body, webhooks key as UTF-8)).
 * Compared as text, so that nothing but the one right spelling passes, and in constant time.
 * Source: https://developer.xero.com/documentation/guides/webhooks/configuring-your-server
 */
export function isSigned(raw: Buffer, signature: unknown, key: string): boolean {
	if (typeof signature !== 'string' || key === '') return false;
	const expected = Buffer.from(createHmac('sha256', key).update(raw).digest('base64'));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
