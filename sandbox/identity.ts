import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { broken, cut, encoded, send, waited, type Answer } from './answer';
import type { Faults } from './faults';
import type { Consent, ConsentAnswer } from './identity/consent';
import type { TokenEndpoint } from './identity/tokenEndpoint';
import { discovery } from './identity/discovery';
import { keySet } from './identity/signing';
import { claimsOf, type Tokens } from './identity/tokens';
import { split } from './incoming';
import type { Reply } from './route';

/** What the identity server's addresses work with. */
export interface IdentityParts {
	consent: Consent;
	endpoint: TokenEndpoint;
	tokens: Tokens;
	faults: Faults;
	/** Told the grant type of each token request. */
	asked: (grantType: string) => void;
	stopping: AbortSignal;
}

/**
 * Xero's login and identity hosts: GET and POST /identity/connect/authorize, POST /connect/token, POST /connect/revocation, the userinfo
 * endpoint, OpenID's discovery and the key set. They count for no limit, and only faults whose match names a path hit them.
 */
export function identity(server: FastifyInstance, { consent, endpoint, tokens, faults, asked, stopping }: IdentityParts): void {
	server.get('/.well-known/openid-configuration', (request, reply) =>
		answer(request, reply, () => ({ status: 200, body: discovery(issuerOf(request)) })),
	);
	server.get('/.well-known/openid-configuration/jwks', (request, reply) =>
		answer(request, reply, () => ({ status: 200, body: keySet() })),
	);
	for (const method of ['GET', 'POST']) {
		server.route({
			method,
			url: '/connect/userinfo',
			handler: (request, reply) => answer(request, reply, () => userinfo(request)),
		});
	}
	server.get('/identity/connect/authorize', (request, reply) => show(reply, consent.ask(split(request.url)[1])));
	server.post('/identity/connect/authorize', (request, reply) => show(reply, consent.decide(form(request))));
	server.post('/connect/token', (request, reply) => {
		const sent = form(request);
		asked(sent.get('grant_type') ?? '');
		return answer(request, reply, () => endpoint.token(sent, request.headers.authorization, issuerOf(request)));
	});
	server.post('/connect/revocation', (request, reply) =>
		answer(request, reply, () => endpoint.revocation(form(request), request.headers.authorization)),
	);

	async function answer(request: FastifyRequest, reply: FastifyReply, work: () => Reply): Promise<FastifyReply> {
		const path = split(request.url)[0];
		const fault = faults.next({ method: request.method, path, url: request.url, list: false, identity: true });
		const sendNow = (what: Answer): Promise<FastifyReply> => send(reply, what, stopping);
		if (fault?.kind === 'latency' && !(await waited(fault.ms, stopping))) return sendNow(cut);
		if (fault?.kind === 'dropBefore') return sendNow(cut);
		if (fault?.kind === 'status') return sendNow(broken(fault, { error: 'temporarily_unavailable' }));
		const given = withoutCache(work());
		if (fault?.kind === 'dropAfter') return sendNow(cut);
		return sendNow(fault?.kind === 'slowBody' ? { ...given, slow: fault.ms } : given);
	}

	function userinfo({ headers }: FastifyRequest): Reply {
		const grant = tokens.check(/^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');
		const refused = (status: number, error: string): Reply => ({
			status,
			headers: { 'WWW-Authenticate': `Bearer error="${error}"` },
		});
		if (grant === undefined || 'expiredAt' in grant) return refused(401, 'invalid_token');
		if (!grant.scopes.includes('openid')) return refused(403, 'insufficient_scope');
		return { body: claimsOf(grant.userId, grant.scopes) };
	}
}

/** The identity server's base URL, as the client sees it: a client compares the issuer with where it looked. */
const issuerOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

const withoutCache = (reply: Reply): Answer =>
	encoded({ ...reply, headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache', ...reply.headers } });

function show(reply: FastifyReply, answer: ConsentAnswer): FastifyReply {
	if ('redirect' in answer) return reply.redirect(answer.redirect, 302);
	return reply.code(answer.status).type('text/html; charset=utf-8').header('Cache-Control', 'no-store').send(answer.html);
}

const form = ({ body }: FastifyRequest): URLSearchParams =>
	new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
