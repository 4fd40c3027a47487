import { randomBytes, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';

import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

import { send, waited } from './answer';
import { allApis, type BuildApis } from './apis';
import { realClock } from './clock';
import { connectionsApi } from './connectionsApi';
import type { CallRecord, Limits, Sandbox, SandboxApp, SandboxOptions } from './contract';
import { controls } from './control';
import { Gateway } from './gateway';
import { Faults } from './faults';
import { identity } from './identity';
import { Idempotency } from './idempotency';
import { demoApps } from './identity/apps';
import { Connections } from './identity/connections';
import { Consent } from './identity/consent';
import { TokenEndpoint } from './identity/tokenEndpoint';
import { person, Tokens } from './identity/tokens';
import { landingPage } from './landingPage';
import { Limiting } from './limiting';
import { generatedOrganisation, organisations, type Organisation } from './organisations';
import type { SandboxApi } from './route';
import { Postroom } from './webhooks/postroom';
import { webhookPages } from './webhooks/pages';

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * Starts a sandbox: identity, connections and the APIs that `build` makes (every API of the sandbox when absent).
 *
 * @throws RangeError when the host is not a loopback address.
 */
export async function startSandbox(options: SandboxOptions = {}, build: BuildApis = allApis): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', clock = realClock, seed = 'demo', maxBody = 10 * 1024 * 1024, log } = options;
	if (!loopback.includes(host)) throw new RangeError(`The sandbox listens on loopback only, not on ${host}`);

	const apps = demoApps();
	const everyApp = Object.values(apps);
	const known: Organisation[] = [...organisations];
	const connections = new Connections(clock, known);
	const tokens = new Tokens(clock);
	const consent = new Consent(clock, everyApp, connections);
	const faults = new Faults(clock);
	const stopping = new AbortController();
	// Every answer that is delayed waits for it as well, as many as come at once.
	setMaxListeners(0, stopping.signal);
	const calls: CallRecord[] = [];
	const tokenRequests: Record<string, number> = {};
	connections.connect(apps.custom, person.userId, apps.custom.tenants, randomUUID());
	// Everybody who ever connected something: the one who signs in, and those whom `issue` makes.
	const people = new Set([person.userId]);
	const postroom = new Postroom({
		...{ clock, apps, options: options.webhooks },
		origin: () => sandbox.url,
		connected: (app, tenantId) =>
			[...people].some((userId) => connections.list(app, userId).some((connection) => connection.tenantId === tenantId)),
	});
	let built: readonly SandboxApi[] | undefined;
	const apis = (): readonly SandboxApi[] =>
		(built ??= [
			connectionsApi(everyApp, connections),
			...build({ clock, seed, organisations, changed: (changes) => postroom.happened(changes) }),
		]);

	const sandbox: Omit<Sandbox, 'url'> & { url: string } = {
		url: '',
		apps,
		get organisations() {
			return known.map(({ tenantId, name }) => ({ tenantId, name }));
		},
		calls,
		forget: () => void calls.splice(0),
		limits: { minute: 60, day: 5000, concurrent: 5, appMinute: 10_000, ...options.limits } satisfies Limits,
		latency: options.latency ?? 0,
		fail: (fault) => faults.add(fault),
		clearFaults: () => faults.clear(),
		issue({ app: kind = 'web', scopes, tenants, expiresIn } = {}) {
			const app: SandboxApp = apps[kind];
			// Named organisations make a person of their own, connected to exactly these; otherwise it is the one who signs in.
			const userId = tenants === undefined || kind === 'custom' ? person.userId : randomUUID();
			people.add(userId);
			const sessionId = randomBytes(16).toString('hex');
			const grant = { app, userId, scopes: scopes ?? app.scopes, authEventId: randomUUID(), sessionId };
			const every = known.filter(({ chosenOnly }) => !chosenOnly).map(({ tenantId }) => tenantId);
			connections.connect(app, userId, tenants ?? (kind === 'custom' ? app.tenants : every), grant.authEventId);
			const { id_token, ...given } = tokens.give(grant, sandbox.url, expiresIn);
			if (kind === 'custom') delete given.refresh_token;
			return given;
		},
		expireTokens: () => tokens.expireAll(),
		revokeTokens: () => tokens.revokeAll(),
		disconnect: (tenantId) => connections.disconnect(tenantId),
		records(tenantId, plural) {
			const found = apis()
				.map((api) => api.records(tenantId, plural))
				.find((records) => records.length > 0);
			return structuredClone(found ?? []);
		},
		postPayRun(tenantId, payRunID) {
			const posted = apis().some((api) => api.postPayRun?.(tenantId, payRunID) === true);
			if (!posted) throw new RangeError(`The organisation has no draft pay run ${payRunID}`);
		},
		addRedundancyRate(tenantId) {
			const added = apis().some((api) => api.addRedundancyRate?.(tenantId) === true);
			if (!added) throw new RangeError(`The organisation ${tenantId} has no payroll of Australia`);
		},
		generateYear(seed = 1) {
			const made = sandbox.bookkeeping.generateYear(seed);
			if (!known.includes(generatedOrganisation)) known.push(generatedOrganisation);
			return made;
		},
		get bookkeeping() {
			const found = apis().find((api) => api.bookkeeping !== undefined)?.bookkeeping;
			if (found === undefined) throw new RangeError('No organisation here keeps books');
			return found;
		},
		webhooks: postroom,
		tokenRequests,
		async stop() {
			stopping.abort();
			await postroom.stop();
			await server.close();
		},
	};

	const seeded = (): void => {
		apis();
		if (options.generatedYear !== undefined) sandbox.generateYear(options.generatedYear);
	};
	if (options.seeding !== 'afterwards') seeded();

	const gateway = new Gateway({
		clock,
		...{ apis, tokens, connections, faults },
		limiting: new Limiting(clock, () => sandbox.limits, options.minutes),
		remainingAt: options.remainingAt,
		idempotency: new Idempotency(clock),
		latency: () => sandbox.latency,
		origin: () => sandbox.url,
		record(call) {
			calls.push(call);
			log?.(call);
		},
		waited: async (ms) => {
			if (options.delays !== 'clock') return await waited(ms, stopping.signal);
			if (ms > 0) await clock.sleep(ms);
			return !stopping.signal.aborted;
		},
	});
	const server = serve(gateway, maxBody, stopping.signal);
	server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(landingPage(sandbox)));
	webhookPages(server, everyApp, postroom);
	controls(server, sandbox);
	identity(server, {
		...{ consent, faults, tokens, stopping: stopping.signal },
		endpoint: new TokenEndpoint(everyApp, consent, tokens, connections),
		asked(grantType) {
			tokenRequests[grantType] = (tokenRequests[grantType] ?? 0) + 1;
		},
	});
	sandbox.url = await server.listen({ port, host });
	if (options.seeding === 'afterwards') setImmediate(seeded);
	return sandbox;
}

