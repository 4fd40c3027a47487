import { createHash, randomUUID } from 'node:crypto';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';
import type { About } from './errors';
import { disconnected, gaveUp, refused, unanswered } from './errors';
import type { Limiter } from './limiter';
import { clock, GaveUp, limiterOf, pause } from './limiter';
import type { Written } from './memory';
import type { Api, Ask } from './model';

export const CREDENTIAL = 'xeroSuiteOAuth2Api';
const USER_AGENT = 'n8n-nodes-xero-suite';
const XERO = 'https://api.xero.com';

/** Everything of n8n's that may call Xero. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** One answer of Xero's, whatever its status. Header names are in lower case. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	/** Parsed JSON, text, bytes (when asked for), or '' for nothing. */
	readonly body: unknown;
}

/** How patient a run is, and what makes its writes recognisable when they are repeated. Times in ms. */
export interface Settings {
	/** Longest wait of one call for limits and retries. */
	readonly patience: number;
	/** Longest wait for one answer. */
	readonly timeout: number;
	readonly cancelled?: AbortSignal;
	/** Names the execution, node and run, so that the same write gets the same Idempotency-Key when n8n retries the node. */
	readonly run: string;
	/** Answers to writes of an earlier try of this very run. */
	readonly written?: Written;
}

/** One call's place in its run. */
export interface Sending {
	readonly organisation: string;
	/** Tells apart writes of one run that may be alike to the letter: item or first item of a slice. */
	readonly serial: string;
	readonly item?: number;
	readonly scope?: string;
}

/** What a run cost. */
export interface Spent {
	calls: number;
	/** ms during which at least one call waited for limits or a retry. */
	waited: number;
	dayLeft: number | undefined;
}

export interface Connection {
	readonly id: string;
	readonly tenantId: string;
	readonly tenantName: string;
	readonly tenantType: string;
}

/** The one way to Xero: throttled, retrying, and safe to repeat. */
export interface Door {
	readonly spent: Spent;
	/** Any answer that is final, refusals included. @throws NodeApiError when none could be had. */
	send(request: Ask, sending: Sending): Promise<Answer>;
	/** A good answer. @throws NodeApiError for anything else. */
	ask(request: Ask, sending: Sending): Promise<Answer>;
	/** The error that a refusing answer stands for. */
	refusal(answer: Answer, request: Ask, sending: Sending): NodeApiError;
	/** The organisations this credential is connected to; asked once per run. */
	connections(): Promise<readonly Connection[]>;
}

const RETRIES = 4;
const PASSING = new Set([500, 502, 503, 504]);
/** Xero remembers an Idempotency-Key for six minutes from the first call: after that a repeat would write again (xero-facts 2.6). */
const KEY_LIFE = 5.5 * 60_000;
const WRITES = new Set(['PUT', 'POST', 'PATCH']);

