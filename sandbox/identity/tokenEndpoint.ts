import { randomUUID } from 'node:crypto';

import type { SandboxApp } from '../contract';
import type { Connections } from './connections';
import type { Consent } from './consent';
import { person, type Tokens, type TokenSet } from './tokens';

/** What the token and revocation endpoints answer. Xero gives status 400 to every refusal, an unknown client's too. */
export type TokenAnswer = { status: 200; body?: TokenSet } | { status: 400; body: { error: string } };

const refused = (error: string): TokenAnswer => ({ status: 400, body: { error } });

/** Which grant each kind of app may use besides refreshing. */
const grants: Readonly<Record<SandboxApp['kind'], readonly string[]>> = {
	web: ['authorization_code', 'refresh_token'],
	pkce: ['authorization_code', 'refresh_token'],
	custom: ['client_credentials'],
};

/** POST /connect/token and POST /connect/revocation. */
export class TokenEndpoint {
	constructor(
		private readonly apps: readonly SandboxApp[],
		private readonly consent: Consent,
		private readonly tokens: Tokens,
		private readonly connections: Connections,
	) {}

	/** Gives tokens. `authorization` is the header of that name, `issuer` the identity server's base URL as the client sees it. */
	token(form: URLSearchParams, authorization: string | undefined, issuer: string): TokenAnswer {
		const app = this.client(form, authorization);
		if (app === undefined) return refused('invalid_client');
		const grantType = form.get('grant_type') ?? '';
		if (!Object.values(grants).flat().includes(grantType)) return refused('unsupported_grant_type');
		if (!grants[app.kind].includes(grantType)) return refused('unauthorized_client');
		if (grantType === 'client_credentials') return this.credentials(app, form.get('scope'), issuer);
		if (grantType === 'refresh_token') return answer(this.tokens.rotate(form.get('refresh_token') ?? '', app, issuer));
		const verifier = form.get('code_verifier') ?? undefined;
		const grant = this.consent.redeem(form.get('code') ?? '', app, form.get('redirect_uri') ?? '', verifier);
		return answer(grant && this.tokens.give(grant, issuer));
	}

	/** Ends a consent: all tokens and all connections of the refresh token's owner. An unknown token is no refusal (RFC 7009). */
	revocation(form: URLSearchParams, authorization: string | undefined): TokenAnswer {
		const app = this.client(form, authorization);
		if (app === undefined) return refused('invalid_client');
		const grant = this.tokens.owner(form.get('token') ?? '', app);
		if (grant !== undefined) {
			this.tokens.revoke(app, grant.userId);
			this.connections.removeAll(app, grant.userId);
		}
		return { status: 200 };
	}

	/** Without `scope` a custom connection gets all it has: the official SDK sends `scopes`, which Xero does not read. */
	private credentials(app: SandboxApp, asked: string | null, issuer: string): TokenAnswer {
		const scopes = asked === null ? app.scopes : asked.split(' ').filter((scope) => scope !== '');
		if (scopes.some((scope) => !app.scopes.includes(scope))) return refused('invalid_scope');
		return answer(this.tokens.give({ app, userId: person.userId, scopes, authEventId: randomUUID() }, issuer));
	}

	/** The app that asks: by HTTP Basic or in the body; a PKCE app has no secret and must not send one. */
	private client(form: URLSearchParams, authorization: string | undefined): SandboxApp | undefined {
		const [id, secret] = basic(authorization) ?? [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
		return this.apps.find(({ clientId, clientSecret }) => clientId === id && (clientSecret ?? '') === secret);
	}
}

const answer = (body: TokenSet | undefined): TokenAnswer =>
	body === undefined ? refused('invalid_grant') : { status: 200, body };

function basic(authorization: string | undefined): readonly [string, string] | undefined {
	const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const [, id, secret] = /^([^:]*):?(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
	return [decoded(id ?? ''), decoded(secret ?? '')];
}

/** RFC 6749 has id and secret form-encoded before they go into Basic; many clients do not. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
