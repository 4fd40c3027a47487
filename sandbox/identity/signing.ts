import { createHash, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';

/** What tokens are signed with, and the public half of it. */
interface SigningKey {
	/** 40 capital hex digits, as Xero's. */
	kid: string;
	privateKey: KeyObject;
	publicKey: JsonWebKey;
}

/**
 * The key pair is made at the first token and dies with the process, as its tokens do. One process has one, however many sandboxes run in it
 * and however often this module is loaded, since making it takes some tenths of a second.
 */
const KEPT = Symbol.for('xero-sandbox.signingKey');
const ofProcess = globalThis as { [KEPT]?: SigningKey };

function signingKey(): SigningKey {
	return (ofProcess[KEPT] ??= newKey());
}

function newKey(): SigningKey {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const der = publicKey.export({ type: 'spki', format: 'der' });
	const kid = createHash('sha1').update(der).digest('hex').toUpperCase();
	return { kid, privateKey, publicKey: publicKey.export({ format: 'jwk' }) };
}

/** A JSON Web Token with these claims, signed with RS256. */
export function jwt(claims: object): string {
	const { kid, privateKey } = signingKey();
	const parts = [{ alg: 'RS256', kid, typ: 'JWT' }, claims];
	const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** The JSON Web Key Set (RFC 7517) that the tokens of this process are checked with. */
export function keySet(): { keys: readonly object[] } {
	const { kid, publicKey } = signingKey();
	return { keys: [{ ...publicKey, kid, use: 'sig', alg: 'RS256' }] };
}
