import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { bookkeepingControls } from './bookkeepingControl';
import { type Json, known, texts, whole } from './controlValues';
import type { Fault, Sandbox, SandboxApp, WebhookCategory } from './contract';
import { halfAnswers } from './halfAnswers';
import { malformed, parsed } from './incoming';
import { sentFromHere } from './sentFromHere';

/** Thrown for what cannot be done: 400 with the sentence. */
class Refused extends Error {}

/**
 * What a test in any language does to the sandbox, under /sandbox: faults, limits, tokens, webhooks, and what it saw. JSON in and out; no
 * token is needed and nothing counts for a limit. docs/sandbox.md has the list.
 */
export function controls(server: FastifyInstance, sandbox: Sandbox): void {
	const on = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, work: (sent: Json, params: Json) => unknown): void =>
		void server.route({ method, url: `/sandbox${url}`, handler: (request, reply) => answer(request, reply, work) });

	on('GET', '', () => {
		const { url, apps, organisations, limits, latency, tokenRequests } = sandbox;
		return { url, apps, organisations, limits, latency, tokenRequests };
	});
	on('POST', '/faults', (sent) => void sandbox.fail(faultOf(sent)));
	on('DELETE', '/faults', () => sandbox.clearFaults());
	on('PUT', '/limits', (sent) => {
		for (const name of Object.keys(sent)) {
			if (name === 'latency') sandbox.latency = whole(sent, name);
			else if (isLimit(name, sandbox)) sandbox.limits[name] = whole(sent, name);
			else throw new Refused(`There is no limit ${name}: minute, day, concurrent, appMinute, latency`);
		}
		return { ...sandbox.limits, latency: sandbox.latency };
	});
	on('GET', '/calls', () => sandbox.calls);
	on('DELETE', '/calls', () => sandbox.forget());
	on('POST', '/tokens', ({ app, scopes, tenants, expiresIn, ...others }) => {
		known(others);
		return sandbox.issue({
			...{ app: appOf(app), scopes: texts('scopes', scopes), tenants: texts('tenants', tenants) },
			expiresIn: expiresIn === undefined ? undefined : whole({ expiresIn }, 'expiresIn'),
		});
	});
	on('POST', '/tokens/expire', () => sandbox.expireTokens());
	on('POST', '/tokens/revoke', () => sandbox.revokeTokens());
	on('DELETE', '/connections/:tenantId', (_sent, { tenantId }) => sandbox.disconnect(String(tenantId)));
	on('GET', '/records/:tenantId/:plural', (_sent, { tenantId, plural }) => sandbox.records(String(tenantId), String(plural)));
	on('POST', '/payRuns/:tenantId/:payRunID/post', (_sent, { tenantId, payRunID }) =>
		sandbox.postPayRun(String(tenantId), String(payRunID)),
	);
	on('POST', '/payItems/:tenantId/redundancy', (_sent, { tenantId }) => sandbox.addRedundancyRate(String(tenantId)));
	on('POST', '/generatedYear', ({ seed, ...others }) => {
		known(others);
		return sandbox.generateYear(seed === undefined ? undefined : whole({ seed }, 'seed'));
	});
	bookkeepingControls(on, () => sandbox.bookkeeping);
	on('PUT', '/webhooks', async ({ app, url, categories, ...others }) => {
		known(others);
		const chosen = texts('categories', categories) as readonly WebhookCategory[] | undefined;
		return await sandbox.webhooks.register(String(url ?? ''), { app: appOf(app), categories: chosen });
	});
	on('GET', '/webhooks', () => sandbox.webhooks.attempts);
}

async function answer(
	request: FastifyRequest,
	reply: FastifyReply,
	work: (sent: Json, params: Json) => unknown,
): Promise<FastifyReply> {
	if (!sentFromHere(request)) return reply.code(403).send({ message: 'This was sent from another site.' });
	try {
		const done = await work(bodyOf(request), request.params as Json);
		return done === undefined ? reply.code(204).send() : reply.header('Cache-Control', 'no-store').send(done);
	} catch (refusal) {
		if (!(refusal instanceof Refused || refusal instanceof RangeError)) throw refusal;
		return reply.code(400).send({ message: `${refusal.message}.` });
	}
}

function bodyOf({ body }: FastifyRequest): Json {
	if (!Buffer.isBuffer(body) || body.length === 0) return {};
	const sent = parsed(body);
	if (sent === malformed || typeof sent !== 'object' || sent === null || Array.isArray(sent))
		throw new Refused('The body is no JSON object');
	return sent as Json;
}

function isLimit(name: string, { limits }: Sandbox): name is keyof Sandbox['limits'] {
	return Object.hasOwn(limits, name);
}

function appOf(app: unknown): SandboxApp['kind'] | undefined {
	if (app === undefined || app === 'web' || app === 'pkce' || app === 'custom') return app;
	throw new Refused('app is web, pkce or custom');
}

/** What each kind of fault is told besides, and which of it must be there. */
const KINDS: Readonly<Record<Fault['what']['kind'], readonly string[]>> = {
	latency: ['ms!'],
	status: ['status!', 'as', 'body', 'headers'],
	limit: ['problem!', 'retryAfter'],
	dropBefore: [],
	dropAfter: [],
	slowBody: ['ms!'],
	drip: ['ms!'],
	halfPage: [],
	samePage: [],
	answer: ['change!', 'status', 'keepWrite'],
};

/** A fault from JSON: as the contract has it, with `change` the name of one of {@link halfAnswers}. @throws Refused */
function faultOf(sent: Json): Fault {
	const { what, match, times, lasts, after, share, seed, ...others } = sent;
	known(others);
	const told = (what ?? {}) as Json;
	const kind = Object.keys(KINDS).find((name) => name === told['kind']) as Fault['what']['kind'] | undefined;
	if (kind === undefined) throw new Refused(`what.kind is one of ${Object.keys(KINDS).join(', ')}`);
	const may = KINDS[kind].map((name) => name.replace('!', ''));
	const lacking = KINDS[kind].find((name) => name.endsWith('!') && told[name.slice(0, -1)] === undefined);
	if (lacking !== undefined) throw new Refused(`what.${lacking.slice(0, -1)} is missing`);
	const strange = Object.keys(told).find((name) => name !== 'kind' && !may.includes(name));
	if (strange !== undefined) throw new Refused(`what.${strange} means nothing for ${kind}`);
	for (const name of ['ms', 'status', 'retryAfter']) if (told[name] !== undefined) whole(told, name);
	for (const [name, value] of Object.entries({ times, lasts, after, seed }))
		if (value !== undefined) whole({ [name]: value }, name);
	const done = kind === 'answer' ? { ...told, change: changeOf(told['change']) } : told;
	return { ...sent, what: done } as unknown as Fault;
}

function changeOf(name: unknown): (body: unknown) => unknown {
	const found = Object.entries(halfAnswers).find(([key]) => key === name)?.[1];
	if (found === undefined) throw new Refused(`what.change is one of ${Object.keys(halfAnswers).join(', ')}`);
	return found;
}
