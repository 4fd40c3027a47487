import { createHash, randomBytes } from 'node:crypto';

import type { Clock, SandboxApp } from '../contract';
import { jwt } from './signing';

/** What a consent (or a custom connection) gave: who lets which app do what. */
export interface Grant {
	app: SandboxApp;
	userId: string;
	scopes: readonly string[];
	/** Shared by the organisations connected in the same consent. */
	authEventId: string;
	/** The sign-in that it was given in; none for a custom connection. */
	sessionId?: string;
	/** OpenID's nonce, when the app sent one. */
	nonce?: string;
}

/** The token endpoint's answer. */
export interface TokenSet {
	id_token?: string;
	access_token: string;
	expires_in: number;
	token_type: 'Bearer';
	refresh_token?: string;
	scope: string;
}

interface AccessToken {
	grant: Grant;
	expiresAt: number;
}

interface RefreshToken extends AccessToken {
	/** Set at its first use: the end of the time in which it may be used again. */
	retryUntil?: number;
}

/** Seconds an access token lives. */
export const ACCESS_LIFE = 1800;
/** Seconds an ID token lives. */
const ID_LIFE = 300;
/** An unused refresh token lives 60 days; one that was used may be tried again for 30 minutes, in case the reply was lost. */
const REFRESH_LIFE = 60 * 24 * 60 * 60_000;
const RETRY_LIFE = 30 * 60_000;

/** Every token given out, and what each is good for. */
export class Tokens {
	private readonly access = new Map<string, AccessToken>();
	private readonly refresh = new Map<string, RefreshToken>();

	constructor(private readonly clock: Clock) {}

	/**
	 * A new set of tokens; with a refresh token when offline_access was granted and an ID token when openid was.
	 * @param issuer the identity server's base URL, as the client sees it.
	 * @param expiresIn seconds.
	 */
	give(grant: Grant, issuer: string, expiresIn: number = ACCESS_LIFE): TokenSet {
		const now = this.clock.now();
		const accessToken = this.accessJwt(grant, issuer, expiresIn);
		this.access.set(accessToken, { grant, expiresAt: now + expiresIn * 1000 });
		const set: TokenSet = {
			access_token: accessToken,
			expires_in: expiresIn,
			token_type: 'Bearer',
			scope: grant.scopes.join(' '),
		};
		if (grant.scopes.includes('openid')) set.id_token = this.idJwt(grant, issuer, accessToken);
		if (grant.scopes.includes('offline_access')) {
			set.refresh_token = randomBytes(32).toString('base64url');
			this.refresh.set(set.refresh_token, { grant, expiresAt: now + REFRESH_LIFE });
		}
		return set;
	}

	/** What an access token is good for; `expiredAt` (ms) when it was good once; undefined when it is unknown or revoked. */
	check(accessToken: string): Grant | { expiredAt: number } | undefined {
		const token = this.access.get(accessToken);
		if (token === undefined) return undefined;
		return this.clock.now() < token.expiresAt ? token.grant : { expiredAt: token.expiresAt };
	}

	/** Uses a refresh token: a whole new set, or undefined when the token is not (or no longer) this app's to use. */
	rotate(refreshToken: string, app: SandboxApp, issuer: string): TokenSet | undefined {
		const token = this.refresh.get(refreshToken);
		const now = this.clock.now();
		if (token === undefined || token.grant.app !== app || now >= Math.min(token.expiresAt, token.retryUntil ?? Infinity))
			return undefined;
		token.retryUntil ??= now + RETRY_LIFE;
		return this.give(token.grant, issuer);
	}

	/** Whose refresh token this is, if it is this app's. */
	owner(refreshToken: string, app: SandboxApp): Grant | undefined {
		const grant = this.refresh.get(refreshToken)?.grant;
		return grant?.app === app ? grant : undefined;
	}

	/** Ends every token of a person with an app. */
	revoke(app: SandboxApp, userId: string): void {
		for (const tokens of [this.access, this.refresh]) {
			for (const [text, { grant }] of tokens) if (grant.app === app && grant.userId === userId) tokens.delete(text);
		}
	}

	/** Ends every token. */
	revokeAll(): void {
		this.access.clear();
		this.refresh.clear();
	}

	/** Makes every access token expire now. */
	expireAll(): void {
		const now = this.clock.now();
		for (const token of this.access.values()) token.expiresAt = Math.min(token.expiresAt, now);
	}

	private accessJwt({ app, userId, scopes, authEventId, sessionId }: Grant, iss: string, expiresIn: number): string {
		const now = Math.floor(this.clock.now() / 1000);
		const session = { auth_time: now, xero_userid: userId, global_session_id: sessionId, sid: sessionId };
		return jwt({
			...{ nbf: now, exp: now + expiresIn, iss, aud: `${iss}/resources`, iat: now, client_id: app.clientId },
			// Nobody signs in to a custom connection.
			...(app.kind === 'custom' ? {} : { sub: subjectOf(userId), ...session }),
			...{ jti: randomBytes(16).toString('hex'), authentication_event_id: authEventId, scope: scopes },
		});
	}

	private idJwt({ app, userId, scopes, nonce, sessionId }: Grant, iss: string, accessToken: string): string {
		const now = Math.floor(this.clock.now() / 1000);
		return jwt({
			...{ nbf: now, exp: now + ID_LIFE, iss, aud: app.clientId, iat: now, auth_time: now },
			// OpenID Connect Core 3.1.3.6: the left half of the access token's hash.
			at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
			...{ sid: sessionId, global_session_id: sessionId, idp: 'local', amr: ['pwd'] },
			...(nonce === undefined ? {} : { nonce }),
			...claimsOf(userId, scopes),
		});
	}
}

/** What the scopes let an app know of a person: claims of an ID token, and the answer of the userinfo endpoint. */
export function claimsOf(userId: string, scopes: readonly string[]): Record<string, string> {
	const names = { preferred_username: person.email, given_name: person.given, family_name: person.family };
	return {
		...{ sub: subjectOf(userId), xero_userid: userId },
		...(scopes.includes('profile') ? { ...names, name: `${person.given} ${person.family}` } : {}),
		...(scopes.includes('email') ? { email: person.email } : {}),
	};
}

/** OpenID's name of a person: at Xero another one than the user ID, 32 hex digits. */
const subjectOf = (userId: string): string => createHash('sha256').update(userId).digest('hex').slice(0, 32);

/** The made-up person who signs in. */
export const person = {
	userId: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
	given: 'Demo',
	family: 'Owner',
	email: 'demo.owner@sandbox.example',
};
