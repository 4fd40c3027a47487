import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { broken, cut, encoded, send, waited, type Answer } from './answer';
import type { Faults } from './faults';
import type { Consent, ConsentAnswer } from './identity/consent';
import type { TokenAnswer, TokenEndpoint } from './identity/tokenEndpoint';
import { split } from './incoming';

/** What the identity server's addresses work with. */
export interface IdentityParts {
	consent: Consent;
	endpoint: TokenEndpoint;
	faults: Faults;
	/** Told the grant type of each token request. */
	asked: (grantType: string) => void;
	stopping: AbortSignal;
}

/**
 * Xero's login and identity hosts: GET and POST /identity/connect/authorize, POST /connect/token, POST /connect/revocation. They count
 * for no limit, and only faults whose match names a path hit them.
 */
export function identity(server: FastifyInstance, { consent, endpoint, faults, asked, stopping }: IdentityParts): void {
	server.get('/identity/connect/authorize', (request, reply) => show(reply, consent.ask(split(request.url)[1])));
	server.post('/identity/connect/authorize', (request, reply) => show(reply, consent.decide(form(request))));
	server.post('/connect/token', (request, reply) => {
		const sent = form(request);
		asked(sent.get('grant_type') ?? '');
		return answer(request, reply, () => endpoint.token(sent, request.headers.authorization));
	});
	server.post('/connect/revocation', (request, reply) =>
		answer(request, reply, () => endpoint.revocation(form(request), request.headers.authorization)),
	);

	async function answer(request: FastifyRequest, reply: FastifyReply, work: () => TokenAnswer): Promise<FastifyReply> {
		const path = split(request.url)[0];
		const fault = faults.next({ method: request.method, path, url: request.url, list: false, identity: true });
		const sendNow = (what: Answer): Promise<FastifyReply> => send(reply, what, stopping);
		if (fault?.kind === 'latency' && !(await waited(fault.ms, stopping))) return sendNow(cut);
		if (fault?.kind === 'dropBefore') return sendNow(cut);
		if (fault?.kind === 'status') return sendNow(broken(fault, { error: 'temporarily_unavailable' }));
		const given = encoded({ ...work(), headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' } });
		if (fault?.kind === 'dropAfter') return sendNow(cut);
		return sendNow(fault?.kind === 'slowBody' ? { ...given, slow: fault.ms } : given);
	}
}

function show(reply: FastifyReply, answer: ConsentAnswer): FastifyReply {
	if ('redirect' in answer) return reply.redirect(answer.redirect, 302);
	return reply.code(answer.status).type('text/html; charset=utf-8').header('Cache-Control', 'no-store').send(answer.html);
}

const form = ({ body }: FastifyRequest): URLSearchParams =>
	new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
