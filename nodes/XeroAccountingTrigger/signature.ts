import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a text has the form of a signature: 32 bytes in base64. */
export const isSignature = (signature: unknown): signature is string =>
	typeof signature === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(signature);

/**
 * Whether Xero signed these bytes: `x-xero-signature` is base64(HMAC-SHA256(raw body, webhooks key as UTF-8)).
 * Compared as text, so that nothing but the one right spelling passes, and in constant time.
 * Source: https://developer.xero.com/documentation/guides/webhooks/configuring-your-server
 */
export function isSigned(raw: Buffer, signature: string, key: string): boolean {
	if (key === '') return false;
	const expected = Buffer.from(createHmac('sha256', key).update(raw).digest('base64'));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
