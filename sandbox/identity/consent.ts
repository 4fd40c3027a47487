import { createHash, randomBytes, randomUUID } from 'node:crypto';

import type { Clock, SandboxApp } from '../contract';
import { needsOrganisation } from '../scopes';
import { authorizePage, refusalPage } from './authorizePage';
import type { Connections } from './connections';
import { person, type Grant } from './tokens';

/** What the authorize endpoint answers: a page, or the way back to the app. */
export type ConsentAnswer = { status: 200 | 400; html: string } | { redirect: string };

interface Asked {
	app: SandboxApp;
	redirectUri: string;
	scopes: readonly string[];
	state?: string;
	nonce?: string;
	challenge?: string;
}

interface Code extends Asked {
	grant: Grant;
	expiresAt: number;
}

/** Milliseconds a code lives (Xero's FAQ: 5 minutes); the page may stand open longer. */
const CODE_LIFE = 5 * 60_000;
const PAGE_LIFE = 60 * 60_000;

/** Consents under way: from the authorize request over the page to the code and its exchange. */
export class Consent {
	private readonly tickets = new Map<string, { asked: Asked; expiresAt: number }>();
	private readonly codes = new Map<string, Code>();

	constructor(
		private readonly clock: Clock,
		private readonly apps: readonly SandboxApp[],
		private readonly connections: Connections,
	) {}

	/** Answers GET /identity/connect/authorize. `rawQuery` is the query string as it came. */
	ask(rawQuery: string): ConsentAnswer {
		const query = new URLSearchParams(rawQuery);
		const app = this.apps.find(({ clientId, kind }) => clientId === query.get('client_id') && kind !== 'custom');
		if (app === undefined) return refusal('unauthorized_client', 'No app with a consent page has this client id.');
		const redirectUri = query.get('redirect_uri') ?? '';
		if (!redirectable(redirectUri)) {
			return refusal('invalid_redirect_uri', 'The redirect URI must start with https://, http://localhost or http://127.0.0.1.');
		}
		const state = query.get('state') ?? undefined;
		const back = (error: string, why: string): ConsentAnswer => ({
			redirect: withQuery(redirectUri, { error, error_description: why, state }),
		});

		if (query.get('response_type') !== 'code') return back('unsupported_response_type', 'The response type must be code.');
		// One implementer was refused for a + between scopes, but n8n's OAuth client writes every space as +, so both are spaces here.
		const scopes = [...new Set((query.get('scope') ?? '').split(' ').filter((scope) => scope !== ''))];
		const lacking = scopes.filter((scope) => !app.scopes.includes(scope));
		if (scopes.length === 0) return back('invalid_scope', 'No scope was asked for.');
		if (lacking.length > 0) return back('invalid_scope', `This app cannot be given: ${lacking.join(' ')}`);
		const challenge = query.get('code_challenge') ?? undefined;
		if (challenge === undefined && app.kind === 'pkce') return back('invalid_request', 'A code challenge is required.');
		if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') {
			return back('invalid_request', 'The code challenge method must be S256.');
		}

		const asked: Asked = { app, redirectUri, scopes, state, nonce: query.get('nonce') ?? undefined, challenge };
		const ticket = randomBytes(18).toString('base64url');
		this.tickets.set(ticket, { asked, expiresAt: this.clock.now() + PAGE_LIFE });
		return this.question(ticket, asked);
	}

	/** Answers the page's form. */
	decide(form: URLSearchParams): ConsentAnswer {
		const ticket = form.get('ticket') ?? '';
		const found = this.tickets.get(ticket);
		if (found === undefined || this.clock.now() >= found.expiresAt) {
			return refusal('invalid_request', 'This page was answered already or stood open too long. Start again from the app.');
		}
		const { asked } = found;
		const { app, redirectUri, scopes, state, nonce } = asked;
		if (form.get('decision') !== 'allow') {
			this.tickets.delete(ticket);
			return { redirect: withQuery(redirectUri, { error: 'access_denied', state }) };
		}
		const tenants = form.getAll('tenant').filter((id) => this.connections.organisations.some(({ tenantId }) => tenantId === id));
		if (scopes.some(needsOrganisation) && tenants.length === 0) {
			return this.question(ticket, asked, 'Choose at least one organisation, or cancel.');
		}
		this.tickets.delete(ticket);
		const sessionId = randomBytes(16).toString('hex');
		const grant: Grant = { app, userId: person.userId, scopes, authEventId: randomUUID(), sessionId, nonce };
		this.connections.connect(app, grant.userId, tenants, grant.authEventId);
		const code = randomBytes(32).toString('base64url');
		this.codes.set(code, { ...asked, grant, expiresAt: this.clock.now() + CODE_LIFE });
		return { redirect: withQuery(redirectUri, { code, scope: scopes.join(' '), state }) };
	}

	/** Exchanges a code, which works once and for 5 minutes: what was granted, or undefined when anything does not agree. */
	redeem(code: string, app: SandboxApp, redirectUri: string, verifier: string | undefined): Grant | undefined {
		const found = this.codes.get(code);
		if (found === undefined || found.app !== app) return undefined;
		this.codes.delete(code);
		if (this.clock.now() >= found.expiresAt || found.redirectUri !== redirectUri) return undefined;
		if (found.challenge === undefined) return verifier === undefined ? found.grant : undefined;
		const proof = createHash('sha256')
			.update(verifier ?? '')
			.digest('base64url');
		return proof === found.challenge ? found.grant : undefined;
	}

	private question(ticket: string, { app, scopes }: Asked, complaint?: string): ConsentAnswer {
		const { organisations } = this.connections;
		return { status: 200, html: authorizePage({ ticket, appName: app.name, scopes, organisations, complaint }) };
	}
}

const refusal = (code: string, why: string): ConsentAnswer => ({ status: 400, html: refusalPage(code, why) });

/** Xero takes https and http://localhost; http on a loopback address is taken here as well, since everything is local. */
function redirectable(uri: string): boolean {
	if (!URL.canParse(uri)) return false;
	const { protocol, hostname, hash } = new URL(uri);
	return (
		hash === '' && (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)))
	);
}

/** The redirect URI with what the app is told; its own query stays, what is undefined is left out, spaces become %20. */
function withQuery(uri: string, told: Record<string, string | undefined>): string {
	const pairs = Object.entries(told).flatMap(([key, value]) =>
		value === undefined ? [] : `${key}=${encodeURIComponent(value)}`,
	);
	return `${uri}${uri.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