const queryText = (query: IDataObject = {}): string => {
	const pairs = Object.entries(query)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value)).replace(/%2C/g, ',')}`);
	return pairs.length ? `?${pairs.join('&')}` : '';
};

const keyOf = (parts: readonly string[], body: Ask['body']): string => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	if (Buffer.isBuffer(body)) hash.update(body);
	else if (body !== undefined) hash.update(JSON.stringify(body));
	return hash.digest('hex');
};

interface Thrown {
	readonly httpCode?: string | null;
	readonly message?: string;
	readonly description?: string | null;
	readonly code?: string;
	readonly isAxiosError?: boolean;
	readonly response?: { readonly status?: number; readonly headers?: Record<string, unknown>; readonly data?: unknown };
	readonly cause?: Thrown;
}

const QUIET = /^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOST|ENET|ERR_NETWORK|ERR_STREAM|UND_ERR)/;
/** n8n wraps what its HTTP client threw, once for a call, twice for a token. */
const CAUSES = 4;

/** Short code of what kept an answer from coming, or undefined when something else was thrown. */
function silence(thrown: Thrown): string | undefined {
	for (let cause: Thrown | undefined = thrown, depth = 0; cause && depth < CAUSES; cause = cause.cause, depth += 1) {
		if (QUIET.test(cause.code ?? '')) return cause.code;
		if (cause.isAxiosError && !cause.response) return cause.code ?? 'no connection';
	}
	const text = `${thrown.cause?.message ?? ''} ${thrown.message ?? ''}`;
	return /socket hang up|aborted|timeout of \d+ms|network/i.test(text) && !thrown.httpCode ? 'no connection' : undefined;
}

/** Limits wait as Retry-After says (seconds); a minute's limit never longer than a minute or two. */
const retryAfter = (headers: Readonly<Record<string, unknown>>): number | undefined => {
	const seconds = Number(headers['retry-after']);
	return headers['retry-after'] !== undefined && Number.isFinite(seconds) ? Math.max(1, seconds) * 1000 : undefined;
};

const HOUR = 60 * 60_000;

/** Which limit a 429 is about; compared by prefix and without case, as the values are seen in many forms (xero-facts 2.7). */
function limitIn(headers: Readonly<Record<string, unknown>>): 'day' | 'at once' | 'app' | 'minute' {
	const problem = String(headers['x-rate-limit-problem'] ?? '').toLowerCase();
	if (problem.startsWith('da')) return 'day';
	if (problem.startsWith('conc')) return 'at once';
	return problem.startsWith('app') ? 'app' : 'minute';
}

/**
 * Opens the door for one run of a node.
 * @throws what getCredentials throws when the credential is missing
 */
export async function open(ctx: Caller, api: Pick<Api, 'basePath' | 'dialect'>, settings: Settings): Promise<Door> {
	const credential = await ctx.getCredentials(CREDENTIAL);
	const base = credential.environment === 'sandbox' ? String(credential.sandboxUrl ?? '').replace(/\/+$/, '') : XERO;
	const app = `${String(credential.clientId)}@${base}`;
	const node = ctx.getNode();
	const spent: Spent = { calls: 0, waited: 0, dayLeft: undefined };
	let waiting = 0;
	let waitingSince = 0;

	/** Counts the time in which anything of this run waits, once. */
	const counted = async <T>(wait: Promise<T>): Promise<T> => {
		if (waiting === 0) waitingSince = clock.now();
		waiting += 1;
		try {
			return await wait;
		} finally {
			waiting -= 1;
			if (waiting === 0) spent.waited += clock.now() - waitingSince;
		}
	};

	const http = async (options: IHttpRequestOptions): Promise<Answer> => {
		const call = async (how: IHttpRequestOptions) =>
			(await ctx.helpers.httpRequestWithAuthentication.call(ctx, CREDENTIAL, how)) as {
				statusCode: number;
				headers: Record<string, unknown>;
				body: unknown;
			};
		// Status 401 must reject, or n8n does not refresh the token; all others come back with their headers.
		const lenient = { ...options, ignoreHttpStatusErrors: { ignore: true, except: [401] } };
		let reply = await call(lenient as IHttpRequestOptions);
		// n8n before 2.10 hands the 401 over: asked again without leniency, it refreshes.
		if (reply.statusCode === 401) reply = await call({ ...options, ignoreHttpStatusErrors: false });
		return { status: reply.statusCode, headers: reply.headers, body: reply.body };
	};

	/** One try; `undefined` status means no answer came. */
	const attempt = async (options: IHttpRequestOptions, about: About, limiter: Limiter | undefined): Promise<Answer | string> => {
		// GET /connections counts against no limit, so it is not counted here either.
		if (limiter) spent.calls += 1;
		let answer: Answer;
		try {
			answer = heeded(limiter, await http(options));
		} catch (cause) {
			const thrown = cause as Thrown;
			const response = thrown.cause?.response;
			const status = response?.status ?? Number(thrown.httpCode);
			// n8n aborts the request under way when the execution is cancelled.
			if (settings.cancelled?.aborted) return 'cancelled';
			// An answer that broke off on its way, or stood still for too long, has a status but nothing else: Xero may have done anything.
			if (/stream has been aborted/i.test(`${thrown.cause?.message ?? ''} ${thrown.message ?? ''}`)) return 'ECONNRESET';
			if (status !== 401) {
				// After a refresh, n8n before 2.10 throws whatever Xero refuses.
				if (response?.status !== undefined)
					return heeded(limiter, { status: response.status, headers: response.headers ?? {}, body: response.data });
				const quiet = silence(thrown);
				if (quiet !== undefined) return quiet;
			}
			throw disconnected(node, response?.headers ?? {}, status === 401 ? '' : (thrown.message ?? ''), about);
		} finally {
			limiter?.leave();
		}
		if (limiter) spent.dayLeft = limiter.dayLeft;
		// Xero never says yes with a web page: something between n8n and Xero answered, and an empty list would be a lie.
		const page = /\bhtml\b/i.test(String(answer.headers['content-type'] ?? '')) && options.encoding === undefined;
		return page && answer.status < 300 ? 'a web page came instead' : answer;
	};

	const optionsOf = (request: Ask, organisation: string, key: string | undefined): IHttpRequestOptions => ({
		method: request.method ?? 'GET',
		url: `${base}${request.path}${queryText(request.query)}`,
		headers: {
			Accept: 'application/json',
			'User-Agent': USER_AGENT,
			...(organisation ? { 'Xero-Tenant-Id': organisation } : {}),
			...(key ? { 'Idempotency-Key': key } : {}),
			...request.headers,
		},
		...(request.body === undefined ? {} : { body: request.body }),
		...(request.binary ? { encoding: 'arraybuffer' as const } : { json: !Buffer.isBuffer(request.body) }),
		returnFullResponse: true,
		timeout: settings.timeout,
	});

	const aboutOf = ({ method = 'GET', path }: Ask, { item, scope }: Sending): About => ({
		call: `${method} ${path.replace(api.basePath, '')}`,
		writes: method !== 'GET',
		...(item === undefined ? {} : { item }),
		...(scope === undefined ? {} : { scope }),
	});

	const sendOnce = async (request: Ask, sending: Sending, key: string | undefined): Promise<Answer> => {
		const limiter = limiterOf(app, sending.organisation);
		const about = aboutOf(request, sending);
		const options = optionsOf(request, sending.organisation, key);
		const asked = clock.now();
		// The first try of this write; that of an earlier run of the node, when n8n retries what was left open.
		let first = key === undefined ? undefined : settings.written?.openSince(key);
		// Why it is open whether the write was done.
		let doubt = first === undefined ? undefined : 'an earlier try had no answer';
		let retries = 0;
		/** ms for which another try makes sense: patience, and for a write in doubt the life of its key. */
		const left = (): number => {
			const life = key === undefined || doubt === undefined || first === undefined ? Infinity : first + KEY_LIFE - clock.now();
			return Math.min(settings.patience - (clock.now() - asked), life);
		};
		/** A write given up in doubt must not read as if nothing had been written. */
		const givenUp = (cause: unknown): Error =>
			cause instanceof GaveUp && doubt !== undefined && about.writes ? unanswered(node, doubt, about) : asIs(cause);
		try {
			for (;;) {
				if (left() < 0) throw new GaveUp('too long');
				await counted(limiter.enter(left(), settings.cancelled));
				first ??= clock.now();
				const answer = await attempt(options, about, limiter);
				const quiet = typeof answer === 'string';
				const limited = !quiet && answer.status === 429;
				if (!quiet && !limited && !PASSING.has(answer.status)) {
					limiter.went();
					if (key !== undefined) settings.written?.close(key);
					// A DELETE has no key: when it is repeated after a lost answer, "not there" means that it was done.
					const gone = request.method === 'DELETE' && answer.status === 404 && doubt !== undefined;
					return gone ? { ...answer, status: 204, body: '' } : answer;
				}
				if (!limited) {
					doubt = quiet ? answer : `status ${answer.status}`;
					if (key !== undefined) settings.written?.open(key, first);
				}
				const wait = limited ? heldBack(answer) : backOff(limiter, retries, quiet ? undefined : retryAfter(answer.headers));
				if (!limited) retries += 1;
				if (wait === undefined || wait > left()) {
					if (limited) throw new GaveUp('too long', clock.now() + (wait ?? 0));
					if (!quiet) return answer;
					throw unanswered(node, answer, about);
				}
				await counted(pause(wait, settings.cancelled));
			}
		} catch (cause) {
			throw givenUp(cause);
		}
	};

	/** Tells the limiter what all calls must know, before the call's place is given back and the next one takes it. */
	const heeded = (limiter: Limiter | undefined, answer: Answer): Answer => {
		limiter?.heed(answer.status, answer.headers);
		if (limiter === undefined || answer.status !== 429) return answer;
		const wait = retryAfter(answer.headers);
		const limit = limitIn(answer.headers);
		if (limit === 'day') limiter.dayUsedUp(wait ?? HOUR);
		else if (limit === 'at once' || wait === undefined) limiter.fewerAtOnce();
		else limiter.holdFor(wait, limit === 'app' ? 'app' : 'organisation');
		return answer;
	};

	/** How long a call waits after a 429. @throws GaveUp for the day. */
	const heldBack = ({ headers }: Answer): number => {
		const wait = retryAfter(headers);
		const limit = limitIn(headers);
		if (limit === 'day') throw new GaveUp('day', wait === undefined ? undefined : clock.now() + wait);
		return limit === 'at once' || wait === undefined ? 750 + 500 * clock.random() : wait;
	};

	const backOff = (limiter: Limiter, retries: number, told: number | undefined): number | undefined => {
		if (retries >= RETRIES || !limiter.mayRetry()) return undefined;
		return told ?? 500 * 2 ** retries * (0.5 + clock.random() / 2);
	};

	const door: Door = {
		spent,
		send: async (request, sending) => {
			const about = aboutOf(request, sending);
			const key = WRITES.has(request.method ?? 'GET')
				? keyOf(
						[
							settings.run || randomUUID(),
							sending.organisation,
							sending.serial,
							request.method ?? '',
							request.path,
							queryText(request.query),
						],
						request.body,
					)
				: undefined;
			const known = key === undefined ? undefined : settings.written?.recall(key);
			if (known) return known;
			try {
				const answer = await sendOnce({ ...request, path: `${api.basePath}${request.path}` }, sending, key);
				if (key !== undefined && answer.status < 300) settings.written?.keep(key, answer);
				return answer;
			} catch (cause) {
				if (cause instanceof GaveUp) throw gaveUp(node, cause, clock.now(), about);
				throw asIs(cause);
			}
		},
		ask: async (request, sending) => {
			const answer = await door.send(request, sending);
			if (answer.status >= 400) throw door.refusal(answer, request, sending);
			return answer;
		},
		refusal: (answer, request, sending) =>
			refused(node, answer, api.dialect.sentences(readable(answer.body)), aboutOf(request, sending)),
		connections: async () => {
			asking ??= listed();
			return await asking;
		},
	};
	let asking: Promise<readonly Connection[]> | undefined;

	/** GET /connections counts against no organisation's limit. */
	const listed = async (): Promise<readonly Connection[]> => {
		const request: Ask = { path: '/connections' };
		const sending: Sending = { organisation: '', serial: 'connections' };
		for (let retries = 0; ; retries += 1) {
			const answer = await attempt(optionsOf(request, '', undefined), aboutOf(request, sending), undefined);
			const passing = typeof answer === 'string' || PASSING.has(answer.status) || answer.status === 429;
			if (!passing || retries >= RETRIES) {
				if (typeof answer === 'string') throw unanswered(node, answer, aboutOf(request, sending));
				if (answer.status >= 400) throw door.refusal(answer, request, sending);
				return (Array.isArray(answer.body) ? (answer.body as Connection[]) : []).filter(
					({ tenantType }) => tenantType !== 'APPLICATION',
				);
			}
			try {
				await pause(500 * 2 ** retries * (0.5 + clock.random() / 2), settings.cancelled);
			} catch (cause) {
				throw cause instanceof GaveUp ? gaveUp(node, cause, clock.now(), aboutOf(request, sending)) : asIs(cause);
			}
		}
	};
	return door;
}

/** Thrown on as it is: made an error of n8n's further down already. */
const asIs = (cause: unknown): Error => cause as Error;

/** Refusals to a call for bytes come as bytes: the JSON in them is opened. */
function readable(body: unknown): unknown {
	const text = Buffer.isBuffer(body)
		? body.toString('utf8')
		: body instanceof ArrayBuffer
			? Buffer.from(body).toString('utf8')
			: body;
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