/** The HTTP server: bodies arrive as bytes, everything that is not identity's goes through the gateway. */
function serve(gateway: Gateway, maxBody: number, stopping: AbortSignal): FastifyInstance {
	const server = Fastify({
		bodyLimit: maxBody,
		forceCloseConnections: true,
		// An https proxy on this machine tells how clients see the sandbox.
		trustProxy: 'loopback',
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 16_384 },
		// The router itself refuses paths it cannot decode; the gateway says so in the API's own way.
		frameworkErrors: (_error, request, reply) =>
			void through(request).then(({ answer, leave }) => send(reply, answer, stopping, leave)),
	});
	const through = (request: FastifyRequest): ReturnType<Gateway['pass']> => {
		const { method, url = '', headers } = request.raw;
		const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		return gateway.pass({ method: method ?? '', url, headers, raw });
	};
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	server.all('/*', async (request, reply) => {
		const { answer, leave } = await through(request);
		return send(reply, answer, stopping, leave);
	});
	server.setErrorHandler<Error & { code?: string }>((error, request, reply) => {
		if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
			const { method, url = '', headers } = request.raw;
			return send(reply, gateway.tooLarge({ method: method ?? '', url, headers }), stopping);
		}
		console.error(error);
		return reply.code(500).type('text/plain; charset=utf-8').send('The sandbox broke; its output has the details.');
	});
	return server;
}
