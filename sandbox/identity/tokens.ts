import { createHash, createHmac, randomBytes } from 'node:crypto';

import type { Clock, SandboxApp } from '../contract';

/** What a consent (or a custom connection) gave: who lets which app do what. */
export interface Grant {
	app: SandboxApp;
	userId: string;
	scopes: readonly string[];
	/** Shared by the organisations connected in the same consent. */
	authEventId: string;
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
	private readonly signingKey = randomBytes(32);

	constructor(
		private readonly clock: Clock,
		private readonly issuer: () => string,
	) {}

	/** A new set of tokens; with a refresh token when offline_access was granted and an ID token when openid was. */
	give(grant: Grant, expiresIn: number = ACCESS_LIFE): TokenSet {
		const now = this.clock.now();
		const accessToken = this.accessJwt(grant, expiresIn);
		this.access.set(accessToken, { grant, expiresAt: now + expiresIn * 1000 });
		const set: TokenSet = {
			access_token: accessToken,
			expires_in: expiresIn,
			token_type: 'Bearer',
			scope: grant.scopes.join(' '),
		};
		if (grant.scopes.includes('openid')) set.id_token = this.idJwt(grant, accessToken);
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
	rotate(refreshToken: string, app: SandboxApp): TokenSet | undefined {
		const token = this.refresh.get(refreshToken);
		const now = this.clock.now();
		if (token === undefined || token.grant.app !== app || now >= Math.min(token.expiresAt, token.retryUntil ?? Infinity))
			return undefined;
		token.retryUntil ??= now + RETRY_LIFE;
		return this.give(token.grant);
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

	private accessJwt({ app, userId, scopes, authEventId }: Grant, expiresIn: number): string {
		const now = Math.floor(this.clock.now() / 1000);
		const person = app.kind === 'custom' ? {} : { sub: userId, auth_time: now, xero_userid: userId };
		return this.sign(this.signingKey, 'at+jwt', {
			...{ nbf: now, exp: now + expiresIn, iss: this.issuer(), aud: `${this.issuer()}/resources`, client_id: app.clientId },
			...person,
			...{ jti: randomBytes(16).toString('hex'), authentication_event_id: authEventId, scope: scopes },
		});
	}

	private idJwt({ app, userId, scopes, nonce }: Grant, accessToken: string): string {
		const now = Math.floor(this.clock.now() / 1000);
		const names = { preferred_username: person.email, given_name: person.given, family_name: person.family };
		return this.sign(app.clientSecret ?? this.signingKey, 'JWT', {
			...{ nbf: now, exp: now + ID_LIFE, iss: this.issuer(), aud: app.clientId, iat: now, auth_time: now },
			// OpenID Connect Core 3.1.3.6: the left half of the access token's hash.
			at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
			...{ sub: userId, sid: randomBytes(16).toString('hex'), idp: 'local', amr: ['pwd'], xero_userid: userId },
			...(nonce === undefined ? {} : { nonce }),
			...(scopes.includes('profile') ? { ...names, name: `${person.given} ${person.family}` } : {}),
			...(scopes.includes('email') ? { email: person.email } : {}),
		});
	}

	private sign(key: string | Buffer, typ: string, claims: object): string {
		const text = [{ alg: 'HS256', typ }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
		return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
	}
}

/** The made-up person who signs in. */
export const person = {
	userId: '3f0a6d6e-92c1-4c7e-b7a5-0d5f8c1e2b94',
	given: 'Demo',
	family: 'Owner',
	email: 'demo.owner@sandbox.example',
};
