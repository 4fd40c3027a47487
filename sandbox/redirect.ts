/**
 * Loaded before a program of Node (`node --require xero-sandbox/redirect program.js`), it leads what the program sends to Xero's hosts to
 * a sandbox instead: XERO_SANDBOX_URL, or http://127.0.0.1:4010. The program stays as it is.
 */
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

type Answered = (answer: IncomingMessage) => void;
type Send = (...given: unknown[]) => ClientRequest;

const sandbox = new URL(process.env['XERO_SANDBOX_URL'] ?? 'http://127.0.0.1:4010');
const XERO = /^(api|identity|login)\.xero\.com$/;

/** What tells the sandbox how the program sees it, so that its issuer is https://identity.xero.com. */
const seen = (host: string): Record<string, string> => ({ host, 'x-forwarded-proto': 'https' });

const send = http.request;

/** `http(s).request` takes a URL, options or both, and perhaps a listener. */
function redirecting(original: Send): Send {
	return function (...given) {
		const [first, second] = given;
		const url = first instanceof URL ? first : typeof first === 'string' ? new URL(first) : undefined;
		const options = ((url === undefined ? first : typeof second === 'object' ? second : {}) ?? {}) as RequestOptions;
		const host = String(url?.hostname ?? options.hostname ?? options.host ?? '').replace(/:\d+$/, '');
		if (!XERO.test(host)) return original(...given);
		const path = options.path ?? (url === undefined ? '/' : url.pathname + url.search);
		const { agent: _agent, agents: _agents, ...rest } = options as RequestOptions & { agents?: unknown };
		const there = { protocol: 'http:', host: sandbox.hostname, hostname: sandbox.hostname, port: sandbox.port };
		const headers = { ...plain(options.headers), ...seen(host) };
		const listener = given.find((one) => typeof one === 'function') as Answered | undefined;
		return send({ ...rest, ...there, path, headers }, listener);
	};
}

/** Headers without the Host that stands among them, in whatever case. */
function plain(headers: RequestOptions['headers']): Record<string, string | string[] | number | undefined> {
	const entries = Array.isArray(headers)
		? headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]] as const] : []))
		: Object.entries(headers ?? {});
	return Object.fromEntries(entries.filter(([name]) => name.toLowerCase() !== 'host')) as ReturnType<typeof plain>;
}

for (const module of [http, https] as Array<{ request: Send; get: Send }>) {
	module.request = redirecting(module.request as Send);
	const { request } = module;
	module.get = (...given) => {
		const made = request(...given);
		made.end();
		return made;
	};
}
syncBuiltinESMExports();

const originalFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
	const { hostname, pathname, search } = new URL(input instanceof Request ? input.url : input);
	if (!XERO.test(hostname)) return await originalFetch(input, init);
	const redirected = new Request(new URL(pathname + search, sandbox), new Request(input, init));
	// A Host header cannot be set here: the sandbox is told as a proxy tells it.
	for (const [name, value] of Object.entries({ 'x-forwarded-host': hostname, 'x-forwarded-proto': 'https' }))
		redirected.headers.set(name, value);
	return await originalFetch(redirected);
};
